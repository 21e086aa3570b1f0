"""Where a record and what a program reads in its text differ. The person's word stands; this only tells."""

from __future__ import annotations

from collections.abc import Iterator

from .. import edtf
from ..diagnostics import Code, Fault, Where
from ..ingest.proposal import Passage, Proposal, ProposedReport
from ..quotation import fold
from ..records import NOT_STATED, Article, Report
from .authorities import Authorities

HELP = "what a person wrote stands; look at the words, and change the record only where they convince you"


def differences(article: Article, proposal: Proposal, authorities: Authorities) -> Iterator[Fault]:
    """Say where a record differs from what is proposed for its text, at the record's own lines."""
    yield from _headline(article, proposal)
    yield from _published(article, proposal)
    read: dict[tuple[str, str], ProposedReport] = {}
    for report in proposal.reports:
        council = authorities.council(report.council)
        read.setdefault((council, authorities.partner(report.partner, council)), report)
    for i, told in enumerate(article.reports):
        proposed = read.pop(told.key, None)
        if proposed is None:
            said = f"the program finds no partnership of `{told.council}` and `{told.partner}` in the text"
            yield Fault(("reports", i), Code.DIFFERS, said, HELP)
        else:
            yield from _report(told, proposed, ("reports", i))
    for (council, partner), proposed in read.items():
        said = f"the program finds a partnership of `{council}` and `{partner}`, {proposed.outcome.value}"
        yield _fault(("reports",), said, proposed.confidence, proposed.outcome.evidence or proposed.partner.evidence)


def _headline(article: Article, proposal: Proposal) -> Iterator[Fault]:
    read = proposal.headline
    if read is None:
        if article.headline != NOT_STATED:
            yield Fault(("headline",), Code.DIFFERS, "the program finds no headline in the text", HELP)
    elif fold(read.value).text.strip() != fold(article.headline).text.strip():
        yield _fault(("headline",), f"the program reads the headline “{read.value}”", read.confidence, ())


def _published(article: Article, proposal: Proposal) -> Iterator[Fault]:
    read = proposal.published
    if read is None:
        if article.published != NOT_STATED:
            said = "the program finds no words that date the article"
            yield Fault(("published",), Code.DIFFERS, said, HELP)
    elif not _is_one_date(read.edtf, article.published):
        yield _fault(("published",), f"the program reads `{read.edtf}`", read.confidence, read.evidence)


def _is_one_date(one: str, other: str) -> bool:
    """Tell whether two dates say the same; how a date is marked as uncertain is no difference of its days."""
    if NOT_STATED in {one, other}:
        return one == other
    try:
        first, second = edtf.parse(one), edtf.parse(other)
    except edtf.EdtfError:
        return one == other
    return (first.earliest, first.latest) == (second.earliest, second.latest)


def _report(told: Report, proposed: ProposedReport, where: Where) -> Iterator[Fault]:
    for name in ("type", "since", "outcome", "event", "qualifier"):
        ours, read = getattr(told, name), getattr(proposed, name)
        if not isinstance(ours, str | None):
            continue  # a dispute is no one value that could differ
        if read is None:
            if ours is not None and ours != NOT_STATED:
                yield Fault((*where, name), Code.DIFFERS, f"the program finds no `{name}`, not `{ours}`", HELP)
        elif not (_is_one_date(ours or NOT_STATED, read.value) if name == "since" else ours == read.value):
            said = f"the program reads `{name}: {read.value}`" + (f", not `{ours}`" if ours else "")
            yield _fault((*where, name), said, read.confidence, read.evidence)
    read_grounds = {ground.value for ground in proposed.grounds}
    for ground in proposed.grounds:
        if ground.value not in told.grounds:
            said = f"the program reads the ground `{ground.value}` too"
            yield _fault((*where, "grounds"), said, ground.confidence, ground.evidence)
    for unread in [ground for ground in told.grounds if ground not in read_grounds]:
        yield Fault((*where, "grounds"), Code.DIFFERS, f"the program finds no ground `{unread}`", HELP)


def _fault(where: Where, said: str, confidence: float, evidence: tuple[Passage, ...]) -> Fault:
    shown = "; ".join(f"paragraph {p}: “{quote}”" for p, quote in evidence[:2])
    sure = f"{said} ({confidence:.0%} sure)"
    return Fault(where, Code.DIFFERS, f"{sure}, by {shown}" if shown else sure, HELP)
