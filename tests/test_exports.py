"""What programs read: citations, feeds, the sitemap, and the files beside each article. For /data/, see test_data."""

import hashlib
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import msgspec
import pytest
from builders import ARTICLE, NEWSPAPER, SOURCE, article_yaml, dumped, problems_of
from pyld import jsonld
from sites import ADDRESS, Site, site_of, text_of

from twinning.export import sitemap
from twinning.loading import load_text
from twinning.records import Article

SPECIAL = r"50% of #1 & $2 {in braces} or { not } or }{ a_b ~ c^d \ e “curly” é 城 <b>"


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One article of which everything is known, with every sign that a format could stumble over."""
    return site_of(
        tmp_path_factory.mktemp("full"),
        {
            "articles/ta-0001.yml": article_yaml(
                headline=SPECIAL,
                byline=[
                    {"person": {"family": "O’Brien & Sons", "given": "Zoë {Jr}"}},
                    {"person": {"family": "Madonna"}},
                    {"agency": "Press, Radio and News Agency"},
                ],
                section="News",
                edition="Late",
                pages="4-5",
                summary="First line.\n\nSecond\tline\u2028and TY  - NEWS in it.\nER  - \n",
                archived=[
                    {"url": "https://web.archive.org/web/2021/https://echo.example/1_2%20", "date": "2021-03-05"}
                ],
            ),
            "newspapers/northbridge-echo.yml": dumped(
                NEWSPAPER | {"publisher": "News & Co_", "place": "North#bridge", "issn": "0307-1235"}
            ),
        },
    )


# --- RIS ---------------------------------------------------------------------------------------------------------


def ris(site: Site, path: str) -> list[tuple[str, str]]:
    """Read RIS strictly: two letters or digits, two spaces, a hyphen, a space; lines end in CR LF and nothing else."""
    data = (site.folder / path / "cite.ris").read_bytes()
    lines = data.decode("utf-8").split("\r\n")
    assert lines.pop() == ""
    found = []
    for line in lines:
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n\u2028\x85]*)", line)
        assert match, line
        found.append((match[1], match[2]))
    assert found[0] == ("TY", "NEWS")
    assert [tag for tag, _ in found].count("ER") == 1
    assert found[-1] == ("ER", "")
    return found[1:-1]


def test_ris_holds_the_article_tag_for_tag(full: Site):
    assert ris(full, "a/ta-0001/") == [
        ("TI", SPECIAL),
        ("AU", "O’Brien & Sons, Zoë {Jr}"),
        ("AU", "Madonna"),
        ("AU", "Press, Radio and News Agency"),
        ("T2", "Northbridge Echo"),
        ("DA", "2021/03/04/"),
        ("PY", "2021"),
        ("PB", "News & Co_"),
        ("CY", "North#bridge"),
        ("SN", "0307-1235"),
        ("SE", "News"),
        ("ET", "Late"),
        ("SP", "4"),
        ("EP", "5"),
        ("LA", "en-GB"),
        ("AB", "First line. Second line and TY - NEWS in it. ER -"),
        ("UR", f"{ADDRESS}/a/ta-0001/"),
        ("DB", "Twinning Archive"),
        ("AN", "TA-0001"),
        ("CR", "http://rightsstatements.org/vocab/InC/1.0/"),
        ("M2", "Original URL: https://echo.example/northbridge-drops-luzhou"),
        ("M2", "Archived copy: https://web.archive.org/web/2021/https://echo.example/1_2%20"),
    ]


def test_every_article_has_ris_that_can_be_read(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            assert dict(ris(site, path))["UR"] == f"{site.url}/{path}"


@pytest.mark.parametrize("family", ["Pike, Ada", "Pike,", "O’Brien, Jr"])
def test_a_family_name_with_a_comma_is_told_for_every_format_parts_names_there(family: str, tmp_path: Path):
    byline = [{"person": {"family": family}}]
    (problem,) = problems_of(tmp_path, {"articles/ta-0001.yml": article_yaml(byline=byline)})
    assert (problem.code, problem.message) == ("TW023", f"`{family}` cannot be a value of `family`")
    assert "`Jr` goes to `given`, a body's name to `agency`" in problem.help


# --- BibTeX ------------------------------------------------------------------------------------------------------


def bibtex(text: str) -> tuple[str, dict[str, str]]:
    """Read one entry as BibTeX does: a field's value ends where its braces balance, and a backslash hides none."""
    start = re.match(r"@article\{([a-z0-9-]+),\n", text)
    assert start
    fields: dict[str, str] = {}
    at = start.end()
    while field := re.compile(r"  ([a-z]+) = \{").match(text, at):
        depth, end = 1, field.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        assert field[1] not in fields
        fields[field[1]] = text[field.end() : end - 1]
        assert text[end : end + 2] == ",\n"
        at = end + 2
    assert text[at:] == "}\n"
    return start[1], fields


