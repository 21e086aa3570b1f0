"""Where the links of prose and notes lead: to what will be published, or nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from .archive import Archive
from .diagnostics import Code, Fault, Problem
from .loading import Content
from .markup import href as hrefs
from .markup.document import Link
from .markup.notes import is_plain, note
from .published import INDEXES, Published
from .records import Article

_BRACED = re.compile(r"\{(\w*)\}([^#?]*)(\S*)\Z")


@dataclass(frozen=True, slots=True)
class Here:
    """The page that a link stands on: its address, and the folder of the content in which its file is."""

    path: str
    folder: str


class Nowhere(Exception):
    """A link leads nowhere; `help` says what to write."""

    def __init__(self, message: str, help_: str) -> None:
        """Keep the message and the help."""
        super().__init__(message)
        self.help = help_


class Ways:
    """Finds the addresses of links as pages have them."""

    def __init__(self, published: Published) -> None:
        """Keep what will be published."""
        self._published = published

    def resolve(self, link: Link, here: Here) -> str:
        """Give the address as the page has it: relative, so that it leads right wherever the site stands.

        `{filename}about.md` and `{static}/images/map.png` name a file of the content, from the link's own file or from
        the content's folder; `/a/ta-0001/#p7` is an address below the site's root. Raises `Nowhere`.
        """
        if hrefs.is_outside(link.href):
            return link.href
        braced = _BRACED.match(link.href)
        if braced:
            path, tail = self._of_file(braced[1], unquote(braced[2]), here), braced[3]
        else:
            written = urlsplit(link.href).path
            path, tail = _joined(written, here), link.href[len(written) :]
            if not self._published.has(path):
                raise Nowhere(f"there will be nothing at /{path}", self._remedy(path, written))
        fragment = unquote(urlsplit(tail).fragment)
        if fragment and not self._published.has_fragment(path, fragment):
            raise Nowhere(f"the page /{path} has no #{fragment}", self._fragments(path))
        if link.is_picture and not path.startswith("images/"):
            raise Nowhere(
                "there is no picture at this address", "write `{static}/images/…` for a file in content/images/"
            )
        is_relative = not braced and not link.href.startswith("/")
        return link.href if is_relative else "../" * here.path.count("/") + path + tail

    def _of_file(self, kind: str, file: str, here: Here) -> str:
        if kind not in {"filename", "static"}:
            raise Nowhere(f"`{{{kind}}}` is not known here", "write `{filename}…` for a page or record, or an address")
        name = posixpath.normpath(posixpath.join("/", here.folder, file)).lstrip("/")
        folder, _, base = name.rpartition("/")
        path = self._published.of_file(folder, base)
        if path is not None:
            return path
        if self._published.is_unread(name):
            return ""
        if folder == "pages" and base in self._published.archive.prose:
            raise Nowhere(f"{name} is a draft, which is not published", "publish it, or take the link out")
        near = get_close_matches(name, self._published.files(folder), n=1)
        help_ = f"did you mean `{{{kind}}}/{near[0]}`?" if near else "name a file as seen from this one, or `/…`"
        raise Nowhere(f"there is no file {name} to publish", help_)

    def _fragments(self, path: str) -> str:
        page = self._published.pages.get(path)
        if page is None:
            return "#p7 is a paragraph, #n2 a note, #s1 a statement: see which the article has"
        ids = ", ".join(f"#{i}" for i in sorted(page.body.ids)[:10])
        return f"it has {ids}" if ids else "give the heading an id: `## Words {#words}`"

    def _remedy(self, path: str, written: str) -> str:
        if self._published.has(f"{path}/"):
            return "end the address with a slash"
        if written.endswith((".md", ".yml")):
            return f"to name a file of the content, write `{{filename}}{written}`"
        near = get_close_matches(path, [*self._published.pages, *INDEXES], n=1)
        return f"did you mean /{near[0]}?" if near else "see which addresses the site has"


def problems_of(content: Content, archive: Archive) -> list[Problem]:
    """Give every link of a page of prose or of a note that leads nowhere."""
    ways = Ways(Published(archive, content.unread))
    problems: list[Problem] = []
    for page in content.prose.values():
        for link, fault in _broken(page.body.links, ways, Here(page.url, "pages")):
            code = Code.PICTURE if link.is_picture else Code.BROKEN_LINK
            problems.append(Problem(page.path, link.line, link.column, code, str(fault), fault.help))
    for entry in content.articles.values():
        faults = list(_of_notes(entry.record, ways))
        if faults:
            problems += entry.problems(faults)
    return problems


def _of_notes(article: Article, ways: Ways) -> Iterator[Fault]:
    for number, remark in enumerate(article.notes):
        if not is_plain(remark.text):
            here = Here(f"a/{article.id}/", "articles")
            for _, fault in _broken(note(remark.text)[0].links, ways, here):
                yield Fault(("notes", number, "text"), Code.BROKEN_LINK, str(fault), fault.help)


def _broken(links: tuple[Link, ...], ways: Ways, here: Here) -> Iterator[tuple[Link, Nowhere]]:
    for link in links:
        if hrefs.unsafe(link.href):  # which is told already
            continue
        try:
            ways.resolve(link, here)
        except Nowhere as fault:
            yield link, fault


def _joined(path: str, here: Here) -> str:
    """Give the address below the root that a browser makes of a link on a page."""
    if not path:
        return here.path
    if not path.startswith("/") and not f"{posixpath.normpath(f'x/{here.path}{path}')}/".startswith("x/"):
        raise Nowhere("the link leads out of the site", f"from this page, `{'../' * here.path.count('/')}` is the root")
    joined = posixpath.join("/", here.path, path)
    if "//" in joined:
        raise Nowhere("the address has two slashes in a row", "write one of them")
    resolved = posixpath.normpath(joined).lstrip("/")
    is_folder = joined.endswith(("/", "/.", "/..", "/index.html"))
    resolved = resolved.removesuffix("index.html").rstrip("/")
    return f"{resolved}/" if is_folder and resolved else resolved
