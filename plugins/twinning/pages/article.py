"""What the page of one article is given: all of it made here, so that the template only chooses and loops.

A page depends on its record, on the records it names, and on the partnerships it reports; on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from .. import edtf
from ..archive import Archive, person_id, published
from ..cite import head
from ..cite.item import Item, natural
from ..cite.line import line
from ..quotation import find_all, mark
from ..records import NOT_STATED, Article, Disputed, Evidence, Newspaper, Note, Report, Statement, paragraphs
from ..text import SourceText
from ..vocabulary import Fact, ParagraphKind, Speaker
from . import addresses
from .moments import Listing, MomentView, dated
from .notes import Notes
from .sentences import said
from .site import LICENCE_OF_OUR_WORDS, Site

STORY = 4
"""How many entries of a partnership's timeline stand before and after the article's own."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact: its words, where they lead (below the site's root, or empty), and a remark."""

    text: str
    href: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of a report: its name, its values, and the words that prove it, by anchor and paragraph."""

    name: str
    values: tuple[Value, ...]
    why: tuple[tuple[str, int], ...]
    term: str = ""
    """The outcome's term, for its colour and mark."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the article says of one partnership."""

    heading: str
    href: str
    facts: tuple[FactRow, ...]
    story: tuple[MomentView, ...]
    """The partnership's timeline around this article."""
    more: int
    """How many of its entries are not shown here."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Words of the newspaper in their paragraph, with their anchor and what they prove."""

    anchor: str
    quote: str
    proves: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note of ours, with its number and anchor."""

    anchor: str
    number: int
    kind: str
    html: Markup


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of the newspaper's own text, with the anchors of the evidence that begins in it."""

    text: str
    anchors: tuple[str, ...]
    is_evidence: bool


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """One paragraph of the source, or several told together."""

    numbers: range
    kind: str
    text: str
    words: tuple[Shown, ...]
    notes: tuple[NoteView, ...]
    own: tuple[tuple[MarkedPiece, ...], ...]
    """The newspaper's own text, a paragraph each; empty where it is not ours to show."""

    @property
    def label(self) -> str:
        """Name it: "7", "9–12"."""
        return f"{self.numbers[0]}–{self.numbers[-1]}" if len(self.numbers) > 1 else str(self.numbers[0])


