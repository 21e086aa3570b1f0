"""The map of links: the land, a line for each partnership, a dot for each place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..html import text
from .globe import HEIGHT, WIDTH, Point, great_circle, project
from .signs import GOING, GONE, OPEN, Sign

LAND = Path(__file__).with_name("land.svg")
"""The outline of the land, with its credit; made by the task `outline`."""
MOST_LINES = 200
"""With more partnerships than this the map has dots alone: lines would cover each other, and weigh more than land."""

KEY = (
    f'<span class="{GOING.name}">solid</span>: in being; <span class="{OPEN.name}">dashed</span>: open; '
    f'<span class="{GONE.name}">dotted</span>: at an end.'
)
CREDIT = "Outline: Natural Earth, in the public domain. Projection: Equal Earth."


@dataclass(frozen=True, slots=True)
class Link:
    """A partnership on the map: two places as (longitude, latitude), and the sign of its state."""

    start: Point
    end: Point
    sign: Sign


def world(links: Sequence[Link], label: str) -> str:
    """Draw the map. Lines and dots come in a fixed order, the same place once; `label` says what the picture shows."""
    lines = (
        [f'<path class="{link.sign.name}" d="{_line(great_circle(link.start, link.end))}"/>' for link in links]
        if len(links) <= MOST_LINES
        else []
    )
    ends = sorted({project(*link.end) for link in links})
    starts = sorted({project(*link.start) for link in links})
    # A dot is a line of no length with a round end: its breadth does not shrink with the map on a phone.
    dots = [f'<path class="partner" d="M{x:.0f} {y:.0f}h0"/>' for x, y in ends]
    dots += [f'<path class="council" d="M{x:.0f} {y:.0f}h0"/>' for x, y in starts]
    return (
        f'<figure class="figure">\n<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{text(label)}"><path class="land" d="{_land()}"/>{"".join(lines)}{"".join(dots)}</svg>\n'
        f"<figcaption>{KEY if lines else ''} {CREDIT}</figcaption>\n</figure>\n"
    )


@lru_cache(maxsize=1)
def _land() -> str:
    found = re.search(r' d="([^"]*)"', LAND.read_text("utf-8"))
    assert found is not None
    return found[1]


def _line(places: Iterable[Point]) -> str:
    return "".join(
        "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in (project(*place) for place in part)) for part in parted(places)
    )


def parted(places: Iterable[Point]) -> Iterator[list[Point]]:
    """Part a line at the map's edge, the meridian of 180°: one that crosses it goes on at the other side."""
    part: list[Point] = []
    for lon, lat in places:
        if part and abs(lon - part[-1][0]) > 180:
            before, there = part[-1]
            edge = 180.0 if before > 0 else -180.0
            way = abs(edge - before) + abs(-edge - lon)
            cut = there + (lat - there) * (abs(edge - before) / way if way else 0)
            yield [*part, (edge, cut)]
            part = [(-edge, cut)]
        part.append((lon, lat))
    yield part
