"""What one record must satisfy beyond the types of its fields.

A record may have gaps, fields for which nothing stands (`loading.shape`). What follows from more than the field at
which it is shown names the others (`Fault.of`), so that it is not told where one of them is a gap.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from . import edtf
from .diagnostics import Code, Fault, Where
from .evidence import Quotation, passages, phrases, quotations
from .fields import COUNTRIES
from .markup import notes
from .records import (
    MAX_QUOTE_WORDS,
    MAX_QUOTED_WORDS,
    NOT_STATED,
    REMOVED,
    Article,
    Author,
    Council,
    Disputed,
    Newspaper,
    Partner,
    Record,
    Report,
    Statement,
    paragraphs,
)
from .vocabulary import Fact, Nation, Outcome, PartnershipType, Rights, Stance
from .wording import word_count

EARLIEST_YEAR = 1800
"""No record tells of an earlier year: the first British partnership abroad that newspapers speak of is of 1836."""
LATEST_YEAR = 2199
"""A record by itself knows no day of today: what is later than that, `crosschecks` says."""

_TYPES = frozenset(PartnershipType)
_STATES = frozenset(str(outcome) for outcome in Outcome if outcome.is_state)


def faults(record: object) -> Iterator[Fault]:
    """Say everything that is wrong with one record by itself."""
    if isinstance(record, Article):
        yield from _article(record)
    elif isinstance(record, Council):
        yield from _name(record)
        yield from _proposed(record, ())
        yield from _dates(("established", record.established), ("abolished", record.abolished))
        yield from _in_britain(record)
        if record.gss is not None and record.gss[0] != _GSS[record.nation]:
            said = f"the code `{record.gss}` is not one of {record.nation.label}"
            help_ = f"such codes begin with {_GSS[record.nation]}; or see to `nation`"
            yield Fault(("gss",), Code.BAD_VALUE, said, help_, (("nation",),))
    elif isinstance(record, Partner):
        yield from _name(record)
        yield from _proposed(record, ())
        yield from _country(record)
    elif isinstance(record, Newspaper):
        yield from _proposed(record, ())
        yield from _issn(record)


def _article(article: Article) -> Iterator[Fault]:
    yield from _belonging(article)
    yield from _dates(("published", article.published), ("unreachable", article.unreachable))
    for i, author in enumerate(article.byline):
        yield from _author(author, ("byline", i))
    for i, copy in enumerate(article.archived):
        yield from _date(copy.date, ("archived", i, "date"))
    if article.reviewed:
        yield from _date(article.reviewed.on, ("reviewed", "on"))
    if article.withdrawn:
        yield from _date(article.withdrawn.on, ("withdrawn", "on"))
    for i, event in enumerate(article.events):
        yield from _date(event.date, ("events", i, "date"))
    yield from _proposals(article)
    last = article.source.paragraphs if article.source else None
    for i, report in enumerate(article.reports):
        yield from _report(report, ("reports", i))
    for i, statement in enumerate(article.statements):
        yield from _statement(statement, ("statements", i))
    quoted = quotations(article)
    yield from _paragraph_numbers(article, quoted, last)
    yield from _outline(article)
    yield from _budget(quoted + phrases(article))
    yield from _notes(article)


def _notes(article: Article) -> Iterator[Fault]:
    for i, remark in enumerate(article.notes):
        if not notes.is_plain(remark.text):
            for problem in notes.note(remark.text)[1]:
                yield Fault(("notes", i, "text"), problem.code, problem.message, problem.help)


_OF_WITHDRAWN = ("published_basis", "reports", "statements", "events", "outline", "notes")
"""What the record of a withdrawn article must no longer have: it is public too."""
WITHDRAWN = "Withdrawn."
"""The summary of a withdrawn article."""


def _withdrawn(article: Article) -> Iterator[Fault]:
    help_ = f"`python3 tasks.py withdraw {article.id} --reason …` takes out all that goes"
    for name in _OF_WITHDRAWN:
        if getattr(article, name):
            said = f"the article is withdrawn, and its record still has `{name}`"
            yield Fault((name,), Code.STILL_TOLD, said, help_, (("withdrawn",), ("rights",)))
    if article.summary.strip() != WITHDRAWN:
        said = "the article is withdrawn, and its record still has a summary"
        yield Fault(("summary",), Code.STILL_TOLD, said, f"write `summary: {WITHDRAWN}`", (("withdrawn",), ("rights",)))


def _statement(statement: Statement, where: Where) -> Iterator[Fault]:
    if statement.removed is not None:
        yield from _removed(statement, where)
    elif not statement.evidence:
        what = f"what {statement.name or 'somebody'} is said to want or say"
        yield _no_evidence(where, what, ((*where, "evidence"), (*where, "removed")))


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


def _report(report: Report, where: Where) -> Iterator[Fault]:
    if report.council == report.partner:
        yield Fault(
            (*where, "partner"), Code.REPEATED_REPORT, "a council cannot be its own partner", "name the place abroad",
            ((*where, "council"),),
        )  # fmt: skip
    for value, place in _values(report.type, (*where, "type")):
        if value not in _TYPES:
            yield Fault(
                place,
                Code.UNKNOWN_TERM,
                f"`{value}` is not a term of `type`",
                f"one of: {', '.join(sorted(PartnershipType))}",
            )
    for value, place in _values(report.outcome, (*where, "outcome")):
        if value not in _STATES:
            yield Fault(
                place,
                Code.TERM_MISPLACED,
                f"`{value}` is not a state a partnership can be in",
                "write it as `event`, and give the state after the article as `outcome`",
            )
    if report.event is not None and not report.event.is_event:
        yield Fault(
            (*where, "event"),
            Code.TERM_MISPLACED,
            f"`{report.event}` is a state, not something an article reports",
            "leave `event` out",
        )
    if report.since is not None:
        for value, place in _values(report.since, (*where, "since")):
            yield from _date(value, place)
    for name in ("type", "since", "outcome"):
        yield from _claims(getattr(report, name), (*where, name))
    yield from _support(report, where)


def _support(report: Report, where: Where) -> Iterator[Fault]:
    proved = {fact for e in report.evidence for fact in e.proves}
    certain = isinstance(report.outcome, Outcome) and report.outcome is not Outcome.UNCLEAR
    if certain and Fact.OUTCOME not in proved:
        yield _no_evidence(where, f"that the partnership is `{report.outcome}`", _proofs(report, where))
    # What is only proposed is not stated yet: its entry says where it is shown.
    open_ = {proposed.of for proposed in report.proposed}
    without = [str(fact) for fact in _stated(report) if fact not in proved and fact not in open_]
    if without and report.evidence:
        yield Fault(
            (*where, "evidence"),
            Code.UNSUPPORTED,
            f"no words are shown for: {', '.join(without)}",
            f"add evidence with `supports: [{', '.join(without)}]`",
            _proofs(report, where),
        )


def _proofs(report: Report, where: Where) -> tuple[Where, ...]:
    """Name the fields that say which facts of a report are proved."""
    return ((*where, "evidence"), *((*where, "evidence", i, "supports") for i in range(len(report.evidence))))


def _stated(report: Report) -> Iterator[Fact]:
    yield Fact.COUNCIL
    yield Fact.PARTNER
    if report.type is not PartnershipType.UNSPECIFIED and not isinstance(report.type, Disputed):
        yield Fact.TYPE
    if report.since not in {None, NOT_STATED} and not isinstance(report.since, Disputed):
        yield Fact.SINCE
    if report.event is not None:
        yield Fact.EVENT
    if report.qualifier is not None:
        yield Fact.QUALIFIER
    if report.grounds:
        yield Fact.GROUNDS


def _proposals(article: Article) -> Iterator[Fault]:
    yield from _proposed(article, ())
    for name in ("reports", "statements", "events"):
        for i, part in enumerate(getattr(article, name)):
            yield from _proposed(part, (name, i))


def _proposed(record: Record, where: Where) -> Iterator[Fault]:
    """Say which proposals are of nothing: who takes a value away takes its proposal away too."""
    for i, proposed in enumerate(record.proposed):  # type: ignore[attr-defined]  # of the seven classes that have it
        name = proposed.of
        if name not in record.__struct_fields__ or name in _NEVER_PROPOSED or not getattr(record, name):
            yield Fault(
                (*where, "proposed", i, "of"),
                Code.PROPOSED,
                f"`{name}` is said to be proposed, and no value of it stands beside",
                "take this proposal away; or correct the name of the field",
                ((*where, name),),
            )


_NEVER_PROPOSED = frozenset({"id", "proposed", "reviewed", "evidence", "source", "withdrawn"})


def _values(value: str | Disputed, where: Where) -> Iterator[tuple[str, Where]]:
    """Give a fact's value, or every value claimed where it is disputed, with its place."""
    if isinstance(value, Disputed):
        for i, claim in enumerate(value.disputed):
            yield claim.value, (*where, "disputed", i, "value")
    else:
        yield str(value), where


