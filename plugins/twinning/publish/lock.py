"""One build of an output at a time."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL})
"""What a file system says that keeps no locks: some of those over a network."""


class AnotherBuild(Exception):
    """Another build of the same output is running."""


@contextlib.contextmanager
def one_at_a_time(output: Path) -> Iterator[None]:
    """Hold the output for one build. Raises `AnotherBuild`, or `OSError` where its place cannot be written to.

    The system frees the lock of a build that is killed. Where it keeps no locks, the file names the process that holds
    it, and who finds a process that is gone takes its place.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    path = output.with_name(f".{output.name}.lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        if not _locked(handle) and _holder(handle) is not None:
            raise AnotherBuild(output.name)
        # Opened just before another build ended and removed it, the lock holds nobody off: that build was running.
        if not path.exists() or not os.path.samestat(os.fstat(handle), path.stat()):
            raise AnotherBuild(output.name)
        try:
            os.truncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, str(os.getpid()).encode())
            yield
        finally:
            # Removed while still held, so that who waits for it next makes its own.
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    """Lock an open file; False where the file system keeps no locks. Raises `AnotherBuild` where it is locked."""
    if fcntl is None:
        return False  # type: ignore[unreachable]  # on Windows
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AnotherBuild from None
    except OSError as fault:
        if fault.errno in _NO_LOCKS:
            return False
        raise
    return True


def _holder(handle: int) -> int | None:
    """Give the process that a lock file names, if it lives and is another one."""
    written = os.read(handle, 20)
    if os.name == "nt" or not written.isdigit() or int(written) == os.getpid():
        return None  # asking Windows whether a process lives would end it
    try:
        os.kill(int(written), 0)
    except (ProcessLookupError, OverflowError):
        return None
    except PermissionError:
        pass  # somebody else's, and alive
    return int(written)
