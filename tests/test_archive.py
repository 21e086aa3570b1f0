"""All records together: states, timelines, ways in, and what shows only between records."""

import pytest
from builders import (
    ARTICLE,
    LEFT_OUT,
    SOURCE,
    TODAY,
    archive_of,
    article,
    article_yaml,
    content_of,
    council_yaml,
    problems_of,
    report,
    source,
    told,
    write_content,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from twinning.archive import merged
from twinning.assembly import assemble, fold, person_id
from twinning.evidence import verified
from twinning.loading import load_content
from twinning.vocabulary import Outcome

DISPUTED = {"disputed": [{"value": "ended", "who": "the council"}, {"value": "active", "who": "the mayor"}]}


def partnership(*articles, key=("northbridge", "luzhou")):
    return archive_of(*articles).partnerships[key]


def state(*tellings):
    """Give the state that (published, outcome) leave, and the numbers of the articles it rests on."""
    articles = [told(n, *telling) for n, telling in enumerate(tellings, 1)]
    found = partnership(*articles).state
    assert partnership(*articles[::-1]).state == found
    return found.name, [int(t.article.id[3:]) for t in found.tellings]


# The state of a partnership


def test_ended_after_reinstated_is_ended():
    assert state(("2019-01-01", "reinstated"), ("2020-01-01", "ended")) == ("ended", [2])


def test_a_reinstated_link_is_reinstated():
    assert state(("2019-01-01", "ended"), ("2020-01-01", "reinstated")) == ("reinstated", [2])


def test_a_single_telling_is_the_state():
    assert state(("2019", "renewed")) == ("renewed", [1])


def test_the_latest_wins_however_many_say_otherwise():
    assert state(("2019", "active"), ("2020-01", "active"), ("2020-02", "ended"), ("2018", "active")) == ("ended", [3])


def test_tellings_of_one_day_that_agree_are_one_state():
    assert state(("2020-01-01", "ended"), ("2020-01-01", "ended")) == ("ended", [1, 2])


def test_tellings_of_one_day_that_disagree_are_disputed():
    assert state(("2020-01-01", "ended"), ("2020-01-01", "continued")) == ("disputed", [1, 2])


def test_a_later_telling_settles_a_dispute():
    assert state(("2020-01-01", "ended"), ("2020-01-01", "continued"), ("2020-01-02", "ended")) == ("ended", [3])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2020-03", "2020-03-31"),
        ("2020-03", "2020-03-01"),
        ("2020", "2020-12"),
        ("2020-21", "2020-05-31"),
        ("202X", "2029-12-31"),
        ("2020-03-14/2020-03-18", "2020-03-16"),
        ("2019/..", "2020-01-01"),
        ("../2020-06", "2020-01-01"),
        ("../2020", "2020-12-31"),
    ],
)
def test_dates_that_overlap_cannot_be_put_in_order(one, other):
    assert state((one, "ended"), (other, "continued"))[0] == "disputed"
    assert state((one, "ended"), (other, "ended"))[0] == "ended"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2020-03", "2020-04-01"),
        ("2019", "2020"),
        ("2020-03-31", "2020-04"),
        ("../2019", "2020"),
        ("2020-03-01~", "2020-03-02"),
    ],
)
def test_dates_that_only_touch_are_in_order(earlier, later):
    assert state((earlier, "ended"), (later, "continued")) == ("continued", [2])


def test_an_undated_telling_that_disagrees_could_be_the_latest():
    assert state(("not-stated", "ended"), ("1950", "active")) == ("disputed", [1, 2])
    assert state(("2020", "ended"), ("not-stated", "ended"), ("not-stated", "active")) == ("disputed", [3, 1])
    assert state(("2020", "ended"), ("not-stated", DISPUTED)) == ("disputed", [2, 1])


def test_an_undated_telling_that_agrees_with_the_latest_changes_nothing():
    assert state(("not-stated", "active"), ("1950", "active")) == ("active", [2])
    assert state(("not-stated", "ended"), ("2019", "active"), ("2020", "ended")) == ("ended", [3])
    # It agrees with one side of a dispute, and settles nothing.
    assert state(("2020", "ended"), ("2020", "active"), ("not-stated", "ended")) == ("disputed", [1, 2])


def test_undated_tellings_alone_agree_or_are_disputed():
    assert state(("not-stated", "ended"), ("not-stated", "ended")) == ("ended", [1, 2])
    assert state(("not-stated", "ended"), ("not-stated", "active")) == ("disputed", [1, 2])


