"""What became of a motion: minutes and reports of debates tell it some sentences after what it would do."""

from __future__ import annotations

import re

from ...vocabulary import ParagraphKind
from ..scene import Scene
from ..wordings.patterns import Headed, Wording

VOTE = Wording(
    r"\bvot(?:e|es|ed|ing)\b|\bmotion\b|\bcarried\b|RESOLVED|\bresolved\b|\bresolution\b|\bamendment\b|\b\d{1,2} ?(?:votes? )?(?:to|–|-) ?\d{1,2}\b|\bunanimous\w*|\bby \w+ votes\b|\b(?:committee|cabinet|executive|full council|members|councillors)(?: \w+){0,3} (?:agreed|approved|decided|backed|endorsed|ratified|ordered)\b|\bagreed by\b"
)
_MOTION = Headed(
    r"\b(?:motion|moved|moves|mover|tabled|amendment|proposed (?:by|that)|seconded|resolved|resolution|item \d+)\b"
)
_CARRIED = Wording(
    r"\b(?:carried|motion (?:was |is )?(?:passed|agreed|approved|adopted)|(?:was|is|were) (?:passed|carried|agreed)|agreed unanimously|unanimously agreed|(?:and|motion) passes|resolved accordingly|so resolved|no one (?:moving|voting) (?:otherwise|against))\b(?! out)"
)
_SHOUTED = re.compile(r"\b(?:APPROVED|AGREED|CARRIED)\b")
_LOST = Wording(
    r"\b(?:lost\b|defeated|fell\b|not carried|rejected|voted down|failed|withdrawn by|no seconder|not seconded)"
)
_MOVED = Wording(r"^\W*(?:\(?\w{1,4}\)|moved|proposed|item|\d+[./])")


def put(told: Scene, number: int) -> bool | None:
    """Tell whether the motion that a sentence gives was carried; None where the text does not say it next."""
    here = told.lines[number]
    if not _MOTION.search(here.marked):
        item = _item_of(told, number)
        return _became(told, number, item) if item else None
    numbered = _ITEM.search(here.marked)
    if numbered and (became := _became(told, number, numbered[1])) is not None:
        return became
    if (became := _put_at_last(told, number)) is not None:
        return became
    for line in told.lines[number : number + 6]:
        if line.sentence.p - here.sentence.p > 2 or (line is not here and _MOVED.match(line.marked)):
            break
        if line is not here and line.sentence.quoted:
            continue
        carried, lost = _CARRIED.search(line.marked) or _SHOUTED.search(line.marked), _LOST.search(line.marked)
        if carried and _AS_THOUGH.search(line.marked[: carried.start()]):
            carried = None
        terse = len(line.marked.split()) <= 9 or line.marked.startswith("Seconded") or VOTE.search(line.marked)
        if line is not here and re.search(r"(?i)\bamend", line.marked):
            return None  # what was carried is another motion
        if lost and not carried and line is here and _AMENDS.search(here.marked):
            return None  # the motion stands as it was
        if terse and (carried or lost):
            return carried is not None and (lost is None or lost.start() < carried.start())
    return None


_PUT = Headed(
    r"\bthe (?:substantive |original |main |proposed )?motion (?:was |is )?(?:then |duly )?(?:put (?:to the vote )?and )?(?:was )?(?P<fate>carried|passed|agreed|approved|lost|defeated|fell|rejected|not carried)\b"
)


def _put_at_last(told: Scene, number: int) -> bool | None:
    """Tell what a later sentence of the same item says became of "the motion", after a debate of any length."""
    here = told.lines[number]
    if not _OPENS.search(here.marked):
        return None
    for line in told.lines[number + 1 :]:
        if line.sentence.p - here.sentence.p > 10 or (line.sentence.kind is ParagraphKind.SUBHEADING):
            return None
        match = None if line.sentence.quoted else _PUT.search(line.marked)
        if match and not _AS_THOUGH.search(line.marked[: match.start()]):
            return match["fate"] in {"carried", "passed", "agreed", "approved"}
    return None


_OPENS = Headed(r"\b(?:moved|motion|proposed)\b")
_AS_THOUGH = Wording(
    r"\b(?:as (?:though|if)|whether|if|unless|until|had (?:it|the motion)|not|never|n[’']t|nor|rumou?r\w*|claim\w*|wrongly)\b[^.;]{0,60}$"
)
"""It was not carried, or only said to be."""
_AMENDS = Headed(r"\bamendment\b")
_ITEM = Wording(r"\b(?:item|motion|proposal|recommendation) (\d+|[a-z]\b|one|two|three|four|five)\b")


def _item_of(told: Scene, number: int) -> str | None:
    """Give the number of the item that a sentence's paragraph opens with; None where it has none."""
    paragraph = told.lines[number].sentence.p
    for line in reversed(told.lines[max(0, number - 4) : number]):
        if line.sentence.p != paragraph:
            return None
        if item := _ITEM.search(line.marked[:40]):
            return item[1]
    return None


def _became(told: Scene, number: int, item: str) -> bool | None:
    """Tell what a later sentence says became of an item by its number: "Item 9 carried, 27 to 8"."""
    for line in told.lines[number:]:
        match = _ITEM.search(line.marked)
        if match and match[1].lower() == item.lower() and not line.sentence.quoted:
            after = line.marked[match.end() :]
            carried, lost = _CARRIED.search(after) or _SHOUTED.search(after), _LOST.search(after)
            if carried or lost:
                return carried is not None and (lost is None or lost.start() < carried.start())
    return None
