"""Learn what each word and sign counts, of partners, of outcomes and of sides, from the texts that are tuned on.

Writes `partners.tsv`, `odds.tsv` and `sides.tsv` in the rooms of `ingest/` that read with them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .ending import FINE, ROOT, refuse

if TYPE_CHECKING:
    from ..ingest.learnt import Seen

CORPUS = ROOT / "tests" / "corpus"
PARTS = ("tune", "held", "fates", "broad")
"""What is tuned on; blind texts teach nothing."""


class Model(NamedTuple):
    """How a table is learnt. Each figure was the best of those tried, on texts that were not learnt from."""

    loose: float
    """How loosely the weights are held (C of the logistic model)."""
    sign: float
    """How much a sign of the rules counts beside all the words together, before anything is learnt."""
    kept: int
    """How many words are kept: twice as many told no more."""
    balanced: bool
    """Whether the answers count alike, however many examples each has."""


_PARTNERS = Model(loose=3.0, sign=0.3, kept=3000, balanced=False)
_OUTCOMES = Model(loose=30.0, sign=0.07, kept=3000, balanced=True)
_SIDES = Model(loose=10.0, sign=0.35, kept=3000, balanced=False)
_SHORT = 0.4
"""Where among the texts, from the one with the fewest words, the typical one stands: more words make none surer."""

Example = tuple["Seen", str]


def run(without: str | None = None) -> int:
    """Write the tables; give the exit status. A part that is left out can be scored by what the others teach."""
    from ..ingest.fates import odds
    from ..ingest.learnt import table
    from ..ingest.pairs import partners
    from ..ingest.people import sides

    if without is not None and without not in PARTS:
        return refuse(f"weigh: there is no part {without}; the parts are {', '.join(PARTS)}")
    files = [file for part in PARTS if part != without for file in sorted((CORPUS / part).glob("*"))]
    texts = [file for file in files if file.suffix in {".txt", ".html"}]
    if not texts:
        return refuse(f"weigh: {CORPUS} holds no texts to learn from")
    if bare := next((file for file in texts if not file.with_suffix(".json").exists()), None):
        return refuse(f"weigh: {bare} has no {bare.stem}.json beside it that says what is expected")
    where = f"{len(texts)} invented texts"
    for room, model, examples, what in (  # in this order: each is read with what was learnt before it
        (partners, _PARTNERS, _places, "places abroad"),
        (odds, _OUTCOMES, _fates, "links"),
        (sides, _SIDES, _people, "people who take a side"),
    ):
        if room is sides:  # it needs none to be learnt from
            room.TABLE.write_text("sign\trarity\tfor\n", "utf-8")
        found = [example for text in texts for example in examples(text)]
        if len({answer for _, answer in found}) < 2:
            return refuse(f"weigh: the {where} tell of no two kinds of {what}; nothing is learnt of them")
        room.TABLE.write_text(learnt(found, model, f"{len(found)} {what} in {where}"), "utf-8")
        table.cache_clear()
    return FINE


def learnt(examples: Sequence[Example], model: Model, what: str) -> str:
    """Learn a model, and give its table: every sign with its rarity and its weight for each answer.

    A word counts by its rarity (the logarithm of how many times as many examples there are as have it, plus one), and
    an example's words are scaled to length one. The model is fitted twice, the second time to the words that counted
    most in the first. Of two answers one has its weights, the second in the alphabet; of more, each.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    from ..ingest.learnt import CONSTANT, UNIT

    counts = Counter(word for seen, _ in examples for word in seen.words)
    signs = sorted({sign for seen, _ in examples for sign in seen.signs})
    rarity = {word: round(log(len(examples) / count) + 1, 2) for word, count in counts.items() if count > 1}
    for last in (False, True):
        words = sorted(rarity)
        rows, typical = _rows([seen for seen, _ in examples], rarity, signs, model.sign)
        fitted = LogisticRegression(
            C=model.loose, max_iter=3000, class_weight="balanced" if model.balanced else None
        ).fit(rows, [answer for _, answer in examples])
        weights = fitted.coef_.T
        if not last:
            size = [rarity[word] * sqrt(float(row @ row)) for word, row in zip(words, weights, strict=False)]
            best = np.argsort([-one for one in size], kind="stable")[: model.kept]
            rarity = {words[at]: rarity[words[at]] for at in best}
    table = {f"={CONSTANT}": (typical, fitted.intercept_)}
    for word, row in zip(words, weights, strict=False):
        table[word] = (round(rarity[word] * 100), row * rarity[word] / sqrt(typical))
    table |= {f"={sign}": (0, weights[len(words) + at] * model.sign) for at, sign in enumerate(signs)}
    print(f"{what}: {len(table)} signs", file=sys.stderr)
    remark = (
        f"# Of {what}, by the task `weigh`: sign; rarity in hundredths, of the constant a typical text's sum of their "
        "squares; weight for each answer in thousandths of log-odds.\n"
    )
    answers = fitted.classes_ if weights.shape[1] > 1 else fitted.classes_[1:]
    lines = [
        "\t".join([sign, str(rare), *(str(round(float(one) * UNIT)) for one in row)])
        for sign, (rare, row) in table.items()
    ]
    return remark + "\n".join(["\t".join(["sign", "rarity", *answers]), *lines]) + "\n"


