"""What nobody has reviewed is shown on this computer, marked; it is not published, unless a setting says so."""

import pytest
from builders import LEFT_OUT, article_yaml, council_yaml, dumped, partner_yaml, report
from sites import ABOUT, run, site_of, text_of, write

PUBLISHED = {"UNREVIEWED": False}
BY = [{"of": "name", "by": "machine", "confidence": 0.5}]
DRAFT = article_yaml(
    id="ta-0002",
    url=LEFT_OUT,
    reviewed=LEFT_OUT,
    newspaper="wick-mercury",
    reports=[report(council="wick", partner="aulnoy")],
    events=[],
)
FILES = {
    "articles/ta-0002.yml": DRAFT,
    "councils/wick.yml": council_yaml(name="Wick Council", proposed=BY),
    "partners/aulnoy.yml": partner_yaml(name="Aulnoy", country="FR", level="town", proposed=BY),
    "newspapers/wick-mercury.yml": dumped({"name": "Wick Mercury", "proposed": BY}),
}
PAGES = [
    "a/ta-0002/index.html",
    "councils/wick/index.html",
    "partners/aulnoy/index.html",
    "newspapers/wick-mercury/index.html",
    "partnerships/wick/aulnoy/index.html",
]


def test_what_nobody_has_reviewed_is_shown_on_this_computer_and_marked(tmp_path):
    site = site_of(tmp_path, FILES)
    assert set(PAGES) <= set(site.files())
    for path in ("a/ta-0002/", "councils/wick/", "partnerships/wick/aulnoy/", "timeline/", "a/"):
        assert "achine-read" in text_of(site.page(path).css_first("main")), path


def test_what_nobody_has_reviewed_is_not_published_nor_what_it_alone_names(tmp_path):
    site = site_of(tmp_path, FILES, **PUBLISHED)
    assert not set(PAGES) & set(site.files())
    assert "a/ta-0001/index.html" in site.files()
    for name in site.files():
        if not name.startswith(("theme/", "images/")):
            held = site.read(name)
            assert "Wick" not in held, name
            assert "ta-0002" not in held, name


def test_what_is_left_out_is_named(tmp_path):
    _, said = run(write(tmp_path, FILES), tmp_path / "site", **PUBLISHED)
    assert "left out, for nobody has reviewed them: ta-0002" in said


def test_a_proposed_place_that_a_reviewed_article_names_is_published(tmp_path):
    files = {"councils/northbridge.yml": council_yaml(proposed=BY), "articles/ta-0002.yml": None}
    site = site_of(tmp_path, {"councils/northbridge.yml": files["councils/northbridge.yml"]}, **PUBLISHED)
    assert "councils/northbridge/index.html" in site.files()


def test_what_was_published_before_stays_and_says_that_it_is_not_reviewed(tmp_path):
    content = write(tmp_path, FILES)
    (tmp_path / "ledger.jsonl").write_text('{"address": "/a/ta-0002/"}\n')
    status, said = run(content, tmp_path / "site", **PUBLISHED)
    assert status == 0, said
    page = (tmp_path / "site/a/ta-0002/index.html").read_text()
    assert "Machine-read, not reviewed" in page
    assert (tmp_path / "site/partnerships/wick/aulnoy/index.html").is_file()


def test_a_withdrawn_article_is_published_whoever_reviewed_it(tmp_path):
    withdrawn = article_yaml(
        id="ta-0002", url=LEFT_OUT, rights="withdrawn", withdrawn={"on": "2026-01-01", "reason": "Asked for."},
        summary="Withdrawn.", reviewed=LEFT_OUT, reports=[], statements=[], events=[], outline=[], notes=[],
    )  # fmt: skip
    site = site_of(tmp_path, {"articles/ta-0002.yml": withdrawn}, **PUBLISHED)
    assert "a/ta-0002/index.html" in site.files()


def test_a_link_to_what_is_not_published_leads_nowhere_and_is_told(tmp_path):
    about = ABOUT + "\n[It](/a/ta-0002/)\n"
    content = write(tmp_path, {**FILES, "pages/about.md": about})
    assert run(content, tmp_path / "site")[0] == 0
    status, said = run(content, tmp_path / "published", **PUBLISHED)
    assert status == 1
    assert "TW074" in said


def test_warnings_of_what_is_left_out_do_not_forbid_a_strict_build(tmp_path):
    content = write(tmp_path, {**FILES, "articles/ta-0001.yml": None})
    status, said = run(content, tmp_path / "site", strict=True, **PUBLISHED)
    assert status == 0, said


def test_strictness_is_for_what_is_reviewed(tmp_path):
    content = write(tmp_path, {**FILES, "articles/ta-0001.yml": None})
    status, said = run(content, tmp_path / "site", strict=True)
    assert status == 0, said
    assert "warning[TW053]" in said


def test_a_record_that_cannot_be_read_whole_is_told_whether_or_not_it_is_reviewed(tmp_path):
    content = write(tmp_path, {**FILES, "articles/ta-0002.yml": DRAFT + "nonsense: 1\n"})
    status, said = run(content, tmp_path / "site", **PUBLISHED)
    assert status == 1
    assert "TW020" in said


def test_a_site_that_showed_drafts_on_this_computer_is_not_missed_when_it_is_published(tmp_path):
    content = write(tmp_path, FILES)
    assert run(content, tmp_path / "site")[0] == 0
    status, said = run(content, tmp_path / "site", **PUBLISHED)
    assert status == 0, said
    assert not (tmp_path / "site/a/ta-0002").exists()


@pytest.mark.parametrize(("more", "named"), [({}, True), (PUBLISHED, False)])
def test_the_same_story_is_linked_both_ways_where_both_are_published(tmp_path, more, named):
    files = {**FILES, "articles/ta-0001.yml": article_yaml(same_story=["ta-0002"])}
    site = site_of(tmp_path, files, **more)
    assert ("../../a/ta-0002/" in site.read("a/ta-0001/index.html")) == named
    if named:
        assert "../../a/ta-0001/" in site.read("a/ta-0002/index.html")


def test_a_page_says_how_sure_the_machine_was_until_somebody_has_reviewed_it(tmp_path):
    read = [report(proposed=[{"of": "outcome", "by": "machine", "confidence": 0.62}])]
    page = site_of(tmp_path / "a", {"articles/ta-0001.yml": article_yaml(reports=read, reviewed=LEFT_OUT)})
    assert "read by machine, 62% sure" in page.read("a/ta-0001/index.html")
    page = site_of(tmp_path / "b", {"articles/ta-0001.yml": article_yaml(reports=read)})
    assert "read by machine" not in page.read("a/ta-0001/index.html")
