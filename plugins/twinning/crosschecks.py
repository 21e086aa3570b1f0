"""What shows only when records stand together.

References that lead nowhere, two records of one thing, evidence that does not stand in its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from .diagnostics import Code, Fault, Problem
from .evidence import faults_against, faults_of_memory, faults_since_verified
from .loading import Content, Entry
from .records import Article
from .text import SourceText


def problems_of(content: Content) -> list[Problem]:
    """Give every problem between the records, and between records and sources."""
    problems: list[Problem] = []
    named = {entry.record.source.sha256 for entry in content.articles.values() if entry.record.source}
    unnamed = [source for sha256, source in content.sources.items() if sha256 not in named]
    for entry in content.articles.values():
        problems += entry.problems([*_references(entry, content), *_evidence(entry, content, unnamed)])
    return problems + _successors(content) + _same_address(content)


def _references(entry: Entry[Article], content: Content) -> Iterator[Fault]:
    article = entry.record
    yield from _reference("newspaper", article.newspaper, content, ("newspaper",))
    seen: set[tuple[str, str]] = set()
    for i, report in enumerate(article.reports):
        yield from _reference("council", report.council, content, ("reports", i, "council"))
        yield from _reference("partner", report.partner, content, ("reports", i, "partner"))
        if report.key in seen:
            yield Fault(
                ("reports", i),
                Code.REPEATED_REPORT,
                f"the partnership {report.council} × {report.partner} is reported twice in this record",
                "make one report of the two; where the article contradicts itself, use `disputed`",
            )
        seen.add(report.key)
    for i, event in enumerate(article.events):
        if event.council:
            yield from _reference("council", event.council, content, ("events", i, "council"))
        if event.partner:
            yield from _reference("partner", event.partner, content, ("events", i, "partner"))


def _reference(kind: str, name: str, content: Content, where: tuple[str | int, ...]) -> Iterator[Fault]:
    known: Mapping[str, Entry[Any]] = getattr(content, f"{kind}s")
    if name in known or f"{kind}s/{name}" in content.unread:
        return
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    help_ = f"did you mean `{near[0]}`? Else add" if near else "add"
    yield Fault(where, Code.UNKNOWN_REFERENCE, f"there is no {kind} `{name}`", f"{help_} content/{kind}s/{name}.yml")


def _evidence(entry: Entry[Article], content: Content, unnamed: list[SourceText]) -> Iterator[Fault]:
    article = entry.record
    source = content.sources.get(article.source.sha256) if article.source else None
    if source is not None:
        found = list(faults_against(article, source))
        yield from found
        if not found:
            yield from faults_of_memory(article, content.verified)
        return
    for fault in faults_since_verified(article, content.verified):
        # A wrong digit of the hash is the likeliest reason that a text which is there is not found.
        hint = "".join(f"; {text.name}, which no record names, is {text.sha256}" for text in unnamed[:3])
        yield Fault(fault.where, fault.code, fault.message, fault.help + hint)


def _successors(content: Content) -> list[Problem]:
    problems: list[Problem] = []
    for entry in content.councils.values():
        successor = entry.record.successor
        if successor is not None:
            problems += entry.problems(list(_reference("council", successor, content, ("successor",))))
    return problems


def _same_address(content: Content) -> list[Problem]:
    problems: list[Problem] = []
    first: dict[str, Entry[Article]] = {}
    for entry in content.articles.values():
        url = entry.record.url
        if url is None:
            continue
        before = first.setdefault(url, entry)
        if before is not entry:
            problems += entry.problems(
                [
                    Fault(
                        ("url",),
                        Code.COLLISION,
                        f"{before.path} already records the article at this address",
                        "one record an article: merge the two",
                    )
                ]
            )
    return problems