def _rows(examples: Sequence[Seen], rarity: Mapping[str, float], signs: Sequence[str], part: float) -> tuple[Any, int]:
    """Give each example as a row of a sparse matrix, and what a typical one's squares of rarity sum to."""
    from scipy.sparse import csr_matrix

    places = {sign: at for at, sign in enumerate([*sorted(rarity), *(f"={sign}" for sign in signs)])}
    said = [sorted(word for word in seen.words if word in rarity) for seen in examples]
    sums = [sum(rarity[word] ** 2 for word in words) for words in said]
    typical = max(1, round(sorted(sums)[int(len(sums) * _SHORT)]))
    values, columns, ends = [], [], [0]
    for seen, words, total in zip(examples, said, sums, strict=True):
        scale = 1 / sqrt(max(total, typical))
        own = sorted(seen.signs.items())
        values += [rarity[word] * scale for word in words] + [value * part for _, value in own]
        columns += [places[word] for word in words] + [places[f"={sign}"] for sign, _ in own]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(examples), len(places))), typical


def _expected(text: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text.with_suffix(".json").read_text("utf-8"))
    return found


def _places(text: Path) -> Iterator[Example]:
    """Yield what speaks for each place abroad that a text names, and whether it is expected to be a partner."""
    from ..ingest import Reader
    from ..ingest.evaluation import same
    from ..ingest.pairs.pairing import joined
    from ..ingest.pairs.partners import seen
    from ..ingest.pairs.signs import candidates

    expected = _expected(text)
    if "reports" not in expected:
        return
    told = Reader().scene(text.read_bytes(), text.name)
    weights = {key: max(pair.weight for pair in every) for key, every in joined(told).items()}
    for one in candidates(told):
        own = {"name": one.place.name, "id": one.place.id}
        right = any(same(report["partner"], own, "partner") for report in expected["reports"])
        yield seen(told, one, weights), "partner" if right else "other"


def _fates(text: Path) -> Iterator[Example]:
    """Yield what speaks for the outcomes of each pair that is expected and found, with the right one."""
    from ..ingest import Reader
    from ..ingest.evaluation import same
    from ..ingest.fates.binding import bound
    from ..ingest.fates.odds import seen
    from ..ingest.pairs.pairing import pairs

    wanted = [report for report in _expected(text).get("reports", ()) if "outcome" in report]
    if not wanted:
        return
    told = Reader().scene(text.read_bytes(), text.name)
    found = pairs(told)
    for pair, (findings, talk) in zip(found, bound(told, found), strict=True):
        council = {"name": pair.council.name, "id": pair.council.id, "code": pair.council.code}
        partner = {"name": pair.partner.name, "id": pair.partner.id}
        for report in wanted:
            if same(report["council"], council, "council") and same(report["partner"], partner, "partner"):
                yield seen(pair, talk, findings, alone=len(found) == 1), report["outcome"]
                break


_FOR = frozenset({"for-forming", "against-ending"})
_AGAINST = frozenset({"against-forming", "for-ending"})


def _people(text: Path) -> Iterator[Example]:
    """Yield the signs of each person who is expected to take a side, and whether it is the link's."""
    from ..ingest import Reader
    from ..ingest.evaluation import of_surname
    from ..ingest.people.sides import at_stake, seen, signs, total
    from ..ingest.people.speech import heard
    from ..ingest.people.stakes import stake_of
    from ..ingest.people.statements import meant

    wanted = [said for said in _expected(text).get("statements", ()) if said.get("stance") in _FOR | _AGAINST]
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
            sums = total(signs(person.lines, stake, role))
            yield seen(person.lines, stake, sums), "for" if said["stance"] in _FOR else "against"
