"""Patterns that ask nothing of capitals, looked for in small letters.

Without `re.IGNORECASE` the engine of `re` passes over a wrong first letter at once, and with it tries every wording: on
the sentences of `tests/corpus` the long lists of verbs here are found in a third to a sixth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from .glance import HELD, bits, glance
from .needs import Needs, needs_of
from .shapes import by_letters

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


_OFTEN: Final = 40
"""How often a wording is asked for before its needs are read: one text is done before that would pay."""


class Wording:
    """A pattern that is looked for without regard to case; the words of its matches are in small letters.

    It is compiled when it is first asked for: all patterns together take a second, and one text needs few of them. In a
    text that has been glanced at it is looked for only where the text has the words that every match of it holds, which
    are read from the pattern.

    What is known of a text is asked in each search itself, here and in what is made of this: a call costs as much again.
    """

    __slots__ = ("_asked", "_listed", "_pattern", "_source", "_stems", "needs")
    _pattern: re.Pattern[str]
    needs: int
    """The bits of what a text must hold."""

    def __init__(self, pattern: str, *stems: str, listed: bool = False, hinted: bool = False) -> None:
        """Take a pattern; where stems are given, every match of it holds one of them, and is sought only beside one.

        `listed` says that it is much of a list of words, which are tried by their letters; `hinted` that it is asked for
        only where another that needs the same words was found, so that to read its needs would be idle.
        """
        self._source = _lowered(pattern)
        self._listed = listed
        self._stems = stems
        self._asked = 0
        if hinted:
            self.needs = 0

    if not TYPE_CHECKING:  # a checker is told above what there is

        def __getattr__(self, name: str) -> Any:
            """Make what a pattern lacks until it is first asked for. Raises `AttributeError` for anything else."""
            if name == "_pattern":
                self._pattern = re.compile(by_letters(self._source) if self._listed else self._source)
                return self._pattern
            if name == "needs":
                self._asked += 1
                if self._asked <= _OFTEN:
                    return 0
                self.needs = bits(self.needed())
                return self.needs
            raise AttributeError(name)

    def needed(self) -> Needs:
        """Read from the pattern how the words begin that every match of it holds."""
        return needs_of(_lowered(self._source))

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match."""
        needs = self.needs  # before the text's own: those may be forgotten for them
        held = HELD.get(text)
        if held is not None and held & needs != needs:
            return None
        if self._stems and not self._has_stem(text):
            return None
        return self._pattern.search(small(text))

    def _has_stem(self, text: str) -> bool:
        words = small(text)
        for stem in self._stems:  # noqa: SIM110  a generator costs more than most of what it looks for
            if stem in words:
                return True
        return False

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Give the match that begins where a text does, or at a place in it."""
        return self._pattern.match(small(text), at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the match that is the whole text."""
        return self._pattern.fullmatch(small(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give every match, in order."""
        needs = self.needs  # before the text's own: those may be forgotten for them
        held = HELD.get(text)
        if held is not None and held & needs != needs:
            return iter(())
        if self._stems and not self._has_stem(text):
            return iter(())
        return self._pattern.finditer(small(text))

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


class Headed(Wording):
    """A wording that is looked for in whole sentences: one that has not been glanced at is, and then is known to all.

    It is for what is asked of many sentences and found in few: to ask what is known costs a twentieth of a search, and a
    glance as much as two.
    """

    __slots__ = ()

    def __init__(self, pattern: str, *stems: str) -> None:
        """Take a pattern. A search, when it is asked for often, raises `ValueError` where a match may hold any words."""
        super().__init__(pattern, *stems, listed=True)

    def needed(self) -> Needs:
        """Read what every match holds. Raises `ValueError` where that may be any words."""
        needs = super().needed()
        if not needs:
            raise ValueError(f"a match may hold any words: {self._source}")
        return needs

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match."""
        needs = self.needs
        held = HELD.get(text)
        if (glance(text, small(text)) if held is None else held) & needs != needs:
            return None
        if self._stems and not self._has_stem(text):
            return None
        return self._pattern.search(small(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give every match, in order."""
        needs = self.needs
        held = HELD.get(text)
        if (glance(text, small(text)) if held is None else held) & needs != needs:
            return iter(())
        if self._stems and not self._has_stem(text):
            return iter(())
        return self._pattern.finditer(small(text))


class Cased(Wording):
    """A wording that asks for capitals as well: it is looked for as it is written, and its matches are as a text has them."""

    __slots__ = ()

    def __init__(self, pattern: str, *, listed: bool = False) -> None:
        """Take a pattern; `listed` says that it is much of a list of words, which are tried by their letters."""
        super().__init__("", listed=listed)
        self._source = pattern

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match."""
        needs = self.needs
        held = HELD.get(text)
        return self._pattern.search(text) if held is None or held & needs == needs else None

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Give the match that begins where a text does, or at a place in it."""
        needs = self.needs
        held = HELD.get(text)
        return self._pattern.match(text, at) if held is None or held & needs == needs else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the match that is the whole text."""
        return self._pattern.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give every match, in order."""
        needs = self.needs
        held = HELD.get(text)
        return self._pattern.finditer(text) if held is None or held & needs == needs else iter(())


class Asked:
    """Wordings that are asked for again and again of the same sentence: which of them comes first is remembered."""

    def __init__(self, *wordings: Wording) -> None:
        """Take the wordings that are one."""
        self._wordings = wordings
        self.search = lru_cache(maxsize=2048)(self._search)

    def _search(self, text: str) -> re.Match[str] | None:
        found = [match for wording in self._wordings if (match := wording.search(text))]
        return min(found, key=lambda match: match.start(), default=None)
