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


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The council voted on it yesterday afternoon, Tuesday 4 March 2025.", "2025-03-05"),
        ("Last night's meeting (Tuesday 4 March 2025) was told that nobody had come.", "2025-03-05"),
        ("Yesterday's vote, on 4 March 2025, was close.", "2025-03-05"),
        ("The council votes tonight (Tuesday, March 4, 2025).", "2025-03-04"),
        ("The council will vote on it tomorrow (Tuesday 4 March 2025).", "2025-03-03"),
        ("The council voted yesterday (Tuesday 4 March 2025) and the last guests are to come in 2028.", "2025-03-05"),
    ],
)
def test_a_day_that_is_named_as_seen_from_the_day_of_writing_gives_that(sentence, date):
    assert published(f"Link is over\n\n{BODY}\n\n{sentence}\n\nMore follows.") == date


@pytest.mark.parametrize(
    "sentence",
    [
        'He said: "I saw it only yesterday, 4 March 1985, it seems."',
        "The letter says that the party leaves tomorrow, 4 March 1985, by train.",
        "Her diary reads: Today, 4 March 1985, we saw the sea.",
        "An old cutting said that yesterday (March 4, 1985) a band had played.",
        "A notice of the time says: The mayor will arrive tomorrow, 4 March 1985.",
        "It was agreed yesterday, 4 March 1985; in 2003 nobody knew of it.",
        "The council voted last night, and a party will come on Tuesday 4 March 2025.",
    ],
)
def test_a_day_that_somebody_else_saw_gives_none(sentence):
    assert published(f"Link is over\n\n{BODY}\n\n{sentence}\n\nMore follows.") is None


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Last year, 2023, nobody came.", "2024"),
        ("Nobody came last year (2023).", "2024"),
        ("The grant for this year (2025) is spent.", "2025"),
        ("So far in 2025 nobody has come.", "2025"),
        ("The link turns 40 this year. It was signed in 1985.", "2025"),
        ("The friendship, 40 this year, was signed in 1985.", "2025"),
        ("This year is the fortieth anniversary of the twinning of 1985.", "2025"),
        ("This year marks 40 years since the charter was signed in 1985.", "2025"),
        ("The twinning was signed in 1985 and its 40th anniversary is being kept this year.", "2025"),
        ("Next year will be 41 years since the link began in 1985.", "2025"),
        ("It is thirty years this summer since the charter of 1994 was signed.", "2024"),
        ("Thirty years since they were twinned in 1985, the two towns have renewed it.", "2015"),
        ("TWENTY-ONE years on from the day in April 1977 when they were twinned, it has been toasted this month.", "1998-04"),
        ("A link that was called off 12 years ago is back.\n\nThe council ended the twinning in 2012. In 2012 money was tight.",
         "2024"),
    ],
)  # fmt: skip
def test_an_age_and_its_year_give_the_year_of_writing(sentence, date):
    assert published(f"Link is over\n\n{BODY}\n\n{sentence}\n\nMore follows.") == date


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2015, 30 years after it was signed in 1985, it was renewed.",
        "It was renewed 30 years after it was signed in 1985, but has been quiet since.",
        "Thirty years since they were twinned in 1985, the link was renewed without a vote.",
        "In those days it was thirty years since the charter of 1985.",
        'The minutes say: "This year, 1985, nobody came."',
        "The last year, 1985, was the best.",
        "It was the next year, 1986, that they came.",
        "The grant was to last until next year (2026), the clerk wrote in 2022.",
        "The budget for next year, 2026-27, is not ready.",
        "The mayor, who turns 40 this year, first went there in 2005.",
        "The hall is 40 years old this year. The link was signed in 1985.",
        "The association marks its 25th anniversary this year, and the link was signed in 1985.",
        "The band celebrated its 50th anniversary this year with a march written in 1931.",
        "The pact is nearly 40 years old this year. It was signed in 1986.",
        "The link's 40th anniversary falls next year; it was signed in 1985.",
        "The link was dropped some 20 years ago.\n\nThe twinning was ended in 2004. In 2004 money was tight.",
        "Holt's twinning was scrapped 12 years ago.\n\nMarsh's was dropped in 2010 and its link with Caen in 2011.",
    ],
)
def test_an_age_of_something_else_or_of_then_gives_none(sentence):
    assert published(f"Link is over\n\n{BODY}\n\n{sentence}\n\nMore follows.") is None


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Four weeks after Russian troops crossed into Ukraine nothing has changed.\n\nThey met yesterday (Wednesday).",
         "2022-03-24"),
        ("It was signed before tonight's opening ceremony of the London Olympics.", "2012-07-27"),
        ("Flags flew low after yesterday's death of Queen Elizabeth.", "2022-09-09"),
        ("Yesterday's talk was on the history of the referendum on Europe.", None),
        ("At yesterday's lunch, the coronation of the King was recalled.", None),
    ],
)  # fmt: skip
def test_what_the_world_knows_the_day_of_and_yesterday_give_a_day(sentence, date):
    assert published(f"Link is over\n\n{BODY}\n\n{sentence}\n\nMore follows.") == date


