"""The pages people browse: home, articles, outcomes, newspapers, people, years, and all that `entities` adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .. import vocabulary
from ..archive import Archive, Partnership, merged
from ..vocabulary import Outcome
from . import addresses, searching
from .entities import Entities
from .moments import Listing
from .page import Page, Way, by_name, index, partnerships_of, states
from .sentences import counted
from .site import Site

NEWEST = 10
"""How many articles the home page shows."""
AT_A_GLANCE = 100
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
        yield self._articles()
        entities = Entities(self._archive, self._list)
        yield from entities.councils()
        yield from entities.partners()
        yield from entities.partnerships()
        yield from self._outcomes()
        yield from self._newspapers()
        yield from self._people()
        yield from self._years()
        yield self._timeline()
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
                "articles": [self._list.article(a) for a in archive.articles[:NEWEST]],
            },
            feed="feed.xml",
            articles=archive.articles,
        )

    def _articles(self) -> Page:
        shown = self._archive.articles[:AT_A_GLANCE]
        all_shown = len(shown) == len(self._archive.articles)
        rest = "" if all_shown else f"; the newest {len(shown)} are listed here, all of them by year"
        return Page(
            "a/",
            "articles",
            "Articles",
            f"The archive holds {counted(len(self._archive.articles), 'newspaper article')}{rest}.",
            {"articles": [self._list.article(a) for a in shown], "years": self._year_ways()},
        )

    def _outcomes(self) -> Iterator[Page]:
        held = self._archive.by_state
        terms = [
            Way(addresses.outcome(o), o.label, partnerships_of(held.get(str(o), ())), o.meaning)
            for o in Outcome
            if o.is_state
        ]
        terms.append(
            Way(addresses.outcome("disputed"), "disputed", partnerships_of(held.get("disputed", ())), _DISPUTED)
        )
        yield Page(
            "outcomes/",
            "outcomes",
            "Outcomes",
            "What became of the partnerships, in the archive’s own terms, and what each term means.",
            {"ways": terms, "vocabularies": _vocabularies()},
        )
        for way, state in zip(terms, [*(str(o) for o in Outcome if o.is_state), "disputed"], strict=True):
            partnerships = held.get(state, ())
            yield Page(
                way.href,
                "outcome",
                way.name.capitalize(),
                f"{way.remark} {partnerships_of(partnerships).capitalize()}.",
                {"partnerships": self._listed(partnerships), "state": state},
                (("Outcomes", "outcomes/"),),
            )

    def _newspapers(self) -> Iterator[Page]:
        archive = self._archive
        yield index(
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
                for n in by_name(archive.newspapers.values(), lambda n: n.name)
            ],
        )
        for newspaper in archive.newspapers.values():
            articles = archive.by_newspaper[newspaper.id]
            yield Page(
                addresses.newspaper(newspaper.id),
                "newspaper",
                newspaper.name,
                f"The archive holds {counted(len(articles), 'article')} of the {newspaper.name}.",
                {"newspaper": newspaper, "articles": [self._list.article(a) for a in articles]},
                (("Newspapers", "newspapers/"),),
            )

    def _people(self) -> Iterator[Page]:
        people = self._archive.people.values()
        yield index(
            "people/",
            "People",
            "person named in full in a statement",
            [
                Way(addresses.person(p.id), p.name, counted(len(p.mentions), "statement"))
                for p in by_name(people, lambda p: p.name.split()[-1])
            ],
            "people named in full in a statement",
        )
        for person in people:
            yield Page(
                addresses.person(person.id),
                "person",
                person.name,
                f"What newspapers report that {person.name} said or wanted: "
                f"{counted(len(person.mentions), 'statement')}.",
                {"mentions": [self._list.mention(m) for m in person.mentions]},
                (("People", "people/"),),
            )

    def _years(self) -> Iterator[Page]:
        yield index("years/", "Years", "year with an article", self._year_ways(), "years with articles")
        for year, articles in self._archive.by_year.items():
            named = "Without a single year" if year == "undated" else year
            yield Page(
                addresses.year(year),
                "year",
                named,
                f"{counted(len(articles), 'newspaper article').capitalize()} "
                + ("whose date is not stated or spans years." if year == "undated" else f"published in {year}."),
                {"articles": [self._list.article(a) for a in articles]},
                (("Years", "years/"),),
            )

    def _timeline(self) -> Page:
        timelines = [p.timeline for p in self._archive.partnerships.values()]
        moments = merged([*timelines, *self._archive.background.values()])
        return Page(
            "timeline/",
            "timeline",
            "Timeline",
            "Everything the archive’s articles report or tell of, in the order of its dates.",
            {"timeline": [self._list.moment(m) for m in moments]},
        )

    def _year_ways(self) -> list[Way]:
        return [
            Way(addresses.year(y), "no single year" if y == "undated" else y, counted(len(articles), "article"))
            for y, articles in self._archive.by_year.items()
        ]

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
