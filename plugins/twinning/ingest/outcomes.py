"""What an article tells of each partnership: its state after the article, and what happened.

Every sentence's cues are bound to the pairs that it speaks of and weighed by whose words they are. Where two decisions
stand against each other, or an end is only in somebody's mouth, the outcome is `unclear`: an end wrongly asserted does
harm, an end left open does none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..vocabulary import Outcome, ParagraphKind, Qualifier
from .cues import STRONG, WEAK, Cue, Mood, cues
from .mentions import governs
from .pairs import Pair
from .proposal import Passage, Value
from .quoting import passage
from .scene import Line, Scene
from .voices import Voice

_FIRM = frozenset({Mood.DONE, Mood.VOTED, Mood.COMING})
_PAST = re.compile(
    r"(?i)\b(?:in|since|back in|during|until|by)\s(?:the\s)?(?:\w+\s)?(?:19|20)\d\d\b|\b(?:last year|years? ago|decades? ago|previously|formerly|once|originally|earlier|in the past|at the time|then-|first (?:signed|twinned|formed|established)|had (?:been|already)|was set up|the (?:19|20)\d\ds?\b)"
)
_HEDGED = re.compile(
    r"(?i)\b(?:I think|I believe|it is (?:believed|understood|thought)|reportedly|apparently|allegedly|rumou?r\w*|may or may not|as far as (?:he|she|I|they|we) (?:knew|know)|as (?:he|she|they) understood|unconfirmed|according to one|suggest(?:s|ed) that|claim(?:s|ed)|could not say|cannot say|unclear)\b"
)
_UNDECIDED = re.compile(
    r"(?i)\b(?:no (?:final |formal |firm )?decisions? (?:has|have|had|was|were)|(?:yet|still|remains?) to (?:be )?(?:decide|vote|voted|agree|make|taken)|(?:will|to|is due to|are due to|due to|expected to|set to) (?:\w+ )?(?:decide|vote on|debate|discuss|consider|be (?:debated|discussed|considered|voted|put to|decided|asked|taken))|decision (?:is|was|will be) (?:due|expected|made|taken)|deferred|adjourned|put off|ran out of time|recommend(?:ed|s|ation)|awaiting|three options|options? )\b"
)
_CONFUSED = re.compile(
    r"(?i)\b(?:may or may not|cannot say whether|could not say whether|opposite answers|contradict\w*|conflicting|not clear whether|unclear whether|confusion|nobody (?:can|could|seems to) (?:say|know)|disputed whether|status (?:is|was) (?:unclear|unknown)|could not agree (?:on )?which|whether (?:it|the (?:link|twinning|agreement|partnership)) (?:still )?(?:exists|stands|is still)|depends (?:whom|who) you ask|had nothing to add)\b"
)
_ALL = re.compile(
    r"(?i)\b(?:both|all(?: of)?(?: its| their| the| our)?(?: \w+)?|two|three|four|several|every)\b[^.;]{0,25}\b(?:links?|twinn?ings?|twins?|partnerships?|arrangements?|agreements?|ties|cities|towns|charters)\b|\b(?:partnerships|twinnings|arrangements|sister cities|twin towns|charters)\b"
)
_VOTE = re.compile(
    r"(?i)\bvot(?:e|es|ed|ing)\b|\bmotion\b|\bcarried\b|RESOLVED|\bresolved\b|\bresolution\b|\bamendment\b|\b\d{1,2} ?(?:votes? )?(?:to|–|-) ?\d{1,2}\b|\bunanimous\w*|\bby \w+ votes\b|\b(?:committee|cabinet|executive|full council|members|councillors)(?: \w+){0,3} (?:agreed|approved|decided|backed|endorsed|ratified|ordered)\b|\bagreed by\b"
)
_TOLD = re.compile(
    r"(?i)\b(?:written|wrote|letter (?:was |has been )?(?:sent|to)|informed|notified|told)\b[^.;]{0,50}(?:PARTNERX|mayor of|counterparts?|its (?:counterpart|twin)|the (?:\w+ )?(?:city|town|province|region)(?:[’']s)?(?: mayor| leaders| authorities)?\b)"
)
_IN_BEING = re.compile(
    r"(?i)\b(?:has|have|had) (?:\w+ )?(?:links|ties|a (?:\w+ ){0,4}(?:partnership|agreement|link|twinning|relationship|friendship))|\b(?:is|are|been|remains?|still) (?:\w+ )?(?:twinned|linked|partnered|joined|sister)|thriving|flourish\w*|going strong|alive and well|healthy|fine fettle|delegation|visit\w*|exchange|welcom\w+|guests|anniversary|celebrat\w+|under the (?:friendship|twinning|partnership)|friendship agreement"
)
_PARTNER_SAYS = re.compile(
    r"(?i)^\W*(?:the )?(?:(?:mayor|council|city council|government|authorities|leaders?|officials?) (?:of|in) )?PARTNERX(?:[’']s? [\w ]{2,30})? (?:has|have|had|is|was)? ?(?:\w+ly )?(?:told|informed|written|wrote|announced|ended|decided|withdr\w+|notified|said)\b"
)
_CARRIED = re.compile(
    r"(?i)\b(?:carried|motion (?:was |is )?(?:passed|agreed|approved|adopted)|(?:was|is|were) (?:passed|carried|agreed)|agreed unanimously|unanimously agreed|(?:and|motion) passes)\b(?! out)"
)
_LOST = re.compile(r"(?i)\b(?:lost\b|defeated|fell\b|not carried|rejected|voted down|failed|withdrawn by)")
_MOTION = re.compile(
    r"(?i)\b(?:motion|moved|moves|mover|tabled|amendment|proposed by|seconded|resolved|resolution|item \d+)\b"
)
_MOVED = re.compile(r"(?i)^\W*(?:\(?\w{1,4}\)|moved|proposed|item|\d+[./])")
_NEW = re.compile(
    r"(?i)\b(?:plans?|proposals?|proposed|planned|idea|bid|possible|potential|would-be|prospective|talks|drafts?|drafting|never (?:been )?signed|before (?:anything|it) was signed|not yet signed|new)\b"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A cue bound to a pair, with the sentence it stands in."""

    cue: Cue
    line: Line
    weight: float
    past: bool
    """Whether it is told as history."""

    @property
    def firm(self) -> bool:
        """Tell whether somebody who may say so says that it is so, or will be."""
        return self.cue.mood in _FIRM and self.weight >= 0.5

    @property
    def passage(self) -> Passage:
        """Give the words that say it."""
        sentence = self.line.sentence
        return passage(sentence, self.line.marked, self.cue.start, self.cue.end)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a pair with what reports it."""

    outcome: Value[Outcome]
    event: Value[Outcome] | None = None
    qualifier: Value[Qualifier] | None = None


def verdicts(told: Scene, found: Sequence[Pair]) -> list[Verdict]:
    """Give what becomes of each pair, in the pairs' order."""
    bound: dict[tuple[str, str], list[Finding]] = {pair.key: [] for pair in found}
    talk: dict[tuple[str, str], list[Line]] = {pair.key: [] for pair in found}
    focus: list[Pair] = list(found[:1])
    for number, line in enumerate(told.lines):
        about, focus = _about(number, line, found, focus)
        if not about:
            continue
        for pair in about:
            talk[pair.key].append(line)
        if line.sentence.kind is ParagraphKind.CAPTION:
            continue
        for pair, finding in _findings(line, about, carried=_put(told, number)):
            bound[pair.key].append(finding)
    return [_decide(bound[pair.key], talk[pair.key]) for pair in found]


