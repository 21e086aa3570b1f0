"""What is wrong with a built site is found before it takes the former one's place; what is right is not suspected."""

import json
import re
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import article_yaml
from selectolax.lexbor import LexborHTMLParser
from sites import ABOUT, Site, hashes, run, site_of, write

from twinning import links
from twinning.commands.ending import ROOT
from twinning.diagnostics import Problem
from twinning.markup.document import Document
from twinning.pages import searching
from twinning.pages.output import Output
from twinning.publish import regular
from twinning.publish.following import NO_PAGE, OUTSIDE, Links
from twinning.publish.gate import BESIDE, Gate, Promise
from twinning.publish.hosts import is_elsewhere, place, would_run
from twinning.publish.reading import read

OWN = "https://e.example/repo"
PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A page</title>
<link rel="canonical" href="https://e.example/repo/{0}">
<link rel="stylesheet" href="{1}style.css">
</head>
<body>
<p><a href="{1}">Archive</a></p>
<main id="main" class="wide">
{2}
</main>
</body>
</html>
"""


def small(folder: Path, body: str = "", where: str = "a/ta-0001/", **more: str | bytes | None) -> list[Problem]:
    """Let a site of three pages through the gate, with something in one of them; give what it says."""
    gate = Gate(OWN)
    folder.mkdir()
    output = Output(folder, gate.look)
    files: dict[str, str | bytes | None] = {
        f"{path}index.html": PAGE.format(path, "../" * path.count("/") or "./", body if path == where else "")
        for path in ("", "a/", "a/ta-0001/")
    }
    files |= {f"a/ta-0001/{name}": "{}" for name in BESIDE} | {"style.css": "p { margin: 0 }"}
    files |= {name.replace("__", "/").replace("_", "."): text for name, text in more.items()}
    for path, text in files.items():
        if text is not None:
            output.write(path, text)
    pages = frozenset({"index.html", "a/index.html", "a/ta-0001/index.html"})
    return gate.problems(folder, Promise(frozenset({"ta-0001"}), pages))


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.path, str(problem.code)) for problem in problems]


def test_a_site_without_a_fault_passes(tmp_path: Path):
    assert small(tmp_path / "site", '<p id="p1">1 <a href="#p1">here</a> <a href="../">up</a></p>') == []


# --- Every page of ours is of the regular form, else the gate would be slow --------------------------------------


@pytest.mark.parametrize("name", ["real", "real_below", "sixty", "sixty_below"])
def test_every_page_of_the_archive_has_the_regular_form(name: str, request: pytest.FixtureRequest):
    site: Site = request.getfixturevalue(name)
    gate = Gate(site.url, scripts=SCRIPTS)
    made = [path for path in site.pages() if path.count("/") != 1 or path.split("/")[0] in KINDS]
    made.remove("404.html")  # which has a script
    for path in made:
        gate.look(path, (site.folder / path).read_bytes())
    first = gate.careful  # of each kind
    assert first <= len({(path.split("/")[0], path.count("/")) for path in made})
    for path in made:
        gate.look(path, (site.folder / path).read_bytes())
    assert gate.careful == first


SCRIPTS = {
    "404.html": ["theme/lost.js"],
    "a/*/cite/index.html": ["theme/copy.js"],
    "search/index.html": searching.SCRIPTS,
}
"""What pages of the site may run."""


def test_only_the_page_of_search_may_run_the_scripts_of_search(real: Site):
    data = (real.folder / "search/index.html").read_bytes()
    for path, faults in (("search/index.html", 0), ("data/index.html", 2)):
        gate = Gate(real.url, (), {"search/index.html": searching.SCRIPTS})
        gate.look(path, data)
        found = [p for p in gate.problems(real.folder, Promise(frozenset(), frozenset())) if p.path == path]
        assert len([p for p in found if p.code.name == "PAGE_LOADS"]) == faults


KINDS = {
    *("a", "councils", "partners", "partnerships", "outcomes", "newspapers", "people", "years", "timeline", "map"),
    "matrix",
}
"""The first parts of the addresses of pages of which there are many; that of downloads is one of a kind."""


def test_the_two_ways_to_read_a_page_agree(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.pages():
            data = (site.folder / path).read_bytes()
            found = read(data, site.url, [script for those in SCRIPTS.values() for script in those])
            assert found.faults == [], path
            scripts = {n.attributes["src"] for n in LexborHTMLParser(data).css("script[src]")}
            links = {n.attributes["href"] for n in LexborHTMLParser(data).css("[href]")}
            assert {address for _, address in found.links} == links | scripts
            if path in {"search/index.html", "404.html"}:  # the pages with scripts are read tag by tag, always
                continue
            if "&amp;" not in site.read(path):
                assert {link.decode() for link in regular.HREF.findall(data)} == links
            assert sorted(found.ids) == sorted(i.decode() for i in regular.ID.findall(data))


# --- Links -------------------------------------------------------------------------------------------------------

DEAD = ["nowhere/", "../../a/ta-0002/", "#p2", "../../#p2", "record.jsn", "/a/", "/repo/b/", "../../a",
        "https://e.example/repo/b/", "../../../", "//e.example/repo/b/", "%2e%2e/x/"]  # fmt: skip
ALIVE = ["", "#", "#top", "#p1", "./", "../../a/ta-0001/#p1", "record.json", "%72ecord.json", "?from=x#p1", "/repo/a/",
         "../..", "https://e.example/repo/a/ta-0001/#p1", "https://e.example/repo", "https://other.example/b/",
         "mailto:keeper@e.example", "https://e.example/elsewhere/"]  # fmt: skip


@pytest.mark.parametrize("href", DEAD)
def test_a_link_that_leads_nowhere_is_named_with_its_place(href: str, tmp_path: Path):
    (problem,) = small(tmp_path / "site", f'<p id="p1">See\n<a href="{href}">this</a>.</p>')
    assert (problem.path, problem.line, problem.column) == ("a/ta-0001/index.html", 13, 1)
    assert problem.code == "TW090"
    assert f" {href} " in problem.message
    assert "articles/ta-0001.yml" in problem.help


@pytest.mark.parametrize("href", ALIVE)
def test_a_link_that_arrives_is_not_named(href: str, tmp_path: Path):
    assert small(tmp_path / "site", f'<p id="p1"><a href="{href}">this</a></p>') == []


def test_every_page_with_a_dead_link_is_named(tmp_path: Path):
    dead = '<p><a href="{}b/">x</a></p>'
    link = dead.format("../../")
    pages = {f"a__ta-000{n}__index_html": PAGE.format(f"a/ta-000{n}/", "../../", link) for n in (2, 3)}
    found = small(tmp_path / "site", link, **pages)
    assert [p.path for p in found if p.code == "TW090"] == [f"a/ta-000{n}/index.html" for n in (1, 2, 3)]


def test_a_dead_link_of_a_feed_a_sitemap_or_a_style_sheet_is_found(tmp_path: Path):
    found = small(
        tmp_path / "site",
        feed_xml='<feed><link href="https://e.example/repo/b/"/></feed>',
        sitemap_xml="<urlset><loc>https://e.example/repo/a/</loc><loc>https://e.example/repo/c/</loc></urlset>",
        style_css="p { background: url(gone.png) }",
    )
    assert told(found) == [("feed.xml", "TW090"), ("sitemap.xml", "TW090"), ("style.css", "TW090")]


# --- Mark-up -----------------------------------------------------------------------------------------------------

BROKEN = {
    "an element left open": "<div><p>x</p>",
    "an end without a beginning": "<p>x</p></div>",
    "ends crossed": "<p><em>x</p></em>",
    "another's end": "<div><p>x</p></section>",
    "a bare sign": "<p>3 < 4</p>",
    "a bare ampersand": "<p>this & that</p>",
    "no character": "<p>&nosuchthing;</p>",
    "a block in a paragraph": "<p>x <ul><li>y</li></ul></p>",
    "a link in a link": '<p><a href="#main">x <a href="#main">y</a></a></p>',
    "an attribute unquoted": "<p class=x>y</p>",
    "an attribute twice": '<p class="x" class="y">z</p>',
    "an id twice": '<p id="p1">x</p><p id="p1">y</p>',
    "a tag cut off": '<p>x</p><p class="y',
}


@pytest.mark.parametrize("name", BROKEN)
def test_markup_that_is_not_well_formed_is_found(name: str, tmp_path: Path):
    problems = small(tmp_path / "site", BROKEN[name])
    assert {p.code for p in problems} == {"TW091"}
    assert {p.path for p in problems} == {"a/ta-0001/index.html"}


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_found_in_the_hundredth_page_of_a_kind_too(name: str, tmp_path: Path):
    if name in {"another's end", "an attribute twice"}:
        pytest.skip("names come from templates: the first page of a kind tells")
    good = {f"a__ta-{n:04}__index_html": PAGE.format(f"a/ta-{n:04}/", "../../", "") for n in range(2, 5)}
    bad = PAGE.format("a/ta-0009/", "../../", BROKEN[name])
    problems = small(tmp_path / "site", **good, a__ta_0009="", **{"a__ta-0009__index_html": bad})
    assert {p.path for p in problems if p.code == "TW091"} == {"a/ta-0009/index.html"}


SPOILT: dict[str, tuple[Callable[[str], str], str]] = {
    "a file beside, by its whole address": (lambda p: _in(p, f'<a href="{OWN}/a/ta-0003/nothing.json">x</a>'), "TW090"),
    "a file beside": (lambda p: _in(p, '<a href="nothing.json">x</a>'), "TW090"),
    "a folder beside": (lambda p: _in(p, '<a href="cite/">x</a>'), "TW090"),
    "a file above": (lambda p: _in(p, '<a href="../nothing.json">x</a>'), "TW090"),
    "a fragment of another page": (lambda p: _in(p, '<a href="../../a/ta-0001/#p9">x</a>'), "TW090"),
    "half a fragment of another page": (lambda p: _in(p, '<a href="../../a/ta-0001/#mai">x</a>'), "TW090"),
    "a fragment of the page": (lambda p: _in(p, '<a href="#mai">x</a>'), "TW090"),
    "a folder without its slash": (lambda p: _in(p, '<a href="../../a">x</a>'), "TW090"),
    "out of the site": (lambda p: _in(p, '<a href="../../../">x</a>'), "TW090"),
    "an alternate that is not there": (
        lambda p: p.replace("</head>", '<link rel="alternate" type="x/y" href="x.json">\n</head>'), "TW090"),
    "an id twice": (lambda p: _in(p, '<i id="x">1</i><i id="x">2</i>'), "TW091"),
    "an id in the furniture and here": (lambda p: _in(p, '<i id="main">1</i>'), "TW091"),
    "a tag cut short": (lambda p: _in(p, "<b>x</b"), "TW091"),
    "a quote that is missing": (lambda p: _in(p, '<b class="x>y</b>'), "TW091"),
    "a comment": (lambda p: _in(p, "<!-- a -- b -->"), "TW091"),
    "a character that is none": (lambda p: _in(p, "&nosuch;"), "TW091"),
    "a list in a paragraph": (lambda p: _in(p, "<p>x<ul><li>y</li></ul></p>"), "TW091"),
    "an element behind main": (lambda p: _in(p, "<div>x</div></main><div></div>"), "TW091"),
    "an end too many": (lambda p: _in(p, "</div>"), "TW091"),
    "a title that is not closed": (lambda p: p.replace("</title>", ""), "TW091"),
    "a head with text": (lambda p: p.replace("</head>", "&nosuch;</head>"), "TW091"),
    "a picture from another host": (lambda p: _in(p, '<img alt="" src="https://evil.example/x.png">'), "TW092"),
    "a style from another host": (lambda p: p.replace("../../style.css", "//evil.example/style.css"), "TW092"),
    "a handler in a figure": (lambda p: _in(p, '<svg class="x" onload="x()"></svg>'), "TW092"),
    "a script in a figure": (lambda p: _in(p, '<svg class="x"><script>x()</script></svg>'), "TW092"),
    "a script at the end": (lambda p: p.replace("</body>", "<script>x()</script></body>"), "TW092"),
    "a refresh": (lambda p: p.replace("</head>", '<meta http-equiv="refresh" content="0; url=./">\n</head>'), "TW092"),
}  # fmt: skip


def _in(page: str, more: str) -> str:
    return page.replace("</main>", f"{more}\n</main>")


@pytest.mark.parametrize("name", SPOILT)
def test_what_spoils_the_third_page_of_a_kind_is_found_there_alone(name: str, tmp_path: Path):
    spoil, code = SPOILT[name]
    pages = {f"a__ta-{n:04}__index_html": PAGE.format(f"a/ta-{n:04}/", "../../", "") for n in (2, 3, 4)}
    known = told(small(tmp_path / "good", **pages))
    pages["a__ta-0003__index_html"] = spoil(pages["a__ta-0003__index_html"])
    found = [one for one in told(small(tmp_path / "bad", **pages)) if one not in known]
    assert found
    assert set(found) == {("a/ta-0003/index.html", code)}


LOADS = {
    "a script": "<script>alert(1)</script>",
    "another's script": '<script src="https://evil.example/x.js"></script>',
    "a script of the site": '<script src="../../record.json"></script>',
    "a handler": '<p onclick="x()">y</p>',
    "a picture": '<p><img alt="" src="https://evil.example/pixel.png"></p>',
    "a picture without a scheme": '<p><img alt="" src="//evil.example/pixel.png"></p>',
    "pictures to choose from": '<p><img alt="" srcset="x.png 1x, https://evil.example/2.png 2x"></p>',
    "a film's still": '<video poster="https://evil.example/p.png"></video>',
    "a frame": '<iframe src="/repo/"></iframe>',
    "an object": '<object data="https://evil.example/"></object>',
    "a style sheet": '<link rel="stylesheet" href="https://evil.example/s.css">',
    "a connection": '<link rel="preconnect" href="//evil.example">',
    "a base": '<base href="/repo/">',
    "a way out": '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
    "a style": '<p style="background: url(https://evil.example/x)">y</p>',
    "an imported style": '<style>@import "https://evil.example/x.css";</style>',
    "javascript": '<p><a href="javascript:alert(1)">x</a></p>',
    "javascript in disguise": '<p><a href="java&#9;script:alert(1)">x</a></p>',
    "data": '<p><a href="data:text/html,x">x</a></p>',
}  # fmt: skip


@pytest.mark.parametrize("name", LOADS)
def test_what_would_load_or_run_is_found(name: str, tmp_path: Path):
    problems = small(tmp_path / "site", LOADS[name])
    assert ("a/ta-0001/index.html", "TW092") in told(problems)


@pytest.mark.parametrize("name", LOADS)
def test_it_is_found_in_the_furniture_of_a_page_too(name: str, tmp_path: Path):
    page = PAGE.format("a/ta-0002/", "../../", "").replace("</main>", f"</main>\n{LOADS[name]}")
    problems = small(tmp_path / "site", **{"a__ta-0002__index_html": page})
    assert ("a/ta-0002/index.html", "TW092") in told(problems)


def test_a_script_in_the_theme_is_not_published(tmp_path: Path):
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "theme", theme)
    with (theme / "templates" / "colophon.html").open("a", encoding="utf-8") as file:
        file.write('<script src="https://evil.example/x.js"></script>\n')
    status, said = run(write(tmp_path), tmp_path / "site", THEME=str(theme))
    assert status == 1
    assert "error[TW092]: https://evil.example/x.js would be loaded from another host" in said
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("address", ["//evil.example/s.css", "/\\evil.example/s.css", "/\t/evil.example/s.css",
                                     ".\\..\\s.css", "https:evil.example", "data:text/css,x", "./s.css?x"])  # fmt: skip
@pytest.mark.parametrize("relation", ["icon", "stylesheet"])
def test_a_head_that_loads_from_a_doubtful_address_is_not_regular(relation: str, address: str):
    def is_regular(href: str) -> bool:
        page = (
            PAGE.format("", "./", "").replace('"stylesheet" href="./style.css"', f'"{relation}" href="{href}"').encode()
        )
        end = page.index(b"</main>") + len(b"</main>")
        return regular.is_regular(page, page.index(b"<body>"), page.index(b"<main "), end)

    assert is_regular("./style.css")
    assert not is_regular(address)


REGULAR = [
    '<p class="aside" id="p1">A <q>word</q> <a href="#p1">here</a>.</p>',
    '<ul>\n<li id="e1"><b>x</b>y</li>\n</ul><dl><div><dt>A</dt><dd lang="cy">B <cite>C <i>D</i></cite></dd></div></dl>',
    "<h2>A <a href='#'>b</a></h2>".replace("'", '"') + "<section><article><p></p></article><aside></aside></section>",
    '<svg class="lanes" width="1"><text class="g" x="1">○</text><rect x="1"/><line x1="1" y2="2"/></svg><p>x</p>',
    "<div>" * 8 + "<p>x</p>" + "</div>" * 8,
    '<p>A <button type="button" hidden>Copy</button></p><button type="button" hidden>Copy</button>',
]
IRREGULAR = ["<p>x", "<p>x</div>", "<p><ul></ul></p>", "<p aria->x</p>", '<p class="x" >y</p>', '<p class="x"y</p>',
             '<p onclick="x">y</p>', "<a><b><a>x</a></b></a>", "<svg><p>x</p></svg>", "<q><q><q><q>x</q></q></q></q>",
             '<text x="1">y</text>', "<b>x</b", "x < y", "<li>x</li><", '<button type="submit" hidden>x</button>',
             "<div>" * 10 + "</div>" * 10]  # fmt: skip


@pytest.mark.parametrize("last", ["", "|(?!)"], ids=["mended", "older"])
def test_every_python_acquits_the_same_pages(last: str):
    if not last and sys.version_info < regular.MENDED:
        pytest.skip("this Python takes the other form")
    head, main = (re.compile(form(last).encode()) for form in (regular.head_form, regular.main_form))
    page = PAGE.format("", "./", "")
    assert head.fullmatch(page[: page.index("<body>")].encode())
    for body in REGULAR:
        assert main.fullmatch(f'<main id="main">\n{body}\n</main>'.encode()), body
    for body in IRREGULAR:
        assert not main.fullmatch(f'<main id="main">\n{body}\n</main>'.encode()), body


def test_a_regular_page_is_acquitted():
    for body in REGULAR:
        page = PAGE.format("", "./", body).encode()
        end = page.index(b"</main>") + len(b"</main>")
        assert regular.is_regular(page, page.index(b"<body>"), page.index(b"<main "), end), body


def test_of_each_kind_of_page_only_the_first_is_read_tag_by_tag(sixty: Site):
    gate = Gate(sixty.url, scripts={"a/*/cite/index.html": ["theme/copy.js"]})
    pages = [name for name in sixty.pages() if name.startswith("a/ta-")]
    assert len(pages) == 120
    for name in pages:
        gate.look(name, (sixty.folder / name).read_bytes())
    assert gate.careful == 2


HOSTILE = ["<div>", "<p>", "<p><b>x", "<b><i>", '<a href="x">', "<h2><i>", '<svg class="x">', '<p title="', "<li><p>",
           '<p class="x" ', "<section><p>x</p></section>", "<", '"', "</p>"]  # fmt: skip


@pytest.mark.parametrize("last", ["", "|(?!)"], ids=["mended", "older"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_page_is_judged_in_linear_time(unit: str, last: str):
    main = re.compile(regular.main_form(last).encode())
    page = f'<main id="main">{unit * (1_000_000 // len(unit))}<x></main>'.encode()
    began = time.process_time()
    main.fullmatch(page)
    assert time.process_time() - began < 1  # seconds; some hundredths


def test_what_stands_in_a_page_of_prose_is_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Document, "html", lambda *_: "<p><b>x</p></b>")  # as no check lets it pass
    status, said = run(write(tmp_path, {"pages/about.md": ABOUT}), tmp_path / "site")
    assert status == 1
    assert "about/index.html:" in said
    assert "error[TW091]" in said


def test_code_in_prose_is_no_link(tmp_path: Path):
    site = site_of(tmp_path, {"pages/about.md": ABOUT + '\nWrite `<a href="nowhere/" id="x">` and `&` or so.\n'})
    assert "nowhere/" in site.read("about/index.html")


# --- Files -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("feed_xml", "<feed><entry></feed>", "TW093"),
        ("feed_xml", "<feed>\x01</feed>", "TW093"),
        ("icon_svg", "<svg", "TW093"),
        ("icon_svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "TW092"),
        ("icon_svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/x"/></svg>', "TW092"),
        *(
            (
                "icon_svg",
                f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{drawn}</svg>',
                "TW092",
            )
            for drawn in (
                "<style>@import 'https://evil.example/x.css';</style>",
                "<style>rect { fill: URL(//evil.example/x) }</style>",
                '<rect style="fill: url(https://evil.example/x)"/>',
                '<rect fill="url(https://evil.example/x#y)"/>',
                '<a><animate attributeName="href" values="javascript:x()"/></a>',
                '<a><set attributeName="x:href" to="javascript:x()"/></a>',
                '<a x:href="javascript:x()"/>',
                '<?xml-stylesheet href="https://evil.example/x.css"?>',
            )
        ),
        *((name, "x()", "TW095") for name in ("x_js", "x_htm", "x_xhtml", "x_HTML", "theme__x_mjs", "x_wasm", "x_php")),
        ("data__x_json", '{"a": 1', "TW093"),
        ("data__x_json", b'{"a": NaN}', "TW093"),
        ("style_css", '@import "https://evil.example/x.css";', "TW092"),
        ("b__index_html", PAGE.format("b/", "../", ""), "TW094"),
        ("a__ta-0001__cite_ris", None, "TW094"),
        ("a__index_html", None, "TW094"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_found(name: str, text: str | bytes | None, code: str, tmp_path: Path):
    path = name.replace("__", "/").replace("_", ".")
    problems = small(tmp_path / "site", **{name: text})
    assert (path, code) in told(problems)


@pytest.mark.parametrize("name", ["real", "sixty"])
def test_what_an_encoder_made_and_nobody_parsed_again_is_json(name: str, request: pytest.FixtureRequest):
    site: Site = request.getfixturevalue(name)
    made = [path for path in site.folder.rglob("*") if path.suffix in {".json", ".jsonld"}]
    assert len(made) > 20
    for path in made:
        json.loads(path.read_bytes())


def test_a_link_or_a_pipe_among_the_files_is_found_and_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import os

    made = Output.write

    def write_more(self: Output, path: str, text: str | bytes) -> None:
        made(self, path, text)
        if path == "robots.txt":
            (tmp_path / ".site.building" / "secrets").symlink_to("/etc")
            os.mkfifo(tmp_path / ".site.building" / "pipe")

    content = write(tmp_path)
    monkeypatch.setattr(Output, "write", write_more)
    status, said = run(content, tmp_path / "site")
    assert status == 1
    assert "pipe: error[TW095]" in said
    assert "secrets: error[TW095]" in said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content"]


def _loses(path: str) -> Callable[[Output, str, str | bytes], None]:
    made = Output.write

    def write_less(self: Output, name: str, text: str | bytes) -> None:
        if name != path:
            made(self, name, text)

    return write_less


@pytest.mark.parametrize(
    "path", ["a/ta-0001/record.json", "councils/eastmere/index.html", "people/ada-pike/index.html"]
)
def test_a_page_or_file_that_the_archive_has_and_the_site_has_not_is_found(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    site = site_of(tmp_path)
    before = hashes(site.folder)
    monkeypatch.setattr(Output, "write", _loses(path))
    status, said = run(tmp_path / "content", site.folder)
    assert status == 1
    assert f"{path}: error[TW094]" in said
    assert "help: " in said
    assert hashes(site.folder) == before


def test_a_fault_found_leaves_the_former_site_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    site = site_of(tmp_path)
    before = hashes(site.folder)
    monkeypatch.setattr(links, "problems_of", lambda *_: [])  # so that the fault reaches the site that is built
    note = {"p": 4, "kind": "context", "text": "See [there](../ta-0099/) and [here](#p77)."}
    (tmp_path / "content" / "articles" / "ta-0001.yml").write_text(article_yaml(notes=[note]), "utf-8")
    status, said = run(tmp_path / "content", site.folder)
    assert status == 1
    assert said.count("error[TW090]") == 2
    assert hashes(site.folder) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content", "site"]


def test_json_ld_is_data_and_no_script():
    page = PAGE.format("", "./", '<script type="application/ld+json">{}</script>')
    assert read(page.encode(), OWN).faults == []
    bad = page.replace(">{}<", ">{<").encode()
    assert [str(f.code) for f in read(bad, OWN).faults] == ["TW091"]


def test_a_page_that_a_browser_would_read_otherwise_is_found():
    page = PAGE.format("", "./", "<table>\n<tr><td>x</td></tr>\n</table>").encode()  # where a browser adds a tbody
    (fault,) = read(page, OWN).faults
    assert "a browser reads <tbody>" in fault.message


# --- Addresses ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "elsewhere", "runs"),
    [
        ("x.png", False, False),
        ("/x.png", False, False),
        ("https://e.example/repo/x.png", False, False),
        ("https://e.example/repository/x.png", True, False),
        ("//e.example/x", True, False),
        ("\\\\evil.example\\x", True, False),
        ("/\t/evil.example/x", True, False),
        (" https://evil.example", True, False),
        ("JaVaScRiPt:x", True, True),
        ("\x01javascript:x", True, True),
        ("file:///etc/passwd", True, True),
        ("mailto:a@b.example", True, False),
    ],
)
def test_an_address_is_told_by_where_a_browser_would_go(address: str, *, elsewhere: bool, runs: bool):
    assert is_elsewhere(address, OWN) is elsewhere
    assert would_run(address) is runs


def test_a_place_is_found_as_a_browser_finds_it():
    assert place("../x#y", "a/b/index.html", OWN) == place("/repo/a/x#y", "index.html", OWN)
    assert place("http://[::1", "index.html", OWN).file is None
    assert json.dumps(place("", "a/index.html", OWN).file) == '"a/index.html"'


def test_the_preview_is_read_as_fast_as_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    content = write(tmp_path, {f"articles/ta-{n:04}.yml": article_yaml(id=f"ta-{n:04}", url=f"https://echo.example/{n}")
                               for n in range(2, 12)})  # fmt: skip
    read_so: list[str] = []
    made = Gate._read

    def noted(self: Gate, path: str, data: bytes) -> object:
        read_so.append(path)
        return made(self, path, data)

    monkeypatch.setattr(Gate, "_read", noted)
    status, said = run(content, tmp_path / "site", full_text=True, PREVIEW=True)
    assert status == 0, said
    articles = [path for path in read_so if path.startswith("a/ta-")]
    assert len(articles) == len({path.count("/") for path in articles}) == 2  # the first article, and its citations


def test_the_page_above_and_the_files_beside_it_are_followed():
    links = Links("https://archive.example.org/repo")
    above = {b"../", b"../cite.ris", b"../cite.bib"}
    assert links.note("a/ta-0001/cite/index.html", set(above))
    assert links.note("a/ta-0002/cite/index.html", set(above))
    assert links.note("index.html", {b"../", b"a/"})
    files = {"index.html", "a/index.html", "a/ta-0001/index.html", "a/ta-0001/cite.ris", "a/ta-0001/cite.bib"}
    files |= {"a/ta-0002/index.html", "a/ta-0002/cite.ris"}
    assert links.dead_ends(files) == {
        "a/ta-0002/cite/*": {b"../cite.bib": NO_PAGE},
        "index.html": {b"../": OUTSIDE},
    }
