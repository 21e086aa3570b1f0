"""Problems of what one record says: TW030 to TW039."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

_REPORT = """\
reports:
  - council: northbridge
    partner: luzhou
    type: twinning
    outcome: ended
    evidence:
      - {p: 3, quote: We voted to end the twinning, supports: [type, outcome]}
"""
_COUNCIL_AND_PARTNER = """\
      - {p: 3, quote: Northbridge Council, supports: [council]}
      - {p: 2, quote: link with Luzhou, supports: [partner]}
"""
_EVENT = """\
reports:
  - council: northbridge
    partner: luzhou
    type: unspecified
    outcome: active
    event: ending-called-for
    evidence:
      - {p: 3, quote: to end the twinning}
"""
_STATEMENT = """\
statements:
  - name: Ada Pike
    stance: for-ending
    gist: She says that the council decided.
"""

ENTRIES = (
    Entry(
        code=Code.DATE,
        remedy="Write year, month and day with hyphens, as far as they are known: `2011-04-03`, `2011-04`, `2011`. A "
        "date that is not certain is written so: `~` after it means about, `?` uncertain. Years from 1800 are "
        "recorded.",
        bad="published: 03/04/2011\n",
        good="published: 2011-04-03\n",
    ),
    Entry(
        code=Code.TERM_MISPLACED,
        remedy="`outcome` is the state of the partnership after the article, `event` what the article reports. What "
        "happens without changing the state goes into `event`.",
        bad=_EVENT.replace("    outcome: active\n    event:", "    outcome:") + _COUNCIL_AND_PARTNER,
        good=_EVENT + _COUNCIL_AND_PARTNER,
    ),
    Entry(
        code=Code.QUOTE_TOO_LONG,
        remedy="Quote only the words that prove the fact, at most 12 at a time and 100 in a record, and say the rest "
        "in our own. One quotation may support several facts.",
        bad=_STATEMENT
        + "    evidence:\n"
        + "      - {p: 3, quote: '“We voted to end the twinning,” said Ada Pike, who leads Northbridge Council.'}\n",
        good=_STATEMENT + "    evidence:\n      - {p: 3, quote: 'We voted to end the twinning,” said Ada Pike'}\n",
    ),
    Entry(
        code=Code.NO_EVIDENCE,
        remedy="Add the words that prove it and the number of the paragraph they stand in. Where the article has no "
        "such words, the fact is not one: an outcome is then `unclear`.",
        bad=_STATEMENT,
        good=_STATEMENT + "    evidence: [{p: 3, quote: We voted to end the twinning}]\n",
    ),
    Entry(
        code=Code.PARAGRAPH,
        remedy="Paragraphs are the lines of the source that are not empty, counted from 1. Several in a row are "
        "written `9-12`.",
        bad="notes:\n  - {p: 9, kind: context, text: Other towns are not named.}\n",
        good="notes:\n  - {p: 4, kind: context, text: Other towns are not named.}\n",
    ),
    Entry(
        code=Code.OUTLINE,
        remedy="Tell each paragraph once, in the order of the source.",
        bad="outline:\n  - {p: 2-3, text: The twinning ends.}\n  - {p: 3, text: There was a vote.}\n",
        good="outline:\n  - {p: 2, text: The twinning ends.}\n  - {p: 3, text: There was a vote.}\n",
    ),
    Entry(
        code=Code.INCOMPLETE,
        remedy="Write the fields that belong together, or none of them; of those that exclude one another, one.",
        bad="headline: not-stated\n",
        good="headline: not-stated\nsupplied_title: Report that Northbridge ends its link with Luzhou\n",
    ),
    Entry(
        code=Code.UNSUPPORTED,
        remedy="Add the words that prove the fact, with `supports` naming it; without `supports`, words prove outcome "
        "and event. Or leave out the fact.",
        bad=_REPORT,
        good=_REPORT + _COUNCIL_AND_PARTNER,
    ),
)
