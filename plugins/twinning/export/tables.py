"""The archive as data: one row an article and partnership it reports, as CSV and JSON.

Metadata and our own words only: the newspapers' words, even short quotations, are not in these files.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator

from ..archive import published
from ..cite.item import Item, natural
from ..records import Disputed, Report

COLUMNS = {
    "id": "the article's number in the archive",
    "permalink": "its page in the archive",
    "title": "its headline, or our own title in square brackets",
    "newspaper": "the newspaper",
    "byline": "persons and agencies, separated by semicolons",
    "published": "EDTF, or not-stated",
    "earliest": "the first day it may have been published",
    "latest": "the last day it may have been published",
    "url": "the newspaper's own page",
    "council": "the council's id",
    "partner": "the partner's id",
    "type": "the kind of link (a term), or disputed",
    "since": "EDTF, not-stated, or disputed",
    "outcome": "the state after the article (a term), or disputed",
    "event": "what the article reports (a term)",
    "qualifier": "how firm the decision was (a term)",
    "grounds": "reasons given (terms), separated by semicolons",
    "rights": "what may be published of the text (a term)",
    "reviewed": "the day a person reviewed the record; empty means machine-read",
    "summary": "our own words",
}
"""The columns of `articles.csv` and the fields of `articles.json`, with what they hold."""


def rows(items: Iterable[Item]) -> Iterator[dict[str, str]]:
    """Give one row for each report of each article, and one for an article without reports."""
    for item in items:
        article = item.article
        date = published(article)
        about = {
            "id": article.id,
            "permalink": item.permalink,
            "title": article.title,
            "newspaper": item.newspaper.name,
            "byline": "; ".join(natural(author) for author in article.byline),
            "published": article.published,
            "earliest": date.earliest.isoformat() if date and date.earliest else "",
            "latest": date.latest.isoformat() if date and date.latest else "",
            "url": article.url or "",
            "rights": str(article.rights),
            "reviewed": article.reviewed.on if article.reviewed else "",
            "summary": article.summary,
        }
        for report in article.reports or (None,):
            row = about | (_report(report) if report else {})
            yield {column: row.get(column, "") for column in COLUMNS}


def as_json(table: Iterable[dict[str, str]]) -> str:
    """Give the rows as a JSON array, a row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table)
    return f"[\n{lines}\n]\n"


def as_csv(table: Iterable[dict[str, str]]) -> str:
    """Give the rows as CSV (RFC 4180, UTF-8).

    What a spreadsheet would run as a formula has an apostrophe before it (`inert`); `as_it_was` takes it off again.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([inert(cell) for cell in row.values()] for row in table)
    return out.getvalue()


def _report(report: Report) -> dict[str, str]:
    return {
        "council": report.council,
        "partner": report.partner,
        "type": _value(report.type),
        "since": _value(report.since),
        "outcome": _value(report.outcome),
        "event": _value(report.event),
        "qualifier": _value(report.qualifier),
        "grounds": "; ".join(report.grounds),
    }


_SIGN = "[=+\\-@＝＋－＠]"
"""What a formula begins with in one spreadsheet or another (OWASP, CSV injection)."""
_BEFORE = r"(^|[;\t\r\n])"
_SPACE = r"(?:[^\S\t\r\n]|')*"
_FORMULA = re.compile(rf"{_BEFORE}({_SPACE}{_SIGN})")
"""A formula's beginning: at a cell's beginning, and where a spreadsheet that takes semicolons or tabs for the ends of
cells would see one. Apostrophes before it count, so that each one of ours can be told from the text's own."""
_HELD = re.compile(rf"{_BEFORE}'({_SPACE}{_SIGN})")
_UNSEEN = re.compile(r"'*[\t\r\n]")
"""A beginning that some spreadsheets skip."""
_FIRST = frozenset("=+-@＝＋－＠'")


def inert(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    parted = ";" in cell or "\n" in cell or "\t" in cell or "\r" in cell
    if not parted and cell[:1] not in _FIRST and not cell[:1].isspace():
        return cell
    held = _FORMULA.sub(r"\1'\2", cell)
    return f"'{held}" if _UNSEEN.match(held) else held


def as_it_was(cell: str) -> str:
    """Give a cell's value as it was before `inert`."""
    held = cell[1:] if cell.startswith("'") and _UNSEEN.match(cell, 1) else cell
    return _HELD.sub(r"\1\2", held)


def _value(value: str | Disputed | None) -> str:
    return "disputed" if isinstance(value, Disputed) else str(value or "")
