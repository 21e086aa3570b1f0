"""Who says what of a link: name, role and party only as the article states them, and what they want of the link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..vocabulary import Outcome, ParagraphKind, Speaker
from .leanings import Stake, leaning, stake_of
from .proposal import Author, Kind, Passage, ProposedStatement, Value
from .quoting import around
from .scene import Line, Scene
from .voices import SAYING
from .wording import Wording

_TITLES = r"(?:Coun|Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Alderman|Ald|Prof|Professor|Rev|Revd|Provost|Mayor|Captain|Monsieur|Madame|Herr|Frau|Señor)"
_NAME = rf"(?:(?:{_TITLES})\.? )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:[A-Z]\.|[A-ZÀ-Þ][\w’'-]+|de\b|van\b|von\b|der\b|la\b|ap\b|Mac|Ó|Ní|al\b|bin\b)){{1,3}})"
_LONE = re.compile(rf"\b{_TITLES}\.? (?P<name>(?:Mac |Ó |Ní )?[A-ZÀ-Þ][\w’'-]+)\b")
_PERSON = re.compile(rf"\b{_NAME}")
_PARTIES = {
    "Labour": "Labour", "Lab": "Labour", "Conservative": "Conservative", "Conservatives": "Conservative", "Con": "Conservative", "Tory": "Conservative",
    "Liberal Democrat": "Liberal Democrat", "Lib Dem": "Liberal Democrat", "LD": "Liberal Democrat", "Green": "Green", "Greens": "Green", "SNP": "SNP",
    "Plaid Cymru": "Plaid Cymru", "Plaid": "Plaid Cymru", "Reform UK": "Reform UK", "Reform": "Reform UK", "UKIP": "UKIP", "DUP": "DUP", "SDLP": "SDLP",
    "UUP": "UUP", "Sinn Féin": "Sinn Féin", "Alliance": "Alliance", "TUV": "TUV",
}  # fmt: skip
_PARTY = re.compile(rf"\b(?P<party>{'|'.join(sorted(_PARTIES, key=len, reverse=True))})\b(?!-leaning)")
_ROLE_BEFORE = Wording(
    r"\b((?:(?!(?:has|have|had|now|also|urged|told|by|said|that|with|and|asked|wrote|to|from|when|as|while|but|is|was|backed|back|members|praised|thanked|accused)\b)[\w’'-]+ ){0,3}?(?:leader|deputy leader|co-leader|cabinet member(?: for [\w ,]+?)?|portfolio holder(?: for [\w ,]+?)?|executive member(?: for [\w ,]+?)?|member for [\w ]+?|spokes(?:man|woman|person)(?: for [\w ]+?)?|mayor|lord mayor|provost|convener|co-convener|chair(?:man|woman|person)?(?: of [\w ’']+?)?|chief executive|councillor|councillors|alderman|officer|director|president|secretary|organiser|deputy marshal|vice-president|MP|town clerk|campaigner|resident|teacher|group leader|headteacher|minister|head of [\w ]+?|finance spokesman|ambassador|consul|merchant|historian)(?: (?:of|for|at) (?:the )?[\w’'& -]{2,40}?)?)[,:]? $"
)
_ROLE_AFTER = re.compile(
    r"^(?: \([^)]*\))?,? (?:who (?:is|was) )?(?:the )?((?:[\w’'-]+ ){0,4}?(?:leader|deputy leader|cabinet member|portfolio holder|executive member|member|spokes\w+|mayor|provost|convener|chair\w*|chief executive|councillor|officer|director|president|secretary|organiser|marshal|MP|clerk|campaigner|resident|head|founder|minister)(?: (?:of|for) [^,.“\"]{2,50})?)(?=[,.]| said| told| who)"
)
_NOT_NAMES = re.compile(
    r"\b(?:Council|Town|City|County|Hall|Party|Group|Street|Road|Park|Democrats?|Service|Press|News|Association|Committee|Government|Office|Church|School|University|Kingdom|Union|Republic|Province|Amnesty|International|Image|January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Labour|Conservative|Tory|Green|Liberal|Cymru|Full|Executive|Cabinet|The|Festival|House|Leader|Lord|Mayor|European|West|North|South|East|National|Royal|First)\b"
)
_SAID = re.compile(
    rf"\b(?:{SAYING}|called (?:for|on|that|the|it)|has called|wants|demanded|proposed|moved|opposed|supported|backed|welcomed|defended|criticised|second(?:ed|ing|s)|voted|backs|tabled|put forward|asked for|Moved|Proposed|Seconded)\b"
)
_LABELLED = re.compile(r":\s*$")
"""A name before a colon, and then what its bearer says."""


@dataclass
class _Person:
    """What is told of one person."""

    name: str
    role: Value[str] | None = None
    party: Value[str] | None = None
    lines: list[Line] = field(default_factory=list)


def statements(told: Scene, outcome: Outcome, writer: Value[Author] | None = None) -> tuple[ProposedStatement, ...]:
    """Give who says what of the link, in the order in which they are first heard; `outcome` is what became of it.

    All of a letter is its `writer`'s.
    """
    people: dict[str, _Person] = {}
    if writer is not None and told.is_letter and not writer.value.is_agency:
        own = [line for line in told.lines if line.sentence.kind is ParagraphKind.BODY]
        people[writer.value.name.split()[-1]] = _Person(writer.value.name, lines=own)
    last: _Person | None = None
    paragraphs = {p: at for at, p in enumerate(dict.fromkeys(line.sentence.p for line in told.lines))}
    paragraph = -9
    for line in told.lines:
        if line.sentence.kind in {ParagraphKind.CAPTION, ParagraphKind.SUBHEADING, ParagraphKind.HEADLINE}:
            continue
        here = list(_named(line, people))
        outside = _unquoted(line.sentence.text)
        speaks = _SAID.search(outside) or _LABELLED.search(outside)
        if speaks and here:
            speaker = next((p for at, p in reversed(here) if at < speaks.start()), here[0][1])
            if (
                re.search(r"(?i)\b(?:told|to|about|of|with|by)\s(?:the )?(?:\w+ )?$", outside[: here[0][0]][-25:])
                and len(here) > 1
            ):
                speaker = here[-1][1]
            last = speaker
            speaker.lines.append(line)
            if _SECONDED.search(outside):
                for _, other in here:
                    if other is not speaker:
                        other.lines.append(line)
        elif last is not None and (
            (speaks and re.match(r"\W*(?:He|She|They)\b", outside))
            or (line.sentence.quoted and paragraphs[line.sentence.p] - paragraph <= 1)
        ):
            last.lines.append(line)
        paragraph = paragraphs[line.sentence.p]
    stake = stake_of(outcome)
    heard = [person for person in people.values() if person.lines]
    return tuple(_statement(person, stake) for person in heard)


_SECONDED = Wording(r"\b(?:seconded by|second(?:er|ed) (?:was )?)")


def _unquoted(text: str) -> str:
    return re.sub(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", lambda m: " " * len(m[0]), text)


def _named(line: Line, people: dict[str, _Person]) -> Iterator[tuple[int, _Person]]:
    """Yield the people that a sentence names, known ones by their surnames too, each with where."""
    # What stands in brackets is a party and a ward: Low Fell is nobody.
    text = re.sub(r"\([^)]*\)", lambda m: " " * len(m[0]), _unquoted(line.sentence.text))
    taken: list[tuple[int, int]] = []
    places = [(c.start, c.end) for c in line.named.councils] + [(p.start, p.end) for p in line.named.partners]
    for match in _PERSON.finditer(text):
        name = _trimmed(match["name"])
        start = match.start("name") + max(0, match["name"].find(name))
        if not name or " " not in name or any(s < start + len(name) and start < e for s, e in places):
            continue
        person = people.setdefault(name.split()[-1], _Person(name))
        if len(name) > len(person.name) and name.endswith(person.name.split()[-1]):
            person.name = name
        _learn(person, line, start, start + len(name))
        taken.append((match.start(), match.end()))
        yield start, person
    for match in _LONE.finditer(text):
        surname = match["name"].removesuffix("'s").removesuffix("’s")
        if any(s <= match.start("name") < e for s, e in taken) or _NOT_NAMES.search(surname):
            continue
        found = people.get(surname.split()[-1]) or next(
            (p for p in people.values() if p.name.split()[0] == surname), None
        )
        if found is None:
            found = people[surname.split()[-1]] = _Person(surname)
            _learn(found, line, match.start("name"), match.end())
        yield match.start(), found


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


_TITLED = re.compile(rf"\b{_TITLES}\.? $")
_OFFICES = {
    **dict.fromkeys(("Coun", "Cllr", "Councillor", "Cr"), "councillor"),
    "Alderman": "alderman",
    "Provost": "provost",
    "Mayor": "mayor",
}


def _learn(person: _Person, line: Line, start: int, end: int) -> None:
    """Take a person's role and party from what stands beside the name."""
    text = _unquoted(line.sentence.text)
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
        if role:
            words = re.sub(r"(?i)^(?:the|its|their|but|and|by|council[’']s|[\w’'-]+[’']s) ", "", " ".join(role.split()))
            person.role = Value(words, 0.75, (around(line.sentence.p, line.sentence.text, start, end),))
    if person.party is None:
        inside = re.match(
            r" \(([^)]{2,40})\)|,? (?:of|for) (?:the )?([A-Z][\w ]{2,20}?)[,.]|, (?:a |the )?([A-Z][\w ]{2,20}?)[,.]",
            after,
        )
        for words in (before, *(g for g in (inside.groups() if inside else ()) if g)):
            if party := _PARTY.search(words):
                person.party = Value(
                    _PARTIES[party["party"]], 0.8, (around(line.sentence.p, line.sentence.text, start, end),)
                )
                break


