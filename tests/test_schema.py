"""The JSON Schemas by which editors check records: current, true to the archive's own records, and strict."""

import json
from pathlib import Path

import pytest
import ryml
from builders import CONTENT, LEFT_OUT, article_yaml, council_yaml, dumped, report
from jsonschema import Draft202012Validator

from twinning import schema, vocabulary
from twinning.loading import KINDS

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = {name: json.loads(text) for name, text in schema.schemas().items()}
OWN = sorted(path for folder in KINDS for path in (ROOT / "content" / folder).glob("*.yml"))


def complaints(name, text):
    """Give where a schema refuses a record, as an editor sees it."""
    return [
        error.json_path
        for error in Draft202012Validator(SCHEMAS[name]).iter_errors(
            json.loads(ryml.emit_json(ryml.parse_in_arena(text.encode())))
        )
    ]


def schema_of(path):
    return f"{KINDS[path.split('/')[0]].__name__.lower()}.json"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_in_the_repository_are_current(name):
    path = ROOT / "schema" / name
    assert path.is_file(), "run `python3 tasks.py schema`"
    assert path.read_bytes().decode() == schema.schemas()[name], "run `python3 tasks.py schema`"


def test_there_is_a_schema_for_each_kind_of_record_and_for_problems_and_no_other():
    assert set(SCHEMAS) == {schema_of(folder) for folder in KINDS} | {"problems.json"}
    assert {path.name for path in (ROOT / "schema").iterdir()} == set(SCHEMAS), "remove what is no schema"


def test_the_schemas_are_written_as_they_are(tmp_path):
    schema.write(tmp_path / "new" / "schema")
    schema.write(tmp_path / "new" / "schema")
    written = {path.name: path.read_bytes().decode() for path in (tmp_path / "new" / "schema").iterdir()}
    assert written == schema.schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_its_dialect_and_sorted(name):
    text, data = schema.schemas()[name], SCHEMAS[name]
    Draft202012Validator.check_schema(data)
    assert data["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in data
    assert data["title"].lower() + ".json" == name
    assert data["description"].startswith("One ")
    assert text == json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def parts(data):
    """Give every part of a schema that is a mapping."""
    below = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return ([data] if isinstance(data, dict) else []) + [part for value in below for part in parts(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_in_a_schema_is_null_or_open(name):
    found = parts(SCHEMAS[name])
    assert not any(part.get("type") == "null" or part.get("default", "") is None for part in found)
    assert all(part.get("additionalProperties") is False for part in found if part.get("type") == "object")
    assert not any("(?!" in str(part.get("pattern")) for part in found)


@pytest.mark.parametrize("name", SCHEMAS)
def test_terms_stand_in_the_vocabularys_order_with_their_meanings(name):
    for title, part in SCHEMAS[name]["$defs"].items():
        if "enum" in part:
            terms = list(getattr(vocabulary, title))
            assert part["enum"] == terms
            assert part["enumDescriptions"] == [term.meaning for term in terms]


def test_a_field_is_described_by_what_stands_below_it_in_its_class():
    fields = SCHEMAS["article.json"]["properties"]
    assert fields["headline"]["description"].startswith("The newspaper's headline, or `not-stated`")
    assert fields["published"]["description"].endswith("2020-09-28~.")
    assert fields["language"]["default"] == "en-GB"
    assert SCHEMAS["article.json"]["$defs"]["Report"]["properties"]["event"] == {
        "$ref": "#/$defs/Outcome",
        "description": "What this article reports, where it reports more than that state.",
    }


@pytest.mark.parametrize("path", OWN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_archives_own_records_are_valid(path):
    assert complaints(schema_of(path.parent.name), path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", CONTENT)
def test_the_records_of_these_tests_are_valid(path):
    assert complaints(schema_of(path), CONTENT[path]) == []


@pytest.mark.parametrize("published", ["2016", "'2016'", "2020-09-28~", "not-stated"])
def test_a_year_is_a_date_with_or_without_quotation_marks(published):
    assert complaints("article.json", article_yaml(published="HERE").replace("HERE", published)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (article_yaml(headlin="x"), "$"),
        (article_yaml(headline=LEFT_OUT), "$"),
        (article_yaml(headline=None), "$.headline"),
        (article_yaml(headline=" "), "$.headline"),
        (article_yaml(headline="a\nb"), "$.headline"),
        (article_yaml(rights="publc"), "$.rights"),
        (article_yaml(newspaper="Northbridge Echo"), "$.newspaper"),
        (article_yaml(url="javascript:alert(1)"), "$.url"),
        (article_yaml(source=None), "$.source"),
        (article_yaml(outline={}), "$.outline"),
        (article_yaml(reports=[report(outcome="endd")]), "$.reports[0].outcome"),
        (article_yaml(reports=[report(qualifer="voted")]), "$.reports[0]"),
        (article_yaml(reports=[report(evidence=[{"p": "3", "quote": "x"}])]), "$.reports[0].evidence[0].p"),
        (article_yaml(reports=[report(since=["1986"])]), "$.reports[0].since"),
    ],
)
def test_a_slip_is_refused_where_it_stands(text, place):
    assert complaints("article.json", text) == [place]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("council.json", council_yaml(id="")),
        ("council.json", council_yaml(nation="Britain")),
        ("council.json", council_yaml(coordinates={"lat": 91, "lon": 0})),
        ("newspaper.json", dumped({"nam": "Northbridge Echo"})),
    ],
)
def test_a_slip_in_a_small_record_is_refused(name, text):
    assert complaints(name, text)
