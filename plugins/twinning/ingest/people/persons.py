"""Whom an article names: each person once, with role and party only as the article states them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..proposal import Value
from ..quoting import around
from ..scene import Line
from ..wordings.patterns import Cased, Wording

_TITLES = r"(?:Coun|Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Alderman|Ald|Prof|Professor|Rev|Revd|Provost|Mayor|Captain|Monsieur|Madame|Herr|Frau|Señora?|Rabbi|Bishop|Canon|Father|Major|Colonel|Treasurer|Councilman|Councilwoman|Councilmember)"
_WORD_OF = rf"(?!{_TITLES}\b)[A-ZÀ-Þ](?:(?![’']s?\b)[\w’'-])+"
_NAME = rf"(?:(?:{_TITLES})\.? )?(?P<name>(?!{_TITLES}\b)(?:[A-ZÀ-Þ]\.|{_WORD_OF})(?: (?:[A-Z]\.|{_WORD_OF}|de\b|van\b|von\b|der\b|la\b|ap\b|Mac|Ó|Ní|al\b|bin\b)){{1,3}})"
_LONE = Cased(rf"\b(?=[A-Z]){_TITLES}\.? (?P<name>(?:Mac |Ó |Ní )?[A-ZÀ-Þ][\w’'-]+)\b")
_PERSON = re.compile(rf"\b(?=[A-ZÀ-Þ]){_NAME}")
_PARTIES = {
    "Labour": "Labour", "Lab": "Labour", "Conservative": "Conservative", "Conservatives": "Conservative", "Con": "Conservative", "Tory": "Conservative",
    "Liberal Democrat": "Liberal Democrat", "Lib Dem": "Liberal Democrat", "LD": "Liberal Democrat", "Green": "Green", "Greens": "Green", "SNP": "SNP",
    "Plaid Cymru": "Plaid Cymru", "Plaid": "Plaid Cymru", "Reform UK": "Reform UK", "Reform": "Reform UK", "UKIP": "UKIP", "DUP": "DUP", "SDLP": "SDLP",
    "UUP": "UUP", "Sinn Féin": "Sinn Féin", "Alliance": "Alliance", "TUV": "TUV",
    "Independent": "Independent", "Ind": "Independent",
}  # fmt: skip
_PARTY = Cased(rf"\b(?P<party>{'|'.join(sorted(_PARTIES, key=len, reverse=True))})\b(?!-leaning)")
_ROLE_BEFORE = Wording(
    r"\b((?:(?!(?:has|have|had|now|also|urged|told|by|said|that|with|and|asked|wrote|to|from|when|as|while|but|is|was|backed|back|members|praised|thanked|accused)\b)[\w’'-]+ ){0,3}?(?:leader|deputy leader|co-leader|cabinet member(?: for [\w ,]+?)?|portfolio holder(?: for [\w ,]+?)?|executive member(?: for [\w ,]+?)?|member for [\w ]+?|spokes(?:man|woman|person)(?: for [\w ]+?)?|mayor|lord mayor|provost|convener|co-convener|chair(?:man|woman|person)?(?: of [\w ’']+?)?|chief executive|councillor|councillors|alderman|officer|director|president|secretary|organiser|deputy marshal|vice-president|MP|town clerk|campaigner|resident|teacher|group leader|headteacher|minister|head of [\w ]+?|finance spokesman|ambassador|consul|merchant|historian)(?: (?:of|for|at) (?:the )?[\w’'& -]{2,40}?)?)[,:]? $"
)
_ROLE_AFTER = re.compile(
    r"^(?: \([^)]*\))?,? (?:who (?:is|was) )?(?:the )?((?:[\w’'-]+ ){0,4}?(?:leader|deputy leader|cabinet member|portfolio holder|executive member|member|spokes\w+|mayor|provost|convener|chair\w*|chief executive|councillor|officer|director|president|secretary|organiser|marshal|MP|clerk|campaigner|resident|head|founder|minister)(?: (?:of|for) [^,.“\"]{2,50})?)(?=[,.]| said| told| who)"
)
_NOT_NAMES = re.compile(
    r"\b(?:Council|Town|City|County|Hall|Party|Group|Street|Road|Park|Democrats?|Service|Press|News|Association|Committee|Government|Office|Church|School|University|Kingdom|Union|Republic|Province|Amnesty|International|Image|January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Labour|Conservative|Tory|Green|Liberal|Cymru|Full|Executive|Cabinet|The|Festival|House|Leader|Lord|Mayor|European|West|North|South|East|National|Royal|First|Institute|College|Society|Water|Chamber|Muslims|Commission|Campaign|Lane|Estate|Trust|Club|Post|Gazette|Express|Times|Echo|Officer|Services|Quay|Coast|Day|Month|Elders|Watch|Fusiliers|Unionist|Centre|Library|Museum|Bridge|Station|Court|Hotel|Foundation|Friends|Team|Band|Choir|Board|Authority|Treasurer|Councilman|Councilwoman|Rabbi|Islands?|Valley|River|Independents|Greens|Conservatives|Liberals|Tories|Alliance|Assembly|Boulevard|Avenue|Games|Charter|Cities|Castle|Sea|Bay|High)\b"
)


@dataclass(eq=False)
class Person:
    """What is told of one person."""

    name: str
    role: Value[str] | None = None
    party: Value[str] | None = None
    man: bool | None = None
    """Whether "he" may be this person; None where nothing tells."""
    presented: bool = False
    """Whether the article presents somebody: by a title, a role, a party, an age or a clause."""
    spoke: bool = False
    """Whether a sentence says that the person speaks, or moves or votes."""
    _numbers: set[int] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)
    """What the person says and does."""

    def hear(self, line: Line) -> None:
        """Take a sentence as this person's, once."""
        if line.sentence.number not in self._numbers:
            self._numbers.add(line.sentence.number)
            self.lines.append(line)

    def unhear(self, numbers: set[int]) -> None:
        """Leave out the sentences that are others'."""
        self.lines = [line for line in self.lines if line.sentence.number not in numbers]


