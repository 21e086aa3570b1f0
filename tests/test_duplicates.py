"""Two records of one thing, and references to what was meant."""

import time
from dataclasses import replace

import pytest
from builders import (
    LEFT_OUT,
    TODAY,
    article,
    article_yaml,
    content_of,
    council,
    council_yaml,
    newspaper,
    partner,
    problems_of,
    report,
    source,
    told,
)

from twinning.assembly import assemble
from twinning.crosschecks import duplicates, names, references
from twinning.diagnostics import Code, Severity

HARBOUR = (
    "The harbour board met on the pier to hear from the fishermen whose nets were cut last winter. "
    "Nobody had written down which boats were out that night, and the lamp at the point was dark. "
    "A surveyor measured the rope and found it older than anybody had sworn to in the spring. "
    "The board will pay half of what was lost and ask the insurers for the rest by midsummer. "
    "Two members abstained because their brothers keep boats in the inner basin."
)
ORCHARD = (
    "Apple growers in the valley have asked for a new road across the ridge before the harvest. "
    "The old one floods each October, and lorries turn round at the mill with their loads. "
    "A petition of nine hundred names lay on the table while the clerk read the estimate aloud. "
    "The committee was told that the bridge would need piles driven to twice the usual depth."
)


def words_of(number, summary, **changes):
    unlike = {"id": f"ta-{number:04}", "url": LEFT_OUT, "headline": f"Headline {number}", "outline": [], "reports": []}
    return article(**unlike | {"summary": summary, "events": [], "statements": []} | changes)


def found(*articles, sources=()):
    content = replace(content_of(articles), sources={text.sha256: text for text in sources})
    return [(e.record.id, f.code.name, f.where) for e, f in duplicates.faults(content)]


# Articles


def test_two_records_of_one_source_text_are_a_duplicate_that_names_the_other(tmp_path):
    shared = {"sha256": "a" * 64, "paragraphs": 5}
    files = {f"articles/ta-000{n}.yml": article_yaml(id=f"ta-000{n}", url=LEFT_OUT, source=shared) for n in (2, 3)}
    [problem] = problems_of(tmp_path, files)
    assert (problem.code, problem.severity) == (Code.DUPLICATE, Severity.ERROR)
    assert problem.path.endswith("ta-0003.yml")
    assert "ta-0002.yml was made from the same source text" in problem.message
    line = files["articles/ta-0003.yml"].split("\n")[problem.line - 1]
    assert line == f"  sha256: {'a' * 64}"


@pytest.mark.parametrize(
    "url",
    ["http://echo.example/1", "https://www.echo.example/1/", "https://echo.example/1#top", "https://Echo.Example/1",
     "https://echo.example:443/1", "https://echo.example/1?utm_source=x&utm_medium=y", "https://echo.example/1?fbclid=z"],
)  # fmt: skip
def test_one_address_may_be_written_in_several_ways(url):
    one, other = words_of(1, "One.", url="https://echo.example/1"), words_of(2, "Two.", url=url)
    [(_, fault)] = duplicates.faults(content_of([one, other]))
    assert (fault.code, fault.where) == (Code.COLLISION, ("url",))
    assert fault.message.endswith("at this address, written https://echo.example/1")
    assert found(one, words_of(2, "Two.", url="https://echo.example/2")) == []
    assert found(one, words_of(2, "Two.", url="https://echo.example/1?page=2")) == []


def test_the_same_headline_in_the_same_newspaper_on_the_same_day_is_a_warning():
    one, other = words_of(1, "One."), words_of(2, "Two.", headline="HEADLINE 1")
    assert found(one, other) == [("ta-0002", "ALIKE", ("headline",))]
    assert Code.ALIKE.severity is Severity.WARNING


@pytest.mark.parametrize(
    "changes", [{"headline": "Another"}, {"published": "2021-03-05"}, {"published": "not-stated"}, {"newspaper": "sun"}]
)
def test_another_headline_newspaper_or_day_is_another_article(changes):
    one = words_of(
        1, "One.", published=changes.get("published", "2021-03-04") if "not" in str(changes) else "2021-03-04"
    )
    assert found(one, words_of(2, "Two.", **{"headline": "Headline 1"} | changes)) == []


def test_a_record_copied_with_changes_is_nearly_the_same_text():
    edited = HARBOUR.replace("half", "a third").replace("midsummer", "autumn").replace("Two members", "Three men")
    assert found(words_of(1, HARBOUR), words_of(2, edited)) == [("ta-0002", "ALIKE", ("summary",))]
    points = [{"p": n, "text": text} for n, text in enumerate(edited.split(". "), 1)]
    assert found(words_of(1, HARBOUR), words_of(2, "In short.", outline=points)) == [("ta-0002", "ALIKE", ("summary",))]


