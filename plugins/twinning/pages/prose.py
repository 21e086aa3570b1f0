"""Pages of prose as Pelican's pages: what was read and checked before, with its links as the page has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.readers import BaseReader

from ..archive import Archive
from ..links import Here, Ways
from ..prose import ProsePage
from ..published import Published
from .edition import SETTING, Edition


@dataclass(frozen=True, slots=True)
class ProseView:
    """What the template of a page of prose is given; `lang` is empty where the language is that of all pages."""

    html: Markup
    summary: str
    lang: str
    direction: str


class ProseReader(BaseReader):  # type: ignore[misc]  # Pelican is not typed
    """Gives Pelican a page that the edition holds; reads no file itself."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Give a page's content, left empty, and its metadata.

        The text is in `prose`, for Pelican would look through it for links and pictures of its own. Only what is named
        here reaches Pelican: a field of the page under its own name could move it (`save_as`, `lang`).
        """
        edition: Edition = self.settings[SETTING]
        prose = edition.archive.prose[Path(source_path).name]
        return "", {
            "title": prose.page.title,
            "slug": prose.slug,
            "status": str(prose.page.status),
            "template": str(prose.page.template),
            "prose": view(prose, edition.archive),
        }


def view(prose: ProsePage, archive: Archive) -> ProseView:
    """Give what a page's template shows."""
    ways, here = Ways(Published(archive)), Here(prose.url, "pages")
    html = prose.body.html(lambda link: ways.resolve(link, here))
    lang = prose.page.lang if prose.page.lang != "en-GB" else ""
    return ProseView(Markup(html), prose.summary, lang, prose.direction)  # noqa: S704  see markup.writing
