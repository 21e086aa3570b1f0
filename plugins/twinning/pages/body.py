"""The annotated article as HTML.

Made in Python and not in a template, as Markdown's reader makes its own: a page has some 150 values in it, and a
template took 0.95 ms of CPU to escape and join them where this takes a fifth. Every value goes through `text` in the
f-string it stands in; nothing here is marked safe but the notes' Markdown, which `notes` has made safe.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from .. import edtf
from ..archive import Archive
from ..assembly import person_id
from ..html import text
from ..quotation import find_all, mark
from ..records import NOT_STATED, Article, Disputed, Evidence, Note, OutlineItem, Report, Statement, paragraphs
from ..text import SourceText
from ..vocabulary import Fact, ParagraphKind, Speaker
from . import addresses
from .facts import ROOT, Anchors, panel
from .moments import Listing
from .notes import Notes


def body(article: Article, archive: Archive, listing: Listing, notes: Notes, source: SourceText | None) -> Markup:
    """Give the annotated body of an article's page: facts, summary, paragraphs with notes, statements.

    `source` is the newspaper's text where it may be shown. The anchors p1 … pN (paragraphs), n1 … (notes) and s1 …
    (statements) are what people cite; e1 … (evidence) serve the page alone. A link that is a paragraph's number alone
    is given its sign and its name, ¶ and "Paragraph", by the style sheet.
    """
    proofs = _proofs(article, listing)
    where = {key: f"e{number}" for number, key in enumerate(proofs, 1)}
    language = _language(article)
    parts = [
        '<section class="facts" aria-label="What the article reports">\n',
        *(panel(report, article, archive, listing, where) for report in article.reports),
        "" if article.reports else "<p>The article reports no partnership.</p>\n",
        "</section>\n\n",
        '<section aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n',
        f"<p>{text(article.summary)}</p>\n</section>\n\n",
        '<section aria-labelledby="outline">\n',
        *_heading(article, source),
        *_paragraphs(article, proofs, where, notes, source),
        "</section>\n",
    ]
    if article.statements:
        parts.append('\n<section aria-labelledby="statements">\n<h2 id="statements">Who said or wanted what</h2>\n')
        parts += (_statement(number, s, where, language) for number, s in enumerate(article.statements, 1))
        parts.append("</section>\n")
    return Markup("".join(parts))  # noqa: S704  every value in it is escaped where it stands


def anchors(names: Sequence[str]) -> Markup:
    """Give the anchors of a withdrawn article, so that what cited a part of it still arrives at its page."""
    return Markup("".join(f'<span id="{text(name)}"></span>' for name in names))  # noqa: S704  escaped


def _proofs(article: Article, listing: Listing) -> dict[tuple[int, str], dict[str, list[str]]]:
    """Give what each quotation proves, of whom, in the order of the paragraphs: once, however many facts it serves."""
    found: dict[tuple[int, str], dict[str, list[str]]] = defaultdict(dict)
    for p, quote, fact, of in _uses(article, listing):
        whose = found[p, quote].setdefault(fact, [])
        if of and of not in whose:
            whose.append(of)
    everywhere = [_of(report, article, listing) for report in article.reports]
    for facts in found.values():
        for fact, whose in facts.items():
            if whose == everywhere:  # what holds of all partnerships needs none of their names
                facts[fact] = []
    return {key: found[key] for key in sorted(found, key=_paragraph_first)}


def _paragraph_first(key: tuple[int, str]) -> int:
    return key[0]


def _language(article: Article) -> str:
    """Give the attributes that say in which language the newspaper's words are, where it is not the page's own."""
    return "" if article.language == "en-GB" else f' lang="{text(article.language)}" dir="auto"'


def _uses(article: Article, listing: Listing) -> Iterator[tuple[int, str, str, str]]:
    """Give every use of a quotation: its paragraph, its words, and as HTML what it proves and of whom."""
    for report in article.reports:
        # With one report there is no doubt which partnership is meant.
        pair = _of(report, article, listing) if len(article.reports) > 1 else ""
        for e in report.evidence:
            yield e.p, e.quote, _facts(e.proves), pair
        for disputed in (report.type, report.since, report.outcome):
            if isinstance(disputed, Disputed):
                for claim in disputed.disputed:
                    if claim.p is not None and claim.quote is not None:
                        yield claim.p, claim.quote, "a disputed fact", pair
    for number, statement in enumerate(article.statements, 1):  # one that was removed has no evidence to show
        if statement.removed is not None:
            continue
        speaker = text(_speaker(statement))
        for e in statement.evidence:
            yield e.p, e.quote, f'<a href="#s{number}">stance</a>', speaker
    for event in article.events:
        if event.quote is not None:
            yield event.p, event.quote, "date", text(edtf.parse(event.date).words)


def _of(report: Report, article: Article, listing: Listing) -> str:
    """Name a report's partnership as HTML; its partner alone where all reports are of one council."""
    council = None if all(r.council == report.council for r in article.reports) else report.council
    return text(listing.pair(council, report.partner))


