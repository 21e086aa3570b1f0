"""What is the same on every page of a kind, made by the theme once, with places for what is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

_BODY = Markup("\0body\0")
_PLACE = re.compile("\0([a-z]+)\0")
"""A place: no record can hold its signs."""


@dataclass(frozen=True, slots=True)
class FramedPage:
    """What a template is given to make a frame: places for the values of each page."""

    title: str = "\0title\0"
    lead: str = "\0lead\0"
    number: str = "\0number\0"
    article: str = "\0article\0"
    body: Markup = _BODY


class Frame:
    """A page of a template, to be filled in."""

    def __init__(self, render: Callable[[FramedPage, str], str]) -> None:
        """Make it with `render`, which is given the page and its path."""
        self._pieces = _PLACE.split(render(FramedPage(), "\0path\0"))

    def filled(self, **values: str) -> str:
        """Give the page with its values, which are HTML already."""
        pieces = self._pieces[:]
        pieces[1::2] = [values[name] for name in pieces[1::2]]
        return "".join(pieces)
