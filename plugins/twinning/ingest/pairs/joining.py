"""Which sentences join a council with a place abroad, and how surely: by a link, its other end, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from ...vocabulary import Level, ParagraphKind
from ..fates.phrases import STRONG, WEAK
from ..places.countries import ADJECTIVES, EITHER
from ..places.gazetteer import slug
from ..places.owners import OWNER, WITH_OWNER, is_an_owners
from ..proposal import CouncilPlace, PartnerPlace
from ..scene import ITEM, Line, Scene
from ..wordings.patterns import Cased, Headed, Wording
from .within import is_within

ENOUGH = 2.5
"""How much must speak for a pair: a sentence that names council, link and partner is 3."""


AS_IT_WERE = Wording(r"[“\"'‘](?:[\w-]+ ){0,3}(?:twin|twinn|sister)[\w-]*(?: [\w-]+){0,2}[”\"'’]", "twin", "sister")
"""A word that the article itself takes with tongs: his “spiritual twin town”."""
_HAS_LINKS = Headed(
    r"\b(?:the (?:council|authority|county|borough|district|city|town)|county hall|COUNCILX)(?:[’']s)?\s(?:\w+ )?(?:(?:has|have|had|maintains|enjoys|keeps)\b[^.;]{0,40}?|other |existing |\w+ )(?:links?|ties|partnerships?|friendships?|agreements?)\b"
)
_NO_LINK = Headed(r"\bno (?:\w+ )?(?:link|twin|twinning|partner|connection)s?\b")
_ITS_TWIN = Wording(r",? (?:its|their|our) (?:[\w-]+ ){0,3}(?:twin|sister|partner)\b")
_LINK_WITH = Headed(
    r"\b(?:links?|ties|partnerships?|friendships?|bonds?|agreements?|charters?|pacts?|accords?)(?: of COUNCILX)? (?:with|between) (?:the )?(?:[\w-]+ ){0,4}PARTNERX"
)
_A_FIRM = re.compile(
    r" of [A-Z]|,? (?:an?|the) [^,.;]{0,40}\b(?:firm|company|business|charity|developer|manufacturer|bank|giant)\b"
)
WITH_COUNCIL = Wording(r"\b(?:with|by) (?:the )?COUNCILX\b(?! and)(?![^.;]{0,30}\band\b)[^.;]*$")
"""A link with the council: what is named behind it is not the other end."""
COUNCILISH = Headed(
    r"\b(?:the (?:council|authority|local authority|county|borough|district|city|town|city council|town council|county council|leader)|councils?|councillors?|coun\b|cllrs?|county hall|city hall|town hall|guildhall|civic|mayor|provost|lord mayor|cabinet|full council|council[’']s|twinning (?:committee|association|officer)|our (?:county|borough|district|city|town)|town clerk|the two (?:cities|towns|councils|counties|places|communities)|the pair|both (?:cities|towns|sides|councils))\b"
)
SLOT_BEFORE = Wording(
    r"\b(?:twinn?ings?|twin towns?|links?|partnerships?) \($|(?:\b(?:twinned|twin(?:s|nings?)?|twin[- ]town|twin[- ]city|partnered|paired|linked|links?|ties|partnerships?|relationships?|relations|agreements?|accords?|charters?|pacts?|deals?|connections?|arrangements?|associations?|friendships?|exchanges?|contacts?|bonds?|memorand\w+[\w\s-]{0,30}|MoU|treaty|declaration|sister[- ]\w+|sisters?|friends?)\b(?: agreement| deal| pact| charter| link| status)?(?: [\w’'-]+){0,6}?,? (?:with|to|between|of|in|and|from|including|includes?|are|were|like|namely|such as)|\btwin(?: town| city)?[,:]?|\bsister[- ](?:city|town|county|province|state|region),?|\bpartner (?:city|town|county|province|region|state),?|\bpartners?(?: too| as well| also)?,? (?:in|is|are|was|were)|\bCOUNCILX(?:[’']s)? and|\bCOUNCILX [–-])\s(?:(?:(?!\b(?:after|before|following|during|when|because|despite|against|over|where|whose|while|protest\w*|governments?|regime|visits?|trips?|around|near)\b)[^.;:]){0,70}?\s)?$"
)
SLOT_AFTER = Wording(
    r"^(?:[’']s)?\s(?!to\b)(?:\w+\s){0,2}?(?:twinn\w+|twins?\b|links?|partnerships?|agreements?|friendships?|ties|relationship|arrangements?|deals?|pacts?|accords?|charters?|connections?|memorand\w+|sister\b|contacts?|MoU)|^,? (?:\w+ ){0,3}(?:its|our|their|the|COUNCILX(?:[’']s)?|a|as (?:its|a)) (?:[\w-]+ ){0,3}(?:twins?|sister|partner|friend)\b|^[^.;]{0,40}\b(?:twinn\w+|(?:linked|paired|joined) (?:to|with) (?:the |our )?(?:COUNCILX|council|borough|city|town|county|district)|sister[- ]\w+|friendship agreement|partners?)\b|^[^.;]{0,30}\b(?:is|are|was|were|been|became|remain\w*)\s(?:\w+ ){0,2}(?:our|its|their|the \w+[’']s|COUNCILX[’']s?) (?:[\w-]+ ){0,2}friends?\b|^ and COUNCILX"
)
ABROAD_LINK = Headed(
    r"\b(?:flights?|trains?|ferr(?:y|ies)|road|rail|motorway|shipping|trade mission|air|bus|transport|family|historic(?:al)? family)\s(?:links?|connections?|services?|ties)\b"
)
_MARKS = re.compile('[“”"‘]')
_GENERIC = frozenset(
    (
        "City County Province Town Council Europe European China Chinese Council's Local The Their Its Our Mr "
        "Mrs Cllr Coun Sir He She It"
    ).split()
)
_UNKNOWN = re.compile(
    r"(?:[Tt]winned (?:\w+ )?with|[Tt]winning (?:\w+ ){0,2}with|[Tt]win[- ](?:town|city|village)(?: of|,)?|[Ss]ister[- ](?:city|town|county|province)(?: of|,)?|[Ff]riendship agreement (?:\w+ )?with|[Tt]win with|[Tt]wins with|[Tt]win,|[Ss]ister,|[Pp]artnership (?:of \w+ )?with|[Ll]inks? (?:of \w+ )?with|[Ff]riendship with|agreement with|charter with|joined to)"
    r" (?:the )?(?:(?:[\w-]+ ){0,3}(?:town|city|village|commune|district|region|province|port|municipality|county|suburb|spa)(?: town)? of |(?:Chinese|French|German|Polish|Italian|Spanish|Russian|Ukrainian|Japanese|American|Dutch|Belgian|Irish|Norwegian|Indian) )?(?P<name>(?:[A-ZÀ-Þ][\w’'-]+)(?:[ -](?:(?:sur|sous|le|la|les|de|du|des|en|am|an der|im|bei|nad|pod|di|del|della|da|do|upon|na|-)[ -])?[A-ZÀ-Þ][\w’'-]+){0,3})"
)


def _before(marked: str, at: int) -> str:
    return _MARKS.sub("", marked[max(0, at - 130) : at])


@lru_cache(maxsize=2048)
def in_slot(marked: str, at: int) -> bool:
    """Tell whether the place at a point of a marked sentence stands where a link's other end does."""
    before = _before(marked, at)
    if WITH_COUNCIL.search(before):
        return False
    return bool(SLOT_BEFORE.search(before) or SLOT_AFTER.match(marked[at + 8 : at + 70]))


