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
from operator import mul
from pathlib import Path
from typing import Final

from .wordings.patterns import small

CONSTANT: Final = "constant"
"""The sign that all have."""
UNIT: Final = 1000
"""What a whole unit of log-odds is in a table, for a word in a text of typical length and for a sign."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[.;:!?]")
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"(?P<year>\b(?:19|20)\d\d\b)|\d+")


@lru_cache(maxsize=2048)
def words_of(marked: str) -> tuple[str, ...]:
    """Give the words of a sentence in small letters, and its stops; a year is YEAR and any other number NUMBER."""
    plain = small(marked).replace("’", "'")
    if _DIGIT.search(plain):
        plain = _NUMBER.sub(lambda m: "YEAR" if m["year"] else "NUMBER", plain)
    return tuple(_WORD.findall(plain))


def places_of(marked: str) -> list[tuple[str, tuple[int, int]]]:
    """Give the words of a sentence with where each stands, but no numbers and no stops: what can be shown."""
    found = _WORD.finditer(small(marked).replace("’", "'"))
    return [(match[0], match.span()) for match in found if match[0][0].isalpha()]


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
        """Take a table's lines: a remark, the answers' names, then the signs. A sign of the rules begins with "=".

        Raises ValueError where it is no table that `weigh` made.
        """
        rows = [line.split("\t", 1) for line in lines if line and not line.startswith("# ")]
        if not rows or not rows[0][-1].startswith("rarity\t") or any(len(row) < 2 for row in rows):
            raise ValueError("a table of weights is broken: make it anew with `python3 tasks.py weigh`")
        self.answers: Final = tuple(rows[0][1].split("\t")[1:])
        self._rows: dict[str, str] = {row[0]: row[1] for row in rows[1:]}
        self._names = frozenset(self._rows)
        self._known: dict[str, tuple[int, ...]] = {}
        self._base = self._read("=" + CONSTANT) or (1,) * (len(self.answers) + 1)

    def weight(self, sign: str, answer: str) -> float:
        """Give how much log-odds a word of a typical text, or a sign, adds to an answer."""
        known = self._read(sign)
        return known[1 + self.answers.index(answer)] / UNIT if known else 0.0

    def scores(self, seen: Seen) -> Scores:
        """Weigh what is seen."""
        known = self._known
        for word in (seen.words & self._names) - known.keys():
            self._read(word)
        words = [*filter(None, map(known.get, seen.words))]
        said = sum([word[0] * word[0] for word in words]) / 10_000
        typical = self._base[0]
        scale = sqrt(typical / max(said, typical))
        columns = [*zip(*words, strict=True)][1:] if words else [()] * len(self.answers)
        signs = [(row, value) for sign, value in seen.signs.items() if (row := self._read("=" + sign))]
        values = [value for _, value in signs]
        rows = [*zip(*[row for row, _ in signs], strict=True)][1:] if signs else [()] * len(self.answers)
        sums = [
            sum(map(mul, values, row), start + scale * sum(column))
            for start, column, row in zip(self._base[1:], columns, rows, strict=True)
        ]
        return Scores(tuple(one / UNIT for one in sums), min(1.0, said / typical))

    def _read(self, sign: str) -> tuple[int, ...] | None:
        known = self._known.get(sign)
        if known is None and (row := self._rows.get(sign)) is not None:
            known = self._known[sign] = tuple(map(int, row.split("\t")))
            if len(known) != len(self.answers) + 1:
                raise ValueError(f"the weights of {sign!r} are broken: make them anew with `python3 tasks.py weigh`")
        return known


@lru_cache(maxsize=8)
def table(path: Path) -> Table:
    """Read the learnt weights of a file, once. Raises ValueError where it is no table that `weigh` made."""
    return Table(path.read_text("utf-8").splitlines())


def shares(scores: Sequence[float]) -> tuple[float, ...]:
    """Give the shares that sum to 1 of answers with these log-odds."""
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    whole = sum(raised)
    return tuple(value / whole for value in raised)


def logistic(x: float) -> float:
    """Give the likelihood, 0 to 1, of what has so much log-odds."""
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))
