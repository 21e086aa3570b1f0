"""One edition of the site: the archive, the settings, and the makers of its pages, opened once for a build."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..archive import Archive
from ..cite.coins import context
from ..clock import today
from ..diagnostics import Code, ContentError, Problem, errors
from ..export.annotations import Place, places
from ..export.data import database
from ..gate import check
from ..publish import ledger
from .article import ArticlePages
from .browse import Browse
from .items import item
from .moments import Listing
from .promise import made
from .remains import Remain, remains
from .site import Site, site

if TYPE_CHECKING:
    from ..loading import Content
    from .review import Reviews

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
    ledger: ledger.Ledger
    """What was published before."""
    remains: tuple[Remain, ...]
    """What stands where something stood."""
    places: Mapping[str, Place]
    """Where the annotations of each article stand among all."""
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
    strict = bool(settings.get("STRICT"))
    published = ledger.read(content.parent / ledger.NAME)
    checked = check(
        content,
        Path(sources) if sources else None,
        today(os.environ),
        strict=strict,
        published=None if settings.get("UNREVIEWED", True) else published.articles,
    )
    problems = (*checked.problems, *_without_database(strict=strict))
    if errors(problems):
        raise ContentError(problems)
    archive = checked.archive
    configured = site(settings, archive.newest_review)
    listing = Listing(archive, lambda article: context(item(article, archive, configured)))
    return Edition(
        archive,
        configured,
        ArticlePages(archive, configured, listing),
        Browse(archive, configured, listing),
        problems,
        published,
        remains(published, made(archive)),
        places(f"{configured.url}/", archive.articles),
        _reviews(checked.content, archive, listing) if configured.preview else None,
        checked.left_out,
    )


def _reviews(content: Content, archive: Archive, listing: Listing) -> Reviews:
    # They know how drafts are made, which takes long to import and is nothing that a published site has.
    from .review import Reviews  # noqa: PLC0415

    return Reviews(content, archive, listing)


def _without_database(*, strict: bool) -> list[Problem]:
    """Say that there will be no database, where this Python cannot make one."""
    if database.is_possible():
        return []
    message = "this Python cannot make a SQLite database with full-text search (FTS5), so it is left out"
    return [Problem("data/archive.db", 0, 0, Code.NO_DATABASE, message, "build with another Python", strict)]
