"""How likely each outcome is, by all the words that are said of a link.

Rules bind an end to its clause and say who tells of it; what they have no wording for they miss. Of the outcomes of
texts that nobody had seen they told 76 % rightly, where the plain sum of the words' weights told 83 %, and both
together 89 % (241 outcomes of eight sets of texts, each read with what was learnt from the others). `odds.tsv` is a
multinomial model over the words and pairs of words of the sentences that speak of a pair, those that stand beside the
partner's name and in a heading, and over the cues that the rules found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum
from pathlib import Path
from typing import Final

from ...vocabulary import Outcome, ParagraphKind
from ..learnt import Scores, Seen, places_of, shares, table, words_of
from ..pairs.pairing import Pair
from ..places.countries import lands_meant
from ..scene import Line
from .cues import Mood
from .doubts import GRAVE, sobered, undone
from .findings import ALL, Finding

TABLE: Final = Path(__file__).with_name("odds.tsv")
_OUTCOMES: Final = {outcome.value: outcome for outcome in Outcome}
_FIRM: Final = frozenset({Mood.DONE, Mood.VOTED, Mood.COMING})


def seen(pair: Pair, talk: Sequence[Line], found: Sequence[Finding], *, alone: bool) -> Seen:
    """Give the words of the sentences that speak of a pair, and the cues bound to it.

    Where the text tells of other pairs as well (not `alone`), only what is said close to the partner's name counts.
    """
    told = [line for line in talk if line.sentence.kind is not ParagraphKind.CAPTION]
    near = told if alone else list(_close(told, pair))
    words = frozenset(word for line in near for word in _of_line(line, pair))
    taken_back = undone(talk, [finding for finding in found if finding.cue.outcome in GRAVE])
    return Seen(words, dict.fromkeys([*_of_cues(found, pair), *(["taken back"] if taken_back else [])], 1.0))


def _close(told: Sequence[Line], pair: Pair) -> Iterator[Line]:
    """Yield the headings, what is said of both or all, and the sentences that name the partner or go on about it."""
    paragraph, goes_on = -1, False
    for line in told:
        own, other = _names(line, pair), any(place.id != pair.partner.id for place in line.partners)
        goes_on = own or (goes_on and line.sentence.p == paragraph and not other)
        paragraph = line.sentence.p if own else paragraph
        whole = line.is_heading or (not other and ALL.search(line.marked))
        lands = lands_meant(line.sentence.text, line.named.countries) if whole else ()
        if goes_on or (whole and (not lands or pair.partner.country in lands)):
            yield line


def _names(line: Line, pair: Pair) -> bool:
    return any(place.id == pair.partner.id for place in line.partners)


def likely(scores: Scores, ruled: Outcome, counts: float) -> Mapping[Outcome, float]:
    """Give the share of each outcome, where the one that the rules reach has so much log-odds more."""
    raised = [
        score + (counts if name == ruled.value else 0.0)
        for name, score in zip(table(TABLE).answers, scores.each, strict=True)
    ]
    return dict(zip([_OUTCOMES[name] for name in table(TABLE).answers], shares(raised), strict=True))


def telling(pair: Pair, talk: Sequence[Line], outcome: Outcome) -> tuple[Line, int, int] | None:
    """Give the sentence whose words speak most for an outcome, and where in its marked form the weightiest stands."""
    plain = [line for line in talk if not line.is_heading and line.sentence.kind is not ParagraphKind.CAPTION]
    if not plain:
        return None
    weight = table(TABLE).weight
    line = max(plain, key=lambda one: fsum(weight(word, outcome.value) for word in set(_of_line(one, pair))))
    start, end = max(places_of(line.marked), key=lambda place: weight(place[0], outcome.value), default=("", (0, 0)))[1]
    return line, start, end


def _words(line: Line, pair: Pair) -> tuple[str, ...]:
    """Give a sentence's words, its places marked by whether they are the pair's or others."""
    words = words_of(line.marked)
    others = any(place.id != pair.partner.id for place in line.partners)
    strange = any(council != pair.council for council in line.councils)
    if not others and not strange:
        return words
    places = iter(["partnerx" if place.id == pair.partner.id else "OTHER" for place in line.partners])
    councils = iter(["councilx" if council == pair.council else "ANOTHER" for council in line.councils])
    marks = {"partnerx": places, "councilx": councils}
    return tuple(next(marks[word], word) if word in marks else word for word in words)


def _of_line(line: Line, pair: Pair) -> Iterator[str]:
    """Yield the signs that a sentence's words are."""
    words = _words(line, pair)
    yield from words
    yield from map(" ".join, pairwise(words))
    if _names(line, pair):
        yield from ["+" + word for word in words]
    if line.is_heading:
        yield from ["#" + word for word in words]


def _of_cues(found: Sequence[Finding], pair: Pair) -> Iterator[str]:
    """Yield the signs that the rules' cues are; those of a sentence that names the partner are signs of their own too."""
    for finding in map(sobered, found):
        cue = finding.cue
        outcome, when = cue.outcome.value, "past" if finding.past else "now"
        firm = "firm" if finding.weight >= 0.5 and cue.mood in _FIRM else "loose"
        for sign in (
            outcome,
            f"{outcome} {cue.mood.value} {'old' if finding.old else when}",
            f"{outcome} {firm} {when} {'heading' if finding.line.is_heading else 'body'}",
        ):
            yield sign
            if _names(finding.line, pair):
                yield f"own {sign}"
    yield f"last {found[-1].cue.outcome.value} {found[-1].cue.mood.value}" if found else "no cue"
