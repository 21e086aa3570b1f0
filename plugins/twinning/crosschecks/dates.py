"""Dates that cannot be: what has not happened yet, and what comes before its own beginning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .. import edtf
from ..diagnostics import Code, Fault, Where
from ..loading import Content
from ..records import NOT_STATED, Article, Disputed, Report
from ..rules import LATEST_YEAR
from ..vocabulary import Outcome
from .found import Found, days

PLANNED_YEARS = 10
"""How far ahead a thing may be planned: a vote, a visit, the making or the end of a council."""

NOT_BEGUN = frozenset({Outcome.PROPOSED, Outcome.APPROVED, Outcome.SHELVED, Outcome.UNCLEAR})
"""The states in which a link need not have begun: a day named for it may lie ahead."""


def faults(content: Content, today: date) -> Found:
    """Say which dates of all records are in the future, and which ends come before their starts.

    A day is added to `today`: somewhere on earth it is tomorrow.
    """
    now = today + timedelta(days=1)
    ahead = _Ahead(now, "is in the future", "write the day it was; what has not happened yet is not recorded")
    too_far = _Ahead(
        date(min(today.year + PLANNED_YEARS, date.max.year), 12, 31),
        "is in the future",
        f"what is planned may be at most {PLANNED_YEARS} years ahead",
    )
    for entry in content.articles.values():
        for fault in _of_article(entry.record, ahead, too_far):
            yield entry, fault
    for council in content.councils.values():
        record = council.record
        for name in ("established", "abolished"):
            for fault in too_far.faults(getattr(record, name), (name,)):
                yield council, fault
        if days(record.abolished)[1] < days(record.established)[0]:
            said = f"the council is abolished before it is established ({record.established})"
            yield council, _contradiction(("abolished",), said)


class _Ahead:
    """Looks for dates after a day; most are of former years, which four characters tell."""

    def __init__(self, day: date, says: str, help_: str) -> None:
        self.day = day.toordinal()
        self._day, self._says, self._help = day, says, help_
        self._year = f"{day.year - 1:04}"  # tomorrow may be in another year than today
        self._latest = date(LATEST_YEAR, 12, 31)  # what is later still, `rules` says

    def faults(self, text: str | None, where: Where) -> Iterator[Fault]:
        """Say whether a date is, or reaches, beyond the day."""
        if text is None or (text[:4] <= self._year and "/" not in text) or text == NOT_STATED:
            return
        try:
            when = edtf.parse(text)
        except edtf.EdtfError:
            return
        ends = [point.earliest for point in (when.start, when.end) if point]
        if any(self._day < end <= self._latest for end in ends):
            yield Fault(where, Code.DATE, f"`{text}` {self._says}", self._help)


def _of_article(article: Article, ahead: _Ahead, too_far: _Ahead) -> Iterator[Fault]:
    published = article.published
    yield from ahead.faults(published, ("published",))
    for i, event in enumerate(article.events):
        yield from too_far.faults(event.date, ("events", i, "date"))
    for i, report in enumerate(article.reports):
        yield from _of_report(report, published, ("reports", i, "since"), ahead)
    kept: list[tuple[str, Where, str]] = [
        (copy.date, ("archived", i, "date"), "archived") for i, copy in enumerate(article.archived)
    ]
    if article.unreachable:
        kept.append((article.unreachable, ("unreachable",), "found to be gone"))
    if article.reviewed:
        kept.append((article.reviewed.on, ("reviewed", "on"), "reviewed"))
    if article.withdrawn:
        kept.append((article.withdrawn.on, ("withdrawn", "on"), "withdrawn"))
    for day, where, done in kept:
        # Who sets the clock back (SOURCE_DATE_EPOCH) means the articles' days: what is done to a record was done since.
        yield from too_far.faults(day, where)
        # Of an article that is not published yet, nothing else is told: that is one mistake.
        if day[:4] <= published[:4] and days(day)[1] < days(published)[0] <= ahead.day:
            yield _contradiction(where, f"the article is {done} on {day}, before it was published ({published})")


def _of_report(report: Report, published: str, where: Where, ahead: _Ahead) -> Iterator[Fault]:
    since = report.since
    if since is None or since == NOT_STATED:
        return
    if isinstance(since, Disputed):
        for i, claim in enumerate(since.disputed):
            yield from ahead.faults(claim.value, (*where, "disputed", i, "value"))
        return
    yield from ahead.faults(since, where)
    if since[:4] < published[:4] or isinstance(report.outcome, Disputed) or report.outcome in NOT_BEGUN:
        return
    if days(published)[1] < days(since)[0]:
        yield _contradiction(
            where, f"an article of {published} says that the link is `{report.outcome}`, and it begins only on {since}"
        )


def _contradiction(where: Where, message: str) -> Fault:
    return Fault(where, Code.CONTRADICTION, message, "correct one of the two dates")
