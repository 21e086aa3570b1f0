"""Things that the world knows the day of: an article that tells of one was not written before it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from ..wordings.patterns import Wording


class Happening(NamedTuple):
    """Something that happened, the words by which articles tell of it, and whether it was news for weeks only."""

    day: date
    what: str
    words: Wording
    passing: bool
    stems: tuple[str, ...]
    """One of these stands in every text that tells of it."""


def _on(day: str, what: str, words: str, stems: str, *, passing: bool = False) -> Happening:
    return Happening(date.fromisoformat(day), what, Wording(words), passing, tuple(stems.split("|")))


HAPPENINGS: Final = (
    _on("2001-09-11", "the attacks of 11 September", r"\b9/11\b|attacks? on the (?:world trade|twin towers)|September 11(?:th)? attacks", "9/11|september 11|world trade|twin towers"),
    _on("2014-03-18", "Russia's annexation of Crimea", r"(?:annex\w+|seiz\w+|occup\w+) (?:of )?(?:the )?Crimea", "crimea"),
    _on("2016-06-23", "the referendum on leaving the European Union", r"Britain (?:voted|chose) to leave|(?:the )?(?:Brexit|EU|leave) (?:referendum|vote)\b|voted to leave the (?:EU|European Union)|referendum result", "referendum|leave|brexit"),
    _on("2018-03-04", "the poisoning in Salisbury", r"Skripal|Novichok|Salisbury (?:poisoning|attack)", "skripal|novichok|salisbury"),
    _on("2020-01-31", "the day Britain left the European Union", r"(?:since|after) (?:Britain|the UK|we) left the (?:EU|European Union)", "left the e"),
    _on("2020-03-23", "the first lockdown", r"(?:first|national|coronavirus|covid(?:-19)?) lockdown|coronavirus (?:crisis|pandemic)|covid(?:-19)? (?:crisis|pandemic)", "lockdown|corona|covid"),
    _on("2020-06-30", "the national security law in Hong Kong", r"(?:new |national |controversial )+security (?:law|legislation)|national security law", "security law|security legis"),
    _on("2020-07-14", "the decision to bar Huawei", r"(?:cancel|ban|bar|exclude|strip)\w*\b[^.]{0,70}\bHuawei|Huawei\b[^.]{0,40}\b(?:ban|barred|banned|removed|excluded)", "huawei", passing=True),
    _on("2020-11-11", "the removal of members of Hong Kong's legislature", r"members of Hong Kong[’']s (?:parliament|legislature|legislative council) (?:were|being|had been) (?:removed|disqualified|expelled)|mass resignation", "hong kong|mass resignation", passing=True),
    _on("2021-04-22", "the Commons' vote on genocide in Xinjiang", r"(?:MPs|Commons|Parliament)\b[^.]{0,50}\b(?:declared?|voted?)\b[^.]{0,50}\bgenocide", "genocide"),
    _on("2022-02-24", "the invasion of Ukraine", r"invasion of Ukraine|invaded Ukraine|invade Ukraine|war in Ukraine|Russian (?:troops|tanks|forces|soldiers|armour|columns) (?:crossed|rolled|poured|marched|entered)|(?:troops|tanks|columns) crossed into Ukraine|crossed the border of Ukraine|crossed Ukraine[’']s border|Ukraine war|peace returns to Ukraine|since Russia invaded", "ukrain"),
    _on("2022-09-08", "the death of Queen Elizabeth", r"(?:death|passing) of (?:the (?:late )?Queen|Queen Elizabeth)|the Queen (?:has )?died", "queen"),
    _on("2023-02-06", "the earthquake in Turkey and Syria", r"earthquake\b[^.]{0,60}\b(?:Turkey|Türkiye|Syria|Gaziantep)|(?:Turkey|Turkish|Syria)\b[^.]{0,30}\bearthquake", "earthquake"),
    _on("2023-10-07", "the attack of 7 October", r"October 7(?:th)?(?: attacks?)?|7 October attacks?|Hamas attacks?|war in Gaza|bombardment of Gaza|ceasefire in Gaza", "october|hamas|gaza"),
)  # fmt: skip
OCCASIONS: Final = (
    _on("2012-07-27", "the opening of the Olympic Games in London", r"opening ceremony of the (?:London (?:2012 )?)Olympic", "olympic"),
    _on("2016-06-23", "the referendum on leaving the European Union", r"(?:EU|Brexit) referendum|referendum on (?:leaving )?(?:the )?(?:EU|Europe|European Union|Brexit)", "referendum"),
    _on("2022-09-08", "the death of Queen Elizabeth", r"(?:death|passing) of (?:Her Majesty|the Queen\b(?! Mother)|Queen Elizabeth)", "queen"),
    _on("2022-09-19", "the funeral of Queen Elizabeth", r"funeral of (?:the (?:late )?Queen\b(?! Mother)|Queen Elizabeth)", "queen"),
    _on("2023-05-06", "the coronation of King Charles", r"coronation of (?:the King|King Charles|His Majesty)", "coronation"),
)  # fmt: skip
"""What lasted one day: "tonight's", "yesterday's" before one of them gives the day of writing."""
