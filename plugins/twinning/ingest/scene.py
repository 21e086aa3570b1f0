"""An article as it is read for partnerships: its sentences with what they name, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..vocabulary import CouncilType, ParagraphKind
from .fates.phrases import COUNCIL, PARTNER, STRONG
from .patterns import Headed, Wording
from .people.voices import Voice, voices
from .places.abroad import PartnerMention, settled
from .places.atlas import Atlas
from .places.councils import CouncilMention
from .places.countries import lands_of_places, lands_of_twins
from .places.gazetteer import fold
from .places.isles import is_isle_parish, isle_parishes
from .places.items import with_items
from .places.mentions import Named, named
from .places.namesakes import with_namesakes
from .places.sections import with_sections
from .places.seeming import without_outsiders, without_words
from .places.strangers import with_strangers
from .places.townhalls import town_hall
from .proposal import CouncilPlace, Kind, PartnerPlace
from .texts.sentences import SILENT, Sentence, sentences


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with all that is known of it."""

    sentence: Sentence
    named: Named
    voice: Voice
    councils: tuple[CouncilPlace, ...]
    partners: tuple[PartnerPlace, ...]
    marked: str
    """Its words with each council as COUNCILX and each place abroad as PARTNERX."""
    explicit: tuple[CouncilPlace, ...]
    """The councils that it names as councils."""

    @property
    def is_heading(self) -> bool:
        """Tell whether it is a heading, whose verbs lack their helpers."""
        return self.sentence.kind in {ParagraphKind.HEADLINE, ParagraphKind.SUBHEADING}


@dataclass(frozen=True)
class Scene:
    """The whole article."""

    lines: tuple[Line, ...]
    main: CouncilPlace | None
    """The council that it is most about."""
    is_letter: bool = False
    civic: bool = False
    """Whether its links abroad are a council's: a council is named as such beside one."""
    headed: bool = False
    """Whether its council is named over the headline alone."""
    listing: bool = False
    """Whether it lists councils, each with its place abroad, in items that begin with the council's name."""

    @cached_property
    def many(self) -> bool:
        """Tell whether it goes from council to council, so that the one named last is the one meant."""
        return len({council.id for line in self.lines for council in line.explicit}) >= 3

    @cached_property
    def own_paper(self) -> bool:
        """Tell whether it is the council's own: minutes, decisions, a release that its name stands over."""
        return self.headed or any(
            line.is_heading and line.explicit and _PAPER.search(line.sentence.text) for line in self.lines[:4]
        )


def scene(atlas: Atlas, paragraphs: Sequence[str], kinds: Sequence[Kind]) -> Scene:
    """Read an article's sentences."""
    told = sentences(paragraphs, kinds)
    names = [without_outsiders(sentence.text, named(atlas, sentence.text)) for sentence in told]
    names = with_sections(atlas, told, with_items(atlas, told, without_words(told, names)))
    names = with_namesakes(atlas, told, names)
    said = _councils(names)
    over = _over_it(atlas, paragraphs, kinds)
    aside = not said or _all_aside(told, names, headed=over.keys().isdisjoint(said) and bool(over))
    over = over if aside else {}
    councils = {**said, **over}
    inferred = next(iter(over.values()), None)
    if inferred is None and aside:
        parishes = isle_parishes(told)
        inferred = parishes[0] if parishes else town_hall(atlas, told, names)
        councils |= {fold(parish.place): parish for parish in parishes}
    if inferred and inferred.place:
        councils[fold(inferred.place)] = inferred
    names = [_with_towns(sentence.text, found, councils) for sentence, found in zip(told, names, strict=True)]
    names = with_strangers(atlas, told, names)
    countries = [code for code, _ in Counter(c for found in names for c in found.countries).most_common()]
    texts = [_marked(sentence.text, found) for sentence, found in zip(told, names, strict=True)]
    spoken = voices(told, texts, letter=(letter := _is_letter(paragraphs, kinds)))
    lines = []
    plain = [
        code
        for sentence, found in zip(told, names, strict=True)
        for code in lands_of_places(sentence.text, found.countries)
    ]
    meant = [
        tuple(settled(m, [*lands_of_twins(sentence.text, found.countries), *plain, *countries]) for m in found.partners)
        for sentence, found in zip(told, names, strict=True)
    ]
    one = _one_name(meant)
    for sentence, found, voice, marked, places in zip(told, names, spoken, texts, meant, strict=True):
        here = tuple(_same(councils, mention) for mention in found.councils)
        there = tuple(one.get(place.id, place) for place in places)
        explicit = tuple(c for c, m in zip(here, found.councils, strict=True) if not m.bare)
        lines.append(Line(sentence, found, voice, here, there, marked, explicit))
    civic = any(_is_civic(line) for line in lines)
    return Scene(tuple(lines), inferred or _main(lines), letter, civic, bool(over), _is_listing(lines))


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


