"""The pictures of prose pages: the files of `content/images/`, each held to be what its name says."""

from __future__ import annotations

from pathlib import Path

from .. import pictures
from ..diagnostics import Code, Problem
from . import files


def load_pictures(folder: Path, problems: list[Problem]) -> dict[str, bytes]:
    """Load all pictures by file name. A folder that is not there holds none."""
    found: dict[str, bytes] = {}
    for path in files.listed(folder, problems):
        if not pictures.NAME.match(path.name):
            said = f"`{path.name[:80]}` cannot be a picture's name"
            help_ = "pictures are PNG or JPEG files: a-z, 0-9 and hyphens (no device), then `.png`, `.jpg` or `.jpeg`"
            problems.append(Problem(str(path), 0, 0, Code.PICTURE, said, help_))
            continue
        try:
            data = files.read_bytes(path, str(path), pictures.MAX_BYTES)
        except files.Failure as fault:
            problems.append(fault.problem)
            continue
        reason = pictures.fault(path.name, data)
        if reason:
            help_ = "save it anew as PNG or JPEG with a program for pictures"
            problems.append(Problem(str(path), 0, 0, Code.PICTURE, reason, help_))
        else:
            found[path.name] = data
    return found
