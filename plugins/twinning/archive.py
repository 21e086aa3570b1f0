"""All records as one immutable value: partnerships with their timelines and states, and every way in.

Built once from what `loading` gives; pages are made from it and from nothing else. Every sequence here has a total
order, so that the same records give the same pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import msgspec
from unidecode import unidecode

from . import edtf
from .crosschecks import problems_of
from .diagnostics import Problem
from .edtf import Edtf
from .loading import Content, Entry
from .records import NOT_STATED, Article, Council, Disputed, Event, Newspaper, Partner, Report, Statement
from .text import SourceText
from .vocabulary import Outcome, Speaker


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of one partnership: the unit from which its state is folded."""

    article: Article
    report: Report
    number: int
    """Which of the article's reports it is, from 1."""
    date: Edtf | None
    """When the article was published; None where that is not stated."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a timeline: an article's report, or an event that an article tells of."""

    date: Edtf | None
    article: Article
    council: str | None
    partner: str | None
    report: Report | None = None
    event: Event | None = None
    number: int = 0
    """Which report or event of the article it is, from 1."""

    @property
    def order(self) -> tuple[Any, ...]:
        """Give the key that puts moments in one order for everybody: by date, events before reports, then by record."""
        return (_key(self.date), self.report is not None, self.article.id, self.number)


@dataclass(frozen=True, slots=True)
class State:
    """Where a partnership stands: one outcome, or a dispute between the tellings that cannot be put in order."""

    outcome: Outcome | None
    """None where the latest tellings disagree."""
    tellings: tuple[Telling, ...]
    """The latest tellings: those that no other is certainly later than."""

    @property
    def is_disputed(self) -> bool:
        """Tell whether the latest tellings disagree."""
        return self.outcome is None

    @property
    def name(self) -> str:
        """Give the outcome's term, or `disputed`."""
        return str(self.outcome or "disputed")

    @property
    def label(self) -> str:
        """Give the outcome as pages show it, or "disputed"."""
        return self.outcome.label if self.outcome else "disputed"


@dataclass(frozen=True, slots=True)
class Partnership:
    """A council and a partner, with all that articles tell of them."""

    council: Council
    partner: Partner
    tellings: tuple[Telling, ...]
    """Every article's report on it, oldest first."""
    timeline: tuple[Moment, ...]
    state: State

    @property
    def key(self) -> tuple[str, str]:
        """Give (council, partner), the partnership's identity and its address."""
        return (self.council.id, self.partner.id)


@dataclass(frozen=True, slots=True)
class Mention:
    """A statement of a person, in the article that reports it."""

    article: Article
    statement: Statement
    number: int


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person named in full in a statement. Same name, same page: the archive does not tell namesakes apart."""

    id: str
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Archive:
    """Everything the archive holds. Mappings are sorted by key; articles are newest first."""

    articles: tuple[Article, ...]
    councils: Mapping[str, Council]
    partners: Mapping[str, Partner]
    newspapers: Mapping[str, Newspaper]
    partnerships: Mapping[tuple[str, str], Partnership]
    people: Mapping[str, NamedPerson]
    background: Mapping[str, tuple[Moment, ...]]
    """Events that belong to no partnership's timeline, by the id of the article that tells of them."""
    sources: Mapping[str, SourceText] = field(repr=False)

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Give the articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def by_council(self) -> Mapping[str, tuple[Partnership, ...]]:
        """Give each council's partnerships, by partner; a council without any has none."""
        return _grouped(self.councils, ((p.council.id, p) for p in self.partnerships.values()))

    @cached_property
    def by_partner(self) -> Mapping[str, tuple[Partnership, ...]]:
        """Give each partner's partnerships, by council."""
        return _grouped(self.partners, ((p.partner.id, p) for p in self.partnerships.values()))

    @cached_property
    def by_newspaper(self) -> Mapping[str, tuple[Article, ...]]:
        """Give each newspaper's articles, newest first."""
        return _grouped(self.newspapers, ((a.newspaper, a) for a in self.articles))

    @cached_property
    def by_year(self) -> Mapping[str, tuple[Article, ...]]:
        """Give the articles of each year, newest year first; `undated` last, where the date is not stated."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            date = published(article)
            found[f"{date.year:04}" if date is not None and date.year is not None else "undated"].append(article)
        return {year: tuple(found[year]) for year in sorted(found, key=lambda y: (y != "undated", y), reverse=True)}

    @cached_property
    def by_state(self) -> Mapping[str, tuple[Partnership, ...]]:
        """Give the partnerships in each state that any is in, in the vocabulary's order, disputed ones last."""
        order = [str(outcome) for outcome in Outcome if outcome.is_state] + ["disputed"]
        found = _grouped(order, ((p.state.name, p) for p in self.partnerships.values()))
        return {state: partnerships for state, partnerships in found.items() if partnerships}

    @cached_property
    def newest_review(self) -> str | None:
        """Give the newest day on which a record was reviewed: the archive's own clock (DESIGN §4)."""
        return max((a.reviewed.on for a in self.articles if a.reviewed), default=None)

    def source_of(self, article: Article) -> SourceText | None:
        """Give the newspaper's text of an article, where it is at hand."""
        return self.sources.get(article.source.sha256) if article.source else None

    def council_moments(self, council: str) -> list[Moment]:
        """Give a council's whole timeline."""
        return merged(p.timeline for p in self.by_council[council])

    def partner_moments(self, partner: str) -> list[Moment]:
        """Give a partner's whole timeline."""
        return merged(p.timeline for p in self.by_partner[partner])


