"""How commands report problems: for people, for GitHub, for programs; and what `--strict` makes of warnings."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from builders import LEFT_OUT, SOURCE, article_yaml, dumped
from jsonschema import Draft202012Validator
from sites import ABOUT, NO_SOURCES, first_content, hashes, run, write

from twinning import schema
from twinning.commands import build, check, ending, publish, verify
from twinning.diagnostics import Code, Form, Problem, github, strictly
from twinning.diagnostics.listing import listing

ROOT = ending.ROOT
WRONG = {"articles/ta-0001.yml": article_yaml(rights="publc")}
"""Content with one error and, as without changes, one warning (TW053)."""


def problem(line=3, column=7, path="content/x.yml", code=Code.DATE, message="it is wrong", help_="make it right"):
    return Problem(path, line, column, code, message, help_)


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch):
    for name in ("GITHUB_ACTIONS", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "REPOSITORY"):
        monkeypatch.delenv(name, raising=False)


def checked(content: Path, form: str | None = None, *, strict: bool = False) -> int:
    return check.run([], str(content), str(NO_SOURCES), form, strict=strict)


# --- The form ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["text", "github", "json"])
def test_a_form_is_chosen_by_its_name(name):
    assert Form.chosen(name) == name


@pytest.mark.parametrize(("value", "form"), [("true", "github"), ("false", "text"), ("1", "text"), ("", "text")])
def test_github_is_the_form_within_github_actions(value, form, monkeypatch):
    assert Form.chosen(None) is Form.TEXT
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    assert Form.chosen(None) == form
    assert Form.chosen("text") is Form.TEXT


@pytest.mark.parametrize("name", ["xml", "", "JSON", "json\n", "text,json"])
@pytest.mark.parametrize("command", ["check", "build", "verify", "publish"])
def test_a_form_that_is_none_is_wrong_usage_and_says_which_there_are(command, name, tmp_path, capsys):
    content, before = str(write(tmp_path)), hashes(tmp_path)
    status = {
        "check": lambda: check.run([], content, None, name),
        "build": lambda: build.run(
            content, None, str(tmp_path / "site"), "https://a.example", full_text=False, form=name
        ),
        "verify": lambda: verify.run(content, str(tmp_path), name),
        "publish": lambda: publish.run("https://a.example", str(tmp_path / "site"), name),
    }[command]()
    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert err == f"--format: {name!r} is none; there are text, github, json\n"
    assert hashes(tmp_path) == before


# --- Text --------------------------------------------------------------------------------------------------------


def test_text_ends_with_the_number_and_where_to_read_more(tmp_path, capsys):
    assert checked(write(tmp_path, WRONG)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n1 error and 1 warning\nmore about TW024, TW053: docs/problems/\n")
    assert checked(write(tmp_path / "other")) == 0
    assert capsys.readouterr().err.endswith("\n1 warning\nmore about TW053: docs/problems/TW053.md\n")


def test_text_names_the_folder_of_the_pages_once_where_there_are_several_codes(tmp_path, capsys):
    checked(write(tmp_path, WRONG | {"councils/eastmere.yml": "", "councils/westmere.yml": ""}))
    assert capsys.readouterr().err.endswith(
        "\n3 errors and 1 warning\nmore about TW002, TW024, TW053: docs/problems/\n"
    )


@pytest.mark.parametrize(
    ("environment", "page"),
    [
        ({}, "docs/problems/TW030.md"),
        ({"REPOSITORY": "https://code.example/o/r"}, "https://code.example/o/r/blob/HEAD/docs/problems/TW030.md"),
        ({"REPOSITORY": "https://code.example/o/r/"}, "https://code.example/o/r/blob/HEAD/docs/problems/TW030.md"),
        (
            {"GITHUB_SERVER_URL": "https://code.example", "GITHUB_REPOSITORY": "o/r"},
            "https://code.example/o/r/blob/HEAD/docs/problems/TW030.md",
        ),
        ({"GITHUB_REPOSITORY": "o/r"}, "docs/problems/TW030.md"),
        ({"REPOSITORY": "javascript:alert(1)"}, "docs/problems/TW030.md"),
        ({"REPOSITORY": "https://x\n::error::"}, "docs/problems/TW030.md"),
    ],
)
def test_a_page_is_named_on_the_web_where_that_is_known(environment, page, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ending.page_of(Code.DATE) == page


def test_every_page_that_is_named_is_there():
    assert all((ROOT / ending.page_of(code)).is_file() for code in Code)


def test_hundreds_of_problems_are_all_shown_in_the_order_of_file_line_and_column(tmp_path, capsys):
    changes = {"outline": [{"colour": "x"}] * 250, "url": LEFT_OUT}
    files = {f"articles/ta-{n:04}.yml": article_yaml(id=f"ta-{n:04}", **changes) for n in (1, 2)}
    assert checked(write(tmp_path, files)) == 1
    said = capsys.readouterr().err
    places = [(f, int(n), int(c)) for f, n, c in re.findall(r"^(\S+\.yml):(\d+):(\d+): error", said, re.MULTILINE)]
    assert len(places) == 1500
    assert places == sorted(places)
    assert "\n1500 errors and 2 warnings\n" in said


# --- GitHub ------------------------------------------------------------------------------------------------------


def commands(problems, root=None):
    return github.commands(problems, root or Path.cwd()).splitlines()


def test_an_annotation_names_file_line_column_code_message_and_help():
    assert commands([problem()]) == ["::error file=content/x.yml,line=3,col=7,title=TW030::it is wrong%0Amake it right"]


def test_an_annotation_of_a_whole_file_has_no_line():
    warning = problem(0, 0, code=Code.BAD_SOURCE, help_="")
    assert commands([warning]) == ["::warning file=content/x.yml,title=TW055::it is wrong"]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("100%.yml", "100%25.yml"),
        ("a%0Ab.yml", "a%250Ab.yml"),
        ("a\nb.yml", "a%0Ab.yml"),
        ("a\r\nb.yml", "a%0D%0Ab.yml"),
        ("a,line=9.yml", "a%2Cline=9.yml"),
        ("a::b.yml", "a%3A%3Ab.yml"),
        ("llanfair-ŷ.yml", "llanfair-ŷ.yml"),
        ("\x1b[2J.yml", "�[2J.yml"),
        ("caf\udce9.yml", "caf�.yml"),
        ("a b.yml", "a b.yml"),
    ],
)
def test_a_path_is_escaped_as_a_property(path, written):
    (line,) = commands([problem(path=path)])
    assert line.startswith(f"::error file={written},line=3,")
    line.encode()


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("100 % of it", "100 %25 of it"),
        ("`a%0Ab`", "`a%250Ab`"),
        ("a: b, c::d", "a: b, c::d"),
        ("a\nb\r::error::c", "a b ::error::c"),
        ("“ŷ”", "“ŷ”"),
        ("\u2028\u202e", " �"),
    ],
)
def test_a_message_is_escaped_as_data_and_stays_one_line(message, written):
    assert commands([problem(message=message, help_="")]) == [
        f"::error file=content/x.yml,line=3,col=7,title=TW030::{written}"
    ]


def unescaped(line):
    """Read a workflow command as GitHub's runner does."""
    properties, data = re.fullmatch(r"::\w+ (.*?)::(.*)", line).groups()
    pairs = dict(part.split("=", 1) for part in properties.split(","))
    for escape, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        pairs = {name: value.replace(escape, letter) for name, value in pairs.items()}
        data = data.replace(escape, letter) if escape not in {"%3A", "%2C"} else data
    return pairs, data


