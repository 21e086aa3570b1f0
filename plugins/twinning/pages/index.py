"""Indexes: every council, partner, newspaper, person or year as a way further in, in pages and under letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .letters import LONG, alphabet, anchor, lettered, sorting
from .page import Page, Way
from .paging import paged
from .sentences import counted


def index(path: str, title: str, noun: str, ways: Sequence[Way], plural: str = "") -> Iterator[Page]:
    """Give the pages of an index whose order is its own, such as years."""
    lead = f"{counted(len(ways), noun, plural)}.".capitalize()
    yield from paged(Page(path, "index", title, lead, {"letters": (), "groups": ()}), "ways", ways)


def alphabetical(path: str, title: str, noun: str, ways: Sequence[Way], plural: str = "") -> Iterator[Page]:
    """Give the pages of an index of names, sorted; a long one has letters, and a link to each of them."""
    ways = sorted(ways, key=lambda way: (sorting(way.sorted_as), sorting(way.name), way.href))
    if len(ways) < LONG:
        yield from index(path, title, noun, ways, plural)
        return
    letters = alphabet(path, [way.sorted_as for way in ways])
    lead = f"{counted(len(ways), noun, plural)}.".capitalize()
    for page in paged(Page(path, "index", title, lead, {"letters": letters}), "ways", ways):
        groups = [(initial, anchor(initial), held) for initial, held in lettered(page.data["ways"]).items()]
        yield page.with_data(groups=groups)
