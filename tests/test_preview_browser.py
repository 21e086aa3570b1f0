"""Pages that machines have read, in a browser: the preview's with what is to be reviewed, and those of texts without
records. They are held to what the published ones are held to."""

from collections.abc import Iterator

import pytest
from browser import View, axe_violations, chromium, html_faults, served, view
from playwright.sync_api import Browser
from proposals import TEXT
from sites import Site, built
from test_review import preview

pytestmark = pytest.mark.xdist_group("browser")

REVIEW = ("review/", "review/ta-0002/", "a/ta-0002/", "partnerships/eastmere-2/aulnoy/", "")
READ = ("", "a/", "a/ta-0001/", "councils/", "partners/", "partnerships/", "outcomes/", "timeline/", "map/", "matrix/",
        "newspapers/", "people/", "years/", "data/", "search/?q=twinning")  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A preview with a record that nobody has reviewed, and its text."""
    return preview(tmp_path_factory.mktemp("preview"))[0]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site made of two texts and nothing else."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "texts").mkdir()
    (folder / "texts" / "aulnoy.txt").write_text(TEXT, encoding="utf-8")
    (folder / "texts" / "none.txt").write_text("Rain\n\nIt rained in Eastmere on Monday.\n", encoding="utf-8")
    return built(folder / "texts", folder / "site", sources=folder / "texts")


def assert_good(window: View, paths: tuple[str, ...]) -> None:
    """Hold pages to what every page is held to, as they are and with their letters spaced out."""
    for path in paths:
        window.go(path)
        assert window.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert axe_violations(window.page) == [], path
        window.page.add_style_tag(content="* { letter-spacing: .12em !important; word-spacing: .16em !important; }")
        assert window.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert window.elsewhere() == []
        assert window.said == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_to_be_reviewed_has_no_fault(browser: Browser, reviewed: Site, width: int, scheme: str):
    with (
        served(reviewed.folder) as root,
        view(browser, root, width, color_scheme=scheme, bypass_csp=True) as window,
    ):
        # `serve` alone has the script that waits for the next build.
        window.page.route("**/preview.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        assert_good(window, REVIEW)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_texts_without_records_have_no_fault(browser: Browser, read: Site, width: int, scheme: str):
    with served(read.folder) as root, view(browser, root, width, color_scheme=scheme, bypass_csp=True) as window:
        assert_good(window, READ)


def test_pages_that_machines_have_read_are_valid_html(reviewed: Site, read: Site):
    assert html_faults(reviewed.folder) == []
    assert html_faults(read.folder) == []


def test_a_value_leads_to_its_words_with_the_keyboard(browser: Browser, reviewed: Site):
    with served(reviewed.folder) as root, view(browser, root, 320, reduced_motion="reduce") as window:
        window.go("review/ta-0002/")
        window.page.keyboard.press("Tab")
        assert window.page.locator(":focus").inner_text() == "Skip to the content"
        links = window.page.locator("main a[href]")
        for number in range(links.count()):
            links.nth(number).focus()
            box = window.page.evaluate(
                "(({top, bottom, left, right}) => [top < innerHeight, bottom > 0, left < innerWidth, right > 0])"
                "(document.activeElement.getBoundingClientRect())"
            )
            assert all(box), links.nth(number).evaluate("e => e.outerHTML")
        window.page.locator('.checks a[href^="#e"]').first.focus()
        window.page.keyboard.press("Enter")
        assert window.page.locator(":target").is_visible()
