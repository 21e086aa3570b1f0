"""Dates as people know them: parsed, ordered and said in words.

The notation is EDTF (Library of Congress 2019, ISO 8601-2 annex A), levels 0 and 1 without letter-Y years:
`2020-09-28`, `2020-09`, `2020`; `~` about, `?` uncertain, `%` both; `X` for unknown digits; seasons 21 to 24;
intervals `a/b`, where `..` is an open end and nothing an unknown one. Times of day are not dates and are refused.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import lru_cache

from .edtf_slips import MONTHS, SEASONS, SLASHED_MONTH, EdtfError, check_characters, not_a_date, unsupported

__all__ = ["CALENDAR", "LONGEST", "MONTHS", "SEASONS", "Edtf", "EdtfError", "Point", "Precision", "parse"]

LONGEST = 64  # the longest valid date has 23 characters; the rest is room for an explanation

_POINT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")


class Precision(Enum):
    """The smallest unit that is known."""

    DAY = "day"
    """2020-09-28"""
    MONTH = "month"
    """2020-09, 2020-09-XX"""
    SEASON = "season"
    """2020-21"""
    YEAR = "year"
    """2020, 2020-XX, 2020-XX-XX"""
    DECADE = "decade"
    """202X"""
    CENTURY = "century"
    """20XX: the years 2000 to 2099, not the twenty-first century"""


CALENDAR = (Precision.DAY, Precision.MONTH, Precision.YEAR)
"""The precisions that ISO 8601 has too. A tuple, in which a member is found without being hashed."""
_WITHIN_A_YEAR = (*CALENDAR, Precision.SEASON)


@dataclass(frozen=True, slots=True)
class Point:
    """One date: the whole of a plain date, or one end of an interval.

    `text` is its known part (`2020-09` of `2020-09-XX~`), `unknown` the unit that X stands for ("day", "month",
    for a century "year", else empty). `earliest` and `latest` are its first and last day. `qualifier` is `~`, `?`,
    `%` or empty and does not widen them: EDTF gives no measure of "about", and one of our making would be a
    false fact.
    """

    text: str
    precision: Precision
    earliest: date
    latest: date
    unknown: str = ""
    qualifier: str = ""

    @property
    def year(self) -> int:
        """Return the year as written; a winter's is that of its December, a decade's its first."""
        return self.earliest.year

    @property
    def is_plain(self) -> bool:
        """Tell whether ISO 8601 alone says all of it: a day, month or year without qualifier or X."""
        return self.precision in CALENDAR and not self.unknown and not self.qualifier

    @property
    def phrase(self) -> str:
        """Return it in words, as they stand after "since" or "from": "about the 2010s"."""
        perhaps = "perhaps " if self.qualifier in {"?", "%"} else ""
        unknown = f"a {self.unknown} in " if self.unknown else ""
        about = "about " if self.qualifier in {"~", "%"} else ""
        return f"{perhaps}{unknown}{about}{self._name}"

    @property
    def _name(self) -> str:
        year, month = self.text[:4], MONTHS[self.earliest.month - 1]  # the text's year keeps its noughts: 0987
        match self.precision:
            case Precision.DAY:
                return f"{self.earliest.day} {month} {year}"
            case Precision.MONTH:
                return f"{month} {year}"
            case Precision.SEASON:
                season = SEASONS[int(self.text[5:]) - 21]
                return f"{season} {year}" + (_second_year(self.year) if season == "winter" else "")
            case Precision.YEAR:
                return year
            case Precision.DECADE:
                return f"the {year[:3]}0s"
            case Precision.CENTURY:
                return f"{year[:2]}00–{year[:2]}99"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval, immutable; made by `parse`.

    `text` is as written. `earliest` and `latest` are its first and last possible day, None where that end is open
    (`..`) or unknown (empty). `start` and `end` are the ends' own dates, None likewise; a plain date is both.
    """

    text: str
    earliest: date | None
    latest: date | None
    start: Point | None
    end: Point | None
    sort_key: tuple[int, int, str] = field(init=False, repr=False, compare=False)
    """A total order: by earliest, then latest, then text.

    An open or unknown start comes before every day, an open or unknown end after every day.
    """

    def __str__(self) -> str:
        """Return the text as written."""
        return self.text

    def __post_init__(self) -> None:
        """Work out `sort_key` once: dates are put in order again and again."""
        first = self.earliest.toordinal() if self.earliest else 0
        last = self.latest.toordinal() if self.latest else date.max.toordinal() + 1
        object.__setattr__(self, "sort_key", (first, last, self.text))

    @property
    def words(self) -> str:
        """Return it in British English, for a table cell or after a verb, in lower case but for the month.

        A span of plain dates takes a dash ("14–18 March 2011"), every other "from … to …", for a dash between
        phrases is hard to read. An open end is "since" or "until", both including the date.
        """
        return _words(self.text)

    @property
    def is_interval(self) -> bool:
        """Tell whether it was written with a slash."""
        return "/" in self.text

    @property
    def is_approximate(self) -> bool:
        """Tell whether either end is "about" (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    @property
    def is_uncertain(self) -> bool:
        """Tell whether either end is uncertain (`?` or `%`)."""
        return "?" in self.text or "%" in self.text

    @property
    def year(self) -> int | None:
        """Return the one calendar year it lies in, None where that is several or unknown.

        A winter counts to the year it is written with, that of its December.
        """
        if self.start is None or self.end is None or self.start.year != self.end.year:
            return None
        is_within = self.start.precision in _WITHIN_A_YEAR and self.end.precision in _WITHIN_A_YEAR
        return self.start.year if is_within else None

    @property
    def iso(self) -> str | None:
        """Return what `<time datetime>` may hold, None where plain ISO 8601 would say too much or too little."""
        return self.text if not self.is_interval and self.start and self.start.is_plain else None


@lru_cache(maxsize=1 << 15)
def _words(text: str) -> str:
    """Say a date that was parsed in words; its text is its key, for pages say the same dates again and again."""
    value = _parse(text)
    if value.start and value.end:
        if value.start == value.end:  # also an interval of one date: 2011/2011
            # The article is for sentences ("since the 2010s"); a decade alone reads as a label.
            return value.start.phrase.removeprefix("the ")
        if value.start.is_plain and value.end.is_plain:
            return _span(value.start, value.end)
    if value.text.endswith("/..") and value.start:
        return f"since {value.start.phrase}"
    if value.text.startswith("../") and value.end:
        return f"until {value.end.phrase}"
    first, last = (point.phrase if point else "an unknown date" for point in (value.start, value.end))
    return f"from {first} to {last}"


def parse(text: str) -> Edtf:
    """Parse a date of EDTF level 0 or 1, of the years 0001 to 9999; no white space around it.

    Seasons are the northern, meteorological ones: spring is March to May, and winter begins in December of its year
    and ends in February of the next (winter 9999 with the calendar). Raise EdtfError on any other text.
    """
    if len(text) > LONGEST:  # before the cache, which should not hash a novel
        raise EdtfError(f"longer than {LONGEST} characters", offset=LONGEST)
    return _parse(text)


@lru_cache(maxsize=1 << 15)
def _parse(text: str) -> Edtf:
    check_characters(text, _is_date)
    if "/" not in text:
        point = _point(text, 0)
        return Edtf(text, point.earliest, point.latest, point, point)
    if text.count("/") > 1 or SLASHED_MONTH.fullmatch(text):
        raise not_a_date(text, 0, _is_date)
    first, last = text.split("/")
    if last.lower() in {"open", "now", "present", "today", "ongoing"}:
        raise EdtfError("an open end is '..'", "Write two dots, as in 2011/.. for since 2011.", len(first) + 1)
    start = None if first in {"", ".."} else _point(first, 0)
    end = None if last in {"", ".."} else _point(last, len(first) + 1)
    if start is None and end is None:
        raise EdtfError("an interval needs a date at one end", "Where no date is known, leave the field out.")
    if start and end and end.latest < start.earliest:
        raise EdtfError("the interval ends before it starts", f"Write {last}/{first}.", len(first) + 1)
    return Edtf(text, start.earliest if start else None, end.latest if end else None, start, end)


def _is_date(text: str) -> bool:
    """Tell whether a text that has the form of a date means one, which 2011-13-32 does not."""
    try:
        _parse(text)
    except EdtfError:
        return False
    return True


def _point(text: str, offset: int) -> Point:
    """Read one date, which begins at `offset` of the whole text."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise not_a_date(text, offset, _is_date)
    year, month, day, qualifier = match.groups()
    if year == "0000":
        raise EdtfError("year out of range: years are 0001 to 9999", offset=offset)
    if "X" in year:
        if month:
            raise unsupported("a month in an unknown year", offset + 5, f"Write {year}{qualifier}.")
        return _years(year, qualifier)
    if month is None or month == "XX":
        if day and day != "XX":
            raise unsupported("a day in an unknown month", offset + 8, f"Write {year}-XX-XX{qualifier}.")
        unknown = "day" if day else "month" if month else ""
        first, last = date(int(year), 1, 1), date(int(year), 12, 31)
        return Point(year, Precision.YEAR, first, last, unknown, qualifier)
    if month > "12":
        return _season(text, offset)
    return _in_month(text, offset)


