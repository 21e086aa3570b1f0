"""What is wrong with the content, where, and what to do about it: the kinds of problem, each with a stable code."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
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
    UNSEEN = "TW085", Severity.WARNING
    """The text holds a character that no reader sees, or that has no meaning of its own."""
    MIXED_LETTERS = "TW086", Severity.WARNING
    """A word mixes letters of two alphabets that look alike."""
    CUT_OFF = "TW089", Severity.WARNING
    """Words behind ` #` are a comment for YAML, and no part of the value before them."""
    NOT_COMPOSED = "TW087", Severity.WARNING
    """A letter is not written as Unicode's usual form (NFC) has it."""
    MISREAD = "TW057", Severity.WARNING
    """Letters stand in the text as another encoding has them, or by their names in HTML."""
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
    CONTRADICTION = "TW080"
    """Dates, of a record or of several, that cannot all be true: an end before its start."""
    OUTSIDE_LIFE = "TW081"
    """A council is said to have a partnership when it did not yet, or no longer, exist."""
    OUT_OF_ORDER = "TW082", Severity.WARNING
    """A partnership's outcome does not follow from what was reported of it before."""
    DUPLICATE = "TW083"
    """Two records are of one thing: the same source text, or the same official code."""
    ALIKE = "TW084", Severity.WARNING
    """Two records may be of one thing: nearly the same text, the same headline or name."""
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
    QUOTE_TWICE = "TW088"
    """The quotation stands more than once in its paragraph: it does not say which words are meant."""
    # Prose pages and the Markdown of notes
    FRONT_MATTER = "TW070"
    """The fields at the head of a page of prose are not there, not at its top, or not parted from the text."""
    ACTIVE_MARKUP = "TW071"
    """Markup that would run or load something in a reader's browser, or change the page around it."""
    RAW_HTML = "TW072"
    """HTML where Markdown belongs: an element or attribute that does no harm but is none of ours, or a comment."""
    UNSAFE_ADDRESS = "TW073"
    """A link's address would run something, or hides where it leads."""
    BROKEN_LINK = "TW074"
    """A link leads to a page, file or fragment that will not be there."""
    PICTURE = "TW075"
    """A picture would be loaded from elsewhere, or its file is not what its name says."""
    NO_WORDS = "TW076"
    """A picture or a link has no words."""
    FOOTNOTE = "TW077"
    """A footnote is named but not told, told but not named, or told twice."""
    DEEP_MARKUP = "TW078"
    """Lists, quotations or emphasis within each other, deeper than anybody can follow, or far too many parts."""
    NOT_SANITARY = "TW079"
    """An HTML parser understands what is made of a text otherwise than it is meant: the second line of defence."""
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
    NO_DATABASE = "TW135", Severity.WARNING
    """The archive's data have no database: this Python cannot make one that is searched."""
    # What was published before
    SHRUNK = "TW096"
    """Far fewer articles would be published than were before."""
    LEDGER = "TW097"
    """A line of the ledger cannot be read."""
    # Raw texts
    NOT_A_TEXT = "TW100"
    """What is to be read as a newspaper's text is none: a PDF, a picture, an archive, an empty file."""
    NO_EXPECTATION = "TW101"
    """The expectation beside a text of a corpus cannot be read."""
    LOST = "TW110"
    """An address that was published would be lost."""
    LOST_ANCHOR = "TW111"
    """A paragraph, note, statement or heading that was published could no longer be cited."""
    DISPLACED = "TW112"
    """A note or statement would take the number that another was published under."""
    MOVED_NOWHERE = "TW113"
    """The ledger says that an address has moved to where nothing stands."""
    REWRITTEN = "TW114"
    """A line of the ledger was edited or removed."""
    STILL_TOLD = "TW115", Severity.WARNING
    """The record of a withdrawn article, or of a removed statement, still tells of it."""
    # A list of citations
    CITE_JSON = "TW130"
    """The list to cite is not JSON that can be read."""
    CITE_LIST = "TW131"
    """What is to be cited is not a list of CSL-JSON items."""
    CITE_ID = "TW132"
    """An item to cite has no id, or the id of another."""
    CITE_TYPE = "TW133"
    """An item to cite is neither an article of a newspaper nor a page of the web."""
    CITE_FIELD = "TW134"
    """A field of an item to cite holds what CSL-JSON does not have there."""
    # What is proposed
    PROPOSED = "TW151"
    """A value is said to be proposed, and there is none."""
    DIFFERS = "TW152", Severity.WARNING
    """What the record says is not what the program reads in the text."""
    UNCHECKED = "TW153", Severity.WARNING
    """A reviewed article names a place or newspaper whose own record nobody has checked."""


Where = tuple[str | int, ...]
"""The path of a field in a record: ("reports", 0, "since")."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem at a field of a record, before its line is looked up."""

    where: Where
    code: Code
    message: str
    help: str = ""
    of: tuple[Where, ...] = ()
    """The other fields from which it follows: nobody can tell it where one of these could not be read."""

    def is_sure(self, gaps: Collection[Where]) -> bool:
        """Tell whether it follows from what could be read. `gaps` are the fields that could not, with all in them."""
        return not gaps or not any(
            field[:length] in gaps for field in (self.where, *self.of) for length in range(len(field) + 1)
        )


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place: line and column count from 1; 0 means the file as a whole."""

    path: str
    line: int
    column: int
    code: Code
    message: str
    help: str = field(default="", compare=False)
    strict: bool = field(default=False, compare=False)
    """Whether a warning counts as an error, as `--strict` asks."""

    @property
    def severity(self) -> Severity:
        """Give the severity of its code, or that of an error where warnings are errors."""
        return Severity.ERROR if self.strict else self.code.severity


class ContentError(Exception):
    """The content has problems; nothing was built. `problems` lists all of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by file and line."""
        self.problems = tuple(sorted(problems))
        super().__init__(f"{count(self.problems)} in the content")


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give those problems that forbid a build."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def strictly(problems: Iterable[Problem]) -> list[Problem]:
    """Make errors of warnings."""
    return [replace(problem, strict=True) for problem in problems]


def count(problems: Iterable[Problem]) -> str:
    """Say how many there are: "2 errors and 1 warning"."""
    numbers = dict.fromkeys(Severity, 0)
    for problem in problems:
        numbers[problem.severity] += 1
    said = [f"{n} {severity}{'s' if n != 1 else ''}" for severity, n in numbers.items() if n]
    return " and ".join(said) or "no problems"
