"""What a real browser makes of every kind of page, on a phone and on a desk, in both colour schemes."""

import functools
from collections.abc import Iterator

import pytest
from browser import View, axe_violations, chromium, html_faults, need_chromium, served, view
from playwright.sync_api import Browser
from sites import Site

pytestmark = pytest.mark.xdist_group("browser")

PAGES = (
    *("", "a/", "a/ta-0001/", "a/ta-0002/", "a/ta-0003/", "a/ta-0001/cite/", "councils/", "councils/wakefield/"),
    *("partners/", "partners/nanning/", "partnerships/", "partnerships/wakefield/", "partnerships/essex/jiangsu/"),
    *("outcomes/", "outcomes/ended/", "newspapers/", "newspapers/wakefield-express/", "people/", "people/david-finch/"),
    *("years/", "years/2020/", "timeline/", "map/", "matrix/", "search/", "data/", "about/", "citing/", "404.html"),
)
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def root(real: Site) -> Iterator[str]:
    with served(real.folder) as address:
        yield address


@pytest.fixture(params=[(width, scheme) for width in WIDTHS for scheme in SCHEMES], ids=lambda p: f"{p[0]}-{p[1]}",
                scope="module")  # fmt: skip
def window(request, browser: Browser, root: str) -> Iterator[View]:
    width, scheme = request.param
    with view(browser, root, width, color_scheme=scheme) as opened:
        yield opened


def test_all_kinds_of_page_are_looked_at(real: Site):
    need_chromium()
    kinds = {(name.split("/")[0], name.count("/")) for name in real.pages()}
    looked_at = {(path.split("/")[0], path.count("/")) if path else ("index.html", 0) for path in PAGES}
    prose = {("accessibility", 1), ("corrections", 1), ("rights", 1)}
    assert kinds - prose == looked_at


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_a_page_has_no_fault_that_axe_knows_is_not_too_wide_asks_nobody_else_and_says_nothing(window: View, path: str):
    window.go(path)
    assert window.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert window.page.evaluate("getComputedStyle(document.querySelector('main')).paddingTop") != "0px"  # it has style
    assert axe_violations(window.page) == []
    assert window.elsewhere() == []
    assert window.said == []


def test_every_page_is_valid_html(real: Site):
    assert html_faults(real.folder) == []


@functools.cache
def _shown(browser: Browser, root: str, *, scripts: bool) -> dict[str, str]:
    with view(browser, root, java_script_enabled=scripts) as window:
        found = {}
        for path in PAGES:
            window.go(path)
            found[path] = window.page.inner_text("body")
        return found


def test_without_scripts_every_page_but_search_shows_the_same(browser: Browser, root: str):
    with_scripts, without = _shown(browser, root, scripts=True), _shown(browser, root, scripts=False)
    cite = "a/ta-0001/cite/"  # with scripts it has buttons to copy with
    assert with_scripts[cite].replace("Copy", "").split() == without[cite].split()
    assert {path for path in PAGES if with_scripts[path] != without[path]} == {"search/", cite}


def test_without_scripts_the_page_of_search_leads_to_every_index(browser: Browser, root: str):
    shown = _shown(browser, root, scripts=False)["search/"]
    assert "Searching needs JavaScript" in shown
    for name in ("Councils", "Partners", "Partnerships", "Outcomes", "Newspapers", "People", "Years", "Timeline"):
        assert name in shown
    assert "Words or names" not in shown


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_the_first_key_leads_past_the_masthead(browser: Browser, root: str, path: str):
    with view(browser, root, 320) as window:
        window.go(path)
        window.page.keyboard.press("Tab")
        skip = window.page.locator(":focus")
        assert skip.inner_text() == "Skip to the content"
        assert skip.bounding_box()["x"] >= 0  # it is seen when it has the focus
        window.page.keyboard.press("Enter")
        window.page.keyboard.press("Tab")
        assert window.page.evaluate("document.activeElement.closest('main, footer') !== null")


def test_every_link_of_a_page_is_reached_with_the_keyboard_and_seen_there(browser: Browser, root: str):
    with view(browser, root, 320, reduced_motion="reduce") as window:
        window.go("a/ta-0001/")
        links = window.page.locator("a[href]").count()
        reached = set()
        for _ in range(links):
            window.page.keyboard.press("Tab")
            here = window.page.evaluate(
                "() => { const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);"
                " return [[...document.querySelectorAll('a')].indexOf(e), s.outlineStyle, b.bottom > 0 &&"
                " b.top < innerHeight && b.right > 0 && b.left < innerWidth]; }"
            )
            assert here[1:] == ["solid", True], window.page.evaluate("document.activeElement.outerHTML")
            reached.add(here[0])
        assert reached == set(range(links))


def test_a_proof_and_a_note_are_reached_from_the_facts_with_the_keyboard(browser: Browser, root: str):
    with view(browser, root) as window:
        window.go("a/ta-0001/")
        window.page.locator('a[href^="#p"], a[href^="#e"]').first.focus()
        window.page.keyboard.press("Enter")
        assert window.page.locator(":target").count() == 1
        note = window.page.locator('a[href^="#n"]').first
        note.focus()
        window.page.keyboard.press("Enter")
        assert window.page.locator(":target").get_attribute("id").startswith("n")
        assert window.page.locator(":target").is_visible()


@pytest.mark.parametrize("path", ["", "a/ta-0001/", "councils/wakefield/", "search/", "search/?q=nanning"])
def test_nothing_moves_while_a_page_comes(browser: Browser, root: str, path: str):
    with view(browser, root, 360) as window:
        window.page.add_init_script(
            "new PerformanceObserver(list => { window.moved = (window.moved ?? 0)"
            " + list.getEntries().reduce((sum, entry) => sum + entry.value, 0); })"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        window.go(path)
        window.page.wait_for_timeout(400)
        assert window.page.evaluate("window.moved ?? 0") == 0
