"""Dates as newspapers write them, read the British way; what they mean is told with the place they stand at."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..wordings.patterns import Cased, Wording

_DIGIT: Final = Cased(r"\d")
MONTHS: Final = ("january february march april may june july august september october november december").split()
WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_UNITS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS: Final = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS: Final = (
    *_UNITS, *_TEENS, "twentieth", *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first",
)  # fmt: skip
"""The days of a month in words, from the first."""
_MONTH: Final = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY: Final = r"(?P<{0}>[0-3]?\d)(?:(?:st|nd|rd|th)\b\.?)?"
_WEEKDAY: Final = r"(?:(?P<week>mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_YEAR: Final = r"(?P<{0}>(?:18|19|20)\d\d)"
_WHOLE: Final = (
    rf"\b{_WEEKDAY}(?:the\s)?(?:{_DAY.format('d1')}\s+(?:day\s)?(?:of\s)?(?P<m1>{_MONTH})(?:,?\s+{_YEAR.format('y1')})?"
    rf"|(?P<m2>{_MONTH})\s+{_DAY.format('d2')}(?!\d|:)(?:,?\s+{_YEAR.format('y2')})?"
    rf"|(?P<m3>{_MONTH}),?\s+{_YEAR.format('y3')}"
    rf"|(?P<d6>{'|'.join(ORDINALS)})\s(?:day\s)?of\s(?P<m6>{_MONTH}),?\s+{_YEAR.format('y6')}"
    r"|(?P<iso>(?:19|20)\d\d(?:-[01]\d-|/[01]\d/)[0-3]\d)(?:T[\d:.+Z-]*)?|(?P<d4>[0-3]?\d)[/.](?P<m4>[01]?\d)[/.](?P<y4>(?:19|20)?\d\d)\b"
    r"|(?P<d5>[0-3]?\d)-(?P<m5>[01]?\d)-(?P<y5>(?:19|20)\d\d)\b)"
)
_FULL: Final = Wording(_WHOLE)
_TIME: Final = (
    r"(?:[,\s]*(?:at\s)?(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s?(?:BST|GMT|UTC))?)?"
)
DATELINE: Final = Wording(
    rf"^\W*(?:[a-z][\w&.’' -]{{2,60}}?\s?[,:|–-]+\s+)?(?:(?:(?:decisions?|minutes?|notice)(?:\s['‘’]?\w['‘’]?)?\s\(?(?=published|issued))?(?:first\s|last\s|originally\s)?(?:published|updated|posted|created|modified|issued|date|dated|released?|embargoed?)"
    rf"(?:\s(?:on|at|date|by|until|on the website|online))*\s*[:|-]?\s*)?{_TIME}[\s,]*{_WHOLE.replace('(?P<', '(?P<_')}{_TIME}"
    r"(?:\s*[|·•,.–-]?\s*(?:updated|last updated|modified|by)\b.{0,60})?(?:[\s,|–-]*\b(?:back |front )?(?:page|p|no|issue|edition)\b.{0,20})?\W*$"
)
"""A whole line that says when an article was published."""
RELATIVE_LINE: Final = Wording(r"^(?:published|updated)?\s*\d+\s(?:minutes?|hours?|days?|weeks?|months?)\sago$")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a line: its parts, None where it does not give them."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None
    """0 for Monday."""

    @property
    def edtf(self) -> str | None:
        """Give it in EDTF, None without a year."""
        if self.year is None:
            return None
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @property
    def full(self) -> date | None:
        """Give it as a day, None where it is less than one."""
        return date(self.year, self.month, self.day) if self.year and self.day else None


def written(line: str) -> Iterator[Written]:
    """Yield the dates of a line; what cannot be, such as 31 June, is none."""
    for match in _FULL.finditer(line) if _DIGIT.search(line) else ():
        part = match.groupdict()
        week = part["week"]
        weekday = next((i for i, name in enumerate(WEEKDAYS) if week and name.startswith(week.lower()[:3])), None)
        if part["iso"]:
            year, month, day = map(int, part["iso"].replace("/", "-").split("-"))
            found = (year, month, day)
        elif part["d4"]:
            found = (_century(int(part["y4"])), int(part["m4"]), int(part["d4"]))
        elif part["d5"]:
            found = (int(part["y5"]), int(part["m5"]), int(part["d5"]))
        elif part["d6"]:
            found = (int(part["y6"]), month_of(part["m6"]), ORDINALS.index(part["d6"]) + 1)
        else:
            name = part["m1"] or part["m2"] or part["m3"]
            years = part["y1"] or part["y2"] or part["y3"]
            days = part["d1"] or part["d2"]
            if days is None and years is None:
                continue
            found = (int(years) if years else 0, month_of(name), int(days) if days else 0)
        year, month, day = found
        if 1 <= month <= 12 and day <= (monthrange(year or 2000, month)[1]):
            yield Written(match.start(), match.end(), year or None, month, day or None, weekday)


def _century(year: int) -> int:
    return year if year > 99 else 2000 + year if year < 60 else 1900 + year


def month_of(name: str) -> int:
    """Give the number of a month by its name, whole or cut short."""
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))
