"""What the audit of pages looks at, and how it refuses what it cannot do."""

from pathlib import Path

import pytest
from sites import Site

from twinning.commands import lighthouse


def test_one_page_of_each_kind_is_looked_at_and_of_many_the_longest(sixty: Site):
    kinds = lighthouse.kinds(sixty.folder)
    assert {"", "a/", "councils/", "outcomes/", "search/", "timeline/", "data/", "about/"} <= set(kinds)
    articles = [page for page in kinds if page.startswith("a/ta-") and page.count("/") == 2]
    sizes = {page: (sixty.folder / page / "index.html").stat().st_size for page in sixty.article_pages()}
    assert [sizes[page] for page in articles] == [max(sizes.values())]
    assert len(kinds) == len({(page.split("/")[0], page.count("/")) for page in kinds})


@pytest.mark.parametrize(("scores", "given"), [([100], 100), ([99, 100, 100], 100), ([99, 97, 98], 98)])
def test_a_page_that_falls_short_is_given_the_median_of_three(scores: list[int], given: int):
    asked = iter([{"categories": {"performance": {"score": score / 100}}} for score in scores])
    found = lighthouse._fair(lambda: next(asked))
    assert round(100 * found["categories"]["performance"]["score"]) == given
    assert next(asked, None) is None


def test_a_folder_without_a_site_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert lighthouse.run(str(tmp_path)) == 2
    assert "there is no site" in capsys.readouterr().err


def test_without_lighthouse_the_way_to_get_it_is_said(
    sixty: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(lighthouse, "PROGRAM", tmp_path / "nothing.js")
    monkeypatch.setattr(lighthouse.shutil, "which", lambda _name: "chromium")
    assert lighthouse.run(str(sixty.folder)) == 2
    assert "npm ci" in capsys.readouterr().err
