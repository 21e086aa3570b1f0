"""The words that show a value: at most twelve of the text, round the place where it stands."""

from __future__ import annotations

import re

from ..records import MAX_QUOTE_WORDS
from .proposal import Passage
from .texts.sentences import Sentence

_WORD = re.compile(r"\S+")


def passage(sentence: Sentence, marked: str, start: int, end: int) -> Passage:
    """Take the words of a sentence that stand at a stretch of its marked form, with some before and after.

    The marked form has one word for each name, so that places are found again by counting words.
    """
    share = len(sentence.text) / max(len(marked), 1)
    return around(sentence.p, sentence.text, int(start * share), int(end * share))


def around(p: int, text: str, start: int, end: int) -> Passage:
    """Take at most twelve words round a stretch of a text, not beyond it."""
    words = [word.span() for word in _WORD.finditer(text)]
    if not words:
        return Passage(p, text)
    end = max(end, start + 1)
    inside = [i for i, (begins, ends) in enumerate(words) if ends > start and begins < end] or [0]
    first, last = inside[0], inside[-1]
    if last - first >= MAX_QUOTE_WORDS:
        last = first + MAX_QUOTE_WORDS - 1
    while last - first + 1 < MAX_QUOTE_WORDS - 2 and (first > 0 or last < len(words) - 1):
        if last < len(words) - 1:
            last += 1
        if first > 0 and last - first + 1 < MAX_QUOTE_WORDS - 2:
            first -= 1
    return Passage(p, text[words[first][0] : words[last][1]].strip(' ,;:“”"‘’()'))