def _years(year: str, qualifier: str) -> Point:
    """Read a decade or a century; the first of each begins with the calendar, in the year 1."""
    first, last = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    # A century is said with its unknown year, or 20XX would read like the interval 2000/2099.
    precision, unknown = (Precision.CENTURY, "year") if year.endswith("XX") else (Precision.DECADE, "")
    return Point(year, precision, date(first, 1, 1), date(last, 12, 31), unknown, qualifier)


def _season(text: str, offset: int) -> Point:
    year, number = int(text[:4]), int(text[5:7])
    if 25 <= number <= 41:
        raise unsupported("a hemisphere, quarter or half-year", offset + 5, "Use 21 (spring) to 24 (winter).")
    if not 21 <= number <= 24:
        help_ = "Months are 01 to 12, seasons 21 (spring) to 24 (winter); an interval takes a slash."
        raise EdtfError(f"month out of range: there is no month {number}", help_, offset + 5)
    if text[7:8] == "-":
        raise EdtfError("a season has no days", f"Write {text[:7]}, or the month instead of it.", offset + 7)
    first = (number - 20) * 3
    if number < 24:
        last = date(year, first + 2, monthrange(year, first + 2)[1])
    else:
        last = date(year + 1, 2, monthrange(year + 1, 2)[1]) if year < date.max.year else date.max
    return Point(text[:7], Precision.SEASON, date(year, first, 1), last, "", text[7:])


