"""What is learnt from texts: tables of weights that can be read, and are the same each time."""

import pytest

from twinning.commands.weigh import Model, learnt
from twinning.ingest.fates import odds
from twinning.ingest.learnt import Seen, Table, logistic, places_of, shares, words_of
from twinning.ingest.learnt import table as learnt_table
from twinning.ingest.pairs import partners
from twinning.ingest.people import sides
from twinning.vocabulary import Outcome

TOLD = [
    (Seen(frozenset({"axed", "the", "link"}), {"ended": 1.0}), "ended"),
    (Seen(frozenset({"scrapped", "the", "link"}), {"ended": 1.0}), "ended"),
    (Seen(frozenset({"axed", "the", "charter"}), {}), "ended"),
    (Seen(frozenset({"renewed", "the", "link"}), {}), "renewed"),
    (Seen(frozenset({"renewed", "the", "charter"}), {}), "renewed"),
    (Seen(frozenset({"visited", "the", "town"}), {}), "active"),
    (Seen(frozenset({"visited", "the", "link"}), {}), "active"),
]
MODEL = Model(loose=10.0, sign=0.5, kept=6, balanced=True)


def table():
    return Table(learnt(TOLD, MODEL, "seven examples").splitlines())


def answer(seen):
    found = table()
    return max(zip(found.scores(seen).each, found.answers, strict=True))[1]


@pytest.mark.parametrize(("word", "expected"), [("axed", "ended"), ("renewed", "renewed"), ("visited", "active")])
def test_a_word_speaks_for_what_it_was_said_of(word, expected):
    assert answer(Seen(frozenset({word}), {})) == expected


def test_a_sign_of_the_rules_speaks_beside_the_words():
    assert answer(Seen(frozenset({"the"}), {"ended": 1.0})) == "ended"


def test_what_was_never_seen_says_nothing():
    unknown = table().scores(Seen(frozenset({"zeppelin"}), {"flight": 1.0}))
    assert unknown == table().scores(Seen(frozenset(), {}))
    assert unknown.fullness == 0.0


def test_the_same_examples_give_the_same_table():
    assert learnt(TOLD, MODEL, "seven examples") == learnt(list(TOLD), MODEL, "seven examples")


def test_a_word_said_once_is_not_learnt():
    assert table().weight("scrapped", "ended") == 0.0


def test_of_two_answers_one_has_its_weights():
    two = [(seen, "yes" if said == "ended" else "no") for seen, said in TOLD]
    found = Table(learnt(two, MODEL, "seven examples").splitlines())
    assert found.answers == ("yes",)
    assert found.weight("axed", "yes") > 0 > found.weight("renewed", "yes")


def test_long_texts_are_no_surer():
    once, more = frozenset({"axed"}), frozenset({"axed", "the", "link", "charter", "visited", "renewed"})
    assert table().scores(Seen(more, {})).fullness == 1.0
    assert table().scores(Seen(once, {})).fullness < 1.0


def test_shares_sum_to_one_whatever_the_odds():
    assert shares([1000.0, -1000.0, 0.0]) == (1.0, 0.0, 0.0)
    assert logistic(-800.0) == pytest.approx(0.0)
    assert logistic(800.0) == 1.0


def test_numbers_and_years_are_words_of_their_own():
    assert words_of("PARTNERX’s 12 guests came in 1987.") == (
        "partnerx's",
        "NUMBER",
        "guests",
        "came",
        "in",
        "YEAR",
        ".",
    )


def test_words_are_shown_where_they_stand_and_numbers_and_stops_are_not():
    assert places_of("In 1985 it’s axed?") == [("in", (0, 2)), ("it's", (8, 12)), ("axed", (13, 17))]
    assert places_of("") == []


@pytest.mark.parametrize("lines", [[], ["sign"], ["sign\tweight"], ["sign\trarity\tyes", "axed"]])
def test_what_is_no_table_says_how_to_make_one(lines):
    with pytest.raises(ValueError, match=r"tasks\.py weigh"):
        Table(lines)


def test_a_row_of_too_few_weights_says_how_to_make_it():
    with pytest.raises(ValueError, match="'axed'"):
        Table(["sign\trarity\tyes\tno", "axed\t100\t5"]).weight("axed", "yes")


def test_the_tables_that_are_here_know_the_plainest_words():
    assert learnt_table(odds.TABLE).weight("=ended", "ended") > learnt_table(odds.TABLE).weight("=ended", "active")
    assert learnt_table(odds.TABLE).weight("reinstated", "reinstated") > learnt_table(odds.TABLE).weight(
        "reinstated", "ended"
    )
    assert {*learnt_table(odds.TABLE).answers} == {outcome.value for outcome in Outcome} - {"ending-called-for"}
    assert (
        learnt_table(partners.TABLE).weight("=not within", "partner")
        > 0
        > learnt_table(partners.TABLE).weight("=within", "partner")
    )
    assert learnt_table(sides.TABLE).answers == ("for",)
