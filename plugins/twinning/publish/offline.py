"""A copy of a built site in one file, to be opened from a folder: without a server, and for twenty years.

A browser that opens a page from a folder finds no `index.html` by itself and lets a page load no data, only scripts and
style sheets. So every link names its file, and what the search asks for stands in scripts that hand it over.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from .hosts import place

FOLDER = "twinning-archive"
"""The folder that the file unpacks into."""
_OF_A_SERVER = frozenset({".nojekyll", "404.html", "addresses.json", "robots.txt"})
"""What only a server or a search engine asks for."""
_TAG = re.compile(r"<(?:a|area|img|link|script)\b[^<>]*>")
_ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name: it has a date for every file, and none depends on the day."""
_READ_ME = """\
{name}: a copy to read without the web.

Open index.html in a browser. Everything works from this folder, the search too; nothing is asked of the web unless you
follow a link to another site. The archive itself, which is corrected and grows, is at {url}/
"""


def offline(site: Path, name: str, url: str) -> Iterator[tuple[str, bytes]]:
    """Give every file of the copy of a built site, by its path below `FOLDER`, in the order of the paths.

    `name` is what the site is called, `url` the address it was built for, without a slash at its end.
    """
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    files = [path for path in paths if path not in _OF_A_SERVER and not re.fullmatch(r"sitemap.*\.xml", path)]
    made = [(path, path) for path in files]
    made += [(f"{path[:-2]}", path) for path in files if _is_asked_for(path)]
    made.append(("README.txt", ""))
    for target, path in sorted(made):
        if not path:
            yield target, _READ_ME.format(name=name, url=url).encode()
        elif target != path:
            yield target, handed_over(path, (site / path).read_bytes())
        elif path.endswith(".html"):
            yield target, with_files_named((site / path).read_text("utf-8"), path, url).encode()
        else:
            yield target, (site / path).read_bytes()


def with_files_named(page: str, path: str, url: str) -> str:
    """Give a page whose links within the site are relative and name a file; that which says what it is a copy of stays.

    `path` is the page's own below the root.
    """

    def named(address: re.Match[str]) -> str:
        return f'{address[1]}="{_named(address[2], path, url)}"'

    def tag(found: re.Match[str]) -> str:
        return found[0] if 'rel="canonical"' in found[0] else _ADDRESS.sub(named, found[0])

    return _TAG.sub(tag, page)


def handed_over(path: str, data: bytes) -> bytes:
    """Give a script that hands data over to the search under the name it asks for."""
    asked = path.removeprefix("search/") if path.startswith("search/") else f"../{path}"
    return f'archiveIndex.take("{asked}",'.encode() + data.strip() + b");\n"


def write_zip(file: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write a zip whose bytes depend on nothing but the files; give their number. Raises `OSError`."""
    number = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for name, data in files:
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            made.writestr(entry, data)
            number += 1
    return number


def _is_asked_for(path: str) -> bool:
    """Tell whether the search asks for a file."""
    return (path.startswith("search/") and path.endswith(".json")) or path.endswith("/record.json")


def _named(address: str, page: str, url: str) -> str:
    if address.startswith("#"):
        return address
    found = place(address, page, url)
    if found is None or found.file is None:
        return address
    query = urlsplit(address).query
    way = quote(posixpath.relpath(found.file, posixpath.dirname(page) or "."))
    return way + (f"?{query}" if query else "") + (f"#{quote(found.fragment)}" if found.fragment else "")
