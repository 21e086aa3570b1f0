"""The data set: its tables agree with each other and the records in every form, and describe themselves truly."""

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from builders import ARTICLE, LEFT_OUT, NEWSPAPER, article_yaml, council_yaml, dumped, partner_yaml, report
from jsonschema import Draft202012Validator
from sites import ADDRESS, Site, site_of, text_of

from twinning.export.data import dataset
from twinning.export.data.columns import Whose
from twinning.export.data.spreadsheet import as_it_was
from twinning.export.data.tables import TABLES
from twinning.pages.data import size

NAMES = [table.name for table in TABLES]
ASKED = {"articles", "partnerships", "events", "evidence", "councils", "partners", "newspapers", "statements"}
CLAIMS = [{"value": "ended", "who": "the leader", "p": 3, "quote": "We voted"}, {"value": "active", "who": "the clerk"}]
WITHDRAWN = {"rights": "withdrawn", "withdrawn": {"on": "2026-02-01", "reason": "The owner asked for it."}}
FULL = {
    "articles/ta-0001.yml": article_yaml(
        byline=[{"person": {"family": "Pike", "given": "Ada"}}, {"agency": "News Agency"}],
        archived=[{"url": "https://web.archive.org/web/2021/x", "date": "2021-03-05"}],
        reports=[report(), report(council="eastmere", partner="lodz", outcome={"disputed": CLAIMS}, event=LEFT_OUT)],
    ),
    "articles/ta-0002.yml": article_yaml(id="ta-0002", url="https://echo.example/2", summary="Gone.", **WITHDRAWN),
    "articles/ta-10000.yml": article_yaml(id="ta-10000", url=LEFT_OUT, published="not-stated", reports=[], events=[]),
    "councils/eastmere.yml": council_yaml(
        name="Eastmere", successor="northbridge", coordinates={"lat": 51.5, "lon": -2}
    ),
    "partners/lodz.yml": partner_yaml(
        name="Łódź", country="PL", aliases=["Lodsch"], coordinates={"lat": 51.8, "lon": 19}
    ),
    "newspapers/northbridge-echo.yml": dumped(NEWSPAPER | {"note": "A note, with a comma."}),
}


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Three articles: one with a dispute, one withdrawn, and one of which little is known."""
    return site_of(tmp_path_factory.mktemp("data"), FULL)


def sheet(site: Site, name: str) -> list[dict[str, str]]:
    """Read a table's CSV as a program does."""
    text = (site.folder / "data" / f"{name}.csv").read_bytes().decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def rows(site: Site, name: str) -> list[dict[str, Any]]:
    found = site.json(f"data/{name}.json")
    assert isinstance(found, list)
    return found


def as_cell(value: object) -> str:
    return "" if value is None else str(value)


# Tables


def test_there_are_the_tables_that_readers_ask_for():
    assert set(NAMES) >= ASKED
    assert len(NAMES) == len(set(NAMES))


def test_every_file_of_data_is_named_beforehand_and_made(real: Site, full: Site, sixty: Site):
    for site in (real, full, sixty):
        made = {path.name for path in (site.folder / "data").iterdir()} - {"index.html"}
        assert made == set(dataset.names())


@pytest.mark.parametrize("name", NAMES)
def test_csv_and_json_have_the_same_rows(name: str, real: Site, sixty: Site, full: Site):
    for site in (real, sixty, full):
        ours, theirs = sheet(site, name), rows(site, name)
        assert [{column: as_it_was(cell) for column, cell in row.items()} for row in ours] == [
            {column: as_cell(value) for column, value in row.items()} for row in theirs
        ]


@pytest.mark.parametrize("name", NAMES)
def test_a_tables_rows_are_valid_by_its_json_schema(name: str, real: Site, sixty: Site, full: Site):
    for site in (real, sixty, full):
        schema = site.json(f"data/{name}.schema.json")
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(rows(site, name))


def test_a_schema_refuses_what_a_table_never_holds(full: Site):
    checked = Draft202012Validator(full.json("data/reports.schema.json"))
    (good, *_) = rows(full, "reports")
    assert checked.is_valid([good])
    for wrong in ({"outcome": "endd"}, {"number": "1"}, {"number": 0}, {"council": None}, {"colour": "red"}):
        assert not checked.is_valid([good | wrong]), wrong
    assert not checked.is_valid([{column: value for column, value in good.items() if column != "since"}])


