"""Withdraw an article: its citation, its anchors and the reason stay, and nothing else of it."""

from __future__ import annotations

from pathlib import Path

from . import moving
from .ending import FINE, ROOT, folder, refuse

KEPT = frozenset(
    {"id", "headline", "supplied_title", "newspaper", "byline", "published", "section", "edition", "pages", "language",
     "url", "archived", "unreachable", "source", "reviewed"}
)  # fmt: skip
"""The fields that a withdrawn article keeps: what it is cited by, and what its paragraphs' anchors are counted from."""


def run(article: str, reason: str, content: str | None) -> int:
    """Take everything but its citation out of an article's record, and say in the ledger what ended with it."""
    from ..loading import load_text
    from ..publish import ledger as published
    from ..records import Article
    from ..rules import WITHDRAWN
    from .rewriting import value, without_fields

    if not reason.strip():
        return refuse("withdraw: --reason wants the reason, which the page will show")
    try:
        here = folder(content, ROOT / "content", "--content")
    except NotADirectoryError as fault:
        return refuse(str(fault))
    known = moving.record_of(article) if "/" in article else ("articles", article)
    path = here / "articles" / f"{known[1] if known else article}.yml"
    if known is None or known[0] != "articles" or not path.is_file():
        return refuse(f"withdraw: there is no article {article}; give its number, such as ta-0001")
    text = path.read_text("utf-8", "replace")
    before, _ = load_text(str(path), text, Article)
    if before is not None and before.withdrawn is not None:
        return refuse(f"withdraw: {article} was withdrawn on {before.withdrawn.on}; a better reason goes into {path}")
    names = {match for match in Article.__struct_fields__ if match not in KEPT}
    kept = without_fields(text, names)
    made = (
        f"{kept}rights: withdrawn\nwithdrawn: {{on: {moving.day()}, reason: {value(' '.join(reason.split()))}}}\n"
        f"summary: {WITHDRAWN}\n"
    )
    record, problems = load_text(str(path), made, Article)
    if record is None:
        return refuse(f"withdraw: {path} has a problem in what is kept of it: {problems[0].message}; mend that first")
    ledger = published.read(here.parent / published.NAME)
    try:
        with moving.changed({path: made}):
            reason_ = "What stood here came from an article that was withdrawn from the archive."
            moving.say(ledger, moving.ended(ledger, here, reason_))
    except OSError as fault:
        return refuse(
            f"withdraw: {fault.filename or path} cannot be written: {fault.strerror}; see who may write there"
        )
    _tell(path)
    return FINE


def _tell(path: Path) -> None:
    print(path)
    print("the former words remain in git’s history: CONTRIBUTING.md, “Takedowns”, says more")
