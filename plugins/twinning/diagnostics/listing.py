"""Problems for editors and other programs: one JSON array, whose schema is `schema/problems.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from .printable import encodable
from .problem import Code, Problem, Severity


def listing(problems: Iterable[Problem], page: Callable[[Code], str]) -> str:
    """Give problems as a JSON array, in ASCII and one problem in a line; `page` gives the address of a code's page."""
    lines = [json.dumps(_entry(problem, page), ensure_ascii=True) for problem in problems]
    return "[\n " + ",\n ".join(lines) + "\n]\n" if lines else "[]\n"


def _entry(problem: Problem, page: Callable[[Code], str]) -> dict[str, str | int]:
    return {
        "path": encodable(problem.path),
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": encodable(problem.message),
        "help": encodable(problem.help),
        "page": page(problem.code),
    }


_FIELDS: dict[str, dict[str, Any]] = {
    "path": {"type": "string", "description": "The file, as seen from the folder where the command ran."},
    "line": {"type": "integer", "minimum": 0, "description": "From 1; 0 means the file as a whole."},
    "column": {"type": "integer", "minimum": 0, "description": "In code points, from 1; 0 means the file as a whole."},
    "severity": {"enum": list(Severity), "description": "An error, or with --strict a warning too, forbids a build."},
    "code": {"type": "string", "pattern": "^TW[0-9]{3}$", "description": "Stable: what it means never changes."},
    "message": {"type": "string", "description": "What is wrong, in one sentence; its wording may change."},
    "help": {"type": "string", "description": "What to do about it; may be empty."},
    "page": {"type": "string", "description": "The code's page: an address, or a path in this repository."},
}

SCHEMA: dict[str, Any] = {
    "title": "Problems",
    "description": "One array of all problems, by file, line and column, as `--format=json` gives it.",
    "type": "array",
    "items": {"$ref": "#/$defs/Problem"},
    "$defs": {
        "Problem": {
            "title": "Problem",
            "description": "One problem at one place.",
            "type": "object",
            "properties": _FIELDS,
            "required": list(_FIELDS),
            "additionalProperties": False,
        }
    },
}