def joins(told: Scene, number: int, line: Line) -> Iterator[tuple[CouncilPlace, PartnerPlace, float]]:
    """Yield the pairs that a sentence joins, each with how much it says so."""
    text = line.marked
    strong = STRONG.search(text)
    if told.listing and _NO_LINK.search(text):
        return
    if told.listing and line.explicit and line.partners and ITEM.match(text):
        yield line.explicit[0], line.partners[0], 3.0
    if not strong and not WEAK.search(text):
        if line.is_heading and line.partners and line.councils:
            yield from ((line.councils[0], partner, 1.0) for partner in line.partners)
        return
    councilish = bool(line.councils or COUNCILISH.search(text) or told.own_paper)
    if is_anothers(line, strong):
        return
    councils = _whose(told, number, line)
    if not councils:
        return
    partners = list(_with_whom(told, line, strong=bool(strong)))
    if strong and (there := _spoken_of(told, number, line)):
        yield councils[0], there, 3.0 if line.councils else 2.0 if councilish or told.civic else 1.2
    for partner, sure in partners:
        council = councils[0] if len(partners) > 1 or len(councils) == 1 else _nearest(line, partner, councils)
        weight = (3.4 if strong else 2.7) * sure
        weight *= 1.0 if line.councils else 0.78 if councilish or told.civic else 0.4
        if not strong and (_HAS_LINKS.search(text) or (told.civic and _LINK_WITH.search(text))):
            weight = max(weight, ENOUGH)
        yield council, partner, weight * (0.6 if line.sentence.quoted else 1.0)
    others = bool(line.explicit) and told.main not in line.explicit and _OF_ITS_OWN.search(text)
    if not partners and councilish and not others:
        meant = _meant(told, number, line)
        weight = (1.6 if line.councils else 1.0) if strong else 0.6
        if strong and line.explicit and line.named.countries and len(meant) == 1 and not line.sentence.quoted:
            weight = ENOUGH  # the council's twinning with the French city, when one French place is spoken of
        yield from ((councils[0], partner, weight) for partner in meant)


