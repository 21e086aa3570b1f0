"""One edition of the site: the archive, the settings, and the makers of its pages, opened once for a build."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


def open_edition(settings: Mapping[str, Any]) -> Edition:
    """Open the edition that Pelican's settings describe.

    Raises `ContentError` with all problems where there is any error, and `site.WrongSetting`.
    """
    sources = settings.get("SOURCES")
    strict = bool(settings.get("STRICT"))
    checked = check(Path(settings["PATH"]), Path(sources) if sources else None, today(os.environ), strict=strict)
    problems = (*checked.problems, *_without_database(strict=strict))
    if errors(problems):
        raise ContentError(problems)
    archive = checked.archive
    published = ledger.read(Path(settings["PATH"]).parent / ledger.NAME)
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
    )


def _without_database(*, strict: bool) -> list[Problem]:
    """Say that there will be no database, where this Python cannot make one."""
    if database.is_possible():
        return []
    message = "this Python cannot make a SQLite database with full-text search (FTS5), so it is left out"
    return [Problem("data/archive.db", 0, 0, Code.NO_DATABASE, message, "build with another Python", strict)]
