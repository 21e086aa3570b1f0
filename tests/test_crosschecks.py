"""Facts of several records that contradict one another: dates, councils' lives, outcomes; and what merely looks so."""

import time
from datetime import date

import pytest
from builders import LEFT_OUT, TODAY, article, content_of, council, report, told
from hypothesis import given, settings
from hypothesis import strategies as st

from twinning import clock
from twinning.assembly import assemble
from twinning.commands.invented import write_archive
from twinning.crosschecks import dates, lives, outcomes
from twinning.crosschecks.found import days
from twinning.diagnostics import Code, Severity
from twinning.loading import load_content
from twinning.rules import LATEST_YEAR
from twinning.vocabulary import Outcome


def faults_of(found):
    return [(entry.record.id, fault.code.name, fault.where) for entry, fault in found]


def dated(*articles, today=TODAY, **others):
    return faults_of(dates.faults(content_of(articles, **others), today))


# The clock


def test_the_clock_of_checks_is_source_date_epoch_where_it_is_set():
    assert clock.today({"SOURCE_DATE_EPOCH": "1577836799"}) == date(2019, 12, 31)
    assert clock.epoch({}) is None
    assert clock.epoch({"SOURCE_DATE_EPOCH": ""}) is None
    assert clock.today({}) >= date(2026, 1, 1)


@pytest.mark.parametrize("said", ["now", "-1", "1.5", "١", "1" * 12, " 1"])
def test_a_clock_that_is_no_number_is_wrong_usage(said):
    with pytest.raises(clock.WrongClock, match="seconds since 1970"):
        clock.today({"SOURCE_DATE_EPOCH": said})


# The future

AHEAD = {
    ("published",): lambda day: {"published": day, "reviewed": LEFT_OUT},
    ("reports", 0, "since"): lambda day: {"reports": [report(since=day, outcome="approved")]},
    ("reports", 0, "since", "disputed", 1, "value"): lambda day: {
        "reports": [report(since={"disputed": [{"value": "1986", "who": "A"}, {"value": day, "who": "B"}]})]
    },
}


DONE_SINCE = {
    ("reviewed", "on"): lambda day: {"reviewed": {"by": "A keeper", "on": day}},
    ("archived", 0, "date"): lambda day: {"archived": [{"url": "https://archive.example/1", "date": day}]},
    ("unreachable",): lambda day: {"unreachable": day},
    ("withdrawn", "on"): lambda day: {"rights": "withdrawn", "withdrawn": {"on": day, "reason": "A court asked."}},
}


@pytest.mark.parametrize("where", DONE_SINCE)
def test_what_was_done_to_a_record_may_be_later_than_a_clock_that_was_set_back(where):
    assert dated(article(**DONE_SINCE[where]("2026-11-24"))) == []
    assert dated(article(**DONE_SINCE[where]("2037-01-01"))) == [("ta-0001", "DATE", where)]


@pytest.mark.parametrize("where", AHEAD)
def test_what_is_after_tomorrow_is_in_the_future(where):
    assert dated(article(**AHEAD[where]("2026-11-24"))) == [("ta-0001", "DATE", where)]
    assert dated(article(**AHEAD[where]("2199-12-31"))) == [("ta-0001", "DATE", where)]


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11-23"])
@pytest.mark.parametrize("where", AHEAD)
def test_somewhere_on_earth_it_is_tomorrow(where, day):
    assert dated(article(**AHEAD[where](day))) == []


@pytest.mark.parametrize(
    "published", ["2026", "2026-11", "2026-23", "202X", "20XX", "2026/..", "../2026", "not-stated"]
)
def test_a_span_that_has_begun_is_not_in_the_future(published):
    assert dated(article(published=published, reports=[], reviewed=LEFT_OUT)) == []


@pytest.mark.parametrize(
    "published", ["2026-12", "2026-24", "2027", "2026-11-24~", "203X", "2020/2027", "../2027", "2027/.."]
)
def test_a_span_that_begins_or_ends_in_the_future_is(published):
    assert dated(article(published=published, reports=[], reviewed=LEFT_OUT)) == [("ta-0001", "DATE", ("published",))]


