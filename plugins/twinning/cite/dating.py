"""Dates as Zotero must be told them, for it reads some forms of EDTF as other dates (`citing.md` §4, measured)."""

from __future__ import annotations

from ..edtf import CALENDAR, SEASONS, Edtf, Precision


def for_zotero(value: Edtf | None) -> str | None:
    """Return the content of `DC.date`, so written that Zotero makes no false date of it; None where there is none.

    Seasons and open ends go as quoted literals, which Zotero keeps as they stand: it reads `2011-21` as the years
    2011 to 2021 and `2011/..` as 2011. The quotation marks must be escaped in HTML. An X for a day or month is left
    out: Zotero takes `2011-03-XX` for a season named XX.
    """
    if value is None:
        return None
    ends = [point for point in (value.start, value.end) if point]
    if len(ends) == 2 and all(point.precision in CALENDAR for point in ends):
        first, last = (point.text + point.qualifier for point in ends)
        return f"{first}/{last}" if value.is_interval else first
    if value.text in {point.text for point in ends} and ends[0].precision is not Precision.SEASON:
        return value.text  # a decade or century, which Zotero keeps as it stands
    words = f"after {ends[0].phrase}" if value.text.endswith("/..") else value.words
    return f'"{words.capitalize() if words.startswith(SEASONS) else words}"'
