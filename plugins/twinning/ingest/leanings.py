"""What somebody wants of a link, by what is at stake for it and by their words and deeds.

A motion has an aim: to form a link, to end it, to pause it, to look into it. Who moves it, backs it or votes for it wants
that; who speaks against it does not. Where nothing carries a side, nobody is given one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from ..vocabulary import Outcome, Stance
from .cues import Mood, cues
from .phrases import STRONG, WEAK
from .scene import Line
from .wording import Wording

_AGAINST_END = Wording(
    r"\b(?:irresponsible|costly|short-?sighted|wrong to|would be (?:wrong|a (?:mistake|shame|pity))|cheap|sad\b|loose change|year[’']s grace|defend\w*|keeping (?:it|our)|proud|long may|foreign policy by|must (?:stay|remain|continue)|short ?sight\w*|petty|mean-?spirited|vandal\w*|disgrac\w+|betray\w*|slap in the face|pity|heartbroken|devastat\w+|gutted|mourn\w*|sorely|treasur\w+|precious|priceless|stand by|stick (?:by|with)|(?:do not|don[’']t|never|wouldn[’']t|would not|not going to) (?:end|drop|abandon|desert|turn|slam|throw|cut|walk|tear|cross)|friends? for life|old friends?|lifeline|not the (?:people|citizens|fault)|not ordinary|people[- ]to[- ]people|keep talking|door open|build bridges|bridges|dialogue|best thing|they were wrong|hope (?:it|that it|we can) (?:stay|last|continue|keep)\w*|worth (?:it|having|more|saving)|has paid for|happiest|un-gone|missed opportunity|shut(?:ting|s)? the door|wrong people|ordinary (?:people|families)|(?:should|must|will|ought to) go on|governments|nothing (?:about [\w ]+ )?(?:has|had|was|is|will) (?:be )?(?:chang\w+)|small sum|(?:long|good|great|deep|lasting) friendship|(?:be|am|is|are|was|were|feel|felt) sorry|nae chance|no question of|a bridge|would notice|kept? (?:it )?alive|worth (?:keeping|every))\b"
)
_FOR_END = Wording(
    r"\b(?:deeply concerned|appalling|unacceptable|not acceptable|(?:cannot|can[’']t|could not|couldn[’']t|hard to|impossible to|how (?:can|could|do) (?:we|you|anyone)) (?:stand|justify|ignore|defend|afford|in (?:all|good) conscience)|no (?:benefit|point|place|longer (?:any )?(?:point|need|use|reason))|evidence of (?:any )?benefit|relic|outdated|outlived|had its day|run its course|pointless|vanity|jollies|freebies|perk|gravy|swann\w*|good money|better spent|taxpayers|luxury|should (?:go|have gone|end|stop|be (?:ended|scrapped|axed|gone))|must go|get rid|rid of|be done with|clean break|finish(?:ed)?\b|bury|dead horse|moral|conscience|regime|dictator\w*|tyran\w+|atrocit\w+|genocide|war crim\w+|murder\w*|invad\w+|bomb\w*|rockets|missiles|persecut\w+|jailed|step away|walk away|part company|time (?:to|we) (?:go|stop|end|call|move|part)|puzzled|worried|cosy|no choice|direct debit|waste of|jolly|junket|shameful|complicit|cut the cord|blood on|calling time|gone further|no business (?:\w+ing)|let it (?:end|die|go|lapse)|abolished|on the head|look(?:ing|s)? the other way|blind eye|pretend\w*|hypocri\w+|tidy up|£[\d,.]+ (?:was|is|would|could|buys)|better (?:things|uses)|amount\w* to)\b"
)
_FOR_PAUSE = Wording(
    r"\b(?:on (?:hold|ice)|(?:a|the) pause|paused?\b|on the latch|for (?:now|the time being|the moment)|until (?:the (?:war|fighting|last|killing|bomb\w+)|there is peace|peace|he|they|that day)|cannot sit (?:at|with|down)|rested|freeze)\b"
)
_ALWAYS = Wording(r"\b(?:continu\w+|always|regularly|keep\w*|kept|routine\w*|constantly)\b")
_SORRY = Wording(r"\b(?:disappoint\w+|regret\w*|dismay\w*|shame\w*|angry|would not help|wrong)\b")
_FOR_FORM = Wording(
    r"\b(?:delighted|thrilled|proud|exciting|opportunit\w+|look(?:ing)? forward|proper footing|welcom\w+|great (?:day|news)|hope\w*|pleased|we come to learn|benefit\w*|glad|happy|honou?r(?:ed)?|excited|wonderful|lovely|brilliant|fantastic|natural (?:fit|partners?|twins?)|so much in common|same (?:\w+ ){0,2}(?:and|as)|learn from|new friends|friendship|doors?|ambitio\w+|good for|enrich\w*|celebrat\w+|missed boat|should have been done|pride|warm\w*)\b"
)
_AGAINST_FORM = Wording(
    r"\b(?:not [“‘\"']?bonjours|waste|why (?:do we|are we)|sceptic\w*|opposed|concern\w*|cannot support|priorit\w+|bins|potholes|ought to know better|oppose\w*|doubts?|who pays|how much|can[’']t afford|cannot afford|better things|rather (?:we|that we|have|see|spend)|jolly|junket|not the time|human rights|small print|ratepayers|taxpayers|vanity)\b"
)


class Stake(Enum):
    """What is asked of a link."""

    FORMING = "forming"
    ENDING = "ending"
    KEEPING = "keeping"
    """The question was put and the link kept, or it was renewed or restored: the decision is not to end."""
    RENEWING = "renewing"
    """A link is to be renewed or restored."""
    PAUSING = "pausing"
    REVIEWING = "reviewing"
    NOTHING = "nothing"
    """No decision: the link is as it was."""


_SIDES = {
    Stake.FORMING: (Stance.FOR_FORMING, Stance.AGAINST_FORMING),
    Stake.ENDING: (Stance.FOR_ENDING, Stance.AGAINST_ENDING),
    Stake.KEEPING: (Stance.AGAINST_ENDING, Stance.FOR_ENDING),
    Stake.RENEWING: (Stance.AGAINST_ENDING, Stance.FOR_ENDING),
    Stake.PAUSING: (Stance.FOR_SUSPENDING, Stance.AGAINST_ENDING),
    Stake.REVIEWING: (Stance.FOR_REVIEW, Stance.AGAINST_ENDING),
    Stake.NOTHING: (Stance.FOR_ENDING, Stance.AGAINST_ENDING),
}
"""The stance of who wants the decision, and of who does not."""
_STAKES = {
    Outcome.PROPOSED: Stake.FORMING, Outcome.APPROVED: Stake.FORMING, Outcome.ESTABLISHED: Stake.FORMING, Outcome.SHELVED: Stake.FORMING,
    Outcome.ENDED: Stake.ENDING, Outcome.SUSPENDED: Stake.PAUSING, Outcome.UNDER_REVIEW: Stake.REVIEWING,
    Outcome.CONTINUED: Stake.KEEPING, Outcome.RENEWED: Stake.RENEWING, Outcome.REINSTATED: Stake.RENEWING,
}  # fmt: skip


def stake_of(outcome: Outcome) -> Stake:
    """Tell what is at stake for a link by what became of it."""
    return _STAKES.get(outcome, Stake.NOTHING)


_WHAT = r"(?:the |a |this |that |his |her |their |its |new )*(?:[\w’'-]+ )?(?:motion|proposal|move|idea|plan|decision|call|step|resolution|vote|scheme|suggestion|recommendation|pact|twinning|link|agreement|charter)s?"
_PRO = Wording(
    rf"\b(?:(?:mov(?:ed|es|ing)|propos(?:ed|es|ing)|tabl(?:ed|es|ing)|second(?:ed|s|ing)|put(?:ting)? forward|br(?:ought|inging)|introduc(?:ed|ing)|back(?:ed|s|ing)?|support(?:ed|s|ing)?|welcom(?:ed|es|ing)|champion(?:ed|s|ing)?|urg(?:ed|es|ing)|ask(?:ed|s|ing) for|call(?:ed|s|ing) for|prais(?:ed|es|ing)|in favour of|drove|led) {_WHAT}|motion\b[^.;]{{0,80}}\b(?:put forward|moved|proposed|tabled|brought|seconded) by|vot(?:e|es|ed|ing) (?:for (?:it|this|the (?:motion|move))|in favour)|(?:the )?mover\b|right (?:thing|decision|call|step|to do))"
)
_CON = Wording(
    rf"\b(?:vot(?:e|es|ed|ing) against(?! the amendment)|oppos(?:ed|es|ing) {_WHAT}|sp(?:oke|eaking) against|criticis(?:ed|es|ing) {_WHAT}|attack(?:ed|s|ing) {_WHAT}|condemn(?:ed|s|ing) {_WHAT}|disagree\w*|the wrong (?:thing|decision|call|step|message)|missed opportunity|(?:disappointed|saddened|dismayed|upset|angry|furious) (?:at|by|with|that) )"
)
_AMENDS = Wording(r"\bamendment\b[^.;]{0,90}\bmoved by\b|\b(?:moved|moves|tabled|proposed) (?:an|the) amendment\b")
_AMENDS_NOT = Wording(r"\bvot\w+ against the amendment\b")
_DECIDES = Wording(
    r"^(?:(?:deputy |co-)?(?:council |city council |borough )?leader(?: of (?:the )?[\w ]*council)?|leader of the council|cabinet member.*|portfolio holder.*|executive member.*|council leader|lead member.*|mayor|provost|convener|spokes\w+(?: for the council)?|(?:committee |panel |the )?chair(?:man|woman|person)?(?: of .*)?|chief executive|(?:[\w ]+ )?council leader|head of .*)$"
)
"""Who speaks for those that took the decision."""


_FRIENDLY = Wording(r"\b(?:mayor|president|leader|provost|chair\w*|cabinet|founder|organiser|bürgermeister|maire)\b")
"""Who speaks where a link is formed, and says nothing against it."""


def leaning(lines: Sequence[Line], stake: Stake, role: str = "") -> tuple[Stance, Line]:
    """Tell what somebody wants of the link by all that they say and do, and the sentence that shows it best."""
    weights: dict[Stance, float] = {}
    shown: dict[Stance, Line] = {}
    for line in lines:
        for stance, weight in (*_deeds(line, stake), *_leanings(line, stake)):
            weights[stance] = weights.get(stance, 0) + weight
            shown.setdefault(stance, line)
    linked = next((line for line in lines if STRONG.search(line.marked) or WEAK.search(line.marked)), None)
    if (
        not weights
        and stake is Stake.FORMING
        and any(line.sentence.quoted for line in lines)
        and _FRIENDLY.search(role)
    ):
        return Stance.FOR_FORMING, linked or lines[0]
    if not weights and _DECIDES.match(role) and stake is not Stake.NOTHING:
        return _SIDES[stake][0], linked or lines[0]  # who took the decision stands by it
    if weights:
        best = max(weights, key=lambda stance: (weights[stance], stance))
        return best, shown[best]
    return Stance.NEUTRAL, linked or lines[0]


_WANTS = Wording(
    r"\b(?:wants?|wanted|would like|see) (?:it|them|the (?:\w+ )?(?:link|twinning|partnership|agreement)) (?:to be )?(?:(?P<end>ended|axed|scrapped|gone|dropped|stopped|severed|cancelled|binned)|(?P<hold>frozen|paused|suspended|on (?:hold|ice)|mothballed)|(?P<keep>kept|saved|to (?:stay|continue|go on)|renewed|restored)|(?P<look>reviewed|looked (?:at|into)))\b"
)
_WANTED = {
    "end": Stance.FOR_ENDING,
    "hold": Stance.FOR_SUSPENDING,
    "keep": Stance.AGAINST_ENDING,
    "look": Stance.FOR_REVIEW,
}
_NOT_ASKED = Wording(r"\bnot (?:saying|calling|suggesting|asking|proposing|demanding|mean)\b|\bwrong to say\b")
"""What somebody says that they do not ask for shows no side."""


def _deeds(line: Line, stake: Stake) -> Iterator[tuple[Stance, float]]:
    """Yield what somebody's deed shows: to move or back a motion, to vote against it."""
    text = line.marked
    pro, con = _SIDES[Stake.ENDING if stake is Stake.KEEPING else stake]
    if wants := _WANTS.search(text):
        yield _WANTED[str(wants.lastgroup)], 3.0
    elif _AMENDS_NOT.search(text):
        yield pro, 2.0
    elif _AMENDS.search(text):
        if stake is Stake.KEEPING:
            yield con, 2.0
    elif _CON.search(text) and not line.sentence.quoted:
        yield con, 1.5
    elif (
        _PRO.search(text)
        and not line.sentence.quoted
        and stake is not Stake.NOTHING
        and not any(cue.outcome in _SIDED for cue in cues(text))
    ):
        yield pro, 1.5


