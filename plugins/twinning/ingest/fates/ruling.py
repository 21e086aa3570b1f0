"""What rules make of all that is bound to one pair.

Where two decisions stand against each other, or an end is only in somebody's mouth, the outcome is `unclear`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...vocabulary import Outcome, Qualifier
from ..people.voices import Voice
from ..proposal import Value
from ..quoting import passage
from ..scene import Line
from ..wordings.patterns import Headed, Wording
from .cues import Mood, cues
from .doubts import GRAVE, sobered, undone
from .endings import ended, long_gone
from .findings import FIRM, Finding
from .verdict import Told, Verdict, value_of, verdict_of

_CONFUSED = Headed(
    r"\b(?:may or may not|may be \w+ or (?:\w+ )?may not|are we still twinned|cannot tell (?:you )?(?:which|whether)|cannot say whether|could not say whether|opposite answers|contradict\w*|conflicting|not clear whether|unclear whether|confusion|nobody (?:can|could|seems to) (?:say|know)|disputed whether|status (?:is|was) (?:unclear|unknown)|could not agree (?:on )?which|not in a position to (?:say|state|tell) whether|(?:has|had|was|is) (?:\w+ )?(?:ended|over|suspended|dead|alive) or not|whether (?:it|the (?:link|twinning|agreement|partnership)) (?:still )?(?:exists|stands|is still)|depends (?:whom|who) you ask|(?:cannot|can[’']t|could not|couldn[’']t) (?:\w+ ){0,3}be (?:determined|established)|none the wiser|(?:won[’']t|will not|would not|refus\w+ to|declin\w+ to|did not|does not) say (?:if|whether)\b[^.;]{0,40}\b(?:still|linked|twinned|partnered|ended|over|exists?)|had nothing to add|neither confirm\w* nor den\w+|in doubt)\b"
)
_IN_BEING = Wording(
    r"\b(?:has|have|had) (?:\w+ )?(?:links|ties|a (?:\w+ ){0,4}(?:partnership|agreement|link|twinning|relationship|friendship))|\b(?:is|are|been|remains?|still) (?:\w+ )?(?:twinned|linked|partnered|joined|sister)|thriving|flourish\w*|going strong|alive and well|healthy|fine fettle|delegation|visit\w*|exchange|welcom\w+|guests|anniversary|celebrat\w+|under the (?:friendship|twinning|partnership)|friendship agreement"
)


def ruled(found: Sequence[Finding], talk: Sequence[Line]) -> Verdict:
    """Weigh all that is said of one pair."""
    told = Told([sobered(finding) for finding in found], talk)
    for rule in (_confused, _back, ended, _decided, _review, called, _wished):
        verdict = rule(told)
        if verdict is not None:
            return _restrained(told, verdict)
    if (gone := long_gone(told)) is not None:
        return gone
    doubted = [f for f in told.found if f not in found and not f.past]
    if doubted:
        return Verdict(value_of(Outcome.UNCLEAR, 0.5, *doubted))
    if any(_IN_BEING.search(line.marked) for line in talk) or told.any(Outcome.ESTABLISHED, past=True):
        evidence = next((line for line in talk if _IN_BEING.search(line.marked)), talk[0] if talk else None)
        words = (passage(evidence.sentence, evidence.marked, 0, 0),) if evidence else ()
        return Verdict(Value(Outcome.ACTIVE, 0.6, words))
    return Verdict(Value(Outcome.ACTIVE if talk else Outcome.UNCLEAR, 0.4, ()))


def _restrained(told: Told, verdict: Verdict) -> Verdict:
    """Leave open an end that a later sentence takes back."""
    if verdict.outcome.value not in GRAVE:
        return verdict
    tellers = [f for o in GRAVE for f in told.firm(o, body=True)]
    line = undone(told.talk, tellers)
    if line is None:
        return verdict
    return Verdict(Value(Outcome.UNCLEAR, 0.5, (*verdict.outcome.evidence, passage(line.sentence, line.marked, 0, 40))))


_STANDS = Wording(r"\b(?:vote|decision|resolution|motion)\b[^.;]{0,40}\b(?:stood|stands?|is final|was final)\b")
"""Who has nothing to add to a decision confirms it."""


def _confused(told: Told) -> Verdict | None:
    line = told.says(_CONFUSED)
    doubt = _CONFUSED.search(line.marked) if line and not line.sentence.quoted else None
    if line is None or doubt is None or _STANDS.search(line.marked):
        return None
    return Verdict(Value(Outcome.UNCLEAR, 0.7, (passage(line.sentence, line.marked, *doubt.span()),)))


def _back(told: Told) -> Verdict | None:
    """Tell of a link that was restored."""
    found = [
        f
        for f in told.firm(Outcome.REINSTATED)
        if not f.old
        and (not f.line.is_heading or told.any(Outcome.ENDED, past=True))
        and not (f.cue.mood is Mood.COMING and told.firm(Outcome.SUSPENDED, past=False))  # when the pause is over
    ]
    if found and not [
        f for f in told.voted(Outcome.ENDED) if not f.past and f.line.sentence.number > found[0].line.sentence.number
    ]:
        return verdict_of(told, Outcome.REINSTATED, found, 0.8)
    return None


def _beside_an_end(finding: Finding) -> bool:
    """Tell whether the same sentence ends another link: keep these, but end that."""
    return any(cue.outcome in {Outcome.ENDED, Outcome.SUSPENDED} for cue in cues(finding.line.marked))


_OTHER_LINKS = Wording(
    r"\b(?:other|remaining|rest of|older|existing)\b[^.;]{0,20}\b(?:links?|twin\w*|partner\w*|towns?|cities|agreements?|friendships?|arrangements?)\b[^.;]*PARTNERX"
)
"""Links that were no part of the question, and so are not kept but are as they were."""


def _decided(told: Told) -> Verdict | None:
    """Tell of every other decision, the rarer word before the commoner one."""
    shelved = told.firm(Outcome.SHELVED, body=True)
    if shelved and not [f for f in told.firm(Outcome.ESTABLISHED, past=True) if f.cue.mood is Mood.DONE]:
        return verdict_of(told, Outcome.SHELVED, shelved, 0.75)
    if found := told.firm(Outcome.RENEWED):
        return verdict_of(told, Outcome.RENEWED, found, 0.8)
    if found := [
        f
        for f in told.firm(Outcome.CONTINUED)
        if _OTHER_LINKS.search(f.line.marked) is None
        if f.cue.mood is Mood.VOTED
        or (not f.past and (told.any(Outcome.ENDED) or told.any(Outcome.SUSPENDED) or _beside_an_end(f)))
    ]:
        called = told.any(Outcome.ENDED, Mood.CALLED) and not any(f.cue.mood is Mood.VOTED for f in found)
        kept = verdict_of(told, Outcome.CONTINUED, found, 0.75)
        if not called or (kept.qualifier and kept.qualifier.value is Qualifier.VOTED):
            return kept
        return verdict_of(told, Outcome.CONTINUED, found, 0.75, Outcome.ENDING_CALLED_FOR)
    denied = [f for f in told.any(Outcome.ENDED, Mood.DENIED) if f.voice in {Voice.COUNCIL, Voice.NEWS}]
    if denied and told.any(Outcome.ENDED, Mood.CALLED) and not told.firm(Outcome.UNDER_REVIEW, body=True):
        return verdict_of(told, Outcome.CONTINUED, denied, 0.65, Outcome.ENDING_CALLED_FOR)
    if found := list(told.firm(Outcome.LAPSED, body=True)):
        return verdict_of(told, Outcome.LAPSED, found, 0.75)
    return _begun(told)


_UNSIGNED = Wording(
    r"\b(?:no date|not yet|yet to be|before|next (?:spring|year|month|summer|autumn)|later this|can now|will now|due to|to be) (?:\w+ ){0,4}sign|nothing (?:has been|was|is|had been) signed|(?:to be|be) signed (?:in|on|at|next|later)",
    "sign",
)
_SIGNING = Wording(r"sign|seal|inked|twinned|names? to")


def _begun(told: Told) -> Verdict | None:
    """Tell of a link that is signed, or agreed to be."""
    signed = [f for f in told.firm(Outcome.ESTABLISHED) if not f.past and f.cue.mood is Mood.DONE]
    agreed = [
        f
        for f in (*told.voted(Outcome.ESTABLISHED), *told.firm(Outcome.APPROVED))
        if not f.past or f.cue.mood is Mood.VOTED
    ]
    coming = [f for f in told.firm(Outcome.ESTABLISHED) if f.cue.mood is Mood.COMING]
    calls = told.any(Outcome.ENDED, Mood.CALLED, Mood.OPEN) or told.any(Outcome.SUSPENDED, Mood.CALLED)
    if calls:
        return None
    unsigned = _UNSIGNED.search(told.text)
    body = [f for f in signed if not f.line.is_heading]
    if agreed and (unsigned or not body):
        return verdict_of(told, Outcome.APPROVED, agreed, 0.75)
    if body or (signed and not told.any(Outcome.PROPOSED)):
        proposed = [f for f in told.any(Outcome.PROPOSED) if not f.past]
        if (
            proposed
            and len(proposed) > len(body)
            and not any(_SIGNING.search(f.line.marked[f.cue.start : f.cue.end]) for f in body)
        ):
            return None
        return verdict_of(told, Outcome.ESTABLISHED, body or signed, 0.75)
    if coming and not told.firm(Outcome.ESTABLISHED, past=True):
        return verdict_of(told, Outcome.APPROVED, coming, 0.55)
    return None


_ALWAYS = Wording(
    r"\b(?:continu\w+|constantly|always|regularly|keep\w*|kept|routine\w*|annual\w*|ongoing|as we (?:always )?do|every year|periodically)\b"
)


def _review(told: Told) -> Verdict | None:
    """Tell of a review that has a name and a beginning; to review always is none."""
    found = [
        f
        for f in told.firm(Outcome.UNDER_REVIEW)
        if not _ALWAYS.search(f.line.marked[max(0, f.cue.start - 45) : f.cue.end + 25])
    ]
    if not found:
        return None
    return verdict_of(told, Outcome.UNDER_REVIEW, found, 0.75)


_IS_TWINNED = Wording(r"\b(?:already|been|is|are) twinned\b|\bsince (?:19|20)\d\d")


def called(told: Told) -> Verdict | None:
    """Tell of a call for an end, which leaves the link as it was."""
    found = [f for o in (Outcome.ENDED, Outcome.SUSPENDED) for f in told.any(o, Mood.CALLED)]
    opponents = [
        f
        for o in (Outcome.ENDED,)
        for f in told.any(o, Mood.COMING, Mood.DONE, Mood.OPEN)
        if f.voice in {Voice.OTHER, Voice.PARTY} and not f.past
    ]
    if not found and not opponents:
        return None
    if told.any(Outcome.PROPOSED, Mood.DONE) and told.any(Outcome.ENDED) == [] and told.any(Outcome.SUSPENDED) == []:
        return None
    kept = [f for f in told.any(Outcome.CONTINUED) if f.cue.mood in FIRM and not f.past and f.voice is not Voice.OTHER]
    event = Value(Outcome.ENDING_CALLED_FOR, 0.7, tuple(dict.fromkeys(f.passage for f in (found or opponents)[:2])))
    if kept:
        return Verdict(value_of(Outcome.CONTINUED, 0.7, *kept), event)
    return Verdict(Value(Outcome.ACTIVE, 0.6, event.evidence), event)


def _wished(told: Told) -> Verdict | None:
    """Tell of a link that somebody would like to have."""
    found = [
        f
        for f in told.any(Outcome.PROPOSED)
        if not f.past and f.cue.mood in {Mood.DONE, Mood.VOTED, Mood.COMING, Mood.OPEN, Mood.CALLED}
    ]
    found += [f for f in told.any(Outcome.ESTABLISHED, Mood.CALLED, Mood.OPEN) if not f.past]
    if not found or told.any(Outcome.ESTABLISHED, Mood.DONE, past=True) or _IS_TWINNED.search(told.text):
        return None
    return verdict_of(told, Outcome.PROPOSED, found, 0.6)
