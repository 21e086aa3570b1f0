"""Whatever text a record may hold, each format that we export gives it back: read by that format's own readers."""

import csv
import io
import json
import re
import sqlite3
import tempfile
import xml.etree.ElementTree as ET
from contextlib import closing
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import bibtexparser
import feedparser
import msgspec
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from builders import ARTICLE, archive_of, article, newspaper
from hostile import quoted, texts
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from twinning.assembly import person_id
from twinning.cite.bibtex import bibtex
from twinning.cite.csl import csl
from twinning.cite.head import head_title, links, linkset, markup, metas
from twinning.cite.item import Item, inverted
from twinning.cite.linked import brief
from twinning.cite.ris import ris
from twinning.commands.ending import ROOT
from twinning.export import feed
from twinning.export.annotations import Place, annotation_page
from twinning.export.data import dataset
from twinning.export.data.about import About
from twinning.export.data.rows import rows
from twinning.export.data.spreadsheet import as_it_was, inert
from twinning.export.data.tables import Article as ArticleRow
from twinning.loading import load_text
from twinning.records import Article

SITE = "https://archive.example.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LINE, PROSE, QUOTE = texts(300), texts(800, lines=True), texts(150)
ADDRESS = st.text("aZ9/?&=%'\\{}|^`~_$;,()[]*+é城-.#", max_size=60).map("https://echo.example/".__add__)
FAMILY = LINE.map(lambda text: text.replace(",", "")).filter(str.strip)
AUTHOR = st.fixed_dictionaries({"agency": LINE}) | st.fixed_dictionaries(
    {"person": st.fixed_dictionaries({"family": FAMILY}, optional={"given": LINE})}
)
LITTLE = settings(max_examples=20, deadline=None)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Give an article whose every text is hostile, in a newspaper of the same kind."""
    made = article(
        headline=draw(LINE),
        byline=draw(st.lists(AUTHOR, max_size=3)),
        section=draw(LINE),
        edition=draw(LINE),
        summary=draw(PROSE),
        url=draw(ADDRESS),
        archived=[{"url": draw(ADDRESS), "date": "2021-03-05"}],
        notes=[{"kind": "context", "text": draw(PROSE)}, {"kind": "context", "p": 4, "text": draw(LINE)}],
        statements=[ARTICLE["statements"][0] | {"evidence": [{"p": 3, "quote": draw(QUOTE)}]}],
    )
    paper = newspaper(id="echo", name=draw(LINE), publisher=draw(LINE), place=draw(LINE))
    return Item(made, paper, f"{SITE}/a/ta-0001/", "Twinning Archive", SITE)


def folded(text: str | None) -> str:
    """Give a text in one line, as citations have it."""
    return " ".join((text or "").split())


# The record


@LITTLE
@given(items())
def test_yaml_and_json_give_the_record_back(item: Item):
    loaded, problems = load_text("ta-0001.yml", quoted(msgspec.to_builtins(item.article)), Article)
    assert all(p.path == "ta-0001.yml" and p.line for p in problems)
    if not problems:  # a note may hold Markdown that is refused; a quotation may be too long
        assert loaded == item.article
    assert msgspec.json.decode(msgspec.json.format(msgspec.json.encode(item.article)), type=Article) == item.article


# Citations


@LITTLE
@given(items())
def test_ris_gives_every_value_back_in_one_line(item: Item):
    (read,) = rispy.loads(ris(item))
    made, paper = item.article, item.newspaper
    assert read == {
        "type_of_reference": "NEWS",
        "title": folded(made.title),
        **({"authors": [folded(inverted(a).rstrip(",")) for a in made.byline]} if made.byline else {}),
        "secondary_title": folded(paper.name),
        "date": "2021/03/04/",
        "year": "2021",
        "publisher": folded(paper.publisher),
        "place_published": folded(paper.place),
        "section": folded(made.section),
        "edition": folded(made.edition),
        "language": "en-GB",
        "abstract": folded(made.summary),
        "urls": [item.permalink],
        "name_of_database": "Twinning Archive",
        "accession_number": "TA-0001",
        "unknown_tag": {"CR": [item.rights], **({"M2": list(item.whereabouts)} if item.whereabouts else {})},
    }


def as_tex_prints(text: str | None) -> str:
    """Give a text as TeX prints it: two hyphens are a dash there, two inverted commas one, and ^ stands alone."""
    said = folded(text)
    for typed, printed in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("!`", "¡"), ("?`", "¿"), ("^", "ˆ")):
        said = said.replace(typed, printed)
    return said


def read_bibtex(text: str, *middleware: object) -> dict[str, object]:
    """Read one entry with a reader of BibTeX that knows TeX's commands."""
    library = bibtexparser.parse_string(text, append_middleware=[*middleware, LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("article", "ta-0001")
    return {field.key: field.value for field in entry.fields}


def printed(parts: list[str]) -> object:
    """Give the parts of a name as TeX prints them."""
    return read_bibtex(f"@article{{ta-0001, title = {{{' '.join(parts)}}}}}").get("title")


@LITTLE
@given(items())
def test_bibtex_gives_every_value_back_in_one_line(item: Item):
    read = read_bibtex(bibtex(item))
    made, paper = item.article, item.newspaper
    assert {name: value for name, value in read.items() if name != "author"} == {
        "title": as_tex_prints(made.title),
        "journal": as_tex_prints(paper.name),
        "publisher": as_tex_prints(paper.publisher),
        "address": as_tex_prints(paper.place),
        "year": "2021",
        "month": "3",
        "date": "2021-03-04",
        "language": "en-GB",
        "abstract": as_tex_prints(made.summary),
        "url": item.permalink,
        "copyright": item.rights,
        "note": "Twinning Archive, TA-0001",
    }


@pytest.mark.parametrize(
    "address", ["https://licence.example/{7", "https://licence.example/7}", "https://e.example/%7B"]
)
def test_no_brace_of_a_licences_address_breaks_bibtex(address: str):
    made = article(rights="open-licence", licence={"name": "Open Licence 7", "url": address})
    item = Item(made, newspaper(id="echo"), f"{SITE}/a/ta-0001/", "Twinning Archive", SITE)
    assert read_bibtex(bibtex(item))["copyright"] == address.replace("{", "%7B").replace("}", "%7D")


@settings(max_examples=60, deadline=None)
@given(st.lists(AUTHOR, min_size=1, max_size=4))
@example([{"person": {"family": "Smith and Sons", "given": "Ada, Jr"}}, {"person": {"family": "Ban Ki-moon"}}])
@example([{"person": {"family": "and", "given": "and"}}, {"agency": "A and B, C"}, {"person": {"family": "van Dyck"}}])
def test_bibtex_parts_names_where_we_do(byline: list[dict[str, dict[str, str]]]):
    made = article(byline=byline)
    item = Item(made, newspaper(id="echo"), f"{SITE}/a/ta-0001/", "Twinning Archive", SITE)
    names = read_bibtex(bibtex(item), SeparateCoAuthors(), SplitNameParts())["author"]
    assert isinstance(names, list)
    assert not [name for name in names if name.jr]
    assert [(printed(name.von + name.last), printed(name.first)) for name in names] == [
        (as_tex_prints(a.agency), "")
        if a.person is None
        else (as_tex_prints(a.person.family), as_tex_prints(a.person.given))
        for a in made.byline
    ]


@LITTLE
@given(items())
def test_csl_json_gives_every_value_back_as_it_is(item: Item):
    made, paper = item.article, item.newspaper
    (read,) = json.loads(msgspec.json.encode([csl(item)]))
    assert (read["title"], read["abstract"], read["section"]) == (made.title, made.summary, made.section)
    assert (read["container-title"], read["publisher"]) == (paper.name, paper.publisher)
    assert [name.get("literal") or (name["family"], name.get("given")) for name in read.get("author", [])] == [
        a.agency or (a.person and (a.person.family, a.person.given)) for a in made.byline
    ]
    assert read["note"].split("\n") == list(item.whereabouts)


# A page's head


class Elements(HTMLParser):
    """The elements of a text as the standard library's parser sees them, and the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        tag, attributes, said = self.found[-1]
        self.found[-1] = (tag, attributes, said + data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


@LITTLE
@given(items())
def test_a_head_holds_what_it_was_given_and_no_other_element(item: Item):
    made = f"<!DOCTYPE html><html><head>{markup(item, 'archive.example.org', LICENCE, LICENCE)}</head></html>"
    given_metas = [meta for meta in metas(item, "", LICENCE) if meta[2]]
    given_links = [(link.rel, link.href) for link in links(item, LICENCE)]
    by_standard = Elements(made.removeprefix("<!DOCTYPE html>")).found
    tree = LexborHTMLParser(made.encode())
    by_lexbor = [(n.tag or "", n.attributes, n.text(deep=False) or "") for n in tree.css("html, head, head *")]
    assert not tree.css("body *")
    for found in (by_standard, by_lexbor):
        assert [said.rstrip("\n") for tag, _, said in found if tag == "title"] == [head_title(item)]
        read = [
            ("name" if "name" in of else "property", of.get("name") or of.get("property") or "", of["content"] or "")
            for tag, of, _ in found
            if tag == "meta"
        ]
        assert [m for m in read if m[1] != "DC.relation.isPartOf"] == given_metas
        assert [
            (of["rel"], of["href"])
            for tag, of, _ in found
            if tag == "link" and not (of["rel"] or "").startswith(("canonical", "schema."))
        ] == given_links
        assert {tag for tag, _, _ in found} == {"html", "head", "title", "meta", "link", "script"}
        ((of, data),) = [(of, said) for tag, of, said in found if tag == "script"]
        assert of == {"type": "application/ld+json"}
        assert json.loads(data) == brief(item)


@LITTLE
@given(items())
def test_a_linkset_is_as_rfc_9264_wants_it(item: Item):
    (context,) = json.loads(msgspec.json.encode(linkset(item, LICENCE)))["linkset"]
    assert context.pop("anchor") == item.permalink
    for relation, targets in context.items():
        assert re.fullmatch(r"[a-z][a-z0-9.-]*", relation)  # a registered relation, RFC 8288
        assert targets
        for target in targets:
            assert set(target) <= {"href", "type"}
            assert re.fullmatch(r"https?://[^\s<>\"]+", target["href"])
            assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", target.get("type", "text/html"))
    assert context["related"] == [{"href": item.article.url}]


# Annotations


@LITTLE
@given(items())
def test_annotations_are_as_the_w3c_model_wants_them_and_say_what_the_record_says(item: Item):
    place = Place(f"{item.repository_url}/")
    page = json.loads(msgspec.json.encode(annotation_page(item.article, item.permalink, LICENCE, place)))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    ids = [page["id"]]
    for one in page["items"]:
        ids.append(one["id"])
        assert one["type"] == "Annotation"
        assert one["motivation"] in {"identifying", "commenting"}
        for body in one["body"]:
            if body["type"] == "SpecificResource":
                assert body["purpose"] in {"identifying", "linking"}
                assert body["source"].startswith(place.archive)
                continue
            assert body["type"] == "TextualBody"
            assert body["purpose"] in {"tagging", "commenting", "describing"}
            assert body.get("format", "text/plain") in {"text/plain", "text/markdown"}
            assert isinstance(body["value"], str)
        if isinstance(one["target"], list):
            source = one["target"][1]
            assert source["source"] == f"urn:sha256:{item.article.source.sha256}"
            assert [selector["type"] for selector in source["selector"]] == ["TextQuoteSelector"]
        if not isinstance(one["target"], str):
            target = one["target"][0] if isinstance(one["target"], list) else one["target"]
            selector = target["selector"]
            assert selector["type"] == "FragmentSelector"
            assert selector["conformsTo"] == "http://tools.ietf.org/rfc/rfc3236"
            assert selector.get("refinedBy", {"type": "TextQuoteSelector"})["type"] == "TextQuoteSelector"
    assert all(re.fullmatch(r"https://archive\.example\.org/[a-z0-9/.#-]+", one) for one in ids)
    assert len(ids) == len(set(ids))
    values = [body["value"] for one in page["items"] for body in one["body"] if body["purpose"] == "commenting"]
    assert values == [note.text for note in item.article.notes]
    (spoken,) = item.article.statements
    assert [
        one["target"][0]["selector"]["refinedBy"]["exact"]
        for one in page["items"]
        if one["body"][-1]["value"] == "for-ending"
    ] == [e.quote for e in spoken.evidence]


# Tables


@LITTLE
@given(items())
def test_csv_json_and_the_database_give_every_row_back(item: Item):
    archive = archive_of(item.article)
    held = [row for row in rows(archive, f"{SITE}/".__add__) if isinstance(row, ArticleRow)]
    with tempfile.TemporaryDirectory() as folder:
        dataset.write(Path(folder), archive, About("Twinning Archive", "", SITE, date(2026, 11, 21)))
        text = (Path(folder) / "articles.csv").read_bytes().decode()
        read = list(csv.reader(io.StringIO(text, newline=""), "excel", strict=True))
        (told,) = json.loads((Path(folder) / "articles.json").read_bytes())
        with closing(sqlite3.connect(Path(folder) / "archive.db")) as connection:
            (stored,) = connection.execute("SELECT * FROM articles")
    assert read[0] == list(told) == list(ArticleRow.__struct_fields__)
    assert [as_it_was(cell) for cell in read[1]] == ["" if v is None else str(v) for v in told.values()]
    assert list(stored) == list(told.values()) == list(msgspec.structs.astuple(held[0]))
    assert told["title"] == item.article.title
    assert told["summary"] == item.article.summary


CELL = texts(40, lines=True) | st.text("=+-@;'\t\n\r ax＝", max_size=12)


@settings(max_examples=200, deadline=None)
@given(CELL)
@example("'=1")
@example("x;=1+1")
@example("x\n\t'@SUM(A1)")
@example(" =1")
def test_no_cell_begins_as_a_formula_wherever_a_spreadsheet_parts_cells(cell: str):
    held = inert(cell)
    for part in re.split(r"[;\t\r\n]", held):
        assert not part.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert as_it_was(held) == cell
    if cell == cell.strip() and not re.search(r"[;\t\r\n=+@＝＋－＠-]", cell):
        assert held == cell  # what is no formula stands as it is


# Feeds


@LITTLE
@given(items())
def test_a_feed_gives_every_value_back(item: Item):
    made, paper = item.article, item.newspaper
    day = date(2026, 1, 5)
    entry = feed.entry(
        permalink=item.permalink, title=made.title, newspaper=paper.name, dated="", summary=made.summary, updated=day
    )
    text = feed.atom(
        title=paper.name, page=f"{SITE}/", address=f"{SITE}/feed.xml", author=paper.name, entries=[entry], clock=day
    )
    space = "{http://www.w3.org/2005/Atom}"
    root = ET.fromstring(text.encode())
    said = {name: root.findtext(f"{space}entry/{space}{name}") for name in ("id", "title", "summary")}
    assert said == {"id": item.permalink, "title": made.title, "summary": f"{paper.name}. {made.summary}"}
    assert root.findtext(f"{space}title") == paper.name
    assert root.findtext(f"{space}entry/{space}author/{space}name") == paper.name
    assert {e.tag.removeprefix(space) for e in root.iter()} == {
        *("feed", "id", "title", "updated", "link", "author", "name", "entry", "summary"),
    }
    read = feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)
    assert not read.bozo
    # The reader takes U+0085 for the sign that Windows once had there, but at the ends for white space.
    assert folded(read.entries[0].title) == folded(made.title.strip().replace("\x85", "…"))
    assert read.entries[0].link == item.permalink


# Pictures and addresses


def test_the_favicon_is_a_picture_and_nothing_else():
    picture = ET.parse(ROOT / "theme/static/favicon.svg").getroot()
    names = {e.tag.removeprefix("{http://www.w3.org/2000/svg}") for e in picture.iter()}
    assert names == {"svg", "rect", "circle"}
    attributes = {name for e in picture.iter() for name in e.attrib}
    assert attributes <= {"viewBox", "width", "height", "rx", "fill", "cx", "cy", "r", "stroke", "stroke-width"}


@settings(max_examples=100, deadline=None)
@given(texts(500))
@example("Ada ../../etc")
@example("..%2f con")
def test_a_persons_address_is_letters_digits_and_hyphens(name: str):
    address = person_id(name)
    assert address is None or re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?", address)
