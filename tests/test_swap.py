"""All or nothing: whatever happens to a build, the former site stands until the new one takes its place whole."""

import contextlib
import errno
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import article_yaml
from sites import ABOUT, ADDRESS, built, hashes, run, site_of, write

from twinning.commands.ending import ROOT
from twinning.publish import lock
from twinning.publish import replace as replacing

SECOND = article_yaml(id="ta-0002", url="https://echo.example/second", published="2021-04-01")

CHILD = """
# Builds in a process of its own, with something done to it first.
import os, signal, sys
sys.path[:0] = [{plugins!r}, {tests!r}]
from twinning.commands import build
from twinning.pages import output, generators
from twinning.publish import gate, replace

def die(*_):
    os.kill(os.getpid(), {signal})

def dying_at(owner, name, when, number=1, after=False):
    made, calls = getattr(owner, name), [0]
    def dies(*arguments, **more):
        calls[0] += 1
        if calls[0] == number and not after:
            die()
        result = made(*arguments, **more)
        if calls[0] == number and after:
            die()
        return result
    setattr(owner, name, dies)

{todo}
sys.exit(build.run({content!r}, {tests!r}, {output!r}, {address!r}, False))
"""


def child(
    content: Path, output: Path, todo: str, number: int = signal.SIGKILL, **how: object
) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, to which something is done first."""
    code = CHILD.format(
        plugins=str(ROOT / "plugins"),
        tests=str(ROOT / "tests"),
        signal=int(number),
        todo=todo,
        content=str(content),
        output=str(output),
        address=ADDRESS,
    )
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, **how)  # type: ignore[call-overload,no-any-return]


MOMENTS = {
    "before anything is written": 'dying_at(output.Output, "__init__", 1)',
    "at the first file": 'dying_at(output.Output, "write", 1)',
    "at the fortieth file": 'dying_at(output.Output, "write", 1, 40)',
    "when all is written": 'dying_at(gate.Gate, "problems", 1)',
    "before the swap": 'dying_at(replace, "replace", 1)',
    "while it goes to the disk": 'dying_at(replace, "settle", 1, after=True)',
}
LATE = {
    "after the swap": 'dying_at(replace, "_exchange", 1, after=True)',
    "while the former is removed": 'replace._remove = lambda path: (os.remove(path / "index.html"), die())',
}
APART = "replace._exchange = lambda one, other: False\n"
BETWEEN = {
    "before the first renaming": APART + "from pathlib import Path\ndying_at(Path, 'rename', 1)",
    "between the renamings": APART + "from pathlib import Path\ndying_at(Path, 'rename', 1, after=True)",
    "after both": APART + "from pathlib import Path\ndying_at(Path, 'rename', 1, 2, after=True)",
}


@pytest.fixture
def standing(tmp_path: Path) -> tuple[Path, Path, dict[str, str]]:
    """A site that stands, its content changed since; and the former site's hashes."""
    site = site_of(tmp_path)
    (tmp_path / "content" / "articles" / "ta-0002.yml").write_text(SECOND, "utf-8")
    return tmp_path / "content", site.folder, hashes(site.folder)


def is_new(site: Path) -> bool:
    return (site / "a" / "ta-0002" / "index.html").is_file() and (site / "404.html").is_file()


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_leaves_the_former_site_and_the_next_one_succeeds(
    moment: str, standing: tuple[Path, Path, dict[str, str]]
):
    content, site, before = standing
    assert child(content, site, MOMENTS[moment]).returncode == -signal.SIGKILL
    assert hashes(site) == before
    built(content, site)
    assert is_new(site)
    assert sorted(p.name for p in site.parent.iterdir()) == ["content", "site"]


