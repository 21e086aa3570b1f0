"""The lines of a page that are a newspaper's name, section, page or writer with a day; and those that date something else."""

import pytest

from twinning.ingest import Reader
from twinning.vocabulary import ParagraphKind

READER = Reader()
BODY = """Eastmere Borough Council has ended its twinning with Ivanovo, councillors were told.

The leader said that nobody had been in touch for ten years.

More will follow, it is thought.

A party from the town came in 1994 and was given tea."""


def published(text):
    found = READER.propose(text.encode(), "story.txt").published
    return found.edtf if found else None


def at_the_head(line):
    return published(f"Link is over\n\n{line}\n\n{BODY}")


def at_the_foot(line):
    return published(f"Link is over\n\n{BODY}\n\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "Eastmere & Marsh Courier, June 12, 2025",
        "Eastmere Advertiser & Post. Thursday 12 June 2025. Page 3",
        "Thursday 12 June 2025 · 2 min read · 61 comments",
        "Thursday June 12, 2025. 95p",
        "Thursday 12 June 2025 — Marsh Valley Post",
        "Thursday 12th June 2025   |   Eastmere & Holt edition",
        "EMJ 12 June 2025",
        "The Eastmere Gazette — No. 4,112 — Thursday, 12 June 2025 — £1.20",
        "Eastmere Gazette 12.6.25",
        "(Eastmere Gazette, June 12 2025)",
        "Ann Marrow · Eastmere Gazette · 12 June 2025 · 4 min read",
        "Eastmere Gazette (Thursday 12 June 2025)",
        "This article first appeared on 12 June 2025",
        "This story first appeared in the Eastmere Times on Thursday 12 June 2025.",
        "A version of this story ran in the Gazette of 12 June 2025.",
        "Taken from the Eastmere Gazette of 12 June 2025, page 4",
        "From Thursday's paper, 12 June 2025",
        "Filed 12 June 2025",
        "Story online since 12 June 2025",
        "12 June 2025 (updated 13 June 2025)",
        "Updated: 13 June 2025 | Published: 12 June 2025",
        "Thu. 12 Jun. 2025",
        "12-06-2025",
        "2025/06/12",
        "Thursday the twelfth of June 2025",
    ],
)
def test_a_newspapers_name_or_page_beside_a_day_dates_it_at_both_ends(line):
    assert (at_the_head(line), at_the_foot(line)) == ("2025-06-12", "2025-06-12")


@pytest.mark.parametrize(
    "line",
    [
        "ISLAND NEWS  Thursday 12 June 2025",
        "MEDIA RELEASE   12 June 2025",
        "Kirsty Marrow-Cole | Reporter | 12 Jun 2025",
        "Marsh Argus Online | Transport | 12 June 2025",
        "Town hall notebook | Ann Marrow | Thursday 12 June 2025",
        "Thursday 12 June 2025 — Health",
        "Issue 871 · 12 June 2025",
        "Vol. 112 No. 14 Thursday 12 June 2025 Price 90p",
        "Compiled by Eloise Marrow. Thursday 12 June 2025",
        "How our towns are getting on with their friends. Compiled by the newsdesk, 12 June 2025",
        "Our spring look at our towns. Compiled by Hester Marrow. 12 June 2025",
        "Ann Marrow @annmarrow Thursday 12 June 2025",
    ],
)
def test_a_section_or_a_writer_beside_a_day_dates_it_at_the_head(line):
    assert at_the_head(line) == "2025-06-12"


def test_a_release_may_open_with_its_day():
    assert published(f"MEDIA RELEASE   12 June 2025\n\nMarsh Harbour Trust\n\nLink is over\n\n{BODY}") == "2025-06-12"


@pytest.mark.parametrize(
    "line",
    [
        "Full council, City Chambers, Corn Square – Thursday 12 June 2025",
        "Thursday 12 June 2025. Updates from our reporter Giselle Marrow at the Town Hall",
    ],
)
def test_a_page_that_is_written_while_a_meeting_lasts_is_of_its_day(line):
    assert published(f"LIVE: Eastmere councillors debate Ivanovo\n\n{line}\n\n11:02\n{BODY}") == "2025-06-12"
    assert published(f"Eastmere councillors debate Ivanovo\n\nFull council – 12 June 2025\n\n{BODY}") is None


