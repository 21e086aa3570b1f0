"""What stands at the head of an article: its headline, what is set over it, who wrote it, and its standfirst."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...vocabulary import ParagraphKind as Is
from ..wordings.patterns import Wording
from .foot import BARE_NAME
from .wrapping import is_wrapped

_BODY = Wording(
    r"\b(?:council|borough|committee|minutes|meeting|hall|county|cabinet|street|road|school|club|festival)\b"
)
_PUBLISHED = Wording(r"\W*published\b")
_KICKER = Wording(
    r"^\W*(?:(?:local |home |world |uk |county |your |our )?(?:news|business|travel|sport|politics|opinion|comment|analysis|features?|letters?|nostalgia|lifestyle|culture|education|farming|obituar\w+|diary|notebook|leader|focus|in depth|news in depth|looking back|court|courts|community|village \w+|viewpoint|readers?.? letters|people|around the (?:district|county|villages)|homepage|accessibility links|exclusive|revealed|watch|in brief)\b.{0,30}|the [\w]+(?: (?:today|times|diary|notebook|gazette|newsletter|owl|express|post|observer))?|.{0,40}\b(?:newsletter|gazette|bulletin|magazine|community news|newspaper|chronicle|advertiser)|(?:no|issue|vol)\.? ?\d.{0,30}|ref\W.{0,30})\W*$"
)
_ROLE = Wording(
    r"\b(?:reporter|correspondent|editor|reports from|words and pictures|compiled|desk|penned)\b|(?:19|20)\d\d$|\bissue\b|\d\d?:\d\d"
)


def mark_head(lines: Sequence[str], found: list[Is | None]) -> None:
    """Find the headline among the lines that stand before the first sentence, and what stands round it."""
    top = [at for at in range(min(len(lines), 10)) if found[at] is None]
    first = next((at for at in top if _is_sentence(lines[at])), None)
    head = [at for at in top if (first is None or at < first) and _may_head(lines[at])]
    if len(lines) == 1 and head:
        found[0] = Is.HEADLINE
        return
    head = [at for at in head if at < len(lines) - 1]
    if not head or head[0] >= 8:
        return
    at = max(head, key=lambda i: (_heads(lines, found, i), -i))
    found[at] = Is.HEADLINE
    for before in head:
        if before < at:
            found[before] = (
                Is.BYLINE if BARE_NAME.match(lines[before]) and not lines[before].isupper() else Is.FURNITURE
            )
    _mark_names(lines, found, at)
    _mark_standfirst(lines, found, at)


def _mark_names(lines: Sequence[str], found: list[Is | None], at: int) -> None:
    """Mark the names that stand between a headline and the first sentence."""
    after = [i for i in range(at + 1, min(at + 7, len(lines))) if found[i] is None]
    for i in after[:2]:
        if _ROLE.search(lines[i]) and len(lines[i].split()) < 12 and not re.search(r"\d", lines[i]):
            found[i] = Is.BYLINE
            continue
        if not BARE_NAME.match(lines[i]) or len(lines[i].split()) > 5 or _BODY.search(lines[i]):
            break
        if _is_of_sections(lines, i):
            break
        found[i] = Is.BYLINE
    first = next((i for i in after if _sentence(lines[i], found[i])), at + 1)
    for i in (*range(at + 1, first), *(i for i in after if i == first + 1)):
        named = BARE_NAME.match(lines[i]) and len(lines[i].split()) <= 4 and not _BODY.search(lines[i])
        if found[i] is None and named and not _is_of_sections(lines, i):
            found[i] = Is.BYLINE


def _is_of_sections(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line in capitals heads a section, as others do further on: OADBY AND WIGSTON."""
    capitals = [line for line in lines[at + 1 :] if line.isupper() and len(line) < 40]
    return lines[at].isupper() and len(capitals) >= 2


