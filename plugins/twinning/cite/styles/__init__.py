"""Citations in the styles that people are asked for, each entry as plain text and as HTML.

Pure functions from CSL-JSON of the types article-newspaper and webpage. Written for these two kinds of item, and
compared in the tests with citeproc-js and the styles of the CSL repository; docs/citations.md tells where they differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from . import apa, chicago, harvard, mla, oscola, wikipedia
from .markup import read_markup
from .names import Manner
from .outline import Key, Outline, names_as_html
from .punctuation import settle
from .rendering import as_html, as_text
from .source import Source
from .stand_ins import Template
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
    manners: tuple[Manner, ...]
    """In which it writes names."""
    is_note: bool = False
    """Whether the citation is a note, and not in the text."""


STYLES = (
    Style(
        "harvard-cite-them-right",
        "Harvard (Cite Them Right 12)",
        harvard.LANGUAGE,
        harvard.bibliography,
        harvard.citation,
        harvard.MANNERS,
    ),
    Style("apa", "APA 7", apa.LANGUAGE, apa.bibliography, apa.citation, apa.MANNERS),
    Style("modern-language-association", "MLA 9", mla.LANGUAGE, mla.bibliography, mla.citation, mla.MANNERS),
    Style(
        "chicago-author-date",
        "Chicago 18, author and date",
        chicago.LANGUAGE,
        chicago.bibliography,
        chicago.citation,
        chicago.MANNERS,
    ),
    Style(
        "chicago-notes-bibliography",
        "Chicago 18, notes",
        chicago.LANGUAGE,
        chicago.note_bibliography,
        chicago.note,
        chicago.MANNERS,
        is_note=True,
    ),
    Style("oscola", "OSCOLA 4", oscola.LANGUAGE, oscola.bibliography, oscola.citation, oscola.MANNERS, is_note=True),
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


_Shape = tuple[tuple[str, Template, Template, Template], ...]
"""Of every style its name, and the templates of what it makes of items of one outline."""

_MADE: dict[Key, _Shape] = {}
_MOST = 5_000
"""How many shapes are kept: a large archive has some hundreds."""
_MANNERS = tuple(dict.fromkeys(manner for style in STYLES for manner in style.manners))


def citations(item: Mapping[str, Any]) -> dict[str, Citation]:
    """Give an item in every style, by the style's name."""
    outline = Outline(item, _MANNERS)
    shape = _MADE.get(outline.key)
    if shape is None:
        if outline.is_awkward:
            return {style.name: cite(item, style) for style in STYLES} | {wikipedia.NAME: _wikipedia(item)}
        if len(_MADE) >= _MOST:
            _MADE.clear()
        shape = _MADE[outline.key] = tuple(_templates(outline, style) for style in STYLES)
    words = outline.fill_in()
    found = {
        name: Citation(text.filled(words), html.filled(words), short.filled(words)) for name, text, html, short in shape
    }
    found[wikipedia.NAME] = _wikipedia(item)
    return found


Form = Callable[[str, Citation], str]
"""Puts a citation, which is in the style of a name, into HTML."""

_FORMED: dict[tuple[int, Key], Template] = {}


def formed(item: Mapping[str, Any], form: Form) -> str:
    """Give an item in every style but Wikipedia's, each as `form` puts it, one after another.

    It is asked once for items of one outline, with stand-ins for their words: it may escape what it is given, and
    neither look at it nor shorten it. It must be one function for good, by which what it made is found again.
    """
    outline = Outline(item, _MANNERS)
    key = id(form), outline.key
    template = _FORMED.get(key)
    if template is None:
        if outline.is_awkward:
            return "".join(form(style.name, cite(item, style)) for style in STYLES)
        if len(_FORMED) >= _MOST:
            _FORMED.clear()
        made = [(style.name, _cite(outline, style)) for style in STYLES]
        whole = "".join(form(name, replace(one, bib_html=names_as_html(one.bib_html))) for name, one in made)
        template = _FORMED[key] = Template(whole)
    return template.filled(outline.fill_in(escaped=True))


def _templates(outline: Outline, style: Style) -> tuple[str, Template, Template, Template]:
    made = _cite(outline, style)
    return style.name, Template(made.bib_text), Template(names_as_html(made.bib_html)), Template(made.cite_text)


def _wikipedia(item: Mapping[str, Any]) -> Citation:
    text = wikipedia.wikitext(item)
    return Citation(text, wikipedia.html(text), f"<ref>{text}</ref>")


def cite(item: Mapping[str, Any], style: Style) -> Citation:
    """Give an item in one style, made for it alone."""
    return _cite(Source(item), style)


def _cite(source: Source, style: Style) -> Citation:
    entry = _settled(style.bibliography(source), style.language)
    short = _settled(style.citation(source), style.language, is_sentence=style.is_note)
    return Citation(
        as_text(entry, style.language).strip(), as_html(entry, style.language), as_text(short, style.language)
    )


def _settled(tree: Node, language: Language, *, is_sentence: bool = True) -> Node:
    if is_sentence:
        capitalise_start(tree)
    read_markup(tree, language)
    without_empty(tree)
    settle(tree, inside=language.inside)
    return tree
