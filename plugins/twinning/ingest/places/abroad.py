"""Places abroad as sentences name them: what is a place, and not a person, a street or a club of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...vocabulary import Level
from ..proposal import PartnerPlace
from ..wordings.patterns import Cased
from .atlas import Atlas
from .countries import ADJECTIVE, ADJECTIVES, COUNTRY, NAMES, REGIONS, SEATS, STATES, code_of
from .gazetteer import gazetteer, slug

TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Coun|Cllr|Councillor|Cr|Prof|Professor|Rev|Mayor|Provost|Alderman|President|Minister|Ambassador|Saint|Captain|Judge)\.?\s$"
)
ROADS = re.compile(
    r"^\s(?:Road|Street|Avenue|Close|Way|Lane|Square|Drive|Park|Rooms?|House|Hotel|Arena|Hall|School|College|Academy|University|United|City FC|FC|Rovers|Lions|Marathon|Festival|Airport|Brothers|Summit|Agreement|Accord|Olympics|Games|Book|Post|Times|Gate|Bridge|Terrace|Crescent|Court|Place|Grammar|Cup|[Ww]ard)\b"
)
EXPLAINED = Cased(
    rf"\b(?P<adjective>{'|'.join(sorted({*ADJECTIVES, *NAMES}, key=lambda a: (-len(a), a)))}) (?:[\w-]+ ){{0,2}}?(?P<kind>city|town|village|province|region|county|prefecture|district|commune|port|municipality|resort|suburb|island|isle)(?: of|,)? "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:sur|sous|le|la|les|de|du|des|en|am|im|bei|nad|pod|di|del|della|da|do|na) )?[A-ZÀ-Þ][\w’'-]+){0,2})",
    listed=True,
)
NAMED_LAND = re.compile(
    rf"\b(?P<kind>City|Town|Province|District|Municipality|Prefecture|city|town|village|province|district|region|commune|port|municipality|resort) of (?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?),? (?:in )?"
    rf"(?P<adjective>{'|'.join(sorted(NAMES, key=lambda name: (-len(name), name)))})\b"
)
PLACED = re.compile(
    r"(?:\b(?:with|and|of|to|in|at|between|or|is|are|was|were|[Tt]win,?|[Ss]ister,?|[Pp]artner,?|by|for|[Ff]rom)|[:,]) (?:the (?:[a-z-]+ ){0,3}(?:city|town|village|commune|port|district|municipality|resort) of )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:sur|sous|le|la|les|de|du|des|en|am|im|bei|nad|pod|di|del|della|da|do|na) )?[A-ZÀ-Þ][\w’'-]+){0,2}),? "
    r"\(?(?:(?:an?|the) (?:[\w-]+ ){0,3}(?P<kind>city|town|village|province|region|county|prefecture|commune|port|municipality|district|capital)\b(?: of [\d,]+(?: people| inhabitants)?)?,? )?(?:(?:near|outside) [A-Z][\w-]+,? )?"
    rf"(?:(?:in|of|on|near) )?(?:the )?(?:(?:north|south|east|west|central|northern|southern|eastern|western|south-\w+|north-\w+) (?:of )?)?(?P<adjective>{'|'.join(sorted(NAMES, key=lambda name: (-len(name), name)))})\b(?! [A-Z]|-)"
)
"""A place that its own sentence puts into a country: Sainte-Flore, a town of 900 people in Normandy."""
TWINNED = Cased(
    rf"\b(?P<adjective>{'|'.join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))}) (?P<kind>twin|sister|partner)(?:[- ](?:town|city|village|commune))?,? (?:of )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:sur|sous|le|la|les|de|du|des|en|am|im|bei|nad|pod|di|del|della|da|do|na) )?[A-ZÀ-Þ][\w’'-]+){0,2})"
)
"""A place that is called somebody's twin of a country: its German twin Oberfeld."""
TWIN_OF = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:sur|sous|le|la|les|de|du|des|en|am|im|bei|nad|pod|di|del|della|da|do|na) )?[A-ZÀ-Þ][\w’'-]+){0,2}), (?:its|their|our|the \w+[’']s|[A-Z]\w+[’']s) (?:[a-z-]+ )?"
    rf"(?P<adjective>{'|'.join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))}) (?P<kind>twin|sister|partner)\b"
)
"""The same the other way round: Oberfeld, its German twin."""
ALIKE = frozenset(
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
        "judith naomi cheshire berkshire middlesex sussex yorkshire cumberland westmorland rutland huntingdonshire "
        "bedfordshire avon cleveland humberside dyfed gwent clwyd glamorgan lothian tayside grampian strathclyde "
        "ulster republic kingdom federation lab con lib dem ind cons tom adam alan alma anne barry brian bruce carl cecil celia charles claire claude colin craig diana dora doris douglas duncan edith edgar edward ella ellen elliot emma eric ernest esme ethel eugene evan evelyn fiona frank fred gary gemma gerald gilbert gladys gladstone glen gordon graham harold harriet harry hazel helen henry herbert hilda howard hugo irene iris isabel isla ivan ivor jack jacob james jane janet jasper jean jenny jerome joan joel jordan joyce julian june karen keith kelvin kent kim kirk kyle lance lena leo leon leonard leslie lewis linton logan louis louise lucas lucy luke lynn mabel marcus margaret maria marie marlene marshall martha mason maurice may melissa mercy milton molly mona monica morgan nadia nancy nathan neil nelly nina noel norma norman oliver olive oscar otto owen pamela patricia paul pearl perry peter philip phyllis ralph ramona ray raymond rene rex richard rita robert robin rodney roger ronald rosa rosario ross roy ruby rufus russell sally sam samuel sandra scott serena sharon sheila sidney sierra simon stella stephen stuart susan sylvia tara ted terrence theodore tina todd tracy troy valentine valeria vernon veronica victor vincent violet vivian wallace walter warren wayne wendy wilson sinn korea volga imperial airbus hockley prince albert riviera marquette continent brand rathaus mairie hotel none one many officer finns poles danes swedes nord proposed westphalian "
        "them than say time come made still ask see paper goes trip well list give cut band save change much worth fell "
        "mission plaque line train holiday pool sad lot plate real hat race sort cathedral enter charge box hard dry lent "
        "seaside convoy rain job wedding level airport fountain lend success court piano hit engineer rude dad son sales "
        "mine sake ii legacy tower store sees champion opera grandson lido badger cars golden tune valley scone champagne "
        "trail alliance pals lit dome lakes bag bury drain canon hire sand metro melon lively apples liberty pasta otter "
        "anger hut jubilee shone horn reservoir ifs progress arch cox rum freeport mercury star sun times post mail echo argus sentinel tribune independent standard globe mirror vale bay does"
    ).split()
)
"""Names of places abroad that are words, people's names or nearer places more often; only a plain sign makes them a place."""
WIDE = frozenset({Level.REGION, Level.STATE, Level.PROVINCE, Level.COUNTY, Level.PREFECTURE})
"""The kinds of places that others lie in."""
_REALLY = frozenset(
    (
        "nice split reading leon tours angers orange sofia geneva odessa verona florence santiago alexandria lima "
        "salvador bar liege most jackson"
    ).split()
)


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


