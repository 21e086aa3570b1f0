"""The councils that a text is about: named as such, named over it, or meant by the town that it speaks of.

What a text calls a council wins over the list's name for it, and a town's name alone means the council that the text
names elsewhere. A council that is brought in late, as another, is not whose the text's links are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ...vocabulary import CouncilType
from ..fates.phrases import STRONG
from ..proposal import CouncilPlace, Kind
from ..texts.sentences import SILENT, Sentence
from ..wordings.patterns import Headed, Wording
from .abroad import WIDE, PartnerMention
from .atlas import Atlas
from .councils import CouncilMention
from .gazetteer import fold
from .isles import is_isle_parish, isle_parishes
from .mentions import Named, named
from .townhalls import town_hall


@dataclass(frozen=True, slots=True)
class Home:
    """What a text says of councils: all that it names, the one that it is about, and its sentences' names by them."""

    names: Sequence[Named]
    """What each sentence names, the towns of councils among it."""
    councils: Mapping[str, CouncilPlace]
    """By the folded names of the places that they govern."""
    main: CouncilPlace | None
    """The council that the text is about, where it does not name it as such, or over its headline alone."""
    headed: bool
    """Whether that council stands over the headline."""

    def council_of(self, mention: CouncilMention) -> CouncilPlace:
        """Give the council that a mention means: one named as such elsewhere in the text, if it governs the place."""
        council = mention.council
        for key in (fold(council.place), fold(mention.words)):
            if key in self.councils and (mention.bare or self.councils[key].type is council.type):
                return self.councils[key]
        return council


def home(
    atlas: Atlas, paragraphs: Sequence[str], kinds: Sequence[Kind], told: Sequence[Sentence], names: Sequence[Named]
) -> Home:
    """Find the councils that a text is about."""
    said = _councils(names)
    over = _over_it(atlas, paragraphs, kinds)
    aside = not said or _all_aside(told, names, headed=over.keys().isdisjoint(said) and bool(over))
    over = over if aside else {}
    councils = {**said, **over}
    main = next(iter(over.values()), None)
    if main is None and aside:
        parishes = isle_parishes(atlas, told)
        main = parishes[0] if parishes else town_hall(atlas, told, names)
        councils |= {fold(parish.place): parish for parish in parishes}
    if main and main.place:
        councils[fold(main.place)] = main
    names = [_with_towns(sentence.text, found, councils) for sentence, found in zip(told, names, strict=True)]
    return Home(names, councils, main, bool(over))


_ASIDE = Wording(
    r"\b(?:next door|next-door|neighbouring|nearby|elsewhere|meanwhile|across the \w+|down the road|also)\b[^.;]{0,30}$"
)
"""What brings in another council than the article's, before its name."""


_SMALL_HALL = Headed(
    r"\b(?:the|our|to|of|that) (?:town|parish|community) council\b|\b(?:town|parish|community) councillors\b"
)
"""A council of a town or a village, not named as such."""


_MEANWHILE = re.compile(r",? (?:meanwhile|by contrast|for its part|too|also)\b")


def _all_aside(told: Sequence[Sentence], names: Sequence[Named], *, headed: bool) -> bool:
    """Tell whether every council that is named as such is another than the one that the article is about.

    It is brought in as another; or another one is named over the text (`headed`); or the text speaks of a town council
    that it does not name, and of a county's or a district's only where it says nothing of links.
    """
    small_hall = any(_SMALL_HALL.search(sentence.text) for sentence in told)
    found = [
        number > 3
        and bool(
            headed
            or _ASIDE.search(sentence.text[: mention.start])
            or _MEANWHILE.match(sentence.text, mention.end)
            or (small_hall and mention.council.type is not CouncilType.PARISH and not STRONG.search(sentence.text))
        )
        for number, (sentence, one) in enumerate(zip(told, names, strict=True))
        for mention in one.councils
        if not mention.bare
    ]
    return bool(found) and all(found)


