"""One rule of reading each: what a sentence or a debate says of a link, and what it only seems to say."""

import pytest

from twinning import edtf
from twinning.ingest import Reader
from twinning.ingest.fates.cues import cues

READER = Reader()


def outcomes(text):
    return {cue.outcome.value for cue in cues(text) if cue.mood.value in {"done", "voted", "coming"}}


def moods(text, outcome):
    return {cue.mood.value for cue in cues(text) if cue.outcome.value == outcome}


def told(story):
    return {r.partner.value.name: str(r.outcome.value) for r in READER.propose(story.encode(), "story.txt").reports}


@pytest.mark.parametrize(
    "text",
    [
        "An airline that dropped the PARTNERX route left the mayor without a seat.",
        "It was no more than a chat about the link with PARTNERX.",
        "The club called off its regatta with rowers from PARTNERX.",
        "COUNCILX agreed without a vote against to keep the twinning with PARTNERX.",
        "Officers will bring back a report on what a link with PARTNERX might cost.",
    ],
)
def test_other_things_that_stop_or_are_approved_end_and_approve_no_link(text):
    assert not outcomes(text) & {"ended", "suspended", "shelved", "approved"}


def test_a_sign_by_the_road_is_not_signed():
    assert "established" not in outcomes(
        "The road sign says that COUNCILX is friends with PARTNERX and its link is old."
    )


def test_a_bid_to_have_a_link_wound_up_that_fails_keeps_it():
    assert moods("A bid to have the twinning with PARTNERX wound up was defeated.", "continued") == {"voted"}


@pytest.mark.parametrize("outcome", ["ended", "suspended", "reinstated"])
def test_that_a_thing_be_done_is_a_wish(outcome):
    verb = {"ended": "ended", "suspended": "paused", "reinstated": "restored"}[outcome]
    assert moods(f"Cllr Moss asked that the link with PARTNERX be {verb}.", outcome) == {"called"}


def test_that_a_thing_be_done_is_decided_where_it_is_resolved():
    assert moods("It was resolved that the link with PARTNERX be ended.", "ended") == {"voted"}


def test_what_is_told_between_commas_does_not_part_a_link_from_its_fate():
    text = "The twinning with PARTNERX, which COUNCILX gave away in 2014 to save a few pounds, has been restored."
    assert "reinstated" in outcomes(text)


def test_in_a_row_of_clauses_each_is_governed_by_who_moves_it():
    text = "Cllr Pym proposed that the advice be not taken, and that the twinning with PARTNERX be maintained."
    assert moods(text, "continued") == {"called"}


def test_a_motion_put_after_a_long_debate_is_decided_by_that_vote():
    story = (
        "LUDFORD TOWN COUNCIL\n\nMinutes of the meeting of 4 March 2024\n\n12/1 Apologies\n\nNone.\n\n12/2 Twinning with Fulda\n\n"
        "Cllr Orme moved, and Cllr Pike seconded, that the twinning with Fulda in Germany be at an end from 1 June.\n\n"
        "Cllr Dale was sorry to hear it.\n\nCllr Hare said her mother had hosted families from Fulda.\n\n"
        "Cllr Wynn thought that nobody would notice.\n\nThe motion was put and CARRIED by seven votes to three.\n\n12/3 Benches\n\nDeferred."
    )
    assert told(story) == {"Fulda": "ended"}


def test_standing_orders_that_are_restored_and_a_meeting_that_is_adjourned_settle_nothing_of_a_link():
    story = (
        "Stroud drops Göttingen\n\nStroud District Council has voted to end its twinning with Göttingen in Germany.\n\n"
        "The vote was 20 to 12. The meeting was adjourned twice for shouting, and standing orders were suspended and then reinstated."
    )
    assert told(story) == {"Göttingen": "ended"}


def test_a_motion_said_to_have_been_carried_that_was_not_ends_nothing():
    story = (
        "A rumour, and the truth\n\nSir – A motion was put down that Rugby Borough Council should give up its twinning with Rüsselsheim. "
        "It was reported as though it had been carried.\n\nIt was lost by 30 votes to 9, and Rugby remains twinned with Rüsselsheim.\n\nAda Frost, Leader, Rugby Borough Council"
    )
    assert told(story)["Rüsselsheim"] not in {"ended", "suspended"}


def test_a_pause_with_its_end_set_is_a_pause():
    story = (
        "Budget axe falls\n\nFife Council is to suspend its partnership with Kassel in Germany for two years.\n\n"
        "A note to the budget says that the twinning will resume at the end of that time."
    )
    assert told(story) == {"Kassel": "suspended"}


