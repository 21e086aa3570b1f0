"""The names of an item's authors with stand-ins for their words, and lists of them as one word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ...html import text as escaped
from .initials import initials
from .names import Parts, parts
from .punctuation import settle
from .rendering import as_html, as_text
from .stand_ins import RUN, Template, stand_in
from .tree import Node, without_empty
from .words import BRITISH

_GIVEN = re.compile(r"[A-ZÀ-ÖØ-Þ](?:[a-zß-öø-ſ]+|\.)(?:[- ][A-ZÀ-ÖØ-Þ](?:[a-zß-öø-ſ]+|\.))*")
"""Given names, some of them initials."""
_NAME_PARTS = frozenset({"family", "given", "suffix", "non-dropping-particle", "dropping-particle"})
FORMS: dict[tuple[str | None, bool], int] = {
    (". ", True): 0,
    ("", True): 1,
    (". ", False): 2,
    (".", False): 3,
    ("", False): 4,
}
"""How given names are written: what follows an initial, and whether they are written out, by the number of the form."""
_LINE = re.compile("[A-Za-z\ue000-\uf8ff][-A-Za-zÀ-ÖØ-öø-ſ\ue000-\uf8ff.,& ]*")
"""Names with nothing in or around them that a citation changes."""


class Named(NamedTuple):
    """A name whose words can be filled in: its kind, and the words by the order of their slots."""

    kind: tuple[object, ...]
    words: tuple[str, ...]

    def stand_in(self, slot: int) -> dict[str, Any]:
        """Give the same name with stand-ins for its words."""
        if not self.kind:
            return {"literal": stand_in(slot)}
        ends, particle, dropping, suffix, comma_suffix = self.kind
        return {
            "family": stand_in(slot),
            "given": ends,
            "non-dropping-particle": particle,
            "dropping-particle": dropping,
            "suffix": suffix,
            "comma-suffix": comma_suffix,
            "parse-names": 0,
        }


def has_texts(person: object) -> bool:
    """Say whether something is a name of texts alone."""
    return isinstance(person, Mapping) and all(isinstance(part, str) for part in person.values())


@lru_cache(maxsize=1 << 14)
def named(person: tuple[tuple[str, str], ...]) -> Named | None:
    """Give a name whose words can be filled in; None where what is in them changes a citation."""
    fields = dict(person)
    if fields.keys() == {"literal"}:
        literal = fields["literal"]
        return Named((), (literal,)) if RUN.fullmatch(literal) and "'" not in literal else None
    if not fields.keys() <= _NAME_PARTS or not _is_plain(name := parts(fields), fields):
        return None
    forms = _forms(name.given)
    ends = tuple(form[-1:] == "." for form in forms) if name.given else ()
    kind = (ends, name.particle, name.dropping, name.suffix, name.comma_suffix)
    return Named(kind, (name.family.replace("'", "’"), *(form.removesuffix(".") for form in forms)))


def _is_plain(name: Parts, fields: Mapping[str, str]) -> bool:
    return (
        RUN.fullmatch(name.family) is not None
        and (not name.given or _GIVEN.fullmatch(name.given) is not None)
        and name.given not in {"Lord", "Lady"}
        and not name.comma_dropping
        and (not fields.get("family", "").startswith('"'))
        and name.dropping[-1:] not in {"'", "’", "-"}
    )


@lru_cache(maxsize=4096)
def _forms(given: str) -> tuple[str, ...]:
    return tuple(initials(given, after or "", only_tidy=tidy) for after, tidy in FORMS)


class Line(NamedTuple):
    """A list of names in one manner, without the full stop that it ends with."""

    text: Template
    escaped: Template
    """The text as HTML; what fills it in needs no escaping, for only a conjunction does."""
    html: Template | None
    """The names as a style writes them in HTML, where it writes them otherwise."""
    stop: str


Lines = tuple[Line, ...]


def in_lines(lists: Sequence[Node | None]) -> Lines:
    """Give lists of names, one for each manner; nothing where a citation may change more in one than its last stop."""
    found = []
    for node in lists:
        if node is None:
            return ()
        root = Node(None, [node])
        without_empty(root)
        settle(root, inside=False)
        made, html = as_text(root, BRITISH), as_html(root, BRITISH)
        stop = "." if made[-1:] == "." else ""
        if not _LINE.fullmatch(made) or "<" in html:
            return ()
        text, html = made.removesuffix(stop), html.removesuffix(stop)
        found.append(Line(Template(text), Template(escaped(text)), Template(html) if html != text else None, stop))
    return tuple(found)