def test_a_part_of_a_longer_text_is_nearly_the_same_text():
    assert found(words_of(1, f"{HARBOUR} {ORCHARD}"), words_of(2, HARBOUR)) == [("ta-0002", "ALIKE", ("summary",))]


def test_texts_that_share_a_sentence_or_two_are_different():
    assert found(words_of(1, HARBOUR), words_of(2, ORCHARD)) == []
    shared = ". ".join(HARBOUR.split(". ")[:2])
    assert found(words_of(1, HARBOUR), words_of(2, f"{shared}. {ORCHARD}")) == []


def test_short_texts_are_not_compared():
    assert found(words_of(1, "The headline. The byline."), words_of(2, "The headline. The byline.")) == []


def test_newspapers_texts_at_hand_are_compared_whatever_our_own_words_are():
    one, other = source(f"{HARBOUR}\n{ORCHARD}\n"), source(f"Late news\n{HARBOUR.replace('pier', 'quay')}\n")
    records = [
        words_of(n, summary, source={"sha256": text.sha256, "paragraphs": 2})
        for n, summary, text in ((1, "One.", one), (2, "Two.", other))
    ]
    assert found(*records, sources=[one, other]) == [("ta-0002", "ALIKE", ("source",))]
    assert found(*records) == []


def test_two_newspapers_may_print_one_report_where_a_note_says_so():
    note = {"kind": "duplicate", "text": "The same agency report as in the Echo."}
    assert found(words_of(1, HARBOUR), words_of(2, HARBOUR, notes=[note])) == []
    assert found(words_of(1, HARBOUR, notes=[note]), words_of(2, HARBOUR)) == []
    assert len(found(words_of(1, HARBOUR), words_of(2, HARBOUR, notes=[note | {"p": 1}]))) == 1


def test_a_pair_is_told_once_by_its_surest_sign():
    same = {"url": "https://echo.example/1", "headline": "One", "source": {"sha256": "a" * 64, "paragraphs": 5}}
    assert found(words_of(1, HARBOUR, **same), words_of(2, HARBOUR, **same)) == [("ta-0002", "COLLISION", ("url",))]
    same["url"] = LEFT_OUT
    assert found(words_of(1, HARBOUR, **same), words_of(2, HARBOUR, **same)) == [
        ("ta-0002", "DUPLICATE", ("source", "sha256"))
    ]


def test_what_replaces_a_withdrawn_article_is_no_duplicate():
    gone = {"rights": "withdrawn", "withdrawn": {"on": "2026-01-01", "reason": "A court asked."}}
    shared = {"source": {"sha256": "a" * 64, "paragraphs": 5}}
    assert found(words_of(1, HARBOUR, **gone | shared), words_of(2, HARBOUR, **shared)) == []


def test_stock_phrases_of_many_records_take_no_time_and_are_nobodys_mark():
    many = [words_of(n, HARBOUR, headline=f"Number {n}") for n in range(1, 200)]
    began = time.process_time()
    assert found(*many) == []
    assert time.process_time() - began < 2


# Names and codes


def named(**kinds):
    made = {
        kind: {id_: make(id=id_, **fields) for id_, fields in records.items()}
        for (kind, records), make in ((pair, MAKE[pair[0]]) for pair in kinds.items())
    }
    return [(e.record.id, f.code.name, f.where) for e, f in names.faults(content_of([], **made))]


MAKE = {"councils": council, "partners": partner, "newspapers": newspaper}
A, B = {"name": "A"}, {"name": "B"}


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("councils", {"gss": "E08000036"}),
        ("councils", {"wikidata": "Q1"}),
        ("councils", {"iso": "GB-WKF"}),
        ("partners", {"wikidata": "Q1"}),
        ("partners", {"geonames": 7}),
        ("partners", {"iso": "CN-JS"}),
        ("newspapers", {"issn": "0028-0836"}),
    ],
)
def test_an_official_code_belongs_to_one_record(kind, code):
    assert named(**{kind: {"a": A | code, "b": B | code}}) == [("b", "DUPLICATE", (next(iter(code)),))]
    assert named(**{kind: {"a": A | code, "b": B}}) == []


def test_a_council_and_the_one_that_follows_it_may_share_name_and_iso_code():
    shared = {"name": "Dorset Council", "iso": "GB-DOR"}
    assert named(councils={"a": shared | {"successor": "b"}, "b": shared}) == []
    lives = {"a": shared | {"abolished": "2019-04-01"}, "b": shared | {"established": "2019-04-01"}}
    assert named(councils=lives) == []
    assert [code for _, code, _ in named(councils={"a": shared, "b": shared})] == ["DUPLICATE", "ALIKE"]


