"""The gaps in a SQLite file's pages, filled with zeroes: what stands in them depends on the version that wrote it.

A page of a tree holds pointers to its cells from its beginning, and the cells from its end; between them is a gap, in
which versions of SQLite leave different remains of former pointers. No reader looks there (fileformat2 §1.6).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import BinaryIO

_HEAD = struct.Struct(">BxxHH")
"""A page's kind, its number of cells, and where the first of them begins."""
_CHILD = struct.Struct(">I")
_INTERIOR = frozenset({2, 5})
"""The kinds of page that have pages below them: of an index, of a table."""


def fill(file: BinaryIO, page_size: int, roots: Iterable[int]) -> None:
    """Fill the gaps of all pages of the trees whose first pages are `roots`. The pages are smaller than 64 kB."""
    waiting = [1, *roots]  # the first page has the list of trees
    while waiting:
        number = waiting.pop()
        start = (number - 1) * page_size
        file.seek(start)
        page = file.read(page_size)
        head = 100 if number == 1 else 0
        kind, cells, first = _HEAD.unpack_from(page, head)
        pointers = head + (12 if kind in _INTERIOR else 8)
        end = pointers + 2 * cells
        if page.count(0, end, first) != first - end:
            file.seek(start + end)
            file.write(bytes(first - end))
        if kind in _INTERIOR:
            below = struct.unpack_from(f">{cells}H", page, pointers)
            waiting += [_CHILD.unpack_from(page, at)[0] for at in (head + 8, *below)]