def test_what_github_reads_is_what_was_said():
    odd = problem(path="a%,b:c\n%2C%0A.yml", message="100%0A, 5 % : x", help_="%25 %3A")
    pairs, data = unescaped(*commands([odd]))
    assert pairs == {"file": "a%,b:c\n%2C%0A.yml", "line": "3", "col": "7", "title": "TW030"}
    assert data == "100%0A, 5 % : x\n%25 %3A"


def test_files_are_named_from_the_folder_of_the_repository(tmp_path, monkeypatch):
    below = tmp_path / "site" / "content"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    elsewhere = str(tmp_path.parent / "x.yml")
    lines = commands([problem(path="x.yml"), problem(path="../y.yml"), problem(path=elsewhere)], tmp_path)
    named = [re.search("file=(.*?),", line)[1] for line in lines]
    assert named == ["site/content/x.yml", "site/y.yml", elsewhere]


def test_the_repository_is_the_nearest_folder_with_git(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(ending, "ROOT", tmp_path / "site")
    (tmp_path / ".git").mkdir()
    assert ending._repository() == tmp_path
    (tmp_path / "site" / ".git").write_text("gitdir: elsewhere")  # a work tree's
    assert ending._repository() == tmp_path / "site"


def test_no_more_are_annotated_than_github_shows_and_the_log_says_how_many_are_left():
    problems = [problem(line, code=code) for line in range(1, 26) for code in (Code.DATE, Code.NOT_VERIFIED)]
    lines = commands(problems)
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10
    assert [int(re.search(r"line=(\d+)", line)[1]) for line in lines] == [*range(1, 11)] * 2
    assert github.left_out(problems) == "30 of these are not annotated: GitHub shows 10 errors and 10 warnings\n"
    assert github.left_out(problems[:20]) == ""


def test_the_github_form_has_all_problems_in_the_log_and_then_the_annotations(tmp_path, capsys, monkeypatch):
    content = write(tmp_path, WRONG | {f"councils/c{n:02}.yml": "" for n in range(12)})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert checked(content) == 1
    out, err = capsys.readouterr()
    assert err == ""
    log, _, annotated = out.partition("/\n::")
    assert len(re.findall(r"error\[TW0\d\d\]: ", log)) == 13
    assert "\n13 errors and 1 warning\n3 of these are not annotated" in log
    assert len(re.findall(r"^::error file=", annotated, re.MULTILINE)) == 10


def test_nothing_of_a_pull_request_commands_github(tmp_path, capsys):
    evil = "##[add-mask]e ::error::x\n::set-env name=A::b\n"
    checked(write(tmp_path, {"councils/x.yml": f"name: '{evil}'\n::add-mask::e: x\n"}), "github")
    lines = capsys.readouterr().out.splitlines()
    word = re.fullmatch(r"::stop-commands::([0-9a-f]{64})", lines[0])[1]
    assert lines.count(f"::{word}::") == 1
    after = lines[lines.index(f"::{word}::") + 1 :]
    assert after
    assert all(re.match(r"::(error|warning) file=", line) for line in after)


def test_the_github_form_says_nothing_on_standard_output_where_nothing_is_wrong(tmp_path, capsys):
    assert check.run([], str(first_content(tmp_path / "first")), str(NO_SOURCES), "github") == 0
    assert capsys.readouterr().out == ""


def test_output_that_cannot_hold_a_letter_gets_another(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "ascii", write_through=True))
    ending.report([problem(path="ŷ.yml")], Form.GITHUB)
    assert b"::error file=?.yml," in raw.getvalue()


