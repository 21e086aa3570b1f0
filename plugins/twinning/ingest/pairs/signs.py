"""What speaks for and against a place abroad being a council's partner, as plain signs that can be counted.

No sign settles it. Which of them count how much was learnt from the corpus (`partners.py`); here is only what a text
shows of each place that it names: where it stands, beside which words, and what else the text is about.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...vocabulary import ParagraphKind
from ..fates.phrases import STRONG, WEAK
from ..places.abroad import PartnerMention, governs
from ..places.owners import OWNER, is_an_owners
from ..proposal import PartnerPlace
from ..scene import Line, Scene
from ..wordings.patterns import Headed, Wording
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


_NAMED_WITH = re.compile(r"[ -](?:link|twin|charter|deal|partner|connection|tie|friend|visit|delegation)")
_FRIENDS_IN = Wording(
    r"\b(?:our|its|their|dear) (?:\w+ )?(?:friends|cousins|sisters?|brothers|twins?|guests|hosts|visitors|partners?) (?:in|from|at|of) (?:the )?(?:\w+ of )?$"
)
_JOINED_TO = Wording(
    r"\b(?:join(?:s|ed)?|paired|linked|twinned|hitched|partnered|bound|united|wed(?:ded)?|married|sworn|affiliated)\b[^.;]{0,40}\b(?:to|with|and) (?:the )?(?:\w+ ){0,3}$"
)
SHARES = frozenset({"within", "another's"})
"""Signs that count by how many of a place's mentions have them: a twin, too, may once say where a visitor comes from."""


