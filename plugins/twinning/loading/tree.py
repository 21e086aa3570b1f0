"""The precise reader: YAML text to a tree whose every node knows its line and column.

Built from the events of PyYAML's C parser, one at a time, so that depth and size are bounded before anything is built:
composing a document of 50,000 nested brackets ends the process, reading its first events does not. Plain scalars
stay text (`NO` is a council's answer, not False); anchors, aliases, tags and further documents are refused.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from ..diagnostics import Code, Fault, Problem
from .files import FORBIDDEN

if TYPE_CHECKING:
    from yaml.events import Event

MAX_DEPTH = 24
"""How deep data may be nested: records need 6."""
MAX_NODES = 100_000
MAX_REFUSALS = 1000
"""After so many things that are no plain data, a text is no record, and the next of them is told alone."""


@dataclass(slots=True)
class Scalar:
    """Text, at line and column (from 1); `plain` when it stands without quotation marks."""

    line: int
    column: int
    text: str
    plain: bool


@dataclass(slots=True)
class Items:
    """A list, at line and column (from 1)."""

    line: int
    column: int
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """A mapping, at line and column (from 1), with its keys as they stand."""

    line: int
    column: int
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)

    def get(self, name: str) -> Node | None:
        """Give the value of a field, or None."""
        return next((node for key, node in self.pairs if key.text == name), None)


@dataclass(slots=True)
class Refused:
    """What is no plain data, at line and column (from 1), with the reason; what stands in it is not looked at."""

    line: int
    column: int
    reason: Unreadable


Node = Scalar | Items | Fields | Refused


class Unreadable(Exception):
    """The text, or a part of it, is no tree; `line`, `column`, `code`, `message`, `help` say why."""

    def __init__(self, line: int, column: int, code: Code, message: str, help_: str = "") -> None:
        """Keep the parts of the problem."""
        super().__init__(message)
        self.line, self.column, self.code, self.message, self.help = line, column, code, message, help_

    def problem(self, path: str) -> Problem:
        """Give it as a problem of a file."""
        return Problem(path, self.line, self.column, self.code, self.message, self.help)


def parse(text: str) -> Node:
    """Parse one YAML document of plain data.

    A value that is no plain data, and a field that stands twice, is `Refused`, and the rest is read. Raises
    `Unreadable` where YAML itself, or its limits, leave no rest.
    """
    events = _Events(text)
    try:
        node = events.document()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        if mark and fault.context_mark and mark.index >= len(text.rstrip()):
            mark = fault.context_mark  # not the end of the file but what is open there
        line, column = events.lines.place(mark)
        raise Unreadable(line, column, Code.SYNTAX, fault.problem or str(fault), _advice(text, line, fault)) from None
    except yaml.YAMLError as fault:
        raise Unreadable(1, 1, Code.SYNTAX, str(fault).splitlines()[0], _CLOSE_IT) from None
    finally:
        events.close()
    return node


def refusals(node: Node) -> Iterator[Unreadable]:
    """Give the reasons for all that is refused in a tree."""
    if isinstance(node, Refused):
        yield node.reason
    elif isinstance(node, Items):
        for below in node.nodes:
            yield from refusals(below)
    elif isinstance(node, Fields):
        for _, below in node.pairs:
            yield from refusals(below)


def locate(node: Node, where: tuple[str | int, ...]) -> tuple[int, int]:
    """Give line and column of a field named by its path; of its nearest ancestor where it is not there."""
    for step in where:
        below: Node | None = None
        if isinstance(node, Fields) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.nodes):
            below = node.nodes[step]
        if below is None:
            break
        node = below
    return node.line, node.column


def placed(path: str, node: Node, faults: Iterator[Fault] | list[Fault]) -> list[Problem]:
    """Give faults their line and column."""
    return [Problem(path, *locate(node, f.where), f.code, f.message, f.help) for f in faults]


class _Lines:
    """Finds lines and columns as editors count them: the YAML of 2005 also ends a line at NEL, U+2028 and U+2029."""

    def __init__(self, text: str) -> None:
        is_odd = not text.isascii() and any(end in text for end in "\x85\u2028\u2029")
        # The parser puts the end of a file that does not end with its line on a line of its own.
        is_odd = is_odd or not text.endswith("\n")
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))] if is_odd else []
        self._length = len(text)

    def place(self, mark: Any) -> tuple[int, int]:
        if not mark:
            return 1, 1
        if not self._starts:
            return mark.line + 1, mark.column + 1
        at = min(mark.index, self._length)
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


class _Events:
    """A document's events, taken one at a time under the limits."""

    def __init__(self, text: str) -> None:
        self._loader: Any = yaml.CSafeLoader(text)
        self._nodes = 0
        self.lines = _Lines(text)
        self._refusals = 0

    def close(self) -> None:
        self._loader.dispose()

    def document(self) -> Node:
        self._next()  # the stream's start
        first = self._next()
        if isinstance(first, yaml.StreamEndEvent):
            raise Unreadable(
                1, 1, Code.EMPTY, "the file holds only comments", "`python3 tasks.py new` writes an empty record"
            )
        node = self._node(self._next(), 1)
        self._next()  # the document's end
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise Unreadable(
                *self.lines.place(after.start_mark),
                Code.FORBIDDEN_YAML,
                "a second document begins here",
                "one record a file: remove `---`",
            )
        return node

    def _next(self) -> Event:
        event: Event = self._loader.get_event()
        return event

    def _node(self, event: Event, depth: int) -> Node:
        line, column = self.lines.place(event.start_mark)
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise Unreadable(
                line, column, Code.TOO_DEEP, f"nested more than {MAX_DEPTH} deep, or far too long", _CLOSE_IT
            )
        reason = _reason_against(event, line, column)
        node = self._data(event, line, column, depth)
        return self._refused(reason) if reason else node

    def _refused(self, reason: Unreadable) -> Refused:
        self._refusals += 1
        if self._refusals > MAX_REFUSALS:
            raise reason
        return Refused(reason.line, reason.column, reason)

    def _data(self, event: Event, line: int, column: int, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return Scalar(line, column, "", plain=True)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(line, column, event.value, not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            items = Items(line, column)
            while not isinstance(event := self._next(), yaml.SequenceEndEvent):
                items.nodes.append(self._node(event, depth + 1))
            return items
        fields = Fields(line, column)
        seen: dict[str, int] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if isinstance(key, Refused):
                raise key.reason
            if not isinstance(key, Scalar):
                raise Unreadable(
                    key.line, key.column, Code.SYNTAX, "a field's name must be a plain word", "write `name: value`"
                )
            node = self._node(self._next(), depth + 1)
            if key.text in seen:
                said = f"`{short(key.text)}` stands twice; first in line {seen[key.text]}"
                reason = Unreadable(key.line, key.column, Code.DUPLICATE_FIELD, said, "keep one of the two")
                node = self._refused(reason)
            seen.setdefault(key.text, key.line)
            fields.pairs.append((key, node))
        return fields


def _reason_against(event: Event, line: int, column: int) -> Unreadable | None:
    """Say why what an event begins is no plain data; None where it is."""
    if isinstance(event, yaml.AliasEvent):
        return Unreadable(line, column, Code.FORBIDDEN_YAML, "aliases are not allowed", _QUOTE_IT)
    if getattr(event, "anchor", None):
        return Unreadable(line, column, Code.FORBIDDEN_YAML, "anchors are not allowed", _QUOTE_IT)
    if getattr(event, "tag", None) not in {None, "!"}:
        return Unreadable(line, column, Code.FORBIDDEN_YAML, "tags are not allowed", _QUOTE_IT)
    # The file holds none, but "\a" in double quotation marks makes one.
    if isinstance(event, yaml.ScalarEvent) and event.style == '"' and (found := FORBIDDEN.search(event.value)):
        message = f"an escape gives a control character (U+{ord(found[0]):04X})"
        return Unreadable(line, column, Code.ENCODING, message, _DELETE)
    return None


def short(text: str) -> str:
    """Give a text's beginning, in one line, for a message."""
    text = " ".join(text[:200].split())
    return text if len(text) <= 60 else text[:59] + "…"


_DELETE = "delete it; it shows nothing and breaks formats we export"
_CLOSE_IT = "look for a bracket or quotation mark that is not closed"
_QUOTE_WHOLE = "quote it: put the whole value in double quotation marks, with \\ before those within it"
_INDICATOR = re.compile(r"[@`]|:\s+[%*|>?,}\]-]")
"""What no plain value can begin with; an open bracket is rather one that was not closed."""
_QUOTE_IT = "records are plain data; put the value in quotation marks if it is meant as text"


def _advice(text: str, line: int, fault: yaml.MarkedYAMLError) -> str:
    if "escape" in (fault.problem or "") or "hexdecimal" in (fault.problem or ""):
        return "type the letter itself; or use single quotation marks, within which a backslash is only a backslash"
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return "indent with spaces, not tabs"
    if "：" in here:
        return "the colon is one of another writing, FULLWIDTH COLON (U+FF1A): type `:` and a space"
    if "mapping values" in (fault.problem or "") and here[:1] == " ":
        return f"{_QUOTE_WHOLE}; or, where it is a field of its own, indent it as the one above"
    if "mapping values" in (fault.problem or "") or "'" in here or '"' in here or _INDICATOR.search(here):
        return _QUOTE_WHOLE
    return "check the indentation and the quotation marks from here upwards"