def _mark_standfirst(lines: Sequence[str], found: list[Is | None], at: int) -> None:
    """Mark the sentence under a headline that says it all, where one stands there."""
    broadcast = any(found[i] is Is.DATELINE and _PUBLISHED.match(lines[i]) for i in range(min(at + 2, len(lines))))
    if broadcast:  # a broadcaster's page opens with one sentence that says it all
        told = next((i for i in range(at + 1, min(at + 7, len(lines))) if _sentence(lines[i], found[i])), None)
        if told is not None and _follows_byline(found, told):
            return
        if told is not None and len(re.findall(r"[.!?][”\"’']?(?:\s|$)", lines[told])) == 1:
            found[told] = Is.STANDFIRST
            return
    body = next((i for i in range(at + 1, len(lines)) if found[i] is None), None)
    if body is None or body > at + 8:
        return
    line = lines[body]
    if is_wrapped(lines, body) or (_follows_byline(found, body) and re.search(r"[.!?][”\"’']?$", line)):
        return
    if found[body - 1] in {Is.BYLINE, Is.DATELINE} and body > at + 1 and _is_unended(line):
        found[body] = Is.CAPTION  # a standfirst stands over who wrote it and when
        return
    ended = len(re.findall(r"[.!?][”\"’']?(?:\s|$)", line))
    parted = body + 1 < len(lines) and found[body + 1] in {Is.CAPTION, Is.BYLINE, Is.DATELINE, Is.DUPLICATE}
    pictured = found[body - 1] is Is.CAPTION and any(found[i] is Is.DATELINE for i in range(body))
    if (len(line) < 260 and ended <= 1 and (parted or pictured)) or (
        not re.search(r"[.!?:][”\"’']?$", line) and len(line.split()) > 8 and len(line) < 260
    ):
        found[body] = Is.STANDFIRST


def _is_unended(line: str) -> bool:
    """Tell whether a line of some words does not end as sentences do, nor goes on."""
    return not re.search(r"[.!?:;,…–—-][”\"’')\]]*$", line) and 4 < len(line.split()) <= 24


def _follows_byline(found: Sequence[Is | None], at: int) -> bool:
    """Tell whether what stands before a paragraph is who wrote the article: the standfirst stands over it."""
    before = next((kind for kind in reversed(found[:at]) if kind not in {Is.CAPTION, Is.FURNITURE, Is.DATELINE}), None)
    return before is Is.BYLINE


def _is_sentence(line: str) -> bool:
    """Tell whether a line is a sentence of the article and no heading: it is long, or ends as sentences do."""
    words = len(line.split())
    return words > 22 or (words > 7 and bool(re.search(r"[.!?:][”\"’')]*$", line)) and not _may_head(line))


def _heads(lines: Sequence[str], found: Sequence[Is | None], at: int) -> int:
    """Tell how much a line looks like a headline and not like what stands over or under one."""
    line = lines[at]
    words = line.split()
    small = sum(word[:1].islower() for word in words)
    worth = 2 * (len(words) >= 4) + (small >= 2) + (len(words) >= 6)
    worth -= 3 * bool(BARE_NAME.match(line) and len(words) <= 4) + 3 * bool(_KICKER.match(line))
    worth -= (
        2 * bool(line.isupper() and len(words) <= 3) + 4 * bool(_ROLE.search(line)) + 2 * line.endswith((",", ".", ":"))
    )
    if (
        re.search(r"(?i)\bcouncil\b|\bborough of\b", line)
        and len(words) <= 9
        and not re.search(r"(?i)[a-z] (?:to|axes|says|votes|backs)\b", line)
    ):
        worth += 6 if line.isupper() or at == 0 else 1
    if re.search(r"(?i)\b(?:minutes|meeting|decisions? (?:taken|of|sheet|notice))\b", line):
        worth -= 3
    worth += 3 * (at == 0 and len(words) >= 4 and small >= 1 and not _KICKER.match(line))
    worth -= 3 * bool(at and found[at - 1] is Is.CAPTION and len(words) > 9)
    under = at + 2 < len(lines) and found[at + 2] is Is.BYLINE and BARE_NAME.match(lines[at + 1])
    worth += 2 * bool(under and len(words) >= 4)
    return worth


def _sentence(line: str, kind: Is | None) -> bool:
    """Tell whether a line that nothing is known of is a sentence of the article."""
    return kind is None and len(line.split()) > 8 and bool(re.search(r"[.!?][”\"’']?$", line))


def _may_head(line: str) -> bool:
    """Tell whether a line can be a headline: short, and no sentence that ends with a full stop."""
    if len(line.split()) > 22 or len(line) > 170:
        return False
    return not re.search(r"(?<!\.)\.[”\"’']?$", line) or len(line.split()) <= 4