def explained(match: re.Match[str]) -> PartnerMention:
    """Propose a place abroad that no list has but the text explains: the Catalan town of Falset."""
    level = _LEVEL.get((match["kind"] or "").lower()) or Level.TOWN
    country = code_of(match["adjective"])
    place = PartnerPlace(match["name"], slug(match["name"]), country, level)
    return PartnerMention(
        match["name"], match.start("name"), match.end("name"), (place,), doubtful=False, country=country, level=level
    )


_REGION = Cased(
    rf"\b(?:(?:[Ss]tate|[Rr]egion|[Ll]and|[Pp]rovince|[Dd]epartment) of |(?:[Tt]winn\w+|[Pp]artnerships?|[Ll]inks?|[Aa]greements?|[Tt]ies|[Ff]riendship|[Pp]act|[Aa]ccord) with )(?P<name>{'|'.join(sorted(REGIONS))})\b(?! [A-Za-z]+ (?:of|town|city|village)\b)(?! [A-Z][a-z])"
)


def regions_in(text: str) -> Iterator[PartnerMention]:
    """Yield the regions that a sentence calls so or a link's other end: elsewhere they only say where places lie."""
    for match in _REGION.finditer(text):
        name = match["name"]
        place = PartnerPlace(name, slug(name), NAMES[name], Level.REGION)
        yield PartnerMention(name, match.start("name"), match.end("name"), (place,), doubtful=False, level=Level.REGION)


