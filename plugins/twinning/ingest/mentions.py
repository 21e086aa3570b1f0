"""Which councils and which places abroad a sentence names, by the archive's authority records and the gazetteer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ..archive import Archive
from ..records import Council, Partner
from ..vocabulary import CouncilType, Level, Nation
from .countries import ADJECTIVE, ADJECTIVES, COUNTRY, EITHER, NAMES, SEATS, code_of
from .gazetteer import fold, gazetteer, slug
from .proposal import CouncilPlace, PartnerPlace

T = TypeVar("T")

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0]?[-–.,&/]?[ \u00a0]?(?:& )?\Z|\Z")
_KIND = frozenset(
    ("city county borough district town parish community metropolitan unitary village island islands regional").split()
)
_LINKED = frozenset(("of and upon on in le the with under by cum next near de").split())
_NO_NAME = frozenset(
    (
        "The A An This That These Those When If But And As At In On For From By With While After Before Since "
        "Although However Labour Tory Tories Conservative Conservatives Lib Dem Dems Liberal Democrat "
        "Democrats Green Greens Reform SNP Plaid UKIP Independent Labour-run Conservative-run Local Your Our "
        "Their His Her Its My Lord Mayor Deputy Leader Former Councillor Cllr Coun Members Member Says Said "
        "Full Shadow Cabinet Special Annual Extraordinary Ordinary New Old Both Each Every Some All No Not "
        "Any Which What Why How Who Where Last Next First Second One Two Three Four Five Is Are Was Were Has "
        "Have Had Will Yesterday Today Tonight Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
        "Opposition Senior Council City County Town Borough District Parish Unitary Metropolitan Village Here "
        "There Now Then It He She They We Dear Meanwhile Speaking Members Residents Minutes Meeting Group "
        "Party Chief Executive Outgoing Scottish Welsh English British Finally Elsewhere Despite LIVE "
        "BREAKING EXCLUSIVE Chair Chairman Under Until Only Even Also Neighbouring Nearby Rural"
    ).split()
)
_OTHER_COUNCIL = re.compile(
    r"(?i)\b(?:British|Privy|Security|Legislative|Arts|Medical|Nursing|Research|Youth|Business|Works|Press|Design|Sports?|State|National|World|"
    r"European|Muslim|Jewish|Sikh|Church|Parochial|Student|Global|International|Trades?|Human Rights|Norwegian Refugee|Consumer|Tourism|Relations|"
    r"Heritage|Football|Cricket|Bar|General Dental|Scottish Funding|Community Relations|Legislative)(?: (?:Church|Union|Trade|Industry))? Council\b"
)
_COUNCIL = re.compile(
    r"\b(?:Council|council|COUNCIL)(?=\b)(?!['’]?s? of Europe)|\b(?:Corporation|Combined Authority)\b|\bComhairle nan Eilean Siar\b|\b(?:councillors|Councillors)\b"
)
_OF = re.compile(
    r"\b(London Borough|Royal Borough|City|Royal Town|Borough|County|Metropolitan Borough) of ((?:[A-Z][\w'’-]+)(?:(?: (?:and|upon|&|with) | )[A-Z][\w'’-]+){0,3})"
)
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Coun|Cllr|Councillor|Cr|Prof|Professor|Rev|Mayor|Provost|Alderman|President|Minister|Ambassador|Saint|Captain|Judge)\.?\s$"
)
_ROADS = re.compile(
    r"^\s(?:Road|Street|Avenue|Close|Way|Lane|Square|Drive|Park|Rooms?|House|Hotel|Arena|Hall|School|College|Academy|University|United|City FC|FC|Rovers|Lions|Marathon|Festival|Airport|Brothers|Summit|Agreement|Accord|Olympics|Games|Book|Post|Times|Gate|Bridge|Terrace|Crescent|Court|Place|Grammar|Cup)\b"
)
_PLACE_WORD = re.compile(
    r"(?i)\b(city|town|village|province|region|county|prefecture|state|district|commune|port|municipality|suburb|resort|land|oblast|department)\b"
)
_CALLED = re.compile(
    rf"\b(?P<adjective>{'|'.join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))}) (?:[\w-]+ ){{0,2}}?(?P<kind>city|town|village|province|region|county|prefecture|district|commune|port|municipality|resort|suburb)(?: of|,)? "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:sur|sous|le|la|les|de|du|des|en|am|im|bei|nad|pod|di|del|della|da|do|na) )?[A-ZÀ-Þ][\w’'-]+){0,2})"
)
_COUNTRY_WORDS = frozenset(name.split()[0] for name in (*NAMES, *ADJECTIVES))
"""With what the names of countries begin: a sentence without any names none."""
_LANDS = frozenset(NAMES) | {"Western", "Ontario"}
_ALIKE = frozenset(
    (
        "reading nice most best man mobile same bar orange split sale police male march hope independence "
        "deal lead liberal normal union enterprise paradise hercules sandy spring surprise temple victoria "
        "green white brown wood young king bush field english may august university college buy both said sir "
        "ham cup war along van den gap ada anna eva petra clare florence lima alexandria jackson carter "
        "clinton lincoln nelson madison marion martin thomas george santiago salvador angelo roman max march "
        "along date born bor era east west north south liege bath tours angers rugby ripon lions berry corona "
        "mark marks peru cuba chad jordan georgia iran malta asia europe africa america china russia india "
        "israel ukraine france germany england scotland wales britain ireland london westminster parliament "
        "downing home hall hill lake of and the as is at on in to by for or an so no do us we he ten three "
        "seven six eight nine two labour tory council county city town borough district mayor leader "
        "opposition sister twin friendship partnership agreement christmas easter sunday monday tuesday "
        "wednesday thursday friday saturday january february april june july september october november "
        "december street road park church school house bishop dean price ward page bell cook cooper taylor "
        "turner walker wright ball rose lily daisy ivy heather holly grace joy faith charity verona sofia "
        "geneva odessa carmen adele linda maria julia laura elena irma olga vera nora sara sarah ruth esther "
        "judith naomi"
    ).split()
)
"""Names of places abroad that are words, people's names or nearer places more often; only a plain sign makes them a place."""
_REALLY = frozenset(
    (
        "nice split reading tours angers orange sofia geneva odessa verona florence santiago alexandria lima "
        "salvador bar liege most jackson"
    ).split()
)


