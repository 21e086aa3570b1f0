"""What reference managers find in the head of an article's page: the tags of citing.md §1.6, in that order."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import NEWSPAPER, article_yaml, dumped
from selectolax.lexbor import LexborHTMLParser
from sites import ADDRESS, Site, site_of

from twinning.commands.ending import ROOT

Tag = tuple[str, ...]


def head(page: LexborHTMLParser) -> list[Tag]:
    """Give the head's title, metadata and links in order, without those every page has alike."""
    found: list[Tag] = []
    node = page.css_first("head").child
    while node is not None:
        a = node.attributes
        if node.tag == "title":
            found.append(("title", node.text()))
        elif node.tag == "meta" and ("name" in a or "property" in a):
            kind = "name" if "name" in a else "property"
            assert set(a) == {kind, "content"}  # Zotero looks at a property only where there is no name
            found.append((kind, a[kind] or "", a["content"] or ""))
        elif node.tag == "link":
            assert set(a) <= {"rel", "type", "href"}
            found.append(("link", a["rel"] or "", a["href"] or "", *([a["type"] or ""] if "type" in a else [])))
        node = node.next
    alike = {"viewport", "icon", "stylesheet", "og:image"}
    return [tag for tag in found if tag[1] not in alike]


def record(name: str) -> dict[str, Any]:
    """Read a record as YAML, without this program's classes."""
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "content" / "articles" / f"{name}.yml").read_text("utf-8"))
    return loaded


REAL = {
    "ta-0001": {
        "creator": "Local Democracy Reporting Service,",  # the comma keeps Zotero from splitting a body's name
        "source": "Wakefield Express",
        "publisher": "JPIMedia",
        "place": "Wakefield",
        "date": "2020-09-28~",
        "words": "about 28 September 2020",
    },
    "ta-0002": {
        "source": "Gazette",
        "publisher": "Newsquest",
        "place": "Colchester",
        "date": "2020-07-20~",
        "words": "about 20 July 2020",
    },
    "ta-0003": {
        "source": "Chelmsford Weekly News",
        "publisher": "Newsquest",
        "place": "Chelmsford",
        "date": "2020-11-20~",
        "words": "about 20 November 2020",
    },
}


@pytest.mark.parametrize("name", REAL)
def test_the_head_of_a_real_article_is_tag_for_tag_what_was_measured(name: str, real: Site):
    said, r = REAL[name], record(name)
    title = r["headline"] if r["headline"] != "not-stated" else f"[{r['supplied_title']}]"
    permalink = f"https://archive.example.org/a/{name}/"
    assert head(real.page(f"a/{name}/")) == [
        ("title", f"{title} ({said['source']}, {said['words']}) – Twinning Archive"),
        ("name", "description", r["summary"]),
        ("link", "canonical", permalink),
        ("link", "schema.DC", "http://purl.org/dc/elements/1.1/"),
        ("link", "schema.DCTERMS", "http://purl.org/dc/terms/"),
        ("name", "DC.type", "newspaperArticle"),
        ("name", "DC.title", title),
        *([("name", "DC.creator", said["creator"])] if "creator" in said else []),
        ("name", "DC.source", said["source"]),
        ("name", "DC.publisher", said["publisher"]),
        ("name", "DC.date", said["date"]),
        ("name", "DC.language", "en-GB"),
        ("name", "DC.rights", "http://rightsstatements.org/vocab/InC/1.0/"),
        ("name", "DC.identifier", name),
        ("name", "DC.relation.isPartOf", "archive.example.org"),
        ("name", "DCTERMS.abstract", r["summary"]),
        ("name", "prism.publicationName", said["source"]),
        ("name", "z:itemType", "newspaperArticle"),
        ("name", "z:place", said["place"]),
        ("name", "z:archive", "Twinning Archive"),
        ("name", "z:archiveLocation", name.upper()),
        ("name", "z:extra", f"Original URL: {r['url']}"),
        ("property", "og:type", "article"),
        ("property", "og:title", title),
        ("property", "og:site_name", "Twinning Archive"),
        ("property", "og:url", permalink),
        ("property", "og:description", r["summary"]),
        ("link", "cite-as", permalink),
        ("link", "type", "https://schema.org/NewsArticle"),
        ("link", "type", "https://schema.org/AboutPage"),
        ("link", "describedby", "record.jsonld", "application/ld+json"),
        ("link", "describedby", "cite.csl.json", "application/vnd.citationstyles.csl+json"),
        ("link", "describedby", "cite.ris", "application/x-research-info-systems"),
        ("link", "describedby", "cite.bib", "application/x-bibtex"),
        ("link", "linkset", "linkset.json", "application/linkset+json"),
        ("link", "license", "https://creativecommons.org/licenses/by/4.0/"),
        ("link", "collection", "../../"),
        ("link", "related", r["url"]),
    ]


