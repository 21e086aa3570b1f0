"""Chicago, 18th edition, with years in the text or with notes: chicago-author-date, chicago-notes-bibliography."""

from __future__ import annotations

from .dates import YEAR
from .names import Manner
from .numbers import chicago, is_plural
from .source import Source
from .tree import ITALIC, QUOTED, Node, field, group, macro, term
from .words import AMERICAN, Part

LANGUAGE = AMERICAN
_SHORT = Manner(is_short=True, at_least=3)
_NOTE = Manner(initials=". ", whole_given=True, at_least=3)
_LISTED = Manner(
    inverted="first", comma_before_last="always", at_least=7, shown=3, initials=". ", whole_given=True, demotes=True
)
_MONTH_AND_DAY = (Part("month"), Part("day", prefix=" "))


def citation(source: Source) -> Node:
    """Give the citation in the text, with its year."""
    author = source.authors(_SHORT)
    if author is None:
        author = _short_substitute(source)
    dated = macro(group(group(group(_year(source)), delimiter=" ") if source.issued else term("n.d."), delimiter="-"))
    # Without a date citeproc-js parts author and "n.d." by the group around both.
    delimiter = " " if source.issued else ", "
    inner = group(macro(author), dated, delimiter=delimiter)
    if source.issued:
        inner = group(inner, delimiter=", ")
    made = group(macro(inner), delimiter=", ")
    return Node(None, [made] if made else [], prefix="(", suffix=")")


def bibliography(source: Source) -> Node:
    """Give the entry in a list of works, the year after the author."""
    author, source = _listed(source)
    dated = macro(group(group(group(_year(source)), delimiter=" ") if source.issued else term("n.d."), delimiter="-"))
    if source.is_webpage:
        month = macro(source.date(_MONTH_AND_DAY, LANGUAGE))
        where = _site(source, group(month, delimiter=" "))
        work = group(_titled(source), where, _archive(source), _address(source), delimiter=". ")
        made = group(group(author, delimiter=" "), dated, work, delimiter=". ")
    else:
        month = macro(macro(macro(source.date(_MONTH_AND_DAY, LANGUAGE))))
        work = group(_titled(source), _paper(source, month), _archive(source), _address(source), delimiter=". ")
        made = group(group(author, delimiter=" "), dated, work, delimiter=". ")
    return Node(None, [macro(made)] if made else [], suffix=".")  # type: ignore[list-item]


def note(source: Source) -> Node:
    """Give the note."""
    author = source.authors(_NOTE)
    whole = _whole_date(source)
    if author is None and not source.has("title") and not source.is_webpage:
        author = _named(source)
        source = source.without(["container-title", "publisher-place"]) if author else source
    circa = source.issued is not None and source.issued.circa
    if source.is_webpage:
        site = macro(_note_site(source, whole))
        inner = group(_note_titled(source), None if circa else site, delimiter=", ")
        work = group(inner, site if circa else None, delimiter=" ")
        archived = source.has("archive") and source.has("archive_location") and source.has("page")
        page = None
        if not source.has("container-title") and not archived:
            page = source.pages(chicago)
        work = group(work, page, delimiter=", ")
    else:
        paper = group(
            _named(source), group(group(whole, delimiter=" "), _edition_named(source), delimiter=", "), delimiter=", "
        )
        work = group(group(_note_titled(source), paper, delimiter=", "), delimiter=" ")
    kept = group(
        group(source.text("archive_location"), _archived_page(source), source.text("archive"), delimiter=", "),
        delimiter=" ",
    )
    seen = None
    if not source.issued and source.has("URL"):
        seen = group(term("accessed"), source.seen(LANGUAGE), delimiter=" ")
    rest = group(work, kept, group(seen, source.text("URL"), delimiter=", "), delimiter=", ")
    made = group(macro(author), macro(rest), delimiter=", ")
    return Node(None, [made] if made else [], suffix=".")


def note_bibliography(source: Source) -> Node:
    """Give the entry in a list of works, the whole date after the newspaper."""
    author, source = _listed(source)
    whole = _whole_date(source)
    where = (
        _site(source, group(whole, delimiter=" ")) if source.is_webpage else _paper(source, group(whole, delimiter=" "))
    )
    work = group(_titled(source), where, _archive(source), _address(source), delimiter=". ")
    made = group(author, work, delimiter=". ")
    return Node(None, [macro(made)] if made else [], suffix=".")  # type: ignore[list-item]


def _year(source: Source) -> Node | None:
    circa = source.issued is not None and source.issued.circa
    around = {"prefix": "[", "suffix": "?]"} if circa else {}
    return macro(source.date(YEAR, LANGUAGE, **around))


def _whole_date(source: Source) -> Node | None:
    if not source.issued:
        return None if source.is_webpage else term("n.d.")
    around = {"prefix": "[", "suffix": "?]"} if source.issued.circa else {}
    return macro(source.date(LANGUAGE.date, LANGUAGE, **around))


def _title(source: Source, *, short: bool = False) -> Node | None:
    is_part = source.has("container-title") or source.is_webpage
    return macro(macro(source.title(marks=[QUOTED if is_part else ITALIC], short=short)))


