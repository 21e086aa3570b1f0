"""What describes the data set to programs: a Data Package (datapackage.json) and Datasette's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from .about import CC0, CC_BY, FACTS, OWN_WORDS, THEIR_WORDS, About
from .columns import Column, Table, Whose
from .files import File
from .tables import TABLES

NAME = "datapackage.json"
DATASETTE = "datasette.json"
"""Metadata for `datasette archive.db --metadata datasette.json`."""
_BY_NAME = {table.name: table for table in TABLES}
_LABELS = {"newspapers": "name", "councils": "name", "partners": "name", "articles": "title"}
"""What Datasette shows for a row that another refers to."""
_SORTED = {"articles": "latest", "events": "earliest"}


def data_package(about: About, sheets: Sequence[File], database: File | None) -> dict[str, Any]:
    """Describe the files as a Data Package (specs.frictionlessdata.io), version 1, which every reader knows.

    The CSV files have a Table Schema each; the JSON files hold the same rows and stand with them, described by JSON
    Schemas of their own.
    """
    resources = [_resource(_BY_NAME[file.table], file) for file in sheets if file.name.endswith(".csv")]
    if database is not None:
        said = {"name": "archive-db", "title": "All tables, searchable", "format": "sqlite"}
        resources.append(_file(database) | said)
    return {
        "profile": "data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", about.archive.lower()).strip("-") or "archive",
        "title": about.title,
        "description": f"{about.tagline}\n\n{FACTS}\n\n{OWN_WORDS}\n\n{THEIR_WORDS}",
        "homepage": about.home,
        "version": about.version.isoformat(),
        "created": f"{about.version.isoformat()}T00:00:00Z",
        "licenses": [
            {"name": "CC0-1.0", "path": CC0, "title": "Facts: CC0 1.0 Universal"},
            {"name": "CC-BY-4.0", "path": CC_BY, "title": "Our own words: Creative Commons Attribution 4.0"},
        ],
        "contributors": [{"title": about.archive, "path": f"{about.site}/", "role": "publisher"}],
        "citation": about.citation,
        "resources": resources,
    }


def datasette(about: About) -> dict[str, Any]:
    """Give Datasette's metadata: whose the data are, and what each table and column holds."""
    return {
        "title": about.title,
        "description": f"{about.tagline} {THEIR_WORDS}",
        "license": "Facts CC0 1.0, our own words CC BY 4.0",
        "license_url": f"{about.home}#licence",
        "source": about.archive,
        "source_url": about.home,
        "databases": {"archive": {"tables": {table.name: _shown(table) for table in TABLES}}},
    }


def _shown(table: Table) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "description": table.description,
        "columns": {column.name: column.description for column in table.columns},
    }
    if table.name in _LABELS:
        shown["label_column"] = _LABELS[table.name]
    if table.name in _SORTED:
        shown["sort_desc"] = _SORTED[table.name]
    return shown


def _file(file: File) -> dict[str, Any]:
    return {"path": file.name, "mediatype": file.media_type, "bytes": file.size, "hash": f"sha256:{file.sha256}"}


def _resource(table: Table, file: File) -> dict[str, Any]:
    return _file(file) | {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.name.capitalize(),
        "description": table.description,
        "format": "csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.row.key),
            "foreignKeys": list(_references(table)),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    limits: dict[str, Any] = {"required": True} if column.is_required else {}
    limits |= {"enum": list(column.terms)} if column.terms else {}
    limits |= {key: column.schema[key] for key in ("minimum", "maximum") if key in column.schema}
    if limits:
        field["constraints"] = limits
    return field | {"rights": _RIGHTS[column.whose]}


_RIGHTS = {Whose.FREE: CC0, Whose.OURS: CC_BY, Whose.THEIRS: "the newspaper's"}


def _references(table: Table) -> Iterable[dict[str, Any]]:
    """Give the foreign keys, but not those of which one part may be empty by itself: it would count as a value."""
    required = {column.name for column in table.columns if column.is_required}
    for reference in table.references:
        if len(reference.columns) == 1 or required.issuperset(reference.columns):
            to = "" if reference.table == table.name else reference.table  # what refers to itself
            target = {"resource": to, "fields": list(reference.key)}
            yield {"fields": list(reference.columns), "reference": target}
