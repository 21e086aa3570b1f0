"""What figures are drawn from, taken from the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from ..archive import Archive, Moment, Partnership
from ..figures import card, matrix, signs, timeline, world, years
from ..records import Council, Partner
from ..vocabulary import Outcome
from . import addresses
from .page import Page
from .paging import paged
from .sentences import counted, state

LANES = 24
"""The most partnerships that a timeline draws apart; of more, the reports of each year are counted."""
COLUMNS = 6
"""How many councils one page of the matrix has."""
_LABELS = {str(outcome): outcome.label for outcome in Outcome} | {"disputed": "disputed"}


def lifelines(name: str, partnerships: Sequence[Partnership], named: str = "") -> Markup:
    """Draw the timelines of partnerships; `named` is the side that names each lane, "council" or "partner".

    Nothing is drawn of a single moment, nor of more partnerships than a picture holds.
    """
    if not 0 < len(partnerships) <= LANES:
        return Markup()
    lanes = [timeline.Lane(_name(p, named), _marks(p.timeline)) for p in partnerships]
    entries = sum(len(lane.marks) for lane in lanes)
    label = f"Timeline of {name}: {counted(entries, 'entry', 'entries')}, which the list below gives in words."
    return _safe(timeline.timeline(lanes, label)) if entries > 1 else Markup()


def reports_by_year(archive: Archive, root: str) -> Markup:
    """Give the table of what was reported in each year, latest first."""
    listed = []
    for year, articles in archive.by_year.items():
        counts = dict.fromkeys(_LABELS, 0)
        for article in articles:
            for report in article.reports:
                counts[str(report.outcome) if isinstance(report.outcome, Outcome) else "disputed"] += 1
        if any(counts.values()):
            name = "no single year" if year == "undated" else year
            listed.append(years.Year(name, f"{root}{addresses.year(year)}", counts))
    return _safe(years.years(listed, _LABELS)) if listed else Markup()


def card_of(archive: Archive) -> bytes:
    """Draw the picture that stands beside a link to the archive wherever such pictures are shown."""
    signed = (signs.GOING, signs.OPEN, signs.GONE)
    tallies = []
    for year in sorted(year for year in archive.by_year if year != "undated"):
        told = [signs.sign_of(str(r.outcome)) for article in archive.by_year[year] for r in article.reports]
        tallies.append((told.count(signed[0]), told.count(signed[1]), told.count(signed[2])))
    return card.card(tallies)


def matrices(page: Page, archive: Archive, councils: Sequence[Council]) -> Iterator[Page]:
    """Give the matrix: so many councils on a page as a screen holds, with the partners they have."""
    for part in paged(page, "councils", councils, per_page=COLUMNS):
        yield part.with_data(figure=_table(archive, part.data["councils"], addresses.root_from(part.path)))


def in_matrix(archive: Archive) -> list[Council]:
    """Give the councils that have a partnership, by name: the columns of the matrix."""
    held = [council for council in archive.councils.values() if archive.by_council[council.id]]
    return sorted(held, key=lambda council: (council.short.casefold(), council.id))


def _table(archive: Archive, councils: Sequence[Council], root: str) -> Markup:
    if not councils:
        return Markup()
    held = [p for council in councils for p in archive.by_council[council.id]]
    rows: dict[str, list[matrix.Named]] = {}
    places = {p.partner.id: p.partner for p in held}.values()
    for partner in sorted(places, key=lambda p: (country(p).casefold(), p.name.casefold(), p.id)):
        rows.setdefault(country(partner), []).append(
            matrix.Named(partner.id, f"{root}{addresses.partner(partner.id)}", partner.name)
        )
    columns = [matrix.Named(c.id, f"{root}{addresses.council(c.id)}", c.short) for c in councils]
    cells = {
        p.key: matrix.Cell(
            f"{root}{addresses.partnership(p.key)}",
            p.state.name,
            state(p),
            f"{p.council.short} and {p.partner.name}",
        )
        for p in held
    }
    return _safe(matrix.matrix(columns, rows, cells))


def map_of(partnerships: Iterable[Partnership]) -> Markup:
    """Draw the map of the partnerships whose two places are known; nothing where none are."""
    links = [
        world.Link(
            (p.council.coordinates.lon, p.council.coordinates.lat),
            (p.partner.coordinates.lon, p.partner.coordinates.lat),
            signs.sign_of(p.state.name),
        )
        for p in partnerships
        if p.council.coordinates and p.partner.coordinates
    ]
    if not links:
        return Markup()
    label = f"Map of the world with {counted(len(links), 'partnership')}, which the list beside it gives in words."
    return _safe(world.world(links, label))


def by_country(partnerships: Iterable[Partnership]) -> Mapping[str, list[Partnership]]:
    """Put partnerships under the names of their partners' countries."""
    found: dict[str, list[Partnership]] = {}
    for p in sorted(partnerships, key=lambda p: (country(p.partner).casefold(), p.partner.name.casefold(), p.key)):
        found.setdefault(country(p.partner), []).append(p)
    return found


def country(partner: Partner) -> str:
    """Name a partner's country; its code where the record has no name for it."""
    return partner.country_name or partner.country


def _name(partnership: Partnership, named: str) -> str:
    return {
        "council": partnership.council.short,
        "partner": partnership.partner.name,
        "both": f"{partnership.council.short} and {partnership.partner.name}",
    }.get(named, "")


def _marks(moments: Iterable[Moment]) -> list[timeline.Mark]:
    return [
        timeline.Mark(
            m.date,
            "" if m.report is None else str(m.report.outcome) if isinstance(m.report.outcome, Outcome) else "disputed",
        )
        for m in moments
        if m.date is not None
    ]


def _safe(drawn: str) -> Markup:
    return Markup(drawn)  # noqa: S704  figures escape what they are given where it stands
