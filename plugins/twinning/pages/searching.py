"""What of the archive is found by searching: that, and only that, which its pages show.

Made from the same values as the pages and by the same switch (`texts_of`), so that a text which may not be published
is in no file of the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..archive import Archive, published
from ..cite.item import natural
from ..records import NOT_STATED, Article, Disputed, Report
from ..search.index import Entry, Index
from ..search.numbers import coded
from ..search.words import words_of_name
from ..vocabulary import Outcome, Rights
from . import addresses
from .page import Page
from .site import Site

SCRIPTS = ("theme/search-index.js", "theme/search.js")
"""What the page of search runs, and no other page."""
_MARKUP = re.compile(r"\]\([^)\s]*\)|[*_`\[\]]")
_WAYS = (
    ("Councils", "councils/", "by name"),
    ("Partners", "partners/", "the places abroad, by name"),
    ("Partnerships", "partnerships/", "who with whom, and where each stands"),
    ("Outcomes", "outcomes/", "what became of them"),
    ("Newspapers", "newspapers/", "who reported it"),
    ("People", "people/", "who is named in statements"),
    ("Years", "years/", "when it was published"),
    ("Timeline", "timeline/", "everything in the order of its dates"),
    ("Articles", "a/", "newest first"),
)


def page() -> Page:
    """Give the page of search."""
    return Page(
        addresses.SEARCH,
        "search",
        "Search",
        "Find articles by their words and by the names in them, and the pages of councils, partners, newspapers and "
        "people.",
        {"ways": _WAYS, "scripts": SCRIPTS},
    )


def files(archive: Archive, site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the files of the index, by their paths below the site's root."""
    for name, data in index(archive, site).files():
        yield addresses.SEARCH + name, data


def index(archive: Archive, site: Site) -> Index:
    """Make the index of an archive."""
    numbers = _Numbers(archive)
    made = Index(numbers.facets())
    for article in archive.articles:
        made.add_article(_article(article, archive, site, numbers))
    for name in _names(archive):
        made.add_name(name)
    return made


class _Numbers:
    """The values of the facets, each by its number."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.pair = {key: number for number, key in enumerate(archive.partnerships)}
        self.newspaper = {name: number for number, name in enumerate(archive.newspapers)}
        self.outcome = {term: number for number, (term, _) in enumerate(_OUTCOMES)}
        self.year = {article.id: number for number, held in enumerate(archive.by_year.values()) for article in held}

    def facets(self) -> dict[str, Any]:
        """List what each facet offers, of councils also the name that pairs have; and the sides of each pair."""
        archive = self._archive
        council = {name: number for number, name in enumerate(archive.councils)}
        partner = {name: number for number, name in enumerate(archive.partners)}
        return {
            "council": [_value(c.id, c.name, c.short) for c in archive.councils.values()],
            "partner": [_value(p.id, p.name) for p in archive.partners.values()],
            "outcome": [_value(*outcome) for outcome in _OUTCOMES],
            "year": [_value(year, "no single year" if year == "undated" else year) for year in archive.by_year],
            "newspaper": [_value(n.id, n.name) for n in archive.newspapers.values()],
            "pairs": coded(number for key in self.pair for number in (council[key[0]], partner[key[1]])),
        }

    def of(self, article: Article) -> list[int]:
        """Give an article's numbers, as `search.index.Entry` has them: a report's is of its pair and its outcome."""
        reports = (r for r in article.reports if r.key in self.pair)
        found = (self.pair[r.key] * len(_OUTCOMES) + self.outcome[_outcome(r)] for r in reports)
        return [self.newspaper[article.newspaper], self.year[article.id], *found]


def _value(id_: str, name: str, short: str = "") -> str | list[str]:
    """Give a value of a facet as briefly as its page of search can read it: its name, a short one, and its id.

    An id that is the name's own words, as most are, is left out: hundreds of names are loaded with every search.
    """
    short = "" if short == name else short
    if "-".join(words_of_name(short or name)) == id_:
        return [name, short] if short else name
    return [name, short, id_]


_OUTCOMES = [(str(o), o.label) for o in Outcome if o.is_state] + [("disputed", "disputed")]


def _outcome(report: Report) -> str:
    return "disputed" if isinstance(report.outcome, Disputed) else str(report.outcome)


def _article(article: Article, archive: Archive, site: Site, numbers: _Numbers) -> Entry:
    date = published(article)
    texts = texts_of(article, archive, site)
    return Entry(
        row=(
            article.id,
            article.title,
            "" if article.language == "en-GB" else article.language,
            date.words if date else "date not stated",
            int(bool(texts)),
        ),
        names=_named(article, archive),
        summary=article.summary,
        own="\n".join(_own(article)),
        texts=texts,
        facets=numbers.of(article),
    )


def texts_of(article: Article, archive: Archive, site: Site) -> list[tuple[int, str]]:
    """Give the newspaper's paragraphs, where the article's page shows them."""
    if article.withdrawn is not None or article.rights is Rights.WITHDRAWN:
        return []
    source = archive.source_of(article) if site.full_text or article.rights.allows_full_text else None
    return [(p.number, p.text) for p in source.paragraphs] if source else []


def _named(article: Article, archive: Archive) -> list[str]:
    found = [article.title, article.id, archive.newspapers[article.newspaper].name]
    for report in article.reports:
        council, partner = archive.councils[report.council], archive.partners[report.partner]
        found += (council.name, *council.aliases, partner.name, *partner.aliases)
        if partner.local_name:
            found.append(partner.local_name.text)
    found += [natural(author) for author in article.byline]
    found += [statement.name for statement in article.statements if statement.name != NOT_STATED]
    return found


def _own(article: Article) -> list[str]:
    """Give what the page says in our own words, and its quotations."""
    found: list[str] = []
    for report in article.reports:
        found.append(_outcome(report))
        found += report.as_reported
        found += [evidence.quote for evidence in report.evidence]
    for statement in article.statements:
        found.append(statement.gist)
        found += [value for value in (statement.role, statement.party) if value]
        found += [evidence.quote for evidence in statement.evidence]
    for event in article.events:
        found.append(event.what)
        if event.quote:
            found.append(event.quote)
    found += [item.text for item in article.outline]
    found += [_MARKUP.sub(" ", note.text) for note in article.notes]
    return found


def _names(archive: Archive) -> Iterator[Entry]:
    """Give every name that has a page: councils and partners first, then newspapers and people."""
    for council in archive.councils.values():
        others = (council.place, council.official_name, *council.aliases)
        yield _name("council", addresses.council(council.id), council.name, others, council.nation.label)
    for partner in archive.partners.values():
        local = partner.local_name
        country = ", ".join(x for x in (partner.within, partner.country_name or partner.country) if x)
        others = (local.text if local else None, *partner.aliases)
        shown = (local.text, local.lang) if local else ()
        yield _name("partner", addresses.partner(partner.id), partner.name, others, country, shown)
    for newspaper in archive.newspapers.values():
        path = addresses.newspaper(newspaper.id)
        yield _name("newspaper", path, newspaper.name, newspaper.aliases, newspaper.place or "")
    for person in archive.people.values():
        yield _name("person", addresses.person(person.id), person.name, (), "")


def _name(
    kind: str, path: str, name: str, others: Sequence[str | None], remark: str, local: Sequence[Any] = ()
) -> Entry:
    return Entry(row=(kind, path, name, remark, *local), names=[name, *(o for o in others if o)], own=remark)
