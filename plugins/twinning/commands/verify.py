"""Check all evidence against the sources, and record that it was checked."""

from __future__ import annotations

import os
import sys

import msgspec

from .ending import FINE, PROBLEMS, ROOT, folder, refuse, report


def run(content: str | None, sources: str | None) -> int:
    """Check every quotation of every record whose source is at hand; write `verified.json` in the content folder.

    What was verified before and has no source here stays as it is. Nothing is written where a quotation fails.
    """
    from ..assembly import assemble
    from ..clock import WrongClock, today
    from ..diagnostics import errors
    from ..evidence import quotations, verified
    from ..loading import load_content
    from ..pages.sentences import counted

    try:
        here = folder(content, ROOT / "content", "--content")
        texts = folder(sources, ROOT / "sources", "--sources")
        day = today(os.environ)
    except (NotADirectoryError, WrongClock) as fault:
        return refuse(str(fault))
    memory = here / "verified.json"
    loaded, problems = load_content(here, texts)
    archive, more = assemble(loaded, day)
    # A damaged memory is what this command mends.
    failed = [problem for problem in errors(problems + more) if problem.path != str(memory)]
    if failed:
        report(failed)
        return PROBLEMS
    at_hand = [a for a in archive.articles if archive.source_of(a) is not None]
    kept = {i: v for i, v in loaded.verified.items() if i in loaded.articles}
    kept |= {a.id: now for a in at_hand if (now := verified(a)) is not None}
    encoded = msgspec.json.encode(dict(sorted(kept.items())))
    written = memory.with_name(".verified.json.new")
    written.write_bytes(msgspec.json.format(encoded, indent=1) + b"\n")
    written.replace(memory)
    number = sum(1 for a in at_hand for _ in quotations(a))
    missing = [a.id for a in archive.articles if a.source and archive.source_of(a) is None]
    said = f"{counted(number, 'quotation')} of {counted(len(at_hand), 'article')} checked"
    print(f"{said}: all stand where the records say", file=sys.stderr)
    if missing:
        print(f"no source at hand for {', '.join(sorted(missing)[:10])}", file=sys.stderr)
    return FINE