def test_a_publication_in_the_future_is_one_mistake():
    assert dated(article(published="2027-05-01")) == [("ta-0001", "DATE", ("published",))]


def test_the_future_begins_where_the_clock_says():
    assert dated(article(), today=date(2021, 3, 3)) == []
    assert ("ta-0001", "DATE", ("published",)) in dated(article(), today=date(2021, 3, 2))


def test_at_the_turn_of_the_year_tomorrow_is_in_the_next():
    said = article(published="2027-01-01", reviewed=LEFT_OUT)
    assert dated(said, today=date(2026, 12, 31)) == []
    assert dated(said, today=date(2026, 12, 30)) == [("ta-0001", "DATE", ("published",))]


@pytest.mark.parametrize(
    ("day", "is_told"), [("2027-05", False), ("2036-12-31", False), ("2037", True), ("2190", True)]
)
def test_an_event_may_be_planned_for_ten_years_ahead(day, is_told):
    found = dated(article(events=[{"date": day, "what": "A visit", "p": 1}]))
    assert found == ([("ta-0001", "DATE", ("events", 0, "date"))] if is_told else [])


@pytest.mark.parametrize("name", ["established", "abolished"])
def test_a_council_may_be_planned_too(name):
    def of(day):
        return dated(councils={"northbridge": council(id="northbridge", **{name: day})})

    assert of("2028-04-01") == []
    assert of("2037-04-01") == [("northbridge", "DATE", (name,))]


def test_what_the_record_itself_says_is_too_late_is_told_once():
    assert dated(article(published=f"{LATEST_YEAR + 1}-01-01", reports=[], reviewed=LEFT_OUT)) == []


# Ends before starts


@pytest.mark.parametrize(
    ("published", "since"),
    [("2020-09-28", "2020-09-29"), ("2020", "2021"), ("2020-09", "2020-24"), ("../2020", "2021-05"), ("2020~", "2023")],
)
def test_a_link_begins_before_an_article_tells_that_it_is(published, since):
    said = article(published=published, reports=[report(since=since)], reviewed=LEFT_OUT)
    assert dated(said) == [("ta-0001", "CONTRADICTION", ("reports", 0, "since"))]


@pytest.mark.parametrize(
    ("published", "since"),
    [
        *(("2020-09-28", "2020-09-28"), ("2020-09", "2020-09-30"), ("2020", "2020-12"), ("not-stated", "2021")),
        *(("2020-09-28~", "2020-10"), ("2020-09-28", "2020-10?"), ("2020/..", "2021"), ("2020", "not-stated")),
        *(("2020-09-28", "../2021"), ("199X~", "2005")),
    ],
)
def test_only_what_cannot_be_is_a_contradiction(published, since):
    assert dated(article(published=published, reports=[report(since=since)], reviewed=LEFT_OUT)) == []


@pytest.mark.parametrize("outcome", ["proposed", "approved", "shelved", "unclear"])
def test_a_link_that_has_not_begun_may_begin_later(outcome):
    assert dated(article(reports=[report(outcome=outcome, since="2021-05")])) == []


@pytest.mark.parametrize("where", list(DONE_SINCE))
def test_nothing_is_done_with_an_article_before_it_is_published(where):
    said = article(**DONE_SINCE[where]("2021-03-03"))
    assert dated(said) == [("ta-0001", "CONTRADICTION", where)]
    assert dated(article(**DONE_SINCE[where]("2021-03-04"))) == []


def test_about_widens_a_date_by_a_year_or_by_its_own_length():
    assert days("2020-06-01~") == (days("2020-06-01")[0] - 366, days("2020-06-01")[1] + 366)
    assert days("198X~")[0] < days("1971")[0]
    assert days("not-stated") == days(None) == days("soon") == days("../..")


# Councils' lives

OLD = {"established": "1889-04-01", "abolished": "1974-04-01", "successor": "northbridge"}
NEW = {"established": "1974-04-01"}


def living(*articles, **councils):
    named = {"northbridge": {}, "eastmere": {}} | councils
    made = {id_: council(id=id_, name=f"{id_.title()} Council", **life) for id_, life in named.items()}
    return list(lives.faults(content_of(articles, councils=made)))


