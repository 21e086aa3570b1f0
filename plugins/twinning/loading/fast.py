"""The fast reader: plain records, an eighth of the time, and never the last word.

Two readers stand behind one meaning. This one (rapidyaml, C++) turns a record of 3.6 kB into JSON in 39 microseconds,
which msgspec makes a record of in 33, where PyYAML's C parser alone takes 400 (measured on CPython 3.11). But it names
no line, lets anchors and repeated fields pass, and dies of some tags. So it reads only text in which nothing of that
kind can stand, and whatever it cannot turn into a valid record goes to the precise reader (`tree`), which decides and
explains. `tests/test_readers.py` holds the two to the same result.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

import msgspec
import ryml

from ..records import Record

R = TypeVar("R", bound=Record)

_MAX_LETTERS = 65_536
"""Longer texts go to the precise reader: what is within this is within its own limits, so the two cannot disagree."""
_MAX_BRACKETS = 1000
"""More than this many opening brackets go to the precise reader, which has a limit of its own for them."""

_DOUBTFUL_BYTES = b"&*!\\\t\r@`%"
"""What may begin an anchor, alias, tag or escape, or may not begin a value. Prose may hold it too: such a record is
read precisely, and costs more."""
_DOUBTFUL = {
    b"#": (b" #",),
    b'"': (b'" -',),
    b"'": (b"' -",),
    b"N": (b"Null", b"NULL", b".N"),
    b"I": (b".I",),
    b"}": (b"}  ", b"} -", b" }"),
    b"]": (b" ]",),
    b"[": (b"[:",),
    b"{": (b"{:",),
    b":": (b"  :", b", :", b",:", b": :"),
    b"-": (b"---",),
    b".": (b"\n...",),
}
"""What may begin a document, be a value that YAML takes for none, begin a value though no plain one may, or be one that
rapidyaml rewrites (-.INF) or accepts though YAML does not (`[a, :b]`): found by giving both readers millions of spoilt
records. Each stands under a sign of its own that many records are without."""
_ORDINARY = bytes(set(range(256)) - set(_DOUBTFUL_BYTES + b"".join(map(b"".join, _DOUBTFUL.values()))))
"""What no doubt is made of: without it a text is a third as long, and looked through in half the time."""
_DOUBTFUL_BLOCK = re.compile(rb": [|>](?![-+]?\n)")
"""A block with an unusual head."""
_LONE_TILDE = re.compile(rb"~(?<![0-9X]~)")
"""YAML's other word for nothing; after a digit it says that a date is approximate."""
_FOREIGN = ("\x85", "\u2028", "\u2029", "\ufeff")
"""What ends a line for one version of YAML only, or is no letter at all."""
_encode = msgspec.json.Encoder().encode


def read_plain(text: str, cls: type[R]) -> R | None:
    """Give the record of a YAML text in which nothing is doubtful, else None.

    Null, and a number where text belongs, are doubtful too. Never raises.
    """
    try:
        data = text.encode()
        if _is_doubtful(data, text):
            return None
        with _in_silence():
            # Into a buffer of ours: where it makes its own, it writes everything twice to learn how long it is.
            room = bytearray(2 * len(data) + 64)
            made = bytes(ryml.emit_json_in_place(ryml.parse_in_arena(data), room))
        record = None if b"null" in made else _decoder(cls).decode(made)
    except Exception:  # noqa: BLE001  whatever it says, the precise reader says it better
        return None
    return record if record is not None and _each_field_once(made, record) else None


def _is_doubtful(data: bytes, text: str) -> bool:
    if len(text) > _MAX_LETTERS or not data.endswith(b"\n"):
        return True
    signs = data.translate(None, _ORDINARY)
    if len(signs.translate(None, _DOUBTFUL_BYTES)) != len(signs):
        return True
    if signs.count(b"[") + signs.count(b"{") > _MAX_BRACKETS:
        return True
    for sign, doubts in _DOUBTFUL.items():  # loops: any() takes three times as long to find nothing
        if sign in signs:
            for doubt in doubts:
                if doubt in signs and doubt in data:
                    return True
    if (b"|" in data or b">" in data) and _DOUBTFUL_BLOCK.search(data):
        return True
    if b"~" in data and _LONE_TILDE.search(data):
        return True
    return len(data) != len(text) and any(doubt in text for doubt in _FOREIGN)


@cache
def _decoder(cls: type[R]) -> msgspec.json.Decoder[R]:
    return msgspec.json.Decoder(cls)


def _each_field_once(made: bytes, record: Record) -> bool:
    """Tell whether no field stands twice; JSON's readers keep the last and say nothing."""
    if made.count(b'":') == _encode(record).count(b'":'):
        return True
    # A record also has fewer fields than its text where the text says what goes without saying: `byline: []`.
    try:
        json.loads(made, object_pairs_hook=_unlike)
    except _Twice:
        return False
    return True


class _Twice(Exception):
    """A field stands twice."""


def _unlike(fields: list[tuple[str, object]]) -> None:
    if len({name for name, _ in fields}) != len(fields):
        raise _Twice


@contextmanager
def _in_silence() -> Iterator[None]:
    """Send to nowhere what is written to the process's standard error: rapidyaml complains there before it raises."""
    try:
        kept = os.dup(2)
    except OSError:  # there is none
        yield
        return
    try:
        os.dup2(_nowhere(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


@cache
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
