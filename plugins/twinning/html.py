"""Text that is safe in HTML."""

from __future__ import annotations

from markupsafe import escape


def text(value: str) -> str:
    """Escape a text for an element or a quoted attribute.

    Most texts hold nothing to escape, and finding that out costs half of escaping them.
    """
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return str(escape(value))
    return value
