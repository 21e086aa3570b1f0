"""The one description of an article that every citation format is written from."""

from __future__ import annotations

from dataclasses import dataclass

from .. import edtf
from ..edtf import Edtf
from ..records import NOT_STATED, Article, Author, Newspaper


@dataclass(frozen=True, slots=True)
class Item:
    """A newspaper article to be cited, with where it was consulted."""

    article: Article
    newspaper: Newspaper
    permalink: str
    archive: str
    """The archive's name."""
    repository_url: str
    """The archive's own address."""

    @property
    def call_number(self) -> str:
        """Give the article's number in the archive as citations print it: TA-0001."""
        return self.article.id.upper()

    @property
    def date(self) -> Edtf | None:
        """Give the date of publication, None where it is not stated."""
        return None if self.article.published == NOT_STATED else edtf.parse(self.article.published)

    @property
    def rights(self) -> str:
        """Give the address of the licence of the newspaper's text, or else of the statement of its rights."""
        licence = self.article.licence
        return licence.url if licence and licence.url else self.article.rights.statement

    @property
    def pages(self) -> tuple[str, str] | None:
        """Give first and last page, None where not recorded."""
        if self.article.pages is None:
            return None
        first, _, last = self.article.pages.partition("-")
        return first, last or first

    @property
    def whereabouts(self) -> tuple[str, ...]:
        """Say where else the article stands: the newspaper's page and archived copies, a line each."""
        lines = [f"Original URL: {self.article.url}"] if self.article.url else []
        return (*lines, *(f"Archived copy: {copy.url}" for copy in self.article.archived))


def inverted(author: Author) -> str:
    """Give a name as "Family, Given"; an agency with a comma after it, so that Zotero does not split it."""
    if author.agency is not None:
        return f"{author.agency},"
    if author.person is None:
        return ""
    return f"{author.person.family}, {author.person.given}" if author.person.given else f"{author.person.family},"


def natural(author: Author) -> str:
    """Give a name as people say it."""
    if author.person is None:
        return author.agency or ""
    return " ".join(part for part in (author.person.given, author.person.family) if part)
