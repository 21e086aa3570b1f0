"""Read raw newspaper texts: write what is proposed for each as a record, or print it as a line of JSON."""

from __future__ import annotations

import gc
import glob
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..archive import Archive
from ..diagnostics import Code, Form, Problem
from ..loading.files import Failure, read_bytes
from .ending import CANNOT_WRITE, ROOT, folder, refuse, report
from .progress import progress

MAX_PAGE_BYTES = 8_388_608
"""The most bytes a saved page may have, with its scripts; what a text may have, `ingest.repair` says."""
STANDARD_INPUT = "-"
_BESIDE = frozenset({".json", ".yml", ".yaml", ".md", ".py"})
"""What stands beside texts in a folder and is meant for other readers."""


def run(
    paths: list[str],
    content: str | None,
    sources: str | None,
    form: str | None = None,
    *,
    as_json: bool = False,
    newspaper: str | None = None,
) -> int:
    """Read what is at the paths; write a record for each text, or print a line for each. Give the exit status.

    What is no text is shown as a problem and skipped; the others go on.
    """
    try:
        chosen = Form.chosen(form)
        here = folder(content, ROOT / "content", "--content")
        texts = folder(sources, "", "--sources") if sources is not None else ROOT / "sources"
        files = list(_files(paths))
    except (NotADirectoryError, FileNotFoundError, PermissionError, ValueError) as fault:
        return refuse(str(fault))
    if as_json and chosen is Form.JSON:
        return refuse("ingest: standard output is for the proposals; problems are shown as text or github.")
    if as_json:
        problems = _read_all(files, _printing(here))
        sys.stdout.flush()
        return report(problems, chosen)
    from .intake import opened

    if newspaper is not None and not (here / "newspapers" / f"{newspaper}.yml").is_file():
        return refuse(f"ingest: --newspaper: there is no {here / 'newspapers' / newspaper}.yml")
    try:
        intake = opened(here, texts, newspaper)
        problems = _read_all(files, intake.take)
    except OSError as fault:
        if fault.errno not in CANNOT_WRITE:
            raise
        return refuse(f"ingest: {fault.filename} cannot be written: {fault.strerror}; what was written before stays")
    status = report(problems, chosen)
    print(intake.summary(len(problems)), file=sys.stderr)
    if intake.new:
        print("next: python3 tasks.py serve shows each beside its text, at /review/", file=sys.stderr)
    return status


def _printing(content: Path) -> Callable[[bytes, str], None]:
    """Give what prints a text's proposal as a line."""
    from ..ingest import Reader
    from ..ingest.line import line

    reader = Reader(_known(content))

    def show(data: bytes, file: str) -> None:
        sys.stdout.buffer.write(line(reader.propose(data, file)).encode() + b"\n")

    return show


def _read_all(files: list[str], take: Callable[[bytes, str], None]) -> list[Problem]:
    """Give the bytes of each file to what takes them; give the problems of those that are no text."""
    from ..ingest import NotAText

    problems: list[Problem] = []
    done = 0
    with progress("reading the texts", len(files), lambda: done), _little_thrown_away():
        for file in files:
            try:
                take(sys.stdin.buffer.read(MAX_PAGE_BYTES + 1) if file == STANDARD_INPUT else _read(file), file)
            except Failure as fault:
                problems.append(fault.problem)
            except NotAText as fault:
                problems.append(Problem(file, 0, 0, Code.NOT_A_TEXT, fault.message, fault.help))
            done += 1
    return problems


@contextmanager
def _little_thrown_away() -> Iterator[None]:
    """Look for garbage seldom: a text leaves next to none that does not go by itself.

    To look at every 700 new objects was a twelfth of the time; at every 20,000 the peak of memory is 2 MB higher.
    """
    often = gc.get_threshold()
    gc.set_threshold(20_000, *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)


def _read(file: str) -> bytes:
    return read_bytes(Path(file), file, MAX_PAGE_BYTES)


def _files(paths: list[str]) -> Iterator[str]:
    """Yield the files that the paths name, folders and patterns followed, each once.

    Raises `FileNotFoundError`, and `PermissionError` for a folder that cannot be read.
    """
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
    for file in sorted([Path(path), *Path(path).rglob("*")]):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if not hidden and file.is_dir() and not os.access(file, os.R_OK | os.X_OK):
            msg = f"ingest: the folder {file} cannot be read; make it readable, or give the files"
            raise PermissionError(msg)
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