@pytest.mark.parametrize("name", NAMES)
def test_a_row_has_its_key_for_itself_and_rows_stand_in_its_order(name: str, sixty: Site, full: Site):
    table = next(t for t in TABLES if t.name == name)

    def order(key: tuple[Any, ...]) -> list[Any]:
        return [(len(part), part) if str(part).startswith("ta-") else part for part in key]

    for site in (sixty, full):
        keys = [tuple(row[column] for column in table.row.key) for row in rows(site, name)]
        assert len(keys) == len(set(keys))
        assert keys == sorted(keys, key=order)


def test_every_table_but_that_of_claims_has_rows_in_the_archives_own_data(real: Site):
    assert [name for name in NAMES if not rows(real, name)] == ["claims"]


def test_the_rows_say_what_the_records_say(real: Site):
    record = real.json("a/ta-0001/record.json")
    assert [r["id"] for r in rows(real, "articles")] == ["ta-0001", "ta-0002", "ta-0003"]
    (first, *_) = rows(real, "articles")
    for ours, theirs in (("title", "headline"), ("summary", "summary"), ("published", "published"), ("url", "url")):
        assert first[ours] == record[theirs]
    told = [(r["council"], r["partner"], r["outcome"], r["since"]) for r in rows(real, "reports")]
    assert told[:2] == [("wakefield", "nanning", "ended", "2019-05"), ("wakefield", "xiangyang", "ended", "2016")]
    quotes = [e["quote"] for part in ("reports", "statements") for one in record[part] for e in one["evidence"]]
    assert [r["quote"] for r in rows(real, "evidence") if r["article"] == "ta-0001"] == quotes
    gists = [r["gist"] for r in rows(real, "statements") if r["article"] == "ta-0001"]
    assert gists == [s["gist"] for s in record["statements"]]
    events = [(r["date"], r["p"], r["quote"]) for r in rows(real, "events") if r["article"] == "ta-0001"]
    assert events == [(e["date"], e["p"], e.get("quote")) for e in record["events"]]
    states = {
        (r["council"], r["partner"]): (r["state"], r["article"], r["reports"]) for r in rows(real, "partnerships")
    }
    assert states == {
        ("wakefield", "nanning"): ("ended", "ta-0001", 1),
        ("wakefield", "xiangyang"): ("ended", "ta-0001", 1),
        ("essex", "jiangsu"): ("continued", "ta-0003", 2),
    }


def test_what_is_not_recorded_is_empty_what_is_not_stated_is_said_and_a_dispute_has_its_claims(full: Site):
    (_, disputed) = rows(full, "reports")
    assert disputed["outcome"] == "disputed"
    assert disputed["event"] is None
    claims = [(c["article"], c["report"], c["about"], c["number"], c["value"], c["who"], c["p"], c["quote"])
              for c in rows(full, "claims")]  # fmt: skip
    assert claims == [
        ("ta-0001", 2, "outcome", 1, "ended", "the leader", 3, "We voted"),
        ("ta-0001", 2, "outcome", 2, "active", "the clerk", None, None),
    ]
    undated = rows(full, "articles")[-1]
    assert (undated["published"], undated["earliest"], undated["url"]) == ("not-stated", None, None)
    assert (sheet(full, "articles")[-1]["earliest"], sheet(full, "articles")[-1]["url"]) == ("", "")


def test_every_address_leads_to_its_place(real: Site, full: Site):
    for site in (real, full):
        for name in NAMES:
            for row in rows(site, name):
                path, _, fragment = row.get("address", f"{ADDRESS}/").removeprefix(f"{ADDRESS}/").partition("#")
                page = site.page(path)
                assert not fragment or page.css(f"#{fragment}"), row


# Whose it is


def test_of_a_withdrawn_article_there_is_its_row_and_nothing_else(full: Site):
    found = {name: [r for r in rows(full, name) if "ta-0002" in r.values()] for name in NAMES}
    assert {name for name, held in found.items() if held} == {"articles"}
    (row,) = found["articles"]
    assert (row["rights"], row["withdrawn"]) == ("withdrawn", "2026-02-01")
    assert row["summary"] == "Withdrawn from the archive: The owner asked for it."


