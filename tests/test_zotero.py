"""What Zotero makes of a citation file equals what it makes of the page, field by field.

The mappings are those of its translators, as measured in docs/citing.md §1.1 and read in RIS.js: M2 is Extra, CR the
rights, and a date without slashes is kept as it is. A newspaper article has no publisher there.
"""

import re
from typing import Any

import pytest
import rispy
from builders import NEWSPAPER, article_yaml, dumped
from selectolax.lexbor import LexborHTMLParser
from sites import Site, site_of

Fields = dict[str, Any]


def folded(text: str) -> str:
    return " ".join(text.split())


def present(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value}


def creator(inverted: str) -> tuple[str, str]:
    """Give the parts of a name; a comma at its end makes it one."""
    family, _, given = inverted.partition(",")
    return family.strip(), given.strip()


def of_page(page: LexborHTMLParser) -> Fields:
    """Give what Embedded Metadata makes of a page."""
    named: dict[str, list[str]] = {}
    for meta in page.css("meta[content]"):
        key = meta.attributes.get("name") or meta.attributes.get("property") or ""
        named.setdefault(key, []).append(meta.attributes["content"] or "")

    def first(*names: str) -> str:
        return next((named[name][0] for name in names if name in named), "")

    pages = dict.fromkeys(filter(None, (first("prism.startingPage"), first("prism.endingPage"))))
    return present({
        "itemType": first("z:itemType"),
        "title": folded(first("DC.title")),
        "creators": [creator(folded(name)) for name in named.get("DC.creator", ())],
        "date": first("article:published_time", "DC.date"),
        "publicationTitle": folded(first("prism.publicationName")),
        "url": first("og:url"),
        "abstractNote": folded(first("og:description")),
        "pages": "-".join(pages),
        "ISSN": first("prism.issn"),
        "edition": folded(first("prism.edition")),
        "section": folded(first("article:section", "z:section")),
        "place": folded(first("z:place")),
        "archive": folded(first("z:archive")),
        "archiveLocation": first("z:archiveLocation"),
        "language": first("DC.language"),
        "rights": first("DC.rights"),
        "extra": first("z:extra").split("\n"),
    })  # fmt: skip


def of_ris(text: str) -> Fields:
    """Give what RIS.js makes of an entry."""
    said: dict[str, list[str]] = {}
    for line in text.removesuffix("ER  - \r\n").split("\r\n")[:-1]:
        tag, _, value = line.partition("  - ")
        said.setdefault(tag, []).append(value)

    def first(tag: str) -> str:
        return said.get(tag, [""])[0]

    date = first("DA")
    pages = dict.fromkeys(filter(None, (first("SP"), first("EP"))))
    return present({
        "itemType": {"NEWS": "newspaperArticle"}[first("TY")],
        "title": first("TI"),
        "creators": [creator(name) for name in said.get("AU", ())],
        "date": "-".join(filter(None, date.split("/"))) if "/" in date else date,
        "publicationTitle": first("T2"),
        "url": first("UR"),
        "abstractNote": first("AB"),
        "pages": "-".join(pages),
        "ISSN": first("SN"),
        "edition": first("ET"),
        "section": first("SE"),
        "place": first("CY"),
        "archive": first("DB"),
        "archiveLocation": first("AN"),
        "language": first("LA"),
        "rights": first("CR"),
        "extra": said.get("M2", []),
        "notes": said.get("N1", []),
    })  # fmt: skip


def of_csl(item: Fields) -> Fields:
    """Give what CSL JSON.js makes of an item, but for its date, which CSL has in parts; CSL has no field for rights."""
    return present({
        "itemType": {"article-newspaper": "newspaperArticle"}[item["type"]],
        "title": folded(item["title"]),
        "creators": [
            (folded(name.get("literal") or name["family"]), folded(name.get("given", "")))
            for name in item.get("author", ())
        ],
        "publicationTitle": folded(item["container-title"]),
        "url": item["URL"],
        "abstractNote": folded(item.get("abstract", "")),
        "pages": item.get("page"),
        "ISSN": item.get("ISSN"),
        "edition": folded(item.get("edition", "")),
        "section": folded(item.get("section", "")),
        "place": folded(item.get("publisher-place", "")),
        "archive": folded(item["archive"]),
        "archiveLocation": item["archive_location"],
        "language": item["language"],
        "extra": item.get("note", "").split("\n") if item.get("note") else [],
    })  # fmt: skip


DATES = ("2021-03-04", "2021-03", "2021", "2021-03-04~", "2021?", "2021-21", "202X", "2021/..", "not-stated")


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of articles of which all is known, one for each kind of date."""
    archived = [{"url": f"https://kept.example/{n}?a=1&b=2", "date": "2021-03-05"} for n in (1, 2)]
    byline = [{"person": {"family": "van der Berg", "given": "Piet"}}, {"agency": "Press, Radio and Co"}]
    known = {"byline": [byline[0]], "section": "News & views", "edition": "Late", "pages": "4-5", "archived": archived}
    return site_of(
        tmp_path_factory.mktemp("zotero"),
        {
            "newspapers/northbridge-echo.yml": dumped(
                NEWSPAPER | {"publisher": "Newsquest", "place": "Northbridge", "issn": "0307-1235"}
            ),
            **{
                f"articles/ta-{n:04}.yml": article_yaml(
                    id=f"ta-{n:04}", published=date, url=f"https://echo.example/{n}", **known
                )
                for n, date in enumerate(DATES, 1)
            },
        },
    )


def test_zotero_makes_the_same_of_ris_as_of_the_page(every: Site, real: Site, sixty: Site):
    for site in (every, real, sixty):
        for path in site.article_pages():
            text = (site.folder / path / "cite.ris").read_bytes().decode()
            made, page = of_ris(text), of_page(site.page(path))
            if "/" in page.get("date", ""):  # at which RIS would be parted
                assert re.fullmatch("[^/]+", made.pop("date"))
                del page["date"]
            assert made == page, path
            assert len(rispy.loads(text)) == 1


def test_zotero_makes_the_same_of_csl_json_as_of_the_page_but_for_the_rights(every: Site, real: Site, sixty: Site):
    for site in (every, real, sixty):
        for path in site.article_pages():
            page = of_page(site.page(path))
            (item,) = site.json(f"{path}cite.csl.json")
            date = page.pop("date", "")
            del page["rights"]
            assert of_csl(item) == page, path
            if re.fullmatch(r"[\d-]+", date):
                assert item["issued"] == {"date-parts": [[int(part) for part in date.split("-")]]}
            else:
                assert bool(date) == ("issued" in item)


def test_bibtex_has_the_journal_once_and_what_zotero_takes_from_it(every: Site):
    text = every.read("a/ta-0001/cite.bib")
    assert "journaltitle" not in text
    page = of_page(every.page("a/ta-0001/"))
    for field, value in (("journal", page["publicationTitle"]), ("copyright", page["rights"]), ("url", page["url"])):
        assert f"  {field} = {{{value}}},\n" in text
