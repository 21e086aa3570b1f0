"""Whether a link is ended or suspended: only where somebody who may say so does, and nothing speaks against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ...vocabulary import Outcome
from ..people.voices import Voice
from ..wordings.patterns import Wording
from .cues import Mood
from .doubts import of_something_else
from .findings import Finding
from .phrases import END_WORDS, STRONG, WEAK
from .verdict import Told, Verdict, value_of, verdict_of

_UNDECIDED = Wording(
    r"\b(?:no (?:final |formal |firm )?decisions? (?:has|have|had|was|were)|(?:yet|still|remains?) to (?:be )?(?:decide|vote|voted|agree|make|taken)|(?:will|to|is due to|are due to|due to|expected to|set to) (?:\w+ )?(?:decide|vote on|debate|discuss|consider|be (?:debated|discussed|considered|voted|put to|decided|taken))|decision (?:(?:is|was|will be) (?:due|expected)|will be (?:made|taken))|deferred|adjourned|put off|ran out of time|recommend(?:ed|s|ation)|awaiting|three options|options? )\b"
)
_ACTED = re.compile(r"COUNCILX (?:has|have) (?:now |formally |today )?$")
"""The council has done it: what is still to be decided is something else."""
_OWN_TALE: Final = 0.8
"""What a letter's own tale of what the council did counts."""
_NEW = Wording(
    r"\b(?:plans?|proposals?|proposed|planned|idea|bid|possible|potential|would-be|prospective|talks|drafts?|drafting|never (?:been )?signed|before (?:anything|it) was signed|not yet signed|(?:was|were) to (?:have been|be) (?:signed|sealed)|new)\b"
)
_DATED = Wording(r"^[^.;]{0,40}\b(?:in|since) (?:\w+ )?(?:19|20)\d\d\b")
_STILL = Wording(
    r"\b(?:still|today|remains?|again|anew|new (?:link|twin|charter)|(?:is|are) (?:now )?twinned|(?:has|have) been twinned|to this day)\b"
)


def ended(told: Told) -> Verdict | None:
    """Tell of a link that is ended or suspended: only where somebody who may say so does, and nothing speaks against it."""
    for outcome in (Outcome.ENDED, Outcome.SUSPENDED):
        found = [f for f in told.firm(outcome, body=True) if not f.old]
        voted = [f for f in found if f.cue.mood is Mood.VOTED]
        if not found:
            continue
        if outcome is Outcome.ENDED and _still_new(told, found):
            return verdict_of(told, Outcome.SHELVED, found, 0.7)
        paused = told.firm(Outcome.SUSPENDED, body=True) if outcome is Outcome.ENDED else []
        if paused and not voted and len(found) <= len(paused):
            continue
        kept = [f for f in told.firm(Outcome.CONTINUED) if not f.past]
        return _against(told, outcome, found, kept) if kept else _asserted(told, outcome, found)
    return None


def _against(told: Told, outcome: Outcome, found: Sequence[Finding], kept: Sequence[Finding]) -> Verdict | None:
    """Weigh an end against what says that the link was kept."""
    if outcome is Outcome.SUSPENDED and all(END_WORDS.search(f.line.marked[f.cue.start : f.cue.end]) for f in kept):
        return _asserted(told, outcome, found)  # what was refused is the end: paused it was
    voted = [f for f in found if f.cue.mood is Mood.VOTED]
    kept_by_vote = [f for f in kept if f.cue.mood is Mood.VOTED]
    if not voted:
        open_ = not kept_by_vote and any(not f.past for f in found)
        return Verdict(value_of(Outcome.UNCLEAR, 0.5, *found, *kept)) if open_ else None
    if outcome is Outcome.SUSPENDED and len(kept_by_vote) == len(kept) and told.any(Outcome.ENDED):
        return verdict_of(told, outcome, voted, 0.75)  # it was not ended: paused it was
    if kept_by_vote:
        return Verdict(value_of(Outcome.UNCLEAR, 0.5, *voted, *kept))
    return _asserted(told, outcome, found)


def _asserted(told: Told, outcome: Outcome, found: Sequence[Finding]) -> Verdict | None:
    """Tell of an end that nothing speaks against, unless it is still to be decided."""
    voted = [f for f in found if f.cue.mood is Mood.VOTED]
    if told.voted(Outcome.UNDER_REVIEW) and not voted:
        return None
    spoken = [f for f in found if f.voice is Voice.COUNCIL]
    acted = [f for f in found if f.voice is Voice.NEWS and _ACTED.search(f.line.marked[: f.cue.start])]
    if _is_open(told) and not voted and not acted and not (len(found) > 1 and spoken):
        called = told.any(outcome, Mood.CALLED, Mood.OPEN)
        return None if called else Verdict(value_of(Outcome.UNCLEAR, 0.5, *found))
    told_as_done = [
        f
        for f in found
        if (f.voice in {Voice.COUNCIL, Voice.NEWS} or f.weight >= _OWN_TALE) and f.cue.mood is not Mood.COMING
    ]
    sure = voted or told_as_done or spoken
    now = any(not f.past for f in found)
    if not (sure or len(found) > 1 or now) or (not now and told.firm(Outcome.RENEWED, past=False, body=True)):
        return None
    return verdict_of(told, outcome, sure or found, 0.85 if voted else 0.75)


def _is_open(told: Told) -> bool:
    """Tell whether a sentence says that something is still to be decided, and not only that a meeting was put off."""
    near = {
        line.sentence.p for line in told.talk if line.partners or STRONG.search(line.marked) or WEAK.search(line.marked)
    }
    return any(
        not of_something_else(line.marked[: match.start()])
        for line in told.talk
        if line.sentence.p in near
        for match in _UNDECIDED.finditer(line.marked)
    )


_UNSIGNED = Wording(
    r"before (?:anything|it|a)\b[^.;]{0,20}signed|never (?:been )?signed|no agreement with|(?:was|were|had been|due) (?:to have been|to be) (?:signed|sealed|inked)|withdr\w+ (?:its|the) (?:offer|invitation)|proposal (?:had been|was|has been) (?:withdrawn|dropped)|(?:plans?|proposals?|idea|bid) (?:\w+ ){0,6}(?:to|for|of) (?:\w+ ){0,5}(?:twin|sister|friendship|link|partner)"
)


def _still_new(told: Told, found: Sequence[Finding]) -> bool:
    """Tell whether what was dropped is a plan: nothing had been signed."""
    near = [f for f in found if _NEW.search(f.line.marked[max(0, f.cue.start - 60) : f.cue.end + 60])]
    return bool(near and _UNSIGNED.search(told.text)) and not told.firm(Outcome.ESTABLISHED, past=True)


def long_gone(told: Told) -> Verdict | None:
    """Tell of an end that is history: the newspaper dates it itself, and says of no link after it."""
    ends = [
        f
        for f in told.firm(Outcome.ENDED, body=True)
        if f.old
        and f.weight >= 1
        and f.cue.mood in {Mood.DONE, Mood.VOTED}
        and _DATED.search(f.line.marked[f.cue.end :][:60])
    ]
    if not ends or _STILL.search(told.text):
        return None
    later = [
        f
        for f in told.found
        if f.cue.outcome not in {Outcome.ENDED, Outcome.ESTABLISHED}
        and f.firm
        and f.line.sentence.number > ends[-1].line.sentence.number
    ]
    return None if later else verdict_of(told, Outcome.ENDED, ends, 0.5)
