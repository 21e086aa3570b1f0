"""The command line: every task is listed, statuses arrive, wrong usage is 2, a fault is one line and 70."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import tasks
from twinning import records  # noqa: F401  # the package must be here before a part of it is replaced
from twinning.publish.lock import one_at_a_time

ROOT = tasks.ROOT

NAMES = {
    *("archive-links", "audit", "bench", "build", "check", "cite", "clean", "evaluate", "gazetteer", "ingest"),
    *("ledger", "linkcheck", "lint", "lock", "merge", "move", "new", "offline", "outline", "problems", "publish"),
    *("schema", "serve", "test", "verify", "weigh", "withdraw"),
}

STRICT = {value: ("strict", value) for value in (False, True)}
COMPARE = {value: ("compare", value) for value in (False, True)}
DEFAULT = (("form", None), STRICT[False], ("allow_shrink", False))


def run(*arguments: str) -> int:
    """Run `tasks.py` with these arguments in this process; return the exit status."""
    try:
        tasks.program().run(["tasks.py", *arguments])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


class Recorder:
    """Stands for the commands: keeps what one was called with, and answers as told."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.answer: int | BaseException = 0

    def run(self, *arguments: Any, **options: Any) -> int:
        self.calls.append((*arguments, *options.items()))
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINNING_DEBUG", "0")  # set, so that what a `--debug` task sets is undone


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    recorder = Recorder()
    package = ModuleType("twinning.commands")
    for name in NAMES:
        setattr(package, name.replace("-", "_"), recorder)
    monkeypatch.setitem(sys.modules, "twinning.commands", package)
    return recorder


# --- What is listed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--list"]])
def test_asking_for_nothing_or_help_lists_every_task(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    assert run(*arguments) == 0
    listed = re.findall(r"^  ([\w-]+)  ", capsys.readouterr().out, re.MULTILINE)
    assert set(listed) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_tasks_help_tells_its_exit_statuses(name: str, capsys: pytest.CaptureFixture[str]):
    assert run(name, "--help") == 0
    said = capsys.readouterr().out
    assert "--debug" in said
    assert name == "serve" or re.search(r"Exits 0\b", said)


def test_listing_does_not_wait_for_pelican():
    code = "import sys, tasks; print({'pelican', 'jinja2', 'msgspec', 'selectolax'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True) == "set()\n"


def test_version_is_the_projects(capsys: pytest.CaptureFixture[str]):
    assert run("--version") == 0
    assert re.fullmatch(r"Twinning Archive \d+\.\d+\.\d+\n", capsys.readouterr().out)


# --- What arrives -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "arguments"),
    [
        ("build", (None, None, None, None, False, *DEFAULT)),
        ("build --allow-shrink", (None, None, None, None, False, *DEFAULT[:-1], ("allow_shrink", True))),
        (
            "build --content c --sources s --output o --siteurl https://example.org --full-text",
            ("c", "s", "o", "https://example.org", True, *DEFAULT),
        ),
        ("serve", (None, None, 8000, False)),
        ("serve --port 8080 --sources s --open-browser", (None, "s", 8080, True)),
        ("check", ([], None, None, None, STRICT[False], COMPARE[False])),
        ("check --format=json --strict", ([], None, None, "json", STRICT[True], COMPARE[False])),
        ("check --format github a", (["a"], None, None, "github", STRICT[False], COMPARE[False])),
        ("build --strict --format json", (None, None, None, None, False, ("form", "json"), STRICT[True], DEFAULT[-1])),
        ("check --path a --path=b --content c", (["a", "b"], "c", None, None, STRICT[False], COMPARE[False])),
        ("check a b.yml", (["a", "b.yml"], None, None, None, STRICT[False], COMPARE[False])),
        ("check a --content c b --debug d", (["a", "b", "d"], "c", None, None, STRICT[False], COMPARE[False])),
        ("check --content build --path test a", (["test", "a"], "build", None, None, STRICT[False], COMPARE[False])),
        ("check --compare a", (["a"], None, None, None, STRICT[False], COMPARE[True])),
        ("ingest a - --sources s", (["a", "-"], None, "s", None, ("as_json", False), ("newspaper", None))),
        ("ingest --json a", (["a"], None, None, None, ("as_json", True), ("newspaper", None))),
        ("new --content c", ("c",)),
        ("withdraw ta-0001 --reason Asked --content c", ("ta-0001", "Asked", "c")),
        ("withdraw ta-0001", ("ta-0001", "", None)),
        ("move /a/ /b/", ("/a/", "/b/", None, None)),
        ("move /a/ --gone Over --content c", ("/a/", None, "Over", "c")),
        ("merge /a/ /b/", ("/a/", "/b/", None)),
        ("ledger --since HEAD --format json", ("HEAD", None, "json")),
        ("archive-links --content c", ("c",)),
        ("verify --sources s", (None, "s", None, STRICT[False])),
        ("verify --strict --format=text", (None, None, "text", STRICT[True])),
        ("publish --siteurl https://example.org/x", ("https://example.org/x", None, None, ("allow_shrink", False))),
        ("publish --strict --format=github", (None, None, "github", ("allow_shrink", False))),
        ("publish --allow-shrink", (None, None, None, ("allow_shrink", True))),
        ("offline --siteurl https://x.example --output c.zip", (None, None, "https://x.example", "c.zip")),
        ("bench", ([], False, None)),
        ("bench --articles 10 --articles 200 --keep --hugo h", ([10, 200], True, "h")),
        ("linkcheck --output o --prefix /repo/", ("o", "/repo/")),
        ("schema", ()),
        ("problems", ()),
    ],
)
def test_options_arrive_at_the_command(commands: Recorder, line: str, arguments: tuple[Any, ...]):
    assert run(*line.split()) == 0
    assert commands.calls == [arguments]


