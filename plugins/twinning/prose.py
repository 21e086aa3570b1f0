"""A page of prose: what stands in its head, and the page as it was read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .fields import Language, Line, Prose, Slug
from .markup.document import Document
from .records import Record

SUMMARY_LETTERS = 200
"""How long a summary is that is taken from the page's first paragraph."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_SCRIPTS_RIGHT_TO_LEFT = frozenset({"arab", "hebr", "nkoo", "syrc", "thaa"})


class Status(StrEnum):
    """Where a page of prose is shown, in Pelican's words."""

    PUBLISHED = "published"
    """At its address, and listed on every page."""
    HIDDEN = "hidden"
    """At its address, and listed nowhere."""
    DRAFT = "draft"
    """Nowhere; it is checked all the same."""
    SKIP = "skip"
    """Nowhere, as a draft."""


class Template(StrEnum):
    """What a page of prose is laid out by."""

    PAGE = "page"
    """The one layout of prose."""


class Page(Record, frozen=True):
    """The fields at the head of a page of prose: `Title: About`."""

    title: Line
    slug: Slug | None = None
    """Its address; where it is not given, the file's name."""
    summary: Prose | None = None
    """What search engines show of it, plain text."""
    status: Status = Status.PUBLISHED
    lang: Language = "en-GB"
    template: Template = Template.PAGE


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page of prose that was read and checked; `path` is its file, `place` where problems of its slug are shown."""

    path: str
    name: str
    """The file's name: about.md."""
    slug: str
    place: tuple[int, int]
    page: Page
    body: Document

    @property
    def url(self) -> str:
        """Give its address below the site's root."""
        return f"{self.slug}/"

    @property
    def has_address(self) -> bool:
        """Tell whether it is published at all."""
        return self.page.status in {Status.PUBLISHED, Status.HIDDEN}

    @property
    def summary(self) -> str:
        """Give its summary; where it has none, the beginning of its first paragraph."""
        if self.page.summary is not None:
            return " ".join(self.page.summary.split())
        words = self.body.opening
        if len(words) <= SUMMARY_LETTERS:
            return words or self.page.title
        return words[:SUMMARY_LETTERS].rpartition(" ")[0].rstrip(",;:–—- ") + "…"

    @property
    def direction(self) -> str:
        """Give the direction in which its language is written, `ltr` or `rtl`."""
        subtags = self.page.lang.lower().split("-")
        script = next((s for s in subtags[1:] if len(s) == 4 and s.isalpha()), "")
        if script:
            return "rtl" if script in _SCRIPTS_RIGHT_TO_LEFT else "ltr"
        return "rtl" if subtags[0] in _RIGHT_TO_LEFT else "ltr"
