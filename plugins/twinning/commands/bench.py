"""Measure builds of generated archives: CPU seconds, wall time, peak memory, pages, bytes."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .ending import FINE, PROBLEMS, ROOT
from .invented import write_archive

SIZES = (1_000, 10_000)
MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own is made in it


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: seconds of CPU and wall, peak memory in MB, files, pages, bytes, and the longest article page."""

    articles: int
    cpu: float
    wall: float
    memory: float
    files: int
    pages: int
    size: int
    longest: int


def run(sizes: list[int], keep: bool) -> int:  # noqa: FBT001  a task's option
    """Build an invented archive of each size in a process of its own, from nothing, and print what it took.

    In memory where the system has a file system there: making a file on a disk was seen to take from 20 to 500
    microseconds of CPU on one machine within the hour, which says nothing of this program.
    """
    place = str(MEMORY) if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else tempfile.gettempdir()
    print(f"in {place}, Python {platform.python_version()}", file=sys.stderr)
    heads = ("CPU s", "wall s", "ms/art.", "MB peak", "pages", "files", "MB")
    print(f"{'articles':>9} {''.join(f'{head:>8}' for head in heads)} {'longest article page':>21}")
    for size in sizes or SIZES:
        folder = Path(tempfile.mkdtemp(prefix="twinning-bench-", dir=place))
        try:
            write_archive(folder / "content", size)
            found = measure(folder, size)
        finally:
            if keep:
                print(f"kept: {folder}", file=sys.stderr)
            else:
                shutil.rmtree(folder, ignore_errors=True)
        if found is None:
            return PROBLEMS
        figures = f"{found.cpu:>8.2f}{found.wall:>8.2f}{found.cpu / size * 1000:>8.3f}{found.memory:>8.0f}"
        figures += f"{found.pages:>8,}{found.files:>8,}{found.size / 1e6:>8.1f}"
        print(f"{found.articles:>9,} {figures} {found.longest:>15,} bytes", flush=True)
    return FINE


def measure(folder: Path, articles: int) -> Measured | None:
    """Build the archive of a folder and measure the process with the operating system's own accounting."""
    output = folder / "output"
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--content", str(folder / "content"),
               "--output", str(output), "--siteurl", "https://archive.example.org"]  # fmt: skip
    started = time.perf_counter()
    # TWINNING_NO_VENV: this interpreter is the right one already, and the step into .venv is not the build's.
    process = subprocess.Popen(command, env=os.environ | {"TWINNING_NO_VENV": "1"})  # noqa: S603  our own tasks
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    files = [path for path in output.rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    return Measured(
        articles,
        usage.ru_utime + usage.ru_stime,
        wall,
        usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3),
        len(files),
        len(pages),
        sum(path.stat().st_size for path in files),
        max(path.stat().st_size for path in (output / "a").glob("ta-*/index.html")),
    )