@dataclass(frozen=True, slots=True)
class CouncilMention:
    """A council, or a place that it governs, as a sentence names it."""

    council: CouncilPlace
    start: int
    end: int
    words: str
    bare: bool
    """Whether only the place is named, and not the council."""


@dataclass(frozen=True, slots=True)
class PartnerMention:
    """A place abroad, as a sentence names it; several are known by some names."""

    name: str
    start: int
    end: int
    choices: tuple[PartnerPlace, ...]
    doubtful: bool
    """Whether the name is a word, a person's name or a British place as well."""
    country: str | None = None
    """What the words round it say: the German city of Jena."""
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """All that a sentence names."""

    councils: tuple[CouncilMention, ...] = ()
    partners: tuple[PartnerMention, ...] = ()
    countries: tuple[str, ...] = ()
    """Codes of the countries that it names or whose adjectives it has."""


@dataclass
class Atlas:
    """The archive's authority records and the gazetteer, looked up by names: made once for an archive."""

    councils: dict[str, list[CouncilPlace]] = field(default_factory=lambda: defaultdict(list))
    partners: dict[str, list[PartnerPlace]] = field(default_factory=lambda: defaultdict(list))
    longest: dict[str, int] = field(default_factory=dict)

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


def named(atlas: Atlas, text: str) -> Named:
    """Find all councils and places abroad that a sentence names."""
    shouted = text.isupper()
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    councils = list(_councils(atlas, text, words))
    taken = [(c.start, c.end) for c in councils]
    partners: list[PartnerMention] = []
    skip = 0
    for i, (start, _, word) in enumerate(words):
        if start < skip or not (word[0].isupper() or (word == "s" and text[start - 1 : start] in "'’")):
            continue
        for end, key in _keys(atlas, text, words, i):
            if any(s < end and start < e for s, e in taken):
                break
            found = _bare_council(atlas, text, start, end, key, shouted=shouted)
            if found is None:
                partner = _abroad(atlas, text, start, end, key, shouted=shouted)
                if partner is None:
                    continue
                partners.append(partner)
            else:
                councils.append(found)
            skip = end
            break
    abroad = any(word in _COUNTRY_WORDS for _, _, word in words)
    for match in _CALLED.finditer(text) if abroad else ():
        taken = [(c.start, c.end) for c in councils] + [(p.start, p.end) for p in partners]
        if match["name"].split()[0] not in _NO_NAME and not any(
            s < match.end("name") and match.start("name") < e for s, e in taken
        ):
            partners.append(_called(match))
    partners.sort(key=lambda p: p.start)
    countries = tuple(dict.fromkeys(code_of(m[1]) for m in EITHER.finditer(text))) if abroad else ()
    councils.sort(key=lambda c: c.start)
    return Named(tuple(councils), tuple(partners), countries)


