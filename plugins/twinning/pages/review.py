"""What a keeper checks: each record that nobody has reviewed, beside its text, the least certain value first.

These pages are in the preview alone and never in a published site: they show whole texts, and files of this computer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ..archive import Archive
from ..cite.item import natural
from ..evidence import proposals
from ..html import text
from ..loading import Content, Entry
from ..loading.tree import Node, locate, parse
from ..quotation import find_all, mark
from ..records import NOT_NAMED, Article, Author, Coordinates, Disputed, Event, Passage, Proposed, Report, paragraphs
from ..text import SourceText
from ..vocabulary import Fact, Term
from .moments import Listing, dated
from .page import Page, Way
from .sentences import counted

ROOT = "review/"
_WIDEST = 160
"""So much of a record's line is shown."""


@dataclass(frozen=True, slots=True)
class Check:
    """One value to be checked."""

    what: str
    whose: str
    """Of which partnership, person or place it is; empty for the article itself."""
    value: str
    sure: float | None
    """How sure the machine was; None where nobody said it."""
    places: tuple[Passage, ...]
    file: str
    line: int
    shown: str
    """The record's line, as it stands in the file."""

    @property
    def order(self) -> tuple[float, str, int]:
        """Give the key that puts the least certain first; what nobody is sure of comes before all."""
        return (-1.0 if self.sure is None else self.sure, self.file, self.line)


class Reviews:
    """Makes the pages of the records that nobody has reviewed."""

    def __init__(self, content: Content, archive: Archive, listing: Listing) -> None:
        """Keep what they are made from."""
        self._content = content
        self._archive = archive
        self._listing = listing
        self._open = sorted((a for a in archive.articles if not a.reviewed and not a.withdrawn), key=lambda a: a.id)

    @property
    def files(self) -> frozenset[str]:
        """Give the files of all pages."""
        return frozenset({f"{ROOT}index.html", *(f"{ROOT}{article.id}/index.html" for article in self._open)})

    def pages(self) -> Iterator[Page]:
        """Give the list of records to review, and a page for each."""
        ways = []
        for article in self._open:
            checks = sorted(self._checks(article), key=lambda check: check.order)
            sures = [check.sure for check in checks if check.sure is not None]
            remark = f"the least certain: {_how_sure(sures[0])}" if sures else ""
            href = f"{ROOT}{article.id}/"
            ways.append(Way(href, f"{article.id.upper()}: {article.title}", str(len(checks)), remark))
            yield self._page(article, checks, href)
        number = counted(len(ways), "record").capitalize()
        lead = f"{number} that nobody has reviewed{', each with the number of values to check' if ways else ''}."
        yield Page(ROOT, "index", "To review", lead, {"ways": ways, "letters": (), "groups": ()})

    def _page(self, article: Article, checks: Sequence[Check], href: str) -> Page:
        source = self._archive.source_of(article)
        anchors: dict[tuple[int, str], str] = {}
        shows: dict[tuple[int, str], list[str]] = defaultdict(list)
        for check in checks:
            for place in check.places:
                if place.quote:
                    anchors.setdefault((place.p, place.quote), f"e{len(anchors) + 1}")
                    shows[place.p, place.quote].append(f"{check.what} ({check.whose})" if check.whose else check.what)
        entry = self._content.articles[article.id]
        return Page(
            href,
            "review",
            article.title,
            f"{counted(len(checks), 'value').capitalize()} to check, the least certain first.",
            {
                "file": _shown(entry.path),
                "article": self._listing.article(article),
                "checks": [_item(check, anchors if source else None) for check in checks],
                "text": Markup("".join(_text(article, source, anchors, shows))) if source else "",  # noqa: S704  escaped
            },
            crumbs=(("To review", ROOT),),
        )

    def _checks(self, article: Article) -> Iterator[Check]:
        """Give what is to be checked of a record, and of the records of places that nobody has checked either."""
        entry = self._content.articles[article.id]
        lines = _Lines(entry)
        marked = list(proposals(article))
        for where, proposed in marked:
            part = _part(article, where)
            at = (*where[:-2], proposed.of)
            value = self._value(proposed.of, getattr(part, proposed.of))
            yield lines.check(at, proposed.of, self._whose(part), value, proposed.confidence, _places(part, proposed))
        if not marked:
            yield from self._unmarked(article, lines)
        for kind in ("councils", "partners", "newspapers"):
            for name in sorted(self._named(article, kind)):
                found = getattr(self._content, kind)[name]
                below = _Lines(found)
                for proposed in found.record.proposed:
                    value = self._value(proposed.of, getattr(found.record, proposed.of))
                    yield below.check((proposed.of,), proposed.of, found.record.name, value, proposed.confidence, ())

    def _unmarked(self, article: Article, lines: _Lines) -> Iterator[Check]:
        """Give every fact of a record in which nobody said how sure it is."""
        for i, report in enumerate(article.reports):
            for fact in Fact:
                value = getattr(report, fact)
                if value:
                    places = tuple(Passage(e.p, e.quote) for e in report.evidence_for(fact))
                    said = self._value(fact, value)
                    yield lines.check(("reports", i, fact), fact, self._whose(report), said, None, places)

    def _whose(self, part: Any) -> str:
        if isinstance(part, Report):
            return self._listing.pair(part.council, part.partner)
        return getattr(part, "name", "") or getattr(part, "what", "")

    def _value(self, name: str, value: Any) -> str:
        """Say a value for people."""
        if isinstance(value, tuple):
            return ", ".join(self._value(name, one) for one in value)
        if isinstance(value, Author):
            return natural(value)
        if isinstance(value, Disputed):
            return "disputed: " + "; ".join(claim.value for claim in value.disputed)
        if isinstance(value, Term):
            return value.label
        if isinstance(value, Coordinates):
            return f"{value.lat}, {value.lon}"
        if name in {"council", "partner", "newspaper"}:
            known = getattr(self._archive, f"{name}s").get(value)
            return f"{known.name} ({value})" if known else str(value)
        return dated(value) if name in {"published", "since", "date"} else str(value)

    def _named(self, article: Article, kind: str) -> set[str]:
        if kind == "newspapers":
            return {article.newspaper} - {NOT_NAMED}  # the article is where it is to be named
        parts: tuple[Any, ...] = (*article.reports, *article.events)
        return {name for part in parts if (name := getattr(part, kind[:-1]))}


