"""Citations in the styles that people are asked for, each entry as plain text and as HTML.

Pure functions from CSL-JSON of the types article-newspaper and webpage. Written for these two kinds of item, and
compared in the tests with citeproc-js and the styles of the CSL repository; docs/citations.md tells where they differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from . import apa, chicago, harvard, mla, oscola, wikipedia
from .markup import read_markup
from .outline import Key, Outline, Template
from .punctuation import settle
from .rendering import as_html, as_text
from .source import Source
from .tree import Node, capitalise_start, without_empty
from .words import Language


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in the CSL repository, and the trees that it makes."""

    name: str
    title: str
    language: Language
    bibliography: Callable[[Source], Node]
    citation: Callable[[Source], Node]
    is_note: bool = False
    """Whether the citation is a note, and not in the text."""


STYLES = (
    Style(
        "harvard-cite-them-right",
        "Harvard (Cite Them Right 12)",
        harvard.LANGUAGE,
        harvard.bibliography,
        harvard.citation,
    ),
    Style("apa", "APA 7", apa.LANGUAGE, apa.bibliography, apa.citation),
    Style("modern-language-association", "MLA 9", mla.LANGUAGE, mla.bibliography, mla.citation),
    Style(
        "chicago-author-date", "Chicago 18, author and date", chicago.LANGUAGE, chicago.bibliography, chicago.citation
    ),
    Style(
        "chicago-notes-bibliography",
        "Chicago 18, notes",
        chicago.LANGUAGE,
        chicago.note_bibliography,
        chicago.note,
        is_note=True,
    ),
    Style("oscola", "OSCOLA 4", oscola.LANGUAGE, oscola.bibliography, oscola.citation, is_note=True),
)


_STYLE = re.compile(' style="[^"]*"')

TITLES = {style.name: style.title for style in STYLES} | {wikipedia.NAME: wikipedia.TITLE}
"""What the styles are called, by their names in the CSL repository, and Wikipedia, which is none of them."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An item in a style."""

    bib_text: str
    """The entry in a list of works, as plain text."""
    bib_html: str
    """The same as HTML."""
    cite_text: str
    """The citation in the text, or the note, as plain text."""

    @property
    def markup(self) -> Markup:
        """Give the entry as HTML that a template may take as it is: every character of its texts is escaped.

        Without styles on elements, which a strict policy does not let a page have.
        """
        return Markup(_STYLE.sub("", self.bib_html))  # noqa: S704


_MADE: dict[tuple[str, Key], tuple[Template, Template, Template]] = {}
_MOST = 20_000
"""How many shapes are kept: a large archive has some hundreds."""


def citations(item: Mapping[str, Any]) -> dict[str, Citation]:
    """Give an item in every style, by the style's name."""
    outline = Outline(item)
    key = outline.key
    if key is None:
        return {style.name: cite(item, style) for style in STYLES} | {wikipedia.NAME: _wikipedia(item)}
    words = outline.fill_in()
    found = {}
    for style in STYLES:
        made = _MADE.get((style.name, key))
        if made is None:
            if len(_MADE) >= _MOST:
                _MADE.clear()
            shape = _cite(outline, style)
            made = Template(shape.bib_text), Template(shape.bib_html), Template(shape.cite_text)
            _MADE[style.name, key] = made
        text, html, short = made
        found[style.name] = Citation(text.filled(words), html.filled(words), short.filled(words))
    found[wikipedia.NAME] = _wikipedia(item)
    return found


def _wikipedia(item: Mapping[str, Any]) -> Citation:
    text = wikipedia.wikitext(item)
    return Citation(text, wikipedia.html(text), f"<ref>{text}</ref>")


def cite(item: Mapping[str, Any], style: Style) -> Citation:
    """Give an item in one style, made for it alone."""
    return _cite(Source(item), style)


def _cite(source: Source, style: Style) -> Citation:
    entry = _settled(style.bibliography(source), style.language)
    short = _settled(style.citation(source), style.language, is_sentence=style.is_note)
    return Citation(as_text(entry, style.language), as_html(entry, style.language), as_text(short, style.language))


def _settled(tree: Node, language: Language, *, is_sentence: bool = True) -> Node:
    if is_sentence:
        capitalise_start(tree)
    read_markup(tree, language)
    without_empty(tree)
    settle(tree, inside=language.inside)
    return tree
