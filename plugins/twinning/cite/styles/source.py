"""A CSL-JSON item as the styles ask it: the text of a field, its capitals, its names and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any, Self

from .capitals import capitalise_first, title_case
from .dates import date_of, dated
from .names import Manner, names
from .numbers import Shorten, is_numeric, is_plural, output
from .tree import QUOTED, Mark, Node, field, group, term
from .words import Language, Part


class Source:
    """One item. A field that stood in for the author is not given again (`without`)."""

    def __init__(self, item: Mapping[str, Any]) -> None:
        """Begin with an item of CSL-JSON."""
        self._item = item
        self._gone: frozenset[str] = frozenset()
        self._cased: dict[tuple[str, str], str] = {}
        self.is_webpage = item.get("type") == "webpage"
        self.issued = date_of(item.get("issued"))
        self.accessed = date_of(item.get("accessed"))
        language = str(item.get("language") or "en")
        self.language = language
        self.is_english = language[:2].lower() == "en"

    def without(self, names: Iterable[str]) -> Self:
        """Give the same item without some fields."""
        other = copy(self)
        other._gone |= frozenset(names)  # noqa: SLF001  its own kind
        return other

    def has(self, name: str) -> bool:
        """Say whether a field has a value, wherever it was printed."""
        return bool(self._item.get(name))

    def get(self, name: str) -> str:
        """Give a field's text, empty where it has none."""
        if name in self._gone:
            return ""
        value = self._item.get(name)
        if name == "page-first":
            return _first_page(str(self._item.get("page") or ""))
        return "" if value is None or value is False else str(value)

    def short(self, name: str) -> str:
        """Give a field's short form where it has one."""
        if name in self._gone:
            return ""
        short = self._item.get(f"{name}-short") or (self._item.get("shortTitle") if name == "title" else "")
        return str(short) if short else self.get(name)

    def text(
        self,
        name: str,
        *,
        case: str = "",
        marks: Sequence[Mark] = (),
        prefix: str = "",
        suffix: str = "",
        short: bool = False,
    ) -> Node | None:
        """Give a field's text as a piece."""
        value = self.short(name) if short else self.get(name)
        return field(self.cased(value, case, name) if case else value, prefix, suffix, marks)

    def title(self, *, case: str = "title", marks: Sequence[Mark] = (QUOTED,), short: bool = False) -> Node | None:
        """Give the title."""
        return self.text("title", case=case, marks=marks, short=short)

    def cased(self, value: str, case: str, name: str = "") -> str:
        """Give a text with the capitals of a title or at its beginning. Titles in other languages keep theirs."""
        if case == "title" and not self.is_english and name not in {"section", "edition"}:
            return value
        found = self._cased.get((value, case))
        if found is None:
            found = title_case(value) if case == "title" else capitalise_first(value)
            self._cased[value, case] = found
        return found

    def authors(self, manner: Manner) -> Node | None:
        """Give the authors."""
        people = self._item.get("author")
        if not isinstance(people, list):
            return None
        return names([person for person in people if isinstance(person, Mapping)], manner, self.language)

    def date(self, parts: Sequence[Part], language: Language, **around: str) -> Node | None:
        """Give parts of the day of publication."""
        return dated(self.issued, parts, language, **around)

    def seen(self, language: Language) -> Node | None:
        """Give the day on which the address was looked at."""
        return dated(self.accessed, language.date, language)

    def pages(self, shorten: Shorten) -> Node | None:
        """Give the pages without a label."""
        text = self.get("page")
        return output(text, "page", shorten) if text else None

    def labelled_pages(self, shorten: Shorten, language: Language) -> Node | None:
        """Give the pages with their label: p. 4, pp. 4–5."""
        text = self.get("page")
        if not text:
            return group(None)
        label = language.page[1 if is_plural(text, "page") else 0]
        return group(term(label), output(text, "page", shorten), delimiter=" ")

    def first_page(self) -> Node | None:
        """Give the first page."""
        text = self.get("page-first")
        return output(text, "page") if text else None

    def is_number(self, name: str) -> bool:
        """Say whether a field holds a number."""
        return self.has(name) and is_numeric(str(self._item[name]), name)

    def label(self, name: str, forms: tuple[str, str]) -> Node:
        """Give the label of a field that holds a number: one form for one, another for several."""
        return term(forms[1 if is_plural(str(self._item.get(name)), name) else 0])

    def number(self, name: str, *, case: str = "", ordinal: bool = False) -> Node | None:
        """Give a field that may be a number."""
        text = self.get(name)
        if not text:
            return None
        return output(text, name, case=lambda t: self.cased(t, case, name) if case else t, ordinal=ordinal)


def _first_page(pages: str) -> str:
    for joint in (" & ", "&", ", ", "-", "–"):
        head = pages.partition(joint)[0]
        if head != pages and not head.endswith("\\"):
            pages = head
    return pages.strip()
