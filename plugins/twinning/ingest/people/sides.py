"""The signs that somebody is for a link or against it: what they say of it, what they do, and who they are.

Each sign is a group of wordings that reporters use for one thing, such as what the link costs or whom one met there.
How much each counts was learnt (`sides.tsv`, by the task `weigh`) beside the words that they say, each also with what is
at stake; none decides by itself. Of 407 people of other hands' texts, of whom each took a side, the signs alone gave 68 % the
right one and 14 % the other; with the words it is 77 and 10 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from ...vocabulary import Outcome
from ..fates.cues import Cue, Mood, cues
from ..learnt import Seen, words_of
from ..scene import Line
from ..wordings.patterns import Headed, Wording
from .stakes import Stake

TABLE = Path(__file__).with_name("sides.tsv")
Sign = tuple[str, float, Line]
"""A sign's name, 1 or -1 for whom it speaks, and the sentence that has it."""


def seen(lines: Sequence[Line], stake: Stake, sums: Mapping[str, float]) -> Seen:
    """Give all that speaks for somebody's side: the sums of the signs, and the words, each also with what is at stake."""
    said = [words_of(line.marked) for line in lines]
    plain = {word for words in said for word in words}
    pairs = {" ".join(two) for words in said for two in pairwise(words)}
    return Seen(frozenset(plain | pairs | {f"{stake.value}:{word}" for word in plain}), sums)


