"""A raw newspaper text becomes a proposed record: what it reports of which partnership, each value with its words."""

from __future__ import annotations

from .proposal import Proposal
from .reader import Reader, propose
from .texts.repair import NotAText

__all__ = ["NotAText", "Proposal", "Reader", "propose"]
