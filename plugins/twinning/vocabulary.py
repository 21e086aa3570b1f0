"""The controlled terms of the archive, each with what it means.

A record may use these words and no others, so that two articles that say the same thing say it alike.
The terms and their meanings are part of the archive's promise to those who cite or reuse it: a term may be
added, never given another meaning.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of a vocabulary: its value is what records carry, `meaning` what it says, `label` how pages show it."""

    meaning: str
    label: str

    def __new__(cls, value: str, meaning: str, label: str | None = None) -> Self:
        """Make the member from its value, its meaning and, where hyphens to spaces will not do, its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        member.label = label or value.replace("-", " ")
        return member


class Outcome(Term):
    """The state of a partnership after an article (`outcome`), and what the article reports (`event`)."""

    PROPOSED = "proposed", "A new link is suggested or explored; nothing is decided."
    APPROVED = "approved", "The deciding body authorised it; it is not yet signed."
    ESTABLISHED = "established", "Signed or formally begun."
    ACTIVE = "active", "In being; the article changes nothing."
    RENEWED = "renewed", "Re-signed, extended or re-affirmed."
    ENDING_CALLED_FOR = "ending-called-for", "Somebody publicly asks for an end; there is no decision."
    UNDER_REVIEW = "under-review", "The council opened a named review or consultation."
    CONTINUED = "continued", "The question was put and the link kept."
    SUSPENDED = "suspended", "Paused, with resumption foreseen."
    ENDED = "ended", "The decision to end it was taken or announced."
    LAPSED = "lapsed", "Expired or dormant without a decision."
    SHELVED = "shelved", "A proposed link was withdrawn before signature."
    REINSTATED = "reinstated", "An ended or suspended link was restored."
    UNCLEAR = "unclear", "The evidence does not settle it: always preferred to a guess."

    @property
    def is_state(self) -> bool:
        """Tell whether a partnership can be in this state (DESIGN: allowed as `outcome`)."""
        return self is not Outcome.ENDING_CALLED_FOR

    @property
    def is_event(self) -> bool:
        """Tell whether an article can report this (DESIGN: allowed as `event`)."""
        return self not in {Outcome.ACTIVE, Outcome.UNCLEAR}

    @property
    def standing(self) -> str:
        """Say the state as the end of a sentence that begins with the partnership's name."""
        return _STANDING[self]


_STANDING = {
    Outcome.PROPOSED: "is proposed; nothing is decided",
    Outcome.APPROVED: "is approved but not yet signed",
    Outcome.ESTABLISHED: "has been established",
    Outcome.ACTIVE: "is active",
    Outcome.RENEWED: "has been renewed",
    Outcome.ENDING_CALLED_FOR: "faces a call for its end",
    Outcome.UNDER_REVIEW: "is under review",
    Outcome.CONTINUED: "continues",
    Outcome.SUSPENDED: "is suspended",
    Outcome.ENDED: "is ended",
    Outcome.LAPSED: "has lapsed",
    Outcome.SHELVED: "was shelved before it was signed",
    Outcome.REINSTATED: "has been reinstated",
    Outcome.UNCLEAR: "is in an unclear state: the evidence does not settle it",
}


class Qualifier(Term):
    """How firm a reported decision was."""

    ANNOUNCED = "announced", "Made known by somebody who speaks for the council; no vote is reported."
    VOTED = "voted", "Decided by a vote of the council or its committee."
    NOTIFIED = "notified", "The partner was formally told."

    @property
    def told(self) -> str:
        """Say it as the end of a sentence about a decision."""
        return {Qualifier.ANNOUNCED: "this was announced", Qualifier.VOTED: "this was voted"}.get(
            self, "the partner was told"
        )


class PartnershipType(Term):
    """What kind of link the article describes; newspapers mix these words, so theirs stand in `as_reported`."""

    TWINNING = "twinning", "A twinning, of towns or districts."
    SISTER_CITY = "sister-city", "A sister-city link."
    FRIENDSHIP_AGREEMENT = "friendship-agreement", "A friendship agreement, less formal than twinning."
    COUNTY_PROVINCE = (
        "county-province-partnership",
        "A lasting link of a county and a province or region.",
        "county–province partnership",
    )
    MEMORANDUM = "memorandum-of-understanding", "A signed statement of common intent."
    PROJECT = "project-partnership", "A link for one project or programme."
    INFORMAL = "informal-link", "Visits and exchanges without a signed paper."
    UNSPECIFIED = "unspecified", "The article names a link but not its kind."


class Stance(Term):
    """What a person or body wants of a partnership, as the article reports it."""

    FOR_FORMING = "for-forming", "Wants the link to be formed."
    AGAINST_FORMING = "against-forming", "Wants the link not to be formed."
    FOR_ENDING = "for-ending", "Wants the link to end."
    AGAINST_ENDING = "against-ending", "Wants the link kept."
    FOR_SUSPENDING = "for-suspending", "Wants the link paused."
    FOR_REVIEW = "for-review", "Wants the link reviewed or reconsidered."
    NEUTRAL = "neutral", "Speaks of the link and takes no side."
    CONTEXT_ONLY = "context-only", "Speaks of matters around the link, not of the link."


class Speaker(Term):
    """Who makes a statement; only persons named in full have a page of their own."""

    PERSON = "person", "One person, named or not."
    ORGANISATION = "organisation", "A body: a party, a government, a charity, a firm."
    GROUP = "group", "People spoken of together: residents, officers, sources."


