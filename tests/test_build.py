"""What a build makes, what it refuses, and that the former site stays until a better one is there."""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import ARTICLE, COUNCIL, NEWSPAPER, PARTNER, SOURCE, article_yaml, dumped, report
from selectolax.lexbor import LexborHTMLParser
from sites import ABOUT, ADDRESS, Site, built, hashes, run, site_of, text_of, write

from twinning.commands.ending import ROOT
from twinning.export.data import dataset
from twinning.publish import lock
from twinning.publish import replace as replacing

SECOND = article_yaml(id="ta-0002", url="https://echo.example/second", published="2021-04-01")


# --- The addresses of DESIGN §5 ----------------------------------------------------------------------------------

# /map/ and /search/ come with a later version.
PROMISED = [
    "index.html",
    "a/index.html",
    *(f"a/ta-000{n}/index.html" for n in (1, 2, 3)),
    *(
        f"a/ta-0001/{name}"
        for name in (
            *("record.json", "record.jsonld", "cite.csl.json", "cite.ris", "cite.bib", "annotations.json"),
            "linkset.json",
        )
    ),
    "councils/index.html",
    "councils/wakefield/index.html",
    "councils/essex/index.html",
    "partners/index.html",
    *(f"partners/{name}/index.html" for name in ("nanning", "xiangyang", "jiangsu")),
    "partnerships/index.html",
    "partnerships/wakefield/index.html",
    *(f"partnerships/{name}/index.html" for name in ("wakefield/nanning", "wakefield/xiangyang", "essex/jiangsu")),
    "outcomes/index.html",
    *(f"outcomes/{name}/index.html" for name in ("ended", "continued", "active", "disputed", "unclear")),
    "newspapers/index.html",
    *(
        f"newspapers/{name}/index.html"
        for name in ("wakefield-express", "gazette-colchester", "chelmsford-weekly-news")
    ),
    "people/index.html",
    *(f"people/{name}/index.html" for name in ("denise-jeffery", "tom-gordon", "bob-russell", "david-finch")),
    "years/index.html",
    "years/2020/index.html",
    "timeline/index.html",
    "matrix/index.html",
    "map/index.html",
    "data/index.html",
    *(f"data/{name}" for name in dataset.names()),
    "feed.xml",
    "councils/wakefield/feed.xml",
    "partners/nanning/feed.xml",
    "partnerships/wakefield/nanning/feed.xml",
    *(f"{name}/index.html" for name in ("about", "accessibility", "citing", "corrections", "rights")),
    "404.html",
    "card.png",
    "robots.txt",
    "sitemap.xml",
    ".nojekyll",
    "theme/archive.css",
    "theme/browse.css",
    "theme/favicon.svg",
]


@pytest.mark.parametrize("name", PROMISED)
def test_every_promised_address_is_built(real: Site, name: str):
    assert (real.folder / name).is_file()


def test_nothing_is_built_in_capitals_or_with_signs_in_its_name(real: Site, sixty: Site):
    names = {part for site in (real, sixty) for name in site.files() for part in name.split("/")}
    assert sorted(n for n in names if not re.fullmatch(r"[a-z0-9-]+(\.[a-z]+)*|\.nojekyll|404\.html", n)) == []


