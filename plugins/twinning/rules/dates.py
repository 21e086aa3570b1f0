"""What a date of a record must be: one, and of a year of which newspapers tell."""

from __future__ import annotations

from collections.abc import Iterator

from .. import edtf
from ..diagnostics import Code, Fault, Where
from ..records import NOT_STATED

EARLIEST_YEAR = 1800
"""No record tells of an earlier year: the first British partnership abroad that newspapers speak of is of 1836."""
LATEST_YEAR = 2199
"""A record by itself knows no day of today: what is later than that, `crosschecks` says."""


def dates(*named: tuple[str, str | None]) -> Iterator[Fault]:
    """Say what is wrong with dates, each given with its field; None is none."""
    for name, value in named:
        if value is not None:
            yield from date(value, (name,))


def date(value: str, where: Where) -> Iterator[Fault]:
    """Say what is wrong with a date; `not-stated` is right where a record may say so."""
    if value == NOT_STATED and where[-1] in {"published", "since", "value"}:
        return
    try:
        found = edtf.parse(value)
    except edtf.EdtfError as fault:
        yield Fault(where, Code.DATE, f"`{value}`: {fault.message}", fault.help)
        return
    for end in (found.earliest, found.latest):
        if end is not None and not EARLIEST_YEAR <= end.year <= LATEST_YEAR:
            wrong = "out of range" if end.year < EARLIEST_YEAR else "in the future"
            yield Fault(
                where,
                Code.DATE,
                f"`{value}`: the year {end.year} is {wrong}",
                f"years from {EARLIEST_YEAR} to this one are recorded",
            )
            return
