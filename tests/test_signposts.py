"""Signposting: the links by which a machine finds its way from any page (signposting.org, RFC 8288, RFC 9264)."""

import re
from urllib.parse import urljoin

import pytest
from sites import Site

REGISTERED = {"cite-as", "type", "describedby", "license", "collection", "item", "related", "linkset"}
LISTS = (
    *("", "councils/wakefield/", "councils/essex/", "partners/nanning/", "partners/jiangsu/"),
    *("partnerships/wakefield/nanning/", "partnerships/essex/jiangsu/"),
)
OTHER_LISTS = ("newspapers/wakefield-express/", "people/david-finch/", "years/2020/")


def signposts(site: Site, path: str) -> list[tuple[str, str, str | None]]:
    """Give the links of a page's head that signpost, each resolved as a browser does."""
    return [
        (n.attributes["rel"] or "", urljoin(f"{site.url}/{path}", n.attributes["href"] or ""), n.attributes.get("type"))
        for n in site.page(path).css("head link")
        if n.attributes["rel"] in REGISTERED
    ]


@pytest.mark.parametrize("path", LISTS)
def test_a_page_that_lists_articles_says_what_describes_them_and_its_linkset_the_same(path: str, real: Site):
    said = signposts(real, path)
    (linkset,) = real.json(f"{path}linkset.json")["linkset"]
    assert linkset["anchor"] == f"{real.url}/{path}"
    in_set = {
        (rel, target["href"], target.get("type"))
        for rel, targets in linkset.items()
        if rel != "anchor"
        for target in targets
    }
    assert {link for link in said if link[0] != "linkset"} <= in_set
    assert {rel for rel, _, _ in in_set} <= REGISTERED
    assert ("linkset", f"{real.url}/{path}linkset.json", "application/linkset+json") in said
    assert ("cite-as", f"{real.url}/{path}", None) in said
    described = [href for rel, href, _ in said if rel == "describedby"]
    assert [href.rsplit("/", 1)[1] for href in described] == ["cite.csl.json", "cite.ris", "cite.bib"]
    assert all((real.folder / href.removeprefix(f"{real.url}/")).is_file() for href in described)


@pytest.mark.parametrize("path", LISTS[1:])
def test_a_list_and_its_articles_lead_to_each_other(path: str, real: Site):
    (linkset,) = real.json(f"{path}linkset.json")["linkset"]
    items = [target["href"] for target in linkset["item"]]
    assert items == [item["URL"] for item in real.json(f"{path}cite.csl.json")]
    assert linkset["collection"] == [{"href": f"{real.url}/"}]
    for item in items:
        article = item.removeprefix(f"{real.url}/")
        assert ("collection", f"{real.url}/", None) in signposts(real, article)


@pytest.mark.parametrize("path", OTHER_LISTS)
def test_newspapers_people_and_years_say_which_articles_are_theirs(path: str, real: Site):
    (linkset,) = real.json(f"{path}linkset.json")["linkset"]
    listed = {
        urljoin(f"{real.url}/{path}", n.attributes["href"] or "")
        for n in real.page(path).css("main a")
        if "/a/ta-" in (n.attributes["href"] or "")
    }
    assert {target["href"] for target in linkset["item"]} == {link.partition("#")[0] for link in listed}
    assert "describedby" not in linkset
    assert ("cite-as", f"{real.url}/{path}", None) in signposts(real, path)


def test_every_page_says_what_it_is_and_under_which_licence(real: Site, sixty: Site):
    for site in (real, sixty):
        for name in site.pages():
            if name != "404.html":
                said = [rel for rel, _, _ in signposts(site, re.sub(r"index\.html$", "", name))]
                assert "type" in said, name
                assert said.count("license") == 1
                assert said.count("collection") == (name != "index.html")


def test_every_signpost_of_every_page_leads_to_something_of_the_site_or_outside_it(real: Site, real_below: Site):
    for site in (real, real_below):
        for name in site.pages():
            path = re.sub(r"index\.html$", "", name)
            for rel, href, _ in signposts(site, path):
                if rel not in {"type", "license", "related"}:
                    place = site.folder / href.removeprefix(f"{site.url}/")
                    assert place.is_file() or (place / "index.html").is_file(), (name, rel, href)


def test_the_data_sets_page_is_described_by_its_data_package(real: Site):
    assert ("describedby", f"{real.url}/data/datapackage.json", "application/json") in signposts(real, "data/")
    assert ("type", "https://schema.org/Dataset", None) in signposts(real, "data/")
