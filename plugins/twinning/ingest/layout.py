"""What each paragraph of a text is: headline, byline, dateline, caption, furniture of the page, duplicate, or body.

Places and outcomes are looked for in what the article says, not in what stood round it; so this comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..vocabulary import ParagraphKind as Is
from .dates import DATELINE, MONTHS
from .foot import BYLINE, FURNITURE, MINUTES, NAME, clear_foot
from .proposal import Kind
from .wording import Wording

_IMAGE = Wording(
    r"^\W*(?:(?:image|photo|picture|media|file)\s?(?:source|caption|credit|copyright|by)?\s*[:,]|caption\s*[:,]|pictured?\b|"
    r"(?:photo|picture|image|photograph|pic)s?(?:graph)?\s?(?:by|courtesy|credit)?\b\s*[:©-]|(?:above|below|left|right|inset)\s*[:,]|\((?:image|photo|picture|pic)\b|file photo)"
)
_CREDIT = Wording(
    r"[.)]?\s*[\[(]?\b(?:photo|picture|image|pic|photograph)s?(?:graph)?\s?(?:by|credit|courtesy of)?\s?:\s?[^.]{2,60}[\])]?\.?$|\bGetty Images\b\s*\)?$|\((?:image|photo|pic(?:ture)?|credit)s?: [^)]{2,60}\)\.?$"
)
_PICTURED = Wording(r"photo|pic|image|credit|getty")
_MARKS = re.compile('[“”"]')
_BARE_NAME = re.compile(rf"^(?:{NAME})(?:['’]s? (?:Diary|Column|View|Week|Notebook))?(?:,? [@]\w+)?$")
_BODY = Wording(
    r"\b(?:council|borough|committee|minutes|meeting|hall|county|cabinet|street|road|school|club|festival)\b"
)
_SIGNED = re.compile(
    r"^(?:(?:Cllr|Coun|Mr|Mrs|Ms|Dr|Sir|Rev)\.? )?(?:[A-Z][\w'’.-]*\s){1,3}[A-Z][\w'’-]+(?:\s\([^)]*\))?,\s[^.!?]{3,80}\.?$"
)
_TITLED = re.compile(
    r"^(?:Cllr|Coun|Councillor|Cr|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|Mayor|Provost|Alderman)\.?\s(?:[A-Z][\w'’.-]+\s?){1,4}$"
)
_SECTION = Wording(
    r"^(?:\d{1,2}[:.]\d\d(?:\s?[ap]m)?|(?:[A-Z]{1,4}/)?\d+(?:[./]\d+)*[.)]?\s+\S.{0,70}|[A-Z]{1,4}\.?\d+[./]\d.*|(?:agenda )?item \d+\b.{0,80}|(?:min(?:ute)?s?\.?\s)?\d+[./]\d+.{0,80}|notes? to editors?:?)$",
)
_OPENS, _CLOSES = "“\"‘'", "”\"’'"
_STAMP = Wording(
    rf"^\W*(?:(?:first )?(?:published|updated|posted)\W*|(?:w/e|week ending|draft minutes issued|posted|issued)?\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d\d?(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)}),? (?:19|20)\d\d(?:\W+\d\d?[.:]\d\d ?(?:[ap]m)?)?)\W*$"
)
_PUBLISHED = Wording(r"\W*published\b")
_SHOWN = re.compile(
    r"\b(?:outside|at the|during|in front of|with|beside|receiv\w+|enjoy\w+|signing|greet\w+|strike|on a visit)\b"
)


def kinds(lines: Sequence[str]) -> tuple[Kind, ...]:
    """Tell what each paragraph is, by number from 1."""
    found: list[Is | None] = [_by_itself(line) for line in lines]
    _mark_duplicates(lines, found)
    _mark_head(lines, found)
    _mark_foot(lines, found)
    for at, line in enumerate(lines):
        if found[at] is None:
            found[at] = _within(lines, found, at, line)
    clear_foot(lines, found)
    return tuple(Kind(at + 1, kind or Is.BODY, _SURE.get(kind or Is.BODY, 0.9)) for at, kind in enumerate(found))


_SURE = {Is.HEADLINE: 0.9, Is.STANDFIRST: 0.7, Is.CAPTION: 0.75, Is.SUBHEADING: 0.8, Is.BYLINE: 0.85, Is.DUPLICATE: 1.0}


def _by_itself(line: str) -> Is | None:
    """Tell what a paragraph is by its own words."""
    if _IMAGE.match(line):
        return Is.CAPTION
    if MINUTES.match(line) and len(line) < 200:
        return Is.SUBHEADING
    if len(line) < 160:
        if DATELINE.match(line) or _STAMP.match(line):
            return Is.DATELINE
        if FURNITURE.match(line):
            return Is.FURNITURE
        if BYLINE.match(line):
            return Is.BYLINE
    return Is.CAPTION if len(line) < 320 and _PICTURED.search(line) and _CREDIT.search(line) else None


def _mark_duplicates(lines: Sequence[str], found: list[Is | None]) -> None:
    """Mark a line that repeats one before it; of two in a row, the first was a photograph's words as well."""
    seen: dict[str, int] = {}
    for at, line in enumerate(lines):
        words = " ".join(line.split()).casefold()
        if words in seen and len(words) > 25 and found[at] in {None, Is.CAPTION}:
            found[at] = Is.DUPLICATE
            first = seen[words]
            if at == first + 1 and found[first] is None and 0 < first < 6 and len(words) < 220:
                found[first] = Is.CAPTION
        seen.setdefault(words, at)