_LINK = r"(?:(?:the |a |an |this |that |these |any |our |its |their |his |her |new |such )*(?:[\w’'-]+ )?(?:motion|proposal|move|idea|plan|decision|call|step|resolution|vote|scheme|suggestion|recommendation|pact|twinning|link|agreement|charter|partnership|friendship|extension|memorandum|matter|letter|statement)s?\b|(?:it|this|them|him|her)\b)"
_WORDS = {
    "warmth": r"friend\w*|proud\w*|pride|delight\w*|thrilled|welcom\w+|honou?r(?:ed)?|love[ds]?|loving|kind(?:ly|ness)|glad|warm\w*|treasur\w+|precious|happ\w+|lovely|wonderful|grateful|thank|cherish\w*|joy|generous\w*|hospitality|hearts?|heartfelt|pleased|celebrat\w+|smile\w*|goodwill|brothers?|sisters?|cousins?",
    "people": r"(?:ordinary|young|old|older|decent|good) (?:people|families|folk|men|women)|people (?:of|in|there|who|over)|children|pupils|students|schools?|families|family|teacher\w*|youngsters|grand\w+|mothers?|fathers?|son|daughter|choirs?|neighbours?|folk|nurses?|widow\w*",
    "not its government": r"governments? (?:is|are|was|were|come|do|did)|not (?:the|its|their|with (?:the )?)?(?:people|citizens|governments?|mayors?|ordinary)|(?:punish\w*|blame|fault of) (?:the )?(?:\w+ )?(?:people|citizens|city|town|children)|wrong people|people[- ]to[- ]people|isn[’']t their (?:war|fault)|(?:nothing|not) to do with (?:the )?(?:war|government|politic)\w*|rotten government|foreign policy|not ordinary",
    "years": r"(?:[\w-]+ )?(?:years|decades|generations?|century|half-century)\b|always (?:been|will|have)|since (?:19|20)\d\d|remember\w*|history|first went|anniversary",
    "bridges": r"bridges?|doors? (?:is |was |be |stays? |remains? )?open|keep talking|dialogue|talk(?:ing)? to|lifeline|build(?:ing)?|hand of|understand\w*|learn\w*|peace\b|united|open the door|more than ever",
    "gain": r"benefit\w*|opportunit\w+|exciting|excited|good for|natural|in common|same \w+|learn from|enrich\w*|jobs|trade|investment|tourism|business\w*|partners?|chance|brilliant|fantastic|best thing|great (?:day|news)|match for|overdue|about time|look(?:ing|s)? forward",
    "hope": r"hop(?:e|es|ed|ing)|would like|want(?:s|ed)? (?:us )?to|dream\w*|looking forward|wish(?:es|ed)? (?:to|that)|long may|can[’']t wait|one day",
    "staying": r"(?:keep|keeping|kept|stay|stays|staying|stick|stuck|stand(?:ing)? by|stood by|carry on|go on|goes on|continue[sd]?|continuing|remains?|saved?|restored?|bring (?:it|the \w+) back|revers\w+|change (?:its|their) mind\w*|alive|never (?:left|apart|said goodbye)|here to stay|going nowhere|spared|un-\w+)\b(?! (?:away|quiet|silent))",
    "plea": r"(?:you|we|they|one|council|borough|town|city) (?:do not|don[’']t|does not|doesn[’']t|cannot|can[’']t|should not|shouldn[’']t|must not|mustn[’']t|never|would not|ought not to) (?:just |simply |now )?(?:end|drop|abandon|desert|turn|slam|throw|cut|walk|tear|cross|leave|give|punish|pause|let|break|treat|be the|say goodbye|forget)|turn(?:ed|ing)? (?:our|its|their|your) backs?|thrown? away|throwing away|walk(?:ed|ing)? away from (?:friends|people)|abandon\w*|desert(?:ed|ing)?|over my|slap(?: in the face)?",
    "blame": r"irresponsible|folly|costly|short-? ?sighted|wrong (?:to|people|thing|decision|call|message|step)|mistake\w*|mistaken|shame(?!ful)|pity|petty|spite\w*|mean-?spirited|small-minded|vandal\w*|disgrace\w*|betray\w*|philistin\w*|gesture\w*|posturing|headline|nonsense|cheap\b|(?<!with )regret\w*|missed opportunity|heartbroken|devastat\w+|gutted|mourn\w*|ashamed|sad\b|sadden\w*|sadd?est|disappoint\w*|dismay\w*|upset|sorry|hurt\w*|foolish|silly|daft|punish\w*|tears|insult\w*|cruel|heartless",
    "cheap": r"loose change|small sum|(?:price|cost) of (?:a|one|two)|less than (?:a|the|£)|only £|no cost|costs? (?:us |the \w+ )?(?:nothing|little|less)|worth (?:it|having|more|saving|every|keeping)|cheque|at (?:our|their|its|no) (?:own )?(?:cost|expense)|pay (?:for )?(?:our|their|my) own|paid for by|has paid for|tiny|a few (?:hundred|pounds)|hidden|could not find|cheaper",
    "money": r"£ ?[\d,.]+\w*|cost(?:s|ing)?|taxpayers?|ratepayers?|budgets?|spend\w*|spent|afford\w*|money|pounds?|savings?|bills?|funding|council tax|hard-up|expensive",
    "potholes": r"bins?|potholes?|libraries|streetlights?|priorit\w+|better (?:things|uses|spent)|better off|sort out|foodbanks?|eating|heating|youth clubs?|cuts|our own|own (?:people|residents)|rather (?:we|that we|have|see|spend)|(?:nearer|closer to) home|frontline|pavement|roads|charity begins",
    "scorn": r"waste\w*|joll(?:y|ies)|junkets?|freeb\w+|perks?|gravy|swann\w*|luxur\w+|vanity|relic|outdated|outlived|pointless|dead horse|good money|plaques?|photos?|photograph\w*|handshakes?|shaking hands|embarrass\w*|puzzled|moribund|paper exercise|never heard of|nobody (?:has|can|could|under|knows|in)|no (?:benefit|point|place|use|need|reason|business|evidence|measurable)|benefit\b.*\bnone|what (?:for|it is for|is it for|was it for|we get)|why (?:do we|are we|should we|we)|who pays|how much|lunch(?:es)?|banquets?|dinners?|trips?|hypocri\w*|direct debit|tokenism|ceremon\w+|in name only|name only|on paper|dormant",
    "tyranny": r"regimes?|dictator\w*|tyran\w+|atrocit\w+|genocide|war crim\w+|murder\w*|invad\w+|invasion|bomb\w*|rockets?|missiles?|tanks?|shell(?:s|ed|ing)|persecut\w+|jailed|imprison\w*|camps?|uyghurs?|tibet\w*|human rights|oppress\w*|torture\w*|aggress\w+|occupation|complicit\w*|blood|killing|killed|massacre\w*|slaughter\w*|putin|kremlin|party officials|spies|spying|surveillance|that government|officials of|internment|stolen|security|hostile",
    "conscience": r"moral\w*|conscience|values|principle\w*|stand up|right (?:thing|decision|call|step|to do|to end|to act)|cannot (?:stand|justify|ignore|defend|sit|light|support|be seen|in all)|can[’']t (?:stand|justify|ignore|defend|sit|pretend|be seen|hold)|(?:how (?:can|could|do) (?:we|you|anyone))|unacceptable|not acceptable|appalling|deeply concerned|worried|worry\w*|silence|blind eye|other way|pretend\w*|good name|ignor\w+|shameful|business as usual|condemn\w*|solidarity|stand (?:with|by|alongside) (?:the )?(?:people of )?(?:ukrain\w+|hong kong\w*|uyghur\w*)|message|no choice|left us|could not give|comfortable",
    "keeps": r"want(?:s|ed)? (?:it|them|both|all|the [\w-]+|PARTNERX) (?:to be )?(?:kept|saved|retained)|(?:would|should) (?:rather )?(?:have )?(?:kept|keep|saved|save) (?:it|them|the)\b|(?:would|will|shall|’ll|’d) vote (?:to (?:keep|save|retain|stick)|for keeping)|never vote to (?:end|scrap|drop|cut|axe)|think again|leave (?:it|them|well) (?:be|alone)|never be (?:given up|let go|ended|broken)|(?:keep|kept|keeping) faith|never (?:been )?one of them|h(?:ang|old)(?:ing)? on to|stick(?:ing)? with|worth keeping",
    "enough": r"in favour of (?:stopping|ending|dropping|scrapping|cutting) (?:it|them|this)|want(?:s|ed) (?:it|them|the [\w-]+) (?:to (?:lapse|end|stop|die|go(?! (?:on|from|ahead|forward)\b))|ended|dropped|gone)|run its course|stayed (?:finished|ended)|(?:not|n[’']t) go far enough|(?:finished|ended) for good|high time|time (?:to|we|for us to|has come)|enough|had its day|let it (?:end|die|go|lapse)|finish\w*|done with|be done|clean break|call(?:ing)? it a day|calling time|bury|dignified|decent(?:ly)? (?:end|close)?|one last|should (?:go|have gone|end|stop|be (?:ended|scrapped|axed|gone|dropped))|must (?:go|end)|ought to (?:be ended|end|go)|overdue|gone,|get rid|rid of|part company|step away|walk away|move on|moved on|(?:we|I) have (?:stopped|ended)|(?:ended|end) it\b|(?:scrap|bin|axe|drop|ditch|stop|terminate|cancel|cut) (?:it|them|this|that|the cord|the (?:agreement|link|twinning))\b|for ending it|over\b(?=[.,]|$)|abolish\w*|take (?:the sign|down|it off)|gone further|on the head|get out of|(?:it|they|that) will go\b|walk away|farewell|goodbye|brought to (?:a close|an end)|bring (?:it|them|the \w+) to (?:an end|a close)",
    "doubt": r"sceptic\w*|not persuaded|doubts?|concern\w*|small print|not (?:now|the time|yet|this year|right)|wasn[’']t right|ought never|should (?:never|not) have|no staff|instead|too (?:soon|far|early|much|many)|before (?:anybody|anyone|we)|objection\w*|reluctan\w+|unconvinced|not convinced|cannot see|can[’']t see|fail to see|no appetite|wait\b",
    "backs": rf"(?:sp(?:oke|eaks|eaking) in favour(?! of (?:end|drop|cut|stop|scrap|clos|pull|break)\w*)|(?:moves|moved|moving|proposes|proposed|proposing) that\b|in support\b|(?:he|she|they|it) (?:is|was|were|are) right\b|(?:mov(?:ed|es|ing)|propos(?:ed|es|ing)|tabl(?:ed|es|ing)|second(?:ed|s|ing)|put(?:ting)? forward|br(?:ought|inging)|introduc(?:ed|ing)|back(?:ed|s|ing)?|support(?:ed|s|ing)?|welcom(?:ed|es|ing)|champion(?:ed|s|ing)?|urg(?:ed|es|ing)|ask(?:ed|s|ing) for|call(?:ed|s|ing) for|prais(?:ed|es|ing)|in favour of|defend(?:ed|s|ing)?|commend(?:ed|s|ing)?(?: to \w+)?|drove|led) {_LINK}|motion\b[^.;]{{0,80}}\b(?:put forward|moved|proposed|tabled|brought|seconded) by|vot(?:e|es|ed|ing) (?:for (?:it|this|the (?:motion|move))|in favour)|(?:the |its )mover\b|seconded\b|seconding|proposing it|moved:|proposed:|led the (?:charge|campaign)|idea came from|brainchild|right (?:thing|decision|call|step|to do|to act)|in favour of the recommendation|agree with (?:her|him|it))",
    "signs": rf"sign(?:ed|s|ing) (?!(?:the|a|an|his|her) (?:\w+ )?(?:petition|letter|statement)|off){_LINK}|signed (?:\w+ )?copies|put (?:their|his|her|its) names?|pen to paper|signator\w+|exchang\w+ (?:gifts|copies)",
    "opposes": rf"opposed\b(?=\W*$)|vot(?:e|es|ed|ing) against(?! the amendment)|oppos(?:e|ed|es|ing) {_LINK}|sp(?:oke|eak|eaks|eaking) (?:up )?against|criticis(?:ed|es|ing) (?:{_LINK}|by)|was criticised by|attack(?:ed|s|ing) {_LINK}|condemn(?:ed|s|ing) {_LINK}|disagree\w*|against (?:it|the (?:motion|move|idea|plan|proposal))|objector\w*|lone (?:sceptic|voice|dissent\w*)|dissent\w*|held out|not support\w*|would not support|voted no|turn(?:ed)? (?:it|the \w+) down|only vote against",
    "laments": r"(?<!with )regret\w*|disappoint\w*|sorry|sad\b|sadden\w*|saddest|dismay\w*|shame\w*|pity|mistake|upset|tears|heartbroken|gutted|missed opportunity|without (?:a )?(?:word|consult\w*|debate|vote)|no debate|had the courage|courage",
    "cheers": r"delight\w*|glad|pleased|thrilled|proud|relie\w+|victory|win\b|sooner|overdue|at last|right (?:thing|decision|call|step)|least we can do|no choice|great day|well done",
    "but": r"^\W*(?:but|however)\b",
}
_SIGNS = {
    name: (Wording if "£" in words else Headed)(rf"(?<![\w’'-])(?:{words})(?![\w-])") for name, words in _WORDS.items()
}
_FORMING = frozenset({Stake.FORMING, Stake.SHELVING})
_DIRECTED = {"backs": "motion", "opposes": "motion", "laments": "favour", "cheers": "favour", "but": "favour"}
"""Signs that tell of the decision or the motion, and so of the link by what that would do to it."""
_NOT = Wording(
    r"(?:\b(?:not|never|no|nobody|nothing|none|hardly|without|neither|nor|less)|n[’']t)(?: (?:a|an|the|just|some|any|been|be|our|of|so|very|\w+ed|\w+ing|even|really))* $"
)
_DECIDES = Wording(
    r"^(?:(?:deputy |co-)?(?:council |city council |borough )?leader(?: of (?:the )?[\w ]*council)?|leader of the council|(?:\w+ )?cabinet member.*|portfolio holder.*|executive member.*|council leader|lead member.*|(?:council )?(?:co-)?convener.*|spokes\w+ for the council|(?:committee |panel |parish |town |council |the |committee’s )?(?:co-)?chair(?:man|woman|person)?(?: of (?:the )?[\w’' ,-]*(?:council|committee|panel|cabinet|board))?|chief executive|(?:[\w ]+ )?council leader|council chief)$"
)
"""Who speaks for those that took the decision."""
_OPPOSITION = Wording(
    r"\b(?:opposition|group leader|shadow|independent|backbench\w*|former|campaign\w*|spokes\w+ on)\b"
)
_SOCIETY = Wording(
    r"\b(?:twinning|friendship|association|society|friends|supporters|choir|club|exchange)\b|\b(?:president|governor|(?:vice-)?marshal|prefect|sindaco|alcalde|maire|bürgermeister\w*|oberbürgermeister\w*|ambassador|consul\w*)\b"
)
_ABROAD = Wording(
    r"\b(?:mayor|president|governor|marshal|leader|head|deputy \w+|council\w+|official|councilman|mayoress|clerk) of (?:the )?(?:city of |town of )?partnerx|partnerx[’']s? (?:own )?(?:mayor|president|governor|deputy)"
)
"""Who holds an office over there."""
_LOST = Headed(
    r"\b(?:bid|motion|attempt|call|proposal|suggestion|demand)s? (?:by|from)\b[^.;]{0,140}\b(?:defeated|rejected|lost|turned down|voted down|thrown out)\b"
)
"""What somebody moved and lost: where the link is kept, its end."""
_NOT_ASKED = Headed(r"\bnot (?:saying|calling|suggesting|asking|proposing|demanding|mean)\b|\bwrong to say\b")
"""What somebody says that they do not ask for shows no side."""
_AMENDS = Headed(r"\bamendment\b")


