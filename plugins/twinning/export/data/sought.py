"""The words by which a text is found: its own, and those that people may type in their place.

SQLite's tokeniser parts words at spaces and takes off the accents of Latin letters. It does not know that 南宁市 holds
南宁, that Ιωάννινα is typed Ιωαννινα, Łódź Lodz and Москва Moskva: such words are added.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from unidecode import unidecode

LONGEST = 6
"""The longest piece of a line without spaces that is found by itself."""
_UNPARTED = re.compile(
    "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Letters that are written without spaces between words, or joined to what follows: Chinese, Japanese, Korean."""
_WORD = re.compile(r"[^\W\d_]+")


def sought(text: str | None) -> str | None:
    """Give a text with the other words by which it is found after it."""
    if text is None or text.isascii():
        return text
    more = list(dict.fromkeys([*_pieces(text), *_otherwise_written(text)]))
    return " ".join([text, *more]) if more else text


def _pieces(text: str) -> Iterator[str]:
    for run in _UNPARTED.findall(text):
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                yield run[start:end]


def _otherwise_written(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        plain = _without_accents(word)
        if not plain.isascii():  # else SQLite folds it by itself
            yield from (plain, unidecode(word).strip())


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