def test_pelicans_own_command_line_builds_the_same_site(tmp_path: Path):
    pelican = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(tmp_path / "theirs")]
    done = subprocess.run(pelican, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    built(None, tmp_path / "ours", siteurl=None)
    assert hashes(tmp_path / "theirs") == hashes(tmp_path / "ours")


def test_pelicans_own_command_line_refuses_content_with_problems(tmp_path: Path):
    content = write(tmp_path, {"articles/ta-0001.yml": article_yaml(rights="publc")})
    pelican = [sys.executable, "-m", "pelican", str(content), "-s", "pelicanconf.py", "-o", str(tmp_path / "site")]
    done = subprocess.run(pelican, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert not list(tmp_path.glob("site/**/*.html"))


# --- Content with problems ---------------------------------------------------------------------------------------

PROBLEMS = {
    "a term that is none": ({"articles/ta-0001.yml": article_yaml(rights="publc")}, "articles/ta-0001.yml", "TW024"),
    "yaml that is none": ({"articles/ta-0001.yml": "id: [\n"}, "articles/ta-0001.yml", "TW010"),
    "an unknown newspaper": ({"articles/ta-0001.yml": article_yaml(newspaper="eko")}, "articles/ta-0001.yml", "TW040"),
    "a field too many": ({"councils/eastmere.yml": dumped(COUNCIL | {"tpye": "x"})}, "councils/eastmere.yml", "TW020"),
    "no words for the outcome": (
        {"articles/ta-0001.yml": article_yaml(reports=[report(evidence=[])])}, "articles/ta-0001.yml", "TW033",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_shown_with_its_place_and_the_former_site_stays(name: str, tmp_path: Path):
    files, path, code = PROBLEMS[name]
    site = site_of(tmp_path / "good")
    before = hashes(site.folder)
    content = write(tmp_path / "bad", files)
    status, said = run(content, site.folder)
    assert status == 1
    assert re.search(rf"{re.escape(str(content / path))}:\d+:\d+: error\[{code}\]: \S", said)
    assert "help: " in said
    assert hashes(site.folder) == before
    assert [p.name for p in site.folder.parent.iterdir() if p.name.startswith("site")] == ["site"]


def test_all_problems_are_shown_in_one_run(tmp_path: Path):
    content = write(
        tmp_path,
        {
            "articles/ta-0001.yml": article_yaml(rights="publc", published="2011-02-30"),
            "councils/eastmere.yml": "name: [\n",
            "partners/luzhou.yml": dumped(PARTNER | {"level": "citty"}),
        },
    )
    status, said = run(content, tmp_path / "site")
    assert status == 1
    assert {Path(p).name for p in re.findall(r"^(\S+\.yml):\d+:\d+: error", said, re.MULTILINE)} == {
        "ta-0001.yml",
        "eastmere.yml",
        "luzhou.yml",
    }
    assert not (tmp_path / "site").exists()


def test_warnings_alone_do_not_forbid_a_build(tmp_path: Path):
    status, said = run(write(tmp_path), tmp_path / "site")
    assert status == 0
    assert "warning[TW053]" in said
    assert "1 warning" in said


def test_a_broken_link_in_prose_fails_the_build(tmp_path: Path):
    content = write(tmp_path, {"pages/about.md": ABOUT + "\n[gone]({filename}/pages/no-such-page-of-ours.md)\n"})
    status, said = run(content, tmp_path / "site")
    assert status == 1
    assert "no-such-page-of-ours.md" in said
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "page",
    ["Slug: c\n\nNo title.\n", "Title: C\nSlug: ../../c\n\nOut.\n", "Title: C\nSave_as: ../c.html\n\nOut.\n"],
    ids=["no title", "a slug that climbs", "a file that climbs"],
)
def test_prose_that_pelican_would_leave_out_fails_the_build(page: str, tmp_path: Path):
    status, said = run(write(tmp_path, {"pages/c.md": page}), tmp_path / "site")
    assert status == 1
    assert "c.md" in said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content"]


@pytest.mark.parametrize("slug", ["councils", "a", "data", "timeline"])
def test_prose_at_an_address_of_the_archive_fails_the_build(slug: str, tmp_path: Path):
    status, said = run(write(tmp_path, {"pages/c.md": f"Title: C\nSlug: {slug}\n\nText.\n"}), tmp_path / "site")
    assert status == 1
    assert "c.md" in said


def test_two_prose_pages_at_one_address_are_a_problem(tmp_path: Path):
    status, said = run(write(tmp_path, {"pages/about.md": ABOUT, "pages/b.md": ABOUT}), tmp_path / "site")
    assert status == 1
    assert "b.md" in said


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("<script>alert(1)</script>", "TW071"),
        ('<iframe src="https://evil.example/"></iframe>', "TW071"),
        ('<p onclick="alert(1)">x</p>', "TW071"),
        ("![x](https://evil.example/pixel.png)", "TW075"),
        ("[x](javascript:alert(1))", "TW073"),
    ],
)
def test_prose_that_would_run_or_load_something_fails_the_build(markup: str, code: str, tmp_path: Path):
    site = site_of(tmp_path, {"pages/about.md": ABOUT})
    before = hashes(site.folder)
    page = tmp_path / "content" / "pages" / "about.md"
    page.write_text(f"{ABOUT}\n{markup}\n", "utf-8")
    status, said = run(tmp_path / "content", site.folder)
    assert status == 1
    assert f"{page}:7:1: error[{code}]: " in said
    assert hashes(site.folder) == before


def test_a_draft_is_not_published(tmp_path: Path):
    site = site_of(tmp_path, {"pages/c.md": "Title: C\nSlug: c\nStatus: draft\n\nNot yet.\n"})
    assert [name for name in site.files() if "Not yet." in site.read(name)] == []


def test_a_broken_link_in_a_note_fails_the_build(tmp_path: Path):
    note = {"p": 4, "kind": "context", "text": "See [the other](../ta-0099/)."}
    status, said = run(write(tmp_path, {"articles/ta-0001.yml": article_yaml(notes=[note])}), tmp_path / "site")
    assert status == 1
    assert re.search(r"ta-0001\.yml:\d+:9: error\[TW074\]: there will be nothing at /a/ta-0099/", said)


# --- What stays and what goes ------------------------------------------------------------------------------------


def test_stale_pages_vanish(tmp_path: Path):
    content = write(tmp_path)
    site = built(content, tmp_path / "site")
    (site.folder / "people" / "old").mkdir()
    (site.folder / "people" / "old" / "index.html").write_text("stale", "utf-8")
    assert "people/ada-pike/index.html" in site.files()
    (content / "articles" / "ta-0001.yml").write_text(
        article_yaml(statements=[ARTICLE["statements"][0] | {"name": "Ada Perch"}]), "utf-8"
    )
    built(content, site.folder)
    people = [name for name in site.files() if name.startswith("people/")]
    assert people == ["people/ada-perch/index.html", "people/ada-perch/linkset.json", "people/index.html"]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("site")] == ["site"]


