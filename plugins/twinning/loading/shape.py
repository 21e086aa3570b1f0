"""A tree becomes a record, as far as it has the record's shape: every problem at its node, and what is unknown for it.

A value that cannot be read is left out. Where the record must have one, nothing of the right type stands for it: empty
text, an empty list, a dispute without claims, the last term of a vocabulary, the greatest number. Its place is a *gap*,
so that whatever follows from what stands there is never told (`Fault.is_sure`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec.inspect as mi

from ..characters import first_odd, named
from ..diagnostics import Code, Problem, Where
from ..records import Record
from .tree import Fields, Items, Node, Refused, Scalar, refusals, short

R = TypeVar("R", bound=Record)

_INTEGER = re.compile(r"[0-9]{1,12}\Z")
_NUMBER = re.compile(r"[+-]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][+-]?[0-9]+)?\Z")
_MOST_SUGGESTIONS = 100
"""For so many words of a file one that was meant is looked for: for thousands it would take seconds."""
_SEE_SCHEMA = "the files in schema/ name all there are"
_NOTHING = object()


@cache
def described(cls: type) -> mi.StructType:
    """Give what a record class asks for, in msgspec's own description of it."""
    found = mi.type_info(cls)
    if not isinstance(found, mi.StructType):
        msg = f"{cls.__name__} is not a record class"
        raise TypeError(msg)
    return found


@dataclass(frozen=True, slots=True)
class Shaped(Generic[R]):
    """What could be read of a record: None where nothing could; its gaps; the problem of each gap."""

    record: R | None
    gaps: frozenset[Where]
    problems: list[Problem]


def shaped(path: str, node: Node, cls: type[R]) -> Shaped[R]:
    """Make a record of a tree. It has gaps exactly where there are problems."""
    walk = _Walk(path)
    walk.problems += [reason.problem(path) for reason in refusals(node)]
    record = walk.struct(node, described(cls), ())
    return Shaped(None if record is _NOTHING else record, frozenset(walk.gaps), walk.problems)


