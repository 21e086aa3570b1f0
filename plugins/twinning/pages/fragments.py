"""Parts of pages that many pages share, each rendered once.

An entry of a timeline stands on its article's page, its neighbours', its partnership's, its council's, its partner's
and the whole timeline; only the way back to the root differs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from .moments import ListedArticle, ListedPartnership, MomentView

_ROOT = "\0"
"""Stands for the way back to the site's root in what is rendered once: no record can hold it."""


class Fragments:
    """Renders shared parts with the macros of `macros.html`; the same arguments give the same text."""

    def __init__(self, environment: Environment, prose: list[tuple[str, str]]) -> None:
        """Begin with nothing rendered. `prose` lists the prose pages, title and path, for the furniture."""
        self._environment = environment
        self._prose = prose
        self._rendered: dict[object, str] = {}
        self._macros: Any = None

    def furniture(self, name: str, root: str) -> Markup:
        """Render a template that is the same on every page: masthead, colophon."""
        return self._placed(
            name, root, lambda: self._environment.get_template(name).render(root=_ROOT, prose=self._prose)
        )

    def moment(self, moment: MomentView, root: str, *, whom: bool = True) -> Markup:
        """Render the inside of a timeline's entry; `whom` names the partnership."""
        # The views are made once each (`Listing`), so that their identity is theirs for good.
        return self._placed((id(moment), whom), root, lambda: self._macro().moment(moment, _ROOT, whom))

    def article(self, article: ListedArticle, root: str) -> Markup:
        """Render an article's entry in a list."""
        return self._placed(article.id, root, lambda: self._macro().listed_article(article, _ROOT))

    def partnership(self, partnership: ListedPartnership, root: str, show: str) -> Markup:
        """Render a partnership's row; `show` is "council", "partner" or "both"."""
        return self._placed(
            (partnership.href, show), root, lambda: self._macro().listed_partnership(partnership, _ROOT, show)
        )

    def _placed(self, key: object, root: str, render: Callable[[], str]) -> Markup:
        found = self._rendered.get(key)
        if found is None:
            found = self._rendered[key] = str(render())
        return Markup(found.replace(_ROOT, root))  # noqa: S704  a macro escaped it

    def _macro(self) -> Any:
        if self._macros is None:
            self._macros = self._environment.get_template("macros.html").module
        return self._macros