def test_every_row_with_words_of_a_newspaper_names_it_and_says_what_is_known_of_their_rights():
    for table in TABLES:
        if any(column.whose is Whose.THEIRS for column in table.columns):
            assert {"newspaper", "rights"} <= {column.name for column in table.columns}, table.name


def test_what_belongs_to_newspapers_and_what_is_our_own_is_told_column_by_column():
    told = {whose: {f"{t.name}.{c.name}" for t in TABLES for c in t.columns if c.whose is whose} for whose in Whose}
    assert told[Whose.THEIRS] == {
        "articles.title", "claims.quote", "events.quote", "evidence.quote", "reports.as_reported",
    }  # fmt: skip
    assert told[Whose.OURS] == {
        "articles.summary", "councils.note", "events.what", "newspapers.note", "partners.note", "statements.gist",
    }  # fmt: skip


def test_no_quotation_is_longer_than_a_record_may_have(real: Site, sixty: Site):
    for site in (real, sixty):
        quotes = [r["quote"] for name in ("evidence", "events", "claims") for r in rows(site, name) if r["quote"]]
        assert quotes
        assert max(len(quote.split()) for quote in quotes) <= 12


# What describes the data set


def test_the_data_package_tells_every_files_size_and_hash(real: Site, full: Site):
    for site in (real, full):
        package = site.json("data/datapackage.json")
        assert [r["name"] for r in package["resources"]] == [*NAMES, "archive-db"]
        for resource in package["resources"]:
            data = (site.folder / "data" / resource["path"]).read_bytes()
            assert resource["bytes"] == len(data)
            assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
        assert {licence["name"] for licence in package["licenses"]} == {"CC0-1.0", "CC-BY-4.0"}
        assert site.json("data/datapackage.json")["version"] in package["citation"] or "21 November 2026"


@pytest.mark.parametrize("name", NAMES)
def test_a_table_schema_has_the_columns_of_its_file(name: str, full: Site):
    (resource,) = [r for r in full.json("data/datapackage.json")["resources"] if r["name"] == name]
    fields = [field["name"] for field in resource["schema"]["fields"]]
    assert fields == (full.folder / f"data/{name}.csv").read_text("utf-8").splitlines()[0].split(",")
    assert fields == list(full.json(f"data/{name}.schema.json")["items"]["properties"])
    assert all(field["description"].endswith(".") for field in resource["schema"]["fields"])


@pytest.mark.parametrize("which", ["real", "sixty", "full"])
def test_frictionless_finds_the_data_package_valid(which: str, request: pytest.FixtureRequest):
    site: Site = request.getfixturevalue(which)
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=site.folder / "data", capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)
    assert said["valid"], done.stdout
    assert said["stats"] == {"tasks": len(NAMES) + 1, "errors": 0, "warnings": 0, "seconds": said["stats"]["seconds"]}
    assert done.returncode == 0


def test_checksums_are_those_of_every_other_file(real: Site):
    lines = real.read("data/checksums.txt").splitlines()
    found = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = {path.name for path in (real.folder / "data").iterdir()} - {"index.html", "checksums.txt"}
    assert set(found) == there
    for name, digest in found.items():
        assert hashlib.sha256((real.folder / "data" / name).read_bytes()).hexdigest() == digest


def test_every_record_is_valid_by_the_schema_that_is_published(real: Site, sixty: Site, full: Site):
    for site in (real, sixty, full):
        checked = Draft202012Validator(site.json("data/record.schema.json"))
        for path in site.article_pages():
            checked.validate(site.json(f"{path}record.json"))


def test_datasette_is_told_of_every_table_and_column(real: Site):
    told = real.json("data/datasette.json")["databases"]["archive"]["tables"]
    assert {name: list(said["columns"]) for name, said in told.items()} == {
        table.name: [column.name for column in table.columns] for table in TABLES
    }


# The page


