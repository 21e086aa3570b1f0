"""Text directives: after a paragraph's anchor, words of it that stand on its page once (WICG, Text Fragments).

A browser that knows them goes to the words and shows them; where they are gone, to the paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .percent import encoded

_LEAST_WORDS = 2
_LEAST_SIGNS = 10
_MOST_WORDS = 12
_AROUND = " .,:;!?…‘’“”'\"()[]–—"
"""What need not be given of the words: browsers find them by letters and figures too."""
_ALIKE = (
    *((quote, "'") for quote in "‘’‚‛"),
    *((quote, '"') for quote in "“”„‟"),
    ("\xa0", " "),
    ("…", "..."),
)
"""Signs that browsers take for each other."""
_LETTERS = (("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("đ", "d"), ("ł", "l"))
"""Letters that they take for plain ones too, though Unicode does not take them apart."""
_MORE = re.compile("[^\x00-\x7f¶·–—£€§°\u4e00-\u9fff]")
"""What may be an accent, an invisible sign, a capital or another form of a letter; most pages have none."""
_ASCII = bytes(range(0x80))
_FOLD = bytes.maketrans(_ASCII, _ASCII.lower().translate(bytes.maketrans(b"\t\n\r", b"   ")))
"""The table by which plain letters and spaces are folded."""
_SPACES = re.compile(b"  +")


def directives(paragraphs: Iterable[tuple[int, str]], shown: str) -> dict[int, str]:
    """Give each paragraph's directive by its number; nothing for one whose first words are not alone.

    `paragraphs` are their numbers and texts; `shown` is all that the page shows.
    """
    page = _folded(shown)
    found = ((number, _alone(words, page)) for number, words in paragraphs)
    # A hyphen would part the text of a directive from what must stand around it.
    return {number: f":~:text={encoded(words).replace('-', '%2D')}" for number, words in found if words}


def _alone(text: str, shown: bytes) -> str:
    words = text.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    # Where all of them stand twice, so do fewer.
    if len(words) < _LEAST_WORDS or not _once(_folded(" ".join(words).strip(_AROUND)), shown):
        return ""
    for count in range(_LEAST_WORDS, len(words) + 1):
        start = " ".join(words[:count]).strip(_AROUND)
        if len(start) >= _LEAST_SIGNS and _once(_folded(start), shown):
            return start
    return ""


def _once(words: bytes, shown: bytes) -> bool:
    at = shown.find(words)
    return at >= 0 and shown.find(words, at + 1) < 0


def _folded(text: str) -> bytes:
    """Give a text as browsers compare it: a word that is another to us and none to them would lead to that one.

    As UTF-8: to fold plain letters there takes a fraction of the time.
    """
    if not text.isascii():
        for sign, plain in _ALIKE:
            text = text.replace(sign, plain)
    folded = text.encode().translate(_FOLD)
    signs = folded.translate(None, _ASCII)
    if signs and _MORE.search(signs.decode()):
        folded = _without_accents(text).encode().translate(_FOLD)
    return _SPACES.sub(b" ", folded) if b"  " in folded else folded


def _without_accents(text: str) -> str:
    """Give a text without capitals, and without what browsers overlook in letters."""
    text = unicodedata.normalize("NFKD", text.casefold()).casefold()
    for sign in set(text):
        if sign > "\x7f" and unicodedata.category(sign) in {"Mn", "Cf"}:
            text = text.replace(sign, "")
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    return text
