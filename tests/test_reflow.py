"""What readers may do to a page's letters: make them larger, space them out, zoom. Nothing is lost and nothing scrolls
sideways (WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12)."""

from collections.abc import Iterator

import pytest
from browser import View, chromium, served, view
from playwright.sync_api import Browser
from sites import Site
from test_browser import PAGES

pytestmark = pytest.mark.xdist_group("browser")

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What 1.4.12 lets a reader set."""
DOUBLED = "html { font-size: 237.5% !important; }"
"""Letters of twice the size in a window as it is, which some browsers do in place of zoom."""
FOUND = "search/?q=human+rights&council=wakefield"

WIDEST = """() => [...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll')
    && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80)).slice(0, 3)"""
CUT = """() => [...document.querySelectorAll('body *:not(input, select)')].filter(e =>
    /hidden|clip/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def seen(window: View, path: str, styles: str) -> None:
    """Open a page with a reader's own styles."""
    window.go(path)
    window.page.add_style_tag(content=styles)
    if path == FOUND:
        window.page.locator("#articles li").first.wait_for()


@pytest.mark.parametrize(
    ("width", "styles"),
    [
        pytest.param(1280, SPACED, id="spaced"),
        pytest.param(640, SPACED, id="spaced and zoomed to 200 %"),
        pytest.param(320, SPACED, id="spaced and zoomed to 400 %"),
        pytest.param(640, DOUBLED, id="letters doubled"),
        pytest.param(1280, SPACED + DOUBLED, id="spaced letters doubled"),
        pytest.param(640, SPACED + DOUBLED, id="spaced letters doubled in a narrow window"),
    ],
)
def test_nothing_is_too_wide_or_cut_off(browser: Browser, real: Site, width: int, styles: str):
    with served(real.folder) as root, view(browser, root, width, bypass_csp=True) as window:
        faults = {}
        for path in (*PAGES, FOUND):
            seen(window, path, styles)
            if window.page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
                faults[path] = window.page.evaluate(WIDEST)
            if cut := window.page.evaluate(CUT):
                faults[path] = cut
        assert faults == {}


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_an_archive_of_sixty_fits_with_spaced_letters(browser: Browser, sixty: Site, width: int):
    paths = ("", "partnerships/", "outcomes/", "timeline/", "matrix/", "map/", "councils/", "people/", "years/")
    with served(sixty.folder) as root, view(browser, root, width, bypass_csp=True) as window:
        for path in paths:
            seen(window, path, SPACED)
            assert window.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


LINES = """() => {
    const found = [], range = document.createRange();
    for (const paragraph of document.querySelectorAll('main p:not([class])')) {
        const text = paragraph.firstChild;
        if (text?.nodeType !== Node.TEXT_NODE || paragraph.closest('aside, nav')) continue;
        let line = 0, top;
        for (let at = 0; at < text.length; at++) {
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const box = range.getBoundingClientRect();
            if (!box.width) continue;
            if (top !== undefined && box.top > top + 8) { found.push(line); line = 0; }
            top = box.top;
            line++;
        }
    }
    return found;
}"""


def test_a_line_has_sixty_to_seventy_five_letters_of_19_pixels_on_28(browser: Browser, real: Site):
    with served(real.folder) as root, view(browser, root) as window:
        for path in ("a/ta-0001/", "a/ta-0003/", "about/", "citing/"):
            window.go(path)
            style = window.page.evaluate("(({fontSize, lineHeight}) => [fontSize, lineHeight])(getComputedStyle(main))")
            assert [round(float(size.removesuffix("px"))) for size in style] == [19, 28]
            lines = sorted(window.page.evaluate(LINES))
            assert 60 <= lines[len(lines) // 2] <= 75, path
            assert lines[-1] <= 78, path


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (1216, True), (1000, False), (360, False)])
def test_notes_stand_beside_their_paragraph_where_there_is_room_and_else_under_it(
    browser: Browser, real: Site, width: int, *, beside: bool
):
    with served(real.folder) as root, view(browser, root, width) as window:
        window.go("a/ta-0001/")
        for paragraph in window.page.locator(".pars > div:has(aside)").all():
            told = paragraph.locator("> p:not(.kind)").first.bounding_box()
            note = paragraph.locator("aside").first.bounding_box()
            assert told is not None
            assert note is not None
            assert (note["x"] >= told["x"] + told["width"]) is beside
            assert (note["y"] >= told["y"] + told["height"]) is not beside
            assert paragraph.locator("aside").first.is_visible()


def test_a_copied_paragraph_has_neither_its_number_nor_its_notes_numbers(browser: Browser, real: Site):
    with served(real.folder) as root, view(browser, root) as window:
        window.go("a/ta-0001/")
        for number in (3, 4, 5):
            copied = window.page.evaluate(
                "p => { getSelection().selectAllChildren(document.getElementById(p)); return `${getSelection()}`; }",
                f"p{number}",
            )
            assert not copied.lstrip("¶\u00a0 ").startswith(str(number))
            assert not any(line.strip().isdigit() for line in copied.splitlines())
            assert "2019.1" not in copied


def test_a_paragraphs_link_is_seen_on_hover_and_on_focus(browser: Browser, real: Site):
    with served(real.folder) as root, view(browser, root) as window:
        window.go("a/ta-0001/")
        link = window.page.locator("#p2 > a")
        underlined = "e => getComputedStyle(e).textDecorationLine"
        assert link.evaluate(underlined) == "none"
        link.hover()
        assert link.evaluate(underlined) == "underline"
        window.page.mouse.move(0, 0)
        link.focus()
        window.page.keyboard.press("Shift+Tab")
        window.page.keyboard.press("Tab")
        assert link.evaluate(underlined) == "underline"


def test_links_that_are_numbers_say_of_what(browser: Browser, real: Site):
    with served(real.folder) as root, view(browser, root) as window:
        window.go("a/ta-0001/")
        assert 'link "Paragraph 3"' in window.page.locator("#p3").aria_snapshot()
        assert 'link "Note 1"' in window.page.locator("#p5 > p").first.aria_snapshot()
        assert 'link "Paragraph 14"' in window.page.locator("#s1").aria_snapshot()
        for row in window.page.locator(".facts dl > div:has(a[href^='#e'])").all():
            why = row.locator("a[href^='#e']").first
            assert why.inner_text().startswith("why? ¶")
            assert why.get_attribute("title") == row.locator("dt").inner_text().lower()