# --- JSON --------------------------------------------------------------------------------------------------------


SCHEMA = Draft202012Validator(json.loads(schema.schemas()["problems.json"]))


def told(capsys):
    """Give the problems that a command wrote as JSON, held to the schema."""
    listed = json.loads(capsys.readouterr().out)
    SCHEMA.validate(listed)
    return listed


def test_json_is_one_array_with_every_problem(tmp_path, capsys):
    assert checked(write(tmp_path, WRONG | {"councils/eastmere.yml": ""}), "json") == 1
    warning, first, second = told(capsys)
    assert warning["code"] == "TW053"
    assert first["path"].endswith("articles/ta-0001.yml")
    line = article_yaml(rights="publc").partition("\nrights:")[0].count("\n") + 2
    assert {name: value for name, value in first.items() if name != "path"} == {
        "line": line,
        "column": 9,
        "severity": "error",
        "code": "TW024",
        "message": "`publc` is not a term of `rights`",
        "help": "one of: in-copyright, open-licence, permission, unknown, withdrawn",
        "page": "docs/problems/TW024.md",
    }
    assert (second["code"], second["line"], second["column"]) == ("TW002", 0, 0)


def test_json_of_no_problems_is_an_empty_array(tmp_path, capsys):
    assert check.run([], str(first_content(tmp_path / "first")), str(NO_SOURCES), "json") == 0
    assert told(capsys) == []


