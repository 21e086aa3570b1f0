"""How commands speak and end: exit statuses, and problems in the form that was asked for."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..diagnostics import Code, Form, Problem, count, errors, show, wants_colour

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


def report(problems: Sequence[Problem], form: Form = Form.TEXT) -> int:
    """Show problems, their number and where to read more; give the exit status they mean. Warnings alone are fine.

    To be called once in a run with `Form.JSON`, also without problems: what it writes is one array.
    """
    shown = _relative(problems)
    if form is Form.JSON:
        from ..diagnostics.listing import listing

        _write(listing(shown, page_of))
    elif problems and form is Form.GITHUB:
        from ..diagnostics import github

        # All of it on one stream: two would reach GitHub in any order, and the log would not be shielded.
        _write(github.shielded(f"{show(shown)}\n{count(shown)}\n{github.left_out(shown)}{_read_more(shown)}\n"))
        _write(github.commands(shown, _repository()))
    elif problems:
        print(show(shown, colour=wants_colour()), file=sys.stderr)
        print(count(shown), _read_more(shown), sep="\n", file=sys.stderr)
    return PROBLEMS if errors(problems) else FINE


def page_of(code: Code) -> str:
    """Give the address of a code's page: in the repository on the web where that is known, else in this one."""
    return f"{_web()}docs/problems/{code}.md"


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
    return [replace(p, path=p.path.removeprefix(here)) for p in sorted(problems)]


def _read_more(problems: Sequence[Problem]) -> str:
    codes = sorted({problem.code for problem in problems})
    where = page_of(codes[0]) if len(codes) == 1 else f"{_web()}docs/problems/"
    return f"more about {', '.join(codes)}: {where}"


def _web() -> str:
    """Give where the repository's files are on the web, with a slash at the end; nothing where that is not known."""
    known = os.environ.get
    address = known("REPOSITORY") or f"{known('GITHUB_SERVER_URL', '')}/{known('GITHUB_REPOSITORY', '')}"
    if not (address.startswith("https://") and address.isascii() and address.isprintable() and " " not in address):
        return ""
    return f"{address.rstrip('/')}/blob/HEAD/"


def _repository() -> Path:
    """Give the folder from which GitHub names files; this project may be a part of a larger repository."""
    return next((folder for folder in (ROOT, *ROOT.parents) if (folder / ".git").exists()), ROOT)


def _write(text: str) -> None:
    """Write to standard output, whatever encoding it has."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