def test_an_article_that_reports_a_dispute_leaves_one():
    assert state(("2019", "ended"), ("2020", DISPUTED)) == ("disputed", [2])
    assert state(("2020-01-01", "ended"), ("2020-01-01", DISPUTED)) == ("disputed", [1, 2])
    assert state(("2019", DISPUTED), ("2020", "ended")) == ("ended", [2])


def test_a_state_has_a_name_and_a_label():
    review, dispute = (partnership(told(1, "2020", o)).state for o in ("under-review", DISPUTED))
    assert (review.outcome, review.name, review.label, review.is_disputed) == (
        Outcome.UNDER_REVIEW,
        "under-review",
        "under review",
        False,
    )
    assert (dispute.outcome, dispute.name, dispute.label, dispute.is_disputed) == (None, "disputed", "disputed", True)


DATES = st.sampled_from(
    [
        "not-stated",
        "2019",
        "2020",
        "2020-03",
        "2020-03-14",
        "2020-03-15",
        "2020-03~",
        "202X",
        "../2020",
        "2020/..",
        "2021",
    ]
)
OUTCOMES = st.sampled_from(["ended", "ended", "active", "reinstated", DISPUTED])


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_the_order_of_the_input_changes_nothing(data):
    tellings = data.draw(st.lists(st.tuples(DATES, OUTCOMES), min_size=1, max_size=4))
    articles = [told(n, *telling) for n, telling in enumerate(tellings, 1)]
    one, other = archive_of(*articles), archive_of(*data.draw(st.permutations(articles)))
    assert one == other
    assert list(one.people) == list(other.people)
    assert one.by_year == other.by_year


@given(st.lists(st.tuples(DATES, OUTCOMES), min_size=1, max_size=5))
@settings(deadline=None, max_examples=40)
def test_the_state_rests_on_every_telling_that_could_be_the_latest_and_says_anything_new(tellings):
    found = partnership(*(told(n, *telling) for n, telling in enumerate(tellings, 1)))
    dated = [t for t in found.tellings if t.date]
    latest = [t for t in dated if not any(other.date.sort_key[0] > t.date.sort_key[1] for other in dated)]
    new = [
        t for t in found.tellings if not t.date and t.report.outcome not in [known.report.outcome for known in latest]
    ]
    assert sorted(t.article.id for t in found.state.tellings) == sorted(t.article.id for t in latest + new)
    said = {str(t.report.outcome) for t in latest + new}
    assert (found.state.outcome is not None) == (said in ({"ended"}, {"active"}, {"reinstated"}))


# Timelines


def order(moments):
    return [(m.article.id, "report" if m.report else "event", m.number) for m in moments]


def event(date, **whom):
    return {"date": date, "what": "A visit", "p": 1, **whom}


BOTH = {"council": "northbridge", "partner": "luzhou"}


def test_a_timeline_goes_by_date_then_events_before_reports_then_by_record():
    found = partnership(
        told(1, "2020-03-04", "ended", events=[event("2020-03-04", **BOTH), event("1986", **BOTH)]),
        told(3, "2020-03-04", "ended"),
        told(2, "2020-03-04", "ended"),
        told(4, "not-stated", "active"),
        told(5, "2020-03", "active"),
    )
    assert order(found.timeline) == [
        ("ta-0004", "report", 1),
        ("ta-0001", "event", 2),
        ("ta-0005", "report", 1),
        ("ta-0001", "event", 1),
        ("ta-0001", "report", 1),
        ("ta-0002", "report", 1),
        ("ta-0003", "report", 1),
    ]
    assert [t.article.id for t in found.tellings] == ["ta-0004", "ta-0005", "ta-0001", "ta-0002", "ta-0003"]


def test_an_event_is_on_the_timelines_of_those_it_names():
    two = [report(), report(partner="saint-amand")]
    events = [
        event("2001", **BOTH),
        event("2002", council="northbridge"),
        event("2003", partner="saint-amand"),
        event("2004"),
        event("2005", council="eastmere", partner="luzhou"),
    ]
    archive = archive_of(article(reports=two, events=events), told(2, "2020", "active", council="eastmere"))

    def years(moments):
        return [m.date.text for m in moments if m.event]

    assert years(archive.partnerships["northbridge", "luzhou"].timeline) == ["2001", "2002"]
    assert years(archive.partnerships["northbridge", "saint-amand"].timeline) == ["2002", "2003"]
    assert years(archive.partnerships["eastmere", "luzhou"].timeline) == ["2005"]
    assert years(archive.council_moments("northbridge")) == ["2001", "2002", "2003"]
    assert years(archive.partner_moments("luzhou")) == ["2001", "2002", "2005"]


