"""What the archive says that its site holds: told from the archive alone, to be compared with what was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..archive import Archive
from ..publish.gate import Promise
from ..vocabulary import Outcome
from . import addresses

_FIXED = (
    addresses.HOME,
    "a/",
    "councils/",
    "partners/",
    "partnerships/",
    "outcomes/",
    "newspapers/",
    "people/",
    "years/",
    "timeline/",
    "data/",
)


def promised(archive: Archive, more: Iterable[str] = ()) -> Promise:
    """Give the articles and the pages that a site of the archive must have, with the files of `more` pages."""
    pages = {address + "index.html" for address in _addresses(archive)} | {"404.html", *more}
    return Promise(frozenset(article.id for article in archive.articles), frozenset(pages))


def _addresses(archive: Archive) -> Iterator[str]:
    yield from _FIXED
    yield from map(addresses.article, (article.id for article in archive.articles))
    yield from map(addresses.council, archive.councils)
    yield from map(addresses.partner, archive.partners)
    for council, partner in archive.partnerships:
        yield addresses.partnership((council, partner))
        yield f"partnerships/{council}/"
    yield from (addresses.outcome(outcome) for outcome in Outcome if outcome.is_state)
    yield addresses.outcome("disputed")
    yield from map(addresses.newspaper, archive.newspapers)
    yield from map(addresses.person, archive.people)
    yield from map(addresses.year, archive.by_year)
