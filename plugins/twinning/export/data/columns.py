"""What a column holds and whose it is, and what a row of a table is: the means by which `tables` says everything once.

From these follow the rows that are written, the JSON Schemas, the Data Package, the database and the page of downloads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

import msgspec
from msgspec import Meta

from ...vocabulary import Term


class Whose(StrEnum):
    """Whose a column is: the SPDX name of its licence, or none."""

    FREE = "CC0-1.0"
    """A fact: given to the public domain."""
    OURS = "CC-BY-4.0"
    """The archive's own words."""
    THEIRS = "newspaper"
    """Words of the newspaper, which are under neither licence: the row's `rights` says what is known of them."""


DISPUTED = "disputed"
"""What a term's column has where the article gives more than one value: `claims` lists them."""


def fact(description: str, **more: Any) -> Meta:
    """Describe a column of facts, in whatever letters; `more` is what else its JSON Schema says."""
    return _column(description, Whose.FREE, more)


def own(description: str) -> Meta:
    """Describe a column of our own words."""
    return _column(description, Whose.OURS, {})


def theirs(description: str) -> Meta:
    """Describe a column of the newspaper's words."""
    return _column(description, Whose.THEIRS, {})


def code(description: str, **more: Any) -> Meta:
    """Describe a column whose values have one form: ids, dates, numbers, addresses of ours, lists of terms.

    None of them can be a formula, or wants quotation marks in CSV.
    """
    return _column(description, Whose.FREE, {**more, _FORMED: True})


def day(description: str) -> Meta:
    """Describe a column of whole days: 2020-09-28."""
    return code(description, format="date")


def term(description: str, vocabulary: type[Term], *others: str) -> Meta:
    """Describe a column that holds a term of a vocabulary, or one of a few other words."""
    return code(description, enum=[*map(str, vocabulary), *others])


_FORMED = "formed"


def _column(description: str, whose: Whose, more: dict[str, Any]) -> Meta:
    return Meta(description=description, extra_json_schema={**more, "rights": str(whose)})


Refers = Mapping[tuple[str, ...], str]
"""Columns that name a row of another table, by its key."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """What all tables share: a row has a value in every column, None where nothing is recorded."""

    table: ClassVar[str]
    """The table's name, which is that of its files, too."""
    key: ClassVar[tuple[str, ...]] = ("id",)
    """The columns that tell its rows apart, and their order."""
    refers: ClassVar[Refers] = {}
    sought: ClassVar[tuple[str, ...]] = ()
    """The columns that the database's full-text search looks in."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    type: str
    """string, date, integer or number."""
    is_required: bool
    """Whether every row has a value here."""
    description: str
    whose: Whose
    terms: tuple[str, ...]
    """The words that it may hold, where they are counted."""
    is_free: bool
    """Whether a value may be any text."""
    schema: dict[str, Any]
    """The JSON Schema of its values."""

    @property
    def is_number(self) -> bool:
        """Tell whether its values are numbers."""
        return self.type in {"integer", "number"}


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that name a row of a table, by its key."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows' class, and what follows from it."""

    row: type[Row]
    columns: tuple[Column, ...]
    references: tuple[Reference, ...]

    @property
    def name(self) -> str:
        """Give its name."""
        return self.row.table

    @property
    def description(self) -> str:
        """Say what a row is."""
        return str(self.row.__doc__).strip()

    @property
    def free(self) -> tuple[int, ...]:
        """Give the places of the columns whose values may be any text."""
        return tuple(place for place, column in enumerate(self.columns) if column.is_free)

    @property
    def optional(self) -> tuple[int, ...]:
        """Give the places of the columns whose values are texts or nothing."""
        return tuple(n for n, column in enumerate(self.columns) if not column.is_required and not column.is_number)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Give the places of the columns whose values are numbers."""
        return tuple(n for n, column in enumerate(self.columns) if column.is_number)

    @property
    def json_schema(self) -> dict[str, Any]:
        """Describe the table's JSON file, a list of objects."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.name,
            "description": f"A list; each of its items: {self.description}",
            "type": "array",
            "items": {
                "type": "object",
                "required": [column.name for column in self.columns],
                "additionalProperties": False,
                "properties": {column.name: column.schema for column in self.columns},
            },
        }


def tables(rows: Iterable[type[Row]]) -> tuple[Table, ...]:
    """Give the tables of these rows."""
    kinds = list(rows)
    keys = {kind.table: kind.key for kind in kinds}
    _, parts = msgspec.json.schema_components(kinds)
    return tuple(
        Table(
            kind,
            tuple(_read(name, said) for name, said in parts[kind.__name__]["properties"].items()),
            tuple(Reference(columns, to, keys[to]) for columns, to in kind.refers.items()),
        )
        for kind in kinds
    )


def _read(name: str, said: dict[str, Any]) -> Column:
    choices = [choice["type"] for choice in said.get("anyOf", [said])]
    kind = next(choice for choice in choices if choice != "null")
    is_required = "null" not in choices
    terms = tuple(said.get("enum", ()))
    written = {"type": kind if is_required else [kind, "null"]}
    written |= {key: value for key, value in said.items() if key not in {"anyOf", "type", _FORMED}}
    if terms and not is_required:
        written["enum"] = [*terms, None]
    return Column(
        name=name,
        type="date" if said.get("format") == "date" else str(kind),
        is_required=is_required,
        description=said["description"],
        whose=Whose(said["rights"]),
        terms=terms,
        is_free=not said.get(_FORMED, False),
        schema=written,
    )
