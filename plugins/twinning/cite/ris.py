"""RIS, type NEWS, as EndNote, Mendeley and Zotero read it."""

from __future__ import annotations

from ..edtf import Edtf
from .dating import for_zotero
from .item import Item, inverted


def ris(item: Item) -> str:
    """Give the item in RIS: a tag, two spaces, a hyphen, a space, the value; lines end in CR LF."""
    article, newspaper = item.article, item.newspaper
    lines = [("TY", "NEWS"), ("TI", article.title)]
    # RIS takes a name without a comma for a body's, and splits one at its first comma.
    lines += [("AU", inverted(author).rstrip(",")) for author in article.byline]
    lines += [("T2", newspaper.name), ("DA", _date(item.date)), ("PY", _year(item.date))]
    lines += [("PB", newspaper.publisher or ""), ("CY", newspaper.place or ""), ("SN", newspaper.issn or "")]
    lines += [("SE", article.section or ""), ("ET", article.edition or "")]
    lines += [("SP", item.pages[0]), ("EP", item.pages[1])] if item.pages else []
    lines += [("LA", article.language), ("AB", "" if article.withdrawn else article.summary), ("UR", item.permalink)]
    lines += [("DB", item.archive), ("AN", item.call_number)]
    # Zotero makes of these what it makes of the page: N1 would be a note of its own.
    lines += [("CR", item.rights), *(("M2", line) for line in item.whereabouts)]
    body = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value)
    return body + "ER  - \r\n"


def _date(date: Edtf | None) -> str:
    """Give YYYY/MM/DD/ with what is known. What has no such form is given as the page's head has it, in one piece.

    A reader parts what it finds at slashes, and keeps as it is what has none.
    """
    if date is None:
        return ""
    if date.iso:
        year, month, day = (*date.iso.split("-"), "", "")[:3]
        return f"{year}/{month}/{day}/"
    said = for_zotero(date) or ""
    return date.words if "/" in said else said


def _year(date: Edtf | None) -> str:
    return f"{date.year:04}" if date is not None and date.year is not None else ""
