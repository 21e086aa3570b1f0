"""A real browser to look at sites with: Chromium through Playwright; and axe and html-validate, which npm brings.

On a reader's machine what is missing is skipped, with a word how to get it; where CI is set, it is a failure.
"""

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import Browser, Page, sync_playwright

from twinning.commands import lighthouse
from twinning.commands.ending import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HTML_VALIDATE = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
NODE = compute_driver_executable()[0]
"""The Node that Playwright brings: new enough, wherever these tests run."""

# As root, as which containers run, Chromium starts without its sandbox alone.
OPTIONS = ["--disable-quic", "--disable-dev-shm-usage", *["--no-sandbox"] * (os.name == "posix" and os.geteuid() == 0)]


def need(there: object, what: str, remedy: str) -> None:
    """Skip what cannot be looked at here; fail where CI should have brought it."""
    if not there:
        said = f"there is no {what} here: {remedy}"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)


def need_chromium() -> None:
    need(CHROMIUM, "Chromium", "apt-get install chromium")


def need_npm(path: Path) -> None:
    need(path.is_file(), path.relative_to(ROOT).parts[1], "npm ci --omit=optional")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site as GitHub Pages does: an unknown address has the archive's own page."""

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def served(folder: Path) -> AbstractContextManager[str]:
    """Serve a folder as its host would, with the page for unknown addresses; give its address."""
    return lighthouse.served(folder, Handler)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium."""
    need_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class View:
    """A page in a browser, with all that it asked for and all that was said in the console."""

    page: Page
    root: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def go(self, path: str) -> None:
        """Open a page of the site, and forget what the one before asked and said."""
        self.said.clear()
        self.asked.clear()
        self.page.goto(self.root + path, wait_until="load")

    def elsewhere(self) -> list[str]:
        """Give the requests that went to another host."""
        return [address for address in self.asked if not address.startswith((self.root, "data:"))]


@contextmanager
def view(browser: Browser, root: str, width: int = 1280, **how: object) -> Iterator[View]:
    """Open a window of a width; `how` is what Playwright's contexts take."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **how)
    context.set_default_timeout(20_000)
    try:
        yield View(context.new_page(), root)
    finally:
        context.close()


def axe_violations(page: Page) -> list[str]:
    """Run axe-core with all its rules; give what it complains of, of any weight."""
    need_npm(AXE)
    page.evaluate(_axe())
    found = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
    return [f"{rule['id']} ({rule['impact']}): {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@functools.cache
def _axe() -> str:
    return AXE.read_text("utf-8") + ";0"


def html_faults(folder: Path) -> list[str]:
    """Let html-validate read every page of a site; give its complaints."""
    need_npm(HTML_VALIDATE)
    command = [
        NODE,
        HTML_VALIDATE,
        "--config",
        ROOT / ".htmlvalidate.json",
        "--formatter",
        "json",
        f"{folder}/**/*.html",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT)
    assert done.stdout, done.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{m['line']}:{m['column']}: {m['ruleId']}: {m['message']}"
        for page in json.loads(re.sub(r"\x1b\[\d+m", "", done.stdout))
        for m in page["messages"]
    ]
