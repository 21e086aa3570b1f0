"""Two records of one council, partner or newspaper: by an official code, or by a name that both have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..diagnostics import Code, Fault, Where
from ..loading import Content, Entry
from ..records import Council, Newspaper, Partner
from .found import Found, days

_MERGE = "one record a {kind}: merge the two, or correct the one that is wrong"


def faults(content: Content) -> Found:
    """Say which records share a code that only one thing can have, or a name by which each may be meant."""
    councils = _Apart(_councils_apart, (("successor",), ("established",), ("abolished",)))
    partners = _Apart(_partners_apart, (("country",), ("level",), ("within",)))
    newspapers = _Apart(_newspapers_apart, (("place",),))
    never = _Apart(lambda _one, _other: False, ())
    yield from _codes("council", content.councils, ("gss", "wikidata"), never)
    yield from _codes("council", content.councils, ("iso",), councils)
    yield from _codes("partner", content.partners, ("wikidata", "geonames"), never)
    yield from _codes("partner", content.partners, ("iso",), partners)
    yield from _codes("newspaper", content.newspapers, ("issn",), never)
    yield from _names("council", content.councils, councils)
    yield from _names("partner", content.partners, partners)
    yield from _names("newspaper", content.newspapers, newspapers)


@dataclass(frozen=True, slots=True)
class _Apart:
    """What tells two things of one name apart, and the fields that say it."""

    tells: Callable[[Any, Any], bool]
    fields: tuple[Where, ...]

    def may_tell(self, *entries: Entry[Any]) -> bool:
        """Tell whether two records are of two things, or may be where one of those fields cannot be read."""
        one, other = entries
        return self.tells(one.record, other.record) or any(entry.lacks(*self.fields) for entry in entries)


def _councils_apart(one: Council, other: Council) -> bool:
    """Tell whether two councils of one name or place follow each other: a name and an ISO code go on."""
    follow = one.successor == other.id or other.successor == one.id
    return (
        follow
        or days(one.abolished)[1] <= days(other.established)[0]
        or days(other.abolished)[1] <= days(one.established)[0]
    )


def _partners_apart(one: Partner, other: Partner) -> bool:
    """Tell whether two partners of one name or code are two: Jilin is a province, and a city in it."""
    return one.country != other.country or one.level is not other.level or _differ(one.within, other.within)


def _newspapers_apart(one: Newspaper, other: Newspaper) -> bool:
    return _differ(one.place, other.place)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() != other.casefold()


def _codes(kind: str, entries: Mapping[str, Entry[Any]], fields: tuple[str, ...], apart: _Apart) -> Found:
    for field in fields:
        first: dict[object, Entry[Any]] = {}
        for entry in entries.values():
            code = getattr(entry.record, field)
            before = first.setdefault(code, entry) if code is not None else entry
            if before is not entry and not apart.may_tell(before, entry):
                said = f"{before.path} has the {field} `{code}` too"
                yield entry, Fault((field,), Code.DUPLICATE, said, _MERGE.format(kind=kind))


def _names(kind: str, entries: Mapping[str, Entry[Any]], apart: _Apart) -> Found:
    """Say which records have a name that another has as its name or alias. Two aliases may be alike: "County Hall"."""
    named: dict[str, list[Entry[Any]]] = defaultdict(list)
    for entry in entries.values():
        named[entry.record.name.casefold()].append(entry)
    named.pop("", None)  # names that cannot be read
    for entry in entries.values():
        for where, name in _all_names(entry.record):
            for other in named.get(name.casefold(), ()):
                # Of two that have the same name, the later one is told.
                is_told = where != ("name",) or entry.path > other.path
                if other is not entry and is_told and not apart.may_tell(entry, other):
                    said = f"{other.path} is named “{other.record.name}” too"
                    yield entry, Fault(where, Code.ALIKE, said, _help(kind))
                    break


def _all_names(record: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("name",), record.name
    official = getattr(record, "official_name", None)
    if official is not None and official != record.name:
        yield ("official_name",), official
    for i, alias in enumerate(record.aliases):
        if alias != record.name:
            yield ("aliases", i), alias


def _help(kind: str) -> str:
    apart = {
        "council": "their lives (`established`, `abolished`, `successor`)",
        "partner": "`country`, `level` or `within`",
        "newspaper": "`place`",
    }
    return f"merge the two, or tell them apart by {apart[kind]}"
