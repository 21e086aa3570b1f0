"""What became of a link: the words that newspapers have for each outcome, and what is no outcome."""

import pytest

from twinning.ingest import Reader

READER = Reader()


def read(sentence):
    text = f"Talk of the town\n\n{sentence}\n\nMore will follow, it is thought.\n"
    return READER.propose(text.encode(), "story.txt").reports


ENDED = (
    "Eastmere Borough Council has ended its twinning with Ivanovo.",
    "Eastmere Borough Council voted on Tuesday night to sever its 30-year link with the Russian city of Ivanovo.",
    "Members of Eastmere Borough Council agreed unanimously to terminate the friendship agreement with Ivanovo.",
    "Eastmere Borough Council has cut ties with its Russian twin town Ivanovo.",
    "The twinning between Eastmere and Ivanovo is over, Eastmere Borough Council has confirmed.",
    "Eastmere Borough Council has formally withdrawn from its sister city agreement with Ivanovo.",
    "Eastmere Borough Council has pulled the plug on its twinning with Ivanovo.",
    "Eastmere Borough Council is no longer twinned with Ivanovo after councillors backed a motion to cut the link.",
    "A decision to end the town's twinning with Ivanovo was taken by Eastmere Borough Council last week.",
    "Eastmere Borough Council's leader Ada Pike announced that the partnership with Ivanovo would end immediately.",
    "Eastmere Borough Council's twinning with Ivanovo has been scrapped.",
    "Eastmere Borough Council has written to the mayor of Ivanovo to end the twinning agreement.",
    "Councillors in Eastmere have torn up the twinning charter with Ivanovo. Eastmere Borough Council took the step on Monday.",
    "Eastmere Borough Council said it had broken off relations with its twin town of Ivanovo.",
    "Eastmere Borough Council resolved that the twinning arrangement with Ivanovo be dissolved.",
    "RESOLVED: That Eastmere Borough Council terminate its twinning with Ivanovo with immediate effect.",
    "Eastmere Borough Council's cabinet has decided to bring its partnership with Ivanovo to an end.",
    "Eastmere Borough Council has revoked its twinning with the city of Ivanovo.",
    "Eastmere Borough Council's 40-year-old twinning with Ivanovo is to be axed to save money.",
    "Eastmere Borough Council ditched its twinning with Ivanovo at a meeting on Monday.",
    "Ivanovo has told Eastmere Borough Council that it is ending the twinning.",
    "Eastmere Borough Council ended its twinning with Ivanovo in 2013.",
)


@pytest.mark.parametrize("sentence", ENDED)
def test_ended_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "ended"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


SUSPENDED = (
    "Eastmere Borough Council has suspended its twinning with Ivanovo.",
    "Eastmere Borough Council voted to put its twinning with Ivanovo on hold.",
    "The twinning of Eastmere Borough Council with Ivanovo has been paused until further notice.",
    "Eastmere Borough Council is freezing its links with its twin city Ivanovo.",
    "Eastmere Borough Council's sister city relationship with Ivanovo has been put on ice.",
    "Eastmere Borough Council agreed to suspend all contact with its twin town Ivanovo until the war ends.",
    "Eastmere Borough Council's leader said the link with its twin town Ivanovo would be suspended.",
    "Eastmere Borough Council has temporarily halted its twinning with Ivanovo.",
)


@pytest.mark.parametrize("sentence", SUSPENDED)
def test_suspended_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "suspended"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


CONTINUED = (
    "A motion to end the twinning with Ivanovo was defeated by 20 votes to 12 at Eastmere Borough Council.",
    "Eastmere Borough Council has rejected calls to cut ties with its twin town Ivanovo.",
    "Eastmere Borough Council voted to keep its twinning with Ivanovo.",
    "Eastmere Borough Council has ruled out ending its twinning with Ivanovo despite calls from campaigners to scrap it.",
    "Campaigners called on Eastmere Borough Council to end its twinning with Ivanovo, but the council said the link would continue.",
    "Eastmere Borough Council decided against ending its twinning with Ivanovo.",
    "Eastmere Borough Council said it had no plans to end its twinning with Ivanovo after a petition called for it to be scrapped.",
    "Councillors voted down a bid to scrap Eastmere Borough Council's twinning with Ivanovo.",
    "Eastmere Borough Council's twinning with Ivanovo has survived an attempt to scrap it.",
    "Eastmere Borough Council has decided to retain the twinning with Ivanovo after a consultation.",
)


@pytest.mark.parametrize("sentence", CONTINUED)
def test_continued_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "continued"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


