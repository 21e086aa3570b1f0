"""What fixes the year in which an article was written: an age and its year, one event dated twice, the world's news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..patterns import Wording
from ..proposal import Passage
from ..quoting import around
from .happenings import Happening
from .written import MONTHS

_NUMBERS = {
    word: n
    for n, word in enumerate(
        (
            "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        ).split()
    )
}
_NUMBERS |= {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "twenty-five": 25,
    "half a": 0,
}
_NUMBER = (
    r"(?:\d{1,3}|"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)
AFTER = Wording(rf"\b(?P<n>{_NUMBER}) (?P<unit>days?|weeks?)(?: and (?P<n2>{_NUMBER}) days?)? after\b")
_LATER = Wording(
    rf"\b(?:exactly )?(?P<n>{_NUMBER}) (?P<unit>years?|decades?) (?:to the \w+ )?after\b[^.;]{{0,70}}?\b(?:in|of|since)\s(?P<year>(?:19|20)\d\d)\b"
)
_YEARS_AGO = Wording(
    rf"\b(?P<n>{_NUMBER}) (?P<unit>years?|decades?) ago,? (?:back )?in (?P<year>(?:19|20)\d\d)\b|\bin (?P<year2>(?:19|20)\d\d),? (?P<n2>{_NUMBER}) (?P<unit2>years?|decades?) ago\b"
)
_MONTH_OF = Wording(rf"\b(?P<month>{'|'.join(MONTHS)})(?:,? of)? (?P<which>last year|this year)\b")
_MONTH_IN = Wording(rf"\b(?P<month>{'|'.join(MONTHS)}),? (?P<year>(?:19|20)\d\d)\b")
_THIS_YEAR = Wording(r"\bearlier this year\b|\bthis year[’']s\b")
_OUR_LORD = Wording(
    r"\b(?:in|of) the year of our lord,? ((?:19|20)\d\d)\b|\bhere we are,? in ((?:19|20)\d\d)\b|\bit is now ((?:19|20)\d\d)\b"
)


class News(NamedTuple):
    """The world's news where a line tells of it."""

    of: Happening
    p: int
    line: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that the text says about its date."""

    year: int
    why: str
    passage: Passage


def years_told(body: Sequence[tuple[int, str]]) -> Iterator[Reason]:
    """Yield what fixes the year of writing."""
    months: dict[str, set[int]] = {}
    for _, line in body:
        for match in _MONTH_IN.finditer(line):
            months.setdefault(match["month"].lower(), set()).add(int(match["year"]))
    for p, line in body:
        for match in _OUR_LORD.finditer(line):
            year = int(match[1] or match[2] or match[3])
            yield Reason(year, f"it says that it is {year}", around(p, line, *match.span()))
        for match in _MONTH_OF.finditer(line):
            dated = months.get(match["month"].lower(), set())
            if len(dated) == 1:
                year = dated.copy().pop() + (match["which"].lower() == "last year")
                yield Reason(
                    year,
                    f"“{line[slice(*match.span())]}” is dated {match['month'].title()} {dated.copy().pop()} elsewhere",
                    around(p, line, *match.span()),
                )
        for match in _LATER.finditer(line):
            if not re.search(r"(?i)\b(?:will|would|next|had)\b", line[max(0, match.start() - 40) : match.start()]):
                year = int(match["year"]) + count(match["n"]) * (10 if match["unit"].startswith("decade") else 1)
                yield Reason(
                    year,
                    f"it is {match['n'].lower()} {match['unit']} after {match['year']}",
                    around(p, line, *match.span()),
                )
        for match in _YEARS_AGO.finditer(line):
            n, unit, start = match["n"] or match["n2"], match["unit"] or match["unit2"], match["year"] or match["year2"]
            year = int(start) + count(n) * (10 if unit.startswith("decade") else 1)
            yield Reason(year, f"{start} was {n.lower()} {unit} ago", around(p, line, *match.span()))


def years_of_news(told: Sequence[News]) -> Iterator[Reason]:
    """Yield what the world's news fix of it."""
    for happening, p, line, start, end in told:
        if _THIS_YEAR.search(line[max(0, start - 160) : end + 60]):
            yield Reason(happening.day.year, f"{happening.what} was “earlier this year”", around(p, line, start, end))
        elif after := AFTER.search(line[max(0, start - 60) : start]):
            yield Reason(happening.day.year, f"it is {after[0].lower()} {happening.what}", around(p, line, start, end))


def count(words: str) -> int:
    """Read a number of years: 30, thirty, twenty-one."""
    words = words.lower().strip()
    if words.isdecimal():
        return int(words)
    if words in _NUMBERS:
        return _NUMBERS[words]
    ten, _, one = words.replace(" ", "-").partition("-")
    return _NUMBERS.get(ten, 0) + _NUMBERS.get(one, 0)
