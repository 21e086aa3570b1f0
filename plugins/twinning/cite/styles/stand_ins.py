"""Stand-ins for the words of an item, and citations in which they are filled in.

A stand-in is a character of private use between two letters, so that a style takes it for a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import itemgetter

_WORD = "[A-Za-z0-9À-ÖØ-öø-ſ]+"
RUN = re.compile(rf"{_WORD}(?:(?:[,.;:!?)\]]{{0,3}} [(£$\[]?|://|[-–—,.:;/’'_=#~%]){_WORD})*")
"""Words with nothing between them that changes a citation. An apostrophe within a word is one in every style."""
PARTED = re.compile(f"({RUN.pattern})")
"""What parts a text at its words, which come second, fourth and so on."""
BASE = 0xE000
"""The first of the characters that stand-ins are made of: those that Unicode leaves to private use."""
_SLOT = re.compile("a([\ue000-\uf8ff])a|(9040404|9050505|8040404|8050505|7040404)")


def stand_in(slot: int) -> str:
    """Give the stand-in of a slot."""
    return f"a{chr(BASE + slot)}a"


class Template:
    """A citation of an outline, whose stand-ins are filled in."""

    __slots__ = ("_form", "_words")

    def __init__(self, made: str) -> None:
        """Begin with the citation of an outline."""
        slots = [found.group(1) or found.group(2) for found in _SLOT.finditer(made)]
        self._form = _SLOT.sub("%s", made.replace("%", "%%"))
        # With two names at least `itemgetter` gives a tuple, so that one is asked for twice.
        self._words = itemgetter(*slots, "", "")

    def filled(self, words: Mapping[str, str]) -> str:
        """Fill in the words."""
        return str(self._form % self._words(words)[:-2])
