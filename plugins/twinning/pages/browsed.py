"""Browsed pages as text: what surrounds the main part of those of one kind and depth is made by the theme once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jinja2 import Template

from ..html import text
from . import addresses
from .frame import Frame
from .page import Page
from .rendering import Rendering

_LETTERS = "abcdefgh"
"""Names for the links that lead to a page; none has so many."""


class BrowsedPages:
    """Makes the text of browsed pages."""

    def __init__(self, rendering: Rendering) -> None:
        """Begin with the theme; each frame is made when a page first wants it."""
        self._rendering = rendering
        self._frames: dict[object, Frame] = {}

    def page(self, page: Page) -> str:
        """Give a page. A template that fills more than the main part of `base.html` is rendered whole."""
        root = addresses.root_from(page.path)
        values = {**page.data, "page": page, "path": page.path, "root": root}
        template = self._rendering.template(page.template)
        if template.blocks.keys() != {"main"}:
            return self._rendering.render(page.template, **values)
        kind = (page.template, root, len(page.crumbs), bool(page.feed), page.has_linkset)
        frame = self._frames.get(kind)
        if frame is None:
            frame = self._frames[kind] = Frame(lambda _, path: self._surroundings(template, page, root, path))
        main = "".join(template.blocks["main"](self._rendering.context(template, values)))
        title, lead, feed = text(page.title), text(page.lead), text(page.feed)
        crumbs = {
            place + letter: text(said)
            for letter, (name, href) in zip(_LETTERS, page.crumbs, strict=False)
            for place, said in (("name", name), ("href", href))
        }
        return frame.filled(path=text(page.path), title=title, lead=lead, feed=feed, body=main, **crumbs)

    def _surroundings(self, template: Template, page: Page, root: str, path: str) -> str:
        """Give a page with places for its values and for its main part."""
        crumbs = [(f"\0name{letter}\0", f"\0href{letter}\0") for letter in _LETTERS[: len(page.crumbs)]]
        feed = "\0feed\0" if page.feed else ""
        placed = replace(page, path=path, title="\0title\0", lead="\0lead\0", crumbs=tuple(crumbs), feed=feed)
        context = self._rendering.context(template, {"page": placed, "path": path, "root": root})
        context.blocks["main"] = [_place]
        return "".join(template.root_render_func(context))


def _place(_: Any) -> Iterator[str]:
    """Stand for a page's main part."""
    yield "\0body\0"
