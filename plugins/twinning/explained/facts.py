"""Problems of facts that contradict each other, and of text that is not what it seems: TW080 to TW089."""

from __future__ import annotations

from ..diagnostics import Code
from ..text import sha256
from .entry import ARTICLE, BASE, SOURCE, Entry, with_fields

_COUNCIL = "content/councils/northbridge.yml"
_SECOND = "content/articles/ta-0002.yml"
_BEFORE = str(BASE[_COUNCIL])


def _report(outcome: str, published: str) -> str:
    return with_fields(
        str(BASE[ARTICLE]),
        f"published: {published}\nreports:\n  - {{council: northbridge, partner: luzhou, type: unspecified, "
        f"outcome: {outcome}, evidence: [{{p: 3, quote: voted to end the twinning, "
        "supports: [council, partner, outcome]}]}\n",
    )


_TEXT = "sources/northbridge.txt"
_LONGER = f"{SOURCE}The link was old, and the link is over.\n"


def _quoting(words: str) -> str:
    made_from = f"source: {{sha256: {sha256(_LONGER.encode())}, paragraphs: 6}}\n"
    events = f"events: [{{date: 2021-03-02, what: The link ends, p: 6, quote: {words}}}]\n"
    return with_fields(str(BASE[ARTICLE]), made_from + events)


_LETTER = """\
id: ta-0002
headline: A letter from Luzhou
newspaper: northbridge-echo
published: 2021-05-20
rights: in-copyright
summary: Luzhou has answered.
"""
_UNCLEAR = "reports:\n  - {council: northbridge, partner: luzhou, type: unspecified, outcome: unclear}\n"

ENTRIES = (
    Entry(
        code=Code.CONTRADICTION,
        remedy="Correct one of the two dates. Where you do not know the day, write what you know: `2020-09`, `2020~`.",
        bad="reviewed: {by: A keeper, on: 2021-03-01}\n",
        good="reviewed: {by: A keeper, on: 2021-03-05}\n",
    ),
    Entry(
        code=Code.OUTSIDE_LIFE,
        remedy="Name the council that there was at the time. A link that goes back beyond the council’s beginning was "
        "taken over from another: give that a record with `successor`. A link that ended with its council is `lapsed`.",
        bad={
            _COUNCIL: _BEFORE + "established: 2022-04-01\n",
            ARTICLE: with_fields(str(BASE[ARTICLE]), _UNCLEAR),
        },
        good={
            _COUNCIL: _BEFORE + "established: 1974-04-01\n",
            ARTICLE: with_fields(str(BASE[ARTICLE]), _UNCLEAR),
        },
    ),
    Entry(
        code=Code.OUT_OF_ORDER,
        remedy="Look at both articles and correct the outcome that is wrong; a link that was restored after its end is "
        "`reinstated`. Where both articles are recorded rightly, and contradict each other, say so in a note of kind "
        "`discrepancy` without `p`.",
        bad={
            ARTICLE: _report("ended", "2021-03-04"),
            _SECOND: _LETTER
            + _UNCLEAR.replace(
                "unclear", "active, evidence: [{p: 1, quote: the twinning, supports: [council, partner, outcome]}]"
            )
            + f"source: {{sha256: {'a' * 64}, paragraphs: 1}}\n",
        },
        good={
            ARTICLE: _report("ended", "2021-03-04"),
            _SECOND: _LETTER
            + _UNCLEAR.replace(
                "unclear", "reinstated, evidence: [{p: 1, quote: the twinning, supports: [council, partner, outcome]}]"
            )
            + f"source: {{sha256: {'a' * 64}, paragraphs: 1}}\n",
        },
    ),
    Entry(
        code=Code.DUPLICATE,
        remedy="Make one record of the two, or correct the hash or code of one.",
        bad={
            _COUNCIL: _BEFORE + "gss: E06000001\n",
            "content/councils/eastmere.yml": "name: Eastmere Council\ntype: unitary\nnation: england\ngss: E06000001\n",
        },
        good={
            _COUNCIL: _BEFORE + "gss: E06000001\n",
            "content/councils/eastmere.yml": "name: Eastmere Council\ntype: unitary\nnation: england\ngss: E06000002\n",
        },
    ),
    Entry(
        code=Code.ALIKE,
        remedy="Make one record of the two where they are of one article, council, partner or newspaper; else tell "
        "them apart. Where two newspapers printed the same report, say so in a note of kind `duplicate` without `p`.",
        bad={_SECOND: with_fields(_LETTER, "headline: Northbridge drops Luzhou\npublished: 2021-03-04\n")},
        good={_SECOND: with_fields(_LETTER, "headline: Northbridge drops Luzhou\npublished: 2021-03-05\n")},
    ),
    Entry(
        code=Code.UNSEEN,
        remedy="Delete the character; the help gives its name and number. It came with the text from another program, "
        "and no search finds a word that holds it.",
        bad="section: Lo\u200bcal news\n",
        good="section: Local news\n",
    ),
    Entry(
        code=Code.MIXED_LETTERS,
        remedy="Type the word anew in one alphabet. The letter looks like one of the others and is none.",
        bad="section: Loc\u0430l news\n",
        good="section: Local news\n",
    ),
    Entry(
        code=Code.NOT_COMPOSED,
        remedy="Type the letter anew as one character. It was written as a letter and an accent, which looks the same "
        "and is found by no search.",
        bad="section: Cafe\u0301s\n",
        good="section: Caf\u00e9s\n",
    ),
    Entry(
        code=Code.QUOTE_TWICE,
        remedy="Quote some words more on either side, up to 12 in all, so that it is plain which place is meant.",
        bad={_TEXT: _LONGER, ARTICLE: _quoting("link")},
        good={_TEXT: _LONGER, ARTICLE: _quoting("link is over")},
    ),
    Entry(
        code=Code.CUT_OFF,
        remedy="Put the whole value in quotation marks. Where a comment is meant, write a space after the `#`.",
        bad="section: News #local\n",
        good='section: "News #local"\n',
    ),
)
