"""The line of a page that says when an article came out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...vocabulary import ParagraphKind
from ..proposal import Kind, Published
from ..quoting import around
from ..wordings.patterns import Cased, Wording
from .mastheads import UPDATED, live, masthead, other_day
from .written import MONTHS, Written, written

_CAME_OUT = Wording(
    r"\b(?:published|posted|issued|(?:first|originally) (?:appeared|ran|printed|carried)|(?:article|story|report|piece|column|letter|version) (?:appeared|ran|was carried)|version of this \w+ (?:appeared|ran|was carried)|filed|online since|went (?:online|live|to press)|in print|publication date|date of publication|taken from the|put (?:up )?on (?:the |our )?\w+|(?:article|story|page) (?:added|created|dated)|(?:gazette|newspaper|paper|edition) dated|released|for (?:immediate )?release|embargoed until|not for (?:use|publication|release) before|uploaded|printed)\b"
)
"""What stands before the day on which something came out."""
_OF_SOMETHING_ELSE = Wording(r"\b(?:was|were|is|are|been|be|being|had|has|have|will)\b[^.]{0,20}$")
_OF_THE_PAGE = Wording(
    r"(?:\bthis \w+|\b(?:article|story|minutes|decisions?|page|item|piece|column|interview|version of (?:this|the) (?:article|story|piece|report|interview)))\b[^.]{0,20}$"
)
_ITSELF = re.compile(r"(?i)(?:article|story|piece|column|version|page|(?:first|originally) (?:appeared|ran))\b")
_YEAR = Cased(r"(?:18|19|20)\d\d|\d[./]\d\d?[./]\d\d")
_SENTENCE_END = re.compile(r"[.!?|·•]\s+")
_GOES_ON = re.compile(
    r"\s+(?!by\b|and\b|at\b|in\b|as\b|from\b|for\b|under\b|page\b|to\b|issue\b|edition\b|number\b)[a-z]"
)
"""What follows the day in a sentence about something that came out: figures published on 3 May show a fall."""
_PLACED = Wording(
    r"^[A-Z][\w’'-]+(?:[ ,/][\w’' -]{0,30}){0,3}(?:, |: | – | - |\()(?=(?:mon|tue|wed|thu|fri|sat|sun)?\w*,? ?[\dA-Z])",
)
_ISSUE = Wording(
    rf"^\W*(?:from the |in the )?(?:[\w’'& -]{{0,40}}[,:–•|·-] ?)?(?:(?P<month>{'|'.join(MONTHS)})|(?P<season>spring|summer|autumn|winter)),? (?P<year>(?:19|20)\d\d)"
    r"(?:,? (?:issue|edition|number|newsletter|bulletin|free|page \d+|£[\d.]+|\d+p))?\W*$"
)
_NUMBERED = Wording(
    rf"\b(?:issue|no\.?|number|vol(?:ume)?\.?|edition) ?\d+\W{{1,4}}(?:(?P<month>{'|'.join(MONTHS)})|(?P<season>spring|summer|autumn|winter)),? (?P<year>(?:19|20)\d\d)\b(?=\s*(?:$|[~|·•–—-]))"
)
"""An issue that is numbered, in a line with more: no. 51, November 2011."""
_SEASONS = ("spring", "summer", "autumn", "winter")
_PLACE_FIRST = re.compile(r"^[A-Z][A-Z’'-]{2,}(?: [A-Z][A-Z’'-]+){0,2},\s(?P<date>[^–—-]{8,30}?)\s[–—-]+\s")
"""A dateline before the first sentence: EASTMERE, 3 May 2019 – The council…"""
_DATED = re.compile(r"^[A-Z][A-Z .’'-]{2,30}(?:, [A-Z][\w. ]{1,20})? \((?P<date>[^)]{6,30})\)")
"""An American dateline: GRAPEVINE, Texas (Aug. 19, 2014)."""


_PUBLISHED_ALONE = Wording(r"(?:first )?published:?")
_ELSEWHERE = Wording(
    r"(?:more on this story|related (?:stories|articles|news)|top stories|read more|more stories|most read)\W*"
)
_NEAR_FOOT = 8
"""How many lines such a heading reaches."""


_DAY_FIRST = re.compile(r"^(?P<date>(?:[A-Z][a-z]+day,? )?\d\d? [A-Z][a-z]+ (?:19|20)\d\d) [–—-] (?=[A-Z])")
"""A day before the first sentence of a release: 12 October 2021 – The council…"""


def stated(lines: Sequence[str], kinds: Sequence[Kind]) -> Published | None:
    """Give the date that a line says, "published" before "updated"; None where none does."""
    best: tuple[int, int, Published] | None = None
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind.kind not in {ParagraphKind.DATELINE, ParagraphKind.BYLINE, ParagraphKind.FURNITURE}:
            continue
        if kind.kind is not ParagraphKind.DATELINE and not re.search(r"(?i)publish|\|\s|updated|^by\b", line):
            continue
        if _is_anothers(lines, at):
            continue
        found = _of_line(line, foot=kind.p > max(5, len(lines) - 4))
        if found is None or found.edtf is None or re.search(r"(?i)copyright|©|all rights", line):
            continue
        rank = (
            0
            if re.search(r"(?i)publish|posted|issued|release", line)
            else 2
            if re.search(r"(?i)updated|modified", line)
            else 1
        )
        if rank == 1 and at and _PUBLISHED_ALONE.fullmatch(lines[at - 1].strip()):
            rank = 0
        if re.search(r"(?i)embargo|expires", line):
            rank = 3
        here = Published(
            found.edtf,
            f"The page says so: “{' '.join(line.split())[:80]}”.",
            0.97 - rank * 0.03,
            (around(kind.p, line, found.start, found.end),),
        )
        if best is None or (rank, kind.p) < best[:2]:
            best = (rank, kind.p, here)
    return best[2] if best else _at_the_edge(lines, kinds)


def _is_anothers(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line stands under a heading over other stories, whose days are not this one's."""
    return any(_ELSEWHERE.fullmatch(line.strip()) for line in lines[max(0, at - _NEAR_FOOT) : at])


