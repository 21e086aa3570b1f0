"""Lighthouse's view of each kind of page of a built site, on a phone: its four scores, the bytes, and what moves."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .ending import FINE, PROBLEMS, ROOT, refuse
from .progress import progress

PROGRAM = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ONCE = frozenset({"a", "councils", "newspapers", "outcomes", "partners", "partnerships", "people", "years"})
"""The folders of whose many pages one is looked at."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site and says nothing of it."""

    def log_message(self, *args: Any) -> None:
        """Say nothing of single requests."""


def run(output: str | None) -> int:
    """Print a table of Lighthouse's findings, a line for each kind of page; give the exit status.

    It is 1 where a score is not 100, and 2 where there is no site, no Chromium or no Lighthouse.
    """
    site = Path(output) if output is not None else ROOT / "output"
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    node = _node()
    if not (site / "index.html").is_file():
        return refuse(f"audit: there is no site in {site}; `build` makes one")
    if chromium is None:
        return refuse("audit: Lighthouse needs Chromium, which is not here: apt-get install chromium")
    if node is None or not PROGRAM.is_file():
        return refuse("audit: Lighthouse is not here: `npm ci`, with a Node of 22.19 or newer, brings it")
    pages = kinds(site)
    done: list[dict[str, Any]] = []
    heads = (*(category[:11] for category in CATEGORIES), "kB", "shift")
    print(f"{'page':<40}{''.join(f'{head:>14}' for head in heads)}")
    with served(site) as root, progress("asking Lighthouse", len(pages), lambda: len(done)):
        for page in pages:
            found = _fair(lambda address=root + page: _asked(node, chromium, address))  # type: ignore[misc]
            done.append(found)
            scores = [_score(found, category) for category in CATEGORIES]
            size = found["audits"]["total-byte-weight"]["numericValue"] / 1000
            shift = found["audits"]["cumulative-layout-shift"]["numericValue"]
            print(
                f"{'/' + page:<40}{''.join(f'{score:>14}' for score in scores)}{size:>14.1f}{shift:>14.3f}", flush=True
            )
            for fault in _faults(found):
                print(f"    {fault}")
    return PROBLEMS if any(_score(found, category) < 100 for found in done for category in CATEGORIES) else FINE


def kinds(site: Path) -> list[str]:
    """Give an address of each kind of page: all indexes, and of each folder of many the longest page."""
    found: dict[object, str] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        top, _, below = address.partition("/")
        kind = (top, below.count("/")) if top in ONCE else address
        before = found.get(kind)
        if before is None or path.stat().st_size > (site / before / "index.html").stat().st_size:
            found[kind] = address
    return sorted(found.values())


def _node() -> str | None:
    """Give a Node: that which Playwright brings, which is new enough, else the one that is here."""
    if importlib.util.find_spec("playwright") is not None:
        from playwright._impl._driver import compute_driver_executable

        return str(compute_driver_executable()[0])
    return shutil.which("node")


@contextmanager
def served(site: Path, handler: type[http.server.SimpleHTTPRequestHandler] = Quiet) -> Iterator[str]:
    """Serve a folder on this computer, at a port that is free; give its address, with a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _asked(node: str, chromium: str, address: str) -> dict[str, Any]:
    # As root, as which containers run, Chromium starts without its sandbox alone.
    sandbox = ["--no-sandbox"] * (os.name == "posix" and os.geteuid() == 0)
    done = subprocess.run(  # noqa: S603  the program that package-lock.json pins
        [node, str(PROGRAM), address, "--quiet", "--output=json", "--no-enable-error-reporting",
         f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(['--headless=new', *sandbox])}"],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        msg = f"Lighthouse ended with {done.returncode} at {address}"
        raise RuntimeError(msg)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _fair(ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Ask once; where the performance falls short, twice more, and give the middle one of the three.

    What else a machine does costs a page points: Lighthouse itself advises the median of several runs.
    """
    found = ask()
    if _score(found, "performance") == 100:
        return found
    asked = sorted([found, ask(), ask()], key=lambda one: _score(one, "performance"))
    return asked[1]


def _score(found: dict[str, Any], category: str) -> int:
    return round(100 * (found["categories"][category]["score"] or 0))


def _faults(found: dict[str, Any]) -> Iterator[str]:
    """Name what cost a page points."""
    for category in CATEGORIES:
        for reference in found["categories"][category]["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{category}: {audit['title']}"
