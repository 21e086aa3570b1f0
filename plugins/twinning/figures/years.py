"""What was reported in each year, as a table with a bar in each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..html import text
from .signs import GOING, GONE, OPEN, sign_of


@dataclass(frozen=True, slots=True)
class Year:
    """A year's reports: how often each state was reported, and where the year's articles are listed."""

    name: str
    href: str
    counts: Mapping[str, int]


def years(listed: Sequence[Year], labels: Mapping[str, str]) -> str:
    """Give a table of years: the year, the bar, and the numbers it is drawn from, in words. `labels` name the states.

    The bar says nothing that the words beside it do not, so it is hidden from those who hear the page.
    """
    most = max((sum(year.counts.values()) for year in listed), default=0)
    rows = "".join(
        f'<tr><th scope="row"><a href="{text(year.href)}">{text(year.name)}</a></th><td>{_bar(year.counts, most)}</td>'
        f"<td>{', '.join(_amount(n, labels[state]) for state, n in year.counts.items() if n)}</td></tr>\n"
        for year in listed
    )
    return (
        '<table class="years">\n<caption>Reports of partnerships by the year in which they were published: '
        f'<span class="{GOING.name}">{GOING.shape}</span> in being, <span class="{OPEN.name}">{OPEN.shape}</span> '
        f'open, <span class="{GONE.name}">{GONE.shape}</span> at an end</caption>\n'
        '<thead><tr><th scope="col">Year</th><th scope="col">Reports</th><th scope="col">In words</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _amount(number: int, label: str) -> str:
    # Kept on one line, or a number stands at the end of a line and what it counts on the next.
    return f"{number:,}\u00a0{text(label)}".replace(" ", "\u00a0")


def _bar(counts: Mapping[str, int], most: int) -> str:
    x, parts = 0.0, []
    for sign in (GOING, OPEN, GONE):
        width = 100 * sum(n for state, n in counts.items() if sign_of(state) is sign) / most
        if width:
            parts.append(f'<rect class="{sign.name}" x="{x:.4g}%" y="0" width="{width:.4g}%" height="100%"/>')
        x += width
    return f'<svg class="bar" width="100%" height="1em" aria-hidden="true">{"".join(parts)}</svg>'
