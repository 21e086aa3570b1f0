"""Councils as sentences name them: those of a list, those that only the text names, and places that stand for theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...vocabulary import Level
from ..proposal import CouncilPlace
from ..wordings.patterns import Cased, Wording
from .abroad import ALIKE, ROADS, TITLE
from .atlas import Atlas, new_council, unowned
from .countries import NAMES
from .gazetteer import fold, gazetteer

_KIND = frozenset(
    (
        "city county borough district town parish community metropolitan unitary village island islands regional municipal royal"
    ).split()
)
_LINKED = frozenset(("of and upon on in le the with under by cum next near de").split())
NO_NAME = frozenset(
    (
        "The A An This That These Those When If But And As At In On For From By With While After Before Since "
        "Although However Labour Tory Tories Conservative Conservatives Lib Dem Dems Liberal Democrat "
        "Democrats Green Greens Reform SNP Plaid UKIP Independent Labour-run Conservative-run Local Your Our "
        "Their His Her Its My Lord Mayor Deputy Leader Former Councillor Cllr Coun Members Member Says Said "
        "Full Shadow Cabinet Special Annual Extraordinary Ordinary New Old Both Each Every Some All No Not "
        "Any Which What Why How Who Where Last Next First Second One Two Three Four Five Is Are Was Were Has "
        "Have Had Will Yesterday Today Tonight Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
        "Opposition Senior Council City County Town Borough District Parish Unitary Metropolitan Village Here "
        "There Now Then It He She They We Dear Meanwhile Speaking Members Residents Minutes Meeting Group "
        "Party Chief Executive Outgoing Scottish Welsh English British Finally Elsewhere Despite LIVE "
        "BREAKING EXCLUSIVE Chair Chairman Under Until Only Even Also Neighbouring Nearby Rural Urban January February March April May June July August September October November December "
        "Ordinary Of Overnight Earlier Later Recently Currently Previously Originally Sadly Happily Luckily Sister Twin"
    ).split()
)
_OTHER_COUNCIL = Wording(
    r"\b(?:British|Privy|Security|Legislative|Arts|Medical|Nursing|Research|Youth|Business|Works|Press|Design|Sports?|State|National|World|"
    r"European|Muslim|Jewish|Sikh|Church|Parochial|Student|Global|International|Trades?|Human Rights|Norwegian Refugee|Consumer|Tourism|Relations|"
    r"Heritage|Football|Cricket|Bar|General Dental|Scottish Funding|Community Relations|Legislative)(?: (?:Church|Union|Trade|Industry))? Council\b"
)
_COUNCIL = re.compile(
    r"\b(?:Council|council|COUNCIL)(?=\b)(?!['’]?s? of Europe)|\b(?:Corporation|Combined Authority)\b|\bComhairle nan Eilean Siar\b|\b(?:councillors|Councillors)\b"
)
_KEYS = re.compile("ouncil|OUNCIL|Corporation|Combined Authority|Comhairle")
"""One of these stands in whatever names a council."""
_OF = Cased(
    r"\b(London Borough|Royal Borough|Parish(?= of St\b)|City|Royal Town|Borough|County|Metropolitan Borough|(?:Borough|City|County|District|Town|Parish|Community) Council) of ((?:[A-Z][\w'’-]+)(?:(?: (?:and|upon|&|with) | )[A-Z][\w'’-]+){0,3})"
)
_BEFORE_IT = Wording(
    r"\b(?:inherited from|taken over from|took over from|replaced|handed down by|successor (?:to|of)|the (?:old|former|defunct|abolished)) (?:the )?$"
)
_LOCAL = re.compile(r" (?:villages?|countryside|farms?|hamlets?)\b")
"""What lies in a place: an Oxfordshire village is not Oxfordshire."""
_THE_GAME = re.compile(
    r":|[’']s? (?:governing|union|league)| (?:union|league|club|team|match|side|tour|trip|player|fan)"
)
_LANDS = frozenset(NAMES) | {"Western", "Ontario"}


_SOME = re.compile(r"(?:^|[^\w])[Aa]n? $")


@dataclass(frozen=True, slots=True)
class CouncilMention:
    """A council, or a place that it governs, as a sentence names it."""

    council: CouncilPlace
    start: int
    end: int
    words: str
    bare: bool
    """Whether only the place is named, and not the council."""


def titled(name: str) -> str:
    """Give a name that stands in capitals as it is written elsewhere: Stow-on-the-Wold."""
    return re.sub(
        r"(?<=[ -])(?:" + "|".join(sorted(_LINKED)) + r")(?=[ -])",
        lambda m: m[0].lower(),
        name.title(),
        flags=re.IGNORECASE,
    )


def councils_in(atlas: Atlas, text: str, words: Sequence[tuple[int, int, str]]) -> Iterator[CouncilMention]:
    """Yield the councils that a sentence names as such."""
    for match in _OF.finditer(text) if " of " in text else ():
        place = match[2]
        council = atlas.council_named(place, "")
        after = re.match(r" Council| Corporation", text[match.end() :])
        if council is None and match[1].endswith("Council"):
            kind = match[1].split()[0].lower()
            council = atlas.council_named(place, kind) or new_council(place, kind, match[0])
        if council and (after or "Borough" in match[1] or match[1].endswith("Council")):
            end = match.end() + (len(after[0]) if after else 0)
            yield CouncilMention(council, match.start(), end, text[match.start() : end], bare=False)
    for match in _COUNCIL.finditer(text) if _KEYS.search(text) else ():
        if match[0].startswith("Comhairle"):
            council = atlas.council_named("Eilean Siar", "")
            if council:
                yield CouncilMention(council, match.start(), match.end(), match[0], bare=False)
            continue
        at = next((i for i, (start, _, _) in enumerate(words) if start >= match.start()), len(words))
        found = _before(atlas, text, words, at, match.end())
        if found and (_BEFORE_IT.search(text[: found.start]) or _SOME.search(text[: found.start])):
            continue  # the council that was there before, or a Kent council
        if found and not _OTHER_COUNCIL.search(text[max(0, found.start - 12) : match.end()]):
            yield found


def _before(atlas: Atlas, text: str, words: Sequence[tuple[int, int, str]], at: int, end: int) -> CouncilMention | None:
    """Find the name that stands before the word "council"."""
    kinds: list[str] = []
    i = at - 1
    last = text[words[at][0] : end] if at < len(words) else ""
    while i >= 0 and words[i][2].lower() in _KIND and text[words[i][1] : words[i + 1][0]] == " ":
        kinds.append(words[i][2].lower())
        i -= 1
    if i < 0 or not re.fullmatch(r"[ \u00a0]|['’] ", text[words[i][1] : words[i + 1][0]]):
        return None
    kind = kinds[0] if kinds else ""
    if "municipal" in kinds:
        return None  # Kingston and St Andrew Municipal Council: no council at home is called so
    # The longest known name that ends here.
    for begin in range(max(0, i - 6), i + 1):
        first = begin
        name = text[words[first][0] : words[i][1]]
        key = fold(unowned(name))
        if text[words[first][0] - 1 : words[first][0]] == "-":
            continue  # the end of a name that no list has: Bude-Stratton
        if words[first][2][0].isupper() and (atlas.is_council_place(key) or (key in gazetteer().homes and kind)):
            place = unowned(name)
            council = atlas.council_named(place, kind)
            both = _other_of_two(text, words, first) if council is None and kind in _SMALL else first
            if both < first:
                first, place = both, text[words[both][0] : words[i][0]] + unowned(words[i][2])
            if council is None and kind:
                place = titled(place) if place.isupper() else place
                council = new_council(place, kind, f"{place} {' '.join(k.title() for k in reversed(kinds))} Council")
            if council:
                start = words[first][0]
                owned = name.endswith(("'s", "’s"))
                return CouncilMention(council, start, end, text[start:end], bare=owned or last.lower() == "councillors")
    return _unlisted(text, words, i, end, kinds) if last[:1] == "C" and last != "Councillors" else None


_SMALL = frozenset({"town", "parish", "community"})
"""The kinds of councils that two places share: Fishguard and Goodwick Town Council."""


def _other_of_two(text: str, words: Sequence[tuple[int, int, str]], at: int) -> int:
    """Give the word at which the name of the other town begins that shares a council with the one at a word, else that."""
    if at < 1:
        return at
    last = at - 1 if text[words[at - 1][1] : words[at][0]] == " & " else at - 2
    joined = last == at - 1 or words[at - 1][2].lower() in {"and", "with"}
    if last < 0 or not joined or _TWO.search(text[: words[last][0]]):
        return at
    for first in range(max(0, at - 5), last + 1):
        name = text[words[first][0] : words[last][1]]
        if words[first][2][0].isupper() and fold(name) in gazetteer().homes and words[first][2] not in NO_NAME:
            return first
    return at


_TWO = Wording(r"\b(?:between|both|from|in) $")


_BRITISH = frozenset({"US", "CA", "AU", "NZ", "ZA", "JM", "FK"})
"""Countries whose places are called as places in Britain are: Malvern Town Council is none of Melbourne's."""


