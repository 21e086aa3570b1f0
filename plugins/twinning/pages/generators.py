"""What Pelican's own generators do not make: entity pages, feeds, data."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator

from ..archive import published
from ..cite.head import DESCRIBING_LISTS, list_linkset
from ..export import feed, known, sitemap
from ..export.annotations import NAME, collection
from ..export.data import dataset
from ..publish import stub
from ..publish.encoded import Encoded, encoded
from ..records import Article
from . import addresses, data, searching, theme
from .browsed import BrowsedPages
from .bundles import Bundles
from .citing import CitingPages
from .drawn import card_of
from .edition import SETTING, Edition
from .fragments import Fragments
from .output import Output
from .page import Page
from .remains import Remain, folder_of
from .rendering import Rendering
from .site import LICENCE_OF_OUR_WORDS
from .writer import ArchiveWriter

NOTHING_CITED = {"cite.csl.json": "[]", "cite.ris": "", "cite.bib": "", "linkset.json": '{"linkset":[]}'}
"""The lists of citations, and of links, of no article."""


class ArchiveGenerator(Generator):  # type: ignore[misc]  # Pelican is not typed
    """Writes everything that is made from the whole archive; Pelican's own generators write articles and prose."""

    def generate_context(self) -> None:
        """Give every template the prose pages and what fills in ours; Pelican's own generator has read the prose."""
        prose = sorted(self.context["pages"], key=lambda page: (str(page.title), str(page.url)))
        listed = [(str(page.title), str(page.url)) for page in prose]
        fragments = Fragments(self.env, listed)
        shared = {
            "prose": listed,
            "fragments": fragments,
            "described": DESCRIBING_LISTS,
            "licence": LICENCE_OF_OUR_WORDS,
        }
        self.context |= shared
        self.context["rendering"] = Rendering(self.env, **shared)
        self.context["browsed"] = BrowsedPages(self.context["rendering"])
        self.context["citing"] = CitingPages(self.context["rendering"])
        self.context["bundles"] = Bundles(self.settings[SETTING].article_pages)

    def generate_output(self, writer: ArchiveWriter) -> None:
        """Write all files. Pelican has written the articles before (see `writer`)."""
        edition: Edition = self.settings[SETTING]
        output = writer.output
        for prose in self.context["pages"]:
            output.claim(prose.save_as, prose.get_relative_source_path())
        for name, made in theme.files(Path(self.theme) / "static"):
            output.write(f"theme/{name}", made)
        output.write(addresses.CARD, card_of(edition.archive))
        for name, picture in edition.archive.pictures.items():
            output.write(f"images/{name}", picture)
        entries = {article.id: self._entry(edition, article) for article in edition.archive.articles}
        bundles: Bundles = self.context["bundles"]
        # What is withdrawn need not be found.
        listed = [addresses.article(a.id) for a in edition.archive.articles if a.withdrawn is None]
        listed += [page.url for page in self.context["pages"]]
        for page in edition.browse.pages():
            self._page(output, page)
            listed.append(page.path)
            if page.has_linkset:
                output.write(page.path + "linkset.json", self._linkset(edition, page))
            if page.feed:
                self._feed(edition, output, page, entries)
                for name, made in bundles.of(page.articles):
                    output.write(page.path + name, made)
        for name, made in searching.files(edition.archive, edition.site):
            output.write(name, made)
        for page in edition.reviews.pages() if edition.reviews else ():
            self._page(output, page)  # listed nowhere: they are for this computer
        articles = edition.archive.articles
        collected = collection(edition.site.absolute(""), edition.site.name, articles)
        output.write(NAME, encoded(collected))
        self._data(edition, output)
        listed.append("data/")
        self._remains(edition, output)
        self._not_found(edition, output, listed)
        for name, text in sitemap.sitemaps(edition.site.url, listed).items():
            output.write(name, text)
        output.write("robots.txt", sitemap.robots(edition.site.url))
        output.write(".nojekyll", "")  # GitHub would drop names that begin with an underscore

    def _page(self, output: Output, page: Page) -> None:
        browsed: BrowsedPages = self.context["browsed"]
        output.write(page.path + "index.html", browsed.page(page))

    def _feed(self, edition: Edition, output: Output, page: Page, entries: dict[str, feed.Entry]) -> None:
        site = edition.site
        title = site.name if page.path == addresses.HOME else f"{page.title} – {site.name}"
        newest = page.articles[: feed.MAX_ENTRIES]
        output.write(
            page.feed,
            feed.atom(
                title=title,
                page=site.absolute(page.path),
                address=site.absolute(page.feed),
                author=site.name,
                entries=[entries[article.id] for article in newest],
                clock=site.clock,
            ),
        )

    def _linkset(self, edition: Edition, page: Page) -> Encoded:
        absolute = edition.site.absolute
        items = [absolute(addresses.article(article.id)) for article in page.articles]
        home = absolute(addresses.HOME)
        return encoded(list_linkset(absolute(page.path), home, items, LICENCE_OF_OUR_WORDS, cited=bool(page.feed)))

    def _entry(self, edition: Edition, article: Article) -> feed.Entry:
        date = published(article)
        reviewed = article.reviewed
        return feed.entry(
            permalink=edition.site.absolute(addresses.article(article.id)),
            title=article.title,
            newspaper=edition.archive.newspapers[article.newspaper].name,
            dated=date.words if date else "",
            summary=article.summary,
            updated=reviewed.day if reviewed else edition.site.clock,
        )

    def _data(self, edition: Edition, output: Output) -> None:
        about = data.about(edition.site)
        places = [output.place(f"data/{name}") for name in dataset.names()]
        self._page(output, data.page(dataset.write(places[0].parent, edition.archive, about), about))

    def _remains(self, edition: Edition, output: Output) -> None:
        """Write what stands where something stood, when all that it leads to is written."""
        site = edition.site
        for remain in edition.remains:
            root = addresses.root_from(remain.path)
            if remain.to is not None:
                way = root + remain.to
                output.write(remain.file, stub.page(site.absolute(remain.to), way, remain.title))
            else:
                page = Page(remain.path, "gone", "Gone", remain.reason)
                values = {"page": page, "path": remain.path, "root": root, "on": remain.on}
                output.write(remain.file, self.context["rendering"].render("gone", **values))
            for name in remain.files:
                left = self._file_left(edition, output, remain, name)
                if left is not None:
                    output.write(folder_of(remain.path) + name, left)

    def _file_left(self, edition: Edition, output: Output, remain: Remain, name: str) -> str | bytes | None:
        """Give what stands for a file that stood beside a page: its like at the new place, else an empty one."""
        new = output.read(folder_of(remain.to) + name) if remain.to is not None else None
        if new is not None or name in NOTHING_CITED:
            return new if new is not None else NOTHING_CITED[name]
        if not name.endswith(".xml"):
            return None
        site = edition.site
        return feed.atom(
            title=f"Gone – {site.name}",
            page=site.absolute(remain.path),
            address=site.absolute(folder_of(remain.path) + name),
            author=site.name,
            entries=[],
            clock=site.clock,
        )

    def _not_found(self, edition: Edition, output: Output, listed: list[str]) -> None:
        page = Page("404.html", "not_found", "Not found", "There is no page at this address.")
        # The host shows this page at any address, so its links cannot be relative to its own.
        values = {"page": page, "path": "", "root": edition.site.base, "has_search": "search/" in listed}
        output.write("404.html", self.context["rendering"].render("not_found", **values))
        output.write("addresses.json", known.as_json(listed))
