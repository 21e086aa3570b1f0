"""What an article's record must satisfy: fields that belong together, and every part of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Code, Fault, Where
from ..evidence import phrases, quotations
from ..markup import notes
from ..records import NOT_STATED, REMOVED, Article, Author, Statement
from ..vocabulary import Rights, Stance
from . import paragraphs, reports
from .dates import date, dates
from .proposals import left, proposed

WITHDRAWN = "Withdrawn."
"""The summary of a withdrawn article."""
_OF_WITHDRAWN = ("published_basis", "reports", "statements", "events", "outline", "notes")
"""What the record of a withdrawn article must no longer have: it is public too."""


def faults(article: Article) -> Iterator[Fault]:
    """Say what is wrong with an article's record."""
    yield from _belonging(article)
    yield from dates(("published", article.published), ("unreachable", article.unreachable))
    for i, author in enumerate(article.byline):
        yield from _author(author, ("byline", i))
    for i, copy in enumerate(article.archived):
        yield from date(copy.date, ("archived", i, "date"))
    if article.reviewed:
        yield from date(article.reviewed.on, ("reviewed", "on"))
    if article.withdrawn:
        yield from date(article.withdrawn.on, ("withdrawn", "on"))
    for i, event in enumerate(article.events):
        yield from date(event.date, ("events", i, "date"))
    yield from _proposals(article)
    yield from left(article)
    last = article.source.paragraphs if article.source else None
    for i, report in enumerate(article.reports):
        yield from reports.faults(report, ("reports", i))
    for i, statement in enumerate(article.statements):
        yield from _statement(statement, ("statements", i))
    quoted = quotations(article)
    yield from paragraphs.numbers(article, quoted, last)
    yield from paragraphs.outline(article)
    yield from paragraphs.budget(quoted + phrases(article))
    yield from _notes(article)


def _belonging(article: Article) -> Iterator[Fault]:
    if (article.headline == NOT_STATED) != (article.supplied_title is not None):
        yield Fault(
            ("headline",),
            Code.INCOMPLETE,
            "an article has either a headline or, where that is not stated, a `supplied_title` of ours",
            "with `headline: not-stated` write `supplied_title: …`, without brackets; else remove `supplied_title`",
            (("supplied_title",),),
        )
    if article.rights.allows_full_text and article.licence is None:
        yield Fault(
            ("rights",),
            Code.INCOMPLETE,
            f"`rights: {article.rights}` publishes the whole text, but no licence is named",
            "add `licence: {name: …, url: …}`",
            (("licence",),),
        )
    if (article.rights is Rights.WITHDRAWN) != (article.withdrawn is not None):
        yield Fault(
            ("rights",),
            Code.INCOMPLETE,
            "`rights: withdrawn` and `withdrawn: {on: …, reason: …}` belong together",
            "write both or neither",
            (("withdrawn",),),
        )
    elif article.withdrawn is not None:
        yield from _withdrawn(article)
    if article.unreachable is not None and article.url is None:
        yield Fault(
            ("unreachable",),
            Code.INCOMPLETE,
            "no page of the newspaper is named that could be unreachable",
            "add `url`, the address it had, or remove `unreachable`",
            (("url",),),
        )


def _withdrawn(article: Article) -> Iterator[Fault]:
    help_ = f"`python3 tasks.py withdraw {article.id} --reason …` takes out all that goes"
    for name in _OF_WITHDRAWN:
        if getattr(article, name):
            said = f"the article is withdrawn, and its record still has `{name}`"
            yield Fault((name,), Code.STILL_TOLD, said, help_, (("withdrawn",), ("rights",)))
    if article.summary.strip() != WITHDRAWN:
        said = "the article is withdrawn, and its record still has a summary"
        yield Fault(("summary",), Code.STILL_TOLD, said, f"write `summary: {WITHDRAWN}`", (("withdrawn",), ("rights",)))


def _author(author: Author, where: Where) -> Iterator[Fault]:
    if (author.person is None) == (author.agency is None):
        yield Fault(
            where,
            Code.INCOMPLETE,
            "a name of a byline is a person or an agency",
            "write `{person: {family: …, given: …}}` or `{agency: …}`",
            ((*where, "person"), (*where, "agency")),
        )


def _proposals(article: Article) -> Iterator[Fault]:
    yield from proposed(article, ())
    for name in ("reports", "statements", "events"):
        for i, part in enumerate(getattr(article, name)):
            yield from proposed(part, (name, i))


def _statement(statement: Statement, where: Where) -> Iterator[Fault]:
    if statement.removed is not None:
        yield from _removed(statement, where)
    elif not statement.evidence:
        what = f"what {statement.name or 'somebody'} is said to want or say"
        yield reports.no_evidence(where, what, ((*where, "evidence"), (*where, "removed")))


def _removed(statement: Statement, where: Where) -> Iterator[Fault]:
    told = [name for name in ("role", "party", "evidence") if getattr(statement, name)]
    told += ["name"] if statement.name != NOT_STATED else []
    told += ["gist"] if statement.gist.strip() != REMOVED else []
    for name in told:
        yield Fault(
            (*where, name),
            Code.STILL_TOLD,
            f"the statement is removed, and the record still has its {name}",
            f"leave `name: {NOT_STATED}`, `stance: {Stance.CONTEXT_ONLY}`, `gist: {REMOVED}` and `removed: …`",
            ((*where, "removed"),),
        )


def _notes(article: Article) -> Iterator[Fault]:
    for i, remark in enumerate(article.notes):
        if not notes.is_plain(remark.text):
            for problem in notes.note(remark.text)[1]:
                yield Fault(("notes", i, "text"), problem.code, problem.message, problem.help)
