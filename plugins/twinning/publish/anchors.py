"""The names of a page's anchors, written short: an archive of 10,000 articles has 300,000 of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

FURNITURE = frozenset({"main"})
"""What every page has whatever it is about, and nobody cites."""
MAX_RUN = 9999
"""The highest number an anchor has: a record names no later paragraph."""
_NUMBERED = re.compile(r"([a-z]+)([1-9][0-9]{0,3})")
_RUN = re.compile(r"([a-z]+)([1-9][0-9]{0,3})-([1-9][0-9]{0,3})")


def short(names: Iterable[str]) -> str:
    """Write names in order, those that are numbered in a row as one: `p1-21`."""
    numbered: dict[str, list[int]] = defaultdict(list)
    told: list[str] = []
    for name in sorted(set(names) - FURNITURE):
        match = _NUMBERED.fullmatch(name)
        if match:
            numbered[match[1]].append(int(match[2]))
        else:
            told.append(name)
    for kind, numbers in numbered.items():
        first = last = -1
        for number in [*sorted(numbers), MAX_RUN + 2]:
            if number != last + 1:
                if last > 0:
                    told.append(f"{kind}{first}" if first == last else f"{kind}{first}-{last}")
                first = number
            last = number
    return " ".join(sorted(told))


@lru_cache(maxsize=1 << 14)
def whole(written: str) -> frozenset[str]:
    """Give all names of a short writing."""
    names: set[str] = set()
    for word in written.split():
        run = _RUN.fullmatch(word)
        if run:
            names.update(f"{run[1]}{number}" for number in range(int(run[2]), int(run[3]) + 1))
        else:
            names.add(word)
    return frozenset(names)


@lru_cache(maxsize=1 << 14)
def missing(written: str, there: bytes) -> tuple[str, ...]:
    """Give the names of a short writing that a page, of these ids with spaces between them, has not."""
    return tuple(sorted(whole(written).difference(there.decode().split())))
