"""Lines that a file breaks, and quotations that run on: which of a text's lines belong to one sentence or one speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKS = re.compile('[“”"]')
_OPENS, _CLOSES = "“\"‘'", "”\"’'"
_GOES_ON = re.compile(
    r" (?:in|at|of|the|a|an|and|with|to|for|by|from|or|that|on|its|their|his|her|our|also|which|who|as|is|are|was|were|has|have|not|be)$"
)


_COLUMN = 40
"""How many letters the lines of a newspaper's column have at most, as it is copied from the page."""


def is_wrapped(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is part of a paragraph whose lines the file breaks: its sentence began before it, or goes on."""
    return runs_on(lines, at - 1) or runs_on(lines, at)


_ENDED = re.compile(r"[.!?…][”\"’')\]]*$")


def runs_on(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line's sentence goes on in the next: it does not end, and the next begins in the midst of one."""
    if not 0 <= at < len(lines) - 1:
        return False
    line, after = lines[at].rstrip(), lines[at + 1].lstrip()
    if _ENDED.search(line):
        return False
    narrow = max(map(len, lines[max(0, at - 1) : at + 2])) <= _COLUMN
    if narrow and _opens_with_a_name(lines, at):
        return True
    small = after[:1].islower()
    if not (10 if narrow and small else 30) <= len(line) <= 110:
        return False
    return (
        bool(_GOES_ON.search(line))
        or small
        or (line.endswith("-") and after[:1].isalpha())
        or (line.endswith(",") and len(after) > 30)
    )


def _opens_with_a_name(lines: Sequence[str], at: int) -> bool:
    """Tell whether the next line of a column begins with a capital in the midst of a sentence.

    A line beside it goes on in small letters, and the one before it is as long as the column, with no colon at its end.
    """
    line, after = lines[at].rstrip(), lines[at + 1].lstrip()
    beside = (line, *(one.lstrip() for one in lines[at + 2 : at + 3]))
    full = len(line) * 3 >= _COLUMN * 2 and not line.endswith(":")
    return after[:1].isupper() and full and any(one[:1].islower() for one in beside)


def line_opens(line: str) -> bool:
    """Tell whether a paragraph begins with a quotation mark."""
    return line[:1] in _OPENS


def left_open(line: str) -> bool:
    """Tell whether a double quotation is open at a paragraph's end: it goes on in the next."""
    open_ = False
    for mark in _MARKS.finditer(line):
        at, char = mark.start(), mark[0]
        opens = char == '"' and not open_ and (at == 0 or line[at - 1] in " (—–-")
        open_ = char == "“" or opens
    return open_
