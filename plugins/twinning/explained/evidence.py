"""Problems of evidence and sources: TW050 to TW059."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import ARTICLE, BASE, MEMORY, SHA256, Entry, with_fields

_STATEMENT = """\
statements:
  - name: Ada Pike
    stance: for-ending
    gist: She says that the council decided.
    evidence: [{p: 3, quote: We voted to end the twinning}]
"""
_WITH_STATEMENT = with_fields(str(BASE[ARTICLE]), _STATEMENT)
_VERIFIED = f"""\
{{
 "ta-0001": {{
  "source": "{SHA256}",
  "evidence": "81411b6e2813a1f25dbe0dd4124159d8e5d9824f6f4436fd18b78e8cb753e656"
 }}
}}
"""
_NO_SOURCE = {"sources/northbridge.txt": None}

ENTRIES = (
    Entry(
        code=Code.QUOTE_NOT_FOUND,
        remedy="Quote the newspaper to the letter; quotation marks and white space may differ. The help names the "
        "nearest words and their paragraph. Ellipses and corrections of ours do not belong in a quotation.",
        bad=_STATEMENT.replace("We voted", "We decided"),
        good=_STATEMENT,
    ),
    Entry(
        code=Code.SOURCE_MISMATCH,
        remedy="Write the number of lines that are not empty. The hash pins the text, so the number is what was "
        "miscounted.",
        bad=f"source: {{sha256: {SHA256}, paragraphs: 6}}\n",
        good=f"source: {{sha256: {SHA256}, paragraphs: 5}}\n",
    ),
    Entry(
        code=Code.EVIDENCE_CHANGED,
        remedy="Put the newspaper’s text into `sources/` and run `python3 tasks.py verify`, or restore what was there. "
        "A machine without the text, as GitHub’s, cannot tell whether the new words are the newspaper’s.",
        bad={ARTICLE: _WITH_STATEMENT.replace("We voted", "I voted"), MEMORY: _VERIFIED, **_NO_SOURCE},
        good={ARTICLE: _WITH_STATEMENT, MEMORY: _VERIFIED, **_NO_SOURCE},
    ),
    Entry(
        code=Code.NOT_VERIFIED,
        remedy="Put the newspaper’s text into `sources/`, run `python3 tasks.py verify`, and commit "
        "`content/verified.json` with the record.",
        bad={ARTICLE: _WITH_STATEMENT, MEMORY: "{}\n"},
        good={ARTICLE: _WITH_STATEMENT, MEMORY: _VERIFIED},
    ),
    Entry(
        code=Code.NOT_REVIEWED,
        remedy="Read the record against the article and add `reviewed: {by: …, on: …}`. Its page says that nobody has.",
    ),
    Entry(
        code=Code.BAD_SOURCE,
        remedy="Save the text as UTF-8 again, or take the file out of `sources/`. Records made from another text are "
        "not concerned.",
        bad={"sources/letter.txt": b"\xff\xfe" + "A letter from Luzhou\n".encode("utf-16-le")},
        good={"sources/letter.txt": "A letter from Luzhou\n"},
    ),
    Entry(
        code=Code.COPIED,
        remedy="Say it in our own words; at most 9 in a row may be the newspaper’s. What must be quoted goes into "
        "evidence. A text that we may publish whole is not held to this.",
        bad="summary: The town’s link with Luzhou is over, councillors heard on Tuesday.\n",
        good="summary: Councillors learnt that nothing is left of the partnership with Luzhou.\n",
    ),
    Entry(
        code=Code.MISREAD,
        remedy="Type the characters themselves. `â€™` for an apostrophe comes of a text in UTF-8 that a program opened "
        "as Windows-1252 and saved: where it is in many places, open the original anew as UTF-8. `&amp;` comes of the "
        "source of a web page; records are plain text, and show it as it stands.",
        bad="section: CafÃ© &amp; garden\n",
        good="section: Café & garden\n",
    ),
)
