"""The fields at the head of a page of prose: `Title: About` and the like, in YAML, down to the first blank line.

They may stand between two lines of `---` as well, as other generators have it. The text between, and not what looks
like a field further down, is the head: so whatever is not plainly one of the two is a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..diagnostics import Code, Problem
from .tree import Fields, Node, Refused, Scalar, Unreadable, parse, short

_FIELD = re.compile(r"[A-Za-z][\w -]{0,40}:(?:\s|\Z)")
_FENCE = "---"
_EXAMPLE = "begin the file with `Title: …` and `Slug: …`, and put a blank line after them"


@dataclass(frozen=True, slots=True)
class Split:
    """A page's head, as a tree, and its text, which begins on line `first_line`."""

    head: Node
    body: str
    first_line: int


def split(text: str, path: str) -> tuple[Split | None, list[Problem]]:
    """Part the head from the text. There is a head, or there are problems; there may be both."""
    lines = text.split("\n")

    def wrong(line: int, message: str, help_: str) -> tuple[None, list[Problem]]:
        return None, [Problem(path, line, 1, Code.FRONT_MATTER, message, help_)]

    if lines[0].rstrip() == _FENCE:
        end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in {_FENCE, "..."}), None)
        if end is None:
            return wrong(
                1, "`---` opens the page's fields, and nothing closes them", "write `---` after the last field"
            )
        begin = 1
    elif _FIELD.match(lines[0]):
        end = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
        begin = 0
        for number, line in enumerate(lines[:end], 1):
            if line.rstrip() == _FENCE:
                said = "`---` closes the page's fields, but none opens them"
                return wrong(number, said, "write `---` above the first field too, or a blank line here instead")
            if not (_FIELD.match(line) or line[0] in " \t#"):
                said = "a line that is no field stands among the page's fields"
                return wrong(number, said, "end the fields with a blank line; quote a value that takes several lines")
    else:
        return wrong(*_not_at_the_top(lines))
    try:
        # The empty lines keep the numbers of the file's lines.
        head = parse("\n" * begin + "\n".join(lines[begin:end]))
    except Unreadable as fault:
        if fault.code is Code.EMPTY:
            return wrong(1, "the page has no fields", _EXAMPLE)
        return None, [fault.problem(path)]
    problems = list(_in_lower_case(head, path))
    rest = end + (1 if begin else 0)
    return Split(head, "\n".join(lines[rest:]), rest + 1), problems


def _not_at_the_top(lines: list[str]) -> tuple[int, str, str]:
    for number, line in enumerate(lines, 1):
        blank_before = not "".join(lines[: number - 1]).strip() if number < 100 else False
        if re.match(r"(?i)(title|slug)\s*:", line) or (
            blank_before and (line.rstrip() == _FENCE or _FIELD.match(line))
        ):
            return number, "the page's fields do not begin on its first line", "move them to the top of the file"
    return 1, "the page has no fields", _EXAMPLE


def _in_lower_case(head: Node, path: str) -> list[Problem]:
    """Take the names of fields, and the words for states, as they are meant: `Title`, as Pelican has it, or `title`."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    if isinstance(head, Fields):
        for key, value in head.pairs:
            key.text = key.text.strip().lower()
            if key.text in seen and not isinstance(value, Refused):  # else it is told already
                said = f"`{short(key.text)}` stands twice; first in line {seen[key.text]}"
                problems.append(Problem(path, key.line, key.column, Code.DUPLICATE_FIELD, said, "keep one of the two"))
            seen.setdefault(key.text, key.line)
            if key.text == "status" and isinstance(value, Scalar):
                value.text = value.text.lower()
    return problems