@pytest.mark.parametrize("moment", LATE)
def test_a_build_killed_after_the_swap_leaves_the_new_site_whole(
    moment: str, standing: tuple[Path, Path, dict[str, str]], tmp_path: Path
):
    content, site, _ = standing
    if not _exchanges(tmp_path):
        pytest.skip("names are not exchanged in one step here")
    assert child(content, site, LATE[moment]).returncode == -signal.SIGKILL
    whole = built(content, tmp_path / "again")
    assert hashes(site) == hashes(whole.folder)
    built(content, site)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["again", "content", "site"]


@pytest.mark.parametrize("moment", BETWEEN)
def test_without_an_exchange_a_killed_build_is_mended_by_the_next(
    moment: str, standing: tuple[Path, Path, dict[str, str]]
):
    content, site, before = standing
    assert child(content, site, BETWEEN[moment]).returncode == -signal.SIGKILL
    if moment == "between the renamings":
        assert not site.exists()
        assert hashes(site.parent / ".site.former") == before
        (content / "articles" / "ta-0003.yml").write_text("id: [", "utf-8")
        assert run(content, site)[0] == 1  # also by one that fails
        assert hashes(site) == before
        (content / "articles" / "ta-0003.yml").unlink()
    built(content, site)
    assert is_new(site)
    assert sorted(p.name for p in site.parent.iterdir()) == ["content", "site"]


def _exchanges(folder: Path) -> bool:
    one, other = folder / "one", folder / "other"
    one.mkdir()
    other.mkdir()
    try:
        return replacing._exchange(one, other)
    finally:
        one.rmdir()
        other.rmdir()


def test_names_are_exchanged_in_one_step(tmp_path: Path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / folder.name).write_text("", "utf-8")
    if not replacing._exchange(one, other):
        pytest.skip("not on this system")
    assert [p.name for p in one.iterdir()] == ["other"]
    assert [p.name for p in other.iterdir()] == ["one"]
    with pytest.raises(FileNotFoundError):
        replacing._exchange(one, tmp_path / "nowhere")


@pytest.mark.parametrize("moment", [m for m in MOMENTS if m != "before anything is written"])
def test_ctrl_c_leaves_no_litter(moment: str, standing: tuple[Path, Path, dict[str, str]]):
    content, site, before = standing
    done = child(content, site, MOMENTS[moment], signal.SIGINT)
    assert done.returncode not in {0, 1, 70}
    assert hashes(site) == before
    assert sorted(p.name for p in site.parent.iterdir()) == ["content", "site"]


def test_ctrl_c_while_the_former_site_is_removed_waits(standing: tuple[Path, Path, dict[str, str]]):
    content, site, _ = standing
    todo = "made = replace._remove\nreplace._remove = lambda path: (die(), made(path))"
    child(content, site, todo, signal.SIGINT)
    assert is_new(site)
    assert sorted(p.name for p in site.parent.iterdir()) == ["content", "site"]


@pytest.mark.parametrize("number", [1, 2, 30, 60, 100])
def test_a_full_disk_leaves_the_former_site_and_says_so(
    number: int, standing: tuple[Path, Path, dict[str, str]], monkeypatch: pytest.MonkeyPatch
):
    content, site, before = standing
    made, calls = os.write, [0]

    def full(handle: int, data: bytes) -> int:
        calls[0] += 1
        if calls[0] >= number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return made(handle, data)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        status, said = run(content, site)
    if calls[0] < number:
        pytest.skip("there are not as many files")
    assert status == 2
    assert re.fullmatch(r"(?s:.*warnings?\n)?\S+ cannot be written: No space left on device; make room [^\n]+\n", said)
    assert hashes(site) == before
    assert sorted(p.name for p in site.parent.iterdir()) == ["content", "site"]
    built(content, site)
    assert is_new(site)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes; making one takes the rights of root, on Linux."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        done = False
    if not done:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_is_really_full_leaves_the_former_site(small_disk: Path, tmp_path: Path):
    content = write(tmp_path / "in", {"pages/about.md": ABOUT})
    site = built(content, small_disk / "site")
    before = hashes(site.folder)
    free = os.statvfs(small_disk)
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * (free.f_bavail * free.f_frsize - 100_000))
    status, said = run(content, site.folder)
    assert status == 2
    assert "No space left on device" in said
    assert len([line for line in said.splitlines() if "cannot be written" in line]) == 1
    assert hashes(site.folder) == before
    ballast.unlink()
    built(content, site.folder)
    assert sorted(p.name for p in small_disk.iterdir()) == ["site"]


