"""The record of an article, drafted from what is proposed for its text.

A draft passes every check that forbids a build. Quotations are shared out: first what proves each outcome, then the
places, then the rest; what there is no room to quote is shown by its paragraph. What contradicts the archive's rules
all the same is taken out again (`mending`): a gap is better than a wrong record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..ingest.proposal import Passage as Words
from ..ingest.proposal import Proposal, ProposedEvent, ProposedReport, ProposedStatement, Supported, Value
from ..records import (
    AS_READ,
    MAX_QUOTE_WORDS,
    NOT_STATED,
    Article,
    Author,
    Event,
    Evidence,
    Note,
    OutlineItem,
    Passage,
    Person,
    Proposed,
    Record,
    Report,
    Source,
    Statement,
)
from ..vocabulary import Fact, NoteKind, Outcome, ParagraphKind, Proposer, Rights, Stance
from . import words
from .authorities import Authorities
from .mending import mended
from .quoting import Quoting

_ORDER = (
    Fact.OUTCOME,
    Fact.EVENT,
    Fact.PARTNER,
    Fact.COUNCIL,
    Fact.QUALIFIER,
    Fact.TYPE,
    Fact.SINCE,
    Fact.GROUNDS,
)
"""In what order facts get the room that there is for quotations."""
_MOST_NAMES = 2
"""So many of the newspaper's own names for a link are kept: each takes room."""
_FEWEST = 4
"""How many words a speaker is quoted with at least."""
_FOR_SPEAKERS = 40
"""How many of the words that a record may quote are kept for speakers, whatever proves its reports."""
_LONGEST_LINE = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """A record drafted from a proposal, with the records it needs that are not there yet."""

    article: Article
    new: dict[tuple[str, str], Record]
    """Councils, partners and newspapers, by folder and id."""


def drafted(
    proposal: Proposal,
    id_: str,
    authorities: Authorities,
    today: date,
    *,
    newspaper: str | None = None,
    same_story: Sequence[tuple[str, float]] = (),
    known_urls: Iterable[str] = (),
) -> Draft:
    """Draft an article's record, and the records of what it names that has none.

    `newspaper` is the id of its newspaper where somebody says it; `same_story` the ids of articles that tell the same
    story, each with how much of the wording they share; `known_urls` the addresses that have records.
    """
    quoting = Quoting(proposal.source)
    with quoting.kept(min(_FOR_SPEAKERS, len(proposal.statements) * _FEWEST)):
        reports, named = _reports(proposal, authorities, quoting)
    paper, sure_of_paper = (newspaper, 1.0) if newspaper else authorities.newspaper(proposal.url, proposal.site)
    headline = words.clean(proposal.headline.value) if proposal.headline else ""
    if not 0 < len(headline) <= _LONGEST_LINE:
        headline = NOT_STATED
    told = [
        (authorities.councils[r.council].name, authorities.partners[r.partner].name, r)
        for r in reports
        if r.council in authorities.councils and r.partner in authorities.partners
    ]
    statements = tuple(_statements(proposal, quoting))
    url = proposal.url if proposal.url and proposal.url not in known_urls else None
    sures: list[tuple[str, float, Sequence[Words]]] = [
        ("headline", proposal.headline.confidence, proposal.headline.evidence)
        if proposal.headline and headline != NOT_STATED
        else ("supplied_title", 0.5, ()),
        ("newspaper", sure_of_paper, ()),
        ("summary", min((r.confidence for r in proposal.reports), default=0.5), ()),
    ]
    if proposal.byline:
        places = [passage for author in proposal.byline for passage in author.evidence]
        sures.append(("byline", min(author.confidence for author in proposal.byline), places))
    if proposal.published:
        sures.append(("published", proposal.published.confidence, proposal.published.evidence))
    if same_story:
        sures.append(("same_story", min(share for _, share in same_story), ()))
    article = Article(
        id=id_,
        headline=headline,
        supplied_title=words.title(told) if headline == NOT_STATED else None,
        newspaper=paper,
        byline=tuple(_author(author.value) for author in proposal.byline),
        published=proposal.published.edtf if proposal.published else NOT_STATED,
        published_basis=words.clean(proposal.published.basis) or None if proposal.published else None,
        url=url,
        source=Source(proposal.source.sha256, len(proposal.source.paragraphs)),
        rights=Rights.IN_COPYRIGHT,
        summary=words.summary(told),
        reports=reports,
        statements=statements,
        events=tuple(_event(event, named) for event in proposal.events),
        outline=tuple(_outline(proposal)),
        notes=tuple(_notes(proposal, len(proposal.statements) - len(statements))),
        same_story=tuple(sorted(id_ for id_, _ in same_story)),
        proposed=_by_machine(sures, quoting),
    )
    made = mended(article, proposal.source, authorities, today)
    return Draft(made, authorities.new())


