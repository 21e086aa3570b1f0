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
import sys
from collections.abc import Callable
from functools import lru_cache

HREF = re.compile(rb' href="([^"]*)')
"""The links of a page in regular form."""
ID = re.compile(rb' id="([^"]*)')
"""Its ids."""

_BARE = re.compile(rb"&(?!amp;|lt;|gt;|quot;|#[0-9]{1,7};)")
"""An ampersand that nobody escaped, or a reference that needs looking up."""
MENDED = (3, 11, 5)
"""The first Python whose possessive quantifiers match as they should.

Before it, where what is repeated fails after a part of it has matched, the match goes on behind that part
(https://github.com/python/cpython/issues/106052): a Python as Debian 12 has it took no page for regular.
"""
_LAST = "|(?!)"
"""What the older ones want as last choice in what is repeated: it fails too, but at the place where it began."""
_DEPTH = 9
"""How many elements may stand in each other within `main`; ours are eight at most."""
_TEXT = "[^<]*+"
_NAMES = (
    "class|href|id|aria-(?:label(?:ledby)?|current|hidden)|rel|role|lang|dir|title|scope|colspan|tabindex|datetime"
    "|data-(?:originalurl|version(?:url|date))"
)
_FLOW = (
    "(?:li|d(?:iv|d|t|l)|section|nav|ol|ul|header|a(?:rticle|side)|t(?:able|body|d|h(?:ead)?|r)|fig(?:ure|caption)"
    "|footer|blockquote|caption)"
)
_PHRASE = "(?:s(?:pan|mall|trong|u[bp])|q|c(?:ite|ode)|abbr|b|em|i|mark|time)"
"""What stands within a phrase, links aside."""
_BUTTON = f'button type="button" hidden>{_TEXT}</button>'
"""A button that does nothing, and is not seen, until a script of ours shows it."""


def is_regular(page: bytes, head: int, main: int, end: int) -> bool:
    """Tell whether a page has the regular form: its head up to `head`, and from `main` to `end` its `main` element.

    The furniture around it is the same on many pages; the caller keeps what it knows of that.
    """
    return (
        _head().fullmatch(page, 0, head) is not None
        and _main().fullmatch(page, main, end) is not None
        and (b"&" not in page or _BARE.search(page) is None)
    )


def head_form(last: str = "") -> str:
    """Give the pattern of all that stands before `body`; `last` is the last choice in what is repeated."""
    return (
        '<!DOCTYPE html>\n<html lang="[A-Za-z-]+">\n<head>\n(?:'
        '<meta (?:(?:name|property)="[^"]*+" (?:property="[^"]*+" )?content|charset'
        '|http-equiv="Content-Security-Policy" content)="[^"]*+">\n'
        '|<link rel="(?:alternate|canonical|cite-as|collection|describedby|license|linkset|related|type'
        rf'|schema\.DC(?:TERMS)?)"(?: (?:type|title|href)="[^"]*+"{last})++>\n'
        rf'|<link rel="(?:icon|stylesheet)" href="(?:\.{{1,2}}/|/(?!/))[A-Za-z0-9./_-]*+"(?: type="[^"]*+")?>\n'
        f'|<script type="application/ld\\+json">[^<]*+</script>\n'
        f"|<title>[^<]*+</title>\n{last})*+</head>\n"
    )


def main_form(last: str = "") -> str:
    """Give the pattern of the `main` element; `last` is the last choice in what is repeated."""
    tail = f'(?: (?:{_NAMES})="[^"]*+"{last})*+>'
    drawn = (
        f'svg(?: (?:class|width|height|viewBox|role|aria-(?:label|hidden))="[^"]*+"{last})++>'
        f'(?:<(?:text(?: (?:class|x|y)="[^"]*+"{last})++>[^<]*+</text>'
        f'|(?:circle|line|path|rect)(?: (?:class|c[xy]|r|[xy][12]?|width|height|d)="[^"]*+"{last})++/>){last})*+</svg>'
    )  # a figure: shapes and words, without a link, a style or anything that stands elsewhere

    def holding(children: str, *names: str) -> tuple[str, ...]:
        """Give what follows an element's start tag: text and children, and the end. Most elements hold text alone."""
        child = f"(?:<(?:{children}){_TEXT}{last})++"
        return tuple(f"{tail}{_TEXT}(?:</{name}>|{child}</{name}>)" for name in names)

    heading = f"(?:{_PHRASE}|h[1-6])"
    in_link, in_phrase = holding(f"{_PHRASE}{tail}{_TEXT}</{_PHRASE}>", "a", _PHRASE)
    in_mark, in_heading = holding(f"a{in_link}|{_PHRASE}{in_phrase}", _PHRASE, heading)
    (in_paragraph,) = holding(f"a{in_link}|{_PHRASE}{in_mark}|{_BUTTON}", "p")
    fixed = f"|a{in_link}|{heading}{in_heading}|{_BUTTON}|{drawn}"
    inner = f"{tail}{_TEXT}</{_FLOW}>"
    for _ in range(_DEPTH - 1):
        (inner,) = holding(f"p{in_paragraph}|{_FLOW}{inner}{fixed}", _FLOW)
    (whole,) = holding(f"p{in_paragraph}|{_FLOW}{inner}{fixed}", "main")
    return f"<main{whole}"


@lru_cache(maxsize=1)
def _head() -> re.Pattern[bytes]:
    return _compiled(head_form)


@lru_cache(maxsize=1)
def _main() -> re.Pattern[bytes]:
    return _compiled(main_form)


def _compiled(form: Callable[[str], str]) -> re.Pattern[bytes]:
    """Compile a pattern so that it matches alike on every Python."""
    return re.compile(form("" if sys.version_info >= MENDED else _LAST).encode())
