"""Give a page a new address, and keep the old one leading there."""

from __future__ import annotations

from pathlib import Path

from ..publish.growth import of_left
from ..publish.ledger import Ledger, Line
from . import moving
from .ending import FINE, ROOT, folder, refuse


def run(old: str, new: str | None, gone: str | None, content: str | None) -> int:
    """Say in the ledger where an address leads, or why it is gone; rename a record's file with all that name it."""
    from ..publish import ledger as published
    from .rewriting import CannotRewrite

    try:
        here = folder(content, ROOT / "content", "--content")
        from_ = moving.address(old)
        if (new is None) == (gone is None):
            return refuse("move: give the new address, or the reason with --gone")
        ledger = published.read(here.parent / published.NAME)
        if new is None:
            return _end(ledger, here, from_, gone or "")
        to = moving.address(new)
        if from_ not in {*ledger.published, *ledger.left} and Line(from_).file not in moving.pages_of(here):
            return refuse(f"move: no page is or was at {from_}; write its address from the root: /partners/nanning/")
        files = _renamed(here, from_, to)
        with moving.changed(files):
            _hold(here, from_, to)
            lines = of_left(found := moving.moves(ledger, here, from_, to), moving.day(), to=found)
            moving.say(ledger, lines)
    except (NotADirectoryError, CannotRewrite, ValueError) as fault:
        return refuse(f"move: {fault}")
    except OSError as fault:
        return refuse(f"move: {fault.filename} cannot be written: {fault.strerror}; see who may write there")
    for path in files:
        print(path)
    return FINE


def _end(ledger: Ledger, here: Path, address: str, reason: str) -> int:
    """Say why nothing stands at an address any more."""
    if not reason.strip():
        return refuse("move: --gone wants the reason, which the page will show")
    record = moving.record_of(address)
    if record is not None and record[0] == "articles":
        return refuse(f"move: an article is withdrawn: `python3 tasks.py withdraw {record[1]} --reason …`")
    if Line(address).file in moving.pages_of(here):
        return refuse(f"move: the archive makes a page at {address}; take out the records that name it first")
    moving.say(ledger, of_left([address], moving.day(), gone=" ".join(reason.split())))
    return FINE


def _renamed(content: Path, old: str, new: str) -> dict[Path, str | None]:
    """Give the files to write and (None) to remove so that a record has its new name; none where there is no record.

    Raises `WrongAddress` and `CannotRewrite`.
    """
    record, other = moving.record_of(old), moving.record_of(new)
    if record is None:
        return {}
    kind, name = record
    path = content / kind / f"{name}.yml"
    if kind == "articles":
        msg = f"an article keeps its number; `python3 tasks.py merge {old} {new}` makes two records one"
        raise moving.WrongAddress(msg)
    if other is None or other[0] != kind:
        msg = f"{new} is not among the {kind}"
        raise moving.WrongAddress(msg)
    if not path.is_file():
        return {}
    target = content / kind / f"{other[1]}.yml"
    if target.exists():
        msg = f"{new} is a record of its own; `python3 tasks.py merge {old} {new}` makes the two one"
        raise moving.WrongAddress(msg)
    text = _with_id(path.read_text("utf-8"), name, other[1])
    return {target: text, path: None, **moving.references(content, kind, name, other[1])}


def _with_id(text: str, old: str, new: str) -> str:
    """Change a record's own id, where it says one."""
    return "\n".join(f"id: {new}" if line.rstrip() == f"id: {old}" else line for line in text.split("\n"))


def _hold(content: Path, old: str, new: str) -> None:
    """Raise `WrongAddress` where the move would lead nowhere, or from a page that is still made."""
    pages = moving.pages_of(content)
    if Line(new).file not in pages:
        msg = f"the archive makes no page at {new}"
        raise moving.WrongAddress(msg)
    if Line(old).file in pages:
        msg = f"the archive makes a page at {old}; change what it is made of first"
        raise moving.WrongAddress(msg)
