"""What stands where something stood: the way to its new place, or why there is nothing.

An address that the archive makes again needs neither. A year of which no article is left keeps a page of its own
accord: a date may be corrected. A list that has grown shorter is where its last pages lead.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from ..publish.ledger import Ledger, Line
from .moments import dated
from .paging import list_of

_YEAR = re.compile(r"/years/([0-9]{4}|undated)/")


@dataclass(frozen=True, slots=True)
class Remain:
    """An address of which something must remain, without its leading slash."""

    path: str
    to: str | None
    """Where it has moved, without the leading slash; None where it has not."""
    title: str
    """How pages name it, or where it leads."""
    reason: str = ""
    on: str = ""
    """The day, in words."""
    files: tuple[str, ...] = ()
    """The names of the files that stood beside it."""

    @property
    def file(self) -> str:
        """Give the path of its page's file."""
        return Line(f"/{self.path}").file


def remains(ledger: Ledger, pages: Container[str]) -> tuple[Remain, ...]:
    """Give what must remain, in the order of the addresses. `pages` are the files of what the archive makes."""
    found = [
        _remain(ledger, line) for line in ledger.left.values() if line.file not in pages and line.file.endswith(".html")
    ]
    found += [
        Remain(
            address[1:],
            None,
            address,
            "The archive holds no article of this time any more.",
            files=tuple(line.files.split()),
        )
        for address, line in ledger.published.items()
        if line.file not in pages and address not in ledger.left and _YEAR.fullmatch(address)
    ]
    found += [
        Remain(address[1:], whole, address)
        for address, line in ledger.published.items()
        if line.file not in pages and address not in ledger.left and (whole := list_of(address[1:])) is not None
    ]
    return tuple(sorted(found, key=lambda remain: remain.path))


def _remain(ledger: Ledger, line: Line) -> Remain:
    before = ledger.published.get(line.address)
    files = tuple(before.files.split()) if before is not None else ()
    end = ledger.destination(line.address) if line.to else None
    last = ledger.left.get(end) if end is not None else line
    if end is None or (last is not None and last.gone):
        said = last if last is not None else line
        return Remain(line.address[1:], None, line.address, said.gone, dated(said.on) if said.on else "", files)
    named = (ledger.published.get(end), before)  # a new place has no line before it is published
    title = next((known.title for known in named if known is not None and known.title), end)
    return Remain(line.address[1:], end[1:], title, files=files)


def folder_of(path: str) -> str:
    """Give the folder that an address below the root lies in, with a slash at its end; nothing for the root."""
    return path[: path.rfind("/") + 1]
