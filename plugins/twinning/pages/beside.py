"""The files beside every article's page: its record, its citation, its annotations and its links, for machines."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..cite.bibtex import bibtex
from ..cite.csl import csl
from ..cite.head import linkset
from ..cite.item import Item
from ..cite.linked import linked
from ..cite.ris import ris
from ..export.annotations import NAME, Place, annotation_page
from ..text import SourceText
from .site import LICENCE_OF_OUR_WORDS

_encode = msgspec.json.Encoder().encode


def beside(item: Item, place: Place, source: SourceText | None) -> Iterator[tuple[str, str | bytes]]:
    """Give each file's name and what it holds, in one order.

    `place` is where its annotations stand among all; of `source`, the newspaper's text, they tell offsets alone.
    """
    article = item.article
    yield "record.json", msgspec.json.format(_encode(article), indent=1) + b"\n"
    yield "record.jsonld", _encode(linked(item, LICENCE_OF_OUR_WORDS))
    yield "cite.csl.json", _encode([csl(item)])
    yield "cite.ris", ris(item)
    yield "cite.bib", bibtex(item)
    made = annotation_page(article, item.permalink, LICENCE_OF_OUR_WORDS, place, source)
    yield NAME, _encode(made)
    yield "linkset.json", _encode(linkset(item, LICENCE_OF_OUR_WORDS))