def at_stake(lines: Sequence[Line], stake: Stake) -> Stake:
    """Give what is at stake for somebody: who speaks of an end speaks of a link that is, whatever else is proposed."""
    if stake not in _FORMING:
        return stake
    names = {name for line in lines for name, _, _ in _cues(line, stake)}
    return Stake.NOTHING if names & _ENDING and "is formed" not in names else stake


_ENDING = frozenset({"wants an end", "ends", "ends, blamed", "moved to end"})


def signs(lines: Sequence[Line], stake: Stake, role: str = "") -> Iterator[Sign]:
    """Yield each sign that somebody's sentences have, once for each sentence; who they are, with the first."""
    for line in lines:
        yield from _words(line, stake)
        yield from _cues(line, stake)
    if not lines:
        return
    first = lines[0]
    if _DECIDES.match(role) and not _SOCIETY.search(role):
        yield "decides", stake.favour, first
    if _OPPOSITION.search(role):
        yield "opposition", stake.favour, first
    if _SOCIETY.search(role) or _ABROAD.search(first.marked):
        yield "society", 1.0, first
    yield f"stake {stake.value}", 1.0, first


_SUPPOSED = Wording(r"^\W*if\b|\?\W*$")
"""What is only asked or supposed: if it has had its day."""


def _ownly(text: str, found: re.Match[str]) -> bool:
    """Tell whether somebody says in direct speech what he or she does: I shall oppose it."""
    return bool(_I.search(text[max(0, found.start() - 24) : found.start()]))