@pytest.mark.parametrize("left", [".site.building", ".site.former"])
def test_what_a_killed_build_left_does_not_hinder_the_next(left: str, tmp_path: Path):
    content = write(tmp_path)
    (tmp_path / left / "a").mkdir(parents=True)
    (tmp_path / left / "litter.html").write_text("half a page", "utf-8")
    site = built(content, tmp_path / "site")
    assert "litter.html" not in site.files()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content", "site"]


def test_a_site_moved_aside_when_the_build_was_killed_comes_back(tmp_path: Path):
    site = site_of(tmp_path)
    before = hashes(site.folder)
    site.folder.rename(tmp_path / ".site.former")
    (tmp_path / "content" / "councils" / "eastmere.yml").write_text("name: [", "utf-8")
    status, _ = run(tmp_path / "content", site.folder)
    assert status == 1
    assert hashes(site.folder) == before


def test_the_former_site_comes_back_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    output, new = tmp_path / "site", tmp_path / ".site.building"
    for folder in (output, new):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, "utf-8")
    rename = Path.rename
    monkeypatch.setattr(replacing, "_exchange", lambda _one, _other: False)

    def fails(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="No space left"):
        replacing.replace(output, new)
    assert (output / "index.html").read_text("utf-8") == "site"


@pytest.mark.parametrize("former", [True, False], ids=["a site stands", "none stands"])
def test_what_others_keep_beside_the_output_is_never_touched(*, former: bool, tmp_path: Path):
    content = write(tmp_path / "in")
    if former:
        built(content, tmp_path / "site")
    for name in ("site.old", "site.new", ".site", ".site.older", "site.building", "site.former"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.txt").write_text("ten years", "utf-8")
    (tmp_path / "site.lock").write_text("somebody's", "utf-8")
    before = {path: known for path, known in hashes(tmp_path).items() if path.partition("/")[0] != "site"}
    built(content, tmp_path / "site")
    assert {path: known for path, known in hashes(tmp_path).items() if path.partition("/")[0] != "site"} == before


@pytest.mark.skipif(lock.fcntl is None, reason="files are not locked here")
def test_a_second_build_of_one_output_is_refused_while_the_first_runs(tmp_path: Path):
    content = write(tmp_path / "in")
    site = built(content, tmp_path / "site")
    before = hashes(site.folder)
    with lock.one_at_a_time(site.folder):
        status, said = run(content, site.folder)
        assert status == 75
        assert re.fullmatch(r"another build of \S+/site is running; [^\n]+\n", said)
        assert hashes(site.folder) == before
        assert (tmp_path / ".site.lock").is_file()  # the first build's own
        assert run(content, tmp_path / "another")[0] == 0
    assert run(content, site.folder)[0] == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["another", "in", "site"]


def test_a_lock_that_a_killed_build_left_hinders_nobody(tmp_path: Path):
    content = write(tmp_path / "in")
    (tmp_path / ".site.lock").write_bytes(b"")
    built(content, tmp_path / "site")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "site"]


