"""In a real browser a cited paragraph and cited words arrive: directly, through a stub, at a withdrawn article."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import chromium
import pytest
from builders import ARTICLE, article_yaml, partner_yaml
from sites import built, write

from twinning.commands import merge, move, withdraw

LONG = "It goes on and on, as reports of twinnings do, with a mayor here and a choir there. " * 12
OUTLINE = [{"p": n, "text": f"Report {n} of the link. {LONG} Paragraph number {n} ends here."} for n in range(1, 21)]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site under /repo/, with its own page for what is not there, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/repo"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an archive in which things have moved, served."""
    chromium.needed()
    folder = tmp_path_factory.mktemp("arrival")
    handler = functools.partial(Handler, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    siteurl = f"http://127.0.0.1:{server.server_port}/repo"
    source = {"sha256": ARTICLE["source"]["sha256"], "paragraphs": 20}
    long = {"outline": OUTLINE, "source": source, "events": []}
    content = write(folder, {
        "articles/ta-0001.yml": article_yaml(**long),
        "articles/ta-0002.yml": article_yaml(id="ta-0002", url="https://e.example/2", published="2019-01-01"),
        "articles/ta-0003.yml": article_yaml(id="ta-0003", url="https://e.example/3", published="2018-01-01"),
        "partners/other.yml": partner_yaml(name="Other"),
    })  # fmt: skip
    built(content, folder / "site", siteurl=siteurl, record=True)
    assert merge.run("/a/ta-0002/", "/a/ta-0001/", str(content)) == 0
    assert move.run("/partners/luzhou/", "/partners/lu-zhou/", None, str(content)) == 0
    assert withdraw.run("ta-0003", "The owner asked for it.", str(content)) == 0
    built(content, folder / "site", siteurl=siteurl, record=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield siteurl
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def tab(address: str) -> Iterator[chromium.Tab]:
    with chromium.tab() as page:
        yield page


IN_VIEW = "(r => r.top >= -5 && r.top < innerHeight)(document.getElementById('%s').getBoundingClientRect())"

AT_WORDS = "document.querySelector(':target').closest('[id]').id"
"""The words' own element is the target then, within the paragraph."""


def go(tab: chromium.Tab, address: str, arrived: str, times: int = 3) -> None:
    """Go to words of the article until what they are by is in view: a busy browser now and then gives the words up."""
    try:
        tab.open(address)
        tab.until("location.pathname === '/repo/a/ta-0001/' && document.readyState === 'complete' && scrollY > 0", 10)
        tab.until(arrived, 10)
    except AssertionError:
        if times == 1:
            raise
        go(tab, address, arrived, times - 1)


@pytest.mark.parametrize("through", ["a/ta-0001/", "a/ta-0002/"])
def test_a_paragraph_arrives(through: str, address: str, tab: chromium.Tab):
    tab.open(f"{address}/{through}#p7")
    tab.until(f"location.href === '{address}/a/ta-0001/#p7' && document.readyState === 'complete' && scrollY > 0")
    assert tab.say("document.querySelector(':target').id") == "p7"
    assert tab.until(IN_VIEW % "p7")


@pytest.mark.parametrize("through", ["a/ta-0001/", "a/ta-0002/"])
@pytest.mark.parametrize(
    "fragment", ["#:~:text=Paragraph%20number%2015%20ends", "#p2:~:text=number%2015%20ends%20here"]
)
def test_words_arrive(fragment: str, through: str, address: str, tab: chromium.Tab):
    # The words stand at the end of their paragraph: the next one is in view, the second is not.
    go(tab, f"{address}/{through}{fragment}", IN_VIEW % "p16")
    assert not tab.say(IN_VIEW % "p2")


@pytest.mark.parametrize("through", ["a/ta-0001/", "a/ta-0002/"])
def test_the_address_that_is_copied_of_a_paragraph_arrives(through: str, address: str, tab: chromium.Tab):
    tab.open(f"{address}/a/ta-0001/")
    copied = tab.until("document.querySelector('#p12 > a')?.href")
    page, _, fragment = copied.partition("#")
    assert page == f"{address}/a/ta-0001/"
    assert fragment.startswith("p12:~:text=")
    go(tab, f"{address}/{through}#{fragment}", IN_VIEW % "p12")
    assert tab.say(AT_WORDS) == "p12"


def test_a_click_on_a_paragraphs_number_goes_there(address: str, tab: chromium.Tab):
    tab.open(f"{address}/a/ta-0001/")
    tab.until("document.readyState === 'complete' && (document.querySelector('#p15 > a').click(), true)")
    assert tab.until(IN_VIEW % "p15")
    assert tab.say(AT_WORDS) == "p15"


def test_words_that_are_not_there_fall_back_to_their_paragraph(address: str, tab: chromium.Tab):
    tab.open(f"{address}/a/ta-0002/#p9:~:text=nobody%20wrote%20this")
    tab.until(f"location.href === '{address}/a/ta-0001/#p9' && document.readyState === 'complete' && scrollY > 0")
    assert tab.until(IN_VIEW % "p9")


def test_a_query_survives_a_stub(address: str, tab: chromium.Tab):
    tab.open(f"{address}/partners/luzhou/?from=x#main")
    tab.until(f"location.href === '{address}/partners/lu-zhou/?from=x#main'")


@pytest.mark.parametrize("anchor", ["p3", "n1", "s1"])
def test_what_was_cited_of_a_withdrawn_article_arrives(anchor: str, address: str, tab: chromium.Tab):
    tab.open(f"{address}/a/ta-0003/#{anchor}")
    tab.until("document.readyState === 'complete' && document.body.innerText.includes('The owner asked for it.')")
    assert tab.say("document.querySelector(':target').id") == anchor


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("a/TA_1", "/a/ta-0001/"),
        ("articles/ta-0001.html", "/a/ta-0001/"),
        ("partner/lu-zhuo/", "/partners/lu-zhou/"),
        ("partnerships/northbridge/luzhu", "/partnerships/northbridge/lu-zhou/"),
        ("council/northbrige", "/councils/northbridge/"),
    ],
)
def test_an_unknown_address_offers_the_nearest_known_ones(asked: str, offered: str, address: str, tab: chromium.Tab):
    tab.open(f"{address}/{asked}")
    tab.until("document.readyState === 'complete' && !document.getElementById('near').parentNode.hidden")
    links = tab.say("[...document.querySelectorAll('#near a')].map(a => [a.textContent, a.href])")
    assert links[0] == [offered, f"{address}{offered}"]
    assert len(links) <= 5


@pytest.mark.parametrize("asked", ["%3Cscript%3Ealert(1)%3C/script%3E", "%E0%A4%A", "zzzzzz", "?q=%00"])
def test_an_unlike_address_offers_nothing_and_breaks_nothing(asked: str, address: str, tab: chromium.Tab):
    tab.open(f"{address}/nowhere/{asked}")
    tab.until("document.readyState === 'complete' && document.querySelector('h1').textContent === 'Not found'")
    assert tab.say("document.querySelectorAll('#near script').length") == 0
