"""The rows of the tables, made from the archive: one article after another, so that nothing is held that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...archive import Archive, date_of, published
from ...cite.item import natural
from ...edtf import Edtf
from ...records import Article, Disputed, Evidence, Report
from . import tables
from .columns import DISPUTED, Row

Address = Callable[[str], str]
"""Gives the full address of a path below the site's root."""


def rows(archive: Archive, address: Address) -> Iterator[Row]:
    """Give every row of every table, those of each in the order of its key (articles by number)."""
    yield from _newspapers(archive, address)
    yield from _councils(archive, address)
    yield from _partners(archive, address)
    yield from _partnerships(archive, address)
    for article in sorted(archive.articles, key=lambda a: (len(a.id), a.id)):
        yield from _of_article(article, address(f"a/{article.id}/"))


def _newspapers(archive: Archive, address: Address) -> Iterator[Row]:
    for paper in archive.newspapers.values():
        yield tables.Newspaper(
            id=paper.id,
            address=address(f"newspapers/{paper.id}/"),
            name=paper.name,
            place=paper.place,
            publisher=paper.publisher,
            issn=paper.issn,
            url=paper.url,
            aliases=_several(paper.aliases),
            note=paper.note,
        )


def _councils(archive: Archive, address: Address) -> Iterator[Row]:
    for council in archive.councils.values():
        at = council.coordinates
        yield tables.Council(
            id=council.id,
            address=address(f"councils/{council.id}/"),
            name=council.name,
            official_name=council.official_name,
            place=council.short,
            type=str(council.type),
            nation=str(council.nation),
            gss=council.gss,
            iso=council.iso,
            wikidata=council.wikidata,
            established=council.established,
            abolished=council.abolished,
            successor=council.successor,
            latitude=at.lat if at else None,
            longitude=at.lon if at else None,
            aliases=_several(council.aliases),
            note=council.note,
        )


def _partners(archive: Archive, address: Address) -> Iterator[Row]:
    for partner in archive.partners.values():
        at, local = partner.coordinates, partner.local_name
        yield tables.Partner(
            id=partner.id,
            address=address(f"partners/{partner.id}/"),
            name=partner.name,
            local_name=local.text if local else None,
            local_language=local.lang if local else None,
            level=str(partner.level),
            within=partner.within,
            country=partner.country,
            country_name=partner.country_name,
            iso=partner.iso,
            wikidata=partner.wikidata,
            geonames=partner.geonames,
            latitude=at.lat if at else None,
            longitude=at.lon if at else None,
            aliases=_several(partner.aliases),
            note=partner.note,
        )


def _partnerships(archive: Archive, address: Address) -> Iterator[Row]:
    for (council, partner), partnership in archive.partnerships.items():
        latest = partnership.state.tellings[-1].article
        yield tables.Partnership(
            council=council,
            partner=partner,
            address=address(f"partnerships/{council}/{partner}/"),
            council_name=partnership.council.name,
            partner_name=partnership.partner.name,
            country=partnership.partner.country,
            state=partnership.state.name,
            reported=latest.published,
            article=latest.id,
            reports=len(partnership.tellings),
        )


def _of_article(article: Article, page: str) -> Iterator[Row]:
    rights = str(article.rights)
    yield _article(article, page, rights)
    for number, report in enumerate(article.reports, 1):
        yield _report(article, number, report, rights)
        yield from _claims(article, number, report, rights)
    for number, statement in enumerate(article.statements, 1):
        if statement.removed is not None:
            continue
        yield tables.Statement(
            article=article.id,
            number=number,
            address=f"{page}#s{number}",
            name=statement.name,
            speaker=str(statement.speaker),
            role=statement.role,
            party=statement.party,
            stance=str(statement.stance),
            gist=statement.gist,
        )
    for number, event in enumerate(article.events, 1):
        earliest, latest = _days(date_of(event.date))
        yield tables.Event(
            article=article.id,
            number=number,
            date=event.date,
            earliest=earliest,
            latest=latest,
            what=event.what,
            council=event.council,
            partner=event.partner,
            p=event.p,
            address=f"{page}#p{event.p}",
            quote=event.quote,
            newspaper=article.newspaper,
            rights=rights,
        )
    yield from _evidence(article, page, rights)


def _article(article: Article, page: str, rights: str) -> Row:
    earliest, latest = _days(published(article))
    source, licence, review = article.source, article.licence, article.reviewed
    return tables.Article(
        id=article.id,
        address=page,
        title=article.title,
        newspaper=article.newspaper,
        byline=_several(natural(author) for author in article.byline),
        published=article.published,
        earliest=earliest,
        latest=latest,
        section=article.section,
        edition=article.edition,
        pages=article.pages,
        language=article.language,
        url=article.url,
        archived=" ".join(copy.url for copy in article.archived) or None,
        source_sha256=source.sha256 if source else None,
        paragraphs=source.paragraphs if source else None,
        rights=rights,
        licence=licence.name if licence else None,
        licence_url=licence.url if licence else None,
        withdrawn=article.withdrawn.on if article.withdrawn else None,
        reviewed=review.on if review else None,
        reviewed_by=review.by if review else None,
        summary=article.summary,
    )


def _report(article: Article, number: int, report: Report, rights: str) -> Row:
    return tables.Report(
        article=article.id,
        number=number,
        newspaper=article.newspaper,
        published=article.published,
        council=report.council,
        partner=report.partner,
        type=_value(report.type) or "",
        as_reported=_several(report.as_reported),
        since=_value(report.since),
        outcome=_value(report.outcome) or "",
        event=_value(report.event),
        qualifier=_value(report.qualifier),
        grounds=_several(report.grounds),
        rights=rights,
    )


def _claims(article: Article, number: int, report: Report, rights: str) -> Iterator[Row]:
    for about, value in (("type", report.type), ("since", report.since), ("outcome", report.outcome)):
        if isinstance(value, Disputed):
            for which, claim in enumerate(value.disputed, 1):
                yield tables.Claim(
                    article=article.id,
                    report=number,
                    about=about,
                    number=which,
                    value=claim.value,
                    who=claim.who,
                    p=claim.p,
                    quote=claim.quote,
                    newspaper=article.newspaper,
                    rights=rights,
                )


def _evidence(article: Article, page: str, rights: str) -> Iterator[Row]:
    proofs: list[tuple[int | None, int | None, Evidence, str]] = []
    for number, report in enumerate(article.reports, 1):
        proofs += [(number, None, proof, "; ".join(proof.proves)) for proof in report.evidence]
    for number, statement in enumerate(article.statements, 1):
        if statement.removed is None:
            proofs += [(None, number, proof, "stance") for proof in statement.evidence]
    id_, newspaper = article.id, article.newspaper
    for number, (of_report, of_statement, proof, supports) in enumerate(proofs, 1):
        yield tables.Evidence(
            article=id_,
            number=number,
            report=of_report,
            statement=of_statement,
            supports=supports,
            p=proof.p,
            address=f"{page}#p{proof.p}",
            quote=proof.quote,
            newspaper=newspaper,
            rights=rights,
        )


def _days(date: Edtf | None) -> tuple[str | None, str | None]:
    if date is None:
        return None, None
    first, last = date.earliest, date.latest
    return first.isoformat() if first else None, last.isoformat() if last else None


def _several(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


def _value(value: str | Disputed | None) -> str | None:
    if isinstance(value, Disputed):
        return DISPUTED
    return None if value is None else str(value)
