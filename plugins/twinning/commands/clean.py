"""Remove what was made: the built site, the preview, and the tools' caches."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from ..publish.lock import AnotherBuild, one_at_a_time
from .ending import BUSY, FINE, ROOT

MADE = ("output", ".output.building", ".output.former", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis")
PREVIEW = ".twinning"


def run() -> int:
    """Remove it; give the exit status. `.venv`, sources, ledger and whatever people made stay.

    Nothing is taken from under a build: while one runs, or a preview is built, nothing is removed.
    """
    try:
        with one_at_a_time(ROOT / "output"), one_at_a_time(ROOT / PREVIEW / "preview"):
            for path in _made():
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    except AnotherBuild:
        print("clean: a build is running; wait for it to end, or end `serve`", file=sys.stderr)
        return BUSY
    shutil.rmtree(ROOT / PREVIEW)
    return FINE


def _made() -> Iterator[Path]:
    yield from (path for name in MADE if (path := ROOT / name).exists() or path.is_symlink())
    # Compiled modules; those in .venv are its own.
    yield from ROOT.glob("__pycache__")
    for folder in ("plugins", "tests"):
        yield from list((ROOT / folder).rglob("__pycache__"))
