"""What will be published, as far as it is known before anything is built.

Told by looking it up, not by listing it: an archive has tens of thousands of addresses, and its prose a handful of
links. Fragments of pages that templates make, and files of the theme, are left to the check of the finished site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping

from .archive import Archive
from .prose import ProsePage
from .records import Article
from .vocabulary import Outcome

INDEXES = frozenset(
    {"", "404.html", "a/", "addresses.json", "annotations.json", "card.png", "cite.bib", "cite.csl.json", "cite.ris",
     "councils/", "data/", "feed.xml", "linkset.json", "map/", "matrix/", "newspapers/", "outcomes/",
     "outcomes/disputed/", "partners/", "partnerships/", "people/", "robots.txt", "search/", "sitemap.xml", "timeline/",
     "years/"}
    | {f"outcomes/{outcome}/" for outcome in Outcome if outcome.is_state}
    | {f"data/{name}" for name in ("archive.db", "checksums.txt", "datapackage.json", "datasette.json",
                                   "record.schema.json")}
    | {f"data/{table}.{form}" for form in ("csv", "json", "schema.json")
       for table in ("articles", "claims", "councils", "events", "evidence", "newspapers", "partners", "partnerships",
                     "reports", "statements")}
)  # fmt: skip
"""The addresses that every archive has, whatever it holds."""
_BESIDE = frozenset(
    {"", "cite/", "record.json", "record.jsonld", "cite.csl.json", "cite.ris", "cite.bib", "annotations.json",
     "linkset.json"}
)  # fmt: skip
_WITH_FEED = frozenset({"", "feed.xml", "cite.csl.json", "cite.ris", "cite.bib", "linkset.json"})
_WITH_LINKS = frozenset({"", "linkset.json"})
_OF_FILES = {"articles": "a", "councils": "councils", "newspapers": "newspapers", "partners": "partners"}
_NUMBERED = re.compile(r"(?<=/)page/[1-9][0-9]*/\Z")
"""The end of the address at which a long list goes on; how far, the check of the finished site knows."""
_ANCHOR = re.compile(r"([pns])([1-9][0-9]{0,3})\Z")

_Below = list[str]
"""The parts of an address below its first: ["ta-0001", ""]."""


class Published:
    """The addresses of an archive. `unread` names files whose own problems are told already: theirs may be there."""

    def __init__(self, archive: Archive, unread: frozenset[str] = frozenset()) -> None:
        """Keep what tells of them."""
        self.archive = archive
        self.pages: Mapping[str, ProsePage] = {p.url: p for p in archive.prose.values() if p.has_address}
        self._unread = unread
        self._is_unsure = bool(unread)
        self._kinds: Mapping[str, Callable[[_Below], bool]] = {
            "a": lambda below: self._is_of("articles", archive.by_id, below, _BESIDE),
            "councils": lambda below: self._is_of("councils", archive.councils, below, _WITH_FEED),
            "partners": lambda below: self._is_of("partners", archive.partners, below, _WITH_FEED),
            "newspapers": lambda below: self._is_of("newspapers", archive.newspapers, below, _WITH_LINKS),
            # What a record with problems would have added to these is not known.
            "people": lambda below: self._is_unsure or self._is_of("", archive.people, below, _WITH_LINKS),
            "years": lambda below: self._is_unsure or self._is_of("", archive.by_year, below, _WITH_LINKS),
            "partnerships": lambda below: self._is_unsure or self._is_partnership(below),
            "images": lambda below: len(below) == 1 and below[0] in archive.pictures,
            "theme": bool,
        }

    def has(self, path: str) -> bool:
        """Tell whether there will be something at an address below the root."""
        path = _NUMBERED.sub("", path)
        if path in INDEXES or path in self.pages:
            return True
        top, *below = path.split("/")
        kind = self._kinds.get(top)
        if kind is not None:
            return kind(below)
        return below == [""] and f"pages/{top}.md" in self._unread

    def of_file(self, folder: str, name: str) -> str | None:
        """Give the address at which a file of the content is published; None where it is not, or is not there."""
        if folder == "pages":
            page = self.archive.prose.get(name)
            return page.url if page is not None and page.has_address else None
        path = f"images/{name}" if folder == "images" else f"{_OF_FILES.get(folder, '')}/{name.removesuffix('.yml')}/"
        return path if (folder == "images" or name.endswith(".yml")) and self.has(path) else None

    def is_unread(self, file: str) -> bool:
        """Tell whether a file of the content is there but has problems of its own."""
        return file in self._unread

    def files(self, folder: str) -> list[str]:
        """Give the files of a folder of the content: what somebody may have meant."""
        archive = self.archive
        known: Mapping[str, Mapping[str, object]] = {
            "articles": archive.by_id,
            "councils": archive.councils,
            "newspapers": archive.newspapers,
            "partners": archive.partners,
        }
        if folder in known:
            return [f"{folder}/{name}.yml" for name in known[folder]]
        return [f"{folder}/{name}" for name in {"pages": archive.prose, "images": archive.pictures}.get(folder, ())]

    def has_fragment(self, path: str, fragment: str) -> bool:
        """Tell whether the page at an address, which is there, has a place of this name; if in doubt it has."""
        page = self.pages.get(path)
        if page is not None:
            return fragment in page.body.ids or fragment in {"main", "top"}
        anchor = _ANCHOR.match(fragment)
        article = self.archive.by_id.get(path[2:-1]) if path.startswith("a/") and path.endswith("/") else None
        if anchor is None or article is None or article.withdrawn is not None:
            return True
        return int(anchor[2]) <= _counted(article)[anchor[1]]

    def _is_of(self, folder: str, records: Container[str], below: _Below, files: Container[str]) -> bool:
        if len(below) < 2 or "/".join(below[1:]) not in files:
            return False
        return below[0] in records or f"{folder}/{below[0]}" in self._unread

    def _is_partnership(self, below: _Below) -> bool:
        if len(below) == 2:
            return below[1] == "" and bool(self.archive.by_council.get(below[0]))
        return len(below) == 3 and (below[0], below[1]) in self.archive.partnerships and below[2] in _WITH_FEED


def _counted(article: Article) -> Mapping[str, int]:
    last = article.source.paragraphs if article.source else 9999
    return {"p": last, "n": len(article.notes), "s": len(article.statements)}
