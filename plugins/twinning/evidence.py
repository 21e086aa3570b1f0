"""The words a record quotes: where they are in the record, whether they stand in the source, and a digest of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec

from .characters import disguise
from .diagnostics import Code, Fault, Where
from .fields import Sha256
from .quotation import find_all, find_quotation, nearest
from .records import MAX_QUOTE_WORDS, MAX_SHARED_WORDS, Article, Claim, Disputed, Passage, Proposed, Record
from .text import SourceText
from .wording import Runs

SEARCHED = 4_000_000
"""How many characters of a source are read in all to find where words stand that are not where a record says."""


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """A quotation of a record: the paragraph it names, its words, and its field's path in the record."""

    p: int
    quote: str
    where: Where

    @property
    def named_by(self) -> Where:
        """Give the path of the field that names its paragraph."""
        return (*self.where[:-1], "p")


class Verified(Record, frozen=True):
    """That a record's evidence was found in its source: the source's hash and the evidence's digest at the time."""

    source: Sha256
    evidence: Sha256


def quotations(article: Article) -> list[Quotation]:
    """Give every quotation of a record, in the record's order."""
    found: list[Quotation] = []
    for r, report in enumerate(article.reports):
        for name in ("type", "since", "outcome"):
            value = getattr(report, name)
            if isinstance(value, Disputed):
                found += _claims(value.disputed, ("reports", r, name, "disputed"))
        found += [
            Quotation(e.p, e.quote, ("reports", r, "evidence", i, "quote")) for i, e in enumerate(report.evidence)
        ]
    for s, statement in enumerate(article.statements):
        found += [
            Quotation(e.p, e.quote, ("statements", s, "evidence", i, "quote")) for i, e in enumerate(statement.evidence)
        ]
    found += [
        Quotation(event.p, event.quote, ("events", e, "quote"))
        for e, event in enumerate(article.events)
        if event.quote is not None
    ]
    found += [
        Quotation(passage.p, passage.quote, (*where, "quote"))
        for where, passage in passages(article)
        if passage.quote is not None
    ]
    return found


def passages(article: Article) -> Iterator[tuple[Where, Passage]]:
    """Give the places in the text that show what is proposed, with their fields' paths."""
    for where, proposed in proposals(article):
        for i, passage in enumerate(proposed.evidence):
            yield (*where, "evidence", i), passage


def proposals(article: Article) -> Iterator[tuple[Where, Proposed]]:
    """Give what is proposed in a record and not yet checked, with its field's path."""
    for i, proposed in enumerate(article.proposed):
        yield ("proposed", i), proposed
    for name in ("reports", "statements", "events"):
        for n, part in enumerate(getattr(article, name)):
            for i, proposed in enumerate(part.proposed):
                yield (name, n, "proposed", i), proposed


def phrases(article: Article) -> list[Quotation]:
    """Give the newspaper's own names for each link (`as_reported`): they may stand anywhere; their paragraph is 0."""
    return [
        Quotation(0, words, ("reports", r, "as_reported", i))
        for r, report in enumerate(article.reports)
        for i, words in enumerate(report.as_reported)
    ]


def own_words(article: Article) -> Iterator[tuple[Where, str]]:
    """Give every text of a record that is to be in our own words, with its field's path."""
    for name in ("supplied_title", "published_basis", "summary"):
        value = getattr(article, name)
        if value is not None:
            yield (name,), value
    for s, statement in enumerate(article.statements):
        yield ("statements", s, "gist"), statement.gist
        if statement.removed is not None:
            yield ("statements", s, "removed"), statement.removed
    for e, event in enumerate(article.events):
        yield ("events", e, "what"), event.what
    for o, item in enumerate(article.outline):
        yield ("outline", o, "text"), item.text
    for n, note in enumerate(article.notes):
        yield ("notes", n, "text"), note.text


