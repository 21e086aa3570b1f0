"""One build of the keeper's local view, in a process of its own, so that changes of the plugin are seen."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ..publish.lock import AnotherBuild, one_at_a_time
from ..publish.replace import staged
from .ending import FINE, ROOT

NICE = 10
"""How far a build stands back (nice(1)), so that the page somebody is looking at comes first."""


def leave_interrupts_to_the_parent() -> None:
    """Ignore Ctrl-C, in a process just begun: Python would show where it was, and the parent ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a process begins: coming before the process ignores it, it would end it with a trace."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stand_back() -> None:
    leave_interrupts_to_the_parent()
    os.nice(NICE)


def environment() -> dict[str, str]:
    """Give the environment in which a process of our own finds the plugin."""
    return os.environ | {"PYTHONPATH": str(ROOT / "plugins")}


class Build:
    """A build in a new process."""

    def __init__(self, content: Path, sources: str, output: Path, siteurl: str) -> None:
        """Start it."""
        with interrupts_held():
            self._process = subprocess.Popen(  # noqa: S603  our own module
                [sys.executable, "-m", "twinning.commands.preview", str(content), sources, str(output), siteurl],
                env=environment(),
                preexec_fn=_stand_back,  # noqa: PLW1509  it takes no lock
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
            )
        self._output = output

    def faults(self) -> str:
        """Wait for its end, passing on what it says; give its errors where the site was not built, else nothing."""
        assert self._process.stderr is not None
        said = []
        for line in self._process.stderr:
            sys.stderr.write(line)
            sys.stderr.flush()
            said.append(line)
        if self._process.wait() == FINE:
            return ""
        blocks = "".join(said).split("\n\n")
        errors = [block for block in blocks if ": error[" in block.partition("\n")[0]]
        return "\n\n".join(errors or blocks) or "The build was stopped."

    def end(self) -> None:
        """End it at once, and clear away what it made, as the next build of the same output would."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
            with contextlib.suppress(OSError, AnotherBuild), one_at_a_time(self._output), staged(self._output):
                pass


def run(content: str, sources: str, output: str, siteurl: str) -> int:
    """Build with every text at hand shown in full, under a banner; give the exit status."""
    from . import build

    return build.run(content, sources or None, output, siteurl, full_text=True, allow_shrink=True, PREVIEW=True)


def main(arguments: list[str]) -> int:
    """Build as `serve` asks; a fault, such as a template being edited just now, is one line and `serve` goes on."""
    try:
        return run(*arguments)
    except Exception as fault:
        if os.environ.get("TWINNING_DEBUG", "") not in {"", "0"}:
            raise
        said = " ".join(str(fault).split())
        print(f"serve: not rebuilt: {type(fault).__name__}: {said}; `--debug` shows where", file=sys.stderr)
        return 70


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:5]))
