"""What is proposed for a raw text: every value with the words that show it and how sure it is.

Nothing here is a record: a proposal is what a keeper looks through before there is one. Each value keeps its own
evidence, so that whoever shows it can mark the words and list the least certain first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ..text import SourceText
from ..vocabulary import (
    CouncilType,
    Fact,
    Ground,
    Level,
    Nation,
    Outcome,
    ParagraphKind,
    PartnershipType,
    Qualifier,
    Speaker,
    Stance,
)

T = TypeVar("T")


class Passage(NamedTuple):
    """Words of the text: the paragraph they stand in, and the words as they stand there, at most twelve."""

    p: int
    quote: str


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """A proposed value, how sure it is (0 to 1), and the words that show it."""

    value: T
    confidence: float
    evidence: tuple[Passage, ...] = ()


class Supported(NamedTuple):
    """Words of the text with the facts of a report that they support, as a record's evidence has them."""

    p: int
    quote: str
    supports: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CouncilPlace:
    """A council: one of the archive's, one of the list of British councils, or one that only the text names."""

    name: str
    id: str
    """The archive's id, or the one proposed for a new authority record."""
    code: str | None = None
    """The GSS code, else the one of ISO 3166-2, where it is known."""
    type: CouncilType | None = None
    nation: Nation | None = None
    place: str = ""
    """The place it governs, as a sentence names it."""
    known: bool = False
    """Whether the archive has an authority record of it."""


@dataclass(frozen=True, slots=True)
class PartnerPlace:
    """A partner place: one of the archive's, one of the gazetteer, or one that only the text names."""

    name: str
    id: str
    country: str | None
    """Its ISO 3166-1 code; None where neither the text nor the gazetteer says it."""
    level: Level
    geonames: int | None = None
    within: str | None = None
    """The province or region, where the gazetteer knows it."""
    latitude: float | None = None
    longitude: float | None = None
    known: bool = False
    """Whether the archive has an authority record of it."""


@dataclass(frozen=True, slots=True)
class ProposedReport:
    """What the text says of one partnership."""

    council: Value[CouncilPlace]
    partner: Value[PartnerPlace]
    type: Value[PartnershipType]
    outcome: Value[Outcome]
    event: Value[Outcome] | None = None
    qualifier: Value[Qualifier] | None = None
    since: Value[str] | None = None
    """EDTF."""
    as_reported: tuple[Value[str], ...] = ()
    grounds: tuple[Value[Ground], ...] = ()

    @property
    def facts(self) -> tuple[tuple[Fact, Value[object]], ...]:
        """Give each value with the fact it is, in the order of a record."""
        single = (
            (Fact.COUNCIL, self.council),
            (Fact.PARTNER, self.partner),
            (Fact.TYPE, self.type),
            (Fact.SINCE, self.since),
            (Fact.OUTCOME, self.outcome),
            (Fact.EVENT, self.event),
            (Fact.QUALIFIER, self.qualifier),
            *((Fact.GROUNDS, ground) for ground in self.grounds),
        )
        return tuple((fact, value) for fact, value in single if value is not None)  # type: ignore[misc]

    @property
    def confidence(self) -> float:
        """Give how sure the least sure of council, partner and outcome is: a chain is as strong as its weakest link."""
        return min(self.council.confidence, self.partner.confidence, self.outcome.confidence)

    @property
    def evidence(self) -> tuple[Supported, ...]:
        """Give all words that support the report, each once with every fact it supports, in the order of facts."""
        found: dict[Passage, list[Fact]] = {}
        for fact, value in self.facts:
            for passage in value.evidence:
                facts = found.setdefault(passage, [])
                if fact not in facts:
                    facts.append(fact)
        return tuple(Supported(p, quote, tuple(facts)) for (p, quote), facts in found.items())


@dataclass(frozen=True, slots=True)
class ProposedStatement:
    """What a person or body says or wants, as the text reports it."""

    name: Value[str]
    stance: Value[Stance]
    speaker: Speaker = Speaker.PERSON
    role: Value[str] | None = None
    party: Value[str] | None = None
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """A dated thing that the text tells of."""

    date: str
    """EDTF."""
    what: str
    p: int
    quote: str
    confidence: float
    council: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published, as far as its text allows: never narrower."""

    edtf: str
    basis: str
    """The reasons, in a sentence or two for people."""
    confidence: float
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """One name of a byline: a person, by family and given name, or an agency."""

    name: str
    family: str | None = None
    given: str | None = None

    @property
    def is_agency(self) -> bool:
        """Tell whether it is a body and not a person."""
        return self.family is None


class Kind(NamedTuple):
    """What one paragraph is, and how sure that is."""

    p: int
    kind: ParagraphKind
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong with the text as it came, left as it is: a paragraph twice, a broken encoding."""

    p: int | None
    """None where it is a matter of the whole text."""
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Kin:
    """Another article that tells the same story in mostly the same words."""

    id: str
    """The id of the archive's article, or the name of another file of the same run."""
    share: float
    """How much of the shorter text's wording stands in the other: 0 to 1."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that is proposed for one raw text."""

    file: str
    sha256: str
    """Of the file's own bytes."""
    source: SourceText
    """The text whose paragraphs are counted; of a saved page, the article without its page."""
    stored: bytes
    """What belongs in `sources/`: the file itself, or the text that was taken from it. `source` is read from it."""
    paragraphs: tuple[Kind, ...]
    headline: Value[str] | None = None
    byline: tuple[Value[Author], ...] = ()
    published: Published | None = None
    url: str | None = None
    """The page's own address, where a saved page names it."""
    site: str | None = None
    """The newspaper's name, where a saved page gives it."""
    reports: tuple[ProposedReport, ...] = ()
    statements: tuple[ProposedStatement, ...] = ()
    events: tuple[ProposedEvent, ...] = ()
    defects: tuple[Defect, ...] = ()
    same_story: tuple[Kin, ...] = ()

    def doubts(self) -> Iterator[tuple[float, str, Value[object] | Published]]:
        """Yield each proposed value with its confidence and what it is, least certain first: a keeper's list."""
        found: list[tuple[float, str, Value[object] | Published]] = []
        if self.headline:
            found.append((self.headline.confidence, "headline", self.headline))  # type: ignore[arg-type]
        found += [(author.confidence, f"byline.{i}", author) for i, author in enumerate(self.byline)]  # type: ignore[misc]
        if self.published:
            found.append((self.published.confidence, "published", self.published))
        for i, report in enumerate(self.reports):
            found += [(value.confidence, f"reports.{i}.{fact}", value) for fact, value in report.facts]
        for i, said in enumerate(self.statements):
            values = {"name": said.name, "role": said.role, "party": said.party, "stance": said.stance}
            found += [(v.confidence, f"statements.{i}.{k}", v) for k, v in values.items() if v]  # type: ignore[misc]
        yield from sorted(found, key=lambda doubt: (doubt[0], doubt[1]))
