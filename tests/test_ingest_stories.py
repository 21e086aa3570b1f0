"""Whole stories as newspapers tell them: one outcome each, or no partnership at all."""

import pytest

from twinning.ingest import Reader
from twinning.ingest.fates.cues import cues

READER = Reader()

STORIES = (
    (
        "ended",
        "Exeter",
        "Yaroslavl",
        'Exeter severs 33-year tie with Russian city\n\nBy Mark Lane, Local Democracy Reporter\n\nPublished: 24th Mar 2022, 12:04\n\nExeter\'s relationship with Yaroslavl has come to an end.\n\nAt a meeting of Exeter City Council on Tuesday, members of all parties supported a motion to terminate the twin city arrangement, which dates back to 1989.\n\nCllr Rosa Beer (Labour, Heavitree), who proposed it, said: "It is with a heavy heart. But what is happening in Ukraine leaves no alternative."\n\nThe council will write to its counterpart to explain.',
    ),
    (
        "continued",
        "Norwich",
        "Novi Sad",
        "Twinning 'good value' insists council chief\n\nNorwich City Council has defended spending £8,000 on its link with Novi Sad in Serbia.\n\nThe TaxPayers' Alliance claimed the partnership was a \"junket factory\" and should be ditched.\n\nBut Alan Ware, the council's cabinet member for culture, said: \"We value our friends in Novi Sad and we have no intention of walking away.\"\n",
    ),
    (
        "active",
        "Bath",
        "Aix-en-Provence",
        "Petanque teams meet\n\nBath's petanque club welcomed players from twin town Aix-en-Provence on Sunday. \n\nBath and North East Somerset Council, which has been twinned with the French city since 1977, provided lunch.",
    ),
    (
        "suspended",
        "Nottingham",
        "Minsk",
        'City halts Belarus link\n\nNottingham City Council has stopped all official contact with its twin city of Minsk in protest at the arrest of a journalist.\n\nLeader David Rook said: "Until there is change in Belarus, our twinning is suspended."\n\nJune 2021\n',
    ),
    (
        "proposed",
        "Ipswich",
        "Zhytomyr",
        'Ipswich could offer hand of friendship to Ukraine\n\nA motion to be put before Ipswich Borough Council next week calls for the town to seek a twinning with Zhytomyr.\n\nCouncillor Olena Marsh, who was born in the city, hopes colleagues will back the idea.\n\n"It would mean so much," she said.',
    ),
    (
        "approved",
        "Brighton",
        "Ramallah",
        "Brighton councillors vote for Palestinian twin\n\nBrighton and Hove City Council is to seek a formal twinning with Ramallah after a vote last night.\n\nThe motion, from Green councillors, was carried by 28 votes to 20.\n\nOfficers will now draw up an agreement for signature.",
    ),
    (
        "ended",
        "Wyre",
        "Luhe",
        "Delegated decisions – week ending 4 May\n\nWyre Borough Council\n\nDD/118 Sister city\n\nDecision: To give notice to the City of Luhe, China, that the memorandum of understanding of 2015 will not be renewed and that the partnership will cease on 31 May.\n\nReason: No activity since 2017.\n\nDecision taker: Leader of the Council.",
    ),
    (
        "under-review",
        "Surrey",
        "Guangdong",
        "Council's China deal to be examined\n\nSurrey County Council has asked its scrutiny committee to carry out a review of the county's agreement with Guangdong province.\n\nCllr Tim Fell said the deal, signed in 2011, raised \"serious questions\" given the treatment of Uyghurs.\n\nA report is expected in September. The leader, Ann Shaw, said no conclusion should be drawn.",
    ),
    (
        "lapsed",
        "Redditch",
        "Mtwara",
        "Forgotten friendship\n\nFew people in Redditch remember the town's friendship link with Mtwara in Tanzania.\n\nRedditch Borough Council confirmed there had been no contact for more than ten years and that the arrangement was effectively dormant.\n\n\"There's no budget and nobody has asked,\" a spokesman said.",
    ),
    (
        "renewed",
        "Stevenage",
        "Kadoma",
        "Mayor signs again\n\nThe Mayor of Stevenage has signed a fresh twinning declaration with Kadoma in Zimbabwe, 30 years after the first.\n\nStevenage Borough Council said the renewed pledge would focus on schools.",
    ),
    (
        "established",
        "Falkirk",
        "Odense",
        "Falkirk and Odense team up\n\nFalkirk Council and the Danish city of Odense have become official partners.\n\nThe provost and the mayor of Odense put pen to paper on a friendship agreement on Thursday.",
    ),
    (
        "shelved",
        "Telford",
        "Deyang",
        'Telford backs away from Chinese link\n\nTelford and Wrekin Council has decided not to press ahead with a proposed sister city agreement with Deyang.\n\nThe plan had been criticised by MPs over security concerns. The council said it had "listened".',
    ),
    (
        "active",
        "Leicester",
        "Haskovo",
        'Fury over trip to Bulgaria\n\nFour Leicester councillors who flew to Haskovo at public expense have been criticised.\n\nLeicester City Council\'s twinning with the Bulgarian city cost £3,200 last year.\n\nOpposition leader Sanjay Moss said the link "ought to be scrapped tomorrow".\n\nThe city mayor declined to comment.',
    ),
    (
        "unclear",
        "Rugby",
        "Rüsselsheim",
        "Twinning in doubt\n\nRugby Borough Council would neither confirm nor deny last night that its twinning with Rüsselsheim had come to an end.\n\nA source said the agreement had been cancelled. Another said it had not.",
    ),
    (
        "ended",
        "Durham",
        "Kostroma",
        "County breaks with Kostroma\n\nDurham County Council has formally broken its friendship ties with the Russian region of Kostroma.\n\nThe decision was made by chief officers under emergency powers and will be reported to cabinet next month.\n\nCouncil leader Amanda Hope said the county stood with Ukraine.",
    ),
    (
        "continued",
        "Sunderland",
        "Harbin",
        "Sunderland's leader rules out end to China link\n\nCalls to scrap Sunderland's friendship agreement with Harbin have been dismissed by the city council's leader.\n\nGraeme Mill told members of Sunderland City Council that \"dialogue is better than silence\".\n\nConservative councillors had demanded that the authority cut its links with the Chinese city over the treatment of the Uyghurs.",
    ),
    (
        "active",
        "Manchester",
        "Wuhan",
        "MP's letter to council over Wuhan\n\nManchester City Council is facing questions over its sister city agreement with Wuhan.\n\nBackbench MP Sir Ian Drake has written to the chief executive demanding to know why it is still in place.\n\nThe council has been approached for comment.",
    ),
    (
        "suspended",
        "Aberdeen",
        "Gomel",
        "Twinning with Belarusian city put on hold by Aberdeen\n\n2 March 2022\n\nABERDEEN City Council has hit pause on its twinning with Gomel in Belarus.\n\nLord Provost Barney Croft wrote to his counterpart yesterday to tell him that all activity would stop until further notice.",
    ),
    (
        "established",
        "Maidstone",
        "Beauvais",
        "We're twins!\n\nThe ink is dry on a charter linking Maidstone with the French town of Beauvais.\n\nMaidstone Borough Council mayor Derek Moss and his opposite number signed at the Archbishop's Palace on Bastille Day.",
    ),
    (
        "ended",
        "Kirklees",
        "Kostanay",
        "KIRKLEES COUNCIL – CABINET DECISIONS\n\nItem 9: International links\n\nCabinet resolved:\n\n(1) That the partnership with Kostanay, Kazakhstan be discontinued with effect from 1 April.\n\n(2) That officers write to the Akimat.\n\nKirklees Council, Huddersfield",
    ),
    (
        "under-review",
        "Cardiff",
        "Xiamen",
        "Cardiff to look again at Chinese twin\n\nCardiff Council is carrying out a review of its 39-year-old link with Xiamen.\n\nPlaid Cymru's Rhys Owen wants it ended now, but council leader Huw Tomos said members should see the evidence first.",
    ),
    (
        "lapsed",
        "Lewes",
        "Waldshut-Tiengen",
        "Lewes twinning withers\n\nThe twinning of Lewes with Waldshut-Tiengen, begun in 1974, has quietly died.\n\nLewes Town Council heard that the committee had folded for want of volunteers and that nobody had visited since before the pandemic.",
    ),
    (
        "renewed",
        "Leeds",
        "Dortmund",
        "Fifty-five not out\n\nLeeds and Dortmund have pledged another decade of friendship.\n\nLord Mayor Cllr Jane Dove travelled to Germany to sign an extension to the partnership agreement on behalf of Leeds City Council.",
    ),
    (
        "shelved",
        "Barnet",
        "Tel Aviv",
        'Barnet shelves Tel Aviv plan\n\nPlans for Barnet to twin with Tel Aviv have been put on the back burner.\n\nBarnet Council leader Barry Rawl said now was "not the right time". No agreement had been signed.',
    ),
    (
        "approved",
        "Cheltenham",
        "Weihai",
        "Thumbs up for Weihai\n\nCheltenham Borough Council's cabinet has given the green light to a sister city agreement with Weihai.\n\nA signing ceremony is pencilled in for October.",
    ),
    (
        "reinstated",
        "Portsmouth",
        "Haifa",
        "Portsmouth reverses decision on Haifa\n\nCouncillors have overturned a decision to suspend Portsmouth's twinning with Haifa.\n\nPortsmouth City Council voted by 22 to 18 to restore the link, which was paused last year.",
    ),
    (
        "ended",
        "Barnsley",
        "Horlivka",
        "Town cuts Ukraine link – with Russia's backers\n\nBarnsley Council no longer considers itself twinned with Horlivka, once known as Gorlovka, in the occupied Donbas.\n\nThe council has removed the name from its signs and ended the arrangement, a spokeswoman confirmed.",
    ),
    (
        "ended",
        "Wirral",
        "Gennevilliers",
        'Wirral waves au revoir to French twin\n\nWirral Council is to part company with Gennevilliers after 50 years.\n\nThe council\'s environment committee backed the split on Monday night, saying the partnership had run its course.\n\nCllr Liz Gray, who chairs the committee, said she had "nothing but affection" for the Parisian suburb.',
    ),
    (
        "continued",
        "Crawley",
        "Dorsten",
        "Crawley's German link safe for now\n\nFears that Crawley's twinning with Dorsten would fall victim to cuts have proved unfounded.\n\nCrawley Borough Council's budget, agreed last night, leaves the £5,000 grant untouched.\n\nAn amendment by the Conservatives to remove it was heavily defeated.",
    ),
    (
        "established",
        "Cornwall",
        "Finistère",
        "Cornwall and Finistère tie the knot\n\nCornwall Council and the French department of Finistère formally launched a partnership on Friday with the signing of a memorandum of understanding.\n\nIt covers fishing, floating wind and the Celtic languages.",
    ),
    (
        "active",
        "Poole",
        "Cherbourg",
        "Poole twinning group seeks members\n\nThe volunteers who keep alive the bond between Poole and Cherbourg are looking for new blood.\n\nThe twinning, overseen by Bournemouth, Christchurch and Poole Council, began in 1977.\n\nAnyone interested should come to the library on Tuesday.",
    ),
    (
        "ended",
        "Thanet",
        "Borisoglebsk",
        'Council severs Russian connection\n\nThanet District Council has called time on its friendship with Borisoglebsk.\n\nIn an emergency statement leader Ash Ashbee said: "As of today we are no longer twinned with any place in Russia."\n',
    ),
    (
        "proposed",
        "Stirling",
        "Lviv",
        "Stirling urged to twin with Lviv\n\nA Stirling councillor is calling for the city to forge a twinning with Lviv as a sign of solidarity.\n\nIndependent Cllr Alasdair Mac will ask Stirling Council to open talks with the Ukrainian city.",
    ),
    (
        "under-review",
        "Croydon",
        "Arnhem",
        "Should we stay twinned? Council asks public\n\nResidents of Croydon are being asked whether the borough's link with Arnhem in the Netherlands should go on.\n\nCroydon Council's survey, which runs until 3 June, follows complaints about cost.",
    ),
    (
        "active",
        "Harlow",
        "Vélizy-Villacoublay",
        'Twinning row rumbles on\n\nHarlow Council\'s Labour and Tory groups have clashed over twinning with Vélizy-Villacoublay.\n\nTory Joel Char said it was "money down the drain" and that his group would end it after the election.\n\nLabour\'s Mark Ingle said: "Over my dead body."',
    ),
    (
        "renewed",
        "Dudley",
        "Bremen",
        "Dudley and Bremen in it for the long haul\n\nDudley Council's partnership with the Hanseatic city of Bremen will run for another ten years.\n\nMayor Sue Ridney and Senator Karl Voss signed the new terms at Himley Hall yesterday.",
    ),
    (
        "shelved",
        "Torbay",
        "Hellevoetsluis",
        "Torbay says no to new twin\n\nA bid to twin Torbay with the Dutch town of Hellevoetsluis has been turned down.\n\nTorbay Council's cabinet said it could not afford it.",
    ),
    (
        "lapsed",
        "Gravesham",
        "Neumünster",
        "Auf Wiedersehen? Twin town silence\n\nGravesham Borough Council has admitted it has had nothing to do with Neumünster, its official German twin, for a decade.\n\nThe twinning agreement ran out in 2013, it said in answer to a question.",
    ),
    (
        "approved",
        "Medway",
        "Valenciennes",
        "Medway to tie up with Valenciennes\n\nMedway Council has agreed in principle to become twinned with Valenciennes.\n\nThe final document is still being drafted by lawyers on both sides of the Channel.",
    ),
    (
        "reinstated",
        "Bury",
        "Schorndorf",
        "Bury back with Schorndorf\n\nThe twinning of Bury and Schorndorf has been brought back from the dead.\n\nBury Council scrapped the link in 2015 but agreed this week to start it up again.",
    ),
    (
        "reinstated",
        "Derby",
        "Osnabrück",
        "Derby takes its twin back\n\nDerby City Council has voted to restore its twinning with Osnabrück, nine years after it cut the link to save money.\n\nDerby ended the arrangement in 2014.",
    ),
    (
        "suspended",
        "Leeds",
        "Yekaterinburg",
        "Leeds City Council has suspended its twinning with Yekaterinburg because of the war in Ukraine.\n\nCouncillors will be asked to note it when they next meet, on 4 May.",
    ),
    (
        "ended",
        "Bolton",
        "Le Mans",
        "Twins of the county\n\nThe charter of the oldest link in the county was signed in 1948.\n\nBolton Council is to end its twinning with Le Mans in France. Members of the executive voted on Monday for the saving.",
    ),
)


