"""Where the pieces of a citation meet: which of two marks of punctuation stays, and which goes inside a quotation.

A port of what citeproc-js does to its output before it prints it (`CSL.Output.Queue.adjust`), step for step and in its
order, because which mark wins depends on that order. What it gives is compared with citeproc-js in the tests.
"""

from __future__ import annotations

from .tree import Node

_MERGED = {
    "!": {".": "!", "?": "!?", ":": "!", ",": "!,", ";": "!;"},
    "?": {"!": "?!", ".": "?", ":": "?", ",": "?,", ";": "?;"},
    ".": {"!": ".!", "?": ".?", ":": ".:", ",": ".,", ";": ".;"},
    ":": {"!": "!", "?": "?", ".": ":", ",": ":,", ";": ":;"},
    ",": {"!": ",!", "?": ",?", ":": ",:", ".": ",.", ";": ",;"},
    ";": {"!": "!", "?": "?", ":": ";", ",": ";,", ".": ";"},
}
"""What becomes of two marks that meet: the left one, the right one, both."""

_PUNCTUATION = frozenset(_MERGED)
_OR_SPACE = _PUNCTUATION | {" "}
_GOES_IN = frozenset("!?.,")
"""What moves into a quotation where a language wants that."""
_GOES_OUT = frozenset(":,;")
_LOOKS = frozenset({"font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"})


def settle(root: Node, *, inside: bool) -> None:
    """Settle the punctuation of a tree. `inside` says that full stops and commas stand inside quotation marks."""
    _upward(root)
    _leftward(root)
    _downward(root, inside)
    _quotations(root, inside)


def _is_marked(node: Node, *, quotes: bool) -> bool:
    return any(kind in _LOOKS or (quotes and kind == "quotes") for kind, _ in node.marks)


def _is_number(node: Node) -> bool:
    return node.is_number or (len(node.children) == 1 and node.children[0].is_number)


def _ends_in_number(node: Node) -> bool:
    while node.children:
        node = node.children[-1]
    return node.is_number


def _ends_in_quotation(node: Node) -> bool:
    while True:
        if any(kind == "quotes" for kind, _ in node.marks):
            return True
        if not node.children:
            return False
        node = node.children[-1]


def _ends_in_merging(mark: str, node: Node) -> bool:
    while True:
        last = node.suffix[-1:] or (node.text or "")[-1:]
        if len(_MERGED.get(last, {}).get(mark, "..")) == 1:
            return True
        if not node.children:
            return False
        node = node.children[-1]


def _ends_with(node: Node, mark: str) -> bool:
    if mark not in _PUNCTUATION:
        return False
    while node.text is None:
        if not node.children:
            return False
        node = node.children[-1]
        if node.suffix:
            return node.suffix[-1] == mark
    return node.text[-1:] == mark


def _merge(left: Node, slot: str, right: Node, begin: str) -> None:
    """Merge the last mark of one piece's text or suffix with the first of another's, into the left one."""
    first, second = getattr(left, slot), getattr(right, begin)
    one, other = first[-1:], second[:1]
    if one == other:
        setattr(right, begin, second[1:])
    elif other in _PUNCTUATION:
        both = _MERGED.get(one, {}).get(other)
        setattr(left, slot, first[:-1] + both if both is not None else first + other)
        setattr(right, begin, second[1:])


def _merge_out(left: Node, slot: str, right: Node) -> None:
    """Merge the last mark of one piece into the suffix of another."""
    first, second = getattr(left, slot), right.suffix
    one, other = first[-1:], second[:1]
    if one == other:
        setattr(left, slot, first[:-1])
    elif one in _PUNCTUATION:
        both = _MERGED[one].get(other)
        setattr(left, slot, first[:-1])
        right.suffix = both + second[1:] if both is not None else one + second


def _without_double(node: Node) -> None:
    if node.suffix[:1] in _PUNCTUATION and node.text is not None and node.suffix[:1] == node.text[-1:]:
        node.suffix = node.suffix[1:]


