"""How a sentence says that a thing is so: done, voted, to come, wished, open or denied."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from ...vocabulary import Outcome
from ..wordings.patterns import Wording
from .moods import (
    ASK_FIRST,
    BASE,
    CLAUSE,
    DECIDE,
    DOUBTED,
    IF,
    MAYBE,
    NO_LONGER,
    NOT,
    QUESTION,
    REPORTED,
    SOON,
    SURELY,
    UNTIL,
    WISH,
)


class Mood(Enum):
    """How a sentence says that a thing is so."""

    DONE = "done"
    """It happened, or is so."""
    VOTED = "voted"
    """A body voted, agreed or decided it."""
    COMING = "coming"
    """It will be so."""
    CALLED = "called"
    """Somebody wishes it."""
    OPEN = "open"
    """It may be so: a condition, a question, a plan."""
    DENIED = "denied"
    """It is not so, or somebody will not have it so."""


class Cue(NamedTuple):
    """Words for an outcome in a sentence, and how it is said."""

    outcome: Outcome
    mood: Mood
    start: int
    end: int


RESOLVED = Wording(r"\b(?:voted|resolved|agreed|decided|carried|approved)\b")
"""Who says it has the say."""


def mood_of(text: str, start: int, end: int, verb: str, *, heading: bool = False) -> Mood:
    """Tell how the words from `start` are said, by what stands before and after them."""
    before = _last_of_many(_COUNT.without(_POLITE.without(CLAUSE.split(text[max(0, start - 110) : start])[-1])))
    after = text[end : end + 90]
    if re.search(r"\band (?:then )?$", before) and not infinitive("", verb or "ended", heading=False):
        before = ""  # a verb of its own: considered it and kept it
    if heading and not before.strip(" ‘“'\"") and BASE.fullmatch(verb.split(maxsplit=1)[0].lower() if verb else ""):
        return Mood.CALLED  # an imperative: "Scrap it"
    soon = bool(SOON.search(before))
    rules = (
        (Mood.DENIED, NOT.search(before) and not NO_LONGER.search(before)),
        (Mood.OPEN, IF.match(after) and not UNTIL.search(after[:40])),
        (Mood.VOTED, DECIDE.search(before) and not ASK_FIRST.search(before)),
        (Mood.COMING, REPORTED.search(before)),
        (Mood.CALLED, WISH.search(before)),
        (Mood.OPEN, MAYBE.search(before) and not (SURELY.search(before) and not DOUBTED.search(before))),
        (Mood.OPEN, QUESTION.search(text)),
        (Mood.COMING, soon),
        (Mood.OPEN, verb and infinitive(before, verb, heading=heading)),
    )
    return next((mood for mood, holds in rules if holds), Mood.DONE)


_POLITE = Wording(
    r"\b(?:I|we|you|one|they)(?:[’']d| would| will|[’']ll| might)?(?: probably| now)? (?:have|need|want) to (?:say|call|describe|regard|admit|accept)(?: that)?\b"
)
"""You'd have to say: it is said."""
_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty\S*|thirty\S*|forty\S*)"
_COUNT = Wording(rf"\b{_N} votes to {_N}\b")
"""Ten votes to eight: nobody votes to do something."""
_ALSO_THAT = re.compile(r"^(?P<who>.*?\bthat\b).*(?:, |,? and )that\b", re.DOTALL)


def _last_of_many(before: str) -> str:
    """Leave out of a row of clauses those between who moves or resolves it and the last: that A be kept, that B be."""
    row = _ALSO_THAT.match(before)
    return row["who"] + before[row.end() :] if row else before


_TO = Wording(r"\bto (?:\w+ly )?$")
_WROTE_TO = Wording(r"\b(?:written|wrote|writes|letter)\b[^.;]{0,40}PARTNERX[^.;]{0,30}\bto (?:\w+ly )?$")
_CAME_TO = Wording(r"\b(?:travell?ed|flew|went|came|met|gathered|arrived|visited)\b[^.;]{0,60}\bto (?:\w+ly )?$")
_HOPE_TO = Wording(r"\b(?:call|bid|urge|plan|move|motion|hope|vote|want|ask)\w*\b[^.;]*$")
_IS_DOING = Wording(r"\b(?:is|are|was|were|be|been|[’'](?:re|s|m)|COUNCILX) (?:\w+ )?$")
_WHO_DO = Wording(r"\b(?:we|they|councillors|members|leaders|bosses|chiefs|councils|COUNCILX|I)\s(?:\w+ly )?$")


def infinitive(before: str, verb: str, *, heading: bool) -> bool:
    """Tell whether a verb only names a thing that may be done: "to end", "ending"."""
    head = verb.split(maxsplit=1)[0].lower()
    if _TO.search(before):
        if _WROTE_TO.search(before) or _CAME_TO.search(before):
            return False  # to tell the partner that it is over; and what they came for they did
        return not heading or bool(_HOPE_TO.search(before))
    if head.endswith("ing"):
        return (
            not re.search(r", $|\bsigned\b[^.;]{0,40}$|\b(?:has|have|had|\w{3,}ed)\b[^.;]*\bby $", before)
            and not _IS_DOING.search(before)
            and not heading
        )
    base = BASE.fullmatch(head)
    return bool(base) and not heading and not _WHO_DO.search(before)
