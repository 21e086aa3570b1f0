"""What is brought to an end, put on hold or let go: wordings whose verbs mean much else without their object."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...vocabulary import Outcome
from ..wordings.patterns import Headed, Wording
from .heads import undergoes
from .moods import LINKS, ONE_OF
from .phrases import CLOSE, HOLD, LOOSE, WHICH
from .said import RESOLVED, Cue, Mood, mood_of

_BEHIND_A_PLACE = re.compile(
    r"(?:[’']s)? (?!(?:and|or|but|as|at|in|on|by|for|with|from|to|of|after|before|because|when|while|where|which|who|that|if|is|was|has|had|will|would|is|are|were|last|next|this|yesterday|over|since|under|during|altogether|completely|entirely|now|then|today|without|later|earlier|nine|two|three|\w+ly)\b)(?=[a-z])(?!(?:link|tie|twin|partner|connection|friendship|agreement|charter|arrangement|relationship|pact|deal|accord|association|bond|alliance|exchange)\w*)"
)


def _of_a_place(text: str, match: re.Match[str]) -> bool:
    """Tell whether a place only names what is given up: dropped the Hamburg flight."""
    return match["o"] == "partnerx" and bool(_BEHIND_A_PLACE.match(text, match.end()))


_INTRANSITIVE = Wording(r"(?:come|comes|came|coming)\b")
UNDERGONE = Wording(r"\b(?:be|been|being|is|are|was|were) (?:\w+ly |now |also |all |both )?$")
_BE_OVER = Wording(
    r"(?<!to )(?<!ill )(?<!uld )(?<!all )(?<!can )(?<!may )(?<!ght )(?<!ust )(?<!not )\bbe (?:at an end|over|terminated|no more)$"
)


UNDER = Headed(r"\b(?:put|puts|placed|places|placing|putting)\b[^.;]{0,80}?\bunder (?:\w+ )?review\b", "review")
_TO_THEM = r"(?:the )?(?:(?:town|city|mayor|council|commune|authorities|municipality|mairie|people) (?:council )?(?:of|in) )?(?:the )?PARTNERX"
NOTICE = Headed(
    rf"\b(?P<v>gives?|gave|given|giving|serve[sd]?|serving)\b(?: PARTNERX(?: [\w’'-]+){{0,4}} notice\b|[^.;]{{0,45}}\bnotice\b(?= (?:to {_TO_THEM}|(?:of|to) (?:its )?(?:end\w*|terminat\w*|withdraw\w*|leav\w*|quit\w*)|under (?:the|its|clause)\b|on (?:the )?(?:link|twinning|charter|agreement|partnership|PARTNERX)\b(?! \w+ed\b))))|\bnotice (?:be|to be|was|is|will be|has been|had been) (?:given|served)\b(?= (?:to|on) {_TO_THEM})",
    "notice",
)
"""A party that leaves a charter gives the other notice."""


def closings(text: str, *, heading: bool) -> Iterator[Cue]:
    """Yield the cues of a sentence with its places marked that say so in such words."""
    yield from _noticed(text, heading=heading)
    for outcome, pattern in ((Outcome.ENDED, CLOSE), (Outcome.SUSPENDED, HOLD), (Outcome.ENDED, LOOSE)):
        for match in pattern.finditer(text):
            if ONE_OF.search(match[0]) or (pattern is LOOSE and _of_a_place(text, match)):
                continue
            undergone = _INTRANSITIVE.match(match[0]) or UNDERGONE.search(
                text[max(0, match.start() - 25) : match.start()]
            )
            if undergone and not heading and not undergoes(text, match.start()):
                continue
            if (
                pattern is not CLOSE
                or match["o2"]
                or match["o"] is None
                or LINKS.search(text[max(0, match.start() - 70) : match.end()])
            ):
                verb = "" if pattern is CLOSE and match["o2"] else match[0].split()[0]
                mood = mood_of(text, match.start(), match.end(), verb, heading=heading)
                if mood is Mood.DONE and pattern is CLOSE and _BE_OVER.search(match[0]):
                    mood = Mood.VOTED if RESOLVED.search(text[: match.start()]) else Mood.CALLED
                yield Cue(outcome, mood, match.start(), match.end())


def _noticed(text: str, *, heading: bool) -> Iterator[Cue]:
    """Yield notice given, reviews begun, and what a relative clause tells of a link."""
    for match in NOTICE.finditer(text):
        mood = mood_of(text, match.start(), match.end(), match["v"] or "", heading=heading)
        if mood is Mood.DONE and match[0].startswith("notice be"):
            mood = Mood.VOTED if RESOLVED.search(text[: match.start()]) else Mood.CALLED
        yield Cue(Outcome.ENDED, mood, match.start(), match.end())
    for match in UNDER.finditer(text):
        mood = mood_of(text, match.start(), match.end(), match[0].split()[0], heading=heading)
        yield Cue(Outcome.UNDER_REVIEW, mood, match.start(), match.end())
    for outcome, pattern in WHICH.items():
        for match in pattern.finditer(text):
            if LINKS.search(text[max(0, match.start() - 60) : match.start()]):
                yield Cue(outcome, mood_of(text, match.start(), match.end(), ""), match.start(), match.end())
