"""The gate: everything is read and checked before anything is made of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .archive import Archive
from .assembly import assemble
from .diagnostics import Problem, strictly
from .loading import Content, load_content


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the records as loaded, the archive made of them, and every problem, by file, line and column."""

    content: Content
    archive: Archive
    problems: tuple[Problem, ...]


def check(content: Path, sources: Path | None, today: date, *, strict: bool = False) -> Checked:
    """Read all content, and all sources where there are some, and say everything that is wrong.

    `today` is the day after which nothing can have happened; `strict` makes errors of warnings. Never raises for what
    a file holds.
    """
    with _nothing_thrown_away():
        loaded, problems = load_content(content, sources)
        archive, more = assemble(loaded, today)
    found = sorted(dict.fromkeys(problems + more))
    return Checked(loaded, archive, tuple(strictly(found) if strict else found))


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Leave garbage alone: all that is loaded stays, and looking through it again and again finds nothing."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
