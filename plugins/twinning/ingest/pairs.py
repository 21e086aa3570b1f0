"""Which partnerships an article tells of: a council, a place abroad, and words that join them.

A place abroad alone is none: teams play there and films come from there. What joins it must be a twinning or its like,
and whose it is must be a council, not a school or a brewery.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..vocabulary import ParagraphKind
from .abroad import governs
from .joining import ABROAD_LINK, AS_IT_WERE, COUNCILISH, ENOUGH, OWNER, WITH_OWNER, is_within, joined
from .phrases import STRONG, WEAK
from .proposal import CouncilPlace, PartnerPlace
from .scene import Scene


@dataclass
class Pair:
    """A council and a partner, and the sentences that join them, by number, each with its weight."""

    council: CouncilPlace
    partner: PartnerPlace
    told: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def weight(self) -> float:
        """Give how much speaks for it."""
        return sum(self.told.values())

    @property
    def key(self) -> tuple[str, str]:
        """Give (council, partner)."""
        return self.council.id, self.partner.id


_SET_ASIDE_BEFORE = re.compile(
    r"(?i)\b(?:rather than|instead of|in place of|ahead of|preferred to|in preference to|beat(?:ing)?|not|over|unlike|as opposed to|passed over|ruled out|rejected|turned down|lost to)\s(?:the )?(?:[\w-]+ )?(?:(?:city|town|port|region) of )?$"
)
_SET_ASIDE_AFTER = re.compile(
    r"(?i)^(?:,[^,.;]{0,50},)?[^.;,]{0,40}?\b(?:was|were|had been|been|being|is|came|finished|lost)\s(?:also |both |later |earlier |narrowly |all )?(?:rejected|ruled out|turned down|passed over|discounted|eliminated|voted down|dropped from|runners?[- ]up|out|considered too|not chosen|dismissed|discarded|second|unsuccessful)\b"
)
_LISTED = re.compile(
    r"(?i)\b(?:looked at|shortlist\w*|considered|longlist\w*|candidates?|contenders?|choice (?:of|between)|options?|weighed|visited|toured)\b[^.;]*?\b(?:before|but)?\s?(?:choos\w+|chose|picking|picked|settl\w+ on|opt\w+ for|decid\w+ on|plump\w+ for)\b"
)


def pairs(told: Scene) -> tuple[Pair, ...]:
    """Find the partnerships of an article, in the order in which they are first told."""
    found: dict[tuple[str, str], Pair] = {}
    for number, line in enumerate(told.lines):
        for council, partner, weight in joined(told, number, line):
            pair = found.setdefault((council.id, partner.id), Pair(council, partner))
            pair.told[number] += weight
    for pair in _topic(told, found.values()):
        found.setdefault(pair.key, pair)
        if found[pair.key] is not pair:
            for number, weight in pair.told.items():
                found[pair.key].told[number] += weight
    enough = [pair for pair in found.values() if pair.weight >= ENOUGH]
    aside = _set_aside(told, enough)
    kept = [pair for pair in enough if pair.key not in aside] or ([] if aside else enough)
    return tuple(sorted(_one_council(kept), key=lambda pair: (min(pair.told), pair.partner.name)))


def _topic(told: Scene, found: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pair of an article that is all about one place abroad, where its sentences share out what joins them."""
    about = [
        n for n, line in enumerate(told.lines)
        if (joined := STRONG.search(line.marked) or (line.councils and WEAK.search(line.marked)) or None)
        and not line.sentence.quoted and not AS_IT_WERE.search(line.marked) and (line.explicit or not OWNER.search(line.marked)) and line.sentence.kind is not ParagraphKind.CAPTION and not ABROAD_LINK.search(line.marked)
        and (line.councils or line.partners or line.named.countries or COUNCILISH.search(line.marked)) and not WITH_OWNER.search(line.marked[joined.end() :])
        and line.marked[joined.end() : joined.end() + 1] not in {"”", '"', "’"}
    ]  # fmt: skip
    if not about or told.main is None or not any(line.explicit for line in told.lines):
        return
    if not any(STRONG.search(told.lines[n].marked) for n in about):
        return
    counts: Counter[PartnerPlace] = Counter()
    first: dict[PartnerPlace, int] = {}
    for number, line in enumerate(told.lines):
        for mention, partner in zip(line.named.partners, line.partners, strict=True):
            if not mention.doubtful and not is_within(mention, line) and not governs(partner.name):
                counts[partner] += 2 if line.sentence.kind is ParagraphKind.HEADLINE else 1
                first.setdefault(partner, number)
    if not counts or any(pair.weight >= ENOUGH for pair in found):
        return
    (best, times), *others = counts.most_common()
    if (times >= 2 and (not others or times > others[0][1])) or len(counts) == 1:
        near = min(abs(first[best] - n) for n in about)
        if near <= 4 and first[best] <= max(4, len(told.lines) // 2):
            yield Pair(
                told.main,
                best,
                defaultdict(
                    float, {about[0]: 1.8, first[best]: 0.8} if about[0] != first[best] else {first[best]: 2.6}
                ),
            )


def _one_council(found: Sequence[Pair]) -> list[Pair]:
    """Of several councils for one partner, keep those that the text itself joins with it."""
    best: dict[str, float] = {}
    for pair in found:
        best[pair.partner.id] = max(best.get(pair.partner.id, 0), pair.weight)
    return [pair for pair in found if pair.weight >= best[pair.partner.id] * 0.45 or max(pair.told.values()) >= 3]


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
