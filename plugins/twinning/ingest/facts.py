"""What else an article says of a link: its kind in the newspaper's own words, since when it is, and for what reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ..vocabulary import CouncilType, Ground, Level, Outcome, ParagraphKind, PartnershipType
from .dates.written import MONTHS, written
from .fates.cues import Mood, cues
from .pairs.pairing import Pair
from .proposal import Passage, Value
from .quoting import around
from .scene import Line, Scene
from .wordings.patterns import Headed, Wording

_TYPES: Final = (
    (PartnershipType.FRIENDSHIP_AGREEMENT, Headed(r"\bfriendship (?:agreement|pact|treaty|charter|accord|declaration|arrangement|link|cit(?:y|ies)|town)s?\b|\b(?:agreement|declaration|charter|pledge|treaty) of friendship\b"), 5),
    (PartnershipType.MEMORANDUM, Headed(r"\bmemorand(?:um|a)(?: of [\w-]+)?\b|\bMoU\b"), 5),
    (PartnershipType.SISTER_CITY, Headed(r"\bsister[- ](?:cit(?:y|ies)|towns?|count(?:y|ies)|provinces?|regions?|states?|relationship|link|council)s?\b|\bsisterhood\b|\b(?:Maltese|its|our|their) sister\b"), 4),
    (PartnershipType.TWINNING, Headed(r"\b(?:de-?|un)?twinn(?:ed|ing)s?(?: (?:link|arrangement|partnership|agreement|charter)s?)?\b|\btwin(?:s| towns?| cit(?:y|ies)| partnerships?| with| villages?)?\b(?! (?:brother|sister|baby|bab|daughter|son|dormer))"), 3),
    (PartnershipType.PROJECT, Headed(r"\bproject partnership\b|\b(?:\w+-year|joint|EU|Erasmus|Interreg)[\w -]{0,20} project\b"), 4),
    (PartnershipType.INFORMAL, Headed(r"\binformal (?:link|arrangement|partnership|friendship|tie)s?\b|\bunofficial (?:twin|link)\w*"), 4),
)  # fmt: skip
_PARTNERSHIP: Final = Headed(r"\b(?:partnership|links?|ties|relationship|agreement|arrangement|accord|friendship)s?\b")
_SINCE: Final = Wording(
    rf"\b(?:since|in|from|back (?:to|in)|dat(?:es|ing) (?:back )?(?:to|from)|back as|forged in|signed in|began in|of)\s(?:about |around |as long ago as )?(?:the )?(?P<month>{'|'.join(MONTHS)})?\s?(?:(?P<decade>(?:18|19|20)\d)0s\b|(?P<year>(?:18|19|20)\d\d)\b(?!s))"
)
_OF_YEAR: Final = Headed(
    r"\b(?P<year>(?:19|20)\d\d) (?:friendship|twinning|agreement|charter|memorandum|partnership|pact|accord)\b"
)
_LINKED: Final = Headed(
    r"\b(?:partner(?:s|ed|ships?)?|links?|linked|ties|tied|relationships?|agreements?|arrangements?|accords?|friendships?|twin\w*|charters?|memorand\w+|pacts?|papers|deeds?|paired|joined|protocols?|declarations?|sister|(?:the|both) (?:two )?(?:cities|towns|councils|authorities|places|counties|villages|areas|sides))\b"
)
_BEGAN: Final = Wording(
    r"\b(?:agreed to work|was agreed|were agreed|sealed|drawn up|tied the knot|work(?:ed|ing) together|exchanged charters|partners since|became (?:sister|twin|partner)|twinned|twins?|sign(?:ed|ing)|began|begun|forged|formed|established|set up|founded|dates?|dating|since|launched|started|made|created|joined|paired|linked|agreement (?:was|in)|first|goes back|struck|entered)\b"
)
_GROUNDS: Final = {
    Ground.HUMAN_RIGHTS: r"human rights|oppress\w+|repress\w+|political prisoners|treatment of (?:minorities|dissidents)|civil liberties",
    Ground.UYGHURS: r"Uy?ighurs?|Uyghurs?|Xinjiang",
    Ground.HONG_KONG: r"Hong Kong",
    Ground.NATIONAL_SECURITY_LAW: r"(?:national )?security law|security legislation",
    Ground.WAR_IN_UKRAINE: r"(?:war|invasion|invaded|attack|aggression|troops|tanks|conflict|fighting)\b[^.;]{0,60}\bUkrain\w+|Ukrain\w+\b[^.;]{0,40}\b(?:war|invasion|conflict)|Putin|Kremlin|Russian (?:troops|tanks|forces|invasion|aggression)|the tanks",
    Ground.GAZA: r"\bGaza\b|Hamas|Israel[’']s (?:war|offensive|bombardment)",
    Ground.TAIWAN: r"\bTaiwan\w*",
    Ground.COVID: r"covid\w*|coronavirus|pandemic|lockdown",
    Ground.COST: r"costs?\b|\bsav(?:e|es|ing|ings) (?:of )?(?:£|money|the council)|budget|taxpayers?|money|afford\w*|expens\w+|cuts\b|savings",
    Ground.DORMANCY: r"dormant|inactive|no (?:single )?(?:official )?(?:visits?|contact|activity|exchanges?)|nobody uses|not been (?:used|active)|no longer active|little (?:activity|contact)|nothing (?:has )?happen\w*|not a single|fallen into disuse|has not been visited|in name only",
    Ground.SECURITY_RISK: r"security (?:risk|threat|concern|service)s?|espionage|spying|spies|MI5|national security\b(?! law)|Huawei|surveillance",
    Ground.TRADE: r"\btrade\b|business(?:es)?\b|invest\w+|export\w*|econom\w+|\bjobs\b|inward investment|commerc\w+",
    Ground.CULTURE_EDUCATION: r"cultur\w+|educat\w+|schools?\b|students?|pupils|exchange|universit\w+|colleges?|museum|music|apprentic\w+|orchestra",
}  # fmt: skip
_STEMS: Final = {
    Ground.HUMAN_RIGHTS: "human rights,oppress,repress,prisoner,treatment of,liberties",
    Ground.UYGHURS: "uyghur,uighur,xinjiang",
    Ground.HONG_KONG: "hong kong",
    Ground.NATIONAL_SECURITY_LAW: "security",
    Ground.WAR_IN_UKRAINE: "ukrain,putin,kremlin,russian,tanks",
    Ground.GAZA: "gaza,hamas,israel",
    Ground.TAIWAN: "taiwan",
    Ground.COVID: "covid,coronavirus,pandemic,lockdown",
    Ground.COST: "cost,sav,£,budget,taxpayer,money,afford,expens,cuts",
    Ground.DORMANCY: "dormant,active,no ,nobody,little,nothing,not ,disuse,name only",
    Ground.SECURITY_RISK: "security,espionage,spy,spies,mi5,huawei,surveillance",
    Ground.TRADE: "trade,business,invest,export,econom,jobs,commerc",
    Ground.CULTURE_EDUCATION: "cultur,educat,school,student,pupil,exchange,universit,colleg,museum,music,apprentic,orchestra",
}
_GROUND: Final = {
    ground: Wording(rf"\b(?:{words})" + (r"|£[\d,.]+" if ground is Ground.COST else ""), *_STEMS[ground].split(","))
    for ground, words in _GROUNDS.items()
}
_AGAINST: Final = frozenset(
    {
        Ground.HUMAN_RIGHTS,
        Ground.UYGHURS,
        Ground.HONG_KONG,
        Ground.NATIONAL_SECURITY_LAW,
        Ground.WAR_IN_UKRAINE,
        Ground.GAZA,
        Ground.TAIWAN,
        Ground.COVID,
        Ground.COST,
        Ground.DORMANCY,
        Ground.SECURITY_RISK,
    }
)
_BAD: Final = frozenset(
    {
        Outcome.ENDED,
        Outcome.SUSPENDED,
        Outcome.UNDER_REVIEW,
        Outcome.CONTINUED,
        Outcome.ENDING_CALLED_FOR,
        Outcome.LAPSED,
        Outcome.SHELVED,
        Outcome.UNCLEAR,
    }
)


def kind_of_link(told: Scene, pair: Pair, *, alone: bool) -> tuple[Value[PartnershipType], tuple[Value[str], ...]]:
    """Tell what kind of link it is, and what the newspaper calls it, each of its words once."""
    votes: Counter[PartnershipType] = Counter()
    shown: dict[PartnershipType, Passage] = {}
    words: dict[str, Passage] = {}
    for number, line in enumerate(told.lines):
        here = number in pair.told or any(p.id == pair.partner.id for p in line.partners)
        if not here and not (alone and not line.partners):
            continue
        for type_, pattern, worth in _TYPES:
            for match in pattern.finditer(line.sentence.text):
                votes[type_] += worth * (3 if here else 1)
                found = around(line.sentence.p, line.sentence.text, *match.span())
                shown.setdefault(type_, found)
                words.setdefault(match[0].lower(), Passage(line.sentence.p, line.sentence.text[slice(*match.span())]))
    reported = tuple(Value(word, 0.9, (at,)) for word, at in list(words.items())[:5])
    if votes:
        best = max(votes, key=lambda t: (votes[t], t))
        sure = 0.85 if len(votes) == 1 else 0.65
        return Value(best, sure, (shown[best],)), reported
    county = pair.council.type in {CouncilType.COUNTY, CouncilType.SCOTTISH} or "County" in pair.council.name
    wide = pair.partner.level in {Level.PROVINCE, Level.REGION, Level.STATE, Level.PREFECTURE, Level.COUNTY}
    called = [
        (line, match)
        for n in sorted(pair.told)
        for line in [told.lines[n]]
        for match in _PARTNERSHIP.finditer(line.sentence.text)
    ]
    called.sort(key=lambda item: not item[1][0].lower().startswith("partnership"))
    for line, match in called[:1]:
        at = around(line.sentence.p, line.sentence.text, *match.span())
        if county and wide and match[0].lower().startswith("partnership"):
            return Value(PartnershipType.COUNTY_PROVINCE, 0.75, (at,)), (Value(match[0].lower(), 0.8, (at,)),)
        return Value(PartnershipType.UNSPECIFIED, 0.6, (at,)), (Value(match[0].lower(), 0.7, (at,)),)
    return Value(PartnershipType.UNSPECIFIED, 0.5), ()


def since(talk: Sequence[Line], pair: Pair, every: Sequence[Pair]) -> Value[str] | None:
    """Tell since when the link is, where the sentences that speak of it date its beginning."""
    others = frozenset(other.partner.id for other in every) - {pair.partner.id}
    found: list[tuple[float, Value[str]]] = []
    for line in talk:
        text = line.sentence.text
        here = any(p.id == pair.partner.id for p in line.partners)
        if line.is_heading or not (here or (not line.partners and _LINKED.search(text))):
            continue
        if len(line.partners) > 1 and len(every) > 1 and not _beside(line, pair, others):
            continue
        worth = (2.0 if here else 1.0) - line.sentence.number / 1000
        found += [(worth + more, value) for more, value in _begun(line)]
    best = max((worth for worth, _ in found), default=0.0)
    # A link that was renewed or told of by several years began in the first of them.
    return min((item for item in found if item[0] > best - _AS_GOOD), key=lambda i: i[1].value[:4], default=(0, None))[
        1
    ]


_AS_GOOD: Final = 1.2
"""How much less a year may be worth than the best, to be the link's first if it is earlier."""


