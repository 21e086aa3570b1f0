"""What a text says of each pair: the sentences that speak of it, and the cues in them that are bound to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...vocabulary import Outcome, ParagraphKind
from ..pairs.pairing import Pair
from ..scene import ITEM, Line, Scene
from ..wordings.patterns import Wording
from .doubts import GRAVE
from .findings import Finding, findings, subjects
from .history import long_ago
from .motions import put
from .phrases import STRONG, WEAK

_BARE = Wording(r"\W*(?:it|they|them|this|that)\b(?!.*\b(?:link|twin|partner|friend|charter|tie|pact|agreement))")

_TOLD_OF_OLD = GRAVE | {Outcome.REINSTATED, Outcome.ESTABLISHED}
FAR = 8
"""How many sentences after a link was named nothing more is taken to be said of it, unless it is named again."""


def bound(told: Scene, found: Sequence[Pair]) -> list[tuple[list[Finding], list[Line]]]:
    """Give what is found of each pair, and all the sentences that speak of it, in the pairs' order."""
    if not found:
        return []
    said: dict[tuple[str, str], list[Finding]] = {pair.key: [] for pair in found}
    talk: dict[tuple[str, str], list[Line]] = {pair.key: [] for pair in found}
    first: list[Pair] = sorted(found, key=lambda pair: (pair.council != told.main, -len(pair.told)))[:1]
    focus, heard = first, 0 if len(found) == 1 else -9
    openings = _openings(told)
    years = long_ago(told)
    items = {line.sentence.p for line in told.lines if ITEM.match(line.marked)} if told.listing else set()
    for number, line in enumerate(told.lines):
        if number in openings:
            focus, heard = (first if STRONG.search(line.marked) else []), -9
        about, focus = subjects(number, line, found, focus)
        if not about:
            continue
        for pair in about:
            talk[pair.key].append(line)
        if line.sentence.kind is ParagraphKind.CAPTION:
            continue
        heard = number if line.partners or STRONG.search(line.marked) else heard
        if number - heard > FAR and not WEAK.search(line.marked):
            continue
        for pair, finding in findings(
            line, told.voices[number], about, carried=put(told, number), item=line.sentence.p in items, main=told.main
        ):
            if number - heard > 4 and _BARE.match(line.marked[finding.cue.start : finding.cue.end]):
                continue  # "it is over", far from any link
            old = years[number] and finding.cue.outcome in _TOLD_OF_OLD
            said[pair.key].append(replace(finding, past=True, old=True) if old else finding)
    return [(said[pair.key], talk[pair.key]) for pair in found]


_NUMBERED = re.compile(
    r"(?:(?:Agenda )?[Ii]tem \d+\W|[A-Z]{1,4}/?\d{1,4}[\d/]*\W|\d{1,4}/\d[\d/]*\W|\d{1,3}[.)]) *(?:[A-Z]|$)"
)
"""An item of minutes."""


def _openings(told: Scene) -> frozenset[int]:
    """Give the sentences that open an item of minutes or of a roundup: what was spoken of before is done with."""
    numbered = [n for n, line in enumerate(told.lines) if line.sentence.first and _NUMBERED.match(line.sentence.text)]
    found = set(numbered) if len(numbered) >= 2 else set()
    headed = [n for n, line in enumerate(told.lines) if line.sentence.kind is ParagraphKind.SUBHEADING]
    return frozenset(found.union(headed) if len(headed) >= 3 and told.many else found)