def _upward(parent: Node) -> None:
    if parent.text is not None:
        _without_double(parent)
        return
    marked = _is_marked(parent, quotes=True)
    last = len(parent.children) - 1
    for i in range(last, -1, -1):
        child = parent.children[i]
        _upward(child)
        if i == 0:
            if parent.prefix[-1:] == " " and child.prefix[:1] == " ":
                child.prefix = child.prefix[1:]
            if not marked and child.prefix[:1] in _OR_SPACE and child.prefix and not parent.prefix:
                parent.prefix, child.prefix = child.prefix[:1], child.prefix[1:]
        if i == last and not marked and child.suffix[-1:] == " ":
            if parent.suffix[:1] != " ":
                parent.suffix = " " + parent.suffix
            child.suffix = child.suffix[:-1]
        if i > 0 and parent.delimiter[-1:] in _OR_SPACE and parent.delimiter[-1:] == child.prefix[:1] != "":
            child.prefix = child.prefix[1:]


def _leftward(parent: Node) -> None:
    for i in range(len(parent.children) - 1, -1, -1):
        child = parent.children[i]
        _leftward(child)
        if i == len(parent.children) - 1 or parent.delimiter:
            continue
        sibling = parent.children[i + 1]
        mark = sibling.prefix[:1]
        if mark not in _PUNCTUATION or _is_marked(child, quotes=False) or _is_marked(sibling, quotes=False):
            continue
        same = mark == child.suffix[-1:] or (not child.suffix and (child.text or "")[-1:] == mark)
        if same:
            sibling.prefix = sibling.prefix[1:]
        else:
            _merge(child, "suffix", sibling, "prefix")


def _downward(parent: Node, inside: bool) -> None:  # noqa: FBT001
    if parent.text is not None:
        _without_double(parent)
        return
    children = parent.children
    if not children:
        return
    if parent.delimiter[:1] in _PUNCTUATION:
        mark = parent.delimiter[0]
        for child in children[:-1]:
            if child.suffix[-1:] != mark:
                child.suffix += mark
        parent.delimiter = parent.delimiter[1:]
    for i in range(len(children) - 1, -1, -1):
        child = children[i]
        is_number = _is_number(child)
        marked = _is_marked(child, quotes=True)
        if i == len(children) - 1:
            _last(parent, child, inside)
        elif parent.delimiter:
            if parent.delimiter[0] in _OR_SPACE and parent.delimiter[0] == child.suffix[-1:]:
                child.suffix = child.suffix[:-1]
        else:
            sibling = children[i + 1]
            same = child.suffix[-1:] in _OR_SPACE and child.suffix[-1:] == sibling.prefix[:1] != ""
            if same and not is_number and not marked:
                sibling.prefix = sibling.prefix[1:]
        if not is_number and not marked and child.suffix[:1] in _PUNCTUATION and child.text is not None:
            _merge(child, "text", child, "suffix")
        _downward(child, inside)


def _last(parent: Node, child: Node, inside: bool) -> None:  # noqa: FBT001
    mark = parent.suffix[:1]
    moves = mark in _PUNCTUATION and (_ends_in_merging(mark, child) or (inside and _ends_in_quotation(child)))
    if moves and not _ends_in_number(child):
        _merge(child, "text" if child.text is not None else "suffix", parent, "suffix")
        if parent.suffix[:1] == ".":
            child.suffix += "."
            parent.suffix = parent.suffix[1:]
    if child.suffix[-1:] == " " and parent.suffix[:1] == " ":
        parent.suffix = parent.suffix[1:]
    if child.suffix and child.suffix[0] in _OR_SPACE:
        if child.text is not None and child.text[-1:] == child.suffix[0]:
            child.suffix = child.suffix[1:]
        if child.suffix[-1:] == parent.suffix[:1]:
            parent.suffix = parent.suffix[:-1]
    if _ends_with(parent, parent.suffix[:1]):
        parent.suffix = parent.suffix[1:]


def _quotations(parent: Node, inside: bool) -> None:  # noqa: FBT001
    for child in parent.children:
        if any(kind == "quotes" for kind, _ in child.marks):
            end, slot = (child, "text") if child.text is not None else (child.children[-1], "suffix")
            if inside:
                while child.suffix[:1] in _GOES_IN and child.suffix:
                    _merge(end, slot, child, "suffix")
            else:
                while getattr(end, slot)[-1:] in _GOES_OUT and getattr(end, slot):
                    _merge_out(end, slot, child)
        _quotations(child, inside)
