"""What is known of a partnership, sentence by sentence, each with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive import Partnership, Telling
from ..records import NOT_STATED, Disputed
from ..vocabulary import Fact, Outcome
from . import addresses
from .moments import Listing, Words, dated
from .sentences import link_name, listed, standing, when


@dataclass(frozen=True, slots=True)
class Proven:
    """A sentence, the words that prove it, and whose they are."""

    sentence: str
    words: tuple[Words, ...]
    source: str
    """The newspaper and the date, for the end of the quotations."""


def proven(partnership: Partnership, listing: Listing) -> Iterator[Proven]:
    """Give the sentences: where it stands, then what kind of link it is, since when, and on what grounds.

    Each fact is taken from the newest article that states it, which need not be the one that tells the state.
    """
    state = partnership.state
    newspapers = [listing.newspaper(t.article) for t in state.tellings]
    yield _proven(standing(partnership, newspapers), state.tellings, (Fact.OUTCOME, Fact.QUALIFIER), listing)
    newest = sorted(partnership.tellings, key=lambda t: (t in state.tellings, t.date is not None))[::-1]
    for fact in (Fact.TYPE, Fact.SINCE, Fact.GROUNDS):
        for telling in newest:
            sentence = _sentence(telling, fact)
            if sentence:
                yield _proven(sentence, (telling,), (fact,), listing)
                break


def _sentence(telling: Telling, fact: Fact) -> str:
    report = telling.report
    if fact is Fact.TYPE:
        if isinstance(report.type, Disputed):
            return f"What kind of link it is, is disputed: {_sides(report.type)}."
        kind = link_name(report)
        return "" if kind == "link" else f"It is reported as {'an' if kind[0] in 'aeiou' else 'a'} {kind}."
    if fact is Fact.SINCE:
        if isinstance(report.since, Disputed):
            return f"Since when is disputed: {_sides(report.since)}."
        return "" if report.since in {None, NOT_STATED} else f"It dates from {dated(str(report.since))}."
    if not report.grounds:
        return ""
    grounds = listed([ground.label for ground in report.grounds])
    # A call's grounds are the caller's; of a link that continues they are not the council's.
    return (
        f"The grounds of a call to end it are {grounds}."
        if report.event is Outcome.ENDING_CALLED_FOR
        else (f"The grounds given are {grounds}.")
    )


def _sides(disputed: Disputed) -> str:
    return listed([f"{claim.value} according to {claim.who}" for claim in disputed.disputed])


def _proven(sentence: str, tellings: tuple[Telling, ...], facts: tuple[Fact, ...], listing: Listing) -> Proven:
    found: dict[tuple[str, int], Words] = {}
    for telling in tellings:
        for fact in facts:
            for e in telling.report.evidence_for(fact):
                found[e.quote, e.p] = Words(e.quote, e.p, f"{addresses.article(telling.article.id)}#p{e.p}")
    last = tellings[-1]
    source = f"{listing.newspaper(last.article)}, {last.date.words if last.date else when(None)}"
    return Proven(sentence, tuple(found.values()), source)
