"""Every sentence's cues, bound to the pairs that it speaks of and weighed by whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...vocabulary import Outcome, ParagraphKind
from ..pairs.pairing import Pair
from ..people.voices import Voice
from ..places.abroad import governs
from ..places.countries import lands_meant
from ..proposal import CouncilPlace, Passage
from ..quoting import passage
from ..scene import Line
from ..wordings.patterns import Headed, Wording
from .cues import Cue, Mood, cues
from .phrases import STRONG, WEAK

FIRM = frozenset({Mood.DONE, Mood.VOTED, Mood.COMING})
_PAST = Wording(
    r"\b(?:in|since|back in|during|until|by)\s(?:the\s)?(?:\w+\s)?(?:19|20)\d\d\b|\b(?:last year|years? ago|since the \w+ties|decades? ago|previously|formerly|once|originally|earlier|in the past|at the time|then-|first (?:signed|twinned|formed|established)|had (?:been|already)|was set up|the (?:19|20)\d\ds?\b)"
)
_HEDGED = Headed(
    r"\b(?:I think|I believe|it is (?:believed|understood|thought)|reportedly|apparently|allegedly|rumou?r\w*|may or may not|as far as (?:he|she|I|they|we) (?:knew|know)|as (?:he|she|they) understood|unconfirmed|according to one|suggest(?:s|ed) that|claim(?:s|ed)|could not say|cannot say|unclear)\b"
)
ALL = Wording(
    r"\b(?:both|all(?: of)?(?: its| their| the| our)?(?: \w+)?|two|three|four|several|every)\b[^.;]{0,25}\b(?:links?|twinn?ings?|twins?|partnerships?|arrangements?|agreements?|ties|cities|towns|charters)\b|\b(?:partnerships|twinnings|arrangements|sister cities|twin towns|charters)\b"
)
_PARTNER_SAYS = Wording(
    r"^\W*(?:the )?(?:(?:mayor|council|city council|government|authorities|leaders?|officials?) (?:of|in) )?PARTNERX(?:[’']s? [\w ]{2,30})? (?:has|have|had|is|was)? ?(?:\w+ly )?(?:told|informed|written|wrote|announced|ended|decided|withdr\w+|notified|said)\b"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A cue bound to a pair, with the sentence it stands in."""

    cue: Cue
    line: Line
    voice: Voice
    """Whose words the sentence is."""
    weight: float
    past: bool
    """Whether it is told as history."""
    old: bool = False
    """Whether it stands in a tale of the last century."""
    deed: bool = False
    """Whether it says in passing what another council than the article's did with its own link."""

    @property
    def firm(self) -> bool:
        """Tell whether somebody who may say so says that it is so, or will be."""
        return self.cue.mood in FIRM and self.weight >= 0.5

    @property
    def passage(self) -> Passage:
        """Give the words that say it."""
        sentence = self.line.sentence
        return passage(sentence, self.line.marked, self.cue.start, self.cue.end)


