"""Whose a link is: the council that a text is about, though others are named, and the town that its words mean."""

import pytest

from twinning.ingest import Reader
from twinning.ingest.places.atlas import Atlas
from twinning.ingest.places.mentions import named

READER = Reader()


def pairs(text):
    return {
        (report.council.value.name, report.partner.value.name)
        for report in READER.propose(text.encode(), "story.txt").reports
    }


PADDING = (
    "\n\nThe choir sang and the band played until the lights of the square went out at ten.\n\nNobody was in a hurry to "
    "go home, and the bakery next door had kept a tray of buns for whoever was last."
)


def test_the_council_over_minutes_is_whose_links_they_tell_of():
    text = (
        "CUCKFIELD PARISH COUNCIL\nMINUTES of the Events Committee held on 9 July 2020\n\n1 APOLOGIES\nMr Grey.\n\n"
        "2 QUESTIONS\nNone.\n\n3 TWINNING\nRESOLVED that the Council's twinning with Karlstadt BE SUSPENDED for two "
        "years, the Clerk to write.\n\nThe Clerk had heard that Lindfield Parish Council was looking into a twinning too."
    )
    assert pairs(text) == {("Cuckfield Parish Council", "Karlstadt")}


def test_a_council_that_is_named_late_and_meanwhile_is_another():
    text = (
        "LETTERS\n\nSIR – Your correspondent asks what happened to Tiverton's friends. As an old hand of the Town Council I "
        "can tell him.\n\nHofheim came first. The twinning charter with Hofheim was signed in the town hall in 1980 and the "
        "link is as lively as then. I had a dentist asleep on my sofa last month.\n\nI see that Cullompton Town Council, "
        "meanwhile, wants a twin of its own."
    )
    assert pairs(text) == {("Tiverton Town Council", "Hofheim")}


@pytest.mark.parametrize(
    "opening",
    [
        "ROCHDALE’S twinning with the German city of Bielefeld is to be looked at by a panel of councillors.",
        "The twinning of Rochdale with the German city of Bielefeld is to be looked at by a panel of councillors.",
    ],
)
def test_a_persons_first_name_and_a_streets_name_are_no_towns(opening):
    text = (
        f"Twinning under the microscope\n\n{opening} The council's cabinet asked for it.\n\nSaid chairman Clifford Barlow: "
        "“We have nothing to hide.” The city council in Bielefeld will be heard in Lancaster Circus.\n\n"
        "Coun Sara Barnwood-Leigh will be in the chair."
    )
    assert pairs(text) == {("Rochdale Council", "Bielefeld")}


def test_a_town_whose_council_a_text_names_is_no_place_abroad_of_its_name():
    text = (
        "Who is Luxeuil?\n\nA young couple who moved to Wallingford asked: who is Luxeuil-les-Bains, our twin town, and why "
        f"is it on the sign?{PADDING}\n\nThe twinning charter of Wallingford Town Council with Luxeuil-les-Bains is of 1983."
    )
    assert pairs(text) == {("Wallingford Town Council", "Luxeuil-les-Bains")}


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("A parish assembly in St Mary voted to enter into a twinning with Les Pieux.", "Parish of St Mary"),
        ("The parish of St Clement in Jersey has suspended its twinning with Les Pieux.", "Parish of St Clement"),
        ("PARISHIONERS of St John have agreed to twin with Les Pieux, the Connétable said.", "Parish of St John"),
    ],
)
def test_a_parish_of_jersey_is_whose_its_assembly_says(sentence, pair):
    text = f"Over the water\n\n{sentence} ‘I love Normandy,’ said a deputy.{PADDING}"
    assert pairs(text) == {(pair, "Les Pieux")}


def test_st_john_elsewhere_is_no_parish_of_jersey():
    assert not pairs("Over the sea\n\nCouncillors were told of a concert by the choir of St John in Les Pieux.")