class Ground(Term):
    """A reason given for or against a partnership."""

    HUMAN_RIGHTS = "human-rights", "Human rights in the partner's country."
    UYGHURS = "uyghurs", "The treatment of Uyghurs.", "Uyghurs"
    HONG_KONG = "hong-kong", "Events in Hong Kong.", "Hong Kong"
    NATIONAL_SECURITY_LAW = "national-security-law", "The national security law in Hong Kong."
    WAR_IN_UKRAINE = "war-in-ukraine", "The war in Ukraine.", "war in Ukraine"
    GAZA = "gaza", "The war in Gaza.", "Gaza"
    TAIWAN = "taiwan", "The dispute over Taiwan.", "Taiwan"
    COVID = "covid", "The coronavirus pandemic.", "Covid"
    COST = "cost", "What the link costs."
    DORMANCY = "dormancy", "Little or nothing happens in the link."
    SECURITY_RISK = "security-risk", "Risk to the security of the country or the council."
    TRADE = "trade", "Trade and business."
    CULTURE_EDUCATION = "culture-education", "Culture, schools and exchanges.", "culture and education"


class Rights(Term):
    """What may be published of an article's own words."""

    OPEN_LICENCE = "open-licence", "The text is under an open licence, named with it."
    PERMISSION = "permission", "The owner permitted the text to be published here."
    IN_COPYRIGHT = "in-copyright", "In copyright: facts, our own words and short quotations only."
    UNKNOWN = "unknown", "Rights not settled: treated as in copyright."
    WITHDRAWN = "withdrawn", "Withdrawn: the citation and the reason remain."

    @property
    def allows_full_text(self) -> bool:
        """Tell whether the newspaper's text may stand on the published page."""
        return self in {Rights.OPEN_LICENCE, Rights.PERMISSION}

    @property
    def statement(self) -> str:
        """Give the address that states these rights to machines (rightsstatements.org, in its http form)."""
        return _RIGHTS_STATEMENTS.get(self, "http://rightsstatements.org/vocab/InC/1.0/")


_RIGHTS_STATEMENTS = {
    Rights.OPEN_LICENCE: "https://creativecommons.org/licenses/by/4.0/",
    Rights.UNKNOWN: "http://rightsstatements.org/vocab/UND/1.0/",
}


class NoteKind(Term):
    """What a note of ours is about."""

    DISCREPANCY = "discrepancy", "Two places of the article, or the article and a record, do not agree."
    DUPLICATE = "duplicate", "The same words stand twice."
    CAPTION = "caption", "A photograph's caption stands among the paragraphs."
    LANGUAGE = "language", "A slip of spelling, grammar or quotation marks, left as it is."
    ATTRIBUTION = "attribution", "Who said or who is meant is not plain."
    IDENTITY = "identity", "Who or what a name means."
    DATING = "dating", "How a date was found, or how sure it is."
    CONTEXT = "context", "Knowledge from outside the article."
    CORRECTION = "correction", "What we corrected in this record, and when."


class ParagraphKind(Term):
    """What a paragraph of the newspaper's text is."""

    HEADLINE = "headline", "The headline."
    STANDFIRST = "standfirst", "The summary under the headline."
    BYLINE = "byline", "Who wrote it."
    DATELINE = "dateline", "Where and when it was written or published."
    CAPTION = "caption", "Words that stood under a photograph."
    FURNITURE = "furniture", "Words of the page, not of the article."
    DUPLICATE = "duplicate", "The same words as the paragraph before."
    SUBHEADING = "subheading", "A heading within the article."
    BODY = "body", "The article's own text."


class Fact(Term):
    """A field of a report that evidence can support."""

    COUNCIL = "council", "Which council."
    PARTNER = "partner", "Which partner."
    TYPE = "type", "What kind of link."
    SINCE = "since", "Since when."
    OUTCOME = "outcome", "The state after the article."
    EVENT = "event", "What the article reports."
    QUALIFIER = "qualifier", "How firm the decision was."
    GROUNDS = "grounds", "The reasons given."


class Proposer(Term):
    """Who proposed a value that nobody has checked."""

    MACHINE = "machine", "A program read it in the newspaper's text."


class CouncilType(Term):
    """The kinds of local authority in the United Kingdom."""

    COUNTY = "county", "A county council."
    METROPOLITAN_DISTRICT = "metropolitan-district", "A metropolitan borough or district council."
    UNITARY = "unitary", "A unitary authority."
    DISTRICT = "district", "A district or borough council within a county."
    LONDON_BOROUGH = "london-borough", "A London borough council.", "London borough"
    SCOTTISH = "scottish-council", "A council area in Scotland.", "Scottish council area"
    WELSH = "welsh-principal-area", "A principal area in Wales.", "Welsh principal area"
    NORTHERN_IRISH = "northern-irish-district", "A district in Northern Ireland.", "Northern Irish district"
    PARISH = "parish", "A parish, town, community or city council."
    COMBINED = "combined-authority", "A combined authority or its mayor."


class Nation(Term):
    """The nations of the United Kingdom."""

    ENGLAND = "england", "England.", "England"
    SCOTLAND = "scotland", "Scotland.", "Scotland"
    WALES = "wales", "Wales.", "Wales"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland.", "Northern Ireland"


class Level(Term):
    """What kind of place a partner is; a country alone is never a partner."""

    CITY = "city", "A city, of whatever rank."
    TOWN = "town", "A town or village."
    DISTRICT = "district", "A district within a city."
    COUNTY = "county", "A county or its like."
    PREFECTURE = "prefecture", "A prefecture or its like."
    PROVINCE = "province", "A province."
    REGION = "region", "A region."
    STATE = "state", "A state within a federation."
