"""What the archive says that its site holds: told from the archive alone, to be compared with what was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized

from ..archive import Archive, Partnership, merged
from ..publish.gate import Promise
from ..vocabulary import Outcome
from . import addresses
from .drawn import COLUMNS, in_matrix
from .paging import PER_PAGE, paths
from .remains import Remain

_FIXED = (
    addresses.HOME,
    "outcomes/",
    "map/",
    addresses.SEARCH,
    "data/",
)


def promised(archive: Archive, remains: Iterable[Remain] = (), more: Iterable[str] = ()) -> Promise:
    """Give the articles and the pages that a site of the archive must have, with the files of `more` pages."""
    pages = {address + "index.html" for address in _addresses(archive)} | {"404.html", *more}
    pages.update(remain.file for remain in remains)
    return Promise(frozenset(article.id for article in archive.articles), frozenset(pages))


def made(archive: Archive) -> frozenset[str]:
    """Give the files of all pages that are made of the archive, those of prose among them."""
    prose = (f"{page.url}index.html" for page in archive.prose.values() if page.has_address)
    return promised(archive).pages.union(prose)


def _addresses(archive: Archive) -> Iterator[str]:
    yield from _FIXED
    yield from map(addresses.article, (article.id for article in archive.articles))
    yield from map(addresses.citations, (article.id for article in archive.articles))
    whole: tuple[tuple[str, Sized], ...] = (
        ("a/", archive.articles),
        ("councils/", archive.councils),
        ("partners/", archive.partners),
        ("partnerships/", archive.partnerships),
        ("newspapers/", archive.newspapers),
        ("people/", archive.people),
        ("years/", archive.by_year),
        ("timeline/", archive.moments),
    )
    for index, entries in whole:
        yield from paths(index, len(entries))
    yield from paths("matrix/", len(in_matrix(archive)), COLUMNS)
    for council, held in archive.by_council.items():
        yield from paths(addresses.council(council), _moments(held))
        if held:
            yield f"partnerships/{council}/"
    for partner, held in archive.by_partner.items():
        yield from paths(addresses.partner(partner), _moments(held))
    for key, partnership in archive.partnerships.items():
        yield from paths(addresses.partnership(key), len(partnership.timeline))
    for outcome in (*(outcome for outcome in Outcome if outcome.is_state), "disputed"):
        yield from paths(addresses.outcome(outcome), len(archive.by_state.get(outcome, ())))
    for newspaper, articles in archive.by_newspaper.items():
        yield from paths(addresses.newspaper(newspaper), len(articles))
    for id_, person in archive.people.items():
        yield from paths(addresses.person(id_), len(person.mentions))
    for year, articles in archive.by_year.items():
        yield from paths(addresses.year(year), len(articles))


def _moments(partnerships: Sequence[Partnership]) -> int:
    """Count the moments of several timelines together; one that stands in two of them comes once."""
    most = sum(len(partnership.timeline) for partnership in partnerships)
    return most if most <= PER_PAGE else len(merged(partnership.timeline for partnership in partnerships))
