"""The signs of states, as figures draw them: the shapes that stand before a state's word on every page."""

from __future__ import annotations

from dataclasses import dataclass

from ..vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: its class in the style sheet, its shape, the shape of a date that is "about", and what it stands for."""

    name: str
    shape: str
    hollow: str
    meaning: str


GOING = Sign("g", "●", "○", "in being")
OPEN = Sign("o", "◆", "◇", "open")
GONE = Sign("x", "■", "□", "at an end")
EVENT = Sign("e", "•", "◦", "an event told")

_GONE = frozenset({Outcome.ENDED, Outcome.LAPSED, Outcome.SHELVED})
_GOING = frozenset(
    {Outcome.ACTIVE, Outcome.CONTINUED, Outcome.RENEWED, Outcome.ESTABLISHED, Outcome.REINSTATED}
)  # fmt: skip
_OF = {str(o): GONE if o in _GONE else GOING if o in _GOING else OPEN for o in Outcome}


def sign_of(state: str) -> Sign:
    """Give the sign of a state's term; `disputed` is open."""
    return _OF.get(state, OPEN)