def _mark_head(lines: Sequence[str], found: list[Is | None]) -> None:
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
                Is.BYLINE if _BARE_NAME.match(lines[before]) and not lines[before].isupper() else Is.FURNITURE
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
        if not _BARE_NAME.match(lines[i]) or len(lines[i].split()) > 5 or _BODY.search(lines[i]):
            break
        found[i] = Is.BYLINE
    first = next((i for i in after if _sentence(lines[i], found[i])), at + 1)
    for i in range(at + 1, first):
        if (
            found[i] is None
            and _BARE_NAME.match(lines[i])
            and len(lines[i].split()) <= 4
            and not _BODY.search(lines[i])
        ):
            found[i] = Is.BYLINE


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
    if _follows_byline(found, body) and re.search(r"[.!?][”\"’']?$", line):
        return
    ended = len(re.findall(r"[.!?][”\"’']?(?:\s|$)", line))
    parted = body + 1 < len(lines) and found[body + 1] in {Is.CAPTION, Is.BYLINE, Is.DATELINE, Is.DUPLICATE}
    pictured = found[body - 1] is Is.CAPTION and any(found[i] is Is.DATELINE for i in range(body))
    if (len(line) < 260 and ended <= 1 and (parted or pictured)) or (
        not re.search(r"[.!?:][”\"’']?$", line) and len(line.split()) > 8 and len(line) < 260
    ):
        found[body] = Is.STANDFIRST


def _follows_byline(found: Sequence[Is | None], at: int) -> bool:
    """Tell whether what stands before a paragraph is who wrote the article: the standfirst stands over it."""
    before = next((kind for kind in reversed(found[:at]) if kind not in {Is.CAPTION, Is.FURNITURE, Is.DATELINE}), None)
    return before is Is.BYLINE


def _is_sentence(line: str) -> bool:
    """Tell whether a line is a sentence of the article and no heading: it is long, or ends as sentences do."""
    words = len(line.split())
    return words > 22 or (words > 7 and bool(re.search(r"[.!?:][”\"’')]*$", line)) and not _may_head(line))


_KICKER = Wording(
    r"^\W*(?:(?:local |home |world |uk |county |your |our )?(?:news|business|travel|sport|politics|opinion|comment|analysis|features?|letters?|nostalgia|lifestyle|culture|education|farming|obituar\w+|diary|notebook|leader|focus|in depth|news in depth|looking back|court|courts|community|village \w+|viewpoint|readers?.? letters|people|around the (?:district|county|villages)|homepage|accessibility links|exclusive|revealed|watch|in brief)\b.{0,30}|the [\w]+(?: (?:today|times|diary|notebook|gazette|newsletter|owl|express|post|observer))?|.{0,40}\b(?:newsletter|gazette|bulletin|magazine|community news|newspaper|chronicle|advertiser)|(?:no|issue|vol)\.? ?\d.{0,30}|ref\W.{0,30})\W*$"
)


def _heads(lines: Sequence[str], found: Sequence[Is | None], at: int) -> int:
    """Tell how much a line looks like a headline and not like what stands over or under one."""
    line = lines[at]
    words = line.split()
    small = sum(word[:1].islower() for word in words)
    worth = 2 * (len(words) >= 4) + (small >= 2) + (len(words) >= 6)
    worth -= 3 * bool(_BARE_NAME.match(line) and len(words) <= 4) + 3 * bool(_KICKER.match(line))
    worth -= (
        2 * bool(line.isupper() and len(words) <= 3) + 4 * bool(_ROLE.search(line)) + 2 * line.endswith((",", ".", ":"))
    )
    if (
        re.search(r"(?i)\bcouncil\b|\bborough of\b", line)
        and len(words) <= 9
        and not re.search(r"(?i)[a-z] (?:to|axes|says|votes|backs)\b", line)
    ):
        worth += 6 if line.isupper() or at == 0 else 1
    if re.search(r"(?i)\b(?:minutes|meeting|decisions?)\b", line):
        worth -= 3
    worth -= 3 * bool(at and found[at - 1] is Is.CAPTION and len(words) > 9)
    under = at + 2 < len(lines) and found[at + 2] is Is.BYLINE and _BARE_NAME.match(lines[at + 1])
    worth += 2 * bool(under and len(words) >= 4)
    return worth


