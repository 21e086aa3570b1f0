"""What a sentence seems to name and does not: words that are places' names, people at a meeting, a council with no part in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ...vocabulary import CouncilType, Level
from ..texts.sentences import Sentence
from ..wordings.patterns import Wording
from .abroad import PartnerMention
from .councils import CouncilMention
from .gazetteer import fold, gazetteer
from .mentions import Named

_ATTENDANCE = Wording(
    r"(?:[\W\d]|[A-Z]{1,4}/\d+)*(?:present|in attendance|also present|absent|apologies(?: for absence)?|those present)\b[^.:]{0,40}(?::|\bfrom\b)"
)
"""How the list of who came to a meeting opens: its names are people's."""


_OUTSIDE = re.compile(
    r" (?:is|was|has|had|plays|played|takes|took) (?:not (?:been )?(?:involved|a party|a partner|part of)|no (?:part|role|say|hand))\b"
)


_ITS_TOWN = Wording(r" (?:seaside |market |coastal |spa )?(?:towns?(?! council| hall| clerk)|resorts?|seaside)\b")
_TOWN_IN = Wording(r"\b(?:town|resort|village) in (?:the )?$")
"""What lies in a county, behind its name or before it: a Devon town, a town in Devon."""


def _only_holds(text: str, mention: CouncilMention) -> bool:
    """Tell whether a sentence names a county to say where a town lies."""
    kind, place = mention.council.type, fold(mention.council.place)
    county = kind is CouncilType.COUNTY or (kind is CouncilType.UNITARY and place not in gazetteer().homes)
    return (
        mention.bare and county and bool(_ITS_TOWN.match(text, mention.end) or _TOWN_IN.search(text[: mention.start]))
    )


def without_outsiders(text: str, one: Named) -> Named:
    """Leave out the councils that a sentence names to say that they have no part in it, or where a town lies."""
    kept = tuple(c for c in one.councils if not (_OUTSIDE.match(text, c.end) or _only_holds(text, c)))
    return one if len(kept) == len(one.councils) else one._replace(councils=kept)


_OTHER_END = re.compile(r" and (?:the )?(?:(?:[\w-]+ ){0,3}of )?")


def without_home_ends(text: str, one: Named) -> Named:
    """Leave out the home end of a link between two places, which has a namesake abroad: between Bangor and Bregenz."""

    def is_home_end(mention: PartnerMention) -> bool:
        return (
            mention.doubtful
            and mention.country is None
            and any(
                not p.doubtful
                and text[: min(p.start, mention.start)].endswith(("etween ", "etween the "))
                and _OTHER_END.fullmatch(text, min(p.end, mention.end), max(p.start, mention.start))
                for p in one.partners
            )
        )

    kept = tuple(mention for mention in one.partners if not is_home_end(mention))
    return one if len(kept) == len(one.partners) else one._replace(partners=kept)


_SMALL = re.compile(r"(?<![\w’'-])[a-zà-þ]{3,}")


def _words_of(told: Sequence[Sentence], names: Collection[str]) -> set[str]:
    """Give the words in small letters of an article, or none where no name is written so anywhere in it."""
    written = any(name in sentence.text for name in names for sentence in told)
    return {word for sentence in told for word in _SMALL.findall(sentence.text)} if written else set()


def without_words(told: Sequence[Sentence], names: Sequence[Named]) -> list[Named]:
    """Leave out places abroad whose names are words of this very article: Time is a town in Norway."""
    small = _words_of(told, {m.name.lower() for one in names for m in one.partners if " " not in m.name})
    inside = {m.name for s, one in zip(told, names, strict=True) for m in one.partners if m.start > 1}
    found = []
    for sentence, one in zip(told, names, strict=True):
        if (one.partners or one.councils) and _ATTENDANCE.match(sentence.text):
            found.append(Named(tuple(c for c in one.councils if not c.bare)))
            continue
        kept = []
        for mention in one.partners:
            if " " not in mention.name and mention.name.lower() in small:
                continue
            lone = (
                " " not in mention.name
                and mention.start <= 1
                and mention.name not in inside
                and not mention.choices[0].known
            )
            kept.append(replace(mention, doubtful=True) if lone and mention.choices[0].level is Level.TOWN else mention)
        found.append(
            one
            if len(kept) == len(one.partners) and kept == list(one.partners)
            else Named(one.councils, tuple(kept), one.countries)
        )
    return found
