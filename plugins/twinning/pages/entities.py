"""The pages of councils, partners and partnerships: each opens with where things stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..archive import Archive, Moment, Partnership
from ..records import Article
from . import addresses
from .drawn import LANES, country, lifelines
from .index import alphabetical
from .moments import Listing
from .page import Page, Way, articles_of, partnerships_of, states
from .paging import PER_PAGE, paged
from .proven import proven
from .sentences import counted, overall


class Entities:
    """Makes the pages of what articles are about."""

    def __init__(self, archive: Archive, listing: Listing) -> None:
        """Keep what all pages are made from."""
        self._archive = archive
        self._list = listing

    def councils(self) -> Iterator[Page]:
        """Give the index of councils and the page of each."""
        archive = self._archive
        yield from alphabetical(
            "councils/",
            "Councils",
            "council",
            [
                Way(addresses.council(c.id), c.name, partnerships_of(archive.by_council[c.id]), c.nation.label)
                for c in archive.councils.values()
            ],
        )
        for council in archive.councils.values():
            yield from self._side(
                "partner",
                addresses.council(council.id),
                council.name,
                ("Councils", "councils/"),
                archive.by_council[council.id],
                archive.council_moments(council.id),
                {"council": council, "successor": archive.councils.get(council.successor or "")},
            )

    def partners(self) -> Iterator[Page]:
        """Give the index of partners and the page of each."""
        archive = self._archive
        yield from alphabetical(
            "partners/",
            "Partners",
            "partner",
            [
                Way(
                    addresses.partner(p.id),
                    p.name,
                    partnerships_of(archive.by_partner[p.id]),
                    ", ".join(filter(None, (p.within, country(p)))),
                    p.local_name.text if p.local_name else "",
                    p.local_name.lang if p.local_name else "",
                )
                for p in archive.partners.values()
            ],
        )
        for partner in archive.partners.values():
            yield from self._side(
                "council",
                addresses.partner(partner.id),
                partner.name,
                ("Partners", "partners/"),
                archive.by_partner[partner.id],
                archive.partner_moments(partner.id),
                {"partner": partner},
            )

    def partnerships(self) -> Iterator[Page]:
        """Give the index of partnerships, that of each council, and the page of each partnership."""
        archive = self._archive
        index = Page(
            "partnerships/",
            "partnerships",
            "Partnerships",
            f"{counted(len(archive.partnerships), 'partnership').capitalize()} of councils and places abroad, "
            "and where each stands.",
            {"states": states(archive)},
        )
        yield from paged(index, "partnerships", self._listed(archive.partnerships.values()))
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
            yield from self._partnership(partnership)

    def _partnership(self, partnership: Partnership) -> Iterator[Page]:
        listed = self._list.partnership(partnership)
        path = addresses.partnership(partnership.key)
        articles = articles_of([partnership])
        council = partnership.council
        page = Page(
            path,
            "partnership",
            f"{council.short} and {partnership.partner.name}",
            listed.sentence,
            {
                "partnership": partnership,
                "listed": listed,
                "proven": list(proven(partnership, self._list)),
                "figure": lifelines(f"{council.short} and {partnership.partner.name}", [partnership]),
                **self._articles(articles),
            },
            (("Partnerships", "partnerships/"), (council.short, f"partnerships/{council.id}/")),
            f"{path}feed.xml",
            articles,
        )
        yield from self._with_timeline(page, partnership.timeline)

    def _side(
        self,
        other: str,
        path: str,
        name: str,
        crumb: tuple[str, str],
        partnerships: Sequence[Partnership],
        moments: Sequence[Moment],
        own: Mapping[str, Any],
    ) -> Iterator[Page]:
        """Give the page of one side of partnerships, a council or a partner; its template is named as its folder."""
        articles = articles_of(partnerships)
        page = Page(
            path,
            crumb[1].removesuffix("s/"),
            name,
            overall(name, partnerships),
            {
                **own,
                "other": other,
                "partnerships": self._listed(partnerships),
                "in_full": len(partnerships) <= LANES,
                "figure": lifelines(name, partnerships, other),
                **self._articles(articles),
            },
            (crumb,),
            f"{path}feed.xml",
            articles,
        )
        yield from self._with_timeline(page, moments)

    def _with_timeline(self, page: Page, moments: Sequence[Moment]) -> Iterator[Page]:
        """Give the page, and where its timeline is long, the pages on which that goes on."""
        yield from paged(page, "timeline", self._list.moments(moments), "timeline")

    def _articles(self, articles: Sequence[Article]) -> Mapping[str, Any]:
        """Give the newest articles for a list, and how many more the timeline alone names."""
        shown = articles[:PER_PAGE]
        return {"articles": self._list.articles(shown), "more": len(articles) - len(shown)}

    def _listed(self, partnerships: Iterable[Partnership]) -> list[Any]:
        return [self._list.partnership(p) for p in partnerships]