_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")


def unquoted(text: str) -> str:
    """Blank out what is quoted, so that all else stands where it stood."""
    return _QUOTED.sub(lambda m: " " * len(m[0]), text) if "“" in text or '"' in text else text


def named(line: Line, people: dict[str, Person]) -> Iterator[tuple[int, Person]]:
    """Yield the people that a sentence names, known ones by their surnames too, each with where."""
    # What stands in brackets is a party and a ward: Low Fell is nobody.
    outside = unquoted(line.sentence.text)
    text = _BRACKETS.sub(lambda m: " " * len(m[0]), outside) if "(" in outside else outside
    taken: set[int] = set()
    places = [(c.start, c.end) for c in line.named.councils] + [(p.start, p.end) for p in line.named.partners]
    for match in _PERSON.finditer(text):
        name = _trimmed(match["name"])
        start = match.start("name") + max(0, match["name"].find(name))
        if not name or " " not in name:
            continue
        # A place is nobody, but Sefton-Jones and Cllr Mary Stafford are people whatever lies in their names.
        end = start + len(name)
        titled = match.start("name") > match.start()
        shown = titled or bool(_NOUN.search(text, max(0, start - 40), start) or _APPOSED.match(text, end))
        if not shown and any(
            s < end and start < e and "-" not in text[max(s - 1, 0) : s] + text[e : e + 1] for s, e in places
        ):
            continue
        person = people.setdefault(name.split()[-1], Person(name))
        if len(name) > len(person.name) and name.endswith(person.name.split()[-1]):
            person.name = name
        _learn(person, line, outside, start, start + len(name))
        _learn_sex(person, match[0])
        person.presented |= shown
        taken.update(range(match.start(), match.end()))
        yield start, person
    for match in _LONE.finditer(text):
        surname = match["name"].removesuffix("'s").removesuffix("’s")
        if match.start("name") in taken or _NOT_NAMES.search(surname):
            continue
        found = people.get(surname.split()[-1]) or next(
            (p for p in people.values() if p.name.split()[0] == surname), None
        )
        if found is None:
            found = people[surname.split()[-1]] = Person(surname)
        _learn(found, line, outside, match.start("name"), match.end())
        _learn_sex(found, match[0])
        taken.update(range(match.start(), match.end()))
        yield match.start(), found
    for match in _WORD.finditer(text) if people else ():
        if (known := people.get(match[0].removesuffix("'s").removesuffix("’s"))) and match.start() not in taken:
            yield match.start(), known


