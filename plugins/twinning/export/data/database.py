"""The tables as one SQLite database, with foreign keys and full-text search, which Datasette opens as it is.

The file is the same to the byte for the same rows: pages have one size, everything is written in one order and one
transaction, and what SQLite's versions leave in a file of themselves is set to nothing. Seen with 3.40 and 3.51: equal
for a thousand articles; for ten thousand, the pages of the search index are packed otherwise, and all else is equal.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

try:
    import sqlite3
except ImportError:  # a Python that was compiled where SQLite's headers were missing
    _HAS_SQLITE = False
else:
    _HAS_SQLITE = True

from . import gaps
from .columns import Column, Reference, Row, Table
from .sought import sought
from .spreadsheet import Value

PAGE_SIZE = 4096
_SETTINGS = (
    f"PRAGMA page_size={PAGE_SIZE}",
    "PRAGMA secure_delete=ON",  # what is left between cells is zeroes: some SQLites do so unasked, others never
    "PRAGMA journal_mode=OFF",  # nothing is lost by leaving out what guards against a crash: a build that crashes
    "PRAGMA synchronous=OFF",  # leaves no site
    "PRAGMA temp_store=MEMORY",
)
_TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}
_TOKENS = "unicode61 remove_diacritics 2"
_TRIAL = "CREATE VIRTUAL TABLE x USING fts5(y)"
_WRITTEN_BY = 96
"""Where a database's header names the version of SQLite that wrote it; no reader depends on it (fileformat2 §1.2.4)."""


class Database:
    """A database that is being filled."""

    def __init__(self, connection: sqlite3.Connection, tables: Sequence[Table]) -> None:
        """Make the empty tables."""
        self._connection = connection
        self._tables = tables
        self._insert: dict[str, str] = {}
        for table in tables:
            connection.execute(_definition(table))
            self._insert[table.name] = f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608

    def add(self, table: str, rows: Sequence[tuple[Value, ...]]) -> None:
        """Add rows to a table."""
        self._connection.executemany(self._insert[table], rows)

    def finish(self, about: Mapping[str, str]) -> None:
        """Add what the file says of itself, the indexes, and what is searched."""
        run = self._connection.execute
        run("CREATE TABLE about (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)")
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        for table in self._tables:
            for columns in _indexed(table):
                run(f"CREATE INDEX {table.name}_{'_'.join(columns)} ON {table.name} ({', '.join(columns)})")
        self._connection.create_function("sought", 1, sought, deterministic=True)
        for table in self._tables:
            if table.row.sought:
                for command in _search(table):
                    run(command)


@contextmanager
def database(path: Path, tables: Sequence[Table]) -> Iterator[Database]:
    """Make a database in a new file, to be filled and finished.

    Raises `OSError` where the file cannot be written.
    """
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            connection.execute("BEGIN")
            made = Database(connection, tables)
            yield made
            connection.execute("COMMIT")
            roots = [root for (root,) in connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")]
        finally:
            connection.close()
        with path.open("r+b") as file:
            gaps.fill(file, PAGE_SIZE, roots)
            file.seek(_WRITTEN_BY)
            file.write(bytes(4))
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from fault
        raise OSError(errno.EIO, str(fault), str(path)) from fault


def is_possible() -> bool:
    """Tell whether this Python has SQLite with full-text search: some are made without."""
    if not _HAS_SQLITE:
        return False
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute(_TRIAL)
        except sqlite3.OperationalError:
            return False
    return True


def values(row: Row) -> tuple[Value, ...]:
    """Give a row's values in the order of its columns."""
    return msgspec.structs.astuple(row)


def _definition(table: Table) -> str:
    """Give the command that makes a table; what its columns hold stays in the file as comments."""
    lines = [
        *(_column(column) for column in table.columns),
        f"PRIMARY KEY ({', '.join(table.row.key)})",
        *map(_reference, table.references),
    ]
    remarks = [f" -- {c.description} [{c.whose}]" for c in table.columns] + [""] * (len(lines) - len(table.columns))
    ends = [","] * (len(lines) - 1) + [""]
    body = "\n".join(f"  {line}{end}{remark}" for line, end, remark in zip(lines, ends, remarks, strict=True))
    rowid = "" if table.row.sought else " WITHOUT ROWID"
    return f"CREATE TABLE {table.name} ( -- {table.description}\n{body}\n){rowid}"


def _column(column: Column) -> str:
    return f"{column.name} {_TYPES[column.type]}{' NOT NULL' if column.is_required else ''}"


def _reference(reference: Reference) -> str:
    # The columns referred to are named, though SQLite can do without: Datasette makes links of them.
    columns, key = ", ".join(reference.columns), ", ".join(reference.key)
    return f"FOREIGN KEY ({columns}) REFERENCES {reference.table} ({key})"


def _indexed(table: Table) -> Iterator[tuple[str, ...]]:
    """Give the columns by which rows are looked for from other tables.

    What begins as the key does is found by the key, and a newspaper's rows by its articles.
    """
    to = {reference.table for reference in table.references}
    for reference in table.references:
        is_copy = reference.table == "newspapers" and "articles" in to
        if reference.columns[0] != table.row.key[0] and not is_copy:
            yield reference.columns


def _search(table: Table) -> Iterator[str]:
    """Give the commands that make a table searchable; the index finds its rows and holds no second copy of them."""
    name, columns = f"{table.name}_fts", ", ".join(table.row.sought)
    yield f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, tokenize='{_TOKENS}', content=\"{table.name}\")"
    words = ", ".join(
        f"CASE WHEN length({column}) = length(CAST({column} AS BLOB)) THEN {column} ELSE sought({column}) END"
        for column in table.row.sought  # a text of ASCII has no other words
    )
    yield f"INSERT INTO {name} (rowid, {columns}) SELECT rowid, {words} FROM {table.name} ORDER BY rowid"  # noqa: S608
