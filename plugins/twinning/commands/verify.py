"""Check all evidence against the sources, and record that it was checked."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import msgspec

from .ending import FINE, PROBLEMS, ROOT, folder, refuse, report


def run(content: str | None, sources: str | None, form: str | None = None, *, strict: bool = False) -> int:
    """Check every quotation of every record whose source is at hand; write `verified.json` in the content folder.

    What was verified before and has no source here stays as it is. Nothing is written where a quotation fails.
    """
    from .. import gate
    from ..clock import today
    from ..diagnostics import Code, Form
    from ..evidence import quotations, verified
    from ..pages.sentences import counted

    try:
        chosen = Form.chosen(form)
        here = folder(content, ROOT / "content", "--content")
        texts = folder(sources, ROOT / "sources", "--sources")
        day = today(os.environ)
    except (NotADirectoryError, ValueError) as fault:
        return refuse(str(fault))
    memory = here / "verified.json"
    checked = gate.check(here, texts, day, strict=strict)
    loaded, archive = checked.content, checked.archive
    at_hand = [a for a in archive.articles if archive.source_of(a) is not None]
    missing = sorted(a.id for a in archive.articles if a.source and archive.source_of(a) is None)
    # What this command mends: a memory that is damaged, or that does not know yet what was found just now.
    found = {loaded.articles[a.id].path for a in at_hand}
    damaged = [p for p in checked.problems if p.path == str(memory)]
    mended = [*damaged, *(p for p in checked.problems if p.code is Code.NOT_VERIFIED and p.path in found)]
    shown = checked.problems if damaged and missing else [p for p in checked.problems if p not in mended]
    if report(shown, chosen) != FINE:
        if damaged and missing:
            print(
                f"verify: written anew, {memory} would forget {_named(missing)}, whose sources are not here; restore "
                "it from the repository, or put the texts into the folder of sources; or delete it to begin anew",
                file=sys.stderr,
            )
        return PROBLEMS
    kept = {i: v for i, v in loaded.verified.items() if i in loaded.articles}
    kept |= {a.id: now for a in at_hand if (now := verified(a)) is not None}
    encoded = msgspec.json.encode(dict(sorted(kept.items())))
    try:
        _write(memory, msgspec.json.format(encoded, indent=1) + b"\n")
    except OSError as fault:
        return refuse(f"verify: {memory} cannot be written: {fault.strerror}; see who may write there")
    number = sum(len(quotations(a)) for a in at_hand)
    said = f"{counted(number, 'quotation')} of {counted(len(at_hand), 'article')} checked"
    print(f"{said}: all stand where the records say", file=sys.stderr)
    if missing:
        print(f"no source at hand for {_named(missing)}", file=sys.stderr)
    return FINE


def _write(memory: Path, data: bytes) -> None:
    """Write the new memory beside the old one and put it in its place, whole or not at all. Raises `OSError`."""
    written = memory.with_name(f".{memory.name}.new")
    try:
        written.write_bytes(data)
        written.replace(memory)
    except OSError:
        with contextlib.suppress(OSError):
            written.unlink()
        raise


def _named(articles: list[str]) -> str:
    """Name some articles and count the others."""
    named = ", ".join(articles[:10])
    return f"{named} and {len(articles) - 10:,} more" if len(articles) > 10 else named