def _begun(line: Line) -> Iterator[tuple[float, Value[str]]]:
    """Yield the days, months, years and decades in which a sentence says that a link began, each with what it is worth."""
    text, p = line.sentence.text, line.sentence.p
    for match in (*_SINCE.finditer(text), *_OF_YEAR.finditer(text)):
        clause = text[max(0, match.start() - 90) : match.end() + 10]
        begun = _BEGAN.search(clause) or _BEGAN_NEXT.match(text[match.end() :])
        if not begun or _other_event(line) or _SOCIETY.search(text[max(0, match.start() - 90) : match.start()]):
            continue
        said = match.groupdict()
        month, decade = said.get("month"), said.get("decade")
        value = f"{decade}X" if decade else said["year"]
        if month and not decade:
            value += f"-{MONTHS.index(month.lower()) + 1:02}"
        yield 0.5 * bool(month) - 0.5 * bool(decade), Value(value, 0.7, (around(p, text, *match.span()),))
    for date in written(text):
        before = text[max(0, date.start - 60) : date.start]
        if date.year and date.day and _BEGAN.search(before) and not _other_event(line):
            yield -0.5, Value(str(date.edtf), 0.6, (around(p, text, date.start, date.end),))


_SOCIETY: Final = Wording(
    r"\b(?:friends of|association|society|club|charity|committee|group|fund|festival|school|choir)\b(?: of)?(?: [A-Z][\w’'-]+){0,3} (?:which |that )?(?:was|were|is|had been|has been)? ?(?:first )?(?:founded|formed|set up|established|started|begun|began|launched)\b"
)
"""What was founded is a society, and no link."""


