"""The same archive as a site of Hugo's, for `bench`: what another generator takes to show as much.

Its program is not a part of this project: who has one names it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from typing import TypeVar

from ... import edtf
from ...loading import load_text
from ...records import Article, Council, Newspaper, Partner, Record
from ..ending import ROOT

R = TypeVar("R", bound=Record)

SITE = Path(__file__).parent / "site"
NOT_ASKED = (
    "Hugo is not asked to check evidence, records, facts, addresses or links; to work out where a partnership stands; "
    "for citations, annotations, data or pictures; or to keep the former site until the new one is whole."
)


@dataclass(frozen=True, slots=True)
class Hugo:
    """A Hugo program and its version."""

    program: str
    version: str

    def command(self, site: Path, output: Path) -> list[str]:
        """Give the command that builds a site that `write_site` wrote; nothing is kept for the next build."""
        places = ["--source", str(site), "--destination", str(output), "--cacheDir", str(site / "cache")]
        return [self.program, "build", *places, "--ignoreCache", "--noBuildLock", "--quiet"]


def find(path: str) -> Hugo | None:
    """Find the Hugo program that a path, or a name on the PATH, means; None where it is none."""
    program = shutil.which(path)
    if program is None:
        return None
    try:
        said = subprocess.run([program, "version"], capture_output=True, check=False, timeout=60).stdout  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = re.match(rb"hugo v(\d[\d.]*)", said)
    return Hugo(str(Path(program).absolute()), version[1].decode()) if version else None


def write_site(content: Path, site: Path) -> None:
    """Write a folder of records as a Hugo site: templates, style, and a content file for each record.

    A content file holds the record as it stands, under the name `record`, for Hugo takes names such as `url` and
    `type` for its own; above it stands what Hugo must know to list the page. Only for records without problems.
    """
    shutil.copytree(SITE, site)
    shutil.copytree(ROOT / "theme/static", site / "static/theme")
    names: dict[str, str] = {}
    kinds: dict[str, type[Council | Partner | Newspaper]]
    kinds = {"councils": Council, "partners": Partner, "newspapers": Newspaper}
    for kind, cls in kinds.items():
        for path, text, entity in _records(content / kind, cls):
            names[path.stem] = entity.short if isinstance(entity, Council) else entity.name
            _write(site / "content" / kind / path.stem / "_index.md", {"title": entity.name}, text)
    pairs: set[tuple[str, str]] = set()
    for path, text, article in _records(content / "articles", Article):
        _write(site / "content/a" / f"{path.stem}.md", _head(article), text)
        pairs.update((report.council, report.partner) for report in article.reports)
    _write(site / "content/a/_index.md", {"title": "Articles"})
    for council, partner in sorted(pairs):
        title = f"{names[council]} and {names[partner]}"
        _write(site / "content/partnerships" / f"{council}-{partner}" / "_index.md", {"title": title})


def _records(folder: Path, cls: type[R]) -> Iterator[tuple[Path, str, R]]:
    for path in sorted(folder.glob("*.yml")):
        text = path.read_text("utf-8")
        record, problems = load_text(str(path), text, cls)
        assert record is not None, problems
        yield path, text, record


def _head(article: Article) -> dict[str, object]:
    """Give what Hugo must know of an article: its title and day, and the terms under which it is listed."""
    day = edtf.parse(article.published).earliest
    assert day is not None
    return {
        "title": article.title,
        "date": day.isoformat(),
        "councils": [report.council for report in article.reports],
        "partners": [report.partner for report in article.reports],
        "partnerships": [f"{report.council}-{report.partner}" for report in article.reports],
        "newspapers": [article.newspaper],
        "years": [str(day.year)],
        "outcomes": [report.outcome for report in article.reports],
        "people": [statement.name for statement in article.statements],
    }


def _write(path: Path, head: dict[str, object], record: str = "") -> None:
    """Write a content file; its head in JSON, which YAML holds, so that every name is quoted as it must be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    path.write_text(f"---\n{''.join(lines)}record:\n{indent(record, '  ')}---\n", encoding="utf-8")
