"""A line of a newspaper's page that carries its day: a masthead, a credit, an edition line, at the head or the foot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..wordings.patterns import Wording
from .written import Written, written

_PAPER: Final = Wording(
    r"\b(?:advertiser|argus|beacon|bulletin|chronicle|citizen|courier|de?ispatch|echo|examiner|express|free press|gazette|"
    r"guardian|herald|independent|journal|leader|mail|mercury|messenger|news|newsletter|observer|packet|post|press|recorder|"
    r"reporter|sentinel|standard|star|telegraph|times|tribune|voice|weekly|world|clarion|bugle|magazine|enquirer|reformer|gleaner|pictorial|digest|freeman|informer|globe|evening \w+|daily \w+|town crier)\b"
)
_FURNITURE: Final = Wording(
    r"\b(?:pages?|pp?\.? ?\d+|p\d+|min(?:ute)?s? read|comments?|editions?|issue|vol(?:ume)?\.? ?\d+|no\.? ?[\d,]+|price|"
    r"front page|back page|newsdesk|correspondent|release|press notice|statement|online|paper)\b|\b\d\d\d?p\b|£\d"
)
_CREDIT: Final = Wording(
    r"(?:^|[.:;,|·•–—] ?)(?:(?:compiled|written|edited|reported|collected|gathered) (?:\w+ )?by|words(?: and pictures)? by|updates from|reporting by|with)\b"
)
"""Who put a page together: what stands before it may be any sentence."""
OF_ANOTHER_DAY: Final = Wording(
    r"\b(?:pic(?:ture|tured|s)?|photo(?:graph)?s?|photographed|image|caption|files?|archives?|nostalgia|looking back|flashback|years ago|related|"
    r"read more|see also|more like this|correction|clarification|deadlines?|clos(?:es|ing|ed)|consultation|(?:until|before|next|by|from) (?=\d|\w+day\b(?![’']s))|next \w+|"
    r"elections?|polling|letters? (?:of|from)|e-?mail of|sign(?:ed|ing|s)|found(?:ed|ation)|established|built|born|died|memoriam|memory|"
    r"comes? into force|withdrawal|tickets?|doors|booking|register|anniversary|birthday|expires?|valid|copyright|©|due|starts?|begins?|ends?|opens?|opened|"
    r"arriv\w+|visit|returns?|correspondence)\b"
)
"""Words of a line whose day is that of something else than its page."""
_OF_A_GATHERING: Final = Wording(
    r"\b(?:meetings?|minutes? of|minutes$|agenda|committee|council|cabinet|assembly|held|present|decisions?|carnival|fairs?|festival|concert|dinner|"
    r"ball|lunch|supper|service|f[eê]te|gala|jazz|open day|dance|exhibition|parade|march|walk|talk|lecture|rally|quiz|wedding|funeral|reunion|"
    r"conference|summit|ceremony|tournament|match|race|regatta|party|coffee morning|jumble|auction|sale|hustings|inquiry|hearing|trial)\b"
)
_VENUE: Final = Wording(
    r"\b(?:hall|rooms?|hotel|centre|church|chapel|chamber|theatre|club|school|library|exchange|guildhall|inn|arms|square)\b"
)
_ANNOUNCED: Final = Wording(
    r"^(?!(?:dateline|date|source|from|by|words|story|article|reporter|author)\b)[^:|·•]{3,40}: [^|·•]{3,50}, \W*0\W*$"
)
_CLOCK: Final = Wording(r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\b\d{1,2}[.:]\d\d\b|\bnoon\b")
_TRIMMINGS: Final = Wording(r"^\W*ends\b\W*|,? ?\b(?:est(?:ablished|d)?|founded)\.?(?: in)? 1[789]\d\d\b")
"""Where a press release ends, and the pride of old newspapers."""
_PARTS: Final = re.compile(r"\s*[|·•—–;:()\[\]/\t]+\s*|\s+-+\s+|,\s+|[.!?]\s+|\s{2,}|\.$")
_SMALL: Final = frozenset(
    "a of the and & for from by in at on our this week week's with page pages front back read min mins minute comment comments "
    "edition issue no vol price reporter reporters correspondent staff desk newsdesk newspaper paper online print web "
    "late early final weekly daily monthly evening morning story news first-edition p pp words pictures compiled updated notice release und y le la de".split()
)
_LIVE: Final = Wording(
    r"^\W*live\b|\blive(?: blog|:| updates)|\bas it happened\b|\bminute by minute\b|\brolling coverage\b"
)
_ACRONYM: Final = re.compile(r"^[A-Z]{2,5}$")
_AGENCY: Final = re.compile(r"(?i)\b(?:local democracy )?reporting service\b")
"""An agency is no service at a church."""
UPDATED: Final = Wording(r"\b(?:updated?|modified|amended|edited|changed|revised)\b[^|·•]{0,25}$")


def other_day(line: str, *, foot: bool = False) -> bool:
    """Tell whether a line dates something else: a picture, a meeting to come, a page of long ago.

    What has its place after its name at the foot of a page is to come: Blood donors: Corn Hall, 3 May 2019.
    """
    rest = _AGENCY.sub("reporter", _without(line, written(line)))
    if OF_ANOTHER_DAY.search(rest):
        return True
    if _PAPER.search(rest):
        return False
    if foot and _ANNOUNCED.match(rest):
        return True
    return bool(_OF_A_GATHERING.search(rest) or (_VENUE.search(rest) and _CLOCK.search(rest)))


def _without(line: str, days: Iterable[Written]) -> str:
    """Give a line without its days, so that March is no march."""
    for day in sorted(days, key=lambda d: -d.start):
        line = f"{line[: day.start]}0{line[day.end :]}"
    return line


def masthead(line: str, *, foot: bool, whole: bool = False) -> Written | None:
    """Give the day of a line that is nothing but a day and the furniture of a page; None of any other.

    At the foot of a page stand events to come and other stories too: there a line has to name a newspaper or a page.
    A whole line has no sentence before the name of who put the page together.
    """
    day = _only(line) if len(line) <= 170 else None
    if day is None:
        return None
    before, after = _trimmed(line[: day.start]), _trimmed(line[day.end :])
    credit = next(_CREDIT.finditer(before), None)
    if credit and credit.start():
        if whole:
            return None
        before = before[credit.start() :]
    if not (before + after).strip() and foot:
        return day
    parts = [part.strip() for part in _PARTS.split(before) + _PARTS.split(after) if part.strip(" .,'’\"“”*-")]
    if not (
        0 < len(parts) < 8 and _is_set_off(before, after) and _is_of_the_page(f"{before}0{after}", parts, foot=foot)
    ):
        return None
    if credit and len(before.split()) <= 14:
        return day
    return day if all(_is_label(part, short=not foot and "|" in line) for part in parts) else None


def _trimmed(part: str) -> str:
    for match in reversed(list(_TRIMMINGS.finditer(part))):
        part = part[: match.start()] + part[match.end() :]
    return part


def _is_of_the_page(rest: str, parts: Iterable[str], *, foot: bool) -> bool:
    """Tell whether what stands beside a day can be a page's: at its foot, whether it names a newspaper or a page."""
    if OF_ANOTHER_DAY.search(rest):
        return False
    if _PAPER.search(rest) or _FURNITURE.search(rest):
        return True
    if _OF_A_GATHERING.search(rest) or _CLOCK.search(rest):
        return False
    return not foot or any(_ACRONYM.match(part) for part in parts)


