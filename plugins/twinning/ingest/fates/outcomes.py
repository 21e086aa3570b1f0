"""What an article tells of each partnership: its state after the article, and what happened.

What the rules decide is weighed against all the words that are said of a pair. An end wrongly asserted does harm, an end
left open does none: where an end is not likely enough, the outcome is `unclear`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ...vocabulary import Outcome
from ..learnt import table
from ..pairs.pairing import Pair
from ..people.voices import Voice
from ..proposal import Passage, Value
from ..quoting import passage
from ..scene import Line
from . import odds
from .cues import Mood
from .doubts import GRAVE
from .findings import Finding
from .ruling import called, ruled
from .verdict import Told, Verdict, verdict_of

_PLAIN: Final = frozenset({Outcome.RENEWED, Outcome.SUSPENDED, Outcome.SHELVED, Outcome.LAPSED, Outcome.REINSTATED})
"""What the rules are seldom wrong of: of these, 55 of 60 were right in texts not seen before."""
_COUNTS_PLAIN: Final = 1.5
"""How much log-odds the rules' own verdict has beside the words, where it is one of those, or where a heading or a vote
says it (right in 52 of 58)."""
_COUNTS: Final = 0.5
"""The same of other verdicts."""
_COUNTS_LITTLE: Final = 0.1
"""The same where the rules doubt, only see that nothing more is said, or take a link for proposed (right in 2 of 7)."""
_IN_FEW_WORDS: Final = 4.5
"""How much more it is where next to nothing is said."""
_ANSWERED: Final = 4.0
"""The same where somebody calls for an end and who decides says that the link will go on."""
_SURE_OF_AN_END: Final = 0.5
"""What share an end needs to be asserted."""
_ALIVE: Final = 0.3
"""What part of an end's share those that keep a link may have together. Of 421 outcomes in texts by hands that had taught
nothing, 3 were ends that are none and 6 were left open; by the share alone, 6 and 2."""
_KEPT: Final = (Outcome.REINSTATED, Outcome.CONTINUED, Outcome.RENEWED)


def verdicts(found: Sequence[Pair], bound: Sequence[tuple[list[Finding], list[Line]]]) -> list[Verdict]:
    """Give what becomes of each pair, in the pairs' order, by what is bound to each."""
    alone = len(found) == 1
    return [_weighed(pair, *said, alone=alone) for pair, said in zip(found, bound, strict=True)]


def _weighed(pair: Pair, found: Sequence[Finding], talk: Sequence[Line], *, alone: bool) -> Verdict:
    """Weigh what the rules decide against all the words that are said of a pair."""
    verdict, told = ruled(found, talk), Told(found, talk)
    scores = table(odds.TABLE).scores(odds.seen(pair, talk, found, alone=alone))
    settled = verdict.outcome.value
    shares = odds.likely(scores, settled, _counts(verdict, told) + _IN_FEW_WORDS * (1 - scores.fullness))
    likely = max(shares, key=lambda outcome: shares[outcome])
    sure = round(min(shares[likely], 0.95), 2)
    kept = sum(shares[outcome] for outcome in _KEPT)
    if likely in GRAVE and (shares[likely] < _SURE_OF_AN_END or kept > _ALIVE * shares[likely]):
        likely, sure = Outcome.UNCLEAR, round(1 - sure, 2)
    if likely is settled:
        shown = verdict.outcome.evidence or _shown(pair, talk, likely)
        return replace(verdict, outcome=Value(likely, sure, shown))
    return _reached(pair, told, likely, sure)


def _counts(verdict: Verdict, told: Told) -> float:
    """Tell how much the rules' verdict counts beside the words of an article of some length."""
    settled = verdict.outcome.value
    if settled is Outcome.CONTINUED and _is_answered(told):
        return _ANSWERED
    if settled is Outcome.PROPOSED and _is_headed_by_a_wish(told):
        return _COUNTS_PLAIN
    if settled in {Outcome.UNCLEAR, Outcome.PROPOSED} or not verdict.outcome.evidence:
        return _COUNTS_LITTLE
    plain = [f for f in told.firm(settled, past=False) if f.line.is_heading or f.cue.mood is Mood.VOTED]
    return _COUNTS_PLAIN if settled in _PLAIN or plain else _COUNTS


def _is_headed_by_a_wish(told: Told) -> bool:
    """Tell whether a heading says that somebody wants a link: the town is urged to twin with Lviv."""
    wishes = told.any(Outcome.ESTABLISHED, Mood.CALLED, Mood.OPEN) + told.any(Outcome.PROPOSED)
    return any(finding.line.is_heading for finding in wishes)


def _is_answered(told: Told) -> bool:
    """Tell whether a call for an end is answered by the council, that the link will go on."""
    kept = [f for f in told.firm(Outcome.CONTINUED, past=False, body=True) if f.cue.mood is Mood.COMING]
    return bool(told.any(Outcome.ENDED, Mood.CALLED)) and any(f.voice is Voice.COUNCIL for f in kept)


def _reached(pair: Pair, told: Told, likely: Outcome, sure: float) -> Verdict:
    """Give a verdict that the words lead to and the rules do not, with the words that show it."""
    if likely is Outcome.UNCLEAR:
        return Verdict(Value(likely, sure, _shown(pair, told.talk, likely)))
    if likely is Outcome.ACTIVE:
        event = called(told)
        return Verdict(Value(likely, sure, _shown(pair, told.talk, likely)), event.event if event else None)
    tellers = [f for f in told.found if f.cue.outcome is likely and f.cue.mood is not Mood.DENIED]
    verdict = verdict_of(told, likely, [f for f in tellers if f.firm and not f.past] or tellers, sure)
    if verdict.outcome.evidence:
        return verdict
    shown = _shown(pair, told.talk, likely)
    return replace(verdict, outcome=Value(likely, sure, shown), event=Value(likely, sure, shown))


def _shown(pair: Pair, talk: Sequence[Line], outcome: Outcome) -> tuple[Passage, ...]:
    """Give the words that speak most for an outcome."""
    best = odds.telling(pair, talk, outcome)
    return (passage(best[0].sentence, best[0].marked, *best[1:]),) if best else ()
