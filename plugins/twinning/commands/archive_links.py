"""List the newspapers' pages of which no archived copy is recorded, and where a person can have one made."""

from __future__ import annotations

import os
import sys

from .ending import FINE, PROBLEMS, ROOT, folder, refuse, report

SAVE = "https://web.archive.org/save/"
"""Where the Internet Archive makes a copy of the page whose address follows."""
LOOK = "https://web.archive.org/web/"
"""Where it shows the copies it has of it."""


def run(content: str | None) -> int:
    """Print a line for each article without a copy; ask nothing of the network."""
    from .. import gate
    from ..clock import today
    from ..diagnostics import errors

    try:
        here = folder(content, ROOT / "content", "--content")
    except NotADirectoryError as fault:
        return refuse(str(fault))
    checked = gate.check(here, None, today(os.environ))
    if errors(checked.problems):
        report(errors(checked.problems))
        return PROBLEMS
    without = sorted((a for a in checked.archive.articles if a.url and not a.archived), key=lambda a: a.id)
    for article in without:
        print(f"{article.id}\t{article.url}")
        print(f"\tsee what there is: {LOOK}2/{article.url}\n\tsave it now: {SAVE}{article.url}")
    told = sum(1 for a in checked.archive.articles if a.url)
    print(f"{len(without):,} of {told:,} newspapers’ pages have no archived copy on record", file=sys.stderr)
    if without:
        print("record a copy as `archived: [{url: https://web.archive.org/web/…, date: 2026-11-22}]`", file=sys.stderr)
    return FINE
