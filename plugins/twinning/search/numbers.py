"""Rising numbers as text, in the Base64 VLQ of source maps (ECMA-426), without its sign: most take one character."""

from __future__ import annotations

from collections.abc import Iterable

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _code(number: int) -> str:
    found = ""
    while number > 31:
        found += _DIGITS[number & 31 | 32]
        number >>= 5
    return found + _DIGITS[number]


_CODES = [_code(number) for number in range(1 << 12)]


def coded(numbers: Iterable[int]) -> str:
    """Write numbers of 0 and more one after another."""
    return "".join([_CODES[number] if number < 4096 else _code(number) for number in numbers])


def postings(numbers: Iterable[int]) -> str:
    """Write where a word stands: each number holds a document and, in its last two bits, how prominent the word is.

    The documents rise, and the distance from the one before is written.
    """
    found = []
    before = 0
    for number in numbers:
        document = number >> 2
        distance = (document - before) << 2 | number & 3
        found.append(_CODES[distance] if distance < 4096 else _code(distance))
        before = document
    return "".join(found)
