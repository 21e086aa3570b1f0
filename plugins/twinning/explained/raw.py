"""Problems of raw texts, before there is a record: TW100 to TW109."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

ENTRIES = (
    Entry(
        code=Code.NOT_A_TEXT,
        remedy="Save the article’s text as a `.txt` file in UTF-8, or its page as `.html`, and give that. From a PDF "
        "or a picture of a newspaper, copy the words. The other texts of the same run were read.",
        held_by="tests/test_ingest_input.py::test_what_is_no_text_is_named_and_the_others_go_on",
    ),
    Entry(
        code=Code.NO_EXPECTATION,
        remedy="The file beside a text of a corpus is one JSON object in the form of a line of `ingest --json`; fields "
        "that it leaves out are not scored. Compare it with such a line.",
        held_by="tests/test_ingest_evaluation.py::test_an_expectation_that_cannot_be_read_is_named",
    ),
)
