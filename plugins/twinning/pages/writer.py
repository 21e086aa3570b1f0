"""Pelican's writer, with a short way for articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.writers import Writer

from .edition import GATE
from .output import Output


class ArchiveWriter(Writer):  # type: ignore[misc]  # Pelican is not typed
    """Writes an article's page with what it is given and nothing else; all other pages as Pelican does.

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
        article = kwargs.get("article")
        page = getattr(article, "page", None)
        if page is None:
            super().write_file(name, template, context, *args, **kwargs)
        else:
            self.output.write(name, template.render(page=page, prose=context["prose"], fragments=context["fragments"]))
