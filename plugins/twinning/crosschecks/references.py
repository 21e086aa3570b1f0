"""References: every council, partner and newspaper that a record names has a record of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from ..diagnostics import Code, Fault, Where
from ..loading import Content, Entry
from ..records import Article
from .found import Found

_KINDS = ("council", "partner", "newspaper")
_MOST_SUGGESTIONS = 50
"""So many names are looked for among those there are: for thousands it would take seconds, and nobody reads them."""


def faults(content: Content) -> Found:
    """Say which references lead nowhere, with what was probably meant, and which report stands twice."""
    known = _Known(content)
    for entry in content.articles.values():
        for fault in _of_article(entry.record, known):
            yield entry, fault
    for council in content.councils.values():
        successor = council.record.successor
        if successor is not None:
            for fault in known.faults("council", successor, ("successor",)):
                yield council, fault


def _of_article(article: Article, known: _Known) -> Iterator[Fault]:
    if article.newspaper not in known.newspapers:
        yield from known.faults("newspaper", article.newspaper, ("newspaper",))
    seen: set[tuple[str, str]] = set()
    for i, report in enumerate(article.reports):
        if report.council not in known.councils:
            yield from known.faults("council", report.council, ("reports", i, "council"))
        if report.partner not in known.partners:
            yield from known.faults("partner", report.partner, ("reports", i, "partner"))
        if report.key in seen:
            yield Fault(
                ("reports", i),
                Code.REPEATED_REPORT,
                f"the partnership {report.council} × {report.partner} is reported twice in this record",
                "make one report of the two; where the article contradicts itself, use `disputed`",
                (("reports", i, "council"), ("reports", i, "partner")),
            )
        seen.add(report.key)
    for i, other in enumerate(article.same_story):
        yield from known.story_faults(article, other, ("same_story", i))
    if article.reviewed is not None:
        yield from known.unchecked(article)
    for i, event in enumerate(article.events):
        if event.council and event.council not in known.councils:
            yield from known.faults("council", event.council, ("events", i, "council"))
        if event.partner and event.partner not in known.partners:
            yield from known.faults("partner", event.partner, ("events", i, "partner"))


class _Known:
    """The ids there are, and the names under which they may be meant."""

    def __init__(self, content: Content) -> None:
        self.councils, self.partners, self.newspapers = content.councils, content.partners, content.newspapers
        self.articles = content.articles
        self._unread = content.unread
        self._meant: dict[tuple[str, str], str] = {}
        self._named: dict[str, dict[str, str]] = {}

    def faults(self, kind: str, name: str, where: Where) -> Iterator[Fault]:
        """Say that there is no record of this name, unless there is one with problems of its own."""
        if name in self._of(kind) or f"{kind}s/{name}" in self._unread:
            return
        yield Fault(
            where,
            Code.UNKNOWN_REFERENCE,
            f"there is no {kind} `{name}`",
            f"{self._meant_by(kind, name)}add content/{kind}s/{name}.yml",
        )

    def story_faults(self, article: Article, other: str, where: Where) -> Iterator[Fault]:
        """Say that there is no other article of this id."""
        if other == article.id:
            yield Fault(where, Code.BAD_VALUE, "this is the record's own id", "name the other article", (("id",),))
        elif other not in self.articles and f"articles/{other}" not in self._unread:
            yield Fault(where, Code.UNKNOWN_REFERENCE, f"there is no article `{other}`", "correct it, or take it away")

    def unchecked(self, article: Article) -> Iterator[Fault]:
        """Say which records that a reviewed article names are still as they were proposed."""
        named = [("newspaper", article.newspaper, ("newspaper",))]
        for i, report in enumerate(article.reports):
            named += [(k, getattr(report, k), ("reports", i, k)) for k in ("council", "partner")]  # type: ignore[misc]
        for kind, name, where in named:
            entry = self._of(kind).get(name)
            if entry is not None and entry.record.proposed:
                yield Fault(
                    where,
                    Code.UNCHECKED,
                    f"the article is reviewed, but nobody has checked the record of its {kind} `{name}`",
                    f"look through {entry.path} and take its `proposed` away",
                )

    def _of(self, kind: str) -> Mapping[str, Entry[Any]]:
        known: Mapping[str, Entry[Any]] = getattr(self, f"{kind}s")
        return known

    def _meant_by(self, kind: str, name: str) -> str:
        if (kind, name) not in self._meant:
            few = len(self._meant) < _MOST_SUGGESTIONS
            self._meant[kind, name] = self._suggestion(kind, name) if few else ""
        return self._meant[kind, name]

    def _suggestion(self, kind: str, name: str) -> str:
        others = [other for other in _KINDS if other != kind and name in self._of(other)]
        if others:
            return f"`{name}` is a {others[0]}; name the {kind} here, or "
        known = self._of(kind)
        meant = self._by_name(kind).get(name) or next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), None)
        return f"did you mean `{meant}`? Else " if meant else ""

    def _by_name(self, kind: str) -> Mapping[str, str]:
        """Give the ids by what people would make of a record's names: `county-hall`, `xiangfan`."""
        if kind not in self._named:
            named: dict[str, str] = {}
            for id_, entry in self._of(kind).items():
                record = entry.record
                for said in (record.name, getattr(record, "official_name", None), *record.aliases):
                    if said:
                        named.setdefault("-".join(said.casefold().split()), id_)
            self._named[kind] = named
        return self._named[kind]
