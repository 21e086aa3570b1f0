"""Which sentences tell of long ago: what was ended in 1985 says nothing of the link today."""

from __future__ import annotations

import re

from ..scene import Scene
from ..wordings.patterns import Cased, Headed

_ITS_YEAR = re.compile(r"\b(?:[Ii]t (?:is|was)|[Ii]n|[Bb]y|[Oo]f|[Ss]ince|[Ff]rom) (?:[A-Z]\w+ )?(1[89]\d\d|20\d\d)\b")
_A_CENTURY = Cased("1[89]|20")
_OPENS = re.compile(r"[^,]{0,40}\Z")
"""What stands before a year that all of a sentence is of."""
_TODAY = Headed(
    r"\b(?:now(?:adays)?|today|tonight|yesterday|last (?:night|week|month|year)|this (?:week|month|year|morning)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at present|currently|in (?:january|february|march|april|june|july|august|september|october|november|december)(?! (?:of |that |the )?\w*\d))\b"
)


_ACTS = re.compile(r"COUNCILX (?:is|are|has|have|will)\b")
"""A council that does something does it now."""


def long_ago(told: Scene) -> list[bool]:
    """Tell of each sentence whether it stands in a tale of the last century, which goes on until somebody says "now"."""
    found, old = [], False
    for line in told.lines:
        if line.is_heading or _TODAY.search(line.marked) or _ACTS.search(line.marked):
            old = False
        elif (
            not line.sentence.quoted
            and _A_CENTURY.search(line.marked)
            and (match := _ITS_YEAR.search(line.marked))
            and _OPENS.match(line.marked, 0, match.start())
        ):
            old = match[1] < "2000"
        found.append(old)
    return found
