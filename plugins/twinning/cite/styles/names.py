"""Names of CSL-JSON as the styles write them: order, initials, particles, suffixes, and how many before "et al."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .initials import LETTER, STARTS, initials
from .tree import ITALIC, Node, leaf

_FAMILY_PARTICLE = re.compile(r"([^ ]+(?:-|\u02bb|’| |') *)(.+)$")
_GIVEN_PARTICLE = re.compile(r"([^ ]+(?:\u02bb |’ | |' ) *)(.+)$")
_SUFFIX = re.compile(r"\s*,!*\s*")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a style writes names."""

    conjunction: str = "and"
    inverted: str = ""
    """Whether names begin with the family's: "all", "first", or empty for none."""
    separator: str = ", "
    initials: str | None = None
    """What follows an initial; None where given names are written out."""
    whole_given: bool = False
    """Whether given names are written out all the same, so that only what is an initial already takes that."""
    is_short: bool = False
    """Whether the family's name stands alone."""
    comma_before_last: str = "contextual"
    comma_before_body: str = "contextual"
    """The same before a body's name, to which a rule for names does not reach in CSL, but one for a style does."""
    comma_before_et_al: str = "contextual"
    at_least: int = 0
    """From how many names on some are left out; 0 for never."""
    shown: int = 1
    shows_last: bool = False
    et_al: str = "et al."
    et_al_italic: bool = False
    demotes: bool = False
    """Whether a particle follows the given name in an inverted name: "Gogh, Vincent van"."""


def names(people: Sequence[Mapping[str, Any]] | None, manner: Manner, language: str = "") -> Node | None:
    """Give a list of names as a piece; None where there is none."""
    people = [person for person in people or () if _has_name(person)]
    if not people:
        return None
    total = len(people)
    cut = bool(manner.at_least) and total >= manner.at_least and total > manner.shown
    if cut:
        last = people[-1:] if manner.shows_last else []
        people = [*people[: manner.shown], *last]
    made = [
        Node(None, [_name(person, manner, i, language)]) if not _is_body(person) else _body(person)
        for i, person in enumerate(people)
    ]
    made = [node for node in made if not _is_blank(node)]
    if cut and manner.shows_last:
        joined = _join(made, ", ", _ellipsis(len(made)))
    elif cut:
        joined = _with_et_al(made, manner)
    else:
        joined = _join(made, ", ", _conjunction(len(made), manner, is_body=_is_body(people[-1])))
    # Names of which nothing is printed are names all the same, so that nothing stands in for them.
    return Node(None, [Node(None, [joined])])


def _has_name(person: Mapping[str, Any]) -> bool:
    return any(person.get(part) for part in ("literal", "family", "given"))


def _is_body(person: Mapping[str, Any]) -> bool:
    return bool(person.get("literal"))


def _join(nodes: Sequence[Node | None], delimiter: str, final: Node | None = None) -> Node:
    there = [node for node in nodes if node is not None and not node.is_empty]
    if len(there) == 2 and final is not None:
        there.insert(1, final)
    elif len(there) > 1:
        for node in there[: len(there) - (2 if final is not None else 1)]:
            node.suffix += delimiter
        if final is not None:
            there.insert(len(there) - 1, final)
    return Node(None, [Node(None, [node]) for node in there])


def _conjunction(count: int, manner: Manner, *, is_body: bool) -> Node | None:
    if count < 2:
        return None
    comma = count > 2
    rule = manner.comma_before_body if is_body else manner.comma_before_last
    if rule != "contextual":
        comma = rule == "always"
    return Node(manner.conjunction, prefix=", " if comma else " ", suffix=" ")


def _ellipsis(count: int) -> Node | None:
    return Node("…", prefix=", " if count > 2 else " ", suffix=" ") if count > 1 else None


def _with_et_al(made: list[Node], manner: Manner) -> Node:
    if not made:
        return Node(None)
    comma = len(made) > 1 or manner.comma_before_et_al == "always"
    et_al = leaf(manner.et_al, marks=[ITALIC] if manner.et_al_italic else [])
    et_al.prefix = ", " if comma else " "
    return Node(None, [_join(made, ", "), et_al])


def _is_blank(node: Node) -> bool:
    return not node.text and all(_is_blank(child) for child in node.children)


def _body(person: Mapping[str, Any]) -> Node:
    return Node(None, [Node(None, [Node(None, [Node(None, [leaf(str(person["literal"]))])])])])


@dataclass(slots=True)
class Parts:
    """The parts of a name."""

    family: str
    given: str
    particle: str
    """A particle that belongs to the family's name: "van der"."""
    dropping: str
    """One that does not: "de" of Musset."""
    suffix: str
    comma_suffix: bool
    comma_dropping: str = ""