def reported(council_id, published, **changes):
    changes = {"council": council_id, "since": LEFT_OUT} | changes
    return article(published=published, reports=[report(**changes)], events=[])


@pytest.mark.parametrize(
    ("published", "outcome", "is_told"),
    [
        ("1980", "active", True),
        ("1974-04-02", "ended", True),
        ("1974-04-01", "ended", False),
        ("1974", "active", False),
        ("1974-05~", "active", False),
        ("1960", "active", False),
        ("1888", "active", True),
        ("1889", "active", False),
        ("not-stated", "active", False),
        ("1980", "lapsed", False),
        ("1980", "unclear", False),
    ],
)
def test_a_council_has_partnerships_while_it_exists(published, outcome, is_told):
    found = living(reported("eastmere", published, outcome=outcome), eastmere=OLD, northbridge=NEW)
    assert faults_of(found) == ([("ta-0001", "OUTSIDE_LIFE", ("reports", 0, "council"))] if is_told else [])


def test_the_successor_is_what_was_meant():
    [(_, fault)] = living(reported("eastmere", "1980"), eastmere=OLD, northbridge=NEW)
    assert fault.message == "the article is of 1980, and Eastmere Council was abolished on 1974-04-01"
    assert fault.help.startswith("did you mean its successor, `northbridge`?")
    chain = {"eastmere": OLD | {"successor": "midmere"}, "midmere": OLD | {"abolished": "1975"}, "northbridge": NEW}
    [(_, fault)] = living(reported("eastmere", "1980"), **chain)
    assert "`northbridge`" in fault.help


def test_the_council_before_is_what_was_meant():
    [(_, fault)] = living(reported("northbridge", "1960"), eastmere=OLD, northbridge=NEW)
    assert fault.help.startswith("did you mean `eastmere`, which it followed?")
    [(_, fault)] = living(reported("northbridge", "1960"), northbridge=NEW)
    assert "`successor: northbridge`" in fault.help


def test_a_link_goes_over_to_the_successor_with_its_years():
    inherited = reported("northbridge", "1990", since="1956")
    assert living(inherited, eastmere=OLD, northbridge=NEW) == []
    assert faults_of(living(inherited, northbridge=NEW)) == [("ta-0001", "OUTSIDE_LIFE", ("reports", 0, "since"))]
    older = reported("northbridge", "1990", since="1850")
    assert faults_of(living(older, eastmere=OLD, northbridge=NEW)) == [
        ("ta-0001", "OUTSIDE_LIFE", ("reports", 0, "since"))
    ]


@pytest.mark.parametrize(("day", "is_told"), [("1980", True), ("1974", False), ("1850", True), ("1850/1900", False)])
def test_an_event_is_within_its_councils_life(day, is_told):
    event = {"date": day, "what": "A visit", "p": 1, "council": "eastmere"}
    found = living(article(reports=[], events=[event]), eastmere=OLD)
    assert faults_of(found) == ([("ta-0001", "OUTSIDE_LIFE", ("events", 0, "date"))] if is_told else [])


def test_each_council_of_an_article_is_told_once():
    events = [{"date": "1980", "what": "A visit", "p": 1, "council": name} for name in ("eastmere", "eastmere", "old")]
    late = article(published="1980", reports=[report(council="eastmere", since="1979")], events=events)
    found = living(late, eastmere=OLD, old=OLD)
    assert [fault.where for _, fault in found] == [("reports", 0, "council"), ("events", 2, "date")]


def test_a_council_is_established_before_it_is_abolished():
    turned = council(id="northbridge", established="1974-04-01", abolished="1973")
    assert dated(councils={"northbridge": turned}) == [("northbridge", "CONTRADICTION", ("abolished",))]
    within = council(id="northbridge", established="1974-04-01", abolished="1974")
    assert dated(councils={"northbridge": within}) == []


