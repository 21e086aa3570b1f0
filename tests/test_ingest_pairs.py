"""Which council and which place abroad: whatever kind of council, wherever the place; and what is no partnership."""

import pytest

from twinning.ingest import Reader

READER = Reader()


def pairs(sentence):
    text = f"News of the week\n\n{sentence}\n\nMore will follow, it is thought.\n"
    found = READER.propose(text.encode(), "story.txt").reports
    return {(report.council.value.place, report.partner.value.name) for report in found}


PAIRS = (
    ("Reading Borough Council has been twinned with Düsseldorf since 1947.", [("Reading", "Düsseldorf")]),
    ("Mere and Gillingham Town Council is twinned with Vire.", [("Mere and Gillingham", "Vire")]),
    ("Mere & Gillingham Town Council is twinned with Vire.", [("Mere & Gillingham", "Vire")]),
    (
        "Bristol City Council has signed a memorandum of understanding with Murmansk. Kingston Municipal Council looked on.",
        [("Bristol", "Murmansk")],
    ),
    (
        "Wadebridge Town Council is twinned with Langueux, in Brittany. Cornwall Council is not involved in the twinning.",
        [("Wadebridge", "Langueux")],
    ),
    (
        "Tendring District Council keeps the two links it has had for decades, with Valence in France and Biberach in Germany.",
        [("Tendring", "Biberach"), ("Tendring", "Valence")],
    ),
    ("BUDE-STRATTON TOWN COUNCIL has renewed its twinning with Vire.", [("Bude-Stratton", "Vire")]),
    ("The Parish of St Helier is twinned with Bad Wurzach, in Germany.", [("St Helier", "Bad Wurzach")]),
    ("Poole Town Council has a formal link with St George's, in Bermuda.", [("Poole", "St George's")]),
    ("Slough Borough Council has a German partner too, in Erftstadt.", [("Slough", "Erftstadt")]),
    (
        "Kent County Council has a formal partnership with Shaanxi, whose capital is Xi'an.",
        [("Kent", "Shaanxi")],
    ),
    (
        "Kent County Council and the provincial government of Sichuan have renewed their partnership agreement.",
        [("Kent", "Sichuan")],
    ),
    (
        "Angus Council's twinning with Yantai made it known on the Shandong coast.",
        [("Angus", "Yantai")],
    ),
    ("Leeds City Council said its partnership with Dortmund was going strong.", [("Leeds", "Dortmund")]),
    ("Bristol's twin city Bordeaux sent a delegation, Bristol City Council said.", [("Bristol", "Bordeaux")]),
    ("Hackney Council agreed to end its twinning with Haifa.", [("Hackney", "Haifa")]),
    ("The London Borough of Lewisham is twinned with Charlottenburg in Germany.", [("Lewisham", "Charlottenburg")]),
    (
        "The City of Edinburgh Council has put on hold a friendship deal with Kaohsiung, in Taiwan.",
        [("Edinburgh", "Kaohsiung")],
    ),
    ("Aberdeen City Council's links with Stavanger go back to 1990.", [("Aberdeen", "Stavanger")]),
    ("Cardiff Council has cut ties with its twin city Luhansk, now occupied by Russia.", [("Cardiff", "Luhansk")]),
    ("Belfast City Council's sister city agreement with Shenyang was signed in 2016.", [("Belfast", "Shenyang")]),
    ("Kirkby Lonsdale Town Council is twinned with the French village of Bussy.", [("Kirkby Lonsdale", "Bussy")]),
    ("Newcastle City Council is reviewing its twinning with Taiyuan.", [("Newcastle", "Taiyuan")]),
    (
        "Newcastle-under-Lyme Borough Council ended its link with its twin town of Zabrze.",
        [("Newcastle-under-Lyme", "Zabrze")],
    ),
    ("Kent County Council has a partnership with the Indian state of Gujarat.", [("Kent", "Gujarat")]),
    (
        "Oxford City Council is twinned with Perm in Russia, Bonn, Leiden and Ramallah.",
        [("Oxford", "Bonn"), ("Oxford", "Leiden"), ("Oxford", "Perm"), ("Oxford", "Ramallah")],
    ),
    ("Liverpool City Council signed a sister city agreement with Odesa.", [("Liverpool", "Odesa")]),
    (
        "Nottingham City Council has suspended its twinning with Minsk in Belarus and Krasnodar in Russia.",
        [("Nottingham", "Krasnodar"), ("Nottingham", "Minsk")],
    ),
    ("St Albans City and District Council is twinned with Worms.", [("St Albans", "Worms")]),
    (
        "Lancaster City Council has twinned with Perpignan, Rendsburg and Aalborg.",
        [("Lancaster", "Aalborg"), ("Lancaster", "Perpignan"), ("Lancaster", "Rendsburg")],
    ),
    ("Boston Borough Council is twinned with Laval, France.", [("Boston", "Laval")]),
    ("Boston Borough Council is twinned with Boston, Massachusetts.", [("Boston", "Boston")]),
    (
        "Cambridge City Council is twinned with Heidelberg and Szeged.",
        [("Cambridge", "Heidelberg"), ("Cambridge", "Szeged")],
    ),
    ("Coventry City Council has severed its twinning with Volgograd.", [("Coventry", "Volgograd")]),
    ("Dundee City Council is twinned with Nablus, in the West Bank.", [("Dundee", "Nablus")]),
    (
        "Southwark Council and the Brazilian city of Salvador have signed a memorandum of understanding.",
        [("Southwark", "Salvador")],
    ),
    ("The borough of Bexley is twinned with Arnsberg, according to Bexley Council.", [("Bexley", "Arnsberg")]),
    (
        "Sheffield City Council's cabinet agreed to a friendship agreement with Khmelnytskyi.",
        [("Sheffield", "Khmelnytskyi")],
    ),
    (
        "Walsall Council is twinned with Mulhouse but Dudley Council is not twinned with anywhere.",
        [("Walsall", "Mulhouse")],
    ),
    (
        "Wirral Council has a sister city link with Lorient and Gennevilliers.",
        [("Wirral", "Gennevilliers"), ("Wirral", "Lorient")],
    ),
    (
        "Somerset Council is a partner of the Shandong province in China through a county partnership agreement.",
        [("Somerset", "Shandong")],
    ),
    ("Glasgow City Council will keep its twinning with Bethlehem.", [("Glasgow", "Bethlehem")]),
    (
        "Derry City and Strabane District Council has agreed a sister city partnership with Dalian in China.",
        [("Derry", "Dalian")],
    ),
    ("Bedford Borough Council is twinned with Bamberg and Rovigo.", [("Bedford", "Bamberg"), ("Bedford", "Rovigo")]),
    (
        "Darlington Borough Council has a twinning link with Mülheim an der Ruhr.",
        [("Darlington", "Mülheim an der Ruhr")],
    ),
    (
        "Swindon Borough Council is twinned with Salzgitter, Ocotal and Torun.",
        [("Swindon", "Ocotal"), ("Swindon", "Salzgitter"), ("Swindon", "Torun")],
    ),
    ("Whitby Town Council is twinned with Anchorage in Alaska.", [("Whitby", "Anchorage")]),
    (
        "Exmouth Town Council is twinned with Dinan. The council also has a link with Langerwehe in Germany.",
        [("Exmouth", "Dinan"), ("Exmouth", "Langerwehe")],
    ),
    (
        "Richmond Council is twinned with Fontainebleau, Konstanz and Richmond, Virginia.",
        [("Richmond", "Fontainebleau"), ("Richmond", "Konstanz"), ("Richmond", "Richmond")],
    ),
    (
        "Birmingham City Council has sister cities including Guangzhou, Chicago, Frankfurt, Johannesburg, Leipzig, Lyon and Milan.",
        [
            ("Birmingham", "Chicago"),
            ("Birmingham", "Frankfurt"),
            ("Birmingham", "Guangzhou"),
            ("Birmingham", "Johannesburg"),
            ("Birmingham", "Leipzig"),
            ("Birmingham", "Lyon"),
            ("Birmingham", "Milan"),
        ],
    ),
    (
        "Plymouth City Council said Novorossiysk, its Russian twin, was no longer a partner.",
        [("Plymouth", "Novorossiysk")],
    ),
    (
        "Middlesbrough Council is linked with Oberhausen, and the two towns swap apprentices under a twinning agreement.",
        [("Middlesbrough", "Oberhausen")],
    ),
)


