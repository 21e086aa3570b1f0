"""Pages and editions: what in them is a number, a range, a label, and how a style shortens a range.

A port of `processNumber` and `PageRangeMangler` of citeproc-js, as far as pages, editions and sections reach.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from .tree import BARE, Affixes, Mark, Node, leaf

_JOINER = re.compile(r"\s*&\s*|,\s+and\s+|\s+and\s+|;\s+|,\s+|\s*\\*[-–]+\s*")
_LABEL = re.compile(
    r"(?:^| )(?:[a-z]{1,4}|subpara|subch|amend|bibliog|annot|illus|princ|intro|sched|subdiv|subsec)(?:\.| ) *"
)
_LABELS = frozenset(
    re.split(
        " ",
        "vrs. sv. subpara. op. subch. add. amend. annot. app. art. bibliog. bk. ch. cl. col. cmt. dec. dept. ex. fig. "
        "fld. fol. n. hypo. illus. intro. l. no. p. pp. para. pt. pmbl. princ. pub. r. rn. sched. sec. ser. subdiv. "
        "subsec. supp. tbl. tit. vol.",
    )
)
_OWN = {"page": "p.", "section": "sec."}
_PARTICLE = re.compile(r"([0-9]*[a-zA-Z]+0*)?([0-9]+(?:[a-zA-Z]*|[-,a-zA-Z]+))$")
_FIRST_NUMBER = re.compile(r"(?:[0-9]+|[ixv]+)([-,:a-zA-Z]*|-[-0-9]+)$")
_ROMAN = re.compile(r"[ivxlcmIVXLCM]+$")
_PLAIN = re.compile(r"[0-9]+([-;,:a-zA-Z]*)$")
_BEGINS_WITH_NUMBER = re.compile(r"\s*[-+]?\d")
_LETTERS = re.compile(r"(?=[a-zA-Z]).*[a-zA-Z]$")

Shorten = Callable[[str, str], str]
"""How a style writes the last page of a range, given the first."""


@dataclass(slots=True)
class Number:
    """One number of a field, or what stands in its place."""

    label: str
    particle: str
    value: str
    joint: str
    """What joins it to the next one."""
    shows_label: bool = False
    is_numeric: bool = True
    is_plural: bool = False
    is_collapsible: bool = False


def as_given(first: str, last: str) -> str:  # noqa: ARG001
    """Write the last page of a range as it was given."""
    return last


def whole(first: str, last: str) -> str:  # noqa: ARG001
    """Write the last page of a range whole: 321–328."""
    return last


def two_digits(first: str, last: str) -> str:
    """Write at least two digits of the last page: 321–28 (MLA)."""
    if len(first) != len(last):
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(last))
    return last[min(same, max(len(last) - 2, 0)) :]


def chicago(first: str, last: str) -> str:
    """Write the digits of the last page that differ, as the Chicago Manual says: 321–28, 301–8, 300–308."""
    begin, end = _leading(first), _leading(last)
    if begin > 100 and begin % 100:
        for i in range(2, len(str(end))):
            divisor = 10**i
            if begin // divisor == end // divisor:
                return str(end % divisor)
    return last


def _leading(number: str) -> int:
    found = re.match(r"\d+", number)
    return int(found.group()) if found else 0


def numbers(text: str, variable: str) -> list[Number]:
    """Read a field's numbers. What is no number is given as it stands."""
    values = _read(_labelled(text.strip(), variable), variable)
    for this, after in pairwise(values):
        if not this.joint and after.label:
            this.joint = " "
    start = 0
    for i in range(1, len(values) + 1):
        if i == len(values) or values[i].label != values[i - 1].label:
            _count(values, start, i)
            if start > 0 or (values[start].label in _LABELS and _is_foreign(values[start].label, variable)):
                values[start].shows_label = True
            start = i
    for value in values:
        if not value.is_numeric:
            value.is_plural = False
    if len(values) == 1 and re.match(r"[0-9]+(?:/[0-9]+)+$", values[0].value):
        values[0].is_numeric, values[0].is_plural, values[0].is_collapsible = True, False, False
    return values


def is_numeric(text: str | None, variable: str) -> bool:
    """Say whether a field holds a number, as a style asks."""
    return bool(text) and numbers(str(text), variable)[0].is_numeric


def is_plural(text: str, variable: str) -> bool:
    """Say whether a field holds several numbers."""
    return numbers(text, variable)[0].is_plural


def _is_foreign(label: str, variable: str) -> bool:
    return variable != "page" and label != _OWN.get(variable)


def _labelled(text: str, variable: str) -> str:
    first = text.split(" ", 1)[0]
    own = _OWN.get(variable)
    return f"{own} {text}" if own and first and first not in _LABELS else text


def _read(text: str, variable: str) -> list[Number]:
    if variable == "page":
        text = text.replace("–", "-")
    if "\\-" in text:
        text = "\\-".join(piece.replace("-", "–") for piece in text.split("\\-")).replace("\\", "")
    elements = _elements(text)
    _join_letters(elements)
    values: list[Number] = []
    label = _OWN.get(variable, "")
    for i in range(0, len(elements), 2):
        joint = elements[i + 1] if i + 1 < len(elements) else ""
        labels = _LABEL.findall(elements[i])
        if not labels:
            values.append(_number(label, elements[i], joint, variable))
            continue
        parts = _LABEL.split(elements[i])
        _join_words(parts, labels)
        if labels and i == 0:
            slug = labels[0].strip()
            if slug not in _LABELS or _is_foreign(slug, variable):
                parts[0:2] = [f"{parts[0]} {slug} {parts[1]}"]
                labels.pop(0)
        for j, part in enumerate(parts):
            if part or j == len(parts) - 1:
                label = (labels[j - 1] if 0 < j <= len(labels) else "") or label
                number = _number(label, part.strip(), joint if j == len(parts) - 1 else "", variable)
                number.shows_label = variable == "page" and i == 0 and number.label not in {"p.", "pp."}
                values.append(number)
    return values