@dataclass
class Candidate:
    """A place abroad that a text names, with the signs that it is a council's partner, and the sentences it stands in."""

    place: PartnerPlace
    lines: list[int] = field(default_factory=list)
    signs: Mapping[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class _Named:
    """What the mentions of a place show: how many there are, what any of them has, and how many have a share's sign."""

    mentions: int = 0
    held: set[str] = field(default_factory=set)
    shares: Counter[str] = field(default_factory=Counter)


class _Talk(NamedTuple):
    """What a sentence speaks of, which is asked of each that stands near a place as well."""

    strong: re.Match[str] | None
    """A link that can be nothing else."""
    weak: bool
    council: bool
    owner: bool
    links: bool
    civic: bool

    @classmethod
    def of(cls, text: str) -> _Talk:
        """Read a sentence with its places marked."""
        return cls(
            STRONG.search(text),
            bool(WEAK.search(text)),
            bool(COUNCILISH.search(text)),
            bool(OWNER.search(text)),
            bool(_OF_LINKS.search(text)),
            bool(_CIVIC.search(text)),
        )


def candidates(told: Scene) -> list[Candidate]:
    """Give each place abroad that a text names, in the order of its first mention, with its signs."""
    if not any(line.partners for line in told.lines):
        return []
    talk = [_Talk.of(line.marked) for line in told.lines]
    whole = _of_text(told, talk)
    found: dict[str, Candidate] = {}
    seen: dict[str, _Named] = defaultdict(_Named)
    for number, line in enumerate(told.lines):
        if not line.partners:
            continue
        here = frozenset(_of_line(told, talk, number))
        at = -1
        for mention, place in zip(line.named.partners, line.partners, strict=True):
            at = line.marked.find("PARTNERX", at + 1)
            one = found.setdefault(place.id, Candidate(place))
            if not one.lines or one.lines[-1] != number:
                one.lines.append(number)
            signs = here.union(_of_mention(line, mention, at, strong=talk[number].strong is not None))
            own = seen[place.id]
            own.mentions += 1
            own.held |= signs
            own.shares.update(SHARES & signs)
    most = max(own.mentions for own in seen.values())
    total = sum(own.mentions for own in seen.values())
    spoken = spoken_of(told)
    slots = {key for key, own in seen.items() if "not within" in own.held and not own.held.isdisjoint(_SLOTS)}
    told_in = {key: {told.lines[number].sentence.p for number in one.lines} for key, one in found.items()}
    free = sum("not within" in own.held and "capital" not in own.held for own in seen.values())
    counted = 1 < free <= (count_of(told) if free > 1 else 0)
    for key, one in found.items():
        own = seen[key]
        # In a round of councils a place is measured by the others of its own item.
        rivals = {k for k in slots if told_in[k] & told_in[key]} if told.many else slots
        held = own.held - SHARES - {"sure"}
        extra = {
            "twice": own.mentions >= 2,
            "thrice": own.mentions >= 3,
            "often": own.mentions >= 5,
            "most named": own.mentions == most,
            "named first": next(iter(found)) == key,
            "mostly named": own.mentions >= 2 and own.mentions * 2 > total,
            "outshone": key not in slots and bool(rivals),
            "outshone at home": key not in slots and any(found[k].place.country == one.place.country for k in rivals),
            "spoken of": one.place.country in spoken,
            "counted": counted,
            "alone": len(found) == 1,
            "doubtful": "sure" not in own.held,
        }
        held.update(name for name, holds in extra.items() if holds)
        shares = {name: count / own.mentions for name, count in sorted(own.shares.items())}
        one.signs = {**whole, **dict.fromkeys(sorted(held), 1.0), **shares}
    return list(found.values())


_SLOTS = frozenset({"slot of a link", "slot of a weak link", "its office"})


def _of_text(told: Scene, talk: Sequence[_Talk]) -> dict[str, float]:
    """Count what the text as a whole is about."""
    lines = max(1, len(told.lines))
    explicit = {c.id for line in told.lines for c in line.explicit}
    strong = [bool(line.explicit) or said.council for line, said in zip(told.lines, talk, strict=True) if said.strong]
    owned = sum(said.owner for said in talk)
    links = sum(said.links for said in talk)
    civic = sum(said.council for said in talk)
    weak = sum(said.weak for said in talk)
    heading = [said for said, line in zip(talk[:3], told.lines, strict=False) if line.is_heading]
    holds = {
        "text: a council": bool(explicit) or told.headed,
        "text: councils": len(explicit) > 2,
        "text: no link": not strong,
        "text: a link": len(strong) >= 1,
        "text: links": len(strong) >= 3,
        "text: many links": len(strong) >= 5,
        "text: a council's link": any(strong),
        "text: council's links": sum(strong) >= 2,
        "text: weak links": weak >= 3,
        "text: many weak links": weak >= 6,
        "text: words of links": links >= 1,
        "text: more words of links": links >= 3,
        "text: civic": told.civic,
        "text: letter": told.is_letter,
        "text: listing": told.listing,
        "text: own paper": told.own_paper,
        "text: headed by a link": any(said.strong for said in heading),
        "text: headed by a weak link": any(said.weak for said in heading),
        "text: more council than owners": civic > owned,
        "text: much more council": civic > 2 * owned and civic >= 3,
        "text: one council": len(explicit) == 1,
        "text: opened by a council": any(
            line.explicit or said.council for line, said in zip(told.lines[:4], talk, strict=False)
        ),
        "text: joke": any(AS_IT_WERE.search(line.marked) for line in told.lines),
        "text: no council": told.main is None,
    }
    counted = {
        "text: share of links": links / lines * 2,
        "text: share of council": civic / lines * 2,
        "text: owners": owned / lines * 3,
    }
    return {
        **{name: 1.0 for name, one in holds.items() if one},
        **{name: count for name, count in counted.items() if count},
    }


def _holding(signs: Mapping[str, object]) -> Iterator[str]:
    """Yield the names of the signs that hold."""
    return (name for name, holds in signs.items() if holds)


def _of_line(told: Scene, talk: Sequence[_Talk], number: int) -> Iterator[str]:
    line, said = told.lines[number], talk[number]
    text, kind = line.marked, line.sentence.kind
    linked = said.strong is not None or said.weak
    others = linked and is_anothers(line, said.strong)
    paragraph = line.sentence.p
    near = [
        talk[n]
        for n in range(max(0, number - 2), min(number + 3, len(talk)))
        if n != number and abs(told.lines[n].sentence.p - paragraph) <= 1
    ]
    council = said.council or any(one.council for one in near)
    return _holding(
        {
            "in a headline": kind is ParagraphKind.HEADLINE,
            "early": number <= 4 and kind is not ParagraphKind.CAPTION,
            "in body": kind in {ParagraphKind.BODY, ParagraphKind.STANDFIRST},
            "not quoted": not line.sentence.quoted,
            "beside a link": said.strong,
            "beside a weak link": said.weak and not said.strong,
            "beside no link": not linked,
            "beside a council": line.explicit,
            "beside its place": line.councils,
            "beside the council's words": said.council,
            "another's link": others,
            "nobody else's link": linked and not others and kind is not ParagraphKind.HEADLINE,
            "council's link": linked and (line.explicit or said.council),
            "owner beside": said.owner,
            "owner's link": said.owner and linked and not line.explicit,
            "travel": ABROAD_LINK.search(text),
            "other matter": _BORN.search(text),
            "near a link": any(one.strong for one in near),
            "near a council": any(one.council for one in near),
            "near a weak link": any(one.weak for one in near),
            "owners near": any(one.owner and not one.council for one in (*near, said)),
            "council, no owner": council and not said.owner and not any(one.owner for one in near),
            "link, no owner": linked and not said.owner,
            "its fate": _FATE.search(text),
            "civic words": said.civic,
            "civic words near": any(one.civic for one in near),
            "many places": len(line.partners) >= 3,
        }
    )


def _of_mention(line: Line, mention: PartnerMention, at: int, *, strong: bool) -> Iterator[str]:
    text = line.marked
    before, after = text[max(0, at - 130) : at], text[at + 8 : at + 70]
    slot = in_slot(text, at)
    within = is_within(mention, line)
    others = is_an_owners(line.sentence.text, mention.start, mention.end)
    speaks = _FIRST.fullmatch(before) and _SAYS.match(after)
    return _holding(
        {
            "sure": not mention.doubtful,
            "slot of a link": slot and strong,
            "slot of a weak link": slot and not strong,
            "slot in the body": slot and not line.is_heading,
            "of its office": _OFFICE_OF.search(before),
            "its office": _ITS_OFFICE.match(after),
            "in a list": _LIST.match(after) or _LISTED.search(before),
            "subject": not before.strip(" “\"‘'") and _STANDS.match(after),
            "place of": not slot and _IN.search(before),
            "behind a capital": speaks or _CAPITAL.search(before),
            "within": within,
            "not within": not within,
            "not another's": not others and line.sentence.kind is not ParagraphKind.HEADLINE,
            "another's": others,
            "capital": governs(mention.name),
            "the its name": before.endswith("the ") and not _NAMED_WITH.match(after),
            "friends in": _FRIENDS_IN.search(before),
            "joined to": _JOINED_TO.search(before),
            "explained": mention.country is not None,
        }
    )