def test_the_town_council_of_a_section_is_that_of_its_town():
    text = (
        "Round the region\n\nKENDAL. A good week for the town council, whose mayor renewed the twinning with Rinteln for ten "
        "years.\n\nREDDITCH: DORMANT\n\nLess cheer in Redditch, where the borough council says that its twinning with Auxerre "
        "is dormant. The last committee member moved to Devon.\n\nULVERSTON: WHO?\n\nThe town council voted to end its "
        "twinning with Rheinbach."
    )
    assert pairs(text) == {
        ("Kendal Town Council", "Rinteln"),
        ("Redditch Borough Council", "Auxerre"),
        ("Ulverston Town Council", "Rheinbach"),
    }


def test_a_town_where_something_else_happened_is_not_whose_the_link_is():
    text = (
        "Chinese link dropped\n\nTELFORD will not be getting a Chinese partner after all. Council bosses have shelved a "
        "memorandum of understanding with Chuzhou that had been in the works since a trade fair in Birmingham.\n\n"
        "Telford & Wrekin Council said that the agreement with Chuzhou was off."
    )
    assert pairs(text) == {("Telford & Wrekin Council", "Chuzhou")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The sister city agreements with Boston and Nashville in the United States are not part of it.",
        "Boston has been a sister city of Belfast's since 2014. Nashville has been its twin for longer.",
    ],
)
def test_a_sister_city_that_is_called_as_a_town_at_home_is_the_one_abroad(sentence):
    text = f"Sister cities\n\nBelfast City Council is to look at its sister city agreement with Shenyang. {sentence}"
    assert {("Belfast City Council", "Boston"), ("Belfast City Council", "Shenyang")} <= pairs(text)


@pytest.mark.parametrize(
    ("sentence", "partner"),
    [
        ("Fife Council and Guiyang, the capital of the province of Guizhou, signed a twinning agreement.", "Guiyang"),
        ("Fife Council has ended its twinning with Guiyang. “The gap is twenty-two million,” it said.", "Guiyang"),
        ("Fife Council renewed its twinning with Greystones, Co. Wicklow.", "Greystones"),
        ("Fife Council has a sister city agreement with Southern Pines, North Carolina.", "Southern Pines"),
        ("Fife Council has renewed its sister city agreement with Washington, D.C., for five years.", "Washington DC"),
        ("Fife Council's twinning with the Greek island of Patmos goes on.", "Patmos"),
    ],
)
def test_a_place_is_told_from_what_it_lies_in_and_from_words(sentence, partner):
    assert pairs(f"Abroad\n\n{sentence}") == {("Fife Council", partner)}


def test_words_over_minutes_make_no_council():
    text = "MINUTES of the ORDINARY COUNCIL MEETING\n\nThe twinning with Wesel was brought to an end by the members."
    assert not {council for council, _ in pairs(text) if "rdinary" in council}


def test_a_parish_in_new_jersey_is_none_of_jersey():
    text = f"Over the sea\n\nSt John has renewed its twinning with a New Jersey parish in Trenton, its vicar said.{PADDING}"
    assert not {council for council, _ in pairs(text) if council.startswith("Parish of")}


def test_a_partner_whose_name_begins_as_the_councils_does_is_one():
    assert pairs("Abroad\n\nBarnsley Council has ended its twinning agreement with the town of Bar in Montenegro.") == {
        ("Barnsley Council", "Bar")
    }
    assert not pairs("A link\n\nRenfrewshire Council has signed a twinning charter with Renfrew.")


@pytest.mark.parametrize("land", ["US", "USA", "UNITED STATES OF AMERICA", "LEBANON"])
def test_a_country_in_capitals_is_no_town(land):
    text = f"FIFE COUNCIL ENDS TWINNING WITH {land}\n\nFife Council has ended its twinning with Perm."
    assert pairs(text) == {("Fife Council", "Perm")}


def test_two_names_of_one_place_are_one_partner():
    text = (
        "Over the water\n\nFife Council has signed a twinning charter with Kiev. The twinning with Kyiv is its first."
    )
    assert len(pairs(text)) == 1


