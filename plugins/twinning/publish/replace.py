"""A finished build takes the former one's place by renaming: readers meet the one or the other, never a mixture.

What stands beside the output while that happens has a name that begins with a dot and tells whose it is
(`.output.building`, `.output.former`); nothing else beside it is ever touched.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows; two builds at once are not kept apart there
    fcntl = None  # type: ignore[assignment]


class AnotherBuild(Exception):
    """Another build of the same output is running."""


@contextlib.contextmanager
def one_at_a_time(output: Path) -> Iterator[None]:
    """Hold the output for one build. Raises `AnotherBuild`, or `OSError` where its place cannot be written to."""
    output.parent.mkdir(parents=True, exist_ok=True)
    path = _beside(output, "lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AnotherBuild(output.name) from None
        # Opened just before another build ended and removed it, the lock holds nobody off: that build was running.
        if not path.exists() or not os.path.samestat(os.fstat(handle), path.stat()):
            raise AnotherBuild(output.name)
        try:
            yield
        finally:
            # Removed while still held, so that who waits for it next makes its own.
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)


def staging(output: Path) -> Path:
    """Give an empty folder beside the output, on the same file system, to build into."""
    folder = _beside(output, "building")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def replace(output: Path, built: Path) -> None:
    """Put a finished build in the output's place. The former one stays until then, and comes back if the step fails."""
    former = _beside(output, "former")
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
    former = _beside(output, "former")
    if former.exists() and not output.exists():
        former.rename(output)


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f".{output.name}.{what}")
