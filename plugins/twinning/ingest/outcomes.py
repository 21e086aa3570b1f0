"""What an article tells of each partnership: its state after the article, and what happened.

Every sentence's cues are bound to the pairs that it speaks of and weighed by whose words they are. Where two decisions
stand against each other, or an end is only in somebody's mouth, the outcome is `unclear`: an end wrongly asserted does
harm, an end left open does none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..vocabulary import Outcome, ParagraphKind, Qualifier
from .cues import Mood, cues
from .doubts import GRAVE, sobered, undone
from .findings import FIRM, VOTE, Finding, findings, put, subjects
from .inklings import inklings, is_sure
from .pairs import Pair
from .phrases import STRONG, WEAK
from .proposal import Value
from .quoting import passage
from .scene import ITEM, Line, Scene
from .voices import Voice

_BARE = re.compile(
    r"(?i)\W*(?:it|they|them|this|that)\b(?!.*\b(?:link|twin|partner|friend|charter|tie|pact|agreement))"
)
_UNDECIDED = re.compile(
    r"(?i)\b(?:no (?:final |formal |firm )?decisions? (?:has|have|had|was|were)|(?:yet|still|remains?) to (?:be )?(?:decide|vote|voted|agree|make|taken)|(?:will|to|is due to|are due to|due to|expected to|set to) (?:\w+ )?(?:decide|vote on|debate|discuss|consider|be (?:debated|discussed|considered|voted|put to|decided|asked|taken))|decision (?:(?:is|was|will be) (?:due|expected)|will be (?:made|taken))|deferred|adjourned|put off|ran out of time|recommend(?:ed|s|ation)|awaiting|three options|options? )\b"
)
_CONFUSED = re.compile(
    r"(?i)\b(?:may or may not|cannot say whether|could not say whether|opposite answers|contradict\w*|conflicting|not clear whether|unclear whether|confusion|nobody (?:can|could|seems to) (?:say|know)|disputed whether|status (?:is|was) (?:unclear|unknown)|could not agree (?:on )?which|not in a position to (?:say|state|tell) whether|(?:has|had|was|is) (?:\w+ )?(?:ended|over|suspended|dead|alive) or not|whether (?:it|the (?:link|twinning|agreement|partnership)) (?:still )?(?:exists|stands|is still)|depends (?:whom|who) you ask|had nothing to add|neither confirm\w* nor den\w+|in doubt)\b"
)
_TOLD = re.compile(
    r"(?i)\b(?:written|wrote|letter (?:was |has been )?(?:sent|to)|informed|notified|told)\b[^.;]{0,50}(?:PARTNERX|mayor of|counterparts?|its (?:counterpart|twin)|the (?:\w+ )?(?:city|town|province|region)(?:[’']s)?(?: mayor| leaders| authorities)?\b)"
)
_IN_BEING = re.compile(
    r"(?i)\b(?:has|have|had) (?:\w+ )?(?:links|ties|a (?:\w+ ){0,4}(?:partnership|agreement|link|twinning|relationship|friendship))|\b(?:is|are|been|remains?|still) (?:\w+ )?(?:twinned|linked|partnered|joined|sister)|thriving|flourish\w*|going strong|alive and well|healthy|fine fettle|delegation|visit\w*|exchange|welcom\w+|guests|anniversary|celebrat\w+|under the (?:friendship|twinning|partnership)|friendship agreement"
)
_NEW = re.compile(
    r"(?i)\b(?:plans?|proposals?|proposed|planned|idea|bid|possible|potential|would-be|prospective|talks|drafts?|drafting|never (?:been )?signed|before (?:anything|it) was signed|not yet signed|(?:was|were) to (?:have been|be) (?:signed|sealed)|new)\b"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a pair with what reports it."""

    outcome: Value[Outcome]
    event: Value[Outcome] | None = None
    qualifier: Value[Qualifier] | None = None


FAR = 8
"""How many sentences after a link was named nothing more is taken to be said of it, unless it is named again."""