def test_json_names_paths_as_seen_from_here(tmp_path, capsys, monkeypatch):
    write(tmp_path, WRONG)
    monkeypatch.chdir(tmp_path)
    check.run([], str(tmp_path / "content"), str(NO_SOURCES), "json")
    assert told(capsys)[0]["path"] == "content/articles/ta-0001.yml"


@pytest.mark.parametrize(
    "odd", ["a%0Ab", 'a"b\\', "a\nb\r", "ŷ", "\x00\x1b[31m", "\u2028\u202e", "</script>", "😀", "\ud83d"]
)
def test_json_is_ascii_and_reads_back_equal(odd):
    text = listing([problem(path=odd, message=odd, help_=odd)], str)
    assert text.isascii()
    (entry,) = json.loads(text)
    SCHEMA.validate([entry])
    want = odd.replace("\ud83d", "�")
    assert (entry["path"], entry["message"], entry["help"]) == (want, want, want)
    json.dumps(entry, ensure_ascii=False).encode()


def test_a_build_tells_its_warnings_as_json_and_all_else_on_standard_error(tmp_path, capsys):
    content = write(tmp_path, {"pages/about.md": ABOUT})
    arguments = (str(content), str(NO_SOURCES), str(tmp_path / "site"), "https://a.example", False)
    assert build.run(*arguments, form="json") == 0
    assert [(p["code"], p["severity"]) for p in told(capsys)] == [("TW053", "warning")]


def test_a_build_that_fails_tells_its_problems_as_json(tmp_path, capsys):
    arguments = (str(write(tmp_path, WRONG)), str(NO_SOURCES), str(tmp_path / "site"), "https://a.example", False)
    assert build.run(*arguments, form="json") == 1
    assert [p["code"] for p in told(capsys)] == ["TW053", "TW024"]


# --- Strict ------------------------------------------------------------------------------------------------------


def test_strictly_a_warning_is_an_error():
    warning = problem(code=Code.NOT_VERIFIED)
    (strict,) = strictly([warning])
    assert (warning.severity, strict.severity) == ("warning", "error")
    assert (strict.code, strict) == (warning.code, warning)


def test_a_strict_check_shows_warnings_as_errors_and_ends_with_1(tmp_path, capsys):
    content = write(tmp_path)
    assert checked(content) == 0
    assert "warning[TW053]" in capsys.readouterr().err
    assert checked(content, strict=True) == 1
    err = capsys.readouterr().err
    assert "error[TW053]" in err
    assert "warning" not in err
    assert "\n1 error\n" in err


@pytest.mark.parametrize(("form", "said"), [("json", '"severity": "error"'), ("github", "\n::error file=")])
def test_strict_is_said_in_every_form(form, said, tmp_path, capsys):
    assert checked(write(tmp_path), form, strict=True) == 1
    assert said in capsys.readouterr().out


def test_a_strict_check_of_content_without_problems_ends_with_0(tmp_path):
    assert check.run([], str(first_content(tmp_path / "first")), str(NO_SOURCES), strict=True) == 0


def test_a_strict_build_fails_for_a_warning_and_the_former_site_stays(tmp_path):
    content = write(tmp_path, {"pages/about.md": ABOUT})
    assert run(content, tmp_path / "site")[0] == 0
    before = hashes(tmp_path / "site")
    status, said = run(content, tmp_path / "site", strict=True)
    assert status == 1
    assert "error[TW053]" in said
    assert hashes(tmp_path / "site") == before


