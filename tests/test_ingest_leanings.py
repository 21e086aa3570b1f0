"""What somebody wants of a link is weighed by many signs, and nobody is given a side that nothing shows."""

from __future__ import annotations

import pytest

from twinning.ingest import Reader
from twinning.ingest.learnt import table
from twinning.ingest.people.sides import _SIGNS as WORDINGS
from twinning.ingest.people.sides import TABLE

ENDED = "Councillors voted by 20 to 8 on Monday to end the twinning."
FORMED = "The council has agreed to sign a twinning agreement with the city."
PAUSED = "Councillors voted by 20 to 8 on Monday to suspend the twinning."
ASKED = "Councillors talked about the twinning on Monday."


def stances(*paragraphs: str) -> dict[str, str]:
    """Give each person's stance in an article of these paragraphs."""
    told = "\n\n".join(
        ("A night at the town hall", "Eastmere Borough Council is twinned with Ivanovo in Russia.", *paragraphs)
    )
    return {s.name.value: s.stance.value.value for s in Reader().propose(told.encode(), "told.txt").statements}


@pytest.mark.parametrize(
    ("story", "said", "stance"),
    [
        (ENDED, "Cllr Ada Pike said: “It costs £900, and that is money for bins and potholes.”", "for-ending"),
        (ENDED, "Cllr Ada Pike, who opposed the motion, said it was a mistake and a shame.", "against-ending"),
        (ENDED, "Cllr Ada Pike said that keeping the twinning amounted to looking away from human rights.", "for-ending"),
        (ENDED, "Council leader Ada Pike said the letter would go in the morning post.", "neutral"),
        (ASKED, "Cllr Ada Pike said: “Scrap it. It is a relic and a waste, and it has had its day.”", "for-ending"),
        (ASKED, "Cllr Ada Pike said: “They stuck with us, and it costs us nothing. We will keep it.”", "against-ending"),
        (FORMED, "Cllr Ada Pike spoke against. “We have no staff for it,” she said, “and it is money we need.”", "against-forming"),
        (FORMED, "Council leader Ada Pike said: “There is so much that we can learn from them.”", "for-forming"),
        (PAUSED, "Cllr Ada Pike moved the motion and said it could not be business as usual.", "for-suspending"),
        (ASKED, "Cllr Ada Pike said the link should be put on hold until there was peace.", "for-suspending"),
    ],
)  # fmt: skip
def test_a_side_is_weighed_by_words_deeds_and_office(story, said, stance):
    assert stances(story, said)["Ada Pike"] == stance


@pytest.mark.parametrize(
    "said",
    [
        "Cllr Ada Pike said that the lift was out of order.",
        "Cllr Ada Pike said: “I have no fixed view. It costs £900, and it is a waste or it is not.”",
        "Cllr Ada Pike said: “Has it had its day?”",
        "Cllr Ada Pike said that people had talked of little else.",
    ],
)
def test_nobody_is_given_a_side_that_nothing_shows(said):
    assert stances(ASKED, said).get("Ada Pike", "neutral") == "neutral"


def test_who_speaks_of_an_end_is_not_against_forming_a_link():
    said = stances(FORMED, "Cllr Ada Pike moved that the council end its twinning with Ivanovo.")
    assert said["Ada Pike"] == "for-ending"


def test_of_two_links_the_one_that_somebody_names_is_meant():
    said = stances(
        "The council voted on Monday to end the twinning with Ivanovo.",
        "The council renewed its twinning with Gladbeck in Germany on the same night.",
        "Council leader Ada Pike said that she was proud of the link with Gladbeck, which was worth keeping.",
        "Cabinet member Colin Sykes said that the link with Ivanovo was a waste of money and it was time to end it.",
    )
    assert (said["Ada Pike"], said["Colin Sykes"]) == ("against-ending", "for-ending")


def test_every_sign_of_a_side_is_weighed_and_the_plainest_as_they_ought():
    known = {name: table(TABLE).weight(f"={name}", "for") for name in (*WORDINGS, "decides", "wants an end")}
    assert known["wants an end"] < known["money"] < 0 < known["staying"] < known["decides"]
    assert all(known.values())


