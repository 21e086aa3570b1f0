"""What one record must satisfy: each rule's fault, and the nearest record that has none."""

import pytest
from builders import ARTICLE, LEFT_OUT, article, article_yaml, council, newspaper, partner, report

from twinning import rules
from twinning.diagnostics import Code
from twinning.loading import load_text
from twinning.records import Article

SIDES = [{"value": "ended", "who": "the council"}, {"value": "active", "who": "the mayor"}]


def faults(record):
    return [(fault.code.name, fault.where) for fault in rules.faults(record)]


def faults_of_report(**changes):
    return [(code, where[2:]) for code, where in faults(article(reports=[report(**changes)])) if where[0] == "reports"]


def words(count):
    return " ".join(f"word{n}" for n in range(count))


def test_the_article_of_these_tests_has_no_fault():
    assert faults(article()) == []


def test_an_article_of_required_fields_alone_has_no_fault():
    required = ("id", "headline", "newspaper", "published", "rights", "summary")
    assert faults(article(**{name: LEFT_OUT for name in ARTICLE if name not in required})) == []


EMPTIED = {
    **{name: [] for name in ("reports", "statements", "events", "outline", "notes")},
    "summary": "Withdrawn.",
}
"""What is left of the article when it is withdrawn."""


@pytest.mark.parametrize("record", [partner(), newspaper(), council()])
def test_a_small_record_has_no_fault(record):
    assert faults(record) == []


def test_every_fault_says_what_to_do():
    broken = article(
        published="03/04/2011",
        supplied_title="A title",
        reports=[report(partner="northbridge", event="active", evidence=[])],
        statements=[{"name": "Ada Pike", "stance": "neutral", "gist": "x"}],
        outline=[{"p": 9, "text": "x"}, {"p": "x", "text": "x"}, {"p": 1, "text": "x"}],
        byline=[{}],
    )
    found = list(rules.faults(broken))
    assert len(found) >= 9
    assert [fault.message for fault in found if not fault.help] == []


# Fields that belong together


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"headline": "not-stated"}, ("headline",)),
        ({"supplied_title": "A title"}, ("headline",)),
        ({"rights": "open-licence"}, ("rights",)),
        ({"rights": "permission"}, ("rights",)),
        ({"rights": "withdrawn"}, ("rights",)),
        ({"withdrawn": {"on": "2026-01-01", "reason": "A court asked for it."}}, ("rights",)),
        ({"unreachable": "2026-01-01", "url": None}, ("unreachable",)),
        ({"byline": [{}]}, ("byline", 0)),
        ({"byline": [{"agency": "A"}, {"agency": "A", "person": {"family": "Pike"}}]}, ("byline", 1)),
    ],
)
def test_what_belongs_together_is_incomplete_alone(changes, where):
    assert faults(article(**changes)) == [("INCOMPLETE", where)]


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": "not-stated", "supplied_title": "A title"},
        {"rights": "open-licence", "licence": {"name": "OGL v3.0"}},
        {"rights": "permission", "licence": {"name": "By letter", "url": "https://echo.example/letter"}},
        {"rights": "withdrawn", "withdrawn": {"on": "2026-01-01", "reason": "A court asked for it."}, **EMPTIED},
        {"rights": "unknown"},
        {"byline": [{"person": {"family": "Pike"}}, {"agency": "A News Agency"}]},
    ],
)
def test_what_belongs_together_is_complete_together(changes):
    assert faults(article(**changes)) == []


@pytest.mark.parametrize("field", ["reports", "statements", "events", "outline", "notes", "published_basis", "summary"])
def test_a_withdrawn_record_that_still_tells_of_its_article_is_told(field):
    gone = {"rights": "withdrawn", "withdrawn": {"on": "2026-01-01", "reason": "A court asked for it."}}
    kept = {name: value for name, value in EMPTIED.items() if name != field}
    more = {"published_basis": "A Monday."} if field == "published_basis" else {}
    assert faults(article(**gone, **kept, **more)) == [("STILL_TOLD", (field,))]


