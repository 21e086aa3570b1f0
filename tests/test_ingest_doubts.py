"""An end is told only where somebody who may end a link has ended this one; every other word of an end leaves it open."""

from __future__ import annotations

import pytest

from twinning.ingest.reader import Reader

READER = Reader()
HARM = {"ended", "suspended", "shelved", "lapsed"}
OPENING = "Council and its twin\n\nWexcombe Borough Council has been twinned with Omsk in Russia since 1988.\n\n"


def outcome_of(sentences: str) -> str:
    found = READER.propose(f"{OPENING}{sentences}\n\nThe weather was fine.\n".encode(), "story.txt").reports
    (report,) = (report for report in found if report.partner.value.name == "Omsk")
    return str(report.outcome.value)


@pytest.mark.parametrize(
    "sentences",
    [
        "The cabinet agreed on Tuesday to recommend to full council that the twinning be ended.",
        "Members of the scrutiny committee voted to ask the cabinet to end the twinning.",
        "The twinning was to have ended in March, but councillors gave it a stay of execution.",
        "The council voted in 2019 to end the twinning but reversed the decision a year later.",
        "The leader said that the twinning would have been ended had the vote gone the other way.",
        "“The twinning is over,” said opposition leader Ann Bray.",
        "The executive put off officers’ advice to end the twinning with Omsk.",
        "Critics say the twinning was ended by the back door.",
        "A leaked memo says the twinning has been ended. The council would not comment.",
        "The twinning with Omsk was nearly ended in 1995.",
        "The council came within one vote of ending the twinning.",
        "The council has written to Omsk to ask whether the twinning should be suspended.",
        "Other councils have ended their twinnings with Russian cities.",
        "Exeter City Council ended its twinning with Yaroslavl last week.",
        "The twinning will end unless a sponsor is found by May.",
        "The twinning could be suspended as early as next week.",
        "A report to be considered on Monday says the twinning should be ended.",
        "The council is to vote next week on ending the twinning.",
        "Councillors voted to end the twinning, but the mayor vetoed the decision.",
        "A decision to suspend the twinning has been called in by the scrutiny committee.",
        "The twinning has been suspended by the police choir.",
        "Officers proposed that the twinning be suspended. The decision was deferred until June.",
        "A motion to end the twinning was carried by the Conservative group at its own meeting.",
        "The Omsk delegation's visit has been cancelled.",
        "Flights between Moscow and London were suspended.",
        "Funding for the twinning association has been ended by the council.",
        "The council denied reports that it had ended the twinning.",
        "It was wrongly reported last week that the council had ended the twinning. We are happy to correct this.",
        "Rumours that the twinning had been suspended were untrue, the council said.",
        "The twinning was suspended during the Cold War and resumed in 1991.",
        "Campaigners have welcomed the news that the twinning has been ended, though the council says no decision has been made.",
        "The leader has pledged to end the twinning if his party wins in May.",
        "The twinning, which critics wanted ended, goes on.",
        "Had the war ended, the twinning would have been spared.",
        "The twinning lapsed in the 1990s but was revived by the new mayor.",
        "The agreement expires in 2030.",
        "The agreement expires next year and the council will consider its future.",
        "The council's leader Ann Bray said she wanted to end the twinning.",
        "The plan to twin with a second Russian city has been shelved.",
        "The government urged councils to suspend such links.",
        "The council suspended standing orders to debate the twinning.",
        "The twinning officer has been suspended on full pay.",
        "The council ended its meeting with a toast to the twinning.",
        "The council's leader said the twinning was dead in the water without new volunteers.",
        "The petition, which calls for the twinning to be suspended, was handed to the mayor.",
        "The deputy leader has resigned from the twinning association and cut his ties with Omsk.",
        "The mayor said she had cancelled her own trip and ended her membership of the twinning society.",
        "The twinning association has disbanded, but the council says the link is safe.",
        "The council has stopped short of ending the twinning.",
        "Cabinet members were told that the twinning would be suspended if sanctions were tightened.",
        "The proposal to suspend the twinning fell after the chair used her casting vote.",
        "The twinning with Omsk should have been ended years ago, said resident Joe Hill.",
        "“They have ended the twinning,” claimed a resident.",
        "A petition demanding that the council suspend the twinning has 400 signatures.",
        "The council's cabinet will be asked to suspend the twinning.",
        "Councillors refused to suspend the twinning.",
        "The council said it had not ended the twinning.",
        "It is not true that the council has suspended its twinning with Omsk.",
        "The twinning survived the Cold War but may not survive this year's budget.",
        "The council has frozen council tax and praised the twinning.",
        "The council scrapped its plan to end the twinning.",
        "The council has dropped its threat to end the twinning.",
        "Labour would end the twinning, its candidate said.",
        "A budget amendment that would have suspended the twinning was lost by two votes.",
        "The council paused for a minute's silence before talking of the twinning.",
        "The decision to end the twinning was reversed on Monday.",
        "The council cancelled the anniversary party for the twinning.",
        "The opposition has ended its support for the twinning.",
        "The twinning was ended in 1995 and renewed in 2001.",
        "In 2022 the twinning was suspended. Two years later it was resumed.",
        "The council suspended the twinning in 2022. Last week members voted to restore it.",
        "The twinning had been suspended in 2022 and has now been reinstated.",
        "The cabinet's decision to end the twinning will go to full council for approval.",
        "The council's ties with Omsk could be severed.",
        "There are fears that the council has quietly dropped the twinning.",
        "Has the council ended the twinning?",
        "Moscow has suspended ties with London over the war.",
        "The twinning agreement with Omsk will lapse if it is not signed again by May.",
        "The university has ended its partnership with Omsk.",
        "Wexcombe School has ended its exchange with Omsk.",
        "The chamber of commerce cut its links with Omsk.",
    ],
)
def test_what_is_no_end_is_not_told_as_one(sentences):
    assert outcome_of(sentences) not in HARM


