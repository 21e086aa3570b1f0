"""What is asked of a link, and which stance it is to want that or not."""

from __future__ import annotations

from enum import Enum

from ...vocabulary import Outcome, Stance


class Stake(Enum):
    """What is asked of a link."""

    FORMING = "forming"
    """A link is proposed, approved or begun."""
    SHELVING = "shelving"
    """A link that was proposed is not formed."""
    ENDING = "ending"
    """An end is asked for, decided or told."""
    KEEPING = "keeping"
    """The question was put and the link kept: the decision is not to end."""
    RENEWING = "renewing"
    """A link is renewed or restored."""
    PAUSING = "pausing"
    """A link is suspended, or that is asked for."""
    REVIEWING = "reviewing"
    """It is looked at again."""
    NOTHING = "nothing"
    """No decision: the link is as it was."""

    @property
    def favour(self) -> int:
        """Tell whether what was decided, or is to be, favours the link (1), harms it (-1) or neither (0)."""
        return _FAVOUR.get(self, 0)

    @property
    def motion(self) -> int:
        """Tell the same of what is moved, which is to end a link where the decision was to keep it."""
        return 0 if self is Stake.NOTHING else 1 if self in {Stake.FORMING, Stake.SHELVING, Stake.RENEWING} else -1

    def stance(self, *, for_link: bool) -> Stance:
        """Give the stance of who is for the link, or against it."""
        if self in {Stake.FORMING, Stake.SHELVING}:
            return Stance.FOR_FORMING if for_link else Stance.AGAINST_FORMING
        return Stance.AGAINST_ENDING if for_link else Stance.FOR_ENDING


_FAVOUR = {
    Stake.FORMING: 1,
    Stake.KEEPING: 1,
    Stake.RENEWING: 1,
    Stake.ENDING: -1,
    Stake.PAUSING: -1,
    Stake.SHELVING: -1,
}
_STAKES = {
    Outcome.PROPOSED: Stake.FORMING, Outcome.APPROVED: Stake.FORMING, Outcome.ESTABLISHED: Stake.FORMING, Outcome.SHELVED: Stake.SHELVING,
    Outcome.ENDED: Stake.ENDING, Outcome.SUSPENDED: Stake.PAUSING, Outcome.UNDER_REVIEW: Stake.REVIEWING,
    Outcome.CONTINUED: Stake.KEEPING, Outcome.RENEWED: Stake.RENEWING, Outcome.REINSTATED: Stake.RENEWING,
}  # fmt: skip


def stake_of(outcome: Outcome) -> Stake:
    """Tell what is at stake for a link by what became of it."""
    return _STAKES.get(outcome, Stake.NOTHING)
