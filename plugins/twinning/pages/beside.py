"""The files beside every article's page: its record, its citation, its annotations and its links, for machines."""

from __future__ import annotations

from collections.abc import Iterator

from ..cite.head import linkset
from ..cite.item import Item
from ..cite.linked import linked
from ..export.annotations import NAME, Place, annotation_page
from ..publish.encoded import encoded, indented
from ..text import SourceText
from .bundles import Part
from .site import LICENCE_OF_OUR_WORDS


def beside(item: Item, part: Part, place: Place, source: SourceText | None) -> Iterator[tuple[str, str | bytes]]:
    """Give each file's name and what it holds, in one order.

    `part` is the article's part of lists of citations, `place` is where its annotations stand among all; of `source`,
    the newspaper's text, they tell offsets alone.
    """
    article = item.article
    yield "record.json", indented(article)
    yield "record.jsonld", encoded(linked(item, LICENCE_OF_OUR_WORDS))
    yield "cite.csl.json", b"[" + part.csl + b"]"
    yield "cite.ris", part.ris
    yield "cite.bib", part.bibtex
    yield NAME, encoded(annotation_page(article, item.permalink, LICENCE_OF_OUR_WORDS, place, source))
    yield "linkset.json", encoded(linkset(item, LICENCE_OF_OUR_WORDS))
