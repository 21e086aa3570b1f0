"""Nobody's text is published without leave: what a build shows under each state of rights, in every file."""

import hashlib
import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import LEFT_OUT, article_yaml, report
from sites import ABOUT, ADDRESS, Site, built, run, site_of, text_of, write

from twinning.commands.ending import ROOT
from twinning.wording import longest_shared_run, word_count

OWN = """Purple lanterns pass the weir

Councillors counted forty-one purple lanterns floating past the weir on Friday night.
“We drop the pact at dawn,” said Ada Pike of the harbour table.
Nobody had oiled the ceremonial gong since the ferries stopped calling.
"""
"""An invented newspaper's text; its record tells the same in other words and quotes five of its words at most."""

PARAGRAPHS = [line for line in OWN.splitlines() if line]
SHA256 = hashlib.sha256(OWN.encode()).hexdigest()


def record(**changes: object) -> str:
    """Write the record of OWN."""
    about = {
        "headline": "Purple lanterns pass the weir",
        "source": {"sha256": SHA256, "paragraphs": 4},
        "summary": "The harbour town gives up its partner.",
        "reports": [
            report(
                as_reported=["pact"],
                since="not-stated",
                evidence=[
                    {"p": 3, "quote": "drop the pact at dawn"},
                    {"p": 2, "quote": "counted forty-one", "supports": ["council", "partner", "type", "qualifier"]},
                    {"p": 2, "quote": "past the weir", "supports": ["council"]},
                ],
            )
        ],
        "statements": [
            {
                "name": "Ada Pike",
                "stance": "for-ending",
                "gist": "She announces it.",
                "evidence": [{"p": 3, "quote": "at dawn"}],
            }
        ],
        "events": [{"date": "2021-05", "what": "A gong is found dry", "council": "northbridge", "p": 4}],
        "outline": [{"p": "2-4", "text": "What was seen, what was decided, and what had rusted."}],
        "notes": [{"p": 4, "kind": "context", "text": "The boats ended in another year."}],
    }
    return article_yaml(**about | changes)


def write_sources(folder: Path) -> Path:
    sources = folder / "sources"
    sources.mkdir(parents=True)
    (sources / "any name.txt").write_text(OWN, "utf-8")
    return sources


def own_site(folder: Path, *, full_text: bool = False, at_hand: bool = True, **changes: object) -> Site:
    """Build the archive of OWN's record, with its text at hand."""
    sources = write_sources(folder) if at_hand else folder
    files = {"articles/ta-0001.yml": record(**changes), "pages/about.md": ABOUT}
    return site_of(folder, files, sources=sources, full_text=full_text)


def words_in(site: Site, name: str) -> str:
    """Give a file's text, an HTML page's without its mark-up and with what stands in its attributes."""
    text = site.read(name)
    if not name.endswith((".html", ".xml")):
        return text
    values = " . ".join(re.findall(r'="([^"]*)"', text))
    return html.unescape(re.sub(r"<[^>]+>", " ", text) + " . " + values)


def longest_runs(site: Site) -> dict[str, tuple[int, str]]:
    """Give the longest run of OWN's words, its headline aside, in each file."""
    body = "\n".join(PARAGRAPHS[1:])
    return {name: longest_shared_run(words_in(site, name), body) for name in site.files()}


@pytest.mark.parametrize("rights", ["in-copyright", "unknown"])
def test_a_text_in_copyright_is_in_no_file_though_it_is_at_hand(rights: str, tmp_path: Path):
    site = own_site(tmp_path, rights=rights)
    runs = longest_runs(site)
    assert {name: run for name, run in runs.items() if run[0] > 5} == {}
    assert runs["a/ta-0001/index.html"] == (5, "drop the pact at dawn")  # the quotation
    page = site.page("a/ta-0001/")
    assert page.css("mark") == []
    assert "own words, with the words" not in text_of(page)


@pytest.mark.parametrize("how", [{"full_text": True}, {"FULL_TEXT": "always"}], ids=["--full-text", "FULL_TEXT"])
def test_the_whole_text_stands_on_its_page_when_the_owner_says_so(how: dict[str, object], tmp_path: Path):
    content = write(tmp_path, {"articles/ta-0001.yml": record()})
    site = built(content, tmp_path / "site", sources=write_sources(tmp_path), **how)
    page = site.page("a/ta-0001/")
    for number, paragraph in enumerate(PARAGRAPHS, 1):
        holder = page.css_first(f"#p{number}")
        while holder is not None and (holder.parent is None or holder.parent.attributes.get("class") != "pars"):
            holder = holder.parent
        assert paragraph in text_of(holder)
    for name, (length, words) in longest_runs(site).items():
        assert length <= 5 or name == "a/ta-0001/index.html" or name.startswith("search/"), (name, words)


def test_the_evidence_is_marked_in_the_whole_text(tmp_path: Path):
    page = own_site(tmp_path, full_text=True).page("a/ta-0001/")
    marked = [node.text(deep=True) for node in page.css("mark")]
    assert marked[:2] == ["counted forty-one", "past the weir"]
    # Words within words are parted where they begin and end, and together they are the longer quotation.
    assert "".join(marked[2:]) == "drop the pact at dawn"


