"""A page read tag by tag, strictly: what is not well-formed, what would load or run something, and where it leads."""

# ruff: noqa: SIM905  names are read more easily without quotes

from __future__ import annotations

import html.entities
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from ..diagnostics import Code
from .hosts import is_elsewhere, would_run

_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)-->|<!DOCTYPE html>"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|&(?P<reference>#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);|[<&]",
    re.DOTALL,
)
_ABOVE = re.compile(r"^(?:(?:\.{1,2}/)+|/)")
"""The way from a page to the site's root."""
_ATTRIBUTE = re.compile(r"\s+([^\s\"'<>/=]+)(?:=(?:\"([^\"<]*)\"|'([^'<]*)'))?")

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr main nav ol p pre section table ul".split()
)
"""What ends an open paragraph in a browser, whatever the page says."""
_FOREIGN_PAGES = frozenset("applet base embed frame frameset iframe object portal".split())
"""Elements that bring in another page, or send every link of this one elsewhere."""
_LOADING_LINKS = frozenset(
    "apple-touch-icon dns-prefetch icon manifest mask-icon modulepreload preconnect prefetch preload stylesheet".split()
)
"""The relations of a `link` whose address a browser asks for without being told."""
_LOADING = frozenset("src poster data background action formaction ping manifest archive codebase".split())
_LEADING = frozenset({"a", "area", "link"})
"""Elements whose `href` a reader may follow."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a page: where, counted in characters from its beginning, the code, and what."""

    at: int
    code: Code
    message: str