_SIDED = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.CONTINUED, Outcome.UNDER_REVIEW})
"""Outcomes by whose names a sentence says itself what its motion aims at."""


def _leanings(line: Line, stake: Stake) -> Iterator[tuple[Stance, float]]:
    """Yield what one sentence of somebody leans to: the words for an outcome count more than those of a mood."""
    text = line.marked
    forming = stake is Stake.FORMING
    blames = not forming and _AGAINST_END.search(text)
    for cue in () if _NOT_ASKED.search(text) else cues(text):
        stance = _wanted(cue.outcome, cue.mood, forming=forming)
        if cue.outcome is Outcome.UNDER_REVIEW and _ALWAYS.search(text):
            continue  # a review that never ends is none
        if stance is Stance.AGAINST_ENDING and cue.outcome is Outcome.CONTINUED and _SORRY.search(text):
            stance = Stance.FOR_ENDING
        if stance is Stance.FOR_ENDING and blames:
            stance = Stance.AGAINST_ENDING  # to abandon it would be irresponsible
        if stance is not None:
            yield stance, 2.0
    yield from _moods(text, stake, blames=bool(blames))


def _moods(text: str, stake: Stake, *, blames: bool) -> Iterator[tuple[Stance, float]]:
    """Yield what the words of a mood lean to."""
    forming = stake is Stake.FORMING
    if not forming and _FOR_PAUSE.search(text):
        yield Stance.FOR_SUSPENDING, 1.5
    if forming:
        if _AGAINST_FORM.search(text):
            yield Stance.AGAINST_FORMING, 1.0
        if _FOR_FORM.search(text):
            yield Stance.FOR_FORMING, 1.0
    else:
        if blames:
            yield Stance.AGAINST_ENDING, 1.0
        if (bad := _FOR_END.search(text)) and stake is not Stake.RENEWING:
            if _NEVER.search(text[max(0, bad.start() - 20) : bad.start()]) and _LUXURY.match(bad[0]):
                yield Stance.AGAINST_ENDING, 1.0
                return
            against = Stance.FOR_SUSPENDING if stake is Stake.PAUSING else Stance.FOR_ENDING
            yield against, 3.0 if re.search(r"(?i)amount\w* to|ignor\w+", text) else 1.0


_NEVER = Wording(r"(?:\bnot|\bnever|n[’']t|\bno)(?: (?:a|an|the|just|some|any|been))* $")
_LUXURY = Wording(r"(?:jolly|jollies|junket|waste|luxury|vanity|pointless|relic|perk|outdated|swann|gravy)")


def _wanted(outcome: Outcome, mood: Mood, *, forming: bool) -> Stance | None:
    """Translate what somebody says of an outcome into what they want."""
    against = mood is Mood.DENIED
    match outcome:
        case Outcome.ENDED:
            return Stance.AGAINST_ENDING if against else Stance.FOR_ENDING
        case Outcome.SUSPENDED:
            return None if against else Stance.FOR_SUSPENDING
        case Outcome.UNDER_REVIEW:
            return None if against else Stance.FOR_REVIEW
        case Outcome.CONTINUED | Outcome.RENEWED | Outcome.REINSTATED:
            return None if against else Stance.AGAINST_ENDING
        case Outcome.PROPOSED | Outcome.ESTABLISHED | Outcome.APPROVED:
            return (Stance.AGAINST_FORMING if against else Stance.FOR_FORMING) if forming else None
        case _:
            return None