def verdicts(told: Scene, found: Sequence[Pair]) -> list[Verdict]:
    """Give what becomes of each pair, in the pairs' order."""
    bound: dict[tuple[str, str], list[Finding]] = {pair.key: [] for pair in found}
    talk: dict[tuple[str, str], list[Line]] = {pair.key: [] for pair in found}
    focus: list[Pair] = sorted(found, key=lambda pair: (pair.council != told.main, -len(pair.told)))[:1]
    heard = -9
    years = _long_ago(told)
    items = {line.sentence.p for line in told.lines if ITEM.match(line.marked)} if told.listing else set()
    for number, line in enumerate(told.lines):
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
        for pair, finding in findings(line, about, carried=put(told, number), item=line.sentence.p in items):
            if (
                years[number]
                and not finding.past
                and finding.cue.outcome in GRAVE | {Outcome.REINSTATED, Outcome.ESTABLISHED}
            ):
                finding = replace(finding, past=True)
            if number - heard > 4 and _BARE.match(line.marked[finding.cue.start : finding.cue.end]):
                continue  # "it is over", far from any link
            bound[pair.key].append(finding)
    return [
        _hinted(pair, _decide(bound[pair.key], talk[pair.key]), bound[pair.key], talk[pair.key], alone=len(found) == 1)
        for pair in found
    ]


_RARER = (
    Outcome.REINSTATED, Outcome.SHELVED, Outcome.ENDED, Outcome.SUSPENDED, Outcome.LAPSED, Outcome.RENEWED, Outcome.CONTINUED,
    Outcome.UNDER_REVIEW, Outcome.APPROVED, Outcome.ESTABLISHED, Outcome.PROPOSED,
)  # fmt: skip
"""Of what a text hints at, the rarer word before the commoner one."""


def _hinted(pair: Pair, verdict: Verdict, found: Sequence[Finding], talk: Sequence[Line], *, alone: bool) -> Verdict:
    """Look for what the text says without naming the link, where its plain words leave the link as it was."""
    settled = verdict.outcome.value
    if settled not in {Outcome.ACTIVE, Outcome.PROPOSED, Outcome.ESTABLISHED} and not (
        settled in GRAVE and _is_old(found)
    ):
        return verdict
    told = _Told([f for f in inklings(talk, alone=alone, partner=pair.partner.id)], talk)
    sure = {o: [f for f in told.found if f.cue.outcome is o and is_sure(f) and not f.past] for o in _RARER}
    begun = bool(re.search(r"(?i)\btwinned\b|\bsince (?:19|20)\d\d|\banniversary\b|\byears of\b", told.text))
    for outcome in _RARER:
        hints = sure[outcome]
        if outcome not in _OVER.get(settled, _RARER):
            continue
        if outcome in {Outcome.LAPSED, Outcome.ENDED}:
            hints = hints or [f for f in told.found if f.cue.outcome is outcome and is_sure(f)]
        if not hints or (outcome in {Outcome.PROPOSED, Outcome.APPROVED, Outcome.ESTABLISHED} and begun):
            continue
        if outcome in GRAVE:
            if all(f.line.is_heading for f in hints) or sure[Outcome.CONTINUED] or sure[Outcome.RENEWED]:
                continue
            if undone(talk, hints):
                return Verdict(_value(Outcome.UNCLEAR, 0.4, *hints))
        if outcome is Outcome.CONTINUED and not _questioned(verdict, found, told):
            continue
        event = verdict.event if outcome is Outcome.CONTINUED and verdict.event else None
        reached = _verdict(told, outcome, hints, 0.5)
        return Verdict(reached.outcome, event or reached.event, reached.qualifier)
    return verdict


_OVER = {
    Outcome.PROPOSED: (Outcome.SHELVED, Outcome.APPROVED, Outcome.ESTABLISHED),
    Outcome.ESTABLISHED: (Outcome.SHELVED, Outcome.RENEWED),
    Outcome.ENDED: (Outcome.REINSTATED,),
    Outcome.SUSPENDED: (Outcome.REINSTATED,),
    Outcome.LAPSED: (Outcome.REINSTATED,),
    Outcome.SHELVED: (),
}
"""What a hint may still change of what plain words say."""


def _is_old(found: Sequence[Finding]) -> bool:
    """Tell whether all that is told of an end is told as history."""
    grave = [f for f in found if f.cue.outcome in GRAVE and f.firm and not f.line.is_heading]
    return bool(grave) and all(f.past or f.cue.mood is not Mood.VOTED for f in grave)