@pytest.mark.parametrize(
    ("outcome", "sentences"),
    [
        ("ended", "Full council voted on Thursday to end the twinning."),
        ("ended", "The twinning was ended in 2016."),
        ("ended", "Council leader Ann Bray confirmed that the twinning had been terminated."),
        ("ended", "The cabinet has decided to end the twinning."),
        ("suspended", "The council has suspended the twinning until the war is over."),
        ("suspended", "The twinning has been put on hold, the council confirmed."),
        ("ended", "The council has severed its ties with Omsk."),
        ("ended", "The motion to end the twinning was carried by 30 votes to 4."),
        ("suspended", "Councillors agreed to pause the twinning."),
        ("lapsed", "The twinning lapsed in 2005 and has never been renewed."),
        ("continued", "A motion to end the twinning was defeated by 20 votes to 12."),
        ("reinstated", "The twinning, suspended in 2022, has been reinstated by the council."),
        ("continued", "The council has no plans to end the twinning, its leader said."),
        ("continued", "Councillors voted to keep the twinning."),
        ("renewed", "The twinning was renewed on Friday for another ten years."),
        ("under-review", "The council has launched a review of the twinning."),
        ("ended", 'The council said: "We have ended our twinning with Omsk."'),
        ("ended", "Omsk has ended its twinning with Wexcombe, the mayor of the Russian city said in a letter."),
        ("ended", "Following the invasion the council cut its ties with Omsk."),
        ("ended", "The council is to end the twinning after 40 years, its leader announced."),
        ("ended", "Members voted by 30 to 4 to end the twinning with Omsk."),
        ("ended", "The council agreed to sever its links with Omsk."),
        ("ended", "“We have ended the twinning,” said council leader Ann Bray."),
        ("suspended", "The council has suspended its links with Omsk after the invasion of Ukraine."),
        ("suspended", "The twinning was suspended in 2022, the council said."),
        ("ended", "The council has cut all ties with Omsk."),
        ("ended", "The twinning is over, the council has confirmed."),
        ("renewed", "The two mayors signed a renewal of the twinning."),
        ("under-review", "The twinning is under review, the council said."),
    ],
)
def test_what_is_plainly_told_is_read(outcome, sentences):
    assert outcome_of(sentences) == outcome