# Dates

DATED = [
    ("published", lambda date: article(published=date), ("published",)),
    ("since", lambda date: article(reports=[report(since=date)]), ("reports", 0, "since")),
    (
        "event",
        lambda date: article(events=[{"date": date, "what": "A visit", "p": 1}]),
        ("events", 0, "date"),
    ),
    (
        "disputed",
        lambda date: article(
            reports=[report(since={"disputed": [{"value": "1986", "who": "A"}, {"value": date, "who": "B"}]})]
        ),
        ("reports", 0, "since", "disputed", 1, "value"),
    ),
    ("established", lambda date: council(established=date), ("established",)),
    ("abolished", lambda date: council(abolished=date), ("abolished",)),
]
DAYS = [
    (
        "archived",
        lambda date: article(archived=[{"url": "https://archive.example/1", "date": date}]),
        ("archived", 0, "date"),
    ),
    ("reviewed", lambda date: article(reviewed={"by": "A keeper", "on": date}), ("reviewed", "on")),
    (
        "withdrawn",
        lambda date: article(rights="withdrawn", withdrawn={"on": date, "reason": "Asked."}, **EMPTIED),
        ("withdrawn", "on"),
    ),
]


@pytest.mark.parametrize("date", ["2011-02-30", "1799-12-31", "2200-01-01", "0001-01-01", "0000-01-01", "2999-01-01"])
@pytest.mark.parametrize(("record", "where"), [case[1:] for case in DATED + DAYS], ids=[c[0] for c in DATED + DAYS])
def test_a_day_that_cannot_be_is_refused_where_it_stands(record, where, date):
    assert faults(record(date)) == [("DATE", where)]


@pytest.mark.parametrize("date", ["03/04/2011", "May 1963", "-0044", "17XX", "1700/..", "2190/2201", "soon", "2011~~"])
@pytest.mark.parametrize(("record", "where"), [case[1:] for case in DATED], ids=[c[0] for c in DATED])
def test_what_is_no_date_is_refused_where_it_stands(record, where, date):
    assert faults(record(date)) == [("DATE", where)]


@pytest.mark.parametrize("date", ["1963", "1963-05", "2020-09-28~", "1800-01-01", "18XX", "2199-12-31", "2011/.."])
@pytest.mark.parametrize("record", [case[1] for case in DATED], ids=[c[0] for c in DATED])
def test_a_date_of_any_precision_is_accepted(record, date):
    assert faults(record(date)) == []


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("published", True), ("since", True), ("disputed", True), ("event", False), ("established", False)],
)
def test_not_stated_is_for_dates_that_an_article_may_leave_out(name, allowed):
    record, where = next(case[1:] for case in DATED if case[0] == name)
    assert faults(record("not-stated")) == ([] if allowed else [("DATE", where)])


def test_an_ambiguous_date_is_answered_with_the_british_reading():
    [fault] = rules.faults(article(published="03/04/2011"))
    assert "2011-04-03" in fault.message


# Terms


@pytest.mark.parametrize("event", ["active", "unclear"])
def test_a_mere_state_is_no_event(event):
    assert faults_of_report(event=event) == [("TERM_MISPLACED", ("event",))]


def test_a_call_for_an_end_is_no_state():
    assert faults_of_report(outcome="ending-called-for") == [("TERM_MISPLACED", ("outcome",))]
    assert faults_of_report(outcome="active", event="ending-called-for") == []


def test_a_disputed_outcome_is_disputed_between_states():
    assert faults_of_report(outcome={"disputed": SIDES}) == []
    wrong = [*SIDES, {"value": "endd", "who": "C"}, {"value": "ending-called-for", "who": "D"}]
    assert faults_of_report(outcome={"disputed": wrong}) == [
        ("TERM_MISPLACED", ("outcome", "disputed", 2, "value")),
        ("TERM_MISPLACED", ("outcome", "disputed", 3, "value")),
    ]


