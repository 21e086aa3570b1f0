"""The words by which newspapers tell what became of a link, each with how it is said: done, to come, wished, denied.

A sentence is read with its places marked, so that "the link with Omsk" and "the link with the Russian city" are one
pattern. Every cue needs a link beside it: "ended" alone may be a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...vocabulary import Outcome
from ..wordings.patterns import Wording
from .closings import UNDERGONE, closings
from .heads import AIM, compound, governs_link, undergoes
from .moods import (
    AGAIN,
    ASKED,
    ASKING,
    EXISTING,
    LET,
    NO_WISH,
    OFF,
    ONE_OF,
    ORDERED,
    OTHER_AIM,
    REVIEW,
)
from .phrases import (
    ACTIVE,
    BARE,
    BID,
    END_WORDS,
    FADED,
    HINTS,
    MATTERS,
    NO_PLAN,
    PASSIVE,
    REVIVED,
    STRONG,
    THING,
    TO_TWIN,
    WEAK,
)
from .refusals import turned_down
from .said import RESOLVED, Cue, Mood, mood_of

__all__ = ["Cue", "Mood", "cues", "mood_of"]


def cues(text: str, *, heading: bool = False) -> tuple[Cue, ...]:
    """Give the cues of a sentence with its places marked; a heading leaves out its verbs' helpers."""
    return _cues(text, heading)


@lru_cache(maxsize=1024)
def _cues(text: str, heading: bool) -> tuple[Cue, ...]:  # noqa: FBT001  the cache takes a name for another question
    first: dict[tuple[Outcome, Mood], Cue] = {}
    for cue in _all(text, heading=heading):
        first.setdefault((cue.outcome, cue.mood), cue)
    if (plain := _RELATIVE.sub(lambda match: " " * len(match[0]), text)) != text:
        for cue in _participles_of(plain, heading=heading):
            first.setdefault((cue.outcome, cue.mood), cue)
    if any(first.get((Outcome.REINSTATED, mood)) for mood in (Mood.DONE, Mood.VOTED)):
        # What is restored had ended before: restored a link, ten years after it was cut.
        return tuple(cue for cue in first.values() if cue.outcome not in _BEFORE_IT_WAS_RESTORED)
    return tuple(first.values())


_BEFORE_IT_WAS_RESTORED = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.LAPSED})


_RELATIVE = re.compile(
    r"(?:,| –| —) (?:(?:which|who|whose|where|first|originally|signed|made|formed|agreed|dating|\w{3,}ed (?:by|in|at|after)|set up|established|begun|forged|founded|now|once)\b|in (?:19|20)\d\d\b|a )[^,;.–—]{4,75}(?:,| –| —)(?= )"
)
"""What is told of a link between commas, before what becomes of it."""


def _participles_of(text: str, *, heading: bool) -> Iterator[Cue]:
    if THING.search(text) or WEAK.search(text) or STRONG.search(text):
        for outcome, words in HINTS.items():
            if words.search(text):
                yield from _participles(text, outcome, heading=heading)


def _all(text: str, *, heading: bool) -> Iterator[Cue]:
    lost: list[tuple[int, int]] = []
    for match in BID.finditer(text):
        for cue in turned_down(text, match):
            yield cue
            lost.append(match.span())
    for cue in _plain(text, heading=heading):
        # What a motion that was lost would have done was not done.
        inside = any(start <= cue.start < end for start, end in lost)
        yield cue._replace(mood=Mood.DENIED) if inside and cue.outcome not in _LOST_FOR else cue


_LOST_FOR = frozenset({Outcome.CONTINUED, Outcome.SHELVED})


def _plain(text: str, *, heading: bool) -> Iterator[Cue]:
    yield from _phrases(text, heading=heading)
    if not (THING.search(text) or WEAK.search(text) or STRONG.search(text)):
        return  # no verb has an object
    for outcome, words in HINTS.items():
        if words.search(text):
            yield from _verbs(text, outcome, heading=heading)


def _phrases(text: str, *, heading: bool) -> Iterator[Cue]:
    """Yield what no verb with its object says: brought to an end, put on hold, twins once more."""
    yield from closings(text, heading=heading)
    for match in NO_WISH.finditer(text):
        yield Cue(Outcome.CONTINUED, Mood.DONE, match.start(), match.end())
    if asked := ASKED.search(text):
        yield Cue(Outcome.UNDER_REVIEW, Mood.DONE, asked.start(), asked.end())
    for match in REVIEW.finditer(text):
        mood = mood_of(text, match.start(), match.end(), "", heading=heading)
        yield Cue(Outcome.UNDER_REVIEW, mood, match.start(), match.end())
    for match in LET.finditer(text):
        mood = mood_of(text, match.start(), match.end(), match[0].split()[0], heading=heading)
        yield Cue(Outcome.LAPSED, mood, match.start(), match.end())
    for match in REVIVED.finditer(text):
        yield Cue(Outcome.REINSTATED, Mood.DONE, *match.span("v"))
    for match in FADED.finditer(text):
        yield Cue(Outcome.LAPSED, mood_of(text, match.start(), match.end(), ""), match.start(), match.end())
    for match in TO_TWIN.finditer(text):
        mood = mood_of(text, match.start() + 3, match.end(), "to", heading=heading)
        yield Cue(Outcome.ESTABLISHED, mood, match.start(), match.end())
    yield from _given_up(text, heading=heading)
    if again := AGAIN.search(text):
        yield Cue(Outcome.REINSTATED, Mood.DONE, again.start(), again.end())


