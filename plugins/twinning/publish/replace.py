"""A finished build takes the former one's place by renaming: readers meet the one or the other, never a mixture."""

from __future__ import annotations

import shutil
from pathlib import Path


def staging(output: Path) -> Path:
    """Give an empty folder beside the output, on the same file system, to build into."""
    folder = output.with_name(f"{output.name}.new")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def replace(output: Path, built: Path) -> None:
    """Put a finished build in the output's place. The former one stays until then, and comes back if the step fails."""
    former = output.with_name(f"{output.name}.old")
    shutil.rmtree(former, ignore_errors=True)
    there = output.exists()
    if there:
        output.rename(former)
    try:
        built.rename(output)
    except OSError:
        if there:
            former.rename(output)
        raise
    shutil.rmtree(former, ignore_errors=True)


def restore(output: Path) -> None:
    """Bring back the former build where a stop between the two renamings left none."""
    former = output.with_name(f"{output.name}.old")
    if former.exists() and not output.exists():
        former.rename(output)
