"""What a text hints at of a pair, where its plain words leave the link as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...vocabulary import Outcome
from ..pairs.pairing import Pair
from ..patterns import Wording
from ..scene import Line
from .cues import Mood
from .doubts import GRAVE, undone
from .findings import Finding
from .inklings import inklings, is_sure
from .verdict import Told, Verdict, value_of, verdict_of

_RARER = (
    Outcome.REINSTATED, Outcome.SHELVED, Outcome.ENDED, Outcome.SUSPENDED, Outcome.LAPSED, Outcome.RENEWED, Outcome.CONTINUED,
    Outcome.UNDER_REVIEW, Outcome.APPROVED, Outcome.ESTABLISHED, Outcome.PROPOSED,
)  # fmt: skip
"""Of what a text hints at, the rarer word before the commoner one."""


def hinted(pair: Pair, verdict: Verdict, found: Sequence[Finding], talk: Sequence[Line], *, alone: bool) -> Verdict:
    """Look for what the text says without naming the link, where its plain words leave the link as it was."""
    settled = verdict.outcome.value
    if settled not in {Outcome.ACTIVE, Outcome.PROPOSED, Outcome.ESTABLISHED, Outcome.CONTINUED} and not (
        settled in GRAVE and _is_old(found)
    ):
        return verdict
    told = Told(list(inklings(talk, alone=alone, partner=pair.partner.id)), talk)
    sure = {o: [f for f in told.found if f.cue.outcome is o and is_sure(f) and not f.past] for o in _RARER}
    begun = bool(
        re.search(
            r"(?i)\btwinned\b|\bsince (?:(?:19|20)\d\d|the \w+ties)|\banniversary\b|\byears of\b|\bfor (?:more than |over |nearly |some )?\w+ (?:years|decades)\b",
            told.text,
        )
    )
    if settled is Outcome.CONTINUED and (
        not alone or verdict.qualifier or any(f.cue.outcome is settled for f in found)
    ):
        return verdict  # it says so, and not only that no end was made
    called = verdict.event is not None and verdict.event.value is Outcome.ENDING_CALLED_FOR
    for outcome in _RARER:
        hints = sure[outcome]
        if outcome not in _OVER.get(settled, _RARER) or (called and outcome in _BEGINS):
            continue
        if outcome in {Outcome.LAPSED, Outcome.ENDED}:
            hints = hints or [f for f in told.found if f.cue.outcome is outcome and is_sure(f)]
        if not hints or (outcome in {Outcome.PROPOSED, Outcome.APPROVED, Outcome.ESTABLISHED} and begun):
            continue
        if outcome in GRAVE:
            if all(f.line.is_heading for f in hints) or sure[Outcome.CONTINUED] or sure[Outcome.RENEWED]:
                continue
            if undone(talk, hints):
                return Verdict(value_of(Outcome.UNCLEAR, 0.4, *hints))
        if outcome is Outcome.CONTINUED and not _questioned(verdict, found, told):
            continue
        event = verdict.event if outcome is Outcome.CONTINUED and verdict.event else None
        reached = verdict_of(told, outcome, hints, 0.5)
        return Verdict(reached.outcome, event or reached.event, reached.qualifier)
    return verdict


_BEGINS = frozenset({Outcome.APPROVED, Outcome.ESTABLISHED})
"""What nobody calls for an end of has begun already."""
_OVER = {
    Outcome.PROPOSED: (Outcome.SHELVED, Outcome.APPROVED, Outcome.ESTABLISHED),
    Outcome.ESTABLISHED: (Outcome.SHELVED, Outcome.RENEWED),
    Outcome.ENDED: (Outcome.REINSTATED,),
    Outcome.SUSPENDED: (Outcome.REINSTATED,),
    Outcome.LAPSED: (Outcome.REINSTATED,),
    Outcome.SHELVED: (),
    Outcome.CONTINUED: (Outcome.UNDER_REVIEW,),
}
"""What a hint may still change of what plain words say."""


def _is_old(found: Sequence[Finding]) -> bool:
    """Tell whether all that is told of an end is told as history."""
    grave = [f for f in found if f.cue.outcome in GRAVE and f.firm and not f.line.is_heading]
    return bool(grave) and all(f.past or f.cue.mood is not Mood.VOTED for f in grave)


_ASKED = Wording(
    r"\b(?:motion|vote|voted|call(?:s|ed)? (?:for|to)|critici\w+|grumbl\w+|petition\w*|recommend\w*|savings?|cuts?|challenge|bid|propos\w+|demand\w*|asked|cabinet|axe|ditch|debate|rumou?r\w*|question|review|keep|decid\w+|ending|stop(?:ped)?|suspend\w*)\b"
)


def _questioned(verdict: Verdict, found: Sequence[Finding], told: Told) -> bool:
    """Tell whether the link was in question at all: what nobody questions is not kept."""
    return (
        bool(verdict.event)
        or any(f.cue.outcome in {Outcome.ENDED, Outcome.SUSPENDED} for f in found)
        or bool(_ASKED.search(told.text))
    )