_OF_ITS_OWN = Headed(
    r"\bof (?:its|their) own\b|\b(?:an?|its first|another) (?:\w+ )?(?:twins?|twinning|link|partner(?:ship)?)\b"
)
"""What another council has or wants, which is not the one that is spoken of."""
_THEIR_TWINS = re.compile(
    r"\W*PARTNERX(?:,[^,.;]{0,40},)? (?:is|was|are|has been|have been) (?:also |already )?twinned (?:with|to) [^.;]*PARTNERX"
)
"""Two places abroad that are twins of each other."""


def is_anothers(line: Line, strong: re.Match[str] | None) -> bool:
    """Tell whether a sentence's link is a picture's, a joke's, a school's or a club's, and no council's."""
    text = line.marked
    # Behind the link stands what it brought: teachers, choirs. Before it stands whose it is.
    owned = bool(OWNER.search(text[: strong.end()] if strong else text)) and not (
        line.explicit or COUNCILISH.search(text)
    )
    if strong is None:
        return line.sentence.kind is ParagraphKind.CAPTION or owned
    joke = not line.councils and AS_IT_WERE.search(text)
    theirs = not line.councils and (_THEIR_TWINS.match(text) or "the Twin Cities" in text)
    return bool(joke or theirs or WITH_OWNER.match(text[strong.end() :]) or owned)


def _with_whom(told: Scene, line: Line, *, strong: bool) -> Iterator[tuple[PartnerPlace, float]]:
    """Yield the places abroad that stand where a link's other end does, each with how sure that is."""
    text = line.sentence.text
    marked = line.marked
    at = -1
    held = False
    for mention, partner in zip(line.named.partners, line.partners, strict=True):
        at = marked.find("PARTNERX", at + 1)
        before, after = _before(marked, at), marked[at + 8 : at + 70]
        listed = held and re.search(
            r"PARTNERX(?:,? and |, (?:and )?|(?:,| in) [A-Z]\w+(?:,| and) |[^.;]{0,30}(?:,| and) (?:the )?(?:[\w-]+ ){0,3}(?:of )?)$",
            before,
        )
        slot = in_slot(marked, at) or bool(listed and not WITH_COUNCIL.search(before))
        held = slot
        if ABROAD_LINK.search(text):
            continue
        if is_within(mention, line) or is_an_owners(line.sentence.text, mention.start, mention.end):
            continue
        if slot:
            yield partner, 0.8 if mention.doubtful and not _ITS_TWIN.match(after) else 1.0
        elif strong and not mention.doubtful:
            yield partner, 0.7
    yield from _unlisted(told, line, strong=strong)


def _unlisted(told: Scene, line: Line, *, strong: bool) -> Iterator[tuple[PartnerPlace, float]]:
    """Read a place that no list has from where it stands: twinned with the French village of X."""
    match = _UNKNOWN.search(line.sentence.text)
    if not match:
        return
    taken = [(c.start, c.end) for c in line.named.councils] + [(m.start, m.end) for m in line.named.partners]
    if any(start < match.end("name") and match.start("name") < end for start, end in taken):
        return
    name = match["name"]
    if _A_FIRM.match(line.sentence.text[match.end() :]):
        return
    if (
        name.split()[0] in _GENERIC
        or name in ADJECTIVES
        or name.split()[0] in ADJECTIVES
        or EITHER.fullmatch(name)
        or OWNER.search(name)
        or re.search(r"(?i)council|university|school|church|europe|union|africa|asia|balkan|scandinav", name)
    ):
        return
    country = line.named.countries[0] if line.named.countries else next((p.country for p in line.partners), None)
    if not country and (strong or told.civic):
        lands = {code for one in told.lines for code in one.named.countries}
        country = lands.pop() if len(lands) == 1 else None
    if not country and not strong:
        return
    words = match[0].lower()
    level = Level.CITY if " city" in words and "sister" not in words else Level.TOWN
    for word, kind in (
        ("region", Level.REGION),
        ("province", Level.PROVINCE),
        ("district", Level.DISTRICT),
        ("county", Level.COUNTY),
    ):
        if f"{word} of" in words:
            level = kind
    if country or re.match(r"(?i)twin|sister|friendship", match[0]):
        yield PartnerPlace(name, slug(name), country, level), 0.85 if country or line.explicit else 0.6


