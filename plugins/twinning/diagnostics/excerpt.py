"""Problems for people, in the form of rustc and ruff: place, message, excerpt with caret, help."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from .printable import printable
from .problem import Problem


def show(problems: Iterable[Problem], texts: Mapping[str, str] | None = None, *, colour: bool = False) -> str:
    """Lay problems out for people.

    `texts` gives the text of files already read, by path; others are read for the excerpt, and have none where they
    are gone by now. The same problems give the same text.
    """
    paint = _PAINT if colour else _PLAIN
    known: dict[str, list[str]] = {path: text.split("\n") for path, text in (texts or {}).items()}
    return "\n".join(_one(problem, known, paint) for problem in sorted(problems))


def wants_colour() -> bool:
    """Tell whether standard error is a terminal that shows colour (the NO_COLOR convention is obeyed)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


_PAINT = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "dim": "\x1b[34m", "bold": "\x1b[1m", "end": "\x1b[0m"}
_PLAIN = dict.fromkeys(_PAINT, "")
_WIDTH = 110


def _one(problem: Problem, known: dict[str, list[str]], paint: Mapping[str, str]) -> str:
    place = printable(problem.path) + (f":{problem.line}:{problem.column}" if problem.line else "")
    kind = f"{paint[problem.severity]}{problem.severity}[{problem.code}]{paint['end']}"
    out = [f"{paint['bold']}{place}{paint['end']}: {kind}: {printable(problem.message)}"]
    gutter = " " * len(str(problem.line))
    bar, end = paint["dim"], paint["end"]
    line = _line(problem, known)
    if line is not None:
        # A long line is cut so that the caret's place is in view.
        cut = max(0, problem.column - _WIDTH // 2)
        before = "…" if cut else ""
        excerpt = before + printable(line[cut : cut + _WIDTH]) + ("…" if len(line) > cut + _WIDTH else "")
        caret = " " * (problem.column - 1 - cut + len(before)) + "^"
        out += [f"{bar}{gutter} |{end}", f"{bar}{problem.line} |{end} {excerpt}", f"{bar}{gutter} |{end} {caret}"]
    if problem.help:
        out.append(f"{bar}{gutter} ={end} {paint['bold']}help{end}: {printable(problem.help)}")
    return "\n".join(out) + "\n"


def _line(problem: Problem, known: dict[str, list[str]]) -> str | None:
    if not problem.line:
        return None
    if problem.path not in known:
        known[problem.path] = _lines(Path(problem.path))
    lines = known[problem.path]
    return lines[problem.line - 1].rstrip("\r") if problem.line <= len(lines) else None


def _lines(path: Path) -> list[str]:
    # Since it was checked, the file may have gone, or made way for a pipe that nobody writes to.
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace").split("\n") if path.is_file() else []
    except (OSError, ValueError):  # a name may hold a NUL
        return []
