"""What it is that stops: the link itself, or something that only belongs to it.

"The twinning dinner has been shelved" and "the choir's links were severed" end no link of councils. So the noun that a
verb of ending governs is looked up, and only one that names a link, or stands for one, counts.
"""

from __future__ import annotations

import re
from typing import Final

from ..wordings.patterns import Wording

_LINKS: Final = Wording(
    r"(?:links?|ties?|(?:de-?)?twinn?ings?|twins?|partnerships?|relations(?:hips?)?|arrangements?|agreements?|accords?|charters?|pacts?|deals?|connections?|friendships?|friends?|contacts?|bonds?|"
    r"alliances?|memorand(?:um|a)|mou|declarations?|protocols?|treat(?:y|ies)|affiliations?|jumelage|involvement|status|undertakings?|covenants?|marriage|romance|concord|understandings?|entanglements?|deeds?|"
    r"co-?operation|membership|it|they|them|both|all|these|those|this|that|which|each|neither|ones?|two|three|four|five|six|first|second|third|last|others?|rest|lot|whole|everything|partnerx|councilx|towns?|cit(?:y|ies)|"
    r"sisters?|partners?|twinned|paired|linked|joined|ports?|resorts?|provinces?|regions?|villages?|count(?:y|ies)|districts?|states?|capitals?|municipalit(?:y|ies)|prefectures?|years|decades?|century|forms?|kinds?|"
    r"activit(?:y|ies)|dealings|string|pair|network|sets?|list|scheme|programme|idea|matter|exchanges?|\w*[–-]partnerx|\w+-year|\w+th|\w+s[’']|past)"
)
"""What may be the link, or stand for it."""
PLANS: Final = Wording(
    r"(?:plans?|proposals?|ideas?|schemes?|bids?|talks|moves?|drafts?|offers?|invitations?|motion|notion|suggestion)"
)
AIM: Final = Wording(
    r"\b(?:\w*twin\w*|links?|sign\w*|join|friend\w*|partner(?!x)\w*|charter|agreement|memorandum|pact|sister\w*|jumelage|tie|ties|it)\b"
)
_HELPERS: Final = Wording(
    r"(?:\b(?:be|been|being|is|are|was|were|has|have|had|will|would|shall|should|could|can|may|might|must|ought|to|get|gets|got|now|also|all|both|not|never|since|then|later|too|therefore|just|soon|long|back|put|come|came|comes|coming|due|set|about|itself|themselves|altogether|already|\w+ly)\s+)+$"
)
_BESIDE: Final = re.compile(r", (?:[^,]{2,140},|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)\s*$")
"""What is told of a thing between commas."""
_CLAUSE: Final = Wording(
    r"(?s).*(?:[.;:!?“”\"—–]|,\s|\b(?:but|while|and|because|when|whether|if|although|though|where|whereas|so|as|how|why|before|until|once|(?:sa(?:id|ys?|ying)|tells?|told(?: \w+)?|announc\w+|confirm\w+|agreed|decid\w+|voted|resolved|RESOLVED|learn\w+|heard|hears|understand|hopes?|means?|meant|fact|news|notice|word|insist\w+|warn\w+|vot(?:es|ed)|added|claim\w+|argu\w+|recommend\w*|propos\w+|suggest\w*|demand\w*|wants?|urg\w+|wrote|feels?|felt|believes?|thinks?|thought|knows?|knew|moved|asked|sorry|clear|sad)(?: [^ ,]+){0,9} that)\b)"
)
_AFTER_NOUN: Final = Wording(
    r"\b(?:with|to|from|of|for|in|at|between|that|which|who|whose|under|by|on|after|over|about|since|during|against|through|within|signed|formed|established|made|known|called|held|dating|bearing)\b"
)
_NUMBERED: Final = Wording(r"^\W*(?:\w{1,4}[).] *)?(?:that\b)?")
_DIRECT: Final = Wording(r"(?:^|\W)(?:it|they|this|both|these)(?:[’'](?:s|ll|d|re|ve))?$")
"""A pronoun that is itself what undergoes it."""
_RELATIVE: Final = Wording(r"(?s).*?(?=\b(?:\w+\W+)?\w+\W+(?:that|which)$)")
_VERB: Final = Wording(
    r"(?:\w+ed|(?!twin)\w+ing|calls?|vot(?:e|ing)|chose|wants?|asks?|bids?|moves?|motion|decision|support|favour|agreement)"
)
_WHEN: Final = Wording(
    r"^\W*(?:in|on|at|by|since|during|from|last|this|after|earlier|yesterday|for)\s(?:[\w-]+\s){0,2}?(?=the\b|its\b|their\b|our\b|a\b|an\b|it\b|they\b|both\b|all\b|PARTNERX|COUNCILX)"
)
_OWNER: Final = re.compile(r"\b(?P<owner>[a-z][\w-]*)[’']s? (?:[\w-]+ ){0,3}$")
_PUBLIC: Final = Wording(
    r"(?:council|town|city|borough|county|district|village|parish|authority|region|isle|island|burgh|mayor|it|area|country|year|today|yesterday|week|month|corporation)s?"
)
_COMPOUND: Final = Wording(
    r"^[\s-](?:\w+ )?(?:budgets?|dinners?|markets?|officers?|signs?|committees?|associations?|societ(?:y|ies)|clubs?|sub-?committees?|funds?|funding|grants?|visits?|trips?|events?|festivals?|marathons?|match(?:es)?|weekend|days?\b(?! ago)|week\b|parades?|posts?|roles?|group|panel|working party|lunch\w*|receptions?|celebrations?|plaques?|gardens?|bench|trophy|cup|concerts?|exhibitions?|fairs?|team|coach|website|page|newsletter|meetings?|allowances?|subscriptions?|hospitality|gifts?|spending|costs?|ceremony|service|buses|bus|ferr\w+|flights?)\b"
)  # fmt: skip
"""What goes on after a link's name and makes it another thing: its budget, its officer, its signs."""


