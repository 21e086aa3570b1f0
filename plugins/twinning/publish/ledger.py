"""What was published before: the ledger of addresses, and what became of those that were given up.

`ledger.jsonl` stands beside the content; its lines are only ever added. A line tells of one page, with the anchors that
were published on it and the files that stand beside it, or of a file that stands alone:

    {"address": "/a/ta-0001/", "first": "2026-11-22", "title": "…", "sha256": "…", "anchors": "p1-21 s1-2",
     "notes": "51c0e7d2", "statements": "…", "files": "cite.bib cite.ris record.json"}

`first` is the day on which it was first published, `sha256` the digest of the file as it was on that day; `notes` and
`statements` hold a short digest for each of an article's, in their order. A later line of the same address adds to it.
A line with `to` or `gone` says where an address has moved, or why nothing stands there any more. Addresses begin at the
site's own root, so that the ledger holds under any host and path.
"""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from ..diagnostics import Code, ContentError, Problem
from ..loading.files import Failure, read_bytes

NAME = "ledger.jsonl"
MAX_BYTES = 268_435_456
"""The most bytes a ledger may have: half a million pages."""
MOST_LOST = 0.1
"""The part of the articles published before that a build may leave out unasked."""
_PART = r"[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,120}"
_ADDRESS = re.compile(rf"/(?:{_PART}/){{0,8}}(?:{_PART})?")
"""What can be an address of ours: nothing in it leads up, needs an escape, or is a name that some disk refuses."""
_ARTICLE = re.compile(r"/a/([a-z0-9-]+)/")
_NAMED = 20


