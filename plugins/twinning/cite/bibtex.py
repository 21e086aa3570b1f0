"""BibTeX: `@article` with `journal`, which is as near as BibTeX comes to a newspaper."""

from __future__ import annotations

import re

from ..edtf import Edtf, Precision
from ..records import Author
from .item import Item

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces whether escaped or not; Zotero keeps them balanced in this way, and reads it back.
        "{": r"\{\vphantom{\}}",
        "}": r"\vphantom{\{}\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)

_HAS_SPECIAL = re.compile(r"[\\{}$&#%_~^]")


def bibtex(item: Item) -> str:
    """Give the item as one BibTeX entry, in UTF-8. Addresses are not escaped: Zotero would import the backslashes."""
    article, newspaper = item.article, item.newspaper
    fields = {
        "title": "{" + _text(article.title) + "}",  # double braces keep the capitals as they are
        "author": " and ".join(_author(author) for author in article.byline),
        "journal": _text(newspaper.name),
        "publisher": _text(newspaper.publisher),
        "address": _text(newspaper.place),
        "issn": newspaper.issn or "",
        "pages": "--".join(dict.fromkeys(item.pages)) if item.pages else "",
        **_date(item.date),
        "language": article.language,
        "abstract": "" if article.withdrawn else _text(article.summary),
        "url": _address(item.permalink),
        "copyright": _address(item.rights),
        "note": _text(f"{item.archive}, {item.call_number}"),
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{article.id},\n{body}}}\n"


_PARTED = re.compile(r",|^\\|(?:^|\s)and(?:\s|$)", re.IGNORECASE)
"""What BibTeX parts names at, or some of its readers do, unless it stands in braces."""


def _author(author: Author) -> str:
    """Give one name. What stands in braces is one part of it: a body's name, and what would be parted elsewhere."""
    if author.person is None:
        return "{" + _text(author.agency) + "}"
    family, given = _text(author.person.family), _text(author.person.given)
    if not given:
        return _whole(family) if " " not in family else "{" + family + "}"
    return f"{_whole(family)}, {_whole(given)}"


def _whole(name: str) -> str:
    return "{" + name + "}" if _PARTED.search(name) else name


def _address(address: str) -> str:
    """Give an address; a brace in it would end the entry, or never let it end."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("%", r"\%")


def _text(text: str | None) -> str:
    return _escaped(" ".join((text or "").split()))


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL) if _HAS_SPECIAL.search(text) else text


def _date(date: Edtf | None) -> dict[str, str]:
    if date is None:
        return {}
    start = date.start
    if start is None or start.precision in (Precision.DECADE, Precision.CENTURY) or date.year is None:
        return {"year": _text(date.words)}
    parts = {"year": f"{date.year:04}"}
    if date.iso and len(date.iso) > 4:
        parts["month"] = str(int(date.iso[5:7]))
    return parts | ({"date": date.iso} if date.iso else {})
