"""The pages people browse: indexes, councils, partners, partnerships, outcomes, newspapers, people, years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import vocabulary
from ..archive import Archive, Partnership, merged
from ..records import Article
from ..vocabulary import Outcome
from . import addresses
from .moments import Listing
from .sentences import counted, overall
from .site import Site

NEWEST = 10
"""How many articles the home page shows."""
AT_A_GLANCE = 100
"""How many partnerships the home page lists; with more, it counts them by state and links to the index."""


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of an index: where it leads, its name, how many articles or partnerships wait there, and a remark."""

    href: str
    name: str
    count: str
    remark: str = ""
    local: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: its path below the root, its template, and what the template is given."""

    path: str
    template: str
    title: str
    lead: str
    """The sentence it opens with, which is also its description."""
    data: Mapping[str, Any] = field(default_factory=dict)
    crumbs: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    """The path of its feed, empty where it has none."""
    articles: tuple[Article, ...] = ()
    """What its feed holds, newest first."""


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
        yield from self._councils()
        yield from self._partners()
        yield from self._partnerships()
        yield from self._outcomes()
        yield from self._newspapers()
        yield from self._people()
        yield from self._years()
        yield self._timeline()

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
                "states": self._states(),
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

    def _councils(self) -> Iterator[Page]:
        archive = self._archive
        yield self._index(
            "councils/",
            "Councils",
            "council",
            [
                Way(addresses.council(c.id), c.name, _partnerships_of(archive.by_council[c.id]), c.nation.label)
                for c in _by_name(archive.councils.values(), lambda c: c.name)
            ],
        )
        for council in archive.councils.values():
            partnerships = archive.by_council[council.id]
            yield Page(
                addresses.council(council.id),
                "council",
                council.name,
                overall(council.name, partnerships),
                {
                    "council": council,
                    "partnerships": self._listed(partnerships),
                    "timeline": [self._list.moment(m) for m in archive.council_moments(council.id)],
                    "articles": [self._list.article(a) for a in self._of(partnerships)],
                    "successor": archive.councils.get(council.successor or ""),
                },
                (("Councils", "councils/"),),
                f"{addresses.council(council.id)}feed.xml",
                self._of(partnerships),
            )

    def _partners(self) -> Iterator[Page]:
        archive = self._archive
        yield self._index(
            "partners/",
            "Partners",
            "partner",
            [
                Way(
                    addresses.partner(p.id),
                    p.name,
                    _partnerships_of(archive.by_partner[p.id]),
                    ", ".join(x for x in (p.within, p.country_name or p.country) if x),
                    p.local_name.text if p.local_name else "",
                    p.local_name.lang if p.local_name else "",
                )
                for p in _by_name(archive.partners.values(), lambda p: p.name)
            ],
        )
        for partner in archive.partners.values():
            partnerships = archive.by_partner[partner.id]
            yield Page(
                addresses.partner(partner.id),
                "partner",
                partner.name,
                overall(partner.name, partnerships),
                {
                    "partner": partner,
                    "partnerships": self._listed(partnerships),
                    "timeline": [self._list.moment(m) for m in archive.partner_moments(partner.id)],
                    "articles": [self._list.article(a) for a in self._of(partnerships)],
                },
                (("Partners", "partners/"),),
                f"{addresses.partner(partner.id)}feed.xml",
                self._of(partnerships),
            )

    def _partnerships(self) -> Iterator[Page]:
        archive = self._archive
        yield Page(
            "partnerships/",
            "partnerships",
            "Partnerships",
            f"{counted(len(archive.partnerships), 'partnership').capitalize()} of councils and places abroad, "
            "and where each stands.",
            {"partnerships": self._listed(archive.partnerships.values()), "states": self._states()},
        )
        for council, partnerships in archive.by_council.items():
            # The folder above a partnership is an address somebody will try.
            if partnerships:
                owner = archive.councils[council]
                yield Page(
                    f"partnerships/{council}/",
                    "partnerships",
                    f"Partnerships of {owner.name}",
                    overall(owner.name, partnerships),
                    {"partnerships": self._listed(partnerships), "states": []},
                    (("Partnerships", "partnerships/"),),
                )
        for partnership in archive.partnerships.values():
            listed = self._list.partnership(partnership)
            articles = self._of([partnership])
            yield Page(
                addresses.partnership(partnership.key),
                "partnership",
                f"{partnership.council.short} and {partnership.partner.name}",
                listed.sentence,
                {
                    "partnership": partnership,
                    "listed": listed,
                    "timeline": [self._list.moment(m) for m in partnership.timeline],
                    "articles": [self._list.article(a) for a in articles],
                },
                (
                    ("Partnerships", "partnerships/"),
                    (partnership.council.short, f"partnerships/{partnership.council.id}/"),
                ),
                f"{addresses.partnership(partnership.key)}feed.xml",
                articles,
            )

    def _outcomes(self) -> Iterator[Page]:
        held = self._archive.by_state
        terms = [
            Way(addresses.outcome(o), o.label, _partnerships_of(held.get(str(o), ())), o.meaning)
            for o in Outcome
            if o.is_state
        ]
        terms.append(
            Way(addresses.outcome("disputed"), "disputed", _partnerships_of(held.get("disputed", ())), _DISPUTED)
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
                f"{way.remark} {_partnerships_of(partnerships).capitalize()}.",
                {"partnerships": self._listed(partnerships), "state": state},
                (("Outcomes", "outcomes/"),),
            )

    def _newspapers(self) -> Iterator[Page]:
        archive = self._archive
        yield self._index(
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
                for n in _by_name(archive.newspapers.values(), lambda n: n.name)
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
        yield self._index(
            "people/",
            "People",
            "person named in full in a statement",
            [
                Way(addresses.person(p.id), p.name, counted(len(p.mentions), "statement"))
                for p in _by_name(people, lambda p: p.name.split()[-1])
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
        yield self._index("years/", "Years", "year with an article", self._year_ways(), "years with articles")
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
        moments = merged(p.timeline for p in self._archive.partnerships.values())
        return Page(
            "timeline/",
            "timeline",
            "Timeline",
            "Everything the archive’s articles report or tell of, in the order of its dates.",
            {"timeline": [self._list.moment(m) for m in moments]},
        )

    def _index(self, path: str, title: str, noun: str, ways: Sequence[Way], plural: str = "") -> Page:
        return Page(path, "index", title, f"{counted(len(ways), noun, plural)}.".capitalize(), {"ways": ways})

    def _year_ways(self) -> list[Way]:
        return [
            Way(addresses.year(y), "no single year" if y == "undated" else y, counted(len(articles), "article"))
            for y, articles in self._archive.by_year.items()
        ]

    def _states(self) -> list[Way]:
        labels = {str(outcome): outcome.label for outcome in Outcome}
        return [
            Way(addresses.outcome(state), labels.get(state, state), str(len(held)), state)
            for state, held in self._archive.by_state.items()
        ]

    def _listed(self, partnerships: Iterable[Partnership]) -> list[Any]:
        return [self._list.partnership(p) for p in partnerships]

    def _of(self, partnerships: Iterable[Partnership]) -> tuple[Article, ...]:
        """Give the articles that report any of the partnerships, newest first."""
        told = {t.article.id: t for p in partnerships for t in p.tellings}
        order = sorted(
            told.values(), key=lambda t: (t.date is not None, t.date.sort_key if t.date else (), t.article.id)
        )
        return tuple(t.article for t in reversed(order))


_DISPUTED = "The latest articles disagree, and their dates do not say which is later."


def _partnerships_of(partnerships: Sequence[Partnership]) -> str:
    return counted(len(partnerships), "partnership")


def _by_name(things: Iterable[Any], name: Callable[[Any], str]) -> list[Any]:
    return sorted(things, key=lambda thing: (name(thing).casefold(), thing.id))


def _vocabularies() -> list[tuple[str, list[vocabulary.Term]]]:
    return [
        ("Kinds of partnership", list(vocabulary.PartnershipType)),
        ("How firm a decision was", list(vocabulary.Qualifier)),
        ("What people and bodies want", list(vocabulary.Stance)),
        ("Reasons given", list(vocabulary.Ground)),
        ("Rights", list(vocabulary.Rights)),
    ]
