"""What an article tells of each partnership: its state after the article, and what happened.

Every sentence's cues are bound to the pairs that it speaks of and weighed by whose words they are. Where two decisions
stand against each other, or an end is only in somebody's mouth, the outcome is `unclear`: an end wrongly asserted does
harm, an end left open does none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...vocabulary import Outcome, ParagraphKind, Qualifier
from ..pairs.pairing import Pair
from ..patterns import Headed, Wording
from ..people.voices import Voice
from ..proposal import Passage, Value
from ..quoting import passage
from ..scene import ITEM, Line, Scene
from . import odds
from .cues import Mood, cues
from .doubts import GRAVE, sobered, undone
from .endings import ended, long_gone
from .findings import FIRM, Finding, findings, subjects
from .history import long_ago
from .motions import put
from .phrases import STRONG, WEAK
from .verdict import Told, Verdict, value_of, verdict_of

_BARE = Wording(r"\W*(?:it|they|them|this|that)\b(?!.*\b(?:link|twin|partner|friend|charter|tie|pact|agreement))")
_CONFUSED = Headed(
    r"\b(?:may or may not|may be \w+ or (?:\w+ )?may not|are we still twinned|cannot tell (?:you )?(?:which|whether)|cannot say whether|could not say whether|opposite answers|contradict\w*|conflicting|not clear whether|unclear whether|confusion|nobody (?:can|could|seems to) (?:say|know)|disputed whether|status (?:is|was) (?:unclear|unknown)|could not agree (?:on )?which|not in a position to (?:say|state|tell) whether|(?:has|had|was|is) (?:\w+ )?(?:ended|over|suspended|dead|alive) or not|whether (?:it|the (?:link|twinning|agreement|partnership)) (?:still )?(?:exists|stands|is still)|depends (?:whom|who) you ask|(?:cannot|can[’']t|could not|couldn[’']t) (?:\w+ ){0,3}be (?:determined|established)|none the wiser|(?:won[’']t|will not|would not|refus\w+ to|declin\w+ to|did not|does not) say (?:if|whether)\b[^.;]{0,40}\b(?:still|linked|twinned|partnered|ended|over|exists?)|had nothing to add|neither confirm\w* nor den\w+|in doubt)\b"
)
_IN_BEING = Wording(
    r"\b(?:has|have|had) (?:\w+ )?(?:links|ties|a (?:\w+ ){0,4}(?:partnership|agreement|link|twinning|relationship|friendship))|\b(?:is|are|been|remains?|still) (?:\w+ )?(?:twinned|linked|partnered|joined|sister)|thriving|flourish\w*|going strong|alive and well|healthy|fine fettle|delegation|visit\w*|exchange|welcom\w+|guests|anniversary|celebrat\w+|under the (?:friendship|twinning|partnership)|friendship agreement"
)


_TOLD_OF_OLD = GRAVE | {Outcome.REINSTATED, Outcome.ESTABLISHED}
FAR = 8
"""How many sentences after a link was named nothing more is taken to be said of it, unless it is named again."""


def verdicts(told: Scene, found: Sequence[Pair]) -> list[Verdict]:
    """Give what becomes of each pair, in the pairs' order."""
    alone = len(found) == 1
    return [_weighed(pair, *said, alone=alone) for pair, said in zip(found, bound(told, found), strict=True)]


def bound(told: Scene, found: Sequence[Pair]) -> list[tuple[list[Finding], list[Line]]]:
    """Give what is found of each pair, and all the sentences that speak of it, in the pairs' order."""
    said: dict[tuple[str, str], list[Finding]] = {pair.key: [] for pair in found}
    talk: dict[tuple[str, str], list[Line]] = {pair.key: [] for pair in found}
    first: list[Pair] = sorted(found, key=lambda pair: (pair.council != told.main, -len(pair.told)))[:1]
    focus, heard = first, 0 if len(found) == 1 else -9
    openings = _openings(told)
    years = long_ago(told)
    items = {line.sentence.p for line in told.lines if ITEM.match(line.marked)} if told.listing else set()
    for number, line in enumerate(told.lines):
        if number in openings:
            focus, heard = (first if STRONG.search(line.marked) else []), -9
        about, focus = subjects(number, line, found, focus)
        if not about:
            continue
        for pair in about:
            talk[pair.key].append(line)
        if line.sentence.kind is ParagraphKind.CAPTION:
            continue
        heard = number if line.partners or STRONG.search(line.marked) else heard
        if number - heard > FAR and not WEAK.search(line.marked):
            continue
        for pair, finding in findings(
            line, about, carried=put(told, number), item=line.sentence.p in items, main=told.main
        ):
            if number - heard > 4 and _BARE.match(line.marked[finding.cue.start : finding.cue.end]):
                continue  # "it is over", far from any link
            old = years[number] and finding.cue.outcome in _TOLD_OF_OLD
            said[pair.key].append(replace(finding, past=True, old=True) if old else finding)
    return [(said[pair.key], talk[pair.key]) for pair in found]


