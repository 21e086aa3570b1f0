"""What the commands that move, merge and withdraw share: the archive before and after, and what the ledger must say."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..clock import today
from ..gate import check
from ..loading import KINDS, load_text
from ..pages.promise import made
from ..publish import ledger as published
from ..publish.growth import of_left
from ..publish.ledger import Ledger, Line
from ..records import Article
from .rewriting import reports_both, with_references

RECORD = re.compile(r"/?(articles|a|councils|partners|newspapers)/([a-z0-9-]+)(?:/|\.yml)?")
_ADDRESS = re.compile(r"/(?:[a-z0-9-]+/){0,6}")


class WrongAddress(ValueError):
    """What was given is no address, or not one that can be moved; the message says what to write."""


def address(given: str) -> str:
    """Give an address with its slashes, from what somebody wrote. Raises `WrongAddress`."""
    bare = given.removeprefix("content/").strip()
    if record := RECORD.fullmatch(bare):
        return f"/{'a' if record[1] == 'articles' else record[1]}/{record[2]}/"
    whole = f"/{bare.strip('/')}/"
    if not _ADDRESS.fullmatch(whole):
        msg = f"{given!r} is no address of the archive; write one from its root, such as /partners/nanning/"
        raise WrongAddress(msg)
    return whole


def record_of(address_: str) -> tuple[str, str] | None:
    """Give the kind and the id of the record whose page stands at an address; None for pages of another kind."""
    found = RECORD.fullmatch(address_)
    return (("articles" if found[1] == "a" else found[1]), found[2]) if found else None


def day() -> str:
    """Give the day of this run."""
    return today(os.environ).isoformat()


def pages_of(content: Path) -> frozenset[str]:
    """Give the files of all pages that the content makes, whatever problems it has."""
    return made(check(content, None, today(os.environ)).archive)


def moves(ledger: Ledger, content: Path, old: str, new: str) -> dict[str, str]:
    """Give where each published address goes when one goes, and with it what is a part of it.

    With a council or partner go its partnerships, with an article the page of its citations.

    Only what was published is named, and the address itself in any case.
    """
    found = {old: new}
    record, other = record_of(old), record_of(new)
    if record is not None and other is not None and record[0] in {"councils", "partners"}:
        name, new_name = record[1], other[1]
        pattern = rf"/partnerships/{name}/(.*)" if record[0] == "councils" else rf"/partnerships/([a-z0-9-]+/){name}/"
        for known in {**ledger.published, **ledger.left, **{line.to: line for line in ledger.left.values()}}:
            if match := re.fullmatch(pattern, known):
                tail = f"{new_name}/{match[1]}" if record[0] == "councils" else f"{match[1]}{new_name}/"
                found[known] = f"/partnerships/{tail}"
    if record is not None and record[0] == "articles":
        found |= {known: new + known.removeprefix(old) for known in ledger.published if known.startswith(old)}
    there = pages_of(content)
    return {a: to for a, to in found.items() if a == old or (Line(to).file in there and Line(a).file not in there)}


def ended(ledger: Ledger, content: Path, reason: str) -> list[Line]:
    """Give lines for all published addresses that the content no longer makes and the ledger says nothing of."""
    there = pages_of(content)
    lost = [
        a
        for a, line in ledger.published.items()
        if line.file.endswith(".html") and line.file not in there and a not in ledger.left
        and a.startswith(("/people/", "/partnerships/"))
    ]  # fmt: skip
    return list(of_left(lost, day(), gone=reason))


def say(ledger: Ledger, lines: Iterable[Line]) -> None:
    """Add lines to the ledger and say so. Raises `OSError`."""
    listed = list(lines)
    published.append(ledger.path, listed)
    for line in listed:
        print(f"{line.address}: " + (f"leads to {line.to}" if line.to else f"gone: {line.gone}"), file=sys.stderr)


def references(
    content: Path, kind: str, old: str, new: str, besides: frozenset[Path] = frozenset()
) -> dict[Path, str | None]:
    """Give all records that name one, with the other in its place. Raises `CannotRewrite`."""
    found: dict[Path, str | None] = {}
    for folder in ("articles", "councils") if kind == "councils" else ("articles",):
        for path in sorted((content / folder).glob("*.yml")):
            made_ = with_references(path, kind, old, new) if path not in besides else None
            if made_ is not None:
                found[path] = made_
    return found


def hold_reports_apart(content: Path, kind: str, one: str, other: str) -> None:
    """Raise `WrongAddress` where an article reports both of two partnerships that would become one."""
    for path in sorted((content / "articles").glob("*.yml")):
        record, _ = load_text(str(path), path.read_text("utf-8", "replace"), Article)
        if record is not None and reports_both(record, kind, one, other):
            msg = f"{path} reports on both; put its two reports together first"
            raise WrongAddress(msg)


def hold_one_story(one: Path, other: Path) -> None:
    """Raise `WrongAddress` where two articles report no partnership in common: they are not one."""
    told = []
    for path in (one, other):
        record, _ = load_text(str(path), path.read_text("utf-8", "replace"), Article)
        told.append({report.key for report in record.reports} if record is not None else set())
    if all(told) and not told[0] & told[1]:
        msg = f"{one} and {other} report no partnership in common: they are two articles; see `withdraw`"
        raise WrongAddress(msg)


def names_of(path: Path) -> list[str]:
    """Give a record's name and its aliases. Raises `WrongAddress` where the record has problems."""
    record, problems = load_text(str(path), path.read_text("utf-8", "replace"), KINDS[path.parent.name])
    if record is None:
        msg = f"{path} has a problem: {problems[0].message}; mend that first"
        raise WrongAddress(msg)
    return [record.name, *record.aliases]  # type: ignore[attr-defined]  # councils, partners and newspapers have both


@contextlib.contextmanager
def changed(files: Mapping[Path, str | None]) -> Iterator[None]:
    """Write and remove files; if what follows fails, all are as they were."""
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    try:
        for path, text in files.items():
            _put(path, text.encode() if text is not None else None)
        yield
    except BaseException:
        for path, data in before.items():
            with contextlib.suppress(OSError):
                _put(path, data)
        raise


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
        return
    written = path.with_name(f".{path.name}.new")
    try:
        written.write_bytes(data)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)
