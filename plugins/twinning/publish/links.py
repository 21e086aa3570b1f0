"""Whether every link of a built site arrives: the page, the file, the fragment. Asks nothing of the network.

A second opinion of the gate's (`following`): every page is read again from the disk, by a browser's parser.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from .following import NO_PAGE, OUTSIDE, SLASH
from .hosts import Place, place

_ATTRIBUTES = ("href", "src")


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, the link, and why."""

    page: str
    href: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked: numbers of pages and of links within the site, and the broken ones."""

    pages: int
    links: int
    broken: tuple[BrokenLink, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    ids: frozenset[str]
    hrefs: tuple[str, ...]
    canonical: str
    duplicates: tuple[str, ...]


def broken_links(site: Path, prefix: str | None = None) -> Checked:
    """Follow every link within a built site.

    A link is within the site when it is relative, or begins with the site's own address as the home page's canonical
    link tells it. `prefix` is the path under which the site stands; without it that of the home page's address.
    Links that leave the site's folder, and ids that stand twice in a page, are broken too.
    """
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    own = pages["index.html"].canonical.rstrip("/") if "index.html" in pages else ""
    stands = urlsplit(own)._replace(path=prefix.rstrip("/")).geturl() if prefix else own
    links = 0
    broken: list[BrokenLink] = []
    for name, page in pages.items():
        broken += (BrokenLink(name, f"#{twice}", "this id stands twice") for twice in page.duplicates)
        for href in page.hrefs:
            where = place(stands + href.removeprefix(own) if own and href.startswith(own) else href, name, stands)
            if where is None:
                continue
            links += 1
            reason = _fault(where, pages, files)
            if reason:
                broken.append(BrokenLink(name, href, reason))
    return Checked(len(pages), links, tuple(broken))


def _read(path: Path) -> _Page:
    tree = LexborHTMLParser(path.read_bytes())
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    seen: set[str] = set()
    twice = sorted({i for i in ids if i in seen or seen.add(i)})  # type: ignore[func-returns-value]
    hrefs = [
        value
        for attribute in _ATTRIBUTES
        for node in tree.css(f"[{attribute}]")
        if (value := node.attributes[attribute]) is not None
    ]
    canonical = tree.css_first('link[rel="canonical"]')
    return _Page(
        frozenset(ids), tuple(hrefs), (canonical.attributes.get("href") or "") if canonical else "", tuple(twice)
    )


def _fault(where: Place, pages: dict[str, _Page], files: set[str]) -> str:
    if where.file is None:
        return OUTSIDE
    if where.file not in files:
        return SLASH if f"{where.file}/index.html" in files else NO_PAGE
    if where.fragment in {"", "top"} or where.fragment in getattr(pages.get(where.file), "ids", ()):
        return ""
    return f"that page has no #{where.fragment}"
