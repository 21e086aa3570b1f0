"""A newspaper's own text: its bytes and its paragraphs.

Offsets are in code points, paragraphs are numbered from 1. Nothing here reads a file.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

SPACES: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# Soft hyphen, zero-width characters, direction marks, fillers, variation selectors, tags: no reader sees them, none
# can type them.
UNSEEN: Final = (
    "\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063"
    "\u2064\u2066\u2067\u2068\u2069\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c"
    "\ufe0d\ufe0e\ufe0f\ufeff\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2065\u206a\u206b\u206c\u206d\u206e"
    "\u206f\u2800\u3164\uffa0\ufff9\ufffa\ufffb"
    + "".join(map(chr, [*range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)]))
)


class TextError(ValueError):
    """Say why bytes are not a readable text: `message`, the remedy in `help`, `offset` in bytes from 0."""

    def __init__(self, message: str, remedy: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.help = remedy
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold one non-empty line: its number from 1, its stripped text, where that starts in the decoded text."""

    number: int
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """Hold a newspaper's text with the hash that pins it; `paragraphs` never is empty."""

    name: str
    sha256: str
    encoding: str
    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, number: int) -> Paragraph:
        """Return the paragraph of this number, counted from 1; raise IndexError where there is none."""
        if not 1 <= number <= len(self.paragraphs):
            raise IndexError(f"{self.name} has paragraphs 1 to {len(self.paragraphs)}, not {number}")
        return self.paragraphs[number - 1]


def sha256(data: bytes) -> str:
    """Return the hex digest of the raw bytes: the pin a record keeps."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes) -> tuple[str, str]:
    """Decode a file's bytes and name the encoding, `utf-8` or `cp1252`.

    A byte-order mark is dropped and every line end becomes LF. Raises `TextError`.
    """
    if not data:
        raise TextError("the file is empty", "paste the article's text into it", 0)
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        raise TextError("the file is UTF-16 or UTF-32", "save it as UTF-8", 0)
    if control := re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data):
        # Every second byte of English in UTF-16 is NUL; a stray one is damage of another kind.
        wide = data.count(0) * 3 > len(data)
        raise TextError(
            f"control character 0x{control[0][0]:02X} at byte {control.start()}",
            "the file looks like UTF-16: save it as UTF-8"
            if wide
            else "delete this character; it is no part of a text",
            control.start(),
        )
    text, encoding = _decoded(data)
    if not text:
        raise TextError("the file is empty but for a byte-order mark", "paste the article's text into it", 0)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decoded(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), "utf-8"
    except UnicodeDecodeError as error:
        # Bytes E2 80 xx are UTF-8's curly quotes and dashes. Read as cp1252 they would publish as three wrong
        # characters each, so one bad byte in a UTF-8 file must not turn the whole of it into cp1252.
        if data.startswith(b"\xef\xbb\xbf") or re.search(rb"\xe2\x80[\x80-\xbf]", data):
            raise TextError(
                f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8, as the rest of the file is",
                "put the right character there and save the file as UTF-8",
                error.start,
            ) from None
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        raise TextError(
            f"byte {error.start} (0x{data[error.start]:02X}) is neither UTF-8 nor Windows-1252",
            "save the file as UTF-8",
            error.start,
        ) from None


def read(data: bytes, name: str) -> SourceText:
    """Read a newspaper's text from a file's bytes; `name` is for messages. Raises `TextError`.

    A line is a paragraph unless it holds nothing to be seen: white space, NBSP, zero-width characters.
    """
    text, encoding = decode(data)
    paragraphs: list[Paragraph] = []
    offset = 0
    # Not str.splitlines(): it also breaks at U+2028, NEL and FS, which editors and `grep -n` do not show as line ends
    # and which web pages paste into the middle of a sentence. Records cite these numbers, so one rule counts them.
    for line in text.split("\n"):
        if line.strip(SPACES + UNSEEN):
            start = offset + len(line) - len(line.lstrip())
            paragraphs.append(Paragraph(len(paragraphs) + 1, line.strip(), start))
        offset += len(line) + 1
    if not paragraphs:
        raise TextError("the file holds only white space", "paste the article's text into it", 0)
    return SourceText(name, sha256(data), encoding, text, tuple(paragraphs))
