"""The words by which a sentence says that a thing is so, is wished, may be or is not: what stands round its verbs."""

from __future__ import annotations

import re
from typing import Final

from ..wordings.patterns import Headed, Wording
from .phrases import OBJECT

NOT: Final = Wording(
    r"^\W*no (?!longer|fewer|less|doubt|wonder|more)\w+ [^.;,]{0,60}$|\b(?:not(?! (?:a (?:word|murmur|penny)|only|just|least|one of))|never|nor|neither|nobody|no one|no longer any\w*|no (?:plans?|intentions?|decisions?|proposals?|moves?|question|need|reason|appetite|case|record)|ever having|refus\w+|reject\w*|rul\w+ out|without(?! (?:dissent|a vote|a division|division|debate|discussion|opposition|objection|further|delay|warning|ceremony))|(?<!\d )(?<!for or )against|oppos\w+|resist\w*|den(?:y|ies|ied)|instead of|rather than|"
    r"stop(?:ped|s)? short of|avoid\w*|far from|surviv\w+|fail\w*|defeat\w*|fend\w* off|spare\w*|block\w*|voted down|thrown out|threw out|throws out|dismiss\w*|wrong to|irresponsible|mistake|regret\w*|would be (?:wrong|sad|a)|no longer be|nothing)\b[^.;]{0,55}$|n[’']t\b[^.;]{0,45}$",
)
WISH: Final = Wording(
    r"\b(?:call\w*(?! (?:it|them|the|its|this|that|their|himself|herself)\b)|demand\w*|urg\w+|ask\w*|want\w*|pleas?|plead\w*|petition\w*|campaign\w*|press(?:ed|es|ing|ure)|should|must|ought|needs? to|has to|have to|motions?|bids?|attempts?|propos\w+|suggest\w*|time (?:that|to|for|we|the|it)|let[’']?s|favour\w*|argu\w+|advocat\w+|recommend\w*|lobb\w+|beg(?:s|ged|ging)?\b|implor\w+|seek\w*|hop(?:e|es|ed|ing)|mov(?:es|ed|ing)|tabl\w+|insist\w*|support\w*|challeng\w+|encourag\w+|vow(?:s|ed)?|would (?:like|have)|threat\w*|pledg\w+|promis\w+)\b[^.;]{0,80}$",
)
MAYBE: Final = Wording(
    r"\b(?:if|whether|unless|could|might|may|would|consider\w*|debat\w+|discuss\w*|decid\w+ (?:whether|on|if)|options?|possib\w+|plan(?:s|ned|ning)?|look\w* (?:at|to|set)|talks?|question\w*|fear\w*|rumou?r\w*|idea|report(?:s|edly)|believed|understood|think|thought|doubt\w*|future of|implications? of|case for|prospect of|process of|asked to|due to|expected to|likely to|vote on|voting on|before|until|ahead of|can|(?:days|weeks|months|hours|minutes) (?:away )?from|\w+[’']d (?:have|be)|(?:close|near) to|once)\b[^.;]{0,70}$",
)
DECIDE: Final = Wording(
    r"\b(?:voted|votes|agreed|agrees|decided|decides|resolved|opted|RESOLVED)\b(?![^.;]*\b(?:whether|leave the E)\b)[^.;]{0,90}\bto (?:\w+ly )?$|\b(?:vot(?:e|es|ed|ing)(?: (?:unanimously|overwhelmingly|narrowly|by [\w\s–-]{1,30}|in favour|\d+[^.;]{0,20}))*,? (?:to|for)|agree(?:s|d)?(?: (?:unanimously|by [\w\s–-]{1,30}?|last \w+|on \w+(?: night)?|yesterday|today|in \w+))*,? (?:to|that|the)|decid(?:es|ed)(?: (?:on \w+(?: \w+)?|last \w+|unanimously|in \w+|by [\w\s–-]{1,30}?))*,? (?:to|that)|"
    r"decision (?:to|that)|what was (?:passed|agreed|carried)\b[^.;]{0,30}\b(?:was|is)(?: that)?|resolv(?:es|ed)(?: [^.;]{0,40})? (?:to|that)|RESOLVED\b[^.;]{0,60}?(?:to|that|the)|opt(?:s|ed) to|elect(?:s|ed) to|cho(?:se|oses|osen) to|backed (?:a motion|plans|proposals|moves|calls|a proposal|the motion|the recommendation)[^.;]{0,30}? (?:to|for)|"
    r"approv(?:es|ed) (?:a motion|plans?|proposals?|moves?|the motion|the recommendation|a recommendation|the)[^.;]{0,40}?(?:to|for|of)|(?:vot\w*|majority|came (?:out|down)) (?:[^.;]{0,40} )?in favour of|(?:supported|passed|backed|carried|endorsed|approved|agreed) (?:a|the) motion\b[^.;]{0,30}? (?:to|for)|passed a motion(?: to)?|carried a motion(?: to)?|unanimously)\b[^.;]{0,60}$",
)
ASK_FIRST: Final = Wording(
    r"\b(?:will|to|could|may|might|would|should|must|be asked to|due to|set to|expected to|recommended to|invited to|whether to|has yet to|have yet to|not) (?:\w+ )?(?:vot\w*|agree|decid\w*|resolve|approve|back)\b[^.;]{0,60}$",
)
SOON: Final = Wording(
    r"\b(?:will(?: now| also| formally| no longer)?|shall|is to|are to|to be|set to|is set to|about to|going to|[’']ll|is (?:now )?|are (?:now )?|was to|were to|now to)\W*(?:be |have |now )*$|\b(?:will|to be|is to|are to|set to|[’']ll)\b[^.;]{0,25}$",
)
REPORTED: Final = Wording(
    r"\b(?:said|announced|confirmed|revealed|stated|declared|told)\b(?!.*\b(?:if|unless)\b)[^.;]{0,90}\b(?:would|will) (?:now |also |formally |all |both )?(?:be )?$"
)
"""What somebody said would be, which is as sure as who said it."""
LET: Final = Headed(
    r"\b(?:let|lets|letting|allow(?:s|ed|ing)?)\b[^.;]{0,90}?\b(?:lapse|expire|run out|die|wither|slide)\b",
    *("let", "allow"),
)
OFF: Final = Headed(
    r"\b(?P<plan>(?:drafts?|proposals?|plans?|offer|invitation|idea) (?P<what>(?:to|for|of|with|that) [^.;]{0,60})?(?:has|have|had|was|were) (?:now |since |\w+ly )?(?:been )?(?:withdrawn|dropped|abandoned|scrapped|taken back)|(?:(?:drafts?|proposals?|plans?|idea) (?:(?:to|for|of|with|that) [^.;]{0,60})?(?:will|would|is|are|was) not (?:now |to |after all )?(?:be )?(?:go(?:ing)? ahead|proceed(?:ing)?|pursued)))\b|\b(?:will|would) not (?:now )?(?:be )?(?:entering|enter|signing|be signed|proceeding|going ahead|twinning)\b[^.;]{0,40}\b(?:twinn\w+|agreement|partnership|charter|link|memorandum)|\b(?:will|would|is|are) not (?:now |after all |be )*(?:to )?(?:be )?(?:twin(?:ning|ned)?|become (?:a |the )?(?:twin|sister)s?)(?: up)? (?:with|of|to) (?:the )?PARTNERX(?! (?:any longer|any more|again))|\bthere (?:will|would|is to) be no (?:formal |\w+-\w+ )?(?:twinning|twin|friendship agreement|pact|partnership|charter)\b (?:with|between|for)\b"
)
"""What was only a plan is given up."""
ASKING: Final = Wording(r"\b(?:demands?|calls?|requests?|petitions?|pleas?|appeals?)\b")
EXISTING: Final = Wording(r"\b(?:the|its|their|our|this|whose|[’']s) (?:[\w-]+ ){0,2}$")
OTHER_AIM: Final = Wording(
    r"\b(?:reviews?|consultations?|inquir\w+|petitions?|campaigns?|motions?|debates?|appeals?|audits?|surveys?|complaints?)\b"
)
NO_WISH: Final = Headed(
    r"\bno (?:current |immediate |such )?(?:plans?|intentions?|desire|wish|reason|proposals?) (?:whatsoever )?(?:to|of|for) (?:\w+ )?(?:end|ax|scrap|sever|terminat|cancel|withdr|pull|drop|ditch|cut|wind|walk|giv|chang|stop|leav|break|abandon|suspend|tear)\w*",
    *(
        "no plan",
        "no intention",
        "no current",
        "no immediate",
        "no such",
        "no desire",
        "no wish",
        "no reason",
        "no proposal",
    ),
)
ORDERED: Final = Wording(
    r"(?:COUNCILX(?:[’']s [\w ]{3,20})?|councillors|members|the (?:council|cabinet|executive|committee|leader|authority)) (?:has |have )?(?:asked|instructed|ordered|requested|directed|told|agreed)\b[^.;]{0,70}$"
)
"""Who may ask for a review, and so opens it."""
ONE_OF: Final = Wording(r"\bone of (?:its|the|their|our|\w+[’']s) ")
BASE: Final = re.compile(
    r"end|axe|scrap|sever|terminate|cancel|withdraw|pull|drop|ditch|dissolve|abandon|break|leave|discontinue|revoke|rescind|wind|tear|call|walk|cease|get|give|dump|suspend|pause|freeze|renew|extend|restore|revive|resume|reinstate|sign|approve|form|establish|keep|retain|back|save"
)
ASKED: Final = Headed(
    r"\b(?:residents|people|the public|townsfolk|voters|locals|taxpayers)\b[^.;]{0,30}?\b(?:being |to be |are |were )?asked (?:whether|if|what|for their views)\b|\b(?:COUNCILX|the (?:council|authority)) (?:is |has )?(?:asks?|asked|asking) (?:residents|people|the public|locals)\b",
    *("asked", "asks", "asking"),
)
REVIEW: Final = Headed(
    rf"\b(?:set(?:s|ting)? up|form(?:s|ed|ing)?|appoint(?:s|ed|ing)?|establish(?:es|ed|ing)?|creat(?:e|es|ed|ing))\b[^.;]{{0,40}}?\breview (?:group|panel|body|team|committee)\b|\breview (?:group|panel|body|team|committee)\b[^.;]{{0,30}}?\b(?:set up|formed|established|appointed|created)\b|\b(?:public|full|formal|independent|six-week|\w+-week|citizens[’'])\s(?:\w+ )?(?:consultation|review|survey|inquiry)\s(?:of|on|into|about|over)\b[^.;]{{0,60}}?(?:{OBJECT})",
    *("consultation", "review", "survey", "inquiry"),
)
CLAUSE: Final = re.compile(
    r"[;]|\bbut\b|\bwhile\b|\balthough\b|, (?:and|which|who|after|as|where|when)\b|\bthat had\b|\bwhere\b"
)
NO_LONGER: Final = Wording(r"no longer\s*$")
UNTIL: Final = Wording(r"\b(?:until|unless)\b")
SURELY: Final = Wording(r"\b(?:will|is to|are to|to be)\b[^.;]{0,20}$")
DOUBTED: Final = Wording(r"\b(?:if|whether|could|might|may|would|plan\w*)\b")
QUESTION: Final = re.compile(r"\?[”\"’']?\s*$")
AGAIN: Final = Headed(
    r"\b(?:are|is) (?:twins|twinned|partners|friends|sisters) (?:once more|again)|\b(?:put|puts|is|are|stands?) (?:[\w’' -]{0,40} )?back on (?:its|their) feet\b|\b(?:lift(?:s|ed)|end(?:s|ed)) (?:the|its|a|their) (?:[\w-]+ ){0,2}(?:freeze|suspension|pause|moratorium|embargo)\b",
    *("again", "once more", "feet", "freeze", "suspension", "pause", "moratorium", "embargo"),
)
LINKS: Final = Wording(OBJECT)
IF: Final = Wording(
    r"^[^.;]{0,60}\b(?:(?<!said )(?<!say )(?<!asked )(?<!know )(?<!see )if|unless|should (?:the|it|they)|in the event|provided|were to|subject to)\b",
)
