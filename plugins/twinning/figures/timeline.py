"""A timeline as SVG: a lane for each partnership, a sign for each entry, a bar for the time that a date leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..edtf import Edtf
from ..html import text
from .axis import Axis, axis
from .signs import EVENT, GOING, GONE, OPEN, sign_of

ROWS = 6
"""The most rows a lane has for signs that would cover each other; what is more crowded shares the last."""
APART = 5.0
"""How far apart signs of one row stand at least, in percent: 14 px on a phone."""
_ROW, _NAME = 1.15, 1.3
"""How high a row of signs, and a lane's name, are, in rem."""

KEY = (
    f'<span class="{GOING.name}">{GOING.shape}</span> in being, '
    f'<span class="{OPEN.name}">{OPEN.shape}</span> open, '
    f'<span class="{GONE.name}">{GONE.shape}</span> at an end, as an article reports it; '
    f"{EVENT.shape} an event that an article tells of. A hollow sign is “about” its day, "
    "a bar the time that a date leaves open."
)


class Mark(NamedTuple):
    """What one entry of a timeline is drawn from: its date, and its state's term, empty for an event."""

    date: Edtf
    state: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of marks under a name, which is empty where the figure has one lane alone."""

    name: str
    marks: Sequence[Mark]


def timeline(lanes: Sequence[Lane], label: str) -> str:
    """Draw lanes over one scale of time; nothing where no mark has a day. `label` says what the picture shows."""
    scale = axis(mark.date for lane in lanes for mark in lane.marks)
    if scale is None:
        return ""
    parts: list[str] = []
    y = 0.0
    for lane in lanes:
        if lane.name:
            parts.append(f'<text x="0" y="{_rem(y + 0.95)}" class="lane">{text(lane.name)}</text>')
            y += _NAME
        drawn, rows = _drawn(lane.marks, scale, y)
        parts += drawn
        y += rows * _ROW
    grid = "".join(_tick(place, label_, scale, y) for place, label_ in scale.ticks)
    return (
        f'<figure class="figure">\n<svg class="lanes" width="100%" height="{_rem(y + 1.3)}" role="img" '
        f'aria-label="{text(label)}">{grid}{"".join(parts)}</svg>\n<figcaption>{KEY}</figcaption>\n</figure>\n'
    )


def _tick(day: int, label: str, scale: Axis, height: float) -> str:
    x = scale.at(day)
    # The outermost labels lean inwards, for there is no room beyond them.
    anchor = ' class="first"' if day == scale.first else ' class="last"' if day == scale.last else ' class="mid"'
    return (
        f'<line class="tick" x1="{x:g}%" y1="0" x2="{x:g}%" y2="{_rem(height)}"/>'
        f'<text{anchor} x="{x:g}%" y="{_rem(height + 0.95)}">{label}</text>'
    )


def _drawn(marks: Sequence[Mark], scale: Axis, top: float) -> tuple[list[str], int]:
    """Draw marks from `top` down, in as many rows as they need not to cover each other; give them and the rows."""
    parts: list[str] = []
    ends: list[float] = []
    heights: list[tuple[str, str]] = []  # of each row: its bars', its signs'
    for mark in [m for m in marks if m.state] + [m for m in marks if not m.state]:  # reports have the upper rows
        first, last = scale.span(mark.date)
        middle = round((first + last) / 2, 1)
        left, right = min(first, middle - APART / 2), max(last, middle + APART / 2)
        row = 0
        for end in ends:
            if end <= left:
                break
            row += 1
        if row == len(ends) and row < ROWS:
            ends.append(right)
            y = top + row * _ROW
            heights.append((_rem(y + 0.57), _rem(y + 0.9)))
        else:
            row = min(row, ROWS - 1)
            ends[row] = max(ends[row], right)
        bars, signs = heights[row]
        if last - first >= 1:  # a narrower bar would hide behind its sign
            parts.append(f'<line class="span" x1="{first:g}%" y1="{bars}" x2="{last:g}%" y2="{bars}"/>')
        sign = sign_of(mark.state) if mark.state else EVENT
        shape = sign.hollow if mark.date.is_approximate or mark.date.is_uncertain else sign.shape
        parts.append(f'<text class="{sign.name}" x="{middle:g}%" y="{signs}">{shape}</text>')
    return parts, max(1, len(ends))


def _rem(length: float) -> str:
    return f"{length:.4g}rem"