def _reports(
    proposal: Proposal, authorities: Authorities, quoting: Quoting
) -> tuple[tuple[Report, ...], dict[str, str]]:
    """Give the reports, one a partnership, and the ids of what they name by the ids that the proposal has for it."""
    keys: dict[tuple[str, str], ProposedReport] = {}
    named: dict[str, str] = {}
    for report in proposal.reports:
        council = authorities.council(report.council)
        partner = authorities.partner(report.partner, council)
        named |= {report.council.value.id: council, report.partner.value.id: partner}
        keys.setdefault((council, partner), report)
    evidence = _shared_out(list(keys.values()), quoting)
    made = []
    for (council, partner), report, proofs in zip(keys, keys.values(), evidence, strict=True):
        names = [name for value in report.as_reported if (name := quoting.take_phrase(value.value))]
        proved = {fact for e in proofs for fact in e.proves}
        certain = report.outcome.value is Outcome.UNCLEAR or Fact.OUTCOME in proved
        made.append(
            Report(
                council=council,
                partner=partner,
                type=report.type.value,
                outcome=report.outcome.value if certain else Outcome.UNCLEAR,
                event=_of(report.event) if certain else None,
                qualifier=_of(report.qualifier) if certain else None,
                as_reported=tuple(dict.fromkeys(names))[:_MOST_NAMES],
                since=_of(report.since),
                grounds=tuple(dict.fromkeys(ground.value for ground in report.grounds)),
                evidence=proofs,
                proposed=_of_report(report, proofs, certain=certain),
            )
        )
    return tuple(made), named


def _of(value: Value[Any] | None) -> Any:
    return value.value if value is not None else None


_UNSHOWN = 0.2
"""How sure an outcome is that no words of the file can show: it is left unclear, and is looked at early."""


def _of_report(report: ProposedReport, proofs: Sequence[Evidence], *, certain: bool) -> tuple[Proposed, ...]:
    quoted = {(fact, e.p) for e in proofs for fact in e.proves}
    sures: dict[str, tuple[float, list[Words]]] = {}
    for fact, value in report.facts:
        if fact in {Fact.EVENT, Fact.QUALIFIER} and not certain:
            continue
        unshown = [passage for passage in value.evidence if (fact, passage.p) not in quoted]
        before = sures.get(str(fact), (1.0, []))
        sure = value.confidence if certain or fact is not Fact.OUTCOME else min(value.confidence, _UNSHOWN)
        sures[str(fact)] = (min(before[0], sure), before[1] + unshown)
    return _by_machine([(name, sure, places) for name, (sure, places) in sures.items()])


