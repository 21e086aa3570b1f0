"""Whose "the town council" is, in texts that go from place to place: that of the town which the section is about.

A round-up says a town once, in a heading, in the first words of a paragraph or just before its council, and goes on
with "the borough council". Elsewhere the words mean the article's own council, which is found for the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...vocabulary import ParagraphKind
from ..proposal import CouncilPlace
from ..texts.sentences import Sentence
from ..wordings.patterns import Wording
from .atlas import Atlas
from .councils import CouncilMention, titled
from .gazetteer import fold
from .mentions import Named
from .townhalls import towns_in

_KINDS = r"(?P<kind>town|parish|community|city|borough|district|county|island)"
_ITS_COUNCIL = Wording(
    rf"\b(?:the|its|whose) (?:{_KINDS} )?council(?!lors?\b)\b(?! (?:of|in|tax|house|offices?|chamber)\b)"
)
_JUST_BEFORE = Wording(r",? where $|,? whose $|, $|^ $| $")
_RUN_IN = re.compile(r"\W*(?P<name>[A-Z][A-Z’' &-]{2,40}?)(?: ?[.:–—-])(?:\s|$)")
"""A town in capitals that opens a paragraph: KENDAL. A good weekend for the town council."""
_FEWEST = 2
"""How many towns must have sections of their own."""


def with_sections(atlas: Atlas, told: Sequence[Sentence], names: Sequence[Named]) -> list[Named]:
    """Add the councils that are named by their kind alone, in sections about towns of their own."""
    opened = dict(_openings(atlas, told, names))
    if len(set(map(fold, opened.values()))) < _FEWEST:
        opened = {}
    found = []
    for sentence, one in zip(told, names, strict=True):
        more = []
        for match in _ITS_COUNCIL.finditer(sentence.text):
            if any(c.start < match.end() and match.start() < c.end for c in one.councils):
                continue
            town = _named_before(atlas, sentence.text, one, match.start()) if match["kind"] else None
            town = town or opened.get(sentence.p)
            council = _council_of(atlas, town, match["kind"] or "") if town else None
            if council:
                more.append(CouncilMention(council, *match.span(), sentence.text[slice(*match.span())], bare=False))
        councils = tuple(sorted((*one.councils, *more), key=lambda mention: mention.start))
        found.append(Named(councils, one.partners, one.countries) if more else one)
    return found


def _openings(atlas: Atlas, told: Sequence[Sentence], names: Sequence[Named]) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs that are about a town of their own, with its name: by their opening, or the heading over them."""
    over: str | None = None
    for sentence, one in zip(told, names, strict=True):
        if not sentence.first:
            continue
        if sentence.kind is ParagraphKind.SUBHEADING:
            over = next(iter(_towns(atlas, sentence.text, one)), None)
            continue
        run_in = _RUN_IN.match(sentence.text)
        own = next(iter(_towns(atlas, run_in["name"], Named())), None) if run_in else None
        if town := own or over:
            yield sentence.p, town


def _towns(atlas: Atlas, text: str, one: Named) -> list[str]:
    bare = [text[c.start : c.end] for c in one.councils if c.bare]
    return bare or [text[start:end] for start, end in towns_in(atlas, text, one)]


def _named_before(atlas: Atlas, text: str, one: Named, at: int) -> str | None:
    """Give the town that a sentence names just before its council: in Redditch, where the borough council."""
    before = [
        *((start, end) for start, end in towns_in(atlas, text, one)),
        *((c.start, c.end) for c in one.councils if c.bare),
    ]
    near = [(start, end) for start, end in before if end <= at and _JUST_BEFORE.fullmatch(text[end:at])]
    return text[slice(*max(near))] if near else None


def _council_of(atlas: Atlas, town: str, kind: str) -> CouncilPlace | None:
    """Give the council of a town by its kind; where the text does not say it, only one that is known."""
    name = titled(town) if town.isupper() else town
    return atlas.council_of(name, kind) if kind in _SMALL else atlas.council_named(name, kind)


_SMALL = frozenset({"town", "parish", "community", "city"})
