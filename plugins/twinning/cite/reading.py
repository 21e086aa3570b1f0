"""A list of CSL-JSON items that somebody gives, read with its problems."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..diagnostics import Code, Problem

TYPES = frozenset({"article-newspaper", "webpage"})
_TEXTS = (
    "title", "container-title", "publisher", "publisher-place", "section", "edition", "page", "URL", "archive",
    "archive_location", "language", "abstract", "ISSN", "note", "title-short",
)  # fmt: skip
_DATES = ("issued", "accessed")
_NAME_PARTS = frozenset({"family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle"})


class _Repeated(ValueError):
    """The same field stands twice in one object."""


def items(text: str, path: str) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Read a list of items. Gives those that can be cited, and every problem of the others."""
    problems: list[Problem] = []
    try:
        read = json.loads(text, parse_constant=_refuse, object_pairs_hook=_fields)
    except json.JSONDecodeError as fault:
        return [], [_problem(path, Code.CITE_JSON, f"this is not JSON: {fault.msg}", fault.lineno, fault.colno)]
    except RecursionError:
        return [], [_problem(path, Code.CITE_JSON, "this JSON is nested too deep for a list of items")]
    except ValueError as fault:
        said = str(fault) if isinstance(fault, _Repeated) or "number" in str(fault) else "a number has too many digits"
        return [], [_problem(path, Code.CITE_JSON, f"this is not JSON that can be read: {said}")]
    if isinstance(read, Mapping) and isinstance(read.get("items"), list):
        read = read["items"]
    if not isinstance(read, list):
        return [], [_problem(path, Code.CITE_LIST, "this is not a list of items")]
    lines = list(_lines(text, len(read)))
    found: dict[str, dict[str, Any]] = {}
    for number, item in enumerate(read):
        line = lines[number]
        here = f"item {number + 1}"
        if not isinstance(item, dict):
            problems.append(_problem(path, Code.CITE_LIST, f"{here} is not an item", line))
            continue
        faults = list(_faults(item, here, path, line))
        id_ = str(item.get("id"))
        if not faults and id_ in found:
            faults = [_problem(path, Code.CITE_ID, f"{here} has the id {id_!r}, as another has", line)]
        problems += faults
        if not faults:
            found[id_] = item
    return list(found.values()), problems


def _faults(item: Mapping[str, Any], here: str, path: str, line: int) -> Iterator[Problem]:
    id_ = item.get("id")
    if isinstance(id_, bool) or not isinstance(id_, str | int) or id_ == "":
        yield _problem(path, Code.CITE_ID, f"{here} has no id", line)
    else:
        here = f"item {id_!r}"
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        yield _problem(path, Code.CITE_TYPE, f"{here} is of the type {kind!r}, which no style here knows", line)
    for name in _TEXTS:
        value = item.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, str | int | float)):
            yield _problem(path, Code.CITE_FIELD, f"{here}: {name} is no text", line)
    people = item.get("author", [])
    if people is not None and not (isinstance(people, list) and all(_is_name(person) for person in people)):
        yield _problem(path, Code.CITE_FIELD, f"{here}: author is no list of names", line)
    for name in _DATES:
        if item.get(name) is not None and not _is_date(item[name]):
            yield _problem(path, Code.CITE_FIELD, f"{here}: {name} is no date", line)


def _is_name(person: object) -> bool:
    if not isinstance(person, Mapping):
        return False
    return all(value is None or isinstance(value, str) for part, value in person.items() if part in _NAME_PARTS)


def _is_date(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    parts = value.get("date-parts", [])
    if not isinstance(parts, list):
        return False
    if not all(isinstance(part, list) and all(_is_number(number) for number in part) for part in parts):
        return False
    return all(isinstance(value.get(name, ""), str) for name in ("literal", "raw"))


def _is_number(value: object) -> bool:
    if value is None:
        return True
    if isinstance(value, str):
        return value == "" or (len(value) < 8 and value.lstrip("-").isdecimal())
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10_000_000


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        again = next(name for name in names if names.count(name) > 1)
        raise _Repeated(f"the field {again!r} stands twice in one object")
    return made


def _refuse(name: str) -> None:
    raise _Repeated(f"{name} is no number")


def _lines(text: str, count: int) -> Iterator[int]:
    """Give the line on which each item of the list begins."""
    decoder = json.JSONDecoder(object_pairs_hook=lambda _: None)
    at = text.index("[", text.find('"items"') if text.lstrip().startswith("{") else 0) + 1
    line, seen = 1, 0
    for _ in range(count):
        while text[at] in " \t\r\n,":
            at += 1
        line += text.count("\n", seen, at)
        seen = at
        yield line
        at = decoder.raw_decode(text, at)[1]


_HELP = {
    Code.CITE_JSON: "give one JSON list, such as Zotero’s “CSL JSON” export",
    Code.CITE_LIST: 'write a list of items: [{"id": "…", "type": "article-newspaper", "title": "…"}]',
    Code.CITE_ID: "give each item an id of its own",
    Code.CITE_TYPE: "cite articles of newspapers (article-newspaper) and pages of the web (webpage)",
    Code.CITE_FIELD: 'a name is {"family": "…", "given": "…"} or {"literal": "…"}; a date {"date-parts": [[2011, 3]]}',
}


def _problem(path: str, code: Code, message: str, line: int = 1, column: int = 1) -> Problem:
    return Problem(path, line, column, code, message, _HELP[code])
