"""Problems of a list of items that `cite` is given: TW130 to TW139.

None of them is a matter of the archive's content, so that no example of its files can show them.
"""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

_HELD = "tests/test_cite_command.py::test_each_fault_of_a_list_has_its_code"

ENTRIES = (
    Entry(
        code=Code.CITE_JSON,
        remedy="Give `cite` one JSON list, as Zotero exports it under “CSL JSON”. The message names the place where "
        "reading ended. No field may stand twice in one object.",
        held_by=_HELD,
    ),
    Entry(
        code=Code.CITE_LIST,
        remedy='Write a list of objects: `[{"id": "…", "type": "article-newspaper", "title": "…"}]`. An '
        "object whose `items` are such a list is taken too.",
        held_by=_HELD,
    ),
    Entry(
        code=Code.CITE_ID,
        remedy="Give each item an `id` that no other has: what is printed is found by it.",
        held_by=_HELD,
    ),
    Entry(
        code=Code.CITE_TYPE,
        remedy="The styles are written for the two types `article-newspaper` and `webpage`. For others, use a "
        "reference manager.",
        held_by=_HELD,
    ),
    Entry(
        code=Code.CITE_FIELD,
        remedy='Write the field as CSL-JSON has it. A name is `{"family": "Okafor", "given": "Jane"}`, or for a body '
        '`{"literal": "Press Association"}`; a date is `{"date-parts": [[2011, 3, 17]]}`, for a range with two lists.',
        held_by=_HELD,
    ),
)
