"""Whether data has the shape of a record, told by the place where it has not."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from ..diagnostics import Where
from ..records import Record

R = TypeVar("R", bound=Record)

_STEPS = re.compile(r"\.(\w+)|\[([0-9]+)\]")


class Misfit(Exception):
    """Data has not the shape of a record at `where`."""

    def __init__(self, where: Where) -> None:
        """Keep the place."""
        super().__init__(str(where))
        self.where = where


def plain(record: Record) -> dict[str, Any]:
    """Give a record as plain data that can be changed: groups of fields, lists, texts and numbers."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return data


def fitted(data: Any, cls: type[R]) -> R:
    """Give the record that data is. Raises `Misfit`."""
    try:
        return msgspec.convert(data, cls)
    except msgspec.ValidationError as fault:
        path = str(fault).rpartition("`$")[2]  # "… - at `$.reports[0].since`"
        raise Misfit(tuple(int(number) if number else name for name, number in _STEPS.findall(path))) from None
