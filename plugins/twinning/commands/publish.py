"""Build the site for GitHub Pages, with every check on."""

from __future__ import annotations

from . import build, linkcheck
from .ending import FINE


def run(siteurl: str | None, output: str | None, form: str | None = None, *, allow_shrink: bool = False) -> int:
    """Build with `publishconf.py`, add what is new to the ledger, then follow every link of the result.

    Gives the exit status. Warnings are errors. The address comes from `siteurl`, else from the environment's SITEURL.
    """
    status = build.run(
        None, None, output, siteurl, full_text=False, form=form, config="publishconf.py", allow_shrink=allow_shrink,
        record=True,
    )  # fmt: skip
    return status if status != FINE else linkcheck.run(output, None)
