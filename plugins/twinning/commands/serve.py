"""Build, serve on this computer, rebuild on every change, reload the browser."""

from __future__ import annotations

import functools
import http.server
import json
import re
import sys
import threading
import time
import webbrowser
from pathlib import Path
from typing import Any

from .ending import FINE, ROOT, folder, refuse
from .live import Maker
from .preview import Build

_SCRIPT = b"""\
// Reloads the page after a rebuild, or says over it why there was none; the published site has no script.
new EventSource("/events").onmessage = ({ data }) => {
  if (data === "rebuilt") return location.reload();
  const said = document.getElementById("faults") ?? document.createElement("pre");
  said.id = "faults";
  said.setAttribute("role", "alert");
  said.tabIndex = 0;
  said.style.cssText =
    "white-space: pre-wrap; margin: 0; padding: 1rem; max-width: none; max-height: 50vh; overflow: auto;" +
    "color: #fff; background: #7a1f1f";
  said.textContent = JSON.parse(data);
  document.body.prepend(said);
};
"""
_NOTHING_YET = b"""\
<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><title>Building</title>
<script src="/preview.js" defer></script>
<h1>Building</h1>
<p>The archive is shown here as soon as it is built. What is wrong with a record is said above.</p>
"""
_REVIEW = re.compile(r"/review/(ta-[0-9]{4,})/")


QUIET = 1.0
"""How many seconds the whole build waits after a change that is shown already: another may follow."""


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


class Server(http.server.ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser left before it had its answer, as each does that is reloaded quickly."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the built site, the reloading script, and the events it waits for; nothing is kept by the browser."""

    def __init__(self, *args: Any, preview: Preview, **kwargs: Any) -> None:
        """Keep what to show and to wait for; the base class answers at once."""
        self._preview = preview
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer a request, if it is addressed to this computer: a page elsewhere must not read whole texts here."""
        if self.headers.get("Host", "").partition(":")[0] not in {"127.0.0.1", "localhost"}:
            self._send(421, "text/plain", b"This preview answers to 127.0.0.1 and localhost only.\n")
        elif self.path == "/events":
            self._events()
        elif self.path.partition("?")[0].endswith("/preview.js"):
            self._send(200, "text/javascript", _SCRIPT)
        elif (page := self._preview.page(self.path.partition("?")[0])) is not None:
            self._send(200, "text/html; charset=utf-8", page)
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the archive's own page, as GitHub Pages does."""
        signed = _REVIEW.fullmatch(self.path.partition("?")[0])
        here = Path(self.directory)
        is_missing = code == http.HTTPStatus.NOT_FOUND
        if is_missing and signed and (here / "a" / signed[1] / "index.html").is_file():
            self._elsewhere(f"/a/{signed[1]}/")
        elif is_missing and (here / "404.html").is_file():
            self._send(code, "text/html; charset=utf-8", (here / "404.html").read_bytes())
        elif is_missing:
            self._send(503, "text/html; charset=utf-8", _NOTHING_YET)
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

    def _elsewhere(self, path: str) -> None:
        """Lead on to a page: a record that was signed is an article like any other."""
        self.send_response(http.HTTPStatus.FOUND)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            news = bool(self._preview.faults)
            while True:
                said = json.dumps(faults) if (faults := self._preview.faults) else "rebuilt"
                # A comment now and then finds out whether the browser is still there.
                self.wfile.write(f"data: {said}\n\n".encode() if news else b": still here\n\n")
                self.wfile.flush()
                news = self._preview.rebuilt.wait(20)
        except OSError:
            return


class Preview:
    """The built copy, and the pages of content that was changed since.

    A change of the content is shown at once, page by page, and the whole is then built, with every check; a change of
    the theme, the plugin or the settings is seen when the whole is built.
    """

    def __init__(self, content: Path, sources: Path, output: Path, url: str) -> None:
        """Begin with nothing built."""
        self._content, self._output, self._url = content, output, url
        self._sources = str(sources) if sources.is_dir() else ""
        self.rebuilt = Rebuilt()
        self.faults = ""
        """Why the last build was none; empty where it was one."""
        self._build: Build | None = None
        self._maker: Maker | None = None
        self._is_ahead = False
        self._showed_former = False
        self._changes = 0
        self._wanted = threading.Event()

    def build(self) -> None:
        """Build the whole, and show it when it is built."""
        changes = self._changes
        self._build = Build(self._content, self._sources, self._output, self._url)
        had_faults, self.faults = bool(self.faults), self._build.faults()
        if self.faults:
            self.rebuilt.tell()
            return
        is_news = had_faults
        if self._changes == changes:
            is_news = is_news or not self._is_ahead or self._showed_former
            self._is_ahead = self._showed_former = False
        if is_news:
            self.rebuilt.tell()
        if self._maker is None:
            self._renew()

    def want(self) -> None:
        """Have the whole built."""
        self._wanted.set()

    def build_when_wanted(self) -> None:
        """Build whenever something was changed, for as long as the process lives."""
        while self._wanted.wait():
            while self._wanted.is_set():  # until nothing was changed for a moment
                self._wanted.clear()
                time.sleep(QUIET if self._is_ahead else 0)
            self.build()

    def changed(self, *, content_alone: bool) -> None:
        """Show what was changed: at once, where it is the content alone."""
        self._changes += 1
        if not content_alone:
            self._renew()
        elif self._maker is not None and self._maker.open():
            self._is_ahead, self.faults = True, ""
            self.rebuilt.tell()
        self._wanted.set()

    def page(self, path: str) -> bytes | None:
        """Give a page that is newer than the built copy, where there is one."""
        if not self._is_ahead or self._maker is None or not path.endswith("/"):
            return None
        made = self._maker.page(path.removeprefix("/"))
        self._showed_former = self._showed_former or made is None
        return made

    def end(self) -> None:
        """End all that is at work."""
        if self._build is not None:
            self._build.end()
        self._end_maker()

    def _end_maker(self) -> None:
        if self._maker is not None:
            self._maker.end()

    def _renew(self) -> None:
        """Begin a new process, which has the plugin and the theme as they are now."""
        self._end_maker()
        self._is_ahead = False
        self._maker = Maker(self._content, self._sources, self._url)
        threading.Thread(target=self._maker.open, daemon=True).start()  # so that the first change finds it awake


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
    preview = Preview(records, texts, output, url)
    handler = functools.partial(Handler, directory=str(output), preview=preview)
    try:
        server = Server(("127.0.0.1", port), handler)
    except OSError as fault:
        return refuse(f"serve: port {port} cannot be used ({fault.strerror}); try --port {_another(port)}")
    watched = [p for p in (records, texts, ROOT / "theme", ROOT / "plugins", ROOT / "pelicanconf.py") if p.exists()]
    try:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        preview.want()  # by the time it is built, changes are watched for
        threading.Thread(target=preview.build_when_wanted, daemon=True).start()
        print(f"{url}/ shows the archive with whole texts; Ctrl-C ends it", file=sys.stderr)
        if open_browser:
            webbrowser.open(url)
        for changes in watch(*watched, step=50, debounce=300, raise_interrupt=True):
            paths = [Path(path) for _, path in changes if not _is_litter(path)]
            if paths:
                ours = (records, texts)
                preview.changed(content_alone=all(any(p.is_relative_to(own) for own in ours) for p in paths))
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        preview.end()
        server.server_close()
    return FINE


def _another(port: int) -> int:
    return port + 1 if port < 65535 else port - 1


def _is_litter(path: str) -> bool:
    return "__pycache__" in path or path.endswith(("~", ".swp", ".tmp"))
