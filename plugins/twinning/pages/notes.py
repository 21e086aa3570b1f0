"""Notes may use Markdown; everything else in a record is plain text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from ..html import text as escaped

_MARKUP = re.compile(r"[*_`\[\]<>&#\\!|~+=^]|\n|^\s*(?:[-+*]|\d+\.)\s|:/")
"""What could be Markdown; a note without any of it needs no parser, and most have none."""
_SAFE = re.compile(r"https?://|mailto:|[#.]|/(?![/\\&\s])|[A-Za-z0-9_-]+(?:[/?#]|$)")
_MAX_BRACKETS = 200
"""With more of them a note is shown as it stands: Python-Markdown takes a time that grows with their square."""


class _Plain(Extension):
    """Takes raw HTML for text and pictures for links: a note is a sentence or two."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Markdown's
        md.preprocessors.deregister("html_block")
        for name in ("hashheader", "setextheader"):  # "#7 is meant" is no heading
            md.parser.blockprocessors.deregister(name)
        for name in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        md.treeprocessors.register(_SafeLinks(md), "safe_links", 0)


class _SafeLinks(Treeprocessor):
    """Takes the address off a link that leads anywhere but to a page or a mailbox."""

    def run(self, root: ET.Element) -> None:
        for element in root.iter("a"):
            if not _SAFE.match(element.get("href", "")):
                element.attrib.pop("href", None)


class Notes:
    """Turns notes into HTML, with one Markdown parser for all of them."""

    def __init__(self) -> None:
        """Make the parser when it is first needed: many builds never need it."""
        self._parser: Markdown | None = None

    def html(self, text: str) -> str:
        """Give a note as HTML blocks. Raw HTML in it is shown as text; only http(s), mail and local links lead on."""
        if not _MARKUP.search(text) or sum(map(text.count, "[*_`<")) > _MAX_BRACKETS:
            return f"<p>{escaped(text)}</p>"
        if self._parser is None:
            self._parser = Markdown(extensions=[_Plain()])
        self._parser.reset()
        return self._parser.convert(text)
