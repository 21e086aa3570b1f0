"""Outcomes in the order of time: what a report says of a partnership, against what was reported before.

Warnings only, and only where the dates leave no other order: newspapers do contradict one another, and an archive does
not hold every article. Who has looked, and finds that both are right, says so in a note of kind `discrepancy` on the
whole article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from operator import attrgetter
from typing import NamedTuple

from ..diagnostics import Code, Fault
from ..loading import Content, Entry
from ..records import Article, Disputed, Report
from ..vocabulary import NoteKind, Outcome
from .found import EVER, Found, days

IN_BEING = frozenset({Outcome.ACTIVE, Outcome.RENEWED, Outcome.CONTINUED, Outcome.SUSPENDED})
"""The states of a partnership that has not ended."""
RESTORING = frozenset({Outcome.REINSTATED, Outcome.PROPOSED, Outcome.APPROVED, Outcome.ESTABLISHED})
"""What gives a partnership that ended a new beginning."""
STOPPED = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.LAPSED})
"""What a partnership can be reinstated after."""
ONE_ENDING = 366
"""Newspapers tell of one end for some weeks: reports of it that are further apart, in days, are of two."""


class _Told(NamedTuple):
    """A report on a partnership, with the first and last day on which it can have been published."""

    entry: Entry[Article]
    number: int
    report: Report
    first: int
    last: int

    def says(self, outcomes: frozenset[Outcome]) -> bool:
        """Tell whether it reports one of these; a dispute may be about any."""
        outcome = self.report.outcome
        return isinstance(outcome, Disputed) or outcome in outcomes or self.report.event in outcomes


def faults(content: Content) -> Found:
    """Say which outcomes do not follow from what was reported of the same partnership before."""
    partnerships: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for entry in content.articles.values():
        article = entry.record
        if article.withdrawn is None:
            first, last = days(article.published)
            for number, report in enumerate(article.reports):
                partnerships[report.key].append(_Told(entry, number, report, first, last))
    for told in partnerships.values():
        if len(told) > 1:
            for later, fault in _of_partnership(told):
                if not _is_explained(later.entry.record):
                    yield later.entry, fault


def _is_explained(article: Article) -> bool:
    return any(note.p is None and note.kind is NoteKind.DISCREPANCY for note in article.notes)


def _of_partnership(told: list[_Told]) -> Iterator[tuple[_Told, Fault]]:
    told.sort(key=lambda t: (t.first, t.last, t.entry.path))
    yield from _of_one_day(told)
    ended = [t for t in told if t.report.outcome is Outcome.ENDED]
    if ended:
        restored = _Span([t for t in told if t.says(RESTORING)])
        yield from _after_the_end(ended, [t for t in told if t.report.outcome in IN_BEING], restored)
        yield from _ended_again(ended, _Span([t for t in told if t.says(RESTORING | IN_BEING)]))
    yield from _restored_from_nothing(told)


def _restored_from_nothing(told: Sequence[_Told]) -> Iterator[tuple[_Told, Fault]]:
    """Say that the first report of a restoration follows reports, none of which tells of anything to restore."""
    later = next((t for t in told if Outcome.REINSTATED in (t.report.outcome, t.report.event)), None)
    if later is None:
        return
    stopped = min((t.first for t in told if t.says(STOPPED)), default=EVER)
    if later.last < stopped and min(t.last for t in told) < later.first:
        said = f"no article tells that it ended or was suspended before {_date(later)}"
        yield later, _fault(later, said, "correct the outcome, or add the article that tells of the end")


def _of_one_day(told: Sequence[_Told]) -> Iterator[tuple[_Told, Fault]]:
    for (first, last), group in groupby(told, key=attrgetter("first", "last")):
        if first == last:
            one, *others = group
            for other in others:
                here, there = other.report.outcome, one.report.outcome
                if here != there and not isinstance(here, Disputed) and not isinstance(there, Disputed):
                    said = f"{one.entry.path} says of the same day that it is `{there}`"
                    yield other, _fault(other, said, "it is shown as disputed; correct the outcome that is wrong")
                    break


class _Span:
    """Reports by the days on which they can be, to ask whether any can lie between two others."""

    def __init__(self, told: Sequence[_Told]) -> None:
        """Take reports in the order of their first days."""
        self._firsts = [t.first for t in told]
        self._lasts = list(accumulate((t.last for t in told), max))

    def may_lie_between(self, earlier: _Told, later: _Told) -> bool:
        """Tell whether any of the reports can be as late as the one and as early as the other."""
        at = bisect_right(self._firsts, later.last)
        return at > 0 and self._lasts[at - 1] >= earlier.first


def _after_the_end(ended: list[_Told], being: list[_Told], restored: _Span) -> Iterator[tuple[_Told, Fault]]:
    ended = sorted(ended, key=lambda t: (t.last, t.entry.path))
    lasts = [t.last for t in ended]
    latest = list(accumulate(ended, _later_begun))
    said_of: set[str] = set()
    for later in being:
        certain = bisect_left(lasts, later.first)  # so many ends are certainly before it
        if not certain:
            continue
        end = latest[certain - 1]
        if end.entry.path in said_of or restored.may_lie_between(end, later):
            continue
        said_of.add(end.entry.path)  # the first report that contradicts an end is told, not every one after it
        said = f"{end.entry.path} reported on {_date(end)} that it ended, and nothing since then that it was restored"
        yield later, _fault(later, said, "correct one of the two outcomes; a link that was restored is `reinstated`")


def _later_begun(one: _Told, other: _Told) -> _Told:
    return other if other.first > one.first else one


def _ended_again(ended: list[_Told], between: _Span) -> Iterator[tuple[_Told, Fault]]:
    first = min(ended, key=lambda t: (t.last, t.entry.path))
    for later in ended:
        again = later.report.event is Outcome.ENDED and later.first - first.last > ONE_ENDING
        if again and not between.may_lie_between(first, later):
            said = f"{first.entry.path} reported the end of it on {_date(first)} already"
            yield later, _fault(later, said, "an article that only recalls the end has no `event`")
            return


def _date(told: _Told) -> str:
    return told.entry.record.published


def _fault(told: _Told, said: str, help_: str) -> Fault:
    council, partner = told.report.key
    outcome = told.report.outcome
    return Fault(
        ("reports", told.number, "outcome"),
        Code.OUT_OF_ORDER,
        f"{council} × {partner} is `{outcome}` here; {said}",
        f"{help_}. Where both are right, say so in a note of kind `discrepancy` without `p`",
    )
