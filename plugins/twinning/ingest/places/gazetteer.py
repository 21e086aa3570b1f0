"""The places that are known without an archive: British councils and towns, and places abroad.

`councils.tsv` is kept by hand; `places.tsv` and `homes.txt` are made by the task `gazetteer`, from GeoNames (CC BY 4.0)
and ISO 3166-2. All is looked up by folded names: without case, accents, hyphens and apostrophes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...vocabulary import CouncilType, Level, Nation
from ..proposal import CouncilPlace, PartnerPlace

_HERE = Path(__file__).parent
_MARKS = re.compile("[\u0300-\u036f]")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae",
                          "ı": "i", "þ": "th", "ð": "d", "œ": "oe", "Œ": "oe", "'": "", "’": "", "‘": "", "`": "",
                          "-": " ", "–": " ", "‐": " ", ".": " ", "/": " ", ",": " ", "&": " and "})  # fmt: skip


def _fold(name: str) -> str:
    return fold.__wrapped__(name)  # not kept: the gazetteer's names are folded once


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Give a name as it is looked up: "Saint-Étienne" and "St. Etienne" are one."""
    if name.isascii() and name.isalpha():
        name = name.lower()
        return "saint" if name in {"st", "ste", "sainte"} else name
    if not name.isascii():
        name = _MARKS.sub("", unicodedata.normalize("NFKD", name.translate(_LETTERS)))
    words = name.translate(_LETTERS).casefold().split()
    return " ".join("saint" if word in {"st", "ste", "sainte"} else word for word in words)


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Give the id that an authority record of this name would have."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("saint", "st") if name.startswith("St") else fold(name)).strip(
        "-"
    )


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known places by their folded names; of several of one name, the largest first."""

    councils: Mapping[str, tuple[CouncilPlace, ...]]
    """By the places that they govern and by their names."""
    abroad: Mapping[str, str]
    """The lines of places.tsv that have this name, parted by line ends: few of 40,000 are ever asked for."""
    homes: frozenset[str]
    """Towns and villages of the United Kingdom."""
    longest: Mapping[str, int]
    """How many words the longest name has that begins with a word."""

    def abroad_named(self, folded: str) -> tuple[PartnerPlace, ...]:
        """Give the places abroad of a folded name, the most populous first, regions before towns of ten thousand."""
        return _parsed(self.abroad.get(folded, ""))


@lru_cache(maxsize=4096)
def _parsed(lines: str) -> tuple[PartnerPlace, ...]:
    found = []
    for line in filter(None, lines.split("\n")):
        name, country, level, people, number, latitude, longitude, _ = (line.split("\t") + [""] * 7)[:8]
        place = PartnerPlace(
            name,
            slug(name),
            country,
            _LEVELS[level],
            geonames=int(number) if number else None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
        )
        found.append((-int(people or 10_000), place.geonames or 0, place))
    return tuple(place for *_, place in sorted(found, key=lambda item: item[:2]))


_LEVELS = {str(level): level for level in Level}
_TYPES = {str(kind): kind for kind in CouncilType}
_NATIONS = {str(nation): nation for nation in Nation}
_DOUBLE = re.compile(r"([^\W\d_]{7,})-[^\W\d_]{4,}$")
"""Of Plougastel-Daoulas, what people say."""
_RIVER = re.compile(r"(.{4,}?) (?:vor|am|an|im|ob|bei|in|unter|nad|pod|pri) ")
"""Of Frankfurt am Main, what people say."""


def _lines(name: str) -> Iterator[str]:
    for line in (_HERE / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Read the gazetteer, once."""
    councils: dict[str, list[CouncilPlace]] = defaultdict(list)
    for line in _lines("councils.tsv"):
        name, places, kind, nation, iso = line.split("\t")
        first, *_ = places.split("|")
        council = CouncilPlace(name, slug(first or name), iso or None, _TYPES[kind], _NATIONS.get(nation), first)
        for key in dict.fromkeys(map(fold, filter(None, [*places.split("|"), name]))):
            councils[key].append(council)
    abroad: dict[str, str] = {}
    shortened: list[tuple[str, str]] = []
    for line in _lines("places.tsv"):
        name, _, rest = line.partition("\t")
        others = rest.rpartition("\t")[2] if rest.count("\t") == 6 else ""
        names = [name, *others.split("|")] if others else [name]
        if " / " in name:
            names += name.split(" / ")
        if rest.startswith(("DE", "AT", "CZ", "PL", "SK")) and (short := _RIVER.match(name)):
            names.append(short[1])
        if rest.startswith(("FR", "DE", "BE", "CH")) and (short := _DOUBLE.match(name)):
            shortened.append((_fold(short[1]), line))
        for key in names:
            folded = _fold(key)
            abroad[folded] = f"{abroad[folded]}\n{line}" if folded in abroad else line
    for key, line in shortened:
        abroad.setdefault(key, line)
    homes = frozenset(map(_fold, _lines("homes.txt")))
    longest: dict[str, int] = {}
    for names_ in (councils, abroad, homes):
        for key in names_:
            word, _, more = key.partition(" ")
            longest[word] = max(longest.get(word, 0), more.count(" ") + 2 if more else 1)
    return Gazetteer({key: tuple(found) for key, found in councils.items()}, abroad, homes, longest)
