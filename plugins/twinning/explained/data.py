"""Problems of the archive as data: TW135 to TW139."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

ENTRIES = (
    Entry(
        code=Code.NO_DATABASE,
        remedy="This Python was made without SQLite, or with one that lacks the extension FTS5, and `/data/` has no "
        "`archive.db`; all else is there. Build with another Python: those of python.org, of Debian and Ubuntu, and of "
        "GitHub Actions have both. One that you compile yourself wants SQLite’s headers (`libsqlite3-dev`) first.",
        held_by="tests/test_database.py::test_a_python_without_full_text_search_is_told_and_all_else_is_built",
    ),
)
