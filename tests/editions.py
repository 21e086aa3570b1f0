"""Editions made in memory: every file of a site as the build would write it, and whether programs can read them all."""

import functools
import json
import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pelican.settings import read_settings
from selectolax.lexbor import LexborHTMLParser
from sites import ADDRESS

from twinning.archive import Archive
from twinning.commands.bench import MEMORY
from twinning.commands.ending import ROOT
from twinning.export.annotations import places
from twinning.markup.tags import INLINE
from twinning.pages.article import ArticlePages
from twinning.pages.browse import Browse
from twinning.pages.edition import SETTING, Edition
from twinning.pages.generators import ArchiveGenerator
from twinning.pages.moments import Listing, dated
from twinning.pages.output import Output
from twinning.pages.prose import view
from twinning.pages.site import site
from twinning.pages.writer import ArchiveWriter
from twinning.publish.ledger import Ledger

Files = Mapping[str, str | bytes]


class Memory(Output):
    """An output that keeps what is written, and knows as the real one does what was written twice."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.files: dict[str, str | bytes] = {}

    def write(self, path: str, text: str | bytes) -> None:
        self.claim(path, "")
        self.files[path] = text

    def keep_placed(self) -> None:
        """Keep what others wrote into the folder."""
        self.files |= {f"data/{path.name}": path.read_bytes() for path in Path(self._folder, "data").iterdir()}


@functools.cache
def _generator() -> Any:
    """Open the theme once: it depends on no archive."""
    settings = read_settings(str(ROOT / "pelicanconf.py"), override={"SITEURL": ADDRESS})
    settings["JINJA_GLOBALS"] = {"dated": dated}
    return ArchiveGenerator({}, settings, settings["PATH"], settings["THEME"], "nowhere")


def files_of(archive: Archive, *, full_text: bool = False) -> Files:
    """Make every file of an archive's site but the theme's, by path: with the build's own makers, without a disk."""
    generator = _generator()
    settings = generator.settings | {"FULL_TEXT": "always" if full_text else "licensed"}
    configured = site(settings, archive.newest_review)
    listing = Listing(archive)
    edition = Edition(
        archive,
        configured,
        ArticlePages(archive, configured, listing),
        Browse(archive, configured, listing),
        (),
        Ledger(Path("ledger.jsonl")),
        (),
        places(f"{configured.url}/", archive.articles),
    )
    generator.settings[SETTING] = edition
    generator.env.globals["site"] = configured
    prose = [p for p in archive.prose.values() if p.has_address]
    pages = [
        SimpleNamespace(
            title=p.page.title,
            url=p.url,
            save_as=f"{p.url}index.html",
            prose=view(p, archive),
            get_relative_source_path=lambda p=p: f"pages/{p.name}",
        )
        for p in prose
    ]
    generator.context = {"pages": [page for page, p in zip(pages, prose, strict=True) if p.page.status == "published"]}
    generator.generate_context()
    writer = ArchiveWriter("nowhere", settings=generator.settings)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        writer.output = memory = Memory(Path(folder))
        for article in archive.articles:
            found = SimpleNamespace(record=article)
            writer.write_file(f"a/{article.id}/index.html", None, generator.context, article=found)
        generator.generate_output(writer)
        memory.keep_placed()
    rendering = generator.context["rendering"]
    return memory.files | {page.save_as: rendering.render("page", page=page) for page in pages}


# --- What programs make of them -------------------------------------------------------------------------------------

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_RUNS = (
    "script:not([type='application/ld+json']), style, iframe, object, embed, base, form, input, template, math, "
    "svg *:not(line, path, rect, text), svg [href], "
    "[style], [srcdoc], [srcset], [poster], [background], [ping], [formaction], meta[http-equiv=refresh i]"
)
_OURS = frozenset(
    {"html", "head", "meta", "title", "link", "body", "a", "p", "header", "div", "nav", "ul", "ol", "li", "main",
     "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "span", "time", "cite", "q", "strong", "em", "code",
     "table", "thead", "tbody", "tr", "th", "td", "footer", "script", "dl", "dt", "dd", "small", "sup", "sub", "kbd",
     "abbr", "br", "hr", "blockquote", "pre", "mark", "del", "ins", "img",
     "search", "form", "label", "input", "button", "fieldset", "legend", "select", "option",
     "aside", "figure", "figcaption", "caption", "svg", "text"}
) | INLINE  # fmt: skip
"""The elements that the theme and prose may write; no text of a record makes another."""
_SHAPES = frozenset({"line", "path", "rect"})
"""What figures are made of: elements that close themselves."""
_LOADING_LINKS = frozenset({"icon", "stylesheet"})
_NAMED = re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*|\.nojekyll")
"""What a file of the site is called: no way out of its folder, nothing that some disk would take for another."""


