"""The archive's records, as they stand in `content/`: frozen, typed, and nothing else.

These classes are the one place where a record's fields are named: the loader, the JSON Schemas in `schema/`, and every
page follow from them. A field that is `None` or empty is *not recorded*; the text `not-stated` means *looked for, the
article does not say*; a `Disputed` value lists who says what. The three are never confused (DESIGN §2).

What one value may be is in `fields`, what values must be to each other in `rules`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

import msgspec
from msgspec import Meta

from . import vocabulary as terms
from .fields import (
    Address,
    ArticleId,
    BritishCode,
    Confidence,
    CountryCode,
    Dating,
    Day,
    FamilyName,
    Gss,
    Issn,
    Language,
    Line,
    Number,
    Pages,
    Paragraphs,
    PlaceCode,
    Prose,
    Quote,
    Sha256,
    Slug,
    Wikidata,
)

NOT_STATED = "not-stated"

MAX_QUOTE_WORDS = 12
"""The most words one quotation may have (DESIGN §2)."""
MAX_QUOTED_WORDS = 100
"""The most words all quotations of one record may have together (DESIGN §2)."""
MAX_SHARED_WORDS = 9
"""The most words in a row that our own words may share with the newspaper's."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all records share: they are immutable, refuse unknown fields, and write no field that was not recorded."""


class Evidence(Record, frozen=True):
    """Words of the newspaper that support a fact, and where they stand."""

    p: Number
    quote: Quote
    supports: tuple[terms.Fact, ...] = ()
    """The facts of the report these words support; none named means outcome and event."""

    @property
    def proves(self) -> tuple[terms.Fact, ...]:
        """Give the facts these words support, named or meant."""
        return self.supports or _OUTCOME_AND_EVENT


_OUTCOME_AND_EVENT = (terms.Fact.OUTCOME, terms.Fact.EVENT)


class Claim(Record, frozen=True):
    """One side's value of a disputed fact."""

    value: Line
    who: Line
    p: Number | None = None
    quote: Quote | None = None


class Disputed(Record, frozen=True):
    """A fact on which the article reports more than one value."""

    disputed: Annotated[tuple[Claim, ...], Meta(min_length=2)]


class Passage(Record, frozen=True):
    """A place in the newspaper's text: a paragraph, and words of it where they are quoted."""

    p: Number
    quote: Quote | None = None


class Proposed(Record, frozen=True):
    """That a value was proposed and is to be checked. Who has checked it takes this away, or signs in `reviewed`."""

    of: Line
    """The field that holds the value, beside this one: outcome."""
    by: terms.Proposer
    confidence: Confidence
    evidence: tuple[Passage, ...] = ()
    """The places that show it, where `evidence` beside it does not."""