_I = Wording(r"\b(?:i|we)(?:[’'](?:ll|d|ve))?(?: [\w’']+){0,2} $")


def total(found: Iterable[Sign]) -> dict[str, float]:
    """Sum up the signs by name; what is said a third time counts no more."""
    sums: dict[str, float] = {}
    for name, value, _ in found:
        sums[name] = sums.get(name, 0.0) + value
    return {name: max(-MOST, min(MOST, value)) for name, value in sums.items()}


DEED = 2.0
"""How much what somebody moves counts beside a word."""
MOST = 2.0
"""How much one sign counts at most: a long letter names the money in every paragraph."""


_NOT_SAID = Headed(
    r"\b(?:whether|be drawn|denie[ds]|denying|accused of|rumou?r\w*|alleged\w*|said to (?:want|have)|some (?:people|residents|members)|people (?:thought|think|say)|among those who)\b|\b(?:refus\w+|declin\w+|did not|would not|won[’']t|not) (?:to )?say\b|\b(?:claimed|claims|reported|rumoured) that\b|\breport on the motion\b|\bcriticised by\b"
)
"""What is told of somebody, asked or left unsaid shows no side of theirs."""


@lru_cache(maxsize=512)
def _hits(text: str) -> Mapping[str, re.Match[str]]:
    """Give the signs that a sentence has words of, each with the first of them: they are asked for again and again."""
    return {name: found for name, wording in _SIGNS.items() if (found := wording.search(text))}


