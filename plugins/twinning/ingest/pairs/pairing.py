"""Which partnerships an article tells of: a council, a place abroad, and words that join them.

A place abroad alone is none: teams play there and films come from there. What joins it must be a twinning or its like,
and whose it is must be a council, not a school or a brewery.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..places.abroad import WIDE
from ..places.gazetteer import fold
from ..places.isles import is_isle_parish
from ..places.scottish import SCOTTISH
from ..proposal import CouncilPlace, PartnerPlace
from ..scene import Scene
from ..wordings.patterns import Headed, Wording
from .joining import joins
from .partners import likelihood
from .signs import Candidate, candidates


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
    r"\b(?:rather than|instead of|in place of|ahead of|preferred to|in preference to|beat(?:ing)?|not(?! (?:about|in|to|from|for|with|at|of)\b)|(?<!\bis )(?<!\bwas )over|unlike|as opposed to|passed over|ruled out|rejected|turned down|lost to)\s(?:the )?(?:[\w-]+ )?(?:(?:city|town|port|region) of )?$"
)
_SET_ASIDE_AFTER = Wording(
    r"^(?:,[^,.;]{0,50},)?[^.;,]{0,40}?\b(?:was|were|had been|been|being|is|came|finished|lost)\s(?:also |both |later |earlier |narrowly |all )?(?:rejected|ruled out|turned down|passed over|discounted|eliminated|voted down|dropped from|runners?[- ]up|out|considered too|not chosen|dismissed|discarded|second|unsuccessful)\b"
)
_LISTED = Headed(
    r"\b(?:looked at|shortlist\w*|considered|longlist\w*|candidates?|contenders?|choice (?:of|between)|options?|weighed|visited|toured)\b[^.;]*?\b(?:before|but)?\s?(?:choos\w+|chose|picking|picked|settl\w+ on|opt\w+ for|decid\w+ on|plump\w+ for)\b"
)


LIKELY = 0.45
"""From which likelihood on a place is taken for a partner."""
SUREST = 0.65
"""How likely the surest of a text must be, for any of them to be taken: most texts whose are less tell of no link."""


_COUNCIL = Wording(
    r"\bcouncil(?:lors?)?\b|\bcounty hall\b|\btown hall\b|\bcity chambers\b|\bparish (?:assembly|hall)\b"
)


def pairs(told: Scene) -> tuple[Pair, ...]:
    """Find the partnerships of an article, in the order in which they are first told."""
    named = candidates(told)
    if not named or not (
        told.headed
        or is_isle_parish(told.main)
        or any(line.explicit or _COUNCIL.search(line.sentence.text) for line in told.lines)
    ):
        return ()
    ruled = joined(told)
    joint = {key: max(pair.weight for pair in every) for key, every in ruled.items()}
    own = {fold(council.place) for line in told.lines for council in line.explicit}
    own |= {fold(told.main.place)} if told.main else set()
    likely: list[tuple[Candidate, float]] = []
    for one in named:
        if "behind a capital" in one.signs and one.place.id not in joint:
            continue  # Cllr Ada Mill is a person
        name = fold(one.place.name)
        if "explained" not in one.signs and (
            name in own
            or fold(SCOTTISH.get(name, "")) in own
            or ("doubtful" in one.signs and any(f"{place} ".startswith((f"{name}shire ", f"{name} ")) for place in own))
        ):
            continue  # the council's own town, or one in it: Renfrew in Renfrewshire, Haddington in East Lothian
        sure = likelihood(told, one, joint)
        if sure >= LIKELY:
            likely.append((one, sure))
    if max((sure for _, sure in likely), default=0.0) < SUREST:
        return ()
    found: list[Pair] = []
    for one, sure in likely:
        if not _is_outdone(one, [other for other, _ in likely]):
            found += _owned(told, one, sure, ruled.get(one.place.id, []))
    aside = _set_aside(told, found)
    kept = [pair for pair in found if pair.key not in aside] or ([] if aside else found)
    return tuple(sorted(kept, key=lambda pair: (min(pair.told), pair.partner.name)))


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


def joined(told: Scene) -> dict[str, list[Pair]]:
    """Give the pairs that sentences join, however weakly, by the partner."""
    found: dict[tuple[str, str], Pair] = {}
    for number, line in enumerate(told.lines):
        for council, partner, weight in joins(told, number, line):
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
