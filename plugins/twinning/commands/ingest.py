"""Read raw newspaper texts and print what is proposed for each as one line of JSON; write nothing."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ..archive import Archive
from ..diagnostics import Code, Form, Problem
from ..loading.files import Failure, read_bytes
from .ending import ROOT, folder, refuse, report

MAX_PAGE_BYTES = 8_388_608
"""The most bytes a saved page may have, with its scripts; what a text may have, `ingest.repair` says."""
STANDARD_INPUT = "-"
_BESIDE = frozenset({".json", ".yml", ".yaml", ".md", ".py"})
"""What stands beside texts in a folder and is meant for other readers."""


def run(paths: list[str], content: str | None, form: str | None = None, *, as_json: bool = False) -> int:
    """Read what is at the paths and print a line for each text; give the exit status.

    What is no text is shown as a problem and skipped; the others go on.
    """
    from ..ingest import NotAText, Reader
    from ..ingest.line import line

    if not as_json:
        return refuse("ingest: give --json, which prints what is proposed for each text and writes nothing.")
    try:
        chosen = Form.chosen(form)
        here = folder(content, ROOT / "content", "--content")
        files = list(_files(paths))
    except (NotADirectoryError, FileNotFoundError, ValueError) as fault:
        return refuse(str(fault))
    if chosen is Form.JSON:
        return refuse("ingest: standard output is for the proposals; problems are shown as text or github.")
    problems: list[Problem] = []
    reader = Reader(_known(here))
    for file in files:
        try:
            data = sys.stdin.buffer.read(MAX_PAGE_BYTES + 1) if file == STANDARD_INPUT else _read(file)
            proposal = reader.propose(data, file)
        except Failure as fault:
            problems.append(fault.problem)
            continue
        except NotAText as fault:
            problems.append(Problem(file, 0, 0, Code.NOT_A_TEXT, fault.message, fault.help))
            continue
        sys.stdout.buffer.write(line(proposal).encode() + b"\n")
    sys.stdout.flush()
    return report(problems, chosen)


def _read(file: str) -> bytes:
    return read_bytes(Path(file), file, MAX_PAGE_BYTES)


def _files(paths: list[str]) -> Iterator[str]:
    """Yield the files that the paths name, folders and patterns followed, each once. Raises `FileNotFoundError`."""
    if not paths:
        msg = "ingest: give a file, a folder, a quoted glob, or - for standard input"
        raise FileNotFoundError(msg)
    seen: set[str] = set()
    for path in paths:
        found = [path] if path == STANDARD_INPUT else sorted(glob.glob(path, recursive=True))  # noqa: PTH207  a pattern may be absolute
        if not found:
            msg = f"ingest: nothing is at {path}; give a file, a folder or a quoted glob"
            raise FileNotFoundError(msg)
        for one in found:
            for file in _within(one):
                if file not in seen:
                    seen.add(file)
                    yield file


def _within(path: str) -> Iterator[str]:
    if path == STANDARD_INPUT or not Path(path).is_dir():
        yield path
        return
    for file in sorted(Path(path).rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if not hidden and not file.is_dir() and file.suffix.lower() not in _BESIDE:
            yield str(file)


def _known(content: Path) -> Archive:
    """Load the archive for its authority records; what is wrong with it, `check` says."""
    from ..assembly import assemble
    from ..clock import today
    from ..loading import load_content

    loaded, _ = load_content(content, None)
    archive, _ = assemble(loaded, today(os.environ))
    return archive
