"""What a text about a link says of its fate without naming it: "It goes on", "We stay", "nothing heard for three years".

Such words are many things elsewhere. They are asked only of sentences that speak of the pair, only where no plain cue
settles what became of it, and what they say of an end counts only in the newspaper's or the council's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...vocabulary import Outcome, ParagraphKind
from ..patterns import Wording
from ..people.voices import Voice
from ..scene import Line
from .cues import Cue, Mood, mood_of
from .doubts import GRAVE, sobered
from .findings import Finding
from .heads import AIM, PLANS, undergoes
from .phrases import END_WORDS, STRONG, WEAK

_PLAN: Final = r"(?:plans?|proposals?|ideas?|schemes?|bids?|talks|moves?|drafts?|invitations?|offers?)"
_WORDS: Final = {
    Outcome.REINSTATED: r"\b(?:is|are|was|were) (?:now )?(?:back on\b(?! the agenda)|on again\b|up and running again|twins again|friends again)|\b(?:has|have|had) (?:been )?(?:taken|picked) up (?:again|afresh)|\b(?:took|picked) (?:it|them) up (?:again|afresh|where)\b|\b(?:alive and|back) in force\b|\bput back what it had taken away|\bback in business\b|\bhas its \w+ (?:partner|twin|friends?) back\b|\b(?:suspension|pause|freeze|break|ban|moratorium) (?:is|was|has been) (?:now )?(?:over|lifted|ended)|\bstarted (?:up )?again\b|\bwok(?:e|en) (?:it )?up\b",
    Outcome.SUSPENDED: r"\b(?:is|are|was|were|be|been) (?:now |all |both |to be )?[“\"‘']?(?:rested|set aside for the present|put to sleep|parked|on hold|on ice|in abeyance|on pause|in cold storage|mothballed|put by)\b|\b(?:stopped|paused|halted|suspended|frozen|shelved) (?:it )?(?:until|for the (?:time being|present|duration))\b|\bnot another word\b|\b(?:hit|pressed|presses|hits) (?:the )?pause\b|\bfor the duration of the (?:war|conflict)\b",
    Outcome.ENDED: r"\b(?:a|the) (?:town|city|borough|district|county|village|place) without a (?:twin|partner|friend)\b|\b(?:would|will|shall) (?:therefore |now |formally )?cease\b|\b(?:is|was|are|were|be|been) (?:now |finally |formally |quietly )?(?:laid to rest|no more(?! than)|wound up|put down|brought to (?:a close|an end)|cut off|struck off|taken off the (?:signs|letterhead|list))\b|\bgave (?:it |them )?up\b|\bgiven up (?:its|their|on)\b|\bpulled the plug\b|\bgiven the (?:boot|chop|push|axe|elbow|heave-ho)\b|\bcall(?:s|ed)? (?:it a day|time|it quits)\b|\bwithdrew (?:in|from it|last)\b|\bwants? no more of it\b|\bhas (?:come|drawn) to (?:an end|a close)\b|\bknocked on the head\b|\bgone off the (?:signs|letterhead)\b|\bparted company\b|\bwent (?:its|their) separate ways?\b|\boff on \d\d? \w+ by order\b",
    Outcome.SHELVED: rf"\b(?:drop(?:s|ped)?|abandon(?:s|ed)?|shelv(?:es|ed)|ditch(?:es|ed)|scrap(?:s|ped)|bin(?:s|ned)|g[ia]ve(?:s|n)? up|withdr(?:ew|aws|awn)|park(?:s|ed)|pull(?:s|ed)|kill(?:s|ed)) (?:the |its |their |a |any |all |our |his |her )?(?:[\w-]+ ){{0,2}}{_PLAN} (?:for|to (?:twin|join|sign|form|become|link|pair|enter)|of (?:a |an )?(?:[\w-]+ )?(?:twin|link|pact|friend))|\b{_PLAN}\b[^.;]{{0,60}}\b(?:has |have |had )?(?:c[ao]mes? to (?:nothing|nought|naught)|fell through|fallen through|is off the table|is off\b|is dead|was (?:quietly )?(?:dropped|abandoned|shelved|withdrawn|crushed|ditched))|\bnothing (?:has been|was|is) signed and nothing will be\b|\bthere will be no (?:twinning|charter|pact|link|agreement)\b|\bwould not now be signed\b|\bgot as far as (?:a draft|lunch) before\b|\bnot to go any further\b|\b(?:threw|throws?|thrown|voted|turn(?:s|ed)?|said|says) (?:out|down|no to) (?:the|an?|this|its|that) (?:\w+ )?(?:idea|proposal|plan|suggestion|request|invitation|approach|offer|overture)\b|\b(?:declin|reject|refus|rebuff|spurn)(?:e|es|ed|ing|s)? (?:the|an?|this|its|that) (?:\w+ )?(?:idea|proposal|plan|suggestion|request|invitation|approach|offer|overture)\b|\b(?:has|have|had) (?:now |since |quietly )?(?:dropped|abandoned|shelved|given up|withdrawn|scrapped) (?:the|its|their|that) (?:plan|proposal|idea|scheme|bid)s?\b(?! (?:to|for|of)\b)|\bdecided not to (?:go ahead|proceed|pursue|take it further)\b|\bwill not be signed\b",
    Outcome.LAPSED: r"\b(?:(?:you|we|I|one)(?:[’']d| would) have to )?call(?:s|ed)? it (?:\w+ )?(?:dormant|lapsed|moribund|defunct|extinct)\b|\b(?:will|would|is to|shall) (?:now )?(?:expire|lapse|run out)\b|\b(?:ran|run) out (?:in|on|at|two|three|last|years?)\b|\bexpired\b|\blapsed\b|\bcame to the end of its term\b|\bno longer (?:an? )?(?:agreement|charter|arrangement|partnership|link) in force\b|\b(?:fell|fallen|gone|went|drifted|slipped) (?:fast )?(?:asleep|to sleep|dormant|quiet|silent|into abeyance|into disuse|by the wayside)\b|\bfizzled\b|\bpetered out\b|\b(?:died|dying) (?:a natural death|a quiet death|of neglect|out\b|away\b)|\bit is dormant\b|\b(?:been|lies|lain|lay) dormant\b|\bnothing (?:has been |had been )?heard (?:of|from)\b|\bnobody[’']s been in touch\b|\bno(?:body| one| contact)\b[^.;]{0,50}\b(?:in touch|contact|been|written|visit\w*|met)\b[^.;]{0,30}\bsince\b|\bhas not met since\b|\blast (?:visit|exchange|meeting|contact|letter)\b[^.;]{0,60}\b(?:was|were|took place|came)\b[^.;]{0,50}\b(?:19|20)\d\d\b|\bnobody (?:can )?(?:remembers?|recalls?) why it stopped\b|\bnever (?:actually |formally |officially )?wound up\b|\bno decision (?:was |had been |has been )?(?:ever |was ever )?(?:made|taken)\b[^.;]{0,50}\b(?:end|give|wind|stop|close|cut)|\bdecision to end it was ever made\b|\bno letters? (?:have|has|had) (?:been )?(?:exchanged|answered)\b|\bwithered\b|\bin name only\b",
    Outcome.RENEWED: r"\bnew lease of life\b|\bsigned (?:it |the \w+ )?(?:over )?(?:again|afresh|anew)\b|\bfor (?:another|a further|a second|a third) (?:\w+ ){0,3}(?:years?|decades?|terms?|century)\b|\banother (?:\w+ ){0,2}(?:quarter of a century|decade|\w+ years) of\b|\b(?:put|puts|set|sets) (?:his |her |its |their )?(?:names?|hands?|signatures?) to a (?:new|fresh|second|third)\b|\bnew (?:agreement|charter|accord|deed|pact)\b[^.;]{0,60}\b(?:which runs|runs until|runs to|lasts until|until 20)|\btakes? the place of the (?:one|old|first)\b|\bat least \w+ more years\b|\bre-?new(?:ed|s|ing)? (?:its|their|our|his|her) (?:vows|pledge|promise|oath|bond)|\bvows (?:were |are )?renewed\b|\bextended (?:until|to|for|by|it)\b|\brenewed\b|\bre-signed\b|\bprolonged\b|\brolled over\b",
    Outcome.CONTINUED: r"\bno (?:change|changes) (?:for|to|in|with)\b|\b(?:it|we|PARTNERX|COUNCILX|the (?:link|twinning|friendship|bond|tie|pact|charter|partnership|arrangement)) (?:stays?|goes on|remains?|survives?|stands|lives on|carries on)\b|\bgoes on\b|\bthere will be no change\b|\b(?:had|has|have) not (?:been )?(?:ended|dropped|axed|broken|got rid|scrapped)\b|\bnot got rid of\b|\bno question of (?:stopping|ending|leaving|cutting|dropping)\b|\bdecided (?:that )?it had not\b|\b(?:chose|voted|decided|agreed|opted|resolved) to (?:keep|retain|stay|stand by|stick|hold on|carry on|maintain|continue|preserve|save)\b|\b(?:stands?|stood|sticks?|stuck|stick(?:ing)?) (?:by|with) (?:what it|PARTNERX|its|their|our|it\b|them\b)|\breprie\w+\b|\bno (?:proposal|plan|intention|desire|wish)s? (?:whatever |whatsoever )?(?:to|of) (?:stop|end|drop|cut|cease|leave|axe|do so|go)\w*|\bwe are not ending\b|\bnot (?:going|about) to (?:end|drop|cut|leave|cross)\b|\b(?:recommendation|motion|proposal|amendment|bid|call|attempt|resolution|challenge)\b[^.;]{0,70}\b(?:was |were |is |has been |had been )?(?:then )?(?:withdrawn|lost|defeated|rejected|thrown out|not adopted|not carried|voted down|fell|falls|failed|dismissed|found no seconder)\b|^\W*(?:\d\d[.:]\d\d[: ]*)?(?:it|the motion|motion) (?:falls|fell|is lost|was lost|failed|is defeated)\b|\bwe haven[’']t stopped\b|\bnot been (?:ended|axed|dropped|broken off)\b|\bit was kept\b|\bkeep those\b|\bwere (?:kept|spared)\b|\bhere to stay\b|\bsafe\b[^.;]{0,20}\b(?:for now|after all)\b|\bnae chance\b|\bwhich stay\b|\b(?:has|have) proved (?:its|their) worth\b",
    Outcome.APPROVED: r"\b(?:gave|give[sn]?|giving|got|gets|won|wins) (?:its |their |his |her |the |a )?(?:unanimous |full |formal |final )?(?:consent|blessing|approval|backing|assent|go-ahead|green light|nod|thumbs[- ]up|all-clear)\b|\b(?:voted|agreed|resolved|decided|consented)\b[^.;]{0,50}\b(?:to (?:twin|sign|join|enter|accept|become|form|go ahead|link)|for us to be (?:linked|twinned|joined)|in favour of (?:the |a )?(?:link|twinning|charter|pact|proposal|jumelage))|\bwill (?:enter into|be signed|sign|put (?:his|her|its|their) names?)\b|\bthey sign in\b|\b(?:coming|comes|going|goes|due) (?:over |out |here |across )?to sign\b|\blet (?:him|her|them) have it\b|\bsaid yes\b|\bclear(?:s|ed) (?:the )?way\b|\bratified\b|\bwaved (?:it )?through\b|\bnodded (?:it )?through\b",
    Outcome.ESTABLISHED: r"\b(?:put|puts|set|sets) (?:his |her |its |their )(?:names?|hands?|signatures?) to (?:a|an|the)\b(?! (?:new|fresh|second))|\b(?:was|were|has been|have been|is) (?:now |formally |officially |finally |duly )?(?:signed|sealed|inked|completed|concluded)\b|\bsigned on (?:the )?\w+|\bsigned (?:yesterday|on|last|this|at|in a ceremony)\b|\bthat joins\b|\bbec[ao]me (?:official|twins)\b|\bare (?:now )?twins\b|\bwelcom\w+ (?:its|our|their) (?:new|newest) (?:twin|friend|sister|partner)s?\b|\bits newest (?:friends?|twin|partner)\b",
    Outcome.UNDER_REVIEW: r"\bup for review\b|\bunder (?:formal )?(?:review|scrutiny|the microscope)\b|\b(?:set|sets|setting) up (?:a|an) (?:\w+ ){0,3}(?:working (?:party|group)|review|panel|inquiry|task)|\b(?:appointed|formed|named) (?:a|an) (?:\w+ ){0,2}(?:working (?:party|group)|panel|task group)|\b(?:the|a|an|its|this) (?:\w+[- ]){0,3}(?:review|consultation|inquiry)\b[^.;]{0,40}\b(?:began|begins|opened|opens|is under way|started|starts|runs|of (?:international|its|the|all)|will report|has been (?:launched|opened|ordered))|\b(?:have|having) (?:their|your) say\b|\basked whether they (?:still )?want\b|\bsubject of a (?:\w+[- ]){0,3}review\b|\bagreed\b[^.;]{0,60}\bto review\b|\b(?:hold|launch|open|run|carry out|conduct|begin|start|order|commission|set up)(?:s|ed|ing)?\b (?:an?|its|the) (?:[\w-]+ ){0,3}(?:consultation|review|survey|inquiry|poll of residents)\b|\bin a list of (?:services|things|items)\b[^.;]{0,60}\bsay\b",
    Outcome.PROPOSED: r"\b(?:is|are|was|were) (?:thinking of|looking at|talking to(?! (?:each|one an)other)|in talks|toying with|considering|minded to|mulling|weighing)\b|\bwhether (?:we|they|it|the \w+|COUNCILX) (?:would|might|could|should) (?:care|like|wish|want)? ?(?:to )?(?:be|become|twin|join|have)\b|\bcould (?:COUNCILX|the \w+|we|it)\b[^.;]{0,20}\b(?:twin|become|be twinned|join|link)|\b(?:wants?|would like|hopes?|urged?|asked?|asks) (?:the \w+ |COUNCILX |officers |us |members )?(?:to )?(?:be asked )?(?:to )?(?:consider|explore|look (?:at|into)|twin|form|sign|establish|set up|investigate|become|pursue|forge)\b|\bwere asked to (?:explore|look|consider|investigate|find)\b|\bnothing (?:is|has been|was|had been) (?:settled|agreed|decided|signed) (?:yet)?|\b(?:exploring|mooted|floated|proposed|suggested)\b|\b(?:taken|rather taken) with the idea\b|\ban? (?:invitation|offer|approach) (?:from|has come|came)\b",
}  # fmt: skip
_INKLINGS: Final = {outcome: Wording(words) for outcome, words in _WORDS.items()}
_TAKEN: Final = {
    Outcome.PROPOSED: {Mood.COMING, Mood.CALLED, Mood.OPEN},
    Outcome.APPROVED: {Mood.COMING, Mood.CALLED, Mood.OPEN},
    Outcome.UNDER_REVIEW: {Mood.COMING},
    Outcome.LAPSED: {Mood.COMING},
    Outcome.RENEWED: {Mood.CALLED, Mood.COMING},
}
"""Moods in which a hint is as good as done: what is to be reviewed is under review."""
_PLANNED: Final = Wording(r"\b(?:for|to (?:twin|join|sign|form|become|link|pair|enter)|of)\b")
_SURE: Final = frozenset({Mood.DONE, Mood.VOTED})
_SAID_OF_LINKS: Final = GRAVE | {Outcome.CONTINUED}
_SUPPOSED: Final = Wording(r"\W*(?:if|should|unless|once|until|were)\b")
_WHO_DECIDES: Final = frozenset({Voice.NEWS, Voice.COUNCIL})


def _to_end(words: str) -> bool:
    """Tell whether what was given up is a plan to end a link."""
    plan = PLANS.search(words)
    what = words[plan.end() : -9] if plan else ""
    return bool(END_WORDS.search(what)) and not _PLANNED.search(words)


def inklings(talk: Sequence[Line], *, alone: bool, partner: str) -> Iterator[Finding]:
    """Yield what a pair's sentences hint at: all of them in an article of one pair, else those that name the place."""
    near = -9
    for line in talk:
        named = any(place.id == partner for place in line.partners)
        linked = STRONG.search(line.marked) or WEAK.search(line.marked)
        other = line.partners and not named and not linked
        if named or (alone and linked):
            near = line.sentence.number
        if line.sentence.kind is ParagraphKind.CAPTION or line.sentence.number - near > 4:
            continue
        for outcome, words in _INKLINGS.items():
            for match in words.finditer(line.marked):
                if other and "PARTNERX" in line.marked[: match.start()]:
                    continue  # it is another place's
                mood = mood_of(line.marked, match.start(), match.end(), "", heading=line.is_heading)
                if outcome is Outcome.SHELVED and _to_end(match[0]):
                    continue  # a proposal to end it was dropped
                if outcome in _SAID_OF_LINKS and not line.is_heading and not _of_link(line.marked, match):
                    continue
                if mood in _TAKEN.get(outcome, ()) and not _SUPPOSED.match(line.marked):
                    mood = Mood.DONE
                cue = Cue(outcome, mood, match.start(), match.end())
                clause = line.marked[line.marked.rfind(",", 0, match.start()) + 1 : match.end() + 50]
                past = bool(_PAST.search(clause))
                weight = 1.0 if line.voice in _WHO_DECIDES else 0.4
                finding = Finding(cue, line, 0.7 if line.is_heading else weight, past)
                yield sobered(finding)
                break


_UNDERGONE: Final = Wording(
    r"(?:is|are|was|were|be|been|has|have|had|will|would|shall|ran|expired|lapsed|fell|fallen|gone|goes|go|carries|continues|stays?|remains?|went|died|fizzled|petered|withered)\b"
)


_FOR: Final = Wording(r" (?:to|for|of) .*")


def _of_link(text: str, match: re.Match[str]) -> bool:
    """Tell whether what a hint of an end is said of is a link, or a plan for one."""
    if _UNDERGONE.match(match[0]):
        return undergoes(text, match.start())
    plan = PLANS.match(match[0])
    aim = plan and _FOR.match(match[0], plan.end())
    return not aim or bool(AIM.search(aim[0]))


_PAST: Final = Wording(
    r"\b(?:in|since|back in|during)\s(?:the\s)?(?:\w+\s)?(?:19|20)\d\d\b|\b(?:years? ago|decades? ago|formerly|once|originally|in the past)\b"
)


def is_sure(finding: Finding) -> bool:
    """Tell whether somebody who may say so says that it is so."""
    return finding.cue.mood in _SURE and finding.weight >= 0.7
