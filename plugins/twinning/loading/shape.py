"""Whether a tree has the shape of a record, told from the record's class: every problem, each at its node."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

import msgspec.inspect as mi

from ..characters import first_odd, named
from ..diagnostics import Code, Problem
from .tree import Fields, Items, Node, Scalar, short

_INTEGER = re.compile(r"[0-9]{1,12}\Z")
_NUMBER = re.compile(r"[+-]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][+-]?[0-9]+)?\Z")
_MOST_SUGGESTIONS = 100
"""So many problems of a file get a suggestion: for thousands it would take seconds, and nobody reads them."""
_NOTHING = object()


@cache
def described(cls: type) -> mi.StructType:
    """Give what a record class asks for, in msgspec's own description of it."""
    found = mi.type_info(cls)
    if not isinstance(found, mi.StructType):
        msg = f"{cls.__name__} is not a record class"
        raise TypeError(msg)
    return found


def shaped(path: str, node: Node, cls: type) -> tuple[Any, list[Problem]]:
    """Turn a tree into the data of a record class, with all problems on the way.

    The data is fit for `msgspec.convert` where there are no problems.
    """
    walk = _Walk(path)
    data = walk.struct(node, described(cls))
    return data, walk.problems


def did_you_mean(word: str, known: Iterator[str] | list[str]) -> str:
    """Give a help line that names the known word most like this one, or else all of a few, or nothing."""
    words = sorted(known)
    near = get_close_matches(word.lower(), words, n=1, cutoff=0.7)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"one of: {', '.join(words)}" if words and len(words) <= 16 else ""


class _Walk:
    """One walk over a tree: gives the data, collects the problems."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def fault(self, node: Node, code: Code, message: str, help_: str = "") -> Any:
        self.problems.append(Problem(self.path, node.line, node.column, code, message, help_))
        return _NOTHING

    def suggestion(self, word: str, known: list[str]) -> str:
        near = did_you_mean(word, known) if len(self.problems) < _MOST_SUGGESTIONS else ""
        return near or "the files in schema/ name all there are"

    def struct(self, node: Node, wanted: mi.StructType) -> Any:
        what = wanted.cls.__name__.lower()
        a = "an" if what[0] in "aeiou" else "a"
        if not isinstance(node, Fields):
            return self.fault(
                node, Code.WRONG_TYPE, f"{_kind(node)} stands where the fields of {a} {what} belong", _example(wanted)
            )
        fields = {f.encode_name: f for f in wanted.fields}
        data: dict[str, Any] = {}
        for key, below in node.pairs:
            if key.text not in fields:
                self.fault(
                    key,
                    Code.UNKNOWN_FIELD,
                    f"{a} {what} has no field `{short(key.text)}`{_odd_in(key.text)}",
                    self.suggestion(key.text, list(fields)),
                )
                continue
            value = self.value(below, fields[key.text].type, key.text)
            if value is not _NOTHING:
                data[key.text] = value
        present = {key.text for key, _ in node.pairs}
        for name, wanted_field in fields.items():
            if wanted_field.required and name not in present:
                help_ = f"add `{name}: not-stated`" if name in {"headline", "published"} else f"add `{name}: …`"
                if name in {"headline", "published"}:
                    help_ += " if you looked and the article does not say"
                self.fault(node, Code.MISSING_FIELD, f"the {what} has no `{name}`", help_)
        return data

    def value(self, node: Node, wanted: mi.Type, name: str) -> Any:
        wanted, description = _bare(wanted)
        options = list(_options(wanted))
        if isinstance(node, Scalar) and node.plain and node.text in {"", "~", "null", "Null", "NULL"}:
            return self.fault(
                node, Code.EMPTY_VALUE, f"`{name}` has no value", "remove the line, or write what was found"
            )
        if isinstance(node, Fields):
            struct = next((t for t in options if isinstance(t, mi.StructType)), None)
            if struct:
                return self.struct(node, struct)
        elif isinstance(node, Items):
            listing = next((t for t in options if isinstance(t, mi.VarTupleType)), None)
            if listing:
                return self.items(node, listing, name)
        else:
            for option in options:
                if isinstance(option, mi.StrType | mi.IntType | mi.FloatType | mi.EnumType):
                    return self.scalar(node, options, name, description)
        return self.fault(
            node, Code.WRONG_TYPE, f"{_kind(node)} stands where `{name}` wants {_wants(options)}", _form(options, name)
        )

    def items(self, node: Items, wanted: mi.VarTupleType, name: str) -> Any:
        if wanted.min_length and len(node.nodes) < wanted.min_length:
            return self.fault(
                node,
                Code.BAD_VALUE,
                f"`{name}` wants at least {wanted.min_length} entries",
                f"add them, or leave `{name}` out",
            )
        values = [self.value(below, wanted.item_type, name) for below in node.nodes]
        return [v for v in values if v is not _NOTHING]

    def scalar(self, node: Scalar, options: list[mi.Type], name: str, description: str) -> Any:
        by_kind = {type(t): t for t in options}
        enum = by_kind.get(mi.EnumType)
        if isinstance(enum, mi.EnumType):
            known = [str(member.value) for member in enum.cls]
            if node.text in known:
                return node.text
            return self.fault(
                node, Code.UNKNOWN_TERM, f"`{short(node.text)}` is not a term of `{name}`",
                self.suggestion(node.text, known),
            )  # fmt: skip
        whole = by_kind.get(mi.IntType)
        if isinstance(whole, mi.IntType) and node.plain and _INTEGER.match(node.text):
            number = int(node.text)
            if mi.StrType not in by_kind and not ((whole.ge or 0) <= number <= (whole.le or 10**12)):
                return self.fault(node, Code.BAD_VALUE, f"`{name}` cannot be {number}", description)
            return number
        real = by_kind.get(mi.FloatType)
        if isinstance(real, mi.FloatType) and _NUMBER.match(node.text):
            measure = float(node.text)
            if not ((real.ge or 0) <= measure <= (real.le or 0)):
                return self.fault(
                    node,
                    Code.BAD_VALUE,
                    f"`{name}` must be between {real.ge} and {real.le}",
                    "see to its sign and its point",
                )
            return measure
        text = by_kind.get(mi.StrType)
        if isinstance(text, mi.StrType):
            return self.text(node, text, name, description)
        alone = "write the number alone, as in 53.68" if real else description or "write the number alone, as in 7"
        return self.fault(node, Code.BAD_VALUE, f"`{short(node.text)}` stands where `{name}` wants a number", alone)

    def text(self, node: Scalar, wanted: mi.StrType, name: str, description: str) -> Any:
        if not node.text.strip():
            return self.fault(node, Code.EMPTY_VALUE, f"`{name}` is empty", "remove it, or write what was found")
        if wanted.max_length and len(node.text) > wanted.max_length:
            return self.fault(
                node, Code.BAD_VALUE,
                f"`{name}` is too long: {len(node.text):,} characters, at most {wanted.max_length:,}", description,
            )  # fmt: skip
        if wanted.pattern and not re.search(wanted.pattern, node.text):
            odd = first_odd(node.text)
            holds = f": it holds {named(odd)}" if odd else ""
            return self.fault(
                node, Code.BAD_VALUE, f"`{short(node.text)}` is not a `{name}`{holds}",
                _meant(node.text, wanted.pattern) + (description or f"its form is {wanted.pattern}"),
            )  # fmt: skip
        return node.text


def _odd_in(name: str) -> str:
    """Name the character of a field's name that no field has: it may look like a space."""
    odd = next((c for c in name if c > "\x7f"), None)
    return f": it holds {named(odd)}" if odd else ""


