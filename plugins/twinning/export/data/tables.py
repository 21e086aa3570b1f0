"""The tables of the archive, column by column: what is written, what describes it, and what readers are told.

A table's columns come in this order everywhere. An empty value means not recorded; `not-stated`, that the article was
read for it and does not say; `disputed`, that it gives more than one value, which stand in `claims` (DESIGN §2).
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from ...vocabulary import CouncilType, Level, Nation, Outcome, PartnershipType, Qualifier, Rights, Speaker, Stance
from .columns import DISPUTED, Refers, Row, code, day, fact, own, tables, term, theirs

_TheArticle = Annotated[str, code("The article's id.")]
_ItsNewspaper = Annotated[str, code("The id of the newspaper whose words these are.")]
_ItsRights = Annotated[str, term("What may be published of the newspaper's words (a term).", Rights)]
_Paragraph = Annotated[int, code("The paragraph of the newspaper's text, counted from 1.", minimum=1)]
_Place = Annotated[str, code("The address of that paragraph on the article's page.", format="uri")]
_Page = Annotated[str, code("Its page in the archive.", format="uri")]
_Aliases = Annotated[str | None, fact("Other names, separated by semicolons.")]
_Wikidata = Annotated[str | None, code("Its Wikidata item.")]
_Iso = Annotated[str | None, code("Its ISO 3166-2 code.")]
_Latitude = Annotated[float | None, code("Degrees north (WGS 84).", minimum=-90, maximum=90)]
_Longitude = Annotated[float | None, code("Degrees east (WGS 84).", minimum=-180, maximum=180)]
_OurRemark = Annotated[str | None, own("A remark of ours.")]
_Council = Annotated[str, code("The council's id.")]
_Partner = Annotated[str, code("The partner's id.")]


class Newspaper(Row, frozen=True):
    """A newspaper of which the archive has an article or more."""

    table = "newspapers"
    sought = ("name", "aliases", "place")

    id: Annotated[str, code("The newspaper's id, which never changes.")]
    address: _Page
    name: Annotated[str, fact("Its name.")]
    place: Annotated[str | None, fact("Where it is published.")]
    publisher: Annotated[str | None, fact("Its publisher.")]
    issn: Annotated[str | None, code("Its ISSN.")]
    url: Annotated[str | None, fact("Its own site.", format="uri")]
    aliases: _Aliases
    note: _OurRemark


class Council(Row, frozen=True):
    """A council of the United Kingdom."""

    table = "councils"
    refers: ClassVar[Refers] = {("successor",): "councils"}
    sought = ("name", "official_name", "place", "aliases")

    id: Annotated[str, code("The council's id, which never changes.")]
    address: _Page
    name: Annotated[str, fact("The name that the archive's pages use.")]
    official_name: Annotated[str | None, fact("Its name in law.")]
    place: Annotated[str, fact("The place it governs.")]
    type: Annotated[str, term("What kind of council it is (a term).", CouncilType)]
    nation: Annotated[str, term("Its nation (a term).", Nation)]
    gss: Annotated[str | None, code("Its GSS code.")]
    iso: _Iso
    wikidata: _Wikidata
    established: Annotated[str | None, code("When it began, in EDTF.")]
    abolished: Annotated[str | None, code("When it ended, in EDTF.")]
    successor: Annotated[str | None, code("The id of the council that followed it.")]
    latitude: _Latitude
    longitude: _Longitude
    aliases: _Aliases
    note: _OurRemark


class Partner(Row, frozen=True):
    """A place abroad with which a council has or had a partnership."""

    table = "partners"
    sought = ("name", "local_name", "aliases", "within", "country_name")

    id: Annotated[str, code("The partner's id, which never changes.")]
    address: _Page
    name: Annotated[str, fact("Its name in English.")]
    local_name: Annotated[str | None, fact("Its name in the place's own language.")]
    local_language: Annotated[str | None, code("That language (BCP 47).")]
    level: Annotated[str, term("What kind of place it is (a term).", Level)]
    within: Annotated[str | None, fact("The province or region it is part of.")]
    country: Annotated[str, code("Its country (ISO 3166-1 alpha-2).")]
    country_name: Annotated[str | None, fact("Its country's name.")]
    iso: _Iso
    wikidata: _Wikidata
    geonames: Annotated[int | None, code("Its GeoNames number.", minimum=1)]
    latitude: _Latitude
    longitude: _Longitude
    aliases: _Aliases
    note: _OurRemark


class Article(Row, frozen=True):
    """A newspaper article; of one that was withdrawn, its citation, and the reason as its summary."""

    table = "articles"
    refers: ClassVar[Refers] = {("newspaper",): "newspapers"}
    sought = ("title", "summary")

    id: Annotated[str, code("The article's number in the archive, never used again.")]
    address: Annotated[str, code("Its page in the archive, for good.", format="uri")]
    title: Annotated[str, theirs("Its headline; in square brackets, a title of ours where the text has none.")]
    newspaper: Annotated[str, code("The newspaper's id.")]
    byline: Annotated[str | None, fact("Persons and agencies, separated by semicolons.")]
    published: Annotated[str, code("When it was published, in EDTF, or not-stated.")]
    earliest: Annotated[str | None, day("The first day on which it may have been published.")]
    latest: Annotated[str | None, day("The last such day.")]
    section: Annotated[str | None, fact("The section of the newspaper.")]
    edition: Annotated[str | None, fact("Its edition.")]
    pages: Annotated[str | None, fact("The printed pages.")]
    language: Annotated[str, code("The language of the article (BCP 47).")]
    url: Annotated[str | None, fact("The newspaper's own page.", format="uri")]
    archived: Annotated[str | None, fact("Archived copies of that page: addresses, separated by spaces.")]
    source_sha256: Annotated[str | None, code("The SHA-256 of the text that the record was made from.")]
    paragraphs: Annotated[int | None, code("How many paragraphs that text has.", minimum=1)]
    rights: _ItsRights
    licence: Annotated[str | None, fact("The licence or permission for the newspaper's text, where there is one.")]
    licence_url: Annotated[str | None, fact("Where that licence stands.", format="uri")]
    withdrawn: Annotated[str | None, day("The day on which it was withdrawn from the archive.")]
    reviewed: Annotated[str | None, day("The day on which a person reviewed the record; empty means machine-read.")]
    reviewed_by: Annotated[str | None, fact("Who did.")]
    summary: Annotated[str, own("What it says, in our own words.")]


class Partnership(Row, frozen=True):
    """A council and a partner, and where their partnership stands by the latest articles."""

    table = "partnerships"
    key = ("council", "partner")
    refers: ClassVar[Refers] = {("council",): "councils", ("partner",): "partners", ("article",): "articles"}

    council: _Council
    partner: _Partner
    address: _Page
    council_name: Annotated[str, fact("The council's name.")]
    partner_name: Annotated[str, fact("The partner's name.")]
    country: Annotated[str, code("The partner's country (ISO 3166-1 alpha-2).")]
    state: Annotated[str, term("Its state (a term); disputed where the latest articles disagree.", Outcome, DISPUTED)]
    reported: Annotated[str, code("When the latest article was published, in EDTF, or not-stated.")]
    article: Annotated[str, code("The id of the latest article.")]
    reports: Annotated[int, code("How many articles report it.", minimum=1)]


class Report(Row, frozen=True):
    """What one article says of one partnership."""

    table = "reports"
    key = ("article", "number")
    refers: ClassVar[Refers] = {
        ("article",): "articles",
        ("newspaper",): "newspapers",
        ("council", "partner"): "partnerships",
        ("council",): "councils",
        ("partner",): "partners",
    }

    article: _TheArticle
    number: Annotated[int, code("Which of the article's reports it is, from 1.", minimum=1)]
    newspaper: Annotated[str, code("The newspaper's id.")]
    published: Annotated[str, code("When the article was published, in EDTF, or not-stated.")]
    council: _Council
    partner: _Partner
    type: Annotated[str, term("The kind of link (a term), or disputed.", PartnershipType, DISPUTED)]
    as_reported: Annotated[str | None, theirs("The newspaper's words for it, separated by semicolons.")]
    since: Annotated[str | None, code("Since when, in EDTF; or not-stated, or disputed.")]
    outcome: Annotated[str, term("The state after the article (a term), or disputed.", Outcome, DISPUTED)]
    event: Annotated[str | None, term("What the article reports, where that is more than the state (a term).", Outcome)]
    qualifier: Annotated[str | None, term("How firm the decision was (a term).", Qualifier)]
    grounds: Annotated[str | None, code("The reasons given (terms), separated by semicolons.")]
    rights: _ItsRights


class Claim(Row, frozen=True):
    """One side's value of a fact that an article leaves disputed."""

    table = "claims"
    key = ("article", "report", "about", "number")
    refers: ClassVar[Refers] = {
        ("article",): "articles",
        ("article", "report"): "reports",
        ("newspaper",): "newspapers",
    }

    article: _TheArticle
    report: Annotated[int, code("Which of the article's reports it is about.", minimum=1)]
    about: Annotated[str, code("The fact in dispute.", enum=["type", "since", "outcome"])]
    number: Annotated[int, code("Which of the claims about it, from 1.", minimum=1)]
    value: Annotated[str, fact("What is claimed.")]
    who: Annotated[str, fact("Who claims it.")]
    p: Annotated[int | None, code("The paragraph of the newspaper's text, counted from 1.", minimum=1)]
    quote: Annotated[str | None, theirs("The newspaper's words.")]
    newspaper: _ItsNewspaper
    rights: _ItsRights


