"""Make the map's outline of the land from the npm package world-atlas: once, when the map is changed.

Natural Earth's land at 1:110 million (public domain) comes as TopoJSON: arcs of differences, and rings of arcs. Rings
that cross the meridian of 180° are cut there, or a line would run back across the whole map; Antarctica, which lies
outside the picture, is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..figures.globe import HEIGHT, SOUTH, WIDTH, Point, project
from ..figures.world import LAND
from .ending import FINE, refuse

CREDIT = "Natural Earth, land at 1:110 million, public domain; by way of the npm package world-atlas (ISC)."
TOLERANCE = 1.2
"""How far, in the picture's units, a point may be from the line that does without it; the map is shown at half size."""
SMALLEST = 12.0
"""The area, in square units, below which an island would be a speck."""


def run(atlas: str) -> int:
    """Write figures/land.svg from the package's land-110m.json."""
    try:
        topology = json.loads(Path(atlas).read_bytes())
        rings = list(_rings(topology))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as fault:
        return refuse(f"{atlas} cannot be read as world-atlas's land-110m.json: {fault}")
    path = outline(rings)
    LAND.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><!-- {CREDIT} -->\n'
        f'<path d="{path}"/></svg>\n',
        "utf-8",
    )
    return FINE


def outline(rings: Sequence[Sequence[Point]]) -> str:
    """Give the land as one path: projected, without points that nobody would miss, in whole numbers."""
    parts = []
    for ring in rings:
        if max(lat for _, lat in ring) < SOUTH:
            continue
        for half in cut(ring):
            shape = simplified([project(lon, lat) for lon, lat in half])
            if len(shape) > 3 and abs(area(shape)) >= SMALLEST:
                parts.append(_path(shape))
    return "".join(sorted(parts))


def cut(ring: Sequence[Point]) -> Iterator[list[Point]]:
    """Cut a closed ring at the meridian of 180°, into what lies on the map and what goes on at its other side."""
    whole = [ring[0]]
    for (before, _), (lon, lat) in pairwise(ring):
        turn = lon - before
        turn -= 360 * round(turn / 360)  # the shorter way round
        whole.append((whole[-1][0] + turn, lat))
    for shift in (-360.0, 0.0, 360.0):
        part = [(lon + shift, lat) for lon, lat in whole]
        for edge, sign in ((180.0, 1), (-180.0, -1)):
            part = list(_within(part, edge, sign))
        if len(part) > 3:
            yield part


def _within(ring: Sequence[Point], edge: float, sign: int) -> Iterator[Point]:
    """Clip a ring at one meridian (Sutherland and Hodgman)."""
    for (lon1, lat1), (lon2, lat2) in pairwise([*ring, *ring[:1]]):
        inside, next_inside = sign * lon1 <= sign * edge, sign * lon2 <= sign * edge
        if inside:
            yield lon1, lat1
        if inside != next_inside:
            yield edge, lat1 + (lat2 - lat1) * (edge - lon1) / (lon2 - lon1)


def simplified(points: Sequence[Point]) -> list[Point]:
    """Leave out what no eye misses (Ramer, Douglas and Peucker), both ends kept."""
    if len(points) < 3:
        return list(points)
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5

    def off(point: Point) -> float:
        x, y = point
        if length == 0:
            return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
        return float(abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length)

    far = max(range(1, len(points) - 1), key=lambda n: off(points[n]))
    if off(points[far]) <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: far + 1])[:-1] + simplified(points[far:])


def area(ring: Sequence[Point]) -> float:
    """Give the area within a ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])) / 2


def _path(shape: Sequence[Point]) -> str:
    whole = [(round(x), round(y)) for x, y in shape]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(whole)]
    drawn = "".join(f"{x}{'' if y < 0 else ' '}{y}" + " " for x, y in steps if x or y).strip().replace(" -", "-")
    return f"M{whole[0][0]} {whole[0][1]}l{drawn}z"


def _rings(topology: Any) -> Iterator[list[Point]]:
    """Give every ring of the land, its first point again at its end."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        places = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            places.append((x * sx + tx, y * sy + ty))
        arcs.append(places)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                places = []
                for number in ring:
                    arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                    places += arc[1:] if places else arc
                yield places
