"""What shows only when records stand together.

References that lead nowhere, two records of one thing, dates and outcomes that contradict each other, evidence that
does not stand in its source. A record with gaps takes part as far as it can be read: `Entry.problems` leaves out what
follows from a gap of the record itself, and each check asks for those of another (`Entry.lacks`).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import chain

from ..diagnostics import Fault, Problem
from ..loading import Content
from . import dates, duplicates, lives, names, outcomes, proofs, references


def problems_of(content: Content, today: date) -> list[Problem]:
    """Give every problem between the records, and between records and sources; `today` is the clock of checks."""
    found = chain(
        references.faults(content),
        proofs.faults(content),
        dates.faults(content, today),
        lives.faults(content),
        outcomes.faults(content),
        duplicates.faults(content),
        names.faults(content),
    )
    faults: dict[str, list[Fault]] = defaultdict(list)
    entries = {}
    for entry, fault in found:
        faults[entry.path].append(fault)
        entries[entry.path] = entry
    return [problem for path, listed in faults.items() for problem in entries[path].problems(listed)]