def _given_up(text: str, *, heading: bool) -> Iterator[Cue]:
    """Yield what says that a plan was given up; a plan to end a link is none that shelves it."""
    for match in OFF.finditer(text):
        what = match["what"] or ""
        if match["plan"] and (END_WORDS.search(what) or (what and not AIM.search(what) and "partnerx" not in what)):
            continue
        mood = mood_of(text, match.start(), match.end(), "", heading=heading) if match["plan"] else Mood.DONE
        yield Cue(Outcome.SHELVED, mood, match.start(), match.end())


def _verbs(text: str, outcome: Outcome, *, heading: bool) -> Iterator[Cue]:
    """Yield an outcome's verbs before their object, and what stands behind it."""
    for match in ACTIVE[outcome].finditer(text):
        if _means_another(outcome, match):
            continue
        if outcome in _STOPS and _is_passive(text, match):
            continue
        if outcome in _BEGINS and compound(text, match.end()):
            continue
        if (
            outcome is Outcome.CONTINUED
            and match["o"] in {"it", "them"}
            and not _WHO_KEEPS.search(text[: match.start()])
        ):
            continue
        if match["v"] == "back" and _BRING.search(text[: match.start()]):
            continue
        if outcome is Outcome.ESTABLISHED and _A_NOUN.search(text[: match.start()]) and match["v"] in _NOUNS:
            continue
        governs = outcome in _GOVERNING or (outcome is Outcome.ESTABLISHED and match["o"] == "partnerx")
        plans = outcome is Outcome.SHELVED
        if governs and not governs_link(text, text[slice(*match.span("gap"))], match.end(), plans=plans):
            continue
        mood = mood_of(text, match.start(), match.end(), match["v"], heading=heading)
        if (
            outcome is Outcome.ESTABLISHED
            and mood in {Mood.DONE, Mood.COMING}
            and _WAS_TO.search(text[: match.start()])
        ):
            mood = Mood.OPEN
        if outcome is Outcome.UNDER_REVIEW and ORDERED.search(text[max(0, match.start() - 110) : match.start()]):
            mood = Mood.DONE
        yield Cue(outcome, mood, match.start(), match.end())
    yield from _participles(text, outcome, heading=heading)


def _participles(text: str, outcome: Outcome, *, heading: bool) -> Iterator[Cue]:
    """Yield an outcome's participles behind their object."""
    for match in (BARE if heading else PASSIVE)[outcome].finditer(text):
        before = text[max(0, match.start() - 70) : match.start()]
        if _is_of_another(text, outcome, match, heading=heading):
            continue
        if outcome in _STOPS and MATTERS.search(before):
            continue
        if outcome in _SAID_OF_LINKS and not heading and not undergoes(text, match.start("v")):
            continue
        # "A plan to twin was shelved": the plan is what was shelved, and makes it no less sure.
        words = NO_PLAN.without(text) if outcome in {Outcome.SHELVED, Outcome.APPROVED} else text
        shift = len(text) - len(words)
        mood = mood_of(words, match.start("v") - shift, match.end() - shift, "", heading=heading)
        if outcome is not Outcome.LAPSED and re.search(r"(?i)\bno (?:\w+ )?$", before):
            mood = Mood.DENIED  # no agreement had been signed
        if mood is Mood.DONE:
            mood = _helped(text, outcome, match)
        yield Cue(outcome, mood, match.start(), match.end())


def _is_of_another(text: str, outcome: Outcome, match: re.Match[str], *, heading: bool) -> bool:
    """Tell whether what stands before a participle is not what undergoes it."""
    what = match["o"]
    if what in {"twinned", "paired", "linked", "joined"} and outcome is not Outcome.CONTINUED and not heading:
        return True  # the spa with which it is twinned, and they were dropped at the hotel
    if outcome is Outcome.PROPOSED and END_WORDS.search(text[: match.start()]):
        return True  # what is discussed is an end
    if outcome in _BEGINS and what == "it" and _IT_WAS_AGREED.match(text, match.start()):
        return True
    if (
        outcome is Outcome.CONTINUED
        and what == "partnerx"
        and match["v"].endswith(("stay", "stays", "remain", "stand"))
        and not heading
    ):
        return True  # what came from there will stay
    return outcome is Outcome.CONTINUED and bool(_NO_PART.search(text[: match.start("v")]))