def test_a_build_that_fails_leaves_nothing_beside_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fails(_output: Path, _built: Path) -> None:
        raise RuntimeError("in the middle")

    content = write(tmp_path / "in")
    monkeypatch.setattr(replacing, "replace", fails)
    with pytest.raises(RuntimeError, match="in the middle"):
        run(content, tmp_path / "site")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in"]


# --- Little content ----------------------------------------------------------------------------------------------


def test_an_archive_without_prose_is_built(tmp_path: Path):
    site = site_of(tmp_path)
    assert "a/ta-0001/index.html" in site.files()
    assert "about/index.html" not in site.files()
    assert "About" not in text_of(site.page("").css_first(".masthead"))


def test_an_archive_without_articles_is_built(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": None})
    assert "holds no newspaper articles" in text_of(site.page("a/").css_first(".lead"))
    assert site.json("data/articles.json") == []
    assert "No article in the archive reports" in text_of(site.page("councils/northbridge/").css_first(".lead"))
    ET.fromstring(site.read("feed.xml"))


def test_an_archive_of_nothing_is_built(tmp_path: Path):
    content = tmp_path / "content"
    for folder in ("articles", "councils", "partners", "newspapers"):
        (content / folder).mkdir(parents=True)
    site = built(content, tmp_path / "site")
    assert {"index.html", "councils/index.html", "404.html", "sitemap.xml"} <= set(site.files())


def test_a_content_folder_without_its_folders_is_a_problem(tmp_path: Path):
    status, said = run(tmp_path, tmp_path.parent / "site-of-nothing")
    assert status == 1
    assert "content needs the folders" in said


# --- Wrong usage -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "siteurl",
    [
        "",
        "archive.example.org",
        "//archive.example.org",
        "ftp://archive.example.org",
        "https://",
        "https:///repo",
        "https://[::1",
        "https://archive.example.org/",
        "https://archive.example.org/repo/",
        "https://archive.example.org?page=1",
        "https://archive.example.org/#top",
        "https://archive example.org",
        "https://archive.example.org/my repo",
        "https://archive.example.org/re\npo",
        "https://archive.example.org/re\tpo",
        'https://archive.example.org/"onclick="x',
        "https://archive.example.org/<b>",
        "https://archive.example.org/a/../b",
        "https://archive.example.org/{x",
        "https://keeper:secret@archive.example.org",
        "https://archive.example.org:99999",
        "https://archive.example.org:0",
        "https://archive.example.org:http",
        "https://archive.example.org/\u202e",
    ],
)
def test_an_address_that_is_none_is_refused_before_anything_is_built(siteurl: str, tmp_path: Path):
    content = write(tmp_path, {"councils/eastmere.yml": "name: ["})  # which would be said, were the content read
    status, said = run(content, tmp_path / "site", siteurl=siteurl)
    assert status == 2
    assert len(said.splitlines()) == 1
    assert "TW0" not in said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content"]


@pytest.mark.parametrize("siteurl", ["https://example.org", "http://127.0.0.1:8000", "https://o.example.org/a/b-c_d"])
def test_an_address_with_a_port_or_a_path_is_taken(siteurl: str, tmp_path: Path):
    site = site_of(tmp_path, siteurl=siteurl)
    canonical = site.page("councils/").css_first("link[rel=canonical]").attributes["href"]
    assert canonical == f"{siteurl}/councils/"


