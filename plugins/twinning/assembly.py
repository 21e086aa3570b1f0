"""From all records to the one `Archive`: timelines put together, states folded, people and background found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from unidecode import unidecode

from . import links
from .archive import Archive, Mention, Moment, NamedPerson, Partnership, State, Telling, date_of, order_of, published
from .crosschecks import problems_of
from .diagnostics import Problem
from .loading import Content, Entry
from .records import NOT_STATED, Article, Disputed, Event
from .vocabulary import Speaker


def assemble(content: Content, today: date) -> tuple[Archive, list[Problem]]:
    """Make the archive of all records, with every problem that shows only when they stand together.

    `today` is the day against which dates are checked (`clock.today`); nothing of the archive depends on it.
    References that lead nowhere, which are among the problems, are left out of the archive, and so are records of
    which something could not be read.
    """
    whole = content.whole()
    articles = [_as_kept(entry.record) for entry in whole.articles.values()]
    partnerships = _partnerships(articles, whole)
    archive = Archive(
        articles=tuple(sorted(articles, key=lambda a: (order_of(published(a)), a.id), reverse=True)),
        councils=_records(whole.councils),
        partners=_records(whole.partners),
        newspapers=_records(whole.newspapers),
        partnerships=partnerships,
        people=_people(articles),
        background=_background(articles, partnerships),
        tombstones={id_: _anchors(e.record) for id_, e in whole.articles.items() if e.record.withdrawn},
        sources=content.sources,
        prose=content.prose,
        pictures=content.pictures,
    )
    return archive, [*problems_of(content, today), *links.problems_of(content, archive)]


def _as_kept(article: Article) -> Article:
    """Give what is left of a withdrawn article: its citation, its anchors and the reason; any other as it is.

    Done here, before anything is made of it, so that no page, feed, file or index can show the rest.
    """
    if article.withdrawn is None:
        return article
    return msgspec.structs.replace(
        article,
        summary=f"Withdrawn from the archive: {article.withdrawn.reason}",
        published_basis=None,
        reports=(),
        statements=(),
        events=(),
        outline=(),
        notes=(),
        same_story=(),
        proposed=(),
    )


def _anchors(article: Article) -> tuple[str, ...]:
    """Name all that could be cited of an article's page: its paragraphs, notes and statements."""
    last = article.source.paragraphs if article.source else 0
    counts = (("p", last), ("n", len(article.notes)), ("s", len(article.statements)))
    return tuple(f"{kind}{number}" for kind, count in counts for number in range(1, count + 1))


def fold(tellings: Sequence[Telling]) -> State:
    """Give the state that tellings, in any order, leave a partnership in.

    The latest by date wins, whatever came before it, so a reinstated link that had ended is reinstated. Tellings whose
    spans of time overlap cannot be put in order, and one without a date could be the latest: where these disagree, the
    state is disputed. "About" a day is taken for that day, as everywhere (see `edtf`).
    """
    spans = [(t, t.date.sort_key) for t in tellings if t.date is not None]  # an open end is before or after every day
    newest = max((first for _, (first, _last, _text) in spans), default=0)
    latest = [t for t, (_first, last, _text) in spans if last >= newest]
    known = {t.report.outcome for t in latest}
    latest += [t for t in tellings if t.date is None and t.report.outcome not in known]
    latest.sort(key=lambda t: (order_of(t.date), t.article.id, t.number))
    outcomes = {t.report.outcome for t in latest if not isinstance(t.report.outcome, Disputed)}
    agreed = len(outcomes) == 1 and not any(isinstance(t.report.outcome, Disputed) for t in latest)
    return State(outcomes.pop() if agreed else None, tuple(latest))


_TITLES = frozenset({"cllr", "coun", "councillor", "dame", "dr", "miss", "mr", "mrs", "ms", "prof", "professor", "sir"})


@lru_cache(maxsize=1 << 16)
@lru_cache(maxsize=1 << 14)
def person_id(name: str) -> str | None:
    """Give the address of a person's page, None for a surname alone, with a title or without: it identifies nobody."""
    words = unidecode(name).lower().replace("'", "").replace("’", "")
    parts = "".join(c if c.isalnum() and c.isascii() else " " for c in words).split()
    while parts and parts[0] in _TITLES:
        del parts[0]
    return "-".join(parts)[:80].rstrip("-") if len(parts) > 1 and name != NOT_STATED else None


def _records(entries: Mapping[str, Entry[Any]]) -> dict[str, Any]:
    return {name: entries[name].record for name in sorted(entries)}


def _partnerships(articles: Iterable[Article], content: Content) -> dict[tuple[str, str], Partnership]:
    tellings: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    moments: dict[tuple[str, str], list[Moment]] = defaultdict(list)
    for article in articles:
        date = published(article)
        for number, report in enumerate(article.reports, 1):
            tellings[report.key].append(Telling(article, report, number, date))
            moments[report.key].append(Moment(date, article, *report.key, report=report, number=number))
        for number, event in enumerate(article.events, 1):
            for key in _concerned(event, article):
                moments[key].append(_moment(article, number, event))
    return {
        key: Partnership(
            council=content.councils[key[0]].record,
            partner=content.partners[key[1]].record,
            tellings=tuple(sorted(told, key=lambda t: (order_of(t.date), t.article.id, t.number))),
            timeline=tuple(sorted(moments[key], key=lambda m: m.order)),
            state=fold(told),
        )
        for key, told in sorted(tellings.items())
        if key[0] in content.councils and key[1] in content.partners
    }


def _moment(article: Article, number: int, event: Event) -> Moment:
    return Moment(date_of(event.date), article, event.council, event.partner, event=event, number=number)


def _background(
    articles: Iterable[Article], partnerships: Mapping[tuple[str, str], Partnership]
) -> dict[str, tuple[Moment, ...]]:
    found: dict[str, tuple[Moment, ...]] = {}
    for article in articles:
        apart = [
            _moment(article, number, event)
            for number, event in enumerate(article.events, 1)
            if not any(key in partnerships for key in _concerned(event, article))
        ]
        if apart:
            found[article.id] = tuple(sorted(apart, key=lambda moment: moment.order))
    return found


def _concerned(event: Event, article: Article) -> list[tuple[str, str]]:
    """Say to which partnerships' timelines an event belongs.

    One that names council and partner belongs to that partnership; one that names only one of them, to every
    partnership of it that the article reports; one that names neither is the article's own background.
    """
    if event.council and event.partner:
        return [(event.council, event.partner)]
    if not event.council and not event.partner:
        return []
    return [r.key for r in article.reports if r.council == event.council or r.partner == event.partner]


def _people(articles: Iterable[Article]) -> dict[str, NamedPerson]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: (order_of(published(a)), a.id)):
        for number, statement in enumerate(article.statements, 1):
            key = person_id(statement.name)
            if key and statement.speaker is Speaker.PERSON and statement.removed is None:
                found[key].append(Mention(article, statement, number))
    return {
        key: NamedPerson(key, mentions[0].statement.name, tuple(mentions)) for key, mentions in sorted(found.items())
    }