def test_tasks_run_one_after_the_other(commands: Recorder):
    assert run("check", "a", "build", "--output", "o") == 0
    assert commands.calls == [
        (["a"], None, None, None, STRICT[False], COMPARE[False]),
        (None, None, "o", None, False, *DEFAULT),
    ]


def test_first_task_with_problems_is_the_last(commands: Recorder):
    commands.answer = 1
    assert run("check", "build") == 1
    assert len(commands.calls) == 1


@pytest.mark.parametrize("status", [0, 1, 2, 70])
def test_commands_status_is_the_exit_status(commands: Recorder, status: int):
    commands.answer = status
    assert run("build") == status


# --- Faults -----------------------------------------------------------------------------------------------------


def test_fault_is_one_line_and_70(commands: Recorder, capsys: pytest.CaptureFixture[str]):
    commands.answer = KeyError("a\nb")
    assert run("build") == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("build: a fault of this program: KeyError:")
    assert "--debug" in said


@pytest.mark.parametrize("arguments", [["build", "--debug"], ["check", "a", "--debug"]])
def test_fault_shows_its_traceback_when_debugging(
    commands: Recorder, capsys: pytest.CaptureFixture[str], arguments: list[str]
):
    commands.answer = KeyError("a")
    assert run(*arguments) == 70
    assert "Traceback" in capsys.readouterr().err


def test_fault_shows_its_traceback_when_the_environment_says_so(
    commands: Recorder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TWINNING_DEBUG", "1")
    commands.answer = KeyError("a")
    assert run("build") == 70
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_ends_without_a_word(commands: Recorder, capsys: pytest.CaptureFixture[str]):
    commands.answer = KeyboardInterrupt()
    assert run("serve") == 130
    assert capsys.readouterr().err == ""


# --- Wrong usage ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("buidl", "Did you mean 'build'?"),
        ("build --outptu o", "Did you mean '--output'?"),
        ("build stray", "`python3 tasks.py build --help`"),
        ("build --siteurl", "'--siteurl' needs a value."),
        ("serve --port abc", "--port wants a whole number from 1 to 65535, not 'abc'"),
        ("serve --port 65536", "--port wants"),
        ("serve --port ٣", "--port wants"),
        ("bench --articles 0", "--articles wants"),
        ("bench --articles " + "9" * 5000, "--articles wants"),
        ("--help buidl", "Did you mean 'build'?"),
        ("--command-timeout soon build", "`python3 tasks.py --list`"),
    ],
)
def test_wrong_usage_is_2_with_a_remedy(commands: Recorder, capsys: pytest.CaptureFixture[str], line: str, words: str):
    assert run(*line.split()) == 2
    assert words in capsys.readouterr().err
    assert commands.calls == []


