"""The gate: what a build has made is checked before it may take the former site's place.

Files are looked at as they are written, while their bytes are at hand; what is written past the gate (prose pages, the
theme) is read back at the end, when links can be followed. The first page of each kind is read tag by tag (`reading`),
its furniture with it; those after it, where they have the same furniture and the regular form (`regular`), get a quick
look, which collects their links and ids and decides nothing against them: what is suspicious is read like the first.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from xml.parsers import expat

import msgspec

from ..diagnostics import Code, Problem
from . import regular, stub
from .encoded import Encoded
from .following import Links
from .hosts import is_elsewhere, would_run
from .reading import Reading, read, style_addresses

BESIDE = ("record.json", "record.jsonld", "cite.csl.json", "cite.ris", "cite.bib", "annotations.json", "linkset.json")
"""The files for machines that stand beside every article's page."""

ENDINGS = (
    ".html",
    ".json",
    ".jsonld",
    ".csv",
    ".xml",
    ".svg",
    ".css",
    ".db",
    ".ris",
    ".bib",
    ".txt",
    ".png",
    ".jpg",
    ".jpeg",
    ".nojekyll",
)
"""How the names of a site's files end. What else came there a browser might run, and nothing here would read it."""

_READ = (".html", ".json", ".jsonld", ".xml", ".svg", ".css")
"""Those of files that are read, and not only there."""
_RUNNING = frozenset({"script", "foreignobject", "handler", "listener", "iframe", "embed", "object"})
"""The elements that a picture may not have."""
_JSON = msgspec.json.Decoder(msgspec.Raw)
_OURS = "this is a fault of the program or of its theme: please report it"


@dataclass(frozen=True, slots=True)
class Promise:
    """What the archive says that its site holds, prose aside."""

    articles: frozenset[str]
    """The ids of its articles."""
    pages: frozenset[str]
    """The files of all its pages, those of articles among them."""


