"""Where a quotation stands in a newspaper's text, what is nearest to one that does not, and a paragraph marked with it.

Offsets are in code points, spans are half-open.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from .text import SPACES, UNSEEN, Paragraph

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

T = TypeVar("T", bound="Hashable")

_SINGLE_QUOTES: Final = "'`´‘’‚‛′‵‹›❛❜＇ʹʻʼʽ\u1fef\u1ffd"
_DOUBLE_QUOTES: Final = '"“”„‟″‶«»❝❞〝〞〟＂ʺˮ'
_DASHES: Final = "-\u2010\u2011\u2012–—―−\u2e3a\u2e3b﹘﹣－"
_DROPPED: Final = "\u200b"
_ONE_FOR_ONE: Final = {
    ord(char): to
    for kinds, to in ((_SINGLE_QUOTES, "'"), (_DOUBLE_QUOTES, '"'), (_DASHES, "-"), (SPACES, " "), (UNSEEN, _DROPPED))
    for char in kinds
}

# Han and kana are written without spaces, so each character may begin or end a quotation and counts as a word.
# Thai, Lao, Khmer and Burmese would need a dictionary: their quotations have to run from space to space.
UNSPACED: Final = "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U000323af"
_LETTER: Final = rf"[^\W_{UNSPACED}]"
_LONGEST_CLUSTER: Final = 31  # a letter and 30 marks, Unicode's "stream-safe" bound: CPython sorts marks quadratically


class Span(NamedTuple):
    """Mark a passage: offsets in code points, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold a folded text; its character `i` came from `original[starts[i]:ends[i]]`. Both maps never fall."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where the non-empty folded slice stands in the original."""
        return Span(self.starts[start], self.ends[end - 1])


class Nearest(NamedTuple):
    """Name the passage most like a quotation: paragraph number, its original words, likeness up to 1.0."""

    paragraph: int
    text: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """Hold a stretch of a paragraph and the keys of all spans over it; none for unmarked text."""

    text: str
    keys: tuple[T, ...]


def fold(text: str) -> Folded:
    """Fold away what a keeper cannot be asked to reproduce, keeping a map back to the original.

    Single quote marks, primes and backticks become ', double ones and guillemets become ", dashes become -, a run of
    white space one space; unseen characters go. Single and double stay apart: they nest, and which of them a
    newspaper prints tells speech from speech within speech. Case stays. Accents written as separate marks are
    composed (NFC) letter by letter, so that é is é however it was typed and the map stays exact.
    """
    plain = text.translate(_ONE_FOR_ONE)
    composed = unicodedata.is_normalized("NFC", plain)
    if composed and "  " not in plain and _DROPPED not in plain:
        return Folded(plain, range(len(plain)), range(1, len(plain) + 1))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for run in re.finditer(rf"[ {_DROPPED}]+|[^ {_DROPPED}]+", plain):
        piece = run[0]
        if piece[0] in " \u200b":
            if " " in piece:
                out.append(" ")
                starts.append(run.start() + piece.index(" "))
                ends.append(run.start() + piece.rindex(" ") + 1)
        elif composed:
            out.append(piece)
            starts.extend(range(run.start(), run.end()))
            ends.extend(range(run.start() + 1, run.end() + 1))
        else:
            for first, last in pairwise(_clusters(piece)):
                letters = unicodedata.normalize("NFC", piece[first:last])
                out.append(letters)
                starts.extend([run.start() + first] * len(letters))
                ends.extend([run.start() + last] * len(letters))
    return Folded("".join(out), starts, ends)


