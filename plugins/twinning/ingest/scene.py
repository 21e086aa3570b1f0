"""An article as it is read for partnerships: its sentences with what they name, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..vocabulary import ParagraphKind
from .fates.phrases import COUNCIL, PARTNER, STRONG
from .people.voices import Voice, voices
from .places.abroad import settled
from .places.atlas import Atlas
from .places.countries import lands_of_places, lands_of_twins
from .places.home import home
from .places.items import with_items
from .places.mentions import Named, named
from .places.namesakes import one_name, with_namesakes
from .places.sections import with_sections
from .places.seeming import without_home_ends, without_outsiders, without_words
from .places.strangers import with_strangers
from .proposal import CouncilPlace, Kind, PartnerPlace
from .texts.sentences import Sentence, sentences
from .wordings.glance import HELD, glance
from .wordings.patterns import Headed, Wording, small


class Line(NamedTuple):
    """One sentence with all that is known of it."""

    sentence: Sentence
    named: Named
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
    def voices(self) -> tuple[Voice, ...]:
        """Tell whose words each sentence is."""
        told, marked = [line.sentence for line in self.lines], [line.marked for line in self.lines]
        return voices(told, marked, letter=self.is_letter)

    @cached_property
    def own_paper(self) -> bool:
        """Tell whether it is the council's own: minutes, decisions, a release that its name stands over."""
        return self.headed or any(
            line.is_heading and line.explicit and _PAPER.search(line.sentence.text) for line in self.lines[:4]
        )


def scene(atlas: Atlas, paragraphs: Sequence[str], kinds: Sequence[Kind]) -> Scene:
    """Read an article's sentences."""
    told = sentences(paragraphs, kinds)
    for sentence in told:
        glance(sentence.text, small(sentence.text))
    names = [named(atlas, sentence.text) for sentence in told]
    names = [
        without_home_ends(sentence.text, without_outsiders(sentence.text, one))
        for sentence, one in zip(told, names, strict=True)
    ]
    names = with_sections(atlas, told, with_items(atlas, told, without_words(told, names)))
    at_home = home(atlas, paragraphs, kinds, told, with_namesakes(atlas, told, names))
    names = with_strangers(atlas, told, at_home.names)
    countries = [code for code, _ in Counter(c for found in names for c in found.countries).most_common()]
    texts = [_marked(sentence.text, found) for sentence, found in zip(told, names, strict=True)]
    for text in texts:
        if text not in HELD:  # it is its sentence's own where that names no place
            glance(text, small(text))
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
    one = one_name(meant)
    for sentence, found, marked, places in zip(told, names, texts, meant, strict=True):
        here = tuple(at_home.council_of(mention) for mention in found.councils)
        there = tuple(one.get(place.id, place) for place in places)
        explicit = tuple(c for c, m in zip(here, found.councils, strict=True) if not m.bare)
        lines.append(Line(sentence, found, here, there, marked, explicit))
    civic = any(_is_civic(line) for line in lines)
    letter = _is_letter(paragraphs, kinds)
    return Scene(tuple(lines), at_home.main or _main(lines), letter, civic, at_home.headed, _is_listing(lines))


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