def test_a_disputed_type_is_disputed_between_types():
    sides = [{"value": "twinning", "who": "A"}, {"value": "sister-city", "who": "B"}]
    assert faults_of_report(type={"disputed": sides}) == []
    sides[0]["value"] = "marriage"
    assert faults_of_report(type={"disputed": sides}) == [("UNKNOWN_TERM", ("type", "disputed", 0, "value"))]


@pytest.mark.parametrize("extra", [{"p": 2}, {"quote": "link with Luzhou"}])
@pytest.mark.parametrize(
    ("field", "values"),
    [("outcome", ("ended", "active")), ("since", ("1986", "1987")), ("type", ("twinning", "sister-city"))],
)
def test_a_claims_words_and_paragraph_belong_together(field, values, extra):
    sides = [{"value": values[0], "who": "A"}, {"value": values[1], "who": "B", **extra}]
    assert faults_of_report(**{field: {"disputed": sides}}) == [("INCOMPLETE", (field, "disputed", 1))]
    sides[1] |= {"p": 2, "quote": "link with Luzhou"}
    assert faults_of_report(**{field: {"disputed": sides}}) == []


def test_a_council_is_not_its_own_partner():
    assert faults_of_report(partner="northbridge") == [("REPEATED_REPORT", ("partner",))]


# Evidence


def test_an_outcome_needs_words_that_prove_it():
    assert faults_of_report(evidence=LEFT_OUT) == [("NO_EVIDENCE", ())]


def test_words_for_another_fact_do_not_prove_the_outcome():
    evidence = [e for e in report()["evidence"] if "outcome" not in e["supports"]]
    assert ("NO_EVIDENCE", ()) in faults_of_report(evidence=evidence)


@pytest.mark.parametrize("outcome", ["unclear", {"disputed": SIDES}])
def test_an_unclear_or_disputed_outcome_needs_none(outcome):
    assert faults_of_report(outcome=outcome, evidence=LEFT_OUT) == []


@pytest.mark.parametrize("fact", ["council", "partner", "type", "since", "event", "qualifier", "grounds"])
def test_a_stated_fact_without_words_is_a_warning_that_names_it(fact):
    evidence = [e | {"supports": [f for f in [*e["supports"], "grounds"] if f != fact]} for e in report()["evidence"]]
    told = article(reports=[report(evidence=[e for e in evidence if e["supports"]], grounds=["cost"])])
    [fault] = rules.faults(told)
    assert (fault.code, fault.where) == (Code.UNSUPPORTED, ("reports", 0, "evidence"))
    assert fault.message == f"no words are shown for: {fact}"
    assert f"supports: [{fact}]" in fault.help


@pytest.mark.parametrize(
    "changes",
    [
        {"since": LEFT_OUT},
        {"since": "not-stated"},
        {"since": {"disputed": [{"value": "1986", "who": "A"}, {"value": "1987", "who": "B"}]}},
    ],
)
def test_what_is_not_stated_as_a_fact_needs_no_words(changes):
    evidence = [e for e in report()["evidence"] if e["supports"] != ["since"]]
    assert faults_of_report(evidence=evidence, **changes) == []


def test_a_statement_needs_its_words():
    statement = {"name": "Ada Pike", "stance": "neutral", "gist": "She speaks."}
    assert faults(article(statements=[statement])) == [("NO_EVIDENCE", ("statements", 0))]


# Paragraphs


@pytest.mark.parametrize("p", ["0", "x", "5-4", "1,2", "1–2", 6, "5-6", "2-10000", 0, -1])
@pytest.mark.parametrize("where", [("outline", 0, "p"), ("notes", 0, "p")])
def test_what_names_no_paragraph_of_the_source_is_refused(where, p):
    entry = {"p": p, "text": "x"} | ({"kind": "context"} if where[0] == "notes" else {})
    assert faults(article(**{where[0]: [entry]})) == [("PARAGRAPH", where)]


