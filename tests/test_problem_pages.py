"""Every code has its page: an example that has the problem, one that nearly has it, and the pages in docs/ current."""

import ast
import re
from pathlib import Path

import pytest

from twinning.diagnostics import Code
from twinning.explained import EXPLAINED, page
from twinning.explained.entry import ARTICLE, BASE, Entry, changed, with_fields
from twinning.explained.page import Untrue, meanings, pages, write
from twinning.explained.trial import problems_of

ROOT = Path(__file__).resolve().parents[1]
BY_CODE = {entry.code: entry for entry in EXPLAINED}
SHOWN = [entry for entry in EXPLAINED if entry.bad is not None]
HOW = "add an Entry for it in plugins/twinning/explained/ (CONTRIBUTING.md, “Adding a problem code”)"


@pytest.fixture(scope="module")
def made():
    return pages(EXPLAINED)


# The table


@pytest.mark.parametrize("code", Code, ids=lambda code: f"{code}-{code.name}")
def test_a_code_has_its_entry(code):
    assert code in BY_CODE, f"{code} ({code.name}) has no page: {HOW}"


def test_entries_stand_in_the_order_of_their_codes_and_once():
    codes = [str(entry.code) for entry in EXPLAINED]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("code", Code)
def test_a_code_says_below_its_name_what_it_means(code):
    assert code in meanings(), f"{code.name} has no docstring"
    assert meanings()[code].endswith(".")


@pytest.mark.parametrize("entry", EXPLAINED, ids=lambda entry: str(entry.code))
def test_an_entry_has_a_remedy_and_both_examples_or_names_the_test_that_shows_the_problem(entry):
    assert len(entry.remedy) > 40
    assert (entry.bad is None) == (entry.good is None)
    assert (entry.bad is None) or not entry.held_by
    if entry.held_by:
        path, _, name = entry.held_by.partition("::")
        assert re.search(rf"^def {name}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE), entry.held_by


def used():
    """Give the names of the codes that the house gives to problems."""
    house = ROOT / "plugins" / "twinning"
    for path in house.rglob("*.py"):
        if path.relative_to(house).parts[0] not in {"diagnostics", "explained"}:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Code":
                    yield node.attr


@pytest.mark.parametrize("entry", [e for e in EXPLAINED if not e.held_by and e.bad is None], ids=lambda e: str(e.code))
def test_a_code_without_an_example_is_given_to_nothing(entry):
    assert entry.code.name not in set(used()), f"{entry.code} is given now: add examples to its entry, or `held_by`"


# The examples, read and checked as every archive is


def test_the_archive_of_the_examples_has_no_problem():
    assert problems_of({}) == []


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: str(entry.code))
def test_the_bad_example_gives_exactly_its_code(entry):
    assert {problem.code for problem in problems_of(entry.bad)} == {entry.code}


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: str(entry.code))
def test_the_good_example_gives_no_problem(entry):
    assert problems_of(entry.good) == []


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: str(entry.code))
def test_the_good_example_is_not_far_from_the_bad_one(entry):
    assert entry.good != entry.bad
    assert bool(isinstance(entry.good, str)) == bool(isinstance(entry.bad, str))


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: str(entry.code))
def test_every_problem_says_what_to_do(entry):
    assert all(problem.help for problem in problems_of(entry.bad))


def test_problems_of_examples_name_files_from_the_archives_folder():
    for entry in SHOWN:
        for problem in problems_of(entry.bad):
            assert problem.path.startswith(("content/", "sources/"))
            assert "example-" not in problem.message + problem.help


# Fields put into a record


