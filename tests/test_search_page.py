"""The page of search in a real browser: what a reader types, chooses and sends on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import View, axe_violations, chromium, need_chromium, served, view
from builders import SOURCE, article_yaml, partner_yaml
from playwright.sync_api import Browser, expect
from sites import Site, site_of

from twinning.search import index
from twinning.search.words import words

pytestmark = pytest.mark.xdist_group("browser")

NANNING = partner_yaml(name="Nanning", aliases=["Nanning City"], local_name={"text": "南宁市", "lang": "zh-Hans"})
JIANGSU = partner_yaml(name="Jiangsu", level="province")


def reported(council: str, partner: str, outcome: str) -> dict[str, object]:
    return {"council": council, "partner": partner, "type": "twinning", "outcome": outcome,
            "evidence": [{"p": 3, "quote": "voted to end the twinning"}]}  # fmt: skip


def told(number: int, council: str, partner: str, outcome: str, published: str, **more: object) -> str:
    reports = [reported(council, partner, outcome)]
    return article_yaml(
        **{
            "id": f"ta-{number:04}",
            "headline": f"{council.title()} and {partner.title()}: a vote",
            "published": published,
            "reports": reports,
            "events": [],
            "url": f"https://echo.example/{number}",
        }
        | more
    )


FILES = {
    "articles/ta-0001.yml": article_yaml(rights="permission", licence={"name": "Permission of the Echo"}),
    "articles/ta-0002.yml": told(2, "northbridge", "nanning", "established", "2019-05-01"),
    "articles/ta-0003.yml": told(3, "eastmere", "nanning", "ended", "2020-09-28"),
    # Of two partnerships: Eastmere's with Jiangsu has ended, Northbridge's with Nanning goes on.
    "articles/ta-0004.yml": told(
        4, "eastmere", "jiangsu", "ended", "2022-01-05", headline="Two links & what became of them",
        reports=[
            reported("eastmere", "jiangsu", "ended"),
            reported("northbridge", "nanning", "active"),
        ],
    ),
    "partners/nanning.yml": NANNING,
    "partners/jiangsu.yml": JIANGSU,
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    need_chromium()
    folder = tmp_path_factory.mktemp("search")
    (folder / "sources").mkdir()
    (folder / "sources" / "ta-0001.txt").write_text(SOURCE, encoding="utf-8")
    return site_of(folder, FILES, sources=folder / "sources")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def root(site: Site) -> Iterator[str]:
    with served(site.folder) as address:
        yield address


@pytest.fixture
def window(browser: Browser, root: str) -> Iterator[View]:
    with view(browser, root, 360) as opened:
        yield opened
        assert opened.said == []
        assert opened.elsewhere() == []


def count(window: View):
    return window.page.locator("#count")


def titles(window: View) -> list[str]:
    return window.page.locator("#articles .title").all_inner_texts()


def searched(window: View, query: str) -> View:
    """Open the page with a search in its address, and wait for what is found."""
    window.go("search/?" + query)
    expect(count(window)).to_contain_text(re.compile("found"))
    return window


def test_nothing_of_the_index_is_loaded_before_the_reader_stirs(window: View):
    window.go("search/")
    window.page.wait_for_timeout(200)
    assert not [address for address in window.asked if address.endswith(".json")]
    window.page.keyboard.press("Tab")
    expect(count(window)).to_have_text("4 articles can be searched.")


def test_what_is_typed_is_found_and_told_with_its_number(window: View):
    window.go("search/")
    window.page.get_by_label("Words or names").press_sequentially("jiangsu")
    expect(count(window)).to_have_text("1 article and 1 page of this name found.")
    assert titles(window) == ["Two links & what became of them"]
    assert [text.split() for text in window.page.locator("#names li").all_inner_texts()] == [
        ["Jiangsu", "partner,", "CN"]
    ]
    assert count(window).get_attribute("role") == "status"
    assert window.page.url.endswith("/search/?q=jiangsu")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=nanning", 3), ("q=NANNING city", 3), ("q=南宁", 3), ("q=宁市", 3), ("q=nann", 3), ("q=voting", 4),
        ("q=eastmere jiangsu", 1), ("q=ta-0003", 1), ("q=what became", 1), ("q=zebra", 0), ("q=  ", 0),
    ],
)  # fmt: skip
def test_words_are_found_in_any_form_and_all_of_them_together(window: View, query: str, found: int):
    window.go("search/?" + query)
    if not query.removeprefix("q=").strip():
        window.page.keyboard.press("Tab")
        expect(count(window)).to_have_text("4 articles can be searched.")
        return
    expect(count(window)).to_contain_text("found")
    assert len(titles(window)) == found


def test_the_passage_shows_the_words_and_leads_to_their_paragraph(window: View):
    item = searched(window, "q=councillors heard").page.locator("#articles li")
    assert "councillors heard on Tuesday" in item.locator(".passage").inner_text()
    assert item.locator(".passage mark").all_inner_texts() == ["councillors", "heard"]
    item.locator(".passage a").click()
    window.page.wait_for_url("**/a/ta-0001/#p2")


def test_facets_combine_and_tell_how_many_articles_each_value_leaves(window: View):
    searched(window, "q=nanning")
    assert window.page.get_by_label("Council").locator("option").all_inner_texts() == [
        "any", "Eastmere Borough Council (2)", "Northbridge Council (2)",
    ]  # fmt: skip
    window.page.get_by_label("Outcome").select_option("ended")
    expect(count(window)).to_have_text("2 articles found.")
    window.page.get_by_label("Year").select_option("2022")
    expect(count(window)).to_have_text("1 article found.")
    assert titles(window) == ["Two links & what became of them"]
    assert window.page.url.endswith("?q=nanning&outcome=ended&year=2022")


def test_council_partner_and_outcome_are_those_of_one_report(window: View):
    searched(window, "council=eastmere&partner=nanning&outcome=ended")
    assert titles(window) == ["Eastmere and Nanning: a vote"]
    searched(window, "council=northbridge&outcome=ended")
    assert titles(window) == ["Northbridge drops Luzhou"]


def test_a_search_that_is_sent_on_is_found_again_and_going_back_undoes_a_choice(window: View):
    searched(window, "q=vote&council=eastmere")
    assert window.page.get_by_label("Words or names").input_value() == "vote"
    assert window.page.get_by_label("Council").input_value() == "eastmere"
    expect(count(window)).to_have_text("2 articles found.")
    window.page.get_by_label("Year").select_option("2020")
    expect(count(window)).to_have_text("1 article found.")
    window.page.go_back()
    expect(count(window)).to_have_text("2 articles found.")
    assert window.page.get_by_label("Year").input_value() == ""


@pytest.mark.parametrize(
    "query",
    [
        *("q=%3Cimg src=x onerror=alert(1)%3E", "council=nowhere", "year=%22%3E%3Cb%3E", "show=-1&q=vote", "show=1e9"),
        *("q=" + "x" * 5000, "q=%F0%9F%98%80", "q=%00"),
    ],
)
def test_no_address_does_harm(window: View, query: str):
    window.go("search/?" + query)
    window.page.keyboard.press("Tab")
    expect(count(window)).to_contain_text(re.compile("found|searched"))
    assert window.page.locator("img, b").count() == 0


def test_a_misspelt_name_is_answered_with_the_archives_own_names(window: View):
    searched(window, "q=Nanjing vote")
    line = window.page.locator("#spelling")
    assert line.inner_text() == "Did you mean Nanning or Jiangsu?"
    line.get_by_role("link", name="Nanning").click()
    expect(count(window)).to_have_text("3 articles found.")
    assert window.page.url.endswith("?q=Nanning+vote")


def test_it_is_all_done_with_the_keyboard(window: View):
    window.go("search/")
    keyboard = window.page.keyboard
    while window.page.evaluate("document.activeElement.id") != "q":
        keyboard.press("Tab")
    keyboard.type("vote")
    keyboard.press("Enter")
    expect(count(window)).to_have_text("4 articles found.")
    keyboard.press("Tab")  # the button
    for name in ("council", "partner", "outcome", "year", "newspaper"):
        keyboard.press("Tab")
        assert window.page.evaluate("document.activeElement.id") == name
        if name == "partner":
            keyboard.type("Nan")
            expect(count(window)).to_have_text("3 articles found.")
            assert window.page.evaluate("document.activeElement.id") == name  # the focus stays where it was
    keyboard.press("Tab")
    assert window.page.locator(":focus").inner_text() == "Clear all"
    keyboard.press("Tab")
    assert window.page.locator(":focus").inner_text() == titles(window)[0]
    keyboard.press("Enter")
    window.page.wait_for_url("**/a/ta-*/")


def test_clearing_puts_all_back_and_the_focus_into_the_field(window: View):
    searched(window, "q=vote&year=2020")
    window.page.get_by_role("button", name="Clear all").click()
    expect(count(window)).to_have_text("4 articles can be searched.")
    assert window.page.evaluate("document.activeElement.id") == "q"
    assert window.page.url.endswith("/search/")


def test_more_results_are_shown_ten_by_ten_and_the_focus_goes_on_with_them(browser: Browser, sixty: Site):
    with served(sixty.folder) as root, view(browser, root) as window:
        searched(window, "q=forty")
        before = titles(window)
        assert len(before) == 10
        window.page.locator("#more").click()
        expect(window.page.locator("#articles .title")).to_have_count(20)
        assert titles(window)[:10] == before
        assert window.page.locator(":focus").inner_text() == titles(window)[10]
        assert window.page.url.endswith("&show=20")
        assert window.said == []


def test_a_record_is_asked_for_when_its_result_is_looked_at(browser: Browser, sixty: Site):
    with served(sixty.folder) as root, view(browser, root, 360) as window:
        searched(window, "q=forty")
        window.page.wait_for_timeout(600)
        asked = [address for address in window.asked if address.endswith("record.json")]
        assert 0 < len(asked) < 10
        window.page.locator("#articles li").last.scroll_into_view_if_needed()
        expect(window.page.locator("#articles li:last-child .passage mark")).not_to_have_count(0)
        assert window.said == []


def test_values_of_facets_have_the_ids_of_their_pages(browser: Browser, sixty: Site, window: View):
    def ids(of: View, name: str) -> list[str]:
        return of.page.evaluate("async name => (await archiveIndex.open())[name].map(value => value[0])", name)

    window.go("search/")
    assert ids(window, "council") == ["eastmere", "northbridge"]
    assert "active" in ids(window, "outcome")
    with served(sixty.folder) as root, view(browser, root) as other:
        other.go("search/")
        for name in ("council", "partner", "newspaper"):
            folders = (path for path in (sixty.folder / f"{name}s").iterdir() if path.is_dir())
            assert sorted(ids(other, name)) == sorted(path.name for path in folders)
        assert "under-review" in ids(other, "outcome")


def test_a_word_is_found_however_many_files_lie_between_it_and_its_stem(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(index, "SHARD", 1)  # a file for each word, as in a large archive
    records = {
        "articles/ta-0001.yml": article_yaml(headline="Signals, signatures and signatories"),
        "articles/ta-0002.yml": told(2, "northbridge", "luzhou", "ended", "2019-05-01", headline="The signing"),
    }
    with served(site_of(tmp_path, records).folder) as root, view(browser, root) as window:
        searched(window, "q=signing")
        assert titles(window) == ["The signing"]


def test_a_search_that_begins_while_another_waits_for_the_facets_finds_as_much(window: View):
    window.go("search/")
    both = "Promise.all(['', 'nanning'].map(asked => archiveIndex.search(asked, { council: 'eastmere' })))"
    found = window.page.evaluate(f"async () => (await {both}).map(found => found.articles.length)")
    assert found == [2, 2]
    expect(count(searched(window, "q=nanning&council=eastmere"))).to_contain_text("2 articles")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_found_has_no_fault_that_axe_knows_and_fits(browser: Browser, root: str, width: int, scheme: str):
    with view(browser, root, width, color_scheme=scheme) as window:
        searched(window, "q=nanning&outcome=ended")
        assert axe_violations(window.page) == []
        searched(window, "q=nanjing")
        assert axe_violations(window.page) == []
        assert window.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_an_index_that_cannot_be_read_is_said(browser: Browser, root: str):
    with view(browser, root) as window:
        window.page.route("**/facets.json", lambda route: route.abort())
        window.go("search/?q=vote")
        expect(count(window)).to_contain_text("cannot be read just now")


def test_under_a_projects_path_it_is_the_same(browser: Browser, site: Site, tmp_path: Path):
    (tmp_path / "repo").symlink_to(site.folder)
    with served(tmp_path) as root, view(browser, root + "repo/") as window:
        searched(window, "q=jiangsu")
        window.page.locator("#names a").click()
        window.page.wait_for_url("**/repo/partners/jiangsu/")


UGLY = [
    "The Council’s vote", "O'Neill and D’Arcy’s", "Île-de-France", "Łódź Århus Gießen Tromsø Þingvellir",
    "南宁市 and 广西壮族自治区",
    "ＷＩＤＥ ½ ² Ⅷ", "snake_case e-mail", "İstanbul ISPARTA ıi", "서울특별시", "ที่กรุงเทพ", "हिन्दी शब्द", "العَرَبِيَّة",
    "Ǆ ǅ ﬁ ﬂ",
    "ΣΊΣΥΦΟΣ", "a\u0301 e\u0308", "𝓐𝓭𝓪 𠀀𠀁", "東京タワー x", "l’été ’tis 's", "1,000 £5m 50%",
    "tab\there\u00a0nbsp\u200bzero",
]  # fmt: skip


def test_the_browser_cuts_texts_into_the_same_words_as_the_build(browser: Browser, root: str):
    with view(browser, root) as window:
        searched(window, "q=vote")
        for text in UGLY:
            theirs = window.page.evaluate("text => archiveIndex.words(text)", text)
            # A query leaves out the last character of Chinese, which the index has alone too.
            assert set(theirs) <= set(words(text)), text
            assert {word for word in words(text) if len(word) > 1} <= set(theirs), text