_LESSER = Wording(
    r"[ -](?:sur|sous|l[eè][sz]|les|le|la|de|du|des|d[’'].*|l[’'].*|en|am|an|im|bei|ob|in|der|nad|pod|di|del|na|op|aan)[ -]|[ -][dl][’']"
)


def _one_name(meant: Sequence[Sequence[PartnerPlace]]) -> dict[str, PartnerPlace]:
    """Give the place that a part of its name means, by the part's id: Luchon is Bagnères-de-Luchon where both are named."""
    counts = Counter(place for places in meant for place in places)
    found: dict[str, PartnerPlace] = {}
    by_number: dict[int, PartnerPlace] = {}
    for place, _ in counts.most_common():
        if place.geonames is not None and (same := by_number.setdefault(place.geonames, place)) is not place:
            found[place.id] = same  # Ouessant, or Ushant
    for long in sorted(counts, key=lambda p: (-len(p.name), p.id)):
        parts = set(re.split(r"[ -]", long.name))
        for short in counts:
            if (
                short.known
                or short.name == long.name
                or len(short.name) < 4
                or not (short.name in parts or long.name.startswith((f"{short.name}-", f"{short.name} ")))
            ):
                continue
            if short.country and long.country and short.country != long.country and counts[short] > counts[long]:
                continue
            listed = long.geonames is not None or " " not in long.name
            whole = long.known or listed or bool(_LESSER.search(long.name)) or counts[long] > counts[short]
            kept, other = (long, short) if whole else (short, long)
            found.setdefault(other.id, found.get(kept.id, kept))
    return found


ITEM = re.compile(r"^\W*(?:\d+[.)]? )?COUNCILX(?: ?:| ?[–—-] |,? and (?=PARTNERX))")
"""How an item of a list of partnerships begins."""


def _is_listing(lines: Sequence[Line]) -> bool:
    """Tell whether a text lists partnerships: three items that begin with a council and name a place abroad."""
    items = [line for line in lines if ITEM.match(line.marked) and line.explicit and line.partners]
    return len(items) >= 3 and any(STRONG.search(line.marked) or _TWINS.search(line.marked) for line in lines)


_TWINS = Headed(r"\btwin(?:s|ned|ning)?\b|\bfriends? (?:abroad|overseas|in)\b|\bsister")
_LINKS_ABROAD = Headed(
    r"\b(?:links?|ties|friends|friendships?|twins|partners?|partnerships?|agreements?|charter|deed|pact)\b[^.;]{0,30}\b(?:abroad|overseas|international|foreign|with (?:the )?(?:[\w-]+ ){0,4}PARTNERX|with the \w+ (?:town|city|village|province|region|county|district))\b|\b(?:overseas|international|foreign) (?:links?|ties|partnerships?|friendships?)\b"
)


_OWN = Headed(
    r"\b(?:agreements?|pacts?|charters?|twinnings?|partnerships?|links?|accords?) between (?:the )?(?:[\w-]+ ){0,3}COUNCILX|\bCOUNCILX[’']s (?:[\w-]+ ){0,3}(?:twin|sister|friendship|partnership)",
    "councilx",
)


def _is_civic(line: Line) -> bool:
    """Tell whether a sentence of the newspaper's own words puts a council beside a link abroad."""
    whose = line.explicit or _OWN.search(line.marked)
    if not whose or line.sentence.quoted or line.sentence.kind is ParagraphKind.CAPTION:
        return False
    return bool(STRONG.search(line.marked) or _LINKS_ABROAD.search(line.marked))


