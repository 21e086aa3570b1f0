"""The page of an article's citations: every style, and an address for each paragraph.

Made in Python like the article's `body`, within a frame that the theme makes once: as a template it took longer than
the article's own page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..cite import panel
from ..cite.item import Item
from ..cite.styles import TITLES, Citation
from ..html import text
from . import addresses
from .frame import Frame
from .rendering import Rendering

_COPY = '<button type="button" hidden>Copy</button>'
"""A button to copy what stands before it with, which theme/copy.js shows; its room is kept, so that nothing moves."""


class CitingPages:
    """Makes the pages of articles' citations."""

    def __init__(self, rendering: Rendering) -> None:
        """Begin with the theme; the frame is made when a page is first wanted."""
        self._rendering = rendering
        self._frame: Frame | None = None

    def page(self, item: Item, fields: Mapping[str, Any], directives: Mapping[int, str]) -> str:
        """Give the page of an article whose CSL-JSON are `fields`, and whose paragraphs have these text directives."""
        if self._frame is None:
            self._frame = Frame(lambda page, path: self._rendering.render("cite", page=page, path=path))
        title = item.article.title
        return self._frame.filled(
            path=addresses.citations(item.article.id),
            article=addresses.article(item.article.id),
            number=text(item.call_number),
            title=text(f"Cite {item.call_number}: {title}"),
            lead=text(f"{title}: the article and our record of it in seven styles, and an address for each paragraph."),
            body=_body(item, fields, directives),
        )


def _body(item: Item, fields: Mapping[str, Any], directives: Mapping[int, str]) -> str:
    language = item.article.language
    marked = f' lang="{text(language)}" dir="auto"' if language != "en-GB" else ""
    return (
        f'<h1>Cite <a href="../"{marked}>{text(item.article.title)}</a></h1>\n'
        '<p class="aside">For reference managers: <a href="../cite.ris">RIS</a>, <a href="../cite.bib">BibTeX</a>, '
        '<a href="../cite.csl.json">CSL-JSON</a>.</p>\n'
        f"{_section(1, panel.article(item, fields, _entry))}{_section(2, panel.record(item, _entry))}"
        f"{_paragraphs(item, directives)}"
    )


def _section(number: int, cited: panel.Cited) -> str:
    return (
        f'<section class="cite" aria-labelledby="c{number}">\n<h2 id="c{number}">{cited.heading}</h2>\n'
        f"<p>{cited.heading}, {cited.remark}</p>\n{cited.styles}</section>\n"
    )


def _entry(name: str, citation: Citation) -> str:
    return (
        f'<h3>{TITLES[name]}</h3>\n<p class="citation copied">{citation.markup}</p>\n{_COPY}'
        f'<p class="aside">In the text or a note: <span class="copied">{text(citation.cite_text)}</span> {_COPY}</p>\n'
    )


def _paragraphs(item: Item, directives: Mapping[int, str]) -> str:
    links = "".join(
        f'<li>¶ {label}: <code class="copied">{text(address)}</code> {_COPY}</li>\n'
        for label, address in panel.paragraph_links(item, directives)
    )
    if item.article.withdrawn is not None or not links:
        return ""
    return (
        '<section class="cite" aria-labelledby="paragraphs">\n<h2 id="paragraphs">One paragraph</h2>\n'
        "<p>The number of a paragraph never changes. Where an address has words too, a browser that knows them goes to "
        f'these words, and any other to the paragraph.</p>\n<ul class="list">\n{links}</ul>\n</section>\n'
    )
