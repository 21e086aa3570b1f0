"""Quotation marks and markup within a title: which marks are a pair, which an apostrophe, and how pairs nest.

A headline may hold quotation marks straight or curled, and the markup that CSL allows in fields: `<i>`, `<b>`, `<sc>`,
`<sub>`, `<sup>` and spans without case or decoration. All else that looks like markup is text. A port of citeproc-js
(`CSL.Util.FlipFlopper`): within quotation marks the marks are the inner ones, within italics italics are upright.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .tree import Mark, Node
from .words import Language

_NOCASE = '<span class="nocase">'
_NODECOR = '<span class="nodecor">'
_CAPS = '<span style="font-variant:small-caps;">'
_CLOSERS = {
    _NOCASE: "</span>",
    _NODECOR: "</span>",
    _CAPS: "</span>",
    "<sc>": "</sc>",
    "<i>": "</i>",
    "<b>": "</b>",
    "<sup>": "</sup>",
    "<sub>": "</sub>",
    ' "': '"',
    " '": "'",
    '("': '"',
    "('": "'",
}
_MARKS: dict[str, Mark] = {
    _NODECOR: ("class", "nodecor"),
    _CAPS: ("font-variant", "small-caps"),
    "<sc>": ("font-variant", "small-caps"),
    "<i>": ("font-style", "italic"),
    "<b>": ("font-weight", "bold"),
    "<sup>": ("vertical-align", "sup"),
    "<sub>": ("vertical-align", "sub"),
}
_OTHERWISE = {
    ("font-variant", "small-caps"): "normal",
    ("font-variant", "normal"): "small-caps",
    ("font-style", "italic"): "normal",
    ("font-style", "normal"): "italic",
    ("font-weight", "bold"): "normal",
    ("font-weight", "normal"): "bold",
    ("quotes", "true"): "inner",
    ("quotes", "inner"): "true",
}
"""What a mark is within the same mark."""

_LETTER = (
    r"[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff"
    r"\u0600-\u06ff\u200c\u200d\u200e\u0218\u0219\u021a\u021b\u202a-\u202e]"
)
_WITHIN = re.compile(f"({_LETTER})’({_LETTER})")
_SMALL_CAPS = re.compile(r"(<span)\s+(style=\"font-variant:)\s*(small-caps);?\"[^>]*(>)")
_PLAIN_SPAN = re.compile(r"(<span)\s+(class=\"no(?:case|decor)\")[^>]*(>)")
_AFTER_APOSTROPHE = re.compile(r"[^,.?:; ]")
_DOUBTFUL = re.compile("[\"'<‘’“”]")


def read_markup(root: Node, language: Language, area: Sequence[Mark] = ()) -> None:
    """Part the texts of a tree at their quotation marks and markup."""
    _read(root, [list(area)], _reader(language))


def _read(node: Node, around: list[Sequence[Mark]], reader: _Reader) -> None:
    marks = [*around, node.marks]
    if node.text is not None:
        if not node.is_plain and _DOUBTFUL.search(node.text):
            reader.part(node, marks)
        return
    for child in node.children:
        _read(child, marks, reader)


@dataclass(slots=True)
class _Parts:
    tags: list[str]
    strings: list[str]
    forced: list[bool]
    """Whether the tag after this one was given a space that the text has not."""


class _Reader:
    def __init__(self, language: Language) -> None:
        self._closers = dict(_CLOSERS)
        self._closers[language.quotes[0]] = language.quotes[1]
        self._closers[language.inner[0]] = language.inner[1]
        self._outer = {language.quotes[0]: "true", language.inner[0]: "inner"}
        every = [*self._closers, *dict.fromkeys(self._closers.values())]
        self._tag = re.compile("|".join(re.escape(tag) for tag in every))
        self._ends = frozenset(self._closers.values())

    def part(self, node: Node, marks: Sequence[Sequence[Mark]]) -> None:
        """Make pieces of a text that has tags; `marks` are those around it, the outermost first."""
        text = node.text or ""
        has_space = text[:1] == " " and not re.match(r"\s+['\"]", text)
        parts = self._split(" " + _WITHIN.sub(r"\1'\2", text))
        if not parts.tags:
            return
        self._pair(parts)
        first = ""
        for i, tag in enumerate(parts.tags):
            if tag in {' "', " '", '("', "('"}:
                first = first or tag[1]
                if not (i and i - 1 < len(parts.forced) and parts.forced[i - 1]):
                    parts.strings[i] += tag[0]
        self._build(node, parts, marks, first, has_space=has_space)

    def _split(self, text: str) -> _Parts:
        text = _SMALL_CAPS.sub(r'\1 \2\3;"\4', text)
        text = _PLAIN_SPAN.sub(r"\1 \2\3", text)
        tags = self._tag.findall(text)
        strings = self._tag.split(text)
        forced = []
        for i in range(len(tags) - 1):
            if tags[i] in self._closers:
                force = strings[i + 1] == "" and tags[i + 1] in {'"', "'"}
                if force:
                    tags[i + 1] = " " + tags[i + 1]
                forced.append(force)
        return _Parts(tags, strings, forced)

    def _pair(self, parts: _Parts) -> None:
        """Make text of every tag that is not one of a pair, and an apostrophe of what is none."""
        tags, strings = parts.tags, parts.strings
        opened: list[tuple[str, int]] = []
        for i, tag in enumerate(tags):
            after = strings[i + 1]
            if tag == "'" and _AFTER_APOSTROPHE.match(after):
                strings[i + 1], tags[i] = "’" + after, ""
                continue
            if tag == " '" and after[:1] == " ":
                strings[i + 1], tags[i] = " ’" + after, ""
                continue
            if self._settle(parts, opened, i):
                strings[i + 1] = tags[i] + strings[i + 1]
                tags[i] = ""
        for _, position in reversed(opened):
            tag = tags[position]
            stray = " ’" if tag in {" '", "'"} else tag
            strings[position + 1] = stray + strings[position + 1]
            tags[position] = ""
        for i in range(len(tags) - 1, -1, -1):
            if not tags[i]:
                del tags[i]
                strings[i : i + 2] = [strings[i] + strings[i + 1]]

    def _settle(self, parts: _Parts, opened: list[tuple[str, int]], i: int) -> bool:
        """Open or close a tag. True where it is neither, so that it is text."""
        tags, strings = parts.tags, parts.strings
        tag = tags[i]
        while True:
            if tag in self._closers:
                opened.append((self._closers[tag], i))
                return False
            if opened and opened[-1][0] == tag:
                _, position = opened.pop()
                if tags[position] == _NOCASE:
                    tags[position] = tags[i] = ""
                return False
            at = opened[-1][1] if opened else i
            if tag == "'":
                strings[i + 1] = "’" + strings[i + 1]
                tags[i] = ""
            else:
                failed = tags[at]
                if 0 <= at - 1 < len(parts.forced) and parts.forced[at - 1]:
                    failed = failed[1:]
                strings[at + 1] = failed + strings[at + 1]
                tags[at] = ""
            if not opened or tag == "'":
                return True
            opened.pop()

    def _mark(self, tag: str, stack: Sequence[Mark], around: Sequence[Sequence[Mark]], first: str) -> Mark:
        if tag in _MARKS:
            mark = _MARKS[tag]
        elif tag in self._outer:
            mark = ("quotes", self._outer[tag])
        else:
            mark = ("quotes", "true" if tag[1] == first else "inner")
        kind = mark[0]
        found = next((m for m in reversed(stack) if m[0] == kind), None)
        if found is None:
            found = next((m for marks in around for m in reversed(marks) if m[0] == kind), None)
        return mark if found is None else (kind, _OTHERWISE.get(found, mark[1]))

    def _build(
        self, node: Node, parts: _Parts, around: Sequence[Sequence[Mark]], first: str, *, has_space: bool
    ) -> None:
        node.text, node.children = None, []
        stack: list[Mark] = []
        nodes = [node]
        lineage = [list(around)]
        text = (" " if has_space else "") + parts.strings[0]
        for _ in range(2):
            text = text.removeprefix(" ")
        if text:
            node.children.append(_plain(text))
        for tag, string in zip(parts.tags, parts.strings[1:], strict=True):
            if tag in self._closers:
                mark = self._mark(tag, stack, around, first)
                stack.append(mark)
                child = Node(None, marks=_undecorated(lineage[-1]) if mark[0] == "class" else [mark])
                nodes[-1].children.append(child)
                nodes.append(child)
                lineage.append([*lineage[-1], child.marks])
            else:
                stack.pop()
                nodes.pop()
                lineage.pop()
            if string:
                nodes[-1].children.append(_plain(string))


def _plain(text: str) -> Node:
    node = Node(text)
    node.is_plain = True
    return node


def _undecorated(around: Sequence[Sequence[Mark]]) -> list[Mark]:
    kinds = (kind for marks in around for kind, _ in reversed(marks))
    return [(kind, "normal") for kind in dict.fromkeys(kinds) if kind in {"font-weight", "font-style", "font-variant"}]


_READERS: dict[tuple[str, str], _Reader] = {}


def _reader(language: Language) -> _Reader:
    found = _READERS.get(language.quotes)
    if found is None:
        found = _READERS[language.quotes] = _Reader(language)
    return found
