"""Whatever becomes of a record, nothing that was published breaks: every address, file and anchor still arrives."""

import base64
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from builders import ARTICLE, article_yaml, council_yaml, partner_yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import Site, built, hashes, run, write

from twinning.commands import check, merge, move, withdraw
from twinning.publish import anchors, stub
from twinning.publish.ledger import Line, read


def second(**changes: object) -> str:
    """A report of 2019 on Northbridge and Saint-Amand, in which somebody else speaks."""
    reports = [
        {"council": "northbridge", "partner": "saint-amand", "type": "unspecified", "outcome": "active",
         "evidence": [{"p": 2, "quote": "a place abroad"}]}
    ]  # fmt: skip
    said = {"name": "Bo Finch", "gist": "He is content.", "evidence": [{"p": 2, "quote": "a place abroad"}]}
    told = {
        "reports": reports, "statements": [{**ARTICLE["statements"][0], **said}], "events": [], "outline": [],
        "notes": [{"p": 4, "kind": "context", "text": "A note."}], "summary": "All is well with the link abroad.",
        "url": "https://echo.example/2",
    }  # fmt: skip
    return article_yaml(**{"id": "ta-0002", "published": "2019-05-01", **told, **changes})


def third(**changes: object) -> str:
    return second(**{"id": "ta-0003", "published": "2020-02-02", "url": "https://echo.example/3", **changes})


ABOUT = "Title: About\nSlug: about\n\n## What we hold {#held}\n\nAn invented archive.\n"


def archive(folder: Path) -> Path:
    """Publish an archive of three articles at a project's path; give its content."""
    content = write(folder, {
        "articles/ta-0002.yml": second(),
        "articles/ta-0003.yml": third(),
        "partners/st-amand.yml": partner_yaml(name="St Amand les Eaux", level="town", country="FR"),
        "pages/about.md": ABOUT,
    })  # fmt: skip
    built(content, folder / "site", siteurl="https://owner.example.org/repo", record=True)
    return content


def ledger_of(content: Path) -> Path:
    return content.parent / "ledger.jsonl"


def published(content: Path) -> list[tuple[str, str, set[str]]]:
    """Give what was published: each address, the files beside it, and its anchors; as the ledger first had it."""
    told = [json.loads(line) for line in ledger_of(content).read_text("utf-8").splitlines()]
    return [(t["address"], t.get("files", ""), set(anchors.whole(t.get("anchors", "")))) for t in told if "first" in t]


def arrives(site: Site, address: str, fragment: str = "") -> str:
    """Follow an address as a browser does, over every stub; say what is wrong, nothing where it arrives."""
    for _ in range(5):
        file = site.folder / Line(address).file
        if not file.is_file():
            return f"{address}: there is no such file"
        text = file.read_text("utf-8")
        way = stub.leads_to(text)
        if way is None:
            ids = set(re.findall(r' id="([^"]*)"', text))
            return "" if not fragment or fragment in ids else f"{address}#{fragment}: no such anchor"
        address = urljoin(address, way)
    return f"{address}: it leads on and on"


def broken(site: Site, before: list[tuple[str, str, set[str]]]) -> list[str]:
    """Give everything that was published and does not arrive."""
    found = []
    for address, files, names in before:
        found += [arrives(site, address, name) for name in ("", *sorted(names))]
        found += [
            f"{address}{file} is gone" for file in files.split() if not (site.folder / address[1:] / file).is_file()
        ]
    return [reason for reason in found if reason]


def put(content: Path, file: str, text: str) -> None:
    (content / file).write_text(text, "utf-8")


def done(status: int) -> None:
    assert status == 0


# --- What keepers do, and what then holds ------------------------------------------------------------------------

