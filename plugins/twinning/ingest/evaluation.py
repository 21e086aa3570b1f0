"""How well texts are read: proposals against what a careful reader expects, counted.

A folder holds texts with their expectations beside them, NAME.txt or NAME.html with NAME.json in the form of a line of
`inv ingest --json`. What an expectation leaves out is not scored.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import edtf
from ..vocabulary import Outcome
from .places.gazetteer import fold

HARMFUL = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.SHELVED, Outcome.LAPSED})
"""What does harm when it is said of a link of which it is not so."""


@dataclass
class Score:
    """Right, too many and missed, of one kind of thing."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Give how much of what was found is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Give how much of what is there was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Evaluation:
    """The counts of all texts, and what was missed."""

    texts: int = 0
    without: int = 0
    """Texts in which there is no partnership."""
    false_alarms: int = 0
    """Pairs found in those."""
    council: Score = field(default_factory=Score)
    partner: Score = field(default_factory=Score)
    pair: Score = field(default_factory=Score)
    outcome: Counter[str] = field(default_factory=Counter)
    event: Counter[str] = field(default_factory=Counter)
    facts: dict[str, Counter[str]] = field(default_factory=dict)
    """Type, qualifier, since and the partner's country, right and wrong."""
    dates: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    statements: Score = field(default_factory=Score)
    stances: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Text, what, expected, found."""

    def add(self, name: str, expected: dict[str, Any], found: dict[str, Any]) -> None:
        """Count one text."""
        self.texts += 1
        self._reports(name, expected, found)
        if "published" in expected:
            self._date(name, expected["published"], found["published"])
        for kind, own in zip(expected.get("paragraphs", ()), found["paragraphs"], strict=False):
            right = kind["kind"] == own["kind"]
            self.kinds["right" if right else "wrong"] += 1
            if not right:
                self.misses.append((name, f"paragraph {own['p']}", kind["kind"], own["kind"]))
        if len(expected.get("paragraphs", ())) not in {0, len(found["paragraphs"])}:
            self.misses.append((name, "paragraphs", str(len(expected["paragraphs"])), str(len(found["paragraphs"]))))
        self._statements(name, expected, found)

    def _reports(self, name: str, expected: dict[str, Any], found: dict[str, Any]) -> None:
        if "reports" not in expected:
            return
        if not expected["reports"]:
            self.without += 1
            self.false_alarms += len(found["reports"])
        wanted, own = expected["reports"], found["reports"]
        for score, side in ((self.council, "council"), (self.partner, "partner")):
            _count(score, _unique([r[side] for r in wanted], side), _unique([r[side] for r in own], side), side)
        left = list(own)
        for report in wanted:
            match = next(
                (
                    r
                    for r in left
                    if same(report["council"], r["council"], "council")
                    and same(report["partner"], r["partner"], "partner")
                ),
                None,
            )
            label = f"{report['council'].get('name')} – {report['partner'].get('name')}"
            if match is None:
                self.pair.missed += 1
                self.misses.append((name, "pair", label, "none"))
                continue
            left.remove(match)
            self.pair.right += 1
            self._outcome(name, label, report, match)
        for report in left:
            self.pair.extra += 1
            self.misses.append((name, "pair", "none", f"{report['council']['name']} – {report['partner']['name']}"))

    def _outcome(self, name: str, label: str, wanted: dict[str, Any], own: dict[str, Any]) -> None:
        if "outcome" in wanted:
            got = own["outcome"]
            result = "right" if got == wanted["outcome"] else "unclear" if got == Outcome.UNCLEAR else "wrong"
            harmful = result == "wrong" and got in HARMFUL
            self.outcome[result] += 1
            self.outcome["harmful"] += harmful
            if result != "right":
                self.misses.append((name, "HARM" if harmful else "outcome", f"{label}: {wanted['outcome']}", got))
        if "event" in wanted:
            self.event["right" if own["event"] == wanted["event"] else "wrong"] += 1
        for what in ("type", "qualifier", "since"):
            if what in wanted:
                self._fact(name, label, what, wanted[what], own[what])
        if "country" in wanted["partner"]:
            self._fact(name, label, "country", wanted["partner"]["country"], own["partner"]["country"])

    def _fact(self, name: str, label: str, what: str, wanted: object, own: object) -> None:
        self.facts.setdefault(what, Counter())["right" if own == wanted else "wrong"] += 1
        if own != wanted:
            self.misses.append((name, what, f"{label}: {wanted}", str(own)))

    def _date(self, name: str, wanted: dict[str, Any] | None, own: dict[str, Any] | None) -> None:
        if wanted is None:
            self.dates["invented" if own else "rightly none"] += 1
        elif own is None:
            self.dates["missed"] += 1
        else:
            self.dates["right" if agrees(wanted["edtf"], own["edtf"]) else "wrong"] += 1
        if (wanted or {}).get("edtf") != (own or {}).get("edtf") and not (
            wanted and own and agrees(wanted["edtf"], own["edtf"])
        ):
            self.misses.append((name, "published", str((wanted or {}).get("edtf")), str((own or {}).get("edtf"))))

    def _statements(self, name: str, expected: dict[str, Any], found: dict[str, Any]) -> None:
        for said in expected.get("statements", ()):
            surname = of_surname(said["name"])
            match = next((s for s in found["statements"] if of_surname(s["name"]) == surname), None)
            if match is None:
                self.statements.missed += 1
                continue
            self.statements.right += 1
            if "stance" in said:
                right = match["stance"] == said["stance"]
                self.stances["right" if right else "wrong"] += 1
                self.stances["neutral"] += not right and match["stance"] == "neutral"
                self.stances["reversed"] += _sides(said["stance"]) * _sides(match["stance"]) < 0
                if not right:
                    self.misses.append((name, f"stance of {said['name']}", said["stance"], match["stance"]))


def _sides(stance: str) -> int:
    """Give 1 for a stance that is the link's, -1 for one against it, 0 for any other."""
    return {"for-forming": 1, "against-ending": 1, "against-forming": -1, "for-ending": -1}.get(stance, 0)


