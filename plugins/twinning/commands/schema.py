"""Write the JSON Schemas of the records."""

from __future__ import annotations

from .ending import FINE, ROOT


def run() -> int:
    """Write `schema/*.json` from the record classes."""
    from ..schema import write

    write(ROOT / "schema")
    return FINE