def test_an_event_of_two_partnerships_is_once_on_their_councils_timeline():
    two = [report(), report(partner="saint-amand")]
    archive = archive_of(article(reports=two, events=[event("2002", council="northbridge")]))
    assert order(archive.council_moments("northbridge")) == [
        ("ta-0001", "event", 1),
        ("ta-0001", "report", 1),
        ("ta-0001", "report", 2),
    ]


def test_an_event_of_no_partnership_is_background_of_its_article():
    events = [
        event("2004"),
        event("2001", **BOTH),
        event("2003", council="eastmere"),
        event("2002", council="northbridge"),
        event("not-stated", partner="saint-amand"),
    ]
    found = archive_of(article(events=events), told(2, "2020", "active"))
    assert {i: order(moments) for i, moments in found.background.items()} == {
        "ta-0001": [("ta-0001", "event", 5), ("ta-0001", "event", 3), ("ta-0001", "event", 1)]
    }
    everywhere = [*(p.timeline for p in found.partnerships.values()), *found.background.values()]
    assert sorted(m.number for m in merged(everywhere) if m.event) == [1, 2, 3, 4, 5]
    assert archive_of(told(1, "2020", "active")).background == {}


def test_merged_timelines_are_in_one_order():
    archive = archive_of(
        told(1, "2019", "active"), told(2, "2020", "ended", partner="saint-amand"), told(3, "2018", "active")
    )
    timelines = [p.timeline for p in archive.partnerships.values()]
    assert merged(timelines) == merged(timelines[::-1]) == archive.council_moments("northbridge")
    assert [m.article.id for m in merged(timelines)] == ["ta-0003", "ta-0001", "ta-0002"]
    assert merged([]) == []


# Ways in


@pytest.fixture(scope="module")
def archive():
    return archive_of(
        told(1, "2019-05-01", "active"),
        told(2, "not-stated", "ended", partner="saint-amand"),
        told(3, "2020", "ended", council="eastmere"),
        told(4, "2019-05-01", "active"),
        told(5, "2018/2019", DISPUTED, council="eastmere", partner="saint-amand"),
    )


def ids(articles):
    return [a.id for a in articles]


def test_articles_are_newest_first_and_undated_ones_last(archive):
    assert ids(archive.articles) == ["ta-0003", "ta-0004", "ta-0001", "ta-0005", "ta-0002"]
    assert archive.by_id["ta-0004"] is archive.articles[1]


def test_partnerships_are_by_council_and_partner(archive):
    assert list(archive.partnerships) == [
        ("eastmere", "luzhou"),
        ("eastmere", "saint-amand"),
        ("northbridge", "luzhou"),
        ("northbridge", "saint-amand"),
    ]
    assert all(p.key == key for key, p in archive.partnerships.items())
    assert {c: [p.partner.id for p in ps] for c, ps in archive.by_council.items()} == {
        "eastmere": ["luzhou", "saint-amand"],
        "northbridge": ["luzhou", "saint-amand"],
    }
    assert {p: [x.council.id for x in xs] for p, xs in archive.by_partner.items()} == {
        "luzhou": ["eastmere", "northbridge"],
        "saint-amand": ["eastmere", "northbridge"],
    }


def test_who_has_no_partnership_is_listed_with_none():
    bare = archive_of()
    assert bare.by_council == {"eastmere": (), "northbridge": ()}
    assert bare.by_newspaper == {"northbridge-echo": ()}
    assert (bare.by_state, bare.by_year, bare.partnerships, bare.newest_review) == ({}, {}, {}, None)


def test_a_newspapers_articles_are_newest_first(archive):
    assert ids(archive.by_newspaper["northbridge-echo"]) == ids(archive.articles)


def test_years_go_backwards_and_undated_articles_come_last(archive):
    assert {year: ids(articles) for year, articles in archive.by_year.items()} == {
        "2020": ["ta-0003"],
        "2019": ["ta-0004", "ta-0001"],
        "undated": ["ta-0005", "ta-0002"],
    }
    assert list(archive.by_year) == ["2020", "2019", "undated"]


