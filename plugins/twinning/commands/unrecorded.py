"""A folder of raw texts without records: what is proposed for each stands in for its record, for one build."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from ..evidence import verified
from ..loading import KINDS, load_content
from ..loading.files import Failure, read_bytes

_TEXTS = frozenset({".txt", ".html", ".htm"})
_MOST_BYTES = 8_388_608


@contextmanager
def recorded(settings: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the settings of a build in which every text has a record.

    Where the content has no record of an article and there are texts, they are read and their records drafted into a
    folder that lasts as long as the build; else the settings are as they were. Nothing of the keeper's is written.
    """
    content = Path(settings["PATH"])
    sources = Path(settings["SOURCES"]) if settings["SOURCES"] else None
    if not any((content / kind).exists() for kind in KINDS) and _texts(content):
        sources = content  # a folder of texts was given for the content
    wanted = settings.get("UNREVIEWED", True) and not settings.get("PREVIEW")
    if not wanted or sources is None or any((content / "articles").glob("*.yml")) or not (texts := _texts(sources)):
        yield dict(settings)
        return
    with TemporaryDirectory(prefix="machine-read-") as name:
        folder = Path(name).resolve()
        _draft(content, texts, folder)
        yield {**settings, "PATH": str(folder / "content"), "SOURCES": str(folder / "sources")}


def _texts(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if path.suffix.lower() in _TEXTS and not path.name.startswith("."))
    return sorted(found)


def _draft(content: Path, texts: list[Path], folder: Path) -> None:
    """Copy the content there is, and draft a record of each text beside it. What is no text is skipped."""
    from ..ingest import NotAText
    from .intake import opened

    for kind in KINDS:
        (folder / "content" / kind).mkdir(parents=True)
    for kind in (*KINDS, "pages", "images"):
        if (content / kind).is_dir():
            shutil.copytree(content / kind, folder / "content" / kind, dirs_exist_ok=True)
    (folder / "sources").mkdir()
    intake = opened(folder / "content", folder / "sources", None)
    for path in texts:
        with suppress(Failure, NotAText):
            intake.take(read_bytes(path, str(path), _MOST_BYTES), path.name)
    loaded, _ = load_content(folder / "content", None)
    known = {id_: verified(entry.record) for id_, entry in loaded.articles.items()}
    (folder / "content" / "verified.json").write_bytes(msgspec.json.encode(known))