CHANGES: dict[str, Callable[[Path], Any]] = {
    "nothing": lambda c: None,
    "a headline corrected": lambda c: put(c, "articles/ta-0001.yml", article_yaml(headline="Luzhou is left")),
    "a date corrected, to another year": lambda c: put(c, "articles/ta-0002.yml", second(published="2018-05-01")),
    "a date no longer stated": lambda c: put(c, "articles/ta-0003.yml", third(published="not-stated")),
    "a council renamed": lambda c: put(c, "councils/northbridge.yml", council_yaml(name="Northbridge City Council")),
    "a council under a new id": lambda c: done(move.run("/councils/northbridge/", "/councils/north/", None, str(c))),
    "a partner under a new id": lambda c: done(move.run("partners/luzhou.yml", "partners/lu-zhou.yml", None, str(c))),
    "a newspaper under a new id": lambda c: done(
        move.run("/newspapers/northbridge-echo/", "/newspapers/echo/", None, str(c))
    ),
    "two partners merged": lambda c: done(merge.run("/partners/saint-amand/", "/partners/st-amand/", str(c))),
    "two councils merged": lambda c: done(merge.run("/councils/northbridge/", "/councils/eastmere/", str(c))),
    "two articles merged": lambda c: done(merge.run("/a/ta-0003/", "/a/ta-0002/", str(c))),
    "an article withdrawn": lambda c: done(withdraw.run("ta-0001", "The owner asked for it.", str(c))),
    "every article withdrawn": lambda c: [
        done(withdraw.run(f"ta-000{n}", "The owner asked for it.", str(c))) for n in (1, 2, 3)
    ],
    "a name corrected": lambda c: (
        put(c, "articles/ta-0001.yml", article_yaml(statements=[{**ARTICLE["statements"][0], "name": "Ada Pyke"}])),
        done(move.run("/people/ada-pike/", "/people/ada-pyke/", None, str(c))),
    ),
    "a partnership taken back": lambda c: (
        put(c, "articles/ta-0001.yml", article_yaml(reports=[], events=[])),
        done(move.run("/partnerships/northbridge/luzhou/", None, "The report was of another town.", str(c))),
    ),
    "a page of prose renamed": lambda c: (
        put(c, "pages/about.md", ABOUT.replace("Slug: about", "Slug: what-this-is")),
        done(move.run("/about/", "/what-this-is/", None, str(c))),
    ),
    "moved twice": lambda c: (
        done(move.run("/partners/luzhou/", "/partners/lu-zhou/", None, str(c))),
        done(move.run("/partners/lu-zhou/", "/partners/luzhou-city/", None, str(c))),
    ),
    "moved and back": lambda c: (
        done(move.run("/partners/luzhou/", "/partners/lu-zhou/", None, str(c))),
        done(move.run("/partners/lu-zhou/", "/partners/luzhou/", None, str(c))),
    ),
    "a partner moved, then merged": lambda c: (
        done(move.run("/partners/saint-amand/", "/partners/saint-amand-fr/", None, str(c))),
        done(merge.run("/partners/saint-amand-fr/", "/partners/st-amand/", str(c))),
    ),
    "a new note at the end": lambda c: put(
        c, "articles/ta-0001.yml",
        article_yaml(notes=[*ARTICLE["notes"], {"p": 5, "kind": "context", "text": "One more."}]),
    ),
    "proofs taken away": lambda c: put(
        c, "articles/ta-0001.yml",
        article_yaml(reports=[{**ARTICLE["reports"][0], "evidence": ARTICLE["reports"][0]["evidence"][:3]}]),
    ),
    "a new article": lambda c: put(c, "articles/ta-0004.yml", third(id="ta-0004", url="https://echo.example/4")),
}  # fmt: skip


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("published"))


@pytest.fixture
def content(first: Path, tmp_path: Path) -> Path:
    """A copy of the published archive's content and ledger."""
    return copied(first, tmp_path)


def copied(first: Path, folder: Path) -> Path:
    shutil.copytree(first, folder / "content")
    shutil.copy(ledger_of(first), folder / "ledger.jsonl")
    return folder / "content"


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("siteurl", ["https://owner.example.org/repo", "https://archive.example.org"])
def test_nothing_published_breaks(change: str, siteurl: str, content: Path, tmp_path: Path):
    before, kept = published(content), ledger_of(content).read_bytes()
    CHANGES[change](content)
    site = built(content, tmp_path / "site", siteurl=siteurl, record=True)
    assert broken(site, before) == []
    assert ledger_of(content).read_bytes().startswith(kept)
    assert [p for p in site.read("sitemap.xml").split("<loc>")[1:] if not p.startswith(siteurl)] == []


@pytest.mark.parametrize(
    "change",
    {
        "a record deleted": lambda c: (c / "articles/ta-0002.yml").unlink(),
        "a partner's file renamed by hand": lambda c: (c / "partners/st-amand.yml").rename(c / "partners/amand.yml"),
        "a page of prose deleted": lambda c: (c / "pages/about.md").unlink(),
        "a heading's id taken away": lambda c: put(c, "pages/about.md", ABOUT.replace(" {#held}", "")),
        "a note deleted": lambda c: put(c, "articles/ta-0001.yml", article_yaml(notes=[])),
        "a name corrected": lambda c: put(
            c, "articles/ta-0001.yml", article_yaml(statements=[{**ARTICLE["statements"][0], "name": "Ada Pyke"}])
        ),
        "a source cut short": lambda c: put(
            c, "articles/ta-0003.yml", third(source={"sha256": "1" * 64, "paragraphs": 4})
        ),
    }.items(),
    ids=lambda pair: pair[0],
)
def test_what_would_break_is_refused_and_the_former_site_stays(
    change: tuple[str, Callable[[Path], Any]], content: Path, tmp_path: Path
):
    built(content, tmp_path / "site")
    before = hashes(tmp_path / "site")
    change[1](content)
    status, said = run(content, tmp_path / "site")
    assert status == 1
    assert re.search(r"ledger\.jsonl:\d+:1: error\[TW11[0-9]\]", said)
    assert hashes(tmp_path / "site") == before


