"""Pages of prose: `content/pages/about.md` to a checked page, or to every problem there is in it."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

from unidecode import unidecode

from ..diagnostics import Code, Problem
from ..markup.reading import Dialect, read
from ..prose import Page, ProsePage
from . import files, front, shape
from .tree import locate

MAX_PROSE_BYTES = 524_288
"""The most bytes a page of prose may have: a hundred times the longest of the first ones."""

TOP_LEVEL = frozenset(
    {"404", "a", "addresses", "annotations", "card", "councils", "data", "images", "linkset", "map", "matrix",
     "newspapers", "outcomes", "partners", "partnerships", "people", "schema", "sitemap", "theme", "timeline", "years"}
)  # fmt: skip
"""What the archive's own addresses begin with."""

_NO_NAME = re.compile(r'[<>:"\\|?*]|\A(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\.', re.IGNORECASE)
"""What stands in no file's name on Windows."""


def load_prose(
    folder: Path, reserved: frozenset[str], problems: list[Problem]
) -> tuple[dict[str, ProsePage], set[str]]:
    """Load all pages of prose, by file name, and the names of the files that could not be read.

    `reserved` are the slugs that no page may have, beside those where the archive's own pages stand. A folder that is
    not there holds no page.
    """
    pages: dict[str, ProsePage] = {}
    unread: set[str] = set()
    slugs: dict[str, ProsePage] = {}
    names: dict[str, str] = {}
    for path in _files(folder, problems):
        before = names.setdefault(normalize("NFC", path.name).casefold(), path.name)
        if before != path.name:
            said = f"the name differs from {before} in capitals or accents only: on many machines they are one file"
            problems.append(Problem(str(path), 0, 0, Code.COLLISION, said, "give one of them another name"))
        page, is_sure = _load(path, reserved, problems)
        if not is_sure:
            unread.add(path.name)
        if page is None:
            continue
        pages[path.name] = page
        if is_sure and page.has_address and (first := slugs.setdefault(page.slug, page)) is not page:
            said = f"{first.path} has the slug `{page.slug}` too"
            problems.append(Problem(page.path, *page.place, Code.COLLISION, said, "give each page its own `Slug:`"))
    return pages, unread


def _files(folder: Path, problems: list[Problem]) -> list[Path]:
    found = []
    for path in files.listed(folder, problems):
        if path.suffix == ".md" and (_NO_NAME.search(path.name) or not path.name.isprintable()):
            said = "the file's name cannot be one on Windows, or cannot be shown"
            help_ = 'use no control characters, none of <>:"\\|?*, and no name of a device'
            problems.append(Problem(str(path), 0, 0, Code.MISPLACED, said, help_))
        elif path.suffix == ".md":
            found.append(path)
        else:
            kind = "a folder" if path.is_dir() and not path.is_symlink() else "a file"
            said = f"{kind} that is no page stands among the pages"
            problems.append(
                Problem(str(path), 0, 0, Code.MISPLACED, said, "pages are Markdown, end in `.md` and lie in no folder")
            )
    return found


def _load(path: Path, reserved: frozenset[str], problems: list[Problem]) -> tuple[ProsePage | None, bool]:
    """Give a page, if there is one, and whether its head can be relied on; its links are checked even if not."""
    shown = str(path)
    try:
        text = files.read_text(path, shown, MAX_PROSE_BYTES)
    except files.Failure as fault:
        problems.append(fault.problem)
        return None, False
    split, found = front.split(text, shown)
    problems += found
    if split is None:
        return None, False
    head = shape.shaped(shown, split.head, Page)
    body, more = read(split.body, shown, Dialect.PROSE, split.first_line)
    problems += [*head.problems, *more]
    page = head.record or Page("Untitled")
    slug = page.slug if page.slug is not None else slug_of(path.stem)
    place = locate(split.head, ("slug",)) if page.slug is not None else (split.head.line, split.head.column)
    if not slug:
        said = f"no address can be made of the file's name, {path.name}"
        problems.append(Problem(shown, *place, Code.MISSING_FIELD, said, "add `Slug: …`: a-z, 0-9 and hyphens"))
        return None, False
    if slug in reserved or slug in TOP_LEVEL:
        said = f"`{slug}` cannot be a page's slug: the archive, or a device of Windows, has that name"
        problems.append(Problem(shown, *place, Code.COLLISION, said, "give the page another `Slug:`"))
    return ProsePage(shown, path.name, slug, place, page, body), not (found or head.problems)


def slug_of(stem: str) -> str:
    """Give the slug that a file's name makes: in Latin letters; empty where none is left."""
    return re.sub(r"[^a-z0-9]+", "-", unidecode(stem).lower()).strip("-")[:80].rstrip("-")