def faults_against(article: Article, source: SourceText) -> Iterator[Fault]:
    """Say which quotations of a record do not stand in its source, each with the nearest match.

    In a source of megabytes only the first few are looked for elsewhere in it: each search reads it all.
    """
    searches = iter(range(max(2, SEARCHED // (len(source.text) + 1))))
    if article.source is not None and article.source.paragraphs != len(source.paragraphs):
        yield Fault(
            ("source", "paragraphs"),
            Code.SOURCE_MISMATCH,
            f"the source has {len(source.paragraphs)} paragraphs, not {article.source.paragraphs}",
            f"write `paragraphs: {len(source.paragraphs)}`",
        )
    for q in quotations(article):
        if q.p > len(source.paragraphs):
            # Where the record's own number of paragraphs rules it out, `rules` says so.
            if article.source is None or q.p <= article.source.paragraphs:
                yield Fault(
                    q.where,
                    Code.PARAGRAPH,
                    f"there is no paragraph {q.p}: the source has {len(source.paragraphs)}",
                    "paragraphs are the source's non-empty lines, counted from 1",
                    (q.named_by,),
                )
        elif not (places := find_all(source.paragraph(q.p).text, q.quote)):
            said = f"paragraph {q.p} does not say “{q.quote}”"
            yield Fault(q.where, Code.QUOTE_NOT_FOUND, said, _nearest(source, q, searches), (q.named_by,))
        elif len(places) > 1:
            yield Fault(
                q.where,
                Code.QUOTE_TWICE,
                f"paragraph {q.p} says “{q.quote}” {len(places)} times: which is meant?",
                f"quote some words more beside it, up to {MAX_QUOTE_WORDS} in all",
                (q.named_by,),
            )
    for q in phrases(article):
        if not any(find_quotation(paragraph.text, q.quote) for paragraph in source.paragraphs):
            yield Fault(
                q.where,
                Code.QUOTE_NOT_FOUND,
                f"the article nowhere says “{q.quote}”",
                "`as_reported` holds the newspaper's own words for the link, to the letter; "
                + _nearest(source, q, searches),
            )
    if not article.rights.allows_full_text:
        yield from _copied(article, source)


def _nearest(source: SourceText, q: Quotation, searches: Iterator[int]) -> str:
    """Say where in a source the words of a quotation stand, or what is most like them."""
    if next(searches, None) is None:
        return "mend the quotations above first: where else this one may stand was not looked for"
    near = nearest(source.paragraphs, q.quote)
    if near is not None and near.ratio == 1.0:
        return f"these words stand in paragraph {near.paragraph}"
    for one, other in pairwise(source.paragraphs):
        if find_quotation(f"{one.text} {other.text}", q.quote):
            return f"these words run from paragraph {one.number} into paragraph {other.number}: quote from one of them"
    if near is None:
        return "the source has nothing like it"
    said = f"the nearest words stand in paragraph {near.paragraph}: “{near.text}”"
    letter = disguise(near.text, q.quote)
    return f"{said}; they look the same, but the source has {letter}" if letter else said


def _copied(article: Article, source: SourceText) -> Iterator[Fault]:
    runs = Runs(source.text, MAX_SHARED_WORDS + 1)
    for where, text in own_words(article):
        shared = runs.found_in(text)
        if shared is not None:
            yield Fault(
                where,
                Code.COPIED,
                f"more than {MAX_SHARED_WORDS} words in a row are the newspaper's: “{shared} …”",
                "say it in our own words; what must be quoted goes into evidence",
                (("rights",),),
            )


def digest(article: Article) -> str:
    """Give the SHA-256 of all that a check against the source depends on: the source's hash and every quotation."""
    said = sorted([f"{q.p}\n{q.quote}\n" for q in _checked(article)])  # neither can hold a line end
    source = article.source.sha256 if article.source else ""
    return hashlib.sha256(f"{source}\n{''.join(said)}".encode()).hexdigest()


def verified(article: Article) -> Verified | None:
    """Give the note that a record's evidence was checked, to be kept by its id; None without a source to check."""
    return Verified(article.source.sha256, digest(article)) if article.source else None


def faults_since_verified(article: Article, known: Mapping[str, Verified]) -> Iterator[Fault]:
    """Say whether a record's evidence is as it was when it was last checked; for builds without the source."""
    if not _quotes(article):
        return
    if article.source is None:
        yield Fault(
            (),
            Code.NOT_VERIFIED,
            "the record quotes a newspaper and names no `source`: nothing can be checked",
            "add `source: {sha256: …, paragraphs: …}`, the hash of the text in sources/",
            (("source",),),
        )
        return
    before = known.get(article.id)
    if before is None:
        yield Fault(
            ("source",),
            Code.NOT_VERIFIED,
            "the evidence was never checked against the source",
            "put the text into sources/ and run `python3 tasks.py verify`",
            (("id",), ("source", "sha256")),
        )
    elif before != verified(article):
        yield Fault(
            ("source",),
            Code.EVIDENCE_CHANGED,
            "a quotation or the source's hash was changed after the evidence was last checked",
            "put the text into sources/ and run `python3 tasks.py verify`, or restore what was there",
            (("id",), *_digested(article)),
        )


def faults_of_memory(article: Article, known: Mapping[str, Verified]) -> Iterator[Fault]:
    """Say whether what was checked here is also remembered, for builds without the source."""
    if known.get(article.id) != verified(article) and _quotes(article):
        yield Fault(
            ("source",),
            Code.NOT_VERIFIED,
            "the evidence stands in the source, but that is not yet recorded",
            "run `python3 tasks.py verify` and commit content/verified.json, or the published build will fail",
            (("id",), *_digested(article)),
        )


def _digested(article: Article) -> Iterator[Where]:
    """Name the fields that a record's digest is made of, and those that might have held more of them."""
    yield from (("source", "sha256"), ("reports",), ("statements",), ("events",), ("proposed",))
    for name in ("reports", "statements", "events"):
        yield from ((name, i, "proposed") for i in range(len(getattr(article, name))))
    for where, proposed in proposals(article):
        yield (*where, "evidence")
        yield from ((*where, "evidence", i, name) for i in range(len(proposed.evidence)) for name in ("p", "quote"))
    for r, report in enumerate(article.reports):
        yield from (("reports", r, name) for name in ("evidence", "as_reported"))
        for name in ("type", "since", "outcome"):
            value = getattr(report, name)
            claims = range(len(value.disputed)) if isinstance(value, Disputed) else ()
            yield ("reports", r, name, "disputed")
            yield from (("reports", r, name, "disputed", i, part) for i in claims for part in ("p", "quote"))
    yield from (("statements", s, "evidence") for s in range(len(article.statements)))
    yield from (("events", e, name) for e in range(len(article.events)) for name in ("p", "quote"))
    for q in _checked(article):
        yield from (q.where, q.named_by)


def _checked(article: Article) -> list[Quotation]:
    return quotations(article) + phrases(article)


def _quotes(article: Article) -> bool:
    return any(report.evidence or report.as_reported for report in article.reports) or bool(_checked(article))


def _claims(claims: tuple[Claim, ...], where: Where) -> Iterator[Quotation]:
    for i, claim in enumerate(claims):
        if claim.p is not None and claim.quote is not None:
            yield Quotation(claim.p, claim.quote, (*where, i, "quote"))
