"""The scale of time: days become percentages of a figure's width, with years or months marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..edtf import MONTHS, Edtf

MARKED = 4
"""The most stretches that ticks part an axis into: a phone has room for the labels of their ends."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 48000)
"""How many months may lie between two ticks."""
_MARGIN = 3.0
"""What is left free at either side, in percent, so that a sign at the very end is not cut."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time, from one tick to another; days are ordinals."""

    first: int
    last: int
    ticks: tuple[tuple[int, str], ...]

    def at(self, day: int) -> float:
        """Give where a day stands, in percent of the width."""
        return round(_MARGIN + (100 - 2 * _MARGIN) * (day - self.first) / (self.last - self.first), 1)

    def span(self, when: Edtf) -> tuple[float, float]:
        """Give where a date begins and ends; an open or unknown end is the figure's own."""
        earliest, latest = when.earliest, when.latest
        first = self.at(earliest.toordinal()) if earliest else 0.0
        if earliest and latest is earliest:
            return first, first
        return first, self.at(latest.toordinal()) if latest else 100.0


def axis(dates: Iterable[Edtf]) -> Axis | None:
    """Give the axis that holds all dates, from a round tick to a round tick; None where there is no day among them."""
    days = [day for when in dates for day in (when.earliest, when.latest) if day is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    low, high = first.year * 12 + first.month - 1, last.year * 12 + last.month
    step = next(step for step in _STEPS if _stretches(low, high, step) <= MARKED)
    ticks = tuple(_ticks(low - low % step, high + -high % step, step))
    return Axis(ticks[0][0], ticks[-1][0], ticks)


def _stretches(low: int, high: int, step: int) -> int:
    return (high + -high % step - (low - low % step)) // step


def _ticks(low: int, high: int, step: int) -> Iterator[tuple[int, str]]:
    for month in range(low, high + 1, step):
        year = month // 12
        # The years 1 and 9999 are the calendar's ends; their ticks stand at its first and last day.
        day = date.min if year < 1 else date.max if year > date.max.year else date(year, month % 12 + 1, 1)
        name = MONTHS[month % 12][:3]
        # A year is said where it begins, and at the first tick, so that the labels between are short.
        label = str(year) if month % 12 == 0 else f"{name} {year}" if month == low else name
        yield day.toordinal(), label