_KREIS = re.compile(r"\b(?:[A-ZÄÖÜ][\w-]+er Kreis|Kreis [A-ZÄÖÜ][\w-]+|(?:[A-ZÄÖÜ][\w]+-)+Kreis)\b")
"""What Germany's districts are called: Märkischer Kreis, Kreis Heinsberg, Main-Taunus-Kreis."""


def districts_in(text: str) -> Iterator[PartnerMention]:
    """Yield the German districts that a sentence names, whether a list has them or not."""
    for match in _KREIS.finditer(text) if "Kreis" in text else ():
        place = PartnerPlace(match[0], slug(match[0]), "DE", Level.COUNTY)
        yield PartnerMention(match[0], match.start(), match.end(), (place,), doubtful=False, level=Level.COUNTY)


_LANDKREIS = re.compile(r"\b(?:Landkreis|Kreis) $")
_INITIAL = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Coun|Councillors?)\.? |[,;:] |^)(?:[A-Z]\.? ){1,3}$")
"""What stands before a surname alone: Cllr T Stoughton."""
_RIVER = re.compile(r" (?:an der|am|im|ob der|in der|vor der|bei|sur|nad|pod|sous|upon) [A-ZÀ-Þ][\w’'-]+")
"""The second part of a name that people leave out: Mülheim an der Ruhr."""


_REALMS = frozenset({"republic", "kingdom", "federation", "union", "empire"})
"""Towns of America whose names stand before a country's: the Republic of China."""
_LONGER = re.compile(r"(?:-(?:sur|sous|l[eè]s|lez|le|la|en|de|du|des|aux?|am|an|im|bei)){1,2}-[A-ZÀ-Þ][\w’']+")
"""What makes of a place that is known another one of a longer name: Saint-Amour-les-Prés."""


_IN_LAND = re.compile(rf",? (?:in )?(?:the )?(?:{'|'.join(sorted(NAMES, key=lambda name: (-len(name), name)))})\b")


def _is_a_persons(before: str) -> bool:
    """Tell whether a name is somebody's surname: the second half of one, or behind initials."""
    return bool(_INITIAL.search(before) or (before.endswith("-") and re.search(r"[A-Z][\w’']*-$", before)))


_ADJECTIVES = frozenset(
    (
        "saxon hessian breton norman flemish swabian westphalian lombard catalan californian texan bavarian tuscan "
        "sicilian venetian andalusian galician silesian pomeranian thuringian virginian hawaiian alsatian burgundian"
    ).split()
)
"""Of regions; some village somewhere is called so."""


def _is_land(words: str) -> bool:
    """Tell whether words are a country's name, in capitals too."""
    written = words.title().replace(" Of ", " of ").replace(" And ", " and ") if words.isupper() else words
    return any(name in NAMES and name not in STATES for name in (words, written))


