"""What a real browser makes of the pages. Skipped where there is no Chromium, and it says so."""

import functools
import http.server
import json
import re
import shutil
import subprocess
import tempfile
import threading
from html import unescape

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here: apt-get install chromium")

QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)

PAGES = (
    *("", "a/", "a/ta-0001/", "a/ta-0002/", "a/ta-0003/", "councils/", "councils/wakefield/", "partners/nanning/"),
    *("partnerships/", "partnerships/essex/jiangsu/", "outcomes/", "outcomes/ended/", "newspapers/"),
    *(
        "people/",
        "people/david-finch/",
        "years/2020/",
        "timeline/",
        "map/",
        "matrix/",
        "data/",
        "about/",
        "citing/",
        "404.html",
    ),
)

# Each page in a frame of a phone's width: how wide is what it holds? A page cannot tell that of itself without a
# script, and has none; the frame's parent is of the same origin and may look.
PROBE = """<!doctype html><title>probe</title><body><script>
const pages = %s, found = {};
addEventListener("load", async () => {
  for (const page of pages) {
    const frame = document.createElement("iframe");
    frame.style.cssText = "width:%dpx;height:900px;border:0";
    frame.src = "/" + page;
    document.body.append(frame);
    await new Promise(done => frame.onload = done);
    const root = frame.contentDocument.documentElement;
    const isWide = element => element.getBoundingClientRect().right > root.clientWidth + 1;
    const wide = [...root.querySelectorAll("main *")].filter(isWide);
    found[page] = {over: root.scrollWidth - root.clientWidth,
                   styled: getComputedStyle(root.querySelector("main")).paddingTop,
                   at: wide.slice(0, 3).map(element => element.outerHTML.slice(0, 80))};
    frame.remove();
  }
  const out = document.createElement("pre");
  out.id = "found"; out.textContent = JSON.stringify(found);
  document.body.append(out);
});
</script>"""


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args, probe: str, **kwargs):
        self.probe = probe
        super().__init__(*args, **kwargs)

    def do_GET(self):
        if self.path != "/probe":
            super().do_GET()
            return
        body = self.probe.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def browse(folder, probe: str, *options: str) -> tuple[str, str]:
    """Give the DOM of the probe after its scripts ran, and what the browser logged."""
    handler = functools.partial(Handler, directory=str(folder), probe=probe)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        address = f"http://127.0.0.1:{server.server_port}/probe"
        command = [CHROMIUM, *QUIET, f"--user-data-dir={profile}", "--enable-logging=stderr", *options]
        done = subprocess.run(
            [*command, "--virtual-time-budget=60000", "--dump-dom", address],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    server.shutdown()
    server.server_close()
    return done.stdout, done.stderr


@pytest.fixture(scope="module", params=[320, 360, 1280])
def seen(request, real):
    dom, log = browse(real.folder, PROBE % (json.dumps(PAGES), request.param))
    found = re.search(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)
    assert found, log[-2000:]
    return json.loads(unescape(found[1])), log


def test_no_page_is_wider_than_the_screen(seen):
    pages, _ = seen
    assert len(pages) == len(PAGES)
    assert {page: told for page, told in pages.items() if told["over"] > 0} == {}


def test_the_policy_lets_the_style_sheet_through_and_nothing_is_refused(seen):
    pages, log = seen
    assert {told["styled"] for told in pages.values()} != {"0px"}
    assert "Content Security Policy" not in log
    assert "Refused to" not in log