@lru_cache(maxsize=512)
def _facts(facts: tuple[Fact, ...]) -> str:
    return ", ".join(fact.label for fact in facts)


def _speaker(statement: Statement) -> str:
    return statement.role or "not named" if statement.name == NOT_STATED else statement.name


def _heading(article: Article, source: SourceText | None) -> Iterator[str]:
    if source is None:
        yield '<h2 id="outline">What it says, paragraph by paragraph</h2>\n'
        yield '<p class="aside">In our own words. The newspaper’s words stand only in quotation marks, '
        yield "where they prove a fact.</p>\n"
        return
    yield '<h2 id="outline">The text, paragraph by paragraph</h2>\n'
    yield '<p class="aside">The newspaper’s own words, with those that prove a fact marked.'
    if article.licence is not None:
        name = text(article.licence.name)
        link = f'<a href="{text(article.licence.url)}">{name}</a>' if article.licence.url else name
        yield f" Shown under {link}."
    yield "</p>\n"


def _paragraphs(
    article: Article,
    proofs: Mapping[tuple[int, str], Mapping[str, Sequence[str]]],
    anchors: Anchors,
    notes: Notes,
    source: SourceText | None,
) -> Iterator[str]:
    """Give every paragraph of the source once, in order: told, or at least with an anchor for those who cite it."""
    told = {paragraphs(item.p)[0]: item for item in article.outline}
    quotes: dict[int, list[str]] = defaultdict(list)
    for p, quote in proofs:
        quotes[p].append(quote)
    remarks: dict[int, str] = defaultdict(str)
    references: dict[int, str] = defaultdict(str)
    for number, note in enumerate(article.notes, 1):
        p = paragraphs(note.p)[0] if note.p is not None else 0
        remarks[p] += _note(number, note, notes, f"r{number}" if p else f"n{number}")
        references[p] += f'<a href="#n{number}" id="r{number}" role="doc-noteref">{number}</a>'
    if 0 in remarks:
        yield f'<div class="general">\n{remarks[0]}</div>\n'
    last = max(
        article.source.paragraphs if article.source else 0,
        *(*quotes, 0),
        *(*remarks, 0),
        *(paragraphs(item.p)[-1] for item in article.outline),
        *(event.p for event in article.events),
        0,
    )
    language = _language(article)
    number = 1
    while number <= last:
        item = told.get(number)
        numbers = paragraphs(item.p) if item else range(number, number + 1)
        own = shown = margin = referring = ""
        for p in numbers:
            if source is not None:
                own += _own(source, p, quotes.get(p, ()), language, anchors)
            margin += remarks.get(p, "")
            referring += references.get(p, "")
        for p in numbers:
            for quote in quotes.get(p, ()):
                shown += _proof((p, quote), proofs[p, quote], anchors[p, quote], own, language)
        yield _paragraph(numbers, item, own, shown, margin, referring)
        number = numbers[-1] + 1


