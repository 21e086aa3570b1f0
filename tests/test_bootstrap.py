"""`python3 tasks.py` makes `.venv` by itself, mends it, and says in one line why it cannot.

The installer is a small script that plays `uv`, so that no network is needed; one test uses the real pip on wheels
made here.
"""

import ast
import base64
import errno
import hashlib
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(bootstrap.ROOT)
fcntl = pytest.importorskip("fcntl")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="plays uv with a script that has a first line")

SITE = f".venv/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
BASE = sys._base_executable  # type: ignore[attr-defined]
PLAYED_UV = f"""#!/bin/sh
PATH=/usr/bin:/bin
cd "$(dirname "$0")/.."
echo "$1" >> calls
if [ "$1" = venv ]; then
  mkdir -p .venv/bin {SITE}
  ln -s "{BASE}" .venv/bin/python
  echo "home = {Path(BASE).parent}" > .venv/pyvenv.cfg
elif [ -e fails ]; then
  cat fails
  exit 2
else
  cp works {SITE}/invoke.py
fi
"""
TASK = """
import sys
import bootstrap
bootstrap.ensure(bootstrap.lock_for(sys.argv[1:]))
print("ran in", sys.prefix, *sys.argv[1:])
"""


class Project:
    """A folder with bootstrap.py, a task, two locks and a `uv` that is played."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / "bin" / "python"
        (root / "bin").mkdir(parents=True)
        (root / "bootstrap.py").write_text((ROOT / "bootstrap.py").read_text("utf-8"), "utf-8")
        (root / "task.py").write_text(TASK)
        (root / "requirements.txt").write_text("")
        (root / "requirements-dev.txt").write_text("# more\n")
        (root / "works").write_text("")
        (root / "bin/uv").write_text(PLAYED_UV)
        (root / "bin/uv").chmod(0o755)

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TWINNING_", "PIP_", "UV_"))}
        # Only the folder of the played uv: the real one, or a shim of it, must not be found.
        return kept | {"PATH": str(self.root / "bin"), "PIP_CONFIG_FILE": os.devnull} | more

    def start(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "task.py", *arguments],
            cwd=self.root,
            env=self.environment(**environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **environment: str) -> "Result":
        with self.start(*arguments, **environment) as process:
            out, err = process.communicate(timeout=120)
        return Result(process.returncode, out, err)

    def calls(self) -> list[str]:
        """Return what uv was asked for since the last time."""
        path = self.root / "calls"
        lines = path.read_text().split() if path.exists() else []
        path.write_text("")
        return lines

    def make(self, *arguments: str) -> None:
        assert self.run(*arguments).code == 0
        self.calls()


class Result:
    """What a run answered."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    def assert_one_line(self, code: int, *words: str) -> None:
        """Assert that the run ended with this status and one line that says these words."""
        said = [line for line in self.err.splitlines() if not line.endswith("…") and "anew" not in line]
        assert len(said) == 1, self.err
        assert self.code == code
        for word in words:
            assert word in said[0]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "a project")


# --- The real pip -----------------------------------------------------------------------------------------------


def lock_line(folder: Path, version: str) -> str:
    """Write a wheel that holds an empty module `invoke`; return the line that locks it."""
    path = folder / f"invoke-{version}-py3-none-any.whl"
    info = f"invoke-{version}.dist-info"
    files = {
        "invoke.py": b"",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: invoke\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(data)}\n"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (files | {f"{info}/RECORD": record.encode()}).items():
            archive.writestr(name, data)
    return f"invoke=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def test_pip_installs_what_is_locked_or_says_why_it_cannot(project: Project):
    (project.root / "bin/uv").unlink()
    lock = project.root / "requirements.txt"
    # PIP_USER stands for what a person may have set: the package goes into .venv nonetheless.
    here = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": project.root.as_uri(), "PIP_USER": "1"}
    lock.write_text(lock_line(project.root, "1.0"))
    result = project.run("build", **here)
    assert result.out == f"ran in {project.venv} build\n", result.err
    assert surplus(project, "rich==15.0.0") == ["invoke"]

    lock.write_text(lock_line(project.root, "1.1")[:-8] + "0000000\n")
    # Port 9 discards: nothing listens there, and the refusal is immediate.
    offline = project.run(PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="0")
    offline.assert_one_line(1, "could not reach the package index", "run the same command again")

    project.run(**here).assert_one_line(1, "not the one that requirements.txt was made from")


def surplus(project: Project, locked: str) -> list[str]:
    """Return what pip would remove if the lock held only this."""
    lock = project.root / "other.txt"
    lock.write_text(locked)
    code = f"import bootstrap; print(*bootstrap._surplus({str(lock)!r}))"
    return subprocess.check_output([project.python, "-c", code], cwd=project.root, text=True).split()


# --- An old Python ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bootstrap.py", "tasks.py"])
def test_old_pythons_can_read_it(name: str):
    ast.parse((ROOT / name).read_text("utf-8"), name, feature_version=(3, 6))


