"""One build of the keeper's local view, in a process of its own, so that changes of the plugin are seen."""

from __future__ import annotations

import os
import sys

from . import build


def run(content: str, sources: str, output: str, siteurl: str) -> int:
    """Build with every text at hand shown in full, under a banner; give the exit status."""
    return build.run(content, sources or None, output, siteurl, full_text=True, allow_shrink=True, PREVIEW=True)


def main(arguments: list[str]) -> int:
    """Build as `serve` asks; a fault, such as a template being edited just now, is one line and `serve` goes on."""
    try:
        return run(*arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        if os.environ.get("TWINNING_DEBUG", "") not in {"", "0"}:
            raise
        said = " ".join(str(fault).split())
        print(f"serve: not rebuilt: {type(fault).__name__}: {said}; `--debug` shows where", file=sys.stderr)
        return 70


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:5]))
