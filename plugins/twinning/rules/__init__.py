"""What one record must satisfy beyond the types of its fields.

A record may have gaps, fields for which nothing stands (`loading.shape`). What follows from more than the field at
which it is shown names the others (`Fault.of`), so that it is not told where one of them is a gap.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Fault
from ..records import Article, Council, Newspaper, Partner
from . import articles, authorities
from .articles import WITHDRAWN
from .authorities import UNKNOWN_COUNTRY
from .dates import LATEST_YEAR

__all__ = ["LATEST_YEAR", "UNKNOWN_COUNTRY", "WITHDRAWN", "faults"]


def faults(record: object) -> Iterator[Fault]:
    """Say everything that is wrong with one record by itself."""
    if isinstance(record, Article):
        yield from articles.faults(record)
    elif isinstance(record, Council):
        yield from authorities.council(record)
    elif isinstance(record, Partner):
        yield from authorities.partner(record)
    elif isinstance(record, Newspaper):
        yield from authorities.newspaper(record)