_ASKED = re.compile(
    r"(?i)\b(?:motion|vote|voted|call(?:s|ed)? (?:for|to)|critici\w+|grumbl\w+|petition\w*|recommend\w*|savings?|cuts?|challenge|bid|propos\w+|demand\w*|asked|cabinet|axe|ditch|debate|rumou?r\w*|question|review|keep|decid\w+|ending|stop(?:ped)?|suspend\w*)\b"
)


def _questioned(verdict: Verdict, found: Sequence[Finding], told: _Told) -> bool:
    """Tell whether the link was in question at all: what nobody questions is not kept."""
    return (
        bool(verdict.event)
        or any(f.cue.outcome in {Outcome.ENDED, Outcome.SUSPENDED} for f in found)
        or bool(_ASKED.search(told.text))
    )


_ITS_YEAR = re.compile(r"\b(?:[Ii]t (?:is|was)|[Ii]n|[Bb]y|[Oo]f|[Ss]ince|[Ff]rom) (?:[A-Z]\w+ )?(1[89]\d\d|20\d\d)\b")
_TODAY = re.compile(
    r"(?i)\b(?:now(?:adays)?|today|tonight|yesterday|last (?:night|week|month|year)|this (?:week|month|year|morning)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at present|currently)\b"
)


def _long_ago(told: Scene) -> list[bool]:
    """Tell of each sentence whether it stands in a tale of the last century, which goes on until somebody says "now"."""
    found, old = [], False
    for line in told.lines:
        match = _ITS_YEAR.search(line.marked)
        if _TODAY.search(line.marked):
            old = False
        elif match and not line.sentence.quoted and re.match(r"[^,]{0,40}$", line.marked[: match.start()]):
            old = match[1] < "2000"
        found.append(old)
    return found


def _decide(found: Sequence[Finding], talk: Sequence[Line]) -> Verdict:
    """Weigh all that is said of one pair."""
    told = _Told([sobered(finding) for finding in found], talk)
    for rule in (_confused, _back, _ended, _decided, _review, _called, _wished):
        verdict = rule(told)
        if verdict is not None:
            return _restrained(told, verdict)
    doubted = [f for f in told.found if f not in found and not f.past]
    if doubted:
        return Verdict(_value(Outcome.UNCLEAR, 0.5, *doubted))
    if any(_IN_BEING.search(line.marked) for line in talk) or told.any(Outcome.ESTABLISHED, past=True):
        evidence = next((line for line in talk if _IN_BEING.search(line.marked)), talk[0] if talk else None)
        words = (passage(evidence.sentence, evidence.marked, 0, 0),) if evidence else ()
        return Verdict(Value(Outcome.ACTIVE, 0.6, words))
    return Verdict(Value(Outcome.ACTIVE if talk else Outcome.UNCLEAR, 0.4, ()))


def _restrained(told: _Told, verdict: Verdict) -> Verdict:
    """Leave open an end that a later sentence takes back."""
    if verdict.outcome.value not in GRAVE:
        return verdict
    tellers = [f for o in GRAVE for f in told.firm(o, body=True)]
    line = undone(told.talk, tellers)
    if line is None:
        return verdict
    return Verdict(Value(Outcome.UNCLEAR, 0.5, (*verdict.outcome.evidence, passage(line.sentence, line.marked, 0, 40))))


class _Told:
    """All findings of a pair, asked for by what they say."""

    def __init__(self, found: Sequence[Finding], talk: Sequence[Line]) -> None:
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


def _value(outcome: Outcome, confidence: float, *findings: Finding) -> Value[Outcome]:
    words = tuple(dict.fromkeys(f.passage for f in findings[:2]))
    return Value(outcome, round(confidence, 2), words)


def _verdict(
    told: _Told, outcome: Outcome, findings: Sequence[Finding], confidence: float, event: Outcome | None = None
) -> Verdict:
    best = sorted(findings, key=lambda f: (f.line.is_heading, -f.weight, f.line.sentence.number))
    value = _value(outcome, confidence, *best)
    return Verdict(value, Value(event or outcome, value.confidence, value.evidence), _qualifier(told, outcome, best))


def _qualifier(told: _Told, outcome: Outcome, best: Sequence[Finding]) -> Value[Qualifier] | None:
    """Tell how firm a decision was."""
    near = [f.line for f in best] + [line for line in told.talk if not line.is_heading]
    if outcome in {Outcome.ENDED, Outcome.SUSPENDED}:
        for line in near:
            sent = _TOLD.search(line.marked)
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