def subjects(number: int, line: Line, found: Sequence[Pair], focus: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Tell which pairs a sentence speaks of, and which the next one goes on about."""
    here = {partner.id for partner in line.partners}
    own = [pair for pair in found if pair.council in line.councils]
    named = [pair for pair in found if pair.partner.id in here]
    named = [pair for pair in named if pair in own] or named
    meant = [pair for pair in found if number in pair.told]
    if not named and meant and (not line.councils or any(pair in own for pair in meant)):
        named = meant
    if named:
        return named, focus if _in_passing(named, focus) or _is_another(line, named, focus) else named
    if line.councils and (line.explicit or line.is_heading):
        return _of_council(line, found, own, focus)
    linked = STRONG.search(line.marked) or WEAK.search(line.marked)
    return (_spoken_of(line, found, focus) if linked else list(focus)), focus


_ALSO = Wording(r"\b(?:already|also|other|existing|another|else|as well)\b")


def _is_another(line: Line, named: Sequence[Pair], focus: Sequence[Pair]) -> bool:
    """Tell whether a sentence names once another link of a council, in an article about one that is spoken of at length."""
    return bool(
        focus
        and _ALSO.search(line.marked)
        and all(len(pair.told) < min(2, len(focus[0].told)) for pair in named)
        and focus[0] not in named
    )


def _in_passing(named: Sequence[Pair], focus: Sequence[Pair]) -> bool:
    """Tell whether pairs of another council are named once, in an article about a pair that is spoken of at length."""
    return all(
        len(pair.told) < 2 and len(other.told) > 2 and pair.council != other.council
        for pair in named
        for other in focus[:1]
    ) and bool(focus)


def _of_council(line: Line, found: Sequence[Pair], own: list[Pair], focus: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Choose among the pairs of a council that a sentence names without a partner; another council is in passing."""
    if line.is_heading:
        meant = _meant(line, own)
        return (meant, meant) if meant else ([], focus)
    near = own if ALL.search(line.marked) else [pair for pair in focus if pair in own] or own
    lands = lands_meant(line.sentence.text, line.named.countries)
    near = [pair for pair in near if pair.partner.country in lands] or near
    linked = STRONG.search(line.marked) or WEAK.search(line.marked)
    return (near if linked or len(found) == 1 else near[:1]), focus


_WE = Wording(
    r"\b(?:the (?:council|authority|borough|town|city|county|district|parish)|councillors|members|we|our|cabinet|executive)\b"
)
_SEVERAL = Wording(
    r"\b(?:links|ties|twins|twinnings|partners|partnerships|agreements|friendships|friends|towns|cities|both|all|two|three|four|five|six|seven)\b"
)


def _meant(line: Line, own: list[Pair]) -> list[Pair]:
    """Choose among the pairs of the council in a heading: by its country; all where it speaks of several; else the first."""
    lands = lands_meant(line.sentence.text, line.named.countries)
    land = [pair for pair in own if pair.partner.country in lands]
    if land or _SEVERAL.search(line.marked):
        return land or own
    return sorted(own, key=lambda pair: -len(pair.told))[:1]


def _spoken_of(line: Line, found: Sequence[Pair], focus: list[Pair]) -> list[Pair]:
    """Choose the pairs that a sentence's link means: by its country, by "both", else those spoken of before."""
    places = [partner for partner in line.partners if not governs(partner.name)]
    if (
        places
        and not line.sentence.quoted
        and not line.councils
        and re.search(r"(?i)\b(?:with|to|and) PARTNERX", line.marked)
    ):
        return []  # a link with somebody else
    lands = lands_meant(line.sentence.text, line.named.countries)
    land = [pair for pair in found if pair.partner.country in lands]
    if land:
        own = [pair for pair in land if pair.council in line.councils]
        return own or [pair for pair in land if not focus or pair.council == focus[0].council] or land
    if ALL.search(line.marked) and focus and (line.councils or _WE.search(line.marked) or not line.partners):
        return [pair for pair in found if pair.council == focus[0].council]
    return list(focus)


_TERSE = re.compile(
    r"(?:Cut|Paused|Suspended|Suggested|Renewed|Ended|Shelved|Axed|Scrapped|Dropped|Frozen|Revived|Restored|Lapsed|Kept|Retained|Proposed|Approved|Signed|Dormant|Extended|Mothballed|Dissolved|Terminated|Severed|Annulled|Reinstated|On (?:hold|ice)|Under review)\b"
)
_READ_AS = "The twinning was "


def _terse_cues(text: str) -> Iterator[Cue]:
    """Yield the cues of a sentence of a list, which may leave out what it speaks of: "Paused, not broken."."""
    if not _TERSE.match(text):
        yield from cues(text, heading=bool(_HEADED.match(text)))
        return
    shift = len(_READ_AS)
    for cue in cues(_READ_AS + text[:1].lower() + text[1:]):
        yield cue._replace(start=max(0, cue.start - shift), end=max(1, cue.end - shift))


_HEADED = re.compile(r"\W*COUNCILX ?[:–—-] ")


def findings(
    line: Line,
    voice: Voice,
    about: Sequence[Pair],
    *,
    carried: bool | None,
    item: bool = False,
    main: CouncilPlace | None = None,
) -> Iterator[tuple[Pair, Finding]]:
    """Yield the cues of a sentence, each bound to the pairs of its clause and weighed.

    `item` says that it stands in an item of a list of partnerships; `main` is the council that the article is about.
    """
    text = line.marked
    if line.is_heading or line.sentence.kind is ParagraphKind.STANDFIRST:
        text = (
            re.sub(r"[‘“\"'](?=[\w])[^’”\"']{6,90}[’”\"']", lambda m: " " * len(m[0]), text)
            if line.is_heading
            else text
        )
    hedged = bool(_HEDGED.search(text))
    for one in _terse_cues(text) if item else cues(text, heading=line.is_heading):
        cue = _after_vote(one, carried=carried)
        past = bool(_PAST.search(text[max(0, cue.start - 60) : cue.end + 70]))
        weight = 1.0 if cue is not one else _weight(line, voice, cue, past=past)
        if hedged:
            weight *= 0.4
        for pair in _bound(line, cue, about):
            if main is not None and pair.council != main and _is_its_deed(line, cue, pair):
                yield pair, Finding(cue, line, voice, 1.0, past=False, deed=True)
            else:
                yield pair, Finding(cue, line, voice, weight, past)


_DOER = Wording(
    r"COUNCILX(?:,? (?:in|next door|across|near|over)\b[^,.;]{0,40},?|,? (?:which|who))?(?: (?:has|have|had))?(?: \w+ly| also| simply| since)? $"
)
_HEDGES = Wording(r"\b(?:if|whether|suggest\w*|almost|nearly|would|could|might)\b")
_UNSURE = Headed(
    r"\b(?:claim\w*|alleg\w*|rumou?r\w*|wrongly|reportedly|apparently|supposedly|according to|blog|facebook|sources?|it seems|so (?:people|they|he|she|my)|(?:I|we) (?:hear|gather|read|understand|believe|think)|tells me|resident|thought|not true|denied|false)\b"
)


def _is_its_deed(line: Line, cue: Cue, pair: Pair) -> bool:
    """Tell whether a sentence says in passing what another council did with its own link, which anybody may know."""
    if cue.mood is not Mood.DONE or cue.outcome not in _DEEDS or line.is_heading or len(line.explicit) != 1:
        return False
    before = line.marked[: cue.start]
    doer = _DOER.search(before)
    return bool(
        doer
        and line.explicit[0] == pair.council
        and len(pair.told) <= 2
        and len(line.partners) == 1
        and not _HEDGES.search(before)
        and not _UNSURE.search(line.marked)
    )


_DEEDS = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.LAPSED})