def test_a_full_text_setting_that_is_none_is_refused(tmp_path: Path):
    from twinning.pages.site import WrongSetting

    with pytest.raises(WrongSetting, match="FULL_TEXT"):
        run(write(tmp_path), tmp_path / "site", FULL_TEXT="yes")
    assert not (tmp_path / "site").exists()


def _precious(tmp_path: Path) -> dict[str, Path]:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.doc").write_text("ten years", "utf-8")
    another = tmp_path / "another"
    another.mkdir()
    for name in ("robots.txt", "sitemap.xml", "index.html"):
        (another / name).write_text("somebody else's site", "utf-8")
    (tmp_path / "file").write_text("a file", "utf-8")
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "a.txt").write_text(SOURCE, "utf-8")
    return {
        "content": tmp_path / "content",
        "a folder above the content": tmp_path,
        "a new folder in the content": tmp_path / "content" / "site",
        "sources": sources,
        "the project": ROOT,
        "a folder above the project": ROOT.parent,
        "home": Path.home(),
        "the root": Path("/"),
        "a foreign folder": foreign,
        "another's site": another,
        "a file": tmp_path / "file",
        "a way round to the content": tmp_path / "foreign" / ".." / "content",
    }


@pytest.mark.parametrize(
    "what",
    [
        "content", "a folder above the content", "a new folder in the content", "sources", "the project",
        "a folder above the project", "home", "the root",
        "a foreign folder", "another's site", "a file", "a way round to the content",
    ],
)  # fmt: skip
def test_an_output_folder_with_something_else_in_it_is_refused(what: str, tmp_path: Path):
    content = write(tmp_path)
    output = _precious(tmp_path)[what]
    before = hashes(tmp_path)
    status, said = run(content, output, sources=tmp_path / "sources")
    assert status == 2
    assert "--output" in said
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("how", ["empty", "new and deep", "through ..", "a link"])
def test_an_output_folder_of_its_own_is_taken(how: str, tmp_path: Path):
    content = write(tmp_path / "in")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty", target_is_directory=True)
    output = {
        "empty": tmp_path / "empty",
        "new and deep": tmp_path / "x" / "y" / "z",
        "through ..": tmp_path / "empty" / ".." / "empty",
        "a link": tmp_path / "link",
    }[how]
    for _ in range(2):  # the second time over a site that stands
        built(content, output)
        assert (output / "index.html").is_file()
    assert [path for what in ("building", "former", "lock") for path in tmp_path.rglob(f"*.{what}")] == []


@pytest.mark.parametrize("option", ["content", "sources"])
def test_a_folder_that_is_not_there_is_wrong_usage(option: str, tmp_path: Path):
    content = write(tmp_path)
    where = {"content": content, "sources": tmp_path} | {option: tmp_path / "nowhere"}
    status, said = run(where["content"], tmp_path / "site", sources=where["sources"])
    assert status == 2
    assert f"--{option}" in said
    assert not (tmp_path / "site").exists()


# --- Hostile text ------------------------------------------------------------------------------------------------

HOSTILE = (
    """<img src=x onerror=alert(1)></script><script>alert(2)</script>{{ 7*7 }}{% include "a" %}]]>" onclick="f(3)""",
    """<!-- --><svg/onload=alert(4)></title></style>' autofocus onfocus='x &lt;b&gt; &amp; &#60; \u2028 $\\{x\\} {x""",
)


QUOTED = ("quote", "claimed", "saying", "event", "reported")


def hostile(where: str, which: int = 0) -> str:
    """Give text that would break out of something, beginning with a word that says where it stands."""
    if where in QUOTED:  # a quotation has at most 12 words
        return (
            f"{where} "
            + ("""</q><img src=x onerror=alert(1)>]]>"{{7*7}}""", """'<!--\u2028&lt;b&gt;--><svg/onload=x>""")[which]
        )
    return f"{where} {HOSTILE[which]}"


def harmless(text: str) -> str:
    """Give the words of a text alone: what makes the same names and addresses, and no mark-up at all."""
    return " ".join(re.sub(r"[^A-Za-z0-9]+", " ", text.replace("'", "")).split())


