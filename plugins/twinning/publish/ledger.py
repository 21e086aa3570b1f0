"""What was published before: the ledger of addresses, and whether a build would lose too many of them.

`ledger.jsonl` stands beside the content. Each of its lines is one JSON object with at least `address`, and lines are
only ever added. Where there is none yet, the former site tells which articles it had.
"""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Collection
from pathlib import Path

import msgspec

from ..diagnostics import Code, ContentError, Problem
from ..loading.files import Failure, read_bytes

NAME = "ledger.jsonl"
MAX_BYTES = 268_435_456
"""The most bytes a ledger may have: some two million addresses."""
MOST_LOST = 0.1
"""The part of the articles published before that a build may leave out unasked."""
_ARTICLE = re.compile(r"/a/([a-z0-9-]+)/(?:#.*)?")
_NAMED = 20


class Entry(msgspec.Struct):
    """A line of the ledger; what else it says is for others."""

    address: str


def published(ledger: Path, former: Path) -> frozenset[str]:
    """Give the ids of all articles published before, by the ledger, else by the former site.

    Raises `ContentError` with every line of the ledger that cannot be read.
    """
    if not os.path.lexists(ledger):
        return frozenset(path.name for path in (former / "a").glob("ta-*") if (path / "index.html").is_file())
    try:
        lines = read_bytes(ledger, str(ledger), MAX_BYTES).removeprefix(BOM_UTF8).split(b"\n")
    except Failure as fault:
        message = f"the ledger cannot be read: {fault.problem.message}"
        raise ContentError([Problem(str(ledger), 0, 0, Code.LEDGER, message, "put the file back")]) from None
    found: set[str] = set()
    problems: list[Problem] = []
    decoder = msgspec.json.Decoder(Entry)
    for number, line in enumerate(lines, 1):
        if not line and number == len(lines):
            break  # the end of the last line
        try:
            address = decoder.decode(line).address
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            problems.append(_broken(ledger, number, str(fault)))
            continue
        if not address.startswith("/"):
            problems.append(_broken(ledger, number, f"the address {address!r} does not begin with a slash"))
        elif match := _ARTICLE.fullmatch(address):
            found.add(match[1])
    if problems:
        raise ContentError(problems)
    return frozenset(found)


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


def _broken(ledger: Path, line: int, why: str) -> Problem:
    return Problem(
        str(ledger),
        line,
        1,
        Code.LEDGER,
        f"the line cannot be read: {why}",
        'a line is an object such as {"address": "/a/ta-0001/"}; restore it from the repository',
    )
