"""`cite` formats any list of CSL-JSON in every style, and says what is wrong with one."""

import json

import pytest

from twinning.commands import cite as command

GOOD = {"id": "a", "type": "article-newspaper", "title": "Town ends link", "issued": {"date-parts": [[2011, 3, 17]]}}


def run(tmp_path, text, **options):
    file = tmp_path / "list.json"
    file.write_text(text if isinstance(text, str) else json.dumps(text), "utf-8")
    return command.run(str(file), **{"as_json": True} | options)


def test_every_style_has_every_item(tmp_path, capsys):
    assert run(tmp_path, [GOOD, {**GOOD, "id": 2, "type": "webpage"}]) == 0
    made = json.loads(capsys.readouterr().out)
    assert list(made) == [
        "harvard-cite-them-right",
        "apa",
        "modern-language-association",
        "chicago-author-date",
        "chicago-notes-bibliography",
        "oscola",
        "wikipedia",
    ]
    assert all(set(items) == {"a", "2"} for items in made.values())
    assert set(made["apa"]["a"]) == {"bib_text", "bib_html", "cite_text"}
    assert made["apa"]["a"]["bib_html"] == '<div class="csl-entry"><i>Town ends link</i>. (2011, March 17).</div>'


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[{]", "TW130", ":1:3:"),
        ('[{"id": 1, "id": 2}]', "TW130", ":1:1:"),
        ('[{"id": NaN}]', "TW130", ":1:1:"),
        ("[" * 100_000, "TW130", ":1:1:"),
        ("[" + "9" * 5000 + "]", "TW130", ":1:1:"),
        ('{"a": 1}', "TW131", ":1:1:"),
        ("[\n5\n]", "TW131", ":2:1:"),
        ([{**GOOD, "id": ""}], "TW132", ":1:1:"),
        ([GOOD, GOOD], "TW132", ":1:1:"),
        ([{**GOOD, "type": "book"}], "TW133", ":1:1:"),
        ([{**GOOD, "title": {}}], "TW134", ":1:1:"),
        ([{**GOOD, "author": "Jane"}], "TW134", ":1:1:"),
        ([{**GOOD, "issued": "2011"}], "TW134", ":1:1:"),
        ([{**GOOD, "issued": {"date-parts": [["x"]]}}], "TW134", ":1:1:"),
        ("", "TW002", ""),
    ],
)
def test_each_fault_of_a_list_has_its_code(tmp_path, capsys, text, code, place):
    assert run(tmp_path, text) == 1
    said = capsys.readouterr().err
    assert f"error[{code}]" in said
    assert place in said


def test_what_can_be_cited_is_although_another_item_cannot(tmp_path, capsys):
    assert run(tmp_path, [GOOD, {"id": "b", "type": "book"}]) == 1
    made = capsys.readouterr()
    assert list(json.loads(made.out)["apa"]) == ["a"]
    assert "1 error" in made.err


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path, capsys):
    assert command.run(str(tmp_path / "none.json"), as_json=True) == 2
    assert "nothing is at" in capsys.readouterr().err


def test_people_are_shown_each_style_by_its_name(tmp_path, capsys):
    assert run(tmp_path, [GOOD], as_json=False) == 0
    shown = capsys.readouterr().out
    assert "Harvard (Cite Them Right 12)\n\n  a: " in shown