def _elements(text: str) -> list[str]:
    """Part a text at what joins numbers; gives parts and joints in turn."""
    pieces = _JOINER.split(text)
    elements = [pieces[0]]
    for joint, piece in zip(_JOINER.findall(text), pieces[1:], strict=True):
        # citeproc-js looks at both ends of what stands before the sign.
        sign = "&" if _LETTERS.match(elements[-1]) else " & "
        elements += (sign if "&" in joint else joint, piece)
    return elements


def _join_letters(elements: list[str]) -> None:
    """Keep 12a-c as one number."""
    for i in range(len(elements) - 2, 0, -2):
        if (
            elements[i] == "-"
            and re.match(r"(?:[a-z]{1,4}\.  *)*[0-9]+[,a-zA-Z]+$", elements[i - 1])
            and re.match(r"[,a-zA-Z]+$", elements[i + 1])
        ):
            elements[i - 1 : i + 2] = ["".join(elements[i - 1 : i + 2])]


def _join_words(parts: list[str], labels: list[str]) -> None:
    """Keep as words what stands where a label might, but not before a number."""
    for j in range(len(parts) - 1, 0, -1):
        if parts[j - 1] and not (_PLAIN.match(parts[j]) and _PLAIN.match(parts[j - 1])):
            parts[j - 1 : j + 1] = [parts[j - 1] + labels[j - 1] + parts[j]]
            del labels[j - 1]


def _number(label: str, value: str, joint: str, variable: str) -> Number:
    found = _PARTICLE.match(value)
    particle, value = (found.group(1) or "", found.group(2)) if found else ("", value)
    return Number(label.strip() or f"var:{variable}", particle, value, re.sub(r"\s*-\s*", "-", joint))


def _count(values: list[Number], start: int, end: int) -> None:
    """Say of numbers under one label whether they are numbers, several, and a range that may be shortened."""
    first = values[start]
    numeric = bool(first.value and _FIRST_NUMBER.match(first.value))
    collapsible = all(_BEGINS_WITH_NUMBER.match(v.value) or _ROMAN.match(v.value) for v in values[start:end])
    for value in values[start:end]:
        value.is_collapsible = collapsible
        value.is_numeric = numeric
        value.is_plural = end - start > 1 and collapsible


def output(
    text: str,
    variable: str,
    shorten: Shorten = as_given,
    *,
    affixes: Affixes = BARE,
    marks: tuple[Mark, ...] = (),
    case: Callable[[str], str] = str,
    ordinal: bool = False,
) -> Node:
    """Give a field's numbers as a piece."""
    values = numbers(text, variable)
    if variable in {"page", "edition"}:
        _shorten(values, variable, shorten)
    children: list[Node] = []
    for value in values:
        if value.shows_label:
            children.append(leaf(value.label + ("" if value.label.startswith("var:") else " ")))
        said = value.particle + value.value
        joint = value.joint.replace("\\-", "-")
        if value.is_collapsible:
            if ordinal and value.value.isdigit():
                said = value.particle + _ordinal(int(value.value))
            node = Node(case(said), suffix=joint)
            node.is_number = bool(re.match(r"[1-9][0-9]*$", value.value))
        else:
            node = leaf(case(said), Affixes("", joint))
        children.append(node)
    return Node(None, children, prefix=affixes.prefix, suffix=affixes.suffix, marks=marks)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _shorten(values: list[Number], variable: str, shorten: Shorten) -> None:
    """Write the ranges among numbers with a dash, the last number as the style wants it."""
    label = ""
    count = 0
    for i, value in enumerate(values):
        if not value.is_collapsible:
            count, label = 0, ""
            if value.joint == "-" and value.is_numeric:
                value.joint = "–"
        elif label == value.label and value.joint == "-":
            count = 1
        elif label == value.label:
            count += 1
            if count == 2:
                count = _shortened(values, i, variable, shorten)
        else:
            label, count = value.label, 1
    if count == 2:
        _shortened(values, len(values) - 1, variable, shorten)


def _shortened(values: list[Number], i: int, variable: str, shorten: Shorten) -> int:
    """Write one range; gives how many of its numbers are still to be written."""
    before, value = values[i - 1], values[i]
    if i < 1 or before.particle != value.particle:
        return 2
    if before.joint != "-":
        return 1
    if variable == "page" and before.value[:1].isdigit() and value.value[:1].isdigit():
        _shorten_pages(before, value, shorten)
    elif all(re.match(r"([0-9]+|[ivxlcmIVXLCM]+)$", number) for number in (before.value, value.value)):
        before.joint = "–"
    return 0


def _shorten_pages(before: Number, value: Number, shorten: Shorten) -> None:
    before.joint = "–"
    last = value.value
    if shorten is as_given and _leading(before.value) > _leading(last):
        return
    if len(last) < len(before.value):
        last = before.value[: len(before.value) - len(last)] + last
    if _leading(before.value) < _leading(last):
        value.value = shorten(before.value, last)
        if value.particle and shorten not in {whole, as_given}:
            value.particle = ""