def hostile_files(say: Any) -> dict[str, str]:
    """Write an archive with `say(where)` in every field that holds text."""
    disputed = {"disputed": [{"value": "1986", "who": say("who"), "p": 4, "quote": say("claimed")},
                             {"value": "1987", "who": say("other")}]}  # fmt: skip
    # A claim's value is a term or a date: it cannot be hostile.
    kinds = {"disputed": [{"value": "unspecified", "who": say("teller")}, {"value": "twinning", "who": say("denier")}]}
    first = {
        "source": {"sha256": "0" * 64, "paragraphs": 5},  # not at hand
        "headline": say("headline"),
        "byline": [{"person": {"family": say("family"), "given": say("given")}}, {"agency": say("agency")}],
        "published": "2021-03-04~",
        "published_basis": say("basis"),
        "section": say("section"),
        "edition": say("edition"),
        "url": "https://echo.example/x?a=1&b='2'&lt;#c",
        "archived": [{"url": "https://kept.example/?a=1&b='2'", "date": "2021-03-05"}],
        "summary": say("summary"),
        "reports": [
            report(
                as_reported=[say("reported")],
                type=kinds,
                since=disputed,
                evidence=[
                    {
                        "p": 3,
                        "quote": say("quote"),
                        "supports": ["council", "partner", "type", "outcome", "event", "qualifier"],
                    },
                ],
            ),
            {
                "council": "northbridge",
                "partner": "saint-amand",
                "type": "unspecified",
                "outcome": {
                    "disputed": [{"value": "ended", "who": say("chief")}, {"value": "active", "who": say("rival")}]
                },
            },
        ],
        "statements": [
            {
                "name": say("Name"),
                "role": say("role"),
                "party": say("party"),
                "stance": "for-ending",
                "gist": say("gist"),
                "evidence": [{"p": 3, "quote": say("saying")}],
            },
            {
                "name": "not-stated",
                "role": say("unnamed"),
                "stance": "neutral",
                "gist": say("murmur"),
                "evidence": [{"p": 2, "quote": say("saying")}],
            },
        ],
        "events": [{"date": "2021-05", "what": say("what"), "council": "northbridge", "p": 5, "quote": say("event")}],
        "outline": [{"p": "1-5", "text": say("outline")}],
        # Notes are Markdown, in which such text is an error, unless it stands in backticks.
        "notes": [
            {"p": 4, "kind": "context", "text": f"`{say('note')}`"},
            {"kind": "context", "text": f"`{say('general')}`"},
        ],
        "reviewed": {"by": say("by"), "on": "2026-01-05"},
    }
    second = {
        "id": "ta-0002",
        "headline": "not-stated",
        "supplied_title": say("supplied"),
        "url": "https://echo.example/2",
        "rights": "withdrawn",
        "withdrawn": {"on": "2026-01-06", "reason": say("reason")},
        "statements": [],
        "events": [],
    }
    third = {
        "id": "ta-0003",
        "url": "https://echo.example/3",
        "source": ARTICLE["source"],
        "rights": "open-licence",
        "licence": {"name": say("licence"), "url": "https://licence.example/?a&b='"},
        "reports": [report(as_reported=["link"])],
        "published": "not-stated",
    }
    return {
        "articles/ta-0001.yml": article_yaml(**first),
        "articles/ta-0002.yml": article_yaml(**second),
        "articles/ta-0003.yml": article_yaml(**third),
        "councils/northbridge.yml": dumped(
            COUNCIL
            | {"name": say("council"), "place": say("place"), "official_name": say("official"),
               "aliases": [say("alias")], "note": say("remark"), "established": "1974~"}
        ),
        "partners/luzhou.yml": dumped(
            PARTNER
            | {"name": say("partner"), "country_name": say("country"), "within": say("within"),
               "local_name": {"text": say("local"), "lang": "zh"}, "aliases": [say("alias")], "note": say("remark")}
        ),
        "newspapers/northbridge-echo.yml": dumped(
            NEWSPAPER
            | {"name": say("newspaper"), "publisher": say("publisher"), "place": say("town"),
               "aliases": [say("alias")], "note": say("remark"), "url": "https://echo.example/?a&b='"}
        ),
        "pages/about.md": f"Title: {say('title')}\nSlug: about\n\nText.\n",
    }  # fmt: skip


