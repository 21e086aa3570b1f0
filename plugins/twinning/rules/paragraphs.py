"""What names a paragraph or quotes its words: within the source, in order, and no more than may be quoted."""

from __future__ import annotations

import string
from collections.abc import Iterator

from ..diagnostics import Code, Fault, Where
from ..evidence import Quotation, passages
from ..records import MAX_QUOTE_WORDS, MAX_QUOTED_WORDS, Article, paragraphs
from ..wording import word_count

_LETTERS_AND_DIGITS = dict.fromkeys(map(ord, string.ascii_letters + string.digits))


def numbers(article: Article, quoted: list[Quotation], last: int | None) -> Iterator[Fault]:
    """Say which paragraphs named are none of the source, whose `last` it is where the source is known."""
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


def outline(article: Article) -> Iterator[Fault]:
    """Say where the outline tells paragraphs twice, or not in their order."""
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


def budget(every: list[Quotation]) -> Iterator[Fault]:
    """Say which quotations are too long, and whether all together are (DESIGN §2)."""
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


def _most_words(quote: str) -> int:
    """Give a number of words that a quotation cannot exceed: a twentieth of the time of counting them."""
    # In ASCII something must part two words; in other scripts a word may be one character.
    return 1 + len(quote.translate(_LETTERS_AND_DIGITS)) if quote.isascii() else len(quote)