def test_publish_is_strict_by_itself(tmp_path):
    content = write(tmp_path, {"pages/about.md": ABOUT})
    status, said = run(content, tmp_path / "site", config="publishconf.py")
    assert status == 1
    assert "error[TW053]" in said
    assert not (tmp_path / "site").exists()


@pytest.fixture
def with_source(tmp_path):
    content = write(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "northbridge.txt").write_text(SOURCE, "utf-8")
    return content, tmp_path / "sources"


def test_a_strict_verify_mends_what_was_not_verified(with_source, capsys):
    content, sources = with_source
    assert verify.run(str(content), str(sources), strict=True) == 0
    assert "TW053" not in capsys.readouterr().err
    assert checked(content, strict=True) == 0


def test_a_strict_verify_fails_for_any_other_warning_and_records_nothing(with_source, capsys):
    content, sources = with_source
    (sources / "letter.txt").write_bytes(b"\xff\xfeA\0")
    assert verify.run(str(content), str(sources), strict=True) == 1
    assert "error[TW055]" in capsys.readouterr().err
    assert not (content / "verified.json").exists()
    assert verify.run(str(content), str(sources)) == 0
    assert "warning[TW055]" in capsys.readouterr().err


def test_a_strict_verify_fails_for_evidence_without_a_source_at_hand(with_source, capsys):
    content, sources = with_source
    (sources / "northbridge.txt").unlink()
    assert verify.run(str(content), str(sources), "json", strict=True) == 1
    assert [(p["code"], p["severity"]) for p in told(capsys)] == [("TW053", "error")]


# --- The command line --------------------------------------------------------------------------------------------


def called(*arguments: str, **how) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        [sys.executable, str(ROOT / "tasks.py"), *arguments],
        env=environment | {"TWINNING_NO_VENV": "1"} | how.pop("env", {}),
        stdout=how.pop("stdout", subprocess.PIPE),
        stderr=how.pop("stderr", subprocess.PIPE),
        check=False,
        timeout=100,
        **how,
    )


def test_standard_output_holds_json_alone(tmp_path):
    content = write(tmp_path, {"councils/llanfair-ŷ.yml": dumped({"name": "Llanfair Ŷ"})})
    said = called("check", "--content", str(content), "--format=json", env={"PYTHONIOENCODING": "ascii"})
    assert said.returncode == 1
    listed = json.loads(said.stdout)
    SCHEMA.validate(listed)
    assert any("llanfair-ŷ" in p["path"] for p in listed)
    assert said.stderr == b""


def test_wrong_usage_leaves_standard_output_empty(tmp_path):
    said = called("check", "--content", str(tmp_path / "nowhere"), "--format=json")
    assert (said.returncode, said.stdout) == (2, b"")


def test_a_terminal_of_another_alphabet_is_no_fault(tmp_path):
    content = write(tmp_path, {"councils/llanfair-ŷ.yml": dumped({"name": "Llanfair Ŷ"})})
    for form in ("text", "github"):
        environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        said = called("check", "--content", str(content), f"--format={form}", env=environment)
        assert said.returncode == 1
        assert b"Traceback" not in said.stderr


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_an_answer_nobody_reads_to_its_end_is_no_fault(form, tmp_path):
    content = write(tmp_path, {f"councils/c{n:04}.yml": "" for n in range(2000)})
    reader, writer = os.pipe()
    os.close(reader)
    other = "stderr" if form == "text" else "stdout"
    said = called("check", "--content", str(content), f"--format={form}", **{other: writer})
    os.close(writer)
    assert said.returncode == 130
    assert not (said.stdout if other == "stderr" else said.stderr)


# --- On GitHub ---------------------------------------------------------------------------------------------------


def test_the_workflow_checks_the_content_strictly_before_the_tests():
    workflow = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    steps = re.findall(r"python3 tasks\.py (\w+[^\n]*)", workflow)
    assert [step.split()[0] for step in steps] == ["ledger", "check", "test", "publish"]
    assert steps[1] == "check --strict"
    assert "--format" not in workflow  # GitHub Actions is noticed