def _claims(value: object, where: Where) -> Iterator[Fault]:
    """Say which claims of a disputed fact cannot be checked: their words name no paragraph, or the other way round."""
    if isinstance(value, Disputed):
        if len({claim.value for claim in value.disputed}) == 1:
            said = f"all sides say `{value.disputed[0].value}`: nothing is disputed"
            yield Fault(where, Code.BAD_VALUE, said, f"write `{where[-1]}: {value.disputed[0].value}`")
        for i, claim in enumerate(value.disputed):
            if (claim.p is None) != (claim.quote is None):
                yield Fault(
                    (*where, "disputed", i),
                    Code.INCOMPLETE,
                    "a claim's `quote` and the paragraph `p` where it stands belong together",
                    "write both or neither",
                    ((*where, "disputed", i, "p"), (*where, "disputed", i, "quote")),
                )


def _no_evidence(where: Where, what: str, of: tuple[Where, ...]) -> Fault:
    help_ = "add `evidence: [{p: …, quote: …}]`, at most 12 words"
    return Fault(where, Code.NO_EVIDENCE, f"no words prove {what}", help_, of)


def _dates(*dates: tuple[str, str | None]) -> Iterator[Fault]:
    for name, value in dates:
        if value is not None:
            yield from _date(value, (name,))