def test_an_article_of_which_all_is_known_has_every_tag(tmp_path: Path):
    site = site_of(
        tmp_path,
        {
            "articles/ta-0001.yml": article_yaml(
                byline=[
                    {"person": {"family": "Okafor", "given": "Jane"}},
                    {"person": {"family": "van der Berg"}},
                    {"agency": "Press Association"},
                ],
                section="News",
                edition="Late",
                pages="4-5",
                archived=[
                    {"url": "https://web.archive.org/web/20210305/https://echo.example/1", "date": "2021-03-05"},
                    {"url": "https://archive.example.net/xyz", "date": "2021-03-06"},
                ],
            ),
            "newspapers/northbridge-echo.yml": dumped(
                NEWSPAPER | {"publisher": "Newsquest", "place": "Northbridge", "issn": "0307-1235"}
            ),
        },
        siteurl="https://owner.example.org/repo",
    )
    permalink = "https://owner.example.org/repo/a/ta-0001/"
    summary = "Northbridge Council has voted to end its twinning with Luzhou."
    assert head(site.page("a/ta-0001/")) == [
        ("title", "Northbridge drops Luzhou (Northbridge Echo, 4 March 2021) – Twinning Archive"),
        ("name", "description", summary),
        ("link", "canonical", permalink),
        ("link", "schema.DC", "http://purl.org/dc/elements/1.1/"),
        ("link", "schema.DCTERMS", "http://purl.org/dc/terms/"),
        ("name", "DC.type", "newspaperArticle"),
        ("name", "DC.title", "Northbridge drops Luzhou"),
        ("name", "DC.creator", "Okafor, Jane"),
        ("name", "DC.creator", "van der Berg,"),
        ("name", "DC.creator", "Press Association,"),
        ("name", "DC.source", "Northbridge Echo"),
        ("name", "DC.publisher", "Newsquest"),
        ("name", "DC.date", "2021-03-04"),
        ("name", "DC.language", "en-GB"),
        ("name", "DC.rights", "http://rightsstatements.org/vocab/InC/1.0/"),
        ("name", "DC.identifier", "ta-0001"),
        ("name", "DC.relation.isPartOf", "owner.example.org"),
        ("name", "DCTERMS.abstract", summary),
        ("name", "prism.publicationName", "Northbridge Echo"),
        ("name", "prism.issn", "0307-1235"),
        ("name", "prism.startingPage", "4"),
        ("name", "prism.endingPage", "5"),
        ("name", "prism.edition", "Late"),
        ("name", "z:itemType", "newspaperArticle"),
        ("name", "z:place", "Northbridge"),
        ("name", "z:section", "News"),
        ("name", "z:archive", "Twinning Archive"),
        ("name", "z:archiveLocation", "TA-0001"),
        (
            "name",
            "z:extra",
            (
                "Original URL: https://echo.example/northbridge-drops-luzhou\n"
                "Archived copy: https://web.archive.org/web/20210305/https://echo.example/1\n"
                "Archived copy: https://archive.example.net/xyz"
            ),
        ),
        ("property", "og:type", "article"),
        ("property", "og:title", "Northbridge drops Luzhou"),
        ("property", "og:site_name", "Twinning Archive"),
        ("property", "og:url", permalink),
        ("property", "og:description", summary),
        ("property", "article:published_time", "2021-03-04"),
        ("property", "article:section", "News"),
        ("link", "cite-as", permalink),
        ("link", "type", "https://schema.org/NewsArticle"),
        ("link", "type", "https://schema.org/AboutPage"),
        ("link", "describedby", "record.jsonld", "application/ld+json"),
        ("link", "describedby", "cite.csl.json", "application/vnd.citationstyles.csl+json"),
        ("link", "describedby", "cite.ris", "application/x-research-info-systems"),
        ("link", "describedby", "cite.bib", "application/x-bibtex"),
        ("link", "linkset", "linkset.json", "application/linkset+json"),
        ("link", "license", "https://creativecommons.org/licenses/by/4.0/"),
        ("link", "collection", "../../"),
        ("link", "related", "https://echo.example/northbridge-drops-luzhou"),
    ]


