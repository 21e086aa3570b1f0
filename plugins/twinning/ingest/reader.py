"""A raw text becomes a proposal: the floors of this room, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .. import text
from ..archive import Archive
from ..quotation import find_quotation
from ..records import MAX_QUOTE_WORDS
from ..vocabulary import Outcome, ParagraphKind
from . import facts
from .dates.publication import published
from .dates.written import written
from .fates.binding import bound
from .fates.cues import Mood, cues
from .fates.outcomes import verdicts
from .fates.verdict import Verdict
from .pairs.pairing import Pair, pairs
from .people.bylines import byline
from .people.statements import statements
from .places.atlas import Atlas
from .proposal import (
    Author,
    CouncilPlace,
    Kind,
    Passage,
    Proposal,
    ProposedEvent,
    ProposedReport,
    Published,
    Value,
)
from .quoting import around
from .scene import Line, Scene, scene
from .texts import repair, web
from .texts.defects import defects
from .texts.kinship import Kinship, runs_of
from .texts.layout import kinds
from .texts.wrapping import runs_on
from .wordings.patterns import Cased, Wording

_EVENTS = {Outcome.ESTABLISHED: "The link is signed or begins", Outcome.RENEWED: "The link is renewed", Outcome.ENDED: "The link is ended",
           Outcome.SUSPENDED: "The link is suspended", Outcome.REINSTATED: "The link is restored", Outcome.LAPSED: "The agreement runs out",
           Outcome.APPROVED: "The link is approved", Outcome.UNDER_REVIEW: "A review is opened"}  # fmt: skip


class Reader:
    """Reads raw texts beside an archive, whose authority records come before any gazetteer."""

    def __init__(self, known: Archive | None = None) -> None:
        """Learn the archive's places, and the texts that are at hand, once for all that is read."""
        self._atlas = Atlas.of(known)
        self._kinship = Kinship()
        for article in known.articles if known else ():
            source = known.source_of(article) if known else None
            if source is not None:
                self._kinship.add(article.id, runs_of([p.text for p in source.paragraphs]))

    def scene(self, data: bytes, name: str) -> Scene:
        """Read one file up to what its sentences name. Raises `NotAText`."""
        lines = _opened(data, name)[1].lines
        return scene(self._atlas, lines, kinds(lines))

    def propose(self, data: bytes, name: str) -> Proposal:
        """Read one file; `name` is what the proposal calls it. Raises `NotAText`."""
        page, mended = _opened(data, name)
        lines = mended.lines
        layout = kinds(lines)
        told = scene(self._atlas, lines, layout)
        found = pairs(told)
        said = bound(told, found)
        judged = verdicts(found, said)
        reports = tuple(
            _report(told, pair, verdict, found, talk)
            for pair, verdict, (_, talk) in zip(found, judged, said, strict=True)
        )
        body = [line for line, kind in zip(lines, layout, strict=True) if kind.kind in _TELLING]
        runs = runs_of(body)
        kin = self._kinship.find(runs)
        self._kinship.add(name, runs)
        authors = _byline(page, lines, layout)
        proposal = Proposal(
            file=name,
            sha256=text.sha256(data),
            source=mended.source,
            stored=mended.stored,
            paragraphs=layout,
            headline=_headline(lines, layout),
            byline=authors,
            published=_published(page, lines, layout),
            url=page.url if page else None,
            site=page.site if page else None,
            reports=reports,
            statements=statements(told, reports, authors[0] if authors else None),
            events=tuple(_events(told, found)),
            defects=(*mended.defects, *defects(lines, layout)),
            same_story=kin,
        )
        return _as_they_stand(proposal)


def _opened(data: bytes, name: str) -> tuple[web.Page | None, repair.Mended]:
    """Take the text out of a file, and the page it was where it was one."""
    if not (web.is_page(data) and len(data) <= repair.LARGEST * 4):
        return None, repair.read(data, name)
    page = web.article(data)
    if page is None:
        raise repair.NotAText("the page holds no article", "save the article's text as a .txt file")
    return page, repair.read("\n".join(page.lines).encode(), name)


_TELLING = frozenset({ParagraphKind.BODY, ParagraphKind.STANDFIRST})


def propose(data: bytes, name: str, known: Archive | None = None) -> Proposal:
    """Read one raw text beside an archive. Raises `NotAText`.

    For many texts make one `Reader`, which also tells which of them are the same story.
    """
    return Reader(known).propose(data, name)


def _headline(lines: Sequence[str], layout: Sequence[Kind]) -> Value[str] | None:
    for line, kind in zip(lines, layout, strict=True):
        if kind.kind is ParagraphKind.HEADLINE:
            words = " ".join(line.split())
            return Value(words, kind.confidence, (around(kind.p, line, 0, 60),))
    return None


def _byline(page: web.Page | None, lines: Sequence[str], layout: Sequence[Kind]) -> tuple[Value[Author], ...]:
    found = byline(lines, layout)
    if not found and page and page.author:
        given, _, family = page.author.rpartition(" ")
        return (Value(Author(page.author, family if given else None, given or None), 0.8),)
    return found


def _published(page: web.Page | None, lines: Sequence[str], layout: Sequence[Kind]) -> Published | None:
    if page and page.published:
        return Published(page.published, "The page's own markup says so.", 0.97)
    return published(lines, layout)


