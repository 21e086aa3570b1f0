"""What a bid, a motion or a call that failed says of a link: kept where it was to end, not begun where it was to begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...vocabulary import Outcome
from ..wordings.patterns import Wording
from .moods import LINKS
from .phrases import END_WORDS
from .said import Cue, Mood

_A_VOTE = Wording(r"\b(?:a|one|no|any|single|lone|only|first|h(?:is|er)|their)\s$")
"""A vote is no voting: without a vote against."""


_ONE_PERSON = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I|(?:Cllr|Coun|Councillor|Mr|Mrs|Ms|Miss|Dr|Alderman|Ald|Cr)\.? (?:[A-Z][\w.’'-]* ?){1,3}),? (?:also |had |has |then |himself |herself )?$"
)
"""One person's vote decides nothing."""


_PAUSE = Wording(r"\b(?:suspend\w*|paus\w+|fr[eo]e?z\w*|defer\w*|delay\w*|put off|on hold|for a year|instead)\b")
"""An amendment to pause that was lost leaves the motion as it was."""
_TO_SAY = Wording(r" to (?:be|say|comment|confirm|discuss|rule|answer|speak|talk|give|accept)\b")
"""Refused to be rushed: nothing is turned down."""


def turned_down(text: str, match: re.Match[str]) -> Iterator[Cue]:
    """Read a motion or a call that failed: to end a link, and it is kept; to form one, and it is shelved."""
    what = match["what"] or match["what2"] or ""
    if _TO_SAY.match(what) or (match[0].startswith("amendment") and _PAUSE.search(what)):
        return
    verb = match["v"] or match["v2"]
    before = text[max(0, match.start() - 50) : match.start()]
    open_ = re.search(
        r"(?i)(?:\b(?:will|could|should|would|may|might|if|whether|urged?|asked|call\w*|to)|[’']d)\s(?:\w+\s)?$", before
    ) or (re.match(r"(?i)refus", verb) and not END_WORDS.search(what))
    mood = (
        Mood.OPEN
        if open_
        else Mood.VOTED
        if re.search(r"(?i)vot|defeat|reject|threw|throw|lost|fell|carried|beaten|thrown", verb)
        else Mood.DONE
    )
    if re.search(r"(?i)\bin place of|instead of|rather than|\binto a\b", what) or (
        match["v2"] and (_A_VOTE.search(before) or _ONE_PERSON.search(before))
    ):
        return
    if END_WORDS.search(what) and (LINKS.search(what) or LINKS.search(text)):
        yield Cue(Outcome.CONTINUED, mood, match.start(), match.end())
    elif (
        re.search(r"(?i)\b(?:twin|twinning|sister|friendship|partnership|link|sign)\b", what)
        and re.search(r"(?i)propos|plan|bid|twin with|new|idea|sign|invitation|offer", what + verb + match[0])
        and "PARTNERX" in text
        and "out of order" not in match[0]
    ):
        yield Cue(Outcome.SHELVED, mood, match.start(), match.end())
