"""A record as a YAML file, in the style of those that people write: both readers read it back as it was."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from ..records import Record
from .fitting import plain

WIDTH = 118
"""The most characters in a line, where words can be parted."""

HEAD = """\
# yaml-language-server: $schema=../../schema/{kind}.json
"""
ASKED = """\
# Read by a machine and checked by nobody yet. Look at each value under "proposed", the least certain first, and take
# its line away{sign}.
"""
_SIGN = "; when all is well, sign:\n# reviewed: {by: your name, on: the day as 2026-11-22}"

_PLAIN = re.compile(r"[^\W\d_][\w .;()“”‘’–—/%£€&+=-]*")
"""What stands safely without quotation marks; colons, commas, hashes and brackets mean something to YAML."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[~?]?")
"""A date that YAML cannot take for a number."""
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"})


def written(record: Record) -> str:
    """Give the text of a record's file."""
    kind = type(record).__name__.lower()
    data: dict[str, Any] = plain(record)
    if kind != "article":
        data.pop("id", None)  # the file's name says it
    head = HEAD.format(kind=kind)
    if "proposed" in data and "reviewed" not in data:
        head += ASKED.format(sign=_SIGN if kind == "article" else "")
    return head + "".join(_fields(data, 0))


def _fields(data: dict[str, Any], indent: int) -> Iterator[str]:
    for name, value in data.items():
        if indent == 0 and name in {"reports", "statements", "proposed"}:
            yield "\n"  # a keeper looks for these
        yield from _field(name, value, indent)


def _field(name: str, value: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    if isinstance(value, list) and value and isinstance(value[0], dict) and name != "byline":
        yield f"{margin}{name}:\n"
        for item in value:
            yield from _item(item, indent + 2, block=name in {"reports", "statements"})
        return
    line = f"{margin}{name}: {_flow(value) if not isinstance(value, str) else _scalar(value)}"
    if len(line) <= WIDTH or not isinstance(value, str):
        yield f"{line}\n"
        return
    yield f"{margin}{name}:\n"
    for part in textwrap.wrap(
        _scalar(value), WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    ):
        yield f"{margin}  {part}\n"


def _item(item: dict[str, Any], indent: int, *, block: bool) -> Iterator[str]:
    margin = " " * indent
    line = f"{margin}- {_flow(item)}\n"
    if not block and len(line) <= WIDTH:
        yield line
        return
    lines = "".join(_fields(item, indent + 2))
    yield f"{margin}- {lines[indent + 2 :]}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_flow(below)}' for name, below in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(below) for below in value)}]"
    return _scalar(value) if isinstance(value, str) else str(value)


def _scalar(text: str) -> str:
    # A dash by itself could come to stand at the beginning of a line, where it means a list.
    if _PLAIN.fullmatch(text) and text == text.strip() and " -" not in text and text.lower() not in _WORDS:
        return text
    if _DATE.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"
