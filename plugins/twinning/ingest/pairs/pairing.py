"""Which partnerships an article tells of: a council, a place abroad, and words that join them.

A place abroad alone is none: teams play there and films come from there. What joins it must be a twinning or its like,
and whose it is must be a council, not a school or a brewery.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..patterns import Headed, Wording
from ..proposal import CouncilPlace, PartnerPlace
from ..scene import Scene
from ..weights import likelihood
from .joining import ENOUGH, joined
from .signs import Candidate, candidates
from .within import WIDE


@dataclass
class Pair:
    """A council and a partner, and the sentences that join them, by number, each with its weight."""

    council: CouncilPlace
    partner: PartnerPlace
    told: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    sure: float = 0.0
    """How likely the place is a council's partner at all, by its signs."""

    @property
    def weight(self) -> float:
        """Give how much speaks for it."""
        return sum(self.told.values())

    @property
    def key(self) -> tuple[str, str]:
        """Give (council, partner)."""
        return self.council.id, self.partner.id


_SET_ASIDE_BEFORE = Wording(
    r"\b(?:rather than|instead of|in place of|ahead of|preferred to|in preference to|beat(?:ing)?|not|(?<!\bis )(?<!\bwas )over|unlike|as opposed to|passed over|ruled out|rejected|turned down|lost to)\s(?:the )?(?:[\w-]+ )?(?:(?:city|town|port|region) of )?$"
)
_SET_ASIDE_AFTER = Wording(
    r"^(?:,[^,.;]{0,50},)?[^.;,]{0,40}?\b(?:was|were|had been|been|being|is|came|finished|lost)\s(?:also |both |later |earlier |narrowly |all )?(?:rejected|ruled out|turned down|passed over|discounted|eliminated|voted down|dropped from|runners?[- ]up|out|considered too|not chosen|dismissed|discarded|second|unsuccessful)\b"
)
_LISTED = Headed(
    r"\b(?:looked at|shortlist\w*|considered|longlist\w*|candidates?|contenders?|choice (?:of|between)|options?|weighed|visited|toured)\b[^.;]*?\b(?:before|but)?\s?(?:choos\w+|chose|picking|picked|settl\w+ on|opt\w+ for|decid\w+ on|plump\w+ for)\b"
)


JOINED, HALF, APART, COUNTED = 1.5, 1.0, -0.5, 1.0
"""What it adds to the signs' sum that a sentence joins a place with a council, that one nearly does, that none does,
and that the text says how many links there are and names no more places.

These three are set and not learnt: the sentences' patterns were made on the texts that teach the weights, which would
have to believe them more than they deserve (alone they told .73 of the places in another writer's texts, F1, where this tells .90).
"""
LIKELY = 0.5
"""From which likelihood on a place is taken for a partner."""


UNPROVED = 0.73
"""The same in a text none of whose sentences joins any place with a council by itself: most such texts tell of no link."""


_PLACED = frozenset({"slot of a link", "slot of a weak link", "in a list", "its office", "of its office"})
"""Signs that a place stands at a link's other end at least once; one that never does needs surer signs."""


def pairs(told: Scene) -> tuple[Pair, ...]:
    """Find the partnerships of an article, in the order in which they are first told."""
    named = candidates(told)
    if not named:
        return ()
    ruled = _joined(told)
    joint = {key: max(pair.weight for pair in every) for key, every in ruled.items()}
    best = max(joint.values(), default=0.0)
    least = LIKELY if best >= ENOUGH else UNPROVED
    likely: list[tuple[Candidate, float]] = []
    for one in named:
        weight = joint.get(one.place.id, 0.0)
        more = JOINED if weight >= ENOUGH else HALF * weight / ENOUGH if weight else APART
        more += COUNTED if "counted" in one.signs else 0.0
        if weight < ENOUGH <= best and "doubtful" in one.signs:
            continue  # Uxbridge is no place abroad where another one is the twin
        sure = likelihood(one.signs, more)
        if sure >= (least if _PLACED & one.signs.keys() else UNPROVED) and _may_be(one, told):
            likely.append((one, sure))
    found: list[Pair] = []
    for one, sure in likely:
        if not _is_outdone(one, [other for other, _ in likely]):
            found += _owned(told, one, sure, ruled.get(one.place.id, []))
    aside = _set_aside(told, found)
    kept = [pair for pair in found if pair.key not in aside] or ([] if aside else found)
    return tuple(sorted(kept, key=lambda pair: (min(pair.told), pair.partner.name)))


_COUNCIL_NEAR = frozenset(
    {"text: a council", "text: own paper", "beside a council", "beside the council's words", "near a council"}
)
"""Signs that a council has anything to do with it."""


