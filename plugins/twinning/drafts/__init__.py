"""A proposal becomes records that somebody checks: the article's, and those of the places and newspapers it names."""

from __future__ import annotations

from .article import Draft, drafted
from .authorities import Authorities
from .comparing import differences
from .written import written

__all__ = ["Authorities", "Draft", "differences", "drafted", "written"]
