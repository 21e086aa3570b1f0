"""Wikipedia: `{{cite news}}`, and `{{cite web}}` for a page of the web, as editors of en.wikipedia fill them in.

A value is given where it is known; what Wikipedia's templates cannot read as a date goes where they read none, and a
day that is uncertain becomes its year, marked so. An author who is not stated is said to be so in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from .dates import Date, date_of
from .words import MONTHS

NAME = "wikipedia"
TITLE = "Wikipedia"

_SPECIAL = {"|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&lt;", ">": "&gt;"}
_HAS_SPECIAL = re.compile("[" + re.escape("".join(_SPECIAL)) + "]|'{2,}|~{3,}")
_IN_ADDRESS = {
    "|": "%7C",
    "[": "%5B",
    "]": "%5D",
    "{": "%7B",
    "}": "%7D",
    "<": "%3C",
    ">": "%3E",
    " ": "%20",
    '"': "%22",
}
_HAS_SPECIAL_IN_ADDRESS = re.compile("[" + re.escape("".join(_IN_ADDRESS)) + "]|'{2,}")
_SEASONS = {"1": "Spring", "2": "Summer", "3": "Autumn", "4": "Winter"}


def wikitext(item: Mapping[str, Any], copy: tuple[str, str] | None = None) -> str:
    """Give an item as Wikipedia's template; `copy` is the address of an archived copy, and its day as ISO has it."""
    name = "cite web" if item.get("type") == "webpage" else "cite news"
    fields = "".join([f" |{field}={value}" for field, value in _fields(item) if value])
    if copy is not None:
        day = date_of({"raw": copy[1]})
        fields += f" |archive-url={_address(copy[0])} |archive-date={_date(day)}"
    return f"{{{{{name}{fields}}}}}"


def html(text: str) -> str:
    """Give wikitext as HTML that shows it."""
    return escape(text, quote=False)


def _fields(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    date = date_of(item.get("issued"))
    said = _date(date)
    webpage = item.get("type") == "webpage"
    page = _text(item.get("page"))
    several = page != "" and not page.isdecimal() and re.search("[-–,&]", page) is not None
    language = str(item.get("language") or "")
    address = _address(item.get("URL"))
    return [
        *_people(item.get("author")),
        ("date", said),
        ("orig-date", _text(date.literal) if date is not None and not said else ""),
        ("title", _text(item.get("title"))),
        ("website" if webpage else "newspaper", _text(item.get("container-title"))),
        ("publisher", _text(item.get("publisher")) if webpage else ""),
        ("location", "" if webpage else _text(item.get("publisher-place"))),
        ("edition", "" if webpage else _text(item.get("edition"))),
        ("department", "" if webpage else _text(item.get("section"))),
        ("issn", "" if webpage else _text(item.get("ISSN"))),
        ("pages" if several else "page", page.replace("-", "–") if several else page),
        ("language", "" if language.lower().startswith("en") else _text(language)),
        ("url", address),
        ("via", _text(item.get("archive")) if item.get("URL") else ""),
        ("access-date", _date(date_of(item.get("accessed"))) if item.get("URL") else ""),
    ]


def _people(people: object) -> Iterator[tuple[str, str]]:
    named = [person for person in people if isinstance(person, Mapping)] if isinstance(people, list) else []
    if not named:
        yield ("author", "<!--not stated-->")
    for number, person in enumerate(named, 1):
        count = str(number) if len(named) > 1 else ""
        if person.get("literal"):
            yield (f"author{count}", _text(person["literal"]))
            continue
        family = (person.get("non-dropping-particle"), person.get("family"))
        given = (person.get("given"), person.get("suffix"), person.get("dropping-particle"))
        last, first = (" ".join(_text(part) for part in parts if part) for parts in (family, given))
        if last:
            yield (f"last{count}", last)
            yield (f"first{count}", first)
        else:
            yield (f"author{count}", first)


def _date(date: Date | None) -> str:
    """Give a date that Wikipedia reads, or nothing."""
    if date is None or date.literal or not date.start or (date.year or 0) < 100:
        return ""
    if date.circa:
        return f"c. {date.year}" + (f" – c. {date.end['year']}" if date.end.get("year", date.year) != date.year else "")
    if date.season:
        return f"{_SEASONS[date.season]} {date.year}" if date.season in _SEASONS else str(date.year)
    if not date.end or date.end == date.start:
        return _day(date.start)
    start, end = dict(date.start), dict(date.end)
    if start.get("year") == end.get("year"):
        del start["year"]
        if start.get("month") == end.get("month"):
            start.pop("month", None)
    # Between single words a dash stands alone, between others it has spaces (WP:DATERANGE).
    dash = " – " if len(_day(start).split()) > 1 or (len(date.start) > 1 and "year" in start) else "–"
    return f"{_day(start)}{dash}{_day(end)}"


def _day(parts: Mapping[str, int]) -> str:
    month = parts.get("month")
    if month is not None and not 1 <= month <= 24:
        month = None
    season = (month - 1) % 4 if month and month > 12 else None
    said = [
        str(parts["day"]) if "day" in parts and season is None else "",
        "" if month is None else tuple(_SEASONS.values())[season] if season is not None else MONTHS[month - 1],
        str(parts["year"]) if "year" in parts else "",
    ]
    return " ".join(part for part in said if part)


def _text(value: object) -> str:
    return _plain(str(value)) if value else ""


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    text = " ".join(text.split())
    return _HAS_SPECIAL.sub(_escaped, text) if _HAS_SPECIAL.search(text) else text


def _escaped(found: re.Match[str]) -> str:
    text = found.group()
    return _SPECIAL.get(text) or f"<nowiki>{text}</nowiki>"


def _address(value: object) -> str:
    text = str(value or "").strip()
    if not _HAS_SPECIAL_IN_ADDRESS.search(text):
        return text
    return _HAS_SPECIAL_IN_ADDRESS.sub(lambda f: _IN_ADDRESS.get(f.group()) or "%27" * len(f.group()), text)
