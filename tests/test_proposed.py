"""What is proposed and not yet checked: the record says so beside each value, and says it of no other."""

from builders import LEFT_OUT, article_yaml, council_yaml, problems_of, report

from twinning.diagnostics import Code
from twinning.evidence import Quotation, proposals, quotations
from twinning.loading import load_text
from twinning.records import Article, Council

BY = {"by": "machine", "confidence": 0.62}


def proposed(*names, **more):
    return [{"of": name, **BY, **more} for name in names]


def codes(tmp_path, **changes):
    return [(p.code, p.line) for p in problems_of(tmp_path, {"articles/ta-0001.yml": article_yaml(**changes)})]


def test_a_record_carries_what_is_proposed_beside_each_value():
    text = article_yaml(proposed=proposed("headline"), reports=[report(proposed=proposed("outcome", "type"))])
    record, problems = load_text("x.yml", text, Article)
    assert problems == []
    assert [(where, p.of, p.confidence) for where, p in proposals(record)] == [
        (("proposed", 0), "headline", 0.62),
        (("reports", 0, "proposed", 0), "outcome", 0.62),
        (("reports", 0, "proposed", 1), "type", 0.62),
    ]


def test_a_proposal_is_of_a_value_that_stands_beside_it(tmp_path):
    found = codes(tmp_path, proposed=proposed("headline", "section"), url=LEFT_OUT)
    assert [code for code, _ in found] == [Code.PROPOSED]


def test_a_proposal_of_a_report_names_one_of_its_fields(tmp_path):
    reports = [report(grounds=[], proposed=proposed("grounds", "outcome", "outcom"))]
    assert [code for code, _ in codes(tmp_path, reports=reports)] == [Code.PROPOSED, Code.PROPOSED]


def test_nobody_proposes_a_review_or_the_evidence_itself(tmp_path):
    assert [code for code, _ in codes(tmp_path, proposed=proposed("reviewed", "source"))] == [Code.PROPOSED] * 2


def test_how_sure_a_proposal_is_lies_between_nothing_and_all(tmp_path):
    wrong = [{"of": "headline", "by": "machine", "confidence": 1.5}]
    assert [code for code, _ in codes(tmp_path, proposed=wrong)] == [Code.BAD_VALUE]


def test_a_proposal_says_by_whom(tmp_path):
    assert [code for code, _ in codes(tmp_path, proposed=[{"of": "headline", "confidence": 1}])] == [Code.MISSING_FIELD]
    other = [{"of": "headline", "by": "somebody", "confidence": 1}]
    assert [code for code, _ in codes(tmp_path / "other", proposed=other)] == [Code.UNKNOWN_TERM]


def test_the_words_of_a_proposal_are_quotations_like_all_others(tmp_path):
    evidence = [{"p": 2, "quote": "on Tuesday"}, {"p": 4}]
    record, _ = load_text("x.yml", article_yaml(proposed=proposed("published", evidence=evidence)), Article)
    assert Quotation(2, "on Tuesday", ("proposed", 0, "evidence", 0, "quote")) in quotations(record)
    assert not any(q.quote is None for q in quotations(record))


def test_a_proposal_shows_a_paragraph_that_there_is(tmp_path):
    found = codes(tmp_path, proposed=proposed("published", evidence=[{"p": 6}]))
    assert [code for code, _ in found] == [Code.PARAGRAPH]


def test_places_and_newspapers_are_proposed_too():
    record, problems = load_text("x.yml", council_yaml(proposed=proposed("type")), Council)
    assert problems == []
    assert record.proposed[0].of == "type"
    assert [p.code for p in load_text("x.yml", council_yaml(proposed=proposed("gss")), Council)[1]] == [Code.PROPOSED]


def test_a_reviewed_article_names_places_that_were_checked(tmp_path):
    files = {"councils/northbridge.yml": council_yaml(proposed=proposed("type"))}
    found = problems_of(tmp_path, files)
    assert [(p.code, p.path.rpartition("/")[2]) for p in found] == [(Code.UNCHECKED, "ta-0001.yml")]
    assert "councils/northbridge.yml" in found[0].help


def test_an_article_that_is_proposed_may_name_places_that_are(tmp_path):
    files = {
        "councils/northbridge.yml": council_yaml(proposed=proposed("type")),
        "articles/ta-0001.yml": article_yaml(reviewed=LEFT_OUT),
    }
    assert problems_of(tmp_path, files) == []


def test_the_same_story_is_another_article_of_the_archive(tmp_path):
    second = article_yaml(id="ta-0002", url=LEFT_OUT)
    first = article_yaml(same_story=["ta-0002", "ta-0003", "ta-0001"])
    found = problems_of(tmp_path, {"articles/ta-0001.yml": first, "articles/ta-0002.yml": second})
    assert [p.code for p in found if p.path.endswith("ta-0001.yml")] == [Code.UNKNOWN_REFERENCE, Code.BAD_VALUE]


def test_who_says_that_two_tell_the_same_story_is_not_asked_whether_they_are_alike(tmp_path):
    second = {"id": "ta-0002", "url": LEFT_OUT, "headline": "Northbridge drops Luzhou"}
    files = {"articles/ta-0002.yml": article_yaml(**second)}
    assert Code.ALIKE in {p.code for p in problems_of(tmp_path / "a", files)}
    files = {"articles/ta-0002.yml": article_yaml(**second, same_story=["ta-0001"])}
    assert Code.ALIKE not in {p.code for p in problems_of(tmp_path / "b", files)}


def test_a_reviewed_article_says_in_a_persons_words_what_people_want(tmp_path):
    said = {"name": "Ada Pike", "stance": "for-ending", "gist": "Wants it to end, as far as a machine reads it.",
            "evidence": [{"p": 3, "quote": "Northbridge Council"}]}  # fmt: skip
    assert [code for code, _ in codes(tmp_path, statements=[said])] == [Code.PROPOSED]
    assert codes(tmp_path / "draft", statements=[said], reviewed=LEFT_OUT) == []
    assert codes(tmp_path / "own", statements=[said | {"gist": "Ada Pike wants it to end."}]) == []


def test_a_reviewed_article_names_its_newspaper(tmp_path):
    paper = {"newspapers/not-named.yml": 'name: "Newspaper not named"\n'}
    for reviewed, expected in (({"by": "Ada Pike", "on": "2026-01-05"}, [Code.PROPOSED]), (LEFT_OUT, [])):
        record = article_yaml(newspaper="not-named", reviewed=reviewed)
        found = problems_of(tmp_path / str(len(expected)), {"articles/ta-0001.yml": record, **paper})
        assert [p.code for p in found] == expected
