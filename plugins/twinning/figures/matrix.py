"""Councils and partners as a table with the state of each partnership where they meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..html import text


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a council and a partner meet: the partnership's address, its state's term and label, and its name."""

    href: str
    state: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A council or a partner at the edge of the table."""

    id: str
    href: str
    name: str


def matrix(
    councils: Sequence[Named], partners: Mapping[str, Sequence[Named]], cells: Mapping[tuple[str, str], Cell]
) -> str:
    """Give the table: a column for each council, a row for each partner, under the names of their countries."""
    heads = "".join(f'<th scope="col"><a href="{text(c.href)}">{text(c.name)}</a></th>' for c in councils)
    bodies = []
    for country, places in partners.items():
        rows = "".join(
            f'<tr><th scope="row"><a href="{text(place.href)}">{text(place.name)}</a></th>'
            f"{''.join(_cell(cells.get((council.id, place.id))) for council in councils)}</tr>\n"
            for place in places
        )
        wide = len(councils) + 1
        bodies.append(
            f'<tbody>\n<tr><th class="group" colspan="{wide}" scope="rowgroup">{text(country)}</th></tr>\n'
            f"{rows}</tbody>\n"
        )
    return (
        '<section class="scroll" aria-label="Councils and partners" tabindex="0">\n<table class="matrix">\n'
        f'<thead><tr><th scope="col">Partner</th>{heads}</tr></thead>\n{"".join(bodies)}</table>\n</section>\n'
    )


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    return (
        f'<td><a href="{text(cell.href)}" aria-label="{text(cell.name)}: {text(cell.label)}">'
        f'<span class="state state-{text(cell.state)}">{text(cell.label)}</span></a></td>'
    )