def test_inv_too_refuses_a_bad_value_with_2():
    command = [sys.executable, "-m", "invoke", "serve", "--port", "abc"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


# --- The tools --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("pytests", "ours"), [(0, 0), (1, 1), (2, 1), (3, 70), (4, 2), (5, 2)])
def test_pytests_status_becomes_ours(monkeypatch: pytest.MonkeyPatch, pytests: int, ours: int):
    seen: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: seen.append(command) or pytests)
    assert run("test", "--pytest-args", "-k 'a or b' -x") == ours
    assert seen == [[sys.executable, "-m", "pytest", "-k", "a or b", "-x"]]


def test_lint_runs_every_tool_though_the_first_complains(monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: seen.append(" ".join(command[2:])) or len(seen) == 1)
    assert run("lint") == 1
    assert seen == ["ruff check", "ruff format --check", "mypy", "mypy bootstrap.py tasks.py"]


def test_lock_makes_both_with_hashes_for_every_platform(monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: seen.append(" ".join(command[2:])) or 0)
    assert run("lock") == 0
    start = (
        "uv pip compile --universal --generate-hashes --no-annotate --no-header --python-version 3.11 --quiet "
        "--only-binary :all: pyproject.toml"
    )
    assert seen == [
        f"{start} -o requirements.txt",
        f"{start} --group dev --constraint requirements.txt -o requirements-dev.txt",
    ]


def test_missing_tool_is_answered_with_the_command_that_adds_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(tasks.importlib.util, "find_spec", lambda _: None)
    assert run("test") == 2
    assert "`python3 tasks.py lint` adds the development tools" in capsys.readouterr().err


def test_clean_removes_what_was_built_and_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    made = ["output/a", ".output.building/a", ".output.former/a", ".mypy_cache/a", "plugins/p/__pycache__/a",
            ".twinning/preview/a", ".twinning/.preview.building/a"]  # fmt: skip
    foreign = ["output.old/a", "output.new/a", "sources/a", ".venv/a"]
    for name in made + foreign:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / ".output.lock").write_text("")
    (tmp_path / "ledger.jsonl").write_text("")
    monkeypatch.setattr("twinning.commands.clean.ROOT", tmp_path)
    assert run("clean") == 0
    kept = {name.partition("/")[0] for name in foreign}
    assert {path.name for path in tmp_path.iterdir()} == {*kept, "plugins", "ledger.jsonl"}
    assert list((tmp_path / "plugins/p").iterdir()) == []


def test_clean_takes_nothing_from_under_a_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "output").mkdir()
    monkeypatch.setattr("twinning.commands.clean.ROOT", tmp_path)
    with one_at_a_time(tmp_path / "output"):
        assert run("clean") == 75
    assert (tmp_path / "output").is_dir()
    assert capsys.readouterr().err == "clean: a build is running; wait for it to end, or end `serve`\n"


def test_answer_nobody_reads_to_the_end_is_no_fault():
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "tasks.py", "--list"]
    environment = os.environ | {"TWINNING_NO_VENV": "1"}
    result = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(write)
    assert result.stderr == ""


# --- On GitHub and in other machines ----------------------------------------------------------------------------


def test_ci_runs_the_command_a_person_runs():
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert re.findall(r"^python3 .*", script, re.MULTILINE) == ["python3 tasks.py test"]


def test_every_action_is_pinned_to_a_commit():
    workflow = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    used = re.findall(r"uses: (\S+)", workflow)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)


@pytest.mark.parametrize(
    ("owner", "repository", "custom", "address"),
    [
        ("Someone", "Archive", "", "https://someone.github.io/Archive"),
        ("Someone", "someone.github.io", "", "https://someone.github.io"),
        ("Someone", "Archive", "https://archive.example.org", "https://archive.example.org"),
    ],
)
def test_workflow_derives_the_sites_address(tmp_path: Path, owner: str, repository: str, custom: str, address: str):
    workflow = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    script = workflow.partition("run: |\n")[2].partition("      - name")[0]
    assert "publish" in script
    played = tmp_path / "python3"
    played.write_text('#!/bin/sh\necho "$@"\n')
    played.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "OWNER": owner, "NAME": repository, "CUSTOM": custom}
    said = subprocess.check_output(["bash", "-euo", "pipefail", "-c", script], env=environment, text=True)
    assert said == f"tasks.py publish --siteurl {address}\n"
