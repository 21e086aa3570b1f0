"""Words of the newspaper within the limits of quotation: twelve a quotation, a hundred a record (DESIGN §2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..quotation import Span, find_all, words_of
from ..records import MAX_QUOTE_WORDS, MAX_QUOTED_WORDS
from ..text import SourceText
from ..wording import word_count
from .words import clean

_LONGEST = 200
"""The most characters a quotation may have (`fields.Quote`)."""
_FEWEST = 3
"""Fewer words than these prove little: a quotation is not cut shorter for want of room."""


class Quoting:
    """Takes quotations from a text for one record, until there is no more room."""

    def __init__(self, source: SourceText) -> None:
        """Begin with nothing quoted."""
        self._source = source
        self._taken: dict[tuple[int, str], int] = {}
        self.left = MAX_QUOTED_WORDS
        """How many words may still be quoted."""

    @contextmanager
    def kept(self, count: int) -> Iterator[None]:
        """Keep room for so many words to be quoted afterwards."""
        self.left -= count
        try:
            yield
        finally:
            self.left += count

    def take(self, p: int, quote: str, most: int = MAX_QUOTE_WORDS) -> str | None:
        """Give words to quote from a paragraph, where they stand once: those asked for, or as near as may be.

        What stands more than once gets a word or more beside it, what is longer than `most` words is cut at its end.
        None where that cannot be done, or no room is left.
        """
        if not 1 <= p <= len(self._source.paragraphs):
            return None
        paragraph = self._source.paragraph(p).text
        found = next(_once(paragraph, clean(quote), min(most, MAX_QUOTE_WORDS)), None)
        return found if found is not None and self._has_room(p, found) else None

    def take_phrase(self, quote: str) -> str | None:
        """Give words to quote that may stand anywhere, how often they will; None where they do not or are too many."""
        words = clean(quote)
        if not 0 < len(words) <= _LONGEST or word_count(words) > MAX_QUOTE_WORDS:
            return None
        stands = any(find_all(paragraph.text, words) for paragraph in self._source.paragraphs)
        return words if stands and self._has_room(0, words) else None

    def _has_room(self, p: int, words: str) -> bool:
        if (p, words) in self._taken:
            return True
        count = word_count(words)
        if count > self.left:
            return False
        self._taken[p, words] = count
        self.left -= count
        return True


def _once(paragraph: str, quote: str, most: int) -> Iterator[str]:
    """Yield what can be quoted in the place of these words, the best first."""
    places = find_all(paragraph, quote)
    if not places:
        return
    spans = [span for _, span in words_of(paragraph)]
    inside = [i for i, span in enumerate(spans) if span.start >= places[0].start and span.end <= places[0].end]
    if not inside:
        return
    first, last = inside[0], inside[-1]
    if len(places) == 1 and _fits(quote, most):
        yield quote
    for length in range(last - first + 1, _FEWEST - 1, -1):  # cut at its end
        yield from _exact(paragraph, spans[first], spans[first + length - 1], most)
    for more in range(1, most):  # with words beside it: after, before
        for before in range(more + 1):
            begin, end = first - before, last + more - before
            if begin >= 0 and end < len(spans):
                yield from _exact(paragraph, spans[begin], spans[end], most)


def _exact(paragraph: str, begin: Span, end: Span, most: int) -> Iterator[str]:
    words = clean(paragraph[begin.start : end.end])
    if _fits(words, most) and len(find_all(paragraph, words)) == 1:
        yield words


def _fits(words: str, most: int) -> bool:
    return len(words) <= _LONGEST and word_count(words) <= most
