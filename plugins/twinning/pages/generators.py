"""What Pelican's own generators do not make: entity pages, feeds, data."""

from __future__ import annotations

import json

from pelican.generators import Generator

from ..archive import published
from ..export import feed, sitemap, tables
from ..records import Article
from . import addresses
from .edition import SETTING, Edition
from .fragments import Fragments
from .output import Output
from .page import Page
from .rendering import Rendering
from .writer import ArchiveWriter


class ArchiveGenerator(Generator):  # type: ignore[misc]  # Pelican is not typed
    """Writes everything that is made from the whole archive; Pelican's own generators write articles and prose."""

    def generate_context(self) -> None:
        """Give every template the prose pages and what fills in ours; Pelican's own generator has read the prose."""
        prose = sorted(self.context["pages"], key=lambda page: (str(page.title), str(page.url)))
        listed = [(str(page.title), str(page.url)) for page in prose]
        fragments = Fragments(self.env, listed)
        self.context |= {"prose": listed, "fragments": fragments}
        self.context["rendering"] = Rendering(self.env, prose=listed, fragments=fragments)

    def generate_output(self, writer: ArchiveWriter) -> None:
        """Write all files. Pelican has written the articles before (see `writer`)."""
        edition: Edition = self.settings[SETTING]
        output = writer.output
        for prose in self.context["pages"]:
            output.claim(prose.save_as, prose.get_relative_source_path())
        for name, picture in edition.archive.pictures.items():
            output.write(f"images/{name}", picture)
        entries = {article.id: self._entry(edition, article) for article in edition.archive.articles}
        listed = [addresses.article(article.id) for article in edition.archive.articles]
        listed += [page.url for page in self.context["pages"]]
        for page in edition.browse.pages():
            self._page(output, page)
            listed.append(page.path)
            if page.feed:
                self._feed(edition, output, page, entries)
        for page in edition.reviews.pages() if edition.reviews else ():
            self._page(output, page)  # listed nowhere: they are for this computer
        self._data(edition, output)
        listed.append("data/")
        self._not_found(edition, output)
        for name, text in sitemap.sitemaps(edition.site.url, listed).items():
            output.write(name, text)
        output.write("robots.txt", sitemap.robots(edition.site.url))
        output.write(".nojekyll", "")  # GitHub would drop names that begin with an underscore

    def _page(self, output: Output, page: Page) -> None:
        rendering: Rendering = self.context["rendering"]
        root = addresses.root_from(page.path)
        output.write(
            page.path + "index.html", rendering.render(page.template, page=page, path=page.path, root=root, **page.data)
        )

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
        table = list(tables.rows(edition.article_pages.item(article) for article in edition.archive.articles))
        output.write("data/articles.json", tables.as_json(table))
        output.write("data/articles.csv", tables.as_csv(table))
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "The archive’s articles, a row for each partnership reported",
            "type": "array",
            "items": {
                "type": "object",
                "required": list(tables.COLUMNS),
                "additionalProperties": False,
                "properties": {
                    name: {"type": "string", "description": meaning} for name, meaning in tables.COLUMNS.items()
                },
            },
        }
        output.write("data/articles.schema.json", json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
        page = Page(
            "data/",
            "data",
            "Data",
            "The archive’s metadata and its own words, to download and use.",
            {"columns": tables.COLUMNS, "rows": len(table)},
        )
        self._page(output, page)

    def _not_found(self, edition: Edition, output: Output) -> None:
        page = Page("404.html", "not_found", "Not found", "There is no page at this address.")
        # The host shows this page at any address, so its links cannot be relative to its own.
        html = self.context["rendering"].render("not_found", page=page, path="", root=edition.site.base)
        output.write("404.html", html)