class Gate:
    """Looks at every file of one build."""

    def __init__(
        self, url: str, given: Collection[str] = (), scripts: Mapping[str, Collection[str]] = MappingProxyType({})
    ) -> None:
        """Begin with the site's address; `given` are files that the host adds (the preview's script).

        `scripts` are the site's own, by the page that may run them, or by all pages of a kind (`a/*/cite/index.html`).
        No other page may.
        """
        self._own = url
        self._given = frozenset(given)
        self._scripts = scripts
        self._running = frozenset(script for those in scripts.values() for script in those)
        self._links = Links(url)
        self._address = re.compile(re.escape(url.encode()) + rb'(?:[/?#][^"<\s]*)?(?=["<])')
        self._seen: set[str] = set()
        self._kinds: set[tuple[int, str, bytes, bytes]] = set()
        self._problems: list[Problem] = []
        self.careful = 0
        """How many pages were read tag by tag."""
        self.files = 0
        """How many files the build has, counted in the end."""
        self.paths: frozenset[str] = frozenset()
        """The paths of all of them."""

    @property
    def looked_at(self) -> int:
        """Give how many files it has looked at."""
        return len(self._seen)

    def look(self, path: str, data: bytes) -> None:
        """Look at a file that is being written; `path` is below the site's root. Never raises for what it holds."""
        self._seen.add(path)
        if path.endswith(".html"):
            self._page(path, data)
        elif path.endswith((".json", ".jsonld")):
            if type(data) is not Encoded:
                self._json(path, data)
        elif path.endswith((".xml", ".svg")):
            self._xml(path, data)
        elif path.endswith(".css"):
            self._style(path, data)

    @property
    def ids(self) -> Mapping[str, bytes]:
        """Give the ids of every page, with a space before and after each."""
        return self._links.ids

    def problems(self, folder: Path, promise: Promise) -> list[Problem]:
        """Give everything that is wrong with the build in a folder, sorted."""
        files = set(self._listed(str(folder)))
        self.paths = frozenset(files)
        self.files = len(files)
        for path in sorted(self._seen - files):
            self._say(path, Code.SITE_INCOMPLETE, "the file was written and is not there", "build again")
        unseen = sorted(files - self._seen)
        prose = frozenset(path for path in unseen if path.endswith(".html"))
        for path in unseen:
            if path in prose:
                self._read(path, (folder / path).read_bytes())
            elif path.endswith(_READ):
                self.look(path, (folder / path).read_bytes())
        for path in sorted(path for path in files if not path.endswith(ENDINGS)):
            if path not in self._given and path not in self._running:
                self._say(path, Code.SITE_FOREIGN, "a site has no files of this kind", "take it out of theme/static/")
        self._complete(files, prose, promise)
        self._follow(folder, files)
        return sorted(self._problems)

    # Pages

    def _page(self, path: str, data: bytes) -> None:
        head, main, end = data.find(b"<body>"), data.find(b"<main "), data.rfind(b"</main>") + len(b"</main>")
        if not 0 < head < main < end:
            way = stub.leads_to(data.decode(errors="replace"))
            if way is None:
                self._read(path, data)
            else:  # the one page with a script in it, and known to the last byte
                self._links.note_each(path, {html.escape(way, quote=False).encode()})
            return
        depth = path.count("/")
        # The furniture around `main` is the same on many pages, and so is what a kind of page is made of.
        kind = (depth, path.partition("/")[0] if depth else path, data[head:main], data[end:])
        if (
            not (
                kind in self._kinds
                and regular.is_regular(data, head, main, end)
                and self._links.note(path, self._links_of(data, head, main, end), regular.ID.findall(data, head))
            )
            and not self._read(path, data).faults
        ):
            self._kinds.add(kind)

    def _links_of(self, data: bytes, head: int, main: int, end: int) -> set[bytes]:
        """Give the links of a page in regular form, without those of its furniture: they are known of its kind."""
        links = set(regular.HREF.findall(data, main, end))
        links.update(regular.HREF.findall(data, 0, head))
        return links

    def _read(self, path: str, data: bytes) -> Reading:
        """Read a page tag by tag, say what is wrong with it, and note its links."""
        self.careful += 1
        found = read(data, self._own, self._may_run(path))
        for fault in found.faults:
            self._problems.append(Problem(path, *found.place(fault.at), fault.code, fault.message, _source(path)))
        for at, address in found.links:
            anchor = address[1:].partition(":~:")[0]  # what follows names words
            if address.startswith("#") and anchor not in found.ids and address not in {"#", "#top"}:
                self._dead_end(path, found, at, address, f"the page has no {address}")
        links = {html.escape(address, quote=False).encode() for _, address in found.links if address[:1] != "#"}
        self._links.note_each(path, links, [name.encode() for name in found.ids])
        return found

    def _may_run(self, path: str) -> Collection[str]:
        """Give the scripts that a page may run."""
        first, _, rest = path.partition("/")
        alike = f"{first}/*/{rest.partition('/')[2]}"
        return self._given.union(self._scripts.get(path, ()), self._scripts.get(alike, ()))

    def _follow(self, folder: Path, files: set[str]) -> None:
        """Follow every link noted, and find again where each stands that leads nowhere.

        What the quick look took for a link and the careful one does not find (code in a text) was none.
        """
        dead = self._links.dead_ends(files | self._given)
        if not dead:
            return
        for path in sorted(path for path in files if path.endswith((".html", ".css", ".xml", ".json", ".jsonld"))):
            root = "../" * path.count("/") or "./"
            folder_, slash, _ = path.rpartition("/")
            here = dead.get(path, {}) | dead.get(f"{folder_}{slash}*", {}) | dead.get(root, {}) | dead.get("", {})
            if here and path.endswith(".html"):
                found = read((folder / path).read_bytes(), self._own, self._may_run(path))
                reasons = {html.unescape(link.decode(errors="replace")): reason for link, reason in here.items()}
                for at, address in found.links:
                    if address in reasons:
                        self._dead_end(path, found, at, address, reasons[address])
            elif here:
                data = (folder / path).read_bytes()
                for link, reason in sorted(here.items()):
                    if (at := data.find(link)) >= 0:
                        self._dead_end(path, Reading(data.decode(errors="replace")), at, link.decode(), reason)

    def _dead_end(self, path: str, found: Reading, at: int, address: str, reason: str) -> None:
        message = f"the link {address} leads nowhere: {reason}"
        self._problems.append(Problem(path, *found.place(at), Code.DEAD_END, message, _source(path)))

    # Other files

    def _json(self, path: str, data: bytes) -> None:
        try:
            _JSON.decode(data)
        except msgspec.DecodeError as fault:
            self._say(path, Code.SITE_DATA, f"this is not JSON: {fault}", _OURS)

    def _xml(self, path: str, data: bytes) -> None:
        parser = expat.ParserCreate()
        styles: list[str] = []
        if path.endswith(".svg"):
            parser.StartElementHandler = lambda name, attributes: self._drawn(path, name, attributes)
            parser.ProcessingInstructionHandler = lambda name, _: self._runs(path, f"<?{name}>")
            parser.CharacterDataHandler = styles.append  # whatever is no style holds no url() either
        try:
            parser.Parse(data, True)  # noqa: FBT003  expat's own
        except expat.ExpatError as fault:
            message = f"this is not XML: {expat.ErrorString(fault.code)}"
            self._problems.append(Problem(path, fault.lineno, fault.offset + 1, Code.SITE_DATA, message, _OURS))
        else:
            for address in style_addresses("".join(styles)):
                self._loaded(path, address)
            self._links.note_own(self._address.findall(data))

    def _drawn(self, path: str, name: str, attributes: dict[str, str]) -> None:
        """Judge an element of a picture: it may run nothing and fetch nothing."""
        changed = attributes.get("attributeName", "").rpartition(":")[2].lower()  # by an animation
        if (
            name.rpartition(":")[2].lower() in _RUNNING
            or changed == "href"
            or any(key.lower().startswith("on") for key in (*attributes, changed))
        ):
            self._runs(path, f"<{name}>")
        for key, value in attributes.items():
            if key.rpartition(":")[2].lower() in {"href", "src", "base"}:
                self._loaded(path, value)
            for address in style_addresses(value):
                self._loaded(path, address)

    def _runs(self, path: str, what: str) -> None:
        self._say(path, Code.PAGE_LOADS, f"{what} would run something", "take it out of the picture")

    def _style(self, path: str, data: bytes) -> None:
        found = Reading(data.decode(errors="replace"))
        links = list(style_addresses(found.text))
        for address in links:
            self._loaded(path, address)
        self._links.note_each(path, {address.encode() for address in links})

    def _loaded(self, path: str, address: str) -> None:
        if is_elsewhere(address, self._own) or would_run(address):
            self._say(
                path, Code.PAGE_LOADS, f"{address} would be loaded from elsewhere", "keep a copy in theme/static/"
            )

    # The whole

    def _listed(self, top: str) -> Iterator[str]:
        """Give every file below a folder; what is neither file nor folder is a problem, and never followed."""
        folders = [""]
        while folders:
            here = folders.pop()
            with os.scandir(f"{top}/{here}") as entries:
                for entry in entries:
                    path = here + entry.name
                    if entry.is_file(follow_symlinks=False):
                        yield path
                    elif entry.is_dir(follow_symlinks=False):
                        folders.append(path + "/")
                    else:
                        self._say(path, Code.SITE_FOREIGN, "this is no ordinary file", "take it out of theme/static/")

    def _complete(self, files: set[str], prose: frozenset[str], promise: Promise) -> None:
        """Say what the archive holds and the site does not, and the reverse."""
        promised = promise.pages | {f"a/{article}/{name}" for article in promise.articles for name in BESIDE}
        for path in sorted(promised - files):
            self._say(path, Code.SITE_INCOMPLETE, "the archive has it, the site has not", _OURS)
        for path in sorted(path for path in files - promise.pages - prose if path.endswith(".html")):
            self._say(path, Code.SITE_INCOMPLETE, "the archive has nothing that this page is made of", _OURS)

    def _say(self, path: str, code: Code, message: str, help_: str) -> None:
        self._problems.append(Problem(path, 0, 0, code, message, help_))


def _source(path: str) -> str:
    """Say what to mend for a fault in a page."""
    folder, _, rest = path.partition("/")
    if folder == "a" and "/" in rest:
        return f"the page is made of articles/{rest.partition('/')[0]}.yml: mend its text or its links"
    return "mend what the page is made of: its text in pages/, the records it shows, or the theme"
