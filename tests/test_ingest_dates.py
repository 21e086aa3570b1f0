"""When an article was published: as its text allows, never narrower, and not at all where it does not say."""

import pytest

from twinning.ingest import Reader

READER = Reader()
BODY = "Eastmere Borough Council has ended its twinning with Ivanovo.\n\nMore will follow, it is thought."


def published(text):
    found = READER.propose(text.encode(), "story.txt").published
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published 4 March 2022", "2022-03-04"),
        ("Published: 24th Mar 2022, 12:04", "2022-03-24"),
        ("Wednesday 21 September 2016", "2016-09-21"),
        ("Sunday, 3 August 2014", "2014-08-03"),
        ("June 14, 2017", "2017-06-14"),
        ("May 8th, 2024", "2024-05-08"),
        ("First published: Monday, 3rd May 2021, 5:30 am", "2021-05-03"),
        ("03/04/2011", "2011-04-03"),
        ("2021-03-04", "2021-03-04"),
        ("15 Jun 2023, 16:30", "2023-06-15"),
        ("June 2021", "2021-06"),
    ],
)
def test_a_line_that_says_it_is_believed(line, date):
    assert published(f"Link is over\n\n{line}\n\n{BODY}") == date


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The twinning of May 2019 was renewed in May last year.", "2020"),
        ("It has extended its link, two decades after it was set up in 1996.", "2016"),
        ("The two were twinned in 1985, thirty years ago.", "2015"),
        ("The council voted last night (Tuesday, March 8), twelve days after Russian troops crossed into Ukraine.",
         "2022-03-09"),
        ("Earlier this year a new security law was passed in Hong Kong.", "2020-06-30/2020-12-31"),
    ],
)  # fmt: skip
def test_a_date_follows_from_what_fixes_it(sentence, date):
    assert published(f"Link is over\n\n{BODY}\n\n{sentence}") == date


@pytest.mark.parametrize(
    "sentence",
    [
        "The council voted on Monday.",
        "The twinning was signed on 3 May 1985.",
        "The review is due on 5 June 2030.",
        "The link was signed in 1985 and renewed last year.",
        "The war in Ukraine had begun.",
        "It was agreed on Tuesday, March 8.",
        "The letter was published on September 20.",
    ],
)
def test_no_date_is_made_up(sentence):
    assert published(f"Link is over\n\n{BODY}\n\n{sentence}") is None


def test_published_wins_over_updated():
    assert published(f"Over\n\nUpdated 9 March 2022\n\nPublished 4 March 2022\n\n{BODY}") == "2022-03-04"


def test_a_date_has_its_reason_and_its_words():
    found = READER.propose(f"Over\n\nPublished 4 March 2022\n\n{BODY}".encode(), "x").published
    assert "4 March 2022" in found.basis
    assert found.evidence[0].p == 2
