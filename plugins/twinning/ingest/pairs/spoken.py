"""What a text says of its places without their names: how many there are, and that one of them is the Breton resort."""

from __future__ import annotations

from ..places.countries import ADJECTIVES
from ..scene import Scene
from ..wordings.patterns import Cased, Headed

_COUNTED = Headed(
    r"\b(?P<number>both|two|three|four|five|six|seven) (?:[\w-]+ ){0,3}?(?:twinnings|twins|twin[- ](?:towns|cities)|links|partnerships|partners|sister (?:cities|towns)|agreements|friendships|ties|twinned towns|friends)\b"
)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def count_of(told: Scene) -> int:
    """Give how many links a text says that there are: its three twinnings."""
    return max((_NUMBERS[m["number"].lower()] for line in told.lines if (m := _COUNTED.search(line.marked))), default=0)


_SPOKEN = Cased(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]hat|[Aa]) (?:[\w-]+ ){0,2}?(?P<adjective>"
    + "|".join(sorted(ADJECTIVES, key=lambda a: (-len(a), a)))
    + r") (?:[\w-]+ ){0,1}?(?:town|city|village|twin|resort|port|commune|district|region|province|partner|council|counterparts?|municipality|friends|side|delegation|guests|visitors|party)\b",
    listed=True,
)


def spoken_of(told: Scene) -> set[str]:
    """Give the countries of whose town or friends the text speaks without their name: the Breton resort."""
    return {
        ADJECTIVES[match["adjective"]]
        for line in told.lines
        if line.named.countries
        for match in _SPOKEN.finditer(line.sentence.text)
    }
