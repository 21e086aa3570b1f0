"""What a pattern's own source tells of it: how the words begin of which every match holds one, and which begin alike.

Most patterns here are long lists of words, and most sentences hold none of them. What a sentence must hold is read from
the pattern itself, so that no list of words is kept twice and none can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

LETTERS: Final = "a-zà-öø-ÿ"
"""The letters, as a pattern's class has them, that the words of patterns are spelt with; any other parts words."""
HEAD: Final = 3
"""How many letters of a word are looked at."""
_SPELT: Final = frozenset(filter(re.compile(f"[{LETTERS}]").match, map(chr, range(256))))
_TOKEN: Final = re.compile(
    r"(?P<opens>\((?:\?(?:P<\w+>|[:=!]|<[=!]))?)|(?P<bar>\|)"
    r"|(?:(?P<closes>\))|(?P<atom>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.))(?P<times>(?:[?*+]|\{[\d,]+\})\??)?",
    re.DOTALL,
)
_UNREAD: Final = re.compile(r"(?<!\\)\(\?[a-z]|\(\?P=|\\\d")
"""What is not read: patterns with flags of their own, and such as name their own groups again."""
_ASIDE: Final = ("(?=", "(?!", "(?<=", "(?<!")
"""How a group opens that takes no words itself."""
_COMMON: Final = frozenset(
    "a an and are as at be but by for fro had has hav in is it its not of on or our tha the thi to was wer wil wit".split()
)
"""Heads of words that nearly every sentence holds, and what one of them weighs against others."""
_WEIGHT: Final = 40
_MOST: Final = 400
"""As many heads as this tell nothing."""


class Part(NamedTuple):
    """One part of a wording: an atom, or a group with its wordings; and how often it stands."""

    source: str
    """The atom itself, or how the group opens."""
    inside: tuple[tuple[Part, ...], ...] | None
    times: str

    @property
    def is_plain(self) -> bool:
        """Tell whether it is one character that stands for itself, once."""
        return self.inside is None and not self.times and len(self.source) == 1 and self.source not in ".^$"

    @property
    def parts_words(self) -> bool:
        """Tell whether it is what stands between words and in none: a space, a comma, or a group that ends with one."""
        if self.inside is not None:
            if self.source.startswith(_ASIDE):
                return False
            return all(wording and not wording[-1].times and wording[-1].parts_words for wording in self.inside)
        plain = len(self.source) == 1 and self.source not in ".^$_"
        return self.source in {r"\s", r"\W"} or (plain and not self.source.isalnum())

    @property
    def bounds_words(self) -> bool:
        """Tell whether it is a word's edge and takes nothing itself."""
        if self.inside is None:
            return self.source in {r"\b", "^", "$"}
        only = self.inside[0][0].source if self.inside[0] else ""
        return (
            self.source in {"(?!", "(?<!"} and len(self.inside) == len(self.inside[0]) == 1 and only.startswith(r"[\w")
        )


def heads_in(source: str) -> frozenset[str] | None:
    """Give how the words begin of which every match of a pattern holds one; None where it may hold any.

    Each is a word's first three letters, or the whole of a shorter word.
    """
    return None if _UNREAD.search(source) else _of_all(_wordings(source))


@lru_cache(maxsize=1)
def _wordings(source: str) -> tuple[tuple[Part, ...], ...]:
    """Read a pattern's wordings, one of which it matches; the last pattern's are kept, for both its readings."""
    tokens = _TOKEN.finditer(source)

    def wordings() -> tuple[tuple[tuple[Part, ...], ...], str]:
        found: list[tuple[Part, ...]] = []
        parts: list[Part] = []
        for token in tokens:
            if token["opens"]:
                parts.append(Part(token["opens"], *wordings()))
            elif token["closes"]:
                return (*found, tuple(parts)), token["times"] or ""
            elif token["bar"]:
                found.append(tuple(parts))
                parts = []
            else:
                parts.append(Part(token["atom"], None, token["times"] or ""))
        return (*found, tuple(parts)), ""

    return wordings()[0]