@settings(max_examples=int(os.environ.get("EXAMPLES", "800")) // 100, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(changes=st.lists(st.sampled_from(sorted(set(CHANGES) - {"nothing"})), min_size=2, max_size=4, unique=True))
def test_after_any_changes_in_any_order_nothing_breaks_or_it_is_said(
    changes: list[str], first: Path, tmp_path_factory: pytest.TempPathFactory
):
    folder = tmp_path_factory.mktemp("changed")
    content = copied(first, folder)
    before = published(content)
    for change in changes:
        try:
            CHANGES[change](content)
        except (AssertionError, FileNotFoundError):
            continue  # what is no longer there cannot be changed, and the command said so
    status, said = run(content, folder / "site")
    assert status == 0 or re.search(r"error\[TW(11[0-9]|0[0-9]+)\]", said), said
    if status == 0:
        assert broken(Site(folder / "site"), before) == []


# --- Stubs and tombstones ----------------------------------------------------------------------------------------


def test_a_stub_is_followed_by_zotero_and_keeps_scripts_out(content: Path, tmp_path: Path):
    done(move.run("/partners/luzhou/", "/partners/lu-zhou/", None, str(content)))
    site = built(content, tmp_path / "site")
    text = site.read("partners/luzhou/index.html")
    assert '<meta http-equiv="refresh" content="0; url=https://archive.example.org/partners/lu-zhou/">' in text
    assert '<link rel="canonical" href="https://archive.example.org/partners/lu-zhou/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<a href="../../partners/lu-zhou/">Luzhou</a>' in text
    script = re.search(r"<script>(.*?)</script>", text)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in text
    assert site.read("partners/luzhou/feed.xml") == site.read("partners/lu-zhou/feed.xml")
    assert "partners/luzhou/" not in site.read("sitemap.xml")
    assert "luzhou" not in json.loads(site.read("addresses.json"))["partners/"].split()


@pytest.mark.parametrize("more", ["<p>more</p>", "<script>alert(1)</script>", ' <img src="https://e.example/x">'])
def test_only_a_stub_to_the_last_byte_may_run_its_script(more: str):
    page = stub.page("https://e.example/b/", "../b/", "B & <b>")
    assert stub.leads_to(page) == "../b/"
    for changed in (page + more, page.replace("</p>", f"</p>{more}"), page.replace("location.hash", "location.has")):
        assert stub.leads_to(changed) is None


WORDS = ("voted to end its twinning", "link with Luzhou", "We voted", "She says that", "A letter goes",
         "Other towns are", "The twinning ends after", "Ada Pike")  # fmt: skip


@pytest.mark.parametrize("full_text", [False, True])
def test_a_withdrawn_article_is_gone_from_every_file_and_its_record(*, full_text: bool, content: Path, tmp_path: Path):
    assert withdraw.run("ta-0001", "The owner asked for it.", str(content)) == 0
    site = built(content, tmp_path / "site", full_text=full_text)
    for name in [name for name in site.files() if not name.endswith((".png", ".ico"))]:
        text = site.read(name)
        assert not [words for words in WORDS if words in text], name
    record = (content / "articles/ta-0001.yml").read_text("utf-8")
    assert not [words for words in WORDS if words in record]
    assert "The owner asked for it." in site.read("a/ta-0001/index.html")
    for anchor in ("p1", "p5", "n1", "s1"):
        assert site.page("a/ta-0001/").css(f"#{anchor}")
    assert "withdrawn from the archive" in site.read("people/ada-pike/index.html")


def test_withdrawing_keeps_the_comments_and_order_of_what_stays(content: Path):
    path = content / "articles/ta-0001.yml"
    path.write_text(f"# A keeper's remark\n{path.read_text('utf-8')}", "utf-8")
    assert withdraw.run("ta-0001", 'He said: "no" # and\nthat was that', str(content)) == 0
    text = path.read_text("utf-8")
    assert text.startswith("# A keeper's remark\nid: ta-0001\nheadline:")
    assert 'reason: "He said: \\"no\\" # and that was that"' in text
    assert check.run([str(path)], str(content), None) == 0


# --- What cannot be done -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (lambda c: withdraw.run("ta-0009", "Why", c), "there is no article ta-0009"),
        (lambda c: withdraw.run("../councils/northbridge", "Why", c), "there is no article"),
        (lambda c: withdraw.run("ta-0001", " ", c), "--reason"),
        (lambda c: move.run("/partners/luzhou/", None, None, c), "--gone"),
        (lambda c: move.run("/partners/luzhou/", "/partners/x/", "Why", c), "--gone"),
        (lambda c: move.run("/partners/luzhou/", "/councils/luzhou/", None, c), "is not among the partners"),
        (lambda c: move.run("/partners/luzhou/", "/partners/saint-amand/", None, c), "merge"),
        (lambda c: move.run("/partners/luzhou/", None, "It went.", c), "the archive makes a page at"),
        (lambda c: move.run("/a/ta-0001/", "/a/ta-0009/", None, c), "keeps its number"),
        (lambda c: move.run("/a/ta-0001/", None, "It went.", c), "withdraw ta-0001"),
        (lambda c: move.run("/people/ada-pike/", "/people/nobody/", None, c), "no page at /people/nobody/"),
        (lambda c: move.run("/partners/nowhere/", "/partners/luzhou/", None, c), "no page is or was at /partners/no"),
        (lambda c: move.run("luzhou", "lu-zhou", None, c), "no page is or was at /luzhou/"),
        (lambda c: move.run("/people/ada-pike/", "/people/bo-finch/", None, c), "makes a page at /people/ada-pike/"),
        (lambda c: move.run("/../x/", "/people/bo-finch/", None, c), "is no address"),
        (lambda c: move.run("https://e.example/x", "/y/", None, c), "is no address"),
        (lambda c: merge.run("/partners/luzhou/", "/councils/eastmere/", c), "two records of one kind"),
        (lambda c: merge.run("/partners/luzhou/", "/partners/luzhou/", c), "two records of one kind"),
        (lambda c: merge.run("/partners/luzhou/", "/partners/nowhere/", c), "there is no record"),
        (lambda c: merge.run("/a/ta-0009/", "/a/ta-0001/", c), "there is no record"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    command: Callable[[str], int], said: str, content: Path, capsys: pytest.CaptureFixture[str]
):
    before = hashes(content.parent)
    assert command(str(content)) == 2
    assert said in capsys.readouterr().err
    assert hashes(content.parent) == before


def test_two_articles_about_different_partnerships_are_not_merged(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    other = article_yaml(
        id="ta-0002", url="https://e.example/2", reports=[{**ARTICLE["reports"][0], "partner": "saint-amand"}]
    )
    content = write(tmp_path, {"articles/ta-0001.yml": article_yaml(), "articles/ta-0002.yml": other})
    before = hashes(tmp_path)
    assert merge.run("/a/ta-0002/", "/a/ta-0001/", str(content)) == 2
    assert "report no partnership in common" in capsys.readouterr().err
    assert hashes(tmp_path) == before


def test_what_is_withdrawn_keeps_its_reason(content: Path, capsys: pytest.CaptureFixture[str]):
    assert withdraw.run("ta-0001", "The first reason.", str(content)) == 0
    before = hashes(content.parent)
    assert withdraw.run("ta-0001", "Another.", str(content)) == 2
    assert "ta-0001 was withdrawn on" in capsys.readouterr().err
    assert hashes(content.parent) == before


def test_an_article_that_reports_on_both_is_not_merged_by_guess(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    both = [{**ARTICLE["reports"][0], "partner": name} for name in ("luzhou", "saint-amand")]
    content = write(tmp_path, {"articles/ta-0001.yml": article_yaml(reports=both)})
    before = hashes(tmp_path)
    assert merge.run("/partners/saint-amand/", "/partners/luzhou/", str(content)) == 2
    assert "ta-0001.yml reports on both" in capsys.readouterr().err
    assert hashes(tmp_path) == before


def test_merging_keeps_the_name_of_what_goes_among_the_aliases(content: Path):
    assert merge.run("/partners/saint-amand/", "/partners/st-amand/", str(content)) == 0
    text = (content / "partners/st-amand.yml").read_text("utf-8")
    assert 'aliases: ["Saint-Amand"]' in text
    assert not (content / "partners/saint-amand.yml").exists()
    assert "partner: st-amand" in (content / "articles/ta-0002.yml").read_text("utf-8")
    left = read(ledger_of(content)).left
    assert left["/partners/saint-amand/"].to == "/partners/st-amand/"
    assert left["/partnerships/northbridge/saint-amand/"].to == "/partnerships/northbridge/st-amand/"


def test_only_references_are_renamed_and_words_are_not(content: Path):
    notes = [{"p": 4, "kind": "context", "text": "The partner: luzhou, as they wrote."}]
    put(content, "articles/ta-0001.yml", article_yaml(notes=notes))
    assert move.run("/partners/luzhou/", "/partners/lu-zhou/", None, str(content)) in {0, 2}
    assert "luzhou, as they wrote" in (content / "articles/ta-0001.yml").read_text("utf-8")
