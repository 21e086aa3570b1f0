"""The towns of Scotland, which have had no councils of their own since 1975."""

SCOTTISH = {
    "alloa": "Clackmannanshire", "kirkwall": "Orkney Islands", "stromness": "Orkney Islands", "lerwick": "Shetland Islands",
    "stornoway": "Eilean Siar", "inverness": "Highland", "dingwall": "Highland", "wick": "Highland", "dumfries": "Dumfries and Galloway",
    "stranraer": "Dumfries and Galloway", "oban": "Argyll and Bute", "lochgilphead": "Argyll and Bute", "dunoon": "Argyll and Bute",
    "helensburgh": "Argyll and Bute", "forfar": "Angus", "arbroath": "Angus", "montrose": "Angus", "haddington": "East Lothian",
    "musselburgh": "East Lothian", "dalkeith": "Midlothian", "livingston": "West Lothian", "hamilton": "South Lanarkshire",
    "east kilbride": "South Lanarkshire", "motherwell": "North Lanarkshire", "airdrie": "North Lanarkshire", "paisley": "Renfrewshire",
    "greenock": "Inverclyde", "dumbarton": "West Dunbartonshire", "clydebank": "West Dunbartonshire", "kirkintilloch": "East Dunbartonshire",
    "kilmarnock": "East Ayrshire", "ayr": "South Ayrshire", "prestwick": "South Ayrshire", "irvine": "North Ayrshire", "glenrothes": "Fife",
    "dunfermline": "Fife", "kirkcaldy": "Fife", "cupar": "Fife", "elgin": "Moray", "forres": "Moray", "peterhead": "Aberdeenshire",
    "fraserburgh": "Aberdeenshire", "galashiels": "Scottish Borders", "hawick": "Scottish Borders", "kelso": "Scottish Borders",
    "peebles": "Scottish Borders", "perth": "Perth and Kinross", "pitlochry": "Perth and Kinross", "grangemouth": "Falkirk",
    "kilncraigs": "Clackmannanshire",
}  # fmt: skip
"""Of Scottish towns, whose council it is that governs them."""
