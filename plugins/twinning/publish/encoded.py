"""JSON that needs no second look: an encoder made it of values in this process."""

from __future__ import annotations

from typing import Any

import msgspec

_encode = msgspec.json.Encoder().encode


class Encoded(bytes):
    """What the encoder gave, to the last byte: the gate does not parse it again. What is put together by hand, it does.

    Held by tests/test_gate.py, which parses the files of whole sites that came this way.
    """

    __slots__ = ()


def encoded(value: Any) -> Encoded:
    """Encode a value in one line. Raises what msgspec raises for a value that JSON cannot hold."""
    return Encoded(_encode(value))


def indented(value: Any) -> Encoded:
    """Encode a value for people too: a space more before each line, the deeper it stands, and a new line at the end."""
    return Encoded(msgspec.json.format(_encode(value), indent=1) + b"\n")
