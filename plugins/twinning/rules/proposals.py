"""What a proposal of the machine must be: of a value that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Code, Fault, Where
from ..records import Record

_NEVER_PROPOSED = frozenset({"id", "proposed", "reviewed", "evidence", "source", "withdrawn"})


def proposed(record: Record, where: Where) -> Iterator[Fault]:
    """Say which proposals are of nothing: who takes a value away takes its proposal away too."""
    for i, proposed in enumerate(record.proposed):  # type: ignore[attr-defined]  # of the seven classes that have it
        name = proposed.of
        if name not in record.__struct_fields__ or name in _NEVER_PROPOSED or not getattr(record, name):
            yield Fault(
                (*where, "proposed", i, "of"),
                Code.PROPOSED,
                f"`{name}` is said to be proposed, and no value of it stands beside",
                "take this proposal away; or correct the name of the field",
                ((*where, name),),
            )
