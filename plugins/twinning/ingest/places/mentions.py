"""Which councils and which places abroad a sentence names, by the archive's authority records and the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from ..wordings.patterns import Wording
from .abroad import (
    ALIKE,
    EXPLAINED,
    NAMED_LAND,
    PLACED,
    TWIN_OF,
    TWINNED,
    PartnerMention,
    districts_in,
    explained,
    place_abroad,
    regions_in,
)
from .atlas import Atlas, unowned
from .councils import NO_NAME, CouncilMention, bare_council, councils_in
from .countries import EITHER, NAMES, code_of
from .gazetteer import fold, gazetteer

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0]?[-–.,&/]?[ \u00a0]?(?:& )?\Z|\Z")
_SPAN = re.Match.span
_STANDS = attrgetter("start")
_TWIN = re.compile("twin|sister|partner")
_KIND = re.compile(
    "city|town|village|province|region|county|prefecture|district|commune|port|municipality|resort|suburb|island|isle"
)
_WARD = re.compile(
    r"\b(?:Cllr|Coun|Councillor|Cr|Ald)\.? (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+ (?P<ward>\([^()]{2,60}\))"
    r"|(?P<ward_of_party>\((?=[^()]{0,60}\b(?:Lab|Labour|Con|Conservative|Tory|Lib Dem|Liberal Democrat|LD|Green|Ind|Independent|SNP|Plaid|Plaid Cymru|Reform|Reform UK|UKIP|DUP|SF|Sinn Féin|SDLP|UUP|Alliance)\b)[^()]{2,70}\))"
)
"""What stands in brackets behind a councillor, who sits for a party and a ward: Grange is not in Australia."""


class Named(NamedTuple):
    """All that a sentence names."""

    councils: tuple[CouncilMention, ...] = ()
    partners: tuple[PartnerMention, ...] = ()
    countries: tuple[str, ...] = ()
    """Codes of the countries that it names or whose adjectives it has."""


def named(atlas: Atlas, text: str) -> Named:
    """Find all councils and places abroad that a sentence names."""
    shouted = text.isupper()
    words = [(start, end, text[start:end]) for start, end in map(_SPAN, _WORD.finditer(text))]
    councils = list(councils_in(atlas, text, words))
    wards = [match.span(match.lastgroup or 0) for match in _WARD.finditer(text)] if "(" in text else []
    taken = [*((c.start, c.end) for c in councils), *wards]
    partners: list[PartnerMention] = []
    homes = gazetteer().homes
    skip = 0
    for i in [i for i, (_, _, word) in enumerate(words) if word[0].isupper() or word == "s"]:
        start, _, word = words[i]
        if start < skip or (word == "s" and text[start - 1 : start] not in "'’"):
            continue
        most = atlas.most(word)
        for end, key in _keys(text, words, i, most) if most else ():
            if any(s < end and start < e for s, e in taken):
                break
            if not atlas.has(key):
                if " " in key and key in homes:  # Saffron Walden is not in Walden, Canada
                    skip = end
                    break
                continue
            found = bare_council(atlas, text, start, end, key, shouted=shouted) if not _is_second(text, start) else None
            if found is None:
                partner = place_abroad(atlas, text, start, end, key, shouted=shouted)
                if partner is None:
                    continue
                partners.append(partner)
            else:
                councils.append(found)
            skip = end
            break
    lands = [*EITHER.finditer(text)]
    if lands:
        known = [*((c.start, c.end) for c in councils), *((p.start, p.end) for p in partners), *wards]
        partners += _explained(text, known, lands)
    partners.sort(key=_STANDS)
    councils = [c for c in councils if not (c.bare and _is_of_a_row(text, c, partners))]
    councils.sort(key=_STANDS)
    return Named(tuple(councils), tuple(partners), tuple(dict.fromkeys(code_of(m[1]) for m in lands)))


def _is_second(text: str, start: int) -> bool:
    """Tell whether a word is the second half of a name: Cllr Barnwood-Leigh is not of Leigh."""
    return text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()


_AND = re.compile(r",? and (?:the )?|, ")


def _is_of_a_row(text: str, council: CouncilMention, partners: Sequence[PartnerMention]) -> bool:
    """Tell whether a town's name ends a row of places abroad, and is another's: Florence, Prague and Boston."""
    at, row = council.start, 0
    for one in sorted(partners, key=lambda p: -p.start):
        if one.end <= at and _AND.fullmatch(text, one.end, at):
            at, row = one.start, row + 1
    return row >= 2


def _explained(text: str, taken: list[tuple[int, int]], lands: Sequence[re.Match[str]]) -> Iterator[PartnerMention]:
    """Yield the places that no list has but whose sentence says where they lie, and regions that are named for themselves."""
    named_land = any(match[1] in NAMES for match in lands)
    twin = _TWIN.search(text)
    asked = (
        (EXPLAINED, _KIND.search(text)),
        (NAMED_LAND, named_land and " of " in text),
        (TWINNED, twin),
        (TWIN_OF, twin and ", " in text),
        (PLACED, named_land),
    )
    for pattern, may in asked:
        for match in pattern.finditer(text) if may else ():
            start, end = match.span("name")
            if any(s < end and start < e for s, e in taken) or match["name"].split()[0] in NO_NAME:
                continue
            if (pattern is PLACED and not match["kind"] and _is_no_place(match["name"])) or _FIRM.search(match["name"]):
                continue
            taken.append((start, end))
            yield explained(match)
    for place in (*districts_in(text), *(regions_in(text) if named_land else ())):
        if not any(s < place.end and place.start < e for s, e in taken):
            yield place


_FIRM = re.compile(r" (?:BV|NV|GmbH|AG|SpA|Ltd|plc|PLC|Inc|SA|AB|Oy|AS)$")
_ON_PAPER = Wording(
    r"\b(?:council\w*|republic|kingdom|union|federation|people|university|college|school|church|club|united|association|party|league|government|parliament|embassy|mr|mrs|ms|dr|sir|coun|cllr|minister|president|army|war|institute|festival|world|disney|stadium|airport|zoo|labour|europe\w*|africa|asia)\b"
)


def _is_no_place(name: str) -> bool:
    """Tell whether a capitalised name in front of a country's is something else than a place there."""
    return bool(_ON_PAPER.search(name) or EITHER.search(name) or fold(name) in ALIKE or fold(name) in gazetteer().homes)


def _keys(text: str, words: Sequence[tuple[int, int, str]], i: int, most: int) -> Iterator[tuple[int, str]]:
    """Yield the folded names of at most so many words that begin at one, the longest first, each with where it ends."""
    keys: list[tuple[int, str]] = []
    parts: list[str] = []
    for j in range(i, min(i + most, len(words))):
        if j > i:
            gap = text[words[j - 1][1] : words[j][0]]
            if gap != " " and (len(gap) > 3 or not _GAP.match(gap)):
                break
            if words[j - 1][2].endswith(("'s", "’s")):
                break
            if gap.strip() == "&":
                parts.append("and")
        word = words[j][2]
        plain = unowned(word)
        whole = " ".join([*parts, fold(word)])
        if plain != word:
            key = " ".join([*parts, fold(plain)])
            end = words[j][0] + len(plain)
            if parts[:1] == ["saint"]:  # St George's is no St George; Preston's is Preston's before it is Prestons
                keys += [(end, key), (words[j][1], whole)]
            else:
                keys += [(words[j][1], whole), (end, key)]
        else:
            keys.append((words[j][1], whole))
        parts.append(fold(word))
    return reversed(keys)