def test_who_moved_what_was_lost_wanted_the_end_of_what_is_kept():
    said = stances(
        "A bid by Cllr Ada Pike to have the twinning with Ivanovo wound up was defeated, she said, by a mile."
    )
    assert said["Ada Pike"] == "for-ending"


def test_who_says_much_must_be_surer_to_be_given_a_side():
    words = "I lived in Mill Lane. The money was short. I was young."
    letter = f"Letters to the editor\n\nDear Editor\n\nEastmere Borough Council is twinned with Ivanovo. {' '.join([words] * 4)}\n\nColin Sykes, Mill Lane, Eastmere\n"
    said = Reader().propose(letter.encode(), "letter.txt").statements
    assert [str(s.stance.value) for s in said] == ["neutral"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Opponents claimed that Cllr Ada Pike wants to scrap the twinning.",
        "It was rumoured that Cllr Ada Pike wants to scrap the twinning.",
        "Cllr Ada Pike was accused of wanting to scrap the twinning.",
        "Cllr Ada Pike asked whether the twinning should be scrapped.",
        "Cllr Ada Pike denied claims that she had called the twinning a waste of money.",
        "Cllr Ada Pike said some people thought the twinning should be scrapped.",
        "Cllr Ada Pike was criticised by campaigners who want to end the twinning.",
        "Ada Pike, chairman of the Eastmere Twinning Association, said the letter had come in the post.",
        "The Mayor, Cllr Ada Pike, said the vote was taken at nine o'clock.",
    ],
)
def test_what_is_claimed_asked_or_left_unsaid_gives_nobody_a_side(sentence):
    said = stances("The council voted on Monday to end the twinning with Ivanovo.", sentence)
    assert set(said.values()) <= {"neutral"}


def sides_after(sentence):
    """Read who takes which side in a story in which Ann Lee wants an end, and the sentence follows."""
    text = (
        "Row over link\n\nWakefield Council has ended its twinning with Herne in Germany. Coun Ann Lee said the twinning was "
        f"a waste of money and it was high time to end it. {sentence}"
    )
    return {said.name.value: str(said.stance.value) for said in Reader().propose(text.encode(), "a.txt").statements}


@pytest.mark.parametrize(
    "sentence",
    ["Coun Bob Roe seconded her.", "Coun Bob Roe, who leads the Greens, backed her.", "Coun Bob Roe agreed."],
)
def test_who_says_only_that_another_is_right_takes_that_side(sentence):
    assert sides_after(sentence)["Bob Roe"] == "for-ending"


@pytest.mark.parametrize(
    "sentence",
    [
        "Coun Bob Roe said it had never seconded her.",
        "Coun Bob Roe said nobody backed him.",
        "Coun Bob Roe said not everyone agreed.",
        "Coun Bob Roe asked the mayor when the minutes would be agreed.",
    ],
)
def test_who_tells_of_agreement_takes_no_side(sentence):
    assert sides_after(sentence).get("Bob Roe", "neutral") == "neutral"


@pytest.mark.parametrize(
    "words",
    [
        "she wanted it to go on",
        "she wants the link to go from strength to strength",
        "ending it would be folly",
    ],
)
def test_what_speaks_for_a_link_is_no_wish_to_end_it(words):
    text = (
        "Row over link\n\nWakefield Council is twinned with Herne in Germany. A review of the twinning is under way. "
        f"Coun Ann Lee said {words}."
    )
    said = Reader().propose(text.encode(), "a.txt").statements
    assert not {str(one.stance.value) for one in said} & {"for-ending", "for-suspending"}


def test_he_and_she_are_who_was_named_last_in_the_paragraph():
    text = (
        "Vote to stay\n\nWakefield Council has kept its twinning with Herne in Germany.\n\nCoun Ann Lee said that the twinning "
        "was a treasure and must not end.\n\nCoun Tom Poe was one of the few to back the motion to end it. He said the link was "
        "a waste of money."
    )
    stances = {said.name.value: str(said.stance.value) for said in Reader().propose(text.encode(), "a.txt").statements}
    assert stances["Tom Poe"] == "for-ending"
    assert stances["Ann Lee"] != "for-ending"