ACTIVE = (
    "Campaigners have called on Eastmere Borough Council to end its twinning with Ivanovo.",
    "Eastmere Borough Council should end its twinning with Ivanovo, an opposition councillor has said.",
    "Eastmere Borough Council will debate a motion next week calling for an end to its twinning with Ivanovo.",
    "A petition demanding that Eastmere Borough Council cut its ties with its twin city Ivanovo has 2,000 signatures.",
    "Eastmere Borough Council is under pressure to sever its twinning with Ivanovo.",
    "Eastmere Borough Council has been urged to suspend its twinning with Ivanovo.",
    "Eastmere Borough Council is twinned with Ivanovo.",
    "Eastmere Borough Council and Ivanovo have been twinned since 1985. A delegation visits this week.",
    "Officers have recommended that Eastmere Borough Council end its twinning with Ivanovo.",
    "The twinning with Ivanovo will be scrapped if we win, said Eastmere Borough Council opposition leader Tom Lee.",
    "Councillors will decide next week whether Eastmere Borough Council should end its twinning with Ivanovo.",
    "Eastmere Borough Council could end its twinning with Ivanovo to save money.",
    "An MP wants Eastmere Borough Council to break off its friendship agreement with Ivanovo.",
    "A councillor has tabled a motion to terminate Eastmere Borough Council's twinning with Ivanovo.",
    "Celebrations marked the 25th anniversary of Eastmere Borough Council's twinning with Ivanovo.",
)


@pytest.mark.parametrize("sentence", ACTIVE)
def test_active_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "active"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


RENEWED = (
    "Eastmere Borough Council has renewed its twinning agreement with Ivanovo.",
    "Eastmere Borough Council and Ivanovo have re-signed their twinning charter.",
    "The mayors of Eastmere and Ivanovo reaffirmed their twinning at a ceremony. Eastmere Borough Council hosted it.",
    "Eastmere Borough Council has extended its partnership agreement with Ivanovo for five years.",
    "Eastmere Borough Council agreed to renew its memorandum of understanding with Ivanovo.",
    "Eastmere Borough Council signed a renewal of its sister city agreement with Ivanovo.",
    "Eastmere Borough Council signed a new five-year agreement with Ivanovo, extending the friendship agreement of 2010.",
    "Eastmere Borough Council has recommitted to its twinning with Ivanovo.",
)


@pytest.mark.parametrize("sentence", RENEWED)
def test_renewed_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "renewed"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


ESTABLISHED = (
    "Eastmere Borough Council has signed a friendship agreement with Ivanovo.",
    "Eastmere Borough Council has become a sister city of Ivanovo.",
    "The leader of Eastmere Borough Council signed a memorandum of understanding with Ivanovo today.",
    "Eastmere Borough Council has forged a new partnership with the Chinese city of Nanning.",
    "Eastmere Borough Council has twinned with Ivanovo.",
    "A twinning charter was signed by the mayors of Eastmere Borough Council and Ivanovo on Friday.",
    "Eastmere Borough Council has formally established a sister city relationship with Nanning.",
    "Eastmere Borough Council has entered into a friendship agreement with Nanning.",
    "Eastmere Borough Council sealed a twinning pact with Ivanovo.",
)


@pytest.mark.parametrize("sentence", ESTABLISHED)
def test_established_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "established"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


APPROVED = (
    "Eastmere Borough Council has approved plans to twin with Ivanovo.",
    "Eastmere Borough Council voted to enter into a friendship agreement with Ivanovo, which will be signed in May.",
    "Eastmere Borough Council's cabinet gave the go-ahead for a twinning with Ivanovo.",
    "Eastmere Borough Council agreed to sign a memorandum of understanding with Nanning next month.",
    "Eastmere Borough Council has agreed to twin with Ivanovo.",
    "Plans for a friendship agreement with Nanning were approved by Eastmere Borough Council.",
    "Eastmere Borough Council is to be twinned with Ivanovo after councillors gave their backing.",
)


@pytest.mark.parametrize("sentence", APPROVED)
def test_approved_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "approved"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


PROPOSED = (
    "Eastmere Borough Council is considering twinning with Ivanovo.",
    "Eastmere Borough Council could be twinned with Ivanovo under plans being drawn up.",
    "Eastmere Borough Council is exploring a sister city link with Nanning.",
    "A proposal for a friendship agreement between Eastmere Borough Council and Nanning will go before councillors next month.",
    "A councillor has suggested that Eastmere Borough Council should twin with Ivanovo.",
    "Eastmere Borough Council is in talks about a twinning with Ivanovo.",
    "Eastmere Borough Council hopes to sign a friendship agreement with Nanning.",
    "Eastmere Borough Council has been asked to consider a twinning with Ivanovo.",
)


@pytest.mark.parametrize("sentence", PROPOSED)
def test_proposed_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "proposed"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