def _is_no_name(word: str) -> bool:
    """Tell whether a word is no part of a council's name, in capitals too: MINUTES of the ORDINARY COUNCIL."""
    return word in NO_NAME or (word.isupper() and word.lower() not in _LINKED and word.title() in NO_NAME)


def _unlisted(
    text: str, words: Sequence[tuple[int, int, str]], i: int, end: int, kinds: Sequence[str]
) -> CouncilMention | None:
    """Read the name of a council that no list has: the capitalised words before its kind."""
    first = i
    for j in range(i, max(-1, i - 6), -1):
        word = words[j][2]
        if j < i and not re.fullmatch(r"[ \u00a0]|[-–]|, ", text[words[j][1] : words[j + 1][0]]):
            break
        saint = j == i > 0 and words[j - 1][2].upper() == "ST"
        if saint and not (j > 2 and words[j - 2][2].lower() in {"and", "with"}):
            first = j - 1  # St Peter's Parish Council
            break
        if _is_no_name(word) or (word.endswith(("'s", "’s")) and not saint):
            break  # but Broadstairs and St Peter's Town Council
        if word[0].isupper():
            first = j
        elif word not in _LINKED:
            break
    while first <= i and (words[first][2] in _LINKED or _is_no_name(words[first][2])):
        first += 1
    if (
        first > i
        or not words[first][2][0].isupper()
        or not words[i][2][0].isupper()
        or words[i][2] in NO_NAME
        or (words[i][2].isupper() and not text[:end].endswith("COUNCIL"))
    ):
        return None
    place = text[words[first][0] : words[i][1]]
    if not _BRITISH.issuperset(one.country for one in gazetteer().abroad_named(fold(place))) or (
        not kinds and text[:1] == place[:1] and " " not in place and fold(place) in ALIKE
    ):
        return None  # a council abroad, or no name
    name = f"{place} {''.join(k.title() + ' ' for k in reversed(kinds))}Council"
    if place.isupper() and text[:end].endswith("COUNCIL"):
        place, name = titled(place), titled(name)
    return CouncilMention(
        new_council(place, kinds[0] if kinds else "", name),
        words[first][0],
        end,
        text[words[first][0] : end],
        bare=False,
    )


