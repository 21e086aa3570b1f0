"""The scores of reading: what is counted as right, missed, harmful or invented."""

import json

import pytest

from twinning.commands import evaluate
from twinning.ingest import Reader
from twinning.ingest.evaluation import Evaluation, agrees, same
from twinning.ingest.line import as_json

STORY = "Eastmere Borough Council has voted to end its twinning with the Russian city of Ivanovo.\n"


def scored(expected, text=STORY):
    evaluation = Evaluation()
    evaluation.add("x", expected, as_json(Reader().propose(text.encode(), "x")))
    return evaluation


def report(outcome="ended", council="Eastmere Borough Council"):
    return {"council": {"name": council}, "partner": {"name": "Ivanovo"}, "outcome": outcome}


def test_what_an_expectation_leaves_out_is_not_scored():
    evaluation = scored({})
    assert evaluation.pair.f1 == 1.0
    assert not evaluation.dates
    assert not evaluation.kinds


def test_an_end_that_is_none_is_harmful():
    assert scored({"reports": [report("active")]}).outcome == {"wrong": 1, "harmful": 1}
    assert scored({"reports": [report("ended")]}).outcome == {"right": 1, "harmful": 0}


def test_a_pair_in_a_text_that_has_none_is_a_false_alarm():
    assert scored({"reports": []}).false_alarms == 1


def test_a_date_where_none_is_expected_is_invented():
    assert scored({"published": None}, "Published 4 March 2022\n\n" + STORY).dates == {"invented": 1}
    assert scored({"published": None}).dates == {"rightly none": 1}


@pytest.mark.parametrize(
    ("wanted", "own", "right"),
    [
        ("2020-09-28", "2020-09-28", True),
        ("2020-09-28~", "2020-09-28", True),
        ("2020-09-28", "2020-09", False),
        ("2020-09", "2020", True),
        ("2020", "2020-09", False),
        ("2020", "2021", False),
    ],
)
def test_a_date_is_right_where_it_is_no_narrower_and_a_day_is_that_day(wanted, own, right):
    assert agrees(wanted, own) is right


@pytest.mark.parametrize(
    ("wanted", "own", "side", "one"),
    [
        ({"name": "Wakefield Council"}, {"name": "Wakefield Metropolitan District Council"}, "council", True),
        ({"name": "A", "code": "GB-WKF"}, {"name": "B", "code": "GB-WKF"}, "council", True),
        ({"name": "A", "code": "GB-WKF"}, {"name": "A", "code": "GB-LDS"}, "council", False),
        ({"name": "A", "code": "E08000036"}, {"name": "A", "code": "GB-WKF"}, "council", True),
        ({"name": "Ely Town Council"}, {"name": "Ely County Council"}, "council", False),
        ({"name": "Béziers"}, {"name": "Beziers"}, "partner", True),
        ({"name": "Nanning City"}, {"name": "Nanning"}, "partner", True),
    ],
)
def test_places_are_one_by_id_or_code_of_a_kind_else_by_folded_name(wanted, own, side, one):
    assert same(wanted, own, side) is one


def test_an_expectation_that_cannot_be_read_is_named(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.json").write_text("{")
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "b.json").write_text(json.dumps({"reports": [report()]}))
    assert evaluate.run(str(tmp_path)) == 1
    said = capsys.readouterr()
    assert "TW101" in said.err
    assert "1 texts" in said.out
