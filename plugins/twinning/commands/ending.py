"""How commands speak and end: exit statuses, and problems on standard error."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from ..diagnostics import Problem, count, errors, show, wants_colour

FINE = 0
PROBLEMS = 1
WRONG_USAGE = 2
BUSY = 75
"""Another build holds the output (EX_TEMPFAIL of sysexits.h): try again."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What a file system says that is full."""
CANNOT_WRITE = NO_ROOM | {
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENOENT, errno.EEXIST, errno.EISDIR, errno.ELOOP,
    errno.ENAMETOOLONG, errno.EBUSY, errno.EXDEV, errno.EIO, errno.ENOTEMPTY, errno.EINVAL,
}  # fmt: skip
"""What a file system says where a site cannot be put: a matter of the place, not of this program."""
MAKE_ROOM = "make room there, or give a folder on another disk"

ROOT = Path(__file__).resolve().parents[3]
"""The folder of the project: that of `tasks.py`."""


def refuse(message: str) -> int:
    """Say what is wrong with the command, in one line, and give the exit status for wrong usage."""
    print(message, file=sys.stderr)
    return WRONG_USAGE


def report(problems: Sequence[Problem]) -> int:
    """Show problems and their number; give the exit status they mean. Warnings alone are fine."""
    if problems:
        print(show(_relative(problems), colour=wants_colour()), file=sys.stderr)
        print(count(problems), file=sys.stderr)
    return PROBLEMS if errors(problems) else FINE


def folder(given: str | None, default: Path | str, what: str) -> Path:
    """Give a folder that must be there. Raises `NotADirectoryError` with what to say."""
    path = Path(given) if given is not None else Path(default)
    if not path.is_dir():
        msg = f"{what}: there is no folder {path}"
        raise NotADirectoryError(msg)
    return path


def _relative(problems: Sequence[Problem]) -> list[Problem]:
    """Name files as seen from here, as a terminal and an editor open them."""
    here = str(Path.cwd()) + "/"
    return [Problem(p.path.removeprefix(here), p.line, p.column, p.code, p.message, p.help) for p in problems]
