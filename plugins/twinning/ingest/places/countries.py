"""Countries as newspapers name them: by name, and by the adjective that stands for their places ("the French town")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..wordings.patterns import Cased

_TABLE: Final = """
AE United Arab Emirates,UAE;Emirati|AL Albania;Albanian|AM Armenia;Armenian|AR Argentina;Argentine,Argentinian
AT Austria;Austrian|AU Australia;Australian|AZ Azerbaijan;Azerbaijani|BA Bosnia,Bosnia and Herzegovina;Bosnian
BD Bangladesh;Bangladeshi|BE Belgium,Flanders;Belgian,Flemish,Walloon|BG Bulgaria;Bulgarian|BR Brazil;Brazilian
BY Belarus;Belarusian,Belarussian|CA Canada;Canadian|CH Switzerland;Swiss|CL Chile;Chilean
CN China,People's Republic of China;Chinese|CO Colombia;Colombian|CU Cuba;Cuban|CY Cyprus;Cypriot
CZ Czech Republic,Czechia;Czech|DE Germany,West Germany,East Germany;German,Bavarian|DK Denmark;Danish|EE Estonia;Estonian
EG Egypt;Egyptian|ES Spain;Spanish,Catalan,Basque,Galician,Andalusian|ET Ethiopia;Ethiopian|FI Finland;Finnish
FR France,Normandy,Brittany;French,Norman,Breton|GE Georgia;Georgian|GH Ghana;Ghanaian|GM Gambia,The Gambia;Gambian
GR Greece,Crete;Greek,Cretan|HR Croatia;Croatian|HU Hungary;Hungarian|ID Indonesia;Indonesian|IE Ireland;Irish
IL Israel;Israeli|IN India;Indian|IQ Iraq;Iraqi|IR Iran;Iranian|IS Iceland;Icelandic|IT Italy,Sicily;Italian,Sicilian
AD Andorra;Andorran|AF Afghanistan;Afghan|AO Angola;Angolan|BB Barbados;Barbadian,Bajan|BH Bahrain;Bahraini|BO Bolivia;Bolivian
BS Bahamas;Bahamian|FK Falkland Islands,Falklands;Falkland|BM Bermuda;Bermudian|BZ Belize;Belizean|BT Bhutan;Bhutanese|BW Botswana;|CD Congo;Congolese|CI Ivory Coast;Ivorian|CM Cameroon;Cameroonian
CR Costa Rica;Costa Rican|DM Dominica;|DZ Algeria;Algerian|EC Ecuador;Ecuadorian|ER Eritrea;Eritrean|FJ Fiji;Fijian
FO Faroe Islands,Faroes;Faroese|GD Grenada;Grenadian|GL Greenland;Greenlandic|GT Guatemala;Guatemalan|GY Guyana;Guyanese
HN Honduras;Honduran|HT Haiti;Haitian|KG Kyrgyzstan;Kyrgyz|KH Cambodia;Cambodian|KW Kuwait;Kuwaiti|LA Laos;Laotian
LC St Lucia,Saint Lucia;St Lucian|LI Liechtenstein;|LR Liberia;Liberian|LY Libya;Libyan|MC Monaco;|MG Madagascar;Malagasy
MM Myanmar,Burma;Burmese|MN Mongolia;Mongolian|MU Mauritius;Mauritian|MZ Mozambique;Mozambican|NA Namibia;Namibian
OM Oman;Omani|PA Panama;Panamanian|PY Paraguay;Paraguayan|QA Qatar;Qatari|SD Sudan;Sudanese|SV El Salvador;Salvadoran
TJ Tajikistan;Tajik|TO Tonga;Tongan|TT Trinidad,Trinidad and Tobago;Trinidadian|UY Uruguay;Uruguayan|VE Venezuela;Venezuelan
WS Samoa;Samoan|XK Kosovo;Kosovan|YE Yemen;Yemeni
FR Picardy,Burgundy,Provence,Alsace,Lorraine,Dordogne,Gascony,Aquitaine,Corsica;|DE Saxony,Bavaria,Hesse,Thuringia,Rhineland,Westphalia,Brandenburg;
ES Catalonia,Andalusia,Galicia,Majorca;|IT Tuscany,Umbria,Lombardy,Piedmont,Sardinia,Calabria;|AT Tyrol,Carinthia,Styria;
JM Jamaica;Jamaican|JO Jordan;Jordanian|JP Japan;Japanese|KE Kenya;Kenyan|KR South Korea,Korea;South Korean,Korean
KZ Kazakhstan;Kazakh|LB Lebanon;Lebanese|LK Sri Lanka;Sri Lankan|LS Lesotho;Basotho|LT Lithuania;Lithuanian|LU Luxembourg;
LV Latvia;Latvian|MA Morocco;Moroccan|MD Moldova;Moldovan|ME Montenegro;Montenegrin|MK North Macedonia;Macedonian
ML Mali;Malian|MT Malta;Maltese|MW Malawi;Malawian|MX Mexico;Mexican|MY Malaysia;Malaysian|NG Nigeria;Nigerian
NI Nicaragua;Nicaraguan|NL Netherlands,Holland;Dutch|NO Norway;Norwegian|NP Nepal;Nepalese,Nepali|NZ New Zealand;
PE Peru;Peruvian|PH Philippines;Filipino|PK Pakistan;Pakistani|PL Poland,Silesia;Polish,Silesian
PS Palestine,West Bank,Gaza,Gaza Strip;Palestinian|PT Portugal;Portuguese|RO Romania;Romanian|RS Serbia;Serbian,Serb
RU Russia,Siberia,Soviet Union,USSR;Russian,Siberian,Soviet|RW Rwanda;Rwandan|SA Saudi Arabia;Saudi|SE Sweden;Swedish
SI Slovenia;Slovenian,Slovene|SK Slovakia;Slovak|SL Sierra Leone;Sierra Leonean|SN Senegal;Senegalese|SO Somalia;Somali
SO Somaliland;|SY Syria;Syrian|TH Thailand;Thai|TN Tunisia;Tunisian|TR Turkey,Türkiye;Turkish|TW Taiwan;Taiwanese
TZ Tanzania;Tanzanian|UA Ukraine;Ukrainian|UG Uganda;Ugandan|US United States,USA,US,America,United States of America;American,US
UZ Uzbekistan;Uzbek|VN Vietnam;Vietnamese|ZA South Africa;South African|ZM Zambia;Zambian|ZW Zimbabwe;Zimbabwean
"""
STATES: Final = {
    state: code
    for code, states in {
        "US": "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,"
        "Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,"
        "Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,"
        "Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,"
        "Wisconsin,Wyoming",
        "CA": "Alberta,British Columbia,Manitoba,New Brunswick,Newfoundland,Nova Scotia,Ontario,Saskatchewan",
        "AU": "New South Wales,Queensland,Tasmania",
    }.items()
    for state in states.split(",")
}
"""States and provinces that are named behind a place as countries are, by their country."""

NAMES: Final[dict[str, str]] = {}
"""The ISO 3166-1 code of each country, by its name."""
CALLED: Final[dict[str, str]] = {}
"""What each country is called in plain English, by its code."""
ADJECTIVES: Final[dict[str, str]] = {}
"""The ISO 3166-1 code of each country, by its adjective."""
for _entry in re.split(r"[|\n]", _TABLE.strip()):
    _names, _, _adjectives = _entry[3:].partition(";")
    NAMES.update(dict.fromkeys(_names.split(","), _entry[:2]))
    CALLED.setdefault(_entry[:2], _names.split(",")[0])
    ADJECTIVES.update(dict.fromkeys(filter(None, _adjectives.split(",")), _entry[:2]))
REGIONS: Final = frozenset(
    (
        "Flanders Normandy Brittany Crete Sicily Picardy Burgundy Provence Alsace Lorraine Dordogne Gascony Aquitaine "
        "Corsica Saxony Bavaria Hesse Thuringia Rhineland Westphalia Brandenburg Catalonia Andalusia Galicia Majorca "
        "Tuscany Umbria Lombardy Piedmont Sardinia Calabria Tyrol Carinthia Styria Silesia"
    ).split()
)
"""Names that say a place's country and are no country's: a county may be their partner."""
NAMES.update(STATES)

SEATS: Final = {"Beijing": "CN", "Moscow": "RU", "Washington": "US", "Paris": "FR", "Berlin": "DE", "Brussels": "BE",
                "Kyiv": "UA", "Kiev": "UA", "Tehran": "IR", "Jerusalem": "IL", "Tel Aviv": "IL", "Ankara": "TR",
                "Tokyo": "JP", "Taipei": "TW", "Minsk": "BY", "Warsaw": "PL", "Dublin": "IE", "Madrid": "ES",
                "Rome": "IT", "Vienna": "AT", "Budapest": "HU", "Delhi": "IN", "New Delhi": "IN"}  # fmt: skip
"""Capitals, which newspapers also write for a government."""


def _choice(words: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


COUNTRY: Final = re.compile(rf"\b({_choice(NAMES)})\b")
ADJECTIVE: Final = re.compile(rf"\b({_choice(ADJECTIVES)})\b")
EITHER: Final = Cased(rf"\b({_choice(NAMES | ADJECTIVES)})\b", listed=True)


def code_of(word: str) -> str:
    """Give the code of a country's name or adjective."""
    return NAMES.get(word) or ADJECTIVES[word]


