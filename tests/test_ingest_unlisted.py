"""Which councils and which places abroad a text joins, where no list has the place but the text's own words tell of it."""

from __future__ import annotations

import pytest

from twinning.ingest.reader import Reader

READER = Reader()


def joined(sentences: str) -> set[tuple[str, str | None]]:
    told = sentences.replace(". ", ".\n\n")
    story = f"A word from abroad\n\n{told}\n\nThe weather was fine and many people came to see it.\n"
    reports = READER.propose(story.encode(), "story.txt").reports
    return {(report.partner.value.name, report.partner.value.country) for report in reports}


@pytest.mark.parametrize(
    ("places", "sentences"),
    [
        ([("Saint-Flavien", "FR")], "Wexcombe Town Council is twinned with Saint-Flavien, a small town in Normandy."),
        (
            [("Saint-Flavien", "FR")],
            "Councillors in Wexcombe have visited their twin town of Saint-Flavien in France. Wexcombe Town Council paid for the coach.",
        ),
        ([("Ploumazel", "FR")], "Wexcombe Town Council has renewed its twinning with Ploumazel (France)."),
        (
            [("Ploumazel", "FR")],
            "Wexcombe Town Council met on Monday. The Breton village of Ploumazel has been its twin since 1979.",
        ),
        (
            [("Oberfelsheim", "DE")],
            "Wexcombe's twin, Oberfelsheim, in Bavaria, sent a barrel of beer. Wexcombe Town Council said thank you.",
        ),
        ([("Oberfelsheim", "DE")], "Wexcombe Town Council and its German twin Oberfelsheim will hold a festival."),
        (
            [("Oberfelsheim", "DE"), ("Villemont", "FR")],
            "Wexcombe Town Council is twinned with Oberfelsheim in Germany and Villemont in France.",
        ),
        ([("Tarragona", "ES"), ("Dreux", "FR")], "Stafford Borough Council has links with Tarragona and Dreux."),
        (
            [("Lille", "FR"), ("Dortmund", "DE"), ("Brno", "CZ")],
            "Leeds City Council is twinned with Lille, Dortmund and Brno.",
        ),
        (
            [("Lille", "FR")],
            "The mayor of Lille is coming to Leeds to mark 50 years of twinning. Leeds City Council will host a dinner.",
        ),
        ([("Lille", "FR")], "Leeds councillors have voted to keep their twinning link with Lille in France."),
        ([("Lille", "FR")], "The city council in Leeds is to review its twinning with Lille."),
        (
            [("Guizhou", "CN")],
            "Shropshire Council signed a memorandum of understanding with the Chinese province of Guizhou.",
        ),
        ([("Virginia", "US")], "Kent County Council has had a partnership agreement with Virginia since 1998."),
        (
            [("Summerside", "CA")],
            "Stirling's twin town is Summerside, Canada, the council said. Stirling Council is to send a delegation.",
        ),
        ([("Dunedin", "US")], "Stirling Council has been linked with Dunedin, Florida, since 1965."),
        ([("Guangxi", "CN")], "Newport City Council's sister city agreement with Guangxi province was signed in 1996."),
        ([("Le Relecq-Kerhuon", "FR")], "Bodmin Town Council is twinned with Le Relecq-Kerhuon."),
        (
            [("Bad Lindenau", "DE")],
            "Wexcombe District Council twinned with Bad Lindenau in 1974. The German spa town has 3,000 people.",
        ),
        ([("Sliema", "MT")], "Hartlepool Borough Council has dropped its friendship agreement with Sliema in Malta."),
        (
            [("San Bartolo", "IT")],
            "A delegation from San Bartolo, Wexcombe's Italian twin town, was welcomed by Wexcombe Town Council.",
        ),
        (
            [("Kirovsk", "RU")],
            "Wexcombe Borough Council's partnership with the Russian city of Kirovsk has been suspended.",
        ),
        (
            [("Nowa Laska", "PL")],
            "Wexcombe Parish Council wants to twin with Nowa Laska, a village near Krakow in Poland.",
        ),
        (
            [("Le Raincy", "FR")],
            "Le Raincy in France is one of Barnet's twins. Barnet Council has launched a review of the twinning.",
        ),
        (
            [("Osnabrück", "DE")],
            "Derby and Osnabrück have been twinned since 1976. Derby City Council employs a town twinning envoy.",
        ),
        (
            [("Unterwalden", "DE")],
            "Wexcombe Town Council keeps one twinning of the former Wexcombe Urban District, with Unterwalden in Bielefeld.",
        ),
        (
            [("Saint-Flavien", "FR")],
            "Wexcombe Town Council has no plans to end its link to Saint-Flavien, its French twin.",
        ),
    ],
)
def test_a_place_is_a_partner_by_what_stands_round_it(places, sentences):
    assert joined(sentences) == set(places)