_PLAIN = frozenset({Outcome.RENEWED, Outcome.SUSPENDED, Outcome.SHELVED, Outcome.LAPSED, Outcome.REINSTATED})
_COUNTS_PLAIN, _COUNTS, _COUNTS_LITTLE, IN_FEW_WORDS = 1.5, 0.5, 0.1, 4.0
"""How much log-odds the rules' own verdict has beside the words, by how often it was right of texts not seen before: much
where it is one that the rules are seldom wrong of (55 of 60), or that a heading or a vote says (52 of 58); little where
they doubt, only see that nothing more is said, or take a link for proposed (2 of 7); and more in a few words."""
_ANSWERED = 4.0
"""The same where somebody calls for an end and who decides says that the link will go on."""
SURE_OF_AN_END, ALIVE = 0.5, 0.3
"""What share an end needs to be asserted, and what part of its share those that keep a link may have together at most.

Of 421 outcomes in texts by hands that had taught nothing, 3 were ends that are none and 6 were left open; by the share
alone, 6 and 2."""
_KEPT = (Outcome.REINSTATED, Outcome.CONTINUED, Outcome.RENEWED)


def _weighed(pair: Pair, found: Sequence[Finding], talk: Sequence[Line], *, alone: bool) -> Verdict:
    """Weigh what the rules decide against all the words that are said of a pair."""
    ruled, told = _decide(found, talk), Told(found, talk)
    scores = odds.table().scores(odds.seen(pair, talk, found, alone=alone))
    settled = ruled.outcome.value
    shares = odds.likely(scores, settled, _counts(ruled, told) + IN_FEW_WORDS * (1 - scores.fullness))
    likely = max(shares, key=lambda outcome: shares[outcome])
    sure = round(min(shares[likely], 0.95), 2)
    kept = sum(shares[outcome] for outcome in _KEPT)
    if likely in GRAVE and (shares[likely] < SURE_OF_AN_END or kept > ALIVE * shares[likely]):
        likely, sure = Outcome.UNCLEAR, round(1 - sure, 2)
    if likely is settled:
        shown = ruled.outcome.evidence or _shown(pair, talk, likely)
        return replace(ruled, outcome=Value(likely, sure, shown))
    return _reached(pair, told, likely, sure)


def _counts(ruled: Verdict, told: Told) -> float:
    """Tell how much the rules' verdict counts beside the words of an article of some length."""
    settled = ruled.outcome.value
    if settled is Outcome.CONTINUED and _is_answered(told):
        return _ANSWERED
    if settled in {Outcome.UNCLEAR, Outcome.PROPOSED} or not ruled.outcome.evidence:
        return _COUNTS_LITTLE
    plain = [f for f in told.firm(settled, past=False) if f.line.is_heading or f.cue.mood is Mood.VOTED]
    return _COUNTS_PLAIN if settled in _PLAIN or plain else _COUNTS


def _is_answered(told: Told) -> bool:
    """Tell whether a call for an end is answered by the council, that the link will go on."""
    kept = [f for f in told.firm(Outcome.CONTINUED, past=False, body=True) if f.cue.mood is Mood.COMING]
    return bool(told.any(Outcome.ENDED, Mood.CALLED)) and any(f.line.voice is Voice.COUNCIL for f in kept)


def _reached(pair: Pair, told: Told, likely: Outcome, sure: float) -> Verdict:
    """Give a verdict that the words lead to and the rules do not, with the words that show it."""
    if likely is Outcome.UNCLEAR:
        return Verdict(Value(likely, sure, _shown(pair, told.talk, likely)))
    if likely is Outcome.ACTIVE:
        called = _called(told)
        return Verdict(Value(likely, sure, _shown(pair, told.talk, likely)), called.event if called else None)
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


_NUMBERED = re.compile(
    r"(?:(?:Agenda )?[Ii]tem \d+\W|[A-Z]{1,4}/?\d{1,4}[\d/]*\W|\d{1,4}/\d[\d/]*\W|\d{1,3}[.)]) *(?:[A-Z]|$)"
)
"""An item of minutes."""


