"""How the words begin that every match of a pattern holds, read from the pattern itself.

Most patterns here are long lists of words, and most sentences hold none of them. What a sentence must hold is read from
the pattern, so that no list of words is kept twice and none can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .shapes import LETTERS, Part, Parts, wordings_of

HEAD: Final = 6
"""How many letters of a word are looked at."""
_LEAST: Final = 2
"""Of fewer letters no beginning is kept: it would tell nothing."""
END: Final = "$"
"""Stands behind a beginning that is the whole word."""
_DIGITS: Final = "0123456789"
SIGNS: Final = f'{_DIGITS}“”"():;£%–—|'
"""What is no letter and tells something as well: each stands for a word of its own."""
_SPELT: Final = frozenset(filter(re.compile(f"[{LETTERS}]").match, map(chr, range(256))))
_COMMON: Final = frozenset(
    f"{word}{END}"
    for word in "a an and are as at be but by for from had has have in is it its not of on or our that the their they this to was were will with".split()
)
"""Words that nearly every sentence holds, and what one of them weighs against others."""
_WEIGHT: Final = 40
_FEW: Final = 3
"""How many of a wording's words are asked for."""
_MOST: Final = 400
"""As many heads as this tell nothing."""

Needs = tuple[frozenset[str], ...]
"""Of each set every match holds a word that begins so; the set that tells most comes first."""


def needs_of(source: str) -> Needs:
    """Give how the words begin that every match of a pattern holds; nothing where it may hold any.

    A word's beginning is its first letters, `HEAD` of them or as many as are certain, or a whole shorter word and `END`.
    """
    return _of_all(wordings_of(source), opens=False)[0]


def _of_all(wordings: tuple[Parts, ...], *, opens: bool) -> tuple[Needs, bool]:
    """Give what one of several wordings needs, and whether a word begins behind it. `opens` says that one does before it.

    What tells most of one is put beside what tells most of each other, and so on: a match is of one of them.
    """
    every: list[Needs] = []
    behind = True
    for wording in wordings:
        own, ends = _of_one(wording, opens=opens)
        every.append(own)
        behind = behind and ends
    if not all(every):
        return (), behind
    most = max(map(len, every), default=0)
    return tuple(frozenset().union(*[own[min(at, len(own) - 1)] for own in every]) for at in range(most)), behind


def _of_one(wording: Parts, *, opens: bool) -> tuple[Needs, bool]:
    """Give what one wording needs, the few of its words that tell most, and whether a word begins behind it."""
    found: list[frozenset[str]] = []
    for at, part in enumerate(wording):
        if opens and (first := _of_first(wording[at:])):
            found.append(first)
        if part.is_aside:
            behind = opens or _is_edge(part)
        elif part.inside is not None:
            needs, behind = _of_all(part.inside, opens=opens)
            if not part.times:
                found += needs
        else:
            if signs := _signs(part.source, part.times):
                found.append(signs)
            behind = _parts_words(part.source)
        opens = behind if not part.times or part.times[0] == "+" else opens and behind
    few: list[frozenset[str]] = []
    for one in sorted(found, key=_tells)[: 2 * _FEW]:
        if not few or (len(few) < _FEW and not one & _COMMON and not any(_says(other, one) for other in few)):
            few.append(one)
    return tuple(few), opens


def _tells(need: frozenset[str]) -> tuple[int, int]:
    """Give how little a need tells: the least comes first, and of two alike the one with more letters."""
    return len(need) + _WEIGHT * len(need & _COMMON), -sum(map(len, need))


def _says(need: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether what meets one need meets another as well."""
    return all(any(head.startswith(begun) for begun in other) for head in need)


@lru_cache(maxsize=1024)
def _parts_words(atom: str) -> bool:
    """Tell whether an atom is what stands between words and in none, or their edge: a word may begin behind it."""
    if atom[0] == "[":
        return not any(char.isalnum() or char in "^_" for char in atom[1:-1]) and "-" not in atom[2:-2]
    return atom in {r"\b", r"\s", r"\W"} or not (atom in "._" or atom[-1].isalnum())


def _is_edge(part: Part) -> bool:
    """Tell whether a part parts words, or says of what is before or behind it that no letter stands there."""
    if not part.is_aside:
        return part.inside is None and _parts_words(part.source)
    (wording, *others) = part.inside or ((),)
    return (
        part.source in {"(?!", "(?<!"}
        and not others
        and len(wording) == 1
        and wording[0].source.startswith(r"[\w")
        and not wording[0].times
    )


@lru_cache(maxsize=1024)
def _signs(atom: str, times: str) -> frozenset[str]:
    """Give the signs of which an atom must be one; none where it may be something else, or nothing."""
    if times[:1] in {"?", "*"} or times.startswith(("{0", "{,")):
        return frozenset()
    one_of = atom[1:-1] if atom[0] == "[" else atom
    one_of = one_of.replace(r"\d", _DIGITS).replace("0-9", _DIGITS).replace("\\", "")
    return frozenset(one_of) if one_of and set(one_of) <= set(SIGNS) else frozenset()


def _of_first(wording: Parts) -> frozenset[str] | None:
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


def _spelt(wording: Parts, head: str) -> Iterator[str]:
    """Yield the heads that a wording spells, which has begun with some letters. Raises `_AnyWordError`."""
    for at, part in enumerate(wording):
        if len(head) >= HEAD:
            break
        if part.times == "?":
            yield from _spelt(wording[at + 1 :], head)
        elif part.times:
            yield _certain(head)
            return
        if choices := _choices(part):
            for choice in choices:
                yield from _spelt((*choice, *wording[at + 1 :]), head)
            return
        if part.source[0] in _SPELT:
            head += part.source
        elif _is_edge(part):
            if head:
                yield head + END
                return
        elif not part.is_aside:
            yield _certain(head)
            return
    yield head[:HEAD] if len(head) >= HEAD else _certain(head)


def _choices(part: Part) -> tuple[Parts, ...]:
    """Give the wordings of which a part is one: a group's, or the letters of a class; none where it is none."""
    if part.inside is not None:
        return () if part.is_aside else part.inside
    letters = part.source[1:-1] if part.source[0] == "[" else ""
    return tuple((Part(letter, None, ""),) for letter in letters) if _SPELT.issuperset(letters) else ()


def _certain(head: str) -> str:
    """Give the letters that a word begins with, whatever follows. Raises `_AnyWordError` where they are too few."""
    if len(head) < _LEAST:
        raise _AnyWordError
    return head
