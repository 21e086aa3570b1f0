"""MLA, 9th edition: the CSL style modern-language-association."""

from __future__ import annotations

from .names import Manner
from .numbers import two_digits
from .source import Source
from .tree import ITALIC, QUOTED, Node, group, macro, term
from .words import MLA

LANGUAGE = MLA
_SHORT = Manner(is_short=True, at_least=3)
_LISTED = Manner(
    initials=". ",
    whole_given=True,
    inverted="first",
    comma_before_last="always",
    comma_before_et_al="always",
    at_least=3,
)


def citation(source: Source) -> Node:
    """Give the citation in the text."""
    author = source.authors(_SHORT)
    if author is None and source.has("title"):
        is_part = source.has("container-title")
        author = macro(macro(source.title(marks=[QUOTED if is_part else ITALIC], short=True)))
    made = group(macro(group(author, delimiter=", ")), delimiter=", ")
    return Node(None, [made] if made else [], prefix="(", suffix=")")


def bibliography(source: Source) -> Node:
    """Give the entry in a list of works."""
    author = source.authors(_LISTED)
    if author is None:
        author = _title(source)
        source = source.without(["title"])
    seen = None
    if not source.issued:
        seen = macro(group(term("Accessed"), source.seen(LANGUAGE), delimiter=" "))
    section = None if source.is_webpage else macro(source.text("section", case="title"))
    end = macro(group(seen, macro(group(section, delimiter=", ")), delimiter=", "))
    made = group(macro(author), _title(source), macro(_container(source)), end, delimiter=". ")
    return Node(None, [made] if made else [], suffix=".")


def _title(source: Source) -> Node | None:
    is_part = source.has("container-title")
    title = macro(source.title(marks=[QUOTED if is_part else ITALIC]))
    return macro(macro(macro(group(title, delimiter=", "))))


def _container(source: Source) -> Node | None:
    name = source.text("container-title", case="title", marks=[ITALIC])
    if source.is_webpage:
        named = macro(macro(name))
        publisher = source.text("publisher") if source.has("publisher") else source.text("publisher-place")
        published = macro(macro(publisher))
    else:
        place = source.text("publisher-place", prefix="[", suffix="]")
        named = macro(macro(group(group(name, place, delimiter=" "), delimiter=", ")))
        published = None
    date = source.date(LANGUAGE.date, LANGUAGE)
    if source.issued and source.issued.circa:
        date = group(term("Circa"), date, delimiter=" ")
    location = group(
        source.text("archive"),
        source.text("archive_location"),
        macro(source.labelled_pages(two_digits, LANGUAGE)),
        macro(source.text("URL")),
        delimiter=", ",
    )
    version = macro(group(_edition(source), delimiter=", "))
    return group(named, version, published, macro(date), macro(location), delimiter=", ")


def _edition(source: Source) -> Node | None:
    if source.is_number("edition"):
        return macro(
            group(source.number("edition", ordinal=True), source.label("edition", LANGUAGE.edition), delimiter=" ")
        )
    return macro(group(source.number("edition", case="first"), delimiter=" "))
