"""Text that any terminal, log or program can be given: names of files and values come from anywhere."""

from __future__ import annotations

import re

_HALVES = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """Take out what a terminal would obey or cannot show; each character stays one."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def encodable(text: str) -> str:
    """Take out halves of characters, which stand for the bytes of a name that is no UTF-8 and are none themselves."""
    return _HALVES.sub("�", text)
