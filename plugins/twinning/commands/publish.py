"""Build the site for GitHub Pages, with every check on."""

from __future__ import annotations

from . import build


def run(siteurl: str | None, output: str | None, form: str | None = None, *, allow_shrink: bool = False) -> int:
    """Build with `publishconf.py`, and add what is new to the ledger; give the exit status.

    Warnings are errors; every link of the result is followed, as by every build. The address comes from `siteurl`, else
    from the environment's SITEURL.
    """
    return build.run(
        None, None, output, siteurl, full_text=False, form=form, config="publishconf.py", allow_shrink=allow_shrink,
        record=True,
    )  # fmt: skip
