"""What the page of one article is given.

A page depends on its record, on the records it names, and on the partnerships it reports; on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ..archive import Archive, Partnership, merged, published
from ..cite import head
from ..cite.item import Item, natural
from ..cite.line import line
from ..edtf import Edtf
from ..html import text
from ..records import Article, Copy, Newspaper
from . import addresses
from .body import anchors, body
from .items import item
from .moments import ListedArticle, Listing, MomentView, dated
from .notes import Notes
from .sentences import counted
from .site import LICENCE_OF_OUR_WORDS, Site


@dataclass(frozen=True, slots=True)
class Story:
    """Where an article stands in the story of a partnership, or of those of one council's that it reports."""

    heading: str
    href: str
    entries: str
    """How many entries its timeline has, in words."""
    earlier: tuple[ListedArticle, ...]
    """The articles that tell of them next before it; one, or where several partnerships' differ, each of them."""
    later: tuple[ListedArticle, ...]


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
    in_full: bool
    """Whether the newspaper's own words are shown."""
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
    copy: Copy | None
    """The archived copy nearest to the day of publication."""
    robust: Markup
    """What a link to the original says of its copy, as Robust Links has it."""


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
        return item(article, self._archive, self._site)

    def page(self, article: Article) -> ArticlePage:
        """Give what the page of an article shows."""
        cited = self.item(article)
        dating = published(article)
        rights = cited.rights
        source = self._archive.source_of(article) if self._may_show_text(article) else None
        is_held = article.withdrawn is None
        return ArticlePage(
            path=addresses.article(article.id),
            article=article,
            newspaper=cited.newspaper,
            item=cited,
            head=head.markup(cited, self._site.host, rights, LICENCE_OF_OUR_WORDS),
            body=body(article, self._archive, self._listing, self._notes, source)
            if is_held
            else anchors(self._archive.tombstones[article.id]),
            in_full=is_held and source is not None,
            date=dating.words if dating else "date not stated",
            iso=dating.iso if dating else None,
            credits=", ".join(natural(author) for author in article.byline),
            stories=tuple(self._stories(article)),
            background=tuple(self._listing.moment(m) for m in self._archive.background.get(article.id, ())),
            citation=line(cited),
            kin=tuple(self._listing.article(other) for other in self._archive.kin.get(article.id, ())),
            rights_address=rights,
            reviewed_on=dated(article.reviewed.on) if article.reviewed else "",
            withdrawn_on=dated(article.withdrawn.on) if article.withdrawn else "",
            copy=(copy := _copy(article, dating)),
            robust=_robust(article, copy),
        )

    def _may_show_text(self, article: Article) -> bool:
        return self._site.full_text or article.rights.allows_full_text

    def _stories(self, article: Article) -> Iterator[Story]:
        """Give a story for each council: its partnerships share most of what is told of them."""
        reports: dict[str, list[tuple[str, str]]] = {}
        for report in article.reports:
            reports.setdefault(report.council, []).append(report.key)
        for council, keys in reports.items():
            held = [self._archive.partnerships[key] for key in keys]
            around = [_around(article, partnership) for partnership in held]
            told = merged(p.timeline for p in held) if len(held) > 1 else held[0].timeline
            yield Story(
                heading=f"{self._archive.councils[council].name}’s partnerships"
                if len(keys) > 1
                else self._listing.pair(*keys[0]),
                href=addresses.council(council) if len(keys) > 1 else addresses.partnership(keys[0]),
                entries=counted(len(told), "entry", "entries"),
                earlier=self._listed(earlier for earlier, _ in around),
                later=self._listed(later for _, later in around),
            )

    def _listed(self, articles: Iterable[Article | None]) -> tuple[ListedArticle, ...]:
        once = {article.id: article for article in articles if article is not None}
        return tuple(self._listing.article(article) for article in once.values())


def _around(article: Article, partnership: Partnership) -> tuple[Article | None, Article | None]:
    """Give the articles that tell of a partnership next before and after this one."""
    told = [telling.article for telling in partnership.tellings]
    here = told.index(article)
    after = next((other for other in told[here:] if other is not article), None)
    return (told[here - 1] if here else None), after


def _copy(article: Article, published_: Edtf | None) -> Copy | None:
    """Give the archived copy nearest to the day of publication, of those as near the first; the first without a day."""
    if len(article.archived) < 2 or published_ is None or published_.earliest is None:
        return article.archived[0] if article.archived else None
    day = published_.earliest
    return min(article.archived, key=lambda copy: abs((date.fromisoformat(copy.date) - day).days))


def _robust(article: Article, copy: Copy | None) -> Markup:
    """Give the attributes by which a link says where else to look when its target is gone (robustlinks.mementoweb.org).

    A link without a copy has none of them: `data-versiondate` would claim a version that nobody kept.
    """
    if article.url is None or copy is None:
        return Markup()
    version = f'data-versionurl="{text(copy.url)}" data-versiondate="{text(copy.date)}"'
    made = f' data-originalurl="{text(article.url)}" {version}'
    return Markup(made)  # noqa: S704  escaped
