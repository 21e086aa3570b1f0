"""When an article was published: as its page says, or as what its text says allows; never narrower, and often not at all.

Most articles do not say it. What they do say are days seen from the day of writing ("last night", "May last year"),
which need a date that fixes them: a weekday that agrees with one year alone, one event dated twice, or something that
the world knows the day of. Each date has its reasons with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ...vocabulary import ParagraphKind
from ..proposal import Kind, Passage, Published
from ..quoting import around
from ..wordings.patterns import Wording
from .happenings import HAPPENINGS, OCCASIONS
from .mastheads import UPDATED, other_day
from .stated import stated
from .written import MONTHS, WEEKDAYS, Written, written
from .years import AFTER, News, Reason, ages_told, count, ends_told, is_quoted, years_of_news, years_told

_AGO = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": -1,
    "tomorrow night": -1,
    "tomorrow evening": -1,
    "yesterday": 1,
    "yesterday morning": 1,
    "yesterday afternoon": 1,
    "last night": 1,
    "yesterday evening": 1,
}
_SEEN = Wording(
    rf"\b(?P<when>{'|'.join(sorted(_AGO, key=len, reverse=True))})\b(?:[’']s (?:\w+ ){{0,2}}\w+(?= ?[,(]))?[,\s]*\(?(?:on )?(?=(?:the )?(?:mon|tue|wed|thu|fri|sat|sun|\d|{'|'.join(m[:3] for m in MONTHS)}))"
)
_WEEKDAY_SEEN = Wording(
    rf"\b(?P<when>today|tonight|yesterday|last night),? \(?(?:on )?(?P<week>{'|'.join(WEEKDAYS)})\b"
)
_OF_A_DAY = Wording(r"\b(?P<when>today|tonight|yesterday|last night)[’']s (?:\w+ ){0,2}$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COMING = Wording(
    r"\b(?:will|next|due|until|by|runs? (?:out|to|until)|to be|from|would|shall|going to|expires?|plann\w+|before|ends?|expected|hop\w+|back in|aim\w*)\b[^.;]{0,45}$"
)
_PAPERS = Wording(
    r"\b(?:letters?|diary|diaries|cutting|notice|telegram|postcard|wrote|written|reads|entry|inscri\w+|plaque)\b"
)
_PLANS = 4
"""How many years ahead a text may name without saying that they are to come."""
_LAST = 2099
"""The last year that any newspaper here can be of: what is worked out to be later was no count of years."""
_PEG = Wording(r"\b(?:following|after|in the wake of|in light of|days after|weeks after|amid|since)\b[^.]{0,120}$")


def published(lines: Sequence[str], kinds: Sequence[Kind]) -> Published | None:
    """Give the date of publication with its reasons; None where the text does not support one."""
    return stated(lines, kinds) or _derived(lines, kinds)


def _derived(lines: Sequence[str], kinds: Sequence[Kind]) -> Published | None:
    """Work it out from what the text says of days and years."""
    body = [
        (k.p, line) for line, k in zip(lines, kinds, strict=True)
        if k.kind in {ParagraphKind.BODY, ParagraphKind.STANDFIRST, ParagraphKind.HEADLINE, ParagraphKind.DATELINE, ParagraphKind.CAPTION}
    ]  # fmt: skip
    whole = "\n".join(line for _, line in body)
    small = whole.lower()
    known = [h for h in HAPPENINGS if any(stem in small for stem in h.stems) and h.words.search(whole)]
    told = [News(h, p, line, *m.span()) for h in known for p, line in body for m in [h.words.search(line)] if m]
    least = _least(body)
    # An age that was reached before the last year that is named is seen from an earlier time.
    aged = (reason for reason in (*ages_told(body), *ends_told(body, least)) if reason.year >= least)
    years = [reason for reason in (*years_told(body), *aged, *years_of_news(told)) if reason.year <= _LAST]
    if day := _seen_weekday(body, told) or _occasion(body) or _seen_day(body, years):
        return day
    if day := _dateline(lines, kinds, years):
        return day
    if years:
        agreed = {reason.year for reason in years}
        if len(agreed) == 1:
            return _within_year(years, body, told)
        return None
    return _after_news(body, told)


def _seen_day(body: Sequence[tuple[int, str]], years: Sequence[Reason]) -> Published | None:
    """Read a day that is named as seen from the day of writing: last night (Tuesday, March 8)."""
    for p, line in body:
        for match in _SEEN.finditer(line):
            found = next((d for d in written(line[match.start() :]) if d.start < match.end() - match.start() + 3), None)
            if found is None or not found.day or _is_reported(line, match.start()):
                continue
            year, why = _year_of(found, years)
            if year is None or year < _least(body) - _PLANS:
                continue
            try:
                day = date(year, found.month, found.day) + timedelta(_AGO[match["when"].lower()])
            except ValueError:
                continue
            words = line[match.start() : match.start() + found.end]
            return Published(
                day.isoformat(),
                f"“{words}”; {why}.",
                0.85,
                (around(p, line, match.start(), match.start() + found.end),),
            )
    return None


def _is_reported(line: str, at: int) -> bool:
    """Tell whether words stand in somebody's speech, a letter or a diary, which see days from another time."""
    return is_quoted(line, at) or bool(_PAPERS.search(line[max(0, at - 80) : at]))


