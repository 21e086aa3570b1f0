"""Tables of what was learnt from the corpus: plain sums of weights, each of which can be read and shown.

A model is logistic, over which words (or pairs of words) are said of a thing and over signs that rules have found. The
words count by their rarity and are scaled to a text of typical length, so that long texts are no surer. The tables are
made by the task `weigh`, which alone needs scikit-learn; to read with them needs no package.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt
from typing import Final

from .patterns import small

CONSTANT: Final = "constant"
"""The sign that all have."""
UNIT: Final = 1000
"""What a whole unit of log-odds is in a table, for a word in a text of typical length and for a sign."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[.;:!?]")
_NUMBER: Final = re.compile(r"(?P<year>\b(?:19|20)\d\d\b)|\d+")


@lru_cache(maxsize=2048)
def words_of(marked: str) -> tuple[str, ...]:
    """Give the words of a sentence in small letters, and its stops; a year is YEAR and any other number NUMBER."""
    plain = _NUMBER.sub(lambda m: "YEAR" if m["year"] else "NUMBER", small(marked).replace("’", "'"))
    return tuple(_WORD.findall(plain))


def place_of(marked: str, word: str) -> tuple[int, int]:
    """Give where a word first stands in a sentence; its first word where it does not."""
    found = list(_WORD.finditer(small(marked).replace("’", "'")))
    return next((match.span() for match in found if match[0] == word), found[0].span() if found else (0, 0))


@dataclass(frozen=True, slots=True)
class Seen:
    """What speaks for one answer or another: words, each once, and signs with their values."""

    words: frozenset[str]
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scores:
    """The log-odds of the answers, and how much of a typical text's words they rest on, 0 to 1."""

    each: tuple[float, ...]
    fullness: float


class Table:
    """Learnt weights: for each word its rarity, and for each word and sign a weight for each answer."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take a table's lines: a remark, the answers' names, then the signs. A sign of the rules begins with "="."""
        head, *rows = [line for line in lines if not line.startswith("# ")]
        self.answers: Final = tuple(head.split("\t")[2:])
        self._rows = dict(row.split("\t", 1) for row in rows)
        self._names = frozenset(self._rows)
        self._known: dict[str, tuple[int, ...]] = {}
        self._base = self._read("=" + CONSTANT) or (1,) * (len(self.answers) + 1)

    def weight(self, sign: str, answer: str) -> float:
        """Give how much log-odds a word of a typical text, or a sign, adds to an answer."""
        known = self._read(sign)
        return known[1 + self.answers.index(answer)] / UNIT if known else 0.0

    def scores(self, seen: Seen) -> Scores:
        """Weigh what is seen."""
        words = [known for word in seen.words & self._names if (known := self._read(word))]
        said = sum([word[0] * word[0] for word in words]) / 10_000
        typical = self._base[0]
        scale = sqrt(typical / max(said, typical))
        sums: Sequence[float] = [scale * sum(column) for column in zip(*words, strict=True)][1:] or [0] * len(
            self.answers
        )
        sums = [one + other for one, other in zip(self._base[1:], sums, strict=True)]
        for sign, value in seen.signs.items():
            if known := self._read("=" + sign):
                sums = [one + value * weight for one, weight in zip(sums, known[1:], strict=True)]
        return Scores(tuple(one / UNIT for one in sums), min(1.0, said / typical))

    def _read(self, sign: str) -> tuple[int, ...] | None:
        known = self._known.get(sign)
        if known is None and (row := self._rows.get(sign)) is not None:
            known = self._known[sign] = tuple(map(int, row.split("\t")))
        return known


def shares(scores: Sequence[float]) -> tuple[float, ...]:
    """Give the shares that sum to 1 of answers with these log-odds."""
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    whole = sum(raised)
    return tuple(value / whole for value in raised)


def logistic(x: float) -> float:
    """Give the likelihood, 0 to 1, of what has so much log-odds."""
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))