def parts(person: Mapping[str, Any]) -> Parts:
    """Part a name as citeproc-js does: particles before the family's name and behind the given one, and suffixes."""
    found = Parts(
        str(person.get("family") or ""),
        str(person.get("given") or ""),
        str(person.get("non-dropping-particle") or ""),
        str(person.get("dropping-particle") or ""),
        str(person.get("suffix") or ""),
        bool(person.get("comma-suffix")),
    )
    parse = person.get("parse-names")
    quoted = found.family[:1] == '"' == found.family[-1:]
    if (parse is None or parse) and quoted and len(found.family) > 1:
        found.family = found.family[1:-1]
    elif (
        (parse is None or parse)
        and not found.particle
        and found.family
        and found.given
        and not person.get("static-particles")
    ):
        _find_particles(found)
    return found


def _find_particles(parts: Parts) -> None:
    found: list[str] = []
    rest = parts.family
    while (match := _FAMILY_PARTICLE.match(rest)) and _is_lower(match.group(1)):
        found.append(match.group(1))
        rest = match.group(2)
    parts.family = rest
    particle = "".join(found)
    trimmed = particle.strip()
    parts.particle = trimmed + " " if particle[-1:] == " " and trimmed[-1:] in {"'", "’"} else trimmed
    if not parts.suffix and (comma := _SUFFIX.search(parts.given)):
        suffix = parts.given[comma.end() :]
        if suffix.replace(".", "") == "et al" and not parts.dropping:
            parts.dropping, parts.comma_dropping = suffix, ","
        else:
            parts.comma_suffix = parts.comma_suffix or len(re.sub(r"\s", "", comma.group())) == 2
            parts.suffix = suffix
        parts.given = parts.given[: comma.start()]
    dropped: list[str] = []
    rest = parts.given
    backward = rest[::-1]
    while (match := _GIVEN_PARTICLE.match(backward)) and _is_lower(match.group(1)[::-1]):
        size = len(match.group(1))
        dropped.insert(0, rest[-size:])
        rest = rest[:-size]
        backward = match.group(2)
    parts.given = rest
    if dropped:
        parts.dropping = " ".join("".join(dropped).split())


def _is_lower(particle: str) -> bool:
    found = re.match(r"[-'\u02bb’\s]*(.)", particle)
    first = found.group(1) if found else ""
    return first.upper() != first


def _name(person: Mapping[str, Any], manner: Manner, i: int, language: str) -> Node:
    name = parts(person)
    given_text = name.given
    if manner.is_short:
        given_text = ""
    elif manner.initials is not None and name.family:
        given_text = initials(given_text, manner.initials, only_tidy=manner.whole_given)
    given = leaf(given_text) if given_text else None
    family = leaf(name.family) if name.family else None
    particle = leaf(name.particle) if name.particle else None
    dropping = leaf(name.dropping) if name.dropping and given is not None else None
    suffix = _suffix(name.suffix, manner.initials) if name.suffix and given is not None else None
    joins = name.particle[-1:] in {"’", "'", "-", " "} and bool(name.particle)
    script = _script(name, language)
    if script == 0:
        return _join([particle, family, given], "")
    if script == 1 or person.get("static-ordering"):
        return _join([_join([particle, family], " "), given], " ")
    if manner.inverted == "all" or (manner.inverted == "first" and i == 0):
        separator = ", " if name.given in {"Lord", "Lady"} else manner.separator
        if manner.demotes:
            second = _join([given, dropping], name.comma_dropping + " ")
            second = _join([second, particle], " ")
            return _join([_join([family, second], separator), suffix], separator)
        first = _join([particle, family], "" if joins else " ")
        second = _join([given, dropping], name.comma_dropping + " ")
        return _join([_join([first, second], separator), suffix], separator)
    if (
        name.dropping
        and name.family
        and not name.particle
        and name.dropping[-1:] in {"'", "\u02bc", "’", "-"}
        and name.dropping[:-1] != "de"
    ):
        family = _join([dropping, family], "")
        dropping = None
    if joins:
        second = _join([dropping, _join([particle, family], "")], " ")
    else:
        second = _join([dropping, particle, family], " ")
    second = _join([second, suffix], ", " if name.comma_suffix else " ")
    return _join([given, second], name.comma_dropping + " ")


def _suffix(text: str, after: str | None) -> Node:
    if after is not None:
        text = initials(text, after, only_tidy=True)
    stop = "." if text.endswith(".") else ""
    node = leaf(text.removesuffix("."))
    node.suffix = stop + node.suffix
    return node


def _script(parts: Parts, language: str) -> int:
    """Say whether a name is in an alphabet: 2 wholly, 1 in part or written family first, 0 not at all."""
    if not LETTER.search(parts.family.replace('"', "")):
        return 1 if STARTS.match(parts.given) else 0
    return 1 if language[:2] in {"ja", "zh"} else 2
