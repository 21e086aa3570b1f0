"""What a report of a partnership must satisfy: terms in their place, and words for every fact it states."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Code, Fault, Where
from ..records import NOT_STATED, Disputed, Report
from ..vocabulary import Fact, Outcome, PartnershipType
from .dates import date

_TYPES = frozenset(PartnershipType)
_STATES = frozenset(str(outcome) for outcome in Outcome if outcome.is_state)


def faults(report: Report, where: Where) -> Iterator[Fault]:
    """Say what is wrong with a report that stands at `where` of its record."""
    if report.council == report.partner:
        yield Fault(
            (*where, "partner"), Code.REPEATED_REPORT, "a council cannot be its own partner", "name the place abroad",
            ((*where, "council"),),
        )  # fmt: skip
    for value, place in _values(report.type, (*where, "type")):
        if value not in _TYPES:
            yield Fault(
                place,
                Code.UNKNOWN_TERM,
                f"`{value}` is not a term of `type`",
                f"one of: {', '.join(sorted(PartnershipType))}",
            )
    for value, place in _values(report.outcome, (*where, "outcome")):
        if value not in _STATES:
            yield Fault(
                place,
                Code.TERM_MISPLACED,
                f"`{value}` is not a state a partnership can be in",
                "write it as `event`, and give the state after the article as `outcome`",
            )
    if report.event is not None and not report.event.is_event:
        yield Fault(
            (*where, "event"),
            Code.TERM_MISPLACED,
            f"`{report.event}` is a state, not something an article reports",
            "leave `event` out",
        )
    if report.since is not None:
        for value, place in _values(report.since, (*where, "since")):
            yield from date(value, place)
    for name in ("type", "since", "outcome"):
        yield from _claims(getattr(report, name), (*where, name))
    yield from _support(report, where)


def _support(report: Report, where: Where) -> Iterator[Fault]:
    proved = {fact for e in report.evidence for fact in e.proves}
    certain = isinstance(report.outcome, Outcome) and report.outcome is not Outcome.UNCLEAR
    if certain and Fact.OUTCOME not in proved:
        yield no_evidence(where, f"that the partnership is `{report.outcome}`", _proofs(report, where))
    # What is only proposed is not stated yet: its entry says where it is shown.
    open_ = {proposed.of for proposed in report.proposed}
    without = [str(fact) for fact in _stated(report) if fact not in proved and fact not in open_]
    if without and report.evidence:
        yield Fault(
            (*where, "evidence"),
            Code.UNSUPPORTED,
            f"no words are shown for: {', '.join(without)}",
            f"add evidence with `supports: [{', '.join(without)}]`",
            _proofs(report, where),
        )


def _proofs(report: Report, where: Where) -> tuple[Where, ...]:
    """Name the fields that say which facts of a report are proved."""
    return ((*where, "evidence"), *((*where, "evidence", i, "supports") for i in range(len(report.evidence))))


def _stated(report: Report) -> Iterator[Fact]:
    yield Fact.COUNCIL
    yield Fact.PARTNER
    if report.type is not PartnershipType.UNSPECIFIED and not isinstance(report.type, Disputed):
        yield Fact.TYPE
    if report.since not in {None, NOT_STATED} and not isinstance(report.since, Disputed):
        yield Fact.SINCE
    if report.event is not None:
        yield Fact.EVENT
    if report.qualifier is not None:
        yield Fact.QUALIFIER
    if report.grounds:
        yield Fact.GROUNDS


def _values(value: str | Disputed, where: Where) -> Iterator[tuple[str, Where]]:
    """Give a fact's value, or every value claimed where it is disputed, with its place."""
    if isinstance(value, Disputed):
        for i, claim in enumerate(value.disputed):
            yield claim.value, (*where, "disputed", i, "value")
    else:
        yield str(value), where


def _claims(value: object, where: Where) -> Iterator[Fault]:
    """Say which claims of a disputed fact cannot be checked: their words name no paragraph, or the other way round."""
    if isinstance(value, Disputed):
        if len({claim.value for claim in value.disputed}) == 1:
            said = f"all sides say `{value.disputed[0].value}`: nothing is disputed"
            yield Fault(where, Code.BAD_VALUE, said, f"write `{where[-1]}: {value.disputed[0].value}`")
        for i, claim in enumerate(value.disputed):
            if (claim.p is None) != (claim.quote is None):
                yield Fault(
                    (*where, "disputed", i),
                    Code.INCOMPLETE,
                    "a claim's `quote` and the paragraph `p` where it stands belong together",
                    "write both or neither",
                    ((*where, "disputed", i, "p"), (*where, "disputed", i, "quote")),
                )


def no_evidence(where: Where, what: str, of: tuple[Where, ...]) -> Fault:
    """Say that no words prove `what`; `of` are the fields that would give them."""
    help_ = "add `evidence: [{p: …, quote: …}]`, at most 12 words"
    return Fault(where, Code.NO_EVIDENCE, f"no words prove {what}", help_, of)