@pytest.mark.parametrize("other", [{"name": "Luzhou"}, {"name": "LUZHOU"}, {"name": "B", "aliases": ["X", "Luzhou"]}])
def test_a_name_that_another_has_too_is_a_warning(other):
    where = ("aliases", 1) if "aliases" in other else ("name",)
    assert named(partners={"a": {"name": "Luzhou"}, "b": other}) == [("b", "ALIKE", where)]
    if "aliases" in other:
        assert named(partners={"a": other, "b": {"name": "Luzhou"}}) == [("a", "ALIKE", where)]


@pytest.mark.parametrize("apart", [{"country": "FR"}, {"level": "province"}, {"within": "Hubei"}])
def test_partners_of_one_name_are_told_apart(apart):
    first = {"name": "Luzhou", "within": "Sichuan"}
    assert named(partners={"a": first, "b": first | apart}) == []


def test_newspapers_of_one_name_are_told_apart_by_their_place():
    assert named(newspapers={"a": {"name": "Gazette", "place": "Ely"}, "b": {"name": "Gazette", "place": "Rye"}}) == []
    assert len(named(newspapers={"a": {"name": "Gazette", "place": "Ely"}, "b": {"name": "Gazette"}})) == 1


def test_two_councils_may_both_be_called_county_hall():
    assert named(councils={"a": A | {"aliases": ["County Hall"]}, "b": B | {"aliases": ["County Hall"]}}) == []


def test_an_official_name_that_is_the_name_is_said_once():
    assert named(councils={"a": A | {"official_name": "A", "aliases": ["A"]}}) == []


# References


def referring(**changes):
    councils = {"northbridge": council(id="northbridge", name="Northbridge Council", aliases=["Town Hall"])}
    others = {"partners": {"luzhou": partner(id="luzhou", aliases=["Lu Chow"])}, "councils": councils}
    content = content_of([article(events=[], **changes)], **others)
    return [(f.message, f.help) for _, f in references.faults(content)]


def test_a_name_of_another_kind_is_told_as_what_it_is():
    [(message, help_)] = referring(reports=[report(council="luzhou", partner="luzhou")])
    assert message == "there is no council `luzhou`"
    assert help_ == "`luzhou` is a partner; name the council here, or add content/councils/luzhou.yml"


@pytest.mark.parametrize(("written", "meant"), [("lu-chow", "luzhou"), ("luzou", "luzhou"), ("luzhou-city", "luzhou")])
def test_a_reference_may_be_meant_by_an_alias_or_a_slip(written, meant):
    [(_, help_)] = referring(reports=[report(partner=written)])
    assert help_ == f"did you mean `{meant}`? Else add content/partners/{written}.yml"


def test_a_council_may_be_meant_by_its_name():
    for written in ("town-hall", "northbridge-council"):
        [(_, help_)] = referring(reports=[report(council=written)])
        assert help_.startswith("did you mean `northbridge`?")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Northbridge", "northbridge"), ("North Bridge", "north-bridge"), ("NORTHBRIDGE.", "northbridge")],
)
def test_a_name_written_with_capitals_or_spaces_is_answered_with_the_id(tmp_path, written, meant):
    text = article_yaml(reports=[report(council=written)])
    [problem] = problems_of(tmp_path, {"articles/ta-0001.yml": text})
    assert problem.code is Code.BAD_VALUE
    assert problem.help.startswith(f"did you mean `{meant}`? ")


def test_thousands_of_references_to_nothing_take_no_hostile_time():
    partners = {f"place-{n}": partner(id=f"place-{n}", name=f"Place {n}") for n in range(700)}
    articles = [told(n, "2020", "active", partner=f"plaice-{n}") for n in range(1, 300)]
    content = content_of(articles, partners=partners)
    began = time.process_time()
    assert len(list(references.faults(content))) == 299
    assert time.process_time() - began < 2


def test_every_fault_between_records_has_a_remedy(tmp_path):
    files = {
        "articles/ta-0002.yml": article_yaml(
            id="ta-0002", newspaper="nowhere", reviewed={"by": "A", "on": "2060-01-01"}
        ),
        "councils/eastmere.yml": council_yaml(established="1990", abolished="1980", successor="eastmere"),
    }
    content = problems_of(tmp_path, files)
    assert {p.code.name for p in content} == {"COLLISION", "UNKNOWN_REFERENCE", "DATE", "CONTRADICTION", "ALIKE"}
    assert all(problem.help for problem in content)


def test_the_articles_of_these_tests_are_not_the_same():
    problems = assemble(content_of([told(1, "2020", "active"), told(2, "2021", "active")]), TODAY)[1]
    assert {problem.code for problem in problems} == {Code.NOT_VERIFIED}
