"""Problems between records: TW040 to TW049."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import ARTICLE, BASE, Entry, with_fields

_SECOND = "content/articles/ta-0002.yml"
_LETTER = """\
id: ta-0002
headline: A letter from Luzhou
newspaper: northbridge-echo
published: 2021-05-20
url: https://echo.example/letter
rights: in-copyright
summary: Luzhou has answered.
"""
_LINK = "  - {council: northbridge, partner: luzhou, type: unspecified, outcome: unclear}\n"

ENTRIES = (
    Entry(
        code=Code.UNKNOWN_REFERENCE,
        remedy="Correct the name; it is that of a file in `content/councils/`, `content/partners/` or "
        "`content/newspapers/`, without its ending. What is new wants a file of its own there.",
        bad="newspaper: northbridge-ecko\n",
        good="newspaper: northbridge-echo\n",
    ),
    Entry(
        code=Code.COLLISION,
        remedy="Give each record its own id and each article its own address. Where two records tell of one article, "
        "make one of them.",
        bad={ARTICLE: with_fields(str(BASE[ARTICLE]), "url: https://echo.example/letter\n"), _SECOND: _LETTER},
        good={ARTICLE: with_fields(str(BASE[ARTICLE]), "url: https://echo.example/luzhou\n"), _SECOND: _LETTER},
    ),
    Entry(
        code=Code.REPEATED_REPORT,
        remedy="Make one report of the two. Where the article contradicts itself, give both values as `disputed`, each "
        "with who says it. A council cannot be its own partner.",
        bad=f"reports:\n{_LINK}{_LINK}",
        good=f"reports:\n{_LINK}",
    ),
)