def test_old_python_is_told_where_to_get_a_newer_one():
    line = bootstrap.too_old((3, 9, 2), lambda _: False)
    assert line.startswith("Twinning Archive needs Python 3.11 or newer; this is Python 3.9.2. Install it from ")
    assert " and run: python3.11 " in line
    assert "\n" not in line


def test_old_python_is_told_of_the_newer_one_that_is_here():
    line = bootstrap.too_old((3, 6, 15), lambda command: command == "python3.12")
    assert "that is here: python3.12 " in line


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_new_enough_python_is_not_refused(version: tuple[int, int, int]):
    assert bootstrap.too_old(version, lambda _: False) == ""


# --- Which lock -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("task", ["test", "lint", "lock", "audit"])
def test_developers_tasks_want_the_development_lock(task: str):
    assert bootstrap.lock_for([task, "--debug"]) == "requirements-dev.txt"


@pytest.mark.parametrize("arguments", [[], ["--list"], ["build"], ["check", "--path", "content/articles"]])
def test_other_tasks_want_the_runtime_lock(arguments: list[str]):
    assert bootstrap.lock_for(arguments) == "requirements.txt"


# --- Making and keeping -----------------------------------------------------------------------------------------


def test_first_run_makes_venv_and_runs_inside_with_the_arguments(project: Project):
    result = project.run("build", "--content", "a b")
    assert result.code == 0, result.err
    assert result.out == f"ran in {project.venv} build --content a b\n"
    assert project.calls() == ["venv", "pip"]
    assert "Setting up .venv" in result.err


def test_second_run_installs_nothing_and_says_nothing(project: Project):
    project.make()
    result = project.run()
    assert (result.code, result.err, project.calls()) == (0, "", [])


def test_development_venv_serves_the_other_tasks(project: Project):
    project.make("test")
    assert project.run("build").code == 0
    assert project.calls() == []


def test_runtime_venv_is_widened_in_place_for_the_tests(project: Project):
    project.make("build")
    assert project.run("test").code == 0
    assert project.calls() == ["pip"]


def test_changed_lock_is_installed_in_place(project: Project):
    project.make()
    (project.root / "requirements.txt").write_text("# newer\n")
    result = project.run()
    assert (result.code, project.calls()) == (0, ["pip"])
    assert "up to date" in result.err


def test_changed_development_lock_is_installed_before_any_task(project: Project):
    project.make("test")
    (project.root / "requirements-dev.txt").write_text("# newer\n")
    assert project.run("build").code == 0
    assert project.calls() == ["pip"]


def test_missing_lock_is_named(project: Project):
    (project.root / "requirements.txt").unlink()
    project.run().assert_one_line(1, "requirements.txt is missing", "git checkout")


def test_no_venv_is_made_for_packagers(project: Project):
    result = project.run("build", TWINNING_NO_VENV="1")
    assert (result.code, project.venv.exists()) == (0, False)
    assert result.out.startswith(f"ran in {sys.prefix}")


def test_packagers_are_told_what_lacks(project: Project):
    (project.root / "invoke.py").write_text("raise ImportError")
    project.run("build", TWINNING_NO_VENV="1").assert_one_line(1, "TWINNING_NO_VENV is set", "requirements.txt")


# --- Mending ----------------------------------------------------------------------------------------------------


def half_made(project: Project) -> None:
    (project.venv / ".made-from").unlink()


def without_interpreter(project: Project) -> None:
    project.python.unlink()


def with_broken_interpreter(project: Project) -> None:
    project.python.unlink()
    project.python.write_text("this does not run")
    project.python.chmod(0o755)


def without_packages(project: Project) -> None:
    next(project.venv.rglob("invoke.py")).unlink()


def with_damaged_packages(project: Project) -> None:
    next(project.venv.rglob("invoke.py")).write_bytes(b"\0\xff")


def of_another_python(project: Project) -> None:
    stamp = project.venv / ".made-from"
    stamp.write_text(stamp.read_text().replace(sys.implementation.cache_tag, "cpython-310"))


def a_plain_file(project: Project) -> None:
    project.venv.rename(project.root / "elsewhere")
    project.venv.write_text("/somewhere/else")


def empty(project: Project) -> None:
    project.venv.rename(project.root / "elsewhere")
    project.venv.mkdir()


@pytest.mark.parametrize(
    "harm",
    [
        half_made,
        without_interpreter,
        with_broken_interpreter,
        without_packages,
        with_damaged_packages,
        of_another_python,
        a_plain_file,
        empty,
    ],
)
def test_broken_venv_is_made_anew(project: Project, harm: Callable[[Project], None]):
    project.make()
    harm(project)
    result = project.run()
    assert result.code == 0, result.err
    assert result.out == f"ran in {project.venv}\n"
    assert project.calls() == ["venv", "pip"]
    assert list(project.root.glob(".venv.old-*")) == []


def test_moved_folder_gets_a_new_venv(project: Project):
    project.make()
    moved = project.root.rename(project.root.with_name("moved"))
    again = Project.__new__(Project)
    again.root, again.venv = moved, moved / ".venv"
    assert again.run().out == f"ran in {moved}/.venv\n"
    assert again.calls() == ["venv", "pip"]