def test_a_file_that_may_not_grow_leaves_the_former_site(standing: tuple[Path, Path, dict[str, str]]):
    content, site, before = standing
    todo = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))"
    done = child(content, site, todo)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert hashes(site) == before


def test_a_place_that_cannot_be_written_is_wrong_usage(tmp_path: Path):
    content = write(tmp_path / "in")
    (tmp_path / "file").write_text("", "utf-8")
    for output in (tmp_path / "file" / "site", Path("/proc/site"), tmp_path / ("x" * 300)):
        status, said = run(content, output)
        assert status == 2, output
        assert len(said.splitlines()) == 1


# --- One at a time -----------------------------------------------------------------------------------------------


def test_a_killed_builds_lock_holds_nobody_off(standing: tuple[Path, Path, dict[str, str]]):
    content, site, _ = standing
    child(content, site, MOMENTS["at the fortieth file"])
    assert (site.parent / ".site.lock").is_file()
    built(content, site)
    assert not (site.parent / ".site.lock").exists()


@pytest.mark.parametrize("why", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_no_locks_are_kept_the_process_named_holds_the_output(
    why: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    content = write(tmp_path / "in")

    def none(_handle: int, _how: int) -> None:
        raise OSError(why, os.strerror(why))

    monkeypatch.setattr(lock.fcntl, "flock", none)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for holder, status in ((os.getppid(), 75), (gone.pid, 0), ("not a number", 0), ("", 0)):
        (tmp_path / ".site.lock").write_text(str(holder), "utf-8")
        assert run(content, tmp_path / "site")[0] == status, holder
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "site"]


def test_two_builds_at_once_end_with_one_site_and_one_refusal(tmp_path: Path):
    content = write(tmp_path / "in")
    todo = "import time\nmade = replace.settle\nreplace.settle = lambda path: (time.sleep(1.5), made(path))"
    code = CHILD.format(plugins=str(ROOT / "plugins"), tests=str(ROOT / "tests"), signal=9, todo=todo,
                        content=str(content), output=str(tmp_path / "site"), address=ADDRESS)  # fmt: skip
    first = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 30
    while not (tmp_path / ".site.building").exists() and time.monotonic() < end:
        time.sleep(0.01)
    status, said = run(content, tmp_path / "site")
    _, others = first.communicate(timeout=60)
    assert (status, first.returncode) == (75, 0), (said, others)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "site"]


# --- Only what builds left is cleared away -----------------------------------------------------------------------


@pytest.mark.parametrize("name", [".site.building", ".site.former"])
@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_no_build_left_is_not_touched(name: str, kind: str, tmp_path: Path):
    content = write(tmp_path / "in")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("ten years", "utf-8")
    if kind == "folder":
        mine.rename(tmp_path / name)
    elif kind == "file":
        (tmp_path / name).write_text("ten years", "utf-8")
    else:
        (tmp_path / name).symlink_to(mine)
    before = hashes(tmp_path)
    status, said = run(content, tmp_path / "site")
    assert status == 2
    assert name in said
    assert "move it away" in said
    assert hashes(tmp_path) == before


class Killed(BaseException):
    """Stands for a kill: nothing that a build would do afterwards is done."""


