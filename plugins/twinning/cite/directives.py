"""Text directives: after a paragraph's anchor, words of it that stand on its page once (WICG, Text Fragments).

A browser that knows them goes to the words and shows them; where they are gone, to the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable

from .percent import encoded

_LEAST_WORDS = 2
_LEAST_SIGNS = 10
_MOST_WORDS = 12
_AROUND = " .,:;!?…‘’“”'\"()[]–—"
"""What need not be given of the words: browsers find them by letters and figures too."""


def directives(paragraphs: Iterable[tuple[int, str]], shown: str) -> dict[int, str]:
    """Give each paragraph's directive by its number; nothing for one whose first words are not alone.

    `paragraphs` are their numbers and texts; `shown` is all that the page shows, in small letters, as a browser
    compares it.
    """
    found = ((number, _alone(words, shown)) for number, words in paragraphs)
    # A hyphen would part the text of a directive from what must stand around it.
    return {number: f":~:text={encoded(words).replace('-', '%2D')}" for number, words in found if words}


def _alone(text: str, shown: str) -> str:
    words = text.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    # Where all of them stand twice, so do fewer.
    if len(words) < _LEAST_WORDS or not _once(" ".join(words).strip(_AROUND).lower(), shown):
        return ""
    for count in range(_LEAST_WORDS, len(words) + 1):
        start = " ".join(words[:count]).strip(_AROUND)
        if len(start) >= _LEAST_SIGNS and _once(start.lower(), shown):
            return start
    return ""


def _once(words: str, shown: str) -> bool:
    at = shown.find(words)
    return at >= 0 and shown.find(words, at + 1) < 0
