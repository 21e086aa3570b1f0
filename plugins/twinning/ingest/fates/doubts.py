"""What makes of an end that seems to be told no end: hearsay, advice, a near miss, somebody else's link, a change of mind.

An end wrongly asserted is the one error that does harm, so each of these is enough to leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...vocabulary import Outcome
from ..places.abroad import governs
from ..places.owners import OWNER
from ..scene import ITEM, Line
from ..wordings.patterns import Cased, Headed, Wording
from .cues import Mood
from .findings import FIRM, Finding
from .phrases import STRONG, WEAK

GRAVE = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.SHELVED, Outcome.LAPSED})
"""Outcomes that do harm where they are not so."""
_STOPS = frozenset({Outcome.ENDED, Outcome.SUSPENDED, Outcome.LAPSED})

_HEARSAY = Wording(
    r"\b(?:correspondents?|critics|opponents|opposition|campaigners|protesters|detractors|rumou?rs?|gossip|leaked|memo|minutes (?:of|say|record)|wrongly|mistakenly|falsely|(?:mis)?reported|claim(?:s|ed)?|alleg\w+|believed|understood|thought|assumed|appears?|seems?|apparently|supposedly|denied|deny|denies|speculation|fears?|feared|hoax|joke\w*|April fool)\b"
)
"""Who cannot end a link says that it is over, or nobody knows who says it."""
_SAID_TO_BE = Wording(
    r"\b(?:it (?:was|is) (?:alleged|claimed|rumoured|said)|according to (?:an?|one|some) (?:post|source|rumour|blog|report|tweet|message|neighbour)\w*|(?:a|one) source\b|sources (?:say|said|told|close)|on facebook|or so (?:people|they|it)|a blog says|it seems|so my \w+ tells me)"
)
"""Nobody who may know says it, wherever in the sentence that is told."""
_ADVICE = Wording(
    r"\b(?:agreed|agrees|voted|votes|decided|decides|resolved|chose|opted|moved|set out)\b[^.;]{0,40}?\bto (?:\w+ly )?(?:recommend|ask|advise|urge|invite|call|propose|suggest|consider|consult|explore|seek|look|debate|discuss|investigate|write to the)\b|\brecommend(?:s|ed|ing)? (?:to|that|the)\b|\b(?:is|are|was|were|will|due|expected|set|about|meet\w*|asked) (?:to )?(?:vote|decide|debate|discuss|consider|rule|recommend)\b|\b(?:put\w* off|defer\w*|delay\w*|reject\w*|set\w* aside|ignor\w*|overrul\w*|declin\w*|turn\w* down|against) (?:[\w’'-]+ ){0,3}(?:advice|recommendations?)\b|\bgroup (?:meeting|vote)|\b(?:go|goes|went|sent|put) (?:to|before) (?:the |a )?(?:full |whole |next )?(?:council|cabinet|committee)\b|\bfor (?:approval|ratification)\b|\bto be (?:ratified|confirmed)\b|\bsubject to\b|\bin principle\b|\bdraft\b|\b(?:pledge\w*|promise\w*|vow\w*|threat\w*|manifesto)\b"
)
_NEARLY = Wording(
    r"\b(?:nearly|almost|came (?:within|close)|close to|brink|verge|would have|might have|could have|should have|had it|(?<!which )(?<!that )(?:was|were) to have (?!been (?:signed|sealed|inked))|(?:dead|lost) in the|death throes|in (?:danger|doubt|jeopardy|peril)|at risk|under threat|if|unless|provided|whether|so-called)\b|^\W*Had\b|\?"
)
_ALMOST = Wording(r"\b(?:effectively|in effect|virtually|all but|as good as|on paper)\b")
_OTHERS = Wording(
    r"(?<!the )\b(?:other|some|many|several|neighbouring|nearby|most|dozens of|two|three|four|a number of|few) (?:[\w-]+ ){0,2}(?:councils|towns|cities|authorities|boroughs|counties|districts|places|communities)\b|\b(?:second|another|third|further|additional|different) (?:[\w-]+ )?(?:city|town|twin|twinning|partner|partnership|link|region|village|agreement)\b"
)
_OF_PERSONS = Wording(r"\b(?:his|her|my|your|(?<!its )(?<!their )own|membership|subscription|presidency)\b")
_A_PART = Wording(
    r"\b(?:officers?|secretar\w+|chair\w*|clerk|mayors?|teachers?|visits?|trips?|delegations?|flights?|trains?|ferr\w+|tours?|events?|ceremon\w+|dinners?|festivals?|match\w*|concerts?|exhibitions?|funding|grants?|subsid\w+|budgets?|posts?|committees?|associations?|meetings?|standing orders|talks|party|parties|exchange programme)\b,? (?:(?:to|from|in|with|of|for|by) (?:the )?\w+ )?(?:(?:has|have|had|was|were|is|are|will|would|be|been|being|now|also|both|all|since|\w+ly) ){1,4}\w+(?: (?:off|up|down|out|on|hold))?$"
)
"""What belongs to a link and is not the link: its officer was suspended."""
_IN_PART = Wording(
    r"\b(?:part(?:y|ies)|dinners?|concerts?|receptions?|lunch\w*|tours?|match\w*|festivals?|support|subsid\w+|membership|tax) (?:for|of|with|to|in|by|and)\b|\band \w+ed\b"
)
"""What was stopped is not the link, though the link is named behind it."""
_VERB_NEXT = Wording(r"(?: (?:of|in|at) [A-Z]\w+)?(?: (?:has|have|had|is|was|will|also|now|\w+ly))* ?$")
_BY_OTHERS = Wording(
    r"\bby (?:the |a |its |their )?(?:[\w’'-]+ ){0,3}?(?:groups?|choirs?|societ\w+|associations?|part(?:y|ies)|police|back door|friends|charit\w+|tourists?|students?|critics|members of)\b"
)
_UNDONE = Headed(
    r"\b(?:(?:was|were|is|has been|have been|had been|been|being) (?:\w+ ){0,2}?(?:reinstated|restored|revived|reversed|overturned|overruled|rescinded|quashed|resumed|rekindled|amended|deferred|adjourned|called in|vetoed|spared|saved|premature|untrue|false|mistaken)|"
    r"reinstates?|revived|resumed|reversed|overturned|overruled|quashed|rescinded|vetoed|called in|deferred|went back on|gone back on|rowed back|row back|backtrack\w*|backed down|thought better|changed (?:its|their|his|her) minds?|(?:was|were|been|and) (?:later |then )?(?:renewed|re-signed)|second thoughts|U-turn\w*|stay of execution|reprieve\w*|in error|correct (?:this|that)|correction|back on (?:its|their) feet|second life|not (?:yet )?(?:been )?(?:taken effect|in force|final|finalised|decided|binding)|legal challenge|judicial review)\b",
)
_NOT_SO = Wording(
    r"\b(?:not|never|no|nor|cannot|n[’']t|until|once|when|if|unless|after|before|calls? for|hopes?|wants?|asked|urged|motion|bid|attempt\w*|refused|ruled out)\b[^.;,]{0,50}$|\b(?:to|will|would|could|may|might|should|can|shall) (?:be |have |been |\w+ly ){0,2}$|\bthat (?:it|they|the \w+|th\w+ \w+) be $"
)
_COUNTED = Wording(r" (?:once|twice|every|in (?:19|20)\d\d|(?:two|three|four|five|several|many|\w+) times)\b")
"""How often, or when, something was renewed before it was ended."""
_CLAUSES = Cased(r";|\bbut\b|\bwhile\b|\bwhereas\b|\balthough\b|\bthough\b")


def sobered(finding: Finding) -> Finding:
    """Give a finding that tells of an end; one whose own words raise a doubt tells only that it may be so."""
    if finding.cue.outcome in GRAVE and finding.cue.mood in FIRM and not finding.deed and _is_doubtful(finding):
        return replace(finding, cue=finding.cue._replace(mood=Mood.OPEN))
    return finding


def _is_doubtful(finding: Finding) -> bool:
    cue, text = finding.cue, finding.line.marked
    cuts = [m.start() for m in _CLAUSES.finditer(text)]
    start = max((cut for cut in cuts if cut <= cue.start), default=0)
    end = min((cut for cut in cuts if cut >= cue.end), default=len(text))
    clause, said = text[start:end], text[cue.start : cue.end]
    if _HEARSAY.search(text[: cue.start]) or _SAID_TO_BE.search(text) or _ADVICE.search(clause):
        return True
    if cue.outcome in _STOPS and (_NEARLY.search(clause) or _A_PART.search(said) or _A_PART.search(text[: cue.end])):
        return True
    if cue.outcome in {Outcome.ENDED, Outcome.SUSPENDED} and _ALMOST.search(clause):
        return True
    if _IN_PART.search(said) or _is_anothers(finding.line, text[start : cue.start]):
        return True
    if _OF_PERSONS.search(said) or _OTHERS.search(clause[: cue.end - start]):
        return True
    if _BY_OTHERS.match(text[cue.end :].lstrip()) or re.search(r"(?i)\bby the \w+ group\b", clause):
        return True
    return _is_only_place(finding.line, cue.start, said)


def _is_anothers(line: Line, before: str) -> bool:
    """Tell whether a school, a firm or a government is what ends it: who stands before the verb."""
    if any(_VERB_NEXT.match(before[match.end() :]) for match in OWNER.finditer(before)):
        return True
    at_first = re.match(r"\W*PARTNERX(?: (?:has|have|had|also|now))* ?$", before)
    return bool(at_first and line.partners and governs(line.partners[0].name))


def _is_only_place(line: Line, start: int, said: str) -> bool:
    """Tell whether what stops is something that a place is named with, and no link: flights to Omsk were suspended."""
    if not said.startswith("PARTNERX") or ITEM.match(line.marked):
        return False
    before = line.marked[:start]
    linked = STRONG.search(before) or WEAK.search(before)
    return not linked and bool(
        re.search(r"(?i)\b(?:to|from|between|in|of|with|for|and|at) (?:the )?(?:[\w-]+ of )?$", before)
        or OWNER.search(said)
    )


_PASSIVE = Wording(r"(?:was|were|is|has been|have been|had been|been|being|deferred|adjourned)\b")
_RULES = Wording(
    r"(?:^|.*[^\w’'])(?:meetings?|standing orders?|orders?|session|sitting|item|traffic|service|services|road|bridge|chamber|hearing|inquest|trial|match|game|budget|building|hall|clock|water|power|order|suspension of standing orders|members?|councillors?)(?: (?:was|were|is|are|had|has|have|been|then|later|now))* $"
)
"""What else than a link or a decision is deferred, adjourned or restored."""


def of_something_else(before: str) -> bool:
    """Tell whether the passive that follows is said of something else: standing orders were reinstated."""
    return bool(_RULES.match(before + ("" if before.endswith(" ") else " ")))


def undone(talk: Sequence[Line], findings: Sequence[Finding]) -> Line | None:
    """Give the sentence, in or after those that tell of an end, that takes it back; None where none does."""
    first = min((f.line.sentence.number for f in findings), default=0)
    for line in talk:
        if line.sentence.number < first or line.sentence.quoted:
            continue
        for match in _UNDONE.finditer(line.marked):
            if match[0].endswith(("renewed", "re-signed")) and _COUNTED.match(line.marked[match.end() :]):
                continue
            if _PASSIVE.match(match[0]) and of_something_else(line.marked[: match.start()]):
                continue
            if not _NOT_SO.search(re.split(r"[;,]| (?:but|and|though|although) ", line.marked[: match.start()])[-1]):
                return line
    return None
