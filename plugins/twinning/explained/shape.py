"""Problems of a record's fields: TW020 to TW029."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

ENTRIES = (
    Entry(
        code=Code.UNKNOWN_FIELD,
        remedy="Correct the field’s name, or remove it. An editor that knows [schema/](../../schema/) completes the "
        "names while you write.",
        bad="langauge: cy\n",
        good="language: cy\n",
    ),
    Entry(
        code=Code.MISSING_FIELD,
        remedy="Add the field. `headline` and `published` may be `not-stated` where you looked and the article does "
        "not say.",
        bad={"content/councils/eastmere.yml": "name: Eastmere Borough Council\ntype: district\n"},
        good={"content/councils/eastmere.yml": "name: Eastmere Borough Council\ntype: district\nnation: england\n"},
    ),
    Entry(
        code=Code.WRONG_TYPE,
        remedy="Write a list with `- ` before each entry or in `[ ]`, and a group of fields with `name: value` lines "
        "or in `{ }`.",
        bad="byline: Ada Pike\n",
        good="byline: [{person: {family: Pike, given: Ada}}]\n",
    ),
    Entry(
        code=Code.BAD_VALUE,
        remedy="Write the value in the form that the help names.",
        bad="url: www.echo.example/luzhou\n",
        good="url: https://www.echo.example/luzhou\n",
    ),
    Entry(
        code=Code.UNKNOWN_TERM,
        remedy="Choose one of the terms; the [schema](../../schema/article.json) says what each means. For outcomes, "
        "`unclear` is better than a guess.",
        bad="rights: publc\n",
        good="rights: in-copyright\n",
    ),
    Entry(
        code=Code.EMPTY_VALUE,
        remedy="Remove the line: a field that is absent is *not recorded*. Where you looked and the article does not "
        "say, some fields take `not-stated`.",
        bad="section:\n",
        good="section: Local news\n",
    ),
)
