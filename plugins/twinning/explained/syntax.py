"""Problems of a file as YAML: TW010 to TW019."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

ENTRIES = (
    Entry(
        code=Code.SYNTAX,
        remedy="Put the whole value in double quotation marks where it holds a colon with a space, a `#`, or begins "
        "with a quotation mark, `@`, `%` or a bracket. Indent with spaces. The mistake may stand some lines above the "
        "place where it shows. Until it is corrected, nothing else of the file can be checked.",
        bad="headline: Luzhou: the link is over\n",
        good='headline: "Luzhou: the link is over"\n',
    ),
    Entry(
        code=Code.FORBIDDEN_YAML,
        remedy="Write the value out where it belongs, in quotation marks if `&`, `*` or `!` is a part of it; keep one "
        "record in a file. Anchors, aliases and tags can make a short file endless or run code, so none is read.",
        bad="headline: !link Northbridge drops Luzhou\n",
        good='headline: "!link Northbridge drops Luzhou"\n',
    ),
    Entry(
        code=Code.DUPLICATE_FIELD,
        remedy="Keep one of the two. YAML itself would take the last and drop the other without a word.",
        bad="published: 2021-03-04\npublished: 2021-03-05\n",
        good="published: 2021-03-05\n",
    ),
    Entry(
        code=Code.TOO_DEEP,
        remedy="Look for brackets that are not closed. Records are nested six deep at most.",
        bad=f"byline: {'[' * 24}agency: A News Agency{']' * 24}\n",
        good="byline: [{agency: A News Agency}]\n",
    ),
)
