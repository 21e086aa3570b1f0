"""Learn how much each sign of a partner counts, and each of a side, from the texts that are tuned on.

Writes `ingest/weights.tsv` and `ingest/people/sides.tsv`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .ending import FINE, ROOT, refuse

CORPUS = ROOT / "tests" / "corpus"
PARTS = ("tune", "held", "fates")
"""What is tuned on; blind texts teach nothing."""


Example = tuple[Mapping[str, float], bool]


def run() -> int:
    """Write both tables; give the exit status."""
    from ..ingest import weights
    from ..ingest.people import sides

    texts = [text for part in PARTS for text in sorted((CORPUS / part).glob("*")) if text.suffix in {".txt", ".html"}]
    places = [example for text in texts for example in _places(text)]
    people = [example for text in texts for example in _people(text)]
    if not places or not people:
        return refuse(f"weigh: {CORPUS} holds no texts to learn from")
    _write(weights.TABLE, places, f"{len(places)} places abroad in {len(texts)} invented texts", ridge=2.0)
    _write(sides.TABLE, people, f"{len(people)} people of invented texts who take a side", ridge=1.0)
    return FINE


def _write(table: Path, seen: Sequence[Example], what: str, *, ridge: float) -> None:
    from ..ingest.weights import learnt

    found = learnt(seen, ridge=ridge)
    rows = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    head = f"# Of {what}, by the task `weigh`: sign, weight.\n"
    table.write_text(head + "".join(f"{sign}\t{weight}\n" for sign, weight in rows), "utf-8")
    print(f"{table.name}: {what}; {len(found)} signs", file=sys.stderr)


_FOR = frozenset({"for-forming", "against-ending"})
_AGAINST = frozenset({"against-forming", "for-ending"})


def _people(text: Path) -> Iterator[Example]:
    """Yield the signs of each person who is expected to take a side, and whether it is the link's."""
    from ..ingest import Reader
    from ..ingest.evaluation import of_surname
    from ..ingest.people.sides import at_stake, signs, total
    from ..ingest.people.speech import heard
    from ..ingest.people.stakes import stake_of
    from ..ingest.people.statements import meant

    expected: dict[str, Any] = json.loads(text.with_suffix(".json").read_text("utf-8"))
    wanted = [said for said in expected.get("statements", ()) if said.get("stance") in _FOR | _AGAINST]
    if not wanted:
        return
    data = text.read_bytes()
    proposal, told = Reader().propose(data, text.name), Reader().scene(data, text.name)
    people = heard(told, proposal.byline[0] if proposal.byline else None) if proposal.reports else ()
    for said in wanted:
        person = next((one for one in people if of_surname(one.name) == of_surname(said["name"])), None)
        if person is not None:
            stake = at_stake(person.lines, stake_of(meant(told, person, proposal.reports)))
            role = person.role.value if person.role else ""
            yield total(signs(person.lines, stake, role)), said["stance"] in _FOR


def _places(text: Path) -> Iterator[Example]:
    """Yield the signs of each place abroad that a text names, and whether it is expected to be a partner."""
    from ..ingest import Reader
    from ..ingest.evaluation import same
    from ..ingest.pairs.signs import candidates

    expected: dict[str, Any] = json.loads(text.with_suffix(".json").read_text("utf-8"))
    if "reports" not in expected:
        return
    for one in candidates(Reader().scene(text.read_bytes(), text.name)):
        own = {"name": one.place.name, "id": one.place.id}
        yield one.signs, any(same(report["partner"], own, "partner") for report in expected["reports"])