def place_abroad(atlas: Atlas, text: str, start: int, end: int, key: str, *, shouted: bool) -> PartnerMention | None:
    """Find a place abroad; a person, a street or a club of its name is none."""
    if key in _ADJECTIVES or text[start:end].rpartition(" ")[2].islower():
        return None  # of a name's words the last has a capital: the gap is no suburb of Brisbane
    choices = atlas.abroad(key)
    if not choices or key in _REALMS or (_is_land(text[start:end]) and not choices[0].known):
        return None
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    opens = not shouted and start <= 1 and text[start:end].isupper() and key in gazetteer().homes
    if opens or _is_a_persons(before) or TITLE.search(before) or ROADS.match(after):
        return None  # also the town at home that an item opens with, in capitals
    country, level = said_of(before, after)
    plain = bool(country or level)
    if not plain and not shouted:
        if re.match(
            r"[ -](?!City|County|Province|District|Council|Town|Kommune|Gemeinde|Municipality|Oblast|Prefecture|Region|Municipal|Twinning|Link|Friendship|Sister)[A-Z][a-z]",
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
    capitals = shouted or (end - start > 3 and text[start:end].isupper())
    name, end, choices = _whole_name(text, start, end, choices, shouted=capitals)
    if district := _LANDKREIS.search(before):
        name, start = district[0] + name, start - len(district[0])
        choices = (PartnerPlace(name, slug(name), "DE", Level.COUNTY),)
    doubtful = key in ALIKE or key in gazetteer().homes or atlas.is_council_place(key)
    if choices[0].known:
        doubtful = False
    if doubtful and key in ALIKE and not plain and key not in _REALLY:
        return None
    if country:
        unlisted = (PartnerPlace(name, slug(name), country, level or Level.TOWN),) if _IN_LAND.match(after) else choices
        choices = tuple(c for c in choices if c.country == country) or unlisted
    return PartnerMention(name, start, end, choices, doubtful and not plain, country, level)


_OF_COLUMBIA = re.compile(r",? D\.? ?C\b\.?")


def _whole_name(
    text: str, start: int, end: int, choices: tuple[PartnerPlace, ...], *, shouted: bool
) -> tuple[str, int, tuple[PartnerPlace, ...]]:
    """Give the name with what belongs to it behind: Mülheim an der Ruhr; Saint-Amour-les-Prés, which is another place."""
    name = text[start:end]
    if shouted:
        return choices[0].name, end, choices
    if name == "Washington" and (district := _OF_COLUMBIA.match(text[end:])):
        return name + " DC", end + district.end(), choices
    if river := _RIVER.match(text[end:]):
        return name + river[0], end + river.end(), choices
    longer = _LONGER.match(text[end:]) if text[end : end + 1] == "-" else None
    if longer is None:
        return name, end, choices
    name += longer[0]
    other = replace(choices[0], name=name, id=slug(name), geonames=None, latitude=None, longitude=None)
    return name, end + longer.end(), (other,)


_APPOSED = re.compile(
    rf", (?:an?|the|its|our|their) (?:[\w-]+ ){{0,2}}?(?P<adjective>{'|'.join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))}) (?:[\w-]+ ){{0,2}}?(?P<kind>city|town|village|port|resort|spa|commune|province|region|county|prefecture|district|twin|partner)\b"
)
"""What explains a place behind its name: Lüneburg, the German town of brick gables."""


def said_of(before: str, after: str) -> tuple[str | None, Level | None]:
    """Read what stands round a name, before and behind it: its country and what kind of place it is."""
    country = level = None
    if before.endswith(" of ") and (
        m := re.search(
            r"(?:(\w+) )?(?:(\w+)[- ])?(city|town|village|province|region|county|prefecture|state|district|commune|port|municipality|suburb|resort|spa|capital)(?: town| city)? of $",
            before,
        )
    ):
        level = _LEVEL.get(m[3])
        for word in (m[1], m[2]):
            if word and ADJECTIVE.fullmatch(word):
                country = code_of(word)
    if m := re.match(
        r"(?:[ -](City|Province|Region|County|Prefecture|District|province|region|county|prefecture|district|city)\b)?(?:,? (?:in|of) |, |,? \()(?:(?:north|south|east|west|central|northern|southern|eastern|western|south-\w+|north-\w+) )?(?:the )?([A-Z][\w]+(?: [A-Z]\w+)?)?",
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
    if country is None and (m := _APPOSED.match(after)):
        country, level = code_of(m["adjective"]), level or _LEVEL.get(m["kind"])
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
