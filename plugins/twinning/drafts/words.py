"""Own words made of values alone: a program has none, and the newspaper's may not stand for ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..loading.files import FORBIDDEN
from ..records import Report
from ..text import UNSEEN
from ..vocabulary import Outcome, ParagraphKind, PartnershipType

MOST_TOLD = 4
"""So many partnerships are told of in a summary; of the others, their number."""

KINDS = {
    ParagraphKind.HEADLINE: "The headline.",
    ParagraphKind.STANDFIRST: "The summary under the headline.",
    ParagraphKind.BYLINE: "Who wrote it.",
    ParagraphKind.DATELINE: "Where and when it was written or published.",
    ParagraphKind.CAPTION: "Words that stood under a picture.",
    ParagraphKind.FURNITURE: "Words of the page around the article.",
    ParagraphKind.DUPLICATE: "The same words once more.",
    ParagraphKind.SUBHEADING: "A heading within the article.",
}
"""What the outline says of paragraphs that are not the article's own text."""

_UNSEEN = re.compile(f"[{re.escape(UNSEEN)}]")


def clean(text: str) -> str:
    """Give a text as a record may hold it: one line, composed (NFC), without characters that nobody sees."""
    text = FORBIDDEN.sub("", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", re.sub(r"[ \t\r\n\x85\u2028\u2029]+", " ", text)).strip()


def link(report: Report) -> str:
    """Name the kind of link."""
    kind = report.type
    return "partnership" if not isinstance(kind, PartnershipType) or kind is kind.UNSPECIFIED else kind.label


def summary(reports: Sequence[tuple[str, str, Report]]) -> str:
    """Say what is reported of each partnership, given the names of its two sides."""
    if not reports:
        return "The article reports no partnership of a council."
    said = [_sentence(*report) for report in reports[:MOST_TOLD]]
    more = len(reports) - MOST_TOLD
    if more > 0:
        said.append(f"It tells of {more} more partnership{'s' if more > 1 else ''}.")
    return " ".join(said)


def _sentence(council: str, partner: str, report: Report) -> str:
    whose = f"the {link(report)} of {council} and {partner}"
    if not isinstance(report.outcome, Outcome) or report.outcome is Outcome.UNCLEAR:
        said = f"The article tells of {whose}; what became of it is unclear."
    else:
        said = f"The article reports that {whose} {report.outcome.standing}."
    if report.event is not None and report.event != report.outcome:
        said += f" What it reports is: {report.event.label}."
    return said


def title(reports: Sequence[tuple[str, str, Report]]) -> str:
    """Give a title of ours for a text that has no headline."""
    pairs = [f"{council} and {partner}" for council, partner, _ in reports]
    return f"Article about {pairs[0]}" if pairs else "Article without a headline"