TEX = {
    r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^", r"\{\vphantom{\}}": "{",
    r"\vphantom{\{}\}": "}", r"\%": "%", r"\#": "#", r"\&": "&", r"\$": "$", r"\_": "_",
}  # fmt: skip


def untex(value: str) -> str:
    """Give what a value says, and refuse any command that is not known here."""
    pattern = "|".join(re.escape(command) for command in TEX)
    plain = re.sub(pattern, "", value)
    assert not re.search(r"[\\%#&$_~^]", plain), value
    return re.sub(pattern, lambda m: TEX[m[0]], value)


def test_bibtex_holds_the_article_with_every_special_sign(full: Site):
    name, fields = bibtex(full.read("a/ta-0001/cite.bib"))
    assert name == "ta-0001"
    assert fields["title"].startswith("{")  # braces within braces keep the capitals
    assert fields["title"].endswith("}")
    assert untex(fields["title"][1:-1]) == SPECIAL
    names = fields["author"].split(" and ")
    assert untex(names[0]) == "O’Brien & Sons, Zoë {Jr}"
    assert names[1] == "Madonna"
    assert " and ".join(names[2:]) == "{Press, Radio and News Agency}"  # which BibTeX does not split
    assert {k: untex(v) for k, v in fields.items() if k in {"journal", "publisher", "address", "note"}} == {
        "journal": "Northbridge Echo",
        "publisher": "News & Co_",
        "address": "North#bridge",
        "note": "Twinning Archive, TA-0001",
    }
    assert {k: fields[k] for k in ("year", "month", "date", "pages", "issn", "language", "url")} == {
        "year": "2021",
        "month": "3",
        "date": "2021-03-04",
        "pages": "4--5",
        "issn": "0307-1235",
        "language": "en-GB",
        "url": f"{ADDRESS}/a/ta-0001/",
    }
    assert "journaltitle" not in fields


def test_every_article_has_bibtex_with_balanced_braces(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            name, fields = bibtex(site.read(f"{path}cite.bib"))
            assert path == f"a/{name}/"
            assert {"title", "journal", "year", "url"} <= set(fields)


# --- CSL-JSON ----------------------------------------------------------------------------------------------------


def test_csl_json_holds_the_article(full: Site):
    assert full.json("a/ta-0001/cite.csl.json") == [
        {
            "id": "ta-0001",
            "type": "article-newspaper",
            "title": SPECIAL,
            "author": [
                {"family": "O’Brien & Sons", "given": "Zoë {Jr}"},
                {"family": "Madonna"},
                {"literal": "Press, Radio and News Agency"},
            ],
            "container-title": "Northbridge Echo",
            "publisher": "News & Co_",
            "publisher-place": "North#bridge",
            "issued": {"date-parts": [[2021, 3, 4]]},
            "section": "News",
            "edition": "Late",
            "page": "4-5",
            "ISSN": "0307-1235",
            "language": "en-GB",
            "abstract": full.json("a/ta-0001/record.json")["summary"],
            "URL": f"{ADDRESS}/a/ta-0001/",
            "archive": "Twinning Archive",
            "archive_location": "TA-0001",
            "note": "Original URL: https://echo.example/northbridge-drops-luzhou\n"
            "Archived copy: https://web.archive.org/web/2021/https://echo.example/1_2%20",
        }
    ]


DATES: dict[str, tuple[Any, str, str]] = {
    # published: CSL's issued, RIS' DA, BibTeX' year, month and date
    "2021-03-04": ({"date-parts": [[2021, 3, 4]]}, "2021/03/04/", "2021 3 2021-03-04"),
    "2021-03": ({"date-parts": [[2021, 3]]}, "2021/03//", "2021 3 2021-03"),
    "2021": ({"date-parts": [[2021]]}, "2021///", "2021  2021"),
    "2021-03-04~": ({"date-parts": [[2021, 3, 4]], "circa": True}, "2021-03-04~", "2021  "),
    "2021?": ({"date-parts": [[2021]], "circa": True}, "2021?", "2021  "),
    "2021-03-14/2021-03-18": (
        {"date-parts": [[2021, 3, 14], [2021, 3, 18]]}, "14–18 March 2021", "2021  ",
    ),
    "2020-12~/2021-01": (
        {"date-parts": [[2020, 12], [2021, 1]], "circa": True},
        "from about December 2020 to January 2021", " ",
    ),
    "2021-21": ({"date-parts": [[2021]], "season": 1}, '"Spring 2021"', "2021  "),
    "2021-24": ({"date-parts": [[2021]], "season": 4}, '"Winter 2021–22"', "2021  "),
    "202X": ({"literal": "2020s"}, "202X", "2020s  "),
    "2021/..": ({"literal": "since 2021"}, '"after 2021"', "since 2021  "),
    "../2021": ({"literal": "until 2021"}, '"until 2021"', "until 2021  "),
    "not-stated": (None, "", "  "),
}  # fmt: skip


@pytest.fixture(scope="session")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(
        tmp_path_factory.mktemp("dated-exports"),
        {
            f"articles/ta-{n:04}.yml": article_yaml(id=f"ta-{n:04}", published=date, url=f"https://echo.example/{n}")
            for n, date in enumerate(DATES, 1)
        },
    )


@pytest.mark.parametrize("published", DATES)
def test_csl_json_says_a_date_in_parts_or_in_words(published: str, dated: Site):
    path = f"a/ta-{list(DATES).index(published) + 1:04}/"
    (item,) = dated.json(f"{path}cite.csl.json")
    assert item.get("issued") == DATES[published][0]


@pytest.mark.parametrize("published", DATES)
def test_ris_and_bibtex_never_say_more_of_a_date_than_is_known(published: str, dated: Site):
    path = f"a/ta-{list(DATES).index(published) + 1:04}/"
    tags = dict(ris(dated, path))
    assert tags.get("DA", "") == DATES[published][1]
    if published in {"202X", "../2021", "2020-12~/2021-01"}:
        return
    fields = bibtex(dated.read(f"{path}cite.bib"))[1]
    assert " ".join(fields.get(k, "") for k in ("year", "month", "date")) == DATES[published][2]


@pytest.mark.parametrize("published", ["202X", "../2021", "2020-12~/2021-01"])
def test_a_date_that_a_format_has_no_form_for_is_no_false_year(published: str, dated: Site):
    path = f"a/ta-{list(DATES).index(published) + 1:04}/"
    assert "PY" not in dict(ris(dated, path))
    assert not re.fullmatch(r"\d{4}", bibtex(dated.read(f"{path}cite.bib"))[1].get("year", ""))


# --- Feeds -------------------------------------------------------------------------------------------------------

FEEDS = {
    "feed.xml": ("", "Twinning Archive", ["ta-0003", "ta-0001", "ta-0002"]),
    "councils/essex/feed.xml": ("councils/essex/", "Essex County Council – Twinning Archive", ["ta-0003", "ta-0002"]),
    "partners/nanning/feed.xml": ("partners/nanning/", "Nanning – Twinning Archive", ["ta-0001"]),
    "partnerships/essex/jiangsu/feed.xml": (
        "partnerships/essex/jiangsu/", "Essex and Jiangsu – Twinning Archive", ["ta-0003", "ta-0002"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_holds_its_articles_newest_first(path: str, real: Site):
    page, title, articles = FEEDS[path]
    feed = feedparser.parse((real.folder / path).read_bytes(), sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title == title
    assert feed.feed.id == feed.feed.link == f"{ADDRESS}/{page}"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{ADDRESS}/{path}"]
    assert [entry.id for entry in feed.entries] == [f"{ADDRESS}/a/{name}/" for name in articles]
    for entry in feed.entries:
        assert entry.link == entry.id
        assert entry.updated == "2026-11-21T00:00:00Z"
        assert entry.title == real.json(f"a/{entry.id[-8:-1]}/cite.csl.json")[0]["title"]
        assert real.json(f"a/{entry.id[-8:-1]}/record.json")["summary"] in entry.summary
        assert entry.author


def test_every_feed_is_well_formed_and_announced_by_its_page(real: Site, sixty: Site):
    for site in (real, sixty):
        for name in site.files():
            if not name.endswith("feed.xml"):
                continue
            feed = feedparser.parse((site.folder / name).read_bytes())
            assert not feed.bozo, (name, feed.get("bozo_exception"))
            assert {"id", "title", "updated"} <= set(feed.feed)
            ids = [entry.id for entry in feed.entries]
            assert len(ids) == len(set(ids)) <= 50
            page = site.page(name.removesuffix("feed.xml"))
            announced = [n.attributes["href"] for n in page.css('link[type="application/atom+xml"]')]
            assert announced == [f"{site.url}/{name}"]


def test_every_council_partner_and_partnership_has_a_feed(sixty: Site):
    for name in sixty.pages():
        depth = {"councils": 3, "partners": 3, "partnerships": 4}.get(name.split("/")[0])
        if depth == name.count("/") + 1:
            assert (sixty.folder / name.removesuffix("index.html") / "feed.xml").is_file(), name


def test_the_feed_of_a_large_archive_holds_its_fifty_newest(sixty: Site):
    ids = [e.id for e in feedparser.parse((sixty.folder / "feed.xml").read_bytes()).entries]
    dates = {row["address"]: row["latest"] for row in sixty.json("data/articles.json")}
    newest = sorted(dates.values(), reverse=True)[:50]
    assert len(ids) == 50
    assert [dates[i] for i in ids] == newest


# --- Sitemap and robots ------------------------------------------------------------------------------------------


def test_robots_lets_everybody_read_and_names_the_sitemap(real: Site, real_below: Site):
    for site in (real, real_below):
        assert site.read("robots.txt") == f"User-agent: *\nAllow: /\n\nSitemap: {site.url}/sitemap.xml\n"
        assert (site.folder / "sitemap.xml").is_file()


def test_a_sitemap_of_more_addresses_than_the_protocol_allows_is_parted():
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    files = sitemap.sitemaps(ADDRESS, (f"a/ta-{n:05}/" for n in range(100_001)))
    index = ET.fromstring(files["sitemap.xml"])
    names = [str(e.text).removeprefix(f"{ADDRESS}/") for e in index.iter(f"{space}loc")]
    assert names == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    listed = [e.text for name in names for e in ET.fromstring(files[name]).iter(f"{space}loc")]
    assert len(listed) == len(set(listed)) == 100_001
    assert all(len(re.findall("<loc>", files[name])) <= 50_000 for name in names)


# --- The files beside an article ---------------------------------------------------------------------------------


def test_the_record_beside_a_page_is_the_record(real: Site, sixty: Site, sixty_content: Path, full: Site):
    for site, content in (
        (real, real.folder.parent / "content"),
        (sixty, sixty_content),
        (full, full.folder.parent / "content"),
    ):
        for path in site.article_pages():
            name = path.split("/")[1]
            written, problems = load_text(name, (content / "articles" / f"{name}.yml").read_text("utf-8"), Article)
            assert not problems
            assert msgspec.json.decode((site.folder / path / "record.json").read_bytes(), type=Article) == written


def test_every_json_file_is_one_value_in_utf_8(real: Site, full: Site):
    for site in (real, full):
        for name in site.files():
            if name.endswith((".json", ".jsonld")):
                json.loads((site.folder / name).read_bytes().decode("utf-8"))


def test_the_linkset_has_the_heads_links_the_newspapers_page_among_them(real: Site, sixty: Site, full: Site):
    for site in (real, sixty, full):
        for path in site.article_pages():
            (linkset,) = site.json(f"{path}linkset.json")["linkset"]
            assert linkset.pop("anchor") == f"{site.url}/{path}"
            said = [(rel, t["href"], t.get("type")) for rel, targets in linkset.items() for t in targets]
            of_head = [
                (
                    n.attributes["rel"] or "",
                    urljoin(f"{site.url}/{path}", n.attributes["href"]),
                    n.attributes.get("type"),
                )
                for n in site.page(path).css("head link")
            ]
            not_signposts = ("canonical", "schema.", "icon", "stylesheet", "linkset")
            assert said == [link for link in of_head if not link[0].startswith(not_signposts)]
            original = site.json(f"{path}record.json").get("url")
            assert [href for rel, href, _ in said if rel == "related"] == ([original] if original else [])


def test_annotations_target_anchors_that_are_there_and_words_that_stand_at_them(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            page, annotations = site.page(path), site.json(f"{path}annotations.json")
            assert annotations["id"] == f"{site.url}/{path}annotations.json"
            ids = [item["id"] for item in annotations["items"]]
            assert len(ids) == len(set(ids)) > 0
            for item in annotations["items"]:
                assert item["motivation"] in {"identifying", "commenting"}
                assert item["body"]
                if isinstance(item["target"], str):
                    assert item["target"] == f"{site.url}/{path}"
                    continue
                target = item["target"][0] if isinstance(item["target"], list) else item["target"]
                assert target["source"] == f"{site.url}/{path}"
                selector = target["selector"]
                place = page.css_first(f"#{selector['value']}")
                assert place is not None
                if "refinedBy" in selector:
                    assert selector["refinedBy"]["exact"] in text_of(place)


def test_annotations_hold_every_quotation_of_reports_and_statements_and_every_note(tmp_path: Path):
    site = site_of(tmp_path)
    items = site.json("a/ta-0001/annotations.json")["items"]
    proofs = [i for i in items if i["motivation"] == "identifying"]
    quoted = [i["target"][0]["selector"]["refinedBy"]["exact"] for i in proofs]
    assert quoted == ["Northbridge Council", "link with Luzhou", "voted to end the twinning", "since 1986", "We voted"]
    assert [(b["purpose"], b.get("value") or b["source"]) for b in items[2]["body"]] == [
        ("identifying", f"{ADDRESS}/partnerships/northbridge/luzhou/"),
        ("describing", "shows type, outcome, event, qualifier"),
        ("tagging", "twinning"),
        ("tagging", "ended"),
        ("tagging", "voted"),
    ]
    assert {(i["creator"]["name"], i["created"], i["modified"]) for i in items} == {
        (ARTICLE["reviewed"]["by"], *2 * [f"{ARTICLE['reviewed']['on']}T00:00:00Z"])
    }
    # The newspaper's words are not ours to license.
    assert {(i["motivation"], i.get("rights")) for i in items} == {
        ("identifying", None),
        ("commenting", "https://creativecommons.org/licenses/by/4.0/"),
    }
    comments = [i["body"][0]["value"] for i in items if i["motivation"] == "commenting"]
    assert comments == [note["text"] for note in ARTICLE["notes"]]


def test_offsets_into_the_text_target_its_digest_and_find_the_words_again(tmp_path: Path):
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "a.txt").write_text(SOURCE, encoding="utf-8")
    site = site_of(tmp_path, sources=sources)
    text = SOURCE
    found = 0
    for item in site.json("a/ta-0001/annotations.json")["items"]:
        if item["motivation"] == "identifying":
            target = item["target"][1]
            assert target["source"] == f"urn:sha256:{hashlib.sha256(text.encode()).hexdigest()}"
            quoted, position = target["selector"]
            assert text[position["start"] : position["end"]] == quoted["exact"]
            found += 1
    assert found == 5


def test_the_collection_of_annotations_leads_through_every_articles_page(sixty: Site):
    collection = sixty.json("annotations.json")
    assert (collection["type"], collection["id"]) == ("AnnotationCollection", f"{sixty.url}/annotations.json")
    walked, total, address = [], 0, collection["first"]
    while address:
        page = sixty.json(address.removeprefix(f"{sixty.url}/"))
        assert (page["id"], page["partOf"]) == (address, collection["id"])
        assert page.get("prev") == (walked[-1] if walked else None)
        walked.append(address)
        total += len(page["items"])
        address = page.get("next")
    assert walked[-1] == collection["last"]
    assert sorted(walked) == walked == [f"{sixty.url}/{path}annotations.json" for path in sorted(sixty.article_pages())]
    assert collection["total"] == total


# --- Linked data -------------------------------------------------------------------------------------------------


def expanded(site: Site, name: str, context: dict[str, Any]) -> list[Any]:
    """Expand a file as JSON-LD, with one context at hand and no network."""

    def load(address: str, _: Any) -> dict[str, Any]:
        assert address == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": address, "document": {"@context": context}}

    made: list[Any] = jsonld.expand(site.json(name), {"documentLoader": load, "base": f"{site.url}/{name}"})
    return made


OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
ANNO = {  # what the archive uses of http://www.w3.org/ns/anno.jsonld
    "oa": OA, "as": AS, "id": "@id", "type": "@type", "dcterms": "http://purl.org/dc/terms/",
    **{name: f"{OA}{name}" for name in (
        "Annotation", "TextualBody", "SpecificResource", "FragmentSelector", "TextQuoteSelector",
        "TextPositionSelector", "exact", "start", "end")},
    "AnnotationPage": f"{AS}OrderedCollectionPage", "AnnotationCollection": f"{AS}OrderedCollection",
    "Software": f"{AS}Application", "total": f"{AS}totalItems", "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "name": "http://xmlns.com/foaf/0.1/name",
    "format": "http://purl.org/dc/elements/1.1/format", "language": "http://purl.org/dc/elements/1.1/language",
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    **{name: {"@type": "@id", "@id": f"{AS}{name}"} for name in ("first", "last", "next", "prev", "partOf")},
    "body": {"@type": "@id", "@id": f"{OA}hasBody"}, "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
    "source": {"@type": "@id", "@id": f"{OA}hasSource"}, "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
    "refinedBy": {"@type": "@id", "@id": f"{OA}refinedBy"},
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    **{name: f"{OA}{name}" for name in ("identifying", "commenting", "tagging", "linking", "describing")},
    "creator": {"@type": "@id", "@id": "http://purl.org/dc/terms/creator"},
    "rights": {"@type": "@id", "@id": "http://purl.org/dc/terms/rights"},
    "conformsTo": {"@type": "@id", "@id": "http://purl.org/dc/terms/conformsTo"},
    **{name: {"@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@id": f"http://purl.org/dc/terms/{name}"}
       for name in ("created", "modified")},
}  # fmt: skip


def keys(value: Any) -> set[str]:
    """Give every property of expanded linked data."""
    if isinstance(value, list):
        return {key for one in value for key in keys(one)}
    return set(value) | {key for one in value.values() for key in keys(one)} if isinstance(value, dict) else set()


def names(value: Any) -> set[str]:
    """Give every property of JSON."""
    if isinstance(value, list):
        return {name for one in value for name in names(one)}
    return set(value) | {name for one in value.values() for name in names(one)} if isinstance(value, dict) else set()


def test_annotations_are_linked_data_of_which_nothing_is_lost(full: Site, real: Site):
    for site, name in ((full, "a/ta-0001/annotations.json"), (real, "a/ta-0001/annotations.json")):
        (page,) = expanded(site, name, ANNO)
        assert page["@type"] == [f"{AS}OrderedCollectionPage"]
        assert names(site.json(name)) - {"@context"} <= set(ANNO)
        items = page[f"{AS}items"][0]["@list"]
        assert len(items) == len(site.json(name)["items"])
        assert {one[f"{OA}motivatedBy"][0]["@id"] for one in items} <= {f"{OA}identifying", f"{OA}commenting"}
    (collection,) = expanded(real, "annotations.json", ANNO)
    assert collection[f"{AS}first"] == [{"@id": f"{ADDRESS}/a/ta-0001/annotations.json"}]


def test_the_record_as_linked_data_is_a_page_about_the_newspapers_article(full: Site):
    schema = "https://schema.org/"
    graph = {node["@id"]: node for node in expanded(full, "a/ta-0001/record.jsonld", {})}
    permalink = f"{ADDRESS}/a/ta-0001/"
    page, article = graph[permalink], graph[f"{permalink}#article"]
    assert page["@type"] == [f"{schema}ItemPage"]
    assert page[f"{schema}mainEntity"] == [{"@id": f"{permalink}#article"}]
    assert article["@type"] == [f"{schema}NewsArticle", f"{schema}ArchiveComponent"]
    assert article[f"{schema}headline"] == [{"@value": SPECIAL}]
    assert article[f"{schema}datePublished"] == [{"@value": "2021-03-04"}]
    assert article[f"{schema}mainEntityOfPage"] == [{"@id": permalink}]
    assert [one["@type"] for one in article[f"{schema}author"]] == [
        [f"{schema}Person"], [f"{schema}Person"], [f"{schema}Organization"],
    ]  # fmt: skip
    assert page[f"{schema}publisher"] == article[f"{schema}holdingArchive"] == [{"@id": f"{ADDRESS}/#archive"}]
    assert all(key.startswith((schema, "@")) for key in keys(list(graph.values())))


def test_a_date_that_is_not_plain_is_no_date_of_publication_in_linked_data(dated: Site):
    for number, published in enumerate(DATES, 1):
        article = dated.json(f"a/ta-{number:04}/record.jsonld")["@graph"][1]
        plain = published if re.fullmatch(r"[0-9-]{4,10}", published) and published[5:] not in {"21", "24"} else None
        assert article.get("datePublished") == plain
        assert article.get("temporal") == (None if plain or published == "not-stated" else published)
