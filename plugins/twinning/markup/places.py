"""Where the parts of a text stand, and what is wrong at them."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..diagnostics import Code, Problem

MAX_PROBLEMS = 100
"""So many problems of one text are told: nobody reads more."""


class Places:
    """Turns offsets in bytes, which the parser gives, into lines and columns, and keeps the problems found at them."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        """Begin with a text without problems; its first line is the file's line `first_line`."""
        self.problems: list[Problem] = []
        self.bytes = text.encode()
        self._path, self._first_line = path, first_line
        self._starts: list[int] = []
        self._last = (0, 0, 1)

    def of(self, offset: int) -> tuple[int, int]:
        """Give line and column, both from 1."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in re.finditer(b"\n", self.bytes))]
        line = bisect_right(self._starts, offset)
        # From the place given last, where that is before this one in its line: a line may hold thousands of links.
        known, before, column = self._last
        if known != line or before > offset:
            before, column = self._starts[line - 1], 1
        column += len(self.bytes[before:offset].decode("utf-8", "replace"))
        self._last = (line, offset, column)
        return self._first_line + line - 1, column

    def fault(self, offset: int, code: Code, message: str, help_: str) -> None:
        """Keep a problem."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(self._path, *self.of(offset), code, message, help_))
