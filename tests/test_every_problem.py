"""Every problem is told in one run, at its place, and none that only follows from another."""

from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from builders import (
    LEFT_OUT,
    SOURCE,
    TODAY,
    article_yaml,
    council_yaml,
    partner_yaml,
    problems_of,
    report,
    write_content,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from twinning.evidence import verified
from twinning.gate import check
from twinning.loading import load_text, shape, tree
from twinning.records import Article, Disputed
from twinning.vocabulary import Rights


class Slip(NamedTuple):
    """A slip of the keyboard in the good record: what is typed for what, the problem, and the text at its place."""

    old: str
    new: str
    code: str
    at: str


RECORD = article_yaml()
SLIPS = {
    "an unknown licence": Slip("rights: in-copyright", "rights: publc", "UNKNOWN_TERM", "publc"),
    "a date of two readings": Slip("published: '2021-03-04'", "published: 03/04/2011", "DATE", "03/04/2011"),
    "no summary": Slip("summary: Northbridge Council has voted to end its twinning with Luzhou.\n", "",
                       "MISSING_FIELD", "id: ta-0001"),
    "a misspelt headline": Slip("headline: N", "headlin: N", "UNKNOWN_FIELD", "headlin: N"),
    "an address of another kind": Slip("url: https:", "url: gopher:", "BAD_VALUE", "gopher:"),
    "an unknown newspaper": Slip("newspaper: northbridge-echo", "newspaper: northbridge-ecko", "UNKNOWN_REFERENCE",
                                 "northbridge-ecko"),
    "an unknown type": Slip("type: twinning", "type: twining", "UNKNOWN_TERM", "twining"),
    "a beginning that is none": Slip("since: '1986'", "since: 1986-13", "DATE", "1986-13"),
    "one ground, not a list": Slip("qualifier: voted", "qualifier: voted\n  grounds: cost", "WRONG_TYPE", "cost"),
    "an unknown council of a report": Slip("council: northbridge\n  partner", "council: southbridge\n  partner",
                                           "UNKNOWN_REFERENCE", "southbridge"),
    "a partner with capitals": Slip("partner: luzhou", "partner: Luzhou", "BAD_VALUE", "Luzhou\n"),
    "a quotation of fourteen words": Slip("quote: voted to end the twinning",
                                          "quote: voted to end the twinning voted to end the twinning and then again x",
                                          "QUOTE_TOO_LONG", "voted to end the twinning v"),
    "a paragraph that is not there": Slip("p: 2\n    quote: link", "p: 7\n    quote: link", "PARAGRAPH", "7\n"),
    "no name of a speaker": Slip("name: Ada Pike", "name:", "EMPTY_VALUE", "\n"),
    "an unknown stance": Slip("stance: for-ending", "stance: against", "UNKNOWN_TERM", "against"),
    "a statement without evidence": Slip("  evidence:\n  - p: 3\n    quote: We voted\n", "", "NO_EVIDENCE", "name:"),
    "an event in no month": Slip("date: 2021-05", "date: May 2021", "DATE", "May 2021"),
    "a field that an event has not": Slip("what: A letter", "colour: red\n  what: A letter", "UNKNOWN_FIELD",
                                          "colour: red"),
    "an outline out of order": Slip("p: 4\n  text", "p: 2\n  text", "OUTLINE", "2\n  text"),
    "a note of an unknown kind": Slip("kind: context", "kind: contxt", "UNKNOWN_TERM", "contxt"),
    "a link that would run": Slip("Other towns are not named.", "Look [here](javascript:x).", "UNSAFE_ADDRESS",
                                  "Look"),
    "a review in no month": Slip("'2026-01-05'", "'2026-13-05'", "DATE", "'2026-13-05'"),
}  # fmt: skip
"""Slips in one record, none of which touches a line of another."""


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """A content folder without a problem, of which tests write the one article anew."""
    folder = write_content(tmp_path_factory.mktemp("every"))
    record = load_text("x.yml", RECORD, Article)[0]
    (folder / "verified.json").write_bytes(msgspec.json.encode({record.id: verified(record)}))
    return folder


def told(content, text):
    """Give the problems of the archive of one article, in which quotations may have changed since they were checked."""
    (content / "articles" / "ta-0001.yml").write_text(text, "utf-8")
    found = check(content, None, TODAY).problems
    return [p for p in found if p.code.name not in {"EVIDENCE_CHANGED", "NOT_VERIFIED"}]


def slipped(names):
    text = RECORD
    for name in names:
        slip = SLIPS[name]
        assert text.count(slip.old) == 1, name
        text = text.replace(slip.old, slip.new)
    return text


def seen(problems, text):
    """Give what was told: the code, and what stands at its place."""
    lines = text.split("\n")
    return [(p.code.name, "\n".join(lines[p.line - 1 :])[p.column - 1 :]) for p in problems]


def assert_told(names, content):
    """Assert that exactly these slips are told, each once, in the order of their places."""
    text = slipped(names)
    problems = told(content, text)
    found = seen(problems, text)
    assert sorted(code for code, _ in found) == sorted(SLIPS[name].code for name in names), problems
    for slip in map(SLIPS.get, names):
        assert any(code == slip.code and at.startswith(slip.at) for code, at in found), (slip, problems)
    assert [(p.line, p.column) for p in problems] == sorted((p.line, p.column) for p in problems)
    assert all(p.help for p in problems)


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_and_nothing_else(name, content):
    assert_told([name], content)


def test_all_slips_are_told_in_one_run(content):
    assert_told(list(SLIPS), content)


@given(st.lists(st.sampled_from(sorted(SLIPS)), unique=True))
@settings(max_examples=150, deadline=None)
def test_any_slips_together_are_told_in_one_run_and_nothing_else(content, names):
    assert_told(names, content)


# What follows from a slip is never told; what does not, is


def one_report(**changes):
    return article_yaml(reports=[report(**changes)])


TOGETHER = {
    "two slips of two kinds": (
        article_yaml(rights="publc", published="03/04/2011"),
        ["DATE 03/04/2011", "UNKNOWN_TERM publc"],
    ),
    "no headline, and no day of that month": (
        article_yaml(headline=LEFT_OUT, published="2011-02-30"),
        ["DATE '2011-02-30'", "MISSING_FIELD id:"],
    ),
    "a title of ours that is empty is no missing title": (
        article_yaml(headline="not-stated", supplied_title=" "),
        ["EMPTY_VALUE ' '"],
    ),
    "a headline of two kinds": (
        article_yaml(headline=["a"], supplied_title="A letter"),
        ["WRONG_TYPE - a"],
    ),
    "unknown rights and a licence": (
        article_yaml(rights="open", licence={"name": "OGL", "url": "no"}),
        ["BAD_VALUE 'no'", "UNKNOWN_TERM open"],
    ),
    "a licence that cannot be read is named": (
        article_yaml(rights="open-licence", licence="OGL"),
        ["WRONG_TYPE OGL"],
    ),
    "a misspelt licence is named": (
        article_yaml(rights="open-licence", license={"name": "OGL"}),
        ["UNKNOWN_FIELD license:"],
    ),
    "a withdrawal on no day is a withdrawal": (
        article_yaml(rights="in-copyright", withdrawn={"on": "soon", "reason": "It was asked for."}),
        ["BAD_VALUE soon", "INCOMPLETE in-copyright"],
    ),
    "a misspelt withdrawal": (
        article_yaml(rights="withdrawn", withdrawm={"on": "2026-01-01", "reason": "It was asked for."}),
        ["UNKNOWN_FIELD withdrawm:"],
    ),
    "an unknown outcome needs no proof": (one_report(outcome="endd", evidence=LEFT_OUT), ["UNKNOWN_TERM endd"]),
    "misspelt evidence is no missing evidence": (
        one_report(evidence=LEFT_OUT, evidnce=[{"p": 3, "quote": "voted"}]),
        ["UNKNOWN_FIELD evidnce:"],
    ),
    "evidence for an unknown fact may prove any": (
        one_report(evidence=[{"p": 3, "quote": "voted to end the twinning", "supports": ["outcom"]}]),
        ["UNKNOWN_TERM outcom"],
    ),
    "evidence without words proves what it names": (
        one_report(evidence=[{"p": 3, "quote": "", "supports": ["outcome"]}]),
        ["EMPTY_VALUE ''", "UNSUPPORTED - p: 3"],
    ),
    "evidence that is no group of fields": (one_report(evidence=["voted"]), ["WRONG_TYPE voted"]),
    "an unknown event is not unsupported": (
        one_report(event="endd", evidence=[{"p": 3, "quote": "voted to end the twinning"}]),
        ["UNKNOWN_TERM endd", "UNSUPPORTED - p: 3"],
    ),
    "a council that is its own partner, if only it could be read": (
        one_report(council="North Bridge", partner=""),
        ["BAD_VALUE North Bridge", "EMPTY_VALUE ''"],
    ),
    "two reports of partners that cannot be read": (
        article_yaml(reports=[report(partner="A B"), report(partner="C D")]),
        ["BAD_VALUE A B", "BAD_VALUE C D"],
    ),
    "two reports of one partner": (
        article_yaml(reports=[report(), report(grounds="cost")]),
        ["REPEATED_REPORT council: northbridge", "WRONG_TYPE cost"],
    ),
    "one report that is text among others": (
        article_yaml(reports=["ended", report(outcome="endd"), report(partner="nowhere", since="May")]),
        ["DATE May", "UNKNOWN_REFERENCE nowhere", "UNKNOWN_TERM endd", "WRONG_TYPE ended"],
    ),
    "a claim without words": (
        one_report(outcome={"disputed": [{"value": "ended", "who": "A", "p": "x", "quote": "voted"}, {"who": "B"}]}),
        ["BAD_VALUE x", "MISSING_FIELD who: B"],
    ),
    "a dispute of one": (one_report(outcome={"disputed": []}, since="1986-13"), ["BAD_VALUE []", "DATE 1986-13"]),
    "a speaker without a name, and nothing said": (
        article_yaml(statements=[{"name": ["Ada"], "stance": "for-ending", "gist": "She says so."}]),
        ["NO_EVIDENCE name:", "WRONG_TYPE - Ada"],
    ),
    "a name of a byline that cannot be read": (
        article_yaml(byline=[{"person": "Ida Stone"}, {"agency": ["News"]}, {}]),
        ["INCOMPLETE {}", "WRONG_TYPE - News", "WRONG_TYPE Ida Stone"],
    ),
    "a number of paragraphs that is none": (
        article_yaml(source={"sha256": "b" * 64, "paragraphs": "many"}, outline=[{"p": 9, "text": "It began."}]),
        ["BAD_VALUE many"],
    ),
    "an outline with a gap is in order": (
        article_yaml(outline=[{"p": 3, "text": "x"}, {"p": ["4"], "text": "y"}, {"p": 2, "text": "z"}]),
        ["OUTLINE 2", "WRONG_TYPE - '4'"],
    ),
    "a review of no day, and copies of the day before": (
        article_yaml(reviewed={"by": "A keeper", "on": "soon"}, archived=[{"url": "no", "date": "2021-03-03"}]),
        ["BAD_VALUE 'no'", "BAD_VALUE soon", "CONTRADICTION '2021-03-03'"],
    ),
    "nothing is before a day that is not known": (
        article_yaml(published=["2021"], reviewed={"by": "A keeper", "on": "2020-01-01"}),
        ["WRONG_TYPE - '2021'"],
    ),
    "what is planned for 2999": (
        article_yaml(rights="publc", events=[{"date": "2999", "what": "x", "p": 5}]),
        ["DATE '2999'", "UNKNOWN_TERM publc"],
    ),
    "a reference that leads nowhere, from a record with a slip": (
        article_yaml(rights="publc", newspaper="northbridge-ecko"),
        ["UNKNOWN_REFERENCE northbridge-ecko", "UNKNOWN_TERM publc"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOGETHER.values(), ids=TOGETHER)
def test_what_follows_from_a_slip_is_not_told(text, expected, content):
    found = [f"{code} {at}" for code, at in seen(told(content, text), text)]
    assert len(found) == len(expected), found
    assert all(one.startswith(other) for one, other in zip(sorted(found), expected, strict=True)), found


# Between records


def heard(number, published, outcome, **changes):
    """Write an article that reports, on this day, an outcome of Northbridge and Luzhou."""
    details = {"outcome": outcome, "event": LEFT_OUT, "qualifier": LEFT_OUT, "since": LEFT_OUT}
    supports = ["council", "partner", "type", "outcome", "event"]
    details["evidence"] = [{"p": 3, "quote": "Northbridge Council", "supports": supports}]
    given = {name: changes.pop(name) for name in list(changes) if name in {"council", "partner", "event", "since"}}
    fields = {
        "id": f"ta-{number:04}",
        "published": published,
        "url": LEFT_OUT,
        "headline": f"Northbridge and Luzhou, part {number}",
        "events": [],
        "reports": [report(**details | given)],
    }
    return article_yaml(**fields | changes)


ENDED, ACTIVE = heard(2, "2001", "ended"), heard(4, "2011", "active")
OLD = {"name": "Northbridge Town Council", "place": "Old Northbridge", "established": "1900", "abolished": "1974"}
NEW = {"established": "1974", "place": "Northbridge"}
FRENCH = {"name": "Saint-Amand", "level": "town", "country": "FR"}

BETWEEN = {
    "a council with a slip is known": (
        {"councils/northbridge.yml": council_yaml(nation="wales-ish")},
        {"northbridge.yml UNKNOWN_TERM"},
    ),
    "a council with a slip in its life has the rest of its life": (
        {"councils/northbridge.yml": council_yaml(established="2022", abolished=["2030"])},
        {"northbridge.yml WRONG_TYPE", "ta-0001.yml OUTSIDE_LIFE"},
    ),
    "a council without a name is named by its id": (
        {"councils/northbridge.yml": council_yaml(name=LEFT_OUT, established="2022")},
        {"northbridge.yml MISSING_FIELD", "ta-0001.yml OUTSIDE_LIFE"},
    ),
    "an article with a slip is held to the lives of councils": (
        {
            "articles/ta-0001.yml": article_yaml(rights="publc"),
            "councils/northbridge.yml": council_yaml(abolished="1999"),
        },
        {"ta-0001.yml OUTSIDE_LIFE", "ta-0001.yml UNKNOWN_TERM"},
    ),
    "an outcome that cannot be read may be that of a council that is gone": (
        {
            "articles/ta-0001.yml": article_yaml(reports=[report(outcome="lapst")], events=[]),
            "councils/northbridge.yml": council_yaml(abolished="1999"),
        },
        {"ta-0001.yml UNKNOWN_TERM"},
    ),
    "a successor that cannot be read may be the council whose link is older": (
        {
            "councils/northbridge.yml": council_yaml(**NEW | {"established": "1990"}),
            "councils/northbridge-town.yml": council_yaml(**OLD, successor="North Bridge"),
        },
        {"northbridge-town.yml BAD_VALUE"},
    ),
    "a council that cannot be read may be the one before": (
        {
            "councils/northbridge.yml": council_yaml(**NEW | {"established": "1990"}),
            "councils/northbridge-town.yml": "name: [",
        },
        {"northbridge-town.yml SYNTAX"},
    ),
    "a link is older than all councils before": (
        {
            "councils/northbridge.yml": council_yaml(**NEW | {"established": "1990"}),
            "councils/northbridge-town.yml": council_yaml(**OLD | {"established": "1988"}, successor="northbridge"),
        },
        {"northbridge-town.yml CONTRADICTION", "ta-0001.yml OUTSIDE_LIFE"},
    ),
    "a council under another name than its file's": (
        {"councils/northbridge.yml": council_yaml(id="northbrigde")},
        {"northbridge.yml MISPLACED"},
    ),
    "two files of one id, each with a slip more": (
        {
            "articles/ta-0002.yml": heard(1, "2001", "ended", rights="publc", source=LEFT_OUT),
            "articles/ta-0001.yml": heard(1, "2000", "x"),
        },
        {"ta-0001.yml UNKNOWN_TERM", "ta-0002.yml COLLISION", "ta-0002.yml MISPLACED", "ta-0002.yml UNKNOWN_TERM"},
    ),
    "an end, and nothing since": (
        {"articles/ta-0002.yml": ENDED, "articles/ta-0004.yml": ACTIVE},
        {"ta-0004.yml OUT_OF_ORDER"},
    ),
    "an outcome that cannot be read may be a restoration": (
        {
            "articles/ta-0002.yml": ENDED,
            "articles/ta-0003.yml": heard(3, "2005", "back"),
            "articles/ta-0004.yml": ACTIVE,
        },
        {"ta-0003.yml UNKNOWN_TERM"},
    ),
    "an event that cannot be read may be a restoration": (
        {
            "articles/ta-0002.yml": ENDED,
            "articles/ta-0003.yml": heard(3, "2005", "unclear", event="back"),
            "articles/ta-0004.yml": ACTIVE,
        },
        {"ta-0003.yml UNKNOWN_TERM"},
    ),
    "a restoration of a partner that cannot be read": (
        {
            "articles/ta-0002.yml": ENDED,
            "articles/ta-0003.yml": heard(3, "2005", "reinstated", partner="Luzhou"),
            "articles/ta-0004.yml": ACTIVE,
        },
        {"ta-0003.yml BAD_VALUE"},
    ),
    "a restoration by another council": (
        {
            "articles/ta-0002.yml": ENDED,
            "articles/ta-0003.yml": heard(3, "2005", "reinstated", council="eastmere", partner="Luzhou"),
            "articles/ta-0004.yml": ACTIVE,
        },
        {"ta-0003.yml BAD_VALUE", "ta-0004.yml OUT_OF_ORDER"},
    ),
    "reports that cannot be read": (
        {
            "articles/ta-0002.yml": ENDED,
            "articles/ta-0003.yml": heard(3, "2005", "x", reports="reinstated"),
            "articles/ta-0004.yml": ACTIVE,
        },
        {"ta-0003.yml WRONG_TYPE"},
    ),
    "a slip elsewhere, in a record that contradicts another": (
        {"articles/ta-0002.yml": ENDED, "articles/ta-0004.yml": heard(4, "2011", "active", rights="publc")},
        {"ta-0004.yml OUT_OF_ORDER", "ta-0004.yml UNKNOWN_TERM"},
    ),
    "a note of an unknown kind may say that both are right": (
        {
            "articles/ta-0002.yml": ENDED,
            "articles/ta-0004.yml": heard(4, "2011", "active", notes=[{"kind": "discrepency", "text": "Both are."}]),
        },
        {"ta-0004.yml UNKNOWN_TERM"},
    ),
    "two articles without a headline are not alike": (
        {f"articles/ta-000{n}.yml": heard(n, "2021-03-04", "ended", headline=LEFT_OUT) for n in (2, 3)},
        {"ta-0002.yml MISSING_FIELD", "ta-0003.yml MISSING_FIELD"},
    ),
    "two articles of one headline are, whatever else is wrong": (
        {f"articles/ta-000{n}.yml": heard(n, "2021-03-04", "ended", headline="Luzhou", rights="publc") for n in (2, 3)},
        {"ta-0002.yml UNKNOWN_TERM", "ta-0003.yml ALIKE", "ta-0003.yml UNKNOWN_TERM"},
    ),
    "two articles whose addresses cannot be read": (
        {f"articles/ta-000{n}.yml": heard(n, "2021", "ended", url="echo.example") for n in (2, 3)},
        {"ta-0002.yml BAD_VALUE", "ta-0003.yml BAD_VALUE"},
    ),
    "two partners of one name may be in two provinces": (
        {
            "partners/saint-amand.yml": partner_yaml(**FRENCH, within="Nord"),
            "partners/saint-amand-cher.yml": partner_yaml(**FRENCH, within=["Cher"]),
        },
        {"saint-amand-cher.yml WRONG_TYPE"},
    ),
    "two partners of one name, and a slip elsewhere": (
        {
            "partners/saint-amand.yml": partner_yaml(**FRENCH, within="Nord"),
            "partners/saint-amand-cher.yml": partner_yaml(**FRENCH, note=["x"]),
        },
        {"saint-amand-cher.yml WRONG_TYPE", "saint-amand.yml ALIKE"},
    ),
    "two partners without names": (
        {f"partners/x-{n}.yml": partner_yaml(name=LEFT_OUT, wikidata="x") for n in (1, 2)},
        {f"x-{n}.yml {code}" for n in (1, 2) for code in ("MISSING_FIELD", "BAD_VALUE")},
    ),
    "a syntax error hides the rest of its file, and nothing of another": (
        {"articles/ta-0001.yml": "id: [\nrights: publc\n", "partners/luzhou.yml": partner_yaml(level="town-ish")},
        {"luzhou.yml UNKNOWN_TERM", "ta-0001.yml SYNTAX"},
    ),
}


@pytest.mark.parametrize(("files", "expected"), BETWEEN.values(), ids=BETWEEN)
def test_a_record_with_a_slip_takes_part_as_far_as_it_can_be_read(files, expected, tmp_path):
    problems = problems_of(tmp_path, files)
    found = [f"{Path(p.path).name} {p.code.name}" for p in problems]
    assert sorted(found) == sorted(expected), problems
    assert all("``" not in p.message and "“”" not in p.message for p in problems if p.code.name != "BAD_VALUE")


# Evidence and sources


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "ta-0001.txt").write_text(SOURCE, "utf-8")
    return folder


def proved(tmp_path, sources, text):
    """Give the codes of the problems of an article, which was verified when it had none."""
    content = write_content(tmp_path, {"articles/ta-0001.yml": text})
    record = load_text("x.yml", RECORD, Article)[0]
    (content / "verified.json").write_bytes(msgspec.json.encode({record.id: verified(record)}))
    return [p.code.name for p in check(content, sources, TODAY).problems]


SAID = "The two have been twinned since 1986 – longer than most, and that is the newspaper’s."
PROVED = {
    "a quotation that does not stand there, and a slip": (
        RECORD.replace("link with Luzhou", "link to Luzhou").replace("in-copyright", "publc"),
        ["UNKNOWN_TERM", "QUOTE_NOT_FOUND"],
        ["EVIDENCE_CHANGED", "UNKNOWN_TERM"],
    ),
    "a quotation in a paragraph that cannot be read": (
        RECORD.replace("p: 2\n    quote: link", "p: two\n    quote: link"), ["BAD_VALUE"], ["BAD_VALUE"],
    ),
    "a slip in what is not evidence": (
        RECORD.replace("stance: for", "stance: fro"), ["UNKNOWN_TERM"], ["UNKNOWN_TERM"],
    ),
    "a hash that cannot be read": (
        RECORD.replace("sha256: ", "sha256: x"), ["BAD_VALUE"], ["BAD_VALUE"],
    ),
    "words of the newspaper, where it may be that all are published": (
        article_yaml(rights="publc", summary=SOURCE.split("\n")[4]), ["UNKNOWN_TERM"], ["UNKNOWN_TERM"],
    ),
    "words of the newspaper, and a slip": (
        article_yaml(statements="none", summary=SOURCE.split("\n")[4]), ["COPIED", "WRONG_TYPE"], ["WRONG_TYPE"],
    ),
    "an id that cannot be read": (RECORD.replace("id: ta-0001", "id: one"), ["BAD_VALUE"], ["BAD_VALUE"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "with_source", "without"), PROVED.values(), ids=PROVED)
def test_evidence_is_checked_as_far_as_it_can_be_read(text, with_source, without, tmp_path, sources):
    assert sorted(proved(tmp_path, sources, text)) == sorted(with_source)
    assert sorted(proved(tmp_path / "other", None, text)) == sorted(without)


# Nothing of it is published


def test_a_record_with_a_gap_is_in_no_archive(tmp_path):
    files = {
        "articles/ta-0001.yml": RECORD.replace("stance: for", "stance: fro"),
        "councils/northbridge.yml": council_yaml(nation="x"),
        "partners/luzhou.yml": partner_yaml(colour="red"),
        "newspapers/northbridge-echo.yml": "name: Northbridge Echo\nissn: x\n",
    }
    checked = check(write_content(tmp_path, files), None, TODAY)
    archive = checked.archive
    assert not archive.articles
    assert (list(archive.councils), list(archive.partners)) == (["eastmere"], ["saint-amand"])
    assert not archive.newspapers
    assert list(checked.content.articles) == ["ta-0001"]


def test_what_stands_for_nothing_says_the_least():
    read = shape.shaped("x.yml", tree.parse("reports: [x]\nnotes: [y]\nsource: {}\n"), Article)
    assert read.record.rights is Rights.WITHDRAWN
    assert read.record.reports[0].outcome == Disputed(())
    assert (read.record.headline, read.record.source.paragraphs, read.record.notes[0].p) == ("", 9999, None)
    assert ("reports", 0) in read.gaps
    assert ("source", "sha256") in read.gaps
