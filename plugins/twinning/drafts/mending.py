"""A draft without what the checks refuse: whatever is wrong with it is taken out, and what is left is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from .. import rules
from ..crosschecks import dates, lives
from ..diagnostics import Fault, Severity, Where
from ..evidence import faults_against
from ..loading import Content, Entry
from ..records import NOT_STATED, Article
from ..text import SourceText
from ..vocabulary import Outcome
from .authorities import Authorities
from .fitting import Misfit, fitted, plain

_MOST = 500
"""A draft has fewer parts than this, and each fault takes one away."""
_INSTEAD = {
    "headline": NOT_STATED,
    "published": NOT_STATED,
    "supplied_title": "Article without a headline",
    "summary": "Nothing is said of this article yet.",
    "gist": "Nothing is said of this statement yet.",
    "what": "Something dated is told",
}
"""What stands where a record must have a value and has none."""


def mended(article: Article, source: SourceText, authorities: Authorities, today: date) -> Article:
    """Give an article without what any check of it, of its text or of its dates calls an error."""
    data: dict[str, Any] = plain(article)
    for _ in range(_MOST):
        try:
            found = fitted(data, Article)
        except Misfit as fault:
            where = fault.where
        else:
            faults = _faults(found, source, authorities, today)
            first = next((f for f in faults if f.code.severity is Severity.ERROR), None)
            if first is None:
                return found
            where = first.where
        if not _taken_out(data, where):
            break
    return _bare(article)


def _faults(article: Article, source: SourceText, authorities: Authorities, today: date) -> Iterator[Fault]:
    yield from rules.faults(article)
    yield from faults_against(article, source)
    councils = {r.council for r in article.reports} & authorities.councils.keys()
    content = Content(
        articles={article.id: Entry("", article, "")},
        councils={id_: Entry("", authorities.councils[id_], "") for id_ in sorted(councils)},
        partners={},
        newspapers={},
        sources={},
        verified={},
    )
    for entry, fault in chain(dates.faults(content, today), lives.faults(content)):
        if entry.record is article:
            yield fault


def _taken_out(data: dict[str, Any], where: Where) -> bool:
    """Take out what a fault is of: a field that may be absent, else the part of a list it stands in.

    Tells whether that was possible.
    """
    match where:
        case ():  # too much is quoted in all
            return _shortened(data)
        case ("reports", int(i)) if data["reports"][i]["outcome"] != Outcome.UNCLEAR:
            report = data["reports"][i]
            report["outcome"] = str(Outcome.UNCLEAR)
            report.pop("event", None)
            report.pop("qualifier", None)
            return True
        case ("headline" | "supplied_title",):
            given = data.get("supplied_title"), data["headline"]
            data |= {"headline": NOT_STATED, "supplied_title": _INSTEAD["supplied_title"]}
            return given != (data["supplied_title"], NOT_STATED)
    *path, name = where
    below = _at(data, path)
    if name in _INSTEAD:
        if below[name] != _INSTEAD[name]:
            below[name] = _INSTEAD[name]
            return True
    elif isinstance(name, str) and _may_lack(path, name):
        below.pop(name, None)
        return True
    last = max((n for n, step in enumerate(where) if isinstance(step, int)), default=None)
    if last is None:
        return False
    del _at(data, where[:last])[where[last]]
    return True


def _may_lack(path: Sequence[object], name: str) -> bool:
    """Tell whether what stands at a path is a field that its record need not have."""
    kept = {"p", "quote", "of", "by", "confidence", "date", "council", "partner", "type", "outcome", "name", "stance",
            "gist", "what", "kind", "text", "sha256", "paragraphs", "source", "rights", "newspaper", "id"}  # fmt: skip
    in_event = list(path[:1]) == ["events"] and len(path) == 2 and name in {"council", "partner"}
    return in_event or name not in kept


def _shortened(data: dict[str, Any]) -> bool:
    """Take out what can be spared first where too much is quoted: names, then the last statement."""
    for report in data.get("reports", ()):
        if report.pop("as_reported", None):
            return True
    for name in ("statements", "proposed", "reports"):
        if data.get(name):
            data[name].pop()
            return True
    return False


def _at(data: Any, path: Any) -> Any:
    for step in path:
        data = data[step]
    return data


def _bare(article: Article) -> Article:
    """Give what is left of an article of which nothing else is sure: its text, and that nobody has described it."""
    return Article(
        id=article.id,
        headline=NOT_STATED,
        supplied_title=_INSTEAD["supplied_title"],
        newspaper=article.newspaper,
        published=NOT_STATED,
        rights=article.rights,
        summary=_INSTEAD["summary"],
        source=article.source,
        same_story=article.same_story,
    )
