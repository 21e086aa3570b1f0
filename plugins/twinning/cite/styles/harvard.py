"""Harvard, as in Cite Them Right, 12th edition: the CSL style harvard-cite-them-right."""

from __future__ import annotations

from .dates import YEAR
from .names import Manner
from .numbers import as_given
from .source import Source
from .tree import ITALIC, QUOTED, Node, field, group, macro, term
from .words import BRITISH, Part

LANGUAGE = BRITISH
_LISTED = Manner(inverted="all", initials=".", comma_before_last="never", at_least=4, et_al_italic=True, demotes=False)
_SHORT = Manner(is_short=True, comma_before_last="never", at_least=4, et_al_italic=True)
_DAY_AND_MONTH = (Part("day", suffix=" "), Part("month"))


def citation(source: Source) -> Node:
    """Give the citation in the text."""
    author, _ = _author(source, _SHORT)
    return Node(
        None,
        [n for n in [group(group(author, _year(source), delimiter=", "), delimiter=", ")] if n],
        prefix="(",
        suffix=")",
    )


def bibliography(source: Source) -> Node:
    """Give the entry in a list of works."""
    author, source = _author(source, _LISTED)
    webpage = source.is_webpage
    who = group(
        author,
        _year(source, prefix="(", suffix=")"),
        group(_title(source), group(_container(source), delimiter=" "), delimiter=", "),
        delimiter=" ",
    )
    first = group(who, _publisher(source), delimiter=". ") if webpage else group(who, delimiter=". ")
    where = (
        None
        if webpage
        else group(macro(source.date(_DAY_AND_MONTH, LANGUAGE)), _pages(source), delimiter=", ", prefix=", ")
    )
    return Node(None, [n for n in (first, where, _access(source)) if n], suffix=".")


def _author(source: Source, manner: Manner) -> tuple[Node | None, Source]:
    found = source.authors(manner)
    if found is None:
        if source.is_webpage:
            found, gone = _title(source), ["title", "edition"]
        else:
            found, gone = source.text("container-title", case="title", marks=[ITALIC]), ["container-title"]
        return macro(found), source.without(gone) if found else source
    return macro(found), source


def _year(source: Source, prefix: str = "", suffix: str = "") -> Node | None:
    made = source.date(YEAR, LANGUAGE) if source.issued else term("no date")
    return macro(made, prefix=prefix, suffix=suffix)


def _title(source: Source) -> Node | None:
    if source.is_webpage:
        title = source.title(case="", marks=[ITALIC])
        return macro(group(group(group(title, delimiter=" "), delimiter=" "), _edition(source), delimiter=". "))
    return macro(source.title(case="", marks=[QUOTED]))


def _container(source: Source) -> Node | None:
    if not source.has("container-title"):
        return None
    name = source.text("container-title", marks=[ITALIC])
    return macro(group(group(name, delimiter=" "), _edition(source), delimiter=". "))


def _edition(source: Source) -> Node | None:
    if source.is_number("edition"):
        return macro(group(source.number("edition", ordinal=True), term("edn"), delimiter=" "))
    return macro(source.number("edition"))


def _publisher(source: Source) -> Node | None:
    house = group(source.text("publisher-place"), source.text("publisher"), delimiter=": ")
    return macro(group(group(house, delimiter=", "), delimiter=" "))


def _pages(source: Source) -> Node | None:
    return macro(source.labelled_pages(as_given, LANGUAGE))


def _access(source: Source) -> Node | None:
    if not source.get("URL"):
        return None
    seen = group(term("Accessed"), source.seen(LANGUAGE), delimiter=": ", prefix=" (", suffix=")")
    return macro(term("Available at", suffix=": "), field(source.get("URL")), seen, prefix=". ")
