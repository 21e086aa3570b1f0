"""The day that "now" means: what the environment says, else today.

Checks alone may ask for today; no byte of the output depends on it (DESIGN §4).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime


class WrongClock(ValueError):
    """The environment names no moment; the message says what to write."""


def epoch(environment: Mapping[str, str]) -> date | None:
    """Give the day of SOURCE_DATE_EPOCH in UTC; None where it is not set. Raises `WrongClock`."""
    said = environment.get("SOURCE_DATE_EPOCH", "")
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) <= 11):
        msg = f"SOURCE_DATE_EPOCH is {said!r}; it is a number of seconds since 1970, UTC"
        raise WrongClock(msg)
    return datetime.fromtimestamp(int(said), UTC).date()


def today(environment: Mapping[str, str]) -> date:
    """Give the day against which dates are checked: SOURCE_DATE_EPOCH, else today in UTC. Raises `WrongClock`."""
    return epoch(environment) or datetime.now(UTC).date()
