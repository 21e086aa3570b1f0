"""What those who harvest pages read: in the head, by rdflib in the linked data, by the signposting library in links."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from builders import article_yaml
from rdflib import Graph, URIRef
from signposting.htmllinks import HTML, _parse_html
from signposting.linkset import LinksetJSON, _parse_linkset_json
from signposting.signpost import AbsoluteURI
from sites import Site, built, write

SCHEMA = "https://schema.org/"
LISTED = {"cite-as", "type", "license", "describedby", "collection", "item"}
"""The relations that Signposting knows; `related`, `linkset` and others it leaves to who asks for them."""


def data_in(site: Site, path: str) -> dict[str, Any]:
    """Give the linked data that stand in a page itself."""
    (script,) = site.page(path).css('script[type="application/ld+json"]')
    return json.loads(script.text())


def test_the_head_of_every_article_is_dublin_core_and_opengraph(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            said: dict[str, list[str]] = {}
            for meta in site.page(path).css("head meta[content]"):
                named = meta.attributes.get("name") or meta.attributes.get("property") or ""
                said.setdefault(named, []).append(meta.attributes["content"] or "")
            record, (cited,) = site.json(f"{path}record.json"), site.json(f"{path}cite.csl.json")
            assert said["DC.title"] == said["og:title"] == [cited["title"]]
            assert said["DC.type"] == said["z:itemType"] == ["newspaperArticle"]
            assert said["DC.source"] == said["prism.publicationName"] == [cited["container-title"]]
            assert said["DC.identifier"] == [record["id"]]
            assert said["DCTERMS.abstract"] == said["og:description"] == [record["summary"]]
            assert len(said.get("DC.creator", ())) == len(cited.get("author", ()))
            assert (said["og:url"], said["og:type"]) == ([cited["URL"]], ["article"])


def test_a_page_says_in_json_that_it_is_about_the_newspapers_article_and_nothing_in_its_markup(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            assert not site.page(path).css("[itemscope], [itemprop], [typeof], [vocab]")
            page, (cited,) = data_in(site, path), site.json(f"{path}cite.csl.json")
            assert (page["@type"], page["@id"]) == ("ItemPage", cited["URL"])
            article = page["mainEntity"]
            assert (article.pop("@type"), article.pop("@id")) == ("NewsArticle", "#article")
            assert article.pop("isPartOf") == {"@type": "Newspaper", "name": cited["container-title"]}
            assert article.get("headline", article.get("name")) == cited["title"]
            nodes = {node["@id"]: node for node in site.json(f"{path}record.jsonld")["@graph"]}
            whole = nodes[f"{cited['URL']}#article"]
            assert {name: whole[name] for name in article} == article


def test_no_title_ends_the_data_in_a_page(tmp_path: Path):
    title = 'Twins </script><script>alert(1)</script> & <!-- \u2028 "so"'
    site = built(write(tmp_path, {"articles/ta-0001.yml": article_yaml(headline=title)}), tmp_path / "site")
    assert data_in(site, "a/ta-0001/")["mainEntity"]["headline"] == title


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
def test_the_data_in_a_page_and_beside_it_are_of_one_article(real: Site):
    for path in real.article_pages():
        page = f"{real.url}/{path}"
        data = data_in(real, path) | {"@context": {"@vocab": SCHEMA}}  # the context itself would be fetched
        graph = Graph().parse(data=json.dumps(data), format="json-ld", publicID=page)
        assert graph.value(URIRef(page), URIRef(f"{SCHEMA}mainEntity")) == URIRef(f"{page}#article")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
def test_the_linked_data_are_a_page_about_an_article(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            page = f"{site.url}/{path}"
            graph = Graph().parse(data=site.read(f"{path}record.jsonld"), format="json-ld", publicID=page)
            article = graph.value(URIRef(page), URIRef(f"{SCHEMA}mainEntity"))
            assert article == URIRef(f"{page}#article")
            kinds = {str(kind).rpartition("/")[2] for kind in graph.objects(article, URIRef(f"{RDF}type"))}
            assert kinds == {"NewsArticle", "ArchiveComponent"}
            (cited,) = site.json(f"{path}cite.csl.json")
            assert str(graph.value(article, URIRef(f"{SCHEMA}name"))) == cited["title"]
            assert graph.value(article, URIRef(f"{SCHEMA}holdingArchive")) == URIRef(f"{site.url}/#archive")


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def posts(signposting) -> set[tuple[str, str, str | None]]:
    return {(str(post.rel), str(post.target), str(post.type) if post.type else None) for post in signposting.signposts}


def in_head(site: Site, path: str):
    address = AbsoluteURI(f"{site.url}/{path}")
    return _parse_html(HTML(site.read(f"{path}index.html"), "text/html", address, address))


def in_linkset(site: Site, path: str):
    address = AbsoluteURI(f"{site.url}/{path}linkset.json")
    text = LinksetJSON(site.read(f"{path}linkset.json"), "application/json", address, address)
    return _parse_linkset_json(text).for_context(AbsoluteURI(f"{site.url}/{path}"))


@pytest.mark.parametrize("below", [False, True])
def test_the_links_of_every_page_are_signposts_and_its_linkset_says_them_too(
    real: Site, real_below: Site, *, below: bool
):
    site = real_below if below else real
    with_linkset = 0
    for name in site.pages():
        path = re.sub(r"index\.html$", "", name)
        if name == "404.html":
            continue
        found = in_head(site, path)
        links = {
            (n.attributes["rel"], urljoin(f"{site.url}/{path}", n.attributes["href"] or ""), n.attributes.get("type"))
            for n in site.page(path).css("head link")
            if n.attributes["rel"] in LISTED
        }
        assert {post for post in posts(found) if post[0] in LISTED} == links, name
        assert found.license is not None
        assert found.types
        if (site.folder / path / "linkset.json").is_file() and path.count("/"):
            with_linkset += 1
            assert str(found.citeAs.target) == f"{site.url}/{path}"
            whole = posts(in_linkset(site, path))
            assert {post for post in posts(found) if post[0] in LISTED} <= whole, name
    assert with_linkset > 10


def test_an_article_is_found_by_its_signposts(real: Site):
    for path in real.article_pages():
        found = in_head(real, path)
        assert {str(post.target) for post in found.types} == {f"{SCHEMA}NewsArticle", f"{SCHEMA}AboutPage"}
        for post in found.describedBy:
            assert (real.folder / str(post.target).removeprefix(f"{real.url}/")).is_file()
        kinds = {str(post.type) for post in found.describedBy}
        assert "application/vnd.citationstyles.csl+json" in kinds
        assert json.loads(real.read(f"{path}record.jsonld"))["@graph"]