def _only(line: str) -> Written | None:
    """Give the one day of a line, but for those on which it was changed."""
    days = [d for d in written(line) if d.year and d.day]
    if len(days) > 1:
        days = [d for d in days if not UPDATED.search(line[: d.start])]
    return days[0] if len(days) == 1 else None


def _is_set_off(before: str, after: str) -> bool:
    """Tell whether a day is parted from the words on both its sides, or beside a word of the page's furniture."""
    ahead, behind = before.rstrip(), after.lstrip()
    opened = (
        not ahead
        or before.endswith(("  ", "\t"))
        or not (ahead[-1].isalnum() or ahead[-1] in "’'&")
        or ahead.isupper()
        or ahead.split()[-1][0] == "@"
        or bool(_ends_named(ahead))
    )
    closed = (
        not behind
        or after.startswith(("  ", "\t"))
        or not (behind[0].isalnum() or behind[0] in "’'&‘")
        or bool(_FURNITURE.match(behind))
    )
    return opened and closed


def _ends_named(ahead: str) -> bool:
    last = " ".join(ahead.split()[-2:])
    return bool(_PAPER.search(last) or _FURNITURE.search(last))


def _is_label(part: str, *, short: bool) -> bool:
    """Tell whether a part of a line is a name or furniture, and says nothing."""
    words = part.split()
    if short and len(words) < 4:
        return True
    if len(words) > 9:
        return False
    return all(
        word[0].isupper()
        or not word[0].isalpha()
        or any(letter.isdigit() for letter in word)
        or word.lower().strip(".,'’") in _SMALL
        or "@" in word
        for word in (w.strip("'’‘“”\"") or "-" for w in words)
    )


def live(headline: str, line: str) -> Written | None:
    """Give the day at the head of a page that was written while something went on."""
    if not _LIVE.search(headline) or len(line) > 130:
        return None
    day = _only(line)
    if day is None or OF_ANOTHER_DAY.search(_without(line, [day])):
        return None
    meets = re.search(r"\bmeets (?:on )?$", line[: day.start]) is not None
    return day if meets or _is_set_off(line[: day.start], line[day.end :]) else None
