"""Raw HTML in Markdown: a few elements of a line's own, written anew; everything else is refused by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from ..diagnostics import Code
from ..html import text as escaped
from . import href

INLINE = frozenset(
    {"abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
     "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)  # fmt: skip
"""Elements that mark words and do nothing."""
VOID = frozenset({"br", "wbr"})
"""Those of them that have no end."""
ATTRIBUTES = frozenset({"lang", "dir", "title", "datetime"})
"""What may stand in them."""

_ACTIVE = frozenset(
    {"applet", "area", "audio", "base", "bgsound", "body", "button", "canvas", "dialog", "embed", "form", "frame",
     "frameset", "head", "html", "iframe", "image", "img", "input", "isindex", "link", "map", "marquee", "math", "meta",
     "noembed", "noframes", "noscript", "object", "option", "param", "picture", "plaintext", "portal", "script",
     "select", "slot", "source", "style", "svg", "template", "textarea", "title", "track", "video", "xml", "xmp"}
)  # fmt: skip
_ACTIVE_ATTRIBUTES = frozenset(
    {"action", "background", "codebase", "data", "dynsrc", "formaction", "http-equiv", "longdesc", "lowsrc", "manifest",
     "ping", "poster", "profile", "src", "srcdoc", "srcset", "style", "xlink:href", "xml:base"}
)  # fmt: skip
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>?""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"?|'[^']*'?|[^\s"'>]+))?""")

Fault = tuple[int, Code, str]
"""Where in the HTML, counted from 0; the code; what to say."""


def inline(html: str) -> tuple[str, str, bool]:
    """Give one tag that `faults` finds nothing in: its name, how it is written, and whether it ends an element."""
    tag = _TAG.match(html)
    assert tag is not None, html
    name = tag[2].lower()
    if tag[1]:
        return name, f"</{name}>", True
    written = "".join(f' {key}="{escaped(value)}"' for key, value in _attributes(tag[3]))
    return name, f"<{name}{written} />" if name in VOID else f"<{name}{written}>", False


def faults(html: str, *, is_block: bool) -> Iterator[Fault]:
    """Say what is wrong with raw HTML: one tag, or with `is_block` a whole block, which is always wrong."""
    found = False
    for tag in _TAG.finditer(html):
        for fault in _faults_of_tag(tag):
            found = True
            yield fault
    whole = _TAG.match(html)
    if not found and (is_block or whole is None or whole.end() != len(html)):
        is_comment = html.lstrip().startswith("<!--")
        said = (
            "a comment stands here, and everybody can read it in the page's source"
            if is_comment
            else "HTML stands here"
        )
        yield len(html) - len(html.lstrip()), Code.RAW_HTML, said


def _faults_of_tag(tag: re.Match[str]) -> Iterator[Fault]:
    where, name = tag.start(), tag[2].lower()
    shown = name[:40]
    if name in _ACTIVE:
        yield where, Code.ACTIVE_MARKUP, f"`<{shown}>` would run or load something, or change the page around it"
        return
    if name not in INLINE:
        said = "a link in HTML stands here" if name == "a" else f"`<{shown}>` is no element that prose may hold"
        yield where, Code.RAW_HTML, said
    for key, value in _attributes(tag[3]):
        shown = key[:40]
        if key.startswith("on") or key in _ACTIVE_ATTRIBUTES:
            yield where, Code.ACTIVE_MARKUP, f"the attribute `{shown}` would run or load something"
        elif key == "href" and (reason := href.unsafe(value)):
            yield where, Code.UNSAFE_ADDRESS, reason
        elif name in INLINE and key not in ATTRIBUTES:
            yield where, Code.RAW_HTML, f"the attribute `{shown}` is none that prose may hold"


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(text):
        value = found[2] or ""
        yield found[1].lower(), unescape(value.strip(value[:1]) if value[:1] in {'"', "'"} else value)
