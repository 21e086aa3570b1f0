"""Good records spoilt field by field: each wrong value is told at the line of its field, or is one somebody may mean.

Every field of every record is replaced by each of a list of values. What is accepted then is judged here: `MAY_BE` says
which values a field of each kind may have, and nothing else passes. `EXAMPLES=1` does the same to the archive's own
records.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import CONTENT, SOURCE, TODAY
from test_anything import GOOD, paths, put

from twinning.commands.ending import ROOT
from twinning.diagnostics import Code, Problem, errors, show
from twinning.gate import check
from twinning.loading import KINDS, load_text, tree
from twinning.records import Article

Where = tuple[str | int, ...]

VALUES: dict[str, Any] = {
    "nothing": None,
    "empty": "",
    "white space": "   ",
    "zero": 0,
    "seven": 7,
    "less than none": -1,
    "a fraction": 1.5,
    "huge": 10**30,
    "true": True,
    "a list": ["x"],
    "an empty list": [],
    "a list of groups": [{"x": 1}],
    "a group": {"x": "y"},
    "an empty group": {},
    "very long": "x" * 6000,
    "two lines": "a\nb",
    "a control character": "a\x07b",
    "a day that is none": "2011-02-30",
    "a day to come": "2999-01-01",
    "a script": "<script>",
    "words": "What is not meant here",
}
WITHOUT_A_LETTER = {"zero", "seven", "less than none", "a fraction", "huge", "a day that is none", "a day to come"}
WORDS = WITHOUT_A_LETTER | {"true", "a script", "words"}
"""What any line of text may be: a headline is `1984`, and `<script>` is shown as it stands."""
LISTS = (
    "aliases",
    "archived",
    "as_reported",
    "byline",
    "events",
    "notes",
    "outline",
    "reports",
    "statements",
    "supports",
)
LINES = ("headline", "supplied_title", "section", "edition", "agency", "family", "given", "by", "role", "what",
"place", "name", "party", "who",
         "official_name", "country_name", "within", "publisher")  # fmt: skip
MAY_BE: dict[str, set[str]] = {
    **dict.fromkeys(LINES, WORDS),
    **dict.fromkeys(("summary", "gist", "published_basis", "note"), WORDS | {"two lines"}),
    # Text of an outline, of a note (Markdown: a script is none), or a local name (one line).
    "text": WORDS | {"two lines"},
    "pages": {"seven"},
    "lon": {"zero", "less than none", "a fraction"},
    "geonames": {"seven"},
    **{name: {"an empty list"} for name in LISTS},
}
"""The values that a field of a name may have, though it had another."""


class _Plain(yaml.CSafeDumper):
    def ignore_aliases(self, _data: object) -> bool:
        return True


def dumped(data: Any) -> str:
    """Write data as `builders.dumped` does, in C: these tests write thousands of records."""
    text: str = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    return text.replace("'on': ", "on: ")


def may_be(kind: str, where: Where, what: str) -> bool:
    """Tell whether somebody may mean this value in this field."""
    field = str(next(step for step in reversed(where) if isinstance(step, str)))
    if what == "another field's":  # of another kind: a number for a line of words
        return "seven" in MAY_BE.get(field, ())
    if isinstance(where[-1], int):
        return field == "aliases" and what in WORDS
    if where == ("name",) and kind in {"councils", "partners"} and what in WITHOUT_A_LETTER:
        return False
    if field == "aliases" and what == "a list":
        return True
    if field == "lat" and kind == "partners":
        return what in {"zero", "seven", "less than none", "a fraction"}
    if field == "lon":
        return what in MAY_BE["lon"] or (kind == "partners" and what == "seven")
    if field == "text" and where[0] in {"notes", "local_name"}:
        return what in (MAY_BE["text"] - {"a script"} if where[0] == "notes" else WORDS)
    return what in MAY_BE.get(field, set())


def at(data: Any, where: Where) -> Any:
    for step in where:
        data = data[step]
    return data


def spoilt(data: Any, where: Where) -> Iterator[tuple[str, Any, Where]]:
    """Give the record with this field spoilt: how, the data, and where the problem belongs."""
    value = at(data, where)
    for what, wrong in VALUES.items():
        if wrong != value:
            yield what, put(data, where, wrong), where
    if isinstance(where[-1], str):
        parent = at(data, where[:-1])
        renamed = {f"{name}x" if name == where[-1] else name: below for name, below in parent.items()}
        yield "renamed", put(data, where[:-1], renamed), (*where[:-1], f"{where[-1]}x")
        other = next((below for name, below in reversed(parent.items()) if name != where[-1]), None)
        if type(other) is not type(value):
            yield "another field's", put(data, where, other), where


def told(kind: str, text: str, folder: Path, name: str) -> list[Problem]:
    """Give the record's errors, by the loader, and where that finds none, by the gate."""
    problems = load_text(name, text, KINDS[kind])[1]
    show(problems, {name: text})
    if not errors(problems):
        (folder / "content" / name).write_text(text, "utf-8")
        problems = list(check(folder / "content", folder / "sources", TODAY).problems)
        show(problems)
    return list(errors(problems))


