"""Rows as CSV (RFC 4180, UTF-8) in which no cell is a formula.

A spreadsheet runs a cell that begins with one of a few signs, whoever wrote it. Such a cell has an apostrophe before
it; `as_it_was` takes it off again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

_SIGN = "[=+\\-@＝＋－＠]"
"""What a formula begins with in one spreadsheet or another (OWASP, CSV injection)."""
_BEFORE = r"(^|[;\t\r\n])"
_SPACE = r"(?:[^\S\t\r\n]|')*"
_FORMULA = re.compile(rf"{_BEFORE}({_SPACE}{_SIGN})")
"""A formula's beginning: at a cell's beginning, and where a spreadsheet that takes semicolons or tabs for the ends of
cells would see one. Apostrophes before it count, so that each one of ours can be told from the text's own."""
_HELD = re.compile(rf"{_BEFORE}'({_SPACE}{_SIGN})")
_UNSEEN = re.compile(r"'*[\t\r\n]")
"""A beginning that some spreadsheets skip."""
_FIRST = frozenset("=+-@＝＋－＠'")
Value = str | int | float | None


def inert(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    parted = ";" in cell or "\n" in cell or "\t" in cell or "\r" in cell
    if not parted and cell[:1] not in _FIRST and not cell[:1].isspace():
        return cell
    held = _FORMULA.sub(r"\1'\2", cell)
    return f"'{held}" if _UNSEEN.match(held) else held


def as_it_was(cell: str) -> str:
    """Give a cell's value as it was before `inert`."""
    held = cell[1:] if cell.startswith("'") and _UNSEEN.match(cell, 1) else cell
    return _HELD.sub(r"\1\2", held)


def as_csv(
    rows: Iterable[Sequence[Value]], free: Collection[int], optional: Collection[int], numbers: Collection[int]
) -> str:
    """Give rows as lines of CSV.

    `free` are the places in a row whose texts may hold anything, `optional` those of texts that may be missing,
    `numbers` those of numbers, which stay such whatever their sign. Made column by column: the standard library's
    writer looks at each sign of each cell, and took three times as long.
    """
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for place in numbers:
        columns[place] = ["" if number is None else str(number) for number in columns[place]]
    for place in optional:
        columns[place] = [text or "" for text in columns[place]]
    for place in free:
        columns[place] = [text if "," not in text and _PLAIN(text) else _cell(text) for text in columns[place]]
    return "".join([",".join(row) + "\r\n" for row in zip(*columns, strict=True)])


_PLAIN = re.compile(r"(?:[^\W_][\w ,.'’:/?&%~()–-]*)?").fullmatch
"""A cell that is no formula, and in want of quotation marks only for its commas."""


def _cell(text: str) -> str:
    return f'"{text}"' if "," in text and _PLAIN(text) else _quoted(inert(text))


def _quoted(cell: str) -> str:
    wants_marks = "," in cell or '"' in cell or "\n" in cell or "\r" in cell
    return '"' + cell.replace('"', '""') + '"' if wants_marks else cell
