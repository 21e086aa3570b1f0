"""What fixes the year in which an article was written: an age and its year, one event dated twice, the world's news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..proposal import Passage
from ..quoting import around
from ..wordings.patterns import Wording
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
    "half a": 0,  # a decade's half is no number of years that fixes one
}
_NTHS = {
    "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "twenty-fifth": 25, "seventy-fifth": 75,
}  # fmt: skip
_NUMBER = (
    r"(?:\d{1,3}|"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)
AFTER = Wording(rf"\b(?P<n>{_NUMBER}) (?P<unit>days?|weeks?)(?: and (?P<n2>{_NUMBER}) days?)? (?:after|since)\b")
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
_YEAR_NAMED = Wording(
    r"(?<!the )\b(?P<which>this|last|next) year(?:,| \() ?(?P<year>(?:19|20)\d\d)(?=[),.;])|\bso far in (?P<now>(?:19|20)\d\d)\b"
)
_SINCE = Wording(
    rf"(?:\bit is|\bit[’']s|\bit has been|\bit[’']s been|\b(?P<which>this|next) year (?:is|marks|will be)|^) (?:now |exactly |just )*(?P<n>{_NUMBER}) (?P<unit>years|decades)"
    rf"(?: this \w+)?(?: almost)?(?: to the \w+)?,? (?:on from|since)\b[^.;]{{0,70}}?\b(?:in|of) (?:(?P<month>{'|'.join(MONTHS)}) )?(?P<year>(?:19|20)\d\d)\b"
)
_AGE = Wording(
    rf"\b(?P<n>{_NUMBER})(?:(?:st|nd|rd|th) (?:anniversary|birthday)\b| years old\b| this (?:year|spring|summer|autumn|winter|month)\b)"
    rf"|\b(?:mark\w*|celebrat\w*) (?P<n2>{_NUMBER}) years\b(?! ago)"
)
_NTH = Wording(r"\b(?P<n>" + "|".join(_NTHS) + r") (?:anniversary|birthday)\b")
_NOW = Wording(r"\bthis (?:year|spring|summer|autumn|winter|month|week|weekend)\b(?![’']s)")
_ABOUT = Wording(r"\b(?:nearly|almost|about|around|roughly|some|over|more than|under|less than|had|would)\b")
_MADE = Wording(
    r"\b(?:signed|twinned|began|begun|beginning|set up|formed|founded|forged|made|established|started|struck up|agreed|dat\w+|twinning|link|charter|partnership|friendship|agreement|pact)\b"
    r"[^.;]{0,25}?\b(?:in|of|since|from|to) (?:\w+ )?(?:19|20)\d\d\b"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HAS = Wording(r"\b(?:has|have|is|are)\b")
_OTHER_YEAR = Wording(
    r"\b(?:last|next|that|the following|the previous) (?:year|spring|summer|autumn|winter|month|week|weekend)\b"
)
_SENTENCES = re.compile(r"(?<=[a-z\d)’”\"'])[.!?]\s+")
_TIE = Wording(r"\b(?:twin\w*|links?|partner\w*|ties?|friendship|sister|pact|charter|agreement)\b")
_END = (
    r"(?:called off|ended|scrapped|dropped|given up|gave up|cut|severed|abandoned|axed|broken off|broke off|dissolved)"
)
_END_AGO = Wording(rf"\b{_END}\b[^.;]{{0,25}}?\b(?P<n>{_NUMBER}) years ago\b", "years ago")
_END_IN = Wording(rf"\b{_END}\b[^.;]{{0,20}}?\bin (?P<year>(?:19|20)\d\d)\b")
_LATELY = Wording(
    r"\b(?:last night|yesterday|today|tonight|this (?:week|month|morning|afternoon|weekend)|at the weekend|on \w+day)\b"
)
_BEFORE = Wording(r"\b(?:was|were|had|did|would|will|next)\b[^.;]{0,60}$")


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
    month: int | None = None


def years_told(body: Sequence[tuple[int, str]]) -> Iterator[Reason]:
    """Yield what fixes the year of writing."""
    months: dict[str, set[int]] = {}
    for _, line in body:
        for match in _MONTH_IN.finditer(line) if _ANY_YEAR.search(line) else ():
            months.setdefault(match["month"].lower(), set()).add(int(match["year"]))
    for p, line in body:
        for match in _OUR_LORD.finditer(line):
            year = int(match[1] or match[2] or match[3])
            yield Reason(year, f"it says that it is {year}", around(p, line, *match.span()))
        for match in _MONTH_OF.finditer(line):
            dated = months.get(match["month"].lower(), set())
            if len(dated) == 1:
                (then,) = dated
                why = f"“{line[match.start() : match.end()]}” is dated {match['month'].title()} {then} elsewhere"
                yield Reason(then + (match["which"].lower() == "last year"), why, around(p, line, *match.span()))
        if not _ANY_YEAR.search(line):
            continue
        for match in _LATER.finditer(line):
            if count(match["n"]) and not _is_of_then(line, match.start(), match.end()):
                year = int(match["year"]) + count(match["n"]) * (10 if match["unit"].startswith("decade") else 1)
                yield Reason(
                    year,
                    f"it is {match['n'].lower()} {match['unit']} after {match['year']}",
                    around(p, line, *match.span()),
                )
        for match in _YEARS_AGO.finditer(line):
            n, unit, start = match["n"] or match["n2"], match["unit"] or match["unit2"], match["year"] or match["year2"]
            if not count(n):
                continue
            year = int(start) + count(n) * (10 if unit.startswith("decade") else 1)
            yield Reason(year, f"{start} was {n.lower()} {unit} ago", around(p, line, *match.span()))


def _is_of_then(line: str, start: int, end: int, *, lately: bool = False) -> bool:
    """Tell whether an age is that of something at another time: in 2015, 30 years after 1985, it was renewed."""
    opened = max((m.end() for m in _SENTENCES.finditer(line, 0, start)), default=0)
    closed = next((m.start() for m in _SENTENCES.finditer(line, end)), len(line))
    others = [m for m in _ANY_YEAR.finditer(line, opened, closed) if not start <= m.start() < end]
    if others or (not lately and re.search(r"(?i)\b(?:will|would|next|had)\b", line[max(0, start - 40) : start])):
        return True
    return not lately and bool(_BEFORE.search(line[opened:start]) and not _LATELY.search(line[opened:closed]))


def ages_told(body: Sequence[tuple[int, str]]) -> Iterator[Reason]:
    """Yield the years of writing that follow from a year with its name, or from an age of this year."""
    for p, line in body:
        if not _ANY_YEAR.search(line):
            continue
        for match in _YEAR_NAMED.finditer(line):
            if is_quoted(line, match.start()) or _is_of_then(line, *match.span(), lately=match["which"] != "next"):
                continue
            year = int(match["year"] or match["now"]) + {"last": 1, "next": -1}.get(match["which"] or "", 0)
            yield Reason(year, f"it says “{line[match.start() : match.end()]}”", around(p, line, *match.span()))
        if not (_NOW.search(line) or " since " in line or " on from " in line):
            continue
        for at, sentence in _sentences_of(line):
            yield from _ages_of(p, line, at, sentence)


def _sentences_of(line: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a line, each with the one after it where that goes on about it."""
    ends = [m.end() for m in _SENTENCES.finditer(line)]
    starts = [0, *ends]
    for i, start in enumerate(starts):
        end = starts[i + 1] if i + 1 < len(starts) else len(line)
        if re.match(r"(?:It|They) (?:was|were) ", line[end:]):
            end = starts[i + 2] if i + 2 < len(starts) else len(line)
        yield start, line[start:end]


