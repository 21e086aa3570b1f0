"""Whether every link of a built site arrives: the page, the file, the fragment. Asks nothing of the network."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser

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
    own = pages["index.html"].canonical if "index.html" in pages else ""
    base = prefix or urlsplit(own).path or "/"
    links = 0
    broken: list[BrokenLink] = []
    for name, page in pages.items():
        broken += (BrokenLink(name, f"#{twice}", "this id stands twice") for twice in page.duplicates)
        for href in page.hrefs:
            where = _within(href, name, base, own)
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


def _within(href: str, page: str, base: str, own: str) -> tuple[str, str] | None:
    """Give path and fragment of a link within the site; None where it leads to another host. `..` may escape it."""
    if own and href.startswith(own):
        href = base + href.removeprefix(own)
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    address, fragment = urldefrag(href)
    # The path is resolved as a browser does, from where the page stands under the prefix.
    here = base + page
    path = unquote(posixpath.join(posixpath.dirname(here), urlsplit(address).path) if address else here)
    resolved = posixpath.normpath(path) + ("/" if path.endswith("/") and posixpath.normpath(path) != "/" else "")
    if resolved + "/" == base:
        resolved = base
    if not resolved.startswith(base):
        return ("..", fragment)
    return resolved.removeprefix(base), unquote(fragment)


def _fault(where: tuple[str, str], pages: dict[str, _Page], files: set[str]) -> str:
    path, fragment = where
    if path == "..":
        return "leads out of the site"
    target = path + "index.html" if path == "" or path.endswith("/") else path
    if target not in files:
        return "is a folder; end it with a slash" if f"{path}/index.html" in files else "there is no such page"
    if fragment and fragment != "top" and (target not in pages or fragment not in pages[target].ids):
        return f"the page has no #{fragment}"
    return ""
