"""A saved web page becomes the article's lines, with what its markup says of headline, date, author and address.

selectolax, which the archive has for its link check, reads the page. trafilatura with htmldate would find the article
too, but brings 17 packages and 62 MB, which every bare machine would fetch for the few who save pages; and it gives
paragraphs that move from release to release, while records cite them by number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS = frozenset(("h1 h2 h3 h4 p li figcaption blockquote time dt dd pre td").split())
_NO_ARTICLE = "script, style, noscript, template, svg, nav, footer, aside, form, button, iframe, select, header nav, menu, input, textarea"
_ASIDE = re.compile(
    r"(?i)\b(?:nav|menu|footer|sidebar|comment|promo|related|share|social|cookie|newsletter|subscribe|advert|banner|breadcrumb|popup|most-read|trending|sponsor|recommend|foot)\w*\b"
)
_START = re.compile(
    rb"(?i)\s*(?:\xef\xbb\xbf)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|\?xml[^>]*>\s*<!doctype\s+html)",
    re.DOTALL,
)
_DAY = re.compile(r"((?:19|20)\d\d-[01]\d-[0-3]\d)")


@dataclass(frozen=True, slots=True)
class Page:
    """An article taken from a page: its lines, and what the markup says; None where it does not."""

    lines: tuple[str, ...]
    headline: str | None
    published: str | None
    author: str | None
    url: str | None
    site: str | None
    """The name of the newspaper or broadcaster whose page it is."""


def is_page(data: bytes) -> bool:
    """Tell whether bytes are a web page."""
    return bool(_START.match(data[:2000]))


def article(data: bytes) -> Page | None:
    """Take the article from a page; None where there is none."""
    tree = LexborHTMLParser(_unicode(data))
    linked = next(_linked(tree), {})
    meta = _meta(tree)
    headline = _text(linked.get("headline")) or meta.get("og:title") or _first(tree, "h1") or _title(tree)
    times = [
        t.attributes.get("datetime") or "" for t in tree.css("article time, main time, time[itemprop=datePublished]")
    ]
    stamps = (
        linked.get("datePublished"),
        meta.get("article:published_time"),
        meta.get("datepublished"),
        meta.get("date"),
        meta.get("dc.date"),
        *times,
    )
    published = next((m[1] for stamp in stamps if isinstance(stamp, str) and (m := _DAY.match(stamp.strip()))), None)
    author = _name_of(linked.get("author")) or meta.get("author")
    canonical = tree.css_first("link[rel=canonical]")
    site = _name_of(linked.get("publisher")) or meta.get("og:site_name") or None
    url = meta.get("og:url") or (canonical.attributes.get("href") if canonical else None)
    for node in tree.css(_NO_ARTICLE):
        node.decompose()
    body = _body(tree)
    lines = _lines(body) if body else []
    if sum(len(line.split()) for line in lines) < 20:
        return None
    if headline and headline not in lines:
        lines.insert(0, headline)
    address = url if url and url.startswith(("http://", "https://")) else None
    return Page(tuple(lines), headline, published, author, address, site)


def _unicode(data: bytes) -> bytes | str:
    """Decode a page as it declares itself, else as UTF-8 or Windows-1252."""
    declared = re.search(rb"(?i)charset\s*=\s*[\"']?([\w-]+)", data[:4096])
    for encoding in (declared[1].decode("ascii", "ignore") if declared else "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def _linked(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Yield what JSON-LD says of an article."""
    for node in tree.css("script[type='application/ld+json']")[:20]:
        try:
            data = json.loads(node.text() or "")
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and ("headline" in item or "datePublished" in item):
                yield item


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop") or ""
        found.setdefault(name.lower(), " ".join((node.attributes.get("content") or "").split()))
    return found


def _name_of(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _first(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return _text(node.text(separator=" ")) if node else None


def _title(tree: LexborHTMLParser) -> str | None:
    title = _first(tree, "title")
    return re.split(r" [|–—-] ", title)[0] if title else None


def _body(tree: LexborHTMLParser) -> LexborNode | None:
    """Find the element that holds the article: the one that says so, else the one whose own paragraphs say most."""
    for selector in ("[itemprop=articleBody]", "article", "main"):
        found = [node for node in tree.css(selector) if len(node.text().split()) > 40]
        if found:
            return max(found, key=lambda node: len(node.text()))
    parents: dict[int, tuple[int, LexborNode]] = {}
    for p in tree.css("p"):
        parent = p.parent
        if parent is not None and not _is_aside(parent):
            words = len(p.text().split())
            count, node = parents.get(parent.mem_id, (0, parent))
            parents[parent.mem_id] = (count + words, node)
    return max(parents.values(), key=lambda item: item[0])[1] if parents else tree.body


def _is_aside(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return bool(_ASIDE.search(names)) and node.tag not in {"article", "main", "body", "p"}


def _lines(body: LexborNode) -> list[str]:
    """Give the text of each block that holds no other, in order."""
    lines: list[str] = []
    for node in body.traverse(include_text=False):
        if node.tag not in _BLOCKS or any(
            child.tag in _BLOCKS
            for child in node.traverse(include_text=False)
            if child.mem_id != node.mem_id and child.tag != "time"
        ):
            continue
        if node.tag == "time" and node.parent is not None and node.parent.tag in _BLOCKS:
            continue
        if _within_aside(node, body):
            continue
        text = " ".join(node.text(deep=True, separator="").split())
        if text:
            lines.append(text)
    return lines


def _within_aside(node: LexborNode, body: LexborNode) -> bool:
    at: LexborNode | None = node
    while at is not None and at.mem_id != body.mem_id:
        if _is_aside(at):
            return True
        at = at.parent
    return False
