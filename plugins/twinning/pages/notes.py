"""Notes as HTML: they may use Markdown; everything else in a record is plain text."""

from __future__ import annotations

from ..archive import Archive
from ..html import text as escaped
from ..links import Here, Ways
from ..markup.document import Link
from ..markup.notes import is_plain, note
from ..published import Published

_HERE = Here("a/ta-0000/", "articles")
"""Any article's page: all are as deep."""


class Notes:
    """Turns notes that were checked into HTML, with their links as the page of an article has them."""

    def __init__(self, archive: Archive) -> None:
        """Keep what tells where links lead."""
        self._ways = Ways(Published(archive))

    def html(self, text: str) -> str:
        """Give a note as HTML blocks."""
        if is_plain(text):
            return f"<p>{escaped(text)}</p>"
        document, _ = note(text)
        return document.html(self._address)

    def _address(self, link: Link) -> str:
        """Give an address as all articles' pages have it; one that is relative to its own article is right as it is."""
        return self._ways.resolve(link, _HERE) if link.href.startswith(("/", "{")) else link.href