@pytest.mark.parametrize(
    "line",
    [
        "Town Hall, Thursday 12 June 2025, 7.30pm",
        "Next meeting: Thursday 12 June 2025",
        "Planning Committee, 12 June 2025",
        "Agenda published on 5 June, for the meeting of 12 June 2025",
        "Picture: Ann Marrow, 12 June 2025",
        "Photo taken on 12 June 2005",
        "Mayor of Eastmere at the signing, 12 June 2005",
        "Deadline for entries: 12 June 2025",
        "Comments close on 12 June 2025",
        "Consultation closes: 12 June 2025",
        "Have your say by 12 June 2025",
        "Subscribe before 12 June 2025 and save",
        "Public Notice: the order comes into force on 12 June 2025",
        "Eastmere Carnival: Saturday 14 June 2025",
        "Rotary Club Dinner, Swan Hotel, 14 June 2025",
        "Elections: Thursday 1 May 2025",
        "Charter signed 12 June 1985",
        "Letter from the mayor of Ivanovo, 12 June 2005",
        "Eastmere Borough Council, letter of 12 June 2025",
        "The report was published on 12 June 2025 by the council.",
    ],
)
def test_the_day_of_something_else_is_no_date_of_publication(line):
    assert (at_the_head(line), at_the_foot(line)) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "'My summer in Ivanovo' 12 June 2025",
        "Related: Council backs link, 12 June 2025",
        "Read more: Eastmere Council Backs Link – 12 June 2025",
        "From our files: Eastmere Gazette, 12 June 1965",
        "Nostalgia: as the Gazette had it on 12 June 1965",
        "J. Tolland, Mill Lane, Eastmere, by email of 12 June 2025",
        "Jean Tolland, born 12 June 1925, died 3 May 2025",
        "Correction: in our issue of 5 June 2025 we said that the link was over.",
        "A version of the mayor's letter was published in Ivanovo on 12 June 2025.",
        "Mayor's Ball – Corn Hall – 14 June 2025",
        "Jazz in the Park, Sunday 15 June 2025",
        "Open Day: Saturday 14 June 2025, Mill Lane",
    ],
)
def test_what_stands_below_a_story_has_days_of_its_own(line):
    assert at_the_foot(line) is None


def test_a_masthead_is_a_dateline_and_no_sentence_is():
    kinds = READER.propose(f"Link is over\n\n{BODY}\n\nEMJ 12 June 2025".encode(), "story.txt").paragraphs
    assert kinds[-1].kind is ParagraphKind.DATELINE
    line = "How our towns are getting on with their friends. Compiled by the newsdesk, 12 June 2025"
    kinds = READER.propose(f"Link is over\n\n{line}\n\n{BODY}".encode(), "story.txt").paragraphs
    assert kinds[1].kind is not ParagraphKind.DATELINE


@pytest.mark.parametrize(
    "line",
    [
        "Thursday 12 June 2025, The Eastmere Gazette, p5",
        "Eastmere Gazette ★ Thursday 12 June 2025 ★ 90p",
        "Eastmere Gazette, the 12th day of June 2025",
        "Eastmere Gazette, 12th. June, 2025",
        "12 June 2025, 7am",
        "Story added 12 June 2025",
        "Press notice 14/2025. Thursday 12 June 2025",
        "EASTMERE, June 12, 2025 - The town council has ended its link with Ivanovo, said the clerk.",
    ],
)
def test_signs_between_a_newspapers_name_and_its_day_may_be_any(line):
    assert at_the_head(line) == "2025-06-12"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Issue 44, June 2025, free", "2025-06"),
        ("HOLT LIFE • JUNE 2025", "2025-06"),
        ("This article appeared in the June 2025 number of Holt Life.", "2025-06"),
        ("Holt Life, Spring 2025", "2025-21"),
    ],
)
def test_an_issue_is_of_its_month_or_its_season(line, date):
    assert at_the_head(line) == date


@pytest.mark.parametrize(
    "line",
    [
        "Figures published on 12 June 2024 show that visits had fallen.",
        "Figures published on 12 June 2024 show a fall",
        "A book printed on 3 May 1965 was shown to the guests.",
        "The charter, issued on 12 June 1985, hangs in the hall.",
        "A statement released on 12 June 2025 said that the link was over.",
        "Councillors read a report published in June 2025.",
        "Saturday, 4 May 1985. Nobody who was there will forget it.",
        "Sir John Marrow (12 June 1925 – 3 May 2025)",
        "Tickets from the clerk. Saturday 14 June 2025, Corn Hall",
    ],
)
def test_what_came_out_in_a_sentence_is_not_the_page(line):
    assert (at_the_head(line), at_the_foot(line)) == (None, None)


@pytest.mark.parametrize(
    "line", ["Blood donors: Corn Hall, 14 June 2025", "Bowls: Eastmere v Holt, Saturday 14 June 2025", "Summer 2026"]
)
def test_a_notice_at_the_foot_is_of_a_day_to_come(line):
    assert at_the_foot(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "ENDS 12 June 2025",
        "-ends- Thursday 12 June 2025",
        "The Holt Examiner, established 1854. Thursday 12 June 2025",
        "It first appeared in the Holt Times of 12 June 2025.",
    ],
)
def test_the_end_of_a_release_and_the_age_of_a_newspaper_do_not_hide_its_day(line):
    assert at_the_foot(line) == "2025-06-12"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Got a story? Ring the newsroom. Marsh Valley Echo, Thursday 12 June 2025", "2025-06-12"),
        ("Got a story? Ring the newsroom. The fair is on Thursday 12 June 2025", None),
        ("Related articles. Twin towns in the dock? The Guardian, 12 June 2019", None),
        ("Got a story? Ring the newsroom by Thursday 12 June 2025", None),
    ],
)
def test_a_newspapers_name_may_stand_behind_a_pages_last_words(line, day):
    assert at_the_foot(line) == day