def of_surname(name: str) -> str:
    """Give by what a person is known again: the last word of the name, folded."""
    return fold(name).split()[-1]


def same(wanted: dict[str, Any], own: dict[str, Any], side: str) -> bool:
    """Tell whether two places are one: by id or code where both have one of a kind, else by name."""
    code, mine = wanted.get("code"), own.get("code")
    if code and mine and code[:3] == mine[:3]:
        return bool(code == mine)
    if wanted.get("id") and wanted["id"] == own.get("id"):
        return True
    return _name(wanted.get("name") or wanted.get("id") or "", side) == _name(own.get("name") or "", side)


def _name(name: str, side: str) -> str:
    folded = fold(name)
    if side == "council":
        return re.sub(
            r"^the |^(?:london|royal) borough of ",
            "",
            re.sub(r"\b(?:metropolitan|borough|district|city) (?=(?:\w+ )?council$)", "", folded),
        )
    folded = re.sub(r" (?:am|an der|an den|im|in der|ob der|vor der|bei|nad|sur|upon) \w+$", "", folded)
    return re.sub(r" (?:city|province|county|prefecture|region|oblast)$|^(?:city|province) of ", "", folded)


def _unique(places: Sequence[dict[str, Any]], side: str) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = []
    for place in places:
        if not any(same(place, other, side) for other in kept):
            kept.append(place)
    return kept


def _count(score: Score, wanted: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]], side: str) -> None:
    hit = sum(any(same(w, o, side) for o in own) for w in wanted)
    score.right += hit
    score.missed += len(wanted) - hit
    score.extra += max(0, len(own) - hit)


def agrees(wanted: str, own: str) -> bool:
    """Tell whether a date is right: the same but for its doubt, or, where the expected one is no day, wider and around it."""
    strip = str.maketrans("", "", "~?%")
    if wanted.translate(strip) == own.translate(strip):
        return True
    try:
        one, other = edtf.parse(wanted), edtf.parse(own)
    except edtf.EdtfError:
        return False
    if (one.iso and len(one.iso) == len("2020-09-28")) or None in {
        one.earliest,
        one.latest,
        other.earliest,
        other.latest,
    }:
        return False
    return other.earliest <= one.earliest and one.latest <= other.latest  # type: ignore[operator]


def report(evaluation: Evaluation) -> Iterator[str]:
    """Yield the figures as lines for people."""
    yield f"{evaluation.texts} texts, {evaluation.without} of them without a partnership"
    for label, score in (("council", evaluation.council), ("partner", evaluation.partner), ("pair", evaluation.pair)):
        yield f"{label:<10} precision {score.precision:.2f}  recall {score.recall:.2f}  F1 {score.f1:.2f}   ({score.right} right, {score.extra} too many, {score.missed} missed)"
    found = evaluation.outcome["right"] + evaluation.outcome["wrong"] + evaluation.outcome["unclear"]
    share = evaluation.outcome["right"] / found if found else 1.0
    yield f"outcome    {share:.0%} right of {found} pairs found; {evaluation.outcome['unclear']} left unclear, {evaluation.outcome['wrong']} wrong"
    yield f"harmful    {evaluation.outcome['harmful']} (ended, suspended, shelved or lapsed wrongly asserted)"
    yield f"no pairs   {evaluation.false_alarms} pairs found in {evaluation.without} texts that have none"
    yield "published  " + ", ".join(
        f"{evaluation.dates[k]} {k}" for k in ("right", "wrong", "missed", "invented", "rightly none")
    )
    every = evaluation.kinds["right"] + evaluation.kinds["wrong"]
    yield f"paragraphs {evaluation.kinds['right'] / every if every else 1.0:.1%} of {every} kinds right"
    events = evaluation.event["right"] + evaluation.event["wrong"]
    yield f"event      {evaluation.event['right']} of {events} right"
    for what, counts in sorted(evaluation.facts.items()):
        yield f"{what:<10} {counts['right']} of {counts['right'] + counts['wrong']} right"
    said = evaluation.statements
    stances = evaluation.stances["right"] + evaluation.stances["wrong"]
    yield f"statements {said.right} of {said.right + said.missed} people found, {evaluation.stances['right']} of {stances} stances right, {evaluation.stances['neutral']} left neutral, {evaluation.stances['reversed']} the other side"
    if evaluation.misses:
        yield ""
        width = max(len(miss[0]) for miss in evaluation.misses)
        for name, what, wanted, own in sorted(evaluation.misses, key=lambda m: (_ORDER.get(m[1], 9), m)):
            yield f"{name:<{width}}  {what:<12} expected {wanted}, found {own}"


_ORDER = {"HARM": 0, "pair": 1, "outcome": 2, "published": 3}