def _ages_of(p: int, line: str, at: int, sentence: str) -> Iterator[Reason]:
    """Yield what a sentence says of an age and the one year it names."""
    years = {int(m[0]) for m in _ANY_YEAR.finditer(sentence)}
    if len(years) != 1 or is_quoted(line, at) or _ABOUT.search(sentence):
        return
    start = years.pop()
    now = _NOW.search(sentence)
    if since := _SINCE.search(f" {sentence}"):
        if (since.start() == 0 and not _HAS.search(sentence[since.end() :])) or _OTHER_YEAR.search(
            sentence[since.end() :]
        ):
            return
        n = count(since["n"]) * (10 if since["unit"] == "decades" else 1) - (since["which"] == "next")
        month = MONTHS.index(since["month"]) + 1 if since["month"] and now and now[0] == "this month" else None
        why = f"it is {since['n']} {since['unit']} since {start}"
        first = at + max(0, since.start() - 1)  # a space was put before the sentence
        yield Reason(start + n, why, around(p, line, first, at + since.end() - 1), month)
        return
    age = _AGE.search(sentence) or _NTH.search(sentence)
    if not (now and age) or _OTHER_YEAR.search(sentence) or not _MADE.search(sentence):
        return
    of_it = re.match(r" of (?:the|its|their) ", sentence[age.end() :]) and _TIE.search(
        sentence[age.end() : age.end() + 40]
    )
    if of_it or _TIE.search(sentence[: age.start()]):
        words = age["n"] or age["n2"] if "n2" in age.groupdict() else age["n"]
        n = _NTHS.get(words) or count(words)
        if n > 1:
            shown = around(p, line, at + age.start(), at + age.end())
            yield Reason(start + n, f"{start} was {n} years before {now[0]}", shown)


def ends_told(body: Sequence[tuple[int, str]], least: int) -> Iterator[Reason]:
    """Yield the year in which a link that is said to have ended so many years ago did end; round numbers tell nothing."""
    ago = [(p, line, m) for p, line in body for m in _END_AGO.finditer(line) if _TIE.search(line)]
    if len({m["n"] for *_, m in ago}) != 1:
        return
    years = {int(m["year"]) for _, line in body for m in _END_IN.finditer(line) if _TIE.search(line)}
    if len(years) == 1 and sum(line.count(str(*years)) for _, line in body) < 2:
        return
    p, line, match = ago[0]
    n = count(match["n"])
    if len(years) == 1 and n > 2 and n % 10 and (year := years.pop() + n) >= least:
        yield Reason(year, f"what ended in {year - n} ended {match['n']} years ago", around(p, line, *match.span()))


def is_quoted(line: str, at: int) -> bool:
    """Tell whether a place in a line is in somebody's speech, which may be told of long ago."""
    before = line[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


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
