"""A statement that was removed: its number stays, its place says why, and nothing else tells of it."""

from pathlib import Path
from typing import Any

import pytest
from builders import ARTICLE, article_yaml
from sites import site_of, text_of

from twinning.loading import load_text
from twinning.records import Article

REMOVED = {
    "name": "not-stated",
    "stance": "context-only",
    "gist": "Removed.",
    "removed": "It was told of the wrong person.",
}
SECOND = {
    "name": "Bo Marsh",
    "stance": "neutral",
    "gist": "He says when it began.",
    "evidence": [{"p": 4, "quote": "since 1986"}],
}


def codes(*statements: dict[str, Any]) -> list[str]:
    """Give the codes of a record with these statements."""
    _, problems = load_text("ta-0001", article_yaml(statements=list(statements)), Article)
    return [problem.code.value for problem in problems]


def test_a_removed_statement_wants_no_evidence():
    assert codes(REMOVED) == []
    assert codes({name: value for name, value in REMOVED.items() if name != "removed"}) == ["TW033"]


@pytest.mark.parametrize(
    "still",
    [
        {"name": "Ada Pike"},
        {"gist": "She said so."},
        {"role": "leader of the council"},
        {"party": "Labour"},
        {"evidence": [{"p": 3, "quote": "We voted"}]},
    ],
)
def test_a_removed_statement_that_is_still_told_is_named(still: dict[str, Any]):
    assert codes(REMOVED | still) == ["TW115"]


def test_the_number_of_a_removed_statement_says_why_and_those_after_it_keep_theirs(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(statements=[REMOVED, SECOND])})
    page = site.page("a/ta-0001/")
    assert text_of(page.css_first("#s1")) == "Removed It was told of the wrong person."
    assert text_of(page.css_first("#s2 h3")).startswith("Bo Marsh")
    assert [row["number"] for row in site.json("data/statements.json")] == [2]
    assert [row["statement"] for row in site.json("data/evidence.json") if row["statement"]] == [2]
    linked = [
        body["source"]
        for item in site.json("a/ta-0001/annotations.json")["items"]
        for body in item["body"]
        if body["purpose"] == "linking"
    ]
    assert linked == [f"{site.url}/a/ta-0001/#s2"]
    assert not (site.folder / "people" / "ada-pike").exists()
    assert (site.folder / "people" / "bo-marsh" / "index.html").is_file()
    assert ARTICLE["statements"][0]["gist"] not in site.read("a/ta-0001/index.html")