_COUNCIL = Wording(r"\bcouncil(?:lors?)?\b")


def _may_be(one: Candidate, told: Scene) -> bool:
    """Tell whether no sign rules a place out.

    It is named for itself; a council or its councillors are named, or spoken of near it; not every link beside it is a school's or a
    firm's; and where no word is said that only a link of places is called by, no firm of the place is named either.
    """
    signs = one.signs
    others = "another's link" in signs and "nobody else's link" not in signs and "text: civic" not in signs
    headed = (
        "doubtful" in signs and "in a headline" in signs and "in body" not in signs
    )  # Seaside council cuts its ties
    firm = "text: no link" in signs and "another's" in signs and "slot in the body" not in signs
    itself = "not within" in signs and "not another's" in signs
    return (
        itself
        and not (others or headed or firm)
        and (
            not _COUNCIL_NEAR.isdisjoint(signs)
            or any(_COUNCIL.search(told.lines[number].sentence.text) for number in one.lines)
        )
    )


def _is_outdone(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Tell whether a place only says where another one is, which stands at a link's other end: Gujarat, where Rajkot is."""
    if "slot in the body" in one.signs and "within" not in one.signs:
        return False
    round_it = one.place.level in WIDE or "capital" in one.signs or "within" in one.signs
    return round_it and any(
        other.place.country == one.place.country and "slot in the body" in other.signs and "within" not in other.signs
        for other in others
        if other is not one
    )


def _joined(told: Scene) -> dict[str, list[Pair]]:
    """Give the pairs that sentences join, however weakly, by the partner."""
    found: dict[tuple[str, str], Pair] = {}
    for number, line in enumerate(told.lines):
        for council, partner, weight in joined(told, number, line):
            pair = found.setdefault((council.id, partner.id), Pair(council, partner))
            pair.told[number] += weight
    by_partner: dict[str, list[Pair]] = defaultdict(list)
    for pair in found.values():
        by_partner[pair.partner.id].append(pair)
    return by_partner


def _owned(told: Scene, one: Candidate, sure: float, ruled: Sequence[Pair]) -> list[Pair]:
    """Give a partner with the councils whose it is: those that its own sentences join it with, else the nearest."""
    best = max((pair.weight for pair in ruled), default=0.0)
    if best >= WORTH:
        kept = [pair for pair in ruled if pair.weight >= best * 0.45 or max(pair.told.values()) >= 3]
    else:
        council = _nearest(told, one)
        kept = [Pair(council, one.place)] if council else []
    for pair in kept:
        pair.sure = sure
        for number in [n for n in one.lines if not told.lines[n].is_heading] or one.lines:
            pair.told[number] += 0.0
    return kept


WORTH = 0.9
"""How much of a sentence's joining settles whose a partner is."""


def _nearest(told: Scene, one: Candidate) -> CouncilPlace | None:
    """Give the council that stands nearest to a place: in its sentence, in its paragraph, else the article's own."""
    for number in one.lines:
        if explicit := told.lines[number].explicit:
            return explicit[0]
    paragraphs = {told.lines[number].sentence.p for number in one.lines}
    if told.listing or told.many:
        for number in one.lines:
            if len(named := set(told.lines[number].councils)) == 1:
                return named.pop()  # We asked Great Yarmouth about Rambouillet
        for line in told.lines:
            if line.sentence.p in paragraphs and line.explicit:
                return line.explicit[0]
        over = min(paragraphs) - 1
        for line in told.lines:
            if line.sentence.p == over and line.is_heading and line.councils:
                return line.councils[0]  # the heading of its item
    return told.main


def _set_aside(told: Scene, found: Sequence[Pair]) -> set[tuple[str, str]]:
    """Find the pairs of places that were looked at and not taken, where another one of the same council was."""
    votes: dict[str, int] = defaultdict(int)
    chosen: set[str] = set()
    for line in told.lines:
        listed = _LISTED.search(line.marked)
        at = -1
        for partner in line.partners:
            at = line.marked.find("PARTNERX", at + 1)
            before, after = line.marked[max(0, at - 60) : at], line.marked[at + 8 : at + 130]
            if (
                _SET_ASIDE_BEFORE.search(before)
                or _SET_ASIDE_AFTER.match(after)
                or (listed and listed.start() < at < listed.end())
            ):
                votes[partner.id] += 1
            elif listed and at >= listed.end():
                chosen.add(partner.id)
    aside = {pair.key for pair in found if votes[pair.partner.id] and pair.partner.id not in chosen}
    rest = {pair.council.id for pair in found if pair.key not in aside}
    return {key for key in aside if key[0] in rest}