def _confused(told: _Told) -> Verdict | None:
    line = told.says(_CONFUSED)
    doubt = _CONFUSED.search(line.marked) if line and not line.sentence.quoted else None
    if line is None or doubt is None:
        return None
    return Verdict(Value(Outcome.UNCLEAR, 0.7, (passage(line.sentence, line.marked, *doubt.span()),)))


def _back(told: _Told) -> Verdict | None:
    """Tell of a link that was restored."""
    found = [
        f
        for f in told.firm(Outcome.REINSTATED)
        if not f.old
        and (not f.line.is_heading or told.any(Outcome.ENDED, past=True))
        and not re.search(r"(?i)(?<!to )\bbe \w+$", f.line.marked[f.cue.start : f.cue.end])  # that it be resumed
    ]
    if found and not [
        f for f in told.voted(Outcome.ENDED) if not f.past and f.line.sentence.number > found[0].line.sentence.number
    ]:
        return _verdict(told, Outcome.REINSTATED, found, 0.8)
    return None


def _ended(told: _Told) -> Verdict | None:
    """Tell of a link that is ended or suspended: only where somebody who may say so does, and nothing speaks against it."""
    kept = [f for f in told.firm(Outcome.CONTINUED) if not f.past]
    for outcome in (Outcome.ENDED, Outcome.SUSPENDED):
        found = told.firm(outcome, body=True)
        if not found:
            continue
        now = [f for f in found if not f.past]
        voted = [f for f in found if f.cue.mood is Mood.VOTED]
        if outcome is Outcome.ENDED and _still_new(told, found):
            return _verdict(told, Outcome.SHELVED, found, 0.7)
        if (
            outcome is Outcome.ENDED
            and told.firm(Outcome.SUSPENDED, body=True)
            and not voted
            and len(found) <= len(told.firm(Outcome.SUSPENDED, body=True))
        ):
            continue
        if kept and not voted:
            return (
                None
                if any(f.cue.mood is Mood.VOTED for f in kept) or not now
                else Verdict(_value(Outcome.UNCLEAR, 0.5, *found, *kept))
            )
        if (
            outcome is Outcome.SUSPENDED
            and voted
            and all(f.cue.mood is Mood.VOTED for f in kept)
            and kept
            and told.any(Outcome.ENDED)
        ):
            return _verdict(told, outcome, voted, 0.75)  # it was not ended: paused it was
        if voted and any(f.cue.mood is Mood.VOTED for f in kept):
            return Verdict(_value(Outcome.UNCLEAR, 0.5, *voted, *kept))
        if told.voted(Outcome.UNDER_REVIEW) and not voted:
            return None
        undecided = told.says(_UNDECIDED)
        sure = (
            voted
            or [f for f in found if f.line.voice in {Voice.COUNCIL, Voice.NEWS} and f.cue.mood is not Mood.COMING]
            or [f for f in found if f.line.voice is Voice.COUNCIL]
        )
        if undecided and not voted and not (len(found) > 1 and any(f.line.voice is Voice.COUNCIL for f in found)):
            return None if told.any(outcome, Mood.CALLED, Mood.OPEN) else Verdict(_value(Outcome.UNCLEAR, 0.5, *found))
        if sure or len(found) > 1 or told.firm(outcome, past=False):
            later = [f for f in told.firm(Outcome.RENEWED, past=False, body=True) if not now]
            if later:
                return None
            return _verdict(told, outcome, sure or found, 0.85 if voted else 0.75)
    return None


def _beside_an_end(finding: Finding) -> bool:
    """Tell whether the same sentence ends another link: keep these, but end that."""
    return any(cue.outcome in {Outcome.ENDED, Outcome.SUSPENDED} for cue in cues(finding.line.marked))


def _still_new(told: _Told, found: Sequence[Finding]) -> bool:
    """Tell whether what was dropped is a plan: nothing had been signed."""
    near = [f for f in found if _NEW.search(f.line.marked[max(0, f.cue.start - 60) : f.cue.end + 60])]
    unsigned = re.search(
        r"(?i)before (?:anything|it|a)\b[^.;]{0,20}signed|never (?:been )?signed|no agreement with|(?:was|were|had been|due) (?:to have been|to be) (?:signed|sealed|inked)|withdr\w+ (?:its|the) (?:offer|invitation)|proposal (?:had been|was|has been) (?:withdrawn|dropped)|(?:plans?|proposals?|idea|bid) (?:\w+ ){0,6}(?:to|for|of) (?:\w+ ){0,5}(?:twin|sister|friendship|link|partner)",
        told.text,
    )
    return bool(near and unsigned) and not told.firm(Outcome.ESTABLISHED, past=True)


