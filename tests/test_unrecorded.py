"""A folder of raw texts without records: a page for each, marked as machine-read, and nothing written into it."""

import pytest
from builders import write_content
from sites import Site, hashes, run, text_of
from test_ingest_command import FAIR, PAGE, STORY


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY)
    (folder / "fair.txt").write_text(FAIR)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return folder


@pytest.fixture
def bare(tmp_path):
    """Give content without a record of any article."""
    return write_content(tmp_path, {"articles/ta-0001.yml": None})


def test_every_text_has_a_page_that_says_it_is_machine_read(tmp_path, texts, bare):
    before = hashes(tmp_path)
    status, said = run(bare, tmp_path / "site", sources=texts)
    assert status == 0, said
    site = Site(tmp_path / "site")
    assert site.article_pages() == ["a/ta-0001/", "a/ta-0002/"]
    for path in site.article_pages():
        assert "Machine-read, not reviewed" in text_of(site.page(path).css_first("main"))
    page = text_of(site.page("a/ta-0002/").css_first("main"))
    assert "Eastmere Borough Council" in page
    assert "% sure" in page
    assert {k: v for k, v in hashes(tmp_path).items() if not k.startswith("site")} == before


def test_a_page_shows_no_more_than_may_be_published(tmp_path, texts, bare):
    run(bare, tmp_path / "site", sources=texts)
    assert "carried by a large majority" not in Site(tmp_path / "site").read("a/ta-0002/index.html")
    run(bare, tmp_path / "whole", sources=texts, full_text=True)
    assert "carried by a large majority" in Site(tmp_path / "whole").read("a/ta-0002/index.html")


def test_a_folder_of_texts_may_be_given_as_the_content(tmp_path, texts):
    status, said = run(texts, tmp_path / "site", sources=tmp_path)
    assert status == 0, said
    assert Site(tmp_path / "site").article_pages() == ["a/ta-0001/", "a/ta-0002/"]
    assert sorted(path.name for path in texts.iterdir()) == ["fair.txt", "photo.jpg", "story.txt"]


def test_saved_pages_have_pages_too(tmp_path, texts, bare):
    (texts / "saved.html").write_text(PAGE.replace("Ivanovo", "Tver"))
    status, said = run(bare, tmp_path / "site", sources=texts)
    assert status == 0, said
    assert len(Site(tmp_path / "site").article_pages()) == 3


def test_the_same_texts_give_the_same_site(tmp_path, texts, bare):
    for name in ("one", "two"):
        run(bare, tmp_path / name, sources=texts)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_where_there_is_a_record_texts_without_one_have_no_page(tmp_path, texts):
    content = write_content(tmp_path)
    run(content, tmp_path / "site", sources=texts)
    assert Site(tmp_path / "site").article_pages() == ["a/ta-0001/"]


def test_nothing_of_it_is_published(tmp_path, texts, bare):
    status, said = run(bare, tmp_path / "site", sources=texts, UNREVIEWED=False)
    assert status == 0, said
    assert not (tmp_path / "site/a/ta-0001").exists()
