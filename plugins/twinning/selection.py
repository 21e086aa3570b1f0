"""What of the content is published: what somebody has reviewed, and what was published before.

A cited address must last, so an article that was once published stays when its review is taken back, marked as not
reviewed; only a withdrawal takes it away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from .loading import Content, Entry
from .records import Article, Council, Event, Newspaper, Partner, Report

R = TypeVar("R", Council, Partner, Newspaper)


@dataclass(frozen=True, slots=True)
class Selection:
    """The content to be published, and the files that are left out of it."""

    content: Content
    articles: frozenset[str]
    """The ids of the articles left out."""
    paths: frozenset[str]
    """The files left out, as problems name them."""


def reviewed(content: Content, before: Collection[str]) -> Selection:
    """Select what somebody has reviewed, with the articles whose ids were published `before`.

    Councils, partners and newspapers that are only proposed are left out where no article that is published names
    them. A record of which something cannot be read is kept, for nobody knows whether it is reviewed.
    """
    articles = {
        id_: entry
        for id_, entry in content.articles.items()
        if entry.record.reviewed or entry.record.withdrawn or entry.gaps or id_ in before
    }
    named = _Named(entry.record for entry in articles.values())
    selected = replace(
        content,
        articles={id_: _without_kin(entry, articles) for id_, entry in articles.items()},
        councils=_checked(content.councils, named.councils),
        partners=_checked(content.partners, named.partners),
        newspapers=_checked(content.newspapers, named.newspapers),
    )
    out = frozenset(
        entry.path
        for kind in ("articles", "councils", "partners", "newspapers")
        for id_, entry in getattr(content, kind).items()
        if id_ not in getattr(selected, kind)
    )
    return Selection(selected, frozenset(content.articles.keys() - articles.keys()), out)


class _Named:
    """The ids of what some articles name."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.councils: set[str | None] = set()
        self.partners: set[str | None] = set()
        self.newspapers: set[str | None] = set()
        for article in articles:
            self.newspapers.add(article.newspaper)
            parts: tuple[Report | Event, ...] = (*article.reports, *article.events)
            self.councils.update(part.council for part in parts)
            self.partners.update(part.partner for part in parts)


def _checked(entries: Mapping[str, Entry[R]], named: Collection[str | None]) -> dict[str, Entry[R]]:
    return {id_: e for id_, e in entries.items() if not e.record.proposed or e.gaps or id_ in named}


def _without_kin(entry: Entry[Article], articles: Collection[str]) -> Entry[Article]:
    kin = entry.record.same_story
    if all(other in articles for other in kin):
        return entry
    left = tuple(other for other in kin if other in articles)
    return replace(entry, record=msgspec.structs.replace(entry.record, same_story=left))
