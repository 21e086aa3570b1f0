"""A fault of one record that shows only beside others, and days that are certainly in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from .. import edtf
from ..diagnostics import Fault
from ..loading import Entry
from ..records import NOT_STATED, Article
from ..vocabulary import NoteKind

Found = Iterator[tuple[Entry[Any], Fault]]
"""Faults, each with the record in which it is to be shown."""

EVER = date.max.toordinal()
_LEEWAY = 366


@lru_cache(maxsize=1 << 15)
def days(text: str | None) -> tuple[int, int]:
    """Give the first and the last day that a date can possibly mean, as ordinals; all time where it says nothing.

    Only what cannot be is a fault, so "about" and "perhaps" widen a date here, by a year or by its own length: EDTF
    gives no measure of them, and this one is a tolerance of checks which no page shows.
    """
    if text is None or text == NOT_STATED:
        return 0, EVER
    try:
        when = edtf.parse(text)
    except edtf.EdtfError:  # `rules` says it
        return 0, EVER
    first = when.earliest.toordinal() if when.earliest else 0
    last = when.latest.toordinal() if when.latest else EVER
    if when.is_approximate or when.is_uncertain:
        leeway = max(_LEEWAY, last - first)
        return max(0, first - leeway), min(EVER, last + leeway)
    return first, last


def is_noted(entry: Entry[Article], kind: NoteKind) -> bool:
    """Tell whether a note on the whole article explains it; one that cannot be read may."""
    if any(note.p is None and note.kind is kind for note in entry.record.notes):
        return True
    fields = (("notes", i, name) for i in range(len(entry.record.notes)) for name in ("kind", "p"))
    return entry.lacks(("notes",), *fields)
