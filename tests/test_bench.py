"""`bench --hugo` builds the same records in turn with ours and with Hugo, and takes no other program for it."""

import re
import sys
from pathlib import Path

import pytest
import yaml

from twinning.commands import bench, hugo

FAKE = f"""#!{sys.executable}
import pathlib, sys
arguments = sys.argv[1:]
if arguments == ["version"]:
    print("hugo v0.168.0-abc+extended linux/amd64 BuildDate=unknown")
    raise SystemExit
if arguments[0] != "build":
    raise SystemExit("no such command")
if "fails" in sys.argv[0]:
    raise SystemExit(1)
site, output = (pathlib.Path(arguments[arguments.index(name) + 1]) for name in ("--source", "--destination"))
assert not output.exists()
for path in (site / "content" / "a").glob("ta-*.md"):
    page = output / "a" / path.stem / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("x" * 100)
"""
"""Stands for Hugo: says its version, and gives each article a page of a hundred bytes."""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return fake(tmp_path / "hugo")


def fake(path: Path, text: str = FAKE) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


def front(path: Path) -> dict:
    """Read the front matter of a content file, which is all there is."""
    before, text, after = path.read_text("utf-8").split("---\n")
    assert before == after == ""
    return yaml.load(text, yaml.BaseLoader)


# --- The comparison ---------------------------------------------------------------------------------------------


def test_both_build_in_turn_and_are_compared(program: Path, monkeypatch, capfd):
    monkeypatch.setattr(bench, "ROUNDS", 2)
    assert bench.run([8], keep=False, hugo=str(program)) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.rpartition("  ")[2] for line in lines[1:-2]] == ["ours", "Hugo", "ours", "Hugo"]
    builds = [line.split() for line in lines[1:-2]]
    assert [build[0] for build in builds] == ["8"] * 4
    assert builds[1][5:9] == ["8", "8", "0.0", "100"]  # pages, files, MB, the longest page
    assert int(builds[0][6]) > 8 * 7
    assert re.search(r"ours takes \d+\.\d\d times Hugo 0\.168\.0's CPU seconds", lines[-2])
    assert lines[-1] == hugo.NOT_ASKED


def test_without_hugo_ours_builds_once(capfd):
    assert bench.run([8], keep=False) == 0
    heads, line = capfd.readouterr().out.splitlines()
    assert heads.split()[0] == "articles"
    assert line.endswith("bytes")


def test_a_hugo_that_fails_is_1(tmp_path: Path, capfd):
    program = fake(tmp_path / "hugo-fails")
    assert bench.run([8], keep=False, hugo=str(program)) == 1
    assert "ours takes" not in capfd.readouterr().out


@pytest.mark.parametrize("text", [None, "", "#!/bin/sh\necho another program\n", "#!/bin/sh\nexit 1\n", "#!/nowhere\n"])
def test_a_program_that_is_not_hugo_is_wrong_usage(tmp_path: Path, text: str | None, capsys):
    path = tmp_path / "program"
    if text is not None:
        fake(path, text)
    assert bench.run([8], keep=False, hugo=str(path)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"--hugo wants the path of a Hugo program, which {str(path)!r} is not.\n"


@pytest.mark.parametrize("path", ["", ".", "no\0path"])
def test_a_path_that_cannot_be_a_program_is_wrong_usage(path: str):
    assert bench.run([8], keep=False, hugo=path) == 2


# --- The site that Hugo gets ------------------------------------------------------------------------------------


def test_a_content_file_holds_the_whole_record(sixty_content: Path, tmp_path: Path):
    hugo.write_site(sixty_content, tmp_path / "site")
    records = sorted((sixty_content / "articles").glob("*.yml"))
    assert len(records) == 60
    for path in records:
        record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        page = front(tmp_path / "site/content/a" / f"{path.stem}.md")
        assert page["record"] == record
        assert page["title"] == record["headline"]
        assert page["date"] == record["published"].rstrip("~")
        assert page["people"] == [statement["name"] for statement in record["statements"]]


def test_every_council_partner_newspaper_and_partnership_has_its_name(sixty_content: Path, tmp_path: Path):
    hugo.write_site(sixty_content, tmp_path / "site")
    content = tmp_path / "site/content"
    for kind in ("councils", "partners", "newspapers"):
        for path in (sixty_content / kind).glob("*.yml"):
            record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            assert front(content / kind / path.stem / "_index.md") == {"title": record["name"], "record": record}
    for path in (content / "a").glob("ta-*.md"):
        assert all((content / "partnerships" / name / "_index.md").is_file() for name in front(path)["partnerships"])


def test_a_headline_of_signs_stays_one_value(tmp_path: Path):
    articles = tmp_path / "content/articles"
    articles.mkdir(parents=True)
    text = "id: ta-0001\nheadline: '“Yes”: no # \"never\" {{ now }} \\ ---'\nnewspaper: echo\npublished: 2001-02-03~\n"
    (articles / "ta-0001.yml").write_text(text + "rights: in-copyright\nsummary: It says so.\n", "utf-8")
    hugo.write_site(tmp_path / "content", tmp_path / "site")
    lines = (tmp_path / "site/content/a/ta-0001.md").read_text("utf-8").splitlines()
    assert yaml.safe_load(lines[1]) == {"title": '“Yes”: no # "never" {{ now }} \\ ---'}
    assert lines[2] == 'date: "2001-02-03"'
