"""What "Cite this" offers: the newspaper's article as seen here, our record of it, and single paragraphs.

The two are kept apart. The article is the newspaper's, with this archive as the place where it was seen; the record is
a page of this archive, with its own title and the day on which somebody reviewed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..records import paragraphs
from .item import Item
from .styles import Citation, Form, formed, wikipedia


class Cited(NamedTuple):
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


def paragraph_links(item: Item, directives: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Give an address for each paragraph that is told or has a directive: its label, and the address."""
    told = {paragraphs(item.p)[0]: str(item.p) for item in item.article.outline}
    labels = told | {number: str(number) for number in directives if number not in told}
    for number in sorted(labels):
        yield labels[number], f"{item.permalink}#p{number}{directives.get(number, '')}"
