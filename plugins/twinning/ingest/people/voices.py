"""Whose words a sentence is: the newspaper's, those of somebody who speaks for the council, or another's.

"The twinning will be axed" is a decision when the leader of the council says it, and a wish when an opponent does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from ..texts.sentences import Sentence
from ..wordings.patterns import Cased, Wording


class Voice(Enum):
    """Who says what a sentence says."""

    NEWS = "news"
    """Nobody is named: the newspaper tells it."""
    COUNCIL = "council"
    """Somebody who can speak for the council, or the council itself."""
    OTHER = "other"
    """Anybody else."""
    PARTY = "party"
    """A leader of a party, who may lead the council or its opposition."""


SAYING = (
    "said|says|saying|told|tells|added|adds|insist(?:ed|s)|argued|argues|claimed|claims|warned|warns|vowed|promis(?:ed|es)|pledged|"
    "answered|answers|confirmed|confirms|announced|announces|stated|explained|believe[sd]?|declared|tweeted|wrote|writes|revealed|reveals|admitted|admits|described|"
    "suggested|replied|responded|joked|accused|commented|maintained|stressed|thinks|thought|reckons|complained|quipped|asked|concluded|reported|urged|laughed"
)
_COUNCIL = Wording(
    r"(?<!opposition )(?<!former )\b(?:its (?:\w+ )?(?:leader|chief executive|cabinet)\W*$|^\W*leader,? (?!of the (?:\w+ )?(?:opposition|group))|^\W*(?:the )?COUNCILX$|COUNCILX:? (?:itself|has|also|now)?\W*$|COUNCILX[’']s? (?:\w+ )?(?:leader|chief|mayor|cabinet|provost)|council[’']?s? (?:\w+ )?leader|leader of (?:the )?(?:[\w’'&-]+ ){0,6}(?:council|authority|county|borough|city|district|town)\b|leader of the (?:council|authority)|"
    r"deputy leader|(?:county|city|town) hall(?: (?:leader|chief|boss|spokes\w+))?|(?:cabinet|executive|lead) member|portfolio[- ]holder|cabinet|ruling group|administration|whose (?:brief|portfolio|remit) |mayor(?:ess)?|provost|(?:co-)?convener|chief executive|"
    r"(?:council|committee)(?:[’']s)? (?:chair\w*|president|officers?|bosses|chiefs?|spokes\w+|official)|chair(?:man|woman|person)? of (?:the )?(?:[\w’'-]+ ){0,5}(?:council|committee)|"
    r"spokes(?:man|woman|person) for (?:the )?(?:[\w’'-]+ ){0,4}(?:council|authority|borough|county hall|city hall|town hall)|spokes\w+ for the (?:mayor|leader)|(?:town|parish|council) clerk|^\W*clerk\b|the (?:deputy |assistant |acting |council[’']s )?(?:chair(?:man|woman|person)?|clerk|officers?|convener)\b(?! of (?:the )?(?:twinning|association|trade))|the (?:council|authority|borough|county|local authority)\b(?![’']s)|"
    r"[\w’'-]+ council\b(?! (?:tax|house|estate|worker|member))|member for \w+|director of|head of \w+|governance committee|full council|councillors (?:have )?(?:agreed|voted|decided)|\w+[’']s leader)",
    listed=True,
)
_OTHER = Wording(
    r"\b(?:opposition|campaign\w*|residents?|\w*\bMPs?\b|activists?|former|ex-\w+|petition\w*|critics?|protest\w*|union|group(?:[’']s)? leader|leader of the (?:\w+ )?(?:group|opposition)|organis\w+|twinning association|friends of|"
    r"spokes(?:man|woman|person) for (?:the )?(?!council|authority)|professor|academic|bishop|ambassador|embassy|consul\w*|candidate|one source|backbench\w*|sole|lone|independent councillor|minister|government|Home Office|Foreign Office|"
    r"partner city|historian|business(?:man|woman)|head ?teacher|society|charity|Amnesty|protester|reader|correspondents?|letter|lobby\w*|pressure group|alliance|network|Free Tibet|Uyghur Congress)\b",
    listed=True,
)
_PARTY = Cased(
    r"\b(?:Labour|Conservative|Tory|Lib(?:eral)? Dem(?:ocrat)?|Green|SNP|Plaid(?: Cymru)?|Reform(?: UK)?|UKIP|DUP|SDLP|UUP|Sinn Féin|Alliance|Independent)(?: group)?(?:[’']s)? leader\b"
)
_TITLE = r"(?:Coun|Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Alderman|Ald|Provost|Mayor|Prof|Professor|Rev)\.? "
_PERSON = re.compile(
    rf"(?=[A-ZÀ-Þ])(?:(?:{_TITLE})?(?:[A-ZÀ-Þ][\w’'-]+ ){{1,3}}(?:(?:de|van|von|der|la|ap|Mac|Ó|Ní) )?[A-ZÀ-Þ][\w’'-]+|{_TITLE}[A-ZÀ-Þ][\w’'-]+)"
)
_BODY = Cased(r"\b(?:Council|County Hall|City Hall|Town Hall|Borough|Authority|Corporation)\b(?![’']s)")
_SAID = Cased(
    rf"\b(?=(?:{SAYING})\b)(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )(?<!\bhave )(?<!ever )(?:{SAYING})\b",
    listed=True,
)
"""Looked for as a word first, for most words are none of saying, and then for what stands before it."""
_CORE = re.compile(
    r"(?:said|says|tells?|told|adds|added|insist\w+|argue\w+|claim\w+|warn\w+|vow\w+|replie[ds]|complain\w+|quipped|tweeted|joked)"
)
_LABELLED = Cased(r"^\W*(?:\d\d?[.:]\d\d:? )?(?P<who>[^“\"‘:]{3,70}): [“\"‘]")
"""A speaker before a colon: Cllr Tyrone Furzton (Con): “End it.”"""
_INVERTED = Cased(rf"(?:[”\"’],?|,[”\"’]) (?:{SAYING}) (?P<who>[^.“\"]{{2,110}})")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_ACCORDING = Cased(r"\b[Aa]ccording to (?P<who>[^,.]{2,80})")
_CLAUSE = re.compile(r"[.;:“”\"]|,(?! of\b)| and | but | that | told | said |\bby ")
_APPOSED = re.compile(
    r" \([^)]*\)|, [^.,;“\"]{2,60}(?:,|\.|$)|, [^.,;“\"]{2,60}? (?:said|told|added)\b|, who [^.,;“\"]{2,60}"
)
_PRONOUN = re.compile(r"^\W*(?:He|She|They|It|Her deputy|The (?:letter|statement|spokes\w+|councillor|leader))\b")


def voices(told: Sequence[Sentence], marked: Sequence[str], *, letter: bool = False) -> tuple[Voice, ...]:
    """Tell whose words each sentence is, in order: by the sentences with their places marked.

    All of a letter is its writer's.
    """
    people = [tuple(_PERSON.finditer(sentence.text)) for sentence in told]
    known = _introduced(told, people)
    plain = Voice.OTHER if letter else Voice.NEWS
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in told:
        paragraphs.setdefault(sentence.p, []).append(sentence)
    found: dict[int, Voice] = {}
    last = plain
    for every in paragraphs.values():
        attributed = {s.number: _speaker(marked[s.number], known, last) for s in every}
        here = next((voice for voice in attributed.values() if voice is not None), None)
        for sentence in every:
            voice = attributed[sentence.number]
            if voice is None:
                voice = (here or last) if sentence.quoted else plain
            found[sentence.number] = voice
        if here is not None:
            last = here
        elif (met := _met([match for s in every if not s.quoted for match in people[s.number]], known)) is not None:
            last = met
    return tuple(found[s.number] for s in told)


def _met(named: Sequence[re.Match[str]], known: dict[str, Voice]) -> Voice | None:
    """Give the voice of whom the newspaper names last in a paragraph: "he said" in the next is theirs."""
    voice = None
    for match in named:
        voice = known.get(_surname(match[0]), voice)
    return voice


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].removesuffix("'s").removesuffix("’s")


def _introduced(told: Sequence[Sentence], people: Sequence[Sequence[re.Match[str]]]) -> dict[str, Voice]:
    """Learn from what stands beside each name whether its bearer speaks for the council, by surname."""
    known: dict[str, Voice] = {}
    for sentence, named in zip(told, people, strict=True):
        for match in named:
            surname = _surname(match[0])
            if known.get(surname, Voice.PARTY) is not Voice.PARTY or _BODY.search(match[0]):
                continue
            # Of what stands beside a name only its own clause tells who bears it.
            before = _CLAUSE.split(sentence.text[max(0, match.start() - 70) : match.start()])[-1]
            # An apposition closes with a comma, or runs up to a verb of saying.
            after = _APPOSED.match(sentence.text, match.end())
            apposed = after[0] if after and after[0].startswith((",", " who", " (")) else ""
            voice = _voice_of(before + " " + match[0]) or _voice_of(apposed.split(" said")[0].split(" told")[0])
            if voice is not None:
                known[surname] = voice
    return known


def _voice_of(words: str) -> Voice | None:
    if not words:
        return None
    if _OTHER.search(words):
        return Voice.OTHER
    if _COUNCIL.search(words):
        return Voice.COUNCIL
    return Voice.PARTY if _PARTY.search(words) else None


def _speaker(text: str, known: dict[str, Voice], last: Voice) -> Voice | None:
    """Tell who speaks in a sentence that says so; None where it does not."""
    outside = _QUOTED.sub('""', text) if "“" in text or '"' in text else text
    inverted = _INVERTED.search(outside) or _ACCORDING.search(outside)
    labelled = _LABELLED.match(text)
    said = None
    if inverted:
        who = inverted["who"]
    elif labelled and not _SAID.search(labelled["who"]):
        who = labelled["who"]
    else:
        said = _SAID.search(outside)
        if not said:
            return None
        who = re.split(r"[;:]|,? but |, and | (?:after|when|as|because|while) ", outside[: said.start()])[-1][-130:]
    surnames = [] if _BODY.search(who) else [_surname(m[0]) for m in _PERSON.finditer(who)]
    for surname in surnames or re.findall(r"[A-ZÀ-Þ][\w’'-]+", who):
        if surname in known:
            return known[surname]
    voice = _voice_of(who)
    if voice is not None:
        return voice
    if (
        _PRONOUN.match(who)
        or re.search(r"(?:^|, )(?:he|she|they|it)\W*$", who)
        or re.match(r"\W*(?:he|she|they|it)\b", who)
    ):
        return last
    if re.match(
        r"\W*(?:(?:the|a|an|its|his|her|council|official|officers[’']) ){0,2}(?:reports?|documents?|papers?|agenda|minutes|figures)\b",
        who,
        re.IGNORECASE,
    ):
        return Voice.NEWS
    if re.match(r"\W*COUNCILX ?:", outside):
        return Voice.COUNCIL
    if said and not _CORE.fullmatch(said[0]) and not _PERSON.search(who) and '""' not in outside:
        return None  # "believes", "promises": nobody is speaking
    return Voice.OTHER
