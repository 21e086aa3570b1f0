"""One code explained, and the small invented archive that its examples change. No word of it is true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..diagnostics import Code
from ..text import sha256

Files = Mapping[str, str | bytes | None]
"""Whole files by their paths, from the archive's folder: `content/councils/eastmere.yml`; None takes a file away."""
Example = str | Files
"""Files that are added or replaced; or, as mere text, fields of the article that are added or replaced."""

SOURCE = """\
Northbridge drops Luzhou

The town’s link with Luzhou is over, councillors heard on Tuesday.
“We voted to end the twinning,” said Ada Pike, who leads Northbridge Council.
The two have been twinned since 1986 – longer than most.
A letter to Luzhou follows in May.
"""
SHA256 = sha256(SOURCE.encode())
ARTICLE = "content/articles/ta-0001.yml"
MEMORY = "content/verified.json"
"""What was verified. The archive of an example that does not give it was verified as it is."""
BASE: Files = {
    ARTICLE: f"""\
id: ta-0001
headline: Northbridge drops Luzhou
newspaper: northbridge-echo
published: 2021-03-04
source: {{sha256: {SHA256}, paragraphs: 5}}
rights: in-copyright
summary: Northbridge Council has voted to end its twinning with Luzhou.
""",
    "content/councils/northbridge.yml": """\
name: Northbridge Council
type: unitary
nation: england
""",
    "content/newspapers/northbridge-echo.yml": """\
name: Northbridge Echo
""",
    "content/partners/luzhou.yml": """\
name: Luzhou
level: city
country: CN
""",
    "sources/northbridge.txt": SOURCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A code with its remedy, an archive that has this problem and no other, and one that nearly has it.

    What the code means stands below its member in `Code`. The text is Markdown.
    """

    code: Code
    remedy: str
    """What to do about it, in one paragraph or several."""
    bad: Example | None = None
    good: Example | None = None
    held_by: str = ""
    """Where no example can show it, the test that does: "tests/test_build.py::test_name"."""


def changed(example: Example) -> dict[str, str | bytes | None]:
    """Give the files of an example, whole."""
    return dict(example) if isinstance(example, Mapping) else {ARTICLE: with_fields(str(BASE[ARTICLE]), example)}


def with_fields(record: str, fields: str) -> str:
    """Put fields into the text of a record: in the place of those of the same name, else at its end."""
    new = _FIELD.findall(fields)
    names = {name for _, name in new}
    kept = [text for text, name in _FIELD.findall(record) if name not in names]
    before = next((i for i, (_, name) in enumerate(_FIELD.findall(record)) if name in names), len(kept))
    return "".join([*kept[:before], *(text for text, _ in new), *kept[before:]])


_FIELD = re.compile(r"^((\S[^:\n]*)(?:.*\n)(?:[ \t#\n-].*\n|\n)*)", re.MULTILINE)
"""A field at the left margin, with its name and all lines below it that are part of it."""