@pytest.fixture(scope="session")
def hostile_sites(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Site, Site]]:
    """Two hostile archives, each with its twin of harmless words."""
    pairs = []
    for which in range(len(HOSTILE)):
        folder = tmp_path_factory.mktemp(f"hostile-{which}")

        def say(where: str, which: int = which) -> str:
            return hostile(where, which)

        def say_harmless(where: str, which: int = which) -> str:
            return harmless(hostile(where, which))

        sources = folder / "sources"
        sources.mkdir()
        (sources / "ta-0003.txt").write_text(SOURCE, "utf-8")
        site, twin = (
            site_of(folder / name, hostile_files(what), sources=sources)
            for name, what in (("a", say), ("b", say_harmless))
        )
        pairs.append((site, twin))
    return pairs


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give a page's elements in order, each with the names of its attributes."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return [(node.tag, tuple(sorted(node.attributes))) for node in root.traverse()]


@pytest.mark.parametrize("which", range(len(HOSTILE)))
def test_no_text_of_a_record_becomes_an_element_or_an_attribute(hostile_sites: list[tuple[Site, Site]], which: int):
    site, twin = hostile_sites[which]
    assert site.files_but_of_search() == twin.files_but_of_search()
    for name in site.pages():
        assert skeleton(site.read(name)) == skeleton(twin.read(name)), name


# The section and the reviewer stand in the head and the record; notes are Markdown.
ON_ARTICLES = ["headline", "family", "given", "agency", "basis", "summary", "reported", "who", "other", "quote"]
ON_ARTICLES += ["claimed", "Name", "role", "party", "gist", "saying", "what", "event", "outline"]
ON_ARTICLES += ["teller", "denier", "chief", "rival", "unnamed", "murmur"]
ON_OTHERS = ["council", "place", "official", "alias", "remark", "partner", "country", "within", "local"]
ON_OTHERS += ["newspaper", "publisher", "town"]


@pytest.mark.parametrize("which", range(len(HOSTILE)))
def test_every_text_of_a_record_is_shown_as_it_stands(hostile_sites: list[tuple[Site, Site]], which: int):
    site, _ = hostile_sites[which]
    shown = " ".join(text_of(site.page(name)) for name in ("a/ta-0001/", "councils/northbridge/", "people/"))
    shown += " ".join(text_of(site.page(name)) for name in ("partners/luzhou/", "newspapers/northbridge-echo/"))
    for field in [*ON_ARTICLES, *ON_OTHERS]:
        assert " ".join(hostile(field, which).split()) in shown, field
    assert "49" not in text_of(site.page("a/ta-0001/").css_first("#summary + p"))
    assert " ".join(hostile("reason", which).split()) in text_of(site.page("a/ta-0002/"))
    licensed = site.page("a/ta-0003/")
    assert f"Shown under {' '.join(hostile('licence', which).split())}." in text_of(licensed)
    links = {a.attributes["href"] for a in licensed.css("a[href*='licence.example']")}
    assert links == {"https://licence.example/?a&b='"}
    assert "licence.example/?a&b" not in site.read("a/ta-0003/index.html")  # but &amp;


@pytest.mark.parametrize("which", range(len(HOSTILE)))
def test_xml_and_json_give_hostile_text_back_as_it_was(hostile_sites: list[tuple[Site, Site]], which: int):
    site, twin = hostile_sites[which]

    def say(where: str) -> str:
        return hostile(where, which)

    for name in site.files():
        if name.endswith((".xml", ".svg")):
            ours, theirs = (ET.fromstring(s.read(name)) for s in (site, twin))
            assert [e.tag for e in ours.iter()] == [e.tag for e in theirs.iter()], name
        elif name.endswith(".json"):
            site.json(name)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = {e.findtext(f"{atom}id"): e for e in ET.fromstring(site.read("feed.xml")).iter(f"{atom}entry")}
    entry = entries[f"{ADDRESS}/a/ta-0001/"]
    assert entry.findtext(f"{atom}title") == say("headline")
    assert entry.findtext(f"{atom}author/{atom}name") == say("newspaper")
    assert (entry.findtext(f"{atom}summary") or "").endswith(say("summary"))
    record = site.json("a/ta-0001/record.json")
    written = yaml.safe_load(hostile_files(say)["articles/ta-0001.yml"])
    for field in ("headline", "summary", "published_basis", "byline", "outline", "notes", "statements", "url"):
        assert record[field] == written[field], field
    csl = site.json("a/ta-0001/cite.csl.json")[0]
    assert csl["title"] == say("headline")
    assert csl["author"] == [{"family": say("family"), "given": say("given")}, {"literal": say("agency")}]
    row = next(row for row in site.json("data/articles.json") if row["id"] == "ta-0001")
    assert row["title"] == say("headline")
    table = csv.DictReader(io.StringIO(site.read("data/articles.csv"), newline=""))
    assert next(r for r in table if r["id"] == "ta-0001")["summary"] == say("summary")
    comment = next(
        item["body"][0]["value"]
        for item in site.json("a/ta-0001/annotations.json")["items"]
        if item["motivation"] == "commenting"
    )
    assert comment == f"`{say('note')}`"


