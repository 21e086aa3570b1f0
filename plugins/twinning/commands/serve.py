"""Build, serve on this computer, rebuild on every change, reload the browser."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any

from .ending import FINE, PROBLEMS, ROOT, folder, refuse

_SCRIPT = b"""\
// Reloads the page after a rebuild; the published site has no script.
new EventSource("/events").onmessage = () => location.reload();
"""


class Rebuilt:
    """Lets the browsers' connections wait for the next rebuild."""

    def __init__(self) -> None:
        """Begin before the first rebuild."""
        self._condition = threading.Condition()
        self._number = 0

    def tell(self) -> None:
        """Wake everybody who waits."""
        with self._condition:
            self._number += 1
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next rebuild; tell whether there was one in that time."""
        with self._condition:
            before = self._number
            return self._condition.wait_for(lambda: self._number != before, seconds)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the built site, the reloading script, and the events it waits for; nothing is kept by the browser."""

    def __init__(self, *args: Any, rebuilt: Rebuilt, **kwargs: Any) -> None:
        """Keep what to wait for; the base class answers at once."""
        self._rebuilt = rebuilt
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer a request, if it is addressed to this computer: a page elsewhere must not read whole texts here."""
        if self.headers.get("Host", "").partition(":")[0] not in {"127.0.0.1", "localhost"}:
            self._send(421, "text/plain", b"This preview answers to 127.0.0.1 and localhost only.\n")
        elif self.path == "/events":
            self._events()
        elif self.path.partition("?")[0].endswith("/preview.js"):
            self._send(200, "text/javascript", _SCRIPT)
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the archive's own page, as GitHub Pages does."""
        page = Path(self.directory) / "404.html"
        if code == http.HTTPStatus.NOT_FOUND and page.is_file():
            self._send(code, "text/html; charset=utf-8", page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Keep browsers from keeping pages."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing of single requests."""

    def _send(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                # A comment now and then finds out whether the browser is still there.
                self.wfile.write(b"data: rebuilt\n\n" if self._rebuilt.wait(20) else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return


def run(content: str | None, sources: str | None, port: int, open_browser: bool) -> int:  # noqa: FBT001  a task's option
    """Serve until interrupted; give the exit status."""
    from watchfiles import watch

    try:
        records = folder(content, ROOT / "content", "--content").absolute()
        texts = folder(sources, ROOT / "sources", "--sources").absolute() if sources else ROOT / "sources"
    except NotADirectoryError as fault:
        return refuse(str(fault))
    output = ROOT / ".twinning" / "preview"
    try:
        output.parent.mkdir(exist_ok=True)
    except OSError as fault:
        return refuse(f"serve: {output.parent} cannot be made: {fault.strerror}; see who may write there")
    url = f"http://127.0.0.1:{port}"
    rebuilt = Rebuilt()
    handler = functools.partial(Handler, directory=str(output), rebuilt=rebuilt)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as fault:
        print(f"serve: port {port} cannot be used ({fault.strerror}); try --port {port + 1}", file=sys.stderr)
        return PROBLEMS
    server.daemon_threads = True
    build = functools.partial(_build, records, texts, output, url)
    build()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{url}/ shows the archive with whole texts; Ctrl-C ends it", file=sys.stderr)
    if open_browser:
        webbrowser.open(url)
    watched = [p for p in (records, texts, ROOT / "theme", ROOT / "plugins", ROOT / "pelicanconf.py") if p.exists()]
    try:
        for changes in watch(*watched, step=50, debounce=300, raise_interrupt=True):
            if any(not _is_litter(path) for _, path in changes) and build():
                rebuilt.tell()
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.shutdown()
    return FINE


def _build(content: Path, sources: Path, output: Path, url: str) -> bool:
    arguments = [str(content), str(sources) if sources.is_dir() else "", str(output), url]
    done = subprocess.run(  # noqa: S603  our own module
        [sys.executable, "-m", "twinning.commands.preview", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        check=False,
    )
    return done.returncode == FINE


def _is_litter(path: str) -> bool:
    return "__pycache__" in path or path.endswith(("~", ".swp", ".tmp"))