def undergoes(text: str, verb: int) -> bool:
    """Tell whether what stands before a verb in the passive, or that has no object, is a link or a plan for one."""
    before = _HELPERS.without(text[max(0, verb - 160) : verb].rstrip() + " ").rstrip()
    if _DIRECT.search(before):
        return True
    if before.endswith(("that", "which")):
        before = _RELATIVE.without(before)
    said = _CLAUSE.without(_BESIDE.sub("", before + " ").rstrip().rstrip(","))
    said = _NUMBERED.without(said)
    parts = _AFTER_NOUN.split(_WHEN.without(said))
    noun = parts[0].split()
    if not noun:
        return True
    if parts[1:] and _VERB.fullmatch(noun[-1]):
        noun = parts[1].split() or noun  # voted for it to be put on ice
    head = re.sub(r"^\W+|[^\w’']+$", "", noun[-1])
    if PLANS.fullmatch(head):
        aim = said[said.find(noun[-1]) + len(noun[-1]) :]
        return bool(AIM.search(aim) or not aim.strip())
    if not _LINKS.fullmatch(head):
        return not head
    owner = _OWNER.search(" ".join(noun[:-1]) + " ")
    return owner is None or bool(_PUBLIC.fullmatch(owner["owner"]))


def compound(text: str, end: int) -> bool:
    """Tell whether a link's name goes on and makes it another thing: the twinning association."""
    return bool(_COMPOUND.match(text[end:]))


def governs_link(text: str, gap: str, end: int, *, plans: bool = False) -> bool:
    """Tell whether what a verb does away with is a link: not its budget, and not something from the same place.

    `plans` says that it may be a plan for one as well.
    """
    if compound(text, end):
        return False
    if (parts := _AFTER_NOUN.split(gap, 1))[1:]:
        noun = parts[0].split()
        head = noun[-1].strip(",.’'“”‘") if noun else ""
        return not head or bool(_LINKS.fullmatch(head) or (plans and PLANS.fullmatch(head)))
    owner = _OWNER.search(gap)
    return owner is None or bool(_PUBLIC.fullmatch(owner["owner"]))
