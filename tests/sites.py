"""Sites built to be looked at: content into a temporary folder, a build of it, and its files read back."""

import contextlib
import functools
import hashlib
import io
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import builders
from selectolax.lexbor import LexborHTMLParser, LexborNode

from twinning.commands import build as command
from twinning.commands.ending import ROOT

ADDRESS = "https://archive.example.org"
ABOUT = "Title: About\nSlug: about\nSummary: What this is.\n\nAn invented archive.\n"
NO_SOURCES = ROOT / "tests"
"""A folder without newspapers' texts: a test must not depend on what a keeper has in sources/."""


@dataclass(frozen=True)
class Site:
    """A built site: its folder and the address it was built for."""

    folder: Path
    url: str = ADDRESS

    def read(self, path: str) -> str:
        """Read a file as text; a picture as the Latin letters of its bytes.

        A database holds its texts as UTF-8 between bytes that are none.
        """
        if path.endswith(".png"):
            return (self.folder / path).read_text("latin-1")
        return (self.folder / path).read_text("utf-8", "replace" if path.endswith(".db") else "strict")

    def json(self, path: str) -> Any:
        return json.loads(self.read(path))

    def page(self, path: str) -> LexborHTMLParser:
        """Give the page at an address of the site, parsed: "a/ta-0001/"."""
        return parsed(self.folder / path / "index.html" if path.endswith("/") or not path else self.folder / path)

    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    def files_but_of_search(self) -> list[str]:
        """Give the files without those of the search index, whose folder is named after what they hold."""
        return [name for name in self.files() if not re.match(r"search/[0-9a-f]{12}/", name)]

    def pages(self) -> list[str]:
        return [name for name in self.files() if name.endswith(".html")]

    def article_pages(self) -> list[str]:
        return sorted(f"a/{path.name}/" for path in (self.folder / "a").iterdir() if path.is_dir())

    def address_of(self, name: str) -> str:
        """Give the full address of a file, as a browser shows it."""
        return f"{self.url}/{name.removesuffix('index.html')}"


@functools.lru_cache(maxsize=1024)
def parsed(path: Path) -> LexborHTMLParser:
    """Parse a page. Sites that tests share are not changed after their build."""
    return LexborHTMLParser(path.read_bytes())


def text_of(node: LexborNode | LexborHTMLParser | None) -> str:
    """Give an element's text as it reads, white space folded."""
    assert node is not None
    return " ".join((node.text(deep=True) or "").split())


def write(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the invented content of `builders`, with prose pages too where `files` names some."""
    files = files or {}
    content = builders.write_content(folder, {n: t for n, t in files.items() if n.partition("/")[0] in _RECORDS})
    for name, text in files.items():
        if name.partition("/")[0] not in _RECORDS and text is not None:
            (content / name).parent.mkdir(exist_ok=True)
            (content / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return content


_RECORDS = {"articles", "councils", "partners", "newspapers"}


def run(
    content: Path | None,
    output: Path,
    *,
    sources: Path = NO_SOURCES,
    siteurl: str | None = ADDRESS,
    full_text: bool = False,
    **more: Any,
) -> tuple[int, str]:
    """Build in this process; give the exit status and what was said on standard error."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        status = command.run(content and str(content), str(sources), str(output), siteurl, full_text, **more)
    return status, said.getvalue()


def built(content: Path | None, output: Path, **how: Any) -> Site:
    """Build a site that must build."""
    status, said = run(content, output, **how)
    assert status == 0, said
    return Site(output, how.get("siteurl", ADDRESS))


def site_of(folder: Path, files: Mapping[str, str | bytes | None] | None = None, **how: Any) -> Site:
    """Write the invented content with changes, and build it."""
    return built(write(folder, files), folder / "site", **how)


FIRST = {
    "articles": ("ta-0001.yml", "ta-0002.yml", "ta-0003.yml"),
    "councils": ("essex.yml", "wakefield.yml"),
    "newspapers": ("chelmsford-weekly-news.yml", "gazette-colchester.yml", "wakefield-express.yml"),
    "pages": ("about.md", "accessibility.md", "citing.md", "corrections.md", "rights.md"),
    "partners": ("jiangsu.yml", "nanning.yml", "xiangyang.yml"),
}
"""What the archive began with."""


def first_content(folder: Path) -> Path:
    """Copy what the archive began with: tests hold to it, so that who adds an article need change none of them."""
    content = folder / "content"
    for kind, names in FIRST.items():
        (content / kind).mkdir(parents=True)
        for name in names:
            shutil.copy(ROOT / "content" / kind / name, content / kind / name)
    shutil.copy(ROOT / "content" / "verified.json", content)
    return content


def hashes(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder, and the names of its folders."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }
