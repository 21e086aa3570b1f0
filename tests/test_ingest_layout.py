"""What each paragraph is, and which texts are one story."""

import pytest

from twinning.ingest import Reader
from twinning.ingest.texts.kinship import Kinship, runs_of
from twinning.ingest.texts.layout import kinds
from twinning.ingest.texts.wrapping import is_wrapped

STORY = [
    "Eastmere ends link with Ivanovo",
    "By Ada Pike",
    "Published 4 March 2022",
    "Share",
    "Eastmere Borough Council has ended its twinning with the Russian city of Ivanovo.",
    "The vote was taken on Monday night after a long debate.",
    "Image caption: The two mayors in 1989",
    "READ MORE: Pothole claims double",
    "What happens next",
    "A letter will be sent to the mayor of Ivanovo this week.",
    "Sign up for our newsletter",
]


def kinds_of(lines):
    return [str(kind.kind) for kind in kinds(lines)]


def test_the_parts_of_a_page_are_told_apart():
    assert kinds_of(STORY) == [
        *("headline", "byline", "dateline", "furniture", "body", "body", "caption"),
        *("furniture", "subheading", "body", "furniture"),
    ]


def test_lines_that_a_file_broke_are_neither_headings_nor_captions():
    """A heading ends no sentence and begins none; a line in the midst of one may look like it."""
    broken = [
        "Eastmere ends link with Ivanovo",
        "Eastmere Borough Council has ended its twinning with the",
        "Russian city of Ivanovo after a debate of the",
        "full council on Monday.",
        "A letter will be sent to the mayor of Ivanovo,",
        "who has been told that the councillors were sorry",
        "to see it go.",
        "The signs come down in May.",
    ]
    assert kinds_of(broken) == ["headline", *["body"] * 7]


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "Comments", "We use cookies to give you the best experience", "Follow us on Facebook", "Read more",
     "Related topics", "© Eastmere Echo 2022", "Subscribe now for £1", "Copy link", "More on this story"],
)  # fmt: skip
def test_furniture_of_a_page_is_known(line):
    assert (
        kinds_of(["A headline", "A first sentence stands here.", line, "A second one stands here."])[2] == "furniture"
    )


def test_words_of_a_photograph_that_stand_twice_are_a_caption_and_a_duplicate():
    twice = "Former leader Peter Knox signed the agreement with Ivanovo in May 2019."
    assert kinds_of(["A headline", "A standfirst stands here.", twice, twice, "The body begins here, and goes on."])[
        2:4
    ] == ["caption", "duplicate"]


def test_a_caption_may_split_a_running_quotation():
    lines = [
        "A headline",
        "The leader said: “We have thought about this for long.",
        "Leader Ada Pike thought about it",
        "“And we have decided.”",
        "The meeting closed.",
    ]
    assert kinds_of(lines)[2] == "caption"


def test_a_text_that_begins_with_a_sentence_has_no_headline():
    assert kinds_of(["CALLS have been made for the council to end it.", "It did not answer at once."]) == ["body"] * 2


def test_the_first_of_two_headings_is_the_headline_whatever_is_decided_in_it():
    lines = ["Residents to have a say before any decision", "Executive puts off advice on the French twin of the borough",
             "By Ada Pike", "The executive met in the town hall on Monday, and it talked for an hour."]  # fmt: skip
    assert kinds_of(lines)[:3] == ["headline", "standfirst", "byline"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Stafford, Friday", "dateline"), ("Jersey | Thursday 6 February 2025, 16:42", "dateline"),
        ("Published 2 days ago", "dateline"), ("Ada Pike, LDRS", "byline"), ("Ada Pike | Reporter", "byline"),
        ("Report: Ada Pike", "byline"), ("Refresh this page for updates", "furniture"),
        ("Present: Councillors Pike, Reed and Marsh", "body"),
    ],
)  # fmt: skip
def test_what_stands_under_a_headline_is_told_by_its_form(line, kind):
    assert (
        kinds_of(["Council ends its link with Ivanovo", line, "The council has ended its link with the city."])[1]
        == kind
    )