def test_states_are_in_the_vocabularys_order_and_disputed_last(archive):
    assert [(s, len(ps)) for s, ps in archive.by_state.items()] == [("active", 1), ("ended", 2), ("disputed", 1)]


def test_the_archives_clock_is_its_newest_review():
    reviews = [{"by": "A keeper", "on": day} for day in ("2026-01-05", "2026-02-01", "2025-12-31")]
    assert (
        archive_of(*(told(n, "2020", "ended", reviewed=r) for n, r in enumerate(reviews, 1))).newest_review
        == "2026-02-01"
    )


def test_a_source_is_found_where_it_is_at_hand(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(SOURCE, encoding="utf-8")
    other = article_yaml(id="ta-0002", source=LEFT_OUT, url=LEFT_OUT)
    loaded, _ = load_content(write_content(tmp_path, {"articles/ta-0002.yml": other}), tmp_path / "sources")
    archive, problems = assemble(loaded, TODAY)
    assert [p.code.name for p in problems] == ["NOT_VERIFIED", "NOT_VERIFIED"]  # not recorded; and no source to check
    assert archive.source_of(archive.by_id["ta-0001"]).sha256 == source().sha256
    assert archive.source_of(archive.by_id["ta-0002"]) is None


# People


def saying(number, *names, published="2020", **changes):
    statements = [
        {"name": n, "stance": "neutral", "gist": "x", "evidence": [{"p": 1, "quote": "x"}], **changes} for n in names
    ]
    return told(number, published, "active", statements=statements)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Ada Pike", "ada-pike"),
        ("ADA  PIKE", "ada-pike"),
        ("Cllr Ada Pike", "ada-pike"),
        ("Cllr. Dr Ada Pike", "ada-pike"),
        ("Sir Ada Pike", "ada-pike"),
        ("Séan O’Brien-Łęk", "sean-obrien-lek"),
        ("Se\u0301an O'Brien-Łęk", "sean-obrien-lek"),
        ("王 小明", "wang-xiao-ming"),
        ("Олена Коваль", "olena-koval"),
        ("محمد علي", "mhmd-ly"),
        ("Aisha bint Yusuf al-Rashid", "aisha-bint-yusuf-al-rashid"),
        ("X " + "y" * 200, "x-" + "y" * 78),
        ("A" * 79 + " B", "a" * 79),
    ],
)
def test_a_person_named_in_full_has_an_address(name, address):
    assert person_id(name) == address


@pytest.mark.parametrize(
    "name",
    [
        "Pike",
        "Cllr Pike",
        "Coun. Pike",
        "Councillor Pike",
        "Mr Pike",
        "Dr",
        "Prof Dr Pike",
        "not-stated",
        "王",
        "😀",
        "—",
        "",
    ],
)
def test_a_surname_alone_identifies_nobody(name):
    assert person_id(name) is None


@given(st.text(max_size=100))
@settings(deadline=None)
def test_a_persons_address_is_always_one(name):
    address = person_id(name)
    assert address is None or (
        len(address) <= 80 and address.isascii() and address == address.lower() and address.strip("-") == address
    )


def test_the_same_name_in_two_articles_is_one_person():
    people = archive_of(saying(2, "Ada Pike", "Bo Stone"), saying(1, "Pike", "Ada Pike", published="2021")).people
    assert list(people) == ["ada-pike", "bo-stone"]
    assert [(m.article.id, m.number) for m in people["ada-pike"].mentions] == [("ta-0002", 1), ("ta-0001", 2)]


def test_a_person_is_named_as_the_oldest_article_names_them():
    articles = [saying(1, "ADA PIKE", published="2021"), saying(2, "Ada Pike", published="2020")]
    assert archive_of(*articles).people["ada-pike"].name == "Ada Pike"
    assert archive_of(*articles[::-1]).people["ada-pike"].name == "Ada Pike"


@pytest.mark.parametrize("speaker", ["organisation", "group"])
def test_who_is_no_person_has_no_page(speaker):
    assert archive_of(saying(1, "Friends of Luzhou", speaker=speaker)).people == {}


# Between records


def told_of(folder, files):
    content = folder / "content"
    return [
        (p.path.removeprefix(f"{content}/"), p.line, p.code.name, p.message, p.help) for p in problems_of(folder, files)
    ]