@pytest.mark.parametrize(
    ("successors", "circle"),
    [
        ({"a": "a"}, "a → a"),
        ({"b": "a", "a": "b"}, "a → b → a"),
        ({"c": "b", "b": "a", "a": "c"}, "a → c → b → a"),
        ({"x": "b", "b": "a", "a": "b"}, "a → b → a"),
        ({"a": "b", "b": "c", "c": None}, None),
        ({"a": "nowhere"}, None),
    ],
)
def test_successors_run_in_no_circle(successors, circle):
    found = living(**{name: {"successor": after} if after else {} for name, after in successors.items()})
    assert [fault.message for _, fault in found] == ([f"the successors run in a circle: {circle}"] if circle else [])


# Outcomes in the order of time


def contradicted(*tellings):
    """Give which articles, of (published, outcome[, event]), do not follow from the others, in any order of files."""
    articles = [
        article(
            id=f"ta-{n:04}", url=LEFT_OUT, published=published, events=[],
            reports=[report(outcome=outcome, event=event[0] if event else LEFT_OUT)],
        )
        for n, (published, outcome, *event) in enumerate(tellings, 1)
    ]  # fmt: skip
    found = list(outcomes.faults(content_of(articles)))
    assert sorted(faults_of(found)) == sorted(faults_of(outcomes.faults(content_of(articles[::-1]))))
    assert all(fault.code is Code.OUT_OF_ORDER for _, fault in found)
    return [int(entry.record.id[3:]) for entry, _ in found]


@pytest.mark.parametrize("outcome", ["active", "continued", "renewed", "suspended"])
def test_after_its_end_a_link_is_not_in_being(outcome):
    assert contradicted(("2019", "ended"), ("2020", outcome)) == [2]


@pytest.mark.parametrize("between", ["reinstated", "established", "approved", "proposed"])
def test_a_new_beginning_after_the_end_explains_it(between):
    assert contradicted(("2019", "ended"), ("2020", between), ("2021", "active")) == []
    assert contradicted(("2019", "ended"), ("2021", "active", between)) == []
    assert contradicted(("2019", "ended"), ("not-stated", between), ("2021", "active")) == []


def test_a_new_beginning_before_the_end_does_not():
    assert contradicted(("2018", "established"), ("2019", "ended"), ("2020", "active")) == [3]
    assert contradicted(("2018", "ended"), ("2019", "reinstated"), ("2020", "ended"), ("2021", "active")) == [4]


@pytest.mark.parametrize(
    ("end", "after"),
    [("2020", "2020-12"), ("2020-03", "2020-03-31"), ("2020~", "2021"), ("2020", "not-stated"), ("2019/..", "2020")],
)
def test_dates_that_may_be_in_another_order_contradict_nothing(end, after):
    assert contradicted((end, "ended"), (after, "active")) == []


def test_the_first_report_that_contradicts_an_end_is_told_and_no_other():
    assert contradicted(("2019", "ended"), ("2021", "active"), ("2020", "renewed"), ("2022", "active")) == [3]


@pytest.mark.parametrize("outcome", ["ended", "lapsed", "under-review", "unclear", "proposed"])
def test_what_may_be_said_after_an_end_is_no_contradiction(outcome):
    assert contradicted(("2019", "ended"), ("2020", outcome)) == []


def test_a_link_is_reinstated_after_it_stopped():
    assert contradicted(("2010", "active"), ("2020", "reinstated")) == [2]
    assert contradicted(("2010", "active"), ("2020", "active", "reinstated")) == [2]
    for stop in ("ended", "suspended", "lapsed"):
        assert contradicted(("2010", "active"), ("2015", stop), ("2020", "reinstated")) == []
        assert contradicted(("2010", "active"), ("not-stated", stop), ("2020", "reinstated")) == []
    assert contradicted(("2010", "active"), ("2020", "reinstated"), ("2021", "ended")) == [2]


def test_the_first_that_is_known_of_a_link_may_be_that_it_was_reinstated():
    assert contradicted(("2020", "reinstated")) == []
    assert contradicted(("2020", "reinstated"), ("2021", "active")) == []


