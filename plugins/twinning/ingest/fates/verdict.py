"""A verdict on one pair: its outcome with what reports it, and all that is said of the pair, asked for by what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...vocabulary import Outcome, Qualifier
from ..people.voices import Voice
from ..proposal import Value
from ..quoting import passage
from ..scene import Line
from ..wordings.patterns import Wording
from .cues import Mood
from .findings import Finding
from .motions import VOTE

_SENT = Wording(
    r"\b(?:written|wrote|letter (?:was |has been )?(?:sent|to)|informed|notified|told)\b[^.;]{0,50}(?:PARTNERX|mayor of|counterparts?|its (?:counterpart|twin)|the (?:\w+ )?(?:city|town|province|region)(?:[’']s)?(?: mayor| leaders| authorities)?\b)"
)
_PARTNER_ENDS = re.compile(r"PARTNERX(?: council| city council)?(?: (?:has|have|had|is|was|will|would|now|\w+ly))* ?$")
"""The partner's own deed, which the council is told of."""
_STOPPED = frozenset({Outcome.ENDED, Outcome.SUSPENDED})
_ANNOUNCED = _STOPPED | {Outcome.CONTINUED, Outcome.REINSTATED, Outcome.UNDER_REVIEW, Outcome.SHELVED}
_QUALIFIED = _ANNOUNCED | {Outcome.APPROVED, Outcome.RENEWED}
_COUNTED = Wording(
    r"\bvot(?:e|es|ed|ing)\b|\b\d{1,2} ?(?:votes? )?(?:to|–|-) ?\d{1,2}\b|\bcarried\b|\bunanimous\w*|^\W*(?:for|against|in favour)\W+\d+|\b(?:for|in favour)\b[^.;]{0,20}\band\b[^.;]{0,20}\bagainst\b|\bmotion (?:was |is )?(?:lost|passed|defeated)\b"
)
"""A vote that was taken, wherever the text tells of it."""
_NO_VOTE = Wording(r"\b(?:without a vote|no vote\b|voted out|not (?:have|take|hold) a vote|did not vote)\b")
_TOLD_ALL = Wording(r"\b(?:announced|confirmed|statement|spokes\w+)\b")
_RESOLVED = Wording(r"\b(?:vot\w+|resol\w+|agreed|backed|carried)\b")
_BODY = Wording(r"COUNCILX|\b(?:council|councillors|members|committee|cabinet|executive)\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a pair with what reports it."""

    outcome: Value[Outcome]
    event: Value[Outcome] | None = None
    qualifier: Value[Qualifier] | None = None


class Told:
    """All findings of a pair, asked for by what they say."""

    def __init__(self, found: Sequence[Finding], talk: Sequence[Line]) -> None:
        """Take what is said of a pair, and all the sentences that speak of it."""
        self.found = found
        self.talk = talk
        self.text = " ".join(line.marked for line in talk)

    def firm(self, outcome: Outcome, *, past: bool | None = None, body: bool = False) -> list[Finding]:
        """Give what says firmly that it is so; `past` chooses what is told as history, or what is not."""
        return [
            f for f in self.found
            if f.cue.outcome is outcome and f.firm and (past is None or f.past is past) and not (body and f.line.is_heading)
        ]  # fmt: skip

    def any(self, outcome: Outcome, *moods: Mood, past: bool | None = None) -> list[Finding]:
        """Give what says it in one of these moods, or in any."""
        return [
            f
            for f in self.found
            if f.cue.outcome is outcome and (not moods or f.cue.mood in moods) and (past is None or f.past is past)
        ]

    def voted(self, outcome: Outcome) -> list[Finding]:
        """Give what says that it was decided."""
        return [f for f in self.firm(outcome) if f.cue.mood is Mood.VOTED]

    def says(self, pattern: Wording) -> Line | None:
        """Give the first line of the newspaper's own words that a pattern stands in."""
        return next((line for line in self.talk if pattern.search(line.marked)), None)


def value_of(outcome: Outcome, confidence: float, *findings: Finding) -> Value[Outcome]:
    """Give an outcome with the words of the two findings that come first."""
    words = tuple(dict.fromkeys(f.passage for f in findings[:2]))
    return Value(outcome, round(confidence, 2), words)


def verdict_of(
    told: Told, outcome: Outcome, findings: Sequence[Finding], confidence: float, event: Outcome | None = None
) -> Verdict:
    """Give a verdict that rests on findings, the surest first, with its event and how firm it is."""
    best = sorted(findings, key=lambda f: (f.line.is_heading, -f.weight, f.line.sentence.number))
    value = value_of(outcome, confidence, *best)
    return Verdict(value, Value(event or outcome, value.confidence, value.evidence), _qualifier(told, outcome, best))


def _qualifier(told: Told, outcome: Outcome, best: Sequence[Finding]) -> Value[Qualifier] | None:
    """Tell how firm a decision was: a letter that tells the partner, a vote, or what somebody announced."""
    near = [f.line for f in best] + [line for line in told.talk if not line.is_heading]
    if outcome in _STOPPED and not any(f.cue.mood is Mood.VOTED for f in best):
        for line in near:
            sent = _SENT.search(line.marked)
            if sent and not line.sentence.quoted:
                return Value(Qualifier.NOTIFIED, 0.6, (passage(line.sentence, line.marked, *sent.span()),))
        by_partner = next((f for f in best if _PARTNER_ENDS.search(f.line.marked[: f.cue.start])), None)
        if by_partner:
            return Value(Qualifier.NOTIFIED, 0.5, (by_partner.passage,))
    if outcome not in _QUALIFIED:
        return None
    own = [f.line for f in best]
    for line in near:
        match = (VOTE if line in own else _COUNTED).search(line.marked)
        if match and not line.sentence.quoted and not _NO_VOTE.search(line.marked):
            return Value(Qualifier.VOTED, 0.7, (passage(line.sentence, line.marked, *match.span()),))
    decided = next((f for f in best if _by_body(f, outcome)), None)
    if decided:
        return Value(Qualifier.VOTED, 0.6, (decided.passage,))
    if outcome in _ANNOUNCED:
        spoken = next((f for f in best if f.voice in {Voice.COUNCIL, Voice.PARTY}), None)
        if spoken or _TOLD_ALL.search(told.text):
            return Value(Qualifier.ANNOUNCED, 0.6, ((spoken or best[0]).passage,) if best else ())
    return None


def _by_body(finding: Finding, outcome: Outcome) -> bool:
    """Tell whether a body that may decide did so; what somebody says of a decision only announces it."""
    if finding.line.sentence.quoted:
        return False
    before = finding.line.marked[: finding.cue.start]
    if finding.cue.mood is Mood.VOTED:
        return finding.voice is not Voice.COUNCIL or bool(_RESOLVED.search(before))
    return outcome is Outcome.APPROVED and finding.cue.mood is Mood.DONE and bool(_BODY.search(before))