def _clusters(piece: str) -> Iterator[int]:
    """Yield the bounds of what NFC may compose: a letter with its marks, a Korean syllable."""
    first = 0
    yield first
    for at, char in enumerate(piece):
        joins = char > "\u02ff" and (unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")
        if at and (not joins or at - first >= _LONGEST_CLUSTER):
            first = at
            yield first
    yield len(piece)


def marks_in(text: str) -> str:
    """Return a regular expression's class of a text's combining marks, which `re` has no name for."""
    found = sorted(char for char in set(text) if char > "\u02ff" and unicodedata.category(char)[0] == "M")
    return f"[\u0300{''.join(found)}]"


def word_pattern(marks: str) -> str:
    """Return a regular expression of one word: letters and digits, each with the marks on it."""
    return rf"{_LETTER}+(?:{marks}+{_LETTER}*)*"


def _separated(folded: str) -> str:
    """Put LF, which no folded text holds, wherever a quotation may begin or end.

    Whether it may depends only on the two characters there, so a separated quotation is a plain substring of a
    separated paragraph exactly where it stands on word boundaries: one linear `str.find`, whatever the input.
    """
    marks = marks_in(folded)
    return "\n" + "".join(f"{atom}\n" for atom in re.findall(rf"(?s:{word_pattern(marks)}|.{marks}*)", folded))


def _standing(paragraph: str, quote: str) -> Iterator[Span]:
    wanted = fold(quote).text.strip(" ")
    if not any(map(str.isalnum, wanted)):
        return
    folded = fold(paragraph)
    if wanted not in folded.text:
        return
    needle, hay = _separated(wanted), _separated(folded.text)
    before = counted = 0
    at = hay.find(needle)
    while at >= 0:
        before += hay.count("\n", counted, at)
        counted = at
        start = at - before
        yield folded.span(start, start + len(wanted))
        # The closing separator may open the next match.
        at = hay.find(needle, at + len(needle) - 1)


def find_quotation(paragraph: str, quote: str) -> Span | None:
    """Find the first place where the quotation stands, both folded; the span is in the paragraph as given.

    A match never cuts a word or an accented letter: `end` is not in "ended", but is in "end's" and "end-of-year".
    White space around the quotation does not count; a quotation without a letter or digit stands nowhere.
    """
    return next(_standing(paragraph, quote), None)


def find_all(paragraph: str, quote: str) -> tuple[Span, ...]:
    """Find every place where the quotation stands, from the left, without overlaps; as `find_quotation`."""
    return tuple(_standing(paragraph, quote))


# The choice involves a trade-off between recall and time. A window of the article is compared with difflib only if it
# is among the `_CLOSEST` that share most words with the quotation, so one whose every word is misspelt badly is missed.
# Beyond these sizes nothing is looked at: 12 words is the most a quotation may have, 20,000 words is fifteen articles.
_QUOTE_WORDS: Final = 30
_SCANNED_WORDS: Final = 20_000
_SCANNED_LETTERS: Final = 30
_CLOSEST: Final = 24


def nearest(paragraphs: Paragraph | Sequence[Paragraph], quote: str) -> Nearest | None:
    """Find the passage most like a quotation, for the message that it does not stand where it should.

    A paragraph where it does stand gives ratio 1.0. Otherwise the ratio is difflib's over words, where case is ignored
    and a misspelt word counts as itself, and at most 0.99. None below 0.5.
    """
    if isinstance(paragraphs, Paragraph):
        paragraphs = (paragraphs,)
    for paragraph in paragraphs:
        if span := find_quotation(paragraph.text, quote):
            return Nearest(paragraph.number, paragraph.text[span.start : span.end], 1.0)
    wanted = [word for word, _ in islice(words_of(quote), _QUOTE_WORDS)]
    # Bound the folding too, not only the comparing: a hostile paragraph's end is not worth a second.
    room = _SCANNED_WORDS
    texts: list[list[tuple[str, Span]]] = []
    for paragraph in paragraphs:
        texts.append(list(islice(words_of(paragraph.text[: room * 10]), room)))
        room -= len(texts[-1])
    if not wanted or not any(texts):
        return None
    meant = _meant({word for words in texts for word, _ in words}, wanted)
    likely = nlargest(
        _CLOSEST,
        ((shared, -nth, -at) for nth, words in enumerate(texts) for at, shared in _windows(words, meant, wanted)),
    )
    matcher = SequenceMatcher[str](None, autojunk=False)
    matcher.set_seq2(wanted)
    best: tuple[float, int, int, int, int] = (0.0, 0, 0, 0, 0)
    for _, nth, at in likely:
        for size in range(max(1, len(wanted) - 2), len(wanted) + 3):
            window = texts[-nth][-at : -at + size]
            matcher.set_seq1([meant.get(word, "") for word, _ in window])
            exact = sum(meant.get(word) == word for word, _ in window)
            best = max(best, (matcher.ratio(), exact, nth, at, -len(window)))
    ratio, _, nth, at, size = best
    if ratio < 0.5:
        return None
    window = texts[-nth][-at : -at - size]
    paragraph = paragraphs[-nth]
    return Nearest(paragraph.number, paragraph.text[window[0][1].start : window[-1][1].end], min(ratio, 0.99))


def words_of(text: str) -> Iterator[tuple[str, Span]]:
    """Yield words for comparing: caseless, without apostrophes, hyphenated ones apart; and where they stand."""
    folded = fold(text)
    word = word_pattern(marks_in(folded.text))
    for match in re.finditer(rf"{word}(?:'{word})*|[{UNSPACED}]", folded.text):
        yield match[0].replace("'", "").casefold(), folded.span(*match.span())


def _meant(words: set[str], wanted: list[str]) -> dict[str, str]:
    """Map each word onto the wanted word it is, or is a misspelling of: half of their letter pairs are shared."""
    pairs = {word: _pairs(word) for word in wanted}
    meant = {word: word for word in pairs}
    for word in words - pairs.keys():
        have = _pairs(word)
        like, target = max((2 * len(have & pairs[to]) / (len(have) + len(pairs[to]) or 1), to) for to in pairs)
        if like >= 0.5:
            meant[word] = target
    return meant


def _pairs(word: str) -> set[str]:
    return {a + b for a, b in pairwise(word[:_SCANNED_LETTERS])}


def _windows(words: list[tuple[str, Span]], meant: dict[str, str], wanted: list[str]) -> Iterator[tuple[int, int]]:
    """Yield each window as long as the quotation: where it begins, how many words it shares with it."""
    need = Counter(wanted)
    shared = 0
    ids = [meant.get(word, "") for word, _ in words]
    for at, word in enumerate(ids):
        if word:
            shared += need[word] > 0
            need[word] -= 1
        if at >= len(wanted) and (gone := ids[at - len(wanted)]):
            need[gone] += 1
            shared -= need[gone] > 0
        if shared and (at >= len(wanted) - 1 or at == len(ids) - 1):
            yield max(0, at - len(wanted) + 1), shared


def mark(paragraph: str, spans: Sequence[tuple[Span, T]]) -> list[Piece[T]]:
    """Split a paragraph for display with its evidence marked; the pieces' texts join to the paragraph.

    Spans may overlap. A piece's keys are in the order their spans begin, longer before shorter, then as given; a key
    is named once a piece. Empty spans mark nothing. Raises ValueError for a span outside the paragraph.
    """
    for (start, end), key in spans:
        if not 0 <= start <= end <= len(paragraph):
            raise ValueError(f"span {start}-{end} of {key!r} is outside a paragraph of {len(paragraph)} characters")
    waiting = sorted(
        (item for item in spans if item[0].start < item[0].end), key=lambda item: (item[0].start, -item[0].end)
    )
    waiting.reverse()
    cuts = sorted({0, len(paragraph), *(offset for span, _ in waiting for offset in span)})
    over: list[tuple[Span, T]] = []
    pieces = []
    for start, end in pairwise(cuts):
        over = [item for item in over if item[0].end > start]
        while waiting and waiting[-1][0].start == start:
            over.append(waiting.pop())
        pieces.append(Piece(paragraph[start:end], tuple(dict.fromkeys(key for _, key in over))))
    return pieces
