"""Dates of CSL-JSON that somebody wrote as text (`raw`): read where no other day can be meant, as ISO's or with a name.

`03/05/2019` may be a day of March or of May, and "c. 1950" has no form in CSL: such are left as they are.
"""

from __future__ import annotations

import re
from typing import Any

from .words import MONTHS

_ISO = r"(-?\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2}))?)?"
_WHOLE = re.compile(rf"{_ISO}([?~%]?)$")
_DAY = r"(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+)?"
_NAMED = re.compile(rf"{_DAY}([A-Za-z]+)\.?(?:\s+(\d{{1,2}})(?:st|nd|rd|th)?,)?\s+(\d{{4}})$")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def written(raw: str) -> dict[str, Any] | None:
    """Give a date as CSL-JSON has it in parts; None where it can be read in two ways or in none."""
    raw = raw.strip()
    named = _NAMED.match(raw)
    if named is not None:
        return _with_a_name(*named.groups())
    one = _iso(raw)
    if one is not None:
        return one
    ends = [_iso(end.strip()) for end in raw.split("/")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    parts = [*ends[0]["date-parts"], *ends[1]["date-parts"]]
    return {"date-parts": parts, "circa": "circa" in ends[0] or "circa" in ends[1]}


def _iso(text: str) -> dict[str, Any] | None:
    found = _WHOLE.match(text)
    if found is None:
        return None
    year, _, month, day, doubt = found.groups()
    made: dict[str, Any] = {"date-parts": [[int(part) for part in (year, month, day) if part]]}
    return made | ({"circa": True} if doubt else {})


def _with_a_name(before: str | None, name: str, after: str | None, year: str) -> dict[str, Any] | None:
    said = name.lower()
    if before and after:
        return None
    if said in _SEASONS:
        return {"date-parts": [[int(year)]], "season": _SEASONS[said]} if not (before or after) else None
    month = next((n for n, other in enumerate(MONTHS, 1) if len(said) > 2 and other.lower().startswith(said)), None)
    if month is None:
        return None
    day = before or after
    return {"date-parts": [[int(year), month, *([int(day)] if day else [])]]}