_PAPER = Wording(
    r"\b(?:minutes|decisions?|agenda|committee|cabinet|notes of|newsroom|press|release)\b|^[^a-z]*council\W*$"
)
_LETTER = Wording(
    r"^\W*(?:(?:readers[’']? )?letters?\b|your (?:views|say|letters)|have your say\W*$|postbag|points of view|dear (?:sir|madam|editor)|sir[,: –-]|editor[,: –-])"
)


def _is_letter(paragraphs: Sequence[str], kinds: Sequence[Kind]) -> bool:
    """Tell whether a text is a reader's letter: it stands under a heading for letters, or speaks to the editor."""
    return any(
        _LETTER.match(line)
        for line, kind in zip(paragraphs[:5], kinds, strict=False)
        if kind.kind is not ParagraphKind.HEADLINE or line.lower().startswith("dear ")
    )


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


def _same(councils: dict[str, CouncilPlace], mention: CouncilMention) -> CouncilPlace:
    """Give the council that a mention means: one named as such elsewhere in the text, if it governs the place."""
    council = mention.council
    for key in (fold(council.place), fold(mention.words)):
        if key in councils and (mention.bare or councils[key].type is council.type):
            return councils[key]
    return council


def _is_explained(mention: PartnerMention, every: Sequence[PartnerMention]) -> bool:
    """Tell whether a place abroad stands just before the one that it lies in: Penrith, New South Wales."""
    return any(0 < other.start - mention.end <= len(", in ") for other in every)


def _with_towns(text: str, found: Named, councils: dict[str, CouncilPlace]) -> Named:
    """Add the places of councils that no list has, where they are named without the word, and are no place abroad."""
    own = {fold(council.place) for council in councils.values()}
    abroad = tuple(
        m
        for m in found.partners
        if m.country or m.choices[0].known or fold(m.name) not in own or _is_explained(m, found.partners)
    )
    if len(abroad) < len(found.partners):
        found = replace(found, partners=abroad)
    more = []
    for council in councils.values():
        at = text.find(council.place) if council.place else -1
        while at >= 0:
            end = at + len(council.place)
            whole = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
            longer = (
                text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower()
            )
            spans = [(c.start, c.end) for c in found.councils] + [(p.start, p.end) for p in found.partners]
            if whole and not longer and not any(start <= at < stop for start, stop in spans):
                of_isle = is_isle_parish(council)
                named_so = of_isle and (text[:at].endswith("arish of ") or not text[:at].strip("•*–- "))
                more.append(CouncilMention(council, at, end, text[at:end], bare=not named_so))
            at = text.find(council.place, end)
    if not more:
        return found
    return Named(tuple(sorted((*found.councils, *more), key=lambda m: m.start)), found.partners, found.countries)


def _marked(text: str, found: Named) -> str:
    spans: list[tuple[int, int, str]] = [(m.start, m.end, COUNCIL) for m in found.councils]
    spans += [(m.start, m.end, PARTNER) for m in found.partners]
    out, last = [], 0
    for start, end, mark in sorted(spans):
        if start >= last:
            out += [text[last:start], mark]
            last = end
    return "".join([*out, text[last:]])


_NEXT_DOOR = Wording(r"\b(?:nearby|neighbouring|next-door) (?:[\w’'-]+,? ){0,3}(?:the )?$")


def _main(lines: Sequence[Line]) -> CouncilPlace | None:
    weights: Counter[CouncilPlace] = Counter()
    first: dict[CouncilPlace, int] = {}
    for number, line in enumerate(lines):
        for council, mention in zip(line.councils, line.named.councils, strict=True):
            aside = _NEXT_DOOR.search(line.sentence.text[: mention.start])
            weights[council] += 1 if mention.bare or aside else 4
            weights[council] += 2 if line.sentence.kind is ParagraphKind.HEADLINE else 0
            first.setdefault(council, number)
    return max(weights, key=lambda c: (weights[c], -first[c], c.name), default=None)
