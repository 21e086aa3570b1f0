"""What speaks for and against a place abroad being a council's partner, as plain signs that can be counted.

No sign settles it. Which of them count how much was learnt from the corpus (`partners.py`); here is only what a text
shows of each place that it names: where it stands, beside which words, and what else the text is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...vocabulary import ParagraphKind
from ..fates.phrases import STRONG, WEAK
from ..patterns import Asked, Headed, Wording
from ..places.abroad import PartnerMention, governs
from ..places.owners import OWNER, is_an_owners
from ..proposal import PartnerPlace
from ..scene import Line, Scene
from .joining import (
    ABROAD_LINK,
    AS_IT_WERE,
    COUNCILISH,
    in_slot,
    is_anothers,
)
from .spoken import count_of, spoken_of
from .within import is_within

_OFFICE_OF = Wording(
    r"\b(?:mayor(?:ess)?s?|burgomaster|b[uü]rgermeister\w*|landrat|governor|akim|sindaco|alcalde|council(?:lors)?|city council|officials?|delegat\w+|visitors?|guests?|group|party|friends|people|counterparts?|hosts|leaders?|town hall|twinning committee|representatives?|letter|invitation|visits?|trips?|travel\w*|links?|students|coach|families|children|choir|welcom\w+)\s(?:from|of|in|to|at)\s(?:the )?(?:[\w-]+ ){0,3}$"
)
_ITS_OFFICE = Wording(
    r"^(?:[’']s?)\s(?:\w+ ){0,2}?(?:mayor|council|b[uü]rgermeister\w*|landrat|governor|akim|leaders?|delegat\w+|town hall|city hall|officials|representatives|authorities|twinning)\b|^ (?:town|city|district|village|municipal|regional|provincial) council\b|^ (?:delegation|officials|leaders|visitors|mayor|council|twinning|link|charter|deal|pact|partnership|friendship|visit|tie|ties)\b"
)
_LIST = re.compile(
    r"^(?:,| and|,? \w+ in [A-Z]\w+,?| \([^)]*\)[,;]?)\s(?:and |with )?(?:[\w-]+ ){0,4}PARTNERX|^ or PARTNERX"
)
_LISTED = re.compile(
    r"PARTNERX(?: \([^)]*\))?(?:,| and| or|, in [A-Z]\w+,?(?: and)?| in [A-Z]\w+(?:,| and)| \w+ and)\s(?:with )?(?:the )?(?:[\w-]+ ){0,3}$"
)
_STANDS = Wording(
    r"^\W*(?:is|was|has|had|will|would|and|,|said|says|told|whose|which|where|who|sent|became|joined|remains?|comes?)\b"
)
_IN = Wording(r"\b(?:in|at|near|to|from|outside|around|across|through|via|for|by|of) (?:the )?$")
_CAPITAL = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-Z][a-z’'-]+ $")
"""Ada Pike is nobody's twin."""
_FIRST, _SAYS = re.compile(r"\W*[A-Z][a-z]+ "), Wording(r" (?:said|says|told|added|asked|wrote)\b")
_BORN = Headed(
    r"\b(?:born|grew up|lives?|living|lived|studied|holiday\w*|honeymoon|flew|flights?|comes|came|moved|died|killed|fought|army|troops|soldiers|war|attack\w*|bomb\w*|earthquake|refugees?|match|game|beat|draw|drew|cup|league|tournament|tour|concert|film|exhibition|factory|plant|company|firm|contract|investment|shares?|warehouse|university|cruise|restaurant)\b"
)


_FATE = Headed(
    r"\b(?:end(?:s|ed|ing)?|ax(?:e|es|ed|ing)|scrap\w*|sever\w*|cut|drop(?:s|ped)?|ditch\w*|renew\w*|extend\w*|sign(?:s|ed|ing)?|seal\w*|inked|suspend\w*|paus\w+|froze\w*|review\w*|keep\w*|kept|stay\w*|surviv\w+|laps\w+|expir\w+|fizzl\w+|dormant|restor\w+|reviv\w+|rekindl\w+|resum\w+|approv\w+|agreed|vot(?:e|es|ed|ing)|motion|propos\w+|explor\w+|withdr\w+|no change|unaffected|not affected|cease\w*|told|informed|notice|joined|pledg\w+|celebrat\w+|anniversary|shook hands|severance|reprieve|spared|saved|axe|goodbye|farewell|over)\b"
)
_CIVIC = Headed(
    r"\b(?:mayor\w*|delegat\w+|ceremon\w+|charter|protocol|pact|accord|oath|parchment|scroll|bond|friendship|friends|guests|hosts?|hospitality|visitors|civic|chain|twinn\w*|twins?|jumelage|partner\w*|exchange|ties|links?|relationship|anniversary|signs?|flag|flags|letters?|invit\w+|town hall|rathaus|mairie|bürgermeister|sister|families|coach|party)\b"
)
_OF_LINKS = Headed(
    r"\b(?:twinn\w*|twins?\b(?! (?:girl|boy|brother|sister|bab))|jumelage|sister (?:city|town)|friendship|charter|protocol|partner(?:ship)? (?:town|city|charter)|bond|ties)\b"
)