def _of_all(wordings: tuple[tuple[Part, ...], ...], *, opens: bool = False) -> frozenset[str] | None:
    """Give the heads of several wordings together; None where one has none. `opens` says that words begin with them."""
    found: set[str] = set()
    for wording in wordings:
        own = _of_rarest(wording, opens=opens)
        if own is None:
            return None
        found |= own
    return frozenset(found)


def _of_rarest(wording: tuple[Part, ...], *, opens: bool) -> frozenset[str] | None:
    """Give the heads of one of a wording's words: of all that must stand there the one that tells most."""
    found: list[frozenset[str] | None] = []
    for at, part in enumerate(wording):
        if opens:
            found.append(_of_first(wording[at:]))
        if part.inside is not None and not part.times and not part.source.startswith(_ASIDE):
            found.append(_of_all(part.inside, opens=opens))
        if not part.times or part.times == "+":
            opens = part.bounds_words or part.parts_words or (opens and part.source.startswith(_ASIDE))
        else:
            opens = opens and part.parts_words
    return min((one for one in found if one), key=lambda one: len(one) + _WEIGHT * len(one & _COMMON), default=None)


def _of_first(wording: tuple[Part, ...]) -> frozenset[str] | None:
    """Give the heads of the word that a wording begins with; None where it may be any."""
    found: set[str] = set()
    try:
        for head in _spelt(wording, ""):
            found.add(head)
            if len(found) == _MOST:
                return None
    except _AnyWordError:
        return None
    return frozenset(found)


class _AnyWordError(Exception):
    """A word may go on with any letter."""


def _spelt(wording: tuple[Part, ...], head: str) -> Iterator[str]:
    """Yield the heads that a wording spells, which has begun with some letters. Raises `_AnyWordError`."""
    if len(head) == HEAD:
        yield head
        return
    if not wording or wording[0].times not in {"", "?"}:
        raise _AnyWordError
    part, rest = wording[0], wording[1:]
    if part.times == "?":
        yield from _spelt(rest, head)
    if head and (part.bounds_words or (part.parts_words and part.inside is None)):
        yield head
    elif part.source.startswith(_ASIDE):
        yield from _spelt(rest, head)
    elif part.inside is not None:
        for inner in part.inside:
            yield from _spelt((*inner, *rest), head)
    elif part.source in _SPELT:
        yield from _spelt(rest, head + part.source)
    elif part.source[0] == "[" and _SPELT.issuperset(part.source[1:-1]):
        for letter in part.source[1:-1]:
            yield from _spelt(rest, head + letter)
    else:
        raise _AnyWordError


def by_letters(source: str) -> str:
    """Give a pattern that matches just what another does, and tries those of its words as one that begin alike.

    The engine of `re` tries each word of a list at each place: of the 400 names and adjectives of countries it now tries 24
    letters, in a sixth of the time. Of two words that begin with different letters only one can stand at a place, so that
    which is tried first says nothing; words that begin with the same letter stay in their order.
    """
    return source if _UNREAD.search(source) else _written(_sorted(_wordings(source)))


def _sorted(wordings: tuple[tuple[Part, ...], ...]) -> tuple[tuple[Part, ...], ...]:
    found: list[list[tuple[Part, ...]]] = []
    begun: dict[str, list[tuple[Part, ...]]] = {}
    for wording in wordings:
        if not (wording and wording[0].is_plain):
            begun.clear()  # it may begin with any letter: what stands before it is tried before it
            found.append([wording])
        elif (letter := wording[0].source) in begun:
            begun[letter].append(wording)
        else:
            found.append(begun.setdefault(letter, [wording]))
    return tuple(
        (alike[0][0], Part("(?:", _sorted(tuple(wording[1:] for wording in alike)), ""))
        if len(alike) > 1
        else tuple(part if part.inside is None else part._replace(inside=_sorted(part.inside)) for part in alike[0])
        for alike in found
    )


def _written(wordings: tuple[tuple[Part, ...], ...]) -> str:
    return "|".join("".join(map(_source, wording)) for wording in wordings)


def _source(part: Part) -> str:
    return part.source + (f"{_written(part.inside)})" if part.inside is not None else "") + part.times