def test_a_proposal_withdrawn_days_before_it_was_to_be_signed_is_shelved():
    story = (
        "Pact scrapped\n\nThe deal with Nara was days from being signed, members were told\n\n"
        "A proposal for Frome Town Council to enter a friendship agreement with Nara, in Japan, has been withdrawn.\n\n"
        "The mayor said there were too few votes for it."
    )
    assert told(story) == {"Nara": "shelved"}


def test_what_another_council_did_with_its_own_link_is_taken_from_whoever_says_it():
    story = (
        "Keep our twin, says Selby\n\nSelby Town Council has voted to keep its twinning with Carentan in France by nine votes to two.\n\n"
        "Cllr Roy Bale wanted it ended. He said that Goole Town Council dropped its twinning with Złotów in 2012 and nobody had missed it."
    )
    assert told(story) == {"Carentan": "continued", "Złotów": "ended"}


def test_an_item_of_minutes_says_nothing_of_the_item_before_it():
    story = (
        "TRING TOWN COUNCIL\n\nMinutes of the meeting of 6 May 2024\n\n31. Twinning\n\n"
        "The Clerk reported that Tring Town Council remains twinned with Loudun in France and that a party was expected in June.\n\n"
        "32. Clock\n\nThe contract was terminated and the arrangement brought to an end.\n\n33. Bins\n\nNoted."
    )
    assert told(story) == {"Loudun": "active"}


def test_a_consultation_that_is_voted_for_puts_a_link_under_review():
    story = (
        "Have your say on Ulm\n\nTorridge District Council has put off a decision on its twinning with Ulm in Germany.\n\n"
        "Officers had advised members to end it. They voted instead to hold a six-week public consultation."
    )
    assert told(story) == {"Ulm": "under-review"}


@pytest.mark.parametrize(
    ("text", "outcome", "mood"),
    [
        ("It was moved that twelve months' notice be given to PARTNERX under the charter.", "ended", "called"),
        ("RESOLVED that notice be given to the town of PARTNERX forthwith.", "ended", "voted"),
        ("COUNCILX has given PARTNERX a year's notice under its charter.", "ended", "done"),
        ("The arrangement with PARTNERX, which the council gave up in 2011, is still on the sign.", "ended", "done"),
        ("A vote of nine to two brought down the curtain on the friendship with PARTNERX.", "ended", "done"),
        ("COUNCILX has decided to stop the clock on its partnership with PARTNERX.", "suspended", "voted"),
        ("Members lifted the freeze which they had put on it in 2021.", "reinstated", "done"),
        ("The memorandum with PARTNERX had its third extension in November.", "renewed", "done"),
        ("They decided by 30 to 12 that the twinning with PARTNERX should remain as it is.", "continued", "voted"),
        ("It was agreed that a Review Group be set up on the twinning.", "under-review", "voted"),
        ("The council has taken a long hard look at its link with PARTNERX.", "under-review", "done"),
        ("The clerk calls the tie with PARTNERX dormant.", "lapsed", "done"),
    ],
)
def test_a_sentence_says_what_became_of_a_link(text, outcome, mood):
    assert mood in moods(text, outcome)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("She said they'd have been rid of the link with PARTNERX years ago.", "ended"),
        ("No minute brings the twinning with PARTNERX to an end.", "ended"),
        ("He would vote against any recommendation to end the link with PARTNERX.", "continued"),
        ("Cllr Orme voted against ending the link with PARTNERX.", "continued"),
        ("The deal was to have been signed with PARTNERX in the spring.", "established"),
        ("The twinning with PARTNERX will resume in 2027.", "ended"),
        ("COUNCILX set up a working party, and the mayor of PARTNERX sent a cheese.", "established"),
        ("It was agreed by all that a new twinning committee be formed.", "established"),
        ("The academy's exchange with pupils is not part of the twinning and goes on.", "continued"),
    ],
)
def test_a_sentence_only_seems_to_say_it(text, outcome):
    assert not moods(text, outcome) & {"done", "voted"}


def test_a_heading_with_the_council_alone_is_of_the_link_that_is_told_of_most():
    story = (
        "French call it a day with Tenby\n\nThe twinning of Tenby and Bandol was brought to a close by a letter last week.\n\n"
        "It came from the town hall in Bandol, and it tells Tenby Town Council that Bandol puts an end to the charter of 1974.\n\n"
        "The council's newer friendship with Lahti in Finland is unaffected, a spokesman said."
    )
    assert told(story) == {"Bandol": "ended", "Lahti": "active"}