def test_the_archive_of_these_tests_has_no_problem(tmp_path):
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "kind", "name", "help_"),
    [
        ({"newspaper": "northbridge-eco"}, "newspaper", "northbridge-eco", "did you mean `northbridge-echo`? Else add"),
        ({"newspaper": "the-sun-dial"}, "newspaper", "the-sun-dial", "add"),
        ({"reports": [report(council="northbrige")]}, "council", "northbrige", "did you mean `northbridge`? Else add"),
        ({"reports": [report(partner="luzou")]}, "partner", "luzou", "did you mean `luzhou`? Else add"),
        ({"events": [event("2020", council="estmere")]}, "council", "estmere", "did you mean `eastmere`? Else add"),
        (
            {"events": [event("2020", partner="st-amand")]},
            "partner",
            "st-amand",
            "did you mean `saint-amand`? Else add",
        ),
    ],
)
def test_a_reference_to_nothing_is_answered_with_what_was_meant(tmp_path, changes, kind, name, help_):
    text = article_yaml(**changes)
    [problem] = told_of(tmp_path, {"articles/ta-0001.yml": text})
    line = next(n for n, line in enumerate(text.split("\n"), 1) if line.endswith(f"{kind}: {name}"))
    assert problem == (
        "articles/ta-0001.yml",
        line,
        "UNKNOWN_REFERENCE",
        f"there is no {kind} `{name}`",
        f"{help_} content/{kind}s/{name}.yml",
    )


def test_a_reference_to_a_record_with_problems_of_its_own_is_no_second_problem(tmp_path):
    problems = told_of(tmp_path, {"councils/northbridge.yml": "name: [a", "newspapers/northbridge-echo.yml": ""})
    assert [(path, code) for path, _, code, *_ in problems] == [
        ("councils/northbridge.yml", "SYNTAX"),
        ("newspapers/northbridge-echo.yml", "EMPTY"),
    ]


def test_a_successor_is_a_council_of_the_archive(tmp_path):
    files = {"councils/eastmere.yml": council_yaml(name="Eastmere Council", successor="northbridge")}
    assert told_of(tmp_path / "right", files) == []
    files = {"councils/eastmere.yml": council_yaml(name="Eastmere Council", successor="nortbridge")}
    [problem] = told_of(tmp_path / "wrong", files)
    assert problem[:3] == ("councils/eastmere.yml", 5, "UNKNOWN_REFERENCE")


def test_a_partnership_is_reported_once_an_article(tmp_path):
    text = article_yaml(reports=[report(), report(partner="saint-amand"), report()])
    [problem] = told_of(tmp_path, {"articles/ta-0001.yml": text})
    assert problem[2] == "REPEATED_REPORT"
    assert "northbridge × luzhou" in problem[3]
    assert problem[1] == text.count("\n", 0, text.rindex("- council: northbridge")) + 1


def test_an_address_is_recorded_once(tmp_path):
    [problem] = told_of(tmp_path, {"articles/ta-0002.yml": article_yaml(id="ta-0002")})
    assert problem[:3] == ("articles/ta-0002.yml", 5, "COLLISION")
    assert "ta-0001.yml" in problem[3]


def test_articles_without_an_address_are_not_the_same(tmp_path):
    others = {f"articles/ta-000{n}.yml": article_yaml(id=f"ta-000{n}", url=LEFT_OUT) for n in (2, 3)}
    assert told_of(tmp_path, others) == []


def test_a_record_with_a_fault_does_not_hide_the_problems_of_others(tmp_path):
    files = {
        "articles/ta-0001.yml": article_yaml(published="03/04/2011", events=[event("soon", **BOTH)]),
        "articles/ta-0002.yml": article_yaml(id="ta-0002", url=LEFT_OUT, newspaper="northbridge-eco"),
    }
    assert [(path, code) for path, _, code, *_ in told_of(tmp_path, files)] == [
        ("articles/ta-0001.yml", "DATE"),
        ("articles/ta-0001.yml", "DATE"),
        ("articles/ta-0002.yml", "UNKNOWN_REFERENCE"),
    ]


def test_a_partnership_of_unknown_parties_is_left_out_of_the_archive():
    assert archive_of(told(1, "2020", "ended", council="nowhere")).partnerships == {}


# Evidence, with and without the source