class Statement(Row, frozen=True):
    """What an article reports that a person or body said or wants."""

    table = "statements"
    key = ("article", "number")
    refers: ClassVar[Refers] = {("article",): "articles"}
    sought = ("name", "gist")

    article: _TheArticle
    number: Annotated[int, code("Which of the article's statements it is, from 1.", minimum=1)]
    address: Annotated[str, code("The address of the statement on the article's page.", format="uri")]
    name: Annotated[str, fact("Who, as the article says it, or not-stated.")]
    speaker: Annotated[str, term("Whether that is a person (a term).", Speaker)]
    role: Annotated[str | None, fact("In what role.")]
    party: Annotated[str | None, fact("Their party, only where the article says it.")]
    stance: Annotated[str, term("What they want of the partnership (a term).", Stance)]
    gist: Annotated[str, own("What they said, in our own words.")]


class Event(Row, frozen=True):
    """A dated thing of which an article tells."""

    table = "events"
    key = ("article", "number")
    refers: ClassVar[Refers] = {
        ("article",): "articles",
        ("council",): "councils",
        ("partner",): "partners",
        ("newspaper",): "newspapers",
    }
    sought = ("what",)

    article: _TheArticle
    number: Annotated[int, code("Which of the article's events it is, from 1.", minimum=1)]
    date: Annotated[str, fact("When, in EDTF, or not-stated.")]
    earliest: Annotated[str | None, day("The first day on which it may have been.")]
    latest: Annotated[str | None, day("The last such day.")]
    what: Annotated[str, own("What happened, in our own words.")]
    council: Annotated[str | None, code("The council's id, where it concerns one.")]
    partner: Annotated[str | None, code("The partner's id, where it concerns one.")]
    p: _Paragraph
    address: _Place
    quote: Annotated[str | None, theirs("The newspaper's words for it.")]
    newspaper: _ItsNewspaper
    rights: _ItsRights


class Evidence(Row, frozen=True):
    """Words of a newspaper that prove what a report or a statement says, and where they stand."""

    table = "evidence"
    key = ("article", "number")
    refers: ClassVar[Refers] = {
        ("article",): "articles",
        ("article", "report"): "reports",
        ("article", "statement"): "statements",
        ("newspaper",): "newspapers",
    }

    article: _TheArticle
    number: Annotated[int, code("Which of the article's quotations it is, from 1.", minimum=1)]
    report: Annotated[int | None, code("The number of the article's report that it proves.", minimum=1)]
    statement: Annotated[int | None, code("The number of the article's statement that it proves.", minimum=1)]
    supports: Annotated[str, code("What of it the words prove: fields, separated by semicolons.")]
    p: _Paragraph
    address: _Place
    quote: Annotated[str, theirs("The words.")]
    newspaper: _ItsNewspaper
    rights: _ItsRights


TABLES = tables((Newspaper, Council, Partner, Article, Partnership, Report, Claim, Statement, Event, Evidence))
"""Every table, each after those that it refers to."""