_NOUN = re.compile(
    r"(?<!\w)(?!(?:of|for|in|at|to|from|by|and|or|with|but|the|that|as|on|near|than|when|is|was|a|an|its|between|against|via|like|said|says|outside|called|named|about)\b)[a-zà-þ][\w-]+,? $"
)
"""What somebody is, in a word before the name: hairdresser Ann Bray."""
_APPOSED = re.compile(
    r"(?: \([^)]*\))?,? (?:who|whose)\b|, \d\d\b|, (?:an?|the|its|their|our) [a-z]|, (?:[a-z-]+ ){1,3}(?:of|at|for)\b|, of "
)
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[A-ZÀ-Þ](?<![\w’'-].)[\w’'-]+")
_MAN = re.compile(r"(?:Mr|Sir|Monsieur|Herr|Señor)\b")
_WOMAN = re.compile(r"(?:Mrs|Ms|Miss|Dame|Lady|Madame)\b")


def _learn_sex(person: Person, words: str) -> None:
    """Take from a title who may be called he or she: nobody's first name is asked."""
    if person.man is None and (man := bool(_MAN.match(words))) != bool(_WOMAN.match(words)):
        person.man = man


def _trimmed(name: str) -> str:
    """Drop the words before a name that are none of it, and what follows an owner's s."""
    words = re.sub(r"^.*['’]s? (?=[A-ZÀ-Þ])", "", re.sub(r"['’]s$", "", name)).split()
    while words and (
        _NOT_NAMES.fullmatch(words[0]) or words[0] in _FIRST or (words[0].isupper() and len(words[0]) > 2)
    ):
        words = words[1:]
    if not words or any(_NOT_NAMES.fullmatch(word) for word in words) or any(w.endswith(("'s", "’s")) for w in words):
        return ""
    return " ".join(words)


_FIRST = frozenset(
    (
        "But And When While After Before In On At As If So Then Now He She They It We His Her Their Former "
        "Deputy Cabinet Council Councillor Councillors Opposition Independent Reform SNP DUP SDLP UUP Plaid "
        "Provost Convener Chair Chairman Spokesman Spokeswoman Spokesperson Town Fellow Director President "
        "Chief Professor Head Teacher Miss Manager Officer Organiser Historian Resident Campaigner Secretary "
        "Cllr Coun Cr Portfolio Executive Group Elected Its Our This That Two Three Other Local Former "
        "Alderman Dame Sir Outgoing Veteran Member Members Monsieur Herr Dr Mr Mrs Ms Rev Ald Speaking "
        "Yesterday Chairperson Vice Rotary Captain Developer Ward Colleague Chairwoman Minister Ambassador "
        "Bishop Archdeacon Also Meanwhile Her Only Even Both Not No Asked"
    ).split()
)


_ROLE_HEAD = re.compile(
    r"(?i)^(?:(?:(?!of\b)[\w’'-]+ ){0,4}(?:the|an?|its|their|his|her) |of [\w’' -]+? the |(?:but|and|by) |[\d.:]+(?:[ap]m)? )*(?:(?:[\w-]+ ){0,3}[\w-]+[’']s? )?"
)
"""What stands before a role and is none of it: on Wednesday the city mayor."""
_ROLE_TAIL = re.compile(r" (?:who|whose|which|when|after)\b.*$")
_TITLED = re.compile(rf"\b{_TITLES}\.? $")
_OFFICES = {
    **dict.fromkeys(("Coun", "Cllr", "Councillor", "Cr"), "councillor"),
    "Alderman": "alderman",
    "Provost": "provost",
    "Mayor": "mayor",
}


def _learn(person: Person, line: Line, text: str, start: int, end: int) -> None:
    """Take a person's role and party from what stands beside the name in what is not quoted of a sentence."""
    before, after = text[max(0, start - 90) : start], text[end : end + 90]
    titled = _TITLED.search(before)
    before = before[: titled.start()] if titled else before
    comma = before.endswith(", ")
    before = re.split(
        r"[.;:]|, (?!leader|cabinet)| (?:by|and|with|that|when|but|while|after|to) ", before.removesuffix(", ")
    )[-1]
    before += "" if before.endswith(" ") or not before else ", " if comma else " "
    if person.role is None:
        found = _ROLE_BEFORE.search(before)
        role = before[slice(*found.span(1))] if found else None
        if role is None and (later := _ROLE_AFTER.match(after)):
            role = later[1]
        if role is None and titled and titled[0].strip(". ") in _OFFICES:
            role = _OFFICES[titled[0].strip(". ")]
        if role and not re.match(r"(?i)not\b", role):
            words = _ROLE_HEAD.sub("", _ROLE_TAIL.sub("", " ".join(role.split())))
            person.role = Value(words, 0.75, (around(line.sentence.p, line.sentence.text, start, end),))
    person.presented |= person.role is not None or titled is not None
    if person.party is None:
        inside = re.match(
            r" \(([^)]{2,90})\)|,? (?:of|for) (?:the )?([A-Z][\w ]{2,20}?)[,.]|, (?:an? |the )?([A-Z][\w ]{2,20}?)(?:[,.]| who\b| member\b)|, who (?:is|was|leads|speaks for|sits as|sits for) (?:an? |the )?([A-Z][\w ]{2,24})",
            after,
        )
        stated = person.role.value if person.role else ""
        for words in (before, stated, *(g for g in (inside.groups() if inside else ()) if g)):
            if party := _PARTY.search(words):
                person.party = Value(
                    _PARTIES[party["party"]], 0.8, (around(line.sentence.p, line.sentence.text, start, end),)
                )
                break
    person.presented |= person.party is not None
