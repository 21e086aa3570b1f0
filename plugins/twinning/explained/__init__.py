"""What each code of a problem means and what to do about it, with a bad example and a good one.

A new code wants an entry here: in the module of its group, or in a new one that is then added to `EXPLAINED`.
`python3 tasks.py problems` runs the examples and writes docs/problems/ from them.
"""

from __future__ import annotations

from . import data, evidence, facts, files, kept, lists, proposals, prose, raw, references, reports, shape, site, syntax
from .entry import Entry

EXPLAINED: tuple[Entry, ...] = (
    *files.ENTRIES,
    *syntax.ENTRIES,
    *shape.ENTRIES,
    *reports.ENTRIES,
    *references.ENTRIES,
    *evidence.ENTRIES,
    *prose.ENTRIES,
    *facts.ENTRIES,
    *site.ENTRIES,
    *raw.ENTRIES,
    *kept.ENTRIES,
    *lists.ENTRIES,
    *data.ENTRIES,
    *proposals.ENTRIES,
)
"""Every entry; each code has one."""