@pytest.mark.parametrize(
    "sentences",
    [
        "The brewery in Wexcombe is twinned with a brewery in Bamberg, Germany. Wexcombe Town Council granted it a licence.",
        "Wexcombe Town Council heard that trains to Lille, France, will be cheaper. A partnership with the railway was praised.",
        "Wexcombe United signed a striker from Bruges, in Belgium. Wexcombe Town Council gave a civic reception.",
        "Wexcombe School has a partnership with a school in Villemont, France. Wexcombe Borough Council funds the school.",
        "Wexcombe Borough Council has signed an agreement with Siemens of Munich, Germany, to run its street lights.",
        "A Dutch firm is to mend the sea wall. Wexcombe Borough Council has signed a partnership agreement with Van Zand Werken.",
        "A family from Kharkiv, Ukraine, has settled in Wexcombe. Wexcombe Borough Council has a partnership with a refugee charity.",
    ],
)
def test_a_place_that_is_named_beside_a_council_is_no_partner(sentences):
    assert not joined(sentences)


def test_a_list_of_partnerships_is_read_item_by_item():
    story = """Twins of the county

Our yearly look at the twin towns.

1. Falkirk Council and Waldesau, Germany. Paused, not broken.

2. Angus Council and Villemont, France. Renewed for ten years by the provost.

3. Moray Council and Nowa Laska, Poland. No change.
"""
    found = READER.propose(story.encode(), "story.txt").reports
    assert [(r.partner.value.name, str(r.outcome.value)) for r in found] == [
        ("Waldesau", "suspended"),
        ("Villemont", "renewed"),
        ("Nowa Laska", "active"),
    ]


def test_a_word_without_end_is_no_place_and_is_passed_over_at_once():
    text = f"Twins\n\n{'A' * 3000} Wakefield Council ended its twinning with Herne in 2019.\n"
    assert {(r.council.value.name, r.partner.value.name) for r in Reader().propose(text.encode(), "x.txt").reports} <= {
        ("Wakefield Council", "Herne")
    }


def test_where_a_war_is_fought_is_not_where_the_twin_lies():
    text = (
        "Call to scrap Russian twin link rejected\n\nA call for Durham County Council to end its twinning with Kostroma in "
        "protest at the invasion of Ukraine was rejected by councillors on Wednesday.\n\nThe link was made in 1968.\n"
    )
    (report,) = Reader().propose(text.encode(), "x.txt").reports
    assert (report.partner.value.name, report.partner.value.country) == ("Kostroma", "RU")


@pytest.mark.parametrize("paper", ["Whitby Gazette", "The Northern Courier"])
def test_the_newspaper_over_the_headline_wrote_nothing(paper):
    text = (
        f"{paper}\n\nTown votes to end its twinning\n\nBy Helen Marsh\n\nWhitby Town Council has ended its twinning with "
        "Porirua in New Zealand.\n"
    )
    assert [author.value.name for author in Reader().propose(text.encode(), "x.txt").byline] == ["Helen Marsh"]
