"""Problems of a site that was built, and of what was published before: TW090 to TW099.

None of them can be shown by a few lines of content: the checks before a build are there so that these never come up.
"""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

_OURS = (
    " The content was found right, so the fault is most likely in a template or in the generator: if you changed "
    "neither, please report it."
)

ENTRIES = (
    Entry(
        code=Code.DEAD_END,
        remedy="Correct the link, or the page that it should lead to." + _OURS,
        held_by="tests/test_gate.py::test_a_link_that_leads_nowhere_is_named_with_its_place",
    ),
    Entry(
        code=Code.PAGE_MARKUP,
        remedy="Close the element, or quote the attribute, that the message names." + _OURS,
        held_by="tests/test_gate.py::test_markup_that_is_not_well_formed_is_found",
    ),
    Entry(
        code=Code.PAGE_LOADS,
        remedy="Put what the page needs into `theme/static/`: a reader’s browser asks no other host for anything, and "
        "runs nothing." + _OURS,
        held_by="tests/test_gate.py::test_what_would_load_or_run_is_found",
    ),
    Entry(
        code=Code.SITE_DATA,
        remedy="The file was written wrongly." + _OURS,
        held_by="tests/test_gate.py::test_a_file_that_is_not_as_it_should_be_is_found",
    ),
    Entry(
        code=Code.SITE_INCOMPLETE,
        remedy="A page or file that the archive promises was not made, or one was made that it does not promise."
        + _OURS,
        held_by="tests/test_gate.py::test_a_page_or_file_that_the_archive_has_and_the_site_has_not_is_found",
    ),
    Entry(
        code=Code.SITE_FOREIGN,
        remedy="Something that is no ordinary file, or a file of a kind that a site has not, came into the site while "
        "it was built. Look into `theme/static/` for links and scripts, and for another program that writes into the "
        "folder.",
        held_by="tests/test_gate.py::test_a_link_or_a_pipe_among_the_files_is_found_and_not_followed",
    ),
    Entry(
        code=Code.SHRUNK,
        remedy="See whether records were deleted by mistake, or `--content` names another folder. An article that is "
        "to vanish is withdrawn, not deleted: its record stays, with `rights: withdrawn`. Where you do mean it, build "
        "with `--allow-shrink`.",
        held_by="tests/test_swap.py::test_far_fewer_articles_than_the_former_site_had_are_refused_and_named",
    ),
    Entry(
        code=Code.LEDGER,
        remedy="Restore `ledger.jsonl` from the repository’s history. Its lines are only ever added, never edited.",
        held_by="tests/test_ledger.py::test_a_line_that_cannot_be_read_is_named",
    ),
)