def _date(value: str, where: Where) -> Iterator[Fault]:
    if value == NOT_STATED and where[-1] in {"published", "since", "value"}:
        return
    try:
        date = edtf.parse(value)
    except edtf.EdtfError as fault:
        yield Fault(where, Code.DATE, f"`{value}`: {fault.message}", fault.help)
        return
    for end in (date.earliest, date.latest):
        if end is not None and not EARLIEST_YEAR <= end.year <= LATEST_YEAR:
            wrong = "out of range" if end.year < EARLIEST_YEAR else "in the future"
            yield Fault(
                where,
                Code.DATE,
                f"`{value}`: the year {end.year} is {wrong}",
                f"years from {EARLIEST_YEAR} to this one are recorded",
            )
            return


def _author(author: Author, where: Where) -> Iterator[Fault]:
    if (author.person is None) == (author.agency is None):
        yield Fault(
            where,
            Code.INCOMPLETE,
            "a name of a byline is a person or an agency",
            "write `{person: {family: …, given: …}}` or `{agency: …}`",
            ((*where, "person"), (*where, "agency")),
        )


def _paragraph_numbers(article: Article, quoted: list[Quotation], last: int | None) -> Iterator[Fault]:
    most = last or 9999
    named: list[tuple[int | str, Where]] = []
    if max([q.p for q in quoted] + [event.p for event in article.events], default=0) > most:
        named += [(q.p, q.named_by) for q in quoted]
        named += [(event.p, ("events", i, "p")) for i, event in enumerate(article.events)]
        named = list(dict.fromkeys(named))  # an event's quotation names the event's own paragraph
    named += [(item.p, ("outline", i, "p")) for i, item in enumerate(article.outline) if not _is_within(item.p, most)]
    named += [(at.p, (*where, "p")) for where, at in passages(article) if at.quote is None and at.p > most]
    for i, note in enumerate(article.notes):
        if note.p is not None and not _is_within(note.p, most):
            named.append((note.p, ("notes", i, "p")))
    for p, where in named:
        yield from _paragraph_number(p, where, last)


def _is_within(p: int | str, most: int) -> bool:
    """Tell whether a paragraph is plainly right, which nearly all are."""
    return isinstance(p, int) and 1 <= p <= most


def _paragraph_number(p: int | str, where: Where, last: int | None) -> Iterator[Fault]:
    try:
        named = paragraphs(p)
    except ValueError as fault:
        yield Fault(where, Code.PARAGRAPH, str(fault), "write 7 for one paragraph, 9-12 for several in a row")
        return
    if last is not None and named[-1] > last:
        yield Fault(
            where,
            Code.PARAGRAPH,
            f"there is no paragraph {named[-1]}: the source has {last}",
            "paragraphs are the source's non-empty lines, counted from 1",
        )


def _outline(article: Article) -> Iterator[Fault]:
    told = 0
    for i, item in enumerate(article.outline):
        try:
            here = paragraphs(item.p)
        except ValueError:
            continue  # said already
        if here[0] <= told:
            yield Fault(
                ("outline", i, "p"),
                Code.OUTLINE,
                f"paragraph {here[0]} is out of order or told twice",
                f"the paragraphs up to {told} are told above",
            )
        told = max(told, here[-1])