def test_what_follows_the_byline_and_does_not_end_is_said_of_a_picture():
    lines = ["Council ends its link with Ivanovo", "By Ada Pike", "The two mayors on the steps of the town hall",
             "The council has ended its link with the city after a long debate."]  # fmt: skip
    assert kinds_of(lines) == ["headline", "byline", "caption", "body"]


def test_a_line_that_says_something_and_does_not_end_is_a_caption():
    lines = ["Council ends its link with Ivanovo", "The council has ended its link with the city.",
             "Ada Pike has led the council since May", "It met again on Monday and said no more of it.",
             "What the council says", "It says that it is sorry, and nothing else."]  # fmt: skip
    assert kinds_of(lines)[2::2] == ["caption", "subheading"]


def test_who_wrote_a_letter_stands_behind_its_close():
    lines = ["Letters to the editor", "Keep our twin", "Dear Editor,", "I read that our twin is to go, and I am sorry.",
             "Yours faithfully,", "Dr Winifred Marsh", "Mill Lane, Eastmere"]  # fmt: skip
    assert kinds_of(lines) == ["furniture", "headline", "body", "body", "body", "byline", "byline"]


def test_who_wrote_a_letter_stands_at_its_end_where_it_does_not_close():
    lines = ["Letters", "Keep our twin", "I read that our twin is to go, and I am sorry for it.",
             "Cllr Ada Pike", "Leader, Eastmere Council", "More letters on page 22"]  # fmt: skip
    assert kinds_of(lines)[3:] == ["byline", "byline", "furniture"]


def test_what_the_press_office_offers_is_furniture():
    lines = ["Council renews its link", "The council has renewed its link with the city.", "ENDS", "Notes to editors",
             "Photographs of the signing can be had from the press office on 01234 567890."]  # fmt: skip
    assert kinds_of(lines)[2:] == ["furniture"] * 3


def test_one_story_resubbed_is_found_and_one_shared_sentence_is_not():
    story = [
        "Eastmere Borough Council has ended its twinning with the Russian city of Ivanovo after a vote on Monday night.",
        "The link was made in 1989 when a choir from Eastmere sang in the opera house there to great applause.",
        "Council leader Ada Pike said that she was sorry for the people of the city who had done nothing wrong.",
    ]
    other = [
        "A petition about the bins of Eastmere has been handed in by people who live near the station and the park.",
        story[1],
        "The council will talk about the bins next week, and about the trees beside them that nobody waters.",
    ]
    kinship = Kinship()
    kinship.add("one", runs_of(story))
    assert [
        kin.id for kin in kinship.find(runs_of([*story[:2], "A new last paragraph says something else entirely."]))
    ] == ["one"]
    assert kinship.find(runs_of(other)) == ()


def test_the_same_text_twice_in_a_run_is_the_same_story():
    reader = Reader()
    text = "\n\n".join(
        [*STORY, *(f"A further sentence number {i} says a little more of what was done there." for i in range(5))]
    )
    assert reader.propose(text.encode(), "a.txt").same_story == ()
    assert [kin.id for kin in reader.propose(text.encode(), "b.txt").same_story] == ["a.txt"]


def test_a_name_may_open_a_line_of_a_narrow_column():
    lines = [
        "Council signs up in the south",
        "A charter with the people of the Old",
        "Valley was signed by the mayor of the",
        "town on Saturday in the rain, and the",
        "band played.",
    ]
    assert is_wrapped(lines, 1)
    assert not is_wrapped(["Nothing is wrapped here, it seems.", "Valley is a name, and so it goes on"], 0)


def test_a_name_in_capitals_under_a_headline_heads_a_section_where_others_do():
    page = "Who is twinned with whom?\n\nOADBY AND WIGSTON\n\nNothing doing, says the clerk of the council.\n\nCORBY\n\nAll is well.\n\nRIPLEY\n\nIt is a pause and not the end."
    lines = page.split("\n\n")
    assert [str(kind.kind) for kind in kinds(lines)][1::2] == ["subheading"] * 3
    assert (
        str(
            kinds(["A headline for the town", "ADA SMITHSON", "The council met and the band played on until ten."])[
                1
            ].kind
        )
        == "byline"
    )
