"""What a build would lose of what was published: told before it is made and again after."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..archive import Archive
from ..clock import today
from ..diagnostics import Problem
from ..pages.edition import Edition
from ..pages.promise import made
from ..pages.remains import folder_of, remains
from ..publish import ledger as published
from ..publish.gate import Gate
from ..publish.growth import new_lines
from ..publish.keeping import displaced, keep, lost_anchors, lost_files, lost_pages

_NAMED = 5


def before(edition: Edition, target: Path, *, meant: bool, trial: bool) -> list[Problem]:
    """Say what would be lost of the pages, and which notes and statements would change their numbers.

    `target` is the former site, which tells what was published where there is no ledger. With `meant` there may be
    fewer articles; in a `trial` nothing is refused, and addresses that are lost are said all the same.
    """
    ledger, archive = edition.ledger, edition.archive
    found = of_pages(ledger, archive)
    if trial:
        _say(found)
        return []
    if meant:
        return found
    known = published.known_before(ledger, target)
    where = ledger.path if ledger.numbers else target
    # What the former site had and nobody has reviewed is left out on purpose: it was built on this computer.
    there = [*(article.id for article in archive.articles), *edition.left_out]
    shrunk = published.shrunk(known, there, where)
    return [shrunk, *found] if shrunk is not None else found


def of_pages(ledger: published.Ledger, archive: Archive) -> list[Problem]:
    """Say which pages an archive would lose, and which notes and statements would change their numbers."""
    pages = made(archive)
    of_themselves = (remain for remain in remains(ledger, pages) if f"/{remain.path}" not in ledger.left)
    kept = pages.union(remain.file for remain in of_themselves)
    return [*lost_pages(ledger, kept), *displaced(ledger, archive)]


def keep_anchors(edition: Edition, gate: Gate, built: Path) -> None:
    """Give pages the anchors that they lost and nobody cites for what they say (see `publish.keeping`)."""
    if not edition.ledger.published:
        return
    _, kept = lost_anchors(edition.ledger, gate.ids, _prose(edition), _withdrawn(edition))
    for page, names in kept.items():
        if page in gate.ids:
            data = keep((built / page).read_bytes(), names)
            (built / page).write_bytes(data)
            gate.look(page, data)


def after(edition: Edition, gate: Gate, *, trial: bool) -> list[Problem]:
    """Say which files and anchors the finished site lost. Pages are said `before`."""
    if not edition.ledger.published:
        return []
    found, _ = lost_anchors(edition.ledger, gate.ids, _prose(edition), _withdrawn(edition))
    found += lost_files(edition.ledger, gate.paths)
    if trial:
        _say(found)
        return []
    return found


def additions(edition: Edition, gate: Gate, built: Path) -> list[published.Line]:
    """Give the lines that the finished site adds to the ledger."""
    remaining = {remain.file for remain in edition.remains}
    beside = {folder_of(remain.path) + name for remain in edition.remains for name in remain.files}
    files = gate.paths - remaining - beside
    day = today(os.environ).isoformat()
    return new_lines(edition.ledger, built, files, gate.ids, edition.archive, site=edition.site.name, day=day)


def _say(found: list[Problem]) -> None:
    if found:
        named = "; ".join(problem.message for problem in found[:_NAMED])
        more = f"; and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
        print(f"not refused, for so it is meant: {named}{more}", file=sys.stderr)


def _prose(edition: Edition) -> frozenset[str]:
    """Give the files of the pages of prose."""
    return frozenset(f"{p.url}index.html" for p in edition.archive.prose.values() if p.has_address)


def _withdrawn(edition: Edition) -> frozenset[str]:
    return frozenset(f"a/{article.id}/index.html" for article in edition.archive.articles if article.withdrawn)
