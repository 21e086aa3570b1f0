"""A site of hostile records differs from one of tame ones in its texts alone: no element, address or file changes."""

import csv
import io
import json
import re
import sqlite3
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from builders import ARTICLE, COUNCIL, NEWSPAPER, PARTNER, source
from hostile import EVERYTHING, quoted, texts
from hypothesis import example, given, settings
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sites import Site, hashes, site_of

from twinning.export.data.spreadsheet import as_it_was
from twinning.wording import word_count

Say = Callable[[int], str]
"""Gives the text of a number: a mark that is its own, and what follows it."""
MARK = re.compile(r"Zq(\d\d)x")
QUOTES, FAMILIES, NOTES = {3, 29, 30, 31}, {7}, {42, 43}
"""The numbers of texts that may hold less: quotations are short, family names have no comma, notes are Markdown."""
UNNAMED = "".join(sign for sign in """'"<>&]]>\\{}%$#_~^=+-@;`|<!--</>""")
"""What is no part of any name's address."""


def records(say: Say) -> dict[str, str]:
    """Give content in which every text is said by its number."""
    told = ARTICLE["reports"][0]
    claims = [{"value": "1986", "who": say(1), "p": 4, "quote": say(30)}, {"value": "1987", "who": say(2)}]
    report = told | {
        "as_reported": [say(29)],
        "since": {"disputed": claims},
        "evidence": [e | ({"quote": say(31)} if e["p"] == 2 else {}) for e in told["evidence"]],
    }
    first = {
        **ARTICLE,
        "headline": say(3),
        "byline": [{"agency": say(6)}, {"person": {"family": say(7), "given": say(8)}}],
        "published_basis": say(9),
        "section": say(10),
        "edition": say(11),
        "summary": say(12),
        "archived": [{"url": "https://echo.example/a&b='c'", "date": "2021-03-05"}],
        "rights": "permission",
        "licence": {"name": say(13)},
        "reports": [report],
        "statements": [
            ARTICLE["statements"][0]
            | {"name": say(14), "speaker": "organisation", "role": say(15), "party": say(16), "gist": say(17)},
            ARTICLE["statements"][0] | {"name": f"Zq Pike{say(0)}", "role": say(18), "gist": say(19)},
        ],
        "events": [ARTICLE["events"][0] | {"what": say(20)}, {"date": "2021", "what": say(21), "p": 5}],
        "outline": [{"p": 1, "text": say(22)}, {"p": "2-4", "text": say(23)}],
        "notes": [
            {"kind": "context", "text": f"{say(42)} *so*"},
            {"kind": "context", "p": 4, "text": f"{say(43)} *so*"},
        ],
        "reviewed": {"by": say(24), "on": "2026-01-05"},
    }
    second = {
        "id": "ta-0002",
        "headline": "not-stated",
        "supplied_title": say(4),
        "newspaper": "northbridge-echo",
        "published": "2021-04",
        "rights": "withdrawn",
        "withdrawn": {"on": "2026-01-06", "reason": say(5)},
        "summary": say(25),
    }
    names = {"name": say(32), "official_name": say(33), "aliases": [say(34), say(35)], "note": say(36)}
    place = {"within": say(37), "country_name": say(38), "local_name": {"text": say(39), "lang": "zh"}}
    return {
        "articles/ta-0001.yml": quoted(first),
        "articles/ta-0002.yml": quoted(second),
        "councils/northbridge.yml": quoted(COUNCIL | names | {"place": say(26)}),
        "partners/luzhou.yml": quoted(PARTNER | place | {"name": say(27), "aliases": [say(28)], "note": say(40)}),
        "newspapers/northbridge-echo.yml": quoted(
            NEWSPAPER | {"name": say(41), "publisher": say(44), "place": say(45), "note": say(46)}
        ),
    }


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of tame records."""
    return site_of(tmp_path_factory.mktemp("tame"), records(lambda n: f"Zq{n:02}x" if n else ""))


def hostile(text: str) -> tuple[Say, Callable[[str], str], Callable[[str], str]]:
    """Give what says hostile texts, and what makes them of tame ones: as pages show them, and as data has them."""
    short = text[:60]
    while word_count(f"Zq00x{short}") > 12:
        short = short[:-1]

    def shown(n: int) -> str:
        kinds = ((QUOTES, short), (FAMILIES, text.replace(",", "")), (NOTES, text))
        return next((said for numbers, said in kinds if n in numbers), text)

    def kept(n: int) -> str:
        return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", shown(n)) if n in NOTES else shown(n)

    return (
        lambda n: f"Zq{n:02}x{kept(n)}" if n else UNNAMED,
        lambda said: MARK.sub(lambda m: m[0] + shown(int(m[1])), said).replace("Zq Pike", f"Zq Pike{UNNAMED}"),
        lambda said: MARK.sub(lambda m: m[0] + kept(int(m[1])), said).replace("Zq Pike", f"Zq Pike{UNNAMED}"),
    )


def plain(value: str) -> str:
    """Give an attribute as it is, that of a ContextObject (COinS) without its percent-encoding.

    Which words of a paragraph stand alone on the page follows the texts.
    """
    anchor, parted, words = value.partition(":~:text=")
    if parted and re.fullmatch(r"#p\d+", anchor):
        assert re.fullmatch(r"(?:[A-Za-z0-9._~]|%[0-9A-F]{2})+", words)
        return anchor
    return unquote(value) if value.startswith("ctx_ver=") else value


def worded(text: str, made: Callable[[str], str]) -> str:
    """Give a text made hostile; of the data in a page, each of its texts."""
    return str(values(json.loads(text), made)) if text.startswith('{"@context"') else made(text)


class Seen(HTMLParser):
    """What the standard library's parser sees, part by part, with texts made hostile where they are tame."""

    def __init__(self, page: str, made: Callable[[str], str]) -> None:
        super().__init__()
        self.made = made
        self.parts: list[tuple[object, ...]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, *((name, self.made(plain(value or ""))) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self.parts.append(("text", worded(data, self.made)))

    def handle_comment(self, data: str) -> None:
        self.parts.append(("no element", data))

    handle_decl = unknown_decl = handle_pi = handle_comment


def tree(node: LexborNode, made: Callable[[str], str]) -> Iterator[tuple[object, ...]]:
    """Give what lexbor sees, as browsers do: elements with their attributes, and texts."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield ("text", worded(child.text() or "", made))
        else:
            yield (child.tag, *((name, made(plain(value or ""))) for name, value in child.attributes.items()))
            yield from tree(child, made)
            yield ("end", child.tag)


def values(data: object, made: Callable[[str], str]) -> object:
    """Give JSON's value with its texts made hostile."""
    if isinstance(data, dict):
        return {name: values(value, made) for name, value in data.items()}
    if isinstance(data, list):
        return [values(value, made) for value in data]
    return made(data) if isinstance(data, str) else data


def read(path: Path, made: Callable[[str], str], kept: Callable[[str], str]) -> object:
    """Read a file by the readers of its format, texts made hostile where they are tame."""
    if path.suffix == ".png":
        return path.read_bytes()  # it has no words
    if path.suffix == ".db":
        return rows_of(path, kept)
    # How long a file of data is, and its hash, is not the same for other texts.
    text = MEASURED.sub("", path.read_bytes().decode()) if path.parent.name == "data" else path.read_bytes().decode()
    match path.suffix:
        case ".html":
            root = LexborHTMLParser(text).root
            assert root is not None
            return Seen(text, made).parts, list(tree(root, made))
        case ".json" | ".jsonld":
            return values(json.loads(text), kept)
        case ".xml":
            return [(e.tag, e.attrib, made(e.text or ""), e.tail) for e in ET.fromstring(text.encode()).iter()]
        case ".csv":
            rows = csv.reader(io.StringIO(text, newline=""), "excel", strict=True)
            return [[kept(as_it_was(cell)) for cell in row] for row in rows]
        case ".ris" | ".bib":
            return None  # see test_round_trips
        case _:
            return text


MEASURED = re.compile(r'"bytes": \d+,|"contentSize": "\d+ B",|\b[0-9a-f]{64}\b|\b[\d.,]+\s(?:bytes|kB|MB)')


def rows_of(path: Path, made: Callable[[str], str]) -> object:
    """Read every table of a database but those of its search index, texts made hostile."""
    with closing(sqlite3.connect(path)) as connection:
        named = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [
                [made(v) if isinstance(v, str) else v for v in row]
                for row in connection.execute(f"SELECT * FROM {name}")
            ]
            for name in named
            if "_fts" not in name
        }


def as_it_is(text: str) -> str:
    return text


CSL_MARKUP = {(tag,) for tag in ("i", "b", "sup", "sub", "span")}
"""What CSL lets a title hold, and a citation shows."""


def made_of(page: LexborHTMLParser) -> set[tuple[str, ...]]:
    """Give the kinds of elements on a page, each with the names of its attributes."""
    return {(node.tag or "", *sorted(node.attributes)) for node in page.css("*")}


@settings(max_examples=3, deadline=None)
@given(texts(250))
@example(EVERYTHING)
@example('" onclick="x')
def test_hostile_texts_change_no_element_no_address_and_no_file(tame: Site, text: str):
    say, shown, kept = hostile(text)
    with tempfile.TemporaryDirectory() as folder:
        site = site_of(Path(folder), records(say))
        assert site.files_but_of_search() == tame.files_but_of_search()
        for name in site.files():
            assert re.fullmatch(r"(?:[a-z0-9._-]+/)*[a-z0-9._-]+", name)
            assert ".." not in name
        for name in site.files_but_of_search():
            if name.endswith("/cite/index.html"):
                # Styles change texts, by capitals and quotation marks, but not what a page is made of.
                assert made_of(site.page(name)) <= made_of(tame.page(name)) | CSL_MARKUP, name
                continue
            if name == "search/index.json":  # which words there are follows the texts
                continue
            ours = read(site.folder / name, as_it_is, as_it_is)
            assert ours == read(tame.folder / name, shown, kept), name


def test_a_newspapers_own_text_is_shown_as_itself(tmp_path: Path):
    paragraphs = [f"Zq{EVERYTHING[at:]}" for at in range(0, len(EVERYTHING), 40)]
    text = source("\n\n".join(paragraphs))
    quote = "Zq'\"<>&&amp;&#60;&lt</script>"
    assert text.paragraph(1).text.startswith(quote)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/ta-0001.txt").write_text("\n\n".join(paragraphs), "utf-8")
    spoken = ARTICLE["statements"][0] | {"evidence": [{"p": 1, "quote": quote}]}
    changes = {"reports": [], "events": [], "outline": [], "notes": [], "statements": [spoken]}
    rights = {"rights": "permission", "licence": {"name": "By permission", "url": "https://echo.example/?a&b='c'"}}
    made = ARTICLE | changes | rights | {"source": {"sha256": text.sha256, "paragraphs": len(text.paragraphs)}}
    site = site_of(tmp_path, {"articles/ta-0001.yml": quoted(made)}, sources=tmp_path / "sources")
    page = site.page("a/ta-0001/")
    assert [n.text() for n in page.css("p.own")] == [p.text for p in text.paragraphs]
    assert [n.text() for n in page.css("p.own mark")] == [quote]
    assert not page.css("img, main script, b")


def test_a_build_writes_nothing_but_the_site(tmp_path: Path):
    before = hashes(tmp_path)
    site_of(tmp_path, records(hostile(EVERYTHING)[0]))
    new = {name for name in hashes(tmp_path) if name not in before and not name.startswith("content")}
    assert {name.split("/")[0] for name in new if not name.startswith(".")} == {"site"}
    assert all(name.startswith(".site") for name in new if not name.startswith("site"))