def test_linked_venv_loses_the_link_and_not_what_it_points_to(project: Project):
    elsewhere = project.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_text("")
    project.venv.symlink_to(elsewhere)
    assert project.run().code == 0
    assert (elsewhere / "mine").exists()


def test_venv_that_no_mending_cures_ends_in_a_line(project: Project):
    (project.root / "works").write_text("raise ImportError")
    project.run().assert_one_line(1, "does not work either", ".venv.log")
    assert project.calls() == ["venv", "pip", "venv", "pip"]


def test_second_of_two_runs_waits_and_finds_the_work_done(project: Project):
    with (project.root / ".venv.log").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        with project.start() as one, project.start() as other:
            for process in (one, other):
                assert process.stderr
                assert process.stderr.readline() == "Another run is setting up .venv; waiting for it …\n"
            fcntl.flock(turn, fcntl.LOCK_UN)
            for process in (one, other):
                assert process.communicate(timeout=60)[0] == f"ran in {project.venv}\n"
    assert project.calls() == ["venv", "pip"]


def test_run_waits_for_the_installer_of_one_that_was_killed(project: Project):
    uv = project.root / "bin/uv"
    uv.write_text(PLAYED_UV.replace("else\n", "else\n  touch installing\n  while [ ! -e go ]; do sleep 0.05; done\n"))
    with project.start() as killed:
        while not (project.root / "installing").exists():
            time.sleep(0.01)
        killed.kill()
    with project.start() as process:
        assert process.stderr
        assert "waiting" in process.stderr.readline()
        (project.root / "go").touch()
        assert process.communicate(timeout=60)[0] == f"ran in {project.venv}\n"
    assert project.calls() == ["venv", "pip", "venv", "pip"]


# --- Failing ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        (
            "error: Failed to fetch: x\n  Caused by: error sending request\n  Caused by: dns error",
            "check the connection",
        ),
        ("NewConnectionError: Failed to establish a new connection\nERROR: No matching distribution", "the connection"),
        ("error: Hash mismatch for `rich==15.0.0`", "git checkout requirements.txt"),
        ("OSError: [Errno 28] No space left on device", "no space is left"),
        ("error: failed to create file: Read-only file system (os error 30)", "make it writable"),
        ("invalid peer certificate: UnknownIssuer", "certificate"),
        ("rapidyaml==0.15.2 has no usable wheels", "no ready-made file"),
        ("error: something else", ".venv.log"),
    ],
)
def test_installers_words_become_one_line_with_the_remedy(installer: str, line: str):
    said = str(bootstrap.told("$ uv pip sync\n" + installer, "requirements.txt"))
    assert line in said
    assert "\n" not in said
    assert said.count(".venv.log") == 1


def test_failure_is_said_in_one_line_and_the_next_run_mends_it(project: Project):
    (project.root / "fails").write_text("error: dns error\nerror: more")
    result = project.run()
    result.assert_one_line(1, "check the connection", "run the same command again", ".venv.log")
    assert "Traceback" not in result.err
    assert "error: more" in (project.root / ".venv.log").read_text()
    (project.root / "fails").unlink()
    assert project.run().code == 0


@pytest.mark.parametrize(("argument", "variable"), [("--debug", "0"), ("build", "1")])
def test_debugging_shows_the_traceback_and_the_installers_words(project: Project, argument: str, variable: str):
    (project.root / "fails").write_text("error: something else")
    result = project.run(argument, TWINNING_DEBUG=variable)
    assert result.code == 1
    assert "Traceback" in result.err
    assert "something else" in result.err


def test_update_that_fails_offline_leaves_the_old_venv_to_the_old_lock(project: Project):
    project.make()
    (project.root / "fails").write_text("dns error")
    lock = project.root / "requirements.txt"
    lock.write_text("# newer\n")
    project.run().assert_one_line(1, "check the connection")
    lock.write_text("")
    assert project.run().err == ""


def test_update_that_fails_for_no_known_reason_starts_afresh(project: Project):
    project.make()
    (project.root / "fails").write_text("error: RECORD not found")
    (project.root / "requirements.txt").write_text("# newer\n")
    project.run().assert_one_line(1, ".venv.log")
    assert project.calls() == ["pip", "venv", "pip"]


def test_missing_venv_module_names_the_package(project: Project):
    (project.root / "bin/uv").unlink()
    (project.root / "task.py").write_text("import sys\nsys.modules['ensurepip'] = None\n" + TASK)
    project.run().assert_one_line(1, "apt install python3-venv")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "no space"), (errno.EROFS, "writable"), (errno.EACCES, "writable"), (errno.EIO, "remove")],
)
def test_systems_refusal_has_a_remedy(number: int, words: str):
    line = bootstrap._remedy(OSError(number, os.strerror(number), "/archive/.venv.log"))
    assert words in line
    assert line.endswith("run the same command again")


def test_uv_that_does_not_run_is_done_without(project: Project):
    (project.root / "bin/uv").write_text("#!/bin/sh\necho 'uv: command not found'\nexit 127\n")
    (project.root / "task.py").write_text("import sys\nsys.modules['ensurepip'] = None\n" + TASK)
    project.run().assert_one_line(1, "venv module")  # the next way was tried
