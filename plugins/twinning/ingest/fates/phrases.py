"""The words by which newspapers tell what becomes of a link, as patterns over sentences with their places marked."""

from __future__ import annotations

from typing import Final

from ...vocabulary import Outcome
from ..wordings.patterns import Asked, Headed, Wording

PARTNER: Final = "PARTNERX"
COUNCIL: Final = "COUNCILX"

_STRONG_WORDS: Final = (
    r"(?:de-?|un|re-?)?twinn(?:ed|ing)s?\b",
    r"to twin (?=COUNCILX|PARTNERX|the )",
    r"twin(?:s)?(?=[- ](?:town|cit|village|partner|with\b|PARTNERX|link|charter|agreement))",
    r"twin[- ](?:town|cit(?:y|ies)|village|partner)s?",
    r"(?:sister|partner|friendship|brother)[- ](?:cit(?:y|ies)|towns?|count(?:y|ies)|provinces?|villages?|states?|regions?|councils?|municipalit(?:y|ies)|link|relationship|agreement)",
    r"friendship (?:agreements?|pacts?|treat(?:y|ies)|charters?|links?|accords?|declarations?|arrangements?|towns?|cit(?:y|ies))",
    r"memorand(?:um|a) of [\w-]+",
    r"MoU\b",
    r"(?:partnership|co-?operation) (?:agreements?|pacts?|charters?|accords?)",
    r"agreements? of (?:friendship|co-?operation)",
    r"town[- ]twinning",
    r"sister relationship",
    r"declaration of friendship",
    r"pledge of friendship",
    r"charter of friendship",
    r"civic (?:link|partnership|friendship|ties?)s?",
    r"joined to (?=PARTNERX|Kreis)",
    r"(?:paired|linked|joined|partnered|hitched|united) (?:up )?(?:with|to) (?=(?:\w+ ){0,4}PARTNERX)",
    r"twin(?:s|ned)? (?:itself )?with",
    r"years (?:of \w+ )?with (?=PARTNERX)",
    r"(?:part(?:ed|ing|s)? (?:from|company with|ways with)|dropped|ditched|dumped) (?=PARTNERX)",
    r"call it a day with (?=PARTNERX)",
    r"friends in (?=PARTNERX)",
    r"(?:friendship|twinning) deed",
    r"(?:international|overseas) partner(?:ship)?s?\b",
    r"as (?:its|a|our) (?:\w+ )?partners?\b",
    r"(?:has|have|had|keeps?) (?:an?|its|their|our|one) (?:\w+ ){0,2}partners?(?= (?:\w+,? )?in PARTNERX)",
    r"(?:(?:COUNCILX|council|county|city|borough|town|authority)[’']s|formal|official) (?:[\w-]+ ){0,3}?(?:partnerships?|links?|ties|friendship|relationship|arrangements?|agreements?|pacts?|accords?|charters?) (?:with|between) (?=(?:the )?(?:\w+ ){0,4}PARTNERX)",
    r"(?:overseas|foreign) (?:links?|ties)",
    r"jumelage\w*",
    r"friendship (?:protocols?|bonds?|oaths?|partners?|partnerships?|deeds?|with (?=PARTNERX))",
    r"(?:protocol|treaty|oath|pact|accord|bond|declaration) of (?:friendship|twinning|partnership|co-?operation)",
    r"(?:partnership|twinning|friendship) charter",
    r"civic (?:friends?|bonds?|partners?)",
    r"(?:newest|oldest|dear|foreign|overseas) friends\b",
    r"friends (?:abroad|overseas|across)\b",
    r"plighted\b",
    r"sister(?:s|ed)? (?:with|to) (?=PARTNERX)",
    r"affiliat(?:ed|ion) (?:with|to)\b",
    r"\w+-(?:province|city|county|town|region) partnership",
)
_STRONG: Final = "|".join(_STRONG_WORDS)
_TWIN_NOUN: Final = r"\b(?:its|their|our|his|the|a|[A-Z]\w+[’']s?|an?|new|former|old|oldest|first|only|fellow|foreign|overseas|COUNCILX[’']?s?|(?:Chin|Japan)ese|\w+(?:an|ish|ch|man|ss|ese|tch|ese|ek|lish))\s(?:[\w-]+\s){0,2}(?:twins?|sisters?)\b(?![- ](?:bro|sis|boy|girl|bab|dau|son|bed|room|dorm|engine|track|tower|peak|cam|tub|turbine|tunnel|act|aim|unit|set|pillar|problem|challeng|pressure|screen|deck|axle|tap|carriage|speaker|reactor|crises|bill))"
_WEAK: Final = r"links?|ties|partnerships?|relationships?|relations|arrangements?|agreements?|accords?|charters?|pacts?|deals?|connections?|associations?|friendships?|exchanges?|contacts?|bonds?|alliances?|concords?|declarations?|protocols?|affiliations?|understandings?|undertakings?|entanglements?|covenants?|tie|marriage|wedlock|romance|jumelage"