def _words(line: Line, stake: Stake) -> Iterator[Sign]:
    text = line.marked
    if _NOT_SAID.search(text) and not line.sentence.quoted:
        return
    amended = bool(_AMENDS.search(text))
    for name, found in _hits(text).items():
        directed = _DIRECTED.get(name)
        if directed == "motion" and (
            amended or (line.sentence.quoted and not _ownly(text, found)) or (name == "backs" and _moved(line, stake))
        ):
            continue
        if name == "enough" and (stake in _FORMING or _SUPPOSED.search(text)):
            continue
        value = float(getattr(stake, directed)) if directed else 1.0
        if not value:
            continue
        negated = _NOT.search(text[max(0, found.start() - 40) : found.start()])
        yield f"not {name}" if negated and name != "but" else name, value, line


def _cues(line: Line, stake: Stake) -> Iterator[Sign]:
    """Yield what somebody says of an outcome: that it must end, that it is kept."""
    text = line.marked
    if _NOT_SAID.search(text) and not line.sentence.quoted:
        return
    forming = stake in _FORMING
    blamed = not _hits(text).keys().isdisjoint({"blame", "plea"})
    moved = _moved(line, stake)
    if moved:
        yield ("moved to end" if moved < 0 else "moved to keep"), DEED, line
    for cue in () if _NOT_ASKED.search(text) or _SUPPOSED.search(text) else cues(text):
        name = _of(cue, forming=forming)
        if cue.mood is Mood.OPEN and name == "goes on" and _JUDGED.match(text, cue.start):
            continue  # keeping it amounts to this or that: what is said of it tells the side
        if name and not (moved and name in _MOVED):
            yield f"{name}, blamed" if blamed and name == "ends" else name, 1.0, line


