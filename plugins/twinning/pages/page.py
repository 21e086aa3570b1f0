"""What a browsed page is, and what several kinds of it share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..archive import Archive, Partnership
from ..records import Article
from ..vocabulary import Outcome
from . import addresses
from .sentences import counted

if TYPE_CHECKING:
    from .paging import Pager


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of an index: where it leads, its name, how many articles or partnerships wait there, and a remark."""

    href: str
    name: str
    count: str
    remark: str = ""
    local: str = ""
    lang: str = ""
    sorts: str = ""
    """What it is sorted by, where that is not its name: a person's surname."""

    @property
    def sorted_as(self) -> str:
        """Give what it is sorted by."""
        return self.sorts or self.name


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: its path below the root, its template, and what the template is given."""

    path: str
    template: str
    title: str
    lead: str
    """The sentence it opens with, which is also its description."""
    data: Mapping[str, Any] = field(default_factory=dict)
    crumbs: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    """The path of its feed, empty where it has none."""
    articles: tuple[Article, ...] = ()
    """The articles that it lists; what its feed holds, newest first."""
    pager: Pager | None = None
    """The ways to the other pages of a list that takes several."""
    is_list: bool = False
    """Whether it lists the articles of one kind, be it none today: a file beside it that was published must stay."""
    is_first: bool = True
    """Whether it is the first page of its list, or the only one."""

    @property
    def has_linkset(self) -> bool:
        """Tell whether a file beside it says which articles are its own."""
        return bool(self.feed or (self.is_list and self.is_first))

    def with_data(self, **more: Any) -> Page:
        """Give the page with more for its template."""
        return replace(self, data={**self.data, **more})


def states(archive: Archive) -> list[Way]:
    """Give the states that partnerships are in, each with the number in it, and its term as remark."""
    labels = {str(outcome): outcome.label for outcome in Outcome}
    return [
        Way(addresses.outcome(state), labels.get(state, state), str(len(held)), state)
        for state, held in archive.by_state.items()
    ]


def articles_of(partnerships: Iterable[Partnership]) -> tuple[Article, ...]:
    """Give the articles that report any of the partnerships, newest first."""
    told = {t.article.id: t for p in partnerships for t in p.tellings}
    order = sorted(told.values(), key=lambda t: (t.date is not None, t.date.sort_key if t.date else (), t.article.id))
    return tuple(t.article for t in reversed(order))


def partnerships_of(partnerships: Sequence[Partnership]) -> str:
    """Say how many partnerships there are."""
    return counted(len(partnerships), "partnership")
