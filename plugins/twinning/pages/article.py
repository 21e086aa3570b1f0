"""What the page of one article is given.

A page depends on its record, on the records it names, and on the partnerships it reports; on nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..archive import Archive, published
from ..cite import head
from ..cite.item import Item, natural
from ..cite.line import line
from ..records import Article, Newspaper, Report
from . import addresses
from .body import anchors, body
from .moments import Listing, MomentView, dated
from .notes import Notes
from .site import LICENCE_OF_OUR_WORDS, Site

STORY = 4
"""How many entries of a partnership's timeline stand before and after the article's own."""


@dataclass(frozen=True, slots=True)
class Story:
    """A partnership's timeline around one article."""

    heading: str
    href: str
    moments: tuple[MomentView, ...]
    more: int
    """How many of its entries are not among them."""


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
            body=body(article, self._archive, self._listing, self._notes, source) if is_held else anchors(article),
            date=date.words if date else "date not stated",
            iso=date.iso if date else None,
            credits=", ".join(natural(author) for author in article.byline),
            stories=tuple(self._story(article, n, r) for n, r in enumerate(article.reports, 1)) if is_held else (),
            background=tuple(self._listing.moment(m) for m in self._archive.background.get(article.id, ())),
            citation=line(item),
            rights_address=rights,
            reviewed_on=dated(article.reviewed.on) if article.reviewed else "",
            withdrawn_on=dated(article.withdrawn.on) if article.withdrawn else "",
        )

    def _may_show_text(self, article: Article) -> bool:
        return self._site.full_text or article.rights.allows_full_text

    def _story(self, article: Article, number: int, report: Report) -> Story:
        entries = self._archive.partnerships[report.key].timeline
        here = next(i for i, m in enumerate(entries) if m.article is article and m.report and m.number == number)
        shown = entries[max(0, here - STORY) : here + STORY + 1]
        return Story(
            heading=self._listing.pair(*report.key),
            href=addresses.partnership(report.key),
            moments=tuple(self._listing.moment(moment) for moment in shown),
            more=len(entries) - len(shown),
        )
