"""The links of a site that is being made: noted page by page, followed when every page is there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape

from .hosts import place

NO_PAGE = "there is no such page"
OUTSIDE = "it leads out of the site"
SLASH = "that is a folder; end it with a slash"
_NAME = re.compile(rb"[a-z0-9][a-z0-9.-]*(?:\.[a-z]+|/)")
"""The name of a file, or of a folder, in the page's own folder."""
_ABOVE = re.compile(rb"\.\./(?:[a-z0-9][a-z0-9.-]*\.[a-z]+)?")
"""The page above, or a file beside that one."""
_MANY = 2_000
"""How many sets of anchors are kept: most articles have one of a few."""


class Links:
    """Notes links and ids, each as often as it means something else."""

    def __init__(self, own: str) -> None:
        """Begin with the site's address."""
        self._own = own
        self._prefix = own.encode()
        self._ids: dict[str, bytes] = {}
        self._anchors: dict[bytes, frozenset[bytes]] = {}
        # What begins with the way back to the root, or with the site's address, means the same on every page as deep.
        self._shared: dict[str, set[bytes]] = defaultdict(set)
        # Beside most articles stand the same names: the folders with each set of them.
        self._names: set[bytes] = set()
        self._beside: dict[frozenset[bytes], set[str]] = defaultdict(set)
        self._single: dict[str, set[bytes]] = {}

    @property
    def ids(self) -> Mapping[str, bytes]:
        """Give the ids of every page noted, with a space before and after each."""
        return self._ids

    def note(self, page: str, links: set[bytes], ids: Collection[bytes] = ()) -> bool:
        """Note a page's links, as they are written, and its ids.

        False where a link to the page itself finds no id, an id stands twice, or a link is of an unusual kind.
        """
        joined = b" ".join([b"", *ids, b""])
        anchors = self._anchors_of(joined, ids)
        folder = page[: page.rfind("/") + 1]
        root = "../" * page.count("/") or "./"
        start, here = root.encode(), f"{self._own}/{folder}".encode()
        shared, absolute = self._shared[root], self._shared[""]
        beside = links & self._names if folder else {name for name in links & self._names if name[:2] != b".."}
        single: set[bytes] = set()
        # What is small is taken out in place, what is large is looked up: a set is walked through to be taken out.
        links -= anchors
        links -= beside
        for link in links - shared:
            if link.startswith(start):
                shared.add(link)
            elif link.startswith(self._prefix):
                name = link[len(here) :] if link.startswith(here) else b""
                if name in self._names:
                    beside.add(name)
                elif _NAME.fullmatch(name):
                    self._names.add(name)
                    beside.add(name)
                else:
                    absolute.add(link)
            elif link.startswith((b"https://", b"http://", b"mailto:")) or link.partition(b":~:")[0] in anchors:
                continue  # elsewhere, or to words of this page
            elif link[:1] == b"#" or b":" in link or b"&" in link:
                return False
            elif _NAME.fullmatch(link) or (folder and _ABOVE.fullmatch(link)):
                self._names.add(link)
                beside.add(link)
            else:
                single.add(link)
        self._ids[page] = joined
        if beside:
            self._beside[frozenset(beside)].add(folder)
        if single:
            self._single[page] = single
        return len(anchors) == len(ids) + 2

    def note_own(self, links: Iterable[bytes]) -> None:
        """Note links that all begin with the site's address."""
        self._shared[""].update(links)

    def note_each(self, page: str, links: set[bytes], ids: Collection[bytes] = ()) -> None:
        """Note links of any kind, to be followed one by one, and the ids of a page."""
        self._ids[page] = b" ".join([b"", *ids, b""])
        self._single[page] = links

    def _anchors_of(self, joined: bytes, ids: Collection[bytes]) -> frozenset[bytes]:
        """Give the links that arrive within a page of these ids."""
        found = self._anchors.get(joined)
        if found is None:
            if len(self._anchors) >= _MANY:
                self._anchors.clear()
            found = self._anchors[joined] = frozenset([*(b"#" + name for name in ids), b"#", b"#top"])
        return found

    def dead_ends(self, files: Collection[str]) -> dict[str, dict[bytes, str]]:
        """Give what leads nowhere, and why: by the page it stands on, by its folder (`a/ta-0001/*`), or by the root.

        That is the way back to the root with which links begin; those with the site's whole address are under "".
        """
        found: dict[str, dict[bytes, str]] = defaultdict(dict)
        ids: dict[bytes, bytes | None] = {}
        for root, links in self._shared.items():
            page = "x/" * root.count("../") + "index.html"
            for link in self._doubtful(len(root) or len(self._own) + 1, links, files, ids):
                if reason := self._reason(link, page, files):
                    found[root][link] = reason
        for names, folders in self._beside.items():
            for name in names:
                for folder in _without(name.decode(), folders, files):
                    found[folder + "*"][name] = NO_PAGE
                    if name[:2] != b"..":  # which may be written as its whole address too
                        found[folder + "*"][f"{self._own}/{folder}".encode() + name] = NO_PAGE
        for page, links in self._single.items():
            for link in links:
                if reason := self._reason(link, page, files):
                    found[page][link] = reason
        return found

    def _doubtful(
        self, start: int, links: Collection[bytes], files: Collection[str], ids: dict[bytes, bytes | None]
    ) -> Iterator[bytes]:
        """Leave out the links that plainly arrive: what follows `start` is a file or page that is there.

        `ids` keeps what is known of where they lead: the ids there, None where nothing is.
        """
        for link in links:
            target, _, fragment = link[start:].partition(b"#")
            if target in ids:
                there = ids[target]
            else:
                name = target.decode(errors="replace")
                if not name or name[-1] == "/":
                    name += "index.html"
                there = ids[target] = self._ids.get(name, b"") if name in files else None
            if there is None or (fragment and b" %b " % fragment not in there):
                yield link

    def _reason(self, link: bytes, page: str, files: Collection[str]) -> str:
        """Say why a link leads nowhere; nothing where it arrives or leaves for another host."""
        target = place(unescape(link.decode(errors="replace")), page, self._own)
        if target is None:
            return ""
        if target.file is None:
            return OUTSIDE
        if target.file not in files:
            return SLASH if f"{target.file}/index.html" in files else NO_PAGE
        if target.fragment in {"", "top"} or not target.file.endswith(".html"):
            return ""
        if f" {target.fragment} ".encode() in self._ids.get(target.file, b""):
            return ""
        return f"that page has no #{target.fragment}"


def _without(name: str, folders: Iterable[str], files: Collection[str]) -> list[str]:
    """Give the folders beside whose page no such file is; "../" before the name is the folder above, or its page."""
    file = name + "index.html" if name[-1] == "/" else name
    if file[:3] == "../":
        return [folder for folder in folders if folder[: folder.rfind("/", 0, -1) + 1] + file[3:] not in files]
    return [folder for folder in folders if folder + file not in files]
