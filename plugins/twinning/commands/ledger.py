"""Hold the ledger to its promise: its lines can be read, and none that was there before was edited or removed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from .ending import FINE, PROBLEMS, ROOT, folder, refuse, report

_NOTHING = "0" * 40
"""What GitHub gives for the commit before the first."""


def run(since: str | None, content: str | None, form: str | None) -> int:
    """Read the ledger; with a commit, compare it with what it was then. Give the exit status."""
    from ..diagnostics import ContentError, Form
    from ..publish import ledger as published
    from ..publish.grown import edited

    try:
        chosen = Form.chosen(form)
        here = folder(content, ROOT / "content", "--content")
    except (NotADirectoryError, ValueError) as fault:
        return refuse(str(fault))
    path = here.parent / published.NAME
    try:
        ledger = published.read(path)
    except ContentError as fault:
        return report(fault.problems, chosen)
    if since and since != _NOTHING:
        before = _at(since, path)
        if before is None:
            return refuse(f"ledger: git knows no commit {since}; fetch it, or give another with --since")
        now = path.read_bytes() if path.exists() else b""
        problems = edited(path, before, now)
        if report(problems, chosen) != FINE:
            return PROBLEMS
    print(
        f"{path.name}: {len(ledger.published):,} addresses and files, {len(ledger.left):,} moved or gone",
        file=sys.stderr,
    )
    return FINE


def _at(commit: str, path: Path) -> bytes | None:
    """Give the ledger as it was at a commit, nothing where it was not there; None where there is no such commit."""
    git = shutil.which("git")
    if git is None or commit.startswith("-"):
        return None
    if _git(git, path.parent, "cat-file", "-e", f"{commit}^{{commit}}").returncode:
        return None
    found = _git(git, path.parent, "show", f"{commit}:./{path.name}")
    return b"" if found.returncode else found.stdout


def _git(git: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603