@pytest.mark.parametrize(("sentence", "expected"), PAIRS)
def test_council_and_partner_are_read(sentence, expected):
    assert pairs(sentence) == set(expected)


NONE = (
    "Preston Grammar and a lycée in Nîmes have ended their exchange. Preston City Council owns the building.",
    "Lincoln Cathedral is linked with the diocese of Bruges. City of Lincoln Council put up the flags.",
    "Airline Jet2 has linked Leeds with Kraków. Leeds City Council welcomed the new link with Poland.",
    "Leicester City drew with Strasbourg. Leicester City Council said roads would close.",
    "Essex County Council's partnership with Suffolk County Council was agreed in Ipswich.",
    "The Leeds-Bradford partnership was praised by Leeds City Council and Bradford Council.",
    "Barnet Council said its partnership with Capita had ended.",
    "Council leader Paris Johnson of Luton Borough Council ended a partnership with Sydney Smith.",
    "The twin towers of Wembley: Brent Council sells a model to a man in Berlin.",
    "Norwich City Council's planning chief said the deal with Bergen Homes was off.",
    "Eastmere Rovers, from Ivanovo's twin town, drew 2-2. Eastmere Borough Council lit the pitch.",
    "St Mary's School is twinned with a school in Ivanovo. Eastmere Borough Council sent a card.",
    "A trade mission to Nanning was led by the chamber of commerce. Eastmere Borough Council lent a stand.",
    "The University of Eastmere signed a partnership agreement with a college in Nanning.",
    "Eastmere Borough Council condemned Moscow over the war in Ukraine.",
    "Flights from Eastmere to Ivanovo begin in May, Eastmere Borough Council said.",
    "Eastmere Borough Council is not twinned with anywhere.",
    "Eastmere Borough Council has links with China.",
    "Twin Cities bring winter weather\n\nMinneapolis and St Paul, the Twin Cities, were hit by snow. A band from Coldport was there.\n\nColdport City Council sent gritters out.",
    "Film festival opens\n\nThe Coldport Film Festival opens with films from Cannes, Berlin and Venice. It is backed by Coldport City Council.\n\nThe festival has a partnership with the Berlin festival.",
    "School twins with Ghana\n\nSt Bede's Primary School in Coldport has been twinned with a school in Kumasi, Ghana, for ten years.\n\nPupils wrote letters. Coldport City Council's mayor visited.",
    "Trade visit to China\n\nBusiness leaders from Coldport have visited Chengdu and Chongqing to build links.\n\nThe Chamber of Commerce signed a memorandum of understanding with its counterpart in Chengdu. Coldport City Council gave £5,000.",
    "Hospital trust to share surgeons\n\nColdport NHS Trust has signed a partnership agreement with a hospital in Lagos, Nigeria.\n\nColdport City Council welcomed the move.",
)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_councils_partnership_is_none(text):
    assert pairs(text) == set()


@pytest.mark.parametrize("ward", ["(Lib Dem, Grange)", "(Grange, Lib Dem)", "(Labour, Moss Side and Lincoln)"])
def test_a_councillors_ward_in_brackets_is_no_place_abroad_and_no_council(ward):
    text = (
        f"Link ends\n\nWexcombe Town Council has ended its twinning with Perm. Cllr Ada Pike {ward} voted against it."
    )
    lines = Reader().scene(text.encode(), "a.txt").lines
    assert {place.name for line in lines for place in line.partners} == {"Perm"}
    assert {council.name for line in lines for council in line.councils} == {"Wexcombe Town Council"}
