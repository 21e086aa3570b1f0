"""A raw file's bytes become a text: what is no text is refused, and what a wrong encoding spoilt is mended for reading.

The file itself is never changed. What was mended is what is read for places and people; the words shown as evidence
are the file's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ... import text
from ...text import SourceText, TextError
from ..proposal import Defect

LARGEST = 2_000_000
"""The most bytes a text may have: some 300,000 words, more than any newspaper's article."""

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
)
"""How files begin that are often saved in the place of a text."""

_SPOILT = re.compile("[ÃÂâ€œ™\ufffd\x80-\x9fðÅ]|ï»¿")
"""What UTF-8 read as another encoding leaves in English: only lines with some of these are looked at closely."""


_C1 = re.compile("[\x80-\x9f]")
"""Windows-1252 read as Latin-1: its quotation marks and dashes become control characters."""


class NotAText(ValueError):
    """Say why a file is not read: `message`, the remedy in `help`."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = remedy


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its paragraphs as they are read, and what is wrong with it."""

    source: SourceText
    stored: bytes
    """The file's bytes, or the same text in UTF-8 where the archive's reader could not take them."""
    lines: tuple[str, ...]
    """What each paragraph says, its encoding mended: by number from 0."""
    defects: tuple[Defect, ...]


def kind_of(data: bytes) -> str | None:
    """Name what a file is that is no text, by its first bytes; None where nothing speaks against a text."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP picture"
    if data[4:8] == b"ftyp":
        return "a film or a picture"
    return next((what for start, what in _SIGNATURES if data.startswith(start)), None)


def read(data: bytes, name: str) -> Mended:
    """Read a raw text. Raises `NotAText`."""
    if not data:
        raise NotAText("the file is empty", "paste the article's text into it")
    if len(data) > LARGEST:
        raise NotAText(f"the file has {len(data):,} bytes; no article has {LARGEST:,}", "save the article's text alone")
    if what := kind_of(data):
        raise NotAText(f"the file is {what}, not a text", "save the article's text as a .txt or .html file")
    defects = []
    try:
        source, stored = text.read(data, name), data
    except TextError as fault:
        words = _as_best(data)
        if words is None or not words.strip(text.SPACES + text.UNSEEN):
            raise NotAText(fault.message, fault.help) from None
        stored = words.encode()
        source = text.read(stored, name)
        defects.append(Defect(None, "encoding", f"{fault.message}; read line by line and kept as UTF-8"))
    if source.encoding == "cp1252":
        defects.append(Defect(None, "encoding", "the file is in Windows-1252, not UTF-8"))
    lines = []
    for paragraph in source.paragraphs:
        line = mended(paragraph.text)
        if line != paragraph.text:
            defects.append(
                Defect(paragraph.number, "encoding", "UTF-8 was read as another encoding; mended to read it")
            )
        lines.append(line)
    return Mended(source, stored, tuple(lines), tuple(defects))


def _as_best(data: bytes) -> str | None:
    """Decode what the archive's reader refuses but people can read: UTF-16, or a text of two encodings; else None."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            words = data.decode("utf-16")
        except UnicodeDecodeError:
            return None
        return None if re.search(r"[\x00-\x08\x0e-\x1f]", words) else words
    if len(re.findall(rb"[\x00-\x08\x0e-\x1f]", data)) * 200 > len(data) or b"\0" in data:
        return None
    return "\n".join(map(_line, re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", data).splitlines()))


def _line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    # Bytes of both: each run of UTF-8 as such, each other byte as Windows has it.
    return re.sub(
        rb"((?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)|(.)",
        lambda m: m[1] or m[2].decode("cp1252", "replace").encode(),
        line,
        flags=re.DOTALL,
    ).decode("utf-8", "replace")


def mended(line: str) -> str:
    """Undo a wrong encoding in a line, where ftfy is sure of one; curly quotation marks stay."""
    if not _SPOILT.search(line):
        return line
    line = _C1.sub(lambda m: m[0].encode("latin-1").decode("cp1252", "ignore"), line)
    fixed: str = _fixer().fix_encoding(line)
    # ftfy wants all bytes of a sequence; pages lose the undefined byte 0x9D of a closing quotation mark.
    return re.sub("â€\x9d?(?=[\\s.,;:!?)]|$)", "”", fixed).replace("Â\xa0", " ") if "â€" in fixed else fixed


@lru_cache(maxsize=1)
def _fixer() -> Any:
    """Load ftfy: few texts are spoilt, and the others need not wait for its tables."""
    import ftfy  # noqa: PLC0415

    return ftfy
