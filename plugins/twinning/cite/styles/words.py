"""The words of the two Englishes that the styles are written in: quotation marks, months, labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a date as a language writes it: "day", "month" or "year", and what stands around it."""

    name: str
    prefix: str = ""
    suffix: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """What a style takes from the language that it is written in."""

    quotes: tuple[str, str]
    inner: tuple[str, str]
    inside: bool
    """Whether full stops and commas stand inside quotation marks."""
    date: Sequence[Part]
    """The parts of a whole date, in order."""
    section: tuple[str, str]
    edition: tuple[str, str]
    """Its abbreviation, one and several."""
    before_christ: str = " BC"
    of_our_era: str = " AD"
    et_al: str = "et al."
    page: tuple[str, str] = ("p.", "pp.")
    months: Sequence[str] = MONTHS
    short_months: Sequence[str] = SHORT_MONTHS

    def month(self, number: int, *, short: bool = False) -> str:
        """Give the name of a month; 13 to 16 and 21 to 24 are seasons. Empty for any other number."""
        if number < 1 or number > 24:
            return ""
        while number > 16:
            number -= 4
        if number > 12:
            return _SEASONS[number - 13]
        return (self.short_months if short else self.months)[number - 1]

    def season(self, number: int) -> str:
        """Give the name of a season, 1 to 4."""
        return _SEASONS[number - 1]


_DAY_FIRST = (Part("day", suffix=" "), Part("month", suffix=" "), Part("year"))
_MONTH_FIRST = (Part("month", suffix=" "), Part("day", suffix=", "), Part("year"))
_MLA = (Part("day", suffix=" "), Part("month", suffix=" ", short=True), Part("year"))

BRITISH = Language(
    ("‘", "’"), ("“", "”"), inside=False, date=_DAY_FIRST, section=("sect.", "sects"), edition=("edn", "edns")
)
OSCOLA = Language(
    ("‘", "’"),
    ("“", "”"),
    inside=False,
    date=_DAY_FIRST,
    section=("s", "ss"),
    edition=("edn", "edns"),
    et_al="and others",
)
AMERICAN = Language(
    ("“", "”"), ("‘", "’"), inside=True, date=_MONTH_FIRST, section=("sec.", "secs."), edition=("ed.", "eds.")
)
APA = Language(
    ("“", "”"),
    ("‘", "’"),
    inside=True,
    date=_MONTH_FIRST,
    section=("sec.", "secs."),
    edition=("ed.", "eds."),
    before_christ=" B.C.E.",
    of_our_era=" C.E.",
)
MLA = Language(("“", "”"), ("‘", "’"), inside=True, date=_MLA, section=("sec.", "secs."), edition=("ed.", "eds."))
