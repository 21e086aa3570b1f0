"""The Twinning Archive's Pelican plugin: newspaper articles about councils' partnerships as annotated pages."""

from __future__ import annotations

# Pelican and all that needs it are imported when Pelican is running: the rooms below must not pay for it.
from typing import Any


def open_archive(pelican: Any) -> None:
    """Load and check all content before Pelican makes anything; its problems end the build."""
    from .pages.edition import SETTING, open_edition
    from .pages.moments import dated
    from .pages.reader import in_order

    edition = open_edition(pelican.settings)
    pelican.settings[SETTING] = edition
    pelican.settings["ARTICLE_ORDER_BY"] = in_order
    pelican.settings["JINJA_GLOBALS"] = {**pelican.settings["JINJA_GLOBALS"], "site": edition.site, "dated": dated}


def add_reader(readers: Any) -> None:
    """Let Pelican read records, and pages of prose."""
    from .pages.prose import ProseReader
    from .pages.reader import RecordReader

    readers.reader_classes["yml"] = RecordReader
    readers.reader_classes["md"] = ProseReader


def forget_disabled_readers(generator: Any) -> None:
    """Keep Pelican from missing the package that its own reader of Markdown needs: ours has read the pages."""
    generator.readers.disabled_readers.pop("md", None)


def add_generators(_pelican: Any) -> Any:
    """Add the generator of everything that is made from the whole archive."""
    from .pages.generators import ArchiveGenerator

    return ArchiveGenerator


def add_writer(_pelican: Any) -> Any:
    """Write articles the short way."""
    from .pages.writer import ArchiveWriter

    return ArchiveWriter


def register() -> None:
    """Connect to Pelican. Connecting again, as Pelican's autoreload does, changes nothing."""
    from pelican import signals

    # Receivers are weak references: functions of this module stay alive, closures would not.
    signals.initialized.connect(open_archive)
    signals.readers_init.connect(add_reader)
    signals.generator_init.connect(forget_disabled_readers)
    signals.get_generators.connect(add_generators)
    signals.get_writer.connect(add_writer)
