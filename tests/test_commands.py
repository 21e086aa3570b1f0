"""The commands that keep an archive: check, verify, new, publish, serve. (`build` and `linkcheck` have their own.)"""

import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from builders import ARTICLE, COUNCIL, SOURCE, article_yaml, dumped, report, source
from sites import ABOUT, NO_SOURCES, built, first_content, hashes, run, write

from twinning.commands import build, check, linkcheck, new, publish, verify
from twinning.commands.ending import ROOT
from twinning.publish import ledger
from twinning.publish.ledger import Line

WRONG = {
    "articles/ta-0001.yml": article_yaml(rights="publc"),
    "councils/eastmere.yml": dumped(COUNCIL | {"name": "Eastmere Borough Council", "tpye": "x"}),
}


# --- check -------------------------------------------------------------------------------------------------------


def checked(content: Path, *paths: str) -> int:
    return check.run(list(paths), str(content), str(NO_SOURCES))


def test_check_ends_with_0_where_nothing_is_wrong_and_says_how_much_it_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert check.run([], str(first_content(tmp_path / "first")), str(NO_SOURCES)) == 0
    assert "three articles checked with all that they name: no problems" in capsys.readouterr().err


def test_check_ends_with_0_for_warnings_and_shows_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert checked(write(tmp_path)) == 0
    said = capsys.readouterr().err
    assert re.search(r"ta-0001\.yml:\d+:\d+: warning\[TW053\]", said)
    assert "1 warning" in said


