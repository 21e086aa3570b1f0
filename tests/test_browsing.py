"""Ways in without typing: indexes with letters, long lists in pages, the theme's files made small."""

from pathlib import Path

import pytest
from builders import CONTENT, LEFT_OUT, SOURCE, article_yaml, council_yaml, partner_yaml, report
from sites import Site, site_of, text_of

from twinning.pages.letters import alphabet, anchor, letter, lettered, sorting
from twinning.pages.page import Page, Way
from twinning.pages.paging import count, list_of, numbered, paged, paths
from twinning.pages.remains import remains
from twinning.pages.theme import minified
from twinning.publish.ledger import Ledger, Line

NAMES = [f"{first}{second}ton" for first in ("A", "B", "É", "M") for second in "abcdefghijklmnopqrstuvwxyzåäö"[:28]]


@pytest.mark.parametrize(("entries", "pages"), [(0, 1), (1, 1), (100, 1), (101, 2), (200, 2), (201, 3)])
def test_a_page_lists_a_hundred(entries: int, pages: int):
    assert count(entries) == pages
    assert len(paths("a/", entries)) == pages
    made = list(paged(Page("a/", "articles", "Articles", "All."), "articles", range(entries)))
    assert [p.path for p in made] == paths("a/", entries)
    assert [x for p in made for x in p.data["articles"]] == list(range(entries))


def test_a_numbered_page_knows_its_list():
    assert [list_of(path) for path in paths("years/2020/", 300)] == [None, "years/2020/", "years/2020/"]
    assert [list_of(path) for path in ("councils/page/", "partnerships/page/luzhou/", "page/2/x/", "")] == [None] * 4


def test_a_page_that_its_list_no_longer_fills_leads_to_the_list():
    lines = {address: Line(address) for address in ("/a/", "/a/page/2/", "/a/page/3/")}
    (remain,) = remains(Ledger(Path("ledger.jsonl"), lines), {"a/index.html", "a/page/2/index.html"})
    assert (remain.path, remain.to) == ("a/page/3/", "a/")


def test_pages_lead_to_each_other():
    first, second, third = paged(Page("a/", "articles", "Articles", "All.", feed="feed.xml"), "articles", range(201))
    assert first.pager is not None
    assert second.pager is not None
    assert third.pager is not None
    assert (first.pager.previous, first.pager.next) == ("", "a/page/2/")
    assert (second.pager.previous, second.pager.next) == ("a/", "a/page/3/")
    assert (third.pager.previous, third.pager.next) == ("a/page/2/", "")
    assert [leaf.name for leaf in second.pager.leaves if leaf.here] == ["2"]
    assert second.title == "Articles, page 2 of 3"
    assert second.crumbs == (("Articles", "a/"),)
    assert (first.feed, second.feed) == ("feed.xml", "")


def test_of_very_many_pages_some_are_linked_to_and_none_is_far():
    pages = list(paged(Page("a/", "articles", "Articles", "All."), "articles", range(50_000)))
    for page in pages:
        assert page.pager is not None
        assert len(page.pager.leaves) <= 30
        assert page.pager.leaves[0].name == "1"
        assert page.pager.leaves[-1].name == "500"


@pytest.mark.parametrize(("name", "initial"), [("Évreux", "E"), ("ostrava", "O"), ("Łódź", "L"), ("5 Towns", "#")])
def test_a_name_stands_under_its_letter(name: str, initial: str):
    assert letter(name) == initial


def test_names_are_sorted_as_people_look_for_them():
    assert sorted(["Zug", "Évreux", "Eton", "exeter"], key=sorting) == ["Eton", "Évreux", "exeter", "Zug"]


