"""Which places only say where others lie, or from where they are governed: a suburb of Paris, a town in Anhui province."""

from __future__ import annotations

import re

from ..places.abroad import WIDE, PartnerMention, governs
from ..scene import Line
from ..wordings.patterns import Cased, Wording

_WHERE = Wording(
    r"\b(?:towns?|cit(?:y|ies)|villages?|communes?|places?|twins?|sisters?|friends?|suburbs?|outskirts|edge|corner|part|side|islands?) (?:in|on|of) (?:the )?(?:\w+ of )?$"
)
"""What says where another place lies, before a region or a large city: a suburb of Paris, a sister in Mississippi."""
_OF_REGION = Cased(
    r"\bin (?:the )?(?:[\w-]+ ){0,2}(?:state|province|region|county|prefecture|department|land) of (?:the )?$"
)
_PART = re.compile(
    r" (?:[a-z-]+ )?(?:suburb|district|quarter|borough|arrondissement|town|city|village|commune|port|resort|spa) of "
)
"""What stands between a place and what lies in it: the Paris suburb of Clamart, the Lower Saxony town of Gifhorn."""
_ROUND = Wording(
    r"\b(?:near|outside|not far from|close to|around|centred on|surrounding|(?:up|down)(?:stream|river) (?:of|from)|(?:on|beside) the [A-Z][\w-]+ (?:above|below)|north of|south of|east of|west of|(?:governments?(?! of)|(?<!provincial )(?<!regional )(?<!city )(?<!municipal )(?<!local )(?<!state )government(?= of)|regimes?|ministers|rulers|authorities|parliament|embassy|leadership|capital) (?:in|at|of)|(?:capital|seat|main city)(?:,| is| was)?) (?:the )?$"
)
"""What says that a place lies about another one, or is governed from it."""


_LAND_OF = re.compile(
    r" (?:coast\w*|valley|hills?|mountains?|plains?|peninsula|basin|delta|countryside|steppe)\b(?! (?:town|city|village|resort|port|district))"
)
"""What bears a place's name and is land: the Shandong coast."""
_SEAT_OF = Cased(
    r", (?:the )?(?:\w+ )?(?:capital|seat|main (?:city|town)|largest (?:city|town)|county town)(?: city)? of (?:the )?(?:\w+ )?(?:(?:state|province|region|county|prefecture|department|district|parish) of )?(?:the )?$|,? (?:which )?(?:lies|is) in (?:the )?(?:[\w-]+ )?(?:state|province|region|county|prefecture|department|district|parish) of $"
)
"""What says of a place before it that it is governed from there: Guiyang, the capital of the province of Guizhou."""
_COUNTY = re.compile(r", (?:Co\.?|County) $")
"""Greystones, Co. Wicklow."""
_IS_PART = re.compile(r", an? (?:\w+ )?(?:district|borough|quarter|suburb|ward) of $")
"""Gwanak, a district of Seoul: Gwanak is meant."""
_ITS_TOWN = re.compile(r"(?:[’']s (?:[\w-]+ )?| )(?:town|city|village|resort|port|commune|suburb)\b")
"""A Tennessee town, Punjab's cycle city: the town is meant."""
_NEAR = re.compile(
    r"(?:\b(?:in|near|outside|from|of|off|across|down in) (?:the )?|\b(?:island|coast|region|state|county|province|hills) of |, )$"
)
_UNLISTED = re.compile(
    r"[a-z] (?:[A-ZÀ-Þ][\w’'-]+ ){0,3}[A-ZÀ-Þ][\w’'-]+,? (?:on|in|near|of|off) (?:the )?(?:[\w-]+ (?:of|in) )?$"
)
"""A name that no list has, and that it lies in what follows."""
_NEIGHBOUR = re.compile(r"[’']s (?:near )?neighbour")
_OF_MANY = re.compile(r"[A-Z]\w*s[’'] $")
"""What many own is named for them and is no place."""


def _is_round(text: str, end: int, before: str) -> bool:
    """Tell whether the words beside a name say that another place is meant: the Paris suburb of Clamart; around Poznań."""
    return bool(
        _PART.match(text, end)
        or _ROUND.search(before)
        or _OF_MANY.search(before)  # the TaxPayers’ Alliance
        or (before.endswith("the ") and _LAND_OF.match(text, end))
        or _NEIGHBOUR.match(text, end)
        or _COUNTY.search(before)
    )


def is_within(mention: PartnerMention, line: Line) -> bool:
    """Tell whether a place only says where another one is: Waldkirch, in the Black Forest; Kilrush in Clare."""
    before = line.sentence.text[max(0, mention.start - 30) : mention.start]
    its_town = mention.choices[0].level in WIDE and _ITS_TOWN.match(line.sentence.text, mention.end)
    if its_town or _is_round(line.sentence.text, mention.end, before) or _IS_PART.search(before):
        return True
    part = any(_PART.fullmatch(line.sentence.text, p.end, mention.start) for p in line.named.partners)
    if (where := _WHERE.search(before)) and not part:
        wide = mention.choices[0].level in WIDE and mention.level is None
        if wide or re.match(r"(?i)suburb|outskirts|edge|corner|part|side", where[0]):
            return True
    after = line.sentence.text[mention.end : mention.end + 20]
    region = before.endswith("in the ") and mention.level in WIDE  # a railway town in the Kyiv region
    region = region or bool(_OF_REGION.search(before) or _SEAT_OF.search(line.sentence.text[: mention.start][-90:]))
    bracket = before.endswith(" (") and re.match(r"[,)]", after)  # Saint-Mards-en-Othe (Aube, France)
    if bracket or (region and line.named.partners[0].end < mention.start):
        return True
    earlier = [p for p in line.named.partners if p.end < mention.start]
    if (mention.choices[0].level in WIDE or governs(mention.name)) and _UNLISTED.search(
        line.sentence.text[: mention.start]
    ):
        return True
    near = _NEAR.search(before) if earlier else None
    if not near:
        return False
    if re.fullmatch(r",? in (?:the )?", line.sentence.text[earlier[-1].end : mention.start]):
        return True  # Brackwede in Bielefeld
    if near[0] == ", ":  # a list goes on, but Boston, Massachusetts does not
        lands = {choice.country for choice in earlier[-1].choices}
        region = any(c.level in WIDE and c.country in lands for c in mention.choices)
        return region and mention.start - earlier[-1].end <= 2
    return bool(re.search(r"\b(?:in|near|outside|off|down in|island of|coast of|hills of)\b", near[0])) and bool(
        mention.choices[0].level in WIDE or re.search(r"\bnear|outside|off", near[0])
    )
