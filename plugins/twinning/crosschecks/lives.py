"""Councils within their lives: nothing is done by one that does not exist yet, or no longer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..diagnostics import Code, Fault, Where
from ..loading import Content, Entry
from ..records import Article, Council, Disputed
from ..vocabulary import Outcome
from .found import Found, days

SURVIVES = frozenset({Outcome.LAPSED, Outcome.UNCLEAR})
"""What may be said of a partnership after its council: that it lapsed with it, or that nobody knows."""


@dataclass(frozen=True, slots=True)
class _Life:
    """The first day on which a council, or one that it followed, can have acted, and the last on which it can."""

    council: Council
    born: int
    inherits: int
    """As `born`, of the oldest council that it followed: a link goes over to the successor with its years. No day at
    all where some council's successor cannot be read: it may be this one."""
    died: int
    before: tuple[str, ...]
    """The councils that it followed, of which one may be meant."""
    after: str | None
    """The last of the councils that follow it."""


def faults(content: Content) -> Found:
    """Say which reports and events place a council outside its life, and which successions run in a circle."""
    councils = {name: entry.record for name, entry in content.councils.items()}
    circles = _circles(councils)
    for name, circle in circles.items():
        said = " → ".join(circle)
        circular = f"the successors run in a circle: {said}"
        help_ = "name the council that took over, and none that was before"
        yield content.councils[name], Fault(("successor",), Code.CONTRADICTION, circular, help_)
    unread = any(name.startswith("councils/") and name[9:] not in councils for name in content.unread)
    unsure = unread or any(entry.lacks(("id",), ("successor",)) for entry in content.councils.values())
    lives = _lives(councils, all_known=not unsure)
    for entry in content.articles.values():
        for fault in _of_article(entry, lives):
            yield entry, fault


def successor_of(name: str, councils: Mapping[str, Council]) -> str | None:
    """Give the last of a council's successors, None where it has none or they run in a circle."""
    seen = [name]
    while (after := councils[seen[-1]].successor) is not None and after in councils:
        if after in seen:
            return None
        seen.append(after)
    return seen[-1] if len(seen) > 1 else None


def _circles(councils: Mapping[str, Council]) -> dict[str, list[str]]:
    """Give each circle of successors once, by its first council's name."""
    done: set[str] = set()
    found: dict[str, list[str]] = {}
    for name in councils:
        path: list[str] = []
        here: str | None = name
        while here is not None and here in councils and here not in done and here not in path:
            path.append(here)
            here = councils[here].successor
        if here is not None and here in path:
            circle = path[path.index(here) :]
            first = circle.index(min(circle))
            circle = circle[first:] + circle[:first]
            found[circle[0]] = [*circle, circle[0]]
        done.update(path)
    return found


def _lives(councils: Mapping[str, Council], *, all_known: bool) -> dict[str, _Life]:
    before: dict[str, list[str]] = defaultdict(list)
    for name, council in councils.items():
        if council.successor is not None:
            before[council.successor].append(name)
    lives = {}
    for name, council in councils.items():
        if council.established is None and council.abolished is None:
            continue
        followed, waiting = {name}, [name]
        while waiting:
            older = [n for n in before[waiting.pop()] if n not in followed]
            followed.update(older)
            waiting += older
        oldest = min(days(councils[n].established)[0] for n in followed)
        lives[name] = _Life(
            council,
            born=days(council.established)[0],
            inherits=oldest if all_known else 0,
            died=days(council.abolished)[1],
            before=tuple(before[name]),
            after=successor_of(name, councils),
        )
    return lives


def _of_article(entry: Entry[Article], lives: Mapping[str, _Life]) -> Iterator[Fault]:
    """Say which reports and events are outside a life; each council once, for the rest is the same mistake."""
    told: set[str] = set()
    for council, fault in _outside(entry, lives):
        if council not in told:
            told.add(council)
            yield fault


def _outside(entry: Entry[Article], lives: Mapping[str, _Life]) -> Iterator[tuple[str, Fault]]:
    article = entry.record
    for i, report in enumerate(article.reports):
        life = lives.get(report.council)
        if life is None:
            continue
        first, last = days(article.published)
        said = f"the article is of {article.published}"
        if last < life.born:
            yield report.council, _too_early(life, ("reports", i, "council"), said)
        elif first > life.died and not (
            report.outcome in SURVIVES or entry.lacks(("reports", i, "outcome", "disputed"))
        ):
            yield report.council, _too_late(life, ("reports", i, "council"), said)
        since = report.since
        if since is not None and not isinstance(since, Disputed):
            begins, ends = days(since)
            if ends < life.inherits:
                said = f"the link is said to go back to {since}"
                yield report.council, _too_early(life, ("reports", i, "since"), said)
            elif begins > life.died:
                said = f"the link is said to begin on {since}"
                yield report.council, _too_late(life, ("reports", i, "since"), said)
    for i, event in enumerate(article.events):
        life = lives.get(event.council) if event.council else None
        if life is None:
            continue
        begins, ends = days(event.date)
        said = f"the event is of {event.date}"
        if ends < life.inherits:
            yield life.council.id, _too_early(life, ("events", i, "date"), said)
        elif begins > life.died:
            yield life.council.id, _too_late(life, ("events", i, "date"), said)


def _too_early(life: _Life, where: Where, said: str) -> Fault:
    council = life.council
    meant = f"did you mean {_one_of(life.before)}, which it followed?" if life.before else "name the council before it;"
    return Fault(
        where,
        Code.OUTSIDE_LIFE,
        f"{said}, and {council.name or council.id} was established only on {council.established}",
        f"{meant} A council from which it took links over has a record with `successor: {council.id}`",
    )


def _too_late(life: _Life, where: Where, said: str) -> Fault:
    council = life.council
    meant = f"did you mean its successor, `{life.after}`?" if life.after else "name the council after it."
    return Fault(
        where,
        Code.OUTSIDE_LIFE,
        f"{said}, and {council.name or council.id} was abolished on {council.abolished}",
        f"{meant} A link that ended with the council is `outcome: lapsed`",
    )


def _one_of(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names)
