"""Problems of what was proposed and is to be checked: TW150 to TW159."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import ARTICLE, BASE, Entry, with_fields

_PROPOSED = """\
proposed:
  - {of: headline, by: machine, confidence: 0.9}
"""
_REVIEWED = "reviewed: {by: A keeper, on: 2021-03-05}\n"
_NEWSPAPER = "content/newspapers/northbridge-echo.yml"

ENTRIES = (
    Entry(
        code=Code.PROPOSED,
        remedy="An entry of `proposed` says that nobody has checked the value of the field it names, which stands "
        "beside it. Where you took the value away, take the entry away too.",
        bad=_PROPOSED.replace("headline", "section"),
        good=_PROPOSED,
    ),
    Entry(
        code=Code.DIFFERS,
        remedy="Look at the words named. What a person wrote stands, whatever the program reads; where the words "
        "convince you, change the record. It is told by `python3 tasks.py check --compare` alone, and never an "
        "error.",
        held_by="tests/test_compare.py::test_where_a_person_and_the_machine_differ_the_line_and_the_words_are_told",
    ),
    Entry(
        code=Code.UNCHECKED,
        remedy="Look through the record of the council, partner or newspaper that is named, mend it, and take its "
        "`proposed` away. A record that was proposed and that no reviewed article names is not published.",
        bad={
            ARTICLE: with_fields(str(BASE[ARTICLE]), _REVIEWED),
            _NEWSPAPER: f"{BASE[_NEWSPAPER]!s}proposed: [{{of: name, by: machine, confidence: 0.5}}]\n",
        },
        good={ARTICLE: with_fields(str(BASE[ARTICLE]), _REVIEWED)},
    ),
)
