"""Links to newspapers last too: they say where a copy is, and an original that is gone leaves the way to it."""

from pathlib import Path

import pytest
from builders import LEFT_OUT, article_yaml
from sites import Site, hashes, site_of, text_of, write

from twinning.commands import archive_links

URL = "https://echo.example/northbridge-drops-luzhou"
EARLY = {"url": f"https://web.archive.org/web/20190101000000/{URL}", "date": "2019-01-01"}
NEAR = {"url": f"https://web.archive.org/web/20210310000000/{URL}?a=1&b=2", "date": "2021-03-10"}


def origin(folder: Path, **changes: object) -> Site:
    return site_of(folder, {"articles/ta-0001.yml": article_yaml(**changes)})


def test_a_link_to_the_original_names_the_copy_nearest_to_its_day(tmp_path: Path):
    site = origin(tmp_path, archived=[NEAR, {**EARLY, "date": "2022-01-01"}])
    (link,) = site.page("a/ta-0001/").css(f'.origin a[href="{URL}"]')
    assert link.attributes["data-originalurl"] == URL
    assert link.attributes["data-versionurl"] == NEAR["url"]
    assert link.attributes["data-versiondate"] == "2021-03-10"


def test_a_link_without_a_copy_claims_none(tmp_path: Path):
    (link,) = origin(tmp_path).page("a/ta-0001/").css(f'.origin a[href="{URL}"]')
    assert set(link.attributes) == {"href"}


def test_an_original_that_is_gone_leads_to_the_copy_and_keeps_its_address(tmp_path: Path):
    site = origin(tmp_path, archived=[NEAR], unreachable="2024-05-01")
    page = site.page("a/ta-0001/")
    assert page.css(f'.origin a[href="{URL}"]') == []
    link = page.css_first(".origin a[data-originalurl]")
    assert (link.attributes["href"], link.attributes["data-originalurl"]) == (NEAR["url"], URL)
    assert f"{URL}, was gone on 1 May 2024" in text_of(page.css_first(".origin"))


def test_an_original_that_is_gone_without_a_copy_keeps_its_address_and_leads_nowhere(tmp_path: Path):
    page = origin(tmp_path, unreachable="2024-05-01").page("a/ta-0001/")
    assert page.css(f'.origin a[href="{URL}"]') == []
    assert f"{URL}, was gone on 1 May 2024" in text_of(page.css_first(".origin"))


def test_what_has_no_copy_is_listed_with_the_address_that_makes_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = write(tmp_path, {
        "articles/ta-0002.yml": article_yaml(id="ta-0002", url="https://echo.example/2", archived=[NEAR]),
        "articles/ta-0003.yml": article_yaml(id="ta-0003", url=LEFT_OUT),
    })  # fmt: skip
    before = hashes(tmp_path)
    assert archive_links.run(str(content)) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"ta-0001\t{URL}\n")
    assert f"https://web.archive.org/save/{URL}" in said.out
    assert "ta-0002" not in said.out
    assert "ta-0003" not in said.out
    assert "1 of 2 newspapers’ pages" in said.err
    assert hashes(tmp_path) == before


def test_listing_links_tells_what_is_wrong_with_the_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = write(tmp_path, {"articles/ta-0001.yml": article_yaml(published="soon")})
    assert archive_links.run(str(content)) == 1
    assert "error[TW030]" in capsys.readouterr().err
    assert archive_links.run(str(tmp_path / "nowhere")) == 2
