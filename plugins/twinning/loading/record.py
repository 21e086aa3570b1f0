"""One file becomes a record: whole, or with gaps and every problem there is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from .. import rules
from ..characters import first_odd, named
from ..diagnostics import Code, Fault, Problem, Where
from ..records import Record
from . import fast, files, shape, tree, unusual

R = TypeVar("R", bound=Record)

RESERVED = frozenset(
    {"index", "cite", "feed", "feeds", "review", "search", "pagefind", "data", "con", "prn", "aux", "nul"}
    | {f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)}
)
"""Ids that would stand where a page of the archive, or a device of Windows, already does."""

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\Z")


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and the file it came from; `text` is kept to show problems found later at their line."""

    path: str
    record: R
    text: str = field(repr=False)
    gaps: frozenset[Where] = frozenset()
    """The fields that could not be read, for which nothing stands. A record with gaps is checked, never published."""

    @property
    def id(self) -> str:
        """Give the record's id."""
        identifier: str = self.record.id  # type: ignore[attr-defined]  # of the four classes that have files
        return identifier

    def problems(self, faults: Iterable[Fault]) -> list[Problem]:
        """Give faults of this record their line and column, but for those that follow from its gaps."""
        listed = [fault for fault in faults if fault.is_sure(self.gaps)]
        return tree.placed(self.path, tree.parse(self.text), listed) if listed else []

    def lacks(self, *fields: Where) -> bool:
        """Tell whether any of these fields could not be read."""
        return bool(self.gaps) and any(
            field[: length + 1] in self.gaps for field in fields for length in range(len(field))
        )


def load_text(path: str, text: str, cls: type[R]) -> tuple[R | None, list[Problem]]:
    """Make a record of a YAML text, or say everything that is wrong with it.

    `path` is how problems name the file. Never raises for what the text holds.
    """
    entry, problems = _read(path, text, cls)
    return (entry.record if entry is not None and not entry.gaps else None), problems


def _read(path: str, text: str, cls: type[R]) -> tuple[Entry[R] | None, list[Problem]]:
    """Make of a YAML text what can be made of it: None where it is no YAML, or no group of fields."""
    plain = fast.read_plain(text, cls)
    if plain is not None and not any(rules.faults(plain)):
        return Entry(path, plain, text), []
    try:
        node = tree.parse(text)
    except tree.Unreadable as fault:
        return None, [fault.problem(path)]
    read = shape.shaped(path, node, cls)
    if read.record is None:
        return None, read.problems
    sure = [fault for fault in rules.faults(read.record) if fault.is_sure(read.gaps)]
    return Entry(path, read.record, text, read.gaps), read.problems + tree.placed(path, node, sure)


def load_record(path: Path, cls: type[R], problems: list[Problem]) -> Entry[R] | None:
    """Load a record's file; None where nothing of it can be read."""
    shown = str(path)
    try:
        text, plain = files.read_record(path, shown)
    except files.Failure as fault:
        problems.append(fault.problem)
        return None
    entry, found = _read(shown, text, cls)
    problems += found
    if not plain or "\\" in text or " #" in text or "&" in text or any(map(text.__contains__, "ÂÃâ")):
        problems += unusual.problems(shown, text, found)
    if entry is None:
        return None
    stem = path.stem
    own = getattr(entry.record, "id", "")
    if not own:
        entry = replace(entry, record=msgspec.structs.replace(entry.record, id=stem))
    elif own != stem:
        problems += entry.problems(
            [
                Fault(
                    ("id",),
                    Code.MISPLACED,
                    f"the id `{own}` is not the file's name",
                    f"name the file {own}.yml, or write `id: {stem}`",
                )
            ]
        )
    if own in {"", stem} and (not _SLUG.match(stem) or stem in RESERVED):
        odd = first_odd(stem)
        holds = f": it holds {named(odd)}" if odd else ""
        problems.append(
            Problem(
                shown, 0, 0, Code.MISPLACED, f"`{stem}` cannot be an id{holds}",
                "use lower-case letters, digits and hyphens, and no word the archive's addresses use",
            )
        )  # fmt: skip
    return entry
