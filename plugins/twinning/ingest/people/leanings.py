"""What somebody wants of a link, by what is at stake for it and by their words and deeds.

Whether they are for the link or against it is weighed by signs; a pause or a review is wanted by those who say so, or
who stand by it. Where what they say carries no side, nobody is given one: a side that somebody never took harms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...vocabulary import Outcome, Stance
from ..fates.cues import Mood, cues
from ..fates.phrases import STRONG, WEAK
from ..learnt import logistic, table
from ..scene import Line
from ..wordings.patterns import Headed, Wording
from .sides import TABLE, Sign, at_stake, seen, signs, total
from .stakes import Stake

SURE = 0.6
"""How likely a side must be to be given. Of those given so, one in 30 was the reverse, in texts by hands that taught nothing."""
LEAST = 0.35
"""How much must speak for a side besides what is at stake."""
BY_WORDS = 0.8
"""How likely a side must be that no sign speaks for. Of 333 people in texts by thirteen hands that had taught nothing, 18
more have the side that they took, none more the other one, and three more one that they did not take."""
FULL = 0.5
"""How much of a typical speech's words that must rest on."""
CONTRARY = 1.2
"""How much a single sign of the other side may count at most."""
SURER = 0.8
"""How likely one must be against a pause or a review that is spoken of."""
SUREST = 0.93
"""How likely one must be for the link against a pause that somebody calls for, and to have a side by a long speech."""
LONG = 8
"""How many sentences are a long speech: most are letters, and in a letter everything is said of everything."""
_PAUSE = Headed(
    r"\b(?:on (?:hold|ice)|(?:a|the) pause\b|paused\b|pause (?:it|the|this)|pausing|frozen|freeze|mothballed|cold storage|suspen(?:d|ded|ding|sion)|for (?:now|the time being|the moment)|until (?:the (?:war|fighting|killing|bomb\w+)|there is peace|peace)|rested|immediate stop)\b"
)
_REVIEW = Headed(
    r"\b(?:(?:want|ask|call|need|move|let[’']s|should|will|would|like|hold|put)\w*\b[^.;]{0,60}\b(?:review|consult\w*|look (?:again|at)|ask people|asking|risk assessment|have a look|know more)|wants? (?:it|them|the \w+) (?:to be )?(?:reviewed|looked (?:at|into)))\b"
)
_UNDECIDED = Headed(
    r"\b(?:no (?:fixed|strong|firm|settled|particular) (?:view|opinion)s?|open mind|(?:before|until|when) (?:she|he|they|I|we) (?:had |have )?(?:made|make)s? up (?:her|his|their|my|our) minds?|not (?:yet )?made up (?:her|his|their|my|our) minds?|abstain(?:s|ed|ing)?|in two minds|not taking sides|take no side)\b"
)
"""What somebody says who takes no side."""
_ALWAYS = Headed(r"\b(?:continu\w+|always|regularly|keep\w*|kept|routine\w*|constantly|constant)\b")
_NOT = Wording(r"(?:\bnot|\bnever|n[’']t|\bno|\bnor|\bwithout|\bwhy|\bagainst)\b(?:[\w’' ]{0,16}) $")


_OFFICES = frozenset({"decides", "opposition", "society"})
"""What somebody is shows no side without a word or a deed."""


def leaning(lines: Sequence[Line], stake: Stake, role: str = "") -> tuple[Stance, Line]:
    """Tell what somebody wants of the link by all that they say and do, and the sentence that shows it best."""
    stake = at_stake(lines, stake)
    found = list(signs(lines, stake, role))
    sums = total(found)
    scores = table(TABLE).scores(seen(lines, stake, sums))
    signed = sum(table(TABLE).weight(f"={name}", "for") * value for name, value in sorted(sums.items()))
    likely = logistic(scores.each[0] + signed * (1 - scores.fullness))  # who says little is told by the signs
    plain = next((line for line in lines if STRONG.search(line.marked) or WEAK.search(line.marked)), lines[0])
    if any(_UNDECIDED.search(line.marked) for line in lines):
        return Stance.NEUTRAL, plain
    if third := _third(lines, stake, sums, likely):
        return third
    sure = SUREST if len(lines) > LONG else SURE
    side = 1 if likely >= sure else -1 if likely <= 1 - sure else 0
    weight = table(TABLE).weight
    own = {n: weight("=" + n, "for") * v * side for n, v in sums.items() if not n.startswith("stake")}
    doubted = min(own.values(), default=0.0) < -CONTRARY and 1 - SURER < likely < SURER
    said = sum(value for name, value in own.items() if name not in _OFFICES)
    by_words = scores.fullness >= FULL and not 1 - BY_WORDS < likely < BY_WORDS
    unsigned = (sum(own.values()) < LEAST or said <= 0) and not by_words
    if not side or unsigned or doubted:
        return Stance.NEUTRAL, plain
    return stake.stance(for_link=side > 0), _shown(found, plain, for_link=side > 0)


def _third(lines: Sequence[Line], stake: Stake, sums: dict[str, float], likely: float) -> tuple[Stance, Line] | None:
    """Tell whether somebody wants neither the link nor its end, but a pause or a review."""
    if stake in {Stake.FORMING, Stake.SHELVING}:
        return None
    ends = sums.get("wants an end", 0) + sums.get("ends", 0) + sums.get("moved to end", 0) > 0
    pauses = list(_wanting(lines, Outcome.SUSPENDED, _PAUSE))
    called = any(c.outcome is Outcome.SUSPENDED and c.mood is Mood.CALLED for line in pauses for c in cues(line.marked))
    sure = SUREST if called else SURER
    if pauses and not ends and 1 - sure < likely < sure:
        return Stance.FOR_SUSPENDING, pauses[0]
    if stake is Stake.PAUSING and not ends and likely <= 1 - SURE:
        return Stance.FOR_SUSPENDING, lines[0]
    reviews = list(_wanting(lines, Outcome.UNDER_REVIEW, _REVIEW))
    if reviews and not ends and 1 - SURER < likely < SURER:
        return Stance.FOR_REVIEW, reviews[0]
    return None


def _wanting(lines: Sequence[Line], outcome: Outcome, words: Wording) -> Iterator[Line]:
    """Yield the sentences that speak of a pause, or of a review, and not against it."""
    for line in lines:
        text = line.marked
        cued = any(cue.outcome is outcome and cue.mood is not Mood.DENIED for cue in cues(text))
        found = words.search(text)
        if outcome is Outcome.UNDER_REVIEW and _ALWAYS.search(text):
            continue  # a review that never ends is none
        if found and _NOT.search(text[max(0, found.start() - 30) : found.start()]):
            continue
        if cued or found:
            yield line


def _shown(found: Sequence[Sign], plain: Line, *, for_link: bool) -> Line:
    """Give the sentence whose signs speak most for a side."""
    weight = table(TABLE).weight
    sums: dict[int, float] = {}
    lines: dict[int, Line] = {}
    for name, value, line in found:
        if not name.startswith("stake"):
            number = line.sentence.number
            lines[number] = line
            sums[number] = sums.get(number, 0.0) + weight("=" + name, "for") * value * (1 if for_link else -1)
    return lines[max(sums, key=lambda number: (sums[number], -number))] if sums else plain
