"""A text as the words it is found by. The browser cuts what a reader types in the same way (theme/search-index.js)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n",
    "’": "'", "ʼ": "'",
}  # fmt: skip
"""Letters that Unicode does not take apart into a plain one and a mark, as a reader without them types them."""

_TABLE = str.maketrans(LETTERS)
_MARKS = re.compile("[\u0300-\u036f]+")
_POSSESSIVE = re.compile(r"'s(?![a-z0-9])")
_LETTERS_ALONE = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
"""Every sign of ASCII, or a space in its place where it is of no word. To part a text at spaces takes half as long as
to find its words by a pattern."""
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_IDEOGRAPHS}]+|[^{_IDEOGRAPHS}]+")


def words(text: str) -> list[str]:
    """Give a text's words: without capitals, accents and apostrophes; of Chinese and Japanese each pair of characters.

    Those languages do not part their words, and pairs find a word wherever it stands (as Lucene's CJKBigramFilter
    does); the last character follows alone, so that every single one begins a word.
    """
    text = text.lower()
    if text.isascii():
        return _parted_at_signs(_bare(text) if "'" in text else text)
    # Once more in small letters: 𝜜 is taken apart into a capital.
    text = unicodedata.normalize("NFKD", text).lower().translate(_TABLE)
    text = _bare(_MARKS.sub("", text))
    if text.isascii():
        return _parted_at_signs(text)
    return [word for found in _WORD.findall(text) for word in ([found] if found.isascii() else _parted(found))]


@lru_cache(maxsize=1 << 14)
def words_of_name(name: str) -> tuple[str, ...]:
    """Give the words of a name that stands in many records."""
    return tuple(words(name))


def _parted_at_signs(text: str) -> list[str]:
    """Part a text of ASCII in small letters."""
    return text.translate(_LETTERS_ALONE).split()


def _bare(text: str) -> str:
    return _POSSESSIVE.sub("", text).replace("'", "")


def _parted(word: str) -> list[str]:
    found: list[str] = []
    for run in _RUN.findall(word):
        if not "\u3040" <= run[0] <= "\U0003ffff" or not re.match(f"[{_IDEOGRAPHS}]", run):
            found.append(run)
        else:
            found += [run[at : at + 2] for at in range(len(run))]
    return found
