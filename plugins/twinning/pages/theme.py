"""The theme's own files, as the site has them: style sheets without comments and white space, all else as it is.

Pelican would copy them as they stand; a third of a style sheet is there for those who read it, and every reader of the
site would load it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_GAP = r"(?:\s|/\*.*?\*/)+"
_QUOTED = r""""[^"\n]*"|'[^'\n]*'"""
_PARTS = re.compile(rf"({_QUOTED})|(?:{_GAP})?([{{}};,>~]|/(?!\*))(?:{_GAP})?|(:){_GAP}|{_GAP}", re.DOTALL)


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give every ordinary file below the theme's folder of static files: its path in the site, and its bytes."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield (
                path.relative_to(folder).as_posix(),
                minified(data.decode()).encode() if path.suffix == ".css" else data,
            )


def minified(css: str) -> str:
    """Take out of a style sheet what no browser reads. Texts in quotation marks stay as they are.

    A space after a colon goes, one before it stays: `a :hover` is another selector than `a:hover`.
    """
    small = _PARTS.sub(_kept, css).strip()
    return small.replace(";}", "}")


def _kept(part: re.Match[str]) -> str:
    quoted, sign, colon = part.groups()
    if quoted or sign or colon:
        return str(quoted or sign or colon)
    return " "