@pytest.mark.parametrize("p", [1, 5, "1-5", "5"])
def test_any_paragraph_of_the_source_may_be_named(p):
    assert faults(article(outline=[{"p": p, "text": "x"}], notes=[{"p": p, "kind": "context", "text": "x"}])) == []


def test_evidence_and_events_name_paragraphs_of_the_source_and_each_is_said_once():
    evidence = [*report()["evidence"], {"p": 6, "quote": "a"}]
    broken = article(
        reports=[report(evidence=evidence)],
        statements=[{"name": "A B", "stance": "neutral", "gist": "x", "evidence": [{"p": 7, "quote": "b"}]}],
        events=[{"date": "2020", "what": "A visit", "p": 8, "quote": "c"}],
    )
    assert faults(broken) == [
        ("PARAGRAPH", ("reports", 0, "evidence", 4, "p")),
        ("PARAGRAPH", ("statements", 0, "evidence", 0, "p")),
        ("PARAGRAPH", ("events", 0, "p")),
    ]


def test_without_a_source_any_number_may_be_named():
    assert faults(article(source=LEFT_OUT, outline=[{"p": "800-9999", "text": "x"}])) == []


def test_a_note_may_be_on_the_whole_article():
    assert faults(article(notes=[{"kind": "context", "text": "x"}])) == []


# The outline


@pytest.mark.parametrize("ps", [[1, 2], ["1-2", "3-5"], [1, 3], [5], []])
def test_an_outline_goes_forward(ps):
    assert faults(article(outline=[{"p": p, "text": "x"} for p in ps])) == []


@pytest.mark.parametrize(
    ("ps", "wrong"), [([2, 1], [1]), ([1, 1], [1]), (["1-3", 3], [1]), (["1-3", "2-4", 5], [1]), ([4, 1, 2], [1, 2])]
)
def test_an_outline_tells_no_paragraph_twice_or_out_of_order(ps, wrong):
    assert faults(article(outline=[{"p": p, "text": "x"} for p in ps])) == [
        ("OUTLINE", ("outline", i, "p")) for i in wrong
    ]


# How much is quoted


def test_a_quotation_may_have_12_words_but_not_13():
    def saying(count):
        return article(events=[{"date": "2020", "what": "A visit", "p": 1, "quote": words(count)}])

    assert faults(saying(12)) == []
    assert faults(saying(13)) == [("QUOTE_TOO_LONG", ("events", 0, "quote"))]


def test_a_record_may_quote_100_words_but_not_101():
    def saying(*counts):
        events = [
            {"date": "2020", "what": "A visit", "p": 1, "quote": f"x{n} {words(c)}"} for n, c in enumerate(counts)
        ]
        return article(reports=[], statements=[], events=events)

    assert faults(saying(*[9] * 10)) == []
    assert faults(saying(*[9] * 9, 10)) == [("QUOTE_TOO_LONG", ())]


def test_the_same_words_of_the_same_paragraph_count_once():
    def saying(*ps):
        events = [{"date": "2020", "what": "A visit", "p": p, "quote": words(12)} for p in ps]
        return article(source=LEFT_OUT, reports=[], statements=[], events=events)

    assert faults(saying(*[1] * 20)) == []
    assert faults(saying(*range(1, 9))) == []
    assert faults(saying(*range(1, 10))) == [("QUOTE_TOO_LONG", ())]


def test_the_words_of_claims_count_too():
    sides = [{"value": "ended", "who": "A", "p": 1, "quote": words(13)}, *SIDES]
    found = faults_of_report(outcome={"disputed": sides})
    assert found == [("QUOTE_TOO_LONG", ("outcome", "disputed", 0, "quote"))]


def test_the_newspapers_names_of_a_link_are_quotations_too():
    def naming(*counts):
        return faults_of_report(as_reported=[f"x{n} {words(c)}" for n, c in enumerate(counts)])

    assert naming(11) == []
    assert naming(12) == [("QUOTE_TOO_LONG", ("as_reported", 0))]
    quoting = {"events": [], "statements": [], "reports": [report(evidence=[], outcome="unclear", event=LEFT_OUT)]}
    quoting["reports"][0] |= {"as_reported": [f"x{n} {words(9)}" for n in range(10)]}
    assert ("QUOTE_TOO_LONG", ()) not in faults(article(**quoting))
    quoting["reports"][0]["as_reported"].append("more")
    assert ("QUOTE_TOO_LONG", ()) in faults(article(**quoting))