def _called(match: re.Match[str]) -> PartnerMention:
    """Propose a place abroad that no list has but the text explains: the Catalan town of Falset."""
    level = _LEVEL.get(match["kind"]) or Level.TOWN
    country = code_of(match["adjective"])
    place = PartnerPlace(match["name"], slug(match["name"]), country, level)
    return PartnerMention(
        match["name"], match.start("name"), match.end("name"), (place,), doubtful=False, country=country, level=level
    )


def _keys(atlas: Atlas, text: str, words: Sequence[tuple[int, int, str]], i: int) -> Iterator[tuple[int, str]]:
    """Yield the folded names that begin at a word, the longest first, each with where it ends."""
    first = fold(_unowned(words[i][2]))
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
        plain = _unowned(word)
        keys.append((words[j][0] + len(plain), " ".join([*parts, fold(plain)])))
        if plain != word:
            keys.append((words[j][1], " ".join([*parts, fold(word)])))
        parts.append(fold(word))
    return reversed(keys)


def _unowned(word: str) -> str:
    return re.sub(r"['’][sS]$", "", word)


def _councils(atlas: Atlas, text: str, words: Sequence[tuple[int, int, str]]) -> Iterator[CouncilMention]:
    for match in _OF.finditer(text):
        place = match[2]
        council = atlas.council_named(place, "")
        after = re.match(r" Council| Corporation", text[match.end() :])
        if council and (after or "Borough" in match[1]):
            end = match.end() + (len(after[0]) if after else 0)
            yield CouncilMention(council, match.start(), end, text[match.start() : end], bare=False)
    for match in _COUNCIL.finditer(text):
        if match[0].startswith("Comhairle"):
            council = atlas.council_named("Eilean Siar", "")
            if council:
                yield CouncilMention(council, match.start(), match.end(), match[0], bare=False)
            continue
        at = next((i for i, (start, _, _) in enumerate(words) if start >= match.start()), len(words))
        found = _before(atlas, text, words, at, match.end())
        if found and not _OTHER_COUNCIL.search(text[max(0, found.start - 12) : match.end()]):
            yield found


def _before(atlas: Atlas, text: str, words: Sequence[tuple[int, int, str]], at: int, end: int) -> CouncilMention | None:
    """Find the name that stands before the word "council"."""
    kinds: list[str] = []
    i = at - 1
    last = text[words[at][0] : end] if at < len(words) else ""
    while i >= 0 and words[i][2].lower() in _KIND and text[words[i][1] : words[i + 1][0]] == " ":
        kinds.append(words[i][2].lower())
        i -= 1
    if i < 0 or not re.fullmatch(r"[ \u00a0]|['’] ", text[words[i][1] : words[i + 1][0]]):
        return None
    kind = kinds[0] if kinds else ""
    # The longest known name that ends here.
    for first in range(max(0, i - 6), i + 1):
        name = text[words[first][0] : words[i][1]]
        key = fold(_unowned(name))
        if words[first][2][0].isupper() and (atlas.is_council_place(key) or (key in gazetteer().homes and kind)):
            council = atlas.council_named(name if not name.endswith(("'s", "’s")) else name[:-2], kind)
            if council is None and kind:
                council = new_council(name, kind, f"{name} {' '.join(k.title() for k in reversed(kinds))} Council")
            if council:
                start = words[first][0]
                owned = name.endswith(("'s", "’s"))
                return CouncilMention(council, start, end, text[start:end], bare=owned or last.lower() == "councillors")
    return _unlisted(text, words, i, end, kinds) if last[:1] == "C" and last != "Councillors" else None