_councilish = Asked(COUNCILISH).search
_owner = Asked(OWNER).search
_civic = Asked(_CIVIC).search
_fate = Asked(_FATE).search
_other = Asked(_BORN).search
_links = Asked(_OF_LINKS).search
SHARES = ("within", "another's")
"""Signs that count by how many of a place's mentions have them: a twin, too, may once say where a visitor comes from."""


@dataclass
class Candidate:
    """A place abroad that a text names, with the signs that it is a council's partner, and the sentences it stands in."""

    place: PartnerPlace
    lines: list[int] = field(default_factory=list)
    signs: Mapping[str, float] = field(default_factory=dict)


def candidates(told: Scene) -> list[Candidate]:
    """Give each place abroad that a text names, in the order of its first mention, with its signs."""
    if not any(line.partners for line in told.lines):
        return []
    whole = _of_text(told)
    found: dict[str, Candidate] = {}
    seen: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for number, line in enumerate(told.lines):
        if not line.partners:
            continue
        here = dict(_of_line(told, number, line))
        at = -1
        for mention, place in zip(line.named.partners, line.partners, strict=True):
            at = line.marked.find("PARTNERX", at + 1)
            one = found.setdefault(place.id, Candidate(place))
            one.lines.append(number)
            signs = seen[place.id]
            signs["n"] += 1
            for sign, value in (*here.items(), *_of_mention(line, mention, at)):
                signs[sign] = signs[sign] + value if sign in SHARES else max(signs[sign], value)
    most = max((signs["n"] for signs in seen.values()), default=0)
    total = sum(signs["n"] for signs in seen.values())
    spoken = spoken_of(told)
    slots = {
        key
        for key, signs in seen.items()
        if signs["slot of a link"] or signs["slot of a weak link"] or signs["its office"]
    }
    told_in = {key: {told.lines[number].sentence.p for number in one.lines} for key, one in found.items()}
    free = sum(bool(signs["not within"] and not signs["capital"]) for signs in seen.values())
    counted = float(1 < free <= (count_of(told) if free > 1 else 0))
    for key, one in found.items():
        signs = seen[key]
        # In a round of councils a place is measured by the others of its own item.
        rivals = {k for k in slots if told_in[k] & told_in[key]} if told.many else slots
        many = signs.pop("n")
        for sign in SHARES:
            signs[sign] /= many
        extra = {
            "twice": float(many >= 2),
            "thrice": float(many >= 3),
            "often": float(many >= 5),
            "most named": float(many == most),
            "named first": float(next(iter(found)) == key),
            "mostly named": float(many >= 2 and many * 2 > total),
            "outshone": float(key not in slots and bool(rivals)),
            "outshone at home": float(
                key not in slots and any(found[k].place.country == one.place.country for k in rivals)
            ),
            "spoken of": float(one.place.country in spoken),
            "counted": counted,
            "alone": float(len(found) == 1),
            "doubtful": 1.0 - signs.pop("sure", 0.0),
        }
        one.signs = {sign: value for sign, value in {**whole, **signs, **extra}.items() if value}
    return list(found.values())


def _of_text(told: Scene) -> dict[str, float]:
    """Count what the text as a whole is about."""
    explicit = {c.id for line in told.lines for c in line.explicit}
    strong = [line for line in told.lines if STRONG.search(line.marked)]
    own = [line for line in strong if line.explicit or _councilish(line.marked)]
    owned = sum(bool(_owner(line.marked)) for line in told.lines)
    heading = [line for line in told.lines[:3] if line.is_heading]
    talk = sum(bool(_links(line.marked)) for line in told.lines)
    civic = sum(bool(_councilish(line.marked)) for line in told.lines)
    weak = sum(bool(WEAK.search(line.marked)) for line in told.lines)
    return {
        "text: a council": float(bool(explicit) or told.headed),
        "text: councils": float(len(explicit) > 2),
        "text: no link": float(not strong),
        "text: a link": float(len(strong) >= 1),
        "text: links": float(len(strong) >= 3),
        "text: many links": float(len(strong) >= 5),
        "text: a council's link": float(bool(own)),
        "text: council's links": float(len(own) >= 2),
        "text: weak links": float(weak >= 3),
        "text: many weak links": float(weak >= 6),
        "text: words of links": float(talk >= 1),
        "text: more words of links": float(talk >= 3),
        "text: share of links": talk / max(1, len(told.lines)) * 2,
        "text: share of council": civic / max(1, len(told.lines)) * 2,
        "text: civic": float(told.civic),
        "text: letter": float(told.is_letter),
        "text: listing": float(told.listing),
        "text: own paper": float(told.own_paper),
        "text: headed by a link": float(any(STRONG.search(line.marked) for line in heading)),
        "text: headed by a weak link": float(any(WEAK.search(line.marked) for line in heading)),
        "text: owners": owned / max(1, len(told.lines)) * 3,
        "text: more council than owners": float(civic > owned),
        "text: much more council": float(civic > 2 * owned and civic >= 3),
        "text: one council": float(len(explicit) == 1),
        "text: opened by a council": float(any(line.explicit or _councilish(line.marked) for line in told.lines[:4])),
        "text: joke": float(any(AS_IT_WERE.search(line.marked) for line in told.lines)),
        "text: no council": float(told.main is None),
    }


