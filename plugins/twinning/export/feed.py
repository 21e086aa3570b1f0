"""Atom feeds (RFC 4287): for the whole, and for every council, partner and partnership."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .xml import text

MAX_ENTRIES = 50
"""The newest entries a feed holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed, ready to be written: `updated` is the day of its review, the XML the same in every feed."""

    updated: date
    xml: str


def entry(*, permalink: str, title: str, newspaper: str, dated: str, summary: str, updated: date) -> Entry:
    """Make an entry. Its id is the permalink, which never changes; the newspaper is named as the source's author."""
    about = f"{newspaper}, {dated}. " if dated else f"{newspaper}. "
    return Entry(
        updated,
        f"<entry><id>{text(permalink)}</id><title>{text(title)}</title>"
        f'<link rel="alternate" type="text/html" href="{text(permalink)}"/>'
        f"<updated>{_instant(updated)}</updated><author><name>{text(newspaper)}</name></author>"
        f'<summary type="text">{text(about + summary)}</summary></entry>\n',
    )


def atom(*, title: str, page: str, address: str, author: str, entries: Iterable[Entry], clock: date) -> str:
    """Give a feed of the entries, in their order; `page` is what it is the feed of, `address` its own.

    An empty feed is dated by the archive's clock, so that no feed depends on the day of the build.
    """
    held = list(entries)[:MAX_ENTRIES]
    updated = max((e.updated for e in held), default=clock)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
        f"<id>{text(page)}</id><title>{text(title)}</title><updated>{_instant(updated)}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{text(address)}"/>'
        f'<link rel="alternate" type="text/html" href="{text(page)}"/>\n'
        f"<author><name>{text(author)}</name></author>\n" + "".join(e.xml for e in held) + "</feed>\n"
    )


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
