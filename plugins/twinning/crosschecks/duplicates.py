"""The same article recorded twice: by its address, its source, its text, or its headline on the same day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations

from ..diagnostics import Code, Fault
from ..loading import Content, Entry
from ..quotation import words_of
from ..records import NOT_STATED, Article
from ..vocabulary import NoteKind
from .found import Found, is_noted

MOST_SHARERS = 8
"""Words that more records share than this are nobody's mark: a stock phrase, a newspaper's footer."""
MARK = 24
"""How many letters from the beginning of a sentence or a point of the outline are looked up."""
SHARED_MARKS = 2
"""Two records with so many marks in common are compared word for word."""
NEAR = 0.6
"""Texts that share so much of the shorter one's runs of four words are nearly the same."""
FEWEST_RUNS = 24
"""Shorter texts are not compared: a few stock phrases would be most of them."""

_Sign = Iterator[tuple[Entry[Article], Entry[Article], Fault]]
"""Two records, and what the later one is told of the earlier."""


def faults(content: Content) -> Found:
    """Say which articles have two records, or may have; each pair once, by its surest sign, in the later record."""
    kept = [e for e in content.articles.values() if e.record.withdrawn is None and not e.lacks(("withdrawn",))]
    said: set[tuple[str, str]] = set()
    for before, entry, fault in chain(
        _same_address(content.articles.values()), _same_source(kept), _near(kept, content), _same_headline(kept)
    ):
        pair = (before.path, entry.path)
        explained = fault.code is Code.ALIKE and (
            any(is_noted(e, NoteKind.DUPLICATE) for e in (before, entry))
            or entry.record.id in before.record.same_story
            or before.record.id in entry.record.same_story
        )
        if pair not in said and not explained and fault.is_sure(entry.gaps):
            said.add(pair)
            yield entry, fault


def _same_address(entries: Iterable[Entry[Article]]) -> _Sign:
    for before, entry in _repeated(entries, lambda article: article.url and _bare(article.url)):
        said = f"{before.path} already records the article at this address"
        if entry.record.url != before.record.url:
            said += f", written {before.record.url}"
        yield before, entry, Fault(("url",), Code.COLLISION, said, "one record an article: merge the two")


def _bare(url: str) -> str:
    """Give an address without what changes nothing of where it leads.

    That is https, www., capitals and the usual port of the host, a slash or fragment at the end, and what only counts
    readers.
    """
    host, slash, path = url.partition("://")[2].partition("#")[0].partition("/")
    if "?" in path:
        path = _COUNTING.sub("", path).replace("?&", "?").rstrip("?")
    return (_PORT.sub("", host.lower()).removeprefix("www.") + slash + path).rstrip("/")


_PORT = re.compile(r":(?:80|443)\Z")
_COUNTING = re.compile(r"(?:(?<=\?)|&)(?:utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid)=[^&]*")


def _same_source(entries: Iterable[Entry[Article]]) -> _Sign:
    for before, entry in _repeated(entries, lambda article: (article.source and article.source.sha256) or None):
        said = f"{before.path} was made from the same source text"
        help_ = "one record an article: merge the two, or correct the hash of one"
        yield before, entry, Fault(("source", "sha256"), Code.DUPLICATE, said, help_)


def _same_headline(entries: Iterable[Entry[Article]]) -> _Sign:
    for before, entry in _repeated(entries, _heading):
        said = f"{before.path} has this headline too, in the same newspaper on the same day"
        yield before, entry, _alike(("headline",), said)


def _repeated(
    entries: Iterable[Entry[Article]], key: Callable[[Article], object]
) -> Iterator[tuple[Entry[Article], Entry[Article]]]:
    """Give each record whose key an earlier one has, with that one."""
    first: dict[object, Entry[Article]] = {}
    for entry in entries:
        value = key(entry.record)
        if value is not None:
            before = first.setdefault(value, entry)
            if before is not entry:
                yield before, entry


def _heading(article: Article) -> tuple[str, str, str] | None:
    title = article.supplied_title if article.headline == NOT_STATED else article.headline
    if not title or not article.newspaper or article.published in {NOT_STATED, ""}:
        return None
    return article.title.casefold(), article.newspaper, article.published


def _alike(where: tuple[str, ...], message: str) -> Fault:
    return Fault(
        where,
        Code.ALIKE,
        message,
        "one record an article: merge the two. Where two newspapers printed the same report, say so: name the other "
        "in `same_story`, or add a note of kind `duplicate` without `p`",
    )


def _near(entries: list[Entry[Article]], content: Content) -> _Sign:
    """Give the pairs of records whose texts are nearly the same.

    Two stages, since every pair of 10,000 cannot be compared: texts that are nearly the same have some sentences that
    begin alike, to the letter, and only pairs with several of these are compared. Newspapers' texts are compared with
    one another where they are at hand, our own words in any case.
    """
    at_hand = [
        (e, content.sources[s.sha256]) for e in entries if (s := e.record.source) and s.sha256 in content.sources
    ]
    sources = [_sentences(source.text) for _, source in at_hand]
    ours = [_own_words(entry.record) for entry in entries]
    for before, entry, shared in _near_texts([entry for entry, _ in at_hand], sources):
        said = f"its source is nearly that of {before.path}: they share {shared:.0%} of the shorter one"
        yield before, entry, _alike(("source",), said)
    for before, entry, shared in _near_texts(entries, ours):
        said = f"its summary and outline are nearly those of {before.path}: they share {shared:.0%} of the shorter ones"
        yield before, entry, _alike(("summary",), said)


def _own_words(article: Article) -> list[str]:
    return [*article.summary.split(". "), *[item.text for item in article.outline]]


def _sentences(text: str) -> list[str]:
    return text.replace(". ", "\n").split("\n")


def _near_texts(
    entries: list[Entry[Article]], texts: list[list[str]]
) -> Iterator[tuple[Entry[Article], Entry[Article], float]]:
    sharers: dict[str, list[int]] = defaultdict(list)
    for number, pieces in enumerate(texts):
        for mark in {piece[:MARK] for piece in pieces if len(piece) > MARK}:
            sharers[mark].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in sharers.values():
        if 1 < len(numbers) <= MOST_SHARERS:
            for pair in combinations(numbers, 2):
                shared[pair] += 1
    runs: dict[int, set[tuple[str, ...]]] = {}
    for one, other in sorted(pair for pair, count in shared.items() if count >= SHARED_MARKS):
        for number in (one, other):
            if number not in runs:
                runs[number] = _runs(texts[number])
        fewest = min(len(runs[one]), len(runs[other]))
        if fewest >= FEWEST_RUNS and (part := len(runs[one] & runs[other]) / fewest) >= NEAR:
            yield entries[one], entries[other], part


def _runs(pieces: list[str]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for piece in pieces:
        words = [word for word, _ in words_of(piece)]
        found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return found
