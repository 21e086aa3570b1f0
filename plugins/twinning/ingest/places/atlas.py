"""The archive's authority records and the gazetteer as one book of places, looked up by names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from ...archive import Archive
from ...records import Council, Partner
from ...vocabulary import CouncilType, Nation
from ..proposal import CouncilPlace, PartnerPlace
from .gazetteer import fold, gazetteer, slug
from .scottish import SCOTTISH

T = TypeVar("T")
_KEPT = 1 << 15
"""How many spellings are remembered: memory stays flat however much is read."""


def unowned(word: str) -> str:
    """Drop the s of an owner."""
    return word[:-2] if word[-1:] in "sS" and word[-2:-1] in {"'", "’"} else word


@dataclass
class Atlas:
    """The archive's authority records and the gazetteer, looked up by names: made once for an archive."""

    councils: dict[str, list[CouncilPlace]] = field(default_factory=lambda: defaultdict(list))
    partners: dict[str, list[PartnerPlace]] = field(default_factory=lambda: defaultdict(list))
    longest: dict[str, int] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    """How many words the longest name has that begins with a word as it is spelt: what was asked, remembered."""

    @classmethod
    def of(cls, known: Archive | None) -> Atlas:
        """Make it of an archive; of the gazetteer alone where there is none."""
        atlas = cls()
        for council in known.councils.values() if known else ():
            place = _council(council)
            for name in {
                council.name,
                council.official_name or council.name,
                council.short,
                *_telling(council.aliases),
            }:
                atlas._learn(atlas.councils[fold(name)], place, fold(name))
        for partner in known.partners.values() if known else ():
            there = _partner(partner)
            for name in {partner.name, *partner.aliases}:
                folded = re.sub(r"^(?:city|town|province|region) of | (?:city|province|county)$", "", fold(name))
                atlas._learn(atlas.partners[folded], there, folded)
        return atlas

    def _learn(self, found: list[T], place: T, folded: str) -> None:
        if place not in found:
            found.append(place)
        word, _, more = folded.partition(" ")
        self.longest[word] = max(self.longest.get(word, 0), more.count(" ") + 2 if more else 1)

    def most(self, word: str) -> int:
        """Give how many words the longest known name has that begins with a word, as a text spells it; 0 for none."""
        known = self.begun.get(word)
        if known is None:
            known = self._most(fold(unowned(word)))
            if not known and "'" in word.replace("’", "'"):
                known = self._most(fold(word))
            if len(self.begun) > _KEPT:
                self.begun.clear()
            self.begun[word] = known
        return known

    def _most(self, folded: str) -> int:
        return max(self.longest.get(folded, 0), gazetteer().longest.get(folded, 0))

    def has(self, key: str) -> bool:
        """Tell whether a folded name is that of a council's place or of a place abroad."""
        book = gazetteer()
        return key in book.abroad or key in book.councils or key in self.councils or key in self.partners

    def council_named(self, place: str, kind: str) -> CouncilPlace | None:
        """Find the council of a place; `kind` is "city", "town" or the like, empty where the text does not say it."""
        key = fold(place)
        every: list[CouncilPlace] = [*self.councils.get(key, ()), *gazetteer().councils.get(key, ())]
        local = kind in {"town", "parish", "community", "village"}
        for council in every:
            wanted = fold(council.name).split()
            if local != (council.type is CouncilType.PARISH) and kind:
                continue
            if kind in {"county", "city", "district", "borough"} and not council.known:
                said = {"county", "city", "district", "borough"} & set(wanted)
                if said and kind not in said:
                    continue
            return council
        return None

    def council_of(self, place: str, kind: str) -> CouncilPlace:
        """Give the council of a place by its kind, such as "town": the one that is known, else one to propose.

        A town of Scotland has none of its own: it is given the council that governs it, unless the kind is none of Scotland.
        """
        scottish = SCOTTISH.get(fold(place), "") if kind in {"", "town", "city", "community"} else ""
        governing = self.council_named(scottish, "") if scottish else None
        return (
            self.council_named(place, kind) or governing or new_council(place, kind, f"{place} {kind.title()} Council")
        )

    def is_council_place(self, key: str) -> bool:
        """Tell whether a folded name is that of a place with a council that is known."""
        return key in self.councils or key in gazetteer().councils

    def abroad(self, key: str) -> tuple[PartnerPlace, ...]:
        """Give the places abroad of a folded name, the archive's own first."""
        ours = self.partners.get(key, ())
        if ours:
            return tuple(ours)
        return gazetteer().abroad_named(key)


def _telling(aliases: Iterable[str]) -> list[str]:
    """Give the aliases that name one council: "County Hall" and "the district" may be any council's."""
    return [
        alias for alias in aliases if not re.match(r"(?i)the |(?:county|city|town|shire) hall|guildhall|civic", alias)
    ]


def _council(council: Council) -> CouncilPlace:
    code = council.iso or council.gss
    return CouncilPlace(council.name, council.id, code, council.type, council.nation, council.short, known=True)


def _partner(partner: Partner) -> PartnerPlace:
    at = partner.coordinates
    return PartnerPlace(
        partner.name, partner.id, partner.country, partner.level, partner.geonames, partner.within,
        at.lat if at else None, at.lon if at else None, known=True,
    )  # fmt: skip


def new_council(place: str, kind: str, name: str) -> CouncilPlace:
    """Propose a council that no list has, of the name that the text gives it."""
    types = {"county": CouncilType.COUNTY, "district": CouncilType.DISTRICT, "borough": CouncilType.DISTRICT,
             "city": CouncilType.DISTRICT, "town": CouncilType.PARISH, "parish": CouncilType.PARISH,
             "community": CouncilType.PARISH, "village": CouncilType.PARISH}  # fmt: skip
    nation = Nation.WALES if kind == "community" else None
    return CouncilPlace(name, slug(place), None, types.get(kind), nation, place)