_PLACE_OF = Cased(
    rf"\b({_choice(ADJECTIVES)}) (?:twin |sister |partner |friendship )?(?:city|town|region|province|village|district|port|county|links?|twins?|ties|partners?)\b",
    listed=True,
)


def lands_of_places(text: str, named: Sequence[str]) -> list[str]:
    """Give the countries of which a sentence says that a place is theirs, of those that it names: a Russian city."""
    return [ADJECTIVES[match[1]] for match in _PLACE_OF.finditer(text)] if named else []


def lands_meant(text: str, named: Sequence[str]) -> Sequence[str]:
    """Give the countries whose places a sentence speaks of, of those that it names: a Russian city, because of Ukraine."""
    return lands_of_places(text, named) or named


_SCENE = re.compile(
    rf"(?i:\b(?:invasion|invaded|war|wars|fighting|conflict|attacks?|bombing|shelling|aggression|atrocities|protests?)) (?:of|in|on|against|with|over) ({_choice(NAMES)})\b"
)


def lands_of_twins(text: str, named: Sequence[str]) -> list[str]:
    """Give the countries in which a sentence may have its places, the plainest first; where a war is fought is none of them."""
    scenes = {NAMES[name] for name in _SCENE.findall(text)} if named else ()
    return [*lands_of_places(text, named), *(code for code in named if code not in scenes)]
