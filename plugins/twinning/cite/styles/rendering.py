"""A settled tree as plain text and as HTML, as the formats of citeproc-js write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from .tree import Mark, Node
from .words import Language

_RAISED = re.compile(
    "[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d2e\u1d30-\u1d3a\u1d3c-\u1d4d\u1d4f-\u1d61"
    "\u2070\u2071\u2074-\u207f\u2120\u2122\u3192-\u319f\u02c0\u02c1\u06e5\u06e6]"
)
_UNRAISED = {"\u02c0": "\u0294", "\u02c1": "\u0295", "\u06e5": "\u0648", "\u06e6": "\u064a"}
_TWO_SPACES = re.compile(r"\s\s")
_NEEDS_ESCAPE = re.compile(f"[&<>]|\\s\\s|{_RAISED.pattern}")

_TAGS: Mapping[Mark, tuple[str, str]] = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "normal"): ('<span style="font-style:normal;">', "</span>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
    ("font-variant", "normal"): ('<span style="font-variant:normal;">', "</span>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("font-weight", "normal"): ('<span style="font-weight:normal;">', "</span>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
}


def as_text(root: Node, language: Language) -> str:
    """Give a tree as plain text."""
    quotes = {("quotes", "true"): language.quotes, ("quotes", "inner"): language.inner}
    return _rendered(root, quotes, lambda text: text)


def as_html(root: Node, language: Language) -> str:
    """Give a tree as HTML, every character of its texts escaped."""
    tags = {**_TAGS, ("quotes", "true"): language.quotes, ("quotes", "inner"): language.inner}
    return _rendered(root, tags, escaped)


def escaped(text: str) -> str:
    """Escape text as citeproc-js does: numbered references, and raised characters as what they are raised from."""
    if not _NEEDS_ESCAPE.search(text):
        return text
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return _RAISED.sub(_raised, _TWO_SPACES.sub("\u00a0 ", text))


def _raised(found: re.Match[str]) -> str:
    character = found.group()
    return f"<sup>{_UNRAISED.get(character) or unicodedata.normalize('NFKC', character)}</sup>"


def _rendered(node: Node, tags: Mapping[Mark, tuple[str, str]], escape: Callable[[str], str]) -> str:
    if node.text is not None:
        made = escape(node.text)
    else:
        pieces = [piece for piece in (_rendered(child, tags, escape) for child in node.children) if piece]
        made = escape(node.delimiter).join(pieces)
    if not made:
        return ""
    for mark in node.marks:
        around = tags.get(mark)
        if around is not None:
            made = around[0] + made + around[1]
    return escape(node.prefix) + made + escape(node.suffix)
