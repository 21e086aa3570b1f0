"""From Markdown to a `Document`, or to everything in it that may not be published, each at its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from html import escape
from typing import Any

import pyromark
from pyromark import Options

from ..diagnostics import Code, Problem
from . import sanitiser
from .document import Document
from .places import Places
from .writing import Writing

MAX_DEPTH = 40
"""How deep blocks and emphasis may be nested: a list within a list within a quotation is 6."""
MAX_PARTS = 100_000
"""The most parts, such as words in a row or a tag, that a text may have: it bounds time and memory."""


class Dialect(Enum):
    """What a text may hold beside paragraphs, lists, quotations, code, emphasis and links."""

    PROSE = (
        Options.ENABLE_TABLES
        | Options.ENABLE_SMART_PUNCTUATION
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_HEADING_ATTRIBUTES
    )
    """A page: headings (`{#id}` gives one a fragment), tables, footnotes, pictures, typographic quotation marks."""
    NOTE = Options(0)
    """A sentence or two in a record: no pictures, and no headings, for which `#7` and `===` are no signs."""


def read(text: str, path: str, dialect: Dialect, first_line: int = 1) -> tuple[Document, list[Problem]]:
    """Read Markdown, with every problem in it; the document is fit to be shown only where there is none.

    `path` and `first_line`, the line on which the text begins, are how problems name their place. Never raises for
    what the text holds.
    """
    places = Places(text, path, first_line)
    walk = _Walk(text, dialect, places)
    walk.run()
    document = walk.writing.document()
    if not places.problems and sanitiser.would_change(document.html(lambda link: link.href)):
        places.fault(
            0,
            Code.NOT_SANITARY,
            "an HTML parser understands what is made of this text otherwise than it is meant",
            "take out HTML, and marks that cross each other; and please report it",
        )
    return document, places.problems


_LOOSE = re.compile(rb"<[A-Za-z][^<>]{0,400}>")
"""What is a tag to an HTML parser; to Markdown only if it is more carefully written (`<svg/onload=…>` is not)."""
_UNDEFINED = re.compile(rb"\[\^([^\]\[\s]{1,80})\]")


class _Walk:
    """One walk over a text's events: has what may stand written, and what may not told at its place."""

    def __init__(self, text: str, dialect: Dialect, places: Places) -> None:
        self.writing = Writing(places, has_pictures=dialect is Dialect.PROSE)
        self._text, self._dialect, self._places = text, dialect, places
        self._undefined: set[bytes] = set()

    def run(self) -> None:
        """Walk over the whole text, or to where it becomes too deep."""
        parser = pyromark.Markdown(options=self._dialect.value, broken_link_callback=self._broken)
        events = iter(parser.events_with_range(self._text))
        for number, (event, span) in enumerate(events):
            start = span["start"]
            if number > MAX_PARTS:
                self._places.fault(start, Code.DEEP_MARKUP, "the text has too many parts", "make several pages of it")
                return
            if self.writing.depth > MAX_DEPTH:
                said = f"lists, quotations or emphasis are nested more than {MAX_DEPTH} deep here"
                self._places.fault(start, Code.DEEP_MARKUP, said, "write it flatter: nobody can follow it")
                return
            if isinstance(event, str):
                self.writing.mark(event)
            else:
                [(kind, value)] = event.items()
                self._part(kind, value, (start, span["end"]), events)
        for label, offset in self.writing.footnotes.unused():
            self._places.fault(
                offset, Code.FOOTNOTE, f"the text never names the footnote `[^{label}]`", "name it or remove it"
            )

    def _part(self, kind: str, value: Any, span: tuple[int, int], events: Iterator[Any]) -> None:
        start = span[0]
        if kind == "Text":
            if value[0] in "<^" and not self.writing.is_code:
                self._look_again(value, start)
            self.writing.text(value)
        elif kind == "Code":
            self.writing.text(value, f"<code>{escape(value, quote=False)}</code>")
        elif kind == "InlineHtml":
            self.writing.tag(value, start)
        elif kind == "FootnoteReference":
            self.writing.footnote(value)
        elif kind == "End":
            self.writing.end(value)
        elif value == "HtmlBlock":
            _skip(events)
            self.writing.html_block(self._source(span), start)
        elif isinstance(value, dict) and "Heading" in value and self._dialect is Dialect.NOTE:
            _skip(events)
            self.writing.literal(self._source(span))
        elif isinstance(value, dict) and "Image" in value:
            self.writing.picture(value["Image"], _skip(events), start)
        else:
            self.writing.start(value, start)

    def _source(self, span: tuple[int, int]) -> str:
        return self._places.bytes[span[0] : span[1]].decode()

    def _look_again(self, words: str, start: int) -> None:
        """Look for what the parser takes for words, where somebody meant more."""
        if words[0] == "^":
            self._undefined_footnote(start - 1)
        elif self._places.bytes[start - 1 : start] != b"\\" and (loose := _LOOSE.match(self._places.bytes, start)):
            self.writing.loose_tag(loose[0].decode(), start)

    def _undefined_footnote(self, offset: int) -> None:
        found = _UNDEFINED.match(self._places.bytes, max(0, offset)) if self._dialect is Dialect.PROSE else None
        if found and found[1] not in self._undefined:  # a second mark of the same footnote would say no more
            self._undefined.add(found[1])
            label = found[1].decode("utf-8", "replace")
            said = f"the footnote `[^{label}]` is told nowhere"
            self._places.fault(offset, Code.FOOTNOTE, said, f"add a line `[^{label}]: …`, or write `\\[^{label}]`")

    def _broken(self, link: Any) -> None:
        if link["link_type"] in {"Reference", "Collapsed"}:  # `[sic]` alone is no link
            reference = " ".join(link["reference"].split())[:60]
            said = f"the link's address `[{reference}]` is given nowhere"
            help_ = f"add a line `[{reference}]: …`, or put a backslash before each bracket"
            self._places.fault(link["span"]["start"], Code.BROKEN_LINK, said, help_)


def _skip(events: Iterator[Any]) -> str:
    """Pass over what was begun, to its end; give its words."""
    words: list[str] = []
    depth = 1
    for event, _ in events:
        if isinstance(event, str):
            words.append(" ")
            continue
        [(kind, value)] = event.items()
        depth += (kind == "Start") - (kind == "End")
        if not depth:
            break
        if kind in {"Text", "Code"}:
            words.append(value)
    return " ".join("".join(words).split())