class Line(msgspec.Struct, omit_defaults=True, gc=False):
    """A line of the ledger. What it has beyond these fields is for others."""

    address: str
    first: str = ""
    title: str = ""
    sha256: str = ""
    anchors: str = ""
    """Their names, in order; `p1-21` stands for p1, p2 … p21."""
    notes: str = ""
    statements: str = ""
    files: str = ""
    """The names of the files beside the page."""
    to: str = ""
    """The address it has moved to."""
    gone: str = ""
    """Why nothing stands there any more."""
    on: str = ""
    """The day of the move or of the end."""

    @property
    def file(self) -> str:
        """Give the path of its file below the site's root."""
        path = self.address[1:]
        return f"{path}index.html" if not path or path.endswith("/") else path


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that was published. An archive that has no ledger has an empty one: nothing of it was published yet."""

    path: Path
    published: Mapping[str, Line] = field(default_factory=dict)
    """What was published, by address: all lines of an address as one."""
    left: Mapping[str, Line] = field(default_factory=dict)
    """The latest line of each address that has moved or ended."""
    numbers: Mapping[str, int] = field(default_factory=dict, repr=False)
    """The first line of each address, counted from 1."""

    @property
    def articles(self) -> frozenset[str]:
        """Give the ids of all articles that were published and have not moved."""
        return frozenset(self.ids() - {match[1] for match in map(_ARTICLE.fullmatch, self.left) if match})

    def ids(self) -> set[str]:
        """Give the ids of all articles that were ever published, those merged into others too."""
        return {match[1] for match in map(_ARTICLE.fullmatch, {**self.published, **self.left}) if match}

    def destination(self, address: str) -> str | None:
        """Follow moves to where they end; None where they run in a circle."""
        seen = {address}
        while (line := self.left.get(address)) is not None and line.to:
            address = line.to
            if address in seen:
                return None
            seen.add(address)
        return address

    def problem(self, address: str, code: Code, message: str, help_: str) -> Problem:
        """Make a problem at the line of an address."""
        return Problem(str(self.path), self.numbers.get(address, 0), 1, code, message, help_)


def read(path: Path) -> Ledger:
    """Read the ledger; where there is none, it is empty.

    Raises `ContentError` with every line that cannot be read.
    """
    if not os.path.lexists(path):
        return Ledger(path)
    try:
        data = read_bytes(path, str(path), MAX_BYTES).removeprefix(BOM_UTF8)
    except Failure as fault:
        message = f"the ledger cannot be read: {fault.problem.message}"
        raise ContentError([Problem(str(path), 0, 0, Code.LEDGER, message, "put the file back")]) from None
    published: dict[str, Line] = {}
    left: dict[str, Line] = {}
    numbers: dict[str, int] = {}
    for number, line in enumerate(_lines(path, data), 1):
        address = line.address
        numbers.setdefault(address, number)
        if line.to or line.gone:
            left.pop(line.to, None)  # where something moves to, something stands again
            left[address] = line
            numbers[address] = number
        elif address in published:
            published[address] = _with(published[address], line)
        else:
            published[address] = line
    return Ledger(path, published, left, numbers)


def ids(path: Path) -> set[str]:
    """Give the ids of all articles that a ledger knows, as far as it can be read; nothing where there is none."""
    try:
        return read(path).ids()
    except ContentError:
        return set(re.findall(r"/a/(ta-[0-9]+)/", path.read_text("utf-8", "replace"))) if path.is_file() else set()


def known_before(ledger: Ledger, former: Path) -> frozenset[str]:
    """Give the ids of all articles published before, by the ledger, else by the former site."""
    if ledger.numbers:
        return ledger.articles
    return frozenset(path.name for path in (former / "a").glob("ta-*") if (path / "index.html").is_file())


def shrunk(before: Collection[str], now: Collection[str], where: Path) -> Problem | None:
    """Say that a build would lose too many of the articles published before, and name them; None where it would not."""
    missing = sorted(set(before) - set(now))
    if len(missing) <= MOST_LOST * len(before):
        return None
    named = ", ".join(missing[:_NAMED]) + (f" and {len(missing) - _NAMED:,} more" if len(missing) > _NAMED else "")
    return Problem(
        str(where),
        0,
        0,
        Code.SHRUNK,
        f"{len(missing):,} of {len(before):,} articles published before are not there: {named}",
        "put their records back (a withdrawn article keeps its record), or mean it with --allow-shrink",
    )


def encoded(lines: Iterable[Line]) -> bytes:
    """Give lines as they are added to the file."""
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def append(path: Path, lines: Iterable[Line]) -> None:
    """Add lines at the ledger's end, all or none, and never change what stands before them. Raises `OSError`."""
    added = encoded(lines)
    if not added:
        return
    before = path.read_bytes() if path.exists() else b""
    if before and not before.endswith(b"\n"):
        added = b"\n" + added
    written = path.with_name(f".{path.name}.new")
    try:
        written.write_bytes(before + added)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _lines(path: Path, data: bytes) -> list[Line]:
    """Read all lines. Raises `ContentError` with every one that cannot be read."""
    decoder = msgspec.json.Decoder(Line)
    try:
        lines = decoder.decode_lines(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        lines = []
    # Line by line only where something is wrong: reading all at once takes half the time.
    whole = len(lines) == data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
    if whole and all(_is_right(line) for line in lines):
        return lines
    problems = list(_broken_lines(path, data, decoder))
    if problems:
        raise ContentError(problems)
    return lines


def _is_right(line: Line) -> bool:
    return _ADDRESS.fullmatch(line.address) is not None and (
        not (line.to or line.gone) or ((not line.to or _ADDRESS.fullmatch(line.to) is not None) and _is_day(line.on))
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _broken_lines(path: Path, data: bytes, decoder: msgspec.json.Decoder[Line]) -> Iterator[Problem]:
    lines = data.split(b"\n")
    for number, text in enumerate(lines, 1):
        if not text and number == len(lines):
            return  # the end of the last line
        try:
            line = decoder.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            yield _broken(path, number, str(fault))
            continue
        for address in (line.address, line.to):
            if address[:1] not in {"/", ""} or not line.address:
                yield _broken(path, number, f"the address {address!r} does not begin with a slash")
            elif address and not _ADDRESS.fullmatch(address):
                yield _broken(path, number, f"{address[:80]!r} is no address of ours")
        if (line.to or line.gone) and not _is_day(line.on):
            yield _broken(path, number, f"`on` is {line.on[:20]!r}, which is no day such as 2027-01-05")


def _broken(path: Path, line: int, why: str) -> Problem:
    return Problem(
        str(path),
        line,
        1,
        Code.LEDGER,
        f"the line cannot be read: {why}",
        'a line is an object such as {"address": "/a/ta-0001/"}; restore it from the repository',
    )


def _with(before: Line, more: Line) -> Line:
    """Put two lines of one address together: the first day and digest stay, the latest words count."""
    return msgspec.structs.replace(
        before,
        anchors=f"{before.anchors} {more.anchors}".strip(),
        files=f"{before.files} {more.files}".strip(),
        notes=more.notes or before.notes,
        statements=more.statements or before.statements,
    )