def _at_the_edge(lines: Sequence[str], kinds: Sequence[Kind]) -> Published | None:
    """Read a date at the head or foot of a text that is no line of its own, or of the kind that printed papers have."""
    for at in _edges(len(lines)):
        line, foot = lines[at].strip(), at > max(4, len(lines) - 5)
        if kinds[at].kind is ParagraphKind.DUPLICATE or not _YEAR.search(line) or _is_anothers(lines, at):
            continue
        if len(line) > 170:
            found = _opening(line)
        else:
            found = _after_word(line, edge=True) or _opening(line) or _of_place(line, foot=foot)
        if found is None and at < 5:
            found = live(lines[0], line) if len(line) <= 170 else None
            found = found or _day_first(lines, kinds, at)
        if found is None and kinds[at].kind is not ParagraphKind.CAPTION:
            found = masthead(line, foot=at > 5 or not at or at >= len(lines) - 2)
            if found is None and at == len(lines) - 1 and kinds[at].kind is ParagraphKind.FURNITURE:
                found = _behind_furniture(line)
        if found is not None:
            return Published(
                str(found.edtf), f"The page says so: “{' '.join(line.split())[:80]}”.", 0.85,
                (around(kinds[at].p, line, found.start, found.end),),
            )  # fmt: skip
        issue = None
        if at < min(6, len(lines) - 2) and kinds[at].kind is not ParagraphKind.BODY:
            issue = _ISSUE.match(line) or (_NUMBERED.search(line) if len(line) < 120 else None)
        if issue:
            month, season = issue["month"], issue["season"]
            edtf = f"{issue['year']}-{MONTHS.index(month) + 1 if month else _SEASONS.index(season) + 21:02}"
            return Published(edtf, f"It is the issue of {line[:60]}.", 0.8, (around(kinds[at].p, line, *issue.span()),))
    return None