def bare_council(atlas: Atlas, text: str, start: int, end: int, key: str, *, shouted: bool) -> CouncilMention | None:
    """Find a place that has a council that is known, named without the word."""
    if not atlas.is_council_place(key) or TITLE.search(text, max(0, start - 14), start):
        return None
    if (
        ROADS.match(text[end : end + 14])
        or _LOCAL.match(text, end)
        or (key == "rugby" and _THE_GAME.match(text, end))
        or (re.match(r"\s(?!City|County|Borough|Council|District)[A-Z][a-z]", text[end : end + 3]) and not shouted)
    ):
        return None
    after = text[end : end + 24]
    land = re.match(r",? (?:in (?:the )?|\()?([A-Z]\w+(?: [A-Z]\w+)?)", after)
    if land and (land[1] in _LANDS or land[1].split()[0] in _LANDS):
        return None  # Boston, Massachusetts
    if re.search(
        r"(?i)(?:twinned with|twin(?: town| city)? of|sister city of|city of|link with) (?:the )?\Z", text[:start]
    ) and atlas.abroad(key):
        big = atlas.abroad(key)[0]
        if big.level == Level.CITY and not text[:start].endswith("City of "):
            return None
    if (
        key
        in {
            "reading",
            "hart",
            "rother",
            "wyre",
            "swale",
            "eden",
            "stroud",
            "hull",
            "bury",
            "barrow",
            "sandwell",
            "derby",
            "bath",
            "rugby",
            "lewes",
            "dover",
        }
        and text[start:end].islower()
    ):
        return None
    council = atlas.council_named(text[start:end], "")
    if council is None:
        return None
    return CouncilMention(
        council, start, end, text[start:end], bare="council" not in key.split() and key != fold(council.name)
    )
