"""Sentences that say where things stand."""

from __future__ import annotations

from collections.abc import Sequence

from ..archive import Partnership, Telling
from ..edtf import Edtf, Precision
from ..records import Disputed, Report
from ..vocabulary import PartnershipType

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, noun: str, plural: str = "") -> str:
    """Say a number of things: "one article", "12 articles"."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{said} {noun if number == 1 else plural or noun + 's'}"


def when(date: Edtf | None) -> str:
    """Say a date after a verb: "on 28 September 2020", "in 2020", "about 28 September 2020"."""
    if date is None:
        return "on a day not stated"
    if date.iso is None or date.start is None:
        return date.words if date.is_interval or date.is_approximate or date.is_uncertain else f"in {date.words}"
    return f"{'on' if date.start.precision is Precision.DAY else 'in'} {date.words}"


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def link_name(report: Report) -> str:
    """Name the kind of link a report tells of: "friendship agreement"; "link" where the article does not say."""
    if isinstance(report.type, Disputed) or report.type is PartnershipType.UNSPECIFIED:
        return "link"
    return report.type.label


def reported(telling: Telling, newspaper: str) -> str:
    """Say who reported it, and when: "as the Wakefield Express reported about 28 September 2020"."""
    return f"as {_the(newspaper)} reported {when(telling.date)}"


def _the(newspaper: str) -> str:
    """Name a newspaper within a sentence: the Wakefield Express, The Comet."""
    return newspaper if newspaper.startswith("The ") else f"the {newspaper}"


def standing(partnership: Partnership, newspapers: Sequence[str]) -> str:
    """Say where a partnership stands; `newspapers` names the newspaper of each of its state's tellings."""
    latest = partnership.state
    last = latest.tellings[-1]
    pair = f"{link_name(last.report)} of {partnership.council.short} and {partnership.partner.name}"
    if latest.outcome is None:
        sides = [
            f"{said(telling.report).removeprefix('disputed: ')} according to {_the(name)} "
            f"({telling.date.words if telling.date else 'no date'})"
            for telling, name in zip(latest.tellings, newspapers, strict=True)
        ]
        return f"Where the {pair} stands is disputed: it is {listed(sides)}."
    qualifier = f": {last.report.qualifier.told}" if last.report.qualifier else ""
    return f"The {pair} {latest.outcome.standing}{qualifier}, {reported(last, newspapers[-1])}."


def outcome(report: Report) -> str:
    """Give the outcome with how firm it is: "ended (announced)"; never the one without the other."""
    return said(report) + (f" ({report.qualifier.label})" if report.qualifier else "")


def state(partnership: Partnership) -> str:
    """Give a partnership's state with how firm it is, or "disputed"."""
    latest = partnership.state
    return latest.label if latest.is_disputed else outcome(latest.tellings[-1].report)


def said(report: Report) -> str:
    """Give the outcome that one report states, or both sides of a dispute within it."""
    if isinstance(report.outcome, Disputed):
        return "disputed: " + listed([f"{c.value.replace('-', ' ')} (so {c.who})" for c in report.outcome.disputed])
    return report.outcome.label


def overall(name: str, partnerships: Sequence[Partnership]) -> str:
    """Say where all of a council's or a partner's partnerships stand: "… has two partnerships here: both ended"."""
    if not partnerships:
        return f"No article in the archive reports a partnership of {name}."
    states: dict[str, int] = {}
    for partnership in partnerships:
        states[state(partnership)] = states.get(state(partnership), 0) + 1
    (first, number), *others = states.items()
    have = f"The archive holds {counted(len(partnerships), 'partnership')} of {name}"
    if not others:
        return f"{have}: {'both ' if number == 2 else 'all ' if number > 1 else ''}{first}."
    return f"{have}: {listed([f'{counted(n, label, label)}' for label, n in states.items()])}."