def test_a_letter_leads_to_the_page_on_which_its_names_begin():
    names = sorted(NAMES, key=sorting)
    letters = alphabet("councils/", names)
    assert [leaf.name for leaf in letters] == ["A", "B", "E", "M"]
    assert letters[-1].href == f"{numbered('councils/', 1)}#{anchor('M')}"
    assert alphabet("councils/", names * 2)[0].href == "councils/#letter-a"
    assert list(lettered([Way("x", name, "") for name in names])) == ["A", "B", "E", "M"]


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site of 112 councils and of a partnership with 120 articles."""
    files = {f"councils/c{n:03}.yml": council_yaml(name=f"{name} Council", place=name) for n, name in enumerate(NAMES)}
    files |= {f"partners/p{n}.yml": partner_yaml(name=f"Place {n}", country="FR") for n in range(12)}
    for n in range(120):
        proof = [{"p": 3, "quote": "Northbridge Council", "supports": ["council", "partner", "type", "outcome"]}]
        told = [report(evidence=proof, qualifier=LEFT_OUT, event=LEFT_OUT, type="unspecified", since=LEFT_OUT,
                       as_reported=[], outcome="active")]  # fmt: skip
        if n < 12:
            told.append(told[0] | {"council": f"c{n:03}", "partner": f"p{n}"})
        files[f"articles/ta-{n + 1:04}.yml"] = article_yaml(
            id=f"ta-{n + 1:04}", published=f"{2001 + n // 12}-{n % 12 + 1:02}", reports=told, events=[], url=LEFT_OUT,
            statements=[],
        )  # fmt: skip
    return site_of(tmp_path_factory.mktemp("wide"), files)


def test_a_long_index_has_letters_and_pages(wide: Site):
    first, second = wide.page("councils/"), wide.page("councils/page/2/")
    total = 112 + sum(name.startswith("councils/") for name in CONTENT)
    assert text_of(first.css_first(".lead")) == f"{total} councils."
    assert len(first.css(".ways li")) == 100
    assert len(second.css(".ways li")) == total - 100
    assert [text_of(a) for a in first.css(".letters a")] == ["A", "B", "E", "M", "N"]
    assert [a.attributes["href"] for a in first.css(".letters a")][-1] == "../councils/page/2/#letter-n"
    assert second.css_first("#letter-n") is not None
    assert [text_of(h) for h in second.css(".letter h2")][-1] == "N"


def test_a_long_timeline_goes_on_in_pages_and_every_article_is_on_one_of_them(wide: Site):
    path = "partnerships/northbridge/luzhou/"
    first, second = wide.page(path), wide.page(f"{path}page/2/")
    assert (len(first.css(".timeline > li")), len(second.css(".timeline > li"))) == (100, 20)
    assert len(first.css(".list > li")) == 100
    assert "20 older ones stand in the timeline" in text_of(first.css_first("main"))
    assert text_of(second.css_first("h1")) == "Northbridge and Luzhou, page 2 of 2"
    assert second.css("svg") == []


def test_a_wide_matrix_has_pages_of_few_columns_and_every_partnership_on_one(wide: Site):
    pages = [wide.page(path) for path in ("matrix/", "matrix/page/2/", "matrix/page/3/")]
    columns = [[text_of(n) for n in page.css("thead th")][1:] for page in pages]
    assert [len(names) for names in columns] == [6, 6, 1]
    assert sum(len(page.css("td a")) for page in pages) == 13
    assert [text_of(n) for n in pages[0].css(".group")] == ["FR"]


def test_pages_that_browse_are_in_the_sitemap_and_lead_nowhere_dead(wide: Site):
    assert f"{wide.url}/councils/page/2/" in wide.read("sitemap.xml")


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a { color: red; }\n\nb { margin: 0 1rem }", "a{color:red}b{margin:0 1rem}"),
        ("a :hover { x: y }", "a :hover{x:y}"),
        ("a:hover > b { x: y }", "a:hover>b{x:y}"),
        ("a::before { content: \"●  ; } /* \" / '' }", "a::before{content:\"●  ; } /* \"/''}"),
        ("a { /* why */ x: calc(1px + 2px) }", "a{x:calc(1px + 2px)}"),
        ("a { font: 1rem / 1.5 b } /* x */ b { x: y }", "a{font:1rem/1.5 b}b{x:y}"),
        ('a::before { content: "›" / ""; } /* */', 'a::before{content:"›"/""}'),
        ("@media (min-width: 40rem) { a { x: y } }", "@media (min-width:40rem){a{x:y}}"),
    ],
)
def test_a_style_sheet_loses_what_no_browser_reads(css: str, small: str):
    assert minified(css).replace("{ ", "{") == small


def test_why_leads_to_the_mark_in_the_newspapers_text_where_that_is_shown(tmp_path: Path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/ta-0001.txt").write_text(SOURCE, "utf-8")
    rights = {"rights": "permission", "licence": {"name": "By permission"}}
    files = {"articles/ta-0001.yml": article_yaml(**rights)}
    shown = site_of(tmp_path / "shown", files, sources=tmp_path / "sources").page("a/ta-0001/")
    told = site_of(tmp_path / "told", files).page("a/ta-0001/")
    for page, place in ((shown, "mark"), (told, "li")):
        links = {a.attributes["href"] for a in page.css("dd a[href^='#e']")}
        assert links
        for link in links:
            (arrived,) = page.css(str(link))
            assert arrived.tag == place, link
