"""Dates of CSL-JSON as the styles write them: whole, in part, a range, a season, in somebody's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from .tree import Affixes, Node, leaf
from .words import Language, Part
from .written import written

_WHOLE = re.compile(r"\s*([-+]?\d+)")


class Date(NamedTuple):
    """A date as citations want it."""

    start: Mapping[str, int]
    """Its "year", "month" and "day", as far as they are known."""
    end: Mapping[str, int]
    season: str = ""
    literal: str = ""
    circa: bool = False

    @property
    def year(self) -> int | None:
        """Give its first year."""
        return self.start.get("year")


def date_of(value: object) -> Date | None:
    """Read a date of CSL-JSON; None where there is none."""
    if not isinstance(value, Mapping) or not value:
        return None
    parts = value.get("date-parts")
    raw = value.get("raw")
    if not parts and isinstance(raw, str):
        read = written(raw)
        if read is None:
            return Date({}, {}, literal=raw, circa=bool(value.get("circa")))
        value = {**value, **read}
        parts = read["date-parts"]
    ends = [_numbers(part) for part in parts[:2]] if isinstance(parts, list) else []
    season = value.get("season")
    literal = value.get("literal")
    return Date(
        ends[0] if ends else {},
        ends[1] if len(ends) > 1 else {},
        str(season) if season else "",
        str(literal) if literal else "",
        bool(value.get("circa")),
    )


def _numbers(parts: object) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, part in zip(("year", "month", "day"), parts if isinstance(parts, list) else (), strict=False):
        number = part if type(part) is int else _whole(part)
        if number is None or (number == 0 and name != "year"):
            break  # there is no day or month 0, and no day without a month
        found[name] = number
    return found


def _whole(part: object) -> int | None:
    number = _WHOLE.match(str(part))
    return int(number.group(1)) if number is not None else None


def dated(
    date: Date | None,
    parts: Sequence[Part],
    language: Language,
    *,
    delimiter: str = "",
    prefix: str = "",
    suffix: str = "",
) -> Node | None:
    """Give the parts of a date that a style wants. A range says once what both its ends share."""
    if date is None:
        return None
    made = _Dated(date, language, {part.name for part in parts})
    for part in parts:
        made.add(part)
    if not made.has_value:
        return None
    nodes = made.nodes
    return Node(None, nodes, prefix=prefix, suffix=suffix, delimiter=delimiter)


class _Dated:
    def __init__(self, date: Date, language: Language, wanted: set[str]) -> None:
        self.nodes: list[Node] = []
        self._date = date
        self._language = language
        self._seen: set[str] = set()
        self.has_value = False
        """Whether a part has a value that CSL knows; a season in somebody's words does not count."""
        self._later: list[Node] = []
        """The end of a range, as far as it differs."""
        ends = [name for name in ("year", "month", "day") if name in wanted and name in date.end]
        differs = next((i for i, name in enumerate(ends) if date.start.get(name) != date.end[name]), 2)
        self._differing = ends[differs:]

    def add(self, part: Part) -> None:
        date = self._date
        self._seen.add(part.name)
        affixes = Affixes(part.prefix, part.suffix)
        if date.literal and part.name == "year":
            self.nodes.append(leaf(date.literal, affixes))
            self.has_value = True
        value = date.start.get(part.name)
        if value is None:
            if part.name == "month" and date.season:
                is_known = date.season in {"1", "2", "3", "4"}
                self.has_value = self.has_value or is_known
                season = self._language.season(int(date.season)) if is_known else date.season
                self.nodes.append(leaf(season, affixes))
            return
        era, era_end = self._era(part, value), self._era(part, date.end.get(part.name))
        words, words_end = self._words(part, value), self._words(part, date.end.get(part.name))
        if not words:
            return
        self.has_value = True
        if self._differing and all(name in self._seen for name in self._differing):
            if words_end:
                self._later.append(leaf(words_end, affixes))
            if self._later:
                _first(self._later).prefix = ""
            level = [leaf(words, Affixes(part.prefix)), leaf("–"), Node(None, self._later)]
            self._differing = []
        else:
            level = [leaf(words, affixes)]
            if part.name in self._differing and words_end:
                later = [leaf(words_end, Affixes("", part.suffix))]
                if era_end or era:
                    later.append(leaf(era))
                self._later.append(Node(None, later))
        if era:
            level.append(leaf(era))
        self.nodes.append(Node(None, level))

    def _words(self, part: Part, value: int | None) -> str:
        if value is None:
            return ""
        if part.name == "month":
            return self._language.month(value, short=part.short)
        if part.name == "year":
            return str(abs(value)) if value else ""
        return str(value)

    def _era(self, part: Part, year: int | None) -> str:
        if part.name != "year" or not year or year >= 500:
            return ""
        return self._language.of_our_era if year > 0 else self._language.before_christ


def _first(nodes: Sequence[Node]) -> Node:
    return nodes[0]


YEAR = (Part("year"),)


def issued(item: Mapping[str, Any]) -> Date | None:
    """Give the day of publication."""
    return date_of(item.get("issued"))
