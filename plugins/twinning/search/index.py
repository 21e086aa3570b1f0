"""The index: which words stand in which articles and names, cut into files of which a search needs a few.

`search/index.json` stands at a fixed address and names the folder of all others, which is called after what they hold:
a page that is open while the site is replaced never reads pieces of two indexes as one. Files and their order:

- `terms/N.json`: words in order, each with its articles and, after a semicolon, its names (`numbers.postings`)
- `facets.json`: what facets offer, and for every article its newspaper, year and reports, so that they can be counted
  without it: `years` has runs of a year and how many articles are of it, `articles` for each a number made of its
  newspaper and how many reports it has, then a number for each report
- `articles/N.json`, `names/N.json`: what a result shows, so many to a file
- `spelling.json`: the words of names, for who has misspelt one
- `texts/ta-0001.json`: the paragraphs of an article that is published whole
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from .numbers import coded, postings
from .words import LETTERS, words, words_of_name

ROWS = 8
"""How many articles or names a file holds: the ten results shown may stand in ten of them."""
SHARD = 8_000
"""About how many characters a file of words has; a word that stands in every article of 10,000 has one of its own."""
MANY = 3
"""From this many reports on, an article's number of them follows as a number of its own."""

_PARTS = re.compile(r"[^\w'’]+|['’](?!\w)|(?<!\w)['’]")
_encode = msgspec.json.Encoder().encode


class Entry(NamedTuple):
    """What is found: an article, or a name that has a page.

    `names`, `summary` and `own` are what it is found by, most prominent first; `texts` are the newspaper's paragraphs
    with their numbers, of an article that is published whole. `row` is what a result shows.
    """

    row: Sequence[Any]
    names: Sequence[str]
    summary: str = ""
    own: str = ""
    texts: Sequence[tuple[int, str]] = ()
    facets: Sequence[int] = ()
    """Newspaper and year, as numbers of the facets' lists, and a number for each report, of which the page of search
    knows what it stands for."""


@dataclass(slots=True)
class Index:
    """An index in the making."""

    facets: Mapping[str, Any]
    """What the page of search is told of all articles: the values that each facet has, by its name."""
    _articles: list[Entry] = field(default_factory=list)
    _names: list[Entry] = field(default_factory=list)
    _in_articles: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _in_names: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add_article(self, entry: Entry) -> None:
        """Add an article; results that match equally well are shown in this order."""
        texts = words("\n".join([text for _, text in entry.texts])) if entry.texts else ()
        names = [word for name in entry.names for word in words_of_name(name)]
        number = len(self._articles) << 2
        into = self._in_articles
        known: set[str] = set()
        for prominence, found in ((3, names), (2, words(entry.summary)), (1, words(entry.own)), (0, texts)):
            place = number | prominence
            new = {*found} - known
            for word in new:
                into[word].append(place)
            known |= new
        self._articles.append(entry)

    def add_name(self, entry: Entry) -> None:
        """Add a name that has a page: the words of `names` beyond the first are other names of the same."""
        found = dict.fromkeys(words(entry.own), 1)
        for name in reversed(entry.names):
            found.update(dict.fromkeys(words(name), 2))
        found.update(dict.fromkeys(words(entry.names[0]), 3))
        for word, weight in found.items():
            self._in_names[word].append(len(self._names) << 2 | weight)
        self._names.append(entry)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give every file, by its path below `search/`; the one that names the folder comes last."""
        firsts: list[str] = []
        made = list(self._files(firsts))
        digest = hashlib.sha256()
        for name, data in made:
            digest.update(f"{name} {len(data)}\n".encode() + data)
        folder = digest.hexdigest()[:12]
        for name, data in made:
            yield f"{folder}/{name}", data
        yield (
            "index.json",
            _encode(
                {"folder": folder, "articles": len(self._articles), "rows": ROWS, "letters": LETTERS, "terms": firsts}
            ),
        )

    def _files(self, firsts: list[str]) -> Iterator[tuple[str, bytes]]:
        yield "facets.json", _encode({**self.facets, "years": self._years(), "articles": self._reports()})
        for shard in self._shards():
            yield f"terms/{len(firsts)}.json", _encode(shard)
            firsts.append(next(iter(shard)))
        for kind, entries in (("articles", self._articles), ("names", self._names)):
            for at in range(0, len(entries), ROWS):
                rows = [entry.row for entry in entries[at : at + ROWS]]
                yield f"{kind}/{at // ROWS}.json", _encode(rows)
        yield "spelling.json", _encode(self._spellings())
        for entry in self._articles:
            if entry.texts:
                yield f"texts/{entry.row[0]}.json", _encode(entry.texts)

    def _years(self) -> str:
        """Give the years of all articles, in whose order they are: a few hundred characters say it for thousands."""
        runs = groupby(entry.facets[1] for entry in self._articles)
        return coded(number for year, run in runs for number in (year, sum(1 for _ in run)))

    def _reports(self) -> str:
        numbers: list[int] = []
        for entry in self._articles:
            newspaper, _, *reports = entry.facets
            if len(reports) < MANY:
                numbers.append(newspaper * (MANY + 1) + len(reports))
            else:
                numbers += (newspaper * (MANY + 1) + MANY, len(reports))
            numbers += reports
        return coded(numbers)

    def _shards(self) -> Iterator[dict[str, str]]:
        shard: dict[str, str] = {}
        size = 0
        # The browser compares words by their UTF-16 code units.
        for word in sorted(self._in_articles.keys() | self._in_names.keys(), key=lambda w: w.encode("utf-16-be")):
            held = postings(self._in_articles.get(word, ()))
            if word in self._in_names:
                held += ";" + postings(self._in_names[word])
            if shard and size + len(held) > SHARD:
                yield shard
                shard, size = {}, 0
            shard[word] = held
            size += len(held) + len(word) + 6
        if shard:
            yield shard

    def _spellings(self) -> list[str]:
        """Give the words of names as they are written, each once; short ones are no help."""
        written: dict[str, str] = {}
        for entry in self._names:
            for name in entry.names:
                for part in _PARTS.split(name):
                    folded = words(part)
                    if len(folded) == 1 and len(folded[0]) > 3:
                        written.setdefault(folded[0], part)
        return [written[word] for word in sorted(written)]