def _seen_weekday(body: Sequence[tuple[int, str]], told: Sequence[News]) -> Published | None:
    """Count from the world's news, where the weekday of yesterday agrees: four weeks after it, yesterday, Wednesday."""
    for news in told:
        after = AFTER.search(news.line[max(0, news.start - 60) : news.start])
        if after is None:
            continue
        days = count(after["n"]) * (7 if after["unit"].startswith("week") else 1) + (
            count(after["n2"]) if after["n2"] else 0
        )
        day = news.of.day + timedelta(days)
        for p, line in body:
            for match in _WEEKDAY_SEEN.finditer(line):
                seen = day - timedelta(_AGO[match["when"]])
                if WEEKDAYS[seen.weekday()] == match["week"] and not is_quoted(line, match.start()):
                    why = f"It is {after[0]} {news.of.what}, and “{match[0]}” agrees with that day."
                    shown = (around(news.p, news.line, news.start, news.end), around(p, line, *match.span()))
                    return Published(day.isoformat(), why, 0.7, shown)
    return None


def _occasion(body: Sequence[tuple[int, str]]) -> Published | None:
    """Read a day that the world knows, as seen from the day of writing: tonight's opening ceremony."""
    for occasion in OCCASIONS:
        for p, line in body:
            match = occasion.words.search(line)
            seen = _OF_A_DAY.search(line[: match.start()]) if match else None
            if match and seen and not is_quoted(line, match.start()):
                day = occasion.day + timedelta(_AGO[seen["when"]])
                why = f"“{line[seen.start() : match.end()]}”: {occasion.what} was on {occasion.day.isoformat()}."
                return Published(day.isoformat(), why, 0.8, (around(p, line, seen.start(), match.end()),))
    return None


def _least(body: Sequence[tuple[int, str]]) -> int:
    """Give the last year that a text names as past, 0 where it names none."""
    known = (int(m[0]) for _, line in body for m in _YEAR.finditer(line) if not _COMING.search(line[: m.start()]))
    return max(known, default=0)


def _dateline(
    lines: Sequence[str],
    kinds: Sequence[Kind],
    years: Sequence[Reason],
) -> Published | None:
    """Read the line that dates a page without the year, where what the page tells fixes that."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind.kind is not ParagraphKind.DATELINE or other_day(line, foot=kind.p > max(5, len(lines) - 4)):
            continue
        found = next((d for d in written(line) if d.day and not d.year and not UPDATED.search(line[: d.start])), None)
        year, why = _year_of(found, years) if found else (None, "")
        if found and year:
            day = f"{year}-{found.month:02}-{found.day:02}"
            return Published(
                day, f"The page says so: “{line[:80]}”; {why}.", 0.8, (around(kind.p, line, found.start, found.end),)
            )
    return None


def _year_of(found: Written, years: Sequence[Reason]) -> tuple[int | None, str]:
    """Find the year of a day: named, or given by something else with which its weekday agrees.

    A weekday alone gives none: it falls on a day of the last year named, or of the next, in two years of seven by chance.
    """
    if found.year:
        return found.year, "the year is given"
    if len({reason.year for reason in years}) != 1:
        return None, ""
    year = years[0].year
    weekday = _weekday(year, found)
    if weekday is None or (found.weekday is not None and weekday != found.weekday):
        return None, ""
    return year, years[0].why


def _weekday(year: int, found: Written) -> int | None:
    try:
        return date(year, found.month, found.day or 1).weekday()
    except ValueError:
        return None


def _within_year(years: Sequence[Reason], body: Sequence[tuple[int, str]], told: Sequence[News]) -> Published:
    """Say the year, and the month where a day of it that has passed is named without its year."""
    year = years[0].year
    why = [reason.why for reason in years]
    shown = [reason.passage for reason in years]
    latest: tuple[date, Passage] | None = None
    for p, line in body:
        for found in written(line):
            if found.year or not found.day or _COMING.search(line[: found.start]):
                continue
            try:
                day = date(year, found.month, found.day)
            except ValueError:
                continue
            if latest is None or day > latest[0]:
                latest = (day, around(p, line, found.start, found.end))
    events = [h.day for h, *_ in told if h.day.year == year]
    edtf = str(year)
    months = {reason.month for reason in years if reason.month}
    if len(months) == 1:
        edtf = f"{year}-{months.pop():02}"
    elif latest is not None:
        edtf = f"{latest[0]:%Y-%m}~"
        why.append(f"{latest[0].day} {MONTHS[latest[0].month - 1].title()} had passed, and is named without its year")
        shown.append(latest[1])
    elif events:
        newest = max(events)
        edtf = f"{newest.isoformat()}/{year}-12-31"
        why += [f"{h.what} ({h.day.isoformat()}) had happened" for h, *_ in told if h.day == newest][:1]
    text = "; ".join(dict.fromkeys(why))
    return Published(edtf, text[:1].upper() + text[1:] + ".", 0.7, tuple(dict.fromkeys(shown))[:3])


def _after_news(body: Sequence[tuple[int, str]], told: Sequence[News]) -> Published | None:
    """Say what follows from passing news that an article opens with: it was written that year, after it."""
    early = {p for p, _ in body[:3]}
    for happening, p, line, start, end in told:
        if happening.passing and p in early and _PEG.search(line[:start]):
            newest = max(h.day for h, *_ in told)
            if newest.year != happening.day.year:
                return None
            why = f"It opens with {happening.what} ({happening.day.isoformat()}), which was news that year."
            return Published(f"{newest.isoformat()}/{newest.year}-12~", why, 0.5, (around(p, line, start, end),))
    return None