class Malformed(AssertionError):
    """A page is not what its marks say; the message names the place."""


@dataclass(frozen=True)
class Element:
    """An element that was opened, with its attributes."""

    tag: str
    attributes: Mapping[str, str]


class _Strict(HTMLParser):
    """Reads HTML as it is written and mends nothing: each element closed where it must be, each attribute once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.elements: list[Element] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self._is(len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}")
        self._is(all(re.fullmatch("[a-z:-]+[12]?", name) for name in names), f"<{tag}> has odd attributes: {names}")
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is(tag in _VOID | _SHAPES, f"<{tag}/> closes nothing")
        self.handle_starttag(tag, attrs)
        if tag in _SHAPES:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        self._is(self.open[-1:] == [tag], f"</{tag}> closes {self.open[-1:]}")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self._is("<" not in data or self.open[-1:] == ["script"], f"an open `<` in {data[:80]!r}")

    def handle_entityref(self, name: str) -> None:
        self._is(name in {"amp", "lt", "gt", "quot"}, f"&{name};")

    def handle_comment(self, data: str) -> None:
        self._is(cond=False, said=f"a comment: {data[:80]!r}")

    def handle_pi(self, data: str) -> None:
        self._is(cond=False, said=f"an instruction: {data[:80]!r}")

    unknown_decl = handle_pi

    def _is(self, cond: object, said: str) -> None:
        if not cond:
            raise Malformed(f"{self.getpos()}: {said}")


def elements_of(html: str) -> list[Element]:
    """Read a page strictly. Raises `Malformed`."""
    parser = _Strict()
    parser.feed(html)
    parser.close()
    if parser.open or parser.rawdata:
        raise Malformed(f"not closed: {parser.open}, {parser.rawdata[:80]!r}")
    if len(parser.ids) != len(set(parser.ids)):
        raise Malformed(f"an id stands twice: {sorted(i for i in parser.ids if parser.ids.count(i) > 1)}")
    return parser.elements


def assert_sound(files: Files) -> None:
    """Hold every file to what it must be whatever the archive holds."""
    for name, made in files.items():
        assert _NAMED.fullmatch(name), name
        is_text = isinstance(made, bytes) and not name.startswith("images/") and not name.endswith((".db", ".png"))
        text = made if isinstance(made, str) else made.decode() if is_text else ""
        text.encode()  # no half of a character, which no file can hold
        try:
            if name.endswith(".html"):
                _assert_page(text)
            elif name.endswith(".xml"):
                ET.fromstring(text)
            elif name.endswith((".json", ".jsonld")):
                json.loads(text, parse_constant=_no_number)
        except (AssertionError, ValueError, ET.ParseError) as fault:
            raise AssertionError(f"{name}: {fault}") from fault


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


_SCRIPTS = ("/theme/copy.js", "/theme/lost.js", "/theme/search-index.js", "/theme/search.js")
"""The scripts of the site; which page runs which, the gate holds."""


@functools.lru_cache(maxsize=256)  # most pages do not hold what an example changes
def _assert_page(html: str) -> None:
    elements = elements_of(html)
    seen = LexborHTMLParser(html.encode())
    as_read = [node.tag for node in seen.css("*") if node.tag != "tbody"]
    written = [e.tag for e in elements if e.tag != "tbody"]
    assert sorted(map(str, as_read)) == sorted(written), "a browser reads other elements than are written"
    assert set(written) <= _OURS | _SHAPES, set(written) - _OURS - _SHAPES
    run = [node for node in seen.css(_RUNS) if not (node.attributes.get("src") or "").endswith(_SCRIPTS)]
    is_search = seen.css_first("form#search") is not None
    assert [node for node in run if not (is_search and node.tag in {"form", "input"})] == [], "something would run"
    for data in seen.css("script:not([src])"):
        json.loads(data.text())
    for element in elements:
        for name, value in element.attributes.items():
            assert not name.startswith("on"), element
            if name == "src" or (name == "href" and element.attributes.get("rel") in _LOADING_LINKS):
                assert not re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", value, re.IGNORECASE), element
            elif name == "href":
                address = re.sub(r"[\x00-\x20\x7f]+", "", value)
                scheme = re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE)
                assert scheme is None or scheme[0].lower() in {"http:", "https:", "mailto:"}, element
                assert not address.startswith(("//", "\\", "/\\")), element
