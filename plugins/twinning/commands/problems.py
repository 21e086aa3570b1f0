"""Write the page of each code of a problem."""

from __future__ import annotations

import sys

from .ending import FINE, PROBLEMS, ROOT


def run() -> int:
    """Try every example, and write `docs/problems/`; nothing is written where one does not give its code."""
    from ..explained import EXPLAINED
    from ..explained.page import Untrue, write

    try:
        write(ROOT / "docs" / "problems", EXPLAINED)
    except Untrue as fault:
        print(fault, file=sys.stderr)
        return PROBLEMS
    return FINE