def test_an_idea_thrown_out_is_shelved():
    story = (
        "No to Ukrainian twin\n\nRedditch Borough Council will not be twinned with Brovary in Ukraine.\n\n"
        "Councillors threw out the idea on Thursday by 19 votes to 11."
    )
    assert told(story) == {"Brovary": "shelved"}


def test_a_place_that_has_no_link_here_ends_none_of_another():
    story = (
        "Ties of Alnwick\n\nAlnwick Town Council has been twinned with Lagny in France since 1983, and the link is in good health.\n\n"
        "Herstal in Belgium was struck off a list of coach tours."
    )
    assert told(story) == {"Lagny": "active"}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("She had received 140 emails, of which three were in favour of ending the link with PARTNERX.", "ended"),
        ("Library cuts, parking and the link with PARTNERX are on the agenda.", "ended"),
        (
            "The plan to put meters on the road to PARTNERX Street has been dropped, and a twinning dinner was held.",
            "ended",
        ),
        ("COUNCILX, formed in 2019, has no twinning.", "established"),
    ],
)
def test_words_of_an_end_or_a_beginning_may_be_of_other_things(text, outcome):
    assert not moods(text, outcome) & {"done", "voted"}


def test_an_amendment_that_was_lost_leaves_the_motion_as_it_was():
    story = (
        "Council meets\n\nBath City Council debated a motion to end its friendship agreement with Beppu in Japan.\n\n"
        "An amendment, under which the agreement would have been frozen for a year, is lost by 15 votes to 27.\n\n"
        "The motion is carried, 30 votes to 11. The agreement with Beppu is ended with immediate effect.\n\n"
        "The closure of the car park is put off."
    )
    assert told(story) == {"Beppu": "ended"}


def test_a_plan_for_something_else_that_was_dropped_shelves_no_link():
    story = (
        "Twinning saved\n\nBraintree District Council has voted to keep its twinning with Gex in France.\n\n"
        "The council's plan to put parking meters on Coggeshall Road has been dropped."
    )
    assert told(story) == {"Gex": "continued"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A councillor gave notice that he would raise the twinning with Ivanovo at the next meeting.",
        "Notice was given to the press about the Ivanovo twinning event.",
        "The council served notice on the tenant of the twinning garden named for Ivanovo.",
        "Wakefield Council was given notice that the charter with Ivanovo would be debated.",
        "The council ended our twinning with Ivanovo, it seems.",
        "According to a post on Facebook, Wakefield Council has scrapped its twinning with Ivanovo.",
        "Wakefield Council has scrapped its twinning with Ivanovo, a source told this newspaper.",
    ],
)
def test_a_notice_of_something_else_and_hearsay_end_no_link(sentence):
    story = f"Twins\n\nWakefield Council has been twinned with Ivanovo in Russia since 1990.\n\n{sentence}\n"
    assert told(story)["Ivanovo"] in {"active", "unclear"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kirklees Council ended its twinning with Bielefeld, according to a rumour.",
        "“Kirklees Council dropped its twinning with Bielefeld,” said one resident, wrongly.",
        "A resident said: “I hear that Kirklees Council ended its twinning with Bielefeld.”",
    ],
)
def test_hearsay_of_another_council_ends_none_of_its_links(sentence):
    story = f"Twins\n\nWakefield Council has been twinned with Ivanovo in Russia since 1990.\n\n{sentence}\n"
    assert told(story).get("Bielefeld", "active") in {"active", "unclear"}


def test_ten_votes_to_ten_end_nothing():
    story = (
        "Saved by one vote\n\nLlanelli Town Council was split ten votes to ten on a motion to end its twinning with Agen in France.\n\n"
        "The mayor used his casting vote against it, so the twinning stays."
    )
    assert told(story)["Agen"] not in {"ended", "suspended"}


def test_what_a_writer_is_is_no_second_writer():
    text = "Link ends\n\nBy Hannah Postle, Local Democracy Reporter\n\nWexcombe Town Council has ended its twinning with Perm."
    assert [author.value.name for author in Reader().propose(text.encode(), "a.txt").byline] == ["Hannah Postle"]


@pytest.mark.parametrize("since", ["since May 1980s", "since the 1980s", "since May 1984", "since 1984", "in 1984"])
def test_since_when_a_link_is_can_be_read_as_a_date(since):
    text = f"Link ends\n\nWexcombe Town Council has ended its twinning with Perm, which was formed {since}."
    (found,) = READER.propose(text.encode(), "a.txt").reports
    assert found.since is not None
    assert edtf.parse(found.since.value)
