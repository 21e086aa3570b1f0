"""What became of a link, how firmly, and who wants what of it."""

import pytest

from twinning.ingest import propose
from twinning.ingest.texts.layout import kinds

HARM = {"ended", "suspended", "lapsed", "shelved"}


def read(*paragraphs):
    """Read an article on one twinning that ends with these paragraphs."""
    text = "\n\n".join(
        (
            "Town hall news from Barnsley",
            "Barnsley Council has been twinned with Horlivka in Ukraine since 1987.",
            "More than 40 people have visited over the years and many have made friends.",
            *paragraphs,
            "The mayor will open a new library on Friday.",
        )
    )
    return propose(text.encode(), "a.txt")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Friends of Horlivka, a charity, will be wound up on Sunday and its money will go to a clinic in Horlivka.",
        "The twinning association has been dissolved and its bank account closed.",
        "The choir's links with Horlivka were severed when its conductor died.",
        "The council has cut the twinning budget by half to £2,000.",
        "The coach service that brought them from Horlivka has been suspended.",
        "The council ended its contract with a firm from Horlivka.",
        "The youth orchestra's exchange with Horlivka was paused during the pandemic and resumed in 2022.",
        "A plan to rename a street after Horlivka was shelved.",
        "The twin-town Christmas market has been axed to save £30,000.",
        "The civic trip to Horlivka has been put on hold.",
        "Councillor Bob Jones, who ran the link with Horlivka, was suspended from the Labour group.",
        "The twin towns' joint marathon was discontinued in 2017.",
        "Mrs Lee lost touch with her pen friend from Horlivka in 1990.",
        "Residents said that the deal had been done over their heads.",
        "Officers have recommended that the twinning should cease.",
    ],
)
def test_what_stops_beside_a_link_is_not_the_link(sentence):
    assert str(read(sentence).reports[0].outcome.value) not in HARM


@pytest.mark.parametrize(
    ("sentences", "outcome", "qualifier"),
    [
        ("Members agreed by 30 votes to 12 that the link should cease.", "ended", "voted"),
        ("The council announced on Monday that the twinning was being brought to an end.", "ended", "announced"),
        ("Horlivka has ended its twinning with Barnsley Council, the mayor learned from a letter.", "ended", "notified"),
        ("Item 9: the twinning with Horlivka would be mothballed for two years.\n\nItem 9 carried, 27 to 8.", "suspended", "voted"),
        ("A motion to end the twinning was lost.\n\nFor: 3. Against: 8.", "continued", "voted"),
        ("The twinning has been renewed three times, but councillors voted on Monday to end it.", "ended", "voted"),
        ("The cabinet voted on Monday to leave the old twinning as it is.", "continued", "voted"),
        ("The cabinet voted on Monday to leave the twinning with Horlivka and to keep the grants as they are.", "ended", "voted"),
    ],
)  # fmt: skip
def test_a_decision_is_told_with_how_firm_it_is(sentences, outcome, qualifier):
    report = read(*sentences.split("\n\n")).reports[0]
    assert (str(report.outcome.value), str(report.qualifier.value)) == (outcome, qualifier)


@pytest.mark.parametrize(
    ("sentences", "outcome"),
    [
        (
            "The cabinet decided that Barnsley is to remain twinned with Horlivka after a review found that the link did no harm.",
            "continued",
        ),
        ("Since about 2006 nobody has written, and the two towns just lost touch.", "lapsed"),
        (
            "The clerk said the twinning was dormant.\n\nThere was no record of anybody ever having voted to end it.",
            "lapsed",
        ),
    ],
)
def test_what_became_of_a_link_is_read_from_plain_words(sentences, outcome):
    assert str(read(*sentences.split("\n\n")).reports[0].outcome.value) == outcome


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("Councillors voted by 20 to 8 to end the twinning.\n\nColin Sykes, who seconded the motion, said it was late in the day.", "for-ending"),
        ("Councillors voted by 20 to 8 to end the twinning.\n\nColin Sykes, who voted against, left the chamber, he said, in silence.", "against-ending"),
        ("Councillors voted by 20 to 8 to end the twinning.\n\nColin Sykes said that it was a missed opportunity.", "against-ending"),
        ("Councillors have been asked to look at the twinning.\n\nColin Sykes said he wants it frozen.", "for-suspending"),
        ("Councillors were told of the twinning.\n\nColin Sykes said: “It is not a jolly and never was: it has given our children friends for life.”", "against-ending"),
        ("Councillors heard of the twinning.\n\nColin Sykes said that the clock in the hall was slow.", "neutral"),
    ],
)  # fmt: skip
def test_a_side_is_taken_by_words_and_deeds(told, stance):
    said = {s.name.value: str(s.stance.value) for s in read(*told.split("\n\n")).statements}
    assert said["Colin Sykes"] == stance


def test_a_label_before_a_quotation_names_who_speaks():
    said = read(
        "Cllr Ann Bray said the twinning was a good thing.", 'Cllr Colin Sykes (Con): "It is a waste of money."'
    ).statements
    assert [str(s.stance.value) for s in said if s.name.value == "Colin Sykes"] == ["for-ending"]


def test_headlines_of_other_articles_at_the_foot_are_furniture():
    lines = [
        "Eastmere ends link with Ivanovo",
        "By Ada Pike",
        "Eastmere Borough Council has ended its twinning with Ivanovo.",
        "The vote was taken on Monday night after a long debate.",
        "More on this story",
        "Ferry stuck on sandbank for nine hours",
        "Ukraine war",
    ]
    assert [str(kind.kind) for kind in kinds(lines)][2:] == ["body", "body", "furniture", "furniture", "furniture"]


def test_the_line_under_a_minutes_heading_is_a_subheading():
    lines = [
        "EASTMERE TOWN COUNCIL",
        "Minutes of the meeting held in the Guildhall on Monday 9 May 2022 at 7.00 pm",
        "Apologies were received from Councillor Pike, who was unwell.",
    ]
    assert [str(kind.kind) for kind in kinds(lines)] == ["headline", "subheading", "body"]
