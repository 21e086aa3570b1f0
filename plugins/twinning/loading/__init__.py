"""From the files of `content/` and `sources/` to records, or to every problem there is in them.

Nothing reads a file of the content after this room.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ..diagnostics import Code, Fault, Problem
from ..evidence import Verified
from ..prose import ProsePage
from ..records import Article, Council, Newspaper, Partner, Record
from ..text import SourceText, TextError
from ..text import read as read_source
from . import files
from .pictures import load_pictures
from .prose import load_prose
from .record import RESERVED, Entry, load_record, load_text

__all__ = ["KINDS", "RESERVED", "Content", "Entry", "load_content", "load_sources", "load_text"]

R = TypeVar("R", bound=Record)

KINDS: Mapping[str, type[Record]] = {
    "articles": Article,
    "councils": Council,
    "newspapers": Newspaper,
    "partners": Partner,
}
"""The folders of `content/` that hold records, and the records they hold."""


@dataclass(frozen=True, slots=True)
class Content:
    """All records as loaded, each kind by id, with the sources by SHA-256 and what was verified before."""

    articles: Mapping[str, Entry[Article]]
    councils: Mapping[str, Entry[Council]]
    partners: Mapping[str, Entry[Partner]]
    newspapers: Mapping[str, Entry[Newspaper]]
    sources: Mapping[str, SourceText]
    verified: Mapping[str, Verified]
    unread: frozenset[str] = frozenset()
    """Files that cannot be read, or not whole, as `councils/wakefield`: nobody need add them."""
    prose: Mapping[str, ProsePage] = field(default_factory=dict)
    """The pages of prose, by file name."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures of prose pages, by file name."""

    def whole(self) -> Content:
        """Give it without the records that have gaps: what can be published."""
        whole: dict[str, Any] = {
            kind: {name: entry for name, entry in getattr(self, kind).items() if not entry.gaps} for kind in KINDS
        }
        return replace(self, **whole)


def load_content(content: Path, sources: Path | None) -> tuple[Content, list[Problem]]:
    """Load everything: all records, all sources at hand, and every problem of every file.

    Files are taken in the order of their names, so that problems and pages never depend on the file system. `content`
    that is not there is a problem, `sources` that is not there is no source.
    """
    problems = list(_strays(content))
    unread: set[str] = set()
    loaded: dict[str, Any] = {
        folder: _load_records(content / folder, cls, problems, unread) for folder, cls in KINDS.items()
    }
    prose, unread_prose = load_prose(content / "pages", RESERVED, problems)
    pictures = load_pictures(content / "images", problems)
    known = _verified(content / "verified.json", problems)
    texts = load_sources(sources, problems) if sources else {}
    unread |= {f"pages/{name}" for name in unread_prose}
    return Content(
        **loaded, sources=texts, verified=known, unread=frozenset(unread), prose=prose, pictures=pictures
    ), problems


def _load_records(folder: Path, cls: type[R], problems: list[Problem], unread: set[str]) -> dict[str, Entry[R]]:
    """Load the records of a folder by their files' names, which are their ids."""
    found: dict[str, Entry[R]] = {}
    first: dict[str, Entry[R]] = {}
    for path in _records(folder, problems):
        stem = path.stem
        entry = load_record(path, cls, problems)
        if entry is None:
            unread.add(f"{folder.name}/{stem}")
            continue
        own = entry.id
        before = first.setdefault(own, entry)
        if before is not entry:
            said = f"{before.path} has the id `{own}` too"
            problems += entry.problems([Fault(("id",), Code.COLLISION, said, "give each record its own id")])
        if own != stem:
            # Which of the two is meant is not known, nor what was verified or named under it.
            entry = replace(entry, gaps=entry.gaps | {("id",)})
        if entry.gaps:
            unread |= {f"{folder.name}/{stem}", f"{folder.name}/{own}"}
        found[stem] = entry
    return found


