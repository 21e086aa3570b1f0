"""Records' files rewritten as a person would: field by field, with every comment and line that is not concerned."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ..diagnostics import Problem
from ..loading import KINDS, load_text
from ..records import Article, Record

_FIELD = re.compile(r"^([A-Za-z_]+)(?=[ \t]*:)", re.MULTILINE)
"""A field's name at the left margin, where a record's own fields stand."""
REFERENCES = {"councils": "council", "partners": "partner", "newspapers": "newspaper"}
"""The field by which records name one of each kind."""


class CannotRewrite(Exception):
    """A file cannot be rewritten so that only what is meant changes; the message says why and names it."""


def without_fields(text: str, names: Collection[str]) -> str:
    """Take fields at the left margin out of a record's text, with all that is indented below them."""
    starts = [(match.start(), match[1]) for match in _FIELD.finditer(text)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    kept = text[: starts[0][0]] if starts else text
    for (start, name), end in zip(starts, ends, strict=True):
        if name not in names:
            kept += text[start:end]
    return kept.rstrip("\n") + "\n"


def value(text: str) -> str:
    """Write a text as a value in one line that YAML cannot take for anything else."""
    return msgspec.json.encode(text).decode()


def with_references(path: Path, kind: str, old: str, new: str) -> str | None:
    """Give a record's text with every reference to `old` as one to `new`; None where there is none.

    Raises `CannotRewrite` where more or less than the references would change.
    """
    text = path.read_text("utf-8")
    names = "|".join(_named_by(kind))
    pattern = re.compile(
        rf"((?:^|[\s,{{-])(?:{names})[ \t]*:[ \t]*)([\"']?){re.escape(old)}\2(?=[ \t]*(?:[,}}#\r\n]|$))", re.MULTILINE
    )
    made = pattern.sub(lambda match: f"{match[1]}{match[2]}{new}{match[2]}", text)
    if made == text:
        return None
    cls = KINDS[path.parent.name]
    before, problems = load_text(str(path), text, cls)
    after, _ = load_text(str(path), made, cls)
    if before is None:
        raise CannotRewrite(_said(path, problems))
    if after is None or _renamed(before, kind, old, new) != _renamed(after, kind, new, new):
        msg = f"{path} names `{old}` in an unusual way: write `{new}` there by hand, then run this again"
        raise CannotRewrite(msg)
    return made


def _said(path: Path, problems: list[Problem]) -> str:
    first = f": {problems[0].message}" if problems else ""
    return f"{path} has problems of its own, which `python3 tasks.py check` shows{first}"


def _named_by(kind: str) -> tuple[str, ...]:
    """Give the fields by which records name one of a kind."""
    return (REFERENCES[kind], "successor") if kind == "councils" else (REFERENCES[kind],)


def _renamed(record: Record, kind: str, old: str, new: str) -> Any:
    """Give a record as plain data in which every reference is changed."""
    fields = _named_by(kind)

    def changed(data: Any) -> Any:
        if isinstance(data, Mapping):
            return {key: new if value == old and key in fields else changed(value) for key, value in data.items()}
        return [changed(entry) for entry in data] if isinstance(data, list | tuple) else data

    return changed(msgspec.to_builtins(record))


def reports_both(article: Article, kind: str, one: str, other: str) -> bool:
    """Tell whether an article reports partnerships that would be one if two records were."""
    keys = [report.key for report in article.reports]
    side = 0 if kind == "councils" else 1
    if kind not in {"councils", "partners"}:
        return False
    renamed = [tuple(other if i == side and name == one else name for i, name in enumerate(key)) for key in keys]
    return len(set(renamed)) < len(set(keys))