class Report(Record, frozen=True):
    """What one article says of one partnership."""

    council: Slug
    partner: Slug
    type: terms.PartnershipType | Disputed
    outcome: terms.Outcome | Disputed
    """The partnership's state after this article."""
    event: terms.Outcome | None = None
    """What this article reports, where it reports more than that state."""
    qualifier: terms.Qualifier | None = None
    as_reported: tuple[Quote, ...] = ()
    """The newspaper's own words for the kind of link."""
    since: Dating | Disputed | None = None
    """EDTF, or `not-stated`."""
    grounds: tuple[terms.Ground, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proposed: tuple[Proposed, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Give the partnership's key, (council, partner)."""
        return (self.council, self.partner)

    def evidence_for(self, fact: terms.Fact) -> tuple[Evidence, ...]:
        """Give the evidence that supports a fact, in the record's order."""
        return tuple(e for e in self.evidence if fact in e.proves)


class Statement(Record, frozen=True):
    """What the article reports that a person or body said or wants."""

    name: Line
    """As the article gives it, or `not-stated`."""
    stance: terms.Stance
    gist: Prose
    speaker: terms.Speaker = terms.Speaker.PERSON
    role: Line | None = None
    party: Line | None = None
    """Only where the text says so."""
    evidence: tuple[Evidence, ...] = ()
    removed: Prose | None = None
    """Why the archive no longer tells it: its number stays, and its place on the page says this."""
    proposed: tuple[Proposed, ...] = ()


REMOVED = "Removed."
"""The gist of a statement that was removed."""


class Event(Record, frozen=True):
    """A dated thing the article tells of."""

    date: Dating
    what: Line
    p: Number
    council: Slug | None = None
    partner: Slug | None = None
    quote: Quote | None = None
    proposed: tuple[Proposed, ...] = ()


class OutlineItem(Record, frozen=True):
    """What one paragraph, or several in a row, says: in our own words."""

    p: Paragraphs
    text: Prose
    kind: terms.ParagraphKind = terms.ParagraphKind.BODY


class Note(Record, frozen=True):
    """A remark of ours, on a paragraph or (without `p`) on the whole article. Its text may use Markdown."""

    kind: terms.NoteKind
    text: Prose
    p: Paragraphs | None = None


class Person(Record, frozen=True):
    """A person's name, in the parts that citations need."""

    family: FamilyName
    given: Line | None = None


class Author(Record, frozen=True):
    """One name of a byline: a person or an agency, never both."""

    person: Person | None = None
    agency: Line | None = None


class Copy(Record, frozen=True):
    """An archived copy of the newspaper's own page."""

    url: Address
    date: Day


class Source(Record, frozen=True):
    """The newspaper's text this record was made from, pinned by the SHA-256 of its bytes."""

    sha256: Sha256
    paragraphs: Number


class Licence(Record, frozen=True):
    """The licence or permission under which the newspaper's text is published here."""

    name: Line
    url: Address | None = None


class Withdrawal(Record, frozen=True):
    """Why and when an article was withdrawn from the archive."""

    on: Day
    reason: Prose


class Review(Record, frozen=True):
    """Who read the record against the text, and when; absent means machine-read and not reviewed."""

    by: Line
    on: Day

    @property
    def day(self) -> date:
        """Give the day as a date."""
        return date.fromisoformat(self.on)


class Article(Record, frozen=True):
    """One newspaper article: `content/articles/ta-0001.yml`."""

    id: ArticleId
    headline: Line
    """The newspaper's headline, or `not-stated`; then `supplied_title` is ours."""
    newspaper: Slug
    published: Dating
    """EDTF, or `not-stated`."""
    rights: terms.Rights
    summary: Prose
    supplied_title: Line | None = None
    """A descriptive title of ours where the text has no headline; shown in square brackets."""
    byline: tuple[Author, ...] = ()
    published_basis: Prose | None = None
    """How the date was found, where the text does not give it."""
    section: Line | None = None
    edition: Line | None = None
    pages: Pages | None = None
    language: Language = "en-GB"
    url: Address | None = None
    """The newspaper's own page."""
    archived: tuple[Copy, ...] = ()
    unreachable: Day | None = None
    """The day on which the newspaper's own page was found to be gone."""
    source: Source | None = None
    licence: Licence | None = None
    withdrawn: Withdrawal | None = None
    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    notes: tuple[Note, ...] = ()
    same_story: tuple[ArticleId, ...] = ()
    """Other articles here that tell the same story in mostly the same words."""
    proposed: tuple[Proposed, ...] = ()
    reviewed: Review | None = None

    @property
    def title(self) -> str:
        """Give the headline, or our own title in the square brackets that mark a supplied one (ISBD, ISAD(G))."""
        return f"[{self.supplied_title}]" if self.headline == NOT_STATED else self.headline

    @property
    def is_reviewed(self) -> bool:
        """Tell whether a person read this record against the text."""
        return self.reviewed is not None


class Coordinates(Record, frozen=True):
    """A point on the map, in degrees (WGS 84)."""

    lat: Annotated[float, Meta(ge=-90, le=90)]
    lon: Annotated[float, Meta(ge=-180, le=180)]


class Council(Record, frozen=True):
    """One council: `content/councils/wakefield.yml`."""

    name: Line
    """The name pages use: Wakefield Council."""
    type: terms.CouncilType
    nation: terms.Nation
    id: Slug = ""
    """The file's name without its ending; need not be said again."""
    place: Line | None = None
    """The place it governs, as used in a sentence: Wakefield."""
    official_name: Line | None = None
    aliases: tuple[Line, ...] = ()
    gss: Gss | None = None
    iso: BritishCode | None = None
    wikidata: Wikidata | None = None
    established: Dating | None = None
    abolished: Dating | None = None
    successor: Slug | None = None
    coordinates: Coordinates | None = None
    note: Prose | None = None
    proposed: tuple[Proposed, ...] = ()

    @property
    def short(self) -> str:
        """Give the place it governs, as a sentence names it: Wakefield."""
        return self.place or re.sub(r"\s+(County |City |Borough |District )*Council$", "", self.name)


class LocalName(Record, frozen=True):
    """A name in the place's own language."""

    text: Line
    lang: Language


class Partner(Record, frozen=True):
    """One partner place: `content/partners/nanning.yml`."""

    name: Line
    level: terms.Level
    country: CountryCode
    id: Slug = ""
    country_name: Line | None = None
    within: Line | None = None
    """The province or region it is part of."""
    local_name: LocalName | None = None
    aliases: tuple[Line, ...] = ()
    iso: PlaceCode | None = None
    wikidata: Wikidata | None = None
    geonames: Annotated[int, Meta(ge=1, le=999_999_999, description="A GeoNames number: 1799869.")] | None = None
    coordinates: Coordinates | None = None
    note: Prose | None = None
    proposed: tuple[Proposed, ...] = ()


class Newspaper(Record, frozen=True):
    """One newspaper: `content/newspapers/wakefield-express.yml`."""

    name: Line
    id: Slug = ""
    publisher: Line | None = None
    place: Line | None = None
    issn: Issn | None = None
    url: Address | None = None
    aliases: tuple[Line, ...] = ()
    note: Prose | None = None
    proposed: tuple[Proposed, ...] = ()


_SPAN = re.compile(r"([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?\Z")


@lru_cache(maxsize=4096)
@lru_cache(maxsize=1024)
def paragraphs(p: int | str) -> range:
    """Give the paragraph numbers that `7` or `"9-12"` names, as a range.

    Raises `ValueError` where the text is neither, or runs backwards.
    """
    found = _SPAN.match(str(p))
    if not found:
        msg = f"{p!r} is neither a paragraph (7) nor several in a row (9-12)"
        raise ValueError(msg)
    first = int(found[1])
    last = int(found[2] or first)
    if last < first:
        msg = f"paragraphs {p} run backwards; write {last}-{first}"
        raise ValueError(msg)
    return range(first, last + 1)
