"""A page's footnotes: every one named is told, every one told is named, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .document import Link

Pieces = list[str | Link]


@dataclass(slots=True)
class Footnotes:
    """The footnotes met so far, by label; numbers follow the order in which the text names them."""

    named: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The number of each, and how often the text names it, in the order of the first time."""
    told: dict[str, tuple[int, Pieces]] = field(default_factory=dict)
    """Where each is told, as an offset, and its HTML."""

    def name(self, label: str) -> str:
        """Give the mark that leads from the text to a footnote."""
        number, times = self.named.get(label, (len(self.named) + 1, 0))
        times += 1
        self.named[label] = (number, times)
        here = f"fnref-{number}" + (f"-{times}" if times > 1 else "")
        return f'<sup id="{here}"><a href="#fn-{number}" aria-label="Footnote {number}">{number}</a></sup>'

    def unused(self) -> Iterator[tuple[str, int]]:
        """Give those that the text does not name, with the offset at which each is told."""
        yield from ((label, offset) for label, (offset, _) in self.told.items() if label not in self.named)

    def ids(self) -> Iterator[str]:
        """Give the fragments that lead to them."""
        yield from (f"fn-{number}" for number in range(1, len(self.named) + 1))

    def pieces(self) -> Iterator[str | Link]:
        """Give all of them as a section at the page's end."""
        if not self.named:
            return
        yield '<section class="footnotes" aria-label="Footnotes">\n<ol>\n'
        for number, label in enumerate(self.named, 1):
            yield f'<li id="fn-{number}">\n'
            yield from self.told.get(label, (0, []))[1]  # missing only where the walk ended early
            yield f'<p><a href="#fnref-{number}" aria-label="Back to the text, footnote {number}">↩</a></p>\n</li>\n'
        yield "</ol>\n</section>\n"
