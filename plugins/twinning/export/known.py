"""All addresses that can be visited, written short: what the page for unknown addresses looks through."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable


def as_json(addresses: Iterable[str]) -> str:
    """Give addresses by the folder they lie in: {"a/": "ta-0001 ta-0002", "partnerships/wakefield/": "nanning"}.

    Folders and names are sorted; a third of what the bare list would take.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for address in sorted(addresses):
        if address.endswith("/"):
            folder, slash, name = address[:-1].rpartition("/")
            found[folder + slash].append(name)
    return json.dumps({folder: " ".join(names) for folder, names in found.items()}, separators=(",", ":")) + "\n"