def _behind_furniture(line: str) -> Written | None:
    """Give the day of the newspaper's name that stands behind a page's last words: Ring us. Marsh Echo, 3 May 2024."""
    at = max((match.end() for match in _ENDED.finditer(line)), default=0)
    if _TO_OTHERS.search(line):
        return None
    found = masthead(line[at:], foot=True, whole=True) if at else None
    return found and replace(found, start=found.start + at, end=found.end + at)


_ENDED = re.compile(r"[.?!] +(?=[A-Z])")
_TO_OTHERS = Wording(r"\b(?:related|read|more|also|see|elsewhere|previous\w*|next)\b")
"""What points to other stories, whose days they are."""


def _day_first(lines: Sequence[str], kinds: Sequence[Kind], at: int) -> Written | None:
    """Give the day that opens the first paragraph; a table of days has several, and none is that of publication."""
    opened = _DAY_FIRST.match(lines[at])
    if opened is None or any(kind.kind is ParagraphKind.BODY for kind in kinds[:at]):
        return None
    if any(_DAY_FIRST.match(line) for line in lines[at + 1 :] if line != lines[at]):
        return None
    return next((d for d in written(lines[at][: opened.end()]) if d.year and d.day), None)


def _of_line(line: str, *, foot: bool) -> Written | None:
    """Give the day of a dated line: the one after "published", else the first; None of a day of something else."""
    if found := _after_word(line):
        return found
    if other_day(line, foot=foot):
        return None
    days = [d for d in written(line) if d.year and not _GOES_ON.match(line[d.end :])]
    return next((d for d in days if not UPDATED.search(line[: d.start])), next(iter(days), None))


def _edges(count: int) -> Iterator[int]:
    yield from range(min(8, count))
    yield from range(max(8, count - 4), count)


def _after_word(line: str, *, edge: bool = False) -> Written | None:
    """Give the day that follows a word for coming out; at the edge of a page a month as well."""
    for match in _CAME_OUT.finditer(line):
        before = _SENTENCE_END.split(line[: match.start()])[-1]
        of_the_page = not before.strip(" ([*•●–-") or _OF_THE_PAGE.search(before) or _ITSELF.match(match[0])
        if _OF_SOMETHING_ELSE.search(before) and not of_the_page:
            continue
        found = next((d for d in written(line) if 0 <= d.start - match.end() <= 45), None)
        if found is None or not found.year or not (found.day or (of_the_page and edge)):
            continue
        if of_the_page or not (_GOES_ON.match(line[found.end :]) or _is_sentence(line)):
            return found
    return None


def _is_sentence(line: str) -> bool:
    """Tell whether a line is a sentence, which may date anything that came out, and not a label of its page."""
    return line.rstrip(" ”\"’'").endswith((".", "!", "?")) and len(line.split()) > 7


def _opening(line: str) -> Written | None:
    """Give the day of a dateline that opens a paragraph."""
    opened = _DATED.match(line) or _PLACE_FIRST.match(line)
    days = (d for d in written(line[: opened.end()]) if d.year and d.day) if opened else ()
    return next((d for d in days if opened and d.start >= opened.start("date")), None)


def _of_place(line: str, *, foot: bool) -> Written | None:
    """Give the day of a line that is a place and a day."""
    every = [d for d in written(line) if d.year and d.day]
    if len(every) != 1 or other_day(line, foot=foot) or re.search(r"(?i)\b(?:council|minutes)\b", line):
        return None
    day = every[0]
    whole = not line[day.end :].strip(" .|–-") and len(line) < 70 and _PLACED.match(line)
    return day if whole and day.start - 2 <= 50 else None