_ROLE = Wording(
    r"\b(?:reporter|correspondent|editor|reports from|words and pictures|compiled|desk|penned)\b|(?:19|20)\d\d$|\bissue\b|\d\d?:\d\d"
)


def _sentence(line: str, kind: Is | None) -> bool:
    """Tell whether a line that nothing is known of is a sentence of the article."""
    return kind is None and len(line.split()) > 8 and bool(re.search(r"[.!?][”\"’']?$", line))


def _may_head(line: str) -> bool:
    """Tell whether a line can be a headline: short, and no sentence that ends with a full stop."""
    if len(line.split()) > 22 or len(line) > 170:
        return False
    return not re.search(r"(?<!\.)\.[”\"’']?$", line) or len(line.split()) <= 4


def _mark_foot(lines: Sequence[str], found: list[Is | None]) -> None:
    """Find who signed a letter, or the name that stands under an article."""
    for at in range(len(lines) - 1, max(len(lines) - 5, 1), -1):
        if found[at] is None:
            line = lines[at]
            if (_SIGNED.match(line) and len(line.split()) < 12) or (_BARE_NAME.match(line) and len(line.split()) <= 4):
                found[at] = Is.BYLINE
            return


def _within(lines: Sequence[str], found: Sequence[Is | None], at: int, line: str) -> Is:
    """Tell what a line in the article is: a heading, a photograph's words, or body."""
    words = line.split()
    last = at == len(lines) - 1
    if is_wrapped(lines, at) or re.match(r"[–—•*·-] ?\w", line) or re.search(r"[,;–—][”\"’']?$", line):
        return Is.BODY
    if _splits_quotation(lines, found, at):
        return Is.CAPTION
    if _SECTION.match(line) and len(words) < 14 and not re.search(r"(?:[a-z]{3}|\d)\.$", line):
        return Is.SUBHEADING
    if re.search(r"[.!?…:;][”\"’')\]]*$", line) or len(words) > 22:
        return Is.BODY
    if _is_framed(line):
        return Is.CAPTION
    shown = _SHOWN.search(line)
    if last and not shown and len(words) < 14:
        return Is.FURNITURE  # what a page leaves behind: a caption stands beside what it shows
    return Is.CAPTION if last or len(words) > 8 or shown else Is.SUBHEADING


def _is_framed(line: str) -> bool:
    """Tell whether a line is what a picture's frame leaves: a site's name before words, one name twice, a bare title."""
    if len(line) > 300:
        return False
    if re.search(rf"({NAME})\s?\1$", line) or re.match(rf"[A-Z][\w ]{{3,40}}: (?:{NAME})", line):
        return True
    return bool(_TITLED.match(line) or (": " in line and len(line.split()) > 4) or re.search(r": [‘“'\"]", line))


def _splits_quotation(lines: Sequence[str], found: Sequence[Is | None], at: int) -> bool:
    """Tell whether a line stands in the midst of a speech that runs over several paragraphs.

    Each of its paragraphs opens with a quotation mark and only the last one closes: so what stands between an unclosed
    one and one that opens, and does not open itself, was put there by the page.
    """
    if not 0 < at < len(lines) - 1 or line_opens(lines[at]) or len(lines[at]) > 260:
        return False
    if not line_opens(lines[at + 1]):
        return False
    before = next((i for i in range(at - 1, -1, -1) if found[i] in {None, Is.BODY}), None)
    after = at + 1
    return before is not None and line_opens(lines[after]) and left_open(lines[before]) and ":" not in lines[at][-2:]


def is_wrapped(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is part of a paragraph whose lines the file breaks: its sentence began before it, or goes on."""
    return runs_on(lines, at - 1) or runs_on(lines, at)


_GOES_ON = re.compile(
    r" (?:in|at|of|the|a|an|and|with|to|for|by|from|or|that|on|its|their|his|her|our|also|which|who|as|is|are|was|were|has|have|not|be)$"
)


def runs_on(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line's sentence goes on in the next: it does not end, and the next begins in the midst."""
    if not 0 <= at < len(lines) - 1:
        return False
    line, after = lines[at].rstrip(), lines[at + 1].lstrip()
    if not 30 <= len(line) <= 110 or re.search(r"[.!?…][”\"’')\]]*$", line):
        return False
    return (
        bool(_GOES_ON.search(line))
        or after[:1].islower()
        or (line.endswith("-") and after[:1].isalpha())
        or (line.endswith(",") and len(after) > 30)
    )


def line_opens(line: str) -> bool:
    """Tell whether a paragraph begins with a quotation mark."""
    return line[:1] in _OPENS


def left_open(line: str) -> bool:
    """Tell whether a double quotation is open at a paragraph's end: it goes on in the next."""
    open_ = False
    for mark in _MARKS.finditer(line):
        at, char = mark.start(), mark[0]
        opens = char == '"' and not open_ and (at == 0 or line[at - 1] in " (—–-")
        open_ = char == "“" or opens
    return open_