@pytest.mark.parametrize("steps", range(14))
@pytest.mark.parametrize("name", [".site.building", ".site.former"])
def test_what_a_kill_within_the_removal_leaves_is_cleared_by_the_next_build(
    name: str, steps: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    left = tmp_path / name
    for path in (
        "a/ta-0001/index.html",
        "about/index.html",
        "data/x.json",
        "feed.xml",
        "people/index.html",
        ".nojekyll",
    ):
        (left / path).parent.mkdir(parents=True, exist_ok=True)
        (left / path).write_text("", "utf-8")
    (tmp_path / "site").mkdir()
    done = [0]

    def dying(step: Callable[..., None]) -> Callable[..., None]:
        def step_or_die(*given: Any, **more: Any) -> None:
            if done[0] == steps:
                raise Killed
            done[0] += 1
            step(*given, **more)

        return step_or_die

    with monkeypatch.context() as patched:
        for step in ("unlink", "rmdir"):
            patched.setattr(os, step, dying(getattr(os, step)))
        with contextlib.suppress(Killed):
            replacing._remove(left)
    assert left.exists() is (steps < 12)  # six files and six folders
    with replacing.staged(tmp_path / "site") as fresh:
        assert [path.name for path in fresh.iterdir()] == ["data"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_cannot_be_removed_is_still_known_for_a_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / ".site.building"
    (folder / "data").mkdir(parents=True)
    (folder / "feed.xml").write_text("", "utf-8")

    def refuses(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refuses)
        replacing._remove(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["data", "feed.xml"]
    with replacing.staged(tmp_path / "site") as fresh:
        assert [path.name for path in fresh.iterdir()] == ["data"]


# --- Stale pages, and fewer articles -----------------------------------------------------------------------------


def test_a_removed_article_leaves_no_page(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0002.yml": SECOND})
    assert "a/ta-0002/record.json" in site.files()
    (tmp_path / "content" / "articles" / "ta-0002.yml").unlink()
    built(tmp_path / "content", site.folder, allow_shrink=True)
    assert [name for name in site.files() if "ta-0002" in name or "ta-0002" in site.read(name)] == []


def test_far_fewer_articles_than_the_former_site_had_are_refused_and_named(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0002.yml": SECOND})
    before = hashes(site.folder)
    (tmp_path / "content" / "articles" / "ta-0002.yml").unlink()
    status, said = run(tmp_path / "content", site.folder)
    assert status == 1
    assert "error[TW096]" in said
    assert "1 of 2 articles" in said
    assert "ta-0002" in said
    assert "--allow-shrink" in said
    assert hashes(site.folder) == before


# --- Progress ----------------------------------------------------------------------------------------------------


def test_no_progress_is_shown_where_there_is_no_terminal(tmp_path: Path):
    _, said = run(write(tmp_path), tmp_path / "site")
    assert "\x1b" not in said
    assert "\r" not in said


def test_progress_is_shown_on_a_terminal_and_wiped_away(tmp_path: Path):
    pty = pytest.importorskip("pty")
    content = write(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "tasks.py"), "build", "--content", str(content), "--output", str(tmp_path / "site"),
         "--sources", str(ROOT / "tests")],
        env=os.environ | {"TWINNING_NO_VENV": "1", "TERM": "xterm", "COLUMNS": "120"}, stderr=theirs, stdout=theirs,
    )  # fmt: skip
    os.close(theirs)
    said = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:
            break
        if not more:
            break
        said += more
    os.close(ours)
    assert process.wait(60) == 0
    assert b"reading the records" in said
    assert b"writing the site" in said
    assert said.rstrip().endswith(b"for http://127.0.0.1:8000")


# --- A build asks nothing of the network -------------------------------------------------------------------------


def test_a_build_opens_no_socket(tmp_path: Path):
    content = write(tmp_path, {"pages/about.md": ABOUT})
    todo = """
import socket, _socket
class Refused(_socket.socket):
    def __init__(self, *_, **__):
        raise AssertionError("a socket")
socket.socket = _socket.socket = Refused
socket.getaddrinfo = socket.create_connection = die
sys.addaudithook(lambda event, _: die() if event.startswith("socket.") and event != "socket.gethostname" else None)
"""
    done = child(content, tmp_path / "site", todo)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