def load_sources(folder: Path, problems: list[Problem]) -> dict[str, SourceText]:
    """Read the newspapers' texts (`*.txt`) of a folder, by the SHA-256 of their bytes."""
    found: dict[str, SourceText] = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            source = read_source(files.read_bytes(path, str(path), files.MAX_SOURCE_BYTES), path.name)
        except files.Failure as fault:
            problems.append(Problem(str(path), 0, 0, Code.BAD_SOURCE, fault.problem.message, fault.problem.help))
        except TextError as fault:
            problems.append(Problem(str(path), 0, 0, Code.BAD_SOURCE, fault.message, fault.help))
        else:
            found[source.sha256] = source
    for path in sorted(folder.glob("*")):
        if path.suffix != ".txt" and path.suffix.lower() in {".txt", ".text"}:
            help_ = "the names of texts end in `.txt`: rename it"
            problems.append(Problem(str(path), 0, 0, Code.BAD_SOURCE, "this text is not looked at", help_))
    return found


@cache
def _decoder() -> msgspec.json.Decoder[dict[str, Verified]]:
    return msgspec.json.Decoder(dict[str, Verified])


def _verified(path: Path, problems: list[Problem]) -> dict[str, Verified]:
    if not os.path.lexists(path):
        return {}
    try:
        return _decoder().decode(files.read_bytes(path, str(path), files.MAX_VERIFIED_BYTES))
    except (files.Failure, msgspec.MsgspecError) as fault:
        problems.append(
            Problem(
                str(path),
                0,
                0,
                Code.SYNTAX,
                f"what was verified cannot be read: {fault}",
                "run `python3 tasks.py verify`",
            )
        )
        return {}


_OTHERS = ("pages", "images")


def _strays(content: Path) -> Iterator[Problem]:
    """Say what lies in the content and is never read: a folder of another name, a record outside its folder."""
    try:
        names = sorted(path for path in content.iterdir() if not path.name.startswith("."))
    except OSError:  # which is told of each of its folders
        return
    for path in names:
        is_folder = path.is_dir()
        if (is_folder and path.name not in {*KINDS, *_OTHERS, "verified.json"}) or (
            not is_folder and path.suffix in {".yml", ".yaml"}
        ):
            near = get_close_matches(path.name.lower(), [*KINDS, *_OTHERS], n=1) if is_folder else []
            said = "nothing in this folder is read" if is_folder else "a record stands in no folder, and is not read"
            help_ = f"did you mean `{near[0]}`?" if near else f"content has the folders {', '.join((*KINDS, *_OTHERS))}"
            yield Problem(str(path), 0, 0, Code.MISPLACED, said, help_)


def _records(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        names = sorted(folder.iterdir())
    except OSError as fault:
        problems.append(
            Problem(
                str(folder), 0, 0, Code.UNREADABLE, f"the folder cannot be read: {fault.strerror}",
                f"content needs the folders {', '.join(KINDS)}",
            )
        )  # fmt: skip
        return []
    if folder.is_symlink():
        problems.append(
            Problem(
                str(folder), 0, 0, Code.UNREADABLE, "the folder is a symbolic link, which could lead anywhere",
                "put an ordinary folder here",
            )
        )  # fmt: skip
        return []
    problems += _same_on_some_disk(names)
    found = []
    for path in names:
        if path.name.startswith("."):
            continue
        if path.suffix == ".yml":
            found.append(path)
        else:
            kind = "a folder" if stat.S_ISDIR(path.lstat().st_mode) else "a file"
            problems.append(
                Problem(
                    str(path), 0, 0, Code.MISPLACED, f"{kind} that is no record stands among the records",
                    "records end in `.yml`; move anything else away",
                )
            )  # fmt: skip
    return found


def _same_on_some_disk(paths: Sequence[Path]) -> Iterator[Problem]:
    """Say which names are one name on disks that know no capitals, or write é in another way."""
    first: dict[str, Path] = {}
    for path in paths:
        name = path.name if path.name.isascii() else unicodedata.normalize("NFC", path.name)
        before = first.setdefault(name.casefold(), path)
        if before is not path:
            said = f"on many disks this is the same name as {before}"
            yield Problem(
                str(path), 0, 0, Code.COLLISION, said, "keep one of the two; names of records are in small letters"
            )