def _after_vote(cue: Cue, *, carried: bool | None) -> Cue:
    """Read a motion by what became of it: carried, it is decided; lost, the link stays or does not come."""
    if carried is None or cue.mood not in {Mood.CALLED, Mood.OPEN}:
        return cue
    if carried and cue.outcome is Outcome.REINSTATED:
        return cue  # what it is to be resumed after was carried as well
    if carried:
        return cue._replace(mood=Mood.VOTED) if cue.outcome is not Outcome.PROPOSED else cue
    against = {
        Outcome.ENDED: Outcome.CONTINUED,
        Outcome.SUSPENDED: Outcome.CONTINUED,
        Outcome.ESTABLISHED: Outcome.SHELVED,
    }
    return cue._replace(outcome=against[cue.outcome], mood=Mood.VOTED) if cue.outcome in against else cue


_DID = Wording(
    r"^(?!.*\b(?:said|says|claim\w*|alleg\w*|told|believes?|understand|hear|rumou?r\w*)\b).*\b(?:the council|COUNCILX|councillors|the cabinet|our council|county hall|the authority|the borough)(?:[’']s \w+)?(?: has| have| had)?(?: \w+ly| now)?\s*$"
)
_GRAVE = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.SHELVED, Outcome.LAPSED, Outcome.CONTINUED})
"""Outcomes that need somebody's word who may give it."""


