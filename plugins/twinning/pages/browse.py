"""The pages people browse: home, articles, outcomes, newspapers, people, years, and all that `entities` adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .. import vocabulary
from ..archive import Archive, Partnership
from ..records import Article
from ..vocabulary import Outcome
from . import addresses, searching
from .drawn import reports_by_year
from .entities import Entities
from .index import alphabetical, index
from .moments import Listing
from .overview import Overview
from .page import Page, Way, partnerships_of, states
from .paging import paged
from .sentences import counted
from .site import Site

NEWEST = 10
"""How many articles the home page shows."""
AT_A_GLANCE = 24
"""How many partnerships the home page lists; with more, it counts them by state and links to the index."""


class Browse:
    """Makes the pages that are browsed, one after another."""

    def __init__(self, archive: Archive, site: Site, listing: Listing) -> None:
        """Keep what all pages are made from."""
        self._archive = archive
        self._site = site
        self._list = listing

    def pages(self) -> Iterator[Page]:
        """Give every page but those of articles and prose."""
        yield self._home()
        yield from self._articles()
        entities = Entities(self._archive, self._list)
        yield from entities.councils()
        yield from entities.partners()
        yield from entities.partnerships()
        yield from self._outcomes()
        yield from self._newspapers()
        yield from self._people()
        yield from self._years()
        yield from Overview(self._archive, self._list).pages()
        yield searching.page()

    def _home(self) -> Page:
        archive = self._archive
        partnerships = list(archive.partnerships.values())
        return Page(
            addresses.HOME,
            "home",
            self._site.name,
            self._site.tagline,
            {
                "holdings": (
                    counted(len(archive.articles), "newspaper article"),
                    counted(len(archive.by_council), "council"),
                    counted(len(archive.by_partner), "partner"),
                    counted(len(partnerships), "partnership"),
                ),
                "states": states(self._archive),
                "partnerships": self._listed(partnerships) if len(partnerships) <= AT_A_GLANCE else [],
                "articles": self._list.articles(archive.articles[:NEWEST]),
            },
            feed="feed.xml",
            articles=archive.articles,
        )

    def _articles(self) -> Iterator[Page]:
        page = Page(
            "a/",
            "articles",
            "Articles",
            f"The archive holds {counted(len(self._archive.articles), 'newspaper article')}, newest first.",
            {"years": self._year_ways()},
        )
        yield from self._list_of(page, self._archive.articles)

    def _outcomes(self) -> Iterator[Page]:
        held = self._archive.by_state
        meanings = {str(o): (o.label, o.meaning) for o in Outcome if o.is_state} | {"disputed": ("disputed", _DISPUTED)}
        ways = {
            state: Way(addresses.outcome(state), label, partnerships_of(held.get(state, ())), meaning)
            for state, (label, meaning) in meanings.items()
        }
        yield Page(
            "outcomes/",
            "outcomes",
            "Outcomes",
            "What became of the partnerships, in the archive’s own terms, and what each term means.",
            {
                "ways": list(ways.items()),
                "vocabularies": _vocabularies(),
                "figure": reports_by_year(self._archive, "../"),
            },
        )
        for state, way in ways.items():
            partnerships = held.get(state, ())
            page = Page(
                way.href,
                "outcome",
                way.name.capitalize(),
                f"{way.remark} {partnerships_of(partnerships).capitalize()}.",
                {"state": state},
                (("Outcomes", "outcomes/"),),
            )
            yield from paged(page, "partnerships", self._listed(partnerships))

    def _newspapers(self) -> Iterator[Page]:
        archive = self._archive
        yield from alphabetical(
            "newspapers/",
            "Newspapers",
            "newspaper",
            [
                Way(
                    addresses.newspaper(n.id),
                    n.name,
                    counted(len(archive.by_newspaper[n.id]), "article"),
                    n.place or "",
                )
                for n in archive.newspapers.values()
            ],
        )
        for newspaper in archive.newspapers.values():
            articles = archive.by_newspaper[newspaper.id]
            page = Page(
                addresses.newspaper(newspaper.id),
                "newspaper",
                newspaper.name,
                f"The archive holds {counted(len(articles), 'article')} of the {newspaper.name}.",
                {"newspaper": newspaper},
                (("Newspapers", "newspapers/"),),
                articles=tuple(articles),
                is_list=True,
            )
            yield from self._list_of(page, articles)

    def _people(self) -> Iterator[Page]:
        people = self._archive.people.values()
        yield from alphabetical(
            "people/",
            "People",
            "person named in full in a statement",
            [
                Way(addresses.person(p.id), p.name, counted(len(p.mentions), "statement"), sorts=p.name.split()[-1])
                for p in people
            ],
            "people named in full in a statement",
        )
        for person in people:
            page = Page(
                addresses.person(person.id),
                "person",
                person.name,
                f"What newspapers report that {person.name} said or wanted: "
                f"{counted(len(person.mentions), 'statement')}.",
                {},
                (("People", "people/"),),
                articles=tuple({m.article.id: m.article for m in person.mentions}.values()),
                is_list=True,
            )
            yield from paged(page, "mentions", [self._list.mention(m) for m in person.mentions])

    def _years(self) -> Iterator[Page]:
        yield from index("years/", "Years", "year with an article", self._year_ways(), "years with articles")
        for year, articles in self._archive.by_year.items():
            named = "Without a single year" if year == "undated" else year
            page = Page(
                addresses.year(year),
                "year",
                named,
                f"{counted(len(articles), 'newspaper article').capitalize()} "
                + ("whose date is not stated or spans years." if year == "undated" else f"published in {year}."),
                {},
                (("Years", "years/"),),
                articles=tuple(articles),
                is_list=True,
            )
            yield from self._list_of(page, articles)

    def _year_ways(self) -> list[Way]:
        return [
            Way(addresses.year(y), "no single year" if y == "undated" else y, counted(len(articles), "article"))
            for y, articles in self._archive.by_year.items()
        ]

    def _list_of(self, page: Page, articles: Sequence[Article]) -> Iterator[Page]:
        """Give a list of articles, in as many pages as it takes."""
        yield from paged(page, "articles", self._list.articles(articles))

    def _listed(self, partnerships: Iterable[Partnership]) -> list[Any]:
        return [self._list.partnership(p) for p in partnerships]


_DISPUTED = "The latest articles disagree, and their dates do not say which is later."


def _vocabularies() -> list[tuple[str, str, list[vocabulary.Term]]]:
    return [
        ("type", "Kinds of partnership", list(vocabulary.PartnershipType)),
        ("qualifier", "How firm a decision was", list(vocabulary.Qualifier)),
        ("stance", "What people and bodies want", list(vocabulary.Stance)),
        ("ground", "Reasons given", list(vocabulary.Ground)),
        ("rights", "Rights", list(vocabulary.Rights)),
    ]