class _Walk:
    """One walk over a tree: gives the record, collects the problems and the gaps."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.gaps: set[Where] = set()
        self._meant: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def fault(self, node: Node, code: Code, message: str, help_: str = "") -> Any:
        self.problems.append(Problem(self.path, node.line, node.column, code, message, help_))
        return _NOTHING

    def meant(self, word: str, known: list[str]) -> tuple[str | None, str]:
        """Give the known word that was probably meant, None where none is like it, and a help line."""
        asked = (word, tuple(known))
        if asked not in self._meant:
            if len(self._meant) >= _MOST_SUGGESTIONS:
                return None, _SEE_SCHEMA
            near = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.7)
            self._meant[asked] = near[0] if near else None
        meant = self._meant[asked]
        if meant is not None:
            return meant, f"did you mean `{meant}`?"
        return None, f"one of: {', '.join(sorted(known))}" if len(known) <= 16 else _SEE_SCHEMA

    def struct(self, node: Node, wanted: mi.StructType, where: Where) -> Any:
        what = wanted.cls.__name__.lower()
        a = "an" if what[0] in "aeiou" else "a"
        if isinstance(node, Refused):
            return _NOTHING
        if not isinstance(node, Fields):
            return self.fault(
                node, Code.WRONG_TYPE, f"{_kind(node)} stands where the fields of {a} {what} belong", _example(wanted)
            )
        fields = {f.encode_name: f for f in wanted.fields}
        data: dict[str, Any] = {}
        present = {key.text for key, _ in node.pairs}
        for key, below in node.pairs:
            name = key.text
            if name in fields:
                value = self.value(below, fields[name].type, name, (*where, name))
                if value is _NOTHING:
                    self.gaps.add((*where, name))
                    data.pop(name, None)  # of a field that stands twice nobody knows which is meant
                else:
                    data[name] = value
                continue
            meant, help_ = self.meant(name, list(fields))
            self.fault(key, Code.UNKNOWN_FIELD, f"{a} {what} has no field `{short(name)}`{_odd_in(name)}", help_)
            # Who misspells a field's name has not forgotten the field.
            slipped = meant if meant is not None and meant not in present else name
            self.gaps.add((*where, slipped))
            present.add(slipped)
        for name, field in fields.items():
            if not field.required or name in data:
                continue
            data[name] = _nothing_of(field.type)
            if name not in present:
                self.gaps.add((*where, name))
                help_ = f"add `{name}: not-stated`" if name in {"headline", "published"} else f"add `{name}: …`"
                if name in {"headline", "published"}:
                    help_ += " if you looked and the article does not say"
                self.fault(node, Code.MISSING_FIELD, f"the {what} has no `{name}`", help_)
        return wanted.cls(**data)

    def value(self, node: Node, wanted: mi.Type, name: str, where: Where) -> Any:
        if isinstance(node, Refused):
            return _NOTHING
        wanted, description = _bare(wanted)
        options = list(_options(wanted))
        if isinstance(node, Scalar) and node.plain and node.text in {"", "~", "null", "Null", "NULL"}:
            return self.fault(
                node, Code.EMPTY_VALUE, f"`{name}` has no value", "remove the line, or write what was found"
            )
        if isinstance(node, Fields):
            struct = next((t for t in options if isinstance(t, mi.StructType)), None)
            if struct:
                return self.struct(node, struct, where)
        elif isinstance(node, Items):
            listing = next((t for t in options if isinstance(t, mi.VarTupleType)), None)
            if listing:
                return self.items(node, listing, name, where)
        else:
            for option in options:
                if isinstance(option, mi.StrType | mi.IntType | mi.FloatType | mi.EnumType):
                    return self.scalar(node, options, name, description)
        return self.fault(
            node, Code.WRONG_TYPE, f"{_kind(node)} stands where `{name}` wants {_wants(options)}", _form(options, name)
        )

    def items(self, node: Items, wanted: mi.VarTupleType, name: str, where: Where) -> Any:
        if wanted.min_length and len(node.nodes) < wanted.min_length:
            return self.fault(
                node,
                Code.BAD_VALUE,
                f"`{name}` wants at least {wanted.min_length} entries",
                f"add them, or leave `{name}` out",
            )
        values = [self.value(below, wanted.item_type, name, (*where, i)) for i, below in enumerate(node.nodes)]
        # Entries keep their numbers, by which their places are found; but a vocabulary has no word for nothing.
        terms = isinstance(_bare(wanted.item_type)[0], mi.EnumType)
        for i, value in enumerate(values):
            if value is _NOTHING:
                self.gaps.add(where if terms else (*where, i))
        if terms:
            return tuple(value for value in values if value is not _NOTHING)
        nothing = _nothing_of(wanted.item_type) if _NOTHING in values else None
        return tuple(nothing if value is _NOTHING else value for value in values)

    def scalar(self, node: Scalar, options: list[mi.Type], name: str, description: str) -> Any:
        by_kind = {type(t): t for t in options}
        enum = by_kind.get(mi.EnumType)
        if isinstance(enum, mi.EnumType):
            known = {str(member.value): member for member in enum.cls}
            if node.text in known:
                return known[node.text]
            return self.fault(
                node, Code.UNKNOWN_TERM, f"`{short(node.text)}` is not a term of `{name}`",
                self.meant(node.text, list(known))[1],
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
                node, Code.BAD_VALUE, f"`{short(node.text)}` cannot be a value of `{name}`{holds}",
                _meant(node.text, wanted.pattern) + (description or f"its form is {wanted.pattern}"),
            )  # fmt: skip
        return node.text


def _nothing_of(wanted: mi.Type) -> Any:
    """Give what stands for a value that cannot be read, of a type that has to be there."""
    options = {type(option): option for option in _options(wanted)}
    kind = next(kind for kind in _NOTHINGS if kind in options)
    return _NOTHINGS[kind](options[kind])


_NOTHINGS: dict[type, Callable[[Any], Any]] = {
    # A dispute comes before the terms that it may stand for: it says less than any of them.
    mi.StructType: lambda t: t.cls(**{f.encode_name: _nothing_of(f.type) for f in t.fields if f.required}),
    mi.VarTupleType: lambda _: (),
    mi.StrType: lambda _: "",
    mi.EnumType: lambda t: list(t.cls)[-1],
    mi.IntType: lambda t: t.le,
    mi.FloatType: lambda t: t.le,
}
"""What stands for nothing, by type, in the order in which a type that may be several is looked at."""


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
    names = [f.encode_name for f in wanted.fields if f.required] or [f.encode_name for f in wanted.fields[:1]]
    return "for example: " + ", ".join(f"{name}: …" for name in names)