def lines_of(text: str, where: Where) -> set[int]:
    """Give the lines on which a problem of a field may stand: its name's, its value's, and those of what it is part of.

    What lacks is told at the group that lacks it.
    """
    node = tree.parse(text)
    found = {tree.locate(node, where[:depth])[0] for depth in range(max(0, len(where) - 2), len(where) + 1)}
    for step in where:
        if isinstance(node, tree.Fields) and isinstance(step, str):
            key = next((key for key, _ in node.pairs if key.text == step), None)
            found |= {key.line} if key is not None and step == where[-1] else set()
            node = node.get(step) or node
        elif isinstance(node, tree.Items) and isinstance(step, int) and step < len(node.nodes):
            node = node.nodes[step]
    return found


def assert_told_or_meant(kind: str, name: str, data: Any, folder: Path, wheres: list[Where]) -> None:
    for where in wheres:
        for what, wrong, place in spoilt(data, where):
            text = dumped(wrong)
            found = told(kind, text, folder, name)
            if not found:
                assert may_be(kind, where, what), f"{name}: {where} may not be {what}"
                continue
            assert all(p.help for p in found), found
            if all(p.code in {Code.SYNTAX, Code.ENCODING} for p in found):
                continue
            assert lines_of(text, place) & {p.line for p in found}, f"{name}: {where}, {what}: {found}"
    (folder / "content" / name).write_text(dumped(data), "utf-8")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one record of everything and of what it names."""
    folder = tmp_path_factory.mktemp("spoilt")
    for name, text in {**CONTENT, **{name: dumped(data) for name, data in GOOD.items()}}.items():
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / name).write_text(str(text), "utf-8")
    (folder / "sources").mkdir()
    (folder / "sources" / "a.txt").write_text(SOURCE, "utf-8")
    assert errors(check(folder / "content", folder / "sources", TODAY).problems) == ()
    return folder


@pytest.mark.parametrize(("name", "part"), [(name, part) for name in GOOD for part in range(2)])
def test_a_field_spoilt_is_told_at_its_line_or_may_be_meant(name: str, part: int, archive: Path):
    assert_told_or_meant(name.partition("/")[0], name, GOOD[name], archive, list(paths(GOOD[name]))[part::2])


REAL = sorted(p.relative_to(ROOT / "content").as_posix() for kind in KINDS for p in (ROOT / "content" / kind).glob("*"))


@pytest.mark.timeout(3000)  # with EXAMPLES, a hundred fields in twenty ways
@pytest.mark.parametrize("name", REAL)
def test_a_field_of_the_archives_own_records_spoilt_is_told_by_the_loader(name: str):
    """With EXAMPLES all fields; else those at the top, and of an article, which is long, some of them."""
    text = (ROOT / "content" / name).read_text("utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)
    cls = KINDS[name.partition("/")[0]]
    everything = list(paths(data))
    at_the_top = [where for where in everything if len(where) == 1][:: 4 if cls is Article else 1]
    for where in everything if os.environ.get("EXAMPLES") else at_the_top:
        for what, wrong, place in spoilt(data, where):
            spoilt_text = plain(wrong)
            problems = load_text(name, spoilt_text, cls)[1]
            show(problems, {name: spoilt_text})
            if not problems:
                is_known_later = what in LATER or str(where[-1]) in KNOWN_LATER or "as_reported" in where
                assert is_known_later or may_be(name.partition("/")[0], where, what), f"{where}: {what}"
            elif not {p.code for p in problems} <= ELSEWHERE:
                assert lines_of(spoilt_text, place) & {p.line for p in problems}, f"{where}, {what}: {problems}"


ELSEWHERE = {Code.SYNTAX, Code.ENCODING, Code.PARAGRAPH, Code.OUTLINE}
"""What may be told elsewhere: a number of paragraphs that is too small, or too great a one, at those that disagree."""
LATER = {"a day to come", "words"}
KNOWN_LATER = {"id", "newspaper", "council", "partner", "successor", "quote", "grounds", "p", "pages"}
"""What the loader alone cannot know: the day, which records there are, which words the newspaper has, and for what."""


def plain(data: Any) -> str:
    """Write what was read as text only, as the records have it: numbers without quotation marks."""
    return re.sub(r"(?m)'([0-9.-]+)'$", r"\1", dumped(data))


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_field_twice_is_told_at_the_second(name: str):
    lines = dumped(GOOD[name]).split("\n")
    for number, line in enumerate(lines):
        field = re.match(r"(\w+):", line)
        if field:
            text = "\n".join([*lines[:-1], f"{field[1]}: x", ""])
            [problem] = load_text(name, text, KINDS[name.partition("/")[0]])[1]
            assert (problem.code, problem.line, problem.column) == (Code.DUPLICATE_FIELD, len(lines), 1)
            assert f"first in line {number + 1}" in problem.message
