"""What parts of a build cost: whole builds, and builds without checks or without files of citations, in turn.

    python3 tests/share.py [--articles 2000] [--rounds 3] [--folder /dev/shm]

CPU seconds of whole processes, the least of all rounds. "Content" is what `check` adds to reading the records (rules,
characters, cross-checks, links of prose); "site" is what follows every file that was built before it is swapped in.
"Files" are those for machines beside articles and lists (CSL-JSON, RIS, BibTeX, annotations, linked data, linksets),
all but `record.json`; "pages" are those of every style, /a/ID/cite/.
No test: figures of one machine are no facts about the program.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

WITH = {
    "all": "",
    "content only": "site",
    "no checks": "site content",
    "no files": "files",
    "no files, pages": "files pages",
}


def without(what: str) -> None:
    """Take checks out of this process."""
    from twinning import assembly, rules
    from twinning.loading import record
    from twinning.publish.gate import Gate

    def nothing(*_: Any, **__: Any) -> list[Any]:
        return []

    if "content" in what:
        rules.faults = nothing
        record.first_odd = nothing
        assembly.problems_of = nothing
        assembly.links.problems_of = nothing
    if "site" in what:
        Gate.look = nothing  # type: ignore[method-assign]
        Gate.problems = nothing  # type: ignore[method-assign]

    if "files" in what:
        without_files(pages="pages" not in what)


def without_files(*, pages: bool) -> None:
    """Take the files for machines out of this process, and perhaps the pages of styles; links to them are let be."""
    from twinning.pages import writer
    from twinning.pages.bundles import Bundles
    from twinning.pages.generators import ArchiveGenerator
    from twinning.pages.output import Output
    from twinning.publish.following import Links
    from twinning.publish.gate import Gate

    dead_ends, problems, write, beside = Links.dead_ends, Gate.problems, Output.write, writer.beside

    def only_records(*given: Any) -> Any:
        yield next(beside(*given))

    def follow(*given: Any) -> dict[str, Any]:
        dead_ends(*given)
        return {}

    def look(*given: Any) -> list[Any]:
        problems(*given)
        return []

    def write_no_styles(output: Output, path: str, data: Any) -> None:
        if not path.endswith("/cite/index.html"):
            write(output, path, data)

    writer.beside = only_records
    Bundles.part = Bundles.of = lambda *_: ()  # type: ignore[assignment,method-assign,return-value]
    ArchiveGenerator._linkset = lambda *_: b"{}"
    Links.dead_ends = follow  # type: ignore[assignment,method-assign]
    Gate.problems = look  # type: ignore[assignment,method-assign]
    if not pages:
        from twinning.pages.citing import CitingPages

        CitingPages.page = lambda *_: ""  # type: ignore[assignment,method-assign,return-value]
        Output.write = write_no_styles  # type: ignore[method-assign]


def build(folder: Path, taken: str) -> float:
    """Build in a process of its own; give its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, __file__, "--build", str(folder), "--without", taken],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Read the options, build, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--without", default="", help=argparse.SUPPRESS)
    given = parser.parse_args()
    from twinning.commands import build as command
    from twinning.commands.invented import write_archive

    if given.build:
        without(given.without)
        place, output = str(given.build / "content"), str(given.build / "site")
        status = command.run(place, None, output, "https://archive.example.org", full_text=False)
        sys.stdout.flush()
        os._exit(status)
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name)
        write_archive(folder / "content", given.articles)
        seen: dict[str, list[float]] = {label: [] for label in WITH}
        for _ in range(given.rounds):
            for label, taken in WITH.items():
                seen[label].append(build(folder, taken))
    full, content, none, bare, barest = (min(seen[label]) for label in WITH)
    print(f"{given.articles:,} articles; least CPU seconds of {given.rounds} builds each, in turn")
    for label in WITH:
        print(f"{label:16s}{min(seen[label]):7.2f}   all: {' '.join(f'{s:.2f}' for s in seen[label])}")
    print(f"checking the content adds {(content - none) / none:.1%} to a build without checks;")
    print(f"checking the built site adds {(full - content) / content:.1%} to one that checked the content;")
    print(f"files for machines add {(full - bare) / bare:.1%} to a build without them;")
    print(f"pages of styles add {(bare - barest) / barest:.1%} to a build without these too.")


if __name__ == "__main__":
    main()