def _listed(source: Source) -> tuple[Node | None, Source]:
    author = source.authors(_LISTED)
    if author is not None:
        return macro(author), source
    if source.is_webpage:
        found, gone = source.text("publisher"), ["publisher"]
        if found is None:
            found, gone = source.text("container-title", case="title"), ["container-title"]
    else:
        found, gone = _named(source), ["container-title", "publisher-place"]
    if found is None:
        found, gone = (
            (group(_title(source), delimiter=". "), ["title"])
            if source.has("title")
            else (_titled(source), ["section", "edition"])
        )
    return macro(found), source.without(gone) if found is not None else source


def _short_substitute(source: Source) -> Node | None:
    if source.is_webpage:
        found = source.text("publisher", short=True) or source.text("container-title", case="title", short=True)
    else:
        found = macro(source.text("container-title", case="title", marks=[ITALIC]))
    if found is None:
        found = _title(source, short=True) if source.has("title") else _titled(source)
    return found


def _named(source: Source) -> Node | None:
    name = source.text("container-title", case="title", marks=[ITALIC])
    return macro(group(name, source.text("publisher-place", prefix="(", suffix=")"), delimiter=" "))


def _titled(source: Source) -> Node | None:
    """Give the title with its section and, of what is in no newspaper, its edition; parted by full stops."""
    if source.is_webpage:
        edition = group(_edition_plain(source, case="first"), delimiter=". ")
        return macro(group(_title(source), macro(edition), delimiter=". "))
    section = macro(group(_section(source, first=True), delimiter=". "))
    edition = None if source.has("container-title") else group(_edition_named(source), delimiter=". ")
    return macro(group(_title(source), macro(section), macro(edition), delimiter=". "))


def _note_titled(source: Source) -> Node | None:
    if source.is_webpage:
        return macro(group(_title(source), macro(group(_edition_plain(source), delimiter=", ")), delimiter=", "))
    section = macro(group(_section(source, first=False), delimiter=", "))
    edition = None if source.has("container-title") else group(_edition_named(source, case=""), delimiter=", ")
    return macro(group(_title(source), macro(section), macro(edition), delimiter=", "))


def _section(source: Source, *, first: bool) -> Node | None:
    text = source.text("section", case="title")
    if text is None or not source.is_number("section"):
        return macro(group(text, delimiter=" "))
    label = LANGUAGE.section[1 if is_plural(source.get("section"), "section") else 0]
    return macro(group(term(label.capitalize() if first else label), text, delimiter=" "))


def _edition_named(source: Source, case: str = "title") -> Node | None:
    """Give the edition of a newspaper: 2nd ed., Late Edition."""
    if source.is_number("edition"):
        return _edition_plain(source)
    label = term("Edition" if case else "edition")
    return macro(group(source.number("edition", case=case), label if source.has("edition") else None, delimiter=" "))


def _edition_plain(source: Source, case: str = "") -> Node | None:
    if source.is_number("edition"):
        return macro(
            group(source.number("edition", ordinal=True), source.label("edition", LANGUAGE.edition), delimiter=" ")
        )
    return macro(group(source.number("edition", case=case), delimiter=" "))


def _paper(source: Source, date: Node | None) -> Node | None:
    dated = group(group(group(date, delimiter=" "), delimiter=", "), _edition_named(source), delimiter=". ")
    named = macro(group(_named(source), delimiter=", "))
    return macro(macro(group(group(named, macro(group(dated, delimiter=", ")), delimiter=", "), delimiter=". ")))


def _site(source: Source, date: Node | None) -> Node | None:
    publisher = _house(source, case="first")
    inner = group(source.text("container-title", case="title"), publisher, date, delimiter=", ")
    return macro(group(group(inner, delimiter=". "), delimiter=", "))


def _note_site(source: Source, date: Node | None) -> Node | None:
    inner = group(
        source.text("container-title", case="title"), _house(source), group(date, delimiter=" "), delimiter=", "
    )
    return group(inner, delimiter="; ")


def _house(source: Source, case: str = "") -> Node | None:
    if source.has("publisher"):
        house = group(source.text("publisher", case=case), delimiter=": ")
    else:
        house = source.text("publisher-place", case=case)
    return macro(group(group(house, delimiter=" "), delimiter=", "))


def _archived_page(source: Source) -> Node | None:
    if not (source.has("archive") and source.has("archive_location") and source.has("page")):
        return None
    if source.is_number("page"):
        return macro(macro(source.labelled_pages(chicago, LANGUAGE)))
    return macro(source.pages(chicago))


def _archive(source: Source) -> Node | None:
    place = group(source.text("archive_location", case="first"), _archived_page(source), delimiter=", ")
    kept = group(place, group(source.text("archive"), delimiter=", "), delimiter=". ")
    return macro(group(macro(kept), delimiter=" "))


def _address(source: Source) -> Node | None:
    seen = None
    if not source.issued and source.has("URL"):
        seen = group(term("Accessed"), source.seen(LANGUAGE), delimiter=" ")
    return macro(group(seen, macro(field(source.get("URL"))), delimiter=". "))