def assemble(content: Content) -> tuple[Archive, list[Problem]]:
    """Make the archive of all records, with every problem that shows only when they stand together.

    References that lead nowhere, which are among the problems, are left out of the archive.
    """
    articles = [_as_kept(entry.record) for entry in content.articles.values()]
    partnerships = _partnerships(articles, content)
    archive = Archive(
        articles=tuple(sorted(articles, key=lambda a: (_key(published(a)), a.id), reverse=True)),
        councils=_records(content.councils),
        partners=_records(content.partners),
        newspapers=_records(content.newspapers),
        partnerships=partnerships,
        people=_people(articles),
        background=_background(articles, partnerships),
        sources=content.sources,
    )
    return archive, problems_of(content)


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
    )


def published(article: Article) -> Edtf | None:
    """Give the date of an article, None where it is not stated or, which `rules` says, no date."""
    return None if article.published == NOT_STATED else _date(article.published)


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
    latest.sort(key=lambda t: (_key(t.date), t.article.id, t.number))
    outcomes = {t.report.outcome for t in latest if not isinstance(t.report.outcome, Disputed)}
    agreed = len(outcomes) == 1 and not any(isinstance(t.report.outcome, Disputed) for t in latest)
    return State(outcomes.pop() if agreed else None, tuple(latest))


def merged(timelines: Iterable[Iterable[Moment]]) -> list[Moment]:
    """Put several timelines into one order; a moment that stands in more than one of them comes once."""
    once = {moment.order: moment for timeline in timelines for moment in timeline}
    return [once[order] for order in sorted(once)]


_TITLES = frozenset({"cllr", "coun", "councillor", "dame", "dr", "miss", "mr", "mrs", "ms", "prof", "professor", "sir"})


@lru_cache(maxsize=1 << 16)
def person_id(name: str) -> str | None:
    """Give the address of a person's page, None for a surname alone, with a title or without: it identifies nobody."""
    words = unidecode(name).lower().replace("'", "").replace("’", "")
    parts = "".join(c if c.isalnum() and c.isascii() else " " for c in words).split()
    while parts and parts[0] in _TITLES:
        del parts[0]
    return "-".join(parts)[:80].rstrip("-") if len(parts) > 1 and name != NOT_STATED else None


def _date(text: str) -> Edtf | None:
    try:
        return edtf.parse(text)
    except edtf.EdtfError:  # `rules` says it; the archive is made all the same, to show every other problem
        return None


def _key(when: Edtf | None) -> tuple[Any, ...]:
    return (0,) if when is None else (1, when.sort_key)


def _records(entries: Mapping[str, Entry[Any]]) -> dict[str, Any]:
    return {name: entries[name].record for name in sorted(entries)}


def _grouped(keys: Iterable[str], pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {key: [] for key in keys}
    for key, value in pairs:
        if key in found:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


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
            tellings=tuple(sorted(told, key=lambda t: (_key(t.date), t.article.id, t.number))),
            timeline=tuple(sorted(moments[key], key=lambda m: m.order)),
            state=fold(told),
        )
        for key, told in sorted(tellings.items())
        if key[0] in content.councils and key[1] in content.partners
    }


def _moment(article: Article, number: int, event: Event) -> Moment:
    return Moment(_date(event.date), article, event.council, event.partner, event=event, number=number)


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
    for article in sorted(articles, key=lambda a: (_key(published(a)), a.id)):
        for number, statement in enumerate(article.statements, 1):
            key = person_id(statement.name)
            if key and statement.speaker is Speaker.PERSON:
                found[key].append(Mention(article, statement, number))
    return {
        key: NamedPerson(key, mentions[0].statement.name, tuple(mentions)) for key, mentions in sorted(found.items())
    }
