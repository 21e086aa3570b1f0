"""All records as one immutable value: partnerships with their timelines and states, and every way in.

Built once from what `loading` gives; pages are made from it and from nothing else. Every sequence here has a total
order, so that the same records give the same pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from . import edtf
from .edtf import Edtf
from .prose import ProsePage
from .records import NOT_STATED, Article, Council, Event, Newspaper, Partner, Report, Statement
from .text import SourceText
from .vocabulary import Outcome


class Telling(msgspec.Struct, frozen=True, gc=False):
    """What one article says of one partnership: the unit from which its state is folded."""

    article: Article
    report: Report
    number: int
    """Which of the article's reports it is, from 1."""
    date: Edtf | None
    """When the article was published; None where that is not stated."""


class Moment(msgspec.Struct, frozen=True, dict=True):
    """One entry of a timeline: an article's report, or an event that an article tells of."""

    date: Edtf | None
    article: Article
    council: str | None
    partner: str | None
    report: Report | None = None
    event: Event | None = None
    number: int = 0
    """Which report or event of the article it is, from 1."""

    @cached_property
    def order(self) -> tuple[Any, ...]:
        """Give the key that puts moments in one order for everybody: by date, events before reports, then by record."""
        return (order_of(self.date), self.report is not None, self.article.id, self.number)


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


class Mention(msgspec.Struct, frozen=True, gc=False):
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
    tombstones: Mapping[str, tuple[str, ...]]
    """The anchors of withdrawn articles, which what cited them still needs, by the article's id."""
    sources: Mapping[str, SourceText] = field(repr=False)
    prose: Mapping[str, ProsePage] = field(default_factory=dict, repr=False)
    """The pages of prose, by the names of their files."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The pictures of prose pages, by the names of their files."""

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

    @cached_property
    def kin(self) -> Mapping[str, tuple[Article, ...]]:
        """Give, by an article's id, the others that tell the same story: those it names, and those that name it."""
        found: dict[str, set[str]] = defaultdict(set)
        for article in self.articles:
            for other in article.same_story:
                found[article.id].add(other)
                found[other].add(article.id)
        places = {article.id: place for place, article in enumerate(self.articles)}
        return {
            id_: tuple(self.articles[place] for place in sorted(places[one] for one in found[id_] if one in places))
            for id_ in sorted(found)
        }

    def source_of(self, article: Article) -> SourceText | None:
        """Give the newspaper's text of an article, where it is at hand."""
        return self.sources.get(article.source.sha256) if article.source else None

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Give everything that is reported or told of, in the order of its dates."""
        return tuple(merged([*(p.timeline for p in self.partnerships.values()), *self.background.values()]))

    def council_moments(self, council: str) -> list[Moment]:
        """Give a council's whole timeline."""
        return merged(p.timeline for p in self.by_council[council])

    def partner_moments(self, partner: str) -> list[Moment]:
        """Give a partner's whole timeline."""
        return merged(p.timeline for p in self.by_partner[partner])


def date_of(text: str) -> Edtf | None:
    """Give the date a record's text says, None where it says none."""
    try:
        return edtf.parse(text)
    except edtf.EdtfError:  # `rules` says it; the archive is made all the same, to show every other problem
        return None


def published(article: Article) -> Edtf | None:
    """Give the date of an article, None where it is not stated or, which `rules` says, no date."""
    return None if article.published == NOT_STATED else date_of(article.published)


def merged(timelines: Iterable[Iterable[Moment]]) -> list[Moment]:
    """Put several timelines into one order; a moment that stands in more than one of them comes once."""
    once = {moment.order: moment for timeline in timelines for moment in timeline}
    return [once[order] for order in sorted(once)]


def order_of(when: Edtf | None) -> tuple[Any, ...]:
    """Give the key that puts dates in order, what has none before all others."""
    return (0,) if when is None else (1, when.sort_key)


def _grouped(keys: Iterable[str], pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {key: [] for key in keys}
    for key, value in pairs:
        if key in found:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