def _budget(every: list[Quotation]) -> Iterator[Fault]:
    bounds = [_most_words(q.quote) for q in every]
    if max(bounds, default=0) <= MAX_QUOTE_WORDS and sum(bounds) <= MAX_QUOTED_WORDS:
        return
    # The same words quoted for two facts are published once as far as the newspaper is concerned.
    quoted = {(q.p, q.quote): q for q in every}
    total = 0
    for q in quoted.values():
        words = word_count(q.quote)
        total += words
        if words > MAX_QUOTE_WORDS:
            yield Fault(
                q.where,
                Code.QUOTE_TOO_LONG,
                f"the quotation has {words} words; at most {MAX_QUOTE_WORDS} are quoted",
                "quote only the words that prove the fact; say the rest in our own words",
            )
    if total > MAX_QUOTED_WORDS:
        yield Fault(
            (),
            Code.QUOTE_TOO_LONG,
            f"the record quotes {total} words in all; at most {MAX_QUOTED_WORDS} are quoted",
            "shorten the quotations, or let one support several facts",
        )


_LETTERS_AND_DIGITS = dict.fromkeys(map(ord, string.ascii_letters + string.digits))


def _most_words(quote: str) -> int:
    """Give a number of words that a quotation cannot exceed: a twentieth of the time of counting them."""
    # In ASCII something must part two words; in other scripts a word may be one character.
    return 1 + len(quote.translate(_LETTERS_AND_DIGITS)) if quote.isascii() else len(quote)


def _name(record: Council | Partner) -> Iterator[Fault]:
    """Say where a place's name is none: a number, or a mark that stands for what was not found."""
    if not any(map(str.isalpha, record.name)):
        yield Fault(("name",), Code.BAD_VALUE, "the name is none: it holds no letter", "write the whole name")


_GSS = {Nation.ENGLAND: "E", Nation.SCOTLAND: "S", Nation.WALES: "W", Nation.NORTHERN_IRELAND: "N"}
"""What the official codes of each nation's areas begin with."""


UNKNOWN_COUNTRY = "ZZ"
"""The code of a country that is not known (ISO 3166-1 leaves it to users): allowed while it is only proposed."""


def _country(partner: Partner) -> Iterator[Fault]:
    """Say where a partner's country has no such code, or its code is of a place in another."""
    if partner.country == UNKNOWN_COUNTRY and any(proposed.of == "country" for proposed in partner.proposed):
        return
    if partner.country not in COUNTRIES:
        meant = "did you mean `GB`? " if partner.country == "UK" else ""
        said = f"no country has the code `{partner.country}`"
        yield Fault(("country",), Code.BAD_VALUE, said, f"{meant}ISO 3166-1 has the two letters: CN, FR, DE")
    elif partner.iso is not None and partner.iso[:2] != partner.country:
        said = f"the code `{partner.iso}` is of a place in {partner.iso[:2]}, not in {partner.country}"
        yield Fault(("iso",), Code.BAD_VALUE, said, "correct it, or `country`")


_BRITAIN = ((49.0, 61.0), (-9.0, 2.5))
"""What lies between these latitudes and longitudes holds the United Kingdom."""


def _in_britain(council: Council) -> Iterator[Fault]:
    """Say where a council's point is far from any council: nearly always the two numbers are in each other's place."""
    if council.coordinates is None:
        return
    (south, north), (west, east) = _BRITAIN
    for name, degrees, least, most in (
        ("lat", council.coordinates.lat, south, north),
        ("lon", council.coordinates.lon, west, east),
    ):
        if not least <= degrees <= most:
            said = f"`{name}: {degrees}` is not in the United Kingdom, which lies between {least} and {most}"
            help_ = "see to its sign and its point, and that `lat` and `lon` are not exchanged"
            yield Fault(("coordinates", name), Code.BAD_VALUE, said, help_)
            return


def _issn(newspaper: Newspaper) -> Iterator[Fault]:
    if newspaper.issn is None:
        return
    digits = re.sub("-", "", newspaper.issn)
    total = sum((8 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits))
    if total % 11:
        yield Fault(
            ("issn",), Code.BAD_VALUE, f"`{newspaper.issn}` fails the ISSN's check digit (ISO 3297)", "copy it anew"
        )
