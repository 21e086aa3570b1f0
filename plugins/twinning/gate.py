"""The gate: everything is read and checked before anything is made of it."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .archive import Archive
from .assembly import assemble
from .diagnostics import Problem, strictly
from .loading import Content, load_content
from .selection import reviewed


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the records as loaded, the archive made of them, and every problem, by file, line and column."""

    content: Content
    archive: Archive
    problems: tuple[Problem, ...]
    left_out: frozenset[str] = frozenset()
    """The ids of articles that are not published, since nobody reviewed them."""


def check(
    content: Path,
    sources: Path | None,
    today: date,
    *,
    strict: bool = False,
    published: Collection[str] | None = None,
) -> Checked:
    """Read all content, and all sources where there are some, and say everything that is wrong.

    `today` is the day after which nothing can have happened. `strict` makes errors of warnings, but of records that
    nobody has reviewed. Given the ids of articles that were `published` before, only these and what is reviewed are
    taken, and nothing is said of what is left out. Never raises for what a file holds.
    """
    with _nothing_thrown_away():
        loaded, problems = load_content(content, sources)
        left_out: frozenset[str] = frozenset()
        if published is not None:
            selected = reviewed(loaded, published)
            loaded, left_out = selected.content, selected.articles
            problems = [problem for problem in problems if problem.path not in selected.paths]
        archive, more = assemble(loaded, today)
    found = sorted(dict.fromkeys(problems + more))
    if strict:
        drafts = {e.path for e in loaded.articles.values() if not (e.record.reviewed or e.record.withdrawn or e.gaps)}
        found = [p if p.path in drafts else s for p, s in zip(found, strictly(found), strict=True)]
    return Checked(loaded, archive, tuple(found), left_out)


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