_REACH = 60
"""How many sentences of a paragraph are looked through for a council."""


def _whose(told: Scene, number: int, line: Line) -> list[CouncilPlace]:
    """Give the councils that a sentence's link may be of: those that it names, else the one spoken of before it."""
    if line.explicit:
        return list(dict.fromkeys(line.explicit))
    text = line.marked
    owner = re.search(
        r"COUNCILX(?:[’']s?)?\b[^.;]{0,60}?(?:twin|sister|friendship|link|partner|ties|agreement|charter)|COUNCILX (?:–|-|and) PARTNERX|PARTNERX (?:–|-|and) COUNCILX|(?:between|of) COUNCILX"
        + ("" if COUNCILISH.search(text) and told.main not in line.councils else "|in COUNCILX"),
        text,
    )
    one_of_many = told.many and len(set(line.councils)) == 1  # We asked Great Yarmouth about Rambouillet
    if line.councils and (owner or line.is_heading or one_of_many or told.main in line.councils):
        return list(dict.fromkeys(line.councils))
    paragraph = line.sentence.p
    reach = 2 if told.listing or told.many else 0
    for back in range(number - 1, max(-1, number - _REACH), -1):
        before = told.lines[back]
        if paragraph - before.sentence.p > reach:
            break
        if before.explicit:
            return [before.explicit[-1]]
        if before.is_heading and before.councils and before.sentence.kind is ParagraphKind.SUBHEADING:
            return [before.councils[0]]
    return [told.main] if told.main else list(dict.fromkeys(line.councils))


def _nearest(line: Line, partner: PartnerPlace, councils: Sequence[CouncilPlace]) -> CouncilPlace:
    """Of several councils in a sentence, give the one named last before a partner."""
    at = next(
        (m.start for m, p in zip(line.named.partners, line.partners, strict=True) if p == partner),
        len(line.sentence.text),
    )
    near = [c for c, m in zip(line.councils, line.named.councils, strict=True) if m.start < at and c in councils]
    return near[-1] if near else councils[0]


_THE_TOWN = Cased(
    rf"\b[Tt]he (?:[\w-]+ )?(?P<adjective>{'|'.join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))}) (?:[\w-]+ )?(?:town|city|village|port|resort|commune|region|province|prefecture|county|district|spa)\b(?! of\b)",
    listed=True,
)
"""How a place that was named is spoken of afterwards."""


def _spoken_of(told: Scene, number: int, line: Line) -> PartnerPlace | None:
    """Give the one place that "the French town" means, where a sentence of the newspaper's own words says it."""
    spoken = None if line.sentence.quoted else _THE_TOWN.search(line.marked)
    meant = _meant(told, number, line, {ADJECTIVES[spoken["adjective"]]}) if spoken else []
    return meant[0] if len(meant) == 1 else None


def _meant(told: Scene, number: int, line: Line, lands: Collection[str] = ()) -> list[PartnerPlace]:
    """Give the place that "the twinning" or "the French town" means: the one spoken of last, or the only one there is."""
    countries = set(lands or line.named.countries)
    for back in range(number - 1, max(-1, number - 7), -1):
        before = told.lines[back]
        if told.many and line.sentence.p - before.sentence.p > 1:
            return []
        here = [
            p
            for m, p in zip(before.named.partners, before.partners, strict=True)
            if not m.doubtful and (not countries or p.country in countries)
        ]
        if here:
            return list(dict.fromkeys(here))[:3] if STRONG.search(before.marked) else here[:1]
    every = dict.fromkeys(
        p for one in told.lines for m, p in zip(one.named.partners, one.partners, strict=True)
        if not m.doubtful and (not countries or p.country in countries)
    )  # fmt: skip
    return list(every) if len(every) == 1 else []
