"""How likely a place abroad is a council's partner, by its signs and by the words that stand round it.

Signs alone, with sums set by hand for what the sentences' patterns join, told .88 of the places in 482 texts rightly
(F1, with weights learnt from others'); with the words round each mention .90, and .92 with half of those texts learnt
from as well. Words of the whole text did no better.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ..learnt import Seen, logistic, table, words_of
from ..scene import Scene
from .joining import ENOUGH
from .signs import Candidate

TABLE: Final = Path(__file__).with_name("partners.tsv")
_ROUND: Final = 6
"""How many words on each side of a name are looked at."""
_PART: Final = 4.0
"""What a sentence's joining counts at most: one that names council, link and partner is 3."""
_IN_FEW_WORDS: Final = 4.0
"""How much log-odds it has, where next to nothing else is said, that a sentence joins a place with a council or not."""
_ENOUGH_SAID: Final = 300
"""Of how many letters a text is where its words are enough to tell."""
_NEARLY: Final = 2.0
"""How much must join a place with a council in fewer, and how much where the text says in which country it lies."""
_NEARLY_EXPLAINED: Final = 1.3


def seen(told: Scene, one: Candidate, joint: Mapping[str, float]) -> Seen:
    """Give what speaks for a place: `joint` says how much sentences join each place with a council, by its id."""
    weight, best = joint.get(one.place.id, 0.0), max(joint.values(), default=0.0)
    signs = {
        **one.signs,
        "joined": float(weight > 0),
        "joining": min(weight, _PART) / _PART,
        "text: joins": float(best > 0),
        "text: joins another": float(best > 0 and not weight),
        "text: joins surely": float(best >= ENOUGH),
        f"level: {one.place.level.value if one.place.level else 'unknown'}": 1.0,
    }
    words = frozenset(word for number in one.lines for word in _of_line(told, number, one))
    return Seen(words, {sign: value for sign, value in signs.items() if value})


def likelihood(told: Scene, one: Candidate, joint: Mapping[str, float]) -> float:
    """Give how likely a place is a council's partner, 0 to 1. In few words it is the sentences' patterns that tell."""
    nearly = _NEARLY_EXPLAINED if "explained" in one.signs else _NEARLY
    plain = 1 if joint.get(one.place.id, 0.0) >= nearly else -1
    short = max(0.0, 1 - sum(len(line.marked) for line in told.lines) / _ENOUGH_SAID)
    return logistic(table(TABLE).scores(seen(told, one, joint)).each[0] + plain * _IN_FEW_WORDS * short)


def _of_line(told: Scene, number: int, one: Candidate) -> Iterator[str]:
    """Yield the words of a sentence, and those round the place's name with where they stand."""
    line = told.lines[number]
    words = words_of(line.marked)
    yield from words
    names = [at for at, word in enumerate(words) if word == "partnerx"]
    for at, place in zip(names, line.partners, strict=False):
        if place.id != one.place.id:
            continue
        before, after = words[max(0, at - _ROUND) : at], words[at + 1 : at + 1 + _ROUND]
        yield from ["<" + word for word in before]
        yield from [">" + word for word in after]
        yield from [f"{-nth}{word}" for nth, word in enumerate(reversed(before[-2:]), 1)]
        yield from [f"+{nth}{word}" for nth, word in enumerate(after[:2], 1)]
        yield "<" + " ".join(before[-2:])
        yield "<" + " ".join(before[-3:])
        yield ">" + " ".join(after[:2])