def test_line_ends_in_an_attribute_are_written_as_references(tmp_path: Path):
    archived = [{"url": f"https://kept.example/{n}", "date": "2021-03-05"} for n in (1, 2)]
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(archived=archived)})
    (line,) = [line for line in site.read("a/ta-0001/index.html").split("\n") if '"z:extra"' in line]
    assert line.endswith(
        'content="Original URL: https://echo.example/northbridge-drops-luzhou'
        '&#10;Archived copy: https://kept.example/1&#10;Archived copy: https://kept.example/2">'
    )


DATES = {
    # published: (DC.date, article:published_time and the first <time datetime>)
    "2021-03-04": ("2021-03-04", "2021-03-04"),
    "2021-03": ("2021-03", "2021-03"),
    "2021": ("2021", "2021"),
    "2021-03-04~": ("2021-03-04~", None),
    "2021-03~": ("2021-03~", None),
    "2021?": ("2021?", None),
    "2021-03-04%": ("2021-03-04%", None),
    "2021-03-14/2021-03-18": ("2021-03-14/2021-03-18", None),
    "2021-03-XX": ("2021-03", None),
    "2021-XX": ("2021", None),
    "2021-21": ('"Spring 2021"', None),
    "202X": ("202X", None),
    "2021/..": ('"after 2021"', None),
    "../2021": ('"until 2021"', None),
    "not-stated": (None, None),
}