def _meant(text: str, pattern: str) -> str:
    """Say which value was meant, where case, spaces or full stops are all that is wrong with it."""
    if len(text) > 100:
        return ""
    for near in (" ".join(text.split()), text.lower(), text.upper(), "-".join(re.findall("[a-z0-9]+", text.lower()))):
        if text.isascii() and re.search(pattern, near):
            return f"did you mean `{near}`? "
    return ""


def _bare(wanted: mi.Type) -> tuple[mi.Type, str]:
    """Take the description off a type; a union takes that of its first member that has one."""
    description = ""
    while isinstance(wanted, mi.Metadata):
        description = description or str((wanted.extra_json_schema or {}).get("description", ""))
        wanted = wanted.type
    if isinstance(wanted, mi.UnionType) and not description:
        description = next(filter(None, (_bare(t)[1] for t in wanted.types)), "")
    return wanted, description


def _options(wanted: mi.Type) -> Iterator[mi.Type]:
    bare, _ = _bare(wanted)
    if isinstance(bare, mi.UnionType):
        for member in bare.types:
            yield from _options(member)
    elif not isinstance(bare, mi.NoneType):
        yield bare


def _kind(node: Node) -> str:
    return {Scalar: "text", Items: "a list", Fields: "a group of fields"}[type(node)]


def _wants(options: list[mi.Type]) -> str:
    names = {mi.StructType: "a group of fields", mi.VarTupleType: "a list", mi.EnumType: "a term"}
    said = dict.fromkeys(
        names.get(type(t), "a number" if isinstance(t, mi.IntType | mi.FloatType) else "text") for t in options
    )
    return " or ".join(said)


def _form(options: list[mi.Type], name: str) -> str:
    """Say how a value of the kind that is wanted is written."""
    struct = next((t for t in options if isinstance(t, mi.StructType)), None)
    if any(isinstance(t, mi.VarTupleType) for t in options):
        return f"write `{name}: [ … ]`, or each entry in a line of its own after `- `"
    return _example(struct) if struct else f"write one value after `{name}:`, without brackets or fields"


def _example(wanted: mi.StructType) -> str:
    return "for example: " + ", ".join(f"{f.encode_name}: …" for f in wanted.fields if f.required)