def test_newspapers_tell_of_one_end_for_weeks_but_not_for_years():
    assert contradicted(("2020-09-20", "ended", "ended"), ("2020-10-01", "ended", "ended")) == []
    assert contradicted(("2018-09-20", "ended", "ended"), ("2020-10-01", "ended", "ended")) == [2]
    assert contradicted(("2018-09-20", "ended", "ended"), ("2020-10-01", "ended")) == []
    assert contradicted(("2015", "ended", "ended"), ("2017", "reinstated"), ("2020", "ended", "ended")) == []


def test_two_articles_of_one_day_that_disagree_name_each_other():
    assert contradicted(("2020-01-01", "ended"), ("2020-01-01", "continued")) == [2]
    assert contradicted(("2020-01", "ended"), ("2020-01", "continued")) == []
    assert contradicted(("2020-01-01", "ended"), ("2020-01-01", "ended")) == []
    dispute = {"disputed": [{"value": "ended", "who": "A"}, {"value": "active", "who": "B"}]}
    assert contradicted(("2020-01-01", "ended"), ("2020-01-01", dispute)) == []
    [(_, fault)] = outcomes.faults(content_of([told(1, "2020-01-01", "ended"), told(2, "2020-01-01", "continued")]))
    assert "articles/ta-0001.yml says of the same day that it is `ended`" in fault.message
    assert fault.code.severity is Severity.WARNING


def test_partnerships_are_held_apart():
    one, other = told(1, "2019", "ended"), told(2, "2020", "active", partner="saint-amand")
    assert list(outcomes.faults(content_of([one, other]))) == []


def test_who_looked_and_finds_both_right_says_so_in_a_note_on_the_whole_article():
    note = {"kind": "discrepancy", "text": "The paper does not know of the end."}
    one, other = told(1, "2019", "ended"), told(2, "2020", "active", notes=[note])
    assert list(outcomes.faults(content_of([one, other]))) == []
    other = told(2, "2020", "active", notes=[note | {"p": 1}])
    assert len(list(outcomes.faults(content_of([one, other])))) == 1


def test_a_withdrawn_article_contradicts_nothing():
    gone = {"rights": "withdrawn", "withdrawn": {"on": "2026-01-01", "reason": "A court asked."}}
    assert list(outcomes.faults(content_of([told(1, "2019", "ended", **gone), told(2, "2020", "active")]))) == []


def test_thousands_of_reports_of_one_link_take_no_hostile_time():
    kinds = ("ended", "active", "reinstated", "renewed")
    one = told(1, "2019", "active")
    content = content_of([one])
    entry = content.articles["ta-0001"]
    many = [outcomes._Told(entry, 0, told(1, "2019", kinds[n % 4]).reports[0], n, n + n % 3) for n in range(8_000)]
    began = time.process_time()
    assert len(list(outcomes._of_partnership(many))) < len(many)
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do


# All together


def test_an_invented_archive_contradicts_nothing(tmp_path):
    write_archive(tmp_path, 40)
    content, problems = load_content(tmp_path, None)
    assert problems + assemble(content, TODAY)[1] == []


DATES = st.sampled_from(
    ["not-stated", "soon", "", "2020", "2020-02-30", "../2019", "2999", "202X~", "0001", "1974-04-01", "2020/2018"]
)
NAMES = st.sampled_from(["northbridge", "eastmere", "luzhou", "nowhere"])
LIVES = st.dictionaries(
    st.sampled_from(["northbridge", "eastmere"]),
    st.fixed_dictionaries(
        {}, optional={"established": DATES.filter(bool), "abolished": DATES.filter(bool), "successor": NAMES}
    ),
)
TELLINGS = st.tuples(DATES.filter(bool), st.sampled_from(list(Outcome)), NAMES, NAMES, DATES.filter(bool))


@given(LIVES, st.lists(TELLINGS, max_size=4), st.dates())
@settings(deadline=None, max_examples=150)
def test_whatever_records_say_is_told_in_problems_and_never_raises(councils, tellings, today):
    made = {name: council(id=name, **life) for name, life in councils.items()}
    articles = [
        told(n, published, outcome, reports=[report(council=one, partner=other, outcome=outcome, since=since)])
        for n, (published, outcome, one, other, since) in enumerate(tellings, 1)
    ]
    problems = assemble(content_of(articles, councils=made), today)[1]
    assert all(problem.line >= 1 for problem in problems)
