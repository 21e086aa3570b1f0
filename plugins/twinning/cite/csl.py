"""CSL-JSON 1.0.2, type article-newspaper: what Zotero and citeproc read."""

from __future__ import annotations

from typing import Any

from ..edtf import Edtf, Point, Precision
from ..records import Author
from .item import Item


def csl(item: Item) -> dict[str, Any]:
    """Give the item as one CSL-JSON object; fields that are not recorded are left out."""
    article, newspaper = item.article, item.newspaper
    fields: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "author": [_name(author) for author in article.byline],
        "container-title": newspaper.name,
        "publisher": newspaper.publisher,
        "publisher-place": newspaper.place,
        "issued": issued(item.date),
        "section": article.section,
        "edition": article.edition,
        "page": article.pages,
        "ISSN": newspaper.issn,
        "language": article.language,
        "abstract": None if article.withdrawn else article.summary,
        "URL": item.permalink,
        "archive": item.archive,
        "archive_location": item.call_number,
        "note": "\n".join(item.whereabouts),
    }
    return {name: value for name, value in fields.items() if value}


def issued(date: Edtf | None) -> dict[str, Any] | None:
    """Give a date as CSL has it: parts of one or two dates, a season, `circa`, or a literal where it has no form."""
    if date is None or (date.start is None and date.end is None):
        return None
    ends = [point for point in ((date.start, date.end) if date.is_interval else (date.start,)) if point is not None]
    parts = [_parts(point) for point in ends]
    if not all(parts) or len(ends) < (2 if date.is_interval else 1):
        return {"literal": date.words}
    found: dict[str, Any] = {"date-parts": parts}
    if ends[0].precision is Precision.SEASON:
        if len(ends) > 1:
            return {"literal": date.words}
        found["season"] = int(ends[0].text[5:]) - 20
    if date.is_approximate or date.is_uncertain:
        found["circa"] = True
    return found


def _parts(point: Point) -> list[int]:
    if point.precision in (Precision.DECADE, Precision.CENTURY):
        return []
    if point.precision is Precision.SEASON:
        return [point.year]
    return [int(part) for part in point.text.split("-")]


def _name(author: Author) -> dict[str, str]:
    if author.person is None:
        return {"literal": author.agency or ""}
    name = {"family": author.person.family}
    return name | {"given": author.person.given} if author.person.given else name