@pytest.fixture(scope="session")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An article for each kind of date, in the order of DATES."""
    folder = tmp_path_factory.mktemp("dated")
    records = {
        f"articles/ta-{n:04}.yml": article_yaml(id=f"ta-{n:04}", published=published, url=f"https://echo.example/{n}")
        for n, published in enumerate(DATES, 1)
    }
    return site_of(folder, records)


def page_of(site: Site, published: str) -> LexborHTMLParser:
    return site.page(f"a/ta-{list(DATES).index(published) + 1:04}/")


@pytest.mark.parametrize("published", DATES)
def test_a_date_reaches_zotero_as_it_can_be_read(published: str, dated: Site):
    date, exact = DATES[published]
    tags = head(page_of(dated, published))
    assert [tag[2] for tag in tags if tag[1] == "DC.date"] == ([date] if date else [])
    assert [tag[2] for tag in tags if tag[1] == "article:published_time"] == ([exact] if exact else [])


@pytest.mark.parametrize("published", DATES)
def test_the_first_time_on_the_page_is_the_articles_or_none_is_in_its_kicker(published: str, dated: Site):
    exact = DATES[published][1]
    kicker = page_of(dated, published).css_first(".kicker")
    assert [n.attributes["datetime"] for n in kicker.css("time")] == ([exact] if exact else [])
    if exact:
        assert page_of(dated, published).css_first("time[datetime]").attributes["datetime"] == exact


@pytest.mark.parametrize("published", ["not-stated"])
def test_an_undated_article_has_no_time_that_zotero_would_take_for_its_date(published: str, dated: Site):
    assert page_of(dated, published).css_first("time[datetime]") is None


REAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def test_times_hold_only_real_dates(real: Site, sixty: Site, dated: Site):
    for site in (real, sixty, dated):
        for name in site.pages():
            for node in site.page(name).css("time"):
                assert REAL_DATE.fullmatch(node.attributes.get("datetime") or ""), (name, node.html)
                assert node.text(strip=True)
                assert not re.match("about|perhaps|since|until", node.text(strip=True))


def test_no_article_has_what_misleads_reference_managers(real: Site, sixty: Site, dated: Site):
    for site in (real, sixty, dated):
        for path in site.article_pages():
            page = site.page(path)
            names = [n.attributes["name"] or "" for n in page.css("meta[name]")]
            assert [n for n in names if n.lower().startswith(("citation_", "eprints.", "bepress"))] == []
            assert names.count("DC.type") == 1
            once = [n for n in names if n != "DC.creator"]
            assert len(once) == len(set(once))
            assert page.css("[rel~=author], [itemprop], [typeof], .Z3988, .unapi-id") == []
            classes = " ".join(n.attributes["class"] or "" for n in page.css("[class]")).lower().split()
            assert [c for c in classes if "byline" in c or "vcard" in c or "author" in c] == []


def test_canonical_og_url_and_cite_as_are_the_permalink_each_in_its_own_element(real: Site, sixty_below: Site):
    for site in (real, sixty_below):
        for path in site.article_pages():
            page, permalink = site.page(path), f"{site.url}/{path}"
            for selector, attribute in (
                ("link[rel=canonical]", "href"),
                ("link[rel=cite-as]", "href"),
                ('meta[property="og:url"]', "content"),
            ):
                assert [n.attributes[attribute] for n in page.css(selector)] == [permalink]
            assert [n.attributes["rel"] for n in page.css("link[rel]") if " " in (n.attributes["rel"] or "")] == []


def test_only_articles_say_that_they_are_articles(real: Site, sixty: Site):
    for site in (real, sixty):
        for name in site.pages():
            kinds = [n.attributes["content"] for n in site.page(name).css('meta[property="og:type"]')]
            if re.fullmatch(r"a/ta-\d+/index.html", name):
                assert kinds == ["article"]
            else:
                assert kinds == ([] if name == "404.html" else ["website"])
                assert site.page(name).css('meta[name^="DC."], meta[name^="z:"], [property^="article:"]') == []


def test_the_page_for_unknown_addresses_is_not_to_be_indexed_and_says_no_address(real: Site):
    page = real.page("404.html")
    assert page.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    assert page.css('link[rel=canonical], [property="og:url"]') == []


@pytest.mark.parametrize(
    ("rights", "statement"),
    [
        ({"rights": "in-copyright"}, "http://rightsstatements.org/vocab/InC/1.0/"),
        ({"rights": "unknown"}, "http://rightsstatements.org/vocab/UND/1.0/"),
        (
            {"rights": "open-licence", "licence": {"name": "OGL 3", "url": "https://ogl.example/3/"}},
            "https://ogl.example/3/",
        ),
    ],
)
def test_the_rights_of_the_article_are_stated_to_machines(rights: dict[str, Any], statement: str, tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(**rights)})
    page = site.page("a/ta-0001/")
    assert page.css_first('meta[name="DC.rights"]').attributes["content"] == statement
    # The licence of our own words is another matter.
    assert page.css_first("link[rel=license]").attributes["href"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_supplied_title_keeps_its_brackets_everywhere(tmp_path: Path):
    site = site_of(
        tmp_path, {"articles/ta-0001.yml": article_yaml(headline="not-stated", supplied_title="A vote in Northbridge")}
    )
    page = site.page("a/ta-0001/")
    assert page.css_first("h1").text(strip=True) == "[A vote in Northbridge]"
    assert page.css_first("title").text().startswith("[A vote in Northbridge] (")
    assert page.css_first('meta[name="DC.title"]').attributes["content"] == "[A vote in Northbridge]"
    assert site.json("a/ta-0001/cite.csl.json")[0]["title"] == "[A vote in Northbridge]"
    assert f"[A vote in Northbridge], Northbridge Echo, 4 March 2021. Twinning Archive, TA-0001. {ADDRESS}" in (
        page.css_first(".citation").text()
    )
