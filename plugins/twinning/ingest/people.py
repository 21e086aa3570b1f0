"""Who says what of a link: name, role and party only as the article states them, and what they want of the link."""

from __future__ import annotations

import re

from ..vocabulary import Outcome, Speaker, Stance
from .leanings import Stake, leaning, stake_of
from .persons import Person
from .proposal import Author, Passage, ProposedStatement, Value
from .quoting import around
from .scene import Scene
from .speech import heard


def statements(told: Scene, outcome: Outcome, writer: Value[Author] | None = None) -> tuple[ProposedStatement, ...]:
    """Give who says what of the link, in the order in which they are first named; `outcome` is what became of it."""
    stake = stake_of(outcome)
    found = ((person, _statement(person, stake)) for person in heard(told, writer))
    return tuple(said for person, said in found if person.spoke or said.stance.value is not Stance.NEUTRAL)


def _statement(person: Person, stake: Stake) -> ProposedStatement:
    stance, line = leaning(person.lines, stake, person.role.value if person.role else "")
    quote = re.search(r"[“\"]([^”\"]{8,})", line.sentence.text)
    at = quote.span(1) if quote else (0, min(len(line.sentence.text), 60))
    evidence = (around(line.sentence.p, line.sentence.text, at[0], min(at[1], at[0] + 70)),)
    first = person.lines[0]
    name = Value(person.name, 0.9 if " " in person.name else 0.7, (Passage(first.sentence.p, person.name),))
    return ProposedStatement(name, Value(stance, 0.55, evidence), Speaker.PERSON, person.role, person.party, evidence)
