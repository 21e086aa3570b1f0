"""Check all evidence against the sources, and record that it was checked."""

from __future__ import annotations

import os
import sys

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
    # What this command mends: a memory that is damaged, or that does not know yet what was found just now.
    found = {loaded.articles[a.id].path for a in at_hand}
    mended = [p for p in checked.problems if p.path == str(memory) or (p.code is Code.NOT_VERIFIED and p.path in found)]
    if report([p for p in checked.problems if p not in mended], chosen) != FINE:
        return PROBLEMS
    kept = {i: v for i, v in loaded.verified.items() if i in loaded.articles}
    kept |= {a.id: now for a in at_hand if (now := verified(a)) is not None}
    encoded = msgspec.json.encode(dict(sorted(kept.items())))
    written = memory.with_name(".verified.json.new")
    written.write_bytes(msgspec.json.format(encoded, indent=1) + b"\n")
    written.replace(memory)
    number = sum(len(quotations(a)) for a in at_hand)
    missing = [a.id for a in archive.articles if a.source and archive.source_of(a) is None]
    said = f"{counted(number, 'quotation')} of {counted(len(at_hand), 'article')} checked"
    print(f"{said}: all stand where the records say", file=sys.stderr)
    if missing:
        print(f"no source at hand for {', '.join(sorted(missing)[:10])}", file=sys.stderr)
    return FINE
