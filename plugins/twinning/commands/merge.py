"""Make one record of two that are of one thing, and let every address of the one that goes lead to the other."""

from __future__ import annotations

from pathlib import Path

from ..publish.growth import of_left
from . import moving
from .ending import FINE, ROOT, folder, refuse


def run(old: str, new: str, content: str | None) -> int:
    """Remove one record, name the other wherever it was named, and say in the ledger where its addresses lead."""
    from ..publish import ledger as published
    from .rewriting import CannotRewrite

    try:
        here = folder(content, ROOT / "content", "--content")
        from_, to = moving.address(old), moving.address(new)
        ledger = published.read(here.parent / published.NAME)
        files = _merged(here, from_, to)
        with moving.changed(files):
            found = moving.moves(ledger, here, from_, to)
            moving.say(ledger, of_left(found, moving.day(), to=found))
            now = published.read(ledger.path)
            said = f"What stood here came from a record that is now one with another, {to}."
            moving.say(now, moving.ended(now, here, said))
    except (NotADirectoryError, CannotRewrite, ValueError) as fault:
        return refuse(f"merge: {fault}")
    except OSError as fault:
        return refuse(f"merge: {fault.filename} cannot be written: {fault.strerror}; see who may write there")
    for path in files:
        print(path)
    return FINE


def _merged(content: Path, old: str, new: str) -> dict[Path, str | None]:
    """Give the files to write and (None) to remove. Raises `WrongAddress` and `CannotRewrite`."""
    one, other = moving.record_of(old), moving.record_of(new)
    if one is None or other is None or one[0] != other[0] or one == other:
        msg = "give two records of one kind, such as /partners/jiangsu-province/ /partners/jiangsu/"
        raise moving.WrongAddress(msg)
    kind, name = one
    path, target = content / kind / f"{name}.yml", content / kind / f"{other[1]}.yml"
    for file in (path, target):
        if not file.is_file():
            msg = f"there is no record {file}"
            raise moving.WrongAddress(msg)
    if kind == "articles":
        moving.hold_one_story(path, target)
        return {path: None}
    moving.hold_reports_apart(content, kind, name, other[1])
    names = moving.names_of(path)
    return {
        target: _with_aliases(target, names),
        **moving.references(content, kind, name, other[1], besides=frozenset({path, target})),
        path: None,
    }


def _with_aliases(target: Path, names: list[str]) -> str:
    """Give the remaining record's text with the names of the one that goes among its aliases."""
    from .rewriting import value, without_fields

    text = target.read_text("utf-8")
    own = moving.names_of(target)
    more = [name for name in names if name.casefold() not in {known.casefold() for known in own}]
    if not more:
        return text
    aliases = [*own[1:], *more]
    listed = ", ".join(value(name) for name in aliases)
    return f"{without_fields(text, {'aliases'})}aliases: [{listed}]\n"
