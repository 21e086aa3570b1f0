"""The pages of docs/problems/, made from the entries."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from ..diagnostics import Code, Problem, problem, show
from ..diagnostics.printable import printable
from .entry import ARTICLE, BASE, Entry, Example, changed
from .trial import problems_of

INDEX = "README.md"


class Untrue(Exception):
    """An example that does not give its code, or gives another."""


def pages(entries: Sequence[Entry]) -> dict[str, str]:
    """Give the text of every page by the name of its file; runs every example.

    Raises `Untrue` with all examples that do not give what they should.
    """
    found, wrong = {INDEX: _index(entries)}, []
    for entry in entries:
        try:
            found[f"{entry.code}.md"] = _page(entry)
        except Untrue as fault:
            wrong.append(str(fault))
    if wrong:
        raise Untrue("\n".join(wrong))
    return found


def write(folder: Path, entries: Sequence[Entry]) -> None:
    """Write every page into a folder, and remove those of codes that are none. Raises `Untrue`, and then nothing is."""
    made = pages(entries)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (folder / name).write_bytes(text.encode())


@cache
def meanings() -> dict[Code, str]:
    """Read what stands below each member of `Code`, which Python itself forgets."""
    cls = next(
        c for c in ast.parse(inspect.getsource(problem)).body if isinstance(c, ast.ClassDef) and c.name == "Code"
    )
    said = {}
    for member, below in pairwise(cls.body):
        match member, below:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(words))):
                said[Code[name]] = " ".join(words.split())
    return said


def _page(entry: Entry) -> str:
    code = entry.code
    parts = [_MADE, f"# {code}: {meanings()[code].rstrip('.')}", f"{_KIND[code.severity]}\n\n{entry.remedy.strip()}"]
    if entry.bad is not None and entry.good is not None:
        problems = problems_of(entry.bad)
        if {p.code for p in problems} != {code}:
            raise Untrue(f"{code}: the bad example gives {_codes(problems)}, not {code} alone")
        if others := problems_of(entry.good):
            raise Untrue(f"{code}: the good example gives {_codes(others)}, not nothing:\n{_said(others, entry.good)}")
        said = _said(problems, entry.bad)
        parts += ["## Wrong", _shown(entry.bad), "`python3 tasks.py check` says:", _fenced(said, "text")]
        parts += ["## Right", _shown(entry.good)]
    elif entry.held_by:
        parts += [f"No example of a few lines can show it. The test that holds it: `{entry.held_by}`."]
    else:
        parts += ["Nothing gives this code at present; its number is kept."]
    return "\n\n".join([*parts, f"[All problems]({INDEX})"]) + "\n"


def _index(entries: Sequence[Entry]) -> str:
    rows = [
        f"| [{e.code}]({e.code}.md) | {e.code.severity} | {meanings()[e.code].replace('|', '&#124;')} |"
        for e in entries
    ]
    archive = "\n\n".join(_file(path, text) for path, text in BASE.items())
    return (
        "\n\n".join(
            [
                _MADE,
                "# Problems",
                _INTRODUCTION,
                "\n".join(["| code | | what is wrong |", "|---|---|---|", *rows]),
                "## The archive of the examples",
                _ARCHIVE,
                archive,
            ]
        )
        + "\n"
    )


def _said(problems: Sequence[Problem], example: Example) -> str:
    """Give what `check` shows of an example's problems."""
    files = {**BASE, **changed(example)}
    return show(problems, {path: _text(text) for path, text in files.items() if text is not None}).rstrip("\n")


def _shown(example: Example) -> str:
    if isinstance(example, str):
        return _file(ARTICLE, example)
    return "\n\n".join(_file(path, text) for path, text in example.items())


def _file(path: str, text: str | bytes | None) -> str:
    if text is None:
        return f"`{path}` is not there."
    kind = {"yml": "yaml", "md": "markdown"}.get(path.rpartition(".")[2], "text")
    return f"`{path}`\n\n{_fenced(_visible(text), kind)}"


def _fenced(text: str, kind: str) -> str:
    """Set text as code, behind a fence longer than any in it."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`{3,}", text))])
    return f"{fence}{kind}\n{text}\n{fence}"


def _visible(text: str | bytes) -> str:
    """Give a file's text with what cannot be seen, or is no text, as escapes."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "backslashreplace")
    return "".join(
        c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text.rstrip("\n")
    )


def _text(text: str | bytes) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text


def _codes(problems: Sequence[Problem]) -> str:
    return ", ".join(sorted({printable(p.code) for p in problems})) or "nothing"


_MADE = "<!-- Made by `python3 tasks.py problems` from plugins/twinning/explained/; do not edit. -->"
_INTRODUCTION = (
    "Everything that `python3 tasks.py check` and a build can find wrong with the content. A code never changes its "
    "meaning. An error forbids a build; a warning does not, unless `--strict` is given, as `publish` does by itself."
)
_ARCHIVE = (
    "Every example is run when these pages are made. It adds files to the following archive, or replaces a part of "
    "it. No word of it is true."
)
_KIND = {
    "error": "**Error**: the site cannot be built.",
    "warning": "**Warning**: the site can be built; somebody should look. `publish` and `--strict` make it an error.",
}
