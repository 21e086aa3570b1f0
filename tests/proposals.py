"""Proposals made by hand, as a reader of texts would make them: to test what is done with them. No word is true."""

from collections.abc import Sequence

from twinning.archive import Archive
from twinning.ingest.proposal import (
    Author,
    CouncilPlace,
    Kind,
    PartnerPlace,
    Passage,
    Proposal,
    ProposedEvent,
    ProposedReport,
    ProposedStatement,
    Published,
    Value,
)
from twinning.text import read
from twinning.vocabulary import (
    CouncilType,
    Ground,
    Level,
    Nation,
    Outcome,
    ParagraphKind,
    PartnershipType,
    Qualifier,
    Stance,
)

TEXT = """Eastmere parts with Aulnoy
By Bo Lark, Thursday 4 March 2021
Eastmere Borough Council voted on Tuesday night to end its twinning with the French town of Aulnoy.
The two towns have been twinned since 1986.
“It costs too much,” said Ada Pike, the council’s leader.
"""
EASTMERE = CouncilPlace("Eastmere Borough Council", "eastmere", None, CouncilType.DISTRICT, Nation.ENGLAND, "Eastmere")
AULNOY = PartnerPlace("Aulnoy", "aulnoy", "FR", Level.TOWN, 3036386, "Hauts-de-France", 50.33, 3.53)


def at(p: int, *quotes: str) -> tuple[Passage, ...]:
    return tuple(Passage(p, quote) for quote in quotes)


def report(**changes: object) -> ProposedReport:
    ended = at(3, "voted on Tuesday night to end its twinning")
    return ProposedReport(
        **{
            "council": Value(EASTMERE, 0.97, at(3, "Eastmere Borough Council")),
            "partner": Value(AULNOY, 0.9, at(3, "the French town of Aulnoy")),
            "type": Value(PartnershipType.TWINNING, 0.8, ended),
            "outcome": Value(Outcome.ENDED, 0.7, ended),
            "event": Value(Outcome.ENDED, 0.75, ended),
            "qualifier": Value(Qualifier.VOTED, 0.85, ended),
            "since": Value("1986", 0.66, at(4, "twinned since 1986")),
            "as_reported": (Value("twinning", 0.9, at(3, "twinning")),),
            "grounds": (Value(Ground.COST, 0.4, at(5, "costs too much")),),
            **changes,
        }
    )


def proposal(text: str | bytes = TEXT, name: str = "eastmere.txt", **changes: object) -> Proposal:
    data = text.encode() if isinstance(text, str) else text
    source = read(data, name)
    kinds = (ParagraphKind.HEADLINE, ParagraphKind.BYLINE)
    ada = at(5, "It costs too much")
    return Proposal(
        **{
            "file": name,
            "sha256": source.sha256,
            "source": source,
            "stored": data,
            "paragraphs": tuple(
                Kind(p, kinds[p - 1] if p <= len(kinds) else ParagraphKind.BODY)
                for p in range(1, len(source.paragraphs) + 1)
            ),
            "headline": Value(source.paragraphs[0].text, 0.95, at(1, source.paragraphs[0].text)),
            "byline": (Value(Author("Bo Lark", "Lark", "Bo"), 0.9, at(2, "Bo Lark")),),
            "published": Published("2021-03-04", "The text is dated.", 0.99, at(2, "Thursday 4 March 2021")),
            "reports": (report(),),
            "statements": (
                ProposedStatement(
                    Value("Ada Pike", 0.9, at(5, "said Ada Pike")),
                    Value(Stance.FOR_ENDING, 0.5, ada),
                    role=Value("leader", 0.8, at(5, "the council’s leader")),
                    evidence=ada,
                ),
            ),
            "events": (ProposedEvent("1986", "A link begins", 4, "since 1986", 0.6, "eastmere", "aulnoy"),),
            **changes,
        }
    )


def propose(data: bytes, name: str, known: Archive) -> Proposal:
    """Read a text as if a machine had: what it says is always the same, but for its first line and its words."""
    del known
    if b"twinning with the French town" in data:
        return proposal(data, name)
    return proposal(data, name, reports=(), statements=(), events=(), byline=(), published=None)


def empty(text: str, name: str = "other.txt", **changes: object) -> Proposal:
    """Give the proposal for a text about something else."""
    nothing: dict[str, Sequence[object]] = {"reports": (), "statements": (), "events": (), "byline": ()}
    return proposal(text, name, **{**nothing, "published": None, **changes})
