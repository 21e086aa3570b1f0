"""A verdict on one pair: its outcome with what reports it, and all that is said of the pair, asked for by what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..vocabulary import Outcome, Qualifier
from .cues import Mood
from .findings import VOTE, Finding
from .proposal import Value
from .quoting import passage
from .scene import Line
from .voices import Voice

_SENT = re.compile(
    r"(?i)\b(?:written|wrote|letter (?:was |has been )?(?:sent|to)|informed|notified|told)\b[^.;]{0,50}(?:PARTNERX|mayor of|counterparts?|its (?:counterpart|twin)|the (?:\w+ )?(?:city|town|province|region)(?:[’']s)?(?: mayor| leaders| authorities)?\b)"
)


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

    def says(self, pattern: re.Pattern[str]) -> Line | None:
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
    """Tell how firm a decision was."""
    near = [f.line for f in best] + [line for line in told.talk if not line.is_heading]
    if outcome in {Outcome.ENDED, Outcome.SUSPENDED}:
        for line in near:
            sent = _SENT.search(line.marked)
            if sent and not line.sentence.quoted and not any(f.cue.mood is Mood.VOTED for f in best):
                return Value(Qualifier.NOTIFIED, 0.6, (passage(line.sentence, line.marked, *sent.span()),))
    if outcome in {
        Outcome.ENDED,
        Outcome.SUSPENDED,
        Outcome.APPROVED,
        Outcome.CONTINUED,
        Outcome.RENEWED,
        Outcome.REINSTATED,
        Outcome.UNDER_REVIEW,
        Outcome.SHELVED,
    }:
        for line in near:
            match = VOTE.search(line.marked)
            if (
                match
                and not line.sentence.quoted
                and (
                    line in [f.line for f in best]
                    or re.search(r"(?i)\bvot|\d\d? ?(?:to|–|-) ?\d|carried|unanimous", match[0])
                )
            ):
                return Value(Qualifier.VOTED, 0.7, (passage(line.sentence, line.marked, *match.span()),))
    if outcome in {Outcome.ENDED, Outcome.SUSPENDED}:
        spoken = next((f for f in best if f.line.voice in {Voice.COUNCIL, Voice.PARTY}), None)
        if spoken or re.search(r"(?i)\b(?:announced|confirmed|statement|spokes\w+)\b", told.text):
            return Value(Qualifier.ANNOUNCED, 0.6, ((spoken or best[0]).passage,) if best else ())
    return None
