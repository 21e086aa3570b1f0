"""A proposal as one line of JSON, for programs: `inv ingest --json`."""

from __future__ import annotations

import json
from typing import Any

from .proposal import Author, Passage, Proposal, ProposedReport, ProposedStatement, Value


def line(proposal: Proposal) -> str:
    """Write a proposal as one JSON object without a line end."""
    return json.dumps(as_json(proposal), ensure_ascii=False)


def as_json(proposal: Proposal) -> dict[str, Any]:
    """Give a proposal as plain data."""
    published = proposal.published
    return {
        "file": proposal.file,
        "sha256": proposal.sha256,
        "headline": proposal.headline.value if proposal.headline else None,
        "byline": [_author(author.value) for author in proposal.byline],
        "published": {
            "edtf": published.edtf,
            "basis": published.basis,
            "confidence": published.confidence,
            "evidence": _passages(published.evidence),
        }
        if published
        else None,
        "paragraphs": [{"p": kind.p, "kind": str(kind.kind)} for kind in proposal.paragraphs],
        "reports": [_report(report) for report in proposal.reports],
        "statements": [_statement(said) for said in proposal.statements],
        "events": [
            {"date": e.date, "what": e.what, "council": e.council, "partner": e.partner, "p": e.p, "quote": e.quote}
            for e in proposal.events
        ],
        "defects": [{"p": defect.p, "kind": defect.kind, "text": defect.text} for defect in proposal.defects],
        "same_story": [{"id": kin.id, "share": kin.share} for kin in proposal.same_story],
    }


def _report(report: ProposedReport) -> dict[str, Any]:
    council, partner = report.council.value, report.partner.value
    return {
        "council": {"name": council.name, "id": council.id, "code": council.code},
        "partner": {"name": partner.name, "id": partner.id, "country": partner.country, "level": str(partner.level)},
        "type": str(report.type.value),
        "as_reported": [words.value for words in report.as_reported],
        "since": _plain(report.since),
        "outcome": str(report.outcome.value),
        "event": _plain(report.event),
        "qualifier": _plain(report.qualifier),
        "grounds": [str(ground.value) for ground in report.grounds],
        "confidence": report.confidence,
        "evidence": [
            {"p": e.p, "quote": e.quote, "supports": [str(fact) for fact in e.supports]} for e in report.evidence
        ],
    }


def _statement(said: ProposedStatement) -> dict[str, Any]:
    return {
        "name": said.name.value,
        "role": _plain(said.role),
        "party": _plain(said.party),
        "stance": str(said.stance.value),
        "evidence": _passages(said.evidence),
    }


def _author(author: Author) -> dict[str, Any]:
    """Give a name of a byline as a record has it."""
    if author.is_agency:
        return {"agency": author.name}
    return {"person": {"family": author.family, "given": author.given}}


def _passages(passages: tuple[Passage, ...]) -> list[dict[str, Any]]:
    return [{"p": p, "quote": quote} for p, quote in passages]


def _plain(value: Value[Any] | None) -> str | None:
    return str(value.value) if value else None
