"""Citation files of many articles: of the whole archive, and of each council, partner and partnership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..cite.bibtex import bibtex
from ..cite.csl import csl
from ..cite.ris import ris
from ..records import Article
from .article import ArticlePages

FILES = ("cite.csl.json", "cite.ris", "cite.bib")
_encode = msgspec.json.Encoder().encode


class Bundles:
    """Makes the files, each article's part of them once."""

    def __init__(self, pages: ArticlePages) -> None:
        """Begin with what knows articles as citations want them."""
        self._pages = pages
        self._made: dict[str, tuple[bytes, bytes, bytes]] = {}

    def of(self, articles: Iterable[Article]) -> Iterator[tuple[str, bytes]]:
        """Give each file's name and what it holds, the articles in their order."""
        parts = [self._part(article) for article in articles]
        yield FILES[0], b"[" + b",\n".join(part[0] for part in parts) + b"]\n"
        yield FILES[1], b"".join(part[1] for part in parts)
        yield FILES[2], b"\n".join(part[2] for part in parts)

    def _part(self, article: Article) -> tuple[bytes, bytes, bytes]:
        found = self._made.get(article.id)
        if found is None:
            item = self._pages.item(article)
            found = _encode(csl(item)), ris(item).encode(), bibtex(item).encode()
            self._made[article.id] = found
        return found
