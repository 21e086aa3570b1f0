"""Every link of a built site arrives; and the check that says so finds each kind that does not."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from sites import Site, parsed

from twinning.commands import linkcheck
from twinning.publish.links import broken_links

SITES = ["real", "real_below", "sixty", "sixty_below"]


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def dead_ends(site: Site) -> list[tuple[str, str]]:
    """Follow every link as a browser does, by full addresses: written here again, to check the check."""
    files = set(site.files())
    ids = {name: {n.attributes["id"] for n in parsed(site.folder / name).css("[id]")} for name in site.pages()}
    found = []
    for name in site.pages():
        page = parsed(site.folder / name)
        links = [n.attributes[key] or "" for key in ("href", "src") for n in page.css(f"[{key}]")]
        for link in links:
            address, fragment = urldefrag(urljoin(site.address_of(name), link))
            if not address.startswith((site.url + "/", site.url + "#")) and address != site.url:
                if site.url.split("/")[2] in address:
                    found.append((name, link))  # on our own host, but out of the site
                continue
            path = unquote(address.removeprefix(site.url + "/"))
            path += "index.html" if path.endswith("/") or not path else ""
            fragment = fragment.partition(":~:")[0]  # a text directive is the browser's
            if path not in files or (fragment and fragment not in ids.get(path, ())):
                found.append((name, link))
    return found


def test_every_link_and_fragment_arrives(site: Site):
    checked = broken_links(site.folder)
    assert checked.broken == ()
    assert checked.pages == len(site.pages())
    assert checked.links > 20 * checked.pages
    assert dead_ends(site) == []


def test_pages_link_to_each_other_by_relative_addresses_only(site: Site):
    for name in site.pages():
        for node in parsed(site.folder / name).css("body [href]"):
            href = node.attributes["href"] or ""
            if name != "404.html":  # which is shown at any address
                assert not href.startswith(("/", site.url)), (name, href)


def test_the_page_for_unknown_addresses_links_from_the_sites_root(real: Site, real_below: Site):
    for site, base in ((real, "/"), (real_below, "/repo/")):
        hrefs = {n.attributes["href"] or "" for n in site.page("404.html").css("[href]")}
        assert base in hrefs
        assert {h for h in hrefs if not h.startswith((base, "https://", "#"))} == set()


def test_every_page_says_its_own_address(site: Site):
    for name in site.pages():
        if name == "404.html":
            continue
        page = parsed(site.folder / name)
        links = [n.attributes["href"] for n in page.css("link[rel=canonical]")]
        # A page of citations is found by way of its article.
        assert links == [site.address_of(name.replace("/cite/", "/") if name.startswith("a/ta-") else name)]
        assert [n.attributes["content"] for n in page.css('meta[property="og:url"]')] == [site.address_of(name)]


def test_addresses_in_feeds_sitemap_and_files_arrive(site: Site):
    files = set(site.files())
    for name in site.files():
        if not name.endswith((".xml", ".json", ".ris", ".bib", ".txt", ".csv")):
            continue
        for address in re.findall(re.escape(site.url) + r"[^\s\"<>,})\]]*", site.read(name)):
            path = urldefrag(address).url.removeprefix(site.url).removeprefix("/")
            assert (path + "index.html" if path.endswith("/") or not path else path) in files, (name, address)


def test_every_page_can_be_reached_from_the_first(site: Site):
    seen: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in seen or not name.endswith(".html"):
            continue
        seen.add(name)
        for node in parsed(site.folder / name).css("body a[href]"):
            address = urldefrag(urljoin(site.address_of(name), node.attributes["href"] or "")).url
            if address.startswith(site.url + "/"):
                path = address.removeprefix(site.url + "/")
                waiting.append(path + "index.html" if path.endswith("/") or not path else path)
    assert set(site.pages()) - seen == {"404.html"}


# --- What the check finds ----------------------------------------------------------------------------------------

PAGE = '<!DOCTYPE html><html><head><link rel="canonical" href="{0}"></head><body id="top-of-page">{1}</body></html>'


def small(folder: Path, link: str, where: str = "a/ta-0001/index.html", base: str = "https://e.example/") -> Path:
    """Write a site of three pages and a file, with one link on one of them."""
    pages = {"index.html": "", "a/index.html": "", "a/ta-0001/index.html": '<p id="p1">1</p>'}
    for name, body in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        anchor = f'<a href="{link}">x</a>' if name == where else ""
        address = base + name.removesuffix("index.html")
        (folder / name).write_text(PAGE.format(address, body + anchor), "utf-8")
    (folder / "a" / "ta-0001" / "record.json").write_text("{}", "utf-8")
    return folder


BROKEN = {
    "nowhere/": "no such page",
    "record.jsn": "no such page",
    "../ta-0002/": "no such page",
    "/a/ta-0002/": "no such page",
    "https://e.example/a/ta-0002/": "no such page",
    "#p2": "no #p2",
    "../#p1": "no #p1",
    "./#": "",
    "record.json#p1": "no #p1",
    "../../a": "end it with a slash",
    "/a/ta-0001": "end it with a slash",
    "../../A/": "no such page",
}
ARRIVE = [
    "",
    "#",
    "#top",
    "#p1",
    "./",
    "./#p1",
    "../",
    "../../",
    "/",
    "/a/ta-0001/#p1",
    "record.json",
    "%72ecord.json",
    "?from=x",
    "?from=x#p1",
    "https://e.example/a/ta-0001/#p1",
    "https://another.example/nowhere/",
    "//another.example/nowhere/",
    "mailto:keeper@e.example",
]


@pytest.mark.parametrize(("href", "reason"), [(h, r) for h, r in BROKEN.items() if r])
def test_a_link_that_leads_nowhere_is_found(href: str, reason: str, tmp_path: Path):
    (found,) = broken_links(small(tmp_path, href)).broken
    assert (found.page, found.href) == ("a/ta-0001/index.html", href)
    assert reason in found.reason


@pytest.mark.parametrize("href", ARRIVE)
def test_a_link_that_arrives_or_leaves_for_another_host_is_not_found(href: str, tmp_path: Path):
    assert broken_links(small(tmp_path, href)).broken == ()


@pytest.mark.parametrize("href", ["/a/ta-0001/", "../../../", "/", "../../../elsewhere/", "/repository/a/"])
def test_a_link_out_of_the_site_is_found_below_a_path(href: str, tmp_path: Path):
    (found,) = broken_links(small(tmp_path, href, base="https://e.example/repo/")).broken
    assert found.reason == "it leads out of the site"
    assert broken_links(small(tmp_path, "../../", base="https://e.example/repo/")).broken == ()


def test_the_path_a_site_stands_under_can_be_said(tmp_path: Path):
    site = small(tmp_path, "/a/ta-0001/")
    assert broken_links(site).broken == ()
    assert [b.reason for b in broken_links(site, "/repo/").broken] == ["it leads out of the site"]


def test_an_id_that_stands_twice_is_found(tmp_path: Path):
    site = small(tmp_path, "#p1")
    page = site / "a" / "ta-0001" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</body>", '<i id="p1"></i></body>'), "utf-8")
    assert [(b.href, b.reason) for b in broken_links(site).broken] == [("#p1", "this id stands twice")]


@pytest.mark.parametrize("tag", ['<img src="gone.png">', '<link rel="stylesheet" href="gone.css">'])
def test_a_missing_picture_or_style_is_found(tag: str, tmp_path: Path):
    site = small(tmp_path, "")
    page = site / "index.html"
    page.write_text(page.read_text("utf-8").replace("</body>", f"{tag}</body>"), "utf-8")
    assert [b.page for b in broken_links(site).broken] == ["index.html"]


# --- The command -------------------------------------------------------------------------------------------------


def test_linkcheck_ends_with_0_when_all_links_arrive(real: Site, capsys: pytest.CaptureFixture[str]):
    assert linkcheck.run(str(real.folder), None) == 0
    assert "all arrive" in capsys.readouterr().err


def test_linkcheck_ends_with_1_and_names_page_and_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert linkcheck.run(str(small(tmp_path, "nowhere/")), None) == 1
    assert "a/ta-0001/index.html: nowhere/: there is no such page" in capsys.readouterr().err


def test_linkcheck_finds_a_site_built_for_another_path(real: Site, real_below: Site):
    assert linkcheck.run(str(real_below.folder), "/repo/") == 0
    assert linkcheck.run(str(real.folder), "/repo/") == 1  # its 404.html is made for the root


@pytest.mark.parametrize("prefix", ["repo", "/repo", "repo/", ""])
def test_linkcheck_ends_with_2_for_a_prefix_without_slashes(prefix: str, real: Site):
    assert linkcheck.run(str(real.folder), prefix) == 2


def test_linkcheck_ends_with_2_where_no_site_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert linkcheck.run(str(tmp_path), None) == 2
    assert "`build` makes one" in capsys.readouterr().err


def test_the_sitemap_lists_every_page_once_and_nothing_else(site: Site):
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed: list[Any] = [e.text for e in ET.fromstring(site.read("sitemap.xml")).iter(f"{space}loc")]
    assert sorted(listed) == listed
    assert sorted(listed) == sorted(
        site.address_of(name) for name in site.pages() if name != "404.html" and not name.endswith("/cite/index.html")
    )