def _of_line(told: Scene, number: int, line: Line) -> Iterator[tuple[str, float]]:
    text = line.marked
    strong, weak = bool(STRONG.search(text)), bool(WEAK.search(text))
    kind = line.sentence.kind
    yield "in a headline", float(kind is ParagraphKind.HEADLINE)
    yield "early", float(number <= 4 and kind is not ParagraphKind.CAPTION)
    yield "in body", float(kind in {ParagraphKind.BODY, ParagraphKind.STANDFIRST})
    yield "not quoted", float(not line.sentence.quoted)
    yield "beside a link", float(strong)
    yield "beside a weak link", float(weak and not strong)
    yield "beside no link", float(not weak and not strong)
    yield "beside a council", float(bool(line.explicit))
    yield "beside its place", float(bool(line.councils))
    yield "beside the council's words", float(bool(_councilish(text)))
    others = (strong or weak) and is_anothers(line, STRONG.search(text))
    yield "another's link", float(others)
    yield "nobody else's link", float((strong or weak) and not others and kind is not ParagraphKind.HEADLINE)
    yield "council's link", float((strong or weak) and bool(line.explicit or _councilish(text)))
    yield "owner beside", float(bool(_owner(text)))
    yield "owner's link", float(bool(_owner(text)) and (strong or weak) and not line.explicit)
    yield "travel", float(bool(ABROAD_LINK.search(text)))
    yield "other matter", float(bool(_other(text)))
    paragraph = line.sentence.p
    near = [
        other
        for other in told.lines[max(0, number - 2) : number + 3]
        if other is not line and abs(other.sentence.p - paragraph) <= 1
    ]
    yield "near a link", float(any(STRONG.search(other.marked) for other in near))
    yield "near a council", float(any(_councilish(other.marked) for other in near))
    yield "near a weak link", float(any(WEAK.search(other.marked) for other in near))
    yield (
        "owners near",
        float(any(_owner(other.marked) and not _councilish(other.marked) for other in (*near, line))),
    )
    yield (
        "council, no owner",
        float(
            any(_councilish(other.marked) for other in (*near, line))
            and not any(_owner(other.marked) for other in (*near, line))
        ),
    )
    yield "link, no owner", float((strong or weak) and not _owner(text))
    yield "its fate", float(bool(_fate(text)))
    yield "civic words", float(bool(_civic(text)))
    yield "civic words near", float(any(_civic(other.marked) for other in near))
    yield "many places", float(len(line.partners) >= 3)


def _of_mention(line: Line, mention: PartnerMention, at: int) -> Iterator[tuple[str, float]]:
    text = line.marked
    before, after = text[max(0, at - 130) : at], text[at + 8 : at + 70]
    slot = in_slot(text, at)
    strong = bool(STRONG.search(text))
    yield "sure", float(not mention.doubtful)
    yield "slot of a link", float(slot and strong)
    yield "slot of a weak link", float(slot and not strong)
    yield "slot in the body", float(slot and not line.is_heading)
    yield "of its office", float(bool(_OFFICE_OF.search(before)))
    yield "its office", float(bool(_ITS_OFFICE.match(after)))
    yield "in a list", float(bool(_LIST.match(after) or _LISTED.search(before)))
    yield "subject", float(not before.strip(" “\"‘'") and bool(_STANDS.match(after)))
    yield "place of", float(bool(_IN.search(before)) and not slot)
    within = is_within(mention, line)
    speaks = _FIRST.fullmatch(before) and _SAYS.match(after)
    yield "behind a capital", float(bool(speaks or _CAPITAL.search(before)))
    yield "within", float(within)
    yield "not within", float(not within)
    others = is_an_owners(line.sentence.text, mention.start, mention.end)
    yield "not another's", float(not others and line.sentence.kind is not ParagraphKind.HEADLINE)
    yield "another's", float(others)
    yield "capital", float(governs(mention.name))
    yield (
        "the its name",
        float(
            before.endswith("the ")
            and not re.match(r"[ -](?:link|twin|charter|deal|partner|connection|tie|friend|visit|delegation)", after)
        ),
    )
    yield (
        "friends in",
        float(
            bool(
                re.search(
                    r"(?i)\b(?:our|its|their|dear) (?:\w+ )?(?:friends|cousins|sisters?|brothers|twins?|guests|hosts|visitors|partners?) (?:in|from|at|of) (?:the )?(?:\w+ of )?$",
                    before,
                )
            )
        ),
    )
    yield (
        "joined to",
        float(
            bool(
                re.search(
                    r"(?i)\b(?:join(?:s|ed)?|paired|linked|twinned|hitched|partnered|bound|united|wed(?:ded)?|married|sworn|affiliated)\b[^.;]{0,40}\b(?:to|with|and) (?:the )?(?:\w+ ){0,3}$",
                    before,
                )
            )
        ),
    )
    yield "explained", float(mention.country is not None)
