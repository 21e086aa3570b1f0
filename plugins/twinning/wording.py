"""Words counted, and the longest run of them that two texts share: how much of a newspaper's wording is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .quotation import UNSPACED, fold, marks_in, word_pattern, words_of

if TYPE_CHECKING:
    from collections.abc import Hashable

_BREAKING_DASHES: Final = "—―\u2e3a\u2e3b"


def word_count(text: str) -> int:
    """Count words as an editor does: "twin-town", "council's", "£1,000.50" and "2019–20" are one each.

    Dashes alone are none, and an em dash parts the words it touches. Each Han or kana character is one, as in word
    processors.
    """
    folded = fold(text.translate(dict.fromkeys(map(ord, _BREAKING_DASHES), " "))).text
    word = word_pattern(marks_in(folded))
    joined = rf"{word}(?:(?:[-'.&@]|(?<=\d)[,:/](?=\d)){word})*|[{UNSPACED}]"
    return sum(1 for _ in re.finditer(joined, folded))


def longest_shared_run(a: str, b: str) -> tuple[int, str]:
    """Find the longest run of words that stands in both texts: its length in words, and `a`'s own writing of it.

    Case, punctuation, white space and line ends do not count; a hyphenated word is two. (0, "") if no word is shared.
    """
    ours, theirs = list(words_of(a)), [word for word, _ in words_of(b)]
    ids: dict[Hashable, int] = {}
    names = [ids.setdefault(word, len(ids)) for word in [*(word for word, _ in ours), "", *theirs]]
    # Karp, Miller and Rosenberg: runs of 2, 4, 8 … words are numbered, so that equal runs have equal numbers and any
    # run is known by two that overlap. n log n on any input; difflib is quadratic on a text that repeats itself.
    low, high, first = 0, min(len(ours), len(theirs)), 0
    levels = [names]
    while (half := 1 << len(levels) - 1) * 2 <= high:
        ids = {}
        names = [ids.setdefault(pair, len(ids)) for pair in zip(names, names[half:], strict=False)]
        levels.append(names)
    while low < high:
        length = (low + high + 1) // 2
        level = length.bit_length() - 1
        runs = list(zip(levels[level], levels[level][length - (1 << level) :], strict=False))
        known = set(runs[len(ours) + 1 :])
        at = next((at for at in range(len(ours) - length + 1) if runs[at] in known), None)
        if at is None:
            high = length - 1
        else:
            low, first = length, at
    if not low:
        return 0, ""
    return low, " ".join(a[ours[first][1].start : ours[first + low - 1][1].end].split())


class Runs:
    """The runs of a number of words that stand in a text, to look for them in others: linear in each."""

    def __init__(self, text: str, length: int) -> None:
        """Take the runs of `length` words of a text; words are compared as in `longest_shared_run`."""
        self._length = length
        words = [word for word, _ in words_of(text)]
        self._known = set(zip(*(words[i:] for i in range(length)), strict=False))

    def found_in(self, text: str) -> str | None:
        """Give the first run that a text shares, in the text's own writing; None where it shares none."""
        words = list(words_of(text))
        for at in range(len(words) - self._length + 1):
            run = words[at : at + self._length]
            if tuple(word for word, _ in run) in self._known:
                return " ".join(text[run[0][1].start : run[-1][1].end].split())
        return None
