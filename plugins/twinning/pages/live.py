"""Single pages of the content as it is now, made when somebody looks at them.

A page depends on its record and its part of the archive, and on nothing that was built before: so the one that a
keeper is looking at can be shown as soon as the content is read, while the whole site is still being built.
"""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from ..prose import Status
from . import addresses
from .annotated import annotated
from .edition import Edition, open_edition
from .fragments import Fragments
from .moments import dated
from .page import Page
from .rendering import Rendering


class Live:
    """Makes pages of articles and browsed pages; prose, feeds and data wait for the build."""

    def __init__(self, settings: dict[str, Any]) -> None:
        """Begin with Pelican's settings. Raises what `open` does."""
        self._settings = settings
        self._environment = Generator({}, settings, settings["PATH"], settings["THEME"], "").env
        self._edition: Edition
        self._browsed: dict[str, Page] = {}
        self.open()

    def open(self) -> None:
        """Read the content anew. Raises `ContentError` where it has problems; then all stays as it was."""
        edition = open_edition(self._settings)
        self._environment.globals.update(site=edition.site, dated=dated)
        published = (page for page in edition.archive.prose.values() if page.page.status is Status.PUBLISHED)
        prose = sorted((page.page.title, page.url) for page in published)
        fragments = Fragments(self._environment, prose)
        self._rendering = Rendering(self._environment, prose=prose, fragments=fragments)
        self._edition, self._browsed = edition, {}

    def page(self, path: str) -> str | None:
        """Give the page at an address below the root, None where this is none of its pages."""
        archive = self._edition.archive
        article = archive.by_id.get(path[2:-1]) if path.startswith("a/") and path.endswith("/") else None
        if article is not None:
            return annotated(article, self._edition, self._rendering).text
        if not self._browsed:
            self._browsed = {page.path: page for page in self._edition.browse.pages()}
        page = self._browsed.get(path)
        if page is None:
            return None
        root = addresses.root_from(path)
        return self._rendering.render(page.template, page=page, path=path, root=root, **page.data)
