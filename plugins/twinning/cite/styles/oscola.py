"""OSCOLA, 4th edition, the standard for citing legal authorities: the CSL style oscola."""

from __future__ import annotations

from .names import Manner
from .source import Source
from .tree import ITALIC, Node, group, macro, term
from .words import OSCOLA

LANGUAGE = OSCOLA
_NOTE = Manner(
    initials="", whole_given=True, comma_before_last="never", comma_before_body="never", at_least=4, et_al="and others"
)
_LISTED = Manner(
    inverted="all",
    separator=" ",
    initials="",
    comma_before_last="never",
    comma_before_body="never",
    at_least=4,
    et_al="and others",
)


def citation(source: Source) -> Node:
    """Give the footnote."""
    first = group(_first_page(source), delimiter=" ")
    return Node(
        None,
        [n for n in [group(*_work(source, _NOTE), group(first, delimiter=", "), _address(source), delimiter=" ")] if n],
        suffix=".",
    )


def bibliography(source: Source) -> Node:
    """Give the entry in a list of works."""
    made = group(*_work(source, _LISTED), group(_first_page(source), delimiter=" "), _address(source), delimiter=" ")
    return Node(None, [made] if made else [])


def _work(source: Source, manner: Manner) -> list[Node | None]:
    author = source.authors(manner)
    if author is None:
        author = _title(source)
        source = source.without(["title"])
    title = group(_title(source), delimiter=" ")
    # An author without a title, and a title that stands for the author, are joined alike.
    whose = group(macro(author), title, delimiter=", ")
    where = group(_newspaper(source), _publisher(source), delimiter=" ")
    return [group(group(whose, where, delimiter=" "), delimiter=", ")]


def _title(source: Source) -> Node | None:
    return macro(source.title())


def _newspaper(source: Source) -> Node | None:
    if source.is_webpage:
        return None
    return macro(group(group(source.text("container-title", marks=[ITALIC]), delimiter=" "), delimiter=", "))


def _publisher(source: Source) -> Node | None:
    date = source.date(LANGUAGE.date, LANGUAGE)
    if source.is_webpage:
        edition = None
        if source.has("container-title") or source.has("issued") or source.has("publisher"):
            edition = _edition(source)
        name = source.text("container-title", marks=[ITALIC])
        inner = group(edition, name, macro(date), delimiter=", ", prefix="(", suffix=")")
    else:
        place = source.text("publisher-place")
        if place is not None and place.text:
            place.text = _without_stops(place.text)
        inner = group(place, date, delimiter=", ", prefix="(", suffix=")")
    return macro(group(inner, delimiter=" "))


def _without_stops(text: str) -> str:
    return "".join(c for i, c in enumerate(text) if c != "." or text[i + 1 : i + 2].islower())


def _edition(source: Source) -> Node | None:
    if source.is_number("edition"):
        return macro(
            group(source.number("edition", ordinal=True), source.label("edition", LANGUAGE.edition), delimiter=" ")
        )
    return macro(group(source.number("edition"), delimiter=" "))


def _first_page(source: Source) -> Node | None:
    return macro(source.first_page())


def _address(source: Source) -> Node | None:
    if not source.get("URL"):
        return None
    address = source.text("URL", prefix="<", suffix=">")
    return macro(group(address, group(term("accessed"), source.seen(LANGUAGE), delimiter=" "), delimiter=" "))
