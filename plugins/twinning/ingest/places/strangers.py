"""Places abroad that no list has, read from where a text puts them, and the short names by which it calls them later.

Villages of a few hundred people have twins, and reporters spell as they hear. A name that stands where only a link's
other end can stand is a place; so is, all through the text, the one word that is left of a longer name: the Luchon
twinning, after Bagnères-de-Luchon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ...vocabulary import Level
from ..fates.phrases import STRONG, WEAK
from ..proposal import PartnerPlace
from ..texts.sentences import Sentence
from ..wordings.patterns import Cased, Wording
from .abroad import ALIKE, TITLE, PartnerMention
from .atlas import Atlas
from .councils import NO_NAME
from .countries import ADJECTIVES, EITHER, NAMES, code_of
from .gazetteer import fold, gazetteer, slug
from .mentions import Named
from .owners import OWNER

_SMALL = r"(?:sur|sous|lès|les|le|la|de|du|des|d[’']|l[’']|en|et|am|an|im|bei|ob|der|dem|nad|pod|di|del|della|dei|da|do|dos|upon|na|op|aan|den|het|el|al|à|au|aux|i|y|e|og|by)"
_NAME = (
    rf"(?P<name>[A-ZÀ-ÞŁŚŻŠČŘĎŤŇŽĆĐŐŰİ][\w’']+(?:(?:[ -]{_SMALL}){{0,2}}[ -]?[A-ZÀ-ÞŁŚŻŠČŘĎŤŇŽĆĐŐŰİ][\w’']+){{0,3}})"
)
_KINDS = r"(?:town|city|village|commune|district|region|province|port|municipality|county|suburb|spa|resort|community|parish|island|hamlet|prefecture|state|oblast|department|capital|neighbours?|borough|place|settlement)"
_LINK = r"(?:[Tt]win(?:ned|ning|nings|s)?|[Tt]wun|[Ss]ister(?:s|ed)?|[Ll]inks?|[Ll]inked|[Tt]ies?|[Pp]artnerships?|[Pp]artnered|[Pp]aired|[Jj]oined|[Ff]riendships?|[Ff]riends|[Cc]harters?|[Pp]acts?|[Aa]ccords?|[Aa]greements?|[Rr]elationships?|[Rr]elations|[Bb]onds?|[Cc]onnections?|[Aa]ssociations?|[Aa]lliances?|[Mm]emorand(?:um|a) of \w+|[Mm]emorandum|MoU|[Aa]rrangements?|[Jj]umelage|[Ee]xchanges?|[Pp]rotocols?|[Tt]reat(?:y|ies)|[Cc]ontacts?|[Dd]eclarations?)"
_OPENING = Cased(
    rf"(?:\b{_LINK}(?: (?:of )?(?:the )?(?:former |old |then )?[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){{0,3}},?)?(?: (?:agreement|arrangement|link|partnership|deal|charter|pact|status|programme))?(?: (?:it|itself|us|up|again|officially|formally|now|first|once|only|also|currently))?(?:,? with| to| and| between(?: (?:the )?[A-Z][\w’'-]+(?: (?:of |and |& )?[A-Z][\w’'-]+){{0,5}} and)?)"
    r"|\b[Tt]win(?:[- ](?:town|city|village|commune))?(?: of|,| in \w+,)?|\b[Ss]ister[- ](?:city|town|county|province|state|region)(?: of|,)?|\b(?:[Ff]rench|[Gg]erman) partner,?"
    rf"|\b(?:[Mm]ayor(?:ess)?|[Bb]urgomaster|[Bb]ürgermeister(?:in)?|[Ll]andrat|[Ss]indaco|[Mm]aire|[Aa]lcalde|[Cc]ouncil|[Pp]eople|[Cc]itizens|[Tt]own hall|[Ff]riends|[Gg]uests|[Vv]isitors|[Dd]elegat\w+|[Cc]ounterparts?|[Hh]osts) (?:of|in|from)|\b[Tt]own hall at"
    rf"|\b(?:{'|'.join(sorted({*ADJECTIVES, *NAMES}, key=lambda n: (-len(n), n)))}) {_KINDS}(?: of|,)?)"
    rf" (?:[“\"‘'])?(?:the )?(?:(?:[\w-]+ ){{0,4}}{_KINDS}(?: town| city)?(?: of|,) |(?:{'|'.join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))}) (?:{_KINDS} )?(?:of )?)?{_NAME}",
    listed=True,
)
"""What stands before a link's other end, and the name."""
_CLOSING = Cased(
    rf"\b{_NAME}(?:[’']s)?(?: (?:[Tt]winning|[Tt]win (?:town|city)|friendship (?:agreement|charter|link)|sister-city|charter|agreement|link|partnership|accord)\b|, (?:our|its|their|the [a-z]+[’']s) (?:[\w-]+ ){{0,2}}(?:twin|sister|partner)\b| (?:is|was|are|were|has been|have been|became|remains|and [A-Z]\w+ (?:are|were|have been|became)) (?:[\w-]+ ){{0,3}}twin)"
)
"""The name, and what stands behind it."""
_HEADS = frozenset(
    (
        "twi twu sis lin tie fri par pai joi cha pac acc agr rel bon con ass all mem mou arr jum exc pro tre dec may bur bür lan sin "
        "mai alc cou peo cit tow gue vis del hos"
    ).split()
) | {word.lower()[:3] for word in (*NAMES, *ADJECTIVES)}
"""With what the words before or behind a link's other end begin."""
_LANDS = "|".join(sorted(map(re.escape, NAMES), key=lambda n: (-len(n), n)))
_LOCAL = re.compile(r"\b(?:Landkreis|Kreis) [A-ZÄÖÜ]\w+|\b[A-ZÄÖÜ]\w{3,}(?:kreis|-gu|-cho|-machi)\b")
"""Districts whose names say what they are."""
_NO_PLACE = Wording(
    r"\b(?:council|university|school|church|europe|union|africa|asia|balkan|scandinav|association|committee|society|charter|agreement|twinning|twin|town|city|county|borough|district|village|street|road|office|officer|club|fc|group|party|house|hall|centre|museum|festival|day|week|park|company|ltd|plc|bank|cities|towns|gmbh|bv|nv|ag|spa|srl|oy|inc|republic|kingdom|federation|ministry|embassy|party|institute|conference|forum|expo|olympics|volga|danube|korea|trust|nhs|police|radio|news|times|post|herald|gazette|express|mail|covid|brexit|facebook|twitter|google|labour|tory|green|reform|christmas|easter|war|army|world|international|national|british|english|scottish|welsh|irish|american|commonwealth|government|parliament|eu|un|nato|uk|us|usa|online|zoom|teams|rhine|seine|danube|alps|black forest|pyrenees|riviera|continent|channel|baltic|adriatic|mediterranean|scandinavia|iberia|rhineland|ruhr|loire|pyrenees|midlands|north|south|east|west)\b"
)
_ADDRESSED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Coun|Cllr|Councillor|Cr|Prof|Rev|Ald|Alderman|Provost|Herr|Frau|Monsieur|Madame|M)\.? (?:[A-Z][\w’'-]+ )?)$"
)


def with_strangers(atlas: Atlas, told: Sequence[Sentence], names: Sequence[Named]) -> list[Named]:
    """Add the places that no list has, and the short names of those that one has, wherever the text names them."""
    listed = {m.name: m for one in names for m in one.partners}
    new: dict[str, PartnerMention] = {}
    firms = {
        code_of(match[1])
        for sentence, one in zip(told, names, strict=True)
        if one.countries
        for match in _FIRM.finditer(sentence.text)
    }
    linked = any(_TWIN.search(sentence.text) for sentence in told)
    ours = {word for one in names for c in one.councils for word in re.split(r"[ -]", c.council.place)}
    for sentence, one in zip(told, names, strict=True):
        for name, start, plain in (*_names(sentence.text, one), *_listed(sentence.text, one)):
            if name in listed or name in new or name in ours or _is_taken(one, start, start + len(name)):
                continue
            if not _may_be(atlas, sentence.text, name, start):
                continue
            mention = _mention(name, one, names, _land_behind(sentence.text, start + len(name), one), firms)
            anybody = _ANYBODY.search(sentence.text[:start]) and not one.countries
            if plain or (mention.choices[0].country and (linked or one.countries) and not anybody):
                new[name] = mention
    if not listed and not new:
        new |= {name: _mention(name, one, names) for name, one in _loose(atlas, told, names)}
    new |= _shortened(told, {**listed, **new}, atlas)
    if not new:
        return list(names)
    return [_with(sentence.text, one, new) for sentence, one in zip(told, names, strict=True)]


_FIRM = Cased(
    rf"\b({'|'.join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))}) (?:[a-z-]+ )?(?:firm|company|contractor|developer|manufacturer|engineers|operator|consortium|giant|brewery|owners?|investors?)\b",
    listed=True,
)
"""Whose country a text names though no place of it: what such a firm is called is no place."""
_ANYBODY = Wording(r"\b(?:people|citizens|visitors) (?:of|in|from) (?:the )?$")
"""Who may be of any place at home."""
_TWIN = Wording(
    r"\b(?:de-?)?twin(?:n?ed|s|nings?|ning)?\b(?! (?:brother|sister|bab|basin|bed|hull|track|peak))|\bsister (?:cit|town|region|province|state)|\bfriend(?:s|ship)\b|\bmemorandum\b|\bcharter\b"
    r"|\bpaired\b|\bpartner (?:town|cit)|\b(?:links?|linked|ties) (?:with|to|between)\b|\bdelegation\b|\boverseas\b|\bjumelage\b|\bbonds?\b"
)
_CALLED_SO = re.compile(r"\b(?:city|town|village|commune|municipality) of $")
_PLAIN = Wording(
    r"[^a-z]*(?:twin|twun|sister|friendship|jumelage|mayor|burgomaster|bürgermeister|landrat|sindaco|maire|alcalde)"
)
"""What only a place abroad stands behind, though no country is named."""


def _names(text: str, one: Named) -> Iterator[tuple[str, int, bool]]:
    """Yield the names that stand where places do, where they stand, and whether only places stand there."""
    if _ENDLESS.search(text):
        return
    if free := _free(text, one):
        # What is known already needs no reading: the long patterns are for the rest.
        opens = any(_is_before(text[max(0, at - 20) : at]) for at in free)
        closes = _BESIDE.search(text)
        for match in (*(_OPENING.finditer(text) if opens else ()), *(_CLOSING.finditer(text) if closes else ())):
            name = re.sub(r"[’']s?$|-(?:gu|cho|machi)$", "", match["name"])
            called_so = _CALLED_SO.search(text[: match.start("name")])
            plain = called_so or _PLAIN.match(match[0]) or _PLAIN.match(text[match.end("name") :])
            yield name, match.start("name"), bool(plain)
    for match in _LOCAL.finditer(text) if "reis" in text or "-gu" in text or "-cho" in text or "-machi" in text else ():
        yield re.sub(r"-(?:gu|cho|machi)$", "", match[0]), match.start(), True


def _free(text: str, one: Named) -> list[int]:
    """Give where capitalised words stand that belong to nothing that is known."""
    found = [match.span() for match in _CAPITAL.finditer(text)]
    for start, stop in _spans(one):
        found = [(at, end) for at, end in found if not (start < end and at < stop)]
    return [at for at, _ in found]


_ENDLESS = re.compile(r"\w{60}")
"""No place is called so, and the patterns of names take the fourth power of such a word's length."""
_CAPITAL = re.compile(r"[A-ZÀ-ÞŁŚŻŠČŘĎŤŇŽĆĐŐŰİ](?<!\w.)[\w’']")
_BEFORE = frozenset(
    (
        "with to and between of in from at the partner twin Twin sister Sister "
        + _KINDS[3:-1].replace("neighbours?", "neighbour|neighbours").replace("|", " ")
    ).split()
) | {word.rpartition(" ")[2] for word in ADJECTIVES}
"""What must stand right before a link's other end, where no comma does."""


def _is_before(words: str) -> bool:
    """Tell whether the words that stand before a name may open a link's other end."""
    words = words.rstrip("“\"‘'")
    return words.endswith(", ") or (
        words.endswith(" ") and words[:-1].rpartition(" ")[2].lstrip("(“\"‘'—–-") in _BEFORE
    )


_BESIDE = re.compile("twin|Twin|friendship|sister|partner|charter|agreement|link|accord")


_BEHIND = re.compile(r",? (?:in|near|outside) (?:the )?(?:[a-z]+ )?|, ")
_ALSO = re.compile(rf"(?:,|,? and|;) (?:with )?{_NAME}(?=,? in (?:the )?(?:[a-z]+ )?(?P<land>[A-Z]))")


def _listed(text: str, one: Named) -> Iterator[tuple[str, int, bool]]:
    """Yield the names that go on a list of links' other ends and are said to lie in a country or a place abroad."""
    if not one.partners or " in " not in text or not (WEAK.search(text) or STRONG.search(text)):
        return
    starts = {mention.start for mention in one.partners}
    for match in _ALSO.finditer(text, one.partners[0].end):
        if (at := match.start("land")) in starts or EITHER.match(text, at):
            yield match["name"], match.start("name"), True


_LOOSE = re.compile(
    r"\b(?:to|in|with|from|of|for|about|at|and|by) (?P<name>[A-ZÀ-Þ][a-zà-þ’'-]{3,}(?:-[A-ZÀ-Þ]?[a-zà-þ]+)*)\b(?! [A-Z])"
)


def _loose(atlas: Atlas, told: Sequence[Sentence], names: Sequence[Named]) -> Iterator[tuple[str, Named]]:
    """Yield the names that a text without any place abroad speaks of as of a place, more than once."""
    found: Counter[str] = Counter()
    first: dict[str, Named] = {}
    for sentence, one in zip(told, names, strict=True):
        for match in _LOOSE.finditer(sentence.text):
            name = re.sub(r"[’']s?$", "", match["name"])
            start = match.start("name")
            if not _is_taken(one, start, start + len(name)) and _may_be(atlas, sentence.text, name, start):
                found[name] += 1
                first.setdefault(name, one)
    whole = " ".join(sentence.text for sentence in told)
    for name, times in found.items():
        if times >= 2 and not re.search(rf"[a-z] [A-Z][\w’'-]+ {name}\b|\b{name.lower()}\b", whole):
            yield name, first[name]


def _spans(one: Named) -> list[tuple[int, int]]:
    """Give where a sentence names what is known."""
    return [*((c.start, c.end) for c in one.councils), *((p.start, p.end) for p in one.partners)]


def _is_taken(one: Named, start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in _spans(one))


def _may_be(atlas: Atlas, text: str, name: str, start: int) -> bool:
    """Tell whether a capitalised name may be a place abroad: none at home, no person, no body, no word."""
    first, folded = name.split(maxsplit=1)[0], fold(name)
    if len(name) < 3 or name.isupper() or first in NO_NAME or first in ADJECTIVES or EITHER.search(name):
        return False
    if name.removesuffix("s") in ADJECTIVES:  # friends with Germans
        return False
    if folded in ALIKE or folded in gazetteer().homes or atlas.is_council_place(folded):
        return False
    if atlas.is_council_place(fold(first)) or (fold(first) in gazetteer().homes and " " in name):
        return False
    if (
        _NO_PLACE.search(name)
        or OWNER.search(name)
        or _ADDRESSED.search(text[:start])
        or TITLE.search(text[max(0, start - 14) : start])
    ):
        return False
    after = text[start + len(name) :]
    return not re.match(
        rf"[’']s? (?:husband|wife|son|daughter|mother|father)| (?:said|says|told|added|of [A-Z]|Council|\((?=[A-Z])(?![^)]*\b(?:{_LANDS})\)))|,? (?:said|says|told)\b|,? (?:an?|the|its) [^,.;]{{0,40}}\b(?:firm|company|business|charity|developer|manufacturer|bank|giant|contractor|builder|operator|polytechnic|university|college|school|club)\b",
        after,
    )


def _land_behind(text: str, end: int, one: Named) -> str | None:
    """Give the country that is said behind a name: Marzahn-Hellersdorf in Berlin, though the sentence speaks of Czechs."""
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    if land := EITHER.match(text, match.end()):
        return code_of(land[1])
    return next((p.choices[0].country for p in one.partners if p.start == match.end()), None)


def _mention(
    name: str, one: Named, names: Sequence[Named], land: str | None = None, firms: Collection[str] = ()
) -> PartnerMention:
    """Make a place of a name, in the one country that its sentence names, or the text as more than its firms'."""
    country = land or (one.countries[0] if len(one.countries) == 1 else None)
    if country is None and not one.countries:
        lands = Counter(code for other in names for code in other.countries if code not in firms)
        country = next(iter(lands)) if len(lands) == 1 else None
    level = Level.DISTRICT if _LOCAL.fullmatch(name) else Level.TOWN
    place = PartnerPlace(name, slug(name), country, level)
    return PartnerMention(name, 0, 0, (place,), doubtful=False)


def _shortened(told: Sequence[Sentence], known: dict[str, PartnerMention], atlas: Atlas) -> dict[str, PartnerMention]:
    """Give the one word that the text calls a longer name by."""
    found: dict[str, PartnerMention] = {}
    for name, mention in known.items():
        parts = [part for part in re.split(r"[ -]", name) if len(part) >= 5 and part[0].isupper()]
        if len(parts) < 2 and not (parts and " " in name):
            continue
        for part in parts:
            folded = fold(part)
            if part in known or folded in ALIKE or folded in gazetteer().homes or atlas.is_council_place(folded):
                continue
            if EITHER.fullmatch(part) or _NO_PLACE.search(part) or part in NO_NAME:
                continue
            if any(_stands_alone(sentence.text, part) for sentence in told if part in sentence.text):
                found.setdefault(part, mention)
    return found


_INNER = re.compile(r"[\w-]")


def _stands_alone(text: str, name: str) -> bool:
    """Tell whether a text has a name that is no part of a longer word."""
    at = text.find(name)
    while at >= 0 and (_INNER.match(text[max(0, at - 1) : at]) or _INNER.match(text, at + len(name))):
        at = text.find(name, at + 1)
    return at >= 0


def _with(text: str, one: Named, new: dict[str, PartnerMention]) -> Named:
    more: list[PartnerMention] = []
    taken = _spans(one)
    for name in sorted(new, key=lambda n: (-len(n), n)):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = (
                not text[at - 1 : at].isalnum()
                and text[at - 1 : at] != "-"
                and not text[end : end + 1].isalnum()
                and text[end : end + 1] != "-"
            )
            if (
                whole
                and not any(s < end and at < e for s, e in taken)
                and not _ADDRESSED.search(text[max(0, at - 30) : at])
            ):
                more.append(replace(new[name], start=at, end=end))
                taken.append((at, end))
            at = text.find(name, end)
    if not more:
        return one
    return Named(one.councils, tuple(sorted((*one.partners, *more), key=lambda m: m.start)), one.countries)