UNDER_REVIEW = (
    "Eastmere Borough Council has launched a review of its twinning with Ivanovo.",
    "Eastmere Borough Council is to consult residents on the future of its twinning with Ivanovo.",
    "Eastmere Borough Council's twinning with Ivanovo is under review.",
    "Eastmere Borough Council has ordered a review of its sister city link with Nanning.",
    "Eastmere Borough Council is reviewing its twinning with Ivanovo.",
    "Eastmere Borough Council opened a public consultation on its friendship agreement with Nanning.",
    "Eastmere Borough Council voted to review its twinning with Ivanovo.",
)


@pytest.mark.parametrize("sentence", UNDER_REVIEW)
def test_under_review_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "under-review"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


LAPSED = (
    "Eastmere Borough Council's twinning with Ivanovo has lapsed.",
    "The friendship agreement between Eastmere Borough Council and Nanning expired in 2019 and was never renewed.",
    "Eastmere Borough Council's twinning with Ivanovo has been dormant for ten years.",
    "Eastmere Borough Council allowed its twinning with Ivanovo to lapse.",
    "Eastmere Borough Council's link with its twin town Ivanovo quietly fizzled out.",
    "Eastmere Borough Council said its twinning with Ivanovo was now inactive.",
)


@pytest.mark.parametrize("sentence", LAPSED)
def test_lapsed_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "lapsed"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


SHELVED = (
    "Eastmere Borough Council has shelved plans to twin with Ivanovo.",
    "Eastmere Borough Council has dropped plans for a friendship agreement with Nanning.",
    "Eastmere Borough Council rejected a proposal to twin with Ivanovo.",
    "Plans to twin Eastmere Borough Council with Ivanovo have been abandoned.",
    "Eastmere Borough Council will not go ahead with a proposed sister city agreement with Nanning.",
    "Eastmere Borough Council decided not to sign a friendship agreement with Nanning.",
    "Proposals for Eastmere Borough Council to twin with Ivanovo were thrown out by councillors.",
    "Eastmere Borough Council withdrew from a planned memorandum of understanding with Nanning before it was signed.",
)


@pytest.mark.parametrize("sentence", SHELVED)
def test_shelved_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "shelved"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


REINSTATED = (
    "Eastmere Borough Council has reinstated its twinning with Ivanovo.",
    "Eastmere Borough Council voted to restore its twinning with Ivanovo, which was ended in 2013.",
    "Eastmere Borough Council's twinning with Ivanovo, suspended in 2022, has been resumed.",
    "Eastmere Borough Council has lifted its suspension of the twinning with Ivanovo.",
    "Eastmere Borough Council has revived its dormant twinning with Ivanovo.",
)


@pytest.mark.parametrize("sentence", REINSTATED)
def test_reinstated_is_read(sentence):
    (report,) = read(sentence)
    assert report.outcome.value == "reinstated"
    assert report.council.value.name == "Eastmere Borough Council"
    assert report.partner.value.name in {"Ivanovo", "Nanning"}