@dataclass(slots=True)
class Reading:
    """What a page holds: ids and links, each with its place, and faults."""

    text: str
    ids: dict[str, int] = field(default_factory=dict)
    links: list[tuple[int, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def place(self, at: int) -> tuple[int, int]:
        """Give line and column, from 1."""
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)


@dataclass(frozen=True, slots=True)
class _Element:
    name: str
    at: int
    parent: str


class _Reader:
    """Reads one page from its first character to its last."""

    def __init__(self, text: str, own: str, scripts: Collection[str]) -> None:
        self.found = Reading(text)
        self._own = own
        self._scripts = scripts
        self._open: list[_Element] = []
        self._all: list[_Element] = []

    def read(self) -> Reading:
        text, at = self.found.text, 0
        if not text.startswith("<!DOCTYPE html>"):
            self._fault(0, Code.PAGE_MARKUP, "the page does not begin with <!DOCTYPE html>")
        while token := _TOKEN.search(text, at):
            at = token.end()
            if token["name"] is None:
                self._sign(token)
            elif token["end"]:
                self._close(token)
            else:
                at = self._element(token)
        for left in self._open:
            self._fault(left.at, Code.PAGE_MARKUP, f"<{left.name}> is never closed")
        if not self.found.faults:
            self._as_a_browser_reads_it()
        return self.found

    def _sign(self, token: re.Match[str]) -> None:
        reference = token["reference"]
        if reference is not None:
            if reference[0] != "#" and reference + ";" not in html.entities.html5:
                self._fault(token.start(), Code.PAGE_MARKUP, f"&{reference}; is no character")
        elif token[0] in {"<", "&"}:
            self._fault(token.start(), Code.PAGE_MARKUP, f"a bare {token[0]} stands here, which begins markup")
        elif token["comment"] is not None and "--" in token["comment"]:
            self._fault(token.start(), Code.PAGE_MARKUP, "a comment holds --")

    def _close(self, token: re.Match[str]) -> None:
        name = token["name"]
        if self._open and self._open[-1].name == name and not token["attributes"].strip():
            self._open.pop()
            return
        waiting = f"<{self._open[-1].name}> is open" if self._open else "nothing is open"
        self._fault(token.start(), Code.PAGE_MARKUP, f"</{name}> stands where {waiting}")
        if any(element.name == name for element in self._open):
            while self._open.pop().name != name:
                pass

    def _element(self, token: re.Match[str]) -> int:
        """Read a start tag; give where to read on."""
        name, at = token["name"].lower(), token.start()
        attributes = self._attributes(token)
        if name in _BLOCKS and any(element.name == "p" for element in self._open):
            self._fault(at, Code.PAGE_MARKUP, f"<{name}> stands in a paragraph, which a browser ends before it")
        if name == "a" and any(element.name == "a" for element in self._open):
            self._fault(at, Code.PAGE_MARKUP, "a link stands in a link")
        self._judge(name, attributes, at)
        element = _Element(name, at, self._open[-1].name if self._open else "")
        self._all.append(element)
        end = token.end()
        if name in {"script", "style"}:
            closing = self.found.text.find(f"</{name}>", end)
            if closing < 0:
                self._fault(at, Code.PAGE_MARKUP, f"<{name}> is never closed")
                return len(self.found.text)
            self._raw(name, attributes, self.found.text[end:closing], at)
            return closing + len(name) + 3
        if name not in VOID and not token["attributes"].endswith("/"):
            self._open.append(element)
        return end

    def _attributes(self, token: re.Match[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        written, at = token["attributes"].removesuffix("/"), 0
        while match := _ATTRIBUTE.match(written, at):
            name = match[1].lower()
            if name in found:
                self._fault(token.start(), Code.PAGE_MARKUP, f"{name} stands twice in <{token['name']}>")
            found[name] = unescape(match[2] if match[2] is not None else match[3] or "")
            at = match.end()
        if written[at:].strip():
            self._fault(
                token.start(), Code.PAGE_MARKUP, f"the attributes of <{token['name']}> are not all quoted and apart"
            )
        return found

    def _judge(self, name: str, attributes: dict[str, str], at: int) -> None:
        """Say what an element would load or run; note its id and where it leads."""
        if name in _FOREIGN_PAGES:
            self._fault(at, Code.PAGE_LOADS, f"<{name}> brings another page into this one")
        if name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            self._fault(at, Code.PAGE_LOADS, "the page sends its reader away")
        for key, value in attributes.items():
            if key.startswith("on") or key == "srcdoc":
                self._fault(at, Code.PAGE_LOADS, f"<{name} {key}> would run what it says")
            elif key == "style":
                self._style(value, at)
        if "id" in attributes:
            if attributes["id"] in self.found.ids or not attributes["id"] or " " in attributes["id"]:
                self._fault(at, Code.PAGE_MARKUP, f"the id {attributes['id']!r} stands twice, is empty or has a space")
            self.found.ids[attributes["id"]] = at
        for address, loads in _addresses(name, attributes):
            self.found.links.append((at, address))
            if would_run(address):
                self._fault(at, Code.PAGE_LOADS, f"{_short(address)} would run, or leads to what no reader can open")
            elif loads and is_elsewhere(address, self._own):
                self._fault(at, Code.PAGE_LOADS, f"{_short(address)} would be loaded from another host")

    def _raw(self, name: str, attributes: dict[str, str], content: str, at: int) -> None:
        if name == "style":
            self._style(content, at)
        elif attributes.get("type") == "application/ld+json":
            try:
                json.loads(content)
            except ValueError:
                self._fault(at, Code.PAGE_MARKUP, "the data in <script> are not JSON")
        elif content.strip() or _ABOVE.sub("", attributes.get("src", "")) not in self._scripts:
            self._fault(at, Code.PAGE_LOADS, "a script stands in the page")

    def _style(self, css: str, at: int) -> None:
        for address in style_addresses(css):
            self.found.links.append((at, address))
            if is_elsewhere(address, self._own) or would_run(address):
                self._fault(at, Code.PAGE_LOADS, f"{_short(address)} would be loaded from another host")

    def _fault(self, at: int, code: Code, message: str) -> None:
        self.found.faults.append(Fault(at, code, message))

    def _as_a_browser_reads_it(self) -> None:
        """Compare what is written with the tree that a browser's parser makes of it."""
        root = LexborHTMLParser(self.found.text).root
        theirs = [] if root is None else [node for node in root.traverse() if node.tag and node.tag[0].isalpha()]
        for ours, node in zip(self._all, theirs, strict=False):
            parent = node.parent.tag if node.parent is not None and node.parent.tag != "-document" else ""
            if (ours.name, ours.parent) != (node.tag, parent or ""):
                self._fault(
                    ours.at, Code.PAGE_MARKUP, f"a browser reads <{node.tag}> in <{parent}> where <{ours.name}> stands"
                )
                return
        if len(self._all) != len(theirs):
            self._fault(0, Code.PAGE_MARKUP, f"a browser reads {len(theirs)} elements where {len(self._all)} stand")


def read(page: bytes, own: str, scripts: Collection[str] = ()) -> Reading:
    """Read a page; `own` is the site's address. Never raises for what the page holds.

    `scripts` are the files at the site's root that the page may run: the preview has one, the site none.
    """
    try:
        text = page.decode()
    except UnicodeDecodeError as fault:
        found = Reading(page.decode(errors="replace"))
        found.faults.append(Fault(fault.start, Code.PAGE_MARKUP, "the page is not UTF-8"))
        return found
    return _Reader(text, own, scripts).read()


def style_addresses(css: str) -> Iterator[str]:
    """Give the addresses that a style sheet loads."""
    bare = re.sub(r"/\*.*?\*/", " ", css, flags=re.DOTALL)
    for match in re.finditer(
        r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s]*))\s*\)|@import\s*[\"']([^\"']*)", bare, re.IGNORECASE
    ):
        yield next(filter(None, match.groups()), "")


def _addresses(name: str, attributes: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """Give the addresses an element names, and whether a browser loads each unasked."""
    for key in ("href", "xlink:href"):
        if key in attributes:
            relations = attributes.get("rel", "").lower().split()
            yield attributes[key], name not in _LEADING or (name == "link" and not _LOADING_LINKS.isdisjoint(relations))
    for key in _LOADING & attributes.keys():
        yield attributes[key], True
    for key in ("srcset", "imagesrcset"):
        for candidate in attributes.get(key, "").split(","):
            if candidate.strip():
                yield candidate.split()[0], True


def _short(address: str) -> str:
    return address if len(address) <= 60 else address[:57] + "…"
