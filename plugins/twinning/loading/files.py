"""From a path to its text, under limits, before any parser sees it."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from ..characters import is_plain
from ..diagnostics import Code, Problem

MAX_RECORD_BYTES = 262_144
"""The most bytes a record may have: forty times the longest of the first ones."""
MAX_SOURCE_BYTES = 2_097_152
"""The most bytes a newspaper's text may have: a whole broadsheet page is a fiftieth."""
MAX_VERIFIED_BYTES = 67_108_864
"""The most bytes the list of what was verified may have: a quarter of a million records."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""The C0 and C1 control characters but tab, line ends and NEL (YAML 1.2 §5.1), and what silently turns text round."""
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class Failure(Exception):
    """A file that cannot be used, with the problem to show."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.message)
        self.problem = problem


def read_bytes(path: Path, shown: str, limit: int) -> bytes:
    """Read an ordinary file of at most `limit` bytes.

    `shown` is the path as problems name it. Raises `Failure` where it is a link, a device, too large or unreadable:
    a link could lead anywhere, and a pipe would wait for ever.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as fault:
        reason = "is a symbolic link" if path.is_symlink() else f"cannot be read: {fault.strerror}"
        raise Failure(_whole(shown, Code.UNREADABLE, f"the file {reason}", "put an ordinary file here")) from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Failure(_whole(shown, Code.UNREADABLE, "this is not an ordinary file", "put an ordinary file here"))
        data = os.read(handle, limit + 1)
        while len(data) <= limit and len(data) != status.st_size:  # else it was read whole, as nearly all are
            more = os.read(handle, limit + 1 - len(data))
            if not more:
                break
            data += more
        changed = os.fstat(handle)
    except OSError as fault:
        failed = _whole(
            shown, Code.UNREADABLE, f"the file cannot be read: {fault.strerror}", "see whether the disk is well"
        )
        raise Failure(failed) from None
    finally:
        os.close(handle)
    if len(data) > limit:
        raise Failure(
            _whole(
                shown,
                Code.UNREADABLE,
                f"the file is too large: {max(status.st_size, len(data)):,} bytes, and at most {limit:,} are read",
                "is this the right file? What belongs here is far smaller",
            )
        )
    if (changed.st_size, changed.st_mtime_ns) != (status.st_size, status.st_mtime_ns):
        changing = "the file was written to while it was read"
        raise Failure(_whole(shown, Code.UNREADABLE, changing, "save it, and run this again"))
    return data


def listed(folder: Path, problems: list[Problem]) -> list[Path]:
    """Give what is in a folder that need not be there, in the order of its names, without hidden files."""
    if folder.is_symlink():
        said = "the folder is a symbolic link, which could lead anywhere"
        problems.append(_whole(str(folder), Code.UNREADABLE, said, "put an ordinary folder here"))
        return []
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as fault:
        said = f"the folder cannot be read: {fault.strerror}"
        problems.append(_whole(str(folder), Code.UNREADABLE, said, "put a folder here, and let everybody read it"))
    return []


def read_text(path: Path, shown: str, limit: int = MAX_RECORD_BYTES) -> str:
    """Read a text: UTF-8, line ends as LF, no byte-order mark, no control characters. Raises `Failure`."""
    return read_record(path, shown, limit)[0]


def read_record(path: Path, shown: str, limit: int = MAX_RECORD_BYTES) -> tuple[str, bool]:
    """Read a record's text, and tell whether each of its characters is plain: most are, and need no second look.

    Raises `Failure`, with line and column where there are any.
    """
    whole = read_bytes(path, shown, limit)
    data = whole.removeprefix(_BOM)
    if not data or data.isspace():
        raise Failure(
            _whole(shown, Code.EMPTY, "the file is empty", "`python3 tasks.py new` writes an empty record to fill in")
        )
    # Every second byte of English is NUL in UTF-16, whether or not a mark says so.
    if data.startswith(_WIDE) or data.count(0) * 3 > len(data):
        raise Failure(_whole(shown, Code.ENCODING, "the file is UTF-16, not UTF-8", "save it as UTF-8"))
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        before = data[: fault.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        raise Failure(
            Problem(
                shown,
                before.count(b"\n") + 1,
                len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1,
                Code.ENCODING,
                f"byte {len(whole) - len(data) + fault.start:,} is not UTF-8 (0x{data[fault.start]:02x})",
                "save the file as UTF-8",
            )
        ) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = is_plain(data)
    if not plain and (found := FORBIDDEN.search(text)):
        before_it = text[: found.start()]
        raise Failure(
            Problem(
                shown,
                before_it.count("\n") + 1,
                len(before_it) - before_it.rfind("\n"),
                Code.ENCODING,
                f"a control character stands here (U+{ord(found[0]):04X})",
                "delete it; it shows nothing and breaks formats we export",
            )
        )
    if "<<<<<<< " in text or ">>>>>>> " in text:
        _refuse_half_merged(text, shown)
    return text, plain


_MERGE = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def _refuse_half_merged(text: str, shown: str) -> None:
    """Raise `Failure` where Git has left its marks: whatever comes of them would be half of each version."""
    mark = _MERGE.search(text)
    if mark is not None:
        line = text.count("\n", 0, mark.start()) + 1
        help_ = "keep what is right of the two versions, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"
        raise Failure(Problem(shown, line, 1, Code.SYNTAX, "a merge of two versions was not finished here", help_))


def _whole(shown: str, code: Code, message: str, help_: str) -> Problem:
    return Problem(shown, 0, 0, code, message, help_)
