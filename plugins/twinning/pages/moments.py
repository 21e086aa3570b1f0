"""Entries of timelines and lists as templates show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from .. import edtf
from ..archive import Archive, Mention, Moment, Partnership, published
from ..records import Article
from ..vocabulary import Fact
from . import addresses
from .sentences import outcome, standing, state


class Words(NamedTuple):
    """Words that prove something: the quotation, its paragraph, and the address where it stands."""

    quote: str
    p: int
    href: str


class MomentView(NamedTuple):
    """One entry of a timeline. Addresses are below the site's root."""

    article: str
    """The id of the article that tells it."""
    date: str
    whom: str
    """The partnership or council concerned, for timelines that show several."""
    what: str
    state: str
    """The outcome's term for a report, empty for an event."""
    href: str
    p: str
    """The paragraph that `href` leads to, empty for the article as a whole."""
    newspaper: str
    words: tuple[Words, ...]
    is_reviewed: bool


class ListedArticle(NamedTuple):
    """An article in a list."""

    id: str
    href: str
    title: str
    newspaper: str
    date: str
    iso: str | None
    outcomes: tuple[tuple[str, str, str], ...]
    """For each report: the state's term, its label, and the partnership's name."""
    is_reviewed: bool
    language: str
    context: str = ""
    """What a reference manager imports from the list (COinS)."""


class ListedPartnership(NamedTuple):
    """A partnership in a list."""

    href: str
    council: str
    partner: str
    local_name: str
    local_lang: str
    state: str
    label: str
    dated: str
    articles: int
    sentence: str
    words: tuple[Words, ...]
    is_reviewed: bool
    """Whether somebody has reviewed any of the articles that its state rests on."""


class ListedMention(NamedTuple):
    """What an article reports that somebody said or wanted, on that person's page."""

    article: ListedArticle
    href: str
    gist: str
    stance: str
    about: str
    words: tuple[Words, ...]


class Listing:
    """Makes list and timeline entries from the archive, each once: the same entry stands on many pages."""

    def __init__(self, archive: Archive, context: Callable[[Article], str] = lambda _: "") -> None:
        """Begin with the archive and nothing made; `context` gives an article's COinS (`cite.coins`)."""
        self._archive = archive
        self._context = context
        self._moments: dict[int, MomentView] = {}
        self._articles: dict[str, ListedArticle] = {}
        self._partnerships: dict[tuple[str, str], ListedPartnership] = {}

    def moment(self, moment: Moment) -> MomentView:
        """Give a timeline's entry."""
        return self.moments((moment,))[0]

    def moments(self, moments: Iterable[Moment]) -> list[MomentView]:
        """Give a timeline's entries."""
        # The archive holds its moments for good, so that their identity is theirs alone.
        made = self._moments
        return [made.get(id(moment)) or self._moment(moment) for moment in moments]

    def article(self, article: Article) -> ListedArticle:
        """Give an article as lists show it."""
        return self._articles.get(article.id) or self._article(article)

    def articles(self, articles: Iterable[Article]) -> list[ListedArticle]:
        """Give articles as lists show them."""
        made = self._articles
        return [made.get(article.id) or self._article(article) for article in articles]

    def partnership(self, partnership: Partnership) -> ListedPartnership:
        """Give a partnership as lists show it."""
        found = self._partnerships.get(partnership.key)
        if found is None:
            found = self._partnerships[partnership.key] = self._partnership(partnership)
        return found

    def mention(self, mention: Mention) -> ListedMention:
        """Give a statement as its person's page shows it."""
        article, statement = self.article(mention.article), mention.statement
        return ListedMention(
            article=article,
            href=f"{article.href}#s{mention.number}",
            gist=statement.gist,
            stance=statement.stance.label,
            about=", ".join(filter(None, (statement.role, statement.party))),
            words=tuple([Words(e.quote, e.p, f"{article.href}#p{e.p}") for e in statement.evidence]),
        )

    def pair(self, council: str | None, partner: str | None) -> str:
        """Name a partnership, or the one of its two sides that is given: "Wakefield and Nanning"."""
        names = []
        if council is not None and council in self._archive.councils:
            names.append(self._archive.councils[council].short)
        if partner is not None and partner in self._archive.partners:
            names.append(self._archive.partners[partner].name)
        return " and ".join(names)

    def newspaper(self, article: Article) -> str:
        """Name an article's newspaper."""
        return self._archive.newspapers[article.newspaper].name

    def _moment(self, moment: Moment) -> MomentView:
        article = moment.article
        address = addresses.article(article.id)
        if moment.report is not None:
            report = moment.report
            evidence = report.evidence_for(Fact.OUTCOME)
            words = tuple([Words(e.quote, e.p, f"{address}#p{e.p}") for e in evidence])
            parts = [report.event.label] if report.event and report.event != report.outcome else []
            parts.append(outcome(report))
            what, state = "; ".join(parts), "" if not isinstance(report.outcome, str) else str(report.outcome)
            href = words[0].href if words else address
        else:
            event = moment.event
            assert event is not None
            href = f"{address}#p{event.p}"
            words = (Words(event.quote, event.p, href),) if event.quote else ()
            what, state = event.what, ""
        made = self._moments[id(moment)] = MomentView(
            article=article.id,
            date=moment.date.words if moment.date else "date not stated",
            whom=self.pair(moment.council, moment.partner),
            what=what,
            state=state,
            href=href,
            p=href.partition("#p")[2],
            newspaper=self.newspaper(article),
            words=words,
            is_reviewed=article.is_reviewed or article.withdrawn is not None,
        )
        return made

    def _article(self, article: Article) -> ListedArticle:
        date = published(article)
        made = self._articles[article.id] = ListedArticle(
            id=article.id,
            href=addresses.article(article.id),
            title=article.title,
            newspaper=self.newspaper(article),
            date=date.words if date else "date not stated",
            iso=date.iso if date else None,
            outcomes=tuple(
                [
                    ("disputed" if not isinstance(r.outcome, str) else str(r.outcome), outcome(r), self.pair(*r.key))
                    for r in article.reports
                ]
            ),
            is_reviewed=article.is_reviewed,
            language=article.language,
            context=self._context(article),
        )
        return made

    def _partnership(self, partnership: Partnership) -> ListedPartnership:
        last = partnership.state.tellings[-1]
        local = partnership.partner.local_name
        return ListedPartnership(
            href=addresses.partnership(partnership.key),
            council=partnership.council.name,
            partner=partnership.partner.name,
            local_name=local.text if local else "",
            local_lang=local.lang if local else "",
            state=partnership.state.name,
            label=state(partnership),
            dated=last.date.words if last.date else "",
            articles=len({t.article.id for t in partnership.tellings}),
            sentence=standing(partnership, [self.newspaper(t.article) for t in partnership.state.tellings]),
            words=tuple(
                Words(e.quote, e.p, f"{addresses.article(t.article.id)}#p{e.p}")
                for t in partnership.state.tellings
                for e in t.report.evidence_for(Fact.OUTCOME)
            ),
            is_reviewed=any(t.article.is_reviewed for t in partnership.state.tellings),
        )


def dated(text: str) -> str:
    """Say an EDTF date of a record in words; `not-stated` as "not stated"."""
    return "not stated" if text == "not-stated" else edtf.parse(text).words
