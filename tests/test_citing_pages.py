"""The page of an article's citations, files of many articles, and lists that reference managers read."""

from urllib.parse import parse_qs, quote, unquote

import pytest
import rispy
from builders import article_yaml
from markupsafe import escape
from oracle import items
from sites import Site, site_of

from twinning.cite.directives import directives
from twinning.cite.percent import encoded
from twinning.cite.styles import TITLES, citations, formed

OUTLINE = [
    {"p": 1, "text": "The council, it seems, voted to end the link with a Chinese city; no date was given."},
    {"p": "2-3", "text": "The council, it seems, voted again the year after – and changed its mind."},
    {"p": 4, "text": "Short."},
]


@pytest.fixture(scope="session")
def cited(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(
        tmp_path_factory.mktemp("cited"),
        {
            "articles/ta-0001.yml": article_yaml(
                headline="Town & <script>alert(1)</script> “gone”",
                byline=[{"person": {"family": "Okafor", "given": "Jane"}}, {"agency": "Press Association"}],
                outline=OUTLINE,
            )
        },
    )


def test_an_article_and_its_record_are_cited_in_every_style(cited):
    page = cited.page("a/ta-0001/cite/")
    for heading in ("The newspaper’s article", "Our record of it"):
        section = next(s for s in page.css("section.cite") if s.css_first("h2").text() == heading)
        assert [h3.text() for h3 in section.css("h3")] == list(TITLES.values())
        assert len(section.css(".citation.copied")) == len(TITLES)


def test_the_page_of_citations_is_not_taken_for_the_article(cited):
    page = cited.page("a/ta-0001/cite/")
    assert page.css_first("link[rel=canonical]").attributes["href"] == f"{cited.url}/a/ta-0001/"
    assert not page.css('meta[name^="DC."]')


def test_no_markup_of_a_headline_is_markup_of_the_page(cited):
    assert "<script>alert" not in cited.read("a/ta-0001/cite/index.html")


def test_the_only_script_is_a_file_of_the_site_that_the_policy_allows(cited):
    page = cited.page("a/ta-0001/cite/")
    assert [script.attributes["src"] for script in page.css("script")] == ["../../../theme/copy.js"]
    policy = page.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert "script-src 'self';" in policy
    assert "script-src" not in cited.read("a/ta-0001/index.html")


def test_a_paragraph_has_an_address_whose_words_stand_on_the_page_once(cited):
    addresses = [code.text() for code in cited.page("a/ta-0001/cite/").css("code.copied")]
    shown = cited.page("a/ta-0001/").css_first("main").text()
    assert [address.partition("#")[2].partition(":~:")[0] for address in addresses] == ["p1", "p2", "p4"]
    for address in addresses[:2]:
        words = unquote(address.partition(":~:text=")[2])
        assert shown.count(words) == 1
    assert "%2C" in addresses[0]
    assert "," not in addresses[0].partition("text=")[2]


def test_words_that_are_not_alone_on_the_page_are_left_out_of_an_address(cited):
    assert cited.page("a/ta-0001/cite/").css("code.copied")[2].text().endswith("#p4")


def shown(page):
    """Give all words of a page as a browser compares them."""
    return " ".join(page.css_first("body").text().split()).lower()


def test_what_a_reader_copies_of_a_paragraph_is_its_address_with_words_that_stand_there_once(real, sixty, cited):
    for site in (real, sixty, cited):
        for path in site.article_pages():
            page = site.page(path)
            links = [n.attributes["href"] for n in page.css(".pars > div > a")]
            with_words = [link for link in links if ":~:text=" in link]
            assert site is not real or with_words == links
            for link in with_words:
                anchor, _, words = link.partition(":~:text=")
                sought = unquote(words).lower()
                assert shown(page).count(sought) == 1, (path, link)
                assert sought in " ".join(page.css_first(anchor).text().split()).lower()
                assert not set("-,& ") & set(words)
            copied = {code.text() for code in site.page(f"{path}cite/").css("#paragraphs ~ ul code")}
            assert (
                {f"{site.url}/{path}{link}" for link in with_words}
                <= copied
                <= {f"{site.url}/{path}{link}" for link in links}
            )


def test_words_are_the_fewest_that_stand_alone_whatever_their_capitals():
    page = "the council said no. the council said yes. a choir came from herne, and went."
    told = [(1, "The council said yes."), (2, "The Council"), (3, "A choir came from Herne"), (4, "Nobody wrote this")]
    assert directives(told, page) == {1: ":~:text=The%20council%20said%20yes", 3: ":~:text=A%20choir%20came"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A café spoke", "A cafe voted"),
        ("A cafe\u0301 spoke", "A cafe voted"),
        ("The mayor's office", "The mayor’s choir"),
        ("A twinning\nspoke", "A twinning voted"),
        ("A  twinning spoke", "A twinning voted"),
        ("A\xa0twinning spoke", "A twinning voted"),
        ("A twin\xadning spoke", "A twinning voted"),
        ("A Straße spoke", "A STRASSE voted"),
        ("A ﬁnal spoke", "A final voted"),
        ("A Łódź-Øst spoke", "A lodz-ost voted"),
        ("A שָלום spoke", "A שלום voted"),
    ],
)
def test_words_that_a_browser_takes_for_others_are_not_alone(first: str, second: str):
    # Each was tried in Chromium, which went to the first of the two.
    words = directives([(2, second)], f"{first} at last.\n{second} in the end.")[2]
    assert unquote(words).split("=")[1] == second