def _paragraph(numbers: range, item: OutlineItem | None, own: str, shown: str, margin: str, referring: str) -> str:
    first = numbers[0]
    label, others = str(first), ""
    if len(numbers) > 1:
        label = f"{first}–{numbers[-1]}"
        others = "".join(f'<span id="p{p}"></span>' for p in numbers[1:])
    kind = f'<p class="kind">{item.kind.label}</p>' if item and item.kind is not ParagraphKind.BODY else ""
    if item is not None:
        told = f"<p>{text(item.text)}{referring}</p>"
    elif own:
        told = f"<p>{referring}</p>" if referring else ""
    else:
        told = f'<p class="untold">Not told in the outline.{referring}</p>'
    shown = f"<ul>{shown}</ul>" if shown else ""
    margin = f"<div>{margin}</div>" if margin else ""
    link = f'<a href="#p{first}">{label}{others}</a>'
    return f'<div class="par" id="p{first}">{link}{own}{kind}{told}{shown}{margin}</div>\n'


def _proof(key: tuple[int, str], proves: Mapping[str, Sequence[str]], anchor: str, own: str, language: str) -> str:
    """Give a quotation and what it shows. Where the text is shown, its place is there: "why?" leads to the mark."""
    place = f' id="{anchor}"'
    shows = "; ".join(f"{fact} ({', '.join(whose)})" if whose else fact for fact, whose in proves.items())
    place = "" if place in own else place
    return f"<li{place}><q{language}>{text(key[1])}</q> <span>shows {shows}</span></li>"


def _note(number: int, note: Note, notes: Notes, back: str) -> str:
    """Give a note, whose number leads back to where it is referred to; one on the whole article is its own place."""
    return (
        f'<aside id="n{number}" role="doc-footnote"><p>'
        f'<a href="#{back}">Note {number}</a> · {note.kind.label}</p>'
        f"{notes.html(note.text)}</aside>"
    )


def _own(source: SourceText, number: int, quotes: Sequence[str], language: str, anchors: Anchors) -> str:
    """Give a paragraph in the newspaper's own words, with the words that prove something marked in place."""
    if number > len(source.paragraphs):
        return ""
    words = source.paragraph(number).text
    spans = [(span, quote) for quote in quotes for span in find_all(words, quote)[:1]]
    placed: set[str] = set()
    pieces: list[str] = []
    for piece in mark(words, spans):
        begun = [str(key) for key in piece.keys if key not in placed]
        placed.update(begun)
        # A mark has one id; quotations that begin within one another have theirs before it.
        pieces += (f'<span id="{anchors[number, quote]}"></span>' for quote in begun[1:])
        first = f' id="{anchors[number, begun[0]]}"' if begun else ""
        pieces.append(f"<mark{first}>{text(piece.text)}</mark>" if piece.keys else text(piece.text))
    return f'<p class="own"{language}>{"".join(pieces)}</p>'


def _statement(number: int, statement: Statement, anchors: Anchors, language: str) -> str:
    if statement.removed is not None:
        return f'<div id="s{number}">\n<h3>Removed</h3>\n<p>{text(statement.removed)}</p>\n</div>\n'
    person = person_id(statement.name) if statement.speaker is Speaker.PERSON else None
    name = text("Not named" if statement.name == NOT_STATED else statement.name)
    if person:
        name = f'<a href="{ROOT}{addresses.person(person)}">{name}</a>'
    about = text(", ".join(filter(None, (statement.role, statement.party))))
    about = f'<p class="aside">{about}</p>\n' if about else ""
    return (
        f'<div id="s{number}">\n'
        f'<h3>{name} <span class="stance">{statement.stance.label}</span></h3>\n{about}'
        f"<p>{text(statement.gist)}</p>\n"
        f'<p class="by">{" ".join(_quoted(e, anchors, language) for e in statement.evidence)}</p>\n</div>\n'
    )


def _quoted(evidence: Evidence, anchors: Anchors, language: str) -> str:
    return f'<q{language}>{text(evidence.quote)}</q> <a href="#{anchors[evidence.p, evidence.quote]}">{evidence.p}</a>'
