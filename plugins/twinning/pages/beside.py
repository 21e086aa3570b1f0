"""The files beside every article's page: its record, its citation, its annotations and its links, for machines."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..cite.head import linkset
from ..cite.item import Item
from ..cite.linked import linked
from ..export.annotations import annotation_page
from .bundles import Part
from .site import LICENCE_OF_OUR_WORDS

_encode = msgspec.json.Encoder().encode


def beside(item: Item, part: Part) -> Iterator[tuple[str, str | bytes]]:
    """Give each file's name and what it holds, in one order; `part` is the article's part of lists of citations."""
    article = item.article
    yield "record.json", msgspec.json.format(_encode(article), indent=1) + b"\n"
    yield "record.jsonld", _encode(linked(item, LICENCE_OF_OUR_WORDS))
    yield "cite.csl.json", b"[" + part.csl + b"]"
    yield "cite.ris", part.ris
    yield "cite.bib", part.bibtex
    yield "annotations.json", _encode(annotation_page(article, item.permalink, LICENCE_OF_OUR_WORDS))
    yield "linkset.json", _encode(linkset(item, LICENCE_OF_OUR_WORDS))
