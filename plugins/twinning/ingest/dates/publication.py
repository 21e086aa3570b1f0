"""When an article was published: as its page says, or as what its text says allows; never narrower, and often not at all.

Most articles do not say it. What they do say are days seen from the day of writing ("last night", "May last year"),
which need a date that fixes them: a weekday that agrees with one year alone, one event dated twice, or something that
the world knows the day of. Each date has its reasons with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ...vocabulary import ParagraphKind
from ..patterns import Headed, Wording
from ..proposal import Kind, Passage, Published
from ..quoting import around
from .happenings import HAPPENINGS, Happening
from .stated import stated
from .written import MONTHS, WEEKDAYS, Written, written

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
_AGO = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": 1,
    "last night": 1,
    "yesterday evening": 1,
}
_SEEN = Headed(
    rf"\b(?P<when>{'|'.join(sorted(_AGO, key=len, reverse=True))})\b[,\s]*\(?(?:on )?(?=(?:the )?(?:mon|tue|wed|thu|fri|sat|sun|\d|{'|'.join(m[:3] for m in MONTHS)}))"
)
_AFTER = Wording(rf"\b(?P<n>{_NUMBER}) (?P<unit>days?|weeks?)(?: and (?P<n2>{_NUMBER}) days?)? after\b")
_LATER = Headed(
    rf"\b(?:exactly )?(?P<n>{_NUMBER}) (?P<unit>years?|decades?) (?:to the \w+ )?after\b[^.;]{{0,70}}?\b(?:in|of|since)\s(?P<year>(?:19|20)\d\d)\b"
)
_YEARS_AGO = Headed(
    rf"\b(?P<n>{_NUMBER}) (?P<unit>years?|decades?) ago,? (?:back )?in (?P<year>(?:19|20)\d\d)\b|\bin (?P<year2>(?:19|20)\d\d),? (?P<n2>{_NUMBER}) (?P<unit2>years?|decades?) ago\b"
)
_ANNIVERSARY = Wording(
    rf"\b(?P<n>\d{{1,3}}|{_NUMBER})(?:st|nd|rd|th) (?:anniversary|birthday|year)\b[^.]{{0,80}}\b(?:in|since|of|signed in)\s(?P<year>(?:19|20)\d\d)\b"
)
_MONTH_OF = Headed(rf"\b(?P<month>{'|'.join(MONTHS)})(?:,? of)? (?P<which>last year|this year)\b")
_MONTH_IN = Headed(rf"\b(?P<month>{'|'.join(MONTHS)}),? (?P<year>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COMING = Wording(
    r"\b(?:will|next|due|until|by|runs? (?:out|to|until)|to be|from|would|shall|going to|expires?|plann\w+|before|ends?)\b[^.;]{0,45}$"
)
_THIS_YEAR = Wording(r"\bearlier this year\b|\bthis year[’']s\b")
_OUR_LORD = Headed(
    r"\b(?:in|of) the year of our lord,? ((?:19|20)\d\d)\b|\bhere we are,? in ((?:19|20)\d\d)\b|\bit is now ((?:19|20)\d\d)\b"
)
_PEG = Wording(r"\b(?:following|after|in the wake of|in light of|days after|weeks after|amid|since)\b[^.]{0,120}$")


class _News(NamedTuple):
    """The world's news where a line tells of it."""

    of: Happening
    p: int
    line: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Reason:
    """One thing that the text says about its date."""

    year: int
    why: str
    passage: Passage


def published(lines: Sequence[str], kinds: Sequence[Kind]) -> Published | None:
    """Give the date of publication with its reasons; None where the text does not support one."""
    return stated(lines, kinds) or _derived(lines, kinds)


def _derived(lines: Sequence[str], kinds: Sequence[Kind]) -> Published | None:
    """Work it out from what the text says of days and years."""
    body = [
        (k.p, line) for line, k in zip(lines, kinds, strict=True)
        if k.kind in {ParagraphKind.BODY, ParagraphKind.STANDFIRST, ParagraphKind.HEADLINE, ParagraphKind.DATELINE, ParagraphKind.CAPTION}
    ]  # fmt: skip
    whole = "\n".join(line for _, line in body)
    small = whole.lower()
    known = [h for h in HAPPENINGS if any(stem in small for stem in h.stems) and h.words.search(whole)]
    told = [_News(h, p, line, *m.span()) for h in known for p, line in body for m in [h.words.search(line)] if m]
    years = [*_years(body), *_years_of_news(told)]
    if day := _seen_day(body, told, years):
        return day
    if years:
        agreed = {reason.year for reason in years}
        if len(agreed) == 1:
            return _within_year(years, body, told)
        return None
    return _after_news(body, told)


def _years(body: Sequence[tuple[int, str]]) -> Iterator[_Reason]:
    """Yield what fixes the year of writing."""
    months: dict[str, set[int]] = {}
    for _, line in body:
        for match in _MONTH_IN.finditer(line):
            months.setdefault(match["month"].lower(), set()).add(int(match["year"]))
    for p, line in body:
        for match in _OUR_LORD.finditer(line):
            year = int(match[1] or match[2] or match[3])
            yield _Reason(year, f"it says that it is {year}", around(p, line, *match.span()))
        for match in _MONTH_OF.finditer(line):
            dated = months.get(match["month"].lower(), set())
            if len(dated) == 1:
                year = dated.copy().pop() + (match["which"].lower() == "last year")
                yield _Reason(
                    year,
                    f"“{line[slice(*match.span())]}” is dated {match['month'].title()} {dated.copy().pop()} elsewhere",
                    around(p, line, *match.span()),
                )
        for match in _LATER.finditer(line):
            if not re.search(r"(?i)\b(?:will|would|next|had)\b", line[max(0, match.start() - 40) : match.start()]):
                year = int(match["year"]) + _count(match["n"]) * (10 if match["unit"].startswith("decade") else 1)
                yield _Reason(
                    year,
                    f"it is {match['n'].lower()} {match['unit']} after {match['year']}",
                    around(p, line, *match.span()),
                )
        for match in _YEARS_AGO.finditer(line):
            n, unit, start = match["n"] or match["n2"], match["unit"] or match["unit2"], match["year"] or match["year2"]
            year = int(start) + _count(n) * (10 if unit.startswith("decade") else 1)
            yield _Reason(year, f"{start} was {n.lower()} {unit} ago", around(p, line, *match.span()))