def _weight(line: Line, voice: Voice, cue: Cue, *, past: bool) -> float:
    """Tell how much a cue counts, by whose words it is."""
    if line.is_heading:
        return 0.7
    if _PARTNER_SAYS.search(line.marked) or line.marked.rfind(";", 0, cue.start) >= 0:
        return 1.0  # the partner's own word; or a clause of its own, which nobody is said to say
    match voice:
        case Voice.NEWS:
            return 1.0
        case Voice.COUNCIL:
            return 1.0
        case Voice.PARTY:
            return 0.45 if cue.outcome in {Outcome.ENDED, Outcome.SUSPENDED} and cue.mood is not Mood.VOTED else 0.7
        case Voice.OTHER:
            return _weight_of_others(line, cue, past=past)


_HEARD = Headed(
    r"\b(?:it seems|(?:I|we) (?:hear|gather|read)\b|read somewhere|tells? (?:me|us)|apparently|supposedly|rumou?r\w*|or so)\b"
)
"""Who writes it has it from somebody else."""


def _weight_of_others(line: Line, cue: Cue, *, past: bool) -> float:
    """Tell how much it counts that somebody says it who cannot speak for the council."""
    if _HEARD.search(line.marked):
        return 0.3
    if cue.mood is Mood.DONE and not line.sentence.quoted and _DID.search(line.marked[: cue.start]):
        return 0.8  # a letter's own tale of what the council did
    if cue.mood is Mood.VOTED and not line.sentence.quoted:
        return 0.8
    if cue.mood is Mood.DONE and past and _DID.search(re.sub(r"^\W+", "", line.marked[: cue.start])):
        return 0.6  # anybody may know what a council did years ago
    if cue.outcome in _GRAVE:
        return 0.3 if line.sentence.quoted or cue.mood is Mood.COMING else 0.45
    return 0.4 if line.sentence.quoted else 0.6


_CUT = re.compile(
    r";|\bbut\b|\bwhile\b|\bwhereas\b|\balthough\b|\bthough\b|, and (?=\w+ (?:its|the|has|have|will|to))|, (?=ending|keeping|leaving|with)|\binstead\b"
)
_ANOTHER = re.compile(
    r"\W*(?:(?:but|while|although|whereas|though) )?(?!The |It |They |He |She |We |Councillors |Members |Leaders |Officers |Officials |Its |Their |COUNCILX|PARTNERX)"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:(?:has|have|had|is|was) )?(?:\w+ed|cut|broke|tore|put|did) (?:its own|their own|its|their|a|the)\b"
)
"""A clause of its own with another subject: Coldport ended its own twinning."""


def _bound(line: Line, cue: Cue, about: Sequence[Pair]) -> list[Pair]:
    """Of a sentence's pairs, give those of the clause that a cue stands in; none where that has another subject."""
    here = {place.id for place in line.partners}
    said = line.marked[cue.start : cue.end]
    linked = STRONG.search(said) or WEAK.search(said)
    if "PARTNERX" in said and not linked and here.isdisjoint(pair.partner.id for pair in about):
        return []  # what it is said of is named, and is another place
    cuts = [m.start() for m in _CUT.finditer(line.marked)]
    if not cuts:
        return list(about)
    start = max((c for c in cuts if c <= cue.start), default=0)
    end = min((c for c in cuts if c > cue.start), default=len(line.marked))
    clause = line.marked[start:end]
    own = "COUNCILX" in clause and any(pair.council in line.councils for pair in about)
    if not own and _ANOTHER.match(clause) and "PARTNERX" not in clause and "PARTNERX" in line.marked:
        return []
    if len(about) < 2 or len(line.partners) < 2:
        return list(about)
    places = [m.start() for m in re.finditer("PARTNERX", line.marked)]
    here = {line.partners[i].id for i, at in enumerate(places) if start <= at < end and i < len(line.partners)}
    return [pair for pair in about if pair.partner.id in here] or list(about)