def _helped(text: str, outcome: Outcome, match: re.Match[str]) -> Mood:
    """Tell how a participle is said that nothing else makes less than done: by its own helpers."""
    before = text[: match.start("v")]
    if match["v"].startswith(("should", "must")):
        return Mood.CALLED
    if match["v"].startswith(("will", "shall", "would", "is to", "are to", "to ", "can", "may")):
        return Mood.COMING
    if outcome is Outcome.ESTABLISHED and _WAS_TO.search(before):
        return Mood.OPEN
    if _SUBJUNCTIVE.search(before) and not _ITEM_THAT.match(text):
        resolved = Mood.COMING if outcome is Outcome.REINSTATED else Mood.VOTED
        return resolved if RESOLVED.search(text[: match.start()]) else Mood.CALLED
    return Mood.DONE


_WAS_TO = Wording(r"\b(?:was|were) to have (?:been )?$")
"""What was to have been signed was not."""
_SUBJUNCTIVE = Wording(
    r"(?<!to )(?<!ill )(?<!uld )(?<!all )(?<!can )(?<!may )(?<!ght )(?<!ust )(?<!not )(?<!now )(?<!lso )\bbe (?:now |also )?$"
)
"""That it be ended: somebody wishes it, or it is resolved."""
_ITEM_THAT = Wording(r"\W*(?:\(?\w{1,3}[).] *)?that\b")
"""An item of what was resolved, as the line before it says."""
_STOPS = frozenset({Outcome.ENDED, Outcome.SUSPENDED})
_BEGINS = frozenset({Outcome.ESTABLISHED, Outcome.APPROVED})
_WHO_KEEPS = Wording(
    r"\b(?:COUNCILX|councils?|we|us|members|councillors|cabinet|executive|leader|mayor|committee|town|city|borough|county|district|parish|authority|voted|I|they|to)\b"
)
_BRING = Wording(
    r"\b(?:br(?:ing|ought)|com(?:e|es|ing)|came|report|go|g[oa]t|going|went|wr(?:ite|ote)|sen[dt]|put|look|call|turn|hold|held|fly|flew)\w* $"
)
"""Bring back a paper: nothing is backed."""
_IT_WAS_AGREED = Wording(r"it (?:was|is|has been) \w+(?: by [\w -]{1,30}| unanimously)?,? (?:that|to)\b")
_NO_PART = Wording(r"\b(?:not?|never) (?:a )?part of\b|\bnothing to do with\b|\bseparate from\b|\bnot covered by\b")
"""What belongs to something else goes on by itself."""
_NOUNS = frozenset({"sign", "seal", "form", "forms", "launch"})
_A_NOUN = Wording(r"\b(?:an?|the|its|their|our|his|her|that|this|any|no|every|each|old|new|road|\w+[’']s) $")
_GOVERNING = _STOPS | {Outcome.SHELVED, Outcome.REINSTATED}
_SAID_OF_LINKS = _STOPS | {Outcome.LAPSED, Outcome.SHELVED, Outcome.CONTINUED}


def _is_passive(text: str, match: re.Match[str]) -> bool:
    """Tell whether what a verb ends is said before it, so that what stands behind is something else.

    "The charity will be wound up and its money go to Mtwara" ends no link.
    """
    said = match["v"].split()
    if said[0].lower().endswith("ing") or said[-1].lower() in {"from", "of", "with", "to"}:
        return False
    return bool(UNDERGONE.search(text[max(0, match.start() - 25) : match.start()]))


_BEGGING = Wording(r"\b(?:ask|beg|urge|write to|plead with|tell)\b")
"""What is turned down is that somebody be asked, and no link."""


_NONE = Wording(r"\b(?:no|without|never)\b")
"""Formed in 2019, it has no twinning."""


def _means_another(outcome: Outcome, match: re.Match[str]) -> bool:
    """Tell whether what stands between a verb and a link makes it another thing: launched a review of its twinning."""
    gap, what = match["gap"], match["o"].lower()
    if outcome in _STOPS and gap.startswith(","):
        return True  # cuts, parking and a link
    if outcome is Outcome.ENDED and ONE_OF.search(match[0]):
        return True  # one of several, and the sentence does not say which
    if outcome is Outcome.SHELVED and (END_WORDS.search(gap) or ASKING.search(gap) or _BEGGING.search(gap)):
        return True  # turned down a demand to end it
    if outcome in {Outcome.ENDED, Outcome.SUSPENDED}:
        return bool(MATTERS.search(f"{gap} of "))  # ended a meeting about the link, suspended the officer who ran it
    if outcome is Outcome.PROPOSED:
        return bool(what in {"it", "them"} or END_WORDS.search(gap) or EXISTING.search(gap) or OTHER_AIM.search(gap))
    if outcome in {Outcome.ESTABLISHED, Outcome.APPROVED}:
        return bool(
            _NONE.search(gap) or OTHER_AIM.search(gap) or (outcome is Outcome.APPROVED and END_WORDS.search(gap))
        )
    return False