def test_the_page_offers_every_file_with_its_rows_and_size(real: Site, full: Site):
    for site in (real, full):
        page = site.page("data/")
        offered = {a.attributes["href"] for a in page.css("main a")}
        assert set(dataset.names()) <= offered
        for line in page.css("table tbody tr"):
            name = text_of(line.css_first("th"))
            if name in NAMES:
                counted = text_of(line.css_first("td .count"))
                words = dict(
                    enumerate(["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
                )
                number = len(rows(site, name))
                assert counted.split()[0] == words.get(number, f"{number:,}")
                sizes = [text_of(n) for n in line.css("td:last-child .count")]
                there = [(site.folder / f"data/{name}.{form}").stat().st_size for form in ("csv", "json")]
                assert sizes == [" ".join(size(count).split()) for count in there]


def test_the_page_describes_every_column(real: Site):
    page = real.page("data/")
    for table, terms in zip(TABLES, page.css("section dl.terms"), strict=False):
        assert [text_of(dt) for dt in terms.css("dt")] == [column.name for column in table.columns]
        for dd, column in zip(terms.css("dd"), table.columns, strict=True):
            assert text_of(dd).startswith(column.description.replace("'", "’"))


def test_the_page_says_truly_whose_the_words_are_and_how_to_cite(real: Site):
    said = text_of(real.page("data/").css_first("main"))
    assert "Headlines and short quotations belong to the newspapers and are under neither licence" in said
    assert "No newspaper’s text is here whole." in said
    line = "Twinning Archive (2026) Twinning Archive: data [data set], version of 21 November 2026. "
    assert text_of(real.page("data/").css_first(".citation")) == f"{line}{ADDRESS}/data/"
    assert real.json("data/datapackage.json")["citation"] == f"{line}{ADDRESS}/data/"


def test_the_page_describes_the_data_set_to_those_who_look_for_data_sets(real: Site):
    (script,) = real.page("data/").css('script[type="application/ld+json"]')
    told = json.loads(script.text())
    assert (told["@type"], told["name"]) == ("Dataset", "Twinning Archive: data")
    for item in told["distribution"]:
        path = item["contentUrl"].removeprefix(f"{ADDRESS}/")
        assert hashlib.sha256((real.folder / path).read_bytes()).hexdigest() == item["sha256"]


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no bytes"), (1, "one byte"), (999, "999 bytes"), (1000, "1.0 kB"), (9949, "9.9 kB"), (9950, "10 kB"),
     (999_499, "999 kB"), (999_500, "1.0 MB"), (41_930_752, "42 MB"), (1_234_567_890, "1,235 MB")],
)  # fmt: skip
def test_a_size_is_said_in_two_or_three_figures(count: int, said: str):
    assert size(count).replace("\u00a0", " ") == said


# Spreadsheets

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠SUM(A1)")


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_is_made_inert(formula: str, tmp_path: Path):
    title = formula.strip() if formula[0] in "\t\r\n" else formula  # a title is one line and trimmed in YAML
    spoken = ARTICLE["statements"][0] | {"gist": formula, "role": title}
    site = site_of(
        tmp_path,
        {
            "articles/ta-0001.yml": article_yaml(
                headline=title, summary=formula, byline=[{"agency": f"{title}|cmd"}], statements=[spoken]
            ),
            "newspapers/northbridge-echo.yml": dumped({"name": title}),
        },
    )
    (article,), (paper,), (statement,) = (sheet(site, n) for n in ("articles", "newspapers", "statements"))
    for cell in (article["title"], article["summary"], article["byline"], paper["name"], statement["gist"],
                 statement["role"]):  # fmt: skip
        assert cell.startswith("'")
    assert rows(site, "articles")[0]["summary"] == formula


def test_a_number_below_nothing_stays_a_number(full: Site):
    eastmere = next(row for row in sheet(full, "councils") if row["id"] == "eastmere")
    assert (eastmere["latitude"], eastmere["longitude"]) == ("51.5", "-2.0")


def test_csv_has_the_line_ends_and_the_encoding_of_its_standard(full: Site):
    for name in NAMES:
        data = (full.folder / f"data/{name}.csv").read_bytes()
        assert data.endswith(b"\r\n")
        assert not re.search(rb"(?<!\r)\n", data)
        assert not data.startswith(b"\xef\xbb\xbf")
        data.decode("utf-8")
