"""Learn how much each sign of a partner counts, from the texts that are tuned on: writes `ingest/weights.tsv`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .ending import FINE, ROOT, refuse

CORPUS = ROOT / "tests" / "corpus"
PARTS = ("tune", "held", "fates")
"""What is tuned on; blind texts teach nothing."""


def run() -> int:
    """Write weights.tsv; give the exit status."""
    from ..ingest.weights import TABLE, learnt

    texts = [text for part in PARTS for text in sorted((CORPUS / part).glob("*")) if text.suffix in {".txt", ".html"}]
    seen = [example for text in texts for example in _examples(text)]
    if not seen:
        return refuse(f"weigh: {CORPUS} holds no texts to learn from")
    found = learnt(seen)
    head = f"# Of {len(seen)} places abroad in {len(texts)} invented texts, by the task `weigh`: sign, weight.\n"
    rows = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    TABLE.write_text(head + "".join(f"{sign}\t{weight}\n" for sign, weight in rows), "utf-8")
    print(
        f"{len(seen)} places, {sum(answer for _, answer in seen)} of them partners; {len(found)} signs", file=sys.stderr
    )
    return FINE


def _examples(text: Path) -> Iterator[tuple[Mapping[str, float], bool]]:
    """Yield the signs of each place abroad that a text names, and whether it is expected to be a partner."""
    from ..ingest import Reader
    from ..ingest.evaluation import same
    from ..ingest.signs import candidates

    expected: dict[str, Any] = json.loads(text.with_suffix(".json").read_text("utf-8"))
    if "reports" not in expected:
        return
    for one in candidates(Reader().scene(text.read_bytes(), text.name)):
        own = {"name": one.place.name, "id": one.place.id}
        yield one.signs, any(same(report["partner"], own, "partner") for report in expected["reports"])
