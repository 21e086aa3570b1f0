"""The records' JSON Schemas, by which editors complete and check a record while it is written: `schema/*.json`.

Made from the record classes, so that a field is named in one place. What a class cannot say, such as how long all
quotations may be together, is left to `python3 tasks.py check`. The schema of the list of problems, which
`--format=json` gives to programs, stands with them.
"""

from __future__ import annotations

import ast
import inspect
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from . import fields, records, vocabulary
from .diagnostics import listing

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_AT_ITS_END = fields.END.removeprefix("$")


def schemas() -> dict[str, str]:
    """Give the text of every schema, by the name of its file; the same records give the same text."""
    kinds = (records.Article, records.Council, records.Newspaper, records.Partner)
    made = {f"{kind.__name__.lower()}.json": _text(_schema(kind)) for kind in kinds}
    return made | {"problems.json": _text({"$schema": DIALECT, **listing.SCHEMA})}


def record_schema() -> dict[str, Any]:
    """Give the schema of an article's record, which is that of its `record.json`, too."""
    return _schema(records.Article)


def write(folder: Path) -> None:
    """Write every schema into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_bytes(text.encode())


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _schema(kind: type[records.Record]) -> dict[str, Any]:
    _, parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    said = _said_of_fields()
    for name, part in parts.items():
        if "enum" in part:
            # `oneOf` with a `const` and description each would be the standard's way, but editors complete no `const`
            # within a list and show no description while suggesting one; `enumDescriptions` they show everywhere.
            terms = getattr(vocabulary, name)
            part["enum"] = [str(term) for term in terms]
            part["enumDescriptions"] = [term.meaning for term in terms]
        for field, value in part.get("properties", {}).items():
            written = part["properties"][field] = _as_written(value)
            if (name, field) in said:
                written["description"] = f"{said[name, field]} {written.get('description', '')}".strip()
    return {"$schema": DIALECT, **parts.pop(kind.__name__), "$defs": parts}


def _as_written(value: dict[str, Any]) -> dict[str, Any]:
    """Describe a field as people write it: what is not recorded is left out, so null is no value."""
    found = {key: below for key, below in value.items() if key != "default" or below}
    choices = [choice for choice in found.pop("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        found = choices[0] | found
    elif choices:
        found["anyOf"] = [_as_written(choice) for choice in choices]
    if "pattern" in found:
        found["pattern"] = found["pattern"].replace(_AT_ITS_END, "")
    if found.get("format") == "edtf":
        found["type"] = ["string", "integer"]  # editors take 2016 for a number; the loader reads it as text
    if "items" in found:
        found["items"] = _as_written(found["items"])
    return found


def _said_of_fields() -> dict[tuple[str, str], str]:
    """Read what stands below a field in its class, which Python itself forgets: (class, field) → its description."""
    said = {}
    for cls in ast.parse(inspect.getsource(records)).body:
        if isinstance(cls, ast.ClassDef):
            for field, below in pairwise(cls.body):
                match field, below:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                        said[cls.name, name] = words
    return said
