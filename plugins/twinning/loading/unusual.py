"""What is odd in a record's text, at its line and column: characters, and words that YAML takes for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from ..characters import oddities
from ..diagnostics import Code, Problem
from . import tree

_MISREAD = re.compile("[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""What UTF-8 looks like to who takes it for Windows-1252: `â€™` for an apostrophe, `Ã©` for é, `Â£` for £."""
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|pound|euro|#[0-9]{2,6}|#x[0-9a-f]{2,6});"
)
_TAG = re.compile(r"(?m)^[^#\n]*[^#\s][ \t]+(#[^\s#][^\n]*)$")
"""A hash with a word at once behind it, after something else in its line: people write #LikeThis in headlines."""
MOST = 50
"""So many oddities of a file are told: who has more has one and the same throughout."""


def problems(path: str, text: str, known: list[Problem]) -> list[Problem]:
    """Say what is odd in a record's text: warnings, in an address errors. `known` is what is wrong with its values.

    A value that is wrong for the same character is not told again.
    """
    found = list(islice(oddities(text), MOST))
    escaped = "\\" in text and '"' in text
    tags = list(islice(_TAG.finditer(text), MOST)) if " #" in text else []
    entities = list(islice(_ENTITY.finditer(text), MOST)) if "&" in text else []
    misread = list(islice(_MISREAD.finditer(text), MOST)) if "\xc2" in text or "\xc3" in text or "\xe2" in text else []
    if not found and not escaped and not tags and not entities and not misread:
        return []
    scalars = list(_scalars(text))
    addresses = [(scalar.line, scalar.column, len(scalar.text)) for name, scalar in scalars if name == "url"]
    wrong = {(p.line, p.column) for p in known if p.code is Code.BAD_VALUE}
    wrong_values = [(s.line, s.column, len(s.text)) for _, s in scalars if (s.line, s.column) in wrong]
    listed = []
    for odd in found:
        line, column = text.count("\n", 0, odd.at) + 1, odd.at - text.rfind("\n", 0, odd.at)
        if _is_within(line, column, wrong_values):
            continue
        if _is_within(line, column, addresses) and odd.code is not Code.NOT_COMPOSED:
            help_ = "copy the address anew from the browser"
            listed.append(Problem(path, line, column, Code.BAD_VALUE, f"in an address, {odd.message}", help_))
        else:
            listed.append(Problem(path, line, column, odd.code, odd.message, odd.help))
    if escaped:
        listed += _escaped(path, text, scalars)
    # A quoted value may hold a hash; what stands in some value was not cut off.
    cut = [tag for tag in tags if not any(tag[1].split()[0].rstrip("'\",]}") in s.text for _, s in scalars)]
    listed += _misread(path, text, misread)
    if entities:
        listed += _entities(path, text, entities, scalars)
    return listed + [_cut_off(path, text, tag) for tag in cut]


def _misread(path: str, text: str, found: list[re.Match[str]]) -> Iterator[Problem]:
    """Say which letters were saved in UTF-8, read as Windows-1252, and saved again; each sort once."""
    for wrong, match in {match[0]: match for match in reversed(found)}.items():
        try:
            right = wrong.encode("cp1252").decode()
        except UnicodeError:
            right = ""
        meant = f" for `{right}`" if right.isprintable() and right.strip() else ""
        said = f"`{wrong}` stands here{meant}: UTF-8 that was read as Windows-1252"
        help_ = "write the letters as the text has them; where all of the file is so, open the original anew as UTF-8"
        yield Problem(path, *_place(text, match.start()), Code.MISREAD, said, help_)


def _entities(
    path: str, text: str, found: list[re.Match[str]], scalars: list[tuple[str, tree.Scalar]]
) -> Iterator[Problem]:
    """Say which letters stand by their names in HTML; not in the text of notes, which is Markdown and knows them."""
    plain = set(_ENTITY.findall("\n".join(s.text for name, s in scalars if name != "text")))
    for match in found:
        if match[0] in plain:
            said = f"`{match[0]}` is HTML's name of a character, and is shown as it stands"
            help_ = f"type the character itself: {unescape(match[0])!r}"
            yield Problem(path, *_place(text, match.start()), Code.MISREAD, said, help_)


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _cut_off(path: str, text: str, tag: re.Match[str]) -> Problem:
    line, column = text.count("\n", 0, tag.start(1)) + 1, tag.start(1) - text.rfind("\n", 0, tag.start(1))
    said = f"`{tree.short(tag[1])}` is a comment, and no part of the value before it"
    return Problem(path, line, column, Code.CUT_OFF, said, "quote the whole value, or write `# ` before a comment")


def _is_within(line: int, column: int, places: list[tuple[int, int, int]]) -> bool:
    return any(line == at and first <= column <= first + length for at, first, length in places)


def _escaped(path: str, text: str, scalars: list[tuple[str, tree.Scalar]]) -> Iterator[Problem]:
    """Say what is odd in a value and does not stand in the file: an escape makes it."""
    for name, scalar in scalars:
        if not scalar.plain and not scalar.text.isascii():
            for odd in islice(oddities(scalar.text), 1):
                if scalar.text[odd.at] not in text:
                    code = Code.BAD_VALUE if name == "url" else odd.code
                    yield Problem(path, scalar.line, scalar.column, code, f"an escape: {odd.message}", odd.help)


def _scalars(text: str) -> Iterator[tuple[str, tree.Scalar]]:
    """Give every value of a record that can be read, with the name of its field."""
    try:
        waiting: list[tuple[str, tree.Node]] = [("", tree.parse(text))]
    except tree.Unreadable:
        return
    while waiting:
        name, node = waiting.pop()
        if isinstance(node, tree.Scalar):
            yield name, node
        elif isinstance(node, tree.Items):
            waiting += [(name, below) for below in reversed(node.nodes)]
        elif isinstance(node, tree.Fields):
            waiting += [(key.text, below) for key, below in reversed(node.pairs)]