def _unlisted(
    text: str, words: Sequence[tuple[int, int, str]], i: int, end: int, kinds: Sequence[str]
) -> CouncilMention | None:
    """Read the name of a council that no list has: the capitalised words before its kind."""
    first = i
    for j in range(i, max(-1, i - 6), -1):
        word = words[j][2]
        if j < i and not re.fullmatch(r"[ \u00a0]|[-–]|, ", text[words[j][1] : words[j + 1][0]]):
            break
        if word in _NO_NAME or word.endswith(("'s", "’s")):
            break
        if word[0].isupper():
            first = j
        elif word not in _LINKED:
            break
    while first <= i and (words[first][2] in _LINKED or words[first][2] in _NO_NAME):
        first += 1
    if (
        first > i
        or not words[first][2][0].isupper()
        or words[i][2] in _NO_NAME
        or (words[i][2].isupper() and not text.isupper())
    ):
        return None
    place = text[words[first][0] : words[i][1]]
    if gazetteer().abroad.get(fold(place)) or (
        not kinds and text[:1] == place[:1] and " " not in place and fold(place) in _ALIKE
    ):
        return None  # a council abroad, or no name
    name = f"{place} {''.join(k.title() + ' ' for k in reversed(kinds))}Council"
    if text.isupper():
        place, name = place.title(), name.title()
    return CouncilMention(
        new_council(place, kinds[0] if kinds else "", name),
        words[first][0],
        end,
        text[words[first][0] : end],
        bare=False,
    )


def _bare_council(atlas: Atlas, text: str, start: int, end: int, key: str, *, shouted: bool) -> CouncilMention | None:
    """Find a place that has a council that is known, named without the word."""
    if not atlas.is_council_place(key) or _TITLE.search(text, max(0, start - 14), start):
        return None
    if _ROADS.match(text[end : end + 14]) or (
        re.match(r"\s(?!City|County|Borough|Council|District)[A-Z][a-z]", text[end : end + 3]) and not shouted
    ):
        return None
    after = text[end : end + 24]
    land = re.match(r",? (?:in |\()?([A-Z]\w+(?: [A-Z]\w+)?)", after)
    if land and (land[1] in _LANDS or land[1].split()[0] in _LANDS):
        return None  # Boston, Massachusetts
    if re.search(
        r"(?i)(?:twinned with|twin(?: town| city)? of|sister city of|city of|link with) (?:the )?\Z", text[:start]
    ) and atlas.abroad(key):
        big = atlas.abroad(key)[0]
        if big.level == Level.CITY and not text[:start].endswith("City of "):
            return None
    if (
        key
        in {
            "reading",
            "hart",
            "rother",
            "wyre",
            "swale",
            "eden",
            "stroud",
            "hull",
            "bury",
            "barrow",
            "sandwell",
            "derby",
            "bath",
            "rugby",
            "lewes",
            "dover",
        }
        and text[start:end].islower()
    ):
        return None
    council = atlas.council_named(text[start:end], "")
    if council is None:
        return None
    return CouncilMention(council, start, end, text[start:end], bare="council" not in key.split())


