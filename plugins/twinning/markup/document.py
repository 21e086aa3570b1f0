"""A text in Markdown that was read: what it becomes, and where its links stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..html import text as escaped


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it stands in a text, at line and column (from 1)."""

    href: str
    line: int
    column: int
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Markdown as HTML in pieces, between which stand the addresses that only the whole archive can tell."""

    pieces: tuple[str | Link, ...] = ()
    ids: frozenset[str] = frozenset()
    """The fragments that its own headings and notes give."""
    opening: str = ""
    """The words of its first paragraph, without markup."""

    @property
    def links(self) -> tuple[Link, ...]:
        """Give every link and picture, in the order of the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Link))

    def html(self, resolve: Callable[[Link], str]) -> str:
        """Give the HTML; `resolve` gives each link the address that the page has it at."""
        return "".join(piece if isinstance(piece, str) else escaped(resolve(piece)) for piece in self.pieces)
