"""How problems are ordered, counted and shown."""

import io
import os
import re
import sys
import time

import pytest

from twinning.diagnostics import Code, ContentError, Problem, Severity, count, errors, show, wants_colour

DATE = Problem("content/articles/ta-0001.yml", 3, 12, Code.DATE, "`2011-02-30`: day out of range", "Correct the day.")
NEVER = Problem("content/articles/ta-0001.yml", 0, 0, Code.NOT_VERIFIED, "never checked")
TEXT = "id: ta-0001\nheadline: A link ends\npublished: 2011-02-30\n"


def problem(line=1, column=1, path="x.yml", code=Code.DATE, message="it is wrong", help_=""):
    return Problem(path, line, column, code, message, help_)


def shown(text, **where):
    return show([problem(**where)], {"x.yml": text}).split("\n")


# Codes


def test_every_code_is_its_own_and_of_one_form():
    assert len({str(code) for code in Code}) == len(list(Code))
    assert all(re.fullmatch(r"TW[01][0-9]{2}", code) for code in Code)


def test_only_what_a_site_can_be_built_with_is_a_warning():
    warnings = {code for code in Code if code.severity is Severity.WARNING}
    files = {Code.UNSEEN, Code.MIXED_LETTERS, Code.NOT_COMPOSED, Code.CUT_OFF, Code.MISREAD, Code.BAD_SOURCE}
    assert warnings == files | {
        Code.UNSUPPORTED,
        Code.OUT_OF_ORDER,
        Code.ALIKE,
        Code.NOT_VERIFIED,
        Code.NOT_REVIEWED,
        Code.STILL_TOLD,
        Code.NO_DATABASE,
        Code.DIFFERS,
        Code.UNCHECKED,
    }


# Lists of problems


def test_errors_are_those_that_forbid_a_build():
    assert errors([NEVER, DATE]) == (DATE,)


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ([], "no problems"),
        ([DATE], "1 error"),
        ([NEVER], "1 warning"),
        ([DATE, NEVER, DATE], "2 errors and 1 warning"),
        ([NEVER, NEVER], "2 warnings"),
    ],
)
def test_problems_are_counted_in_words(problems, said):
    assert count(problems) == said


def test_a_content_error_holds_all_problems_by_file_line_and_column():
    unsorted = [problem(2, 1), problem(1, 9, "y.yml"), problem(1, 10), problem(1, 9)]
    error = ContentError(unsorted)
    assert [(p.path, p.line, p.column) for p in error.problems] == [
        ("x.yml", 1, 9),
        ("x.yml", 1, 10),
        ("x.yml", 2, 1),
        ("y.yml", 1, 9),
    ]
    assert str(error) == "4 errors in the content"


# Showing


def test_an_error_is_shown_with_its_place_its_line_a_caret_and_the_remedy():
    assert show([DATE], {DATE.path: TEXT}) == (
        "content/articles/ta-0001.yml:3:12: error[TW030]: `2011-02-30`: day out of range\n"
        "  |\n"
        "3 | published: 2011-02-30\n"
        "  |            ^\n"
        "  = help: Correct the day.\n"
    )


def test_a_problem_of_a_whole_file_has_no_excerpt():
    assert show([NEVER], {NEVER.path: TEXT}) == "content/articles/ta-0001.yml: warning[TW053]: never checked\n"


def test_the_gutter_is_as_wide_as_the_line_number():
    assert shown("\n" * 99 + "headline: x", line=100, column=11) == [
        "x.yml:100:11: error[TW030]: it is wrong",
        "    |",
        "100 | headline: x",
        "    |           ^",
        "",
    ]


def test_problems_are_shown_by_file_and_line_whatever_their_order():
    problems = [problem(2, 3), problem(1, 1, "a.yml"), problem(1, 1)]
    texts = {"x.yml": "one\ntwo", "a.yml": "one"}
    assert show(problems, texts) == show(problems[::-1], texts)
    assert re.findall(r"^\w\.yml:\d", show(problems, texts), re.MULTILINE) == ["a.yml:1", "x.yml:1", "x.yml:2"]


@pytest.mark.parametrize("column", [1, 54, 55, 56, 200, 391, 400])
def test_a_long_line_is_cut_with_the_caret_still_under_its_letter(column):
    line = "".join(chr(0x4E00 + i) for i in range(400))
    _, _, excerpt, caret, _ = shown(line, column=column)
    assert excerpt[caret.index("^")] == line[column - 1]
    assert len(excerpt) <= 116
    assert excerpt.startswith("1 | …") == (column > 55)
    assert excerpt.endswith("…") == (column < 345)


def test_a_caret_may_stand_after_the_end_of_a_line():
    assert shown("id", column=3)[2:4] == ["1 | id", "  |   ^"]


@pytest.mark.parametrize("line", [2, 99])
def test_a_line_that_is_not_there_is_not_shown(line):
    assert shown("only", line=line) == [f"x.yml:{line}:1: error[TW030]: it is wrong", ""]


def test_lines_are_read_from_the_file_where_no_text_is_given(tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes("\ufeffid: é\r\nurl: y\r\n".encode())
    assert "1 | id: é\n  |     ^\n" in show([problem(1, 5, str(path))])
    assert "2 | url: y\n  |      ^\n" in show([problem(2, 6, str(path))])


def test_a_file_that_cannot_be_read_has_no_excerpt(tmp_path):
    assert show([problem(1, 1, str(tmp_path))]) == f"{tmp_path}:1:1: error[TW030]: it is wrong\n"


def test_a_file_gone_or_shortened_since_it_was_checked_has_no_excerpt(tmp_path):
    path = tmp_path / "x.yml"
    place = problem(2, 9, str(path))
    assert show([place]) == f"{path}:2:9: error[TW030]: it is wrong\n"
    path.write_text("id: x\n12", "utf-8")
    assert "2 | 12\n  |         ^\n" in show([place])
    path.write_text("id: x", "utf-8")
    assert show([place]) == f"{path}:2:9: error[TW030]: it is wrong\n"


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "x.yml")
    assert show([problem(1, 1, str(tmp_path / "x.yml"))]).count("\n") == 1


def test_a_path_that_no_file_can_have_has_no_excerpt():
    assert show([problem(1, 1, "a\0b.yml")]) == "a�b.yml:1:1: error[TW030]: it is wrong\n"


def test_thousands_of_problems_in_one_long_line_are_shown_in_little_time():
    text = "\x07é" * 100_000
    begun = time.process_time()
    said = show([problem(1, column) for column in range(1, 5001)], {"x.yml": text})
    assert said.count("error[TW030]") == 5000
    assert time.process_time() - begun < 2


def test_a_terminal_is_given_nothing_to_obey():
    text = show(
        [problem(1, 4, "\x1b[2J\udce9.yml", message="no \x1b[31m`\u202e`", help_="a\nb")],
        {"\x1b[2J\udce9.yml": "a\t\x07b\u00a0c"},
    )
    assert text.isprintable() is False
    assert all(line.isprintable() for line in text.split("\n"))
    assert "1 | a �b c\n  |    ^\n" in text
    text.encode()


def test_colour_changes_nothing_but_the_colour():
    plain, painted = (show([DATE, NEVER], {DATE.path: TEXT}, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
    assert "\x1b[1;31merror[TW030]\x1b[0m" in painted
    assert "\x1b[1;33mwarning[TW053]\x1b[0m" in painted


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "colour"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour_is_for_terminals_that_show_it(monkeypatch, stream, environment, colour):
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", stream)
    assert wants_colour() is colour
