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
from .found import EVER, Found, days, is_noted

IN_BEING = frozenset({Outcome.ACTIVE, Outcome.RENEWED, Outcome.CONTINUED, Outcome.SUSPENDED})
"""The states of a partnership that has not ended."""
RESTORING = frozenset({Outcome.REINSTATED, Outcome.PROPOSED, Outcome.APPROVED, Outcome.ESTABLISHED})
"""What gives a partnership that ended a new beginning."""
STOPPED = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.LAPSED})
"""What a partnership can be reinstated after."""
ONE_ENDING = 366
"""Newspapers tell of one end for some weeks: reports of it that are further apart, in days, are of two."""

_ANY = Report("", "", Disputed(()), Disputed(()))
"""Stands for reports that cannot be read."""

MOST_UNREAD = 50
"""Where so many reports that cannot be read may be of a partnership, nothing is said of its outcomes."""


class _Told(NamedTuple):
    """A report on a partnership, with the first and last day on which it can have been published."""

    entry: Entry[Article]
    number: int
    report: Report
    first: int
    last: int
    is_sure: bool = True
    """Whether it can be read what it reports, of which partnership, and that it was not withdrawn."""

    @property
    def outcome(self) -> Outcome | None:
        """Give the outcome it reports; None where that is disputed or cannot be read."""
        outcome = self.report.outcome
        return None if isinstance(outcome, Disputed) or not self.is_sure else outcome

    @property
    def event(self) -> Outcome | None:
        """Give the event it reports, None likewise."""
        return self.report.event if self.is_sure else None

    def says(self, outcomes: frozenset[Outcome]) -> bool:
        """Tell whether it reports one of these, or may."""
        return self.outcome is None or self.outcome in outcomes or self.event in outcomes


def faults(content: Content) -> Found:
    """Say which outcomes do not follow from what was reported of the same partnership before."""
    partnerships: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for entry in content.articles.values():
        article = entry.record
        if article.withdrawn is None:
            first, last = days(article.published)
            for number, report in enumerate(article.reports):
                is_sure = not (entry.gaps and _is_unsure(entry, number))
                partnerships[report.key].append(_Told(entry, number, report, first, last, is_sure))
            if entry.lacks(("reports",)):
                partnerships[_ANY.key].append(_Told(entry, 0, _ANY, first, last, is_sure=False))
    unread = {key: partnerships.pop(key) for key in [*partnerships] if "" in key}
    for (council, partner), told in partnerships.items():
        # A report whose council or partner cannot be read may be of any partnership with the other of the two.
        perhaps = [t for key in ((council, ""), ("", partner), ("", "")) for t in unread.get(key, ())]
        if len(told) > 1 and len(perhaps) <= MOST_UNREAD:
            for later, fault in _of_partnership(told + perhaps):
                if not is_noted(later.entry, NoteKind.DISCREPANCY):
                    yield later.entry, fault


def _is_unsure(entry: Entry[Article], number: int) -> bool:
    fields = ("council", "partner", "outcome", "event")
    return entry.lacks(("withdrawn",), *(("reports", number, name) for name in fields))


def _of_partnership(told: list[_Told]) -> Iterator[tuple[_Told, Fault]]:
    told.sort(key=lambda t: (t.first, t.last, t.entry.path))
    yield from _of_one_day(told)
    ended = [t for t in told if t.outcome is Outcome.ENDED]
    if ended:
        restored = _Span([t for t in told if t.says(RESTORING)])
        yield from _after_the_end(ended, [t for t in told if t.outcome in IN_BEING], restored)
        yield from _ended_again(ended, _Span([t for t in told if t.says(RESTORING | IN_BEING)]))
    yield from _restored_from_nothing(told)


def _restored_from_nothing(told: Sequence[_Told]) -> Iterator[tuple[_Told, Fault]]:
    """Say that the first report of a restoration follows reports, none of which tells of anything to restore."""
    later = next((t for t in told if Outcome.REINSTATED in (t.outcome, t.event)), None)
    if later is None:
        return
    stopped = min((t.first for t in told if t.says(STOPPED)), default=EVER)
    if later.last < stopped and min(t.last for t in told) < later.first:
        said = f"no article tells that it ended or was suspended before {_date(later)}"
        yield later, _fault(later, said, "correct the outcome, or add the article that tells of the end")


def _of_one_day(told: Sequence[_Told]) -> Iterator[tuple[_Told, Fault]]:
    for (first, last), group in groupby([t for t in told if t.is_sure], key=attrgetter("first", "last")):
        if first == last:
            one, *others = group
            for other in others:
                here, there = other.outcome, one.outcome
                if here != there and here is not None and there is not None:
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
        again = later.event is Outcome.ENDED and later.first - first.last > ONE_ENDING
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
