"""The parishes of Jersey and Guernsey, whose assemblies twin as councils do, though no council is named.

St John and St Mary are places in many countries; so they are parishes only where a text speaks of the islands' own
offices, or of the islands and of a parish.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...vocabulary import CouncilType
from ..proposal import CouncilPlace
from ..texts.sentences import Sentence
from ..wordings.patterns import Wording
from .atlas import Atlas
from .gazetteer import slug

_OFFICES = Wording(
    r"\bparish assembly\b|\bconn[eé]tables?\b|\bprocureurs? du bien\b|\bdouzaine\b|\bcentenier\b|(?<!new )\b(?:jersey|guernsey)(?:[’']s)? parish\b|\bparish(?:es)? (?:in|of|on) (?:st \w+ (?:in|on) )?(?<!new )(?:jersey|guernsey)\b"
)
_PARISHES = re.compile(
    r"\b(?:Grouville|Trinity|St (?:Brelade|Clement|Helier|John|Lawrence|Martin|Mary|Ouen|Peter(?! Port)|Saviour|Peter Port|Sampson|Andrew)|Castel|Torteval|Vale|St Pierre du Bois)\b"
)


def is_isle_parish(council: CouncilPlace | None) -> bool:
    """Tell whether a council is a parish of Jersey or Guernsey."""
    return council is not None and council.name.startswith("Parish of ")


def isle_parishes(atlas: Atlas, told: Sequence[Sentence]) -> list[CouncilPlace]:
    """Give the parishes of Jersey or Guernsey that a text names, the most named first, where it speaks of such parishes."""
    if not any(_OFFICES.search(sentence.text) for sentence in told):
        return []
    named = Counter(name for sentence in told for name in _PARISHES.findall(sentence.text))
    return [_parish(atlas, place) for place, _ in named.most_common()]


def _parish(atlas: Atlas, place: str) -> CouncilPlace:
    """Give a parish, as the archive or the list of councils has it where they do."""
    known = atlas.council_named(place, "parish")
    if known is not None and is_isle_parish(known):
        return known
    return CouncilPlace(f"Parish of {place}", slug(place), None, CouncilType.PARISH, None, place)
