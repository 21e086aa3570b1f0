"""Follow every link inside the built site."""

from __future__ import annotations

import sys
from pathlib import Path

from .ending import FINE, PROBLEMS, ROOT, refuse


def run(output: str | None, prefix: str | None) -> int:
    """Check that every link and fragment of every page arrives; `prefix` is the path the site stands under."""
    from ..publish.links import broken_links

    site = Path(output) if output is not None else ROOT / "output"
    if not (site / "index.html").is_file():
        return refuse(f"linkcheck: there is no site in {site}; `build` makes one")
    if prefix is not None and not (prefix.startswith("/") and prefix.endswith("/")):
        return refuse(f"linkcheck: --prefix {prefix}: write it with a slash at both ends, such as /repo/")
    checked = broken_links(site, prefix)
    for link in checked.broken:
        print(f"{link.page}: {link.href}: {link.reason}", file=sys.stderr)
    said = f"{checked.links:,} links in {checked.pages:,} pages"
    if checked.broken:
        print(f"{said}: {len(checked.broken):,} lead nowhere", file=sys.stderr)
        return PROBLEMS
    print(f"{said}: all arrive", file=sys.stderr)
    return FINE
