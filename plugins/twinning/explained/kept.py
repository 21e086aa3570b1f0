"""Problems of what was published and is to stay: TW110 to TW119.

Most need a ledger beside the content, which no example has.
"""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

_WITHDRAWN = """\
rights: withdrawn
withdrawn: {on: 2021-05-01, reason: The newspaper asked for it.}
reviewed: {by: A keeper, on: 2021-05-01}
"""

_REMOVED = "`{name: not-stated, stance: context-only, gist: Removed., removed: …}`"

ENTRIES = (
    Entry(
        code=Code.LOST,
        remedy="Somebody may have linked to it. Put back what stood there; or say where it is now, with `python3 "
        "tasks.py move OLD NEW`; or, of two records that are of one thing, `merge OLD NEW`; or `withdraw` the article. "
        "Each adds a line to `ledger.jsonl`, and the old address then leads to the new one, or says why nothing is "
        "there. A person’s or a partnership’s page of which no article is left ends with `move OLD --gone REASON`.",
        held_by="tests/test_ledger.py::test_a_published_page_that_is_gone_is_named_with_its_remedy",
    ),
    Entry(
        code=Code.LOST_ANCHOR,
        remedy="Somebody may have cited it. Put the note, statement or heading back. To take the words of a note out, "
        f"leave a note in its place that says so; in the place of a statement, {_REMOVED} with the reason. A heading "
        "may be reworded when it keeps its id: `## New words {#id}`.",
        held_by="tests/test_ledger.py::test_a_cited_anchor_that_is_gone_is_named",
    ),
    Entry(
        code=Code.DISPLACED,
        remedy="`#n2` and `#s1` count from the top of their lists, so notes and statements keep their order: new ones "
        "go to the end. Where a note was taken out, put one in its place that says so; where a statement was, "
        f"{_REMOVED} with the reason. A correction of the words is no change of place.",
        held_by="tests/test_ledger.py::test_notes_and_statements_that_change_places_are_named",
    ),
    Entry(
        code=Code.MOVED_NOWHERE,
        remedy="The latest line of an address in `ledger.jsonl` counts, so never edit one: `python3 tasks.py move OLD "
        "NEW` adds a line that leads right.",
        held_by="tests/test_ledger.py::test_a_move_that_leads_nowhere_or_in_a_circle_is_named",
    ),
    Entry(
        code=Code.REWRITTEN,
        remedy="The ledger is what the archive promised, so its lines are only ever added. Restore the line from the "
        "repository’s history. A merge of two branches keeps the lines of both.",
        held_by="tests/test_ledger.py::test_a_line_that_was_edited_removed_or_moved_is_named",
    ),
    Entry(
        code=Code.STILL_TOLD,
        remedy="The page shows nothing of it, but the record is as public as the page. `python3 tasks.py withdraw "
        "ta-0001 --reason …` leaves only what the article is cited by; of a statement that was removed, "
        f"{_REMOVED} stays. What the repository’s history holds is there until its keepers decide otherwise.",
        bad=_WITHDRAWN,
        good=_WITHDRAWN + "summary: Withdrawn.\n",
    ),
)