_FACTS = {str(fact): fact for fact in Fact}


class _Lines:
    """Finds the lines of a record's file."""

    def __init__(self, entry: Entry[Any]) -> None:
        self._file = _shown(entry.path)
        self._tree: Node = parse(entry.text)
        self._lines = entry.text.split("\n")

    def check(
        self,
        where: tuple[str | int, ...],
        what: str,
        whose: str,
        value: str,
        sure: float | None,
        places: tuple[Passage, ...],
    ) -> Check:
        """Give a value to be checked, with its line."""
        line, _ = locate(self._tree, where)
        shown = self._lines[line - 1].strip()[:_WIDEST]
        return Check(str(what).replace("_", " "), whose, value, sure, places, self._file, line, shown)


def _part(article: Article, where: tuple[str | int, ...]) -> Any:
    """Give what a proposal is a part of: the article, or one of its reports, statements, events."""
    part: Any = article
    for step in where[:-2]:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    return part


def _places(part: Any, proposed: Proposed) -> tuple[Passage, ...]:
    """Give the places that show a value: those that its part quotes for it, and those that it names itself."""
    if isinstance(part, Report):
        fact = _FACTS.get(proposed.of)
        quoted = part.evidence_for(fact) if fact is not None else ()
    else:
        quoted = () if proposed.evidence else getattr(part, "evidence", ())
    own = () if proposed.evidence or not isinstance(part, Event) else (Passage(part.p, part.quote),)
    return tuple(dict.fromkeys([*(Passage(e.p, e.quote) for e in quoted), *proposed.evidence, *own]))


def _shown(path: str) -> str:
    """Name a file of the content as a keeper opens it: content/articles/ta-0001.yml."""
    return "/".join(Path(path).parts[-3:])


def _item(check: Check, anchors: Mapping[tuple[int, str], str] | None) -> dict[str, Any]:
    """Give a value to be checked as the template shows it; its words lead into the text, where that is at hand."""

    def href(at: Passage) -> str:
        if anchors is None:
            return ""
        return f"#{anchors[at.p, at.quote]}" if at.quote else f"#p{at.p}"

    return {
        "what": check.what,
        "whose": check.whose,
        "value": check.value,
        "sure": _how_sure(check.sure),
        "words": [{"p": at.p, "quote": at.quote or "", "href": href(at)} for at in check.places],
        "file": check.file,
        "line": check.line,
        "shown": check.shown,
    }


def _text(
    article: Article,
    source: SourceText,
    anchors: Mapping[tuple[int, str], str],
    shows: Mapping[tuple[int, str], Sequence[str]],
) -> Iterator[str]:
    """Give every paragraph of the text, with the words that are evidence marked in place and named below it."""
    language = "" if article.language == "en-GB" else f' lang="{text(article.language)}" dir="auto"'
    kinds = {p: item.kind.label for item in article.outline for p in paragraphs(item.p)}
    for paragraph in source.paragraphs:
        keys = [key for key in anchors if key[0] == paragraph.number]
        spans = sorted((span, key) for key in keys for span in find_all(paragraph.text, key[1])[:1])
        here = dict.fromkeys([*(key for _, key in spans), *keys])  # in the order in which they stand
        words = "".join(
            f"<mark>{text(piece.text)}</mark>" if piece.keys else text(piece.text)
            for piece in mark(paragraph.text, spans)
        )
        proofs = "".join(
            f'<li id="{anchors[key]}"><q{language}>{text(key[1])}</q> '
            f"<span>shows {text(', '.join(dict.fromkeys(shows[key])))}</span></li>\n"
            for key in here
        )
        proofs = f"<ul>{proofs}</ul>" if proofs else ""
        kind = kinds.get(paragraph.number, "")
        kind = f'<p class="kind">{text(kind)}</p>' if kind else ""
        p = paragraph.number
        yield (f'<div id="p{p}"><a href="#p{p}">{p}</a>{kind}<p class="own"{language}>{words}</p>{proofs}</div>\n')


def _how_sure(sure: float | None) -> str:
    """Say how sure the machine was; of what it is not sure at all, it found nothing."""
    if sure is None:
        return "nobody said how sure"
    return f"{sure:.0%} sure" if sure else "not found"
