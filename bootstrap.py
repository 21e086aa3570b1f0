"""Make `.venv` from a hash-locked requirements file, and run the task inside it.

`tasks.py` calls `ensure(lock_for(sys.argv[1:]))` before it imports anything that must be installed. A bare machine
with Python 3.11 or newer so needs nothing else: `uv` is used when it is on PATH, else `venv` and `pip`. This file needs
the standard library only, and an older Python can read it far enough to be told what to do.

What a caller must know:

- `.venv/.made-from` is written last and says which lock, its SHA-256, which Python and which folder. A `.venv` without
  it was never finished and is made anew; one whose lock has changed since is brought up to date in place.
- A `.venv` made from `requirements-dev.txt` also serves the tasks that need only `requirements.txt`: the one contains
  the other. It stays a development one until it is removed.
- Two runs at once: the second waits. What the installer said stands in `.venv.log`.
- A failure is one line on standard error and exit status 1 (2 for a Python too old). `--debug` among the arguments, or
  `TWINNING_DEBUG=1`, adds the traceback and the installer's words.
- `TWINNING_NO_VENV=1` runs the task with the Python it was called with and installs nothing: for packagers, who
  provide what `requirements.txt` names in their own way.
"""

import os
import sys

TYPE_CHECKING = False  # spelled out: the typing module would cost every run its import
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(ROOT, ".venv")
LOG = os.path.join(ROOT, ".venv.log")
STAMP = os.path.join(VENV, ".made-from")
WINDOWS = os.name == "nt"
SCRIPTS = os.path.join(VENV, "Scripts" if WINDOWS else "bin")
PYTHON = os.path.join(SCRIPTS, "python.exe" if WINDOWS else "python")

RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
DEVELOPERS_TASKS = frozenset(["test", "lint", "lock", "audit"])
MENDED = "TWINNING_VENV_MENDED"
"""Set for the run after a mending, so that a fault no mending cures ends in a message and not in a circle."""


def too_old(version: "Sequence[int]", works: "Callable[[str], bool]") -> str:
    """Say in one line what to do about a Python of this `version`, or return "" when it is new enough.

    `works(command)` answers whether a Python of that name is there and starts, so that the line names one to use.
    """
    if tuple(version[:2]) >= OLDEST:
        return ""
    said = "Twinning Archive needs Python %d.%d or newer; this is Python %d.%d.%d. " % (OLDEST + tuple(version[:3]))
    for minor in range(OLDEST[1] + 9, OLDEST[1] - 1, -1):
        if works("python3.%d" % minor):
            return said + "Run it with the newer one that is here: python3.%d %s" % (minor, " ".join(sys.argv))
    remedy = "Install it from https://www.python.org/downloads/ or your system's packages and run: "
    return said + remedy + "python%d.%d " % OLDEST + " ".join(sys.argv)


def _starts(command: str) -> bool:
    """Answer whether this command is on PATH and runs: a version manager's shim may be there and refuse."""
    import subprocess  # noqa: PLC0415

    try:
        with open(os.devnull, "r+b") as nothing:
            return subprocess.call([command, "-c", ""], stdin=nothing, stdout=nothing, stderr=nothing) == 0
    except OSError:
        return False


# On import: from here on the Python is new enough for what is used. Annotations are quoted for the same reason.
_REFUSAL = too_old(tuple(sys.version_info[:3]), _starts)
if _REFUSAL:
    sys.stderr.write(_REFUSAL + "\n")
    sys.exit(2)


class SetUpError(Exception):
    """What stops `.venv` from being made: one line that says so, with the remedy."""


class InstallerError(SetUpError):
    """An installer failed for a reason that its words do not tell us; a fresh start may help."""


OFFLINE = (
    "could not reach the package index; check the connection (behind a proxy: HTTPS_PROXY) "
    "and run the same command again"
)
FULL = "no space is left on the disk; free some (about 300 MB) and run the same command again"
NO_VENV_MODULE = (
    "this Python has no venv module; on Debian or Ubuntu run: apt install python3-venv (or install uv), "
    "then the same command again"
)
READ_ONLY = (
    "the installer may not write where it must ({root}, or its cache); make it writable and run the same command again"
)
OTHER_PACKAGE = (
    "a package is not the one that {lock} was made from, so it was not installed; "
    "run `git checkout {lock}` and the same command again, and report it if it recurs"
)
CERTIFICATE = (
    "the package index's certificate was refused; set the computer's clock, or behind a company's proxy set "
    "SSL_CERT_FILE and PIP_CERT to its certificate, and run the same command again"
)
NO_WHEEL = (
    "a package in {lock} has no ready-made file for this system or Python; use CPython 3.11 to 3.14 on Linux (glibc), "
    "macOS or Windows, or install the packages yourself and set TWINNING_NO_VENV=1"
)

