"""Pages made when they are looked at, in a process of its own, so that changes of the plugin are seen.

It is told on standard input, a line each: `open` reads the content anew, `page PATH` makes a page. It answers each with
a line that has a number, and so many bytes of a page; -1 where there is none.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from .preview import environment, interrupts_held, leave_interrupts_to_the_parent

NONE = -1


class Maker:
    """Asks the process for pages. Safe to ask from several threads; a process that has ended makes none."""

    def __init__(self, content: Path, sources: str, siteurl: str) -> None:
        """Start the process, which reads the content in its own time."""
        self._turn = threading.Lock()
        with interrupts_held():
            self._process = subprocess.Popen(  # noqa: S603  our own module
                [sys.executable, "-m", "twinning.commands.live", str(content), sources, siteurl],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # whatever is wrong with the content, the build says
                env=environment(),
                preexec_fn=leave_interrupts_to_the_parent,  # noqa: PLW1509  it takes no lock
            )

    def open(self) -> bool:
        """Read the content anew; tell whether it can be shown."""
        return self._ask("open") is not None

    def page(self, path: str) -> bytes | None:
        """Give a page by its address below the root, where it is one of those made here."""
        return self._ask(f"page {path}") if path.isprintable() else None

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()

    def _ask(self, line: str) -> bytes | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._turn:
            try:
                self._process.stdin.write(line.encode() + b"\n")
                self._process.stdin.flush()
                length = int(self._process.stdout.readline() or NONE)
                return self._process.stdout.read(length) if length >= 0 else None
            except (OSError, ValueError):
                return None


def answer(asked: BinaryIO, said: BinaryIO, content: str, sources: str, siteurl: str) -> None:
    """Answer until nobody asks any more."""
    from ..diagnostics import ContentError
    from ..pages.live import Live
    from . import build

    settings = build.settings_of(content, sources or None, siteurl, full_text=True, PREVIEW=True)
    live: Live | None = None
    for line in asked:
        order, _, path = line.decode().rstrip("\n").partition(" ")
        made: bytes | None = None
        try:
            if order == "open":
                if live is None:
                    live = Live(settings)
                else:
                    live.open()
                made = b""
            elif live is not None:
                page = live.page(path)
                made = page.encode() if page is not None else None
        except ContentError:
            pass  # what was good before stays
        said.write(b"%d\n" % (NONE if made is None else len(made)) + (made or b""))
        said.flush()


def main(arguments: list[str]) -> None:
    """Answer on standard output, which nothing else may write to. Any fault ends it: the build says what it is."""
    said = sys.stdout.buffer
    sys.stdout = sys.stderr
    try:
        answer(sys.stdin.buffer, said, *arguments)
    except Exception:  # noqa: BLE001
        sys.exit(70)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(sys.argv[1:4])
