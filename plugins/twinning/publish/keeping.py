"""What was published is kept: no address, file or anchor of the ledger may be lost, and none come to mean other words.

What only the look of a page decides (headings, the numbers of proofs) is kept silently: the page is given an empty
anchor of that name. What people cite, paragraphs, notes, statements and the anchors of prose, fails the build.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Mapping, Sequence

from ..archive import Archive
from ..diagnostics import Code, Problem
from ..html import text
from ..records import Article
from . import anchors
from .ledger import Ledger, Line

_CITED = re.compile(r"[pns][1-9][0-9]*")


def words(article: Article) -> tuple[str, str]:
    """Give the short digests of an article's notes and of its statements, each in their order."""
    if not article.notes and not article.statements:
        return "", ""
    return (
        " ".join(_digest(note.text) for note in article.notes),
        " ".join(_digest(f"{statement.name}\n{statement.gist}") for statement in article.statements),
    )


def lost_pages(ledger: Ledger, pages: Container[str]) -> list[Problem]:
    """Give every page that was published and will not be made, and every move that leads nowhere.

    `pages` are the files of all pages that the archive makes. An address that is made again needs no way elsewhere.
    """
    problems = [
        _lost(ledger, address)
        for address, line in ledger.published.items()
        if line.file not in pages and line.file.endswith(".html") and address not in ledger.left
    ]
    for address, line in ledger.left.items():
        if not line.to or line.file in pages:
            continue
        end = ledger.destination(address)
        if end is not None and (Line(end).file in pages or end in ledger.left):
            continue
        where = "in a circle" if end is None else f"to {end}, where nothing stands"
        help_ = "say where it leads now: `python3 tasks.py move OLD NEW` adds a line, and the latest one counts"
        problems.append(ledger.problem(address, Code.MOVED_NOWHERE, f"{address} has moved {where}", help_))
    return sorted(problems)


def displaced(ledger: Ledger, archive: Archive) -> list[Problem]:
    """Give every note and statement whose number now belongs to another: who cited it would cite other words."""
    problems: list[Problem] = []
    for article in archive.articles:
        before = ledger.published.get(f"/a/{article.id}/")
        if before is None or article.withdrawn is not None or not (before.notes or before.statements):
            continue
        notes, statements = words(article)
        for kind, then, now in (("n", before.notes, notes), ("s", before.statements, statements)):
            if then != now and (moved := _moved(then.split(), now.split())):
                problems.append(_displaced(ledger, before.address, kind, moved))
    return sorted(problems)


def lost_files(ledger: Ledger, files: Container[str]) -> list[Problem]:
    """Give every file that was published and is not among those of a built site."""
    problems: list[Problem] = []
    for address, line in ledger.published.items():
        page = line.file
        if page not in files:
            problems.append(_lost(ledger, address))
        elif line.files:
            below = page[: page.rfind("/") + 1]
            problems += (
                _lost(ledger, f"/{below}{name}", address) for name in line.files.split() if below + name not in files
            )
    return problems


def lost_anchors(
    ledger: Ledger, ids: Mapping[str, bytes], prose: Container[str], withdrawn: Container[str]
) -> tuple[list[Problem], dict[str, list[str]]]:
    """Give every cited anchor that a built site lost; and the anchors to keep, by the page to keep them on.

    `ids` are those of each page; `prose` and `withdrawn` name pages, by their files: of the first all anchors are
    cited, and on the second all are kept, for what they named is gone on purpose.
    """
    problems: list[Problem] = []
    kept: dict[str, list[str]] = {}
    for address, line in ledger.published.items():
        page = line.file
        if not line.anchors or page not in ids:
            continue
        if address in ledger.left and not ids[page].strip():
            page = Line(ledger.destination(address) or address).file  # where the stub leads
        for name in anchors.missing(line.anchors, ids.get(page, b"")):
            is_cited = page in prose or (address.startswith("/a/") and page not in withdrawn and _CITED.fullmatch(name))
            if page == line.file and is_cited:
                problems.append(_lost_anchor(ledger, address, name))
            else:
                kept.setdefault(page, []).append(name)
    return problems, kept


def keep(data: bytes, names: Iterable[str]) -> bytes:
    """Give a page the anchors that it lost, as empty elements before all that it says."""
    at = data.index(b">", data.index(b"<main ")) + 1
    spans = "".join(f'<span id="{text(name)}"></span>' for name in sorted(set(names)))
    return data[:at] + f'\n<div class="kept">{spans}</div>'.encode() + data[at:]


def _digest(said: str) -> str:
    """Give enough of a digest to tell the notes of one article apart."""
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _moved(then: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Give the numbers that words had and have, where they are not the same."""
    found = []
    for number, digest in enumerate(then, 1):
        if (number > len(now) or now[number - 1] != digest) and digest in now:
            found.append((number, now.index(digest) + 1))
    return found


def _displaced(ledger: Ledger, address: str, kind: str, moved: Sequence[tuple[int, int]]) -> Problem:
    was, is_ = moved[0]
    more = f", and {len(moved) - 1} more likewise" if len(moved) > 1 else ""
    what = "note" if kind == "n" else "statement"
    return ledger.problem(
        address,
        Code.DISPLACED,
        f"{address}#{kind}{was} would lead to other words: the {what} it was published for is #{kind}{is_} now{more}",
        f"put the {what}s back into their order; new ones go to the end, and one that is taken out leaves an entry in "
        "its place that says so",
    )


def _lost_anchor(ledger: Ledger, address: str, name: str) -> Problem:
    kind = name[0] if address.startswith("/a/") else ""
    help_ = {
        "p": "the source had that paragraph: see to `source.paragraphs`",
        "n": "put the note back; to take its words out, leave a note in its place that says so",
        "s": "put the statement back; to take it out, leave `{name: not-stated, stance: context-only, gist: Removed., "
        "removed: …}` in its place, with the reason",
    }.get(kind, f"give a heading or element of the page the id: `{{#{name}}}`")
    return ledger.problem(address, Code.LOST_ANCHOR, f"{address}#{name} would be lost", help_)


def _lost(ledger: Ledger, address: str, page: str = "") -> Problem:
    line = ledger.published.get(page or address)
    since = f", published since {line.first}" if line is not None and line.first else ""
    return ledger.problem(page or address, Code.LOST, f"{address}{since}, would be lost", _remedy(address, page))


def _remedy(address: str, page: str) -> str:
    top, _, rest = address[1:].partition("/")
    name = rest.partition("/")[0]
    if page:
        return "put back what makes this file"
    if top == "a":
        return (
            f"put articles/{name}.yml back: an article is withdrawn (`python3 tasks.py withdraw {name} --reason …`) or "
            f"merged into another (`merge {address} /a/…/`), never deleted"
        )
    if top in {"councils", "partners", "newspapers"}:
        return f"put {top}/{name}.yml back, or say what it is now: `python3 tasks.py move {address} /{top}/…/`"
    if top in {"people", "partnerships"}:
        return (
            f"put back the record that named it, or say where it is now: `python3 tasks.py move {address} /{top}/…/`; "
            f"or why it is gone: `python3 tasks.py move {address} --gone …`"
        )
    return f"put back what stood there, or say where it is now: `python3 tasks.py move {address} /…/`"
