"""Files put in their place whole or not at all, and never over another: a person may have edited it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def put(path: Path, data: bytes) -> bool:
    """Write a new file; tell whether it was written: not where one of its name is there. Raises `OSError`.

    Written beside its place and linked into it, so that who is interrupted, or reads at the same time, finds all of it
    or none. Nothing named with a dot is read as a record or a text.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        try:
            path.hardlink_to(beside)
        except FileExistsError:
            return False
        except OSError:  # a disk without links: the name is taken first, then what it names is replaced whole
            try:
                path.open("xb").close()
            except FileExistsError:
                return False
            beside.replace(path)
        return True
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
