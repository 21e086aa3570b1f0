"""The pages that show the whole at once: the timeline, the matrix, the map."""

from __future__ import annotations

from collections.abc import Iterator

from ..archive import Archive
from .drawn import LANES, by_country, in_matrix, lifelines, map_of, matrices, reports_by_year
from .moments import Listing
from .page import Page
from .paging import paged
from .sentences import counted


class Overview:
    """Makes the pages of the archive as a whole."""

    def __init__(self, archive: Archive, listing: Listing) -> None:
        """Keep what all pages are made from."""
        self._archive = archive
        self._list = listing

    def pages(self) -> Iterator[Page]:
        """Give the timeline, the matrix and the map, each with the list or table of the same."""
        yield from self._timeline()
        yield from self._matrix()
        yield self._map()

    def _timeline(self) -> Iterator[Page]:
        partnerships = tuple(self._archive.partnerships.values())
        drawn = len(partnerships) <= LANES
        page = Page(
            "timeline/",
            "timeline",
            "Timeline",
            "Everything the archive’s articles report or tell of, in the order of its dates.",
            {
                "figure": lifelines("the archive", partnerships, "both")
                if drawn
                else reports_by_year(self._archive, "../")
            },
        )
        yield from paged(page, "timeline", self._list.moments(self._archive.moments))

    def _matrix(self) -> Iterator[Page]:
        councils = in_matrix(self._archive)
        page = Page(
            "matrix/",
            "matrix",
            "Councils and partners",
            f"{counted(len(self._archive.partnerships), 'partnership').capitalize()} where councils and partners meet, "
            "each with where it stands.",
        )
        yield from matrices(page, self._archive, councils)

    def _map(self) -> Page:
        partnerships = list(self._archive.partnerships.values())
        unplaced = [p for p in partnerships if not (p.council.coordinates and p.partner.coordinates)]
        return Page(
            "map/",
            "map",
            "Map",
            f"{counted(len(partnerships), 'partnership').capitalize()} with places abroad, by country.",
            {
                "figure": map_of(partnerships),
                "countries": [
                    (name, [self._list.partnership(p) for p in held]) for name, held in by_country(partnerships).items()
                ],
                "unplaced": counted(len(unplaced), "partnership") if unplaced else "",
            },
        )
