"""A real browser, told what to do over a pipe (Chrome DevTools Protocol): no port, no package, no network."""

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from typing import Any

import pytest

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
    *("--remote-debugging-pipe", "--window-size=1000,600"),
)
PATIENCE = 30


def needed() -> None:
    """Skip where there is no browser, and say how to get one; on CI there must be one."""
    if PROGRAM is None and os.environ.get("CI"):
        pytest.fail("there is no Chromium here, and CI must have one: apt-get install chromium")
    if PROGRAM is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")


class Tab:
    """One page of a running browser."""

    def __init__(self, ask: int, answer: int) -> None:
        self._ask, self._answer = ask, os.fdopen(answer, "rb")
        self._number = 0
        self._session = ""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def open(self, address: str) -> None:
        """Go to an address as if it was typed."""
        self._call("Page.navigate", url="about:blank")
        self._call("Page.navigate", url=address)

    def say(self, expression: str) -> Any:
        """Give the value of an expression in the page, null while there is none."""
        found = self._call("Runtime.evaluate", expression=f"JSON.stringify({expression})", returnByValue=True)
        return json.loads(found["result"].get("value") or "null")

    def until(self, expression: str, seconds: float = PATIENCE) -> Any:
        """Wait for an expression to be true in the page; give its value."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(RuntimeError):  # between two pages there is none to ask
                if found := self.say(expression):
                    return found
            time.sleep(0.05)
        msg = f"{expression} did not come true at {self.say('location.href')}"
        raise AssertionError(msg)

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        call = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            call["sessionId"] = self._session
        os.write(self._ask, json.dumps(call).encode() + b"\0")
        while True:
            said = json.loads(self._message())
            if said.get("id") == self._number:
                if "error" in said:
                    raise RuntimeError(said["error"]["message"])
                return said["result"]

    def _message(self) -> bytes:
        found = bytearray()
        while (byte := self._answer.read(1)) != b"\0":
            if not byte:
                msg = "the browser has ended"
                raise EOFError(msg)
            found += byte
        return bytes(found)

    def close(self) -> None:
        self._session = ""
        self._call("Browser.close")
        self._answer.close()


@contextlib.contextmanager
def tab() -> Iterator[Tab]:
    """Start a browser with a profile of its own, and end it."""
    needed()
    assert PROGRAM is not None
    to_it, ask = os.pipe()
    answer, from_it = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # The browser reads descriptor 3 and writes 4; a shell puts ours there.
        shell = f'exec "$0" "$@" 3<&{to_it} 4>&{from_it}'
        command = ["bash", "-c", shell, PROGRAM, *OPTIONS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(
            command, pass_fds=(to_it, from_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(to_it)
        os.close(from_it)
        try:
            page = Tab(ask, answer)
            yield page
            page.close()
        finally:
            os.close(ask)
            process.terminate()
            process.wait(PATIENCE)
