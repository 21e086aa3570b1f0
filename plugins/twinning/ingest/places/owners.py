"""Who else has links abroad than councils: schools, clubs, churches, firms; and what of theirs bears a place's name."""

from __future__ import annotations

from ..wordings.patterns import Cased, Headed, Wording

OWNER = Headed(
    r"\b(?:owners?|business (?:leaders|people|group)|traders|trust|NHS|schools?|colleges?|academ(?:y|ies)|universit(?:y|ies)(?! (?:city|town))|hospitals?|church(?:es)?|cathedral|dioceses?|parish(?:es)? church|clubs?|brewer(?:y|ies|s)|rotary|lions|airports?|ports? authority|chambers? of commerce|"
    r"compan(?:y|ies)|firms?|librar(?:y|ies)|museums?|theatres?|orchestras?|choirs?|zoos?|scouts?|rugby|football|cricket|pubs?|toilets?|loos?|latrines?|urinals?|surger(?:y|ies)|festivals?|supermarkets?|stations?|hotels?|restaurants?|caf[eé]s?|fans|supporters|pupils|teachers?|students|brothers|sisters (?!cit)|runners|athletes|twinned? toilets?|restaurant|gallery|police|constabulary|(?:police|armed) forces?|officers? from|sergeants?|fire (?:service|brigade)|regiments?|guilds?|distiller(?:s|y|ies)|brewers?|bishops?|vicars?|archdeacons?|parochial|congregations?|convents?|nuns?|mosques?|synagogues?|temples?(?! (?:city|town))|charit(?:y|ies)|foundations?|broadcasters?|stations?|newspapers?|lecturers|campus|vice-chancellor|polytechnics?|exporters?|manufacturers?|suppliers?|contractors?|developers?|investors?|builders?|venture|shares|coach(?:es)? firm|strikers?|captain|midfield\w*|striker|leg|fixture|railway|golf|tennis|team|league|rovers|united|athletic|wanderers|FC)\b"
)
WITH_OWNER = Wording(
    r"^\W*(?:with|to|of|between|and|for)?\s*(?:a|an|the|its|their|another|every|two|three)\s(?:[\w-]+\s){0,4}?(?:schools?|colleges?|academ\w+|universit\w+|hospitals?|church(?:es)?|club|brewer\w+|airports?|port\b(?= author)|loos?|toilets?|latrines?|firms?|compan\w+|librar\w+|museums?|zoos?|railways?|team|choir|band)\b"
)
_OF_ANOTHER = Wording(
    r"\b(?:firm|company|business|developer|team|club|school|artists?|man|woman|visitors?|players?|students?|pupils|band|choir|architects?|festival|fair|charity|university|college|polytechnic|academy|hospital)\s(?:\w+ )?(?:from|in|of|near|based in) (?:the )?$"
)
"""What comes from a place is not the place."""
_FIRM_OF = Cased(
    r"\b(?:Port|University|Bank|Bishop|Diocese) of (?:the )?$|\b(?:with|from|by) (?!The |City |Town |Mayor |Lord |Province |Port |Kreis |County |State |Free |Isle |District |Region )[A-Z]\w+ of $"
)
_ITS_OWNER = Wording(
    r"^(?:[’']s)?[ -](?:[\w-]+ )?(?:compan(?:y|ies)|firms?|clubs?|schools?|universit(?:y|ies)|colleges?|hospitals?|banks?|teams?|side\b|based|brewer\w*|airports?|festival|marathon|orchestra|choir|band|suburb|ferry|terminal|road|service|flights?|developer|investor|manufacturer|giant)\b"
)


def is_an_owners(text: str, start: int, end: int) -> bool:
    """Tell whether what is named is a firm, a club or a school of a place, and not the place."""
    before, after = text[:start], text[end:]
    return bool(_OF_ANOTHER.search(before) or _FIRM_OF.search(before) or _ITS_OWNER.match(after))
