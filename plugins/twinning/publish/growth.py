"""What a build adds to the ledger: the pages, anchors and files that were never published before.

Cited are pages, the files that stand beside them (records, citations, annotations, feeds, data) and pictures. Not
cited, so that they may change, are what pages are furnished with and what only finds pages.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path

import msgspec

from ..archive import Archive
from . import anchors
from .keeping import words
from .ledger import Ledger, Line

NOT_CITED = re.compile(
    r"theme/.*|search/.*\.json|robots\.txt|sitemap[^/]*|offline[^/]*|404\.html|addresses\.json|(?:.*/)?\..*"
)
"""The files that nobody cites: style and scripts, indexes for search, what is for robots."""
_TITLE = re.compile(rb"<title>([^<]*)</title>")


def new_lines(
    ledger: Ledger,
    folder: Path,
    files: Iterable[str],
    ids: Mapping[str, bytes],
    archive: Archive,
    *,
    site: str,
    day: str,
) -> list[Line]:
    """Give the lines that a finished site adds, in the order of their addresses.

    `site` is the name at the end of every title; `day` the day of publication.
    """
    beside: dict[str, list[str]] = defaultdict(list)
    pages: list[str] = []
    for file in sorted(files):
        if NOT_CITED.fullmatch(file):
            continue
        if file == "index.html" or file.endswith("/index.html"):
            pages.append(file)
        else:
            beside[file[: file.rfind("/") + 1]].append(file)
    lines: list[Line] = []
    for page in pages:
        below = page.removesuffix("index.html")
        names = [file[len(below) :] for file in beside.pop(below, ())]
        line = _of_page(ledger, f"/{below}", names, ids.get(page, b""), archive)
        if line is not None:
            lines.append(
                _dated(line, folder / page, site, day) if f"/{below}" not in ledger.published else _on(line, day)
            )
    alone = [f"/{file}" for rest in beside.values() for file in rest]
    lines += [_dated(Line(a), folder / a[1:], site, day) for a in alone if a not in ledger.published]
    return sorted(lines, key=lambda line: line.address)


def _of_page(ledger: Ledger, address: str, names: list[str], ids: bytes, archive: Archive) -> Line | None:
    """Give what of a page was not published before; None where all was, or where it only leads elsewhere."""
    before = ledger.published.get(address, Line(address))
    article = archive.by_id.get(address[3:-1]) if address.startswith("/a/") else None
    notes, statements = words(article) if article is not None and article.withdrawn is None else ("", "")
    line = Line(
        address,
        anchors=anchors.short(_named(ids) - anchors.whole(before.anchors)),
        notes=notes if notes != before.notes else "",
        statements=statements if statements != before.statements else "",
        files=" ".join(sorted(set(names) - set(before.files.split()))),
    )
    is_new = address not in ledger.published
    return line if is_new or line != Line(address) else None


def _named(ids: bytes) -> frozenset[str]:
    return frozenset(ids.decode().split()) - anchors.FURNITURE


def _on(line: Line, day: str) -> Line:
    return msgspec.structs.replace(line, first=day)


def _dated(line: Line, file: Path, site: str, day: str) -> Line:
    """Add the day, and the title and digest of the file as it is on that day."""
    data = file.read_bytes()
    title = _TITLE.search(data[:4096]) if file.suffix == ".html" else None
    said = unescape(title[1].decode()).removesuffix(f" – {site}") if title else ""
    return msgspec.structs.replace(line, first=day, title=said, sha256=hashlib.sha256(data).hexdigest())


def of_left(
    addresses: Iterable[str], day: str, *, gone: str = "", to: Mapping[str, str] | None = None
) -> Iterator[Line]:
    """Give the lines that say where addresses have moved, or why they are gone."""
    for address in sorted(addresses):
        yield Line(address, to=to[address], on=day) if to else Line(address, gone=gone, on=day)
