"""Who wrote an article: people and services, as its byline names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...vocabulary import ParagraphKind
from ..patterns import Wording
from ..proposal import Author, Kind, Passage, Value

_AGENCY = Wording(
    r"\b(?:service|agency|press association|PA\b|reuters|bbc|news|reporters?\b$|media|desk|newsroom|correspondent$|staff)\b"
)


def byline(lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[Value[Author], ...]:
    """Give the names of a byline: people by family and given name, services as such."""
    found: list[Value[Author]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind.kind is not ParagraphKind.BYLINE:
            continue
        text = re.sub(
            r"(?i)^(?:exclusive|words|report(?:ed)?|story|written|analysis|opinion)?\s?\bby:?\s+|^(?:local democracy|political|local government|chief|senior) reporter:? ",
            "",
            line,
        ).strip()
        for part in re.split(r",| and | \| |;", text):
            name = part.strip(" .")
            if _AGENCY.search(name) and not re.match(
                r"(?i)(?:senior |chief |local |our )*(?:reporter|correspondent|editor)", name
            ):
                found.append(Value(Author(name), 0.8, (Passage(kind.p, name),)))
            elif re.fullmatch(r"(?:[A-ZÀ-Þ][\w’'.-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+", name):
                given, _, family = name.rpartition(" ")
                found.append(Value(Author(name, family, given), 0.8, (Passage(kind.p, name),)))
    return tuple(dict.fromkeys(found))