@pytest.mark.parametrize(
    ("record", "fields", "made_of_them"),
    [
        ("a: 1\nb: 2\n", "c: 3\n", "a: 1\nb: 2\nc: 3\n"),
        ("a: 1\nb: 2\nc: 3\n", "b: 4\n", "a: 1\nb: 4\nc: 3\n"),
        ("a: 1\nb:\n  - x\n  - y\nc: 3\n", "b: 4\n", "a: 1\nb: 4\nc: 3\n"),
        ("a: 1\nb: 2\n", "a: 3\na: 4\n", "a: 3\na: 4\nb: 2\n"),
        ("a: 1\n", "b:\n- x\n\n- y\n", "a: 1\nb:\n- x\n\n- y\n"),
        ("a: 1\n", "b:\n", "a: 1\nb:\n"),
        ("b: 2\na: 1\nc: 3\n", "a: x\nb: y\n", "a: x\nb: y\nc: 3\n"),
    ],
)
def test_fields_replace_those_of_their_name_or_are_added(record, fields, made_of_them):
    assert with_fields(record, fields) == made_of_them


def test_mere_text_is_fields_of_the_article():
    assert changed("language: cy\n") == {ARTICLE: f"{BASE[ARTICLE]}language: cy\n"}


# The pages


def test_the_pages_in_the_repository_are_current(made):
    folder = ROOT / "docs" / "problems"
    there = {path.name: path.read_bytes().decode() for path in folder.glob("*")}
    assert sorted(there) == sorted(made), "run `python3 tasks.py problems`"
    for name, text in made.items():
        assert there[name] == text, f"{name}: run `python3 tasks.py problems`"


def test_a_page_says_what_is_wrong_and_right_and_what_check_says(made):
    text = made["TW030.md"]
    assert "# TW030: The date cannot be read or cannot be\n" in text
    assert text.index("published: 03/04/2011") < text.index("error[TW030]: ") < text.index("published: 2011-04-03")


def test_the_index_names_every_code_with_its_severity(made):
    rows = re.findall(r"^\| \[(TW\d+)\]\(\1\.md\) \| (error|warning) \|", made["README.md"], re.MULTILINE)
    assert rows == [(str(entry.code), str(entry.code.severity)) for entry in EXPLAINED]


def test_pages_hold_nothing_that_is_not_seen(made):
    for text in made.values():
        assert all(line.isprintable() for line in text.split("\n"))


def test_code_in_an_example_does_not_end_the_code_it_stands_in():
    assert page._fenced("````\nx", "text") == "`````text\n````\nx\n`````"


def test_an_example_that_gives_another_code_is_untrue_and_nothing_is_written(tmp_path):
    (tmp_path / "TW001.md").write_text("before")
    wrong = Entry(code=Code.DATE, remedy="x", bad="section:\n", good="language: cy\n")
    worse = Entry(code=Code.EMPTY_VALUE, remedy="x", bad="section:\n", good="published: soon\n")
    with pytest.raises(Untrue) as untrue:
        write(tmp_path, [wrong, worse])
    assert "TW030: the bad example gives TW025, not TW030 alone" in str(untrue.value)
    assert "TW025: the good example gives TW030, not nothing" in str(untrue.value)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("TW001.md", "before")]


def test_the_page_of_a_code_that_is_none_is_removed(tmp_path):
    (tmp_path / "TW999.md").write_text("x")
    write(tmp_path / "new", [])
    write(tmp_path, [BY_CODE[Code.DATE]])
    assert {path.name for path in tmp_path.iterdir()} == {"new", "README.md", "TW030.md"}


def test_a_problem_no_example_can_show_names_its_test():
    entry = Entry(code=Code.DATE, remedy="Wait.", held_by="tests/test_build.py::test_x")
    assert "`tests/test_build.py::test_x`" in pages([entry])["TW030.md"]


def test_the_task_says_which_example_is_untrue(monkeypatch, capsys):
    from twinning import explained
    from twinning.commands import problems

    monkeypatch.setattr(explained, "EXPLAINED", (Entry(code=Code.DATE, remedy="x", bad="section:\n", good=""),))
    assert problems.run() == 1
    assert "TW030: the bad example gives TW025" in capsys.readouterr().err