_JUDGED = Wording(
    r"\w+ing\b[^.;]{0,60}\b(?:amount(?:s|ed)|would (?:be|mean|send)|means?|meant|sends?|sent|was|is|ma(?:kes|de))\b"
)


def _moved(line: Line, stake: Stake) -> float:
    """Tell what a motion would do to the link that somebody moves or backs in a sentence that tells its aim."""
    if _LOST.search(line.marked) and stake not in _FORMING:
        return -1.0
    if "backs" not in _hits(line.marked):
        return 0.0
    forming = stake in _FORMING
    return next((aim for cue in cues(line.marked) if (aim := _MOVED.get(_of(cue, forming=forming)))), 0.0)


_MOVED = {"ends": -1.0, "may end": -1.0, "wants an end": -1.0, "goes on": 1.0, "is formed": 1.0, "does not end": 1.0}
"""What a motion whose sentence tells its aim would do to the link."""


def _of(cue: Cue, *, forming: bool) -> str:
    denied = cue.mood is Mood.DENIED
    match cue.outcome:
        case Outcome.ENDED | Outcome.SHELVED | Outcome.LAPSED:
            return {Mood.DENIED: "does not end", Mood.OPEN: "may end", Mood.CALLED: "wants an end"}.get(
                cue.mood, "ends"
            )
        case Outcome.CONTINUED | Outcome.RENEWED | Outcome.REINSTATED:
            return "does not go on" if denied else "goes on"
        case Outcome.PROPOSED | Outcome.ESTABLISHED | Outcome.APPROVED if forming:
            return "is not formed" if denied else "is formed"
        case _:
            return ""
