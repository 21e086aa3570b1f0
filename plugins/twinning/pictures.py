"""Whether the bytes of a picture are what the file's name says: a whole PNG or JPEG of a sensible size."""

from __future__ import annotations

import re
import struct
import zlib

MAX_BYTES = 2_097_152
"""The most bytes a picture may have: a page should arrive on a phone."""
MAX_PIXELS = 8192
"""The most pixels a side of a picture may have: a small file can unfold into more than a browser holds."""

NAME = re.compile(r"(?!(?:con|prn|aux|nul|(?:com|lpt)[0-9])\.)[a-z0-9][a-z0-9-]{0,78}\.(?:png|jpe?g)\Z")
"""What a picture's file may be called."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_KNOWN = (
    (_PNG, "a PNG picture"),
    (_JPEG, "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture, or a sound or film"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"MZ", "a program for Windows"),
    (b"\x7fELF", "a program"),
    (b"<", "HTML, XML or SVG"),
)


def fault(name: str, data: bytes) -> str:
    """Say why a file is not the picture that its name promises; nothing where it is."""
    wanted, begin = ("a PNG picture", _PNG) if name.endswith(".png") else ("a JPEG picture", _JPEG)
    if not data.startswith(begin):
        is_ = next((what for magic, what in _KNOWN if data.lstrip().startswith(magic)), "something else")
        return f"the name says {wanted}, but the file is {is_}"
    size = _png_size(data) if begin is _PNG else _jpeg_size(data)
    if size is None:
        return f"the file is damaged, or holds more than {wanted}"
    if not all(1 <= side <= MAX_PIXELS for side in size):
        return f"the picture is {size[0]:,} by {size[1]:,} pixels; at most {MAX_PIXELS:,} a side are published"
    return ""


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Give width and height of a PNG whose whole chunks go from IHDR by IDAT to IEND, where the file ends (PNG §5)."""
    at, kind = len(_PNG), b""
    size = None
    has_data = False
    while at + 12 <= len(data) and kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        if (size is None) != (kind == b"IHDR") or (kind == b"IHDR" and length != 13):
            return None
        if size is None:
            size = struct.unpack_from(">II", data, at + 8) if at + 25 <= len(data) else None
        if zlib.crc32(data[at + 4 : at + 8 + length]).to_bytes(4) != data[at + 8 + length : at + 12 + length]:
            return None
        has_data = has_data or kind == b"IDAT"
        at += 12 + length
    return size if kind == b"IEND" and has_data and at == len(data) else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Give width and height of a JPEG that has a frame and ends with its end marker (ITU T.81, Annex B)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker in {0xC0, 0xC1, 0xC2}:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return (width, height) if data.rstrip(b"\0").endswith(b"\xff\xd9") else None
        if marker == 0xDA or length < 2:
            return None
        at += 2 + length
    return None