def found_problems(folder, text, *, with_source, note=None):
    """Give the problems of one article, without its source or with it, after this was verified of it."""
    verified_json = (
        None if note is None else f'{{"ta-0001": {{"source": "{note.source}", "evidence": "{note.evidence}"}}}}'
    )
    content = write_content(folder, {"articles/ta-0001.yml": text, "verified.json": verified_json})
    (folder / "sources").mkdir()
    if with_source:
        (folder / "sources" / "a.txt").write_text(SOURCE, encoding="utf-8")
    loaded, problems = load_content(content, folder / "sources")
    return problems + assemble(loaded, TODAY)[1]


def evidence_problems(folder, text, **how):
    return [p.code.name for p in found_problems(folder, text, **how)]


WRONG = article_yaml(statements=[{**ARTICLE["statements"][0], "evidence": [{"p": 3, "quote": "We decided"}]}])


def test_with_its_source_evidence_is_checked_to_the_letter(tmp_path):
    note = verified(article())
    assert evidence_problems(tmp_path / "right", article_yaml(), with_source=True, note=note) == []
    assert evidence_problems(tmp_path / "wrong", WRONG, with_source=True) == ["QUOTE_NOT_FOUND"]
    assert evidence_problems(tmp_path / "changed", WRONG, with_source=True, note=note) == ["QUOTE_NOT_FOUND"]


def test_what_was_checked_against_its_source_and_is_not_recorded_is_a_warning(tmp_path):
    stale = verified(article(statements=[]))
    assert evidence_problems(tmp_path / "missing", article_yaml(), with_source=True) == ["NOT_VERIFIED"]
    assert evidence_problems(tmp_path / "stale", article_yaml(), with_source=True, note=stale) == ["NOT_VERIFIED"]
    nothing = article_yaml(reports=[], statements=[])
    assert evidence_problems(tmp_path / "none", nothing, with_source=True) == []


def test_without_its_source_evidence_is_as_it_was_verified(tmp_path):
    note = verified(article())
    assert evidence_problems(tmp_path / "right", article_yaml(), with_source=False, note=note) == []
    assert evidence_problems(tmp_path / "wrong", WRONG, with_source=False, note=note) == ["EVIDENCE_CHANGED"]
    assert evidence_problems(tmp_path / "never", article_yaml(), with_source=False) == ["NOT_VERIFIED"]


def test_words_that_were_checked_and_not_recorded_say_how_to_record_them(tmp_path):
    [problem] = found_problems(tmp_path, article_yaml(), with_source=True)
    assert "not yet recorded" in problem.message
    assert "python3 tasks.py verify" in problem.help
    assert problem.line == article_yaml().split("\n").index("source:") + 2


SLIP = {"sha256": source().sha256[:-1] + ("0" if source().sha256[-1] != "0" else "1"), "paragraphs": 5}
"""The article's source, its hash with one wrong digit."""


def test_a_text_that_no_record_names_is_named_where_a_source_is_not_found(tmp_path):
    text = article_yaml(source=SLIP)
    hint = f"; a.txt, which no record names, is {source().sha256}"
    [never] = found_problems(tmp_path / "never", text, with_source=True)
    assert (never.code.name, never.help.endswith(hint)) == ("NOT_VERIFIED", True)
    [changed] = found_problems(tmp_path / "changed", text, with_source=True, note=verified(article()))
    assert (changed.code.name, changed.help.endswith(hint)) == ("EVIDENCE_CHANGED", True)
    [without] = found_problems(tmp_path / "without", text, with_source=False)
    assert "no record names" not in without.help


def test_a_text_that_another_record_names_is_no_hint(tmp_path):
    other = article_yaml(id="ta-0002", url=LEFT_OUT, source=SLIP)
    content = write_content(tmp_path, {"articles/ta-0002.yml": other})
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(SOURCE, encoding="utf-8")
    loaded, _ = load_content(content, tmp_path / "sources")
    problems = assemble(loaded, TODAY)[1]
    assert [p.code.name for p in problems] == ["NOT_VERIFIED", "NOT_VERIFIED"]
    assert [p.help for p in problems if "no record names" in p.help] == []


def test_the_problems_of_the_archive_are_told_at_their_lines():
    content = content_of([told(1, "2020", "ended", newspaper="no-such-paper")])
    [problem] = [p for p in assemble(content, TODAY)[1] if p.code.name == "UNKNOWN_REFERENCE"]
    entry = content.articles["ta-0001"]
    assert (problem.path, entry.text.split("\n")[problem.line - 1]) == (entry.path, "newspaper: no-such-paper")


def test_a_fold_of_nothing_is_not_asked_for_but_harmless():
    assert fold([]).tellings == ()
