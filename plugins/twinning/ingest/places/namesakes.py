"""Which place is meant by a name that several have, and which names are one place's.

Belfast's sister city is Boston in America, though Britain has one with a council. One plain sign decides for the whole
text: that a sentence says where the place lies, or names it as a link's other end. A council that the text names as
such is the one at home.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..fates.phrases import STRONG
from ..proposal import PartnerPlace
from ..texts.sentences import Sentence
from ..wordings.patterns import Wording
from .abroad import PartnerMention, said_of
from .atlas import Atlas
from .councils import CouncilMention
from .gazetteer import fold
from .mentions import Named

_TO = Wording(
    r"\b(?:(?:sister|partner|friendship)[- ](?:cit(?:y|ies)|towns?|agreements?|links?)(?: agreements?| links?| status)?|twinn(?:ed|ing)s?|twins?(?: town| city)?)(?: \w+){0,2} (?:with|to|of|in) (?:the )?$"
)
_IS_ONE = Wording(
    r"(?: has been| is| was| became| remains|, (?:its|their|our|the city[’']s|the town[’']s)) (?:an? |also |\w+[’']s )?(?:sister city|twin|sister)\b|(?:[’']s)? (?:delegation|sister city)\b"
)


def with_namesakes(atlas: Atlas, told: Sequence[Sentence], names: Sequence[Named]) -> list[Named]:
    """Put the place abroad where a text's town at home cannot be meant."""
    every = [(s.text, c) for s, one in zip(told, names, strict=True) for c in one.councils]
    own = {fold(c.council.place) for _, c in every if not c.bare}
    first = every[0][1].council if every else None  # what a text names first is its own town
    bare = [(text, c) for text, c in every if c.bare and c.council != first and fold(c.council.place) not in own]
    away = dict(_away(atlas, bare, first.place)) if bare and first else {}
    if not away:
        return list(names)
    return [_with(one, away) if any(c.words in away for c in one.councils) else one for one in names]


def _away(atlas: Atlas, bare: Sequence[tuple[str, CouncilMention]], home: str) -> Iterator[tuple[str, PartnerMention]]:
    """Yield the names of towns that are those of places abroad, each as that place; `home` is the text's own town."""
    for text, mention in bare:
        choices = atlas.abroad(fold(mention.words))
        if not choices:
            continue
        before, after = text[: mention.start], text[mention.end :]
        country, level = said_of(before[-40:], after[:60])
        if country not in {None, "IE"} and (found := tuple(c for c in choices if c.country == country)):
            yield (
                mention.words,
                PartnerMention(mention.words, 0, 0, found, doubtful=False, country=country, level=level),
            )
        elif (
            _TO.search(before[-60:])
            or _IS_ONE.match(after)
            or (home and before.endswith(f"{home} and ") and STRONG.search(after))
            or (home and after.startswith(f" and {home} ") and STRONG.search(after))
        ):
            yield mention.words, PartnerMention(mention.words, 0, 0, choices, doubtful=False)


def _with(one: Named, away: dict[str, PartnerMention]) -> Named:
    moved = [replace(away[c.words], start=c.start, end=c.end) for c in one.councils if c.bare and c.words in away]
    councils = tuple(c for c in one.councils if not (c.bare and c.words in away))
    return Named(councils, tuple(sorted((*one.partners, *moved), key=lambda m: m.start)), one.countries)


_LESSER = Wording(
    r"[ -](?:sur|sous|l[eè][sz]|les|le|la|de|du|des|d[’'].*|l[’'].*|en|am|an|im|bei|ob|in|der|nad|pod|di|del|na|op|aan)[ -]|[ -][dl][’']"
)


_SHORTEST = 4
"""How many letters a part of a name has at least that is called for the whole."""


def one_name(meant: Sequence[Sequence[PartnerPlace]]) -> dict[str, PartnerPlace]:
    """Give the place that a part of its name means, by the part's id: Luchon is Bagnères-de-Luchon where both are named."""
    counts = Counter(place for places in meant for place in places)
    found: dict[str, PartnerPlace] = {}
    by_number: dict[int, PartnerPlace] = {}
    for place, _ in counts.most_common():
        if place.geonames is not None and (same := by_number.setdefault(place.geonames, place)).id != place.id:
            found[place.id] = same  # Ouessant, or Ushant
    order = {place: at for at, place in enumerate(counts)}
    by_name: dict[str, list[PartnerPlace]] = {}
    for place in counts:
        by_name.setdefault(place.name, []).append(place)
    for long in sorted(counts, key=lambda p: (-len(p.name), p.id)):
        parts = {*re.split(r"[ -]", long.name), *(long.name[: gap.start()] for gap in re.finditer("[ -]", long.name))}
        shorts = [place for part in parts if len(part) >= _SHORTEST for place in by_name.get(part, ())]
        for short in sorted(shorts, key=order.__getitem__):
            if short.known or short.name == long.name:
                continue
            if short.country and long.country and short.country != long.country and counts[short] > counts[long]:
                continue
            listed = long.geonames is not None or " " not in long.name
            whole = long.known or listed or bool(_LESSER.search(long.name)) or counts[long] > counts[short]
            kept, other = (long, short) if whole else (short, long)
            found.setdefault(other.id, found.get(kept.id, kept))
    return {id_: found.get(place.id, place) for id_, place in found.items()}
