"""The Markdown of a record's notes: a sentence or two, most without any markup at all.

A note is prose, not a title: `<script>` in it is an error, as in a page, and not text to be shown. Whoever means the
letters puts them in backticks. Only the notes of a record are Markdown; every other field is plain text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..diagnostics import Problem
from .document import Document
from .reading import Dialect, read

_MARKUP = re.compile(r"[*_`\[<>&\\\n]|~~~|^\s*(?:[-+]|\d+[.)])\s")
"""What could be Markdown; a note without any of it needs no parser, and most have none."""


@lru_cache(maxsize=4096)
def is_plain(text: str) -> bool:
    """Tell whether a note is certainly nothing but words."""
    return _MARKUP.search(text) is None


@lru_cache(maxsize=4096)
def note(text: str) -> tuple[Document, tuple[Problem, ...]]:
    """Read a note that is not plain; its problems name no file, for a note is a field of one."""
    document, problems = read(text, "", Dialect.NOTE)
    return document, tuple(problems)
