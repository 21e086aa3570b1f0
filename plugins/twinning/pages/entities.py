"""The pages of councils, partners and partnerships: each opens with where things stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..archive import Archive, Moment, Partnership
from . import addresses
from .moments import Listing
from .page import Page, Way, articles_of, by_name, index, partnerships_of, states
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
        yield index(
            "councils/",
            "Councils",
            "council",
            [
                Way(addresses.council(c.id), c.name, partnerships_of(archive.by_council[c.id]), c.nation.label)
                for c in by_name(archive.councils.values(), lambda c: c.name)
            ],
        )
        for council in archive.councils.values():
            yield self._side(
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
        yield index(
            "partners/",
            "Partners",
            "partner",
            [
                Way(
                    addresses.partner(p.id),
                    p.name,
                    partnerships_of(archive.by_partner[p.id]),
                    ", ".join(x for x in (p.within, p.country_name or p.country) if x),
                    p.local_name.text if p.local_name else "",
                    p.local_name.lang if p.local_name else "",
                )
                for p in by_name(archive.partners.values(), lambda p: p.name)
            ],
        )
        for partner in archive.partners.values():
            yield self._side(
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
        yield Page(
            "partnerships/",
            "partnerships",
            "Partnerships",
            f"{counted(len(archive.partnerships), 'partnership').capitalize()} of councils and places abroad, "
            "and where each stands.",
            {"partnerships": self._listed(archive.partnerships.values()), "states": states(self._archive)},
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
            articles = articles_of([partnership])
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

    def _side(
        self,
        path: str,
        name: str,
        crumb: tuple[str, str],
        partnerships: Sequence[Partnership],
        moments: Iterable[Moment],
        own: Mapping[str, Any],
    ) -> Page:
        """Give the page of one side of partnerships, a council or a partner; its template is named as its folder."""
        articles = articles_of(partnerships)
        return Page(
            path,
            crumb[1].removesuffix("s/"),
            name,
            overall(name, partnerships),
            {
                **own,
                "partnerships": self._listed(partnerships),
                "timeline": [self._list.moment(moment) for moment in moments],
                "articles": [self._list.article(article) for article in articles],
            },
            (crumb,),
            f"{path}feed.xml",
            articles,
        )

    def _listed(self, partnerships: Iterable[Partnership]) -> list[Any]:
        return [self._list.partnership(p) for p in partnerships]
