"""The page that stands where another has moved from, and leads there.

Measured (docs/citing.md §2.3): a browser that obeys `meta refresh` alone forgets both `#p20` and `#:~:text=…`, and
`location.hash` has only the first, so a script reads the address that the browser was asked for. Zotero runs no script
and follows `meta refresh`, where `url=` is in small letters. The script is the same on every such page, for the policy
names its digest; where it leads, it reads from the page's only link.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html import unescape

from ..html import text

SCRIPT = (
    '(function(){var n=performance.getEntriesByType&&performance.getEntriesByType("navigation")[0],'
    'u=n&&n.name||location.href,i=u.indexOf("#");'
    "location.replace(document.links[0].href+location.search+(i<0?location.hash:u.slice(i)))})()"
)
POLICY = (
    f"default-src 'none'; script-src 'sha256-{b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)


def page(absolute: str, relative: str, title: str) -> str:
    """Make the page. `absolute` is the whole new address, `relative` the way there from the page's own place."""
    new, way, name = text(absolute), text(relative), text(title)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{text(POLICY)}">\n'
        f'<title>Moved: {name}</title>\n<link rel="canonical" href="{new}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={new}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n</head>\n<body>\n'
        f'<p>Moved to <a href="{way}">{name}</a>.</p>\n<script>{SCRIPT}</script>\n</body>\n</html>\n'
    )


_FORM = re.compile(
    re.escape(page("\0", "\1", "\2"))
    .replace("\0", '(?P<new>[^"<>]*)', 1)
    .replace("\0", "(?P=new)")
    .replace("\1", '(?P<way>[^"<>]*)')
    .replace("\2", "(?P<name>[^<>]*)", 1)
    .replace("\2", "(?P=name)")
)


def leads_to(page: str) -> str | None:
    """Give the way a page leads that is such a one to the last byte; None where it is not."""
    found = _FORM.fullmatch(page)
    return unescape(found["way"]) if found else None
