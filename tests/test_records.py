"""What the fields of records may hold, and the little that records know of themselves."""

import json
from datetime import date

import msgspec
import pytest
from builders import ARTICLE, COUNCIL, LEFT_OUT, NEWSPAPER, PARTNER, article, changed, council, partner, report

from twinning.records import NOT_STATED, Article, Council, Disputed, Newspaper, Partner, Report, Review, paragraphs
from twinning.vocabulary import Fact, Outcome, ParagraphKind, Speaker

KINDS = {"article": (Article, ARTICLE), "council": (Council, COUNCIL), "partner": (Partner, PARTNER)}
KINDS["newspaper"] = (Newspaper, NEWSPAPER)


def accepts(kind, **fields):
    cls, data = KINDS[kind]
    try:
        msgspec.convert(changed(data, fields), cls)
    except msgspec.ValidationError:
        return False
    return True


# Fields


@pytest.mark.parametrize(
    "slug",
    [
        *(
            "",
            "-",
            "-a",
            "a-",
            "../../x",
            "/etc/x",
            "a/../../b",
            "..%2f",
            "a\\b",
            'a"b',
            "<script>",
            "a b",
            "a?b",
            "a#b",
        ),
        *("a%b", "Good", "nul.txt", "a.", "a" * 81, "a" * 300, "é", "а", "a\n", "\na", "a_b", "a\u200bb", "１"),
    ],
)
def test_a_slug_is_lower_case_letters_digits_and_hyphens(slug):
    assert not accepts("article", newspaper=slug)
    assert not accepts("council", id=slug)


@pytest.mark.parametrize("slug", ["a", "1", "a-b", "saint-amand", "a" * 80, "a--b"])
def test_a_slug_of_at_most_80_characters_is_accepted(slug):
    assert accepts("article", newspaper=slug)
    assert accepts("council", successor=slug)


@pytest.mark.parametrize(
    ("kind", "field", "right", "wrong"),
    [
        (
            "article",
            "id",
            ["ta-0001", "ta-1234567"],
            ["ta-1", "ta-12345678", "TA-0001", "ta-0001\n", "0001", " ta-0001"],
        ),
        ("article", "headline", ["A", "x" * 500, "南宁", "a\u2028b"], ["", " ", "\u00a0", "x" * 501, "a\nb", "a\n", 7]),
        ("article", "summary", ["A", "a\nb\n", "x" * 5000], ["", " ", "\n\n", "x" * 5001]),
        (
            "article",
            "url",
            ["https://echo.example/a", "http://a.b/?q=1#c", "https://echo.example/" + "x" * 1900],
            [
                *("javascript:alert(1)", "data:text/html,x", "//echo.example", "/a", "ftp://a.b", "HTTPS://a.b", ""),
                *("https://", "https://a b", "https://a\n", 'https://a"b', "https://a<b", " https://a.b"),
                "https://a" + "x" * 2000,
            ],
        ),
        ("article", "language", ["en-GB", "cy", "zh-Hans", "gsw"], ["EN", "e", "en_GB", "en-", "english!", "en\n"]),
        ("article", "pages", ["3", "3-4", "B3"], ["", "3-", "3, 4", "p. 3", "3\n", "3–4"]),
        ("article", "published", ["not-stated", "2020~"], ["", "x" * 65, 2020]),
        ("council", "gss", ["E08000036", "W06000001"], ["X08000036", "E0800003", "E08000036\n"]),
        ("council", "iso", ["GB-WKF"], ["WKF", "GB-WK", "GB-WKF\n"]),
        ("council", "wikidata", ["Q1", "Q179608"], ["Q0", "179608", "q1", "Q1\n"]),
        ("council", "coordinates", [{"lat": -90, "lon": 180.0}], [{"lat": 91, "lon": 0}, {"lat": 1}, [1, 2]]),
        ("partner", "country", ["CN", "FR"], ["cn", "CHN", "CN\n", ""]),
        ("partner", "iso", ["CN-JS", "FR-59"], ["JS", "cn-js", "CN-", "CN-JS\n"]),
        ("partner", "geonames", [1, 999_999_999], [0, 1_000_000_000, "1", 1.5, True]),
        ("partner", "local_name", [{"text": "泸州", "lang": "zh-Hans"}], ["泸州", {"text": "泸州"}]),
        ("newspaper", "issn", ["0028-0836", "2434-561X"], ["00280836", "0028-0836\n", "0028-083x"]),
    ],
)
def test_a_field_takes_what_it_is_for_and_nothing_else(kind, field, right, wrong):
    assert [value for value in right if not accepts(kind, **{field: value})] == []
    assert [value for value in wrong if accepts(kind, **{field: value})] == []


@pytest.mark.parametrize(
    ("kind", "required"),
    [
        ("article", ["id", "headline", "newspaper", "published", "rights", "summary"]),
        ("council", ["name", "type", "nation"]),
        ("partner", ["name", "level", "country"]),
        ("newspaper", ["name"]),
    ],
)
def test_a_record_needs_only_these_fields(kind, required):
    cls, data = KINDS[kind]
    assert msgspec.convert({name: data[name] for name in required}, cls)
    assert not any(accepts(kind, **{name: LEFT_OUT}) for name in required)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_refuses_unknown_fields_and_null(kind):
    assert not accepts(kind, colour="red")
    assert not accepts(kind, name=None, headline=None)


