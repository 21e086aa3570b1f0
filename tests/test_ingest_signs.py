"""Which places are partners by the signs of a whole text: villages, councils that go unnamed, and what speaks against."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twinning.commands import weigh
from twinning.ingest import Reader, propose
from twinning.ingest.pairs.signs import candidates


def pairs(text):
    reports = propose(text.encode(), "x.txt").reports
    return {(report.council.value.name, report.partner.value.name) for report in reports}


def outcome(text):
    (report,) = propose(text.encode(), "x.txt").reports
    return str(report.outcome.value)


def test_councillors_of_a_town_are_its_town_council():
    text = (
        "Wivenhoe keeps its twin\n\nTown councillors in Wivenhoe voted on Monday to keep the twinning with Pontchâteau, a "
        "town in Brittany.\n\nThe mayor of Wivenhoe said the French town had been a friend."
    )
    assert pairs(text) == {("Wivenhoe Town Council", "Pontchâteau")}


def test_a_scottish_towns_council_is_that_of_its_area():
    text = "Provost writes to Hürth\n\nThe council in Alloa is twinned with the German town of Hürth. Councillors met in Alloa."
    assert {council for council, _ in pairs(text)} <= {"Clackmannanshire Council"}


def test_a_village_that_no_list_has_is_read_from_what_stands_before_it():
    text = "Charter signed\n\nWexcombe Parish Council is twinned with the French village of Saint-Amour-les-Prés."
    assert pairs(text) == {("Wexcombe Parish Council", "Saint-Amour-les-Prés")}


def test_a_short_name_means_the_long_one_of_the_same_text():
    text = (
        "Spa friends\n\nWexcombe Town Council is twinned with Bagnères-de-Luchon in France.\n\nThe council voted on Monday "
        "to keep the Luchon twinning."
    )
    assert pairs(text) == {("Wexcombe Town Council", "Bagnères-de-Luchon")}


@pytest.mark.parametrize(
    "text",
    [
        "Officers' bond\n\nPolice in Hull have ended a partnership with officers in the German port of Bremen.\n\nThe force said so.",
        "Buses\n\nThe bus firm's owner, a company in Lyon, has ended a partnership. The council was told.",
        "Cup\n\nTwin strikers sank Lyon. The council's safety group signed off the match.",
        "Minutes of the Parochial Church Council\n\nThe parish is linked with a church in Masvingo, Zimbabwe.",
    ],
)
def test_links_of_police_firms_teams_and_churches_are_no_councils(text):
    assert pairs(text) == set()


def test_a_country_is_never_a_partner():
    assert pairs("Wexcombe Town Council has dropped its plan for a pact with Montenegro.") == set()


def test_a_line_that_the_file_breaks_is_read_whole():
    text = (
        "Twin is kept by the town council\n\nMembers of Wexcombe Town Council have agreed to keep the twin-\nning with the "
        "French town of Quimper, which\nthey visited in May.\n"
    )
    assert pairs(text) == {("Wexcombe Town Council", "Quimper")}


def test_what_is_said_without_naming_the_link_is_read():
    opening = "Town's friends abroad\n\nWexcombe Town Council considered its link with Quimper in France on Monday. "
    assert outcome(opening + "The pause is over and it is back on.") == "reinstated"


def test_an_end_of_the_last_century_is_history():
    text = (
        "The winter of the skis\n\nIt is January 1985. The council's committee voted to suspend the twinning of Oldham "
        "Council with Kranj in Yugoslavia.\n\nLast month the council's party went to Kranj again for the carnival."
    )
    assert outcome(text) not in {"suspended", "ended"}


def test_weigh_refuses_where_there_are_no_texts(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(weigh, "CORPUS", tmp_path)
    assert weigh.run() == 2
    assert "no texts" in capsys.readouterr().err


def test_weigh_refuses_to_leave_out_what_is_not_there(capsys):
    assert weigh.run("elsewhere") == 2
    assert "the parts are tune, held, fates, broad" in capsys.readouterr().err


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Wexcombe",
                "Town",
                "Council",
                "twinned",
                "with",
                "Quimper",
                "charter",
                "of",
                "to",
                "the",
                "in",
                "and",
                "Mayor",
                "–",
                ":",
                "“",
                "”",
                "(",
                ")",
                ",",
                ".",
                ";",
                "ended",
                "PARTNERX",
                "the",
                "twinning",
                "Cllr",
                "voted",
                "1985",
                "it",
                "Żory",
                "Saint-Malo",
                "councillors",
                "link",
                "agreement",
                "-\n\n",
                "\n",
                "said",
            ]
        ),
        max_size=300,
    )
)
def test_reading_never_raises(words):
    propose(("x " + " ".join(words)).encode(), "x.txt")


@pytest.mark.parametrize(
    "word", ["the ", "Council ", "twinned with ", "Saint-", "A, ", "said: “", "link to the ", "x\ny", "O’"]
)
def test_a_long_text_of_one_word_is_read_in_time_that_grows_with_it(word):
    assert propose(("Wexcombe Town Council. " + word * (20_000 // len(word))).encode(), "x.txt").reports == ()


def test_a_text_without_places_has_no_candidates():
    assert candidates(Reader().scene(b"The council met. Nothing was said.", "x")) == []


@pytest.mark.parametrize(("place", "value"), [("French", 1.0), ("German", 0.0)])
def test_a_place_is_known_again_by_its_countrys_adjective(place, value):
    """The French town, told beside another place, speaks of the one in France."""
    text = f"Oakham Town Council is twinned with Barmstedt and Dourdan in France. Of the {place} town it says: France."
    signs = {found.place.id: found.signs for found in candidates(Reader().scene(text.encode(), "x"))}
    assert signs["dourdan"].get("spoken of", 0.0) == value