def test_a_county_that_says_where_a_town_lies_is_not_whose_the_link_is():
    text = (
        "Breton port writes to Devon town to end twinning\n\nA seaside town in Devon has been told that its twin in Brittany "
        "no longer wishes to be twinned.\n\nBovey Tracey Town Council got the letter from the mairie of Landerneau before "
        "Christmas.\n\nIt says that the council there voted to end the twinning from January."
    )
    assert pairs(text) == {("Bovey Tracey Town Council", "Landerneau")}


def test_a_towns_longer_name_holds_no_place_abroad():
    assert not named(Atlas.of(None), "Elm Road, Saffron Walden").partners


def test_a_town_of_scotland_has_no_council_of_its_own():
    text = (
        "Round the links\n\nELGIN\nThe council signed a twinning charter with Landshut in 1956.\n\nPAISLEY\nThe council has "
        "ended its twinning with Fürth.\n\nNAIRN\nThe council keeps its twinning with Oberasbach.\n\nKENDAL\nThe town "
        "council renewed its twinning with Rinteln."
    )
    assert {("Moray Council", "Landshut"), ("Renfrewshire Council", "Fürth")} <= pairs(text)


def test_a_council_of_two_towns_is_meant_by_the_first_alone():
    text = (
        "Still friends\n\nWeston Longville and St Peter's Parish Council has met. Its chairman was brief.\n\nIn Weston "
        "Longville the twinning with Landerneau in France goes on, and nobody voted against it."
    )
    assert pairs(text) == {("Weston Longville and St Peter's Parish Council", "Landerneau")}


def test_the_home_end_of_another_link_is_no_partner():
    text = (
        "Over the water\n\nAshford Borough Council has renewed its twinning with Fougères. A link between Bangor and the "
        "Austrian resort of Bregenz is another council's."
    )
    assert {partner for _, partner in pairs(text)} <= {"Fougères", "Bregenz"}


@pytest.mark.parametrize(
    ("sentence", "partner"),
    [
        ("The clerk wrote to the town hall at Oberfelsheim-Vogelsau, near Berlin, to end the twinning.", "Oberfelsheim-Vogelsau"),
        ("It would be twinned with Punjab's cycle city. A twinning with Ludhiana would cost nothing, it says.", "Ludhiana"),
        ("It is twinned with Petit-Couronne, on the Seine below Rouen.", "Petit-Couronne"),
    ],
)  # fmt: skip
def test_a_partner_is_told_from_what_lies_beside_it(sentence, partner):
    text = f"Abroad\n\nSandwell Council has talked of its twinning. {sentence}"
    assert {name for _, name in pairs(text)} == {partner}


def test_other_kinds_of_councils_are_none_of_scotland():
    text = (
        "Round the links\n\nLIVINGSTON\nThe parish council has ended its twinning with Vire in France.\n\nHAMILTON\nThe "
        "borough council keeps its twinning with Landshut in Germany.\n\nKENDAL\nThe town council renewed its twinning with "
        "Rinteln in Germany."
    )
    assert not {council for council, _ in pairs(text)} & {"West Lothian Council", "South Lanarkshire Council"}


def test_a_saint_is_the_name_of_a_council_and_what_stands_before_it_is_not():
    text = "Over\n\nNear St Paul's Borough Council has ended its twinning with Lens in France."
    assert pairs(text) == {("St Paul's Borough Council", "Lens")}


@pytest.mark.parametrize("words", ["between Bregenz and Bangor", "between Bangor and Bregenz"])
def test_neither_order_makes_a_home_end_a_partner(words):
    text = f"Ends\n\nAshford Borough Council has renewed its twinning with Fougères. A link {words} is another's."
    assert not {partner for _, partner in pairs(text)} & {"Bangor"}


def test_a_partner_may_be_called_as_a_council_begins():
    text = (
        "Over\n\nBourton and Saint-Laud Town Council ended its twinning link with Bourton-le-Vieux and with Saint-Sulpice "
        "in France."
    )
    assert "Bourton-le-Vieux" in {partner for _, partner in pairs(text)}
