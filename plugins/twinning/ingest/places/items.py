"""The items of a roundup: each that opens with a town is about that town's council, which it calls "the council"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..texts.sentences import Sentence
from ..wordings.patterns import Wording
from .abroad import ALIKE, ROADS
from .atlas import Atlas
from .councils import NO_NAME, CouncilMention, titled
from .gazetteer import fold, gazetteer
from .mentions import Named

ENOUGH = 3
"""From how many items on, each of another town and with words of a council, a text is a roundup."""
_HEAD = re.compile(
    r"(?:[^\w“\"‘'(]|\d+[.)])*(?:(?:And|But|In|At|Over|Across|Then|Down|Up|Meanwhile|Elsewhere|Finally|Next|Last),? (?:in |at |to |on to )?)?"
    r"(?P<name>[A-Z][\w’'-]+(?:[ -](?:(?:on|upon|in|under|le|the|of|and|by|cum|next|with|AND|UPON|ON|IN|LE|OF|WITH)[ -](?:the[ -])?)?[A-Z][\w’'-]+){0,3})"
)
_OWNING = re.compile(r"[’']s?$")
_COUNCIL = Wording(
    r"\b(?:(?P<kind>town|city|parish|district|borough|county|community) (?:council|clerk)|council(?:lors?|s)?|town hall|guildhall|mayor(?:ess)?|cabinet|clerk|provost)\b"
)


def with_items(atlas: Atlas, told: Sequence[Sentence], names: Sequence[Named]) -> list[Named]:
    """Name the council of each item of a roundup where the item opens with its town; other texts stay as they are."""
    heads = [(number, head) for number, one in enumerate(told) if one.first and (head := _head(atlas, one.text))]
    if len({fold(name) for _, (_, _, name) in heads}) < ENOUGH:
        return list(names)
    found: dict[int, CouncilMention] = {}
    for at, (number, (start, end, name)) in enumerate(heads):
        last = next((n for n, (_, _, other) in heads[at + 1 :] if fold(other) != fold(name)), len(told))
        heading = fold(told[number].text) == fold(name)
        inside = [n for n in range(number, last) if told[n].p - told[number].p <= heading]
        words = _COUNCIL.search(" ".join(told[n].text for n in inside))
        if (words is None and not heading) or _is_joined(names[number], end):
            continue  # a heading that is a town's name needs no more
        explicit = [c for n in inside for c in names[n].councils if not c.bare]
        own = [c.council for c in explicit if fold(c.council.place).startswith(fold(name))]
        if explicit and not own:
            continue
        kind = ((words and words["kind"]) or "").lower()
        council = own[0] if own else atlas.council_named(name, kind) or atlas.council_of(name, kind or "town")
        found[number] = CouncilMention(council, start, end, told[number].text[start:end], bare=False)
    if len({mention.council.id for mention in found.values()}) < ENOUGH:
        return list(names)
    return [_with(one, found[n]) if n in found else one for n, one in enumerate(names)]


def _head(atlas: Atlas, text: str) -> tuple[int, int, str] | None:
    """Give where the town stands that a paragraph opens with, and its name."""
    match = _HEAD.match(text)
    if match is None:
        return None
    start, end = match.span("name")
    while end > start:
        name = _OWNING.sub("", text[start:end])
        key = fold(name)
        if key in gazetteer().homes or atlas.is_council_place(key):
            fit = name not in NO_NAME and (name.isupper() or key not in ALIKE) and not ROADS.match(text[end : end + 20])
            return (start, start + len(name), titled(name) if name.isupper() else name) if fit else None
        end = start + max(text[start:end].rfind(" "), 0)
    return None


def _is_joined(one: Named, end: int) -> bool:
    """Tell whether a council is named as such where the town's name ends: Truro City Council."""
    return any(c.start < end <= c.end and not c.bare for c in one.councils)


def _with(one: Named, head: CouncilMention) -> Named:
    """Put a council in the place of what was read where its town's name stands."""
    councils = [c for c in one.councils if c.end <= head.start or c.start >= head.end]
    partners = tuple(p for p in one.partners if p.end <= head.start or p.start >= head.end)
    return one._replace(councils=tuple(sorted([*councils, head], key=lambda c: c.start)), partners=partners)