def _statement(person: _Person, stake: Stake) -> ProposedStatement:
    stance, line = leaning(person.lines, stake, person.role.value if person.role else "")
    quote = re.search(r"[“\"]([^”\"]{8,})", line.sentence.text)
    at = quote.span(1) if quote else (0, min(len(line.sentence.text), 60))
    evidence = (around(line.sentence.p, line.sentence.text, at[0], min(at[1], at[0] + 70)),)
    first = person.lines[0]
    name = Value(person.name, 0.9 if " " in person.name else 0.7, (Passage(first.sentence.p, person.name),))
    return ProposedStatement(name, Value(stance, 0.55, evidence), Speaker.PERSON, person.role, person.party, evidence)


_AGENCY = Wording(
    r"\b(?:service|agency|press association|PA\b|reuters|bbc|news|reporters?\b$|media|desk|newsroom|correspondent$|staff)\b"
)


def byline(lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[Value[Author], ...]:
    """Give the names of a byline: people by family and given name, services as such."""
    found: list[Value[Author]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind.kind is not ParagraphKind.BYLINE:
            continue
        text = re.sub(
            r"(?i)^(?:exclusive|words|report(?:ed)?|story|written|analysis|opinion)?\s?\bby:?\s+|^(?:local democracy|political|local government|chief|senior) reporter:? ",
            "",
            line,
        ).strip()
        for part in re.split(r",| and | \| |;", text):
            name = part.strip(" .")
            if _AGENCY.search(name) and not re.match(
                r"(?i)(?:senior |chief |local |our )*(?:reporter|correspondent|editor)", name
            ):
                found.append(Value(Author(name), 0.8, (Passage(kind.p, name),)))
            elif re.fullmatch(r"(?:[A-ZÀ-Þ][\w’'.-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+", name):
                given, _, family = name.rpartition(" ")
                found.append(Value(Author(name, family, given), 0.8, (Passage(kind.p, name),)))
    return tuple(dict.fromkeys(found))
