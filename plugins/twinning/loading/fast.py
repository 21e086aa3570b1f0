"""The fast reader: plain records, a third of the time, and never the last word.

Two readers stand behind one meaning. This one (ryaml, Rust) takes 103 microseconds for a record of 2.7 kB where
PyYAML's C parser takes 302 (measured on CPython 3.11), but it names no line for most faults, takes tags and aliases
for data, and slows down on deep brackets. So it reads only text in which nothing of that kind can stand, and
whatever it cannot turn into a valid record goes to the precise reader (`tree`), which decides and explains.
`tests/test_loading.py` holds the two to the same result.
"""

from __future__ import annotations

import re

import ryaml

_MAX_LETTERS = 65_536
"""Longer texts go to the precise reader: what is within this is within its own limits, so the two cannot disagree."""
_MAX_BRACKETS = 1000
"""More than this many opening brackets go to the precise reader: the time of the fast one grows with the square."""

_DOUBTFUL = ("&", "*", "!", "\\", "\t", "\x85", "\u2028", "\u2029", "\n---", "\n...", "\n%", '":', "':")
"""What could begin an anchor, alias, tag, escape, document or directive, end a line for one version of YAML only, or
be a quoted name of a field. Prose may hold them too: such a record is read precisely, and costs more."""
_DOUBTFUL_VALUE = re.compile(r":\s+(?:[0+.#]|-[^ ])")
"""A value that may be a number which people write otherwise (0x10, +7, 007, .5, .nan), or that a comment precedes."""
_HASH = re.compile(r": 0[0-9a-f]{63}\b")


def read_plain(text: str) -> object | None:
    """Give the data of a YAML text in which nothing is doubtful, else None.

    Null, and a number where text belongs, are doubtful too: None comes back for the first, and the second fails the
    record's types. Never raises.
    """
    plain = _HASH.sub(":", text) if "sha256: 0" in text else text  # the one value that may well begin with a nought
    for doubt in _DOUBTFUL:  # a loop: any() takes three times as long to find nothing
        if doubt in plain:
            return None
    if _DOUBTFUL_VALUE.search(plain) or text.startswith(("---", "%")):
        return None
    if len(text) > _MAX_LETTERS or text.count("[") + text.count("{") > _MAX_BRACKETS:
        return None
    try:
        data: object = ryaml.loads(text)  # type: ignore[attr-defined]  # its stubs do not export it
    except Exception:  # noqa: BLE001  whatever it says, the precise reader says it better
        return None
    return None if _has_null(data) else data


def _has_null(data: object) -> bool:
    kind = type(data)
    if kind is not dict and kind is not list:
        return data is None
    for value in data.values() if isinstance(data, dict) else data:  # type: ignore[attr-defined]
        # Most values are text or numbers: asking for their type first halves the time of this walk.
        kind = type(value)
        if kind is not str and kind is not int and _has_null(value):
            return True
    return False
