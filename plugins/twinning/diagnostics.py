"""What is wrong with the content, where, and what to do about it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The site cannot be built."""
    WARNING = "warning"
    """The site can be built; somebody should look."""


class Code(StrEnum):
    """The kinds of problem, each with a stable code: a code may be added, never given another meaning."""

    severity: Severity

    def __new__(cls, value: str, severity: Severity = Severity.ERROR) -> Self:
        """Make the member from its code and severity."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.severity = severity
        return member

    # The file
    UNREADABLE = "TW001"
    """The file cannot be read, is too large, or is no ordinary file."""
    EMPTY = "TW002"
    """The file holds nothing."""
    ENCODING = "TW003"
    """The file is not UTF-8 text, or holds control characters."""
    MISPLACED = "TW004"
    """The file's name is not what the record's id makes it, or is none the archive knows."""
    # The YAML
    SYNTAX = "TW010"
    """The file is not YAML that can be read."""
    FORBIDDEN_YAML = "TW011"
    """An anchor, alias, tag or second document: records are plain data."""
    DUPLICATE_FIELD = "TW012"
    """The same field stands twice."""
    TOO_DEEP = "TW013"
    """The data is nested far deeper than any record."""
    # The record's shape
    UNKNOWN_FIELD = "TW020"
    """The record has no such field."""
    MISSING_FIELD = "TW021"
    """A field that the record must have is not there."""
    WRONG_TYPE = "TW022"
    """Text stands where a list should, or the like."""
    BAD_VALUE = "TW023"
    """The value is not of the form the field has."""
    UNKNOWN_TERM = "TW024"
    """The word is not in the vocabulary."""
    EMPTY_VALUE = "TW025"
    """The field is named but has no value."""
    # What one record says
    DATE = "TW030"
    """The date cannot be read or cannot be."""
    TERM_MISPLACED = "TW031"
    """The term is known but not allowed here."""
    QUOTE_TOO_LONG = "TW032"
    """A quotation, or all of a record's together, is longer than fair dealing here allows."""
    NO_EVIDENCE = "TW033"
    """A stated fact has no words that prove it."""
    PARAGRAPH = "TW034"
    """A paragraph number is not a paragraph of the source."""
    OUTLINE = "TW035"
    """The outline tells a paragraph twice or out of order."""
    INCOMPLETE = "TW036"
    """Fields that belong together are not all there, or exclude one another."""
    UNSUPPORTED = "TW037", Severity.WARNING
    """Words prove the outcome, but none are shown for another stated fact."""
    # What records say of each other
    UNKNOWN_REFERENCE = "TW040"
    """The record names a council, partner or newspaper that has no record."""
    COLLISION = "TW041"
    """Two records claim the same id or address."""
    REPEATED_REPORT = "TW042"
    """An article reports the same partnership twice, or a council as its own partner."""
    # The evidence
    QUOTE_NOT_FOUND = "TW050"
    """The quotation does not stand in the paragraph named."""
    SOURCE_MISMATCH = "TW051"
    """The source at hand does not have the paragraphs the record says."""
    EVIDENCE_CHANGED = "TW052"
    """Evidence was changed after it was last checked against the source."""
    NOT_VERIFIED = "TW053", Severity.WARNING
    """The evidence was never checked against the source."""
    NOT_REVIEWED = "TW054", Severity.WARNING
    """The record is machine-read; nobody reviewed it."""
    BAD_SOURCE = "TW055", Severity.WARNING
    """A file in the folder of sources is no text that can be read."""
    COPIED = "TW056"
    """What should be our own words is the newspaper's."""
    # The site that was built
    DEAD_END = "TW090"
    """A link of a built page leads nowhere."""
    PAGE_MARKUP = "TW091"
    """A built page is not well-formed HTML."""
    PAGE_LOADS = "TW092"
    """A built page would run something, or load something from another host."""
    SITE_DATA = "TW093"
    """A built file for machines cannot be read back."""
    SITE_INCOMPLETE = "TW094"
    """The site has not every page that the archive has, or has one too many."""
    SITE_FOREIGN = "TW095"
    """Something stands in the built site that is no ordinary file."""
    # What was published before
    SHRUNK = "TW096"
    """Far fewer articles would be published than were before."""
    LEDGER = "TW097"
    """A line of the ledger cannot be read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem at a field of a record, ("reports", 0, "since"), before its line is looked up."""

    where: tuple[str | int, ...]
    code: Code
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place: line and column count from 1; 0 means the file as a whole."""

    path: str
    line: int
    column: int
    code: Code
    message: str
    help: str = field(default="", compare=False)

    @property
    def severity(self) -> Severity:
        """Give the severity of its code."""
        return self.code.severity


class ContentError(Exception):
    """The content has problems; nothing was built. `problems` lists all of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by file and line."""
        self.problems = tuple(sorted(problems))
        super().__init__(f"{count(self.problems)} in the content")


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give those problems that forbid a build."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def count(problems: Iterable[Problem]) -> str:
    """Say how many there are: "2 errors and 1 warning"."""
    numbers = dict.fromkeys(Severity, 0)
    for problem in problems:
        numbers[problem.severity] += 1
    said = [f"{n} {severity}{'s' if n != 1 else ''}" for severity, n in numbers.items() if n]
    return " and ".join(said) or "no problems"


def show(problems: Iterable[Problem], texts: Mapping[str, str] | None = None, *, colour: bool = False) -> str:
    """Lay problems out for people, in the form of rustc and ruff: place, excerpt with caret, help.

    `texts` gives the text of files already read, by path; others are read for the excerpt. The same problems give the
    same text.
    """
    paint = _PAINT if colour else _PLAIN
    known: dict[str, list[str]] = {path: text.split("\n") for path, text in (texts or {}).items()}
    return "\n".join(_one(problem, known, paint) for problem in sorted(problems))


def wants_colour() -> bool:
    """Tell whether standard error is a terminal that shows colour (the NO_COLOR convention is obeyed)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


