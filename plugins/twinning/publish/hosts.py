"""Where an address leads: to a place within the site, to another host, or to something that would run."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OPENED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_IGNORED = dict.fromkeys([*range(0x21), 0x7F])
"""What browsers leave out of an address before they look at its scheme."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place within the site: the file's path below the root, None where it lies outside, and the anchor."""

    file: str | None
    fragment: str


def would_run(address: str) -> bool:
    """Tell whether an address has a scheme other than those a reader opens, such as `javascript:`."""
    bare = address.translate(_IGNORED)
    return _SCHEME.match(bare) is not None and _OPENED.match(bare) is None


def is_elsewhere(address: str, own: str) -> bool:
    """Tell whether an address leads to another host than the site's own."""
    bare = address.translate(_IGNORED).replace("\\", "/")
    if not (_SCHEME.match(bare) or bare.startswith("//")):
        return False
    return not (bare + "/").startswith((own + "/", own + "#", own + "?"))


def place(address: str, page: str, own: str) -> Place | None:
    """Give the place within the site that a link on a page leads to; None where it leaves the site's host.

    `page` is the page's path below the root, `own` the site's address without a slash at its end. The path is resolved
    as a browser does, from where the page stands.
    """
    base = urlsplit(own).path + "/"
    if address.startswith("//"):
        address = own.partition("//")[0] + address
    if (address + "/").startswith((own + "/", own + "#", own + "?")):
        address = base + address.removeprefix(own).removeprefix("/")
    try:
        parts = urlsplit(address)
    except ValueError:
        return Place(None, "")
    if parts.scheme or parts.netloc:
        return None
    here = base + page
    path = unquote(posixpath.join(posixpath.dirname(here), parts.path) if parts.path else here)
    resolved = posixpath.normpath(path)
    if path.endswith(("/", "/.", "/..")) and resolved != "/":
        resolved += "/"
    if resolved.startswith("//") or not resolved.startswith(base):
        return Place(None, unquote(parts.fragment))
    file = resolved.removeprefix(base)
    if file == "" or file.endswith("/"):
        file += "index.html"
    # A text directive names words that a browser looks for behind the anchor.
    return Place(file, unquote(parts.fragment.partition(":~:")[0]))