STRONG: Final = Asked(
    Wording(
        rf"\b(?:{_STRONG})",
        *"twin|sister|partner|overseas |foreign |friend|brother|memorand|mou|operation|civic|joined|paired|linked|hitched|united|years|parted|parting|parts |part from|part company|part ways|dropped|ditched|dumped|a day with|jumelage|plighted|affiliat".split(
            "|"
        ),
        listed=True,
    ),
    Wording(_TWIN_NOUN, "twin", "sister"),
)
"""Words that only a link of places is called by."""
WEAK: Final = Asked(Wording(rf"\b(?:{_WEAK})\b", listed=True))
"""Words that much else is called by as well."""
OBJECT: Final = rf"\b(?:{_STRONG}|(?:twins?|{_WEAK}|it|them|sister)\b|PARTNERX)"
THING: Final = Wording(r"\b(?:PARTNERX|(?:it|them|twins?|sister)\b)")
"""What an object may be beside the words for a link."""
_GAP: Final = r"(?:(?!\b(?:but|while|although|whereas|if|because|when|after|before|which|who)\b)[^.;:])"
_BE: Final = r"(?:be|been|is|are|was|were|being|to be|get|gets|got|’s|'s|stays?|remains?|now)"


_AS_IT_IS: Final = (
    r"(?:(?! and | to )[^.;,]){0,60} (?:as (?:it|they) (?:is|are|was|were|stands?)|alone|untouched|unchanged)\b"
)
"""Behind what is left, and so kept."""
_OVER: Final = r"over(?=\W*$| (?:for|between) (?:COUNCILX|PARTNERX|\w+ and PARTNERX)|[.,;:!?)—–]| (?:and|but|now|because|when|since|at last|until|too|already)\b)"
"""What is over is at an end; "over their heads" is not."""
_VERBS: Final[dict[Outcome, tuple[str, str]]] = {
    # An outcome: (verbs before their object, participles behind it)
    Outcome.ENDED: (
        (
            r"end(?:s|ed|ing)?|ax(?:e|es|ed|ing)|scrap(?:s|ped|ping)?|sever(?:s|ed|ing)?|terminat(?:e|es|ed|ing)|cancel(?:s|led|ling)?|withdr(?:aw|aws|ew|awn|awing)(?: from| of)|"
            r"pull(?:s|ed|ing)? out of|ditch(?:es|ed|ing)?|dissolv(?:e|es|ed|ing)|abandon(?:s|ed|ing)?|break(?:s|ing)? (?:off|its|all|ties|links|with)|broke(?:n)? (?:off|its|all|ties|links|with)|"
            r"cut(?:s|ting)?(?: off)?|discontinu(?:e|es|ed|ing)|revok(?:e|es|ed|ing)|rescind(?:s|ed|ing)?|wind(?:s|ing)? (?:up|down)|wound (?:up|down)|t(?:ear|ears|earing|ore|orn) up|"
            r"call(?:s|ed|ing)? time on|call(?:s|ed|ing)? it a day on|walk(?:s|ed|ing)? away from|pull(?:s|ed|ing)? the plug on|(?:get |gets |getting |got )?rid of|annul(?:s|led|ling)?|cut(?:s|ting)? loose|(?:have|has|had|be|been) done with|see(?:s|ing)? the back of|clos(?:e|es|ed|ing) (?=(?:its|the|their|our|a) (?:[\w-]+ )?(?:twinning|friendship|link|agreement|partnership|charter|relationship))|"
            r"part(?:s|ed|ing)? (?:company|ways) with|de-?twin(?:s|ned|ning)?(?: from)?|untwin(?:s|ned|ning)?(?: from)?|(?:put|puts|putting|bring|brings|brought) an end to|(?:cast|casts|casting) off|"
            r"say(?:s|ing)? (?:goodbye|farewell|adieu|auf wiedersehen) to|said (?:goodbye|farewell) to|dump(?:s|ed|ing)?|disband(?:s|ed|ing)?|bow(?:s|ed|ing)? out of|strip(?:s|ped|ping)?|turn(?:s|ed|ing)? (?:its|their) back on|close(?:s|d)? the book on|draw(?:s|n)? a line under|drew a line under|(?:bring|brings|bringing|brought|ring|rings|rang|drop|drops|dropped) (?:down )?the curtain (?:down )?on|call(?:s|ed|ing)? it quits with"
        ),
        r"ended|annulled|struck (?:off|from)|axed|scrapped|severed|terminated|cancelled|dropped|ditched|dissolved|abandoned|cut(?! by)|broken off|discontinued|revoked|rescinded|wound (?:up|down)|torn up|brought to (?:an end|a close)|"
        + _OVER
        + r"|at an end|no more(?! than)|finished|dead\b|gone\b(?! (?:back|to|from|on))|dumped|cut off|consigned|disbanded|(?:will|would|shall|should|must|is to|are to) (?:now |therefore |formally |also )?(?:end|cease|close)\b",
    ),
    Outcome.SUSPENDED: (
        r"suspend(?:s|ed|ing)?|stop(?:s|ped|ping)? (?:all )?(?:\w+ )?(?=contacts?\b|links\b|ties\b|relations\b|exchanges\b)|paus(?:e|es|ed|ing)|freez(?:e|es|ing)|froze(?:n)?|stop(?:s|ped|ping)? the clock on|mothball(?:s|ed|ing)?|halt(?:s|ed|ing)?|put(?:s|ting)? on (?:hold|ice|pause)|(?:hit|hits|press|presses|pressed|hitting) (?:the )?pause(?: button)?",
        r"suspended|set aside|put to sleep|paused|frozen|mothballed|halted|on hold|on ice|on pause|in abeyance|put on hold|put on ice|placed on hold|in the deep freeze|parked",
    ),
    Outcome.RENEWED: (
        r"(?:pledg|promis|agre|commit)\w* (?:to )?(?:another|a further|\w+ more) (?:\w+ )?(?:years?|decades?|terms?)|sign(?:s|ed|ing)? (?:a |the |an )?(?:renewal|extension|re-?affirmation|fresh|renewed|new (?:[\w-]+-year|accord))|renew(?:s|ed|ing)?|re-sign(?:s|ed|ing)?|re-?affirm(?:s|ed|ing)?|extend(?:s|ed|ing)?|roll(?:s|ed|ing)? over|re-?commit(?:s|ted|ting)?(?: to)?|re-?confirm(?:s|ed|ing)?|prolong(?:s|ed|ing)?|re-?new(?:s|ed)?|refresh(?:es|ed|ing)?|re-?pledg(?:e|es|ed|ing)",
        r"renewed|re-signed|re-?affirmed|extended|rolled over|prolonged|reconfirmed|refreshed|given (?:\w+ ){1,3}more years|(?:had|given|granted) (?:its|their|an?|another) (?:\w+ )?(?:extension|renewal)|(?:will|to) (?:now )?(?:run|continue|go on|last) (?:for )?(?:another|a further|\w+ more)",
    ),
    Outcome.REINSTATED: (
        r"reinstat(?:e|es|ed|ing)|restor(?:e|es|ed|ing)|reviv(?:e|es|ed|ing)|resum(?:e|es|ed|ing)|relaunch(?:es|ed|ing)?|bring(?:s|ing)? back(?: to life)?|brought back(?: to life)?|unfreez(?:e|es|ing)|unfroze(?:n)?|re-?establish(?:es|ed|ing)?|rekindl(?:e|es|ed|ing)|resurrect(?:s|ed|ing)?|lift(?:s|ed|ing)? (?:the |its |a )?(?:[\w-]+ )?(?:suspension|pause|freeze)|re-?twin(?:s|ned|ning)?|unpaus(?:e|es|ed|ing)",
        r"reinstated|restored|revived|resumed|relaunched|brought back|back on(?! the agenda)|unfrozen|re-?established|rekindled|resurrected|lifted|(?:will|should|shall|would|is to|are to|to|can|may) (?:now |therefore |formally )?(?:resume|restart)",
    ),
    Outcome.ESTABLISHED: (
        (
            r"sign(?:s|ed|ing)?(?: up to| off)?|ink(?:s|ed|ing)?|seal(?:s|ed|ing)?|forg(?:e|es|ed|ing)|form(?:s|ed|ing)?|launch(?:es|ed|ing)?|establish(?:es|ed|ing)?|formalis(?:e|es|ed|ing)|enter(?:s|ed|ing)?(?: into)?|strike(?:s)?|struck(?! off| from)|creat(?:e|es|ed|ing)|"
            r"set(?:s|ting)? up|put(?:s|ting)? (?:(?:his|her|its|their) (?:names?|signatures?|seals?|pens?)(?: to)?|pen to|names? to)\b|inaugurat(?:e|es|ed|ing)|found(?:ed|s)|conclud(?:e|es|ed|ing)|cement(?:s|ed|ing)?|(?:has|have|had) (?:formally |officially |now |just )*twinned with|(?:formally|officially|now|become|becomes|became) (?:been )?twinned(?: with)?|twins with|(?:has|have|had|formally|officially) bec[oa]me (?:a |the )?(?=sister|twin|partner)|bec[oa]me(?:s)? (?:a |the )?(?=sister|twin|partner)|beg[iu]n(?:s)?|began|started"
        ),
        r"(?:officially|formally) twinned|signed|inked|sealed|forged|formed|launched|established|formalised|set up|created|put to paper|concluded|founded|inaugurated|cemented|struck(?! off| from)",
    ),
    Outcome.APPROVED: (
        r"approv(?:e|es|ed|ing)|(?:give|gives|gave|given|giving) (?:its|their|his|her) (?:blessing|backing|approval|consent|support|assent) (?:to|for)|said yes to|says yes to|authoris(?:e|es|ed|ing)|rubber-?stamp(?:s|ed|ing)?|back(?:s|ed|ing)?(?: (?:plans|proposals|a plan|a proposal|moves|the move) (?:for|to))?|endors(?:e|es|ed|ing)|ratif(?:y|ies|ied)|give(?:s|n)? the (?:green light|go-ahead|nod) (?:to|for)|gave the (?:green light|go-ahead|nod) (?:to|for)|green-?light(?:s|ed)?|cho(?:ose|oses|se|sen)|choosing|settled on|pick(?:s|ed)|sanction(?:ed|s)",
        r"approved|authorised|rubber-?stamped|endorsed|ratified|given the (?:green light|go-ahead|nod)|backed|agreed(?! with)|voted through|nodded through|passed|chosen|signed off",
    ),
    Outcome.UNDER_REVIEW: (
        r"(?:launch|open|order|commission|announc|begin|began|beg[iu]n|start|agree|instruct|set up|carry out|conduct|hold|undertak|undergo)(?:s|es|e|ed|ing|ning)?\b(?: \w+){0,5} (?:review|consultation|audit|inquiry|survey) (?:of|into|on|about|over)|(?:take|takes|taken|taking|took|having|have)(?: an?)?(?: \w+){0,3} look at|look(?:s|ed|ing)? (?:again|afresh|anew|hard) at|review(?:s|ed|ing)?(?! (?:ha[ds] )?(?:found|finds|conclu\w+|said|says|recommended|showed|shows)\b)|reassess(?:es|ed|ing)?|re-?examin(?:e|es|ed|ing)|reconsider(?:s|ed|ing)?|consult(?:s|ed|ing)? (?:residents |the public |people |local people )?(?:on|about|over)",
        r"(?:placed |put |now )?under (?:formal )?review|reviewed|reconsidered|re-?examined|reassessed|subject to a (?:\w+ )?review|put out to consultation|looked at again",
    ),
    Outcome.CONTINUED: (
        (
            r"defend(?:s|ed|ing)? (?=its|the|spending|their)|keep(?:s|ing)?|kept|retain(?:s|ed|ing)?|maintain(?:s|ed|ing)?|continu(?:e|es|ed|ing)(?: with| to support)?|sav(?:e|es|ed|ing)|stand(?:s|ing)? by|stood by|stick(?:s|ing)? (?:with|by)|stuck (?:with|by)|preserv(?:e|es|ed|ing)|uphold(?:s|ing)?|upheld|hang(?:s|ing)? on to|honour(?:s|ed|ing)?|carry(?:ing)? on with|press(?:ing)? on with|hold(?:s|ing)? on to|held on to|(?:to|will|shall|would) (?:remain|stay) (?=twinned|linked|paired|partner|sister|twin)|"
            rf"(?:leav(?:e|es|ing)|left) (?={_AS_IT_IS})"
        ),
        r"kept|retained|saved|(?:should|shall|will|would|to|must) (?:now )?(?:remain|stay|stand)\b|remains? (?:as it is|in force|unchanged)|maintained|continu(?:e|es|ed|ing)|preserved|spared|safe|here to stay|staying|to stay|stays|survives?|survived|to continue|intact|(?<=ns |ys |ll |ft )in place|unaffected|unchanged|going nowhere|upheld|stands?(?! (?:to|at|for|in|by|on)\b)|goes on|go on|carr(?:y|ies) on",
    ),
    Outcome.LAPSED: (
        r"let(?:s|ting)? (?:the |its |their )?(?:\w+ )?(?:links?|twinning|agreement|charter|partnership|memorandum|arrangement|deal|pact)(?: \w+){0,5} (?:lapse|expire|die|run out|slide|wither)|allow(?:s|ed|ing)? (?:the |its |their )?(?:\w+ ){0,6}to (?:lapse|expire|run out|die|wither)",
        r"(?:(?:has|have|had|having|quietly|simply|long since|since|long|now|all but|effectively) )*(?:lapsed|expired|ran out|run out|fizzled out|petered out|died(?: out| off| away| a natural death)?|withered|faded|dried up|fallen (?:into|by|dormant|away)|fell (?:into|by|dormant|away)|gone (?:quiet|dormant|cold|to sleep)|went (?:quiet|dormant|cold)|become dormant|became dormant)|(?:lain |lies |lay |long |now |been )*dormant|defunct|moribund|inactive|not (?:been )?active|not been renewed|never renewed|not renewed|in name only",
    ),
    Outcome.SHELVED: (
        r"shelv(?:e|es|ed|ing)|(?:decid|opt|vot)(?:es|ed|ing) (?:against|not to) (?:\w+ )?(?:twin|sign|form|enter|pursu|proceed|tak|set|establish|join)\w*|turn(?:s|ed|ing)? down|call(?:s|ed|ing)? off|not (?:to )?(?:be )?(?:proceed(?:ing)? with|go(?:ing)? ahead with|pursu(?:e|ing))|back(?:s|ed|ing)? (?:out|away) (?:of|from)|pull(?:s|ed|ing)? back from|kick(?:s|ed|ing)? (?:\w+ ){0,4}into (?:the )?(?:long|touch)|stop short of signing",
        r"shelved|(?:will|would|is|are) not (?:now )?(?:to )?(?:be )?(?:go|going|proceed|proceeding) ahead|called off|turned down|kicked into|(?:put )?on (?:the|a) back burner|not (?:go|going|proceed|proceeding) ahead|fallen through|fell through|collapsed|put (?:back )?on the shelf|(?:taken )?off the table|withdrawn before|gone no further|went no further",
    ),
    Outcome.PROPOSED: (
        r"propos(?:e|es|ed|ing|als?)|explor(?:e|es|ed|ing)|consider(?:s|ed|ing)?|suggest(?:s|ed|ing)?|moot(?:s|ed|ing)?|float(?:s|ed|ing)?|seek(?:s|ing)?|sought|plan(?:s|ned|ning)?(?: to| for)?|hop(?:e|es|ing) (?:to|for)|look(?:s|ing)? (?:for|to|at|into)|investigat(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|eye(?:s|ing)?|eyeing|talks? (?:about|on|over|with|to)|interest(?:ed)? in|could (?=be (?:twinned|paired|linked|joined)|become|twin\b|sign|form|enter|join)|bid(?:s|ding)? (?:to|for)|invit(?:e|es|ed|ing)(?! \d)|want(?:s|ed)? to (?=twin|sign|form|establish|forge|set|become|join|link)|would like|idea (?:of|for)|negotiat(?:e|es|ed|ing)|vision of|approach(?:es|ed)?",
        r"proposed|mooted|explored|suggested|floated|on the cards|considered|discussed|planned|in the pipeline|possible|sought",
    ),
}
LOOSE: Final = Headed(
    rf"\b(?P<v>drop(?:s|ped|ping)?|quit(?:s|ting)?|(?<!which )(?<!that )leav(?:e|es|ing)(?!{_AS_IT_IS})|ceas(?:e|es|ed|ing)|giv(?:e|es|ing) up|gave up|given up|los(?:e|es|ing))\s(?P<gap>(?:(?!European|EU\b|the (?:town|country|council|county)\b){_GAP}){{0,26}}?)(?P<o>\b(?:{_STRONG}|(?:twins?|{_WEAK})\b|PARTNERX))",
    *("drop", "quit", "leav", "ceas", "giv", "gave", "los"),
)
"""Verbs of many meanings: only with the link close behind them."""
ACTIVE: Final = {
    o: Wording(rf"\b(?P<v>{v})\b(?P<gap>{_GAP}{{0,75}}?)(?P<o>{OBJECT})", hinted=True) for o, (v, _) in _VERBS.items()
}
_NAMED: Final = OBJECT.replace("|it|them|", "|")
"""An object that names what it is: "it goes on" is a letter as often as a link."""
BARE: Final = {
    o: Wording(
        rf"(?P<o>{_NAMED if o is Outcome.CONTINUED else OBJECT})(?P<gap>{_GAP}{{0,90}}?)\b(?:{_BE} (?:\w+ly |now |to be |also |still |not |soon |both |all )?)?(?P<v>{p})\b",
        hinted=True,
    )
    for o, (_, p) in _VERBS.items()
}
PASSIVE: Final = {
    o: BARE[o] if o is Outcome.LAPSED else Wording(
        rf"(?P<o>{_NAMED if o is Outcome.CONTINUED else OBJECT})(?P<gap>{_GAP}{{0,90}}?)\b(?:{_BE} (?:\w+ly |now |to be |also |still |not |soon |both |all |back |put |has been |have been )?|(?=surviv|stays|went no|continu|collaps|fell thr|stand|go on|goes on|carr|remain|(?:had|given|granted) (?:its|their|an?|another) (?:\w+ )?(?:ext|ren)|will|would|shall|should|must|is to|are to))(?P<v>{p})\b",
    hinted=True,
)
    for o, (_, p) in _VERBS.items()
}  # fmt: skip
MATTERS: Final = Wording(
    r"\b(?:visits?|trips?|funding|payments?|meetings?|grants?|events?|exchanges?|flights?|ceremon\w+|delegations?|travel|money|spending|budget|plans? for a (?:visit|trip)|debate|talks|report|signs?|plaques?|post|role|job|officers?|plans?|calls?|bid|attempt|motion|row|dispute|speculation|doubts?|rumours?|uncertainty|silence|protest)\b[^.;,]{0,20}\b(?:under|of|for|to|with|on|as part of|about|in|who|which|that)\b[^.;,]{0,40}$"
)
"""What belongs to a link and is not the link: all visits under the partnership were suspended."""
HINTS: Final = {
    outcome: Wording(rf"\b(?:{verbs}|{participles})\b", listed=True) for outcome, (verbs, participles) in _VERBS.items()
}
"""Whether a sentence has any of an outcome's words at all: most have none, and need no closer look."""
CLOSE: Final = Headed(
    rf"\b(?:bring|brings|bringing|brought|draw|draws|drew|come|comes|came|coming)\b(?P<o>[^.;]{{0,90}}?)\bto (?:an end|a close|a halt|an abrupt end|(?:its|their) (?:end|close))\b|(?P<o2>{OBJECT})[^.;]{{0,60}}\b(?:is|are|be|was|were) (?:now |all |finally |officially |formally |not |to be )?(?:{_OVER}|at an end\b|terminated\b|no more\b(?! than))|\bno longer (?:be )?(?:twinned|linked|partnered|a twin|our twin)|\b(?:will|would|shall) not be (?:carrying on|continuing)\b|\b(?:it[’']s|it is) (?:all )?{_OVER}",
    *(
        "bring",
        "brought",
        "draw",
        "drew",
        "come",
        "came",
        "coming",
        " over",
        "at an end",
        "terminat",
        "no more",
        "no longer",
        "carrying on",
        "continuing",
    ),
)
WHICH: Final = {
    outcome: Headed(
        rf",? (?:which|that) (?:(?:the|our|its) )?(?:COUNCILX|council|corporation|authority|borough|town|city|members|councillors|it|they|we)(?: (?:has|have|had))?(?: \w+ly)?(?: (?:resolved|decided|voted|agreed|chose|opted)(?: [^,.;]{{1,25}})? to)? (?:{verbs})\b",
    )
    for outcome, verbs in (
        (Outcome.ENDED, f"{_VERBS[Outcome.ENDED][0]}|g[ai]ve up|let go|drop(?:ped)?|quit"),
        (Outcome.SUSPENDED, _VERBS[Outcome.SUSPENDED][0]),
    )
}
"""What a council did to what stands before it: the arrangement that members agreed in 2011 to discontinue."""
HOLD: Final = Headed(
    r"\b(?:put|puts|putting|place[sd]?|placing)\b[^.;]{0,80}?\b(?:on (?:hold|ice|pause)|in(?:to)? (?:abeyance|cold storage|mothballs))\b",
    *(" hold", " ice", " pause", "abeyance", "storage", "mothball"),
)
TO_TWIN: Final = Headed(
    r"\b(?:to|not to) (?:be )?(?:formally |officially )?(?:twinned with|twin(?: up)?(?: with)?|become (?:a |the )?(?:twin|sister)|(?:sign|enter|form|establish|create|set up|forge|strike|pursue|seek|begin|start)(?: into)?\b[^.;]{0,60}?"
    rf"\b(?:{_STRONG}|(?:{_WEAK})\b))",
    *(
        "to twin",
        "to be ",
        "to formally",
        "to officially",
        "to become",
        "to sign",
        "to enter",
        "to form",
        "to establish",
        "to create",
        "to set",
        "to forge",
        "to strike",
        "to pursue",
        "to seek",
        "to begin",
        "to start",
    ),
)
BID: Final = Headed(
    r"\b(?:motions?|bids?|attempts?|calls?|moves?|proposals?|petitions?|pleas?|push|efforts?|amendments?|demands?|requests?|plans?)\b(?P<what>[^.;]{0,110}?)\b(?:was |were |is |has been |had been |have been )?(?P<v>(?:heavily |narrowly |comfortably |soundly |roundly |overwhelmingly |unanimously )?(?:defeated|rejected|lost|fell\b|fails?\b|failed|voted down|thrown out|throws? out|dismissed|collapsed|not carried|beaten|withdrawn|blocked|ruled out|found no seconder|out of order|dropped|shelved|abandoned|scrapped|ditched|quietly dropped))|"
    r"\b(?P<v2>reject(?:s|ed|ing)?|defeat(?:s|ed|ing)?|vot(?:e|es|ed|ing) (?:down|against)|throw(?:s|ing)? out|threw out|dismiss(?:es|ed|ing)?|rebuff(?:s|ed|ing)?|resist(?:s|ed|ing)?|refus(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|fend(?:s|ed|ing)? off|spurn(?:s|ed)?|turn(?:s|ed|ing)? down|say(?:s|ing)? no to|said no to|decid(?:es|ed) (?:against|not)|vot(?:es|ed) not|agreed not|resolved not)\b(?P<what2>[^.;]{0,110})",
    *(
        "defeat",
        "reject",
        "lost",
        "fell",
        "fail",
        "down",
        "throw",
        "threw",
        "dismiss",
        "collaps",
        "not carried",
        "beaten",
        "withdrawn",
        "block",
        "rul",
        "seconder",
        "out of order",
        "drop",
        "shelv",
        "abandon",
        "scrap",
        "ditch",
        "vot",
        "rebuff",
        "resist",
        "refus",
        "fend",
        "spurn",
        "no to",
        "against",
        "decided not",
        "agreed not",
        "resolved not",
    ),
)
NO_PLAN: Final = Wording(r"\b(?:plans?|propos\w+|idea|bid|talks|possible|motion)\b")
END_WORDS: Final = Wording(
    rf"\b(?:{'|'.join(_VERBS[Outcome.ENDED])}|{'|'.join(_VERBS[Outcome.SUSPENDED])}|pull(?:ing|ed)? out|withdraw\w*|break\w*|drop(?:s|ped|ping)?|quit\w*|leav\w+|part(?:ed|ing)? with|dissol\w+|remov\w*|give up|giving (?:it|them) up|given up)\b"
)
FADED: Final = Headed(
    r"\b(?:(?:lost|fell out of) touch\b(?! with (?!PARTNERX|each other|one another|them\b|the (?:town|city)))|drifted apart|letters (?:(?:had|have|just|simply|slowly) )*(?:stopped|dried up|ceased|petered out))\b"
)
"""What becomes of a link that nobody ends."""
REVIVED: Final = Headed(
    r"\b(?:lapsed|ended|died|expired|suspended|dormant|frozen|paused|dropped|fell (?:away|by))\b[^.;]{0,60}?\bbut (?:it )?(?:was|were|has been|have been) (?:(?:\w+ly|since|later|then|now|soon) )*(?P<v>revived|restored|reinstated|rekindled|resumed)\b"
)
"""What a sentence tells of a link twice: that it ended, and that it did not stay so."""