_PAINT = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "dim": "\x1b[34m", "bold": "\x1b[1m", "end": "\x1b[0m"}
_PLAIN = dict.fromkeys(_PAINT, "")
_WIDTH = 110


def _one(problem: Problem, known: dict[str, list[str]], paint: Mapping[str, str]) -> str:
    place = _printable(problem.path) + (f":{problem.line}:{problem.column}" if problem.line else "")
    kind = f"{paint[problem.severity]}{problem.severity}[{problem.code}]{paint['end']}"
    out = [f"{paint['bold']}{place}{paint['end']}: {kind}: {_printable(problem.message)}"]
    gutter = " " * len(str(problem.line))
    bar, end = paint["dim"], paint["end"]
    line = _line(problem, known)
    if line is not None:
        # A long line is cut so that the caret's place is in view.
        cut = max(0, problem.column - _WIDTH // 2)
        before = "…" if cut else ""
        excerpt = before + line[cut : cut + _WIDTH] + ("…" if len(line) > cut + _WIDTH else "")
        caret = " " * (problem.column - 1 - cut + len(before)) + "^"
        out += [f"{bar}{gutter} |{end}", f"{bar}{problem.line} |{end} {excerpt}", f"{bar}{gutter} |{end} {caret}"]
    if problem.help:
        out.append(f"{bar}{gutter} ={end} {paint['bold']}help{end}: {_printable(problem.help)}")
    return "\n".join(out) + "\n"


def _line(problem: Problem, known: dict[str, list[str]]) -> str | None:
    if not problem.line:
        return None
    if problem.path not in known:
        try:
            known[problem.path] = Path(problem.path).read_text(encoding="utf-8-sig", errors="replace").split("\n")
        except OSError:
            known[problem.path] = []
    lines = known[problem.path]
    if problem.line > len(lines):
        return None
    return _printable(lines[problem.line - 1].rstrip("\r"))


def _printable(text: str) -> str:
    """Take out what a terminal would obey or cannot show: names of files and values come from anywhere."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)
