"""What "Cite this" offers: the newspaper's article as seen here, our record of it, and single paragraphs.

The two are kept apart. The article is the newspaper's, with this archive as the place where it was seen; the record is
a page of this archive, with its own title and the day on which somebody reviewed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..records import paragraphs
from .item import Item
from .percent import encoded
from .styles import Citation, Form, formed, wikipedia

_LEAST_WORDS = 4
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Cited:
    """One of the two things to cite, in every style."""

    heading: str
    remark: str
    styles: str
    """The citations as HTML."""


def article(item: Item, fields: Mapping[str, Any], form: Form) -> Cited:
    """Give the newspaper's article; `fields` are its CSL-JSON, `form` what puts a citation into HTML.

    Wikipedia is given the newspaper's own address, and a copy of it, where known.
    """
    copy = None
    original = fields
    if item.article.url:
        original = {**fields, "URL": item.article.url, "archive": ""}
        copy = (item.article.archived[-1].url, item.article.archived[-1].date) if item.article.archived else None
    remark = "as it was seen in this archive. Cite this unless you write about the archive itself."
    return Cited("The newspaper’s article", remark, formed(fields, form) + _wikipedia(original, copy, form))


def record(item: Item, form: Form) -> Cited:
    """Give our record of the article, as a page of the archive."""
    remark = "what this archive says of the article: its summary, outline, notes and facts."
    fields = record_item(item)
    return Cited("Our record of it", remark, formed(fields, form) + _wikipedia(fields, None, form))


def _wikipedia(fields: Mapping[str, Any], copy: tuple[str, str] | None, form: Form) -> str:
    text = wikipedia.wikitext(fields, copy)
    return form(wikipedia.NAME, Citation(text, wikipedia.html(text), f"<ref>{text}</ref>"))


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
    most = min(len(words), _MOST_WORDS)
    # Where the longest stands twice, so do all.
    if most < _LEAST_WORDS or _stands_twice(" ".join(words[:most]), page):
        return ""
    for count in range(_LEAST_WORDS, most + 1):
        start = " ".join(words[:count])
        if start in page and not _stands_twice(start, page):
            return start
    return ""


def _stands_twice(words: str, page: str) -> bool:
    first = page.find(words)
    return first >= 0 and page.find(words, first + len(words)) >= 0


def _encoded(words: str) -> str:
    # A hyphen, comma or ampersand would end or part the text of a directive.
    return encoded(words).replace("-", "%2D")
