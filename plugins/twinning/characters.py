"""Letters and signs that are not what they seem: invisible ones, look-alikes of another alphabet, letters in pieces.

Text in any language is plain here, and so is what its writing needs: joiners in Arabic and in emoji, direction marks
beside Hebrew, the tags of the flag of Wales. What is told is what nobody can have meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from .diagnostics import Code

_ORDINARY: Final = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
_PLAIN: Final = frozenset(
    map(chr, [*range(0xA0, 0xAD), *range(0xAE, 0x250), *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x20AC, 0x2122])
)
"""Letters of European languages and typographic signs: none of them is odd wherever it stands."""

_UNSEEN: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e01ef]"
)
"""What shows nothing, or that a letter was lost, though it is no format or private character by its category."""
_VISIBLE: Final = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]")
"""Format characters by their category that do show."""
_NEWER: Final = re.compile("[\U0001f000-\U0001faff\U00020000-\U0002fffd\U00030000-\U0003fffd]")
"""Where emoji and Han characters are still being added, and Python may not know them yet."""
_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,10}\U000e007f")
_JOINING: Final = re.compile("[\u0590-\u109f\u1780-\u18af\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00011000-\U00011fff]")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEAR: Final = 40
"""A direction mark this many letters from writing that goes from right to left serves that."""
_UNSPACED: Final = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_LOOK_ALIKE: Final = re.compile(
    "[\u0400-\u052f\u1c80-\u1c88\ua640-\ua69f\u0531-\u0587\u13a0-\u13fd\uab70-\uabbf\ua4d0-\ua4f7\uff21-\uff5a"
    "\U0001d400-\U0001d7ffΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχϲϳ]"
)
"""Cyrillic, Armenian, Cherokee, Lisu, full-width and mathematical letters, and the Greek ones that look like Latin:
micrometres (μm) are no disguise."""
_PIECES: Final = re.compile("(?s).?[\u0300-\U0010ffff]{1,30}")  # in bounded runs: CPython sorts marks quadratically


class Oddity(NamedTuple):
    """Something odd in a text: where, of which kind, what and what to do."""

    at: int
    code: Code
    message: str
    help: str


def is_plain(data: bytes) -> bool:
    """Tell whether valid UTF-8 holds nothing but what is never odd nor forbidden: for a record, two microseconds."""
    rest = data.translate(None, _ORDINARY)
    return not rest or _PLAIN.issuperset(rest.decode())


def named(character: str) -> str:
    """Give a character's name and number: ZERO WIDTH SPACE (U+200B)."""
    unnamed = "a private character" if unicodedata.category(character) == "Co" else "a character without a meaning"
    return f"{unicodedata.name(character, unnamed)} (U+{ord(character):04X})"


def first_odd(text: str) -> str | None:
    """Give the first character of a value that is no European letter, to name it where none belongs; else None."""
    return next((c for c in text if c > "\x7f" and c not in _PLAIN), None)


def oddities(text: str) -> Iterator[Oddity]:
    """Give what is odd in a text, kind by kind, each in its order."""
    others = {c for c in set(text) if c > "\x7f"} - _PLAIN
    strange = "".join(sorted(c for c in others if _is_strange(c)))
    if strange:
        yield from _unseen(text, strange)
    if any(map(_LOOK_ALIKE.match, others)):
        yield from _mixed(text)
    if not unicodedata.is_normalized("NFC", text):
        yield from _in_pieces(text)


def disguise(one: str, other: str) -> str | None:
    """Name the first letter in which two texts that look alike differ: as it is in each; None where they do not."""
    for a, b in zip(one, other, strict=False):
        if a != b:
            alike = _LOOK_ALIKE.match(a) or _LOOK_ALIKE.match(b)
            return f"{named(a)}, not {named(b)}" if alike and a.isalpha() and b.isalpha() else None
    return None


