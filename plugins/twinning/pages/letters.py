"""Names in the order in which people look for them, and the letters under which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from unidecode import unidecode

from .page import Way
from .paging import PER_PAGE, Leaf, numbered

LONG = 40
"""From how many entries on an index has letters."""


@lru_cache(maxsize=1 << 14)
def sorting(name: str) -> str:
    """Give what a name is sorted by: Évreux stands between Eton and Exeter."""
    return unidecode(name).casefold()


def letter(name: str) -> str:
    """Give the letter a name stands under; # for what begins with none."""
    first = sorting(name)[:1].upper()
    return first if first.isalpha() else "#"


def lettered(ways: Sequence[Way]) -> Mapping[str, list[Way]]:
    """Put sorted ways under their letters."""
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(letter(way.sorted_as), []).append(way)
    return found


def alphabet(path: str, names: Iterable[str]) -> tuple[Leaf, ...]:
    """Give a link for each letter, to the page of the index where its names begin; `names` are sorted."""
    found: dict[str, Leaf] = {}
    for place, name in enumerate(names):
        initial = letter(name)
        if initial not in found:
            page = numbered(path, place // PER_PAGE + 1)
            found[initial] = Leaf(f"{page}#{anchor(initial)}", initial)
    return tuple(found.values())


def anchor(initial: str) -> str:
    """Name the place of a letter on its page."""
    return "letter-other" if initial == "#" else f"letter-{initial.lower()}"
