"""Records as Pelican's articles: the one place where ours is mapped onto Pelican's names."""

from __future__ import annotations

from datetime import UTC, datetime
from datetime import date as date_type
from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from ..archive import published
from . import addresses
from .edition import SETTING, Edition

_UNDATED = date_type(1, 1, 1)
"""Pelican wants a date of every article; an undated one comes before all others. No page shows it."""


class RecordReader(BaseReader):  # type: ignore[misc]  # Pelican is not typed
    """Gives Pelican a record that the edition holds; reads no file itself."""

    enabled = True
    file_extensions = ("yml",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Give an article's content, left empty, and its metadata.

        Its page is made when it is written (`writer`), so that no more than one is held at a time. Pelican would also
        look through what is given as content for links of its own, twice, and a record has none.

        A field of the record under its own name could drop the article (`status`, `content`) or be taken for Pelican's
        own (`url`): only what is named here reaches Pelican.
        """
        edition: Edition = self.settings[SETTING]
        identifier = Path(source_path).stem
        if identifier in edition.left_out:
            return "", {"status": "skip"}
        article = edition.archive.by_id[identifier]
        path = addresses.article(article.id)
        date = published(article)
        day = date.earliest if date is not None and date.earliest is not None else _UNDATED
        return "", {
            "title": article.title,
            "slug": article.id,
            "date": datetime(day.year, day.month, day.day, tzinfo=UTC),
            "url": path,
            "save_as": path + "index.html",
            "summary": article.summary,
            "template": "article",
            "record": article,
        }


def in_order(article: Any) -> tuple[Any, ...]:
    """Give Pelican the archive's own total order of articles (setting ARTICLE_ORDER_BY)."""
    return (article.date, article.slug)
