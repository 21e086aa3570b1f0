"""Pelican's writer, with a short way for articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.writers import Writer

from ..cite.csl import csl
from . import addresses
from .annotated import annotated
from .beside import beside
from .edition import GATE, SETTING, Edition
from .output import Output


class ArchiveWriter(Writer):  # type: ignore[misc]  # Pelican is not typed
    """Makes and writes an article's page and the files beside it; all other pages as Pelican does.

    Pelican copies its 250 settings for every page. An article's page depends on its record and its part of the archive
    (DESIGN, "the path from record to page is pure"), so it is not even shown them.
    """

    def __init__(self, output_path: str, settings: Any = None) -> None:
        """Begin with nothing written; `output` is where everything of ours is written."""
        super().__init__(output_path, settings=settings)
        gate = self.settings.get(GATE)
        self.output = Output(Path(output_path), gate.look if gate is not None else None)

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        """Render a template and write the file; see Pelican's `Writer.write_file`."""
        record = getattr(kwargs.get("article"), "record", None)
        if record is None:
            super().write_file(name, template, context, *args, **kwargs)
            return
        edition: Edition = self.settings[SETTING]
        page, made, directives = annotated(record, edition, context["rendering"])
        self.output.write(name, made)
        fields = csl(page.item)
        cited = context["citing"].page(page.item, fields, directives)
        self.output.write(addresses.citations(record.id) + "index.html", cited)
        part = context["bundles"].part(page.item, fields)
        for file, data in beside(page.item, part, edition.places[record.id], edition.archive.source_of(record)):
            self.output.write(page.path + file, data)
