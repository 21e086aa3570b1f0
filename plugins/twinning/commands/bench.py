"""Measure builds of generated archives: CPU seconds, wall time, peak memory, pages, bytes; if wanted, beside Hugo's."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import hugo as other
from .ending import FINE, PROBLEMS, ROOT, refuse
from .invented import write_archive

SIZES = (1_000, 10_000)
ROUNDS = 3
"""How often each of two programs builds, in turn, for what else the machine does slows both."""
MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own is made in it


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: seconds of CPU and wall, peak memory in MB, files, pages, bytes, and the longest article page."""

    cpu: float
    wall: float
    memory: float
    files: int
    pages: int
    size: int
    longest: int


def run(sizes: Sequence[int], keep: bool, hugo: str | None = None) -> int:  # noqa: FBT001  a task's option
    """Build an invented archive of each size in a process of its own, from nothing, and print what it took.

    In memory where the system has a file system there: making a file on a disk was seen to take from 20 to 500
    microseconds of CPU on one machine within the hour, which says nothing of this program. With a Hugo program, that
    builds the same records in turn with ours.
    """
    rival = other.find(hugo) if hugo is not None else None
    if hugo is not None and rival is None:
        return refuse(f"--hugo wants the path of a Hugo program, which {hugo!r} is not.")
    place = str(MEMORY) if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else tempfile.gettempdir()
    print(f"in {place}, Python {platform.python_version()}", file=sys.stderr)
    heads = ("CPU s", "wall s", "ms/art.", "MB peak", "pages", "files", "MB")
    print(f"{'articles':>9} {''.join(f'{head:>8}' for head in heads)} {'longest article page':>21}")
    for size in sizes or SIZES:
        folder = Path(tempfile.mkdtemp(prefix="twinning-bench-", dir=place))
        try:
            write_archive(folder / "content", size)
            done = compare(folder, size, rival) if rival else in_turn(folder, size, {"": ours(folder)}, rounds=1)
        finally:
            if keep:
                print(f"kept: {folder}", file=sys.stderr)
            else:
                shutil.rmtree(folder, ignore_errors=True)
        if not done:
            return PROBLEMS
    return FINE


def citing(count: int) -> int:
    """Format so many invented items in every style, and print what it took."""
    from ..cite.styles import TITLES, citations
    from .invented_items import items

    made = items(count)
    began = time.process_time()
    for item in made:
        citations(item)
    took = time.process_time() - began
    print(f"{count:,} items in {len(TITLES)} styles: {took:.2f} CPU s, {took / count * 1e6:.0f} microseconds an item")
    return FINE


def compare(folder: Path, articles: int, rival: other.Hugo) -> bool:
    """Build the archive of a folder in turn with ours and with Hugo, and print the ratio of the least of each."""
    other.write_site(folder / "content", folder / "hugo")
    commands = {"ours": ours(folder), "Hugo": rival.command(folder / "hugo", folder / "output")}
    builds = in_turn(folder, articles, commands, ROUNDS)
    if not builds:
        return False
    cpu = min(build.cpu for build in builds["ours"]) / min(build.cpu for build in builds["Hugo"])
    wall = min(build.wall for build in builds["ours"]) / min(build.wall for build in builds["Hugo"])
    print(f"By the least of each, ours takes {cpu:.2f} times Hugo {rival.version}'s CPU seconds, {wall:.2f} its wall.")
    print(other.NOT_ASKED, flush=True)
    return True


def in_turn(
    folder: Path, articles: int, commands: Mapping[str, Sequence[str]], rounds: int
) -> dict[str, list[Measured]]:
    """Run each command in each round, from nothing, with a line for each build; nothing when one fails."""
    builds: dict[str, list[Measured]] = {name: [] for name in commands}
    for name in [*commands] * rounds:
        found = measure(commands[name], folder / "output")
        if found is None:
            return {}
        builds[name].append(found)
        figures = f"{found.cpu:>8.2f}{found.wall:>8.2f}{found.cpu / articles * 1000:>8.3f}{found.memory:>8.0f}"
        figures += f"{found.pages:>8,}{found.files:>8,}{found.size / 1e6:>8.1f}"
        print(f"{articles:>9,} {figures} {found.longest:>15,} bytes  {name}".rstrip(), flush=True)
    return builds


def ours(folder: Path) -> list[str]:
    """Give the command that builds the archive of a folder, with every check of a real build."""
    return [sys.executable, str(ROOT / "tasks.py"), "build", "--content", str(folder / "content"),
            "--output", str(folder / "output"), "--siteurl", "https://archive.example.org"]  # fmt: skip


def measure(command: Sequence[str], output: Path) -> Measured | None:
    """Run a build and measure the process with the operating system's own accounting; None when it fails."""
    shutil.rmtree(output, ignore_errors=True)
    started = time.perf_counter()
    # TWINNING_NO_VENV: this interpreter is the right one already, and the step into .venv is not the build's.
    process = subprocess.Popen(command, env=os.environ | {"TWINNING_NO_VENV": "1"})  # noqa: S603  a build's program
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    files = [path for path in output.rglob("*") if path.is_file()]
    return Measured(
        usage.ru_utime + usage.ru_stime,
        wall,
        usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3),
        len(files),
        sum(path.suffix == ".html" for path in files),
        sum(path.stat().st_size for path in files),
        max((path.stat().st_size for path in (output / "a").glob("ta-*/index.html")), default=0),
    )
