"""The round Earth on a flat page: the Equal Earth projection (Šavrič, Patterson and Jenny 2018), and great circles."""

from __future__ import annotations

from collections.abc import Iterator
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

WIDTH, HEIGHT = 2000, 870
"""The picture's size: the whole breadth of the Earth, from the pole, which ways to Asia pass, to Cape Horn."""
NORTH, SOUTH = 90.0, -57.0

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_HALF = 2.70663
"""The projection's x at 180° on the equator."""
_STEP = 4.0
"""How far apart, in degrees, the points of a great circle are."""

Point = tuple[float, float]


def project(lon: float, lat: float) -> Point:
    """Give where a place of these degrees stands in the picture."""
    t = asin(_M * sin(radians(lat)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = radians(lon) * cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    y = t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
    return (1 + x / _HALF) * WIDTH / 2, (_TOP - y) * WIDTH / 2 / _HALF


def _height(lat: float) -> float:
    t = asin(_M * sin(radians(lat)))
    return t * (_A1 + _A2 * t * t + t**6 * (_A3 + _A4 * t * t))


_TOP = _height(NORTH)


def great_circle(start: Point, end: Point) -> Iterator[Point]:
    """Give points (longitude, latitude) along the shortest way between two places, both of them included.

    Between places exactly opposite each other every way is as short; the one over the first's own meridian is taken.
    """
    (lon1, lat1), (lon2, lat2) = start, end
    a, b = _vector(lon1, lat1), _vector(lon2, lat2)
    angle = acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(a, b, strict=True)))))
    steps = max(1, int(degrees(angle) / _STEP))
    parts = [n / steps for n in range(steps + 1)]
    if sin(angle) < 1e-9:
        b = _vector(lon1, lat1 + 90)
        at = [(cos(angle * part), sin(angle * part)) for part in parts]
    else:
        at = [(sin(angle * (1 - part)) / sin(angle), sin(angle * part) / sin(angle)) for part in parts]
    for p, q in at:
        x, y, z = (p * i + q * j for i, j in zip(a, b, strict=True))
        yield degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))


def _vector(lon: float, lat: float) -> tuple[float, float, float]:
    phi, theta = radians(lat), radians(lon)
    return cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi)