_BEGAN_NEXT: Final = Wording(
    r",?[^.;]{0,60}\b(?:signed|twinned|forged|formed|established|became twin|set up)\b[^.;]{0,40}\b(?:twin\w*|charter|agreement|link|partnership|friendship|memorandum|pact|accord)"
)
"""In 1981, as chairman, she signed the charter."""


def _other_event(line: Line) -> bool:
    """Tell whether a sentence's year may be that of an end or a renewal."""
    return any(
        cue.outcome in {Outcome.ENDED, Outcome.RENEWED, Outcome.SUSPENDED, Outcome.LAPSED, Outcome.REINSTATED} and cue.mood in {Mood.DONE, Mood.VOTED}
        for cue in cues(line.marked)
    ) and not any(cue.outcome is Outcome.ESTABLISHED for cue in cues(line.marked)) and not re.search(r"(?i)\bsince\b|\bfirst signed\b|set up in|signed (?:with|in)|\bdat(?:es|ing|ed) |goes back to|\b(?:made|begun|formed|founded|agreed) in\b|\b(?:agreement|charter|twinning|memorandum|pact|partnership|accord) of (?:18|19|20)\d\d", line.sentence.text)  # fmt: skip


def _beside(line: Line, pair: Pair, rivals: frozenset[str]) -> bool:
    """Tell whether a sentence of several places dates this one."""
    at = [m.end for m, p in zip(line.named.partners, line.partners, strict=True) if p.id == pair.partner.id]
    years = [m.start() for m in re.finditer(r"\b(?:19|20)\d\d\b", line.sentence.text)]
    others = [m.end for m, p in zip(line.named.partners, line.partners, strict=True) if p.id in rivals]
    if not others:
        return True  # the province that it lies in, and no rival
    return bool(at and years) and min(abs(y - at[0]) for y in years) <= min(abs(y - o) for y in years for o in others)


