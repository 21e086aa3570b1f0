"""A finished build takes the former one's place by renaming: readers meet the one or the other, never a mixture.

What stands beside the output while that happens has a name that begins with a dot and tells whose it is
(`.output.building`, `.output.former`, `.output.lock`); nothing else beside it is ever touched.

Where the system can exchange two names in one step (Linux, on all its usual file systems), there is no moment at which
a killed build would leave no site. Elsewhere the former site is moved aside first, and a build killed between the two
renamings is mended by the next one (`restore`). Before the step, what was built is brought to the disk, so that after
a power failure the site is the former one or the new one whole; and so that a disk that fails says so in time.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
_CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})
"""What a system says that has no such step, or whose file system has not."""

_MARK = "data"
"""The folder that tells a build's folder from a stranger's: made first and removed last, so no stop leaves it out."""


class NotOurs(FileExistsError):
    """Something stands where a build works that no build made; the message names it."""


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give a folder beside the output, on the same file system, to build into; afterwards it is gone.

    It is empty but for the folder `data`, which every site has and by which a later build knows it.

    What a killed build left is cleared away first. Raises `NotOurs` where something else stands there, and `OSError`.
    """
    restore(output)
    folder = _beside(output, "building")
    for path in (folder, _beside(output, "former")):
        _clear(path, output)
    try:
        folder.mkdir()
        (folder / _MARK).mkdir()
        yield folder
    finally:
        with _uninterrupted():
            _remove(folder)


def replace(output: Path, built: Path) -> None:
    """Put a finished build in the output's place. The former one stays until then, and comes back if the step fails."""
    settle(built)
    if not output.exists():
        built.rename(output)
    elif not _exchange(built, output):
        former = _beside(output, "former")
        output.rename(former)
        try:
            built.rename(output)
        except BaseException:
            former.rename(output)
            raise
        with _uninterrupted():
            _remove(former)


def restore(output: Path) -> None:
    """Bring back the former build where a stop between the two renamings left none."""
    former = _beside(output, "former")
    if not output.exists() and _is_ours(former):
        former.rename(output)


def settle(folder: Path) -> None:
    """Bring what was written to the disk. Raises `OSError` where the disk did not take it."""
    library = _library()
    if library is None or not hasattr(library, "syncfs"):
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(handle):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system cannot, and then nothing is changed."""
    library = _library()
    if library is None or not hasattr(library, "renameat2"):
        return False
    if not library.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE):
        return True
    fault = ctypes.get_errno()
    if fault in _CANNOT_EXCHANGE:
        return False
    raise OSError(fault, os.strerror(fault), str(other))


def _library() -> ctypes.CDLL | None:
    """Give the system's C library, where it is loaded already: everywhere but on Windows."""
    try:
        return ctypes.CDLL(None, use_errno=True)
    except (OSError, TypeError):
        return None


def _clear(path: Path, output: Path) -> None:
    """Remove what a killed build left at a path; leave alone what no build made."""
    if not os.path.lexists(path):
        return
    if not _is_ours(path):
        msg = f"{path} is not what a build of {output.name} left; move it away"
        raise NotOurs(errno.EEXIST, msg)
    with _uninterrupted():
        _remove(path)
    if path.exists():
        raise PermissionError(errno.EACCES, f"{path}, which a killed build left, cannot be removed")


def _is_ours(path: Path) -> bool:
    """Tell whether a folder is a site or the beginning of one."""
    if path.is_symlink() or not path.is_dir():
        return False
    there = {entry.name for entry in path.iterdir()}
    return not there or not there.isdisjoint({"a", "theme", _MARK})


def _remove(path: Path) -> None:
    """Remove a folder as far as that goes: what stays hinders nobody but is said by who needs the place.

    What tells that it is ours goes last, so that what a kill or a fault leaves is known for a build's.
    """
    with contextlib.suppress(OSError):
        for entry in path.iterdir():
            if entry.name == _MARK:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    entry.unlink()
        if all(entry.name == _MARK for entry in path.iterdir()):
            shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait: it asks for an end, and a half-removed folder is none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f".{output.name}.{what}")
