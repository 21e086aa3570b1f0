"""The council of a text that names none as such: "councillors" in the paper's own town, "the borough", "the mayor of X"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...vocabulary import CouncilType, ParagraphKind
from ..proposal import CouncilPlace
from ..texts.sentences import Sentence
from ..wordings.patterns import Wording
from .abroad import ALIKE, ROADS, TITLE
from .atlas import Atlas
from .countries import REGIONS
from .gazetteer import fold, gazetteer
from .mentions import Named
from .scottish import SCOTTISH

_KIND = Wording(
    r"\b(town|parish|community|village|borough|city|district|county)(?:[ -])(?:council(?:lors?|’s|'s)?|clerk|mayor|hall)\b|\b(?:the|this|our)\s(town|parish|village|borough|city|district|county)\b"
)
_COUNCIL = Wording(
    r"\b(?:council(?:lors?|s)?|cllrs?|coun|mayor(?:ess|alty)?|provost|alderm[ae]n|town clerk|clerk to|town hall|guildhall|city hall|county hall|chamber|cabinet|civic centre)\b"
)
_TOWN = re.compile(
    r"\b[A-Z][\w’'-]+(?:[ -](?:(?:on|upon|in|under|le|the|of|and|by|cum|next|with|St)[ -])*[A-Z][\w’'-]+){0,3}"
)
_RULED = Wording(
    r"(?:mayor(?:ess)? of|council(?:lors)? (?:in|for|at|of)|people (?:of|in)|here in|town of|city of|borough of|village of|home(?: town)? of) (?:the )?$"
)
_IN = Wording(r"\b(?:in|of) (?:the )?$")
"""Behind what a town may be where the text is set."""
_RULES = Wording(
    r"^(?:[’']s?)? (?:(?:town|parish|community|village|borough|city|district|county)[ -])?(?:council|mayor|town hall|guildhall|twin|town clerk|twinning|civic|residents|folk|people|is a (?:town|city|village))|^ (?:and|–|-) [A-Z]\w+ (?:are|were|have been) (?:twin|joined|linked)"
)
_NO_TOWN = Wording(
    r"^(?:[’']s)? (?:Road|Street|Avenue|Rovers|United|FC|Town FC|Lane|University|College|Hospital|MP\b|Central|North|South|East|West|and [A-Z]\w+ MP)"
)
_GOES_ON = re.compile(
    r" (?!(?:Town|City|Borough|County|Parish|District|Village|Community|Council|Twinning|Mayor|Councillors?|Civic|Friends|Labour|Conservatives?|Tory|Tories|Liberal|Green)\b)[A-Z][a-z]"
)
"""What makes of a town's name somebody's or a street's: Clifford Barlow, Lancaster Circus."""
_COUNTIES = frozenset({CouncilType.COUNTY, CouncilType.UNITARY})


def town_hall(atlas: Atlas, told: Sequence[Sentence], names: Sequence[Named]) -> CouncilPlace | None:
    """Give the council that a text is about though it names none: of the town that it speaks of most."""
    whole = " ".join(sentence.text for sentence in told)
    if not _COUNCIL.search(whole):
        return None
    votes: Counter[str] = Counter()
    county = re.search(r"(?i)\b(?:county|shire) (?:hall|council)|\bthe county\b", whole)
    spelt: dict[str, str] = {}
    every = [list(towns_in(atlas, sentence.text, one)) for sentence, one in zip(told, names, strict=True)]
    alone = [
        [(start, end) for start, end in spans if not _GOES_ON.match(sentence.text, end)]
        for sentence, spans in zip(told, every, strict=True)
    ]
    for sentence, spans in zip(told, alone if any(alone) else every, strict=True):
        for start, end in spans:
            name = sentence.text[start:end]
            key = fold(name)
            key = fold(SCOTTISH.get(key, key))
            spelt.setdefault(key, name)
            votes[key] += 3 if sentence.kind is ParagraphKind.HEADLINE else 1
            if _RULED.search(sentence.text[:start]) or _RULES.match(sentence.text[end:]):
                votes[key] += 2
            elif _IN.search(sentence.text[:start]):
                votes[key] += 1
    if not votes:
        return None
    local = re.search(r"(?i)\b(?:town|parish|community) (?:council|clerk)", whole)
    if local and (towns := {key: n for key, n in votes.items() if key in gazetteer().homes}):
        votes = Counter(towns)  # a county has no town council
    for key in votes:
        votes[key] += 2 * bool(not local and atlas.is_council_place(key))
        council = atlas.council_named(spelt[key], "") if county else None
        votes[key] += 6 * bool(council and council.type in _COUNTIES)
    ruled = {key for key in votes if atlas.is_council_place(key)}
    if ruled and not local:  # a district's own name, not a town's in it
        votes = Counter({key: votes[key] for key in ruled})
    order = list(spelt)
    best = max(votes, key=lambda key: (votes[key], -order.index(key)))
    name = spelt[best].title() if spelt[best].isupper() else spelt[best]
    kinds = Counter((match[1] or match[2]).lower() for match in _KIND.finditer(whole))
    if best in {fold(council) for council in SCOTTISH.values()}:
        return atlas.council_named(best, "")
    kind = next(
        (kind for kind in ("town", "parish", "community") if re.search(rf"(?i)\b{kind} (?:council|clerk)", whole)), ""
    )
    listed = atlas.council_named(name, kind) if not kind else None
    if listed:
        return listed
    kind = kind or next(
        iter(k for k, _ in kinds.most_common() if k in {"parish", "village", "borough", "city", "district"}), "town"
    )
    kind = {"village": "parish"}.get(kind, kind)
    return atlas.council_of(name, kind)


def towns_in(atlas: Atlas, text: str, one: Named) -> Sequence[tuple[int, int]]:
    """Give where a sentence names towns at home."""
    found = []
    taken = [(m.start, m.end) for m in one.partners if not m.doubtful or m.country] + [
        (c.start, c.end) for c in one.councils if not c.bare
    ]
    homes = gazetteer().homes
    for match in _TOWN.finditer(text):
        words = list(re.finditer(r"[^\s-]+", match[0]))
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                start, end = match.start() + words[first].start(), match.start() + words[last - 1].end()
                name = re.sub(r"[’'][sS]?$", "", text[start:end])
                end = start + len(name)
                key = fold(name)
                if (
                    (key in ALIKE and not (atlas.is_council_place(key) and text[end : end + 1] in {"'", "’"}))
                    or len(key) < 3
                    or name in REGIONS
                    or not (key in homes or key in SCOTTISH or atlas.is_council_place(key))
                ):
                    continue
                if text[start - 1 : start] == "-" or text[end : end + 1] == "-":
                    continue  # half of a longer name
                if (
                    TITLE.search(text[max(0, start - 14) : start])
                    or ROADS.match(text[end : end + 20])
                    or _NO_TOWN.match(text[end:])
                ):
                    continue
                if re.search(r"[a-z] [A-Z][a-z’'-]+ $", text[:start]) or any(s < end and start < e for s, e in taken):
                    continue  # somebody's surname
                found.append((start, end))
                break
            else:
                continue
            break
    return found