def _in_month(text: str, offset: int) -> Point:
    year, month = int(text[:4]), int(text[5:7])
    if month == 0:
        raise EdtfError("month out of range: there is no month 00", "For an unknown month write XX.", offset + 5)
    length = monthrange(year, month)[1]
    day, qualifier = (text[8:10], text[10:]) if text[7:8] == "-" else ("", text[7:])
    if day in {"", "XX"}:
        first, last = date(year, month, 1), date(year, month, length)
        return Point(text[:7], Precision.MONTH, first, last, "day" if day else "", qualifier)
    if not 1 <= int(day) <= length:
        message = f"day out of range: {MONTHS[month - 1]} {text[:4]} has {length} days"
        raise EdtfError(message, f"Correct the day, or write {text[:7]} for the month.", offset + 8)
    whole = date(year, month, int(day))
    return Point(text[:10], Precision.DAY, whole, whole, "", qualifier)


def _second_year(year: int) -> str:
    """Return the second half of a winter: "–21" after 2020, "–2000" after 1999."""
    return f"–{year + 1:04}" if (year + 1) % 100 == 0 else f"–{(year + 1) % 100:02}"


def _span(start: Point, end: Point) -> str:
    """Say two plain dates with a dash, a month or year they share only once."""
    first, last = start.phrase.split(), end.phrase.split()
    alike = len(first) == len(last)
    while alike and len(first) > 1 and first[-1] == last[len(first) - 1]:
        first.pop()
    # The dash is close between single words and spaced between groups of words (New Hart's Rules).
    dash = "–" if alike and len(first) == 1 else " – "
    return " ".join(first) + dash + " ".join(last)