def _years_of_news(told: Sequence[_News]) -> Iterator[_Reason]:
    """Yield what the world's news fix of it."""
    for happening, p, line, start, end in told:
        if _THIS_YEAR.search(line[max(0, start - 160) : end + 60]):
            yield _Reason(happening.day.year, f"{happening.what} was “earlier this year”", around(p, line, start, end))
        elif after := _AFTER.search(line[max(0, start - 60) : start]):
            yield _Reason(happening.day.year, f"it is {after[0].lower()} {happening.what}", around(p, line, start, end))


def _count(words: str) -> int:
    """Read a number of years: 30, thirty, twenty-one."""
    words = words.lower().strip()
    if words.isdecimal():
        return int(words)
    if words in _NUMBERS:
        return _NUMBERS[words]
    ten, _, one = words.replace(" ", "-").partition("-")
    return _NUMBERS.get(ten, 0) + _NUMBERS.get(one, 0)


def _seen_day(body: Sequence[tuple[int, str]], told: Sequence[_News], years: Sequence[_Reason]) -> Published | None:
    """Read a day that is named as seen from the day of writing: last night (Tuesday, March 8)."""
    for p, line in body:
        for match in _SEEN.finditer(line):
            found = next((d for d in written(line[match.start() :]) if d.start < match.end() - match.start() + 3), None)
            if found is None or not found.day:
                continue
            year, why = _year_of(found, body, told, years)
            if year is None:
                continue
            try:
                day = date(year, found.month, found.day) + timedelta(_AGO[match["when"].lower()])
            except ValueError:
                continue
            words = line[match.start() : match.start() + found.end]
            return Published(
                day.isoformat(),
                f"“{words}”; {why}.",
                0.85,
                (around(p, line, match.start(), match.start() + found.end),),
            )
    return None


def _year_of(
    found: Written,
    body: Sequence[tuple[int, str]],
    told: Sequence[_News],
    years: Sequence[_Reason],
) -> tuple[int | None, str]:
    """Find the year of a day: named, given by something else, or the one in which its weekday agrees."""
    if found.year:
        return found.year, "the year is given"
    agreed = {reason.year for reason in years}
    if len(agreed) == 1:
        return years[0].year, years[0].why
    if found.weekday is None:
        return None, ""
    known = [int(m[0]) for _, line in body for m in _YEAR.finditer(line) if not _COMING.search(line[: m.start()])]
    least = max([*known, *(h.day.year for h, *_ in told)], default=0)
    fitting = [year for year in range(least, least + 7) if _weekday(year, found) == found.weekday]
    if least and len(fitting) >= 1 and fitting[0] - least <= 1 and (len(fitting) == 1 or fitting[1] - fitting[0] > 4):
        return fitting[
            0
        ], f"{WEEKDAYS[found.weekday].title()} fell on that day in {fitting[0]}, and {least} is the last year named"
    return None, ""


def _weekday(year: int, found: Written) -> int | None:
    try:
        return date(year, found.month, found.day or 1).weekday()
    except ValueError:
        return None


def _within_year(years: Sequence[_Reason], body: Sequence[tuple[int, str]], told: Sequence[_News]) -> Published:
    """Say the year, and the month where a day of it that has passed is named without its year."""
    year = years[0].year
    why = [reason.why for reason in years]
    shown = [reason.passage for reason in years]
    latest: tuple[date, Passage] | None = None
    for p, line in body:
        for found in written(line):
            if found.year or not found.day or _COMING.search(line[: found.start]):
                continue
            try:
                day = date(year, found.month, found.day)
            except ValueError:
                continue
            if latest is None or day > latest[0]:
                latest = (day, around(p, line, found.start, found.end))
    events = [h.day for h, *_ in told if h.day.year == year]
    edtf = str(year)
    if latest is not None:
        edtf = f"{latest[0]:%Y-%m}~"
        why.append(f"{latest[0].day} {MONTHS[latest[0].month - 1].title()} had passed, and is named without its year")
        shown.append(latest[1])
    elif events:
        newest = max(events)
        edtf = f"{newest.isoformat()}/{year}-12-31"
        why += [f"{h.what} ({h.day.isoformat()}) had happened" for h, *_ in told if h.day == newest][:1]
    text = "; ".join(dict.fromkeys(why))
    return Published(edtf, text[:1].upper() + text[1:] + ".", 0.7, tuple(dict.fromkeys(shown))[:3])


def _after_news(body: Sequence[tuple[int, str]], told: Sequence[_News]) -> Published | None:
    """Say what follows from passing news that an article opens with: it was written that year, after it."""
    early = {p for p, _ in body[:3]}
    for happening, p, line, start, end in told:
        if happening.passing and p in early and _PEG.search(line[:start]):
            newest = max(h.day for h, *_ in told)
            if newest.year != happening.day.year:
                return None
            why = f"It opens with {happening.what} ({happening.day.isoformat()}), which was news that year."
            return Published(f"{newest.isoformat()}/{newest.year}-12~", why, 0.5, (around(p, line, start, end),))
    return None