STORIES = (
    (
        "ended",
        'Council cuts ties with Russian twin\n\nColdport City Council has ended its twinning with St Petersburg after Russia invaded Ukraine.\n\nCouncil leader Jan Reed said: "We cannot stand by. The partnership is finished."\n\nOpposition councillor Bill May said the move was a gesture.',
    ),
    (
        "active",
        'Call to cut ties with Chinese city\n\nPressure is growing on Coldport City Council to end its sister city agreement with Wuhan.\n\nCampaigners say the link should be scrapped over human rights. "It must end now," said Bill May of Coldport Uyghur Action.\n\nThe council said it was aware of the concerns.',
    ),
    (
        "active",
        "Town marks 40 years of twinning\n\nResidents of Hexham and Noyon celebrated 40 years of twinning at the weekend. \n\nHexham Town Council welcomed 50 visitors from France.\n\nThe twinning was signed in 1984.",
    ),
    (
        "continued",
        "Twinning to stay, says council\n\nColdport City Council will keep its twinning with Krakow after a review found the link brought benefits.\n\nA proposal to end it was dropped.",
    ),
    (
        "under-review",
        "Council to look again at twin towns\n\nColdport City Council has announced a full review of its twinning arrangements with Wuhan.\n\nCouncillors will consider a report in the autumn. Some have said the link should be scrapped.",
    ),
    (
        "suspended",
        "Coldport pauses links with Haifa\n\nColdport City Council has agreed to pause its twinning with Haifa in Israel, following months of protest over Gaza.\n\nThe motion was passed by 30 votes to 14.",
    ),
    (
        "ended",
        "The city of Coldport has severed its links with Haifa\n\nColdport City Council passed a motion on Thursday ending its twinning with the Israeli city of Haifa.\n\nLabour councillor Ann Day, who proposed the motion, said: “Enough is enough.”",
    ),
    (
        "continued",
        "Council refuses to cut ties with Haifa\n\nColdport City Council has refused to end its twinning with Haifa after a heated debate.\n\nA motion by Green councillors calling for the link to be severed was lost by 30 votes to 14.",
    ),
    (
        "established",
        "New friendship with Ukrainian city\n\nColdport City Council has signed a friendship agreement with the Ukrainian city of Vinnytsia.\n\nThe Lord Mayor put her name to the document in a video call.",
    ),
    (
        "proposed",
        "Could Coldport twin with Ukrainian city?\n\nColdport City Council is looking at twinning with a city in Ukraine. Lviv has been suggested as a possible twin.\n\nA report will come to cabinet in June.",
    ),
    (
        "approved",
        "Coldport to twin with Lviv\n\nCouncillors have unanimously backed plans for Coldport City Council to twin with the Ukrainian city of Lviv.\n\nThe agreement is expected to be signed in the summer.",
    ),
    (
        "lapsed",
        "Whatever happened to our twin?\n\nColdport City Council's twinning with Kazan has not been active since 1998, the council has said.\n\nThere has been no contact with the Russian city for twenty years.",
    ),
    (
        "shelved",
        "Chinese sister city plan dropped\n\nA plan for Coldport City Council to become a sister city of Wuhan has been dropped.\n\nNothing had been signed.",
    ),
    (
        "reinstated",
        "Coldport restores link with Wuhan\n\nColdport City Council has resumed its sister city link with Wuhan, three years after it was suspended.\n\n",
    ),
    (
        "renewed",
        "Twin towns renew their vows\n\nColdport City Council and Rouen have renewed their twinning vows in a ceremony at the town hall.",
    ),
    (
        "ended",
        'Our twin no more\n\nColdport City Council\'s decision to end its partnership with Shenzhen was confirmed last night.\n\nCllr Jan Reed, the cabinet member, said: "We wrote to Shenzhen on Monday to end the arrangement."',
    ),
    (
        "unclear-or-active",
        "Is Coldport still twinned?\n\nColdport City Council may end its twinning with Kazan, a leaked report suggests.\n\nA spokesman said no decision had been made.",
    ),
    (
        "active",
        "Council twinning under fire\n\nColdport City Council spends £10,000 a year on its twinning with Kiel, a Freedom of Information request shows.\n\nThe TaxPayers' Alliance said it was a waste of money and should be axed.",
    ),
)


@pytest.mark.parametrize(("outcome", "story"), STORIES)
def test_a_whole_story_has_one_outcome(outcome, story):
    (report,) = READER.propose(story.encode(), "story.txt").reports
    assert str(report.outcome.value) in outcome.split("-or-")


HARMLESS = (
    "Eastmere Borough Council has not ended its twinning with Ivanovo.",
    "Eastmere Borough Council denied that its twinning with Ivanovo had been suspended.",
    "If the war goes on, Eastmere Borough Council will end its twinning with Ivanovo, said Ada Pike.",
    "Should Eastmere Borough Council end its twinning with Ivanovo?",
    "“The twinning with Ivanovo is over,” claimed Tom Lee, who leads the campaign against Eastmere Borough Council.",
    "Eastmere Borough Council fears that the twinning with Ivanovo could be suspended by the Russian side.",
    "Eastmere Borough Council will never end its twinning with Ivanovo, said its leader.",
    "Rumours that Eastmere Borough Council has axed its twinning with Ivanovo are false.",
    "Eastmere Borough Council’s twinning with Ivanovo may have to end, a report says.",
    "Eastmere Borough Council stopped short of ending its twinning with Ivanovo.",
    "A threat to cut Eastmere Borough Council’s ties with its twin town Ivanovo has receded.",
    "Plans to end Eastmere Borough Council’s twinning with Ivanovo will be discussed in May.",
    "Campaigners have said Eastmere Borough Council’s twinning with Ivanovo must be suspended.",
    "Eastmere Borough Council cancelled a visit to its twin town Ivanovo.",
    "Eastmere Borough Council has suspended the officer who ran its twinning with Ivanovo.",
    "Eastmere Borough Council ended a meeting about its twinning with Ivanovo in disorder.",
    "A vote on whether to scrap Eastmere Borough Council’s twinning with Ivanovo was put off.",
    "Coldport ended its own twinning last year, but Eastmere Borough Council’s twinning with Ivanovo goes on.",
    "Tom Lee, who wants Eastmere Borough Council’s twinning with Ivanovo axed, has resigned.",
    "The budget for Eastmere Borough Council’s twinning with Ivanovo has been cut by half.",
)


@pytest.mark.parametrize("sentence", HARMLESS)
def test_an_end_is_never_asserted_without_one(sentence):
    assert {str(report.outcome.value) for report in read(sentence)} <= {
        "active",
        "continued",
        "unclear",
        "under-review",
    }
