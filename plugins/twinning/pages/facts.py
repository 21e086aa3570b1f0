"""The panel of facts at the top of an article's page: what it reports of each partnership, and "why?".

Made in Python and not in a template, for the same reason as `body`; every value goes through `text`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..archive import Archive
from ..html import text
from ..records import Article, Disputed, Report
from ..vocabulary import Fact, Outcome
from . import addresses
from .moments import Listing, dated
from .sentences import said

ROOT = "../../"
"""The way from an article's page back to the site's root."""

Anchors = Mapping[tuple[int, str], str]
"""The anchor of each quotation, by paragraph and words."""


def panel(report: Report, article: Article, archive: Archive, listing: Listing, anchors: Anchors) -> str:
    """Give what an article reports of one partnership as a `dl`, each fact with links to the words that prove it.

    `anchors` says where those words stand on the page. Of a record that nobody reviewed, each fact says how sure the
    machine was of it.
    """
    sures = {} if article.reviewed else {proposed.of: proposed.confidence for proposed in report.proposed}
    rows = "".join(_rows(report, archive, anchors, sures))
    return (
        f'<div class="report">\n<h2><a href="{ROOT}{addresses.partnership(report.key)}">'
        f"{text(listing.pair(*report.key))}</a></h2>\n<dl>\n{rows}</dl>\n</div>\n"
    )


def _rows(report: Report, archive: Archive, anchors: Anchors, sures: Mapping[str, float]) -> Iterator[str]:
    proved: dict[Fact, list[tuple[str, int]]] = defaultdict(list)
    for e in report.evidence:
        for fact in e.proves:
            proved[fact].append((anchors[e.p, e.quote], e.p))

    for fact, value in ((Fact.TYPE, report.type), (Fact.SINCE, report.since), (Fact.OUTCOME, report.outcome)):
        if isinstance(value, Disputed):
            proved[fact] += (
                (anchors[claim.p, claim.quote], claim.p) for claim in value.disputed if claim.p and claim.quote
            )

    def row(name: str, value: str, facts: Sequence[Fact], remark: str = "") -> str:
        remark = " · ".join(filter(None, [remark, _sureness(facts, sures)]))
        where = dict.fromkeys(place for fact in facts for place in proved.get(fact, ()))
        why = "".join(
            f' <a href="#{anchor}">{"" if n else "why? "}¶\u00a0{p}</a>' for n, (anchor, p) in enumerate(where)
        )
        remark = f' <span class="remark">{text(remark)}</span>' if remark else ""
        return f"<div><dt>{name}</dt><dd>{value}{why}{remark}</dd></div>\n"

    council, partner = archive.councils[report.council], archive.partners[report.partner]
    yield row("Council", _link(addresses.council(council.id), council.name), [Fact.COUNCIL])
    place = [partner.within, partner.country_name or partner.country]
    names = [partner.local_name.text if partner.local_name else "", ", ".join(filter(None, place))]
    yield row(
        "Partner", _link(addresses.partner(partner.id), partner.name), [Fact.PARTNER], " · ".join(filter(None, names))
    )

    firm, facts = "", [Fact.OUTCOME]
    if report.qualifier is not None:
        meaning = report.qualifier.meaning
        firm, facts = f"{report.qualifier.label}: {meaning[0].lower()}{meaning[1:]}", [Fact.OUTCOME, Fact.QUALIFIER]
    if isinstance(report.outcome, Disputed):
        outcome = f'<span class="state state-disputed">{text(said(report))}</span>'
    else:
        link = _link(addresses.outcome(report.outcome), report.outcome.label)
        outcome = f'<span class="state state-{report.outcome.value}">{link}</span>'
    yield row("Outcome", outcome, facts, firm)
    if report.event is not None and report.event != report.outcome:
        yield row("This article reports", report.event.label, [Fact.EVENT], report.event.meaning)

    if isinstance(report.type, Disputed):
        kind = text(_disputed(report.type))
    else:
        kind = _link(addresses.partnership_type(report.type), report.type.label)
    reported = f"as reported: {', '.join(f'“{words}”' for words in report.as_reported)}" if report.as_reported else ""
    yield row("Type", kind, [Fact.TYPE], reported)
    if report.since is not None:
        since = _disputed(report.since) if isinstance(report.since, Disputed) else dated(report.since)
        yield row("Since", text(since), [Fact.SINCE])
    if report.grounds:
        # A call's grounds are the caller's; beside "continued" they would read as the council's.
        called = report.event is Outcome.ENDING_CALLED_FOR
        yield row(
            "Grounds of the call" if called else "Grounds",
            ", ".join(ground.label for ground in report.grounds),
            [Fact.GROUNDS],
        )


def _sureness(facts: Sequence[Fact], sures: Mapping[str, float]) -> str:
    """Say how sure the machine was of a value that nobody has checked."""
    found = [sures[fact] for fact in facts if fact in sures] if sures else ()
    return f"read by machine, {min(found):.0%} sure" if found else ""


def _disputed(disputed: Disputed) -> str:
    return "disputed: " + "; ".join(f"{claim.value} (so {claim.who})" for claim in disputed.disputed)


def _link(path: str, name: str) -> str:
    return f'<a href="{ROOT}{path}">{text(name)}</a>'