def test_check_ends_with_1_and_shows_every_problem_with_its_place_and_help(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content = write(tmp_path, WRONG)
    assert checked(content) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert re.search(rf"^{re.escape(str(content))}/articles/ta-0001\.yml:\d+:\d+: error\[TW024\]: ", err, re.MULTILINE)
    assert re.search(rf"^{re.escape(str(content))}/councils/eastmere\.yml:\d+:\d+: error\[TW020\]: ", err, re.MULTILINE)
    assert err.count("help: ") >= 2
    assert "2 errors" in err


def test_check_writes_nothing(tmp_path: Path):
    for files in ({}, WRONG):
        content = write(tmp_path / str(len(files)), files)
        before = hashes(tmp_path)
        checked(content)
        assert hashes(tmp_path) == before


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("articles/ta-0001.yml", 1, {"ta-0001.yml"}),
        ("articles", 1, {"ta-0001.yml"}),
        ("councils/", 1, {"eastmere.yml"}),
        ("councils/*.yml", 1, {"eastmere.yml"}),
        ("**/*.yml", 1, {"eastmere.yml", "ta-0001.yml"}),
        (".", 1, {"eastmere.yml", "ta-0001.yml"}),
        ("partners", 0, set()),
        ("councils/northbridge.yml", 0, set()),
        ("councils/../articles/ta-0001.yml", 1, {"ta-0001.yml"}),
    ],
)
def test_check_shows_the_problems_of_the_paths_named(
    path: str, status: int, named: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content = write(tmp_path, WRONG)
    assert checked(content, f"{content}/{path}") == status
    assert set(re.findall(r"^\S*?([\w-]+\.yml):\d+:\d+: ", capsys.readouterr().err, re.MULTILINE)) == named


def test_check_takes_several_paths(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = write(tmp_path, WRONG)
    assert checked(content, f"{content}/articles", f"{content}/councils/eastmere.yml") == 1
    assert "2 errors" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["nowhere.yml", "councils/*.yaml", "nowhere/"])
def test_check_ends_with_2_for_a_path_that_is_not_there(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = write(tmp_path)
    assert checked(content, f"{content}/{path}") == 2
    assert path in capsys.readouterr().err


@pytest.mark.parametrize("path", ["elsewhere.yml", "elsewhere", "content/../elsewhere.yml", "*"])
def test_check_ends_with_2_for_a_path_outside_the_content(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content = write(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere.yml").write_text(article_yaml(), "utf-8")
    assert checked(content, f"{content}/articles", f"{tmp_path}/{path}") == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "elsewhere" in said
    assert "--content DIR" in said


@pytest.mark.parametrize(("path", "number"), [("articles", "two articles"), ("articles/ta-0002.yml", "one article"),
                                              ("councils", "no articles")])  # fmt: skip
def test_check_says_how_many_of_the_articles_named_it_checked(
    path: str, number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    silent = {"reports": [], "statements": []}
    content = write(
        tmp_path,
        {
            "articles/ta-0001.yml": article_yaml(**silent),
            "articles/ta-0002.yml": article_yaml(id="ta-0002", url="https://echo.example/2", **silent),
        },
    )
    assert checked(content, f"{content}/{path}") == 0
    assert capsys.readouterr().err == f"{number} checked with all that they name: no problems\n"


def test_check_ends_with_2_for_content_that_is_not_there(tmp_path: Path):
    assert checked(tmp_path / "nowhere") == 2
    assert check.run([], str(tmp_path), str(tmp_path / "nowhere")) == 2


def test_check_shows_paths_as_seen_from_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    write(tmp_path, WRONG)
    monkeypatch.chdir(tmp_path)
    assert check.run(["content/articles/*.yml"], "content", str(NO_SOURCES)) == 1
    assert capsys.readouterr().err.startswith("content/articles/ta-0001.yml:")


@pytest.mark.parametrize(("epoch", "status"), [("1577836800", 1), ("1800000000", 0)])
def test_check_takes_its_clock_from_the_environment(
    epoch: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert check.run([], str(write(tmp_path)), None) == status
    assert ("is in the future" in capsys.readouterr().err) == bool(status)


@pytest.mark.parametrize("command", ["check", "verify", "build"])
def test_a_clock_that_is_none_is_wrong_usage(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    content = str(write(tmp_path))
    runs = {
        "check": lambda: check.run([], content, None),
        "verify": lambda: verify.run(content, str(tmp_path)),
        "build": lambda: build.run(content, None, str(tmp_path / "site"), "https://a.example", full_text=False),
    }
    assert runs[command]() == 2
    assert capsys.readouterr().err == "SOURCE_DATE_EPOCH is 'yesterday'; it is a number of seconds since 1970, UTC\n"
    assert not (tmp_path / "site").exists()


# --- verify ------------------------------------------------------------------------------------------------------


@pytest.fixture
def archive(tmp_path: Path) -> tuple[Path, Path]:
    """Content and the newspaper's text it was made from."""
    content = write(tmp_path)
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "northbridge.txt").write_text(SOURCE, "utf-8")
    return content, sources


def verified(content: Path, sources: Path) -> int:
    return verify.run(str(content), str(sources))


def test_verify_records_that_the_evidence_was_checked(archive: tuple[Path, Path], capsys: pytest.CaptureFixture[str]):
    content, sources = archive
    assert verified(content, sources) == 0
    said = "five quotations of one article checked: all stand where the records say"
    assert said in capsys.readouterr().err
    noted = json.loads((content / "verified.json").read_text("utf-8"))
    assert set(noted) == {"ta-0001"}
    assert noted["ta-0001"]["source"] == ARTICLE["source"]["sha256"]  # type: ignore[index]
    assert re.fullmatch("[0-9a-f]{64}", noted["ta-0001"]["evidence"])


def test_verify_writes_the_same_bytes_again_in_the_order_of_the_ids(archive: tuple[Path, Path]):
    content, sources = archive
    for n in (10, 2, 9):
        text = SOURCE + "\n" * n
        (sources / f"{n}.txt").write_text(text, "utf-8")
        made_from = {"sha256": source(text).sha256, "paragraphs": 5}
        record = article_yaml(id=f"ta-{n:04}", url=f"https://echo.example/{n}", source=made_from)
        (content / "articles" / f"ta-{n:04}.yml").write_text(record, "utf-8")
    assert verified(content, sources) == 0
    first = (content / "verified.json").read_bytes()
    assert list(json.loads(first)) == ["ta-0001", "ta-0002", "ta-0009", "ta-0010"]
    assert verified(content, sources) == 0
    assert (content / "verified.json").read_bytes() == first
    assert first.endswith(b"\n")
    assert b"\r" not in first


def test_a_verified_archive_is_built_without_its_sources_and_without_a_warning(archive: tuple[Path, Path]):
    content, sources = archive
    assert verified(content, sources) == 0
    status, said = run(content, content.parent / "site")
    assert status == 0
    assert "warning" not in said


def test_an_archive_that_was_not_verified_is_built_with_a_warning(archive: tuple[Path, Path]):
    content, _ = archive
    status, said = run(content, content.parent / "site")
    assert status == 0
    assert re.search(r"ta-0001\.yml:\d+:\d+: warning\[TW053\]", said)


CHANGES = {
    "a quotation": {"statements": [ARTICLE["statements"][0] | {"evidence": [{"p": 3, "quote": "We walked"}]}]},  # type: ignore[index]
    "its paragraph": {"statements": [ARTICLE["statements"][0] | {"evidence": [{"p": 2, "quote": "We voted"}]}]},  # type: ignore[index]
    "the source's hash": {"source": {"sha256": "0" * 64, "paragraphs": 5}},
    "one quotation less": {"statements": []},
}


@pytest.mark.parametrize("what", CHANGES)
def test_evidence_changed_after_it_was_verified_fails_the_build(what: str, archive: tuple[Path, Path]):
    content, sources = archive
    assert verified(content, sources) == 0
    site = built(content, content.parent / "site")
    before = hashes(site.folder)
    (content / "articles" / "ta-0001.yml").write_text(article_yaml(**CHANGES[what]), "utf-8")
    status, said = run(content, site.folder)
    assert status == 1
    assert re.search(r"ta-0001\.yml:\d+:\d+: error\[TW052\]", said)
    assert "python3 tasks.py verify" in said
    assert hashes(site.folder) == before


def test_words_of_our_own_may_change_after_verifying(archive: tuple[Path, Path]):
    content, sources = archive
    assert verified(content, sources) == 0
    text = article_yaml(summary="Other words.", outline=[], notes=[], reports=[report(grounds=["cost"])])
    (content / "articles" / "ta-0001.yml").write_text(text, "utf-8")
    status, said = run(content, content.parent / "site")
    assert status == 0
    assert "TW053" not in said


def test_verify_records_nothing_where_a_quotation_does_not_stand(
    archive: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
):
    content, sources = archive
    text = article_yaml(**CHANGES["a quotation"])
    (content / "articles" / "ta-0001.yml").write_text(text, "utf-8")
    assert verified(content, sources) == 1
    assert re.search(r"ta-0001\.yml:\d+:\d+: error\[TW050\]", capsys.readouterr().err)
    assert not (content / "verified.json").exists()


def test_verify_after_a_change_lets_the_build_pass_again(archive: tuple[Path, Path]):
    content, sources = archive
    assert verified(content, sources) == 0
    (content / "articles" / "ta-0001.yml").write_text(article_yaml(statements=[]), "utf-8")
    assert run(content, content.parent / "site")[0] == 1
    assert verified(content, sources) == 0
    assert run(content, content.parent / "site")[0] == 0


def test_verify_keeps_what_was_verified_of_articles_without_a_source_here(
    archive: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content, sources = archive
    assert verified(content, sources) == 0
    before = (content / "verified.json").read_bytes()
    (tmp_path / "empty").mkdir()
    assert verified(content, tmp_path / "empty") == 0
    assert (content / "verified.json").read_bytes() == before
    assert "no source at hand for ta-0001" in capsys.readouterr().err


def test_verify_forgets_articles_that_are_gone(archive: tuple[Path, Path]):
    content, sources = archive
    assert verified(content, sources) == 0
    (content / "articles" / "ta-0001.yml").unlink()
    assert verified(content, sources) == 0
    assert json.loads((content / "verified.json").read_text("utf-8")) == {}


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"ta-0001": 1}', b"\xff", b"<<<<<<< HEAD\n{}\n"])
def test_verify_writes_a_damaged_memory_anew(damaged: bytes, archive: tuple[Path, Path]):
    content, sources = archive
    assert verified(content, sources) == 0
    whole = (content / "verified.json").read_bytes()
    (content / "verified.json").write_bytes(damaged)
    assert run(content, content.parent / "site")[0] == 1  # a build does not guess
    assert verified(content, sources) == 0
    assert (content / "verified.json").read_bytes() == whole
    assert sorted(p.name for p in content.iterdir() if p.is_file()) == ["verified.json"]


def test_verify_writes_its_memory_whole_or_not_at_all(archive: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch):
    content, sources = archive
    (content / "verified.json").write_text("{}\n", "utf-8")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert verified(content, sources) == 2
    assert (content / "verified.json").read_text("utf-8") == "{}\n"
    assert list(content.glob(".verified*")) == []


def test_verify_records_nothing_where_a_name_of_the_link_stands_nowhere(
    archive: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
):
    content, sources = archive
    text = article_yaml(reports=[report(as_reported=["link", "sister city"])])
    (content / "articles" / "ta-0001.yml").write_text(text, "utf-8")
    assert verified(content, sources) == 1
    line = text.split("\n").index("  - sister city") + 1
    assert f"ta-0001.yml:{line}:5: error[TW050]" in capsys.readouterr().err
    assert not (content / "verified.json").exists()


def test_words_copied_from_the_newspaper_fail_a_build_with_the_source_at_hand(archive: tuple[Path, Path]):
    content, sources = archive
    copied = "The town’s link with Luzhou is over, councillors heard last Tuesday."
    (content / "articles" / "ta-0001.yml").write_text(article_yaml(summary=copied), "utf-8")
    assert run(content, content.parent / "site", sources=sources)[0] == 0  # nine words in a row
    copied = copied.replace("last", "on")
    (content / "articles" / "ta-0001.yml").write_text(article_yaml(summary=copied), "utf-8")
    status, said = run(content, content.parent / "site", sources=sources)
    line = article_yaml(summary=copied).partition("\nsummary:")[0].count("\n") + 2
    assert status == 1
    assert f"ta-0001.yml:{line}:10: error[TW056]" in said


def test_verify_mends_a_damaged_memory_only_where_it_forgets_nothing(
    archive: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content, sources = archive
    assert verified(content, sources) == 0
    good = (content / "verified.json").read_bytes()
    (content / "verified.json").write_bytes(good[:50])
    (tmp_path / "empty").mkdir()
    assert verified(content, tmp_path / "empty") == 1
    said = capsys.readouterr().err
    assert "would forget ta-0001" in said
    assert "restore it" in said
    assert (content / "verified.json").read_bytes() == good[:50]
    assert verified(content, sources) == 0
    assert (content / "verified.json").read_bytes() == good


@pytest.mark.parametrize("command", ["new", "verify"])
def test_a_folder_that_cannot_be_written_is_wrong_usage_and_one_line(
    command: str, archive: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    content, sources = archive
    before = hashes(content)

    def refused(self: Path, *_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", refused)
        patched.setattr(Path, "open", refused)
        status = new.run(str(content)) if command == "new" else verified(content, sources)
    said = capsys.readouterr().err
    assert status == 2
    assert len(said.splitlines()) == 1
    assert "Permission denied" in said
    assert hashes(content) == before


def test_verify_ends_with_2_for_sources_that_are_not_there(archive: tuple[Path, Path], tmp_path: Path):
    assert verified(archive[0], tmp_path / "nowhere") == 2


# --- new ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        ([], "ta-0001"),
        (["ta-0001.yml"], "ta-0002"),
        (["ta-0001.yml", "ta-0007.yml"], "ta-0008"),
        (["ta-9999.yml"], "ta-10000"),
        (["ta-0003.txt", "ta-3.yml", "notes.md"], "ta-0001"),
    ],
)
def test_new_writes_an_empty_record_with_the_next_free_id(
    there: list[str], wanted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content = write(tmp_path, {"articles/ta-0001.yml": None})
    for name in there:
        (content / "articles" / name).write_text("", "utf-8")
    assert new.run(str(content)) == 0
    path = content / "articles" / f"{wanted}.yml"
    assert capsys.readouterr().out.strip() == str(path)
    assert f"\nid: {wanted}\n" in path.read_text("utf-8")


def test_a_new_record_is_refused_by_check_with_a_problem_and_help_for_each_gap(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content = write(tmp_path)
    assert new.run(str(content)) == 0
    assert checked(content) == 1
    said = capsys.readouterr().err
    for name in ("headline", "newspaper", "published", "summary"):
        number = next(
            n
            for n, line in enumerate((content / "articles" / "ta-0002.yml").read_text("utf-8").split("\n"), 1)
            if line.startswith(f"{name}:")
        )
        assert re.search(rf"ta-0002\.yml:{number}:\d+: error\[TW\d+\]: .*", said), name
    blocks = re.split(r"(?m)^(?=\S+\.yml:)", said)
    assert all("help: " in b for b in blocks if "ta-0002.yml" in b)


def test_new_twice_gives_two_records(tmp_path: Path):
    content = write(tmp_path)
    assert [new.run(str(content)), new.run(str(content))] == [0, 0]
    assert sorted(p.name for p in (content / "articles").iterdir()) == ["ta-0001.yml", "ta-0002.yml", "ta-0003.yml"]


def test_new_ends_with_2_where_there_is_no_content(tmp_path: Path):
    assert new.run(str(tmp_path / "nowhere")) == 2


def test_new_makes_the_folder_of_articles_where_it_is_missing(tmp_path: Path):
    assert new.run(str(tmp_path)) == 0
    assert (tmp_path / "articles" / "ta-0001.yml").is_file()


# --- publish -----------------------------------------------------------------------------------------------------


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    """What publishing adds to the archive's ledger, which a test leaves alone."""
    found: list[Line] = []
    monkeypatch.setattr(ledger, "append", lambda _path, lines: found.extend(lines))
    return found


def test_publish_needs_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.delenv("SITEURL", raising=False)
    assert publish.run(None, str(tmp_path / "site")) == 2
    assert "SITEURL" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("how", ["option", "environment"])
def test_publish_builds_for_the_address_and_every_link_arrives(
    how: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    added: list[Line],
):
    monkeypatch.setenv("SITEURL", "https://owner.example.org/repo" if how == "environment" else "")
    siteurl = "https://owner.example.org/repo" if how == "option" else None
    assert publish.run(siteurl, str(tmp_path / "site")) == 0
    assert linkcheck.run(str(tmp_path / "site"), None) == 0
    assert "all arrive" in capsys.readouterr().err
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://owner.example.org/repo/">' in home
    assert all(line.first for line in added)
    assert "not published" not in home


def test_publish_links_to_the_repository_that_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, added: list[Line]
):
    monkeypatch.setenv("REPOSITORY", "https://code.example.org/owner/repo")
    assert publish.run("https://owner.example.org/repo", str(tmp_path / "site")) == 0
    about = (tmp_path / "site" / "about" / "index.html").read_text("utf-8")
    assert 'href="https://code.example.org/owner/repo"' in about


# --- serve -------------------------------------------------------------------------------------------------------

PATIENCE = 20
"""How many seconds a rebuilt page may take."""


@dataclass
class Serving:
    """`serve` at work in a copy of the project."""

    project: Path
    port: int
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen to what it says, so that a test waits for words and not for seconds."""
        assert self.process.stderr is not None
        self._listener = threading.Thread(target=self.lines.extend, args=(self.process.stderr,), daemon=True)
        self._listener.start()

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def get(self, path: str) -> tuple[int, str, http.client.HTTPMessage]:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}")
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode("utf-8"), answer.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8"), error.headers

    def change(self, **changes: object) -> None:
        (self.project / "records" / "articles" / "ta-0001.yml").write_text(article_yaml(**changes), "utf-8")

    def close(self) -> None:
        self._listener.join(PATIENCE)
        assert self.process.stderr is not None
        self.process.stderr.close()

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C, as a terminal does: for the whole group of processes. Give exit status and what was said."""
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        return code, self.said


def until(true: Callable[[], object]) -> None:
    """Wait until something is so; fail when it takes too long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if true():
                return
        time.sleep(0.05)
    raise AssertionError(f"not within {PATIENCE} s")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def project_in(folder: Path) -> Path:
    """Copy the project, so that `serve` leaves its preview there; with records of our own, and their source."""
    project = folder / "project"
    project.mkdir()
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tasks.py", "bootstrap.py", "pelicanconf.py", "pyproject.toml"):
        shutil.copyfile(ROOT / name, project / name)
    write(folder, {"pages/about.md": ABOUT}).rename(project / "records")
    (project / "texts").mkdir()
    (project / "texts" / "northbridge.txt").write_text(SOURCE, "utf-8")
    return project


def started(project: Path, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "tasks.py", "serve", "--content", "records", "--sources", "texts", "--port", str(port)],
        cwd=project,
        env=os.environ | {"TWINNING_NO_VENV": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    project = project_in(tmp_path)
    port = free_port()
    process = started(project, port)
    found = Serving(project, port, process)
    try:
        until(lambda: process.poll() is not None or found.get("/")[0] == 200)
        yield found
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        found.close()


def test_serve_shows_rebuilds_reloads_and_ends(serving: Serving):
    status, page, headers = serving.get("/a/ta-0001/")
    assert status == 200
    assert headers["Cache-Control"] == "no-store"
    assert "Local preview, not published." in page
    assert "longer than most" in page  # a word of the newspaper's that no quotation has
    assert serving.get("/preview.js")[0] == 200
    assert "EventSource" in serving.get("/preview.js")[1]
    status, page, _ = serving.get("/nowhere/")
    assert status == 404
    assert "There is no page at this address." in page

    # A browser waits for events while a record is changed.
    heard: list[bytes] = []
    events = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
    events.request("GET", "/events")
    stream = events.getresponse()
    assert stream.headers["Content-Type"] == "text/event-stream"
    news = (line for line in stream if line.startswith(b"data"))  # a comment says that the line is open
    listener = threading.Thread(target=lambda: heard.append(next(news)), daemon=True)
    listener.start()
    time.sleep(0.5)  # the watcher begins after the first build
    serving.change(summary="A changed summary, seen at once.")
    until(lambda: "A changed summary, seen at once." in serving.get("/a/ta-0001/")[1])
    listener.join(PATIENCE)
    assert heard == [b"data: rebuilt\n"]
    events.close()

    # A mistake leaves the last good page, and says over it what it is; its repair is seen again.
    serving.change(rights="publc")
    until(lambda: "error[TW024]" in serving.said)
    assert "A changed summary, seen at once." in serving.get("/a/ta-0001/")[1]
    until(lambda: "error[TW024]" in next_event(serving))
    serving.change(summary="Repaired.")
    until(lambda: "Repaired." in serving.get("/a/ta-0001/")[1])

    # What was signed is an article like any other.
    assert "Repaired." in serving.get("/review/ta-0001/")[1]
    assert serving.get("/review/ta-0009/")[0] == 404

    # So is a change of the theme, and of the plugin.
    macros = serving.project / "theme" / "templates" / "masthead.html"
    macros.write_text(macros.read_text("utf-8").replace("Councils</a>", "All councils</a>"), "utf-8")
    until(lambda: "All councils</a>" in serving.get("/a/ta-0001/")[1])
    whole = macros.read_text("utf-8")
    macros.write_text("{% if %}" + whole, "utf-8")
    until(lambda: "serve: not rebuilt: TemplateSyntaxError: " in serving.said)
    assert "All councils</a>" in serving.get("/a/ta-0001/")[1]
    macros.write_text(whole, "utf-8")
    terms = serving.project / "plugins" / "twinning" / "vocabulary.py"
    terms.write_text(terms.read_text("utf-8").replace("Signed or formally begun.", "Begun for good."), "utf-8")
    until(lambda: "Begun for good." in serving.get("/outcomes/")[1])

    time.sleep(1)  # what Ctrl-C meets half-way is another test's matter
    code, said = serving.interrupt()
    assert code in {0, 130}
    assert "Traceback" not in said
    left = sorted(p.name for p in (serving.project / ".twinning").iterdir())
    assert left == ["preview"]
    assert sorted(p.name for p in serving.project.iterdir() if p.name != "plugins") == [
        ".twinning", "bootstrap.py", "pelicanconf.py", "pyproject.toml", "records", "tasks.py", "texts", "theme",
    ]  # fmt: skip


def next_event(serving: Serving) -> str:
    """Give what a browser hears that comes to the preview just now; empty where it is nothing yet."""
    events = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
    with contextlib.closing(events):
        events.request("GET", "/events")
        return events.getresponse().readline().decode("utf-8")


def test_serve_that_begins_with_a_fault_says_so_and_shows_the_archive_when_it_is_mended(tmp_path: Path):
    project = project_in(tmp_path)
    record = project / "records" / "articles" / "ta-0001.yml"
    good = record.read_text("utf-8")
    record.write_text(good.replace("rights: ", "rights: x"), "utf-8")
    port = free_port()
    serving = Serving(project, port, started(project, port))
    try:
        until(lambda: "TW024" in next_event(serving))
        status, page, _ = serving.get("/")
        assert status == 503
        assert "/preview.js" in page
        record.write_text(good, "utf-8")
        until(lambda: serving.get("/a/ta-0001/")[0] == 200)
    finally:
        os.killpg(serving.process.pid, signal.SIGKILL)
        serving.process.wait()
        serving.close()


def asked_as(host: str | None, port: int, path: str) -> tuple[int, str]:
    """Ask this computer for a path under another name, as a page elsewhere could whose name leads here."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    if host is not None:
        connection.putheader("Host", host)
    connection.endheaders()
    with contextlib.closing(connection), connection.getresponse() as answer:
        return answer.status, answer.read().decode("utf-8")


def test_serve_answers_only_on_this_computer_and_only_to_its_name(serving: Serving):
    # The preview holds whole texts: nobody else on the network may see them.
    for name in ("127.0.0.1", "localhost"):
        assert asked_as(f"{name}:{serving.port}", serving.port, "/a/ta-0001/")[0] == 200
    evil = [None, "", "evil.example", f"evil.example:{serving.port}", f"127.0.0.1.evil.example:{serving.port}"]
    evil += [
        f"localhost.evil.example:{serving.port}",
        f"0.0.0.0:{serving.port}",
        f"evil.example:127.0.0.1:{serving.port}",
    ]
    for host in evil:
        for path in ("/", "/a/ta-0001/", "/a/ta-0001/index.html", "/preview.js", "/events", "/nowhere"):
            status, said = asked_as(host, serving.port, path)
            assert (status, "longer than most" in said) == (421, False), (host, path)


@pytest.mark.parametrize(
    ("fault", "is_told"),
    [(BrokenPipeError(), False), (ConnectionResetError(), False), (PermissionError(), True), (KeyError(), True)],
)
def test_a_browser_that_leaves_before_its_answer_is_no_fault(fault: Exception, is_told: bool, capsys):  # noqa: FBT001
    from twinning.commands import serve

    server = serve.Server(("127.0.0.1", 0), serve.Handler)
    try:
        raise fault  # noqa: TRY301
    except Exception:  # noqa: BLE001
        server.handle_error(None, ("127.0.0.1", 1))
    finally:
        server.server_close()
    assert bool(capsys.readouterr().err) is is_told


def test_serve_listens_on_127_0_0_1_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from twinning.commands import serve

    heard: list[tuple[str, int]] = []

    def listening(address: tuple[str, int], _handler: object) -> None:
        heard.append(address)
        raise OSError(98, "Address already in use")

    (tmp_path / "content").mkdir()
    monkeypatch.setattr(serve, "ROOT", tmp_path)
    monkeypatch.setattr(serve, "Server", listening)
    assert serve.run(None, None, 8123, open_browser=False) == 2
    assert heard == [("127.0.0.1", 8123)]


def test_serve_says_that_a_port_is_taken(tmp_path: Path):
    project = project_in(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = started(project, taken.getsockname()[1])
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert "try --port" in said
    assert "Traceback" not in said


def test_ctrl_c_in_the_first_build_ends_without_a_traceback_or_litter(tmp_path: Path):
    project = project_in(tmp_path)
    process = started(project, free_port())
    until((project / ".twinning" / ".preview.building").exists)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode in {0, 130}
    assert "Traceback" not in said
    assert list((project / ".twinning").iterdir()) == []


@pytest.mark.parametrize("seconds", [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5])
def test_ctrl_c_at_any_moment_ends_without_a_traceback_or_litter(seconds: float, tmp_path: Path):
    project = project_in(tmp_path)
    process = started(project, free_port())
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode in {0, 130, -signal.SIGINT}
    assert "Traceback" not in said
    assert [path.name for path in (project / ".twinning").glob("*")] in ([], ["preview"])


def test_a_page_is_shown_before_the_whole_is_built_and_problems_are_said_all_the_same(serving: Serving):
    time.sleep(2)  # the process that makes single pages has read the content
    before = (serving.project / ".twinning/preview/a/ta-0001/index.html").read_text("utf-8")
    serving.change(summary="Seen before the build.")
    until(lambda: "Seen before the build." in serving.get("/a/ta-0001/")[1])
    at_once = serving.get("/a/ta-0001/")[1]
    first = (serving.project / ".twinning/preview/a/ta-0001/index.html").read_text("utf-8")
    until(lambda: "Seen before the build." in (
        serving.project / ".twinning/preview/a/ta-0001/index.html").read_text("utf-8"))  # fmt: skip
    built = (serving.project / ".twinning/preview/a/ta-0001/index.html").read_text("utf-8")
    assert first == before != built
    assert at_once == built


# --- Any command -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["check", "--content", "nowhere"], ["verify", "--content", "nowhere"],
                                     ["new", "--content", "nowhere"], ["linkcheck", "--output", "nowhere"],
                                     ["serve", "--content", "nowhere"], ["publish", "--siteurl", "nowhere"],
                                     ["build", "--content", "nowhere"]])  # fmt: skip
def test_wrong_usage_is_one_line_and_status_2(command: list[str], tmp_path: Path):
    import tasks

    said = subprocess.run(
        [sys.executable, str(tasks.ROOT / "tasks.py"), *command],
        cwd=tmp_path,
        env=os.environ | {"TWINNING_NO_VENV": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 2
    assert len(said.stderr.strip().splitlines()) == 1
    assert "nowhere" in said.stderr
    assert list(tmp_path.iterdir()) == []
