"""Who wrote an article: people and services, as its byline names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...vocabulary import ParagraphKind
from ..proposal import Author, Kind, Passage, Value
from ..wordings.patterns import Wording

_AGENCY = Wording(
    r"\b(?:service|agency|press association|PA\b|reuters|bbc|news|reporters?\b$|media|desk|newsroom|correspondent$|staff)\b"
)


_JOB = re.compile(r"(?i)(?:[\w’'-]+ ){0,4}(?:reporter|correspondent|editor|writer|staff)")
"""What somebody does at the paper, who is named beside it."""
_NO_NAME = re.compile(
    r"(?:Road|Street|Avenue|Lane|Close|Drive|Way|Crescent|Gardens|Terrace|Place|Square|Court|Row|Walk|Grove|Mews|Rise|Council|Party|Association|Society)$"
)
"""Where a letter's writer lives, or what he or she belongs to."""
_PAPER = re.compile(
    r"\b(?:Gazette|Courier|Express|Herald|Times|Mail|Echo|Chronicle|Advertiser|Observer|Argus|Journal|Mercury|Guardian|Independent|Standard|Telegraph|Tribune|Examiner|Recorder|Messenger|Bulletin|Mirror|Sentinel)$"
)
"""The newspaper itself, which stands over its headline: Whitby Gazette."""
_TITLE = re.compile(r"^(?:Mrs?|Ms|Miss|Dr|Rev|Sir|Dame|Cllr|Councillor|Coun|Cr|Ald|Prof)\.? ")


def byline(lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[Value[Author], ...]:
    """Give the names of a byline: people by family and given name, services as such."""
    found: list[Value[Author]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind.kind is not ParagraphKind.BYLINE:
            continue
        text = re.sub(
            r"(?i)^(?:exclusive|words|report(?:ed)?|story|written|analysis|opinion)?\s?\bby:?\s+|^(?:report|story|words|text|sport):\s+|^(?:local democracy|political|local government|chief|senior) reporter:? ",
            "",
            line,
        ).strip()
        for part in re.split(r",| and | \| |;", text):
            name = _TITLE.sub("", part.strip(" ."))
            if _NO_NAME.search(name) or _PAPER.search(name) or _JOB.fullmatch(name):
                continue
            if _AGENCY.search(name):
                found.append(Value(Author(name), 0.8, (Passage(kind.p, name),)))
            elif re.fullmatch(r"(?:[A-ZÀ-Þ][\w’'.-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+", name):
                given, _, family = name.rpartition(" ")
                found.append(Value(Author(name, family, given), 0.8, (Passage(kind.p, name),)))
    return tuple(dict.fromkeys(found))
