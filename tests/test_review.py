"""What a keeper checks stands beside its text, the least certain first, with the line to edit: in the preview alone."""

import re
from datetime import date

import pytest
from builders import LEFT_OUT, SOURCE, archive_of, article_yaml, write_content
from editions import assert_sound
from proposals import TEXT, proposal
from sites import Site, run, text_of

from twinning.drafts import Authorities, drafted, written

LINE = re.compile(r"content/(\w+)/([\w-]+)\.yml:(\d+)")


def archive(folder, *, at_hand=True):
    """Write an archive with a draft, and its text; give the files by their names."""
    made = drafted(proposal(), "ta-0002", Authorities(archive_of()), date(2026, 11, 22))
    files = {"articles/ta-0002.yml": written(made.article)}
    files |= {f"{kind}/{name}.yml": written(record) for (kind, name), record in made.new.items()}
    content = write_content(folder, files)
    (folder / "sources").mkdir()
    if at_hand:
        (folder / "sources/eastmere.txt").write_bytes(TEXT.encode())
    return content


def preview(folder, **how):
    content = archive(folder, **how)
    status, said = run(content, folder / "site", sources=folder / "sources", full_text=True, PREVIEW=True)
    assert status == 0, said
    return Site(folder / "site"), content


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    return preview(tmp_path_factory.mktemp("review"))


def test_every_record_that_nobody_has_reviewed_has_a_page_and_no_other(seen):
    site, _ = seen
    assert [name for name in site.files() if name.startswith("review/")] == [
        "review/index.html",
        "review/ta-0002/index.html",
    ]
    listed = text_of(site.page("review/").css_first("main"))
    assert "TA-0002: Eastmere parts with Aulnoy" in listed
    assert "TA-0001" not in listed


def test_every_page_of_the_preview_leads_to_what_is_to_be_reviewed(seen):
    assert seen[0].page("a/ta-0001/").css_first(".banner a").attributes["href"] == "../../review/"


def test_what_is_least_certain_stands_first(seen):
    marks = [text_of(mark) for mark in seen[0].page("review/ta-0002/").css(".checks .mark")]
    sures = [0 if mark == "not found" else int(mark.removesuffix("% sure")) for mark in marks]
    assert sures == sorted(sures)
    assert len(sures) > 20


def test_each_value_names_the_line_that_holds_it(seen):
    site, content = seen
    for item in site.page("review/ta-0002/").css(".checks > li"):
        place, shown = (text_of(code) for code in item.css(".aside code"))
        kind, name, line = LINE.fullmatch(place).groups()
        held = (content / kind / f"{name}.yml").read_text().splitlines()[int(line) - 1]
        assert " ".join(held.split())[:160] == shown
        what = text_of(item.css_first("strong")).lower().replace(" ", "_")
        assert f"{what}:" in held or what in {"grounds", "as_reported"}, (what, held)


def test_places_that_nobody_has_checked_are_on_the_list_with_their_files(seen):
    said = text_of(seen[0].page("review/ta-0002/").css_first(".checks"))
    assert "content/partners/aulnoy.yml:" in said
    assert "content/councils/eastmere-2.yml:" in said


def test_every_piece_of_evidence_is_marked_in_place(seen):
    page = seen[0].page("review/ta-0002/")
    marked = {text_of(mark) for mark in page.css("mark")}
    assert {"Eastmere Borough Council", "twinned since 1986", "costs too much", "Thursday 4 March 2021"} <= marked
    assert [text_of(q) for q in page.css("#p5 ul q")] == ["It costs too much", "costs too much"]
    whole = [text_of(p) for p in page.css(".own")]
    assert whole == [line for line in TEXT.splitlines() if line]
    for link in page.css(".checks .by a"):
        assert page.css_first(f"[id='{link.attributes['href'][1:]}']") is not None


def test_what_a_mark_shows_is_said_below_it(seen):
    said = text_of(seen[0].page("review/ta-0002/").css_first("#p4"))
    assert "shows since (Eastmere and Aulnoy)" in said


def test_without_the_text_the_page_says_so(tmp_path):
    site, _ = preview(tmp_path, at_hand=False)
    page = site.page("review/ta-0002/")
    assert "The text is not at hand" in text_of(page.css_first("main"))
    assert "twinned since 1986 ¶ 4" in text_of(page.css_first(".checks"))


def test_a_record_by_hand_that_nobody_has_reviewed_is_checked_fact_by_fact(tmp_path):
    content = write_content(tmp_path, {"articles/ta-0001.yml": article_yaml(reviewed=LEFT_OUT)})
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.txt").write_bytes(SOURCE.encode())
    status, said = run(content, tmp_path / "site", sources=tmp_path / "sources", full_text=True, PREVIEW=True)
    assert status == 0, said
    page = Site(tmp_path / "site").page("review/ta-0001/")
    assert "nobody said how sure" in text_of(page.css_first(".checks"))
    assert "Outcome" in text_of(page.css_first(".checks"))


@pytest.mark.parametrize("how", [{}, {"full_text": True}, {"UNREVIEWED": False}])
def test_no_other_build_has_these_pages(tmp_path, how):
    content = archive(tmp_path)
    status, said = run(content, tmp_path / "site", sources=tmp_path / "sources", **how)
    assert status == 0, said
    site = Site(tmp_path / "site")
    assert not (site.folder / "review").exists()
    assert not any(re.search(r'"(\.\./)*review/', site.read(name)) for name in site.pages())
    assert "/review/" not in site.read("sitemap.xml")


def test_the_pages_are_what_their_marks_say(seen):
    site, _ = seen
    script = re.compile(r'<script src="(?:\.\./)+preview\.js" defer></script>')
    assert_sound({name: script.sub("", site.read(name)) for name in site.pages() if name.startswith("review/")})