@pytest.mark.parametrize("p", [0, -1, 10_000, "7", 7.0, True])
def test_evidence_names_one_paragraph_by_number(p):
    assert not accepts("article", reports=[report(evidence=[{"p": p, "quote": "a link"}])])


@pytest.mark.parametrize("quote", ["", " ", "x" * 201, "a\nb"])
def test_a_quotation_is_one_line(quote):
    assert not accepts("article", reports=[report(evidence=[{"p": 1, "quote": quote}])])


def test_a_dispute_has_two_sides():
    sides = [{"value": "ended", "who": "the council"}, {"value": "active", "who": "the mayor"}]
    assert accepts("article", reports=[report(outcome={"disputed": sides})])
    assert not accepts("article", reports=[report(outcome={"disputed": sides[:1]})])


def test_records_are_immutable_and_compare_by_what_they_hold():
    assert article() == article()
    assert hash(article()) == hash(article())
    with pytest.raises(AttributeError):
        article().headline = "Another"


def test_a_record_writes_no_field_that_was_not_recorded():
    assert json.loads(msgspec.json.encode(council())) == COUNCIL
    assert json.loads(msgspec.json.encode(article())) == ARTICLE


def test_what_is_not_recorded_is_neither_null_nor_not_stated():
    bare = article(reports=LEFT_OUT, url=LEFT_OUT, source=LEFT_OUT)
    assert (bare.reports, bare.url, bare.source) == ((), None, None)
    assert article(published=NOT_STATED).published == "not-stated"


# Paragraphs


@pytest.mark.parametrize(
    ("p", "numbers"),
    [(7, [7]), ("7", [7]), ("9-12", [9, 10, 11, 12]), ("3-3", [3]), (9999, [9999]), ("1-2", [1, 2])],
)
def test_paragraphs_are_one_or_several_in_a_row(p, numbers):
    assert list(paragraphs(p)) == numbers


@pytest.mark.parametrize("p", ["", "0", 0, -1, "07", "1-0", "1–2", "1,2", "a", "1-", "-2", "10000", 10_000, "7\n", "٣"])
def test_anything_else_is_no_paragraph(p):
    with pytest.raises(ValueError, match="neither a paragraph"):
        paragraphs(p)


def test_paragraphs_that_run_backwards_are_refused_with_the_right_way_round():
    with pytest.raises(ValueError, match="write 9-12"):
        paragraphs("12-9")


# What records know of themselves


def test_an_article_without_a_headline_has_our_title_in_square_brackets():
    assert article().title == "Northbridge drops Luzhou"
    assert article(headline=NOT_STATED, supplied_title="A link ends").title == "[A link ends]"


def test_an_article_is_reviewed_when_somebody_signed_it():
    assert article().is_reviewed
    assert not article(reviewed=LEFT_OUT).is_reviewed
    assert Review(by="A keeper", on="2026-01-05").day == date(2026, 1, 5)


def test_what_is_not_said_of_a_statement_or_paragraph_is_the_usual():
    assert article().statements[0].speaker is Speaker.PERSON
    assert article().outline[1].kind is ParagraphKind.BODY
    assert article().language == "en-GB"


def test_a_partnership_is_known_by_council_and_partner():
    assert article().reports[0].key == ("northbridge", "luzhou")


@pytest.mark.parametrize(
    ("fact", "paragraphs_shown"),
    [(Fact.OUTCOME, [1, 3]), (Fact.EVENT, [1]), (Fact.SINCE, [2, 3]), (Fact.GROUNDS, [])],
)
def test_evidence_without_a_fact_supports_outcome_and_event(fact, paragraphs_shown):
    evidence = [
        {"p": 1, "quote": "a"},
        {"p": 2, "quote": "b", "supports": ["since"]},
        {"p": 3, "quote": "c", "supports": ["since", "outcome"]},
    ]
    told = msgspec.convert(report(evidence=evidence), Report)
    assert [e.p for e in told.evidence_for(fact)] == paragraphs_shown


def test_a_disputed_fact_is_no_term():
    sides = [{"value": "ended", "who": "the council"}, {"value": "active", "who": "the mayor"}]
    told = msgspec.convert(report(outcome={"disputed": sides}, type="unspecified"), Report)
    assert isinstance(told.outcome, Disputed)
    assert msgspec.convert(report(), Report).outcome is Outcome.ENDED


@pytest.mark.parametrize(
    ("name", "place", "short"),
    [
        ("Northbridge Council", LEFT_OUT, "Northbridge"),
        ("Westshire County Council", LEFT_OUT, "Westshire"),
        ("Eastmere Borough Council", LEFT_OUT, "Eastmere"),
        ("Stone City Council", LEFT_OUT, "Stone"),
        ("Council of the Isles", LEFT_OUT, "Council of the Isles"),
        ("Northbridge Council", "the town of Northbridge", "the town of Northbridge"),
    ],
)
def test_a_council_is_short_for_its_place(name, place, short):
    assert council(name=name, place=place).short == short


def test_a_partner_needs_no_more_than_name_level_and_country():
    assert partner().aliases == ()
