"""From the files of `content/` and `sources/` to records, or to every problem there is in them.

Nothing reads a file of the content after this room.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from .. import rules
from ..characters import first_odd, named
from ..diagnostics import Code, Fault, Problem
from ..evidence import Verified
from ..prose import ProsePage
from ..records import Article, Council, Newspaper, Partner, Record
from ..text import SourceText, TextError
from ..text import read as read_source
from . import fast, files, shape, tree, unusual
from .pictures import load_pictures
from .prose import load_prose

R = TypeVar("R", bound=Record)

KINDS: Mapping[str, type[Record]] = {
    "articles": Article,
    "councils": Council,
    "newspapers": Newspaper,
    "partners": Partner,
}
"""The folders of `content/` that hold records, and the records they hold."""

RESERVED = frozenset(
    {"index", "feed", "feeds", "search", "pagefind", "data", "con", "prn", "aux", "nul"}
    | {f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)}
)
"""Ids that would stand where a page of the archive, or a device of Windows, already does."""

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\Z")


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and the file it came from; `text` is kept to show problems found later at their line."""

    path: str
    record: R
    text: str = field(repr=False)

    def problems(self, faults: Iterator[Fault] | Sequence[Fault]) -> list[Problem]:
        """Give faults of this record their line and column."""
        listed = list(faults)
        return tree.placed(self.path, tree.parse(self.text), listed) if listed else []


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
    """Files that are there but have problems of their own, as `councils/wakefield`: nobody need add them."""
    prose: Mapping[str, ProsePage] = field(default_factory=dict)
    """The pages of prose, by file name."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures of prose pages, by file name."""


def load_text(path: str, text: str, cls: type[R]) -> tuple[R | None, list[Problem]]:
    """Make a record of a YAML text, or say everything that is wrong with it.

    `path` is how problems name the file. Never raises for what the text holds.
    """
    plain = fast.read_plain(text, cls)
    if plain is not None and not any(rules.faults(plain)):
        return plain, []
    try:
        node = tree.parse(text)
    except tree.Unreadable as fault:
        return None, [fault.problem(path)]
    data, problems = shape.shaped(path, node, cls)
    if problems:
        return None, problems
    record = msgspec.convert(data, cls)
    return record, tree.placed(path, node, rules.faults(record))


def load_content(content: Path, sources: Path | None) -> tuple[Content, list[Problem]]:
    """Load everything: all records, all sources at hand, and every problem of every file.

    Files are taken in the order of their names, so that problems and pages never depend on the file system. `content`
    that is not there is a problem, `sources` that is not there is no source.
    """
    problems = list(_strays(content))
    loaded: dict[str, dict[str, Entry[Any]]] = {}
    unread: set[str] = set()
    for folder, cls in KINDS.items():
        loaded[folder] = {}
        for path in _records(content / folder, problems):
            entry = _load(path, cls, problems)
            if entry is None:
                unread.add(f"{folder}/{path.stem}")
                continue
            before = loaded[folder].setdefault(_id(entry), entry)
            if before is not entry:
                said = f"{before.path} has the id `{_id(entry)}` too"
                problems += entry.problems([Fault(("id",), Code.COLLISION, said, "give each record its own id")])
    prose, unread_prose = load_prose(content / "pages", RESERVED, problems)
    pictures = load_pictures(content / "images", problems)
    known = _verified(content / "verified.json", problems)
    texts = load_sources(sources, problems) if sources else {}
    return (
        Content(
            loaded["articles"], loaded["councils"], loaded["partners"], loaded["newspapers"], texts, known,
            frozenset(unread | {f"pages/{name}" for name in unread_prose}), prose, pictures,
        ),
        problems,
    )  # fmt: skip


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


def _load(path: Path, cls: type[R], problems: list[Problem]) -> Entry[R] | None:
    shown = str(path)
    try:
        text, plain = files.read_record(path, shown)
    except files.Failure as fault:
        problems.append(fault.problem)
        return None
    record, found = load_text(shown, text, cls)
    problems += found
    if not plain or "\\" in text or " #" in text or "&" in text or any(map(text.__contains__, "ÂÃâ")):
        problems += unusual.problems(shown, text, found)
    if record is None:
        return None
    stem = path.stem
    own = getattr(record, "id", "") or stem
    entry = Entry(shown, record if getattr(record, "id", "") else msgspec.structs.replace(record, id=stem), text)
    if own != stem:
        problems += entry.problems(
            [
                Fault(
                    ("id",),
                    Code.MISPLACED,
                    f"the id `{own}` is not the file's name",
                    f"name the file {own}.yml, or write `id: {stem}`",
                )
            ]
        )
    elif not _SLUG.match(stem) or stem in RESERVED:
        odd = first_odd(stem)
        holds = f": it holds {named(odd)}" if odd else ""
        problems.append(
            Problem(
                shown, 0, 0, Code.MISPLACED, f"`{stem}` cannot be an id{holds}",
                "use lower-case letters, digits and hyphens, and no word the archive's addresses use",
            )
        )  # fmt: skip
    return entry


def _id(entry: Entry[Any]) -> str:
    identifier: str = entry.record.id
    return identifier
