"""Learn what each sign of a partner counts, each of a side, and each word of an outcome, from the texts tuned on.

Writes `ingest/weights.tsv`, `ingest/people/sides.tsv` and `ingest/fates/odds.tsv`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .ending import FINE, ROOT, refuse

if TYPE_CHECKING:
    from ..ingest.fates.odds import Signs
    from ..vocabulary import Outcome

CORPUS = ROOT / "tests" / "corpus"
PARTS = ("tune", "held", "fates", "broad")
"""What is tuned on; blind texts teach nothing."""


Example = tuple[Mapping[str, float], bool]


def run() -> int:
    """Write the tables; give the exit status."""
    from ..ingest import weights
    from ..ingest.fates import odds
    from ..ingest.people import sides

    texts = [text for part in PARTS for text in sorted((CORPUS / part).glob("*")) if text.suffix in {".txt", ".html"}]
    places = [example for text in texts for example in _places(text)]
    if not places:
        return refuse(f"weigh: {CORPUS} holds no texts to learn from")
    _write(weights.TABLE, places, f"{len(places)} places abroad in {len(texts)} invented texts", ridge=2.0)
    weights.weights.cache_clear()  # what is learnt next rests on it
    fates = [example for text in texts for example in _fates(text)]
    odds.TABLE.write_text(_learnt(fates, f"{len(fates)} links in {len(texts)} invented texts"), "utf-8")
    people = [example for text in texts for example in _people(text)]
    _write(sides.TABLE, people, f"{len(people)} people of invented texts who take a side", ridge=1.0)
    return FINE


KEPT = 3000
"""How many words and pairs of words are kept: twice as many told no outcome more."""
_LOOSE = 30.0
"""How loosely the weights are held (C of the logistic model): of 3, 10, 30 and 60 the best on texts not learnt from."""
_CUE = 0.07
"""How much a cue counts beside all the words together before anything is learnt, chosen likewise."""
_SHORT = 0.4
"""Where among the texts, from the one with the fewest words, the typical one stands: more words make none surer."""


def _learnt(seen: Sequence[tuple[Signs, Outcome]], what: str) -> str:
    """Learn the weights of the outcomes, and give their table.

    A word counts by its rarity (the logarithm of how many times as many links there are as it is said of, plus one),
    and a text's words are scaled to length one, so that long texts are no surer. The outcomes count alike, however
    many of each there are. The model is fitted twice, the second time to the words that counted most in the first.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    from ..ingest.fates.odds import UNIT
    from ..ingest.weights import CONSTANT

    counts = Counter(word for signs, _ in seen for word in signs.words)
    cues = sorted({cue for signs, _ in seen for cue in signs.cues})
    rarity = {word: round(log(len(seen) / count) + 1, 2) for word, count in counts.items() if count > 1}
    for last in (False, True):
        words = sorted(rarity)
        rows, typical = _rows([signs for signs, _ in seen], rarity, cues)
        model = LogisticRegression(C=_LOOSE, max_iter=2000, class_weight="balanced")
        model.fit(rows, [outcome.value for _, outcome in seen])
        coefficients = model.coef_.T
        if not last:
            size = [rarity[word] * sqrt(float(row @ row)) for word, row in zip(words, coefficients, strict=False)]
            best = np.argsort([-one for one in size], kind="stable")[:KEPT]
            rarity = {words[at]: rarity[words[at]] for at in best}
    table = {f"={CONSTANT}": (round(typical), model.intercept_ * UNIT)}
    for at, word in enumerate(words):
        table[word] = (round(rarity[word] * 100), coefficients[at] * rarity[word] / sqrt(round(typical)) * UNIT)
    table |= {f"={cue}": (0, coefficients[len(words) + at] * _CUE * UNIT) for at, cue in enumerate(cues)}
    print(f"odds.tsv: {what}; {len(table)} signs", file=sys.stderr)
    head = (
        f"# Of {what}, by the task `weigh`: sign; rarity in hundredths, of the constant a typical text's sum of their "
        "squares; weight for each outcome in thousandths of log-odds.\n"
    )
    lines = ["\t".join([sign, str(rare), *(str(round(one)) for one in row)]) for sign, (rare, row) in table.items()]
    return head + "\n".join(["\t".join(["sign", "rarity", *model.classes_]), *lines]) + "\n"


def _rows(seen: Sequence[Signs], rarity: Mapping[str, float], cues: Sequence[str]) -> tuple[Any, float]:
    """Give the signs of each example as a row of a sparse matrix, and what a typical text's squares sum to."""
    from scipy.sparse import csr_matrix

    places = {sign: at for at, sign in enumerate([*sorted(rarity), *(f"={cue}" for cue in cues)])}
    said = [sorted(word for word in signs.words if word in rarity) for signs in seen]
    sums = [sum(rarity[word] ** 2 for word in words) for words in said]
    typical = sorted(sums)[int(len(sums) * _SHORT)]
    values, columns, ends = [], [], [0]
    for signs, words, total in zip(seen, said, sums, strict=True):
        scale = 1 / sqrt(max(total, typical))
        values += [rarity[word] * scale for word in words] + [_CUE] * len(signs.cues)
        columns += [places[sign] for sign in (*words, *(f"={cue}" for cue in sorted(signs.cues)))]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(seen), len(places))), typical


def _fates(text: Path) -> Iterator[tuple[Signs, Outcome]]:
    """Yield what speaks for one outcome or another of each pair that is expected and found, with what is right."""
    from ..ingest import Reader
    from ..ingest.evaluation import same
    from ..ingest.fates.odds import signs
    from ..ingest.fates.outcomes import bound
    from ..ingest.pairs.pairing import pairs
    from ..vocabulary import Outcome

    expected: dict[str, Any] = json.loads(text.with_suffix(".json").read_text("utf-8"))
    wanted = [report for report in expected.get("reports", ()) if "outcome" in report]
    if not wanted:
        return
    outcomes = {outcome.value: outcome for outcome in Outcome}
    told = Reader().scene(text.read_bytes(), text.name)
    found = pairs(told)
    for pair, (findings, talk) in zip(found, bound(told, found), strict=True):
        own = {"council": vars_of(pair.council), "partner": vars_of(pair.partner)}
        for report in wanted:
            if all(same(report[side], own[side], side) for side in own):
                yield signs(pair, talk, findings), outcomes[report["outcome"]]
                break


def vars_of(place: Any) -> dict[str, Any]:
    """Give what two places are compared by."""
    return {"name": place.name, "id": place.id, "code": getattr(place, "code", None)}


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
