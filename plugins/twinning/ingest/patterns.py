"""Patterns that ask nothing of capitals, looked for in small letters.

Without `re.IGNORECASE` the engine of `re` passes over a wrong first letter at once, and with it tries every wording: on
the sentences of `tests/corpus` the long lists of verbs here are found in a third to a sixth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from .shapes import HEAD, LETTERS, by_letters, heads_in

_LETTER: Final = re.compile(r"\\.|\(\?P|[A-Z]")
"""A capital of a pattern, and what looks like one: `\\W` and `(?P<name>` stay."""


def _lowered(pattern: str) -> str:
    return _LETTER.sub(lambda m: m[0] if len(m[0]) > 1 else m[0].lower(), pattern)


@lru_cache(maxsize=4096)
def small(text: str) -> str:
    """Give a text in small letters, each where it was."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter if len(low := letter.lower()) > 1 else low for letter in text)


class Wording:
    """A pattern that is looked for without regard to case; the words of its matches are in small letters.

    It is compiled when it is first asked for: all patterns together take a second, and one text needs few of them.
    """

    __slots__ = ("_listed", "_pattern", "_source", "_stems")
    _pattern: re.Pattern[str]

    def __init__(self, pattern: str, *stems: str, listed: bool = False) -> None:
        """Take a pattern; where stems are given, every match of it holds one of them, and is sought only beside one.

        `listed` says that it is much of a list of words, which are tried by their letters.
        """
        self._source = _lowered(pattern)
        self._listed = listed
        self._stems = stems

    def __getattr__(self, name: str) -> Any:
        """Make what a pattern lacks until it is first asked for. Raises `AttributeError` for anything else."""
        if name != "_pattern":
            raise AttributeError(name)
        self._pattern = re.compile(by_letters(self._source) if self._listed else self._source)
        return self._pattern

    def _may(self, words: str) -> bool:
        for stem in self._stems:  # noqa: SIM110  a generator costs more than most of what it looks for
            if stem in words:
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match."""
        words = small(text)
        return self._pattern.search(words) if not self._stems or self._may(words) else None

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Give the match that begins where a text does, or at a place in it."""
        return self._pattern.match(small(text), at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the match that is the whole text."""
        return self._pattern.fullmatch(small(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give every match, in order."""
        words = small(text)
        return self._pattern.finditer(words) if not self._stems or self._may(words) else iter(())

    def split(self, text: str, most: int = -1) -> list[str]:
        """Give the parts of a text, its capitals and all, between the matches, or the first `most` of these."""
        parts: list[str] = []
        at = 0
        for match in self.finditer(text):
            if len(parts) == most:
                break
            parts.append(text[at : match.start()])
            at = match.end()
        return [*parts, text[at:]]

    def without(self, text: str) -> str:
        """Give a text, its capitals and all, without what matches."""
        return "".join(self.split(text))


_WORD: Final = re.compile(f"[{LETTERS}]+")


@lru_cache(maxsize=4096)
def heads_of(text: str) -> frozenset[str]:
    """Give the first letters of each word, in small letters: what a sentence cannot hold is not looked for."""
    return frozenset({word[:HEAD] for word in _WORD.findall(small(text))})


class Headed(Wording):
    """A wording that is looked for in whole sentences, and only in those with a word that begins as one of its own must.

    How its words begin is read from the pattern. It is for what is asked of many sentences and found in few: to compare the
    beginnings costs a tenth of a search, and to learn a sentence's as much as one.
    """

    __slots__ = ("heads",)
    heads: frozenset[str]

    def __init__(self, pattern: str, *stems: str) -> None:
        """Take a pattern. The first search raises `ValueError` where a match of it may hold any words."""
        super().__init__(pattern, *stems, listed=True)

    def __getattr__(self, name: str) -> Any:
        """Read from the pattern how its words begin, when that is first asked for."""
        if name != "heads":
            return super().__getattr__(name)
        heads = heads_in(self._source)
        if heads is None:
            raise ValueError(f"a match may hold any words: {self._source}")
        self.heads = heads
        return heads

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match."""
        return None if self.heads.isdisjoint(heads_of(text)) else super().search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give every match, in order."""
        return iter(()) if self.heads.isdisjoint(heads_of(text)) else super().finditer(text)


class Asked:
    """Wordings that are asked for again and again of the same sentence: which of them comes first is remembered."""

    def __init__(self, *wordings: Wording) -> None:
        """Take the wordings that are one."""
        self._wordings = wordings
        self.search = lru_cache(maxsize=2048)(self._search)

    def _search(self, text: str) -> re.Match[str] | None:
        found = [match for wording in self._wordings if (match := wording.search(text))]
        return min(found, key=lambda match: match.start(), default=None)
