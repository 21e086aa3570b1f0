"""What a glance at a sentence tells: which wordings' words it holds, so that no other is looked for in it.

Every wording has needs, sets of beginnings of words: a match of it holds a word of each. A need is a bit of a number; a
word's number has the bits of the needs that it meets, and a sentence's those of its words. To ask a sentence whether it can
hold a wording is then one operation, a twentieth of a search. On `tests/corpus` nine in ten of the searches found nothing.

One thread reads at a time: what is known of texts is forgotten when a need is new.
"""

from __future__ import annotations

import re
from typing import Final

from .needs import END, HEAD, SIGNS, Needs
from .shapes import LETTERS

_WORD: Final = re.compile(rf"[{LETTERS}]+|[{SIGNS}]|\d")
_BITS: Final[dict[frozenset[str], int]] = {}
_BEGUN: Final[dict[str, int]] = {}
"""For each beginning of a word the bits of the needs that it meets."""
_WORDS: Final[dict[str, int]] = {}
_MOST_WORDS: Final = 32_768
HELD: Final[dict[str, int]] = {}
"""The bits of each text that has been glanced at: only these are known."""
_MOST_TEXTS: Final = 4096


def bits(needs: Needs) -> int:
    """Give the bits of a wording's needs. What was known of texts is forgotten where a need is new: it was not asked for."""
    asked = 0
    for need in needs:
        if need not in _BITS:
            _BITS[need] = 1 << len(_BITS)
            for head in need:
                _BEGUN[head] = _BEGUN.get(head, 0) | _BITS[need]
            _WORDS.clear()
            HELD.clear()
        asked |= _BITS[need]
    return asked


def glance(text: str, words: str) -> int:
    """Give the bits of the needs that a text meets, whose words are given in small letters, and remember them."""
    if len(HELD) >= _MOST_TEXTS:
        HELD.clear()
    held = 0
    for word in _WORD.findall(words):
        met = _WORDS.get(word)
        held |= _of_word(word) if met is None else met
    HELD[text] = held
    return held


def _of_word(word: str) -> int:
    if len(_WORDS) >= _MOST_WORDS:
        _WORDS.clear()
    if word.isdecimal() and not word.isascii():
        word = "0"  # to `re` it is a digit as any other
    met = _BEGUN.get(word + END, 0)
    for letters in range(1, min(len(word), HEAD) + 1):
        met |= _BEGUN.get(word[:letters], 0)
    _WORDS[word] = met
    return met
