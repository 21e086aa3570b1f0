"""Which sentences are whose: what each person of an article says and does.

A sentence that says so names its speaker before the verb or behind it, or calls them he or she. Quoted sentences are
his who is named in their own paragraph, else his who spoke last. A speaker without a name, such as a spokeswoman,
takes the words that are hers from everybody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...vocabulary import ParagraphKind
from ..proposal import Author, Value
from ..scene import Line, Scene
from ..wordings.patterns import Cased, Headed, Wording
from .persons import Person, named, unquoted
from .voices import SAYING

_SAID = Cased(
    rf"\b(?:{SAYING}|called (?:for|on|that|the|it)|has called|wants|wanted|wondered|demanded|proposed|moved|moves|opposed|supported|backed|welcomed|defended|criticised|second(?:ed|ing|s)|voted|backs|tabled|put forward|asks|asked for|Moved|Proposed|Seconded|felt|feels|noted|reminded|expressed|hoped|hopes|spoke|praised|thanked)\b",
    listed=True,
)
_LABELLED = re.compile(r":\s*$")
"""A name before a colon, and then what its bearer says."""
_PRONOUN = Cased(
    rf"^\W*(?P<a>[Hh]e|[Ss]he|[Tt]hey)\b|\b(?P<b>he|she|they) (?:\w+ly |later |also |then |had |has )?(?:{SAYING})\b|\b(?:{SAYING}) (?P<c>he|she)\b",
    listed=True,
)
_DESCRIBED = re.compile(
    r"^\W*(?:The|His|Her)(?: \w+)? (?:\d\d-year-old|former|councillor|alderman|leader|mayor|provost|midwife|mother|father|grand\w+|pensioner|teacher|independent|Conservative|Labour|Liberal|Green|Tory|cabinet)\b"
)
"""Somebody who was named before, called by something else."""
_TO = re.compile(r"(?i)\b(?:told|to|about|of|with|by|reminded|asked|thanked)\s(?:the )?(?:\w+ )?$")
_JOINED = re.compile(r"[^.;“”\"]{0,70}(?:\band\b|\balongside\b)[^.;“”\"]{0,70}$|[^.;“”\"\w]*$")
_GOVERNED = re.compile(r"\b(?:of|for|at|in|from|by|to|with|about|against|between)(?: the)? $")
_SECONDED = Headed(r"\b(?:seconded by|second(?:er|ed) (?:was )?)")
_ONLY_SECONDED = Wording(r"\bseconded\W*$")
_TOGETHER = Wording(r"\b(?:both|put their|put pen|signed|voted|sign)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|d|ve|ll)|my|me)\b")
_SIGNED = re.compile(
    r"(?:(?:Cllr|Coun|Councillor|Mr|Mrs|Ms|Miss|Dr|Rev|Sir|Prof)\.? )?(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]+){1,3})(?:,.*)?(?: \(.*\))?"
)
_SILENT = frozenset({ParagraphKind.CAPTION, ParagraphKind.SUBHEADING, ParagraphKind.HEADLINE})


def heard(told: Scene, writer: Value[Author] | None = None) -> tuple[Person, ...]:
    """Give the people of whom a sentence is, in the order in which they are first named, each with their sentences.

    All of a letter, and of a column that says "I", is its writer's.
    """
    people: dict[str, Person] = {}
    if own := _writer(told, writer):
        people[own.name.split()[-1]] = own
    attribution = _Attribution(people, own)
    body = [line for line in told.lines if line.sentence.kind not in _SILENT]
    for at, (_, every) in enumerate(groupby(body, key=lambda line: line.sentence.p)):
        attribution.read(at, list(every))
    if own:
        own.unhear(attribution.others)
    return tuple(person for person in people.values() if person.lines)


def _writer(told: Scene, writer: Value[Author] | None) -> Person | None:
    """Give who wrote a letter or a column, with the sentences that are nobody else's."""
    body = [line for line in told.lines if line.sentence.kind is ParagraphKind.BODY]
    name = writer.value.name if writer is not None and not writer.value.is_agency else ""
    if told.is_letter and not name:
        signed = [_SIGNED.fullmatch(line.sentence.text) for line in told.lines[-4:] if len(line.sentence.text) < 70]
        name = next((match["name"] for match in signed if match), "")
    if not name:
        return None
    spoken = [line for line in body if not line.sentence.quoted]
    if not told.is_letter and sum(bool(_FIRST_PERSON.search(unquoted(line.sentence.text))) for line in spoken) < 3:
        return None
    own = Person(name, spoke=True)
    for line in body if told.is_letter else spoken:
        own.hear(line)
    return own


