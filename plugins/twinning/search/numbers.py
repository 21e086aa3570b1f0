"""Rising numbers as text, in the Base64 VLQ of source maps (ECMA-426), without its sign: most take one character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class _Codes(dict[int, str]):
    """Numbers as they are written, each made once."""

    def __missing__(self, number: int) -> str:
        found, rest = "", number
        while rest > 31:
            found += _DIGITS[rest & 31 | 32]
            rest >>= 5
        found = self[number] = found + _DIGITS[rest]
        return found


_CODES = _Codes()


def coded(numbers: Iterable[int]) -> str:
    """Write numbers of 0 and more one after another."""
    codes = _CODES
    return "".join([codes[number] for number in numbers])


def postings(numbers: Sequence[int]) -> str:
    """Write where a word stands: each number holds a document and, in its last two bits, how prominent the word is.

    The documents rise, and the distance from the one before is written, with the same two bits.
    """
    codes = _CODES
    return "".join([codes[number - (before & ~3)] for before, number in zip((0, *numbers), numbers, strict=False)])
