"""The picture that others show beside a link to the archive: its emblem, and what was reported year by year.

One for the whole site, and without words: the title stands beside it wherever it is shown, and a picture for each
article would weigh more than the article. Drawn row by row into a palette, which takes milliseconds however large the
archive is; PNG as in its specification (ISO/IEC 15948).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

WIDTH, HEIGHT = 1200, 630
"""The size that the Open Graph's readers ask for."""
MOST = 60
"""The most years there is room for; of more, the latest."""

_PAPER, _INK, _GOING, _OPEN, _GONE, _RING = range(6)
_SOLID = ("fcfaf5", "1f1d1a", "1c5b3a", "7a4d00", "8c2b22")
_RINGS = (("1d3b53", 520), ("b98d1f", 680))
"""The emblem's rings: the colour, and where the middle is; they are those of the favicon."""
_SHADES = 16
"""How many steps there are from paper to a ring's colour, for edges that are not jagged."""
_MIDDLE, _RADIUS, _THICK = 215, 110, 34
_BASE, _TALLEST, _LEFT, _RIGHT = 575, 175, 90, 1110
_EDGE = 24

Tally = tuple[int, int, int]
"""How many reports of a year tell of a link in being, open, and at an end."""


def card(years: Sequence[Tally]) -> bytes:
    """Draw the picture as PNG; `years` in their order."""
    palette = [bytes.fromhex(colour) for colour in _SOLID]
    palette += [_blend(step, colour) for colour, _ in _RINGS for step in range(_SHADES)]
    columns = list(_columns(years[-MOST:]))
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)  # no filter: rows of a few colours gain nothing by one
        rows += _row(y, columns)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"IHDR", header),
            (b"PLTE", b"".join(palette)),
            (b"IDAT", zlib.compress(bytes(rows), 9)),
            (b"IEND", b""),
        )
    )


def _blend(step: int, colour: str) -> bytes:
    part = step / (_SHADES - 1)
    pairs = zip(bytes.fromhex(_SOLID[_PAPER]), bytes.fromhex(colour), strict=True)
    return bytes(round(paper + (ring - paper) * part) for paper, ring in pairs)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _columns(years: Sequence[Tally]) -> Iterator[tuple[int, int, list[int]]]:
    """Give each year's column: its left and right, and the heights at which its three parts end, from the base up."""
    most = max((sum(tally) for tally in years), default=0)
    if most == 0:
        return
    pitch = (_RIGHT - _LEFT) / max(len(years), 12)
    start = (WIDTH - pitch * len(years)) / 2
    for number, tally in enumerate(years):
        ends = [round(_TALLEST * sum(tally[: part + 1]) / most) for part in range(3)]
        left = start + number * pitch
        yield round(left + pitch * 0.12), round(left + pitch * 0.88), ends


def _row(y: int, columns: Sequence[tuple[int, int, list[int]]]) -> bytes:
    if y < _EDGE:
        return bytes([_INK]) * WIDTH
    row = bytearray([_PAPER]) * WIDTH
    if abs(y - _MIDDLE) <= _RADIUS + 1:
        for number, (_, middle) in enumerate(_RINGS):
            _ring(row, y, middle, _RING + number * _SHADES)
    height = _BASE - y
    if 0 < height <= _TALLEST:
        for left, right, ends in columns:
            for colour, (low, high) in zip((_GOING, _OPEN, _GONE), pairwise([0, *ends]), strict=True):
                if low < height <= high:
                    row[left:right] = bytes([colour]) * (right - left)
    elif -3 <= height <= 0:
        row[_LEFT:_RIGHT] = bytes([_INK]) * (_RIGHT - _LEFT)
    return bytes(row)


def _ring(row: bytearray, y: int, middle: int, first: int) -> None:
    """Draw one row of a ring: its whole pixels as one piece a side, the pixels at its edges by how much it covers."""
    up = (y - _MIDDLE) ** 2
    outer = sqrt(max(0, _RADIUS**2 - up))
    inner = sqrt(max(0, (_RADIUS - _THICK) ** 2 - up))
    for side in (-1, 1):
        near, far = sorted((middle + side * inner, middle + side * outer))
        whole = range(-int(-near // 1), int(far))
        row[whole.start : whole.stop] = bytes([first + _SHADES - 1]) * len(whole)
        for x, covered in ((whole.start - 1, whole.start - near), (whole.stop, far - whole.stop)):
            shade = round(min(1.0, max(0.0, covered)) * (_SHADES - 1))
            if shade and far - near > 1 and row[x] == _PAPER:
                row[x] = first + shade
