"""An article's evidence and notes as W3C Web Annotations, targeting the paragraphs of its page."""

from collections.abc import Iterator
from typing import Any

from ..markup.notes import is_plain
from ..records import Article, Evidence, paragraphs

_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"


def annotation_page(article: Article, permalink: str, licence: str) -> dict[str, Any]:
    """Give an AnnotationPage: a quotation identifies the words that prove a fact, a note comments on a paragraph."""
    items: list[dict[str, Any]] = []
    for number, (tags, e) in enumerate(_proofs(article), 1):
        quoted = {"type": "TextQuoteSelector", "exact": e.quote}
        items.append(
            {
                "id": f"{permalink}annotations.json#q{number}",
                "type": "Annotation",
                "motivation": "identifying",
                "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
                "target": _target(permalink, e.p, quoted),
            }
        )
    for number, note in enumerate(article.notes, 1):
        items.append(
            {
                "id": f"{permalink}annotations.json#n{number}",
                "type": "Annotation",
                "motivation": "commenting",
                "rights": licence,
                "body": [
                    {
                        "type": "TextualBody",
                        "purpose": "commenting",
                        "value": note.text,
                        "format": "text/plain" if is_plain(note.text) else "text/markdown",
                        "language": "en-GB",
                    },
                    {"type": "TextualBody", "purpose": "tagging", "value": str(note.kind)},
                ],
                "target": _target(permalink, paragraphs(note.p)[0]) if note.p is not None else permalink,
            }
        )
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{permalink}annotations.json",
        "type": "AnnotationPage",
        "items": items,
    }


def _proofs(article: Article) -> Iterator[tuple[list[str], Evidence]]:
    """Give every piece of evidence with what it proves: "wakefield/nanning outcome ended", "stance for-ending"."""
    for report in article.reports:
        for e in report.evidence:
            yield [f"{report.council}/{report.partner} {fact}" for fact in e.proves], e
    for statement in article.statements:
        for e in statement.evidence:
            yield [f"stance {statement.stance}"], e


def _target(permalink: str, p: int, refined: dict[str, Any] | None = None) -> dict[str, Any]:
    selector: dict[str, Any] = {"type": "FragmentSelector", "value": f"p{p}", "conformsTo": _FRAGMENT}
    return {"source": permalink, "selector": selector | ({"refinedBy": refined} if refined else {})}
