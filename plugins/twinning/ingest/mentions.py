"""Which councils and which places abroad a sentence names, by the archive's authority records and the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .abroad import (
    ALIKE,
    EXPLAINED,
    NAMED_LAND,
    PLACED,
    TWIN_OF,
    TWINNED,
    PartnerMention,
    explained,
    place_abroad,
    regions_in,
)
from .atlas import Atlas
from .councils import NO_NAME, CouncilMention, bare_council, councils_in, unowned
from .countries import ADJECTIVES, EITHER, NAMES, code_of
from .gazetteer import fold, gazetteer
from .wording import Wording

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0]?[-–.,&/]?[ \u00a0]?(?:& )?\Z|\Z")
_COUNTRY_WORDS = frozenset(name.split()[0] for name in (*NAMES, *ADJECTIVES))
"""With what the names of countries begin: a sentence without any names none."""


@dataclass(frozen=True, slots=True)
class Named:
    """All that a sentence names."""

    councils: tuple[CouncilMention, ...] = ()
    partners: tuple[PartnerMention, ...] = ()
    countries: tuple[str, ...] = ()
    """Codes of the countries that it names or whose adjectives it has."""


def named(atlas: Atlas, text: str) -> Named:
    """Find all councils and places abroad that a sentence names."""
    shouted = text.isupper()
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    councils = list(councils_in(atlas, text, words))
    taken = [(c.start, c.end) for c in councils]
    partners: list[PartnerMention] = []
    skip = 0
    for i, (start, _, word) in enumerate(words):
        if start < skip or not (word[0].isupper() or (word == "s" and text[start - 1 : start] in "'’")):
            continue
        for end, key in _keys(atlas, text, words, i):
            if any(s < end and start < e for s, e in taken):
                break
            found = bare_council(atlas, text, start, end, key, shouted=shouted)
            if found is None:
                partner = place_abroad(atlas, text, start, end, key, shouted=shouted)
                if partner is None:
                    continue
                partners.append(partner)
            else:
                councils.append(found)
            skip = end
            break
    lands = any(word in _COUNTRY_WORDS for _, _, word in words)
    if lands:
        partners += _explained(text, [*((c.start, c.end) for c in councils), *((p.start, p.end) for p in partners)])
    partners.sort(key=lambda p: p.start)
    countries = tuple(dict.fromkeys(code_of(m[1]) for m in EITHER.finditer(text))) if lands else ()
    councils.sort(key=lambda c: c.start)
    return Named(tuple(councils), tuple(partners), countries)


def _explained(text: str, taken: list[tuple[int, int]]) -> Iterator[PartnerMention]:
    """Yield the places that no list has but whose sentence says where they lie, and regions that are named for themselves."""
    for pattern in (EXPLAINED, NAMED_LAND, TWINNED, TWIN_OF, PLACED):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if any(s < end and start < e for s, e in taken) or match["name"].split()[0] in NO_NAME:
                continue
            if pattern is PLACED and _is_no_place(match["name"]):
                continue
            taken.append((start, end))
            yield explained(match)
    yield from (p for p in regions_in(text) if not any(s < p.end and p.start < e for s, e in taken))


_ON_PAPER = Wording(
    r"\b(?:council\w*|republic|kingdom|union|federation|people|university|college|school|church|club|united|association|party|league|government|parliament|embassy|mr|mrs|ms|dr|sir|coun|cllr|minister|president|army|war|institute|festival|labour|europe\w*|africa|asia)\b"
)


def _is_no_place(name: str) -> bool:
    """Tell whether a capitalised name in front of a country's is something else than a place there."""
    return bool(_ON_PAPER.search(name) or EITHER.search(name) or fold(name) in ALIKE or fold(name) in gazetteer().homes)


def _keys(atlas: Atlas, text: str, words: Sequence[tuple[int, int, str]], i: int) -> Iterator[tuple[int, str]]:
    """Yield the folded names that begin at a word, the longest first, each with where it ends."""
    first = fold(unowned(words[i][2]))
    most = max(atlas.longest.get(first, 0), gazetteer().longest.get(first, 0))
    if not most and "'" in words[i][2].replace("’", "'"):
        first = fold(words[i][2])
        most = max(atlas.longest.get(first, 0), gazetteer().longest.get(first, 0))
    keys: list[tuple[int, str]] = []
    parts: list[str] = []
    for j in range(i, min(i + most, len(words))):
        if j > i:
            gap = text[words[j - 1][1] : words[j][0]]
            if len(gap) > 3 or not _GAP.match(gap) or words[j - 1][2].endswith(("'s", "’s")):
                break
            if gap.strip() == "&":
                parts.append("and")
        word = words[j][2]
        plain = unowned(word)
        if plain != word:  # Preston's is Preston's before it is Prestons
            keys.append((words[j][1], " ".join([*parts, fold(word)])))
        keys.append((words[j][0] + len(plain), " ".join([*parts, fold(plain)])))
        parts.append(fold(word))
    return reversed(keys)
