"""The regular form of our pages, as patterns: a page that has it is well-formed, and loads and runs nothing.

Most pages are made of parts that leave little to chance, and to parse all of them takes longer than to make them. These
patterns, matched in C, say that every tag is one of ours and closed in its turn, that attributes are quoted and neither
load nor run anything, and that paragraphs, headings and links hold phrases alone. They only ever acquit: what has not
this form is read tag by tag (`reading`), which decides.

Two things they leave open. One is the furniture around `main`. The other, for to capture names costs five times as
much, is that `</div>` closes a `div` and not a `section`; names come from templates, never from records. So the caller
reads the first page of each kind tag by tag, and asks here only about those that have the same furniture.
"""

from __future__ import annotations

import re
from functools import lru_cache

HREF = re.compile(rb' href="([^"]*)')
"""The links of a page in regular form."""
ID = re.compile(rb' id="([^"]*)')
"""Its ids."""

_BARE = re.compile(rb"&(?!amp;|lt;|gt;|quot;|#[0-9]{1,7};)")
"""An ampersand that nobody escaped, or a reference that needs looking up."""
_HEAD = re.compile(
    rb"<!DOCTYPE html>\n<html lang=\"[A-Za-z-]+\">\n<head>\n(?:"
    rb'<meta (?:(?:(?:name|property)="[^"]*+" )++content|charset|http-equiv="Content-Security-Policy" content)'
    rb'="[^"]*+">\n'
    rb'|<link rel="(?:alternate|canonical|cite-as|collection|describedby|license|linkset|related|type'
    rb'|schema\.DC(?:TERMS)?)"(?: (?:type|title|href)="[^"]*+")++>\n'
    rb'|<link rel="(?:icon|stylesheet)" href="(?:\.{1,2}/|/(?!/))[A-Za-z0-9./_-]*+"(?: type="[^"]*+")?+>\n'
    rb"|<title>[^<]*+</title>\n)*+</head>\n"
)
_DEPTH = 9
"""How many elements may stand in each other within `main`; ours are eight at most."""
_TEXT = "[^<]*+"
_TAIL = (
    "(?: (?:class|href|id|aria-(?:label(?:ledby)?|current|hidden)|lang|dir|title|rel|role|scope|colspan|tabindex"
    '|datetime|data-(?:originalurl|version(?:url|date)))="[^"]*+")*+>'
)
_FLOW = (
    "(?:a(?:rticle|side)|blockquote|caption|d(?:iv|d|t|l)|fig(?:ure|caption)|footer|header|li|nav|ol|section|"
    "t(?:able|body|d|h(?:ead)?|r)|ul)"
)
_PHRASE = "(?:abbr|b|c(?:ite|ode)|em|i|mark|q|s(?:mall|pan|trong|ub|up)|time)"
"""What stands within a phrase, links aside."""
_DRAWN = (
    '<svg(?: (?:class|width|height|viewBox|role|aria-(?:label|hidden))="[^"]*+")++>'
    '(?:<(?:circle|line|path|rect)(?: (?:class|c[xy]|r|[xy][12]?|width|height|d)="[^"]*+")++/>'
    '|<text(?: (?:class|x|y)="[^"]*+")++>[^<]*+</text>)*+</svg>'
)
"""A figure: shapes and words, without a link, a style or anything that stands elsewhere."""


def is_regular(page: bytes, head: int, main: int, end: int) -> bool:
    """Tell whether a page has the regular form: its head up to `head`, and from `main` to `end` its `main` element.

    The furniture around it is the same on many pages; the caller keeps what it knows of that.
    """
    return (
        _HEAD.fullmatch(page, 0, head) is not None
        and _main().fullmatch(page, main, end) is not None
        and (b"&" not in page or _BARE.search(page) is None)
    )


@lru_cache(maxsize=1)
def _main() -> re.Pattern[bytes]:
    """Give the pattern of a page's `main` element."""
    plain = f"{_TEXT}(?:<{_PHRASE}{_TAIL}{_TEXT}</{_PHRASE}>{_TEXT})*+"
    link = f"<a{_TAIL}{plain}</a>"
    inline = f"{_TEXT}(?:(?:<{_PHRASE}{_TAIL}{plain}</{_PHRASE}>|{link}){_TEXT})*+"
    phrases = f"{_TEXT}(?:(?:<{_PHRASE}{_TAIL}{inline}</{_PHRASE}>|{link}){_TEXT})*+"
    inner = _TEXT
    for _ in range(_DEPTH):
        inner = (
            f"{_TEXT}(?:(?:<p{_TAIL}{phrases}</p>|<{_FLOW}{_TAIL}{inner}</{_FLOW}>|{link}"
            f"|<(?:{_PHRASE}|h[1-6]){_TAIL}{inline}</(?:{_PHRASE}|h[1-6])>|{_DRAWN}){_TEXT})*+"
        )
    return re.compile(f"<main{_TAIL}{inner}</main>".encode())
