"""The HTML of Markdown, part by part: every element that a page of prose or a note can have is written here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from itertools import islice
from typing import Any

from ..diagnostics import Code
from ..html import text as escaped
from . import href as hrefs
from . import tags
from .document import Document, Link
from .footnotes import Footnotes
from .places import MAX_PROBLEMS, Places

DECORATIVE = "decorative"
"""The words of a picture that says nothing, said deliberately: `![decorative](…)` gives `alt=""`."""

_MARKS = {"SoftBreak": "\n", "HardBreak": "<br />\n"}
_ELEMENTS = {
    "Paragraph": ("<p>", "</p>\n"),
    "Item": ("<li>", "</li>\n"),
    "Emphasis": ("<em>", "</em>"),
    "Strong": ("<strong>", "</strong>"),
    "TableHead": ("<thead>\n<tr>\n", "</tr>\n</thead>\n<tbody>\n"),
    "TableRow": ("<tr>\n", "</tr>\n"),
}
_CODE = ("<pre><code>", "</code></pre>\n")
_IN_LINE = frozenset({"Emphasis", "Strong"})
_ALIGNED = {"None": "", "Left": "", "Center": ' class="centre"', "Right": ' class="right"'}
_ID = re.compile(r"[a-z][a-z0-9-]{0,79}\Z")
_TAKEN = re.compile(r"main\Z|fn(ref)?-")
"""The ids that the page around the prose, or its footnotes, have."""

_HELP = {
    Code.ACTIVE_MARKUP: "take it out; to show it, put it in backticks",
    Code.UNSAFE_ADDRESS: "write a whole address with https://, or the way to a page of the archive",
    Code.RAW_HTML: f"write Markdown; of HTML, only {', '.join(sorted(tags.INLINE))}; to show it, put it in backticks",
}


@dataclass(slots=True)
class _Open:
    """What was begun and not yet ended; `tag` is the name of a tag of raw HTML."""

    end: str
    offset: int
    tag: str = ""


class Writing:
    """What is written so far; `places` is told what may not be."""

    def __init__(self, places: Places, *, has_pictures: bool) -> None:
        """Begin with nothing."""
        self.footnotes = Footnotes()
        self._places = places
        self._fault = places.fault
        self._has_pictures = has_pictures
        self._pieces: list[str | Link] = []
        self._asides: list[tuple[str, int, list[str | Link]]] = []
        self._opened: list[_Open] = []
        self._links: list[tuple[int, int]] = []
        self._ids: set[str] = set()
        self._opening: list[str] = []
        self._listens: bool | None = None
        self._alignments: tuple[str, ...] = ()
        self._column = 0
        self._cell = "td"

    @property
    def depth(self) -> int:
        """Give how many elements are open."""
        return len(self._opened)

    @property
    def is_code(self) -> bool:
        """Tell whether a block of code is open, in which everything is words."""
        return bool(self._opened) and self._opened[-1].end == _CODE[1]

    def document(self) -> Document:
        """Give what was written."""
        pieces = (*self._pieces, *self.footnotes.pieces())
        return Document(
            pieces, frozenset({*self._ids, *self.footnotes.ids()}), " ".join("".join(self._opening).split())
        )

    # --- Words -------------------------------------------------------------------------------------------------------

    def text(self, words: str, html: str | None = None) -> None:
        """Write words; `html` where they are more than words."""
        self._pieces.append(escape(words, quote=False) if html is None else html)
        if self._listens:
            self._opening.append(words)

    def mark(self, name: str) -> None:
        """Write a line's end or a rule."""
        if name == "Rule":
            self._fresh()
            self._pieces.append("<hr />\n")
        else:
            self.text("\n", _MARKS[name])

    def literal(self, source: str) -> None:
        """Write a block as it stands in the text."""
        self._fresh()
        self._pieces.append(f"<p>{escape(source.strip(), quote=False)}</p>\n")

    def footnote(self, label: str) -> None:
        """Write the mark of a footnote that is told somewhere."""
        self._pieces.append(self.footnotes.name(label))

    # --- Elements ----------------------------------------------------------------------------------------------------

    def start(self, tag: Any, offset: int) -> None:
        """Begin an element."""
        if isinstance(tag, dict):
            [(name, value)] = tag.items()
            getattr(self, f"_start_{name.lower()}")(value, offset)
        elif tag == "TableCell":
            align = _ALIGNED[self._alignments[self._column]] if self._column < len(self._alignments) else ""
            self._column += 1
            scope = ' scope="col"' if self._cell == "th" else ""
            self._open(f"<{self._cell}{scope}{align}>", f"</{self._cell}>\n", offset)
        else:
            if tag not in _IN_LINE:
                self._fresh()
            if tag == "Paragraph" and self._listens is None:
                self._listens = True
            elif tag in {"TableHead", "TableRow"}:
                self._column, self._cell = 0, "th" if tag == "TableHead" else "td"
            self._open(*_ELEMENTS[tag], offset)

    def end(self, tag: Any) -> None:
        """End the element begun last."""
        while (last := self._opened.pop()).tag:
            self._unclosed(last)
        if tag == "Link":
            self._end_link()
        elif tag == "FootnoteDefinition":
            self._end_footnote()
            return
        elif tag == "Paragraph":
            self._listens = False
        elif isinstance(tag, dict) and "BlockQuote" in tag:
            self._fresh()
        self._pieces.append(last.end)

    def _start_heading(self, heading: Any, offset: int) -> None:
        name = heading["level"].lower()
        identifier = heading["id"]
        if heading["classes"] or heading["attrs"] or (identifier is not None and not _ID.match(identifier)):
            said = "a heading's braces hold more than an id, or one that cannot be"
            self._fault(offset, Code.RAW_HTML, said, "write `{#the-id}`: lower-case letters, digits and hyphens")
            identifier = None
        elif identifier is not None and (identifier in self._ids or _TAKEN.match(identifier)):
            said = f"the page has the id `{identifier}` already"
            self._fault(offset, Code.RAW_HTML, said, "give each heading an id of its own")
        if identifier is not None:
            self._ids.add(identifier)
        self._fresh()
        self._open(f'<{name} id="{identifier}">' if identifier is not None else f"<{name}>", f"</{name}>\n", offset)

    def _start_blockquote(self, _: Any, offset: int) -> None:
        self._fresh()
        self._open("<blockquote>\n", "</blockquote>\n", offset)

    def _start_codeblock(self, _: Any, offset: int) -> None:
        self._fresh()
        self._open(*_CODE, offset)

    def _start_list(self, first: int | None, offset: int) -> None:
        self._fresh()
        if first is None:
            self._open("<ul>\n", "</ul>\n", offset)
        else:
            self._open("<ol>\n" if first == 1 else f'<ol start="{first}">\n', "</ol>\n", offset)

    def _start_table(self, alignments: tuple[str, ...], offset: int) -> None:
        self._fresh()
        self._alignments = alignments
        self._open("<table>\n", "</tbody>\n</table>\n", offset)

    def _start_footnotedefinition(self, label: str, offset: int) -> None:
        self._asides.append((label, offset, self._pieces))
        self._pieces = []
        self._opened.append(_Open("", offset))

    def _end_footnote(self) -> None:
        label, offset, before = self._asides.pop()
        if label in self.footnotes.told:
            self._fault(offset, Code.FOOTNOTE, f"the footnote `[^{label}]` is told twice", "keep one of the two")
        else:
            self.footnotes.told[label] = (offset, self._pieces)
        self._pieces = before

    def _start_link(self, link: Any, offset: int) -> None:
        address = ("mailto:" if link["link_type"] == "Email" else "") + link["dest_url"]
        self._judge(address, offset)
        title = f' title="{escaped(link["title"])}"' if link["title"] else ""
        self._pieces += ('<a href="', Link(address, *self._places.of(offset)), f'"{title}>')
        self._links.append((offset, len(self._pieces)))
        self._opened.append(_Open("</a>", offset))

    def _end_link(self) -> None:
        offset, before = self._links.pop()
        if len(self._pieces) == before:
            self._fault(offset, Code.NO_WORDS, "the link has no words", "put some between its brackets")

    def picture(self, image: Any, words: str, offset: int) -> None:
        """Write a picture."""
        address = image["dest_url"]
        if not self._has_pictures:
            self._fault(
                offset, Code.PICTURE, "a note holds no pictures", "describe it, or link to a page that shows it"
            )
        elif address.startswith("//") or hrefs.is_outside(address):
            said = "the picture would be loaded from elsewhere, which tells that host who reads the page"
            self._fault(offset, Code.PICTURE, said, "put the file into content/images/ and write `{static}/images/…`")
        else:
            self._judge(address, offset)
        if not words:
            help_ = f"describe it: `![words](…)`; where it says nothing, `![{DECORATIVE}](…)`"
            self._fault(offset, Code.NO_WORDS, "the picture has no words for those who cannot see it", help_)
        alt = "" if words.lower() == DECORATIVE else escaped(words)
        title = f' title="{escaped(image["title"])}"' if image["title"] else ""
        self._pieces += (
            '<img src="',
            Link(address, *self._places.of(offset), is_picture=True),
            f'" alt="{alt}"{title} />',
        )

    # --- Raw HTML ----------------------------------------------------------------------------------------------------

    def tag(self, html: str, offset: int) -> None:
        """Write one tag of raw HTML that stands in a line, if it may stand there."""
        if self._faults_of_html(html, offset, is_block=False):
            return
        name, written, is_end = tags.inline(html)
        if not is_end:
            self._pieces.append(written)
            if name not in tags.VOID:
                self._opened.append(_Open(f"</{name}>", offset, name))
        elif self._opened and self._opened[-1].tag == name:
            self._opened.pop()
            self._pieces.append(written)
        else:
            said = f"`</{name}>` ends nothing that was begun just before it"
            self._fault(offset, Code.RAW_HTML, said, "begin and end elements in the same paragraph, the last one first")

    def loose_tag(self, html: str, offset: int) -> None:
        """Say what is wrong with words that would be a tag elsewhere, in a feed or an editor; else they are words."""
        for where, code, said in tags.faults(html, is_block=False):
            if code is not Code.RAW_HTML:
                self._fault(offset + where, code, said, _HELP[code])

    def html_block(self, html: str, offset: int) -> None:
        """Say what is wrong with a block of raw HTML; it is not written."""
        self._faults_of_html(html, offset, is_block=True)

    def _faults_of_html(self, html: str, offset: int, *, is_block: bool) -> bool:
        found = list(islice(tags.faults(html, is_block=is_block), MAX_PROBLEMS))
        for where, code, said in found:
            self._fault(offset + len(html[:where].encode()), code, said, _HELP[code])
        return bool(found)

    def _unclosed(self, opened: _Open) -> None:
        said = f"`<{opened.tag}>` is not ended in its paragraph"
        self._fault(opened.offset, Code.RAW_HTML, said, f"write `</{opened.tag}>` after the words it marks")

    def _judge(self, address: str, offset: int) -> None:
        reason = hrefs.unsafe(address)
        if reason:
            self._fault(offset, Code.UNSAFE_ADDRESS, reason, _HELP[Code.UNSAFE_ADDRESS])

    # --- Lines -------------------------------------------------------------------------------------------------------

    def _open(self, begin: str, end: str, offset: int) -> None:
        self._pieces.append(begin)
        self._opened.append(_Open(end, offset))

    def _fresh(self) -> None:
        """Begin a block on a line of its own."""
        last = self._pieces[-1] if self._pieces else "\n"
        if not (isinstance(last, str) and last.endswith("\n")):
            self._pieces.append("\n")