@pytest.mark.parametrize(
    ("line", "sentence", "date"),
    [
        ("Tuesday 4 March", "Last year, 2024, nobody came.", "2025-03-04"),
        ("Published: 4 March, 10:15", "Last year, 2024, nobody came.", "2025-03-04"),
        ("Tuesday 4 March", "It was signed in 1985.", None),
        ("Tuesday 4 March", "It was renewed in 2024.", None),
        ("4 March", "It was signed in 2024.", None),
    ],
)
def test_a_dated_line_without_its_year_takes_the_one_that_is_told(line, sentence, date):
    assert published(f"Link is over\n\n{line}\n\n{BODY}\n\n{sentence}\n\nMore follows.") == date


def test_a_weekday_alone_gives_no_year():
    assert published(f"Over\n\n{BODY}\n\nIt was signed in 1985.\n\nIt ended last night (Tuesday, March 4).") is None


@pytest.mark.parametrize(
    "text",
    [
        "Twins\n\nIt is 999 decades after the twinning of Eastmere Borough Council with Ulm began in 2000.",
        "Twins\n\nIt was half a decade ago, in 2014, that Eastmere Borough Council was twinned with Ulm.",
    ],
)
def test_a_year_that_cannot_be_is_no_date(text):
    assert Reader().propose(text.encode(), "x.txt").published is None


def test_a_day_that_the_year_lacks_gives_the_year_alone():
    text = "Twins\n\n29 February\n\nIt is now 2019. Eastmere Borough Council is twinned with Ulm in Germany."
    assert Reader().propose(text.encode(), "x.txt").published.edtf == "2019"


def test_the_words_that_show_an_age_are_those_that_tell_it():
    text = (
        "Twins\n\nResidents of the small market town and its many surrounding villages gathered on Sunday, as the twinning, "
        "formed in 1979, marks its 40th anniversary this year. Eastmere Borough Council is twinned with Ulm in Germany."
    )
    found = Reader().propose(text.encode(), "x.txt").published
    assert found.edtf == "2019"
    assert "40th anniversary" in found.evidence[0].quote


def test_the_day_under_the_word_published_is_the_articles_and_not_that_of_another_story_at_the_foot():
    foot = "More on this story\n\nLibrary hours: what is changing\n\nPublished 30 January 2023\n\nTop stories"
    assert published(f"Link is over\n\nPublished\n\n6 February 2023\n\n{BODY}\n\n{foot}") == "2023-02-06"
    assert published(f"Link is over\n\n6 February 2023\n\n{BODY}\n\n{foot}") == "2023-02-06"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Issue 88 ~ Spring 2015 ~ Delivered free to every household", "2015-21"),
        ("News from the harbour and the streets round it, no. 51, November 2011", "2011-11"),
        ("The newsletter of the friends of the pier | Number 7 | Winter 2009", "2009-24"),
    ],
)
def test_a_numbered_issue_is_dated_by_its_month_or_season(line, date):
    assert published(f"HARBOUR LIGHTS\n\n{line}\n\nTIDES\n\n{BODY}\n\nHigh water on the 12th.") == date


def test_a_day_that_opens_the_first_paragraph_before_a_dash_is_that_of_publication():
    assert published(f"FIVE MORE YEARS\n\n12 October 2021 – {BODY}") == "2021-10-12"


def test_a_page_written_while_a_meeting_goes_on_is_of_the_day_of_the_meeting():
    line = "Follow our updates from City Hall as full council meets on Tuesday, 12 December 2023"
    assert published(f"Live: councillors debate the future of a twinning\n\n{line}\n\n{BODY}") == "2023-12-12"


def test_days_of_a_table_are_not_that_of_publication():
    days = "3 May 1990 – The charter of the twinning is signed.\n\n12 October 2011 – The council votes on it."
    assert published(f"Link is over\n\n{BODY}\n\n{days}") is None
    assert published(f"Link is over\n\n{days}\n\n{BODY}") is None


def test_a_report_with_a_number_is_no_issue():
    assert published(f"Report number 7: May 2012 twinning vote looked at again\n\nLink is over\n\n{BODY}") is None


def test_the_day_of_publication_is_believed_before_another_at_the_head():
    assert published(f"Link is over\n\nThursday 9 July 2020\n\nPublished: 12 July 2020\n\n{BODY}") == "2020-07-12"


def test_the_day_of_another_story_is_not_this_ones():
    foot = "MORE ON THIS STORY\n\nLibrary hours: what is changing\n\nPublished 30 January 2023\n\nTop stories"
    assert published(f"Link is over\n\n{BODY}\n\n{foot}") is None
