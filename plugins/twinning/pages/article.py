"""What the page of one article is given.

A page depends on its record, on the records it names, and on the partnerships it reports; on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..archive import Archive, Moment, merged, published
from ..cite import head
from ..cite.item import Item, natural
from ..cite.line import line
from ..records import Article, Newspaper
from . import addresses
from .body import anchors, body
from .moments import ListedArticle, Listing, MomentView, dated
from .notes import Notes
from .site import LICENCE_OF_OUR_WORDS, Site

STORY = 4
"""How many entries of a partnership's timeline stand before and after the article's own."""


@dataclass(frozen=True, slots=True)
class Story:
    """The timeline, around one article, of a partnership, or of the partnerships of one council that it reports."""

    heading: str
    href: str
    moments: tuple[MomentView, ...]
    more: int
    """How many of its entries are not among them."""
    several: bool
    """Whether it is that of several partnerships, so that each entry says whose it is."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything the page of an article shows."""

    path: str
    article: Article
    newspaper: Newspaper
    item: Item
    head: Markup
    """Its title, metadata and links, as elements."""
    body: Markup
    """The annotated article; of one that was withdrawn, its anchors."""
    date: str
    iso: str | None
    credits: str
    stories: tuple[Story, ...]
    background: tuple[MomentView, ...]
    """Dated events that belong to no partnership's timeline."""
    citation: str
    kin: tuple[ListedArticle, ...]
    """Other articles that tell the same story."""
    rights_address: str
    reviewed_on: str
    withdrawn_on: str


class ArticlePages:
    """Makes the pages of articles."""

    def __init__(self, archive: Archive, site: Site, listing: Listing) -> None:
        """Keep what all pages are made from."""
        self._archive = archive
        self._site = site
        self._listing = listing
        self._notes = Notes(archive)

    def item(self, article: Article) -> Item:
        """Give an article as citation formats want it."""
        return Item(
            article,
            self._archive.newspapers[article.newspaper],
            self._site.absolute(addresses.article(article.id)),
            self._site.name,
            self._site.url,
        )

    def page(self, article: Article) -> ArticlePage:
        """Give what the page of an article shows."""
        item = self.item(article)
        date = published(article)
        rights = article.licence.url if article.licence and article.licence.url else article.rights.statement
        source = self._archive.source_of(article) if self._may_show_text(article) else None
        is_held = article.withdrawn is None
        return ArticlePage(
            path=addresses.article(article.id),
            article=article,
            newspaper=item.newspaper,
            item=item,
            head=head.markup(item, self._site.host, rights, LICENCE_OF_OUR_WORDS),
            body=body(article, self._archive, self._listing, self._notes, source)
            if is_held
            else anchors(self._archive.tombstones[article.id]),
            date=date.words if date else "date not stated",
            iso=date.iso if date else None,
            credits=", ".join(natural(author) for author in article.byline),
            stories=tuple(self._stories(article)),
            background=tuple(self._listing.moment(m) for m in self._archive.background.get(article.id, ())),
            citation=line(item),
            kin=tuple(self._listing.article(other) for other in self._archive.kin.get(article.id, ())),
            rights_address=rights,
            reviewed_on=dated(article.reviewed.on) if article.reviewed else "",
            withdrawn_on=dated(article.withdrawn.on) if article.withdrawn else "",
        )

    def _may_show_text(self, article: Article) -> bool:
        return self._site.full_text or article.rights.allows_full_text

    def _stories(self, article: Article) -> Iterator[Story]:
        """Give a story for each council: its partnerships share most of what is told of them."""
        reports: dict[str, list[tuple[str, str]]] = {}
        for report in article.reports:
            reports.setdefault(report.council, []).append(report.key)
        for council, keys in reports.items():
            timelines = [self._archive.partnerships[key].timeline for key in keys]
            whole = merged(timelines) if len(keys) > 1 else timelines[0]
            shown = merged(_around(article, timeline) for timeline in timelines)
            yield Story(
                heading=f"{self._archive.councils[council].name}’s partnerships"
                if len(keys) > 1
                else self._listing.pair(*keys[0]),
                href=addresses.council(council) if len(keys) > 1 else addresses.partnership(keys[0]),
                moments=tuple(self._listing.moment(moment) for moment in shown),
                more=len(whole) - len(shown),
                several=len(keys) > 1,
            )


def _around(article: Article, timeline: Sequence[Moment]) -> Sequence[Moment]:
    here = next(i for i, moment in enumerate(timeline) if moment.article is article and moment.report)
    return timeline[max(0, here - STORY) : here + STORY + 1]