@pytest.mark.parametrize("which", range(len(HOSTILE)))
def test_hostile_text_stays_within_its_line_of_ris_and_its_field_of_bibtex(
    hostile_sites: list[tuple[Site, Site]], which: int
):
    site, twin = hostile_sites[which]
    tags = [[line[:6] for line in s.read("a/ta-0001/cite.ris").split("\n")] for s in (site, twin)]
    assert tags[0] == tags[1]
    fields = [re.findall(r"^  ([a-z]+) = ", s.read("a/ta-0001/cite.bib"), re.MULTILINE) for s in (site, twin)]
    assert fields[0] == fields[1]


def test_a_newspapers_own_text_is_shown_as_text(tmp_path: Path):
    own = SOURCE.replace("longer than most", hostile("most").replace("\u2028", ""))
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "ta-0001.txt").write_text(own, "utf-8")
    import hashlib

    digest = hashlib.sha256(own.encode()).hexdigest()
    record = article_yaml(source={"sha256": digest, "paragraphs": 5})
    site = site_of(tmp_path, {"articles/ta-0001.yml": record}, sources=tmp_path / "sources", full_text=True)
    page = site.page("a/ta-0001/")
    assert " ".join(hostile("most").split()) in text_of(page.css_first("#p4"))
    assert page.css("img, body script, svg, [onerror], [onclick]") == []
    assert [script.attributes["type"] for script in page.css("script")] == ["application/ld+json"]


def test_templates_are_not_made_of_what_records_hold(tmp_path: Path):
    site = site_of(
        tmp_path,
        {"pages/about.md": ABOUT + "\n{{ 7*7 }} {% include '/etc/passwd' %} {{ config }}\n"},
    )
    assert "{{ 7*7 }} {% include '/etc/passwd' %}".replace("'", "") in site.read("about/index.html").replace(
        "'", ""
    ).replace("‘", "").replace("’", "").replace("&lsquo;", "").replace("&rsquo;", "")


# --- The command line --------------------------------------------------------------------------------------------


def test_the_command_line_ends_with_the_builds_status_and_says_problems_on_standard_error(tmp_path: Path):
    content = write(tmp_path, {"articles/ta-0001.yml": article_yaml(rights="publc")})
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--content", str(content), "--output"]
    done = subprocess.run(
        [*command, str(tmp_path / "site")],
        env=os.environ | {"TWINNING_NO_VENV": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "ta-0001.yml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("below", ["file", "file/deep/er"])
def test_a_place_that_cannot_be_written_is_said_in_one_line(below: str, tmp_path: Path):
    content = write(tmp_path / "in")
    (tmp_path / "file").write_text("a file", "utf-8")
    status, said = run(content, tmp_path / below / "site")
    assert status == 2
    assert re.fullmatch(r"\S+/site cannot be written: [^\n]*--output[^\n]*\n", said)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "in"]
    assert (tmp_path / "file").read_text("utf-8") == "a file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    content = write(tmp_path)
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--content", str(content), "--output"]
    done = subprocess.run(
        [*command, str(closed / "site")],
        env=os.environ | {"TWINNING_NO_VENV": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    shutil.rmtree(closed)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
