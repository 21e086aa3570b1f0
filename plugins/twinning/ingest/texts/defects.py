"""What is wrong with a text as it came: told by paragraph, and left as it is."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator, Sequence

from ...vocabulary import ParagraphKind
from ..proposal import Defect, Kind
from .wrapping import left_open, line_opens

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_DOUBLED = re.compile(r"\b(\w+) \1\b(?! \1)")


def defects(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[Defect]:
    """Yield what a keeper should know of the text; that it has no headline comes first."""
    found = {kind.kind for kind in kinds}
    if ParagraphKind.HEADLINE not in found:
        yield Defect(None, "headline", "The text has no headline.")
    body = [(k.p, line) for line, k in zip(lines, kinds, strict=True) if k.kind is ParagraphKind.BODY]
    for line, kind in zip(lines, kinds, strict=True):
        if kind.kind is ParagraphKind.DUPLICATE:
            yield Defect(kind.p, "duplicate", "The same words stand before it.")
        if "\u00a0" in line or "  " in line:
            yield Defect(kind.p, "space", "It has a space that does not break, or several in a row.")
        words = _WORD.findall(line)
        doubled = any(map(operator.eq, words, words[1:])) and _DOUBLED.search(line)
        if doubled and doubled[1].lower() not in {"that", "had", "is", "no", "very", "long", "more"}:
            yield Defect(kind.p, "language", f"“{doubled[0]}” stands twice.")
        if '"' in line and ("“" in line or "”" in line) and _QUOTED.search(line):
            yield Defect(kind.p, "quotation", "Straight and curly quotation marks are mixed.")
    yield from _split(lines, kinds)
    for (p, line), (_, after) in itertools.pairwise(body):
        if left_open(line) and not line_opens(after):
            yield Defect(p, "quotation", "A quotation opens and does not close.")


def _split(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[Defect]:
    for at in range(1, len(lines) - 1):
        if kinds[at].kind is ParagraphKind.CAPTION and left_open(lines[at - 1]) and line_opens(lines[at + 1]):
            yield Defect(at + 1, "caption", "A picture's words split a quotation that goes on after them.")