def grounds(
    told: Scene, pair: Pair, outcome: Outcome, event: Outcome | None, *, alone: bool
) -> tuple[Value[Ground], ...]:
    """Tell what reasons are given, in the vocabulary's order: for an end or a doubt those against, else those for."""
    doubted = outcome in _BAD or event in _BAD
    partner_lines = [n for n, line in enumerate(told.lines) if any(p.id == pair.partner.id for p in line.partners)]
    paragraphs = {told.lines[n].sentence.p for n in (*pair.told, *partner_lines)}
    found: list[Value[Ground]] = []
    for ground in Ground:
        if (ground in _AGAINST) is not doubted:
            continue
        for line in told.lines:
            if line.sentence.kind is ParagraphKind.CAPTION or (not alone and line.sentence.p not in paragraphs):
                continue
            if ground in {Ground.TAIWAN, Ground.HONG_KONG, Ground.GAZA} and pair.partner.name in line.sentence.text:
                continue
            match = _GROUND[ground].search(line.sentence.text)
            if match:
                found.append(
                    Value(
                        ground,
                        0.55 if ground in {Ground.COST, Ground.TRADE, Ground.CULTURE_EDUCATION} else 0.7,
                        (around(line.sentence.p, line.sentence.text, *match.span()),),
                    )
                )
                break
    return tuple(found)


def spans_of(lines: Sequence[Line], name: str) -> Passage | None:
    """Give the first words that name a place or a council."""
    for line in lines:
        at = line.sentence.text.find(name)
        if at >= 0:
            return around(line.sentence.p, line.sentence.text, at, at + len(name))
    return None
