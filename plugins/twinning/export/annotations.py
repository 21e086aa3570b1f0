"""An article's evidence and notes as W3C Web Annotations, targeting the paragraphs of its page.

The words that prove a fact stand on the page, and in the newspaper's text. That text is not published, so it is named
by its digest, and what is said of it is where the words stand in it, for those who hold a copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..markup.notes import is_plain
from ..quotation import find_all
from ..records import NOT_STATED, Article, Disputed, Evidence, Report, Statement, paragraphs
from ..text import SourceText
from ..vocabulary import Fact

NAME = "annotations.json"
"""The file's name, beside an article and at the site's root."""
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"


_FIELDS = {Fact.TYPE: "type", Fact.OUTCOME: "outcome", Fact.EVENT: "event", Fact.QUALIFIER: "qualifier"}
"""The field of a report that holds the term for a fact."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article's annotations stand among those of all: the addresses of the collection and its pages."""

    archive: str
    """The archive's own address, with a slash at its end."""
    previous: str | None = None
    next: str | None = None


def places(archive: str, articles: Sequence[Article]) -> Mapping[str, Place]:
    """Give each article's place in the collection, by its id: one page an article, in the order of their numbers."""
    ids, pages = _pages(archive, articles)
    around = zip(ids, [None, *pages], [*pages[1:], None], strict=False)
    return {id_: Place(archive, before, after) for id_, before, after in around}


def collection(archive: str, name: str, articles: Sequence[Article]) -> dict[str, Any]:
    """Give the collection of all annotations, which names its first page and its last."""
    pages = _pages(archive, articles)[1]
    ends = {"first": pages[0], "last": pages[-1]} if pages else {}
    total = sum(_count(article) for article in articles)
    return {
        "@context": _CONTEXT,
        "id": f"{archive}{NAME}",
        "type": "AnnotationCollection",
        "label": f"{name}: evidence and notes",
        "total": total,
        **ends,
    }


def _count(article: Article) -> int:
    reported = sum(len(report.evidence) for report in article.reports)
    said = sum(len(statement.evidence) for statement in article.statements if statement.removed is None)
    return len(article.notes) + reported + said


def _pages(archive: str, articles: Iterable[Article]) -> tuple[list[str], list[str]]:
    ids = sorted(article.id for article in articles)
    return ids, [f"{archive}a/{id_}/{NAME}" for id_ in ids]


def annotation_page(
    article: Article, permalink: str, licence: str, place: Place, source: SourceText | None = None
) -> dict[str, Any]:
    """Give an AnnotationPage: a quotation identifies the words that prove a fact, a note comments on a paragraph.

    `source` is the newspaper's text where it is at hand: of it only offsets are told, in Unicode code points of the
    text as decoded, its lines ended by LF.
    """
    made = _made(article)
    proofs = enumerate(_proofs(article, place.archive, permalink), 1)
    items: list[dict[str, Any]] = [
        {
            "id": f"{permalink}{NAME}#q{number}",
            "type": "Annotation",
            "motivation": "identifying",
            **made,
            "body": bodies,
            "target": _targets(article, permalink, e, source),
        }
        for number, (bodies, e) in proofs
    ]
    for number, note in enumerate(article.notes, 1):
        comment = _text("commenting", note.text) | {"format": "text/plain" if is_plain(note.text) else "text/markdown"}
        items.append(
            {
                "id": f"{permalink}{NAME}#n{number}",
                "type": "Annotation",
                "motivation": "commenting",
                **made,
                "rights": licence,
                "body": [comment, _tag(note.kind)],
                "target": _paragraph(permalink, paragraphs(note.p)[0]) if note.p is not None else permalink,
            }
        )
    around = {"prev": place.previous, "next": place.next}
    return {
        "@context": _CONTEXT,
        "id": f"{permalink}{NAME}",
        "type": "AnnotationPage",
        "partOf": f"{place.archive}{NAME}",
        **{name: page for name, page in around.items() if page},
        "items": items,
    }


def _made(article: Article) -> dict[str, Any]:
    """Say who answers for the annotations, and since when they read so: the day of the review is all that is known."""
    if article.reviewed is None:
        return {"creator": {"type": "Software", "name": "Machine-read, not reviewed"}}
    instant = f"{article.reviewed.on}T00:00:00Z"
    return {"creator": {"name": article.reviewed.by}, "created": instant, "modified": instant}


def _proofs(article: Article, archive: str, permalink: str) -> Iterator[tuple[list[dict[str, Any]], Evidence]]:
    """Give every piece of evidence with what it proves: of which partnership, which facts, with which terms."""
    for report in article.reports:
        whose = _address("identifying", f"{archive}partnerships/{report.council}/{report.partner}/")
        for e in report.evidence:
            terms = dict.fromkeys([term for fact in e.proves for term in _terms(report, fact)])
            yield [whose, _shown(e.proves), *map(_tag, terms)], e
    for number, statement in enumerate(article.statements, 1):
        if statement.removed is not None:
            continue
        said = _address("linking", f"{permalink}#s{number}")
        for e in statement.evidence:
            yield [said, _text("describing", f"shows the stance of {_speaker(statement)}"), _tag(statement.stance)], e


@lru_cache(maxsize=512)
def _shown(facts: tuple[Fact, ...]) -> dict[str, Any]:
    return _text("describing", f"shows {', '.join(fact.label for fact in facts)}")


def _speaker(statement: Statement) -> str:
    return statement.role or "somebody not named" if statement.name == NOT_STATED else statement.name


def _terms(report: Report, fact: Fact) -> Iterable[str]:
    """Give the terms of the vocabulary that a report has for a fact; none where it is disputed, or has no terms."""
    if fact is Fact.GROUNDS:
        return report.grounds
    of = _FIELDS.get(fact)
    term = getattr(report, of) if of else None
    return () if term is None or isinstance(term, Disputed) else (term,)


def _text(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "en-GB"}


@lru_cache(maxsize=256)
def _tag(term: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": str(term)}


def _address(purpose: str, address: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "purpose": purpose, "source": address}


def _paragraph(permalink: str, p: int, refined: dict[str, Any] | None = None) -> dict[str, Any]:
    selector: dict[str, Any] = {"type": "FragmentSelector", "value": f"p{p}", "conformsTo": _FRAGMENT}
    return {"source": permalink, "selector": selector | ({"refinedBy": refined} if refined else {})}


def _targets(article: Article, permalink: str, e: Evidence, source: SourceText | None) -> Any:
    """Give where quoted words stand: in a paragraph of our page, and in the newspaper's text."""
    quoted = {"type": "TextQuoteSelector", "exact": e.quote}
    here = _paragraph(permalink, e.p, quoted)
    if article.source is None:
        return here
    selectors: list[dict[str, Any]] = [quoted]
    if source is not None and e.p <= len(source.paragraphs):
        paragraph = source.paragraph(e.p)
        for span in find_all(paragraph.text, e.quote)[:1]:
            start, end = paragraph.start + span.start, paragraph.start + span.end
            selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    return [here, {"source": f"urn:sha256:{article.source.sha256}", "selector": selectors}]
