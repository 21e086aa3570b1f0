"""APA, 7th edition: the CSL style apa."""

from __future__ import annotations

from .dates import YEAR
from .names import Manner
from .numbers import whole
from .source import Source
from .tree import ITALIC, QUOTED, Node, field, group, macro, term
from .words import APA, Part

LANGUAGE = APA
_SHORT = Manner(conjunction="&", is_short=True, at_least=3)
_LISTED = Manner(
    conjunction="&", inverted="all", initials=". ", comma_before_last="always", at_least=21, shown=19, shows_last=True
)
_MONTH_AND_DAY = (Part("month"), Part("day", prefix=" "))


def citation(source: Source) -> Node:
    """Give the citation in the text."""
    author = source.authors(_SHORT)
    if author is None and source.is_webpage:
        author = source.text("publisher", short=True)
    if author is None and source.has("title"):
        is_part = source.has("container-title") and not source.is_webpage
        author = macro(macro(source.title(marks=[QUOTED if is_part else ITALIC], short=True)))
    if author is None and not source.is_webpage:
        described = macro(source.text("section", case="first"))
        author = macro(macro(group(described, prefix="[", suffix="]")))
    year = group(group(_year(source), delimiter="/")) if source.issued else term("n.d.")
    made = group(macro(author), macro(group(year, delimiter="-")), delimiter=", ")
    return Node(None, [made] if made else [], prefix="(", suffix=")")


def bibliography(source: Source) -> Node:
    """Give the entry in a list of works."""
    author = source.authors(_LISTED)
    if author is None and source.is_webpage:
        author = source.text("publisher")
        if author is not None:
            source = source.without(["publisher"])
    if author is None:
        author = macro(group(_title(source), delimiter=" ") if source.has("title") else _untitled(source))
        if author is not None:
            source = source.without(["title", "section"])
    if source.issued:
        date = group(group(_year(source)), macro(source.date(_MONTH_AND_DAY, LANGUAGE)), delimiter=", ")
    else:
        date = term("n.d.")
    titled = _title(source) if source.has("title") else _untitled(source)
    work = group(
        macro(group(macro(author), delimiter=" ")),
        macro(group(date, delimiter="-", prefix="(", suffix=")")),
        macro(group(titled, delimiter=" ")),
        macro(_where(source)),
        delimiter=". ",
        suffix=".",
    )
    made = macro(group(work, _address(source), delimiter=" "))
    return Node(None, [made] if made else [])


def _year(source: Source) -> Node | None:
    about = term("ca.") if source.issued and source.issued.circa else None
    year = source.date(YEAR, LANGUAGE)
    return macro(group(*([about] if about else []), year, delimiter=" "))


def _title(source: Source) -> Node | None:
    is_part = source.has("container-title") and not source.is_webpage
    title = group(source.title(case="", marks=[]), delimiter=": ")
    return macro(macro(macro(title), marks=[] if is_part else [ITALIC]))


def _untitled(source: Source) -> Node | None:
    if source.is_webpage or source.has("title"):
        return None
    described = group(macro(group(source.text("section"), delimiter="; ")), prefix="[", suffix="]")
    return macro(described)


def _where(source: Source) -> Node | None:
    archive = source.text("archive_location", prefix="(", suffix=")")
    kept = macro(group(group(source.text("archive"), archive, delimiter=" "), delimiter=", "))
    name = source.text("container-title", case="title")
    if source.is_webpage:
        return group(macro(source.text("publisher")), kept, macro(name), delimiter=". ")
    paper = group(name, delimiter=", ", marks=[ITALIC])
    return group(macro(group(group(paper, source.pages(whole), delimiter=", "), delimiter=". ")), kept, delimiter=". ")


def _address(source: Source) -> Node | None:
    if not source.get("URL"):
        return None
    retrieved = []
    if not source.issued:
        retrieved = [term("Retrieved"), group(source.seen(LANGUAGE), term("from"), delimiter=", ")]
    return macro(group(*retrieved, field(source.get("URL")), delimiter=" "))
