"""Whether an address may stand in a link, judged as a browser would read it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})
"""What may stand before the colon of a link that leaves the site."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def is_outside(href: str) -> bool:
    """Tell whether an address that is not unsafe leaves the site."""
    return _SCHEME.match(href) is not None


def unsafe(href: str) -> str:
    """Say why an address may not stand in a link; nothing where it may.

    `href` is the address after Markdown's and HTML's escapes. Browsers drop tabs and line ends, take a backslash for a
    slash, and know many schemes: so only what is plainly harmless passes.
    """
    odd = next((c for c in href if not c.isprintable() or c.isspace()), None)
    if odd is not None:
        name = "a space" if odd == " " else f"a character that nobody sees (U+{ord(odd):04X})"
        return f"the address holds {name}"
    if "\\" in href:
        return "the address holds a backslash, which browsers take for a slash"
    scheme = _SCHEME.match(href)
    if scheme is None:
        return "the address leads to another host, under whatever scheme" if href.startswith("//") else ""
    name = scheme[1].lower()
    if name not in SCHEMES:
        return f"an address with `{name}:` would run something or leave the web"
    return "" if name == "mailto" else _of_a_host(href)


def _of_a_host(href: str) -> str:
    try:
        parts = urlsplit(href)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "the address cannot be read"
    if not host or href[len(parts.scheme) + 1 :][:2] != "//":
        return "the address names no host"
    if parts.username is not None:
        return f"the address names a user before the host {host}, and so looks like another's"
    return ""
