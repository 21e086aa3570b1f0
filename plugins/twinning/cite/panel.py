"""What "Cite this" offers: the newspaper's article as seen here, our record of it, and single paragraphs.

The two are kept apart. The article is the newspaper's, with this archive as the place where it was seen; the record is
a page of this archive, with its own title and the day on which somebody reviewed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..records import paragraphs
from .csl import csl
from .item import Item
from .styles import TITLES, Citation, citations, wikipedia

_LEAST_WORDS = 4
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Cited:
    """One of the two things to cite, in every style."""

    heading: str
    remark: str
    styles: tuple[tuple[str, str, Citation], ...]
    """The style's name, its title, and the citation."""


def article(item: Item) -> Cited:
    """Give the newspaper's article. Wikipedia is given the newspaper's own address, and a copy of it, where known."""
    fields = csl(item)
    found = citations(fields)
    if item.article.url:
        copies = item.article.archived
        original = {**fields, "URL": item.article.url, "archive": ""}
        text = wikipedia.wikitext(original, (copies[-1].url, copies[-1].date) if copies else None)
        found[wikipedia.NAME] = Citation(text, wikipedia.html(text), f"<ref>{text}</ref>")
    remark = "as it was seen in this archive. Cite this unless you write about the archive itself."
    return Cited("The newspaper’s article", remark, _titled(found))


def record(item: Item) -> Cited:
    """Give our record of the article, as a page of the archive."""
    remark = "what this archive says of the article: its summary, outline, notes and facts."
    return Cited("Our record of it", remark, _titled(citations(record_item(item))))


def record_item(item: Item) -> Mapping[str, Any]:
    """Give our record as a CSL-JSON item of the type webpage."""
    made: dict[str, Any] = {
        "id": f"{item.article.id}-record",
        "type": "webpage",
        "title": f"Record {item.call_number}: {item.article.title}",
        "container-title": item.archive,
        "URL": item.permalink,
        "language": "en-GB",
    }
    if item.article.reviewed:
        made["issued"] = {"date-parts": [[int(part) for part in item.article.reviewed.on.split("-")]]}
    return made


def _titled(found: Mapping[str, Citation]) -> tuple[tuple[str, str, Citation], ...]:
    return tuple((name, TITLES[name], found[name]) for name in TITLES)


def paragraph_links(item: Item, page: str) -> Iterator[tuple[str, str]]:
    """Give an address for each paragraph that the outline tells: its label, and the address.

    `page` is the text of the article's page. Where words of ours stand there once only, the address names them too, so
    that a browser shows them (text fragments); one that cannot, or a page that has changed, shows the paragraph.
    """
    for told in item.article.outline:
        first = paragraphs(told.p)[0]
        words = _unique_words(told.text, page)
        directive = f":~:text={_encoded(words)}" if words else ""
        yield str(told.p), f"{item.permalink}#p{first}{directive}"


def _unique_words(text: str, page: str) -> str:
    """Give the first words of a text that stand on the page once only; nothing where none do."""
    words = text.split()
    for count in range(_LEAST_WORDS, min(len(words), _MOST_WORDS) + 1):
        start = " ".join(words[:count])
        if page.count(start) == 1:
            return start
    return ""


def _encoded(words: str) -> str:
    # A hyphen, comma or ampersand would end or part the text of a directive.
    return quote(words, safe="").replace("-", "%2D")
