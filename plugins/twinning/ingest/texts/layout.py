"""What each paragraph of a text is: headline, byline, dateline, caption, furniture of the page, duplicate, or body.

Places and outcomes are looked for in what the article says, not in what stood round it; so this comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...vocabulary import ParagraphKind as Is
from ..dates.mastheads import masthead
from ..dates.written import DATELINE, MONTHS, RELATIVE_LINE, WEEKDAYS
from ..proposal import Kind
from ..wordings.patterns import Wording
from .foot import BYLINE, FURNITURE, MINUTES, NAME, clear_foot, mark_signature
from .headline import mark_head
from .wrapping import is_wrapped, left_open, line_opens

_DIGIT = re.compile(r"\d")
_IMAGE = Wording(
    r"^\W*(?:(?:image|photo|picture|media|file)\s?(?:source|caption|credit|copyright|by)?\s*[:,]|caption\s*[:,]|pictured?\b|"
    r"(?:photo|picture|image|photograph|pic)s?(?:graph)?\s?(?:by|courtesy|credit)?\b\s*[:©-]|(?:above|below|left|right|inset)\s*[:,]|\((?:image|photo|picture|pic)\b|file photo)"
)
_CREDIT = Wording(
    r"[.)]?\s*[\[(]?\b(?:photo|picture|image|pic|photograph)s?(?:graph)?\s?(?:by|credit|courtesy of)?\s?:\s?[^.]{2,60}[\])]?\.?$|\bGetty Images\b\s*\)?$|\((?:image|photo|pic(?:ture)?|credit)s?: [^)]{2,60}\)\.?$"
)
_PICTURED = Wording(r"photo|pic|image|credit|getty")
_TITLED = re.compile(
    r"^(?:Cllr|Coun|Councillor|Cr|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|Mayor|Provost|Alderman)\.?\s(?:[A-Z][\w'’.-]+\s?){1,4}$"
)
_SECTION = Wording(
    r"^(?:\d{1,2}[:.]\d\d(?:\s?[ap]m)?|(?:[A-Z]{1,4}/)?\d+(?:[./]\d+)*[.)]?\s+\S.{0,70}|[A-Z]{1,4}\.?\d+[./]\d.*|(?:agenda )?item \d+\b.{0,80}|(?:min(?:ute)?s?\.?\s)?\d+[./]\d+.{0,80}|notes? to editors?:?)$",
)
_STAMP = Wording(
    rf"^\W*(?:(?:first )?(?:published|updated|posted)\W*|(?:w/e|week ending|draft minutes issued|posted|issued)?\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d\d?(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)}),? (?:19|20)\d\d(?:\W+\d\d?[.:]\d\d ?(?:[ap]m)?)?)\W*$"
)
_PLACE_AND_DAY = re.compile(
    rf"^[A-Z][\w’' -]{{2,30}}(?:,| \|) (?:(?:last )?(?:{'|'.join(day.title() for day in WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?\.?$|(?=.{{8,40}}$)(?:[A-Z][a-z]+day,? )?\d\d? [A-Z][a-z]+ (?:19|20)\d\d(?:, \d\d?[:.]\d\d)?$)"
)
"""Where and when an article was written: Stafford, Friday."""
_PRESENT = Wording(
    r"^\W*(?:members )?(?:present|in attendance|apologies|officers)\b[^.]{0,30}(?::| councillors?| cllrs?| mrs?)"
)
"""Who came to a meeting: the first paragraph of its minutes."""
_DEAR = Wording(r"^dear (?:sir|madam|editor|mr|ms|mrs)\b.{0,30}$")
_SAYS = re.compile(
    r"^(?!What|Why|How|Who|Where|When)[A-Z].* (?:is|are|was|were|has|have|had|said|says|say|met|hosts?|stands?|sits|opened|gathered|led|signed|sign|takes|took|tries|came|warm up|takes place|joined|visited)\b"
)
"""A line that says something, and is no sentence by its end, is said of a picture."""
_POINT = re.compile(r"[–—•*·-] ?\w")
"""How a point of a list opens."""
_GOES_ON = re.compile(r"[,;–—][”\"’']?$")
_SHOWN = re.compile(
    r"\b(?:outside|at the|during|in front of|with|beside|receiv\w+|enjoy\w+|signing|greet\w+|strike|on a visit)\b"
)


def kinds(lines: Sequence[str]) -> tuple[Kind, ...]:
    """Tell what each paragraph is, by number from 1."""
    found: list[Is | None] = [_by_itself(line) for line in lines]
    for at, line in enumerate(lines[:8]):
        if found[at] is None and RELATIVE_LINE.match(line):
            found[at] = Is.DATELINE
    _mark_mastheads(lines, found)
    _mark_duplicates(lines, found)
    mark_head(lines, found)
    mark_signature(lines, found)
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
    if _PRESENT.match(line) or _DEAR.match(line):
        return Is.BODY
    if len(line) < 160:
        if (_DIGIT.search(line) and DATELINE.match(line)) or _STAMP.match(line) or _PLACE_AND_DAY.match(line):
            return Is.DATELINE
        if FURNITURE.match(line):
            return Is.FURNITURE
        if BYLINE.match(line):
            return Is.BYLINE
    return Is.CAPTION if len(line) < 320 and _PICTURED.search(line) and _CREDIT.search(line) else None


def _mark_mastheads(lines: Sequence[str], found: list[Is | None]) -> None:
    """Mark the lines at the head and the foot that are a newspaper's name, section or page with its day."""
    for at in {*range(1, min(6, len(lines))), *range(max(1, len(lines) - 4), len(lines))}:
        if found[at] is None and masthead(lines[at], foot=at > 5 or at >= len(lines) - 2, whole=True):
            found[at] = Is.DATELINE


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


def _within(lines: Sequence[str], found: Sequence[Is | None], at: int, line: str) -> Is:
    """Tell what a line in the article is: a heading, a photograph's words, or body."""
    words = line.split()
    last = at == len(lines) - 1
    if is_wrapped(lines, at) or _POINT.match(line) or _GOES_ON.search(line):
        return Is.BODY
    if _splits_quotation(lines, found, at):
        return Is.CAPTION
    if _SECTION.match(line) and len(words) < 14 and not re.search(r"(?:[a-z]{3}|\d)[.!?][”\"’']?$", line):
        return Is.SUBHEADING
    shouted = line.isupper() and len(words) < 8 and not last and line.endswith("?")
    if not shouted and (re.search(r"[.!?…:;][”\"’')\]]*$", line) or len(words) > 22):
        return Is.BODY
    if line.isupper() and len(words) < 10 and not last:
        return Is.SUBHEADING
    if _is_framed(line) or (len(words) > 3 and not last and _SAYS.match(line)):
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
    return before is not None and left_open(lines[before]) and ":" not in lines[at][-2:]