def test_a_whole_text_that_is_not_at_hand_is_not_promised(tmp_path: Path):
    site = own_site(tmp_path, full_text=True, at_hand=False)
    page = site.page("a/ta-0001/")
    assert "In our own words." in text_of(page)
    assert page.css("mark") == []


@pytest.mark.parametrize(
    ("rights", "licence", "said"),
    [
        ("open-licence", {"name": "Open Licence 7", "url": "https://licence.example/7"}, "Open Licence 7"),
        ("permission", {"name": "Letter of the editor, 2 May 2026"}, "Letter of the editor, 2 May 2026"),
    ],
)
def test_a_licensed_text_stands_in_place_with_its_licence_named(
    rights: str, licence: dict[str, str], said: str, tmp_path: Path
):
    page = own_site(tmp_path, rights=rights, licence=licence).page("a/ta-0001/")
    text = text_of(page)
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert f"Shown under {said}." in text
    linked = [n.attributes["href"] for n in page.css("a") if text_of(n) == said]
    assert linked == ([licence["url"]] if "url" in licence else [])
    assert page.css("mark")


def test_a_licensed_texts_own_words_stand_in_the_address_of_a_paragraph_that_the_outline_does_not_tell(tmp_path: Path):
    outline = [{"p": 2, "text": "What was seen on the water."}]
    links = [
        link.attributes["href"]
        for rights, licence in (("permission", {"name": "Letter"}), ("in-copyright", LEFT_OUT))
        for link in own_site(tmp_path / rights, rights=rights, licence=licence, outline=outline)
        .page("a/ta-0001/")
        .css(".pars > div > a")
    ]
    told = "#p2:~:text=What%20was%20seen"
    assert links[:4] == [
        "#p1",
        told,
        "#p3:~:text=We%20drop%20the",
        "#p4:~:text=Nobody%20had",
    ]
    assert links[4:] == ["#p1", told, "#p3", "#p4"]


def test_one_articles_licence_opens_no_other(tmp_path: Path):
    content = write(
        tmp_path,
        {
            "articles/ta-0001.yml": record(),
            "articles/ta-0002.yml": article_yaml(
                id="ta-0002",
                url="https://echo.example/2",
                rights="open-licence",
                licence={"name": "Open Licence 7", "url": "https://licence.example/7"},
                source=LEFT_OUT,
            ),
        },
    )
    site = built(content, tmp_path / "site", sources=write_sources(tmp_path))
    assert max(length for length, _ in longest_runs(site).values()) <= 5


# --- Withdrawn ---------------------------------------------------------------------------------------------------

WITHDRAWN = {"rights": "withdrawn", "withdrawn": {"on": "2026-02-01", "reason": "The owner asked for it."}}
GONE = {
    "the summary": "gives up its partner",
    "the outline": "what had rusted",
    "a quotation": "drop the pact",
    "a statement": "She announces it",
    "an event": "A gong is found dry",
    "a note": "The boats ended",
}


