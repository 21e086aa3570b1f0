"""A citation as a tree: pieces of text with what stands before, after and between them, and how they are marked.

It is put together as the Citation Style Language says (CSL 1.0.2): a group that holds only terms, for its fields have
no value, is left out, and so is what would stand around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

Mark = tuple[str, str]
"""How text is marked: its property, such as "font-style", and the value."""

ITALIC: Mark = ("font-style", "italic")
QUOTED: Mark = ("quotes", "true")

_LEADING = frozenset(":.;!? ")
_SPACED = re.compile(r" ([:;?!\u00bb])")
_LETTER = re.compile(
    r"[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff"
    r"\u0600-\u06ff\u200c\u200d\u200e\u0218\u0219\u021a\u021b\u202a-\u202e]"
)
"""A letter of the scripts that citeproc calls romanesque: those that have italics and take apostrophes."""


class Node:
    """A piece of a citation: text, or other pieces in order."""

    __slots__ = ("children", "delimiter", "is_number", "is_plain", "is_term", "marks", "prefix", "suffix", "text")

    def __init__(
        self,
        text: str | None = None,
        children: Sequence[Node] = (),
        *,
        prefix: str = "",
        suffix: str = "",
        delimiter: str = "",
        marks: Sequence[Mark] = (),
    ) -> None:
        """Begin a piece with text, or with other pieces."""
        self.text = text
        self.children = list(children)
        self.prefix = prefix
        self.suffix = suffix
        self.delimiter = delimiter
        self.marks = list(marks)
        self.is_number = False
        """Whether it is a number alone: punctuation does not move into it."""
        self.is_plain = False
        """Whether its quotation marks and markup have been read."""
        self.is_term = False
        """Whether it is a word of the style's, which does not make a group worth printing."""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing would be printed."""
        return not self.text if self.text is not None else not self.children


class Affixes(NamedTuple):
    """What stands before and after a piece."""

    prefix: str = ""
    suffix: str = ""


BARE = Affixes()


def leaf(text: str, affixes: Affixes = BARE, marks: Sequence[Mark] = ()) -> Node:
    """Give text as a piece. Punctuation that it begins with belongs to what stands before it."""
    text = _SPACED.sub("\u202f\\1", text).replace("\u00ab ", "\u00ab\u202f")
    prefix = affixes.prefix
    if text[:1] != " ":
        stripped = text.lstrip(":.;!? ")
        if stripped and stripped != text:
            prefix += text[: len(text) - len(stripped)]
            text = stripped
    if not _LETTER.search(text):
        marks = [mark for mark in marks if mark[0] != "font-style"]
    return Node(text, prefix=prefix, suffix=affixes.suffix, marks=marks)


def field(text: str | None, prefix: str = "", suffix: str = "", marks: Sequence[Mark] = ()) -> Node | None:
    """Give a field's value as a piece; None where there is none."""
    return leaf(text, Affixes(prefix, suffix), marks) if text else None


def term(text: str, prefix: str = "", suffix: str = "") -> Node:
    """Give a word of the style's."""
    node = leaf(text, Affixes(prefix, suffix))
    node.is_term = True
    return node


def group(
    *children: Node | None,
    delimiter: str = "",
    prefix: str = "",
    suffix: str = "",
    marks: Sequence[Mark] = (),
) -> Node | None:
    """Give pieces as one; None where no field in it has a value."""
    there = [child for child in children if child is not None]
    if not there or (len(there) < len(children) and all(child.is_term for child in there)):
        return None
    return Node(None, there, prefix=prefix, suffix=suffix, delimiter=delimiter, marks=marks)


def macro(
    *children: Node | None, prefix: str = "", suffix: str = "", delimiter: str = "", marks: Sequence[Mark] = ()
) -> Node | None:
    """Give what a style defines once and names: pieces within pieces, as citeproc-js has them."""
    inner = group(*children, delimiter=delimiter)
    return None if inner is None else Node(None, [inner], prefix=prefix, suffix=suffix, marks=marks)


def without_empty(node: Node) -> None:
    """Take the pieces out of a tree that have nothing in them, and those that only hold one other."""
    children = []
    for child in node.children:
        if child.text is None:
            without_empty(child)
            if len(child.children) == 1 and not (child.prefix or child.suffix or child.marks):
                only = child.children[0]
                if not (only.prefix or only.suffix or only.marks):
                    child = only  # noqa: PLW2901
        if child.text or child.children:
            children.append(child)
    node.children = children


def capitalise_start(node: Node) -> None:
    """Give a word of the style's a capital where an entry begins with it."""
    while node.text is None:
        first = next((child for child in node.children if not child.is_empty), None)
        if first is None:
            return
        node = first
    if node.is_term:
        node.text = node.text[:1].upper() + node.text[1:]
