"""Files that grow row by row, and are counted, measured and hashed as they do."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from .columns import Row, Table
from .spreadsheet import Value, as_csv

_encode = msgspec.json.Encoder().encode_lines


@dataclass(frozen=True, slots=True)
class File:
    """A file of the data, as it was written."""

    name: str
    media_type: str
    size: int
    """Its bytes."""
    sha256: str
    rows: int = 0
    """The rows of a table's file."""
    table: str = ""
    """The name of that table."""


class Growing:
    """A file that is written piece by piece."""

    def __init__(self, folder: Path, name: str, media_type: str) -> None:
        """Begin it. Raises `OSError`, as all that follows does."""
        self.name = name
        self._media_type = media_type
        self._file = (folder / name).open("wb")
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes) -> None:
        """Add bytes to its end."""
        self._file.write(data)
        self._hash.update(data)
        self._size += len(data)

    def end(self, rows: int = 0, table: str = "") -> File:
        """Close it, and say what was written."""
        self._file.close()
        return File(self.name, self._media_type, self._size, self._hash.hexdigest(), rows, table)


class Sheets:
    """The two files of a table, CSV and JSON."""

    def __init__(self, folder: Path, table: Table) -> None:
        """Begin them, the CSV with its columns' names."""
        self._table = table
        self._csv = Growing(folder, f"{table.name}.csv", "text/csv")
        self._json = Growing(folder, f"{table.name}.json", "application/json")
        self._csv.write((",".join(column.name for column in table.columns) + "\r\n").encode())
        self._kinds = table.free, table.optional, table.numbers
        self._before = b"[\n"
        self._rows = 0

    def add(self, rows: Sequence[Row], values: Sequence[tuple[Value, ...]]) -> None:
        """Add rows, of which there is one at least; `values` are theirs in the order of the columns."""
        self._rows += len(rows)
        self._csv.write(as_csv(values, *self._kinds).encode())
        # A line end never stands in JSON but between values: within a text it is written as \n.
        self._json.write(self._before + _encode(rows)[:-1].replace(b"\n", b",\n"))
        self._before = b",\n"

    def end(self) -> tuple[File, File]:
        """End both files."""
        self._json.write(b"[]\n" if not self._rows else b"\n]\n")
        return self._csv.end(self._rows, self._table.name), self._json.end(self._rows, self._table.name)


def measured(folder: Path, name: str, media_type: str) -> File:
    """Describe a file that another program wrote."""
    with (folder / name).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return File(name, media_type, file.tell(), digest)
