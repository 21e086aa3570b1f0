"""The page of downloads, `/data/`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..export.data.about import CC0, CC_BY, FACTS, OWN_WORDS, THEIR_WORDS, About
from ..export.data.columns import Table, Whose
from ..export.data.dataset import Dataset
from ..export.data.files import File
from ..export.data.tables import TABLES
from .page import Page
from .sentences import counted
from .site import Site

_WHOSE = {
    Whose.FREE: "",
    Whose.OURS: "our own words",
    Whose.THEIRS: "the newspaper’s words",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be fetched: its name, how large it is, and its SHA-256."""

    name: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A table that is offered: what a row is, how many there are, its files, and its columns."""

    name: str
    description: str
    rows: str
    csv: Download
    json: Download
    columns: tuple[tuple[str, str, str, str], ...]
    """For each: its name, what it holds, what kind of value that is, and whose where it is not free."""


def about(site: Site) -> About:
    """Say what the data set of a site is."""
    return About(site.name, site.tagline, site.url, site.clock)


def page(dataset: Dataset, about: About) -> Page:
    """Give the page that offers a data set that was written."""
    made = dataset.database
    return Page(
        "data/",
        "data",
        "Data",
        "The archive’s records as tables and as a database, to download and use, with what they hold and whose it is.",
        {
            "tables": [_offered(table, *dataset.sheets[table.name]) for table in TABLES],
            "database": _download(made) if made else None,
            "about": about,
            "rights": [_curled(words) for words in (FACTS, OWN_WORDS, THEIR_WORDS)],
            "linked": Markup(json.dumps(_described(dataset, about), ensure_ascii=False).replace("<", "\\u003c")),  # noqa: S704
        },
    )


def size(count: int) -> str:
    """Say a number of bytes: "4.9 MB", which no line end parts."""
    if count < 1000:
        return counted(count, "byte")
    for unit in ("kB", "MB"):
        count_in_unit = count / (1e3 if unit == "kB" else 1e6)
        if count_in_unit < 999.5 or unit == "MB":
            return f"{count_in_unit:,.{0 if count_in_unit >= 9.95 else 1}f}\u00a0{unit}"
    raise AssertionError


def _offered(table: Table, csv: File, json_: File) -> Offered:
    columns = tuple(
        (column.name, _curled(column.description), _kind(column.type, column.is_required), _WHOSE[column.whose])
        for column in table.columns
    )
    return Offered(
        table.name, _curled(table.description), counted(csv.rows, "row"), _download(csv), _download(json_), columns
    )


def _curled(words: str) -> str:
    """Give words with the apostrophe that pages have; programs are given the plain one."""
    return words.replace("'", "’")


def _kind(type_: str, is_required: bool) -> str:  # noqa: FBT001  what the column says of itself
    words = {"string": "text", "date": "day", "integer": "whole number", "number": "number"}[type_]
    return words if is_required else f"{words}, may be empty"


def _download(file: File) -> Download:
    return Download(file.name, size(file.size), file.sha256)


def _described(dataset: Dataset, about: About) -> dict[str, Any]:
    """Describe the data set as schema.org has it, for those who look for data sets."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": about.home,
        "name": about.title,
        "description": f"{about.tagline} {THEIR_WORDS}",
        "url": about.home,
        "version": about.version.isoformat(),
        "dateModified": about.version.isoformat(),
        "license": [CC0, CC_BY],
        "creator": {"@type": "Organization", "name": about.archive, "url": f"{about.site}/"},
        "isAccessibleForFree": True,
        "distribution": list(_distribution(dataset, about)),
    }


def _distribution(dataset: Dataset, about: About) -> Iterator[dict[str, Any]]:
    files = [file for pair in dataset.sheets.values() for file in pair]
    for file in [*files, *([dataset.database] if dataset.database else [])]:
        yield {
            "@type": "DataDownload",
            "name": file.name,
            "contentUrl": about.home + file.name,
            "encodingFormat": file.media_type,
            "contentSize": f"{file.size} B",
            "sha256": file.sha256,
        }