# Newspapers


@pytest.mark.parametrize("issn", ["0028-0836", "2434-561X"])
def test_an_issn_with_its_check_digit_is_accepted(issn):
    assert faults(newspaper(issn=issn)) == []


@pytest.mark.parametrize("issn", ["0028-0837", "0028-083X", "0082-0836"])
def test_an_issn_with_a_slip_is_refused(issn):
    assert faults(newspaper(issn=issn)) == [("BAD_VALUE", ("issn",))]


# --- Values that no record can mean ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["7", "-1", "1974-04-01", "???", "—", "…"])
@pytest.mark.parametrize("make", [council, partner])
def test_a_name_without_a_letter_is_none(make, name):
    [fault] = rules.faults(make(name=name))
    assert (fault.where, fault.code) == (("name",), Code.BAD_VALUE)


@pytest.mark.parametrize("name", ["Y", "南宁", "القدس", "’s-Hertogenbosch", "6th of October City"])
def test_a_name_in_any_writing_is_one(name):
    assert faults(partner(name=name)) == []


@pytest.mark.parametrize(
    ("lat", "lon", "field"), [(-1.5, 53.7, "lat"), (53.7, 15.0, "lon"), (0, 0, "lat"), (5.37, -1.5, "lat")]
)
def test_a_council_abroad_is_told(lat, lon, field):
    [fault] = rules.faults(council(coordinates={"lat": lat, "lon": lon}))
    assert (fault.where, fault.code) == (("coordinates", field), Code.BAD_VALUE)


@pytest.mark.parametrize(("lat", "lon"), [(60.15, -1.15), (49.92, -6.3), (54.6, -5.93), (52.48, 1.75), (54.35, -7.63)])
def test_a_council_anywhere_in_the_kingdom_is_fine(lat, lon):
    assert list(rules.faults(council(coordinates={"lat": lat, "lon": lon}))) == []


@pytest.mark.parametrize(
    ("pages", "is_pages"),
    [("3", 1), ("3-4", 1), ("03", 1), ("B3", 1), ("B3-B4", 1), ("xii", 1), ("12a", 1), ("123-4", 1), ("0", 0),
     ("true", 0), ("x" * 600, 0), ("9" * 600, 0), ("3-", 0), ("-3", 0), ("1e9999", 0)],
)  # fmt: skip
def test_pages_are_those_of_a_newspaper(pages, is_pages):
    assert (load_text("x.yml", article_yaml(pages=pages), Article)[0] is not None) is bool(is_pages)


def test_where_all_say_the_same_nothing_is_disputed():
    sides = [{"value": "ended", "who": who} for who in "ABC"]
    assert faults_of_report(outcome={"disputed": sides}) == [("BAD_VALUE", ("outcome",))]


@pytest.mark.parametrize(
    ("nation", "letter"), [("england", "E"), ("scotland", "S"), ("wales", "W"), ("northern-ireland", "N")]
)
def test_an_official_code_is_of_the_councils_nation(nation, letter):
    for first in "ESWN":
        told = faults(council(nation=nation, gss=f"{first}06000001"))
        assert told == ([] if first == letter else [("BAD_VALUE", ("gss",))])


@pytest.mark.parametrize("country", ["UK", "XX", "ZZ", "EU"])
def test_a_country_has_a_code_of_iso_3166(country):
    assert faults(partner(country=country)) == [("BAD_VALUE", ("country",))]


def test_a_partners_code_is_of_its_country():
    assert faults(partner(country="CN", iso="FR-IDF")) == [("BAD_VALUE", ("iso",))]
    assert faults(partner(country="CN", iso="CN-SC")) == []
