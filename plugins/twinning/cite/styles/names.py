"""Names of CSL-JSON as the styles write them: order, initials, particles, suffixes, and how many before "et al."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .tree import ITALIC, Node, leaf

_ROMANESQUE = (
    r"a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff\u0600-\u06ff"
    r"\u200c\u200d\u200e\u0218\u0219\u021a\u021b\u202a-\u202e"
)
_STARTS = re.compile(f"[&{_ROMANESQUE}]")
_LETTER = re.compile(f"[-0-9{_ROMANESQUE}]")
_INITIAL = re.compile(
    r"([A-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u042f\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff\u0370\u0372\u0376\u0386"
    r"\u0388-\u03ab\u03e2\u03e4\u03e6\u03e8\u03ea\u03ec\u03ee\u03f4\u03f7\u03fd-\u03ff])"
    r"([a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u052f\u0600-\u06ff\u0370-\u03ff\u1f00-\u1fff]*|)(\.)*"
)
_JOINT = re.compile(r"[-\s]*</*(?:span\s+class=\"no(?:case|decor)\"|i|sc|b|sub|sup)>[-\s]*|[-\s]+")
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
    if not _LETTER.search(parts.family.replace('"', "")):
        return 1 if _STARTS.match(parts.given) else 0
    return 1 if language[:2] in {"ja", "zh"} else 2


def initials(name: str, after: str, *, only_tidy: bool = False) -> str:
    """Give the initials of given names; `after` follows each: "Jean-Paul" is "J.-P." with ". ".

    With `only_tidy`, names stay as they are, and what is an initial already is written so.
    """
    if not name or name in {"Lord", "Lady"}:
        return name
    if not _STARTS.match(re.sub(r"^(?:<[^>]+>)*", "", name)):
        return name
    name = re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", name))
    name = re.sub(r"-([a-z])", r"–\1", name)
    name = re.sub(r"\.(?=[^ ])", ". ", name)
    words = _JOINT.split(name)
    joints = _JOINT.findall(name)
    if not joints:
        last = re.search(r"[^.]+$", words[0])
        if last and len(last.group()) == 1 and last.group() != last.group().lower():
            words[0] += "."
    if only_tidy:
        return re.sub(r"–([a-z])", r"-\1", _tidy(words, joints, after))
    pieces: list[str] = []
    for i, word in enumerate(words):
        joint = joints[i] if i < len(joints) else None
        made, joint = _initial(word, joint, after)
        pieces += (made, joint)
    made = re.sub(r"[\t\n\v\f\r \ufeff\xa0]+$", "", "".join(pieces))
    made = re.sub(r"\s*-\s*", "-", made)
    made = re.sub(r"[\t\n\v\f\r ]+", " ", made)
    return re.sub(r"–([a-z])", r"-\1", made)


def _tidy(words: list[str], joints: list[str], after: str) -> str:
    parts = [words[0]]
    for joint, word in zip(joints, words[1:], strict=True):
        parts += (joint, word)
    short = []
    for i, part in enumerate(parts):
        bare = re.sub(r"^(?:<[^>]+>)*", "", part)
        if len(bare) > 1 and bare[-1] == ".":
            parts[i] = re.sub(r"^(.*)\.(.*)$", r"\1\2", part)
            short.append(True)
        else:
            short.append(len(part) == 1 and part.upper() == part)
    for i in range(0, len(parts), 2):
        if not short[i]:
            continue
        if i < len(parts) - 2:
            tags = "".join(re.findall(r"(?:<[^>]+>)+", parts[i + 1])) or parts[i + 1]
            if not short[i + 2]:
                tags += " "
            parts[i + 1] = after.removesuffix("\ufeff") + tags if len(parts[i + 2]) > 1 else _spaced(tags, after)
        if i == len(parts) - 1:
            parts[i] += after
    made = re.sub(r"[\t\n\v\f\r \ufeff\xa0]+$", "", "".join(parts))
    return re.sub(r"[\t\n\v\f\r ]+", " ", re.sub(r"\s*-\s*", "-", made))


def _initial(word: str, joint: str | None, after: str) -> tuple[str, str]:
    if not word:
        return word, joint or ""
    found = _INITIAL.match(word)
    if found and found.group(1)[:1] == found.group(1)[:1].upper():
        first, more = found.group(1), found.group(2) or ""
        if more and found.group(3):
            first, more = first + more, ""
        run = ""
        for letter in more:
            if letter != letter.upper():
                break
            run += letter
        extra = run.lower() if more and len(run) < len(more) else ""
        made = first + extra
        if joint is None:
            return made, after
        if "-" in joint:
            return made, _spaced(joint.replace("-", "", 1), after) + "-"
        return made, _spaced(joint, after)
    if _LETTER.search(word) and not (found and found.group(3)):
        return " " + word, joint or ""
    return word, joint or ""


def _spaced(joint: str, after: str) -> str:
    tags = "".join(re.findall(r"-*<[^>]+>-*", joint))
    if not tags:
        return after
    found = re.match(r"(.*[^\s])*(\s+)$", after)
    return (found.group(1) or "") + tags + found.group(2) if found else after + tags
