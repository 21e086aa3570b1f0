"""Whose a link is in texts of many councils, and which of several places is its other end."""

import pytest

from twinning.ingest import Reader
from twinning.ingest.pairs.pairing import pairs


def told(text: str) -> set[tuple[str, str]]:
    return {(pair.council.name, pair.partner.name) for pair in pairs(Reader().scene(text.encode(), "a.txt"))}


OPENED = """Where have all our twins gone?

This week we asked four town halls in the county what they still do with theirs.

MARLBOROUGH is packing. The town council renewed its twinning with Gunjur in May and a party leaves on Friday.

DEVIZES is sulking. Its town council voted to end the twinning with Mayenne after nobody answered a letter.

And CALNE waits. Councillors there suspended the link with Eningen, in Germany, until a clerk is found.

CORSHAM'S town council has been twinned with Jargeau since 1981 and sees no reason to stop."""


def test_each_item_that_opens_with_a_town_is_about_that_towns_council():
    assert told(OPENED) == {
        ("Marlborough Town Council", "Gunjur"),
        ("Devizes Town Council", "Mayenne"),
        ("Calne Town Council", "Eningen"),
        ("Corsham Town Council", "Jargeau"),
    }


def test_an_article_that_opens_one_paragraph_with_a_town_is_no_roundup():
    text = """Council keeps its twin

Devizes Town Council has voted to keep its twinning with Mayenne.

Marlborough and Calne have twins of their own, said the mayor, and so the town council would look foolish."""
    assert {council for council, _ in told(text)} == {"Devizes Town Council"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Oldbury Council has signed a twinning agreement with Rajkot at the end of a visit to Gujarat.",
        "Oldbury Council has signed a twinning agreement with Rajkot, a city in Gujarat state.",
        "Oldbury Council has signed a twinning agreement with the Gujarat city of Rajkot.",
        "Oldbury Council has signed a twinning agreement with Rajkot (Gujarat, India).",
        "Oldbury Council has signed a twinning agreement with Rajkot, in spite of the government in Delhi.",
    ],
)
def test_a_place_that_only_says_where_the_partner_lies_is_no_partner(sentence: str):
    assert told(f"A deal is done\n\n{sentence} The council said that it was glad of the twinning.") == {
        ("Oldbury Council", "Rajkot")
    }


def test_a_suburb_is_the_partner_and_not_its_city():
    text = "News in brief\n\nStowmarket Town Council has agreed to keep its twinning with the Paris suburb of Clamart."
    assert told(text) == {("Stowmarket Town Council", "Clamart")}


def test_a_name_is_taken_whole_where_no_list_has_it():
    text = """Links go on

Halton Borough Council has ended its twinning with Tongling, in China.

The council's other links, with Ústí nad Labem in the Czech Republic and Marzahn-Hellersdorf in Berlin, carry on."""
    found = pairs(Reader().scene(text.encode(), "a.txt"))
    assert {(pair.partner.name, pair.partner.country) for pair in found} == {
        ("Tongling", "CN"),
        ("Ústí nad Labem", "CZ"),
        ("Marzahn-Hellersdorf", "DE"),
    }


def test_who_came_to_a_meeting_is_no_council_and_no_place():
    text = """EXETER CITY COUNCIL
Minutes of the Executive, 8 March 2022
Present: Councillors Bialyk (Chair), Sutton, Denning, T Stoughton and Miss R. Lusk
22/15 Twinning
The Leader reported that letters had been received asking the Council to end its twinning with Yaroslavl, Russia.
RESOLVED that the twinning be suspended."""
    assert told(text) == {("Exeter City Council", "Yaroslavl")}


def test_a_county_has_no_town_council():
    text = """Round the town

I have heard the news of the whole of Thame. Our town council is to put up new boards with both our twin towns on them, Montesson and Sinsheim.

My view is that every Oxfordshire village should have a twin, says the town clerk."""
    assert {council for council, _ in told(text)} == {"Thame Town Council"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("MALMESBURY TOWN COUNCIL", "Malmesbury Town Council"),
        ("STOW-ON-THE-WOLD TOWN COUNCIL", "Stow-on-the-Wold Town Council"),
    ],
)
def test_a_council_in_capitals_is_written_as_it_is_elsewhere(line: str, name: str):
    assert told(f"{line}\n\nThe council has renewed its twinning with Niebüll, Germany.") == {(name, "Niebüll")}


def test_the_french_town_is_the_one_that_was_named():
    text = """Mayor in town

The mayor of Niort paid a visit to Wellingborough on Friday.

Wellingborough has been twinned with the French town since 1978, and with Wittlich, near Trier, since 1991. Wellingborough Town Council said both were thriving."""
    assert told(text) == {("Wellingborough Town Council", "Niort"), ("Wellingborough Town Council", "Wittlich")}


@pytest.mark.parametrize(
    "text",
    [
        "Derby day\n\nWe have had messages from Reykjavik and from a couple who were married in Hull's twin town of Niigata.\n\nRovers lead by six.",
        "Bins come home\n\nRutland County Council is to end a contract with a French firm. Lyon-based Groupe Vallier has run it as a partnership.\n\nMembers met directors in Lyon in the spring.",
        "Port deal with Rotterdam\n\nThe Port of Tyne has signed a co-operation agreement with the Port of Rotterdam. North Tyneside Council was glad.",
    ],
)
def test_what_is_a_clubs_a_firms_or_a_ports_is_no_councils(text: str):
    assert told(text) == set()


UNDER_HEADINGS = """Town halls: who is in and who is out

CALNE

Calne Town Council has renewed its twinning with Eningen, in Germany, for ten years.

DEVIZES

The mayor of Mayenne came for the twinning's fiftieth year. He and councillors planted a pear tree, and all is well.

CORSHAM

Corsham Town Council voted on Thursday to end its twinning with Jargeau, in France."""


def test_a_place_under_a_towns_heading_is_that_towns():
    assert ("Devizes Town Council", "Mayenne") in told(UNDER_HEADINGS)


def test_a_town_at_home_is_no_place_abroad_where_another_is_the_twin():
    text = """Trip called off

Hillingdon Council and Schleswig have been twinned since the 1960s, when the former Urban District of Uxbridge shook hands with it.

A party is expected for the Uxbridge carnival."""
    assert {partner for _, partner in told(text)} == {"Schleswig"}