def _report(told: Scene, pair: Pair, verdict: Verdict, found: Sequence[Pair], talk: Sequence[Line]) -> ProposedReport:
    alone = len(found) == 1
    kind, reported = facts.kind_of_link(told, pair, alone=alone)
    event = verdict.event.value if verdict.event else None
    return ProposedReport(
        council=Value(pair.council, round(min(pair.sure, 0.95), 2), _shown(told, pair.council)),
        partner=Value(pair.partner, round(min(pair.sure, 0.95), 2), tuple(filter(None, [_place(told, pair)]))),
        type=kind,
        outcome=verdict.outcome,
        event=verdict.event,
        qualifier=verdict.qualifier,
        since=facts.since(talk, pair, found),
        as_reported=reported,
        grounds=facts.grounds(told, pair, verdict.outcome.value, event, alone=alone),
    )


def _shown(told: Scene, council: CouncilPlace) -> tuple[Passage, ...]:
    """Give the words that name a council, as a council where they do."""
    best: Passage | None = None
    for line in told.lines:
        for mention, meant in zip(line.named.councils, line.councils, strict=True):
            if meant == council and (best is None or not mention.bare):
                best = Passage(line.sentence.p, line.sentence.text[mention.start : mention.end])
                if not mention.bare:
                    return (best,)
    return (best,) if best else ()


def _place(told: Scene, pair: Pair) -> Passage | None:
    for number in [*pair.told, *range(len(told.lines))]:
        line = told.lines[number]
        for mention, meant in zip(line.named.partners, line.partners, strict=True):
            if meant.id == pair.partner.id:
                return around(line.sentence.p, line.sentence.text, mention.start, mention.end)
    return facts.spans_of(told.lines, pair.partner.name)


_BEGUN = Wording(
    r"\b(?:signed|formed|begun|began|established|made|agreed|forged|founded|dat(?:es|ing|ed) (?:back )?(?:to|from)|goes back to|set up|twinned|entered into|since)\b[^,.;:]{0,40}$"
)
"""Behind what a year is a link's first."""
_YEAR = Cased(r"\b(?:in|since) ((?:19|20)\d\d)\b")


def _events(told: Scene, found: Sequence[Pair]) -> list[ProposedEvent]:
    """Give the dated things that the text tells of a link, once each."""
    events: dict[tuple[str, str], ProposedEvent] = {}
    for number, line in enumerate(told.lines):
        about = [pair for pair in found if number in pair.told or any(p.id == pair.partner.id for p in line.partners)]
        if not about or line.is_heading:
            continue
        dates = [d for d in written(line.sentence.text) if d.year]
        years = [(m.start(), m.end(), m[0]) for m in _YEAR.finditer(line.sentence.text)]
        if not (dates or years):
            continue
        done = [c for c in cues(line.marked) if c.mood in {Mood.DONE, Mood.VOTED} and c.outcome in _EVENTS]
        if not done:
            continue
        start, end, edtf = (
            (dates[0].start, dates[0].end, dates[0].edtf or "")
            if dates
            else (years[0][0], years[0][1], years[0][2][-4:])
        )
        outcome = Outcome.ESTABLISHED if _BEGUN.search(line.sentence.text[:start]) else done[0].outcome
        passage = around(line.sentence.p, line.sentence.text, start, end)
        pair = about[0]
        key = (edtf, pair.partner.id)
        events.setdefault(
            key,
            ProposedEvent(edtf, _EVENTS[outcome], passage.p, passage.quote, 0.5, pair.council.id, pair.partner.id),
        )
    return sorted(events.values(), key=lambda e: (e.date, e.p))


_QUOTES_NOTHING = frozenset({"source", "paragraphs", "defects", "same_story"})
"""The parts of a proposal in which no quotation is."""


def _as_they_stand(proposal: Proposal) -> Proposal:
    """Give every quotation as the file has it: what was mended for reading is no evidence."""
    lines = [paragraph.text for paragraph in proposal.source.paragraphs]

    def stand(value: Any) -> Any:
        if isinstance(value, Passage):
            return _standing(lines, value)
        if isinstance(value, Value):  # the value itself quotes nothing
            evidence = stand(value.evidence)
            return value if evidence == value.evidence else replace(value, evidence=evidence)
        if isinstance(value, tuple):
            if hasattr(value, "_fields"):
                return value
            return tuple(s for v in value if (s := stand(v)) is not None)
        if not hasattr(value, "__dataclass_fields__"):
            return value
        changed = {}
        for field in value.__dataclass_fields__:
            old = None if field in _QUOTES_NOTHING else getattr(value, field)
            if old is not None and not isinstance(old, (str, int, float, bytes)):
                new = stand(old)
                if new is not old and new != old:
                    changed[field] = new
        return replace(value, **changed) if changed else value

    found: Proposal = stand(proposal)
    return found


def _standing(lines: Sequence[str], passage: Passage) -> Passage | None:
    """Give the longest part of a passage that stands in the file's own paragraph; None where no word does.

    A paragraph whose lines the file breaks is several of the file's: the part is looked for in each of them.
    """
    own = lines[passage.p - 1] if passage.p <= len(lines) else ""
    words = passage.quote.split()
    if len(words) <= MAX_QUOTE_WORDS and passage.quote in own:
        return passage  # nearly always: what is quoted was cut from the line between words
    if len(words) <= MAX_QUOTE_WORDS and find_quotation(own, passage.quote):
        return passage
    last = passage.p
    while last - passage.p < _MOST_LINES and runs_on(lines, last - 1):
        last += 1
    for size in range(min(len(words), MAX_QUOTE_WORDS), 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size]).strip(" ,;:.“”\"‘’'()")
            for p in range(passage.p, last + 1) if part else ():
                if p <= len(lines) and find_quotation(lines[p - 1], part):
                    return Passage(p, part)
    return None


_MOST_LINES = 60
"""Of how many lines a paragraph that the file breaks is searched at most."""
