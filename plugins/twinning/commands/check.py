"""Show every problem in the content; build nothing."""

from __future__ import annotations

import gc
import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Form, Problem
from .ending import ROOT, folder, refuse, report

if TYPE_CHECKING:
    from ..gate import Checked


def run(
    paths: list[str],
    content: str | None,
    sources: str | None,
    form: str | None = None,
    *,
    strict: bool = False,
    compare: bool = False,
) -> int:
    """Check all content, and show the problems of the files named; of all where none is named.

    `compare` also tells where records differ from what a program reads in their texts: never an error, for the person
    is right.
    """
    from .. import gate
    from ..clock import today
    from ..pages.sentences import counted

    try:
        chosen = Form.chosen(form)
        here = folder(content, _from_here(ROOT / "content"), "--content")
        texts = folder(sources, "", "--sources") if sources is not None else ROOT / "sources"
        day = today(os.environ)
    except (NotADirectoryError, ValueError) as fault:
        return refuse(str(fault))
    wanted: list[Path] = []
    for path in paths:
        found = [Path(p) for p in glob.glob(path, recursive=True)]  # noqa: PTH207  a pattern may be absolute
        if not found:
            return refuse(f"check: nothing is at {path}; give a file, a folder or a quoted glob")
        outside = [p for p in found if not p.resolve().is_relative_to(here.resolve())]
        if outside:
            return refuse(f"check: {outside[0]} is not in {here}; give --content DIR for records elsewhere")
        wanted += [p.resolve() for p in found]
    checked = gate.check(here, texts, day, strict=strict)
    gc.freeze()  # it stays: to look through it for garbage while modules load was a tenth of a check
    every = [*checked.problems, *_lost(here, checked)]
    problems = [p for p in every if not wanted or _is_in(p.path, wanted)]
    if compare:
        problems += _differences(checked, texts, wanted)
    status = report(problems, chosen)
    if not problems:
        named = [e for e in checked.content.articles.values() if not wanted or _is_in(e.path, wanted)]
        print(f"{counted(len(named), 'article')} checked with all that they name: no problems", file=sys.stderr)
    return status


def _differences(checked: Checked, texts: Path, wanted: list[Path]) -> Iterator[Problem]:
    """Read the texts that are at hand anew, and say where their records differ from what is read."""
    from ..drafts import Authorities, differences
    from ..ingest import NotAText, Reader
    from ..loading.files import MAX_SOURCE_BYTES, Failure, read_bytes

    reader, compared = Reader(checked.archive), 0
    for article in checked.archive.articles:
        source = checked.archive.source_of(article)
        entry = checked.content.articles[article.id]
        if source is None or article.withdrawn or (wanted and not _is_in(entry.path, wanted)):
            continue
        try:
            data = read_bytes(texts / source.name, source.name, MAX_SOURCE_BYTES)
            proposal = reader.propose(data, source.name)
        except (Failure, NotAText):  # changed since it was loaded
            continue
        compared += 1
        yield from entry.problems(differences(article, proposal, Authorities(checked.archive)))
    print(f"{compared:,} of {len(checked.archive.articles):,} records compared with their texts", file=sys.stderr)


def _lost(content: Path, checked: Checked) -> list[Problem]:
    """Say what of the ledger is lost, as far as the records alone tell; nothing while one of them cannot be read."""
    from ..diagnostics import ContentError
    from ..publish import ledger

    try:
        published = ledger.read(content.parent / ledger.NAME)
    except ContentError as fault:
        return list(fault.problems)
    if checked.content.unread or not (published.published or published.left):
        return []
    from . import losses  # with all that makes pages, which takes a quarter of a second to load

    return losses.of_pages(published, checked.archive)


def _is_in(file: str, wanted: list[Path]) -> bool:
    path = Path(file).resolve()
    return any(path == w or w in path.parents for w in wanted)


def _from_here(path: Path) -> Path:
    """Name a path as seen from here, where it is below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
