"""Who says what of a link: name, role and party only as the article states them, and what they want of the link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...vocabulary import Outcome, Speaker, Stance
from ..proposal import Author, Passage, ProposedReport, ProposedStatement, Value
from ..quoting import around
from ..scene import Line, Scene
from ..wordings.patterns import Cased
from .leanings import leaning
from .persons import Person
from .speech import heard
from .stakes import Stake, stake_of


def statements(
    told: Scene, reports: Sequence[ProposedReport], writer: Value[Author] | None = None
) -> tuple[ProposedStatement, ...]:
    """Give who says what of the links that are reported, in the order in which they are first named."""
    if not reports:
        return ()
    people = heard(told, writer)
    found = _followed(people, [_statement(person, stake_of(meant(told, person, reports))) for person in people])
    return tuple(
        said
        for person, said in zip(people, found, strict=True)
        if person.spoke or said.stance.value is not Stance.NEUTRAL
    )


_FOLLOWS = Cased(
    r"(?P<who>[A-ZÀ-Þ][\w’'-]+)(?: \([^)]*\))?(?:, [^,.;]{2,50},)? (?:seconded|backed|supported|agreed with|echoed) (?P<whom>him|her|them)\b"
    r"|(?P<alone>[A-ZÀ-Þ][\w’'-]+)(?: \([^)]*\))? agreed\W*$|^\W*(?:His|Her|Their) seconder\b"
)
"""What somebody does who says no more than that another is right."""


def _follows(person: Person, line: Line) -> re.Match[str] | None:
    """Find where a sentence says that somebody sides with whoever was heard just before."""
    match = _FOLLOWS.search(line.sentence.text)
    who = match and (match["who"] or match["alone"])
    return match if match and (not who or person.name.endswith(who)) else None


def _followed(people: Sequence[Person], said: Sequence[ProposedStatement]) -> list[ProposedStatement]:
    """Give those who take no side of their own, and agree with whoever is heard just before them, that one's side."""
    found = list(said)
    for number, person in enumerate(people):
        line, match = next(((one, m) for one in person.lines if (m := _follows(person, one))), (None, None))
        if line is None or match is None or found[number].stance.value is not Stance.NEUTRAL:
            continue
        before = [
            (max(earlier), other)
            for other, one in enumerate(people)
            if one is not person
            and (earlier := [own.sentence.number for own in one.lines if own.sentence.number < line.sentence.number])
        ]
        whom = people[max(before)[1]] if before else None
        if whom is None or (match["whom"] in {"him", "her"} and whom.man is (match["whom"] == "her")):
            continue
        side = found[max(before)[1]].stance.value
        if side is not Stance.NEUTRAL:
            shown = (around(line.sentence.p, line.sentence.text, *match.span()),)
            found[number] = replace(found[number], stance=Value(side, 0.5, shown), evidence=shown)
    return found


def meant(told: Scene, person: Person, reports: Sequence[ProposedReport]) -> Outcome:
    """Give what became of the link that somebody speaks of: named in their own words, else named last before them."""
    outcomes = [report.outcome.value for report in reports]
    if len(set(outcomes)) == 1:
        return outcomes[0]
    own = [_named(line, reports) for line in person.lines]
    before = [_named(line, reports) for line in reversed(told.lines[: person.lines[0].sentence.number])]
    for which in (*own, *before):
        if len(which) == 1:
            return outcomes[which[0]]
    return outcomes[0]


def _named(line: Line, reports: Sequence[ProposedReport]) -> list[int]:
    """Tell which reports' partners a sentence names; where several have one, those whose council it names too."""
    places = {place.id for place in line.partners}
    found = [number for number, report in enumerate(reports) if report.partner.value.id in places]
    councils = {council.id for council in line.councils}
    return found or [number for number, report in enumerate(reports) if report.council.value.id in councils]


def _statement(person: Person, stake: Stake) -> ProposedStatement:
    stance, line = leaning(person.lines, stake, person.role.value if person.role else "")
    quote = re.search(r"[“\"]([^”\"]{8,})", line.sentence.text)
    at = quote.span(1) if quote else (0, min(len(line.sentence.text), 60))
    evidence = (around(line.sentence.p, line.sentence.text, at[0], min(at[1], at[0] + 70)),)
    first = person.lines[0]
    name = Value(person.name, 0.9 if " " in person.name else 0.7, (Passage(first.sentence.p, person.name),))
    return ProposedStatement(name, Value(stance, 0.55, evidence), Speaker.PERSON, person.role, person.party, evidence)
