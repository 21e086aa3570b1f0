"""One build of the keeper's local view, in a process of its own, so that changes of the plugin are seen."""

from __future__ import annotations

import sys

from . import build


def run(content: str, sources: str, output: str, siteurl: str) -> int:
    """Build with every text at hand shown in full, under a banner; give the exit status."""
    return build.run(content, sources or None, output, siteurl, full_text=True, PREVIEW=True)


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:5]))
