"""The page of an article's citations: every style, and an address for each paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from ..cite import panel
from ..cite.item import Item

_MAIN = re.compile(r"<main.*</main>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class CitingPage:
    """Everything the page of an article's citations shows."""

    item: Item
    title: str
    lead: str
    cited: tuple[panel.Cited, ...]
    paragraphs: tuple[tuple[str, str], ...]
    """Of each paragraph that the outline tells its label, such as "1-2", and its address."""


def citing_page(item: Item, made: str) -> CitingPage:
    """Give what the page shows; `made` is the article's own page, on which the words of an address must be alone."""
    main = _MAIN.search(made)
    shown = unescape(_TAG.sub("", main.group())) if main else ""
    held = item.article.withdrawn is None
    return CitingPage(
        item,
        f"Cite {item.call_number}: {item.article.title}",
        f"{item.article.title}: the article and our record of it in seven styles, and an address for each paragraph.",
        (panel.article(item), panel.record(item)),
        tuple(panel.paragraph_links(item, shown)) if held else (),
    )
