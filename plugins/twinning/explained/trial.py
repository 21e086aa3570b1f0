"""Examples tried: written as files, then read and checked as every archive is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from ..diagnostics import Problem
from ..evidence import verified
from ..gate import check
from ..loading import KINDS, load_content
from .entry import BASE, MEMORY, Example, changed

_TODAY = date(2026, 11, 22)
"""The day of the trial, whenever it is made: a page must not change with the calendar."""


def problems_of(example: Example) -> list[Problem]:
    """Give every problem of the archive that an example makes; paths are from the archive's folder."""
    with TemporaryDirectory(prefix="example-") as name:
        folder = Path(name).resolve()
        _write(folder, example)
        found = check(folder / "content", folder / "sources", _TODAY).problems
        below = f"{folder}/"
        return [
            replace(
                p, path=p.path.replace(below, ""), message=p.message.replace(below, ""), help=p.help.replace(below, "")
            )
            for p in found
        ]


def _write(folder: Path, example: Example) -> None:
    for kind in KINDS:
        (folder / "content" / kind).mkdir(parents=True)
    files = {path: text for path, text in {**BASE, **changed(example)}.items() if text is not None}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode() if isinstance(text, str) else text)
    if MEMORY not in files:
        articles = load_content(folder / "content", None)[0].articles
        memory = {id_: verified(entry.record) for id_, entry in articles.items() if entry.record.source}
        (folder / MEMORY).write_bytes(msgspec.json.encode(memory))
