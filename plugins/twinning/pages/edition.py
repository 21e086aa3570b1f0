"""One edition of the site: the archive, the settings, and the makers of its pages, opened once for a build."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..archive import Archive
from ..clock import today
from ..diagnostics import ContentError, Problem, errors
from ..gate import check
from ..publish import ledger
from .article import ArticlePages
from .browse import Browse
from .moments import Listing
from .review import Reviews
from .site import Site, site

SETTING = "TWINNING_EDITION"
"""Where Pelican's settings keep the open edition."""
GATE = "TWINNING_GATE"
"""Where they keep the gate that looks at what is written, in a build that has one."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything a build makes pages from."""

    archive: Archive
    site: Site
    article_pages: ArticlePages
    browse: Browse
    warnings: tuple[Problem, ...]
    reviews: Reviews | None = None
    """The pages on which a keeper reviews records; in the preview alone."""
    left_out: frozenset[str] = frozenset()
    """The ids of articles that are not published, since nobody reviewed them."""


def open_edition(settings: Mapping[str, Any]) -> Edition:
    """Open the edition that Pelican's settings describe.

    Raises `ContentError` with all problems where there is any error, and `site.WrongSetting`.
    """
    sources = settings.get("SOURCES")
    content = Path(settings["PATH"])
    checked = check(
        content,
        Path(sources) if sources else None,
        today(os.environ),
        strict=bool(settings.get("STRICT")),
        published=None if settings.get("UNREVIEWED", True) else _published(content),
    )
    if errors(checked.problems):
        raise ContentError(checked.problems)
    archive = checked.archive
    configured = site(settings, archive.newest_review)
    listing = Listing(archive)
    return Edition(
        archive,
        configured,
        ArticlePages(archive, configured, listing),
        Browse(archive, configured, listing),
        checked.problems,
        Reviews(checked.content, archive, listing) if configured.preview else None,
        checked.left_out,
    )


def _published(content: Path) -> frozenset[str]:
    """Give the ids of the articles that the ledger knows. The former site is no witness: it may be a local build."""
    return ledger.published(content.parent / ledger.NAME, content / "nowhere")