@lru_cache(maxsize=4096)
def _is_strange(character: str) -> bool:
    if _UNSEEN.match(character):
        return True
    category = unicodedata.category(character)
    if category == "Cn":
        return not _NEWER.match(character)
    return category in {"Cf", "Co", "Cs"} and not _VISIBLE.match(character)


def _unseen(text: str, strange: str) -> Iterator[Oddity]:
    flags = {at for flag in _FLAG.finditer(text) for at in range(*flag.span())}
    for run in re.finditer(f"([{re.escape(strange)}])\\1*", text):
        at, character = run.start(), run[1]
        if at in flags or (len(run[0]) == 1 and _belongs(text, at)):
            continue
        many = f"{len(run[0]):,} × " if len(run[0]) > 1 else ""
        if character == "\ufffd":
            message = f"a letter was lost here: {many}{named(character)}"
            yield Oddity(at, Code.UNSEEN, message, "write the letter that the text has, and save as UTF-8")
        else:
            message = f"a character stands here that no reader sees or knows: {many}{named(character)}"
            yield Oddity(at, Code.UNSEEN, message, "delete it: no search finds a word that holds it")


def _belongs(text: str, at: int) -> bool:
    """Tell whether the writing around it needs an unseen character."""
    character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    kind = unicodedata.category(before) if before else ""
    if character in "\u200c\u200d":
        emoji = kind in {"So", "Sk", "Mn"} and after > "\u2000" and unicodedata.category(after) in {"So", "Sm", "Cn"}
        return emoji or bool(_JOINING.match(before))
    if character == "\u200b":
        return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    if character in "\u200e\u200f\u061c":
        return _RIGHT_TO_LEFT.search(text, max(0, at - _NEAR), at + _NEAR) is not None
    if character in "\ufe0e\ufe0f":
        return kind in {"So", "Sm", "Sk", "Po", "Nd", "Cn"} or before in {"\u2139", "\u3030"}
    if "\ufe00" <= character <= "\ufe0d" or "\U000e0100" <= character <= "\U000e01ef":
        return kind in {"Lo", "Sm"}
    if "\u180b" <= character <= "\u180f":
        return "\u1800" <= before <= "\u18af"
    return character == "\u1160" and "\u1100" <= before <= "\u115e"


def _mixed(text: str) -> Iterator[Oddity]:
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        alike, latin = _LOOK_ALIKE.findall(word), _LATIN.findall(word)
        if alike and latin:
            letter, among = (alike[0], "Latin") if len(alike) <= len(latin) else (latin[0], "other")
            yield Oddity(
                match.start() + word.index(letter),
                Code.MIXED_LETTERS,
                f"“{word[:60]}” mixes two alphabets: {named(letter)} stands among {among} letters",
                "type the word anew in one alphabet: it looks the same, and no search finds it",
            )


def _in_pieces(text: str) -> Iterator[Oddity]:
    told = -1
    for match in _PIECES.finditer(text):
        if match.start() >= told and not unicodedata.is_normalized("NFC", match[0]):
            # The record's bytes are what is cited and what was verified: they are never changed on the way to a page.
            at, pieces = _first_piece(match)
            whole = unicodedata.normalize("NFC", pieces)
            yield Oddity(
                at,
                Code.NOT_COMPOSED,
                f"a letter is written in pieces: {' + '.join(map(named, pieces[:4]))}",
                f"type it anew: {' '.join(map(named, whole[:4]))}",
            )
            told = (text + "\n").index("\n", at)  # one a line: who types so, types so throughout


def _first_piece(match: re.Match[str]) -> tuple[int, str]:
    run = match[0]
    last = next(end for end in range(1, len(run) + 1) if not unicodedata.is_normalized("NFC", run[:end]))
    first = last - 1
    if unicodedata.is_normalized("NFC", run[first]):  # not itself, but with what it stands on
        first = max(0, first - 1)
        while first and unicodedata.combining(run[first]):
            first -= 1
    while last < len(run) and unicodedata.combining(run[last]):
        last += 1
    return match.start() + first, run[first:last]