def _about(number: int, line: Line, found: Sequence[Pair], focus: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Tell which pairs a sentence speaks of, and which the next one goes on about."""
    here = {partner.id for partner in line.partners}
    own = [pair for pair in found if pair.council in line.councils]
    named = [pair for pair in found if pair.partner.id in here]
    named = [pair for pair in named if pair in own] or named
    meant = [pair for pair in found if number in pair.told]
    if not named and meant and (not line.councils or any(pair in own for pair in meant)):
        named = meant
    if named:
        return named, named
    if line.councils and (line.explicit or line.is_heading):
        return _of_council(line, found, own, focus)
    linked = STRONG.search(line.marked) or WEAK.search(line.marked)
    return (_spoken_of(line, found, focus) if linked else list(focus)), focus


def _of_council(line: Line, found: Sequence[Pair], own: list[Pair], focus: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Choose among the pairs of a council that a sentence names without a partner; another council is in passing."""
    if line.is_heading:
        return (own, own) if own else ([], focus)
    near = [pair for pair in focus if pair in own] or own
    linked = STRONG.search(line.marked) or WEAK.search(line.marked)
    return (near if linked or len(found) == 1 else near[:1]), focus


def _spoken_of(line: Line, found: Sequence[Pair], focus: list[Pair]) -> list[Pair]:
    """Choose the pairs that a sentence's link means: by its country, by "both", else those spoken of before."""
    places = [partner for partner in line.partners if not governs(partner.name)]
    if (
        places
        and not line.sentence.quoted
        and not line.councils
        and re.search(r"(?i)\b(?:with|to|and) PARTNERX", line.marked)
    ):
        return []  # a link with somebody else
    land = [pair for pair in found if pair.partner.country in line.named.countries]
    if land:
        return land
    if _ALL.search(line.marked) and focus:
        return [pair for pair in found if pair.council == focus[0].council]
    return list(focus)


def _put(told: Scene, number: int) -> bool | None:
    """Tell whether the motion that a sentence gives was carried; None where the text does not say it next."""
    here = told.lines[number]
    if not _MOTION.search(here.marked):
        return None
    for line in told.lines[number : number + 6]:
        if line.sentence.p - here.sentence.p > 2 or (line is not here and _MOVED.match(line.marked)):
            break
        if line is not here and line.sentence.quoted:
            continue
        carried, lost = _CARRIED.search(line.marked), _LOST.search(line.marked)
        terse = len(line.marked.split()) <= 9 or _VOTE.search(line.marked)
        if terse and (carried or lost):
            return carried is not None and (lost is None or lost.start() < carried.start())
    return None


def _findings(line: Line, about: Sequence[Pair], *, carried: bool | None) -> Iterator[tuple[Pair, Finding]]:
    text = line.marked
    if line.is_heading or line.sentence.kind is ParagraphKind.STANDFIRST:
        text = (
            re.sub(r"[‘“\"'](?=[\w])[^’”\"']{6,90}[’”\"']", lambda m: " " * len(m[0]), text)
            if line.is_heading
            else text
        )
    hedged = bool(_HEDGED.search(text))
    for one in cues(text, heading=line.is_heading):
        cue = _after_vote(one, carried=carried)
        weight = 1.0 if cue is not one else _weight(line, cue)
        if hedged:
            weight *= 0.4
        past = bool(_PAST.search(text[max(0, cue.start - 60) : cue.end + 70]))
        for pair in _bound(line, cue, about):
            yield pair, Finding(cue, line, weight, past)


def _after_vote(cue: Cue, *, carried: bool | None) -> Cue:
    """Read a motion by what became of it: carried, it is decided; lost, the link stays or does not come."""
    if carried is None or cue.mood not in {Mood.CALLED, Mood.OPEN}:
        return cue
    if carried:
        return cue._replace(mood=Mood.VOTED) if cue.outcome is not Outcome.PROPOSED else cue
    against = {
        Outcome.ENDED: Outcome.CONTINUED,
        Outcome.SUSPENDED: Outcome.CONTINUED,
        Outcome.ESTABLISHED: Outcome.SHELVED,
    }
    return cue._replace(outcome=against[cue.outcome], mood=Mood.VOTED) if cue.outcome in against else cue


def _weight(line: Line, cue: Cue) -> float:
    """Tell how much a cue counts, by whose words it is."""
    if line.is_heading:
        return 0.7
    if _PARTNER_SAYS.search(line.marked) or line.marked.rfind(";", 0, cue.start) >= 0:
        return 1.0  # the partner's own word; or a clause of its own, which nobody is said to say
    match line.voice:
        case Voice.NEWS:
            return 1.0
        case Voice.COUNCIL:
            return 1.0
        case Voice.PARTY:
            return 0.45 if cue.outcome in {Outcome.ENDED, Outcome.SUSPENDED} and cue.mood is not Mood.VOTED else 0.7
        case Voice.OTHER:
            if cue.mood is Mood.VOTED and not line.sentence.quoted:
                return 0.8
            return 0.3 if line.sentence.quoted or cue.mood is Mood.COMING else 0.45


def _bound(line: Line, cue: Cue, about: Sequence[Pair]) -> list[Pair]:
    """Of a sentence's pairs, give those of the clause that a cue stands in."""
    if len(about) < 2 or len(line.partners) < 2:
        return list(about)
    cuts = [
        m.start()
        for m in re.finditer(
            r";|\bbut\b|\bwhile\b|\bwhereas\b|\balthough\b|\bthough\b|, and (?=\w+ (?:its|the|has|have|will|to))|, (?=ending|keeping|leaving|with)|\binstead\b",
            line.marked,
        )
    ]
    if not cuts:
        return list(about)
    start = max((c for c in cuts if c <= cue.start), default=0)
    end = min((c for c in cuts if c > cue.start), default=len(line.marked))
    places = [m.start() for m in re.finditer("PARTNERX", line.marked)]
    here = {line.partners[i].id for i, at in enumerate(places) if start <= at < end and i < len(line.partners)}
    return [pair for pair in about if pair.partner.id in here] or list(about)


def _decide(found: Sequence[Finding], talk: Sequence[Line]) -> Verdict:
    """Weigh all that is said of one pair."""
    told = _Told(found, talk)
    for rule in (_confused, _back, _ended, _decided, _review, _called, _wished):
        verdict = rule(told)
        if verdict is not None:
            return verdict
    if any(_IN_BEING.search(line.marked) for line in talk) or told.any(Outcome.ESTABLISHED, past=True):
        evidence = next((line for line in talk if _IN_BEING.search(line.marked)), talk[0] if talk else None)
        words = (passage(evidence.sentence, evidence.marked, 0, 0),) if evidence else ()
        return Verdict(Value(Outcome.ACTIVE, 0.6, words))
    return Verdict(Value(Outcome.ACTIVE if talk else Outcome.UNCLEAR, 0.4, ()))


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
            match = _VOTE.search(line.marked)
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
    found = [f for f in told.firm(Outcome.REINSTATED) if not f.line.is_heading or told.any(Outcome.ENDED, past=True)]
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


def _still_new(told: _Told, found: Sequence[Finding]) -> bool:
    """Tell whether what was dropped is a plan: nothing had been signed."""
    near = [f for f in found if _NEW.search(f.line.marked[max(0, f.cue.start - 60) : f.cue.end + 60])]
    unsigned = re.search(
        r"(?i)before (?:anything|it|a)\b[^.;]{0,20}signed|never (?:been )?signed|no agreement with|proposal (?:had been|was|has been) (?:withdrawn|dropped)|(?:plans?|proposals?|idea|bid) (?:\w+ ){0,6}(?:to|for|of) (?:\w+ ){0,5}(?:twin|sister|friendship|link|partner)",
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
        if f.cue.mood is Mood.VOTED or (not f.past and (told.any(Outcome.ENDED) or told.any(Outcome.SUSPENDED)))
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
    kept = [f for f in told.any(Outcome.CONTINUED) if f.cue.mood in _FIRM and f.line.voice is not Voice.OTHER]
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