# The first sign that stands in the installer's words decides. The order matters: pip ends with "No matching
# distribution" both when it is offline and when there is none, so the more telling words come first.
SIGNS = (
    (r"do not match the hashes|hash mismatch", OTHER_PACKAGE),
    (r"no space left on device|disk quota exceeded", FULL),
    (r"read-only file system|permission denied", READ_ONLY),
    (r"ensurepip is not available|no module named '?(ensurepip|venv)", NO_VENV_MODULE),
    (r"certificate_verify_failed|invalid peer certificate|unknownissuer", CERTIFICATE),
    (r"connection (refused|reset|aborted|error)|establish a new connection|name resolution|timed? ?out", OFFLINE),
    (r"proxyerror|network is unreachable|error sending request|dns error|could not connect", OFFLINE),
    (r"no usable wheels|no matching distribution|building from source is disabled", NO_WHEEL),
)


def lock_for(arguments: "list[str]") -> str:
    """Name the requirements file that the task among these arguments wants.

    A value that is spelled like a developer's task picks the larger one too: it costs a download and breaks nothing.
    """
    return DEVELOPMENT if DEVELOPERS_TASKS.intersection(arguments) else RUNTIME


def debugging() -> bool:
    """Answer whether tracebacks are wanted."""
    return "--debug" in sys.argv or os.environ.get("TWINNING_DEBUG", "") not in ("", "0")


def ensure(lock: str) -> None:
    """Return when this process runs inside a `.venv` made from `lock`; else make it and start the task again inside.

    Ends the process with one line and status 1 when `.venv` cannot be made.
    """
    if os.environ.get("TWINNING_NO_VENV", "") not in ("", "0"):
        if not _whole():
            sys.exit(
                "Twinning Archive: TWINNING_NO_VENV is set but this Python lacks what requirements.txt names: "
                "install it, or unset the variable"
            )
        return
    try:
        if not _current(lock):
            _set_up(lock)
        elif _inside():
            # Asked inside, where the answer is an import and not a second process.
            if _healthy():
                os.environ.pop(MENDED, None)
                return
            _condemn()
            _set_up(lock)
        try:
            _run_inside()
        except OSError:  # the interpreter is there and does not start
            _condemn()
            _set_up(lock)
            _run_inside()
    except (SetUpError, OSError) as error:
        if debugging():
            _print_log()
            raise
        sys.exit("Twinning Archive: " + _remedy(error))
    except KeyboardInterrupt:
        sys.stderr.write("Twinning Archive: stopped while setting up .venv; the next run finishes it\n")
        sys.exit(130)


def _remedy(error: BaseException) -> str:
    """Put what the system refused into words with a remedy."""
    import errno  # noqa: PLC0415

    if not isinstance(error, OSError):
        return str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FULL
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "cannot write %s; make %s writable and run the same command again" % (error.filename or VENV, ROOT)
    return "could not set up .venv (%s); remove %s and run the same command again" % (error, VENV)


def _print_log() -> None:
    try:
        with open(LOG, encoding="utf-8", errors="replace") as log:
            sys.stderr.write(log.read())
    except OSError:
        pass  # there is no log yet: the fault came before the installer


# --- The state of .venv, read without starting anything -------------------------------------------------------------


