"""The links of an article's paragraphs, whose addresses name words that stand on the page once.

To know that, the page must be there: `body` leaves a place in each link, which is filled in when all of it is made. So
what a reader copies there, with any program and without a script, is the address that names the words too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from ..cite.directives import directives
from ..records import Article, paragraphs
from ..text import SourceText

PLACE = "\0"
"""Stands in a paragraph's link for what follows its anchor: no record can hold it."""
_SHOWN = re.compile(">([^<]+)")


def found(made: str, article: Article, source: SourceText | None) -> dict[int, str]:
    """Give the text directives of the paragraphs of an article's page; `source` is its text where that is shown."""
    if article.withdrawn is not None:
        return {}
    shown = "".join(_SHOWN.findall(made, made.find("<body")))
    return directives(_texts(article, source), unescape(shown) if "&" in shown else shown)


def filled(made: str, given: Mapping[int, str]) -> str:
    """Give the page with the directives in their places."""
    pieces = made.split(PLACE)
    for number, piece in enumerate(pieces[:-1]):
        pieces[number] = piece + given.get(int(piece[piece.rfind("#p") + 2 :]), "")
    return "".join(pieces)


def _texts(article: Article, source: SourceText | None) -> Iterator[tuple[int, str]]:
    """Give the words of ours, or those of the newspaper where they may be shown, with the paragraph's number."""
    told: set[int] = set()
    for item in article.outline:
        numbers = paragraphs(item.p)
        told.update(numbers)
        yield numbers[0], item.text
    for paragraph in source.paragraphs if source is not None else ():
        if paragraph.number not in told:
            yield paragraph.number, paragraph.text