@dataclass(frozen=True, slots=True)
class StatementView:
    """What somebody is reported to say or want."""

    anchor: str
    name: str
    href: str
    role: str
    party: str
    stance: str
    gist: str
    words: tuple[tuple[str, int, str], ...]
    """The quotation, its paragraph, and its anchor on this page."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything the page of an article shows."""

    path: str
    article: Article
    newspaper: Newspaper
    item: Item
    title_tag: str
    metas: tuple[head.Meta, ...]
    links: tuple[head.Link, ...]
    date: str
    iso: str | None
    credits: str
    reports: tuple[ReportView, ...]
    paragraphs: tuple[ParagraphView, ...]
    general_notes: tuple[NoteView, ...]
    statements: tuple[StatementView, ...]
    has_own_text: bool
    citation: str
    rights_address: str
    reviewed_on: str

    @property
    def root(self) -> str:
        """Give the way back to the site's root."""
        return "../../"


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a quotation: where it stands, and what it proves."""

    p: int
    quote: str
    proves: Value


class ArticlePages:
    """Makes the pages of articles."""

    def __init__(self, archive: Archive, site: Site, listing: Listing) -> None:
        """Keep what all pages are made from."""
        self._archive = archive
        self._site = site
        self._listing = listing
        self._notes = Notes()

    def item(self, article: Article) -> Item:
        """Give an article as citation formats want it."""
        return Item(
            article,
            self._archive.newspapers[article.newspaper],
            self._site.absolute(addresses.article(article.id)),
            self._site.name,
            self._site.url,
        )

    def page(self, article: Article) -> ArticlePage:
        """Give what the page of an article shows."""
        item = self.item(article)
        date = published(article)
        rights = article.licence.url if article.licence and article.licence.url else article.rights.statement
        source = self._archive.source_of(article) if self._may_show_text(article) else None
        anchors, words = _evidence_in_place(self._uses(article))
        notes = [
            (note, NoteView(f"n{n}", n, note.kind.label, self._notes.html(note.text)))
            for n, note in enumerate(article.notes, 1)
        ]
        return ArticlePage(
            path=addresses.article(article.id),
            article=article,
            newspaper=item.newspaper,
            item=item,
            title_tag=head.head_title(item),
            metas=tuple(head.metas(item, self._site.host, rights)),
            links=tuple(head.links(item, LICENCE_OF_OUR_WORDS)),
            date=date.words if date else "date not stated",
            iso=date.iso if date else None,
            credits=", ".join(natural(author) for author in article.byline),
            reports=tuple(self._report(article, n, report, anchors) for n, report in enumerate(article.reports, 1)),
            paragraphs=tuple(_paragraphs(article, words, _by_paragraph(notes), source)),
            general_notes=tuple(view for note, view in notes if note.p is None),
            statements=tuple(_statement(n, s, anchors) for n, s in enumerate(article.statements, 1)),
            has_own_text=source is not None,
            citation=line(item),
            rights_address=rights,
            reviewed_on=dated(article.reviewed.on) if article.reviewed else "",
        )

    def _may_show_text(self, article: Article) -> bool:
        return self._site.full_text or article.rights.allows_full_text

    def _uses(self, article: Article) -> Iterator[_Use]:
        for report in article.reports:
            # With one report there is no doubt which partnership is meant.
            pair = self._listing.pair(*report.key) if len(article.reports) > 1 else ""
            for e in report.evidence:
                facts = e.supports or (Fact.OUTCOME, Fact.EVENT)
                yield _Use(e.p, e.quote, Value(", ".join(f.label for f in facts), "", pair))
            for disputed in (report.type, report.since, report.outcome):
                if isinstance(disputed, Disputed):
                    for claim in disputed.disputed:
                        if claim.p is not None and claim.quote is not None:
                            yield _Use(claim.p, claim.quote, Value("disputed", "", pair))
        for n, statement in enumerate(article.statements, 1):
            for e in statement.evidence:
                yield _Use(e.p, e.quote, Value("stance", f"#s{n}", _speaker(statement)))
        for event in article.events:
            if event.quote is not None:
                yield _Use(event.p, event.quote, Value("date", "", edtf.parse(event.date).words))

    def _report(self, article: Article, number: int, report: Report, anchors: dict[tuple[int, str], str]) -> ReportView:
        partnership = self._archive.partnerships[report.key]
        entries = partnership.timeline
        here = next(i for i, m in enumerate(entries) if m.article is article and m.report and m.number == number)
        first = max(0, here - STORY)
        shown = entries[first : here + STORY + 1]
        return ReportView(
            heading=self._listing.pair(*report.key),
            href=addresses.partnership(report.key),
            facts=tuple(_facts(report, self._archive, anchors)),
            story=tuple(self._listing.moment(m) for m in shown),
            more=len(entries) - len(shown),
        )


def _speaker(statement: Statement) -> str:
    return statement.role or "unnamed" if statement.name == NOT_STATED else statement.name


def _evidence_in_place(
    uses: Iterable[_Use],
) -> tuple[dict[tuple[int, str], str], dict[int, list[Shown]]]:
    """Give each quotation one anchor, however many facts it proves, and list the quotations of each paragraph."""
    proves: dict[tuple[int, str], list[Value]] = defaultdict(list)
    for use in uses:
        proves[use.p, use.quote].append(use.proves)
    anchors: dict[tuple[int, str], str] = {}
    words: dict[int, list[Shown]] = defaultdict(list)
    for n, (key, values) in enumerate(sorted(proves.items(), key=lambda pair: pair[0][0]), 1):
        anchors[key] = f"e{n}"
        words[key[0]].append(Shown(f"e{n}", key[1], tuple(_together(values))))
    return anchors, words


def _together(values: Iterable[Value]) -> Iterator[Value]:
    """Say once what words prove of several partnerships: "outcome (Wakefield and Nanning, Wakefield and Xiangyang)"."""
    of: dict[tuple[str, str], list[str]] = defaultdict(list)
    for value in values:
        remarks = of[value.text, value.href]
        if value.remark not in remarks:
            remarks.append(value.remark)
    for (text, href), remarks in of.items():
        yield Value(text, href, ", ".join(filter(None, remarks)))


def _facts(report: Report, archive: Archive, anchors: dict[tuple[int, str], str]) -> Iterator[FactRow]:
    council, partner = archive.councils[report.council], archive.partners[report.partner]

    def row(name: str, facts: tuple[Fact, ...], *values: Value, term: str = "") -> FactRow:
        why = [(_anchor(anchors, e), e.p) for fact in facts for e in report.evidence_for(fact)]
        return FactRow(name, values, tuple(dict.fromkeys(why)), term)

    yield row("Council", (Fact.COUNCIL,), Value(council.name, addresses.council(council.id)))
    names = (
        partner.local_name.text if partner.local_name else "",
        ", ".join(x for x in (partner.within, partner.country_name or partner.country) if x),
    )
    remark = " · ".join(name for name in names if name)
    yield row("Partner", (Fact.PARTNER,), Value(partner.name, addresses.partner(partner.id), remark))
    firmness = f"{report.qualifier.label}: {_lower(report.qualifier.meaning)}" if report.qualifier else ""
    outcome_facts = (Fact.OUTCOME, Fact.QUALIFIER) if report.qualifier else (Fact.OUTCOME,)
    if isinstance(report.outcome, Disputed):
        yield row("Outcome", outcome_facts, Value(said(report), "", firmness), term="disputed")
    else:
        state = report.outcome
        value = Value(state.label, addresses.outcome(state), firmness)
        yield row("Outcome", outcome_facts, value, term=str(state))
    if report.event is not None and report.event != report.outcome:
        yield row("This article reports", (Fact.EVENT,), Value(report.event.label, "", report.event.meaning))
    as_reported = f"as reported: {', '.join(f'“{w}”' for w in report.as_reported)}" if report.as_reported else ""
    kind = said_of(report.type) if isinstance(report.type, Disputed) else report.type.label
    yield row("Type", (Fact.TYPE,), Value(kind, "", as_reported))
    if report.since is not None:
        since = said_of(report.since) if isinstance(report.since, Disputed) else dated(report.since)
        yield row("Since", (Fact.SINCE,), Value(since))
    if report.grounds:
        yield row("Grounds", (Fact.GROUNDS,), *(Value(ground.label) for ground in report.grounds))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def said_of(disputed: Disputed) -> str:
    """Say who says what of a disputed fact."""
    return "disputed: " + "; ".join(f"{claim.value} (so {claim.who})" for claim in disputed.disputed)


def _anchor(anchors: dict[tuple[int, str], str], evidence: Evidence) -> str:
    return anchors[evidence.p, evidence.quote]


def _statement(number: int, statement: Statement, anchors: dict[tuple[int, str], str]) -> StatementView:
    person = person_id(statement.name) if statement.speaker is Speaker.PERSON else None
    unnamed = statement.name == NOT_STATED
    return StatementView(
        anchor=f"s{number}",
        name="Not named" if unnamed else statement.name,
        href=addresses.person(person) if person else "",
        role=statement.role or "",
        party=statement.party or "",
        stance=statement.stance.label,
        gist=statement.gist,
        words=tuple((e.quote, e.p, _anchor(anchors, e)) for e in statement.evidence),
    )


def _by_paragraph(notes: Iterable[tuple[Note, NoteView]]) -> dict[int, list[NoteView]]:
    found: dict[int, list[NoteView]] = defaultdict(list)
    for note, view in notes:
        if note.p is not None:
            found[paragraphs(note.p)[0]].append(view)
    return found


def _paragraphs(
    article: Article,
    words: dict[int, list[Shown]],
    notes: dict[int, list[NoteView]],
    source: SourceText | None,
) -> Iterator[ParagraphView]:
    """Give every paragraph of the source once, in order: told, or at least with an anchor for those who cite it."""
    told = {paragraphs(item.p)[0]: item for item in article.outline}
    last = max(
        [article.source.paragraphs if article.source else 0, *words, *notes]
        + [paragraphs(item.p)[-1] for item in article.outline]
        + [event.p for event in article.events]
    )
    number = 1
    while number <= last:
        item = told.get(number)
        numbers = paragraphs(item.p) if item else range(number, number + 1)
        yield ParagraphView(
            numbers=numbers,
            kind=item.kind.label if item and item.kind is not ParagraphKind.BODY else "",
            text=item.text if item else "",
            words=tuple(shown for p in numbers for shown in words.get(p, ())),
            notes=tuple(view for p in numbers for view in notes.get(p, ())),
            own=tuple(_own(source, p, words.get(p, [])) for p in numbers) if source else (),
        )
        number = numbers[-1] + 1


def _own(source: SourceText, number: int, words: list[Shown]) -> tuple[MarkedPiece, ...]:
    if number > len(source.paragraphs):
        return ()
    text = source.paragraph(number).text
    spans = [(span, shown.anchor) for shown in words for span in find_all(text, shown.quote)[:1]]
    seen: set[str] = set()
    pieces = []
    for piece in mark(text, spans):
        new = tuple(key for key in piece.keys if key not in seen)
        seen.update(new)
        pieces.append(MarkedPiece(piece.text, new, bool(piece.keys)))
    return tuple(pieces)