def _openings(told: Scene) -> frozenset[int]:
    """Give the sentences that open an item of minutes or of a roundup: what was spoken of before is done with."""
    numbered = [n for n, line in enumerate(told.lines) if line.sentence.first and _NUMBERED.match(line.sentence.text)]
    found = set(numbered) if len(numbered) >= 2 else set()
    headed = [n for n, line in enumerate(told.lines) if line.sentence.kind is ParagraphKind.SUBHEADING]
    return frozenset(found.union(headed) if len(headed) >= 3 and told.many else found)


def _decide(found: Sequence[Finding], talk: Sequence[Line]) -> Verdict:
    """Weigh all that is said of one pair."""
    told = Told([sobered(finding) for finding in found], talk)
    for rule in (_confused, _back, ended, _decided, _review, _called, _wished):
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
    denied = [f for f in told.any(Outcome.ENDED, Mood.DENIED) if f.line.voice in {Voice.COUNCIL, Voice.NEWS}]
    if denied and told.any(Outcome.ENDED, Mood.CALLED) and not told.firm(Outcome.UNDER_REVIEW, body=True):
        return verdict_of(told, Outcome.CONTINUED, denied, 0.65, Outcome.ENDING_CALLED_FOR)
    if found := list(told.firm(Outcome.LAPSED, body=True)):
        return verdict_of(told, Outcome.LAPSED, found, 0.75)
    return _begun(told)


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
    unsigned = re.search(
        r"(?i)\b(?:no date|not yet|yet to be|before|next (?:spring|year|month|summer|autumn)|later this|can now|will now|due to|to be) (?:\w+ ){0,4}sign|nothing (?:has been|was|is|had been) signed|(?:to be|be) signed (?:in|on|at|next|later)",
        told.text,
    )
    body = [f for f in signed if not f.line.is_heading]
    if agreed and (unsigned or not body):
        return verdict_of(told, Outcome.APPROVED, agreed, 0.75)
    if body or (signed and not told.any(Outcome.PROPOSED)):
        proposed = [f for f in told.any(Outcome.PROPOSED) if not f.past]
        if (
            proposed
            and len(proposed) > len(body)
            and not any(
                re.search(r"(?i)sign|seal|inked|twinned|names? to", f.line.marked[f.cue.start : f.cue.end])
                for f in body
            )
        ):
            return None
        return verdict_of(told, Outcome.ESTABLISHED, body or signed, 0.75)
    if coming and not told.firm(Outcome.ESTABLISHED, past=True):
        return verdict_of(told, Outcome.APPROVED, coming, 0.55)
    return None


def _review(told: Told) -> Verdict | None:
    """Tell of a review that has a name and a beginning; to review always is none."""
    found = [
        f for f in told.firm(Outcome.UNDER_REVIEW)
        if not re.search(r"(?i)\b(?:continu\w+|constantly|always|regularly|keep\w*|kept|routine\w*|annual\w*|ongoing|as we (?:always )?do|every year|periodically)\b", f.line.marked[max(0, f.cue.start - 45) : f.cue.end + 25])
    ]  # fmt: skip
    if not found:
        return None
    return verdict_of(told, Outcome.UNDER_REVIEW, found, 0.75)


def _called(told: Told) -> Verdict | None:
    """Tell of a call for an end, which leaves the link as it was."""
    found = [f for o in (Outcome.ENDED, Outcome.SUSPENDED) for f in told.any(o, Mood.CALLED)]
    opponents = [
        f
        for o in (Outcome.ENDED,)
        for f in told.any(o, Mood.COMING, Mood.DONE, Mood.OPEN)
        if f.line.voice in {Voice.OTHER, Voice.PARTY} and not f.past
    ]
    if not found and not opponents:
        return None
    if told.any(Outcome.PROPOSED, Mood.DONE) and told.any(Outcome.ENDED) == [] and told.any(Outcome.SUSPENDED) == []:
        return None
    kept = [
        f for f in told.any(Outcome.CONTINUED) if f.cue.mood in FIRM and not f.past and f.line.voice is not Voice.OTHER
    ]
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
    if (
        not found
        or told.any(Outcome.ESTABLISHED, Mood.DONE, past=True)
        or re.search(r"(?i)\b(?:already|been|is|are) twinned\b|\bsince (?:19|20)\d\d", told.text)
    ):
        return None
    return verdict_of(told, Outcome.PROPOSED, found, 0.6)