def _councils(names: Sequence[Named]) -> dict[str, CouncilPlace]:
    """Give the councils named as such, by the places they govern; what the text calls them wins over our list."""
    found: dict[str, CouncilPlace] = {}
    for mention in (mention for one in names for mention in one.councils):
        if not mention.bare:
            council = _called(mention)
            old = found.get(fold(council.place))
            if old is None or (len(council.name) > len(old.name) and council.type is old.type):
                found[fold(council.place)] = council
    return found


_A_BODY = Wording(r"\bcouncil\b|\bborough of\b")


def _over_it(atlas: Atlas, paragraphs: Sequence[str], kinds: Sequence[Kind]) -> dict[str, CouncilPlace]:
    """Give the council that a text names in what stands over its headline alone, by the place it governs."""
    silent = [
        line
        for line, kind in zip(paragraphs[:4], kinds, strict=False)
        if kind.kind in SILENT and len(line) < 160 and _A_BODY.search(line)
    ]
    return _councils([named(atlas, line) for line in silent])


def _called(mention: CouncilMention) -> CouncilPlace:
    """Give a council by the name that the text uses, unless the archive has one for it."""
    council = mention.council
    words = re.sub(r"^(?:the|The) ", "", mention.words)
    if council.known or "ouncil" not in words or words.isupper() or words[:1].islower():
        return council
    if fold(council.place).split()[0] not in fold(words).split() or len(fold(words)) < len("a council"):
        return council
    if council.name.startswith("City of ") and not words.startswith("City"):
        return council
    first = words.split()[0]
    if first.isupper() and len(first) > 3:
        words = words.replace(first, first.title(), 1)
    return replace(council, name=words.replace(" council", " Council"))


_LIES_IN = re.compile(r",? (?:in )?(?:the )?")


def _is_explained(text: str, mention: PartnerMention, every: Sequence[PartnerMention]) -> bool:
    """Tell whether a place abroad stands just before the one that it lies in: Penrith, New South Wales."""
    return any(
        other.start > mention.end
        and other.choices[0].level in WIDE
        and _LIES_IN.fullmatch(text, mention.end, other.start)
        for other in every
    )


_TWO = re.compile(r" (?:and|with) ")


def _names_of(council: CouncilPlace, others: Collection[str]) -> list[str]:
    """Give what the place of a council is called: by its first town alone, too, where that has no council of its own."""
    if not council.place:
        return []
    first, *more = _TWO.split(council.place, maxsplit=1)
    return [council.place, first] if more and fold(first) not in others and not council.known else [council.place]


def _with_towns(text: str, found: Named, councils: dict[str, CouncilPlace]) -> Named:
    """Add the places of councils that no list has, where they are named without the word, and are no place abroad."""
    own = {fold(council.place) for council in councils.values()}
    abroad = tuple(
        m
        for m in found.partners
        if m.country or m.choices[0].known or fold(m.name) not in own or _is_explained(text, m, found.partners)
    )
    if len(abroad) < len(found.partners):
        found = found._replace(partners=abroad)
    more: list[CouncilMention] = []
    for name, council in [(name, one) for one in councils.values() for name in _names_of(one, own)]:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            around = text[max(0, at - 1) : at] + text[end : end + 1]
            whole = not any(char.isalnum() or char == "-" for char in around)
            longer = (
                text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower()
            )
            spans = [(c.start, c.end) for c in (*found.councils, *more)] + [(p.start, p.end) for p in found.partners]
            if whole and not longer and not any(start <= at < stop for start, stop in spans):
                of_isle = is_isle_parish(council)
                named_so = of_isle and (text[:at].endswith("arish of ") or not text[:at].strip("•*–- "))
                more.append(CouncilMention(council, at, end, text[at:end], bare=not named_so))
            at = text.find(name, end)
    if not more:
        return found
    return Named(tuple(sorted((*found.councils, *more), key=lambda m: m.start)), found.partners, found.countries)