class _Attribution:
    """Goes through an article's paragraphs and gives each sentence to whose it is."""

    def __init__(self, people: dict[str, Person], writer: Person | None) -> None:
        self.people = people
        self.writer = writer
        self.others: set[int] = set()
        """The sentences that are others' than the writer's."""
        self.last: Person | None = None
        """Who spoke last, or was last told of."""
        self.spoke = -9
        """In which paragraph that was."""
        self.here: Person | None = None
        """Who was named last in the paragraph that is read."""
        self.known: list[Person] = []
        """Who has been told of, the latest last."""
        self.maybe: Person | None = None
        """A name that nothing presents as somebody's."""

    def read(self, paragraph: int, lines: Sequence[Line]) -> None:
        """Give the sentences of a paragraph to their speakers."""
        self.here = None
        found: list[tuple[bool, Person | None]] = [self._speaker(line) for line in lines]
        for at, line in enumerate(lines):
            told, speaker = found[at]
            if told:
                self.last, self.spoke = speaker, paragraph
            elif line.sentence.quoted:
                # Words that open a paragraph are his whom the paragraph names behind them.
                later = next((one for one in found[at:] if one[0]), None) if not any(t for t, _ in found[:at]) else None
                if later is not None:
                    speaker = later[1]
                elif paragraph - self.spoke <= 1:
                    speaker, self.spoke = self.last, paragraph
            if speaker is None:
                continue
            if told and at and _ONLY_SECONDED.search(line.sentence.text):
                speaker.hear(lines[at - 1])  # what was proposed a sentence before
            speaker.hear(line)
            if told and speaker is not self.writer:
                self.others.add(line.sentence.number)

    def _speaker(self, line: Line) -> tuple[bool, Person | None]:
        """Tell whether a sentence says whose it is, and whose; None where that is nobody with a name."""
        here = list(named(line, self.people))
        outside = unquoted(line.sentence.text)
        said = _SAID.search(outside) or _LABELLED.search(outside)
        if here:
            return self._among(sorted(here, key=lambda one: one[0]), line, outside, said)
        pronoun = _PRONOUN.search(outside)
        if pronoun and (said or pronoun["a"]):
            called = next(filter(None, pronoun.groups())).lower()
            who = self._called(called) if said or called != "they" else None
            if said and who:
                who.spoke = True
            return bool(said), who
        if said and _DESCRIBED.match(outside):
            return True, self.last
        # Somebody without a name says it; a quotation inside the paper's own sentence changes no speaker.
        return said is not None and not _LABELLED.fullmatch(said[0]) and line.sentence.quoted, None

    def _among(
        self, here: Sequence[tuple[int, Person]], line: Line, outside: str, said: re.Match[str] | None
    ) -> tuple[bool, Person | None]:
        """Give whose a sentence is that names people."""
        first, speaker = here[0]
        if said:
            # Whom a preposition governs is no subject: the leader of Save Our Pier, Ann Bray, said.
            free = [(at, p) for at, p in here if not _GOVERNED.search(outside, max(0, at - 20), at)] or here
            speaker = next((p for at, p in reversed(free) if at < said.start()), free[0][1])
            if len(here) > 1 and _TO.search(outside[:first][-25:]):
                speaker = here[-1][1]
            if not (speaker.presented or speaker in self.known or _beside(speaker, outside, said)):
                self.maybe = speaker
                return False, None
            speaker.spoke = True
        elif not (speaker.presented or speaker in self.known):
            self.maybe = speaker
            return False, None
        together = _TOGETHER.search(outside)
        speaker.spoke |= together is not None
        for at, other in here:
            if other is not speaker and (_SECONDED.search(outside) or (together and _JOINED.match(outside[first:at]))):
                other.hear(line)
                other.spoke = True
        if speaker in self.known:
            self.known.remove(speaker)
        self.known.append(speaker)
        self.here = speaker
        return True, speaker

    def _called(self, pronoun: str) -> Person | None:
        """Give whom "he" or "she" is: the last who may be."""
        if pronoun == "they":
            return self.here or self.last
        if self.last is None and not self.known:
            return self.maybe
        man = pronoun == "he"
        order = [*filter(None, (self.here, self.last)), *reversed(self.known)]
        who = next((person for person in order if person.man in {None, man}), None)
        if who is not None:
            who.man = man
        return who


def _beside(person: Person, outside: str, said: re.Match[str]) -> bool:
    """Tell whether a name that nothing presents as somebody's is the very subject of a verb of saying."""
    before, after = outside[: said.start()], outside[said.end() :]
    last = person.name.split()[-1]
    inverted = any(
        _TO_THE_NAME.fullmatch(after, 0, end - len(last)) and _NAME_ENDS.match(after, end) for end in _ends(last, after)
    )
    return inverted or any(_UP_TO_THE_VERB.fullmatch(before, end) for end in _ends(last, before))


_UP_TO_THE_VERB = re.compile(r"(?: \([^)]*\))?(?: \w+ly| has| had| also| later| then)? *|,[^.;]*, *")
_TO_THE_NAME = re.compile(r" (?:[\w.’'-]+ ){0,3}")
_NAME_ENDS = re.compile(r"\b")


def _ends(name: str, text: str) -> Iterator[int]:
    """Yield where a name ends, wherever a text has it."""
    at = text.find(name)
    while at >= 0:
        yield at + len(name)
        at = text.find(name, at + 1)