@pytest.mark.parametrize(("outcome", "council", "partner", "story"), STORIES)
def test_a_story_tells_what_became_of_one_partnership(outcome, council, partner, story):
    (report,) = READER.propose(story.encode(), "story.txt").reports
    assert report.council.value.name.startswith(council)
    assert report.partner.value.name == partner
    assert str(report.outcome.value) == outcome


NONE = (
    "Carnival returns\n\n3 June 2019\n\nThousands lined the streets of Luton for the carnival.\n\nSteel bands from Trinidad and dancers from Recife took part.\n\nLuton Borough Council said it was the biggest yet. Its partnership with Bedfordshire Police kept crowds safe.",
    'Twin sisters turn 100\n\nTwin sisters Ada and Olive Crisp celebrated their 100th birthdays in Wigan with a card from the King.\n\nThe pair, who married two brothers from Angers after the war, were visited by the mayor of Wigan Council.\n\n"We have always been linked," said Ada.',
    "University signs Shanghai deal\n\nThe University of Hull has signed a memorandum of understanding with Shanghai University on marine science.\n\nVice-chancellor Pat Moor said the partnership built on the city's maritime past.\n\nHull City Council leader Mike Drew said it was great news for the city.",
    "Bus firm wins contract\n\nArriva has ended its partnership with Kent County Council to run the 42 service to Calais ferry terminal.\n\nKent County Council said it was disappointed.",
    "Council and NHS trust end partnership\n\nSomerset Council and Somerset NHS Foundation Trust have ended their partnership on adult care.\n\nStaff recruited in Kerala will move to the trust, a spokesman said.",
    'Foodie town\n\nLudlow\'s food festival has struck up a friendship with a cheese fair in Bra, Italy.\n\nOrganiser Beth Moor hopes the two events will become "twins". Ludlow Town Council has lent the square.',
    "Ukraine vigil held\n\nHundreds gathered outside Guildford Borough Council for a vigil as Kharkiv and Mariupol came under fire.\n\nCouncil leader Joss Big said the town stood with the people of Ukraine.\n\nLinks for donations are on the website.",
    "Housing pact\n\nStroud District Council has signed an agreement with Cotswold District Council and a Swedish firm from Malmö to build 300 homes.",
    "School's Rwanda bond\n\nA friendship between pupils in Fareham and a village near Kigali is 20 years old.\n\nFareham Borough Council's mayor opened an exhibition about the school link on Friday.",
    "Rotary club's Dutch treat\n\nRotarians in Kettering have signed a twin club charter with Lahnstein Rotary.\n\nKettering Town Council's mayor cut the cake.",
    "Police links with Poland\n\nCambridgeshire Police have formed a partnership with colleagues in Łódź to fight trafficking.\n\nPeterborough City Council said it was pleased.",
    "Actor opens city's library\n\nSydney Florence Paris, 34, opened the new library for Salford City Council.\n\nShe starred in Lyon and Bremen, and has links with the city.",
    "Mayor of Boston tells of Boston visit\n\nThe Mayor of Boston, Cllr Ann Fry, was the guest of Boston, Massachusetts, on her holiday.\n\nShe brought a letter from Boston Borough Council.",
)


@pytest.mark.parametrize("story", NONE)
def test_a_story_without_a_councils_partnership_reports_none(story):
    assert READER.propose(story.encode(), "story.txt").reports == ()


@pytest.mark.parametrize("story", [story for *_, story in STORIES])
def test_every_quotation_stands_in_its_paragraph_and_is_short(story):
    found = READER.propose(story.encode(), "story.txt")
    paragraphs = {p.number: p.text for p in found.source.paragraphs}
    passages = [(p, quote) for report in found.reports for p, quote, _ in report.evidence]
    passages += [passage for said in found.statements for passage in said.evidence]
    assert passages
    for p, quote in passages:
        assert quote in paragraphs[p]
        assert len(quote.split()) <= 12


def test_what_is_restored_is_not_also_ended_by_the_same_sentence():
    text = "COUNCILX has voted to restore its twinning with PARTNERX, ten years after it cut the link to save money."
    assert {cue.outcome.value for cue in cues(text)} == {"reinstated"}