@pytest.fixture(scope="session")
def withdrawn(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return own_site(tmp_path_factory.mktemp("withdrawn"), full_text=True, **WITHDRAWN)


def test_a_tombstone_shows_citation_day_and_reason(withdrawn: Site):
    main = text_of(withdrawn.page("a/ta-0001/").css_first("main"))
    assert "Purple lanterns pass the weir" in main
    assert "Northbridge Echo, 4 March 2021" in main
    assert f"Twinning Archive, TA-0001. {ADDRESS}/a/ta-0001/" in main
    assert "withdrawn" in main.lower()
    assert re.search(r"2026-02-01|1 February 2026", main)
    assert "The owner asked for it." in main


@pytest.mark.parametrize("what", GONE)
def test_a_tombstones_text_has_nothing_of_what_was_withdrawn(what: str, withdrawn: Site):
    page = withdrawn.page("a/ta-0001/")
    assert GONE[what] not in text_of(page.css_first("body"))
    assert max(longest_shared_run(text_of(page.css_first("body")), p)[0] for p in PARAGRAPHS[1:]) <= 3


@pytest.mark.parametrize("what", GONE)
def test_nothing_of_a_withdrawn_article_is_left_in_any_file(what: str, withdrawn: Site):
    assert [name for name in withdrawn.files() if GONE[what] in withdrawn.read(name)] == []


def test_a_tombstone_describes_itself_by_newspaper_date_and_reason_and_has_no_abstract(withdrawn: Site):
    page = withdrawn.page("a/ta-0001/")
    said = (
        "An article of the Northbridge Echo of 4 March 2021, withdrawn from the archive on 1 February 2026: "
        "The owner asked for it."
    )
    assert page.css_first('meta[name="description"]').attributes["content"] == said
    assert page.css_first('meta[property="og:description"]').attributes["content"] == said
    assert page.css('meta[name="DCTERMS.abstract"]') == []


def test_a_tombstone_is_not_indexed_and_keeps_the_anchors_of_paragraphs(withdrawn: Site):
    page = withdrawn.page("a/ta-0001/")
    assert page.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    for anchor in ("p1", "p2", "p3", "p4"):
        assert len(page.css(f"#{anchor}")) == 1


@pytest.mark.parametrize("anchor", ["p1", "n1", "s1"])
def test_a_tombstone_keeps_every_anchor_that_could_be_cited(anchor: str, withdrawn: Site):
    assert withdrawn.page("a/ta-0001/").css(f"#{anchor}")


# --- The keeper's view -------------------------------------------------------------------------------------------


def test_the_keepers_view_says_on_every_page_that_it_is_not_published(tmp_path: Path):
    content = write(tmp_path, {"articles/ta-0001.yml": record(), "pages/about.md": ABOUT})
    sources = write_sources(tmp_path)
    site = built(content, tmp_path / "site", sources=sources, full_text=True, PREVIEW=True)
    for name in site.pages():
        assert "Local preview, not published." in text_of(site.page(name).css_first("body > .banner")), name
    assert all(paragraph in text_of(site.page("a/ta-0001/")) for paragraph in PARAGRAPHS)


def test_no_other_build_has_the_banner_or_a_script(real: Site, sixty: Site, tmp_path: Path):
    for site in (real, sixty, own_site(tmp_path, full_text=True)):
        for name in (n for n in site.pages() if not n.endswith("/cite/index.html")):
            text = site.read(name)
            assert "not published" not in text_of(site.page(name).css_first("body")) or "about/" in name
            if name not in {"404.html", "search/index.html"} and not name.endswith("/cite/index.html"):
                # Data, which nothing runs, aside.
                assert "<script" not in text.replace('<script type="application/ld+json">', "")
                assert "script-src" not in text


def test_publish_never_shows_texts_at_hand(tmp_path: Path):
    # `publish` gives no folder of sources, whatever is in sources/.
    content = write(tmp_path, {"articles/ta-0001.yml": record()})
    write_sources(tmp_path)
    status, _ = run(content, tmp_path / "site", SOURCES="")
    assert status == 0
    assert max(length for length, _ in longest_runs(Site(tmp_path / "site")).values()) <= 5


# --- The real articles -------------------------------------------------------------------------------------------

SEEDS = ROOT.parent / "shared" / "seeds"
RUN = 10
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the newspapers' own texts are not at {SEEDS}")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Give every run of ten words of a text, in small letters and without marks."""
    words = re.findall(r"\w+", re.sub(r"['’‘]", "", html.unescape(text)).lower())
    yield from zip(*(words[i:] for i in range(RUN)), strict=False)


@pytest.fixture(scope="session")
def newspapers_runs() -> frozenset[tuple[str, ...]]:
    """Every run of ten words of the three newspapers' texts, but those of the one headline that is published."""
    found: set[tuple[str, ...]] = set()
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_bytes().decode("latin-1" if path.suffix == ".png" else "utf-8")
        found.update(runs(text))
        if path.name.startswith("000"):
            found.difference_update(runs(text.split("\n", 1)[0]))
    assert len(found) > 500
    return frozenset(found)


def stolen(text: str, theirs: frozenset[tuple[str, ...]]) -> list[str]:
    """Give the runs of ten words that a text has from a newspaper, as mark-up and with it taken out."""
    seen = {*runs(text), *runs(re.sub(r"<[^>]+>", " ", text))}
    return sorted(" ".join(run) for run in seen & theirs)


@needs_seeds
def test_a_published_file_has_ten_words_in_a_row_of_no_newspaper(
    newspapers_runs: frozenset[tuple[str, ...]], tmp_path: Path
):
    site = built(None, tmp_path / "site", sources=SEEDS)
    taken = {name: stolen(site.read(name), newspapers_runs) for name in site.files()}
    assert {name: found for name, found in taken.items() if found} == {}


@needs_seeds
def test_the_newspapers_texts_are_those_that_the_records_name(tmp_path: Path):
    page = built(None, tmp_path / "site", sources=SEEDS, full_text=True).page("a/ta-0001/")
    # Else the test above would show nothing.
    assert len(page.css("mark")) > 10


@needs_seeds
def test_the_repository_has_ten_words_in_a_row_of_no_newspaper(newspapers_runs: frozenset[tuple[str, ...]]):
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git repository")
    taken = {}
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("requirements"):
            found = stolen((ROOT / name).read_bytes().decode("utf-8", "replace"), newspapers_runs)
            if found:
                taken[name] = found
    assert taken == {}


def test_no_newspapers_text_is_tracked():
    listed = subprocess.run(["git", "ls-files", "sources"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git repository")
    assert [name for name in listed.stdout.split("\n") if name and not name.endswith("README.md")] == []


def test_a_real_article_quotes_a_hundred_words_at_most_and_twelve_at_once(real: Site):
    for path in real.article_pages():
        quoted = {(n.attributes.get("lang"), n.text()) for n in real.page(path).css('[id^="e"] q')}
        assert len(quoted) > 10
        assert max(word_count(q) for _, q in quoted) <= 12
        assert sum(word_count(q) for _, q in quoted) <= 100
