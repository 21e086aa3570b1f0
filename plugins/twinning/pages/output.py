"""Where pages are written: folder by folder, each address once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


class TwicePublished(Exception):
    """Two pages want one address; `path` is its file, `source` the page that has it already, where known."""

    def __init__(self, path: str, source: str = "") -> None:
        """Keep both."""
        super().__init__(f"two pages want {path}" + (f"; one is {source}" if source else ""))
        self.path = path
        self.source = source


class Output:
    """A folder that files are written into."""

    def __init__(self, folder: Path, look: Callable[[str, bytes], None] | None = None) -> None:
        """Begin with the folder's path; folders are made when first needed. `look` is shown every file written."""
        self._folder = str(folder)
        self._look = look
        self._made: set[str] = set()
        self._written: dict[str, str] = {}

    def claim(self, path: str, source: str) -> None:
        """Keep an address that another writer has made from `source`. Raises `TwicePublished`."""
        if path in self._written:
            raise TwicePublished(path, source)
        self._written[path] = source

    def has(self, path: str) -> bool:
        """Tell whether a file was written."""
        return path in self._written

    def read(self, path: str) -> bytes | None:
        """Give a file that was written; None where none was."""
        return (Path(self._folder) / path).read_bytes() if path in self._written else None

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file; `path` is below the folder, with slashes. Raises `TwicePublished`, or `OSError`."""
        if path in self._written:
            raise TwicePublished(path, self._written[path])
        self._written[path] = ""
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            self._make(folder)
        data = text.encode() if isinstance(text, str) else text
        # os.open and os.write: an archive has tens of thousands of small files, and open() costs twice as much.
        handle = os.open(f"{self._folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            written = os.write(handle, data)
            while written < len(data):
                written += os.write(handle, data[written:])
        finally:
            os.close(handle)
        if self._look is not None:
            self._look(path, data)

    def place(self, path: str) -> Path:
        """Give where a file goes that another program writes, and keep its address. Raises as `write` does."""
        self.claim(path, "")
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            self._make(folder)
        return Path(self._folder, path)

    def _make(self, folder: str) -> None:
        try:
            os.mkdir(f"{self._folder}/{folder}")  # noqa: PTH102  pathlib costs as much as the write
        except FileNotFoundError:
            os.makedirs(f"{self._folder}/{folder}", exist_ok=True)  # noqa: PTH103  the same
        except FileExistsError:
            pass
        self._made.add(folder)
