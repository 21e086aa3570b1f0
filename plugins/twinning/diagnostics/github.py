"""Problems for GitHub Actions: a log that cannot command it, and annotations on the lines of a pull request."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from .printable import printable
from .problem import Problem, Severity

MOST = 10
"""The most annotations of one severity that GitHub shows of one step of a job; what exceeds it is in the log only."""

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def commands(problems: Sequence[Problem], root: Path) -> str:
    """Give the workflow commands that annotate the first errors and the first warnings, one in a line.

    `root` is the folder of the repository, from which GitHub names files.
    """
    first = [p for severity in Severity for p in [p for p in problems if p.severity is severity][:MOST]]
    return "".join(f"{_annotation(problem, root)}\n" for problem in first)


def left_out(problems: Sequence[Problem]) -> str:
    """Say how many problems have no annotation; nothing where all have one."""
    number = sum(max(0, sum(p.severity is severity for p in problems) - MOST) for severity in Severity)
    return f"{number:,} of these are not annotated: GitHub shows {MOST} errors and {MOST} warnings\n" if number else ""


def shielded(log: str) -> str:
    """Wrap text for the log so that nothing in it is taken for a command: files of a pull request are quoted there.

    The word that ends the shield is the text's own hash, which the text cannot hold.
    """
    word = hashlib.sha256(log.encode("utf-8", "replace")).hexdigest()
    return f"::stop-commands::{word}\n{log}::{word}::\n"


def _annotation(problem: Problem, root: Path) -> str:
    place = {"file": _file(problem.path, root)}
    if problem.line:
        place |= {"line": str(problem.line), "col": str(problem.column)}
    place["title"] = problem.code
    said = "\n".join(printable(text) for text in (problem.message, problem.help) if text)
    properties = ",".join(f"{name}={_clean(value).translate(_PROPERTY)}" for name, value in place.items())
    return f"::{problem.severity} {properties}::{said.translate(_DATA)}"


def _file(path: str, root: Path) -> str:
    full = PurePath(os.path.abspath(path))  # noqa: PTH100  as it is written: a link is a file of the repository, too
    return (full.relative_to(root) if full.is_relative_to(root) else full).as_posix()


def _clean(path: str) -> str:
    """Keep a line end, which is escaped; else `printable`."""
    return "".join(c if c in "\r\n" else printable(c) for c in path)