def test_white_space_and_signs_of_a_record_keep_no_words_from_an_address():
    told = [
        (1, "Two  spaces\xa0and\na line"),
        (2, "100% of – the, money"),
        (3, "\U0001f389 party in town"),
        (4, "南宁 link ended"),
    ]
    given = directives(told, "\n".join(text for _, text in told))
    assert {number: unquote(words.removeprefix(":~:text=")) for number, words in given.items()} == {
        1: "Two spaces",
        2: "100% of – the",
        3: "\U0001f389 party in",
        4: "南宁 link ended",
    }


def test_each_list_has_its_articles_as_files(cited):
    folders = {name.rpartition("/")[0] for name in cited.files() if name.endswith("/feed.xml")} | {""}
    for folder in folders:
        below = f"{folder}/" if folder else ""
        items = cited.json(f"{below}cite.csl.json")
        assert len(rispy.loads(cited.read(f"{below}cite.ris"))) == len(items)
        assert cited.read(f"{below}cite.bib").count("@article{") == len(items)


def test_a_file_of_many_holds_what_each_article_s_own_file_holds(cited):
    assert cited.json("cite.csl.json") == cited.json("a/ta-0001/cite.csl.json")
    assert cited.read("cite.ris") == cited.read("a/ta-0001/cite.ris")
    assert cited.read("cite.bib") == cited.read("a/ta-0001/cite.bib")


def test_lists_have_a_context_object_for_each_article_and_articles_have_none(cited):
    spans = cited.page("a/").css("span.Z3988")
    assert len(spans) == 1
    read = parse_qs(spans[0].attributes["title"])
    assert read["rft.type"] == ["newspaperArticle"]
    assert read["rft.aulast"] == ["Okafor"]
    assert read["rft.aucorp"] == ["Press Association"]
    assert read["rft.title"] == [cited.json("a/ta-0001/cite.csl.json")[0]["title"]]
    assert not cited.page("a/ta-0001/").css("span.Z3988")


def entry(name, citation):
    return f"{name}: {citation.markup} {escape(citation.cite_text)}\n"


@pytest.mark.parametrize("seed", range(2))
def test_a_page_says_of_an_item_what_the_styles_say(seed):
    for item in items.items(60, seed=200 + seed):
        said = citations(item)
        del said["wikipedia"]
        assert formed(item, entry) == "".join(entry(name, citation) for name, citation in said.items())


def test_text_is_encoded_for_an_address_as_the_standard_library_does():
    text = "".join(map(chr, range(1, 0x300))) + "“¶\U0001f600”"
    assert encoded(text) == quote(text, safe="")
