"""Text percent-encoded for a part of an address (RFC 3986): all but letters, digits and -._~ as the bytes of UTF-8.

What `urllib.parse.quote` gives with nothing safe, which asks of every byte in turn: a list of articles has thousands.
"""

from __future__ import annotations

import re
from functools import lru_cache

_UNSAFE = re.compile("[^A-Za-z0-9_.~-]")


def encoded(text: str) -> str:
    """Encode a text."""
    return _UNSAFE.sub(lambda found: _bytes(found.group()), text)


@lru_cache(maxsize=4096)
def _bytes(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())
