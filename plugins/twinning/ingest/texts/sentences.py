"""The sentences of an article, each with its paragraph and whether it stands in somebody's direct speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...vocabulary import ParagraphKind
from ..proposal import Kind
from .wrapping import left_open, line_opens, runs_on

_END = re.compile(r"(?<![.!?…])[.!?…]+[”\"’')\]]*\s+(?=[“\"‘'(\[—–-]*[A-Z0-9£])")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|St|Ste|Cllr|Coun|Cr|Ald|Hon|Rt|Sir|Jr|Sr|No|Nos|vs|etc|approx|Ltd|Co|Inc|Lt|Col|Gen|Capt|Sgt|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|p|pp|a\.m|p\.m|e\.g|i\.e|U\.S|U\.K)|\b[A-Z])\.\s+$"
)


class Sentence(NamedTuple):
    """One sentence: its place, its words, and how much of it is quoted."""

    number: int
    p: int
    kind: ParagraphKind
    text: str
    quoted: bool
    """Whether it is mostly somebody's direct speech."""
    first: bool
    """Whether it opens its paragraph."""


def sentences(lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[Sentence, ...]:
    """Part the paragraphs that say something into sentences, in order."""
    found: list[Sentence] = []
    running = False
    for line, kind in _whole(lines, kinds):
        inside = running and line_opens(line)
        for at, (text, quoted) in enumerate(_parted(line)):
            # Speech that began a paragraph ago and has not closed is speech to its end, whatever marks it nests.
            speech = quoted or (inside and "”" not in line and line.count('"') < 2)
            found.append(Sentence(len(found), kind.p, kind.kind, text, speech, at == 0))
        if kind.kind is ParagraphKind.BODY:
            running = left_open(line)
    return tuple(found)


def _whole(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[tuple[str, Kind]]:
    """Yield the paragraphs that say something; those whose lines the file broke as one, which stands where it begins."""
    held: str = ""
    begun = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind.kind in SILENT:
            held = ""
            continue
        whole = _joined(held, line)
        begun = begun if held else kind.p
        if kind.kind is ParagraphKind.BODY and runs_on(lines, kind.p - 1) and len(held) < LONGEST:
            held = whole
            continue
        yield whole if held else line, Kind(begun, kind.kind, kind.confidence)
        held = ""


LONGEST = 2000
"""How many characters of broken lines are put together at most."""


def _joined(held: str, line: str) -> str:
    """Put a line that the file broke behind what it goes on from; a word that was parted is whole again."""
    if not held:
        return line.strip()
    if held.endswith("-") and line[:1].islower():
        return held[:-1] + line.strip()
    return f"{held} {line.strip()}"


SILENT = frozenset({ParagraphKind.FURNITURE, ParagraphKind.BYLINE, ParagraphKind.DATELINE, ParagraphKind.DUPLICATE})
"""The kinds of paragraphs that say nothing of the article."""


_LONGEST = 2_000
"""No sentence is longer: what is, is no prose, and every pattern is looked for in all of it."""


def _parted(line: str) -> Iterator[tuple[str, bool]]:
    for piece, quoted in _pieces(line):
        for at in range(0, len(piece), _LONGEST):
            yield piece[at : at + _LONGEST], quoted


_SAID_OF_IT = re.compile(
    r"(?:Twinned|Linked|Paired|(?:A |Our |Its )?(?:[Ss]ister|[Tt]win|[Pp]artner)(?: (?:city|town|county|region|province|state|since)\b|ed\b|ned\b)|A (?:friendship|partnership|twinning)\b)"
)
"""How a list goes on behind a place's name: Lille, France. Twinned since 1968."""
_LABEL = re.compile(r"(?:(?:[A-ZÀ-Þ][\w’'-]*|in|the|of|and|sur|le|la|les|de|du|des|am|an|der)[, ]*){1,6}\.")
"""Such a name, with its country."""


def _pieces(line: str) -> Iterator[tuple[str, bool]]:
    start = 0
    depth = False
    for match in _END.finditer(line):
        if _SHORT.search(line, max(start, match.start() - 8), match.end()):
            continue
        piece = line[start : match.end()].strip()
        if _SAID_OF_IT.match(line, match.end()) and _LABEL.fullmatch(piece):
            continue
        quoted, depth = _speech(piece, inside=depth)
        yield piece, quoted
        start = match.end()
    piece = line[start:].strip()
    if piece:
        yield piece, _speech(piece, inside=depth)[0]


_OPENS = re.compile('[“"‘]')


def _speech(piece: str, *, inside: bool) -> tuple[bool, bool]:
    """Tell whether a piece is mostly direct speech, and whether speech is still open at its end."""
    if not inside and not _OPENS.search(piece):
        return False, False
    count = 0
    for at, char in enumerate(piece):
        if char in "“”" or (char == '"'):
            inside = char == "“" or (char == '"' and not inside)
        elif char in "‘’" and (char == "‘" or (inside and (at + 1 == len(piece) or piece[at + 1] in " .,;"))):
            inside = inside or (char == "‘" and at == 0)
        elif inside:
            count += 1
    return count * 5 > len(piece) * 3, inside
