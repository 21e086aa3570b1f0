"""The whole data set, written into a folder: tables, database, schemas, and what describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...archive import Archive
from ...schema import record_schema
from . import package
from .about import About
from .columns import Row
from .database import Database, database, is_possible, values
from .files import File, Growing, Sheets, measured
from .rows import rows
from .tables import TABLES

AT_ONCE = 1000
"""How many rows of a table are written together; no more are held in memory."""
DATABASE = "archive.db"
CHECKSUMS = "checksums.txt"


def names() -> Iterator[str]:
    """Name every file that a data set may have."""
    for table in TABLES:
        yield from (f"{table.name}.csv", f"{table.name}.json", f"{table.name}.schema.json")
    yield from (DATABASE, "record.schema.json", package.NAME, package.DATASETTE, CHECKSUMS)


@dataclass(frozen=True, slots=True)
class Dataset:
    """What was written: the files of each table, by its name; the database, where one could be made; and the others."""

    sheets: Mapping[str, tuple[File, File]]
    database: File | None
    others: tuple[File, ...]


def write(folder: Path, archive: Archive, about: About) -> Dataset:
    """Write all files into a folder that is there.

    The same archive gives the same bytes. Without a SQLite that has full-text search there is no database. Raises
    `OSError` where a file cannot be written.
    """
    sheets, made = _tables(folder, archive, about)
    others = [
        *(_described(folder, f"{table.name}.schema.json", table.json_schema) for table in TABLES),
        _described(folder, "record.schema.json", record_schema()),
        _described(folder, package.DATASETTE, package.datasette(about)),
    ]
    listed = [file for pair in sheets.values() for file in pair]
    others.append(_described(folder, package.NAME, package.data_package(about, listed, made)))
    sums = Growing(folder, CHECKSUMS, "text/plain")
    for file in sorted([*listed, *others, *([made] if made else [])], key=lambda file: file.name):
        sums.write(f"{file.sha256}  {file.name}\n".encode())
    return Dataset(sheets, made, (*others, sums.end()))


def _tables(folder: Path, archive: Archive, about: About) -> tuple[dict[str, tuple[File, File]], File | None]:
    sheets = {table.name: Sheets(folder, table) for table in TABLES}
    waiting: dict[str, list[Row]] = {name: [] for name in sheets}
    with ExitStack() as stack:
        made = stack.enter_context(database(folder / DATABASE, TABLES)) if is_possible() else None
        for row in rows(archive, about.address):
            held = waiting[row.table]
            held.append(row)
            if len(held) == AT_ONCE:
                _add(sheets[row.table], made, held)
                held.clear()
        for name, held in waiting.items():
            if held:
                _add(sheets[name], made, held)
        if made is not None:
            made.finish(about.facts)
    ended = {name: sheet.end() for name, sheet in sheets.items()}
    return ended, measured(folder, DATABASE, "application/vnd.sqlite3") if made is not None else None


def _add(sheet: Sheets, made: Database | None, held: list[Row]) -> None:
    told = [values(row) for row in held]
    sheet.add(held, told)
    if made is not None:
        made.add(held[0].table, told)


def _described(folder: Path, name: str, said: dict[str, Any]) -> File:
    file = Growing(folder, name, "application/json")
    file.write((json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode())
    return file.end()
