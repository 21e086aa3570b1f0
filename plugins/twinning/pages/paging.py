"""Long lists in pages of a hundred, each in a folder of its own: councils/, councils/page/2/.

The folder is named `page`, so that no number is taken for a council's or partner's name. A numbered page is a way to
browse and no address to cite: what stands on it changes as the archive grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .page import Page

_NUMBERED = re.compile(r"((?:[^/]+/)+)page/[1-9][0-9]*/")
PER_PAGE = 100
"""How many entries a page lists."""
_ALL = 12
"""Up to how many pages are all linked to; of more, the first and last, those nearby and every tenth."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A link to one page of a list; `here` where it is the page itself."""

    href: str
    name: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """The ways from one page of a list to the others."""

    previous: str
    """The path of the page before; empty on the first."""
    next: str
    leaves: tuple[Leaf, ...]


def numbered(path: str, number: int) -> str:
    """Give the path of a list's page; the first has the list's own."""
    return path if number == 1 else f"{path}page/{number}/"


def list_of(path: str) -> str | None:
    """Give the list that a numbered page is part of, which is where its reader goes when the list grows shorter."""
    match = _NUMBERED.fullmatch(path)
    return match[1] if match else None


def count(entries: int, per_page: int = PER_PAGE) -> int:
    """Say how many pages so many entries take; an empty list takes one."""
    return max(1, -(-entries // per_page))


def paths(path: str, entries: int, per_page: int = PER_PAGE) -> list[str]:
    """Give the paths of all pages of a list."""
    return [numbered(path, number) for number in range(1, count(entries, per_page) + 1)]


def paged(
    first: Page, name: str, entries: Sequence[Any], template: str = "", per_page: int = PER_PAGE
) -> Iterator[Page]:
    """Give the pages of a list, whose entries the template is given under a name.

    All that the first page shows beside them stands on it alone where the others have a `template` of their own.
    """
    last = count(len(entries), per_page)
    for number in range(1, last + 1):
        shown = entries[(number - 1) * per_page : number * per_page]
        pager = _pager(first.path, number, last) if last > 1 else None
        page = replace(first, data={**first.data, name: shown}, pager=pager)
        if number > 1:
            page = replace(
                page,
                path=numbered(first.path, number),
                template=template or first.template,
                title=f"{first.title}, page {number} of {last}",
                crumbs=(*first.crumbs, (first.title, first.path)),
                feed="",
                is_first=False,
            )
        yield page


def _pager(path: str, number: int, last: int) -> Pager:
    shown = [
        n
        for n in range(1, last + 1)
        if last <= _ALL or n in {1, last} or abs(n - number) <= 2 or (n % 10 == 0 and last <= 200) or n % 50 == 0
    ]
    return Pager(
        numbered(path, number - 1) if number > 1 else "",
        numbered(path, number + 1) if number < last else "",
        tuple(Leaf(numbered(path, n), str(n), n == number) for n in shown),
    )