def _decided(told: _Told) -> Verdict | None:
    """Tell of every other decision, the rarer word before the commoner one."""
    shelved = told.firm(Outcome.SHELVED, body=True)
    if shelved and not told.any(Outcome.ESTABLISHED, Mood.DONE, past=True):
        return _verdict(told, Outcome.SHELVED, shelved, 0.75)
    if found := told.firm(Outcome.RENEWED):
        return _verdict(told, Outcome.RENEWED, found, 0.8)
    if found := [
        f
        for f in told.firm(Outcome.CONTINUED)
        if f.cue.mood is Mood.VOTED
        or (not f.past and (told.any(Outcome.ENDED) or told.any(Outcome.SUSPENDED) or _beside_an_end(f)))
    ]:
        called = (
            told.any(Outcome.ENDED, Mood.CALLED)
            and not any(f.cue.mood is Mood.VOTED for f in found)
            and not told.voted(Outcome.CONTINUED)
        )
        return _verdict(told, Outcome.CONTINUED, found, 0.75, Outcome.ENDING_CALLED_FOR if called else None)
    denied = [f for f in told.any(Outcome.ENDED, Mood.DENIED) if f.line.voice in {Voice.COUNCIL, Voice.NEWS}]
    if denied and told.any(Outcome.ENDED, Mood.CALLED):
        return _verdict(told, Outcome.CONTINUED, denied, 0.65, Outcome.ENDING_CALLED_FOR)
    if found := list(told.firm(Outcome.LAPSED, body=True)):
        return _verdict(told, Outcome.LAPSED, found, 0.75)
    return _begun(told)


def _begun(told: _Told) -> Verdict | None:
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
        return _verdict(told, Outcome.APPROVED, agreed, 0.75)
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
        return _verdict(told, Outcome.ESTABLISHED, body or signed, 0.75)
    if coming and not told.firm(Outcome.ESTABLISHED, past=True):
        return _verdict(told, Outcome.APPROVED, coming, 0.55)
    return None


def _review(told: _Told) -> Verdict | None:
    """Tell of a review that has a name and a beginning; to review always is none."""
    found = [
        f for f in told.firm(Outcome.UNDER_REVIEW)
        if not re.search(r"(?i)\b(?:continu\w+|constantly|always|regularly|keep\w*|kept|routine\w*|annual\w*|ongoing|as we (?:always )?do|every year|periodically)\b", f.line.marked[max(0, f.cue.start - 45) : f.cue.end + 25])
    ]  # fmt: skip
    if not found:
        return None
    return _verdict(told, Outcome.UNDER_REVIEW, found, 0.75)


def _called(told: _Told) -> Verdict | None:
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
    kept = [f for f in told.any(Outcome.CONTINUED) if f.cue.mood in FIRM and f.line.voice is not Voice.OTHER]
    event = Value(Outcome.ENDING_CALLED_FOR, 0.7, tuple(dict.fromkeys(f.passage for f in (found or opponents)[:2])))
    if kept:
        return Verdict(_value(Outcome.CONTINUED, 0.7, *kept), event)
    return Verdict(Value(Outcome.ACTIVE, 0.6, event.evidence), event)


def _wished(told: _Told) -> Verdict | None:
    """Tell of a link that somebody would like to have."""
    found = [
        f
        for f in told.any(Outcome.PROPOSED)
        if not f.past and f.cue.mood in {Mood.DONE, Mood.COMING, Mood.OPEN, Mood.CALLED}
    ]
    found += [f for f in told.any(Outcome.ESTABLISHED, Mood.CALLED, Mood.OPEN) if not f.past]
    if (
        not found
        or told.any(Outcome.ESTABLISHED, Mood.DONE, past=True)
        or re.search(r"(?i)\b(?:already|been|is|are) twinned\b|\bsince (?:19|20)\d\d", told.text)
    ):
        return None
    return _verdict(told, Outcome.PROPOSED, found, 0.6)