def _shared_out(reports: Sequence[ProposedReport], quoting: Quoting) -> list[tuple[Evidence, ...]]:
    """Give each report its evidence: fact by fact for all of them, so that the last has its share of the room."""
    taken: list[dict[int, Evidence]] = [{} for _ in reports]
    for fact in _ORDER:
        for number, report in enumerate(reports):
            waiting = [r for r in reports[number:] if any(fact in s.supports for s in r.evidence)]
            most = max(4, min(MAX_QUOTE_WORDS, quoting.left // max(1, len(waiting))))
            for place, supported in enumerate(report.evidence):
                if fact in supported.supports and not _is_shown(fact, taken[number].values()):
                    _take(place, supported, taken[number], quoting, most if fact is Fact.OUTCOME else MAX_QUOTE_WORDS)
    return [tuple(found[place] for place in sorted(found)) for found in taken]


def _is_shown(fact: Fact, evidence: Iterable[Evidence]) -> bool:
    return any(fact in e.proves for e in evidence)


def _take(place: int, supported: Supported, taken: dict[int, Evidence], quoting: Quoting, most: int) -> None:
    quote = quoting.take(supported.p, supported.quote, most)
    same = next((i for i, e in taken.items() if (e.p, e.quote) == (supported.p, quote)), None)
    if quote is None:
        return
    supports = supported.supports if same is None else (*taken[same].supports, *supported.supports)
    taken[place if same is None else same] = Evidence(supported.p, quote, tuple(dict.fromkeys(supports)))


_GISTS = {stance: f"{stance.meaning[:-1]}, {AS_READ}" for stance in Stance}


def _statements(proposal: Proposal, quoting: Quoting) -> Iterator[Statement]:
    """Yield what people said, each with a share of the room that is left for quotations."""
    for number, said in enumerate(proposal.statements):
        share = max(_FEWEST, quoting.left // (len(proposal.statements) - number))
        if statement := _statement(said, quoting, share):
            yield statement


def _statement(said: ProposedStatement, quoting: Quoting, most: int) -> Statement | None:
    """Give what somebody said; None where no words of it can be quoted, for then nobody could check it."""
    places = dict.fromkeys([*said.evidence, *said.stance.evidence, *said.name.evidence])
    quoted = next(((p, quote) for p, words_ in places if (quote := quoting.take(p, words_, most))), None)
    if quoted is None:
        return None
    sures = [
        ("name", said.name.confidence, said.name.evidence),
        ("stance", said.stance.confidence, ()),
        *((name, v.confidence, v.evidence) for name, v in (("role", said.role), ("party", said.party)) if v),
    ]
    return Statement(
        name=_line(said.name.value) or NOT_STATED,
        stance=said.stance.value,
        gist=_GISTS[said.stance.value],
        speaker=said.speaker,
        role=_line(said.role.value) if said.role else None,
        party=_line(said.party.value) if said.party else None,
        evidence=(Evidence(*quoted),),
        proposed=_by_machine([s for s in sures if s[0] == "stance" or _line(getattr(said, s[0]).value)]),
    )


def _event(event: ProposedEvent, named: dict[str, str]) -> Event:
    return Event(
        date=event.date,
        what=_line(event.what) or "Something dated is told",
        p=event.p,
        council=named.get(event.council or ""),
        partner=named.get(event.partner or ""),
        proposed=(Proposed("date", Proposer.MACHINE, round(event.confidence, 2)),),
    )


def _author(author: Any) -> Author:
    family = _line(author.family)
    if family and "," not in family:  # at which citation formats part a name
        return Author(person=Person(family, _line(author.given)))
    return Author(agency=_line(author.name) or "not readable")


def _outline(proposal: Proposal) -> Iterator[OutlineItem]:
    kinds = {kind.p: kind.kind for kind in proposal.paragraphs}
    for p in sorted(kinds):
        if kinds[p] is not ParagraphKind.BODY and 1 <= p <= len(proposal.source.paragraphs):
            yield OutlineItem(p, words.KINDS[kinds[p]], kinds[p])


_NOTES = {str(kind): kind for kind in NoteKind}


def _notes(proposal: Proposal, unheard: int) -> Iterator[Note]:
    """Yield what a keeper should know: what is wrong with the text, and how many speakers had no room (`unheard`)."""
    if unheard:
        people = "One more person speaks" if unheard == 1 else f"{unheard} more people speak"
        yield Note(NoteKind.ATTRIBUTION, f"{people} in the article than this record had room to quote.")
    for defect in proposal.defects:
        text = words.clean(defect.text)
        if text and defect.p is not None:  # what is wrong with the whole file concerns whoever reads it in, nobody else
            yield Note(
                _NOTES.get(defect.kind, NoteKind.LANGUAGE), f"{text[0].upper()}{text[1:].rstrip('.')}.", defect.p
            )


def _by_machine(
    sures: Iterable[tuple[str, float, Sequence[Words]]], quoting: Quoting | None = None
) -> tuple[Proposed, ...]:
    """Say of each field how sure it is and where it is shown, least certain first; in words while there is room."""
    found = []
    for name, sure, places in sorted(sures, key=lambda s: (round(s[1], 2), s[0])):
        shown = []
        for p, quote in dict.fromkeys(places):
            # The headline and the byline are in the record as they stand in the text.
            taken = quoting.take(p, quote) if quoting is not None and name == "published" else None
            shown.append(Passage(p, taken))
        found.append(Proposed(name, Proposer.MACHINE, round(sure, 2), tuple(dict.fromkeys(shown))))
    return tuple(found)


def _line(text: str | None) -> str | None:
    return words.clean(text)[:_LONGEST_LINE].strip() or None if text else None