def _digest(lock: str) -> str:
    import hashlib  # noqa: PLC0415

    try:
        with open(os.path.join(ROOT, lock), "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except FileNotFoundError:
        raise SetUpError("%s is missing; run `git checkout %s` and the same command again" % (lock, lock)) from None


def _stamp() -> "list[str]":
    """Return what `.venv` was made from, in lines: lock, digest, Python's tag, Python's path, folder.

    Nothing is returned for one that is unfinished or as good as that: whose interpreter is gone, or whose folder was
    moved (its scripts name the old place).
    """
    try:
        with open(STAMP, encoding="utf-8") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    whole = len(lines) == 5 and lines[4] == VENV and os.path.exists(lines[3]) and os.path.exists(PYTHON)
    return lines if whole else []


def _kept(lock: str, stamp: "list[str]") -> str:
    """Choose the lock to hold `.venv` to: a development one is never narrowed by a task that needs less."""
    stays = stamp and stamp[0] == DEVELOPMENT and os.path.exists(os.path.join(ROOT, DEVELOPMENT))
    return DEVELOPMENT if stays else lock


def _current(lock: str) -> bool:
    stamp = _stamp()
    kept = _kept(lock, stamp)
    return stamp[:2] == [kept, _digest(kept)]


def _inside() -> bool:
    return os.path.realpath(sys.prefix) == VENV


def _whole() -> bool:
    """Answer whether the first package every task needs can be imported: it cannot in a broken environment."""
    try:
        import invoke  # noqa: F401, PLC0415
    except Exception:  # noqa: BLE001  # a damaged file may raise anything
        return False
    return True


def _healthy() -> bool:
    """Answer whether the `.venv` this runs in works."""
    # The system's Python may have been replaced under `.venv`: its packages stand in the old version's folder.
    return _stamp()[2:3] == [sys.implementation.cache_tag] and _whole()


def _condemn() -> None:
    """Mark a `.venv` that does not work as unfinished, once."""
    if os.environ.get(MENDED):
        raise SetUpError("the new .venv does not work either; what the installer said is in %s" % LOG)
    os.environ[MENDED] = "1"
    if os.path.exists(STAMP):
        os.unlink(STAMP)


def _run_inside() -> None:
    """Run this command again with `.venv`'s Python, and end as it ends."""
    sys.stdout.flush()
    sys.stderr.flush()
    command = [PYTHON, *sys.argv]
    if not WINDOWS:
        os.execv(PYTHON, command)  # noqa: S606
    import subprocess  # noqa: PLC0415

    with subprocess.Popen(command) as process:  # Windows' exec returns to the shell before the task is done
        while True:
            try:
                sys.exit(process.wait())
            except KeyboardInterrupt:
                continue  # Ctrl-C reached the task as well: it decides when to end


# --- Setting up ---------------------------------------------------------------------------------------------------


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def _set_up(lock: str) -> None:
    """Make or mend `.venv`, alone: whoever comes second waits, and finds the work done."""
    import signal  # noqa: PLC0415  # needed once in the life of `.venv`

    signal.signal(signal.SIGINT, signal.default_int_handler)  # tasks.py has left it to the system until here
    with open(LOG, "a+b") as log:
        _wait_for(log)
        if _current(lock):
            return
        log.truncate(0)
        stamp = _stamp()
        lock = _kept(lock, stamp)
        digest = _digest(lock)
        python = stamp[2:4] if stamp and _update(lock, log) else _make(lock, log)
        _write_stamp([lock, digest, *python, VENV])


def _wait_for(log: "BinaryIO") -> None:
    """Hold the log until it is closed.

    The installer writes into it and so holds it too, even when we were killed; and the system lets go of it when all
    have ended, so that none goes stale.
    """
    import time  # noqa: PLC0415

    waiting = False
    while not _taken(log):
        if not waiting:
            _say("Another run is setting up .venv; waiting for it …")
            waiting = True
        time.sleep(0.1)


def _taken(log: "BinaryIO") -> bool:
    import errno  # noqa: PLC0415

    try:
        if WINDOWS:
            import msvcrt  # noqa: PLC0415

            log.seek(1 << 30)  # a held byte can be neither read nor written there: one that the log never reaches
            msvcrt.locking(log.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # A file system without locks (some network ones): rather two at once, which is rare, than never.
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
    return True


def _update(lock: str, log: "BinaryIO") -> bool:
    """Bring a finished `.venv` up to date in place; answer False when it must be made anew instead."""
    uv = _uv()
    if not uv and not os.path.exists(os.path.join(SCRIPTS, "pip.exe" if WINDOWS else "pip")):
        return False  # uv made it, without pip, and uv is gone
    _say("Bringing .venv up to date with %s …" % lock)
    with open(STAMP, "rb") as file:
        before = file.read()
    os.unlink(STAMP)  # until it is done, it is neither the old nor the new one
    try:
        _install(uv, lock, log)
    except InstallerError:
        return False
    except SetUpError as error:
        if OFFLINE in str(error):  # nothing is installed before everything is fetched: it is still the old one
            with open(STAMP, "wb") as file:
                file.write(before)
        raise
    return True


def _make(lock: str, log: "BinaryIO") -> "list[str]":
    """Make `.venv` from nothing; return the tag and the path of its Python."""
    import importlib.util  # noqa: PLC0415

    if os.path.lexists(VENV):
        _say("The .venv here is unfinished, damaged or of another place: making it anew.")
        _remove_venv()
    _say("Setting up .venv from %s (once; up to a minute) …" % lock)
    base = getattr(sys, "_base_executable", None) or sys.executable
    uv = _uv()
    if uv and not _run([uv, "venv", "--no-project", "--python", base, VENV], log):
        uv = ""  # a shim without a uv behind it, or one too old: the slower way needs nothing from outside
        _remove_venv()
    if not uv:
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            raise SetUpError(NO_VENV_MODULE)
        if not _run([base, "-I", "-m", "venv", VENV], log):
            raise _reason(lock)
    _install(uv, lock, log)
    return [str(sys.implementation.cache_tag), base]


def _remove_venv() -> None:
    """Remove `.venv`, whatever it is; renamed first, so that a half-removed one is never taken for a whole one."""
    import shutil  # noqa: PLC0415
    from glob import escape, glob  # noqa: PLC0415

    if not os.path.lexists(VENV):
        return
    if os.path.islink(VENV) or os.path.isfile(VENV):
        os.unlink(VENV)
        return
    try:
        os.rename(VENV, "%s.old-%d" % (VENV, os.getpid()))
    except PermissionError as error:  # Windows: a program runs from it
        raise SetUpError(
            "%s cannot be removed (%s); close what uses it, remove it and run the same command again"
            % (VENV, error.strerror)
        ) from error
    for aside in glob(escape(VENV) + ".old-*"):
        shutil.rmtree(aside)


def _uv() -> str:
    import shutil  # noqa: PLC0415

    return shutil.which("uv") or ""


def _install(uv: str, lock: str, log: "BinaryIO") -> None:
    """Make the packages of `.venv` exactly those of `lock`.

    Only ready-made files are taken: to build one would run code, fetched for the build, that no hash covers. And no
    dependencies are looked up: the lock is complete, and tests/test_locks.py holds it to that.
    """
    path = os.path.join(ROOT, lock)
    if uv:
        done = _run([uv, "pip", "sync", "--require-hashes", "--no-build", "--python", PYTHON, path], log)
    else:
        pip = [PYTHON, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
        options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--progress-bar", "off"]
        done = _run([*pip, "install", *options, "-r", path], log)
        surplus = _surplus(path) if done else []
        if surplus:  # pip only adds; a plugin that the lock has dropped would still be found
            done = _run([*pip, "uninstall", "--yes", *surplus], log)
    if not done:
        raise _reason(lock)


def _surplus(path: str) -> "list[str]":
    """List what is installed beyond the lock, pip and its companions aside."""
    import re  # noqa: PLC0415
    from glob import escape, glob  # noqa: PLC0415
    from importlib.metadata import distributions  # noqa: PLC0415

    with open(path, encoding="utf-8") as file:
        locked = re.findall(r"^[\w.-]+", file.read(), re.MULTILINE)
    kept = {re.sub(r"[-_.]+", "-", name).lower() for name in locked} | {"pip", "setuptools", "wheel"}
    folders = glob(os.path.join(escape(VENV), "Lib" if WINDOWS else "lib/python3*", "site-packages"))
    there = {re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower() for found in distributions(path=folders)}
    return sorted(there - kept)


def _run(command: "list[str]", log: "BinaryIO") -> bool:
    """Run an installer's command, its words into the log; answer whether it succeeded."""
    import subprocess  # noqa: PLC0415

    environment = {
        name: value
        for name, value in os.environ.items()
        # What a person set for other uses of pip and would send the packages elsewhere than into .venv.
        if name not in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_REQUIRE_VIRTUALENV", "VIRTUAL_ENV")
    }
    environment["PIP_USER"] = "0"  # also against a configuration file that says otherwise
    if environment.get("PIP_RETRIES", "0") == "0":
        environment["PIP_RETRIES"] = "2"  # offline, an answer after seconds; and without a retry pip keeps the reason
    environment["NO_COLOR"] = "1"
    log.write(("$ " + " ".join(command) + "\n").encode("utf-8", "replace"))
    log.flush()
    try:
        code = subprocess.call(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
    except FileNotFoundError:
        return False
    return code == 0


def _reason(lock: str) -> SetUpError:
    """Read in the log why the installer failed."""
    import shutil  # noqa: PLC0415

    if shutil.disk_usage(ROOT).free < 1 << 20:  # so full that the installer could not even say so
        return SetUpError(FULL)
    with open(LOG, encoding="utf-8", errors="replace") as file:
        return told(file.read(), lock)


def told(words: str, lock: str) -> SetUpError:
    """Turn an installer's words into one line with the remedy."""
    import re  # noqa: PLC0415

    for sign, line in SIGNS:
        if re.search(sign, words, re.IGNORECASE):
            return SetUpError("%s (details: %s)" % (line.format(lock=lock, root=ROOT), LOG))
    return InstallerError("the packages could not be installed; the reason is at the end of %s" % LOG)


def _write_stamp(lines: "list[str]") -> None:
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in lines))
    os.replace(STAMP + ".new", STAMP)