def _abroad(atlas: Atlas, text: str, start: int, end: int, key: str, *, shouted: bool) -> PartnerMention | None:
    """Find a place abroad; a person, a street or a club of its name is none."""
    choices = atlas.abroad(key)
    if not choices:
        return None
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if _TITLE.search(before) or _ROADS.match(after):
        return None
    country, level = _said_of(before, after)
    plain = bool(country or level)
    if not plain and not shouted:
        if re.match(
            r"[ -](?!City|County|Province|District|Council|Town|Oblast|Prefecture|Region|Municipal|Twinning|Link|Friendship|Sister)[A-Z][a-z]",
            after,
        ):
            return None  # part of a longer name
        if re.search(r"[a-z] [A-Z][a-z’'-]+\s$", before) and not re.search(
            r"(?:^|\s)(?:The|With|In|From|And|Of|City|Town|Between|Near|Whether|But|Dear|"
            "Chinese|German|French|Russian|Polish|Kreis|Landkreis|Stadt|Ville|Comune|Lower|Upper|Greater"
            r")\s$",
            before,
        ):
            return None
    name = text[start:end]
    if shouted:
        name = choices[0].name
    doubtful = key in _ALIKE or key in gazetteer().homes or atlas.is_council_place(key)
    if choices[0].known:
        doubtful = False
    if doubtful and key in _ALIKE and not plain and key not in _REALLY:
        return None
    if country:
        choices = tuple(c for c in choices if c.country == country) or choices
    return PartnerMention(name, start, end, choices, doubtful and not plain, country, level)


def _said_of(before: str, after: str) -> tuple[str | None, Level | None]:
    """Read what stands round a name: its country and what kind of place it is."""
    country = level = None
    if m := re.search(
        r"(?:(\w+) )?(?:(\w+)[- ])?(city|town|village|province|region|county|prefecture|state|district|commune|port|municipality|suburb|resort|spa|capital)(?: town| city)? of $",
        before,
    ):
        level = _LEVEL.get(m[3])
        for word in (m[1], m[2]):
            if word and ADJECTIVE.fullmatch(word):
                country = code_of(word)
    if m := re.match(
        r"(?:[ -](City|Province|Region|County|Prefecture|District|province|region|county|prefecture|district|city)\b)?,? (?:(?:in|of) )?(?:(?:north|south|east|west|central|northern|southern|eastern|western|south-\w+|north-\w+) )?\(?(?:the )?([A-Z][\w]+(?: [A-Z]\w+)?)?",
        after,
    ):
        level = _LEVEL.get((m[1] or "").lower()) or level
        if m[2]:
            for word in (m[2], m[2].split()[0]):
                if COUNTRY.fullmatch(word):
                    country = code_of(word)
                    break
    elif m := re.match(
        r"[ -](City|Province|Region|County|Prefecture|District|province|region|county|prefecture|district|city)\b",
        after,
    ):
        level = _LEVEL.get(m[1].lower()) or level
    if country is None and (m := re.search(r"(\w+)(?: \w+)? $", before)) and ADJECTIVE.fullmatch(m[1]):
        country = code_of(m[1])
    return country, level


_LEVEL = {"city": Level.CITY, "capital": Level.CITY, "port": None, "town": Level.TOWN, "village": Level.TOWN, "resort": Level.TOWN,
          "spa": Level.TOWN, "suburb": Level.TOWN, "commune": Level.TOWN, "province": Level.PROVINCE, "region": Level.REGION,
          "county": Level.COUNTY, "prefecture": Level.PREFECTURE, "state": Level.STATE, "district": Level.DISTRICT}  # fmt: skip


def settled(mention: PartnerMention, countries: Sequence[str]) -> PartnerPlace:
    """Choose the place that a name means: of a country that is named near it, else the largest."""
    choices = mention.choices
    country = mention.country or next((c for c in countries if any(choice.country == c for choice in choices)), None)
    place = next((choice for choice in choices if choice.country == country), choices[0])
    if place.known:
        return place
    if mention.level is not None:
        same = next((c for c in choices if c.country == place.country and c.level is mention.level), None)
        place = same or replace(place, level=mention.level)
    elif place.level is Level.DISTRICT and len(choices) > 1:
        place = next((c for c in choices if c.country == place.country and c.level is not Level.DISTRICT), place)
    return replace(place, name=mention.name, id=slug(mention.name))


def governs(seat: str) -> bool:
    """Tell whether a name is that of a capital, which may stand for its government."""
    return seat in SEATS
