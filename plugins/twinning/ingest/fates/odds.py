"""How likely each outcome is, by all the words that are said of a link: learnt from the corpus, every weight of it readable.

Rules bind an end to its clause and say who tells of it; what they have no wording for they miss, and of the outcomes of
texts that nobody had seen they told 76 % rightly, where the plain sum of the words' weights told 83 %, and both
together 89 % (241 outcomes of eight sets of texts, each read with what was learnt from the others). `odds.tsv` is made by
the task `weigh`: a multinomial logistic model over which words and pairs of words stand in the sentences that speak of
a pair, which of them stand beside the partner's name or in a heading, and which cues the rules found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path
from typing import Final

from ...vocabulary import Outcome, ParagraphKind
from ..pairs.pairing import Pair
from ..patterns import small
from ..scene import Line
from ..weights import CONSTANT
from .cues import Mood
from .doubts import GRAVE, sobered, undone
from .findings import Finding

TABLE: Final = Path(__file__).with_name("odds.tsv")
UNIT: Final = 1000
"""What a whole unit of log-odds is in the table, for a word in a text of typical length and for a cue."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[.;:!?]")
_NUMBER: Final = re.compile(r"(?P<year>\b(?:19|20)\d\d\b)|\d+")
_OUTCOMES: Final = {outcome.value: outcome for outcome in Outcome}
_FIRM: Final = frozenset({Mood.DONE, Mood.VOTED, Mood.COMING})


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for one outcome or another, each sign once."""

    words: frozenset[str]
    cues: frozenset[str]


@dataclass(frozen=True, slots=True)
class Odds:
    """The shares of the outcomes, which sum to 1, and how much of a typical article's words they rest on, 0 to 1."""

    shares: Mapping[Outcome, float]
    fullness: float


@lru_cache(maxsize=2048)
def _split(marked: str) -> tuple[str, ...]:
    plain = _NUMBER.sub(lambda m: "YEAR" if m["year"] else "NUMBER", small(marked).replace("’", "'"))
    return tuple(_WORD.findall(plain))


def _words(line: Line, pair: Pair) -> tuple[str, ...]:
    """Give a sentence's words, its places marked by whether they are the pair's or others."""
    words = _split(line.marked)
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
    if any(place.id == pair.partner.id for place in line.partners):
        yield from ["+" + word for word in words]
    if line.is_heading:
        yield from ["#" + word for word in words]


def _of_cues(found: Sequence[Finding]) -> Iterator[str]:
    """Yield the signs that the rules' cues are."""
    for finding in map(sobered, found):
        cue = finding.cue
        outcome, when = cue.outcome.value, "past" if finding.past else "now"
        firm = "firm" if finding.weight >= 0.5 and cue.mood in _FIRM else "loose"
        yield outcome
        yield f"{outcome} {cue.mood.value} {'old' if finding.old else when}"
        yield f"{outcome} {firm} {when} {'heading' if finding.line.is_heading else 'body'}"
    yield f"last {found[-1].cue.outcome.value} {found[-1].cue.mood.value}" if found else "no cue"


def signs(pair: Pair, talk: Sequence[Line], found: Sequence[Finding]) -> Signs:
    """Give the signs in the sentences that speak of a pair, and in the cues bound to it."""
    told = (line for line in talk if line.sentence.kind is not ParagraphKind.CAPTION)
    cues = {*_of_cues(found), *(["taken back"] if undone(talk, [f for f in found if f.cue.outcome in GRAVE]) else ())}
    return Signs(frozenset(sign for line in told for sign in _of_line(line, pair)), frozenset(cues))


class Table:
    """The learnt weights: for each sign its rarity and a weight for each outcome."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines of a table: the outcomes, then the signs. A cue begins with "=", and has no rarity."""
        head, *rows = [line for line in lines if not line.startswith("# ")]
        self.outcomes = tuple(_OUTCOMES[name] for name in head.split("\t")[2:])
        self._rows = dict(row.split("\t", 1) for row in rows)
        self._known: dict[str, tuple[int, ...]] = {}
        self._base = self.weights("=" + CONSTANT) or (1,) * (len(self.outcomes) + 1)

    def weights(self, sign: str) -> tuple[int, ...] | None:
        """Give the rarity of a sign and its weights; None where it is unknown."""
        known = self._known.get(sign)
        if known is None and (row := self._rows.get(sign)) is not None:
            known = self._known[sign] = tuple(map(int, row.split("\t")))
        return known

    def odds(self, seen: Signs) -> Odds:
        """Weigh signs. The words' sum is scaled to a text of typical length, so that long ones are no surer."""
        words = [known for word in seen.words if (known := self.weights(word))]
        cues = [known for cue in seen.cues if (known := self.weights("=" + cue))]
        typical = self._base[0]
        said = sum([word[0] * word[0] for word in words]) / 10_000
        scale = sqrt(typical / max(said, typical))
        sums = [sum(column) for column in zip(self._base, *cues, strict=True)][1:]
        spoken = [sum(column) for column in zip(*words, strict=True)][1:] or [0] * len(sums)
        scores = [(one + scale * other) / UNIT for one, other in zip(sums, spoken, strict=True)]
        return Odds(_shares(dict(zip(self.outcomes, scores, strict=True))), min(1.0, said / typical))

    def telling(self, pair: Pair, talk: Sequence[Line], outcome: Outcome) -> tuple[Line, int, int] | None:
        """Give the sentence whose words speak most for an outcome, and where in its marked form the weightiest stands."""
        at = self.outcomes.index(outcome) + 1
        best: tuple[int, Line] | None = None
        for line in talk:
            if line.sentence.kind is ParagraphKind.CAPTION or line.is_heading:
                continue
            total = sum(known[at] for sign in set(_of_line(line, pair)) if (known := self.weights(sign)))
            if best is None or total > best[0]:
                best = (total, line)
        if best is None:
            return None
        line = best[1]
        word = max(_WORD.finditer(small(line.marked)), key=lambda m: (self.weights(m[0]) or self._none)[at])
        return line, word.start(), word.end()

    @property
    def _none(self) -> tuple[int, ...]:
        return (0,) * (len(self.outcomes) + 1)


def _shares(scores: Mapping[Outcome, float]) -> dict[Outcome, float]:
    top = max(scores.values())
    raised = {outcome: exp(score - top) for outcome, score in scores.items()}
    whole = sum(raised.values())
    return {outcome: value / whole for outcome, value in raised.items()}


def leaning(odds: Odds, towards: Outcome, by: float) -> Mapping[Outcome, float]:
    """Give the shares when one outcome has so much more of log-odds."""
    raised = {outcome: share * (exp(by) if outcome is towards else 1.0) for outcome, share in odds.shares.items()}
    whole = sum(raised.values())
    return {outcome: value / whole for outcome, value in raised.items()}


@lru_cache(maxsize=1)
def table() -> Table:
    """Read the learnt weights, once."""
    return Table(TABLE.read_text("utf-8").splitlines())
