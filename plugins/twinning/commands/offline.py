"""Make a copy of the site in one file, to be read without the web."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from . import build
from .ending import CANNOT_WRITE, FINE, MAKE_ROOM, NO_ROOM, ROOT, refuse
from .progress import progress

DEFAULT = "twinning-archive.zip"


def run(content: str | None, sources: str | None, siteurl: str | None, output: str | None) -> int:
    """Build the site into a folder that is then gone, and write its copy as a zip; give the exit status."""
    from ..publish.offline import offline, write_zip

    target = Path(output) if output is not None else ROOT / DEFAULT
    if target.suffix != ".zip" or target.is_dir():
        return refuse(f"--output: {target} is to be a file whose name ends in .zip")
    if not target.parent.is_dir():
        return refuse(f"--output: there is no folder {target.parent}")
    try:
        settings = build.settings_of(content, sources, siteurl, full_text=False)
    except (NotADirectoryError, ValueError) as fault:
        return refuse(str(fault))
    if "127.0.0.1" in settings["SITEURL"]:
        print("its citations and feeds will name this computer: --siteurl gives the archive's own address",
              file=sys.stderr)  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="twinning-offline-") as folder:
        site = Path(folder) / "site"
        status = build.run(content, sources, str(site), siteurl, full_text=False, allow_shrink=True)
        if status != FINE:
            return status
        # Beside its place, and then moved there: who has the file has the whole of it.
        part = target.with_name(f".{target.name}.part")
        try:
            with progress("writing the copy"):
                number = write_zip(part, offline(site, settings["SITENAME"], settings["SITEURL"]))
            part.replace(target)
        except OSError as fault:
            part.unlink(missing_ok=True)
            if fault.errno not in CANNOT_WRITE:
                raise
            remedy = MAKE_ROOM if fault.errno in NO_ROOM else "give another file with --output"
            return refuse(f"{target} cannot be written: {fault.strerror}; {remedy}")
    print(f"{target}: {number:,} files, {target.stat().st_size / 1e6:,.1f} MB; unpack it and open index.html",
          file=sys.stderr)  # fmt: skip
    return FINE
