"""Citation files of many articles: of the whole archive, and of each council, partner and partnership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from ..cite.bibtex import bibtex
from ..cite.csl import csl
from ..cite.item import Item
from ..cite.ris import ris
from ..records import Article
from .article import ArticlePages

FILES = ("cite.csl.json", "cite.ris", "cite.bib")
_encode = msgspec.json.Encoder().encode


class Part(NamedTuple):
    """An article's part of each file: an object of CSL-JSON, an entry of RIS, one of BibTeX."""

    csl: bytes
    ris: bytes
    bibtex: bytes


class Bundles:
    """Makes the files, each article's part of them once."""

    def __init__(self, pages: ArticlePages) -> None:
        """Begin with what knows articles as citations want them."""
        self._pages = pages
        self._made: dict[str, Part] = {}

    def of(self, articles: Iterable[Article]) -> Iterator[tuple[str, bytes]]:
        """Give each file's name and what it holds, the articles in their order."""
        parts = [self._made.get(article.id) or self._part(article) for article in articles]
        yield FILES[0], b"[" + b",\n".join([part.csl for part in parts]) + b"]\n"
        yield FILES[1], b"".join([part.ris for part in parts])
        yield FILES[2], b"\n".join([part.bibtex for part in parts])

    def part(self, item: Item, fields: Mapping[str, Any]) -> Part:
        """Give the part of an article whose CSL-JSON are `fields`."""
        found = Part(_encode(fields), ris(item).encode(), bibtex(item).encode())
        self._made[item.article.id] = found
        return found

    def _part(self, article: Article) -> Part:
        item = self._pages.item(article)
        return self.part(item, csl(item))
