"""The texts on which the reading of newspapers is developed agree with what is expected of them."""

import json
import re
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from twinning import edtf
from twinning.quotation import find_quotation
from twinning.text import read
from twinning.vocabulary import Ground, Level, Outcome, ParagraphKind, PartnershipType, Qualifier, Stance

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared/seeds"
CORPUS = ROOT / "tests/corpus"
WHOLE = ("tune", "held")
"""The parts whose texts have all that can be expected; those of `fates` say what became of each link."""
PROVED = (*WHOLE, "fates")
"""The parts whose every outcome stands beside the words that prove it."""
PARTS = (*PROVED, "broad", "fresh")
"""All parts."""
GENRES = {"news", "broadcast", "minutes", "release", "letter", "column", "live", "roundup", "mojibake", "page"}
RUN = 8
"""So many words in a row are no chance: the one text copied from the other."""
DAY = re.compile(
    r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? "
    r"(?:(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+)|([A-Z][a-z]+) (\d{1,2})),? (\d{4})\b"
)

FILES = {path.stem: path for part in PARTS for path in sorted((CORPUS / part).glob("*.[th]*"))}
EXPECTED = {
    path.stem: json.loads(path.read_text("utf-8")) for part in PARTS for path in sorted((CORPUS / part).glob("*.json"))
}
SOURCES = {name: read(path.read_bytes(), name) for name, path in FILES.items()}
REPORTS = [(name, report) for name, expected in EXPECTED.items() for report in expected["reports"]]


def part_of(name):
    return FILES[name].parent.name


def genre(name):
    return name.partition("-")[0]


def is_page(name):
    return FILES[name].suffix == ".html"


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def wording(name):
    """Give what a text says: of a page, without its tags, scripts and head."""
    text = SOURCES[name].text
    return re.sub(r"<head>.*?</head>|<[^>]+>", " ", text, flags=re.DOTALL) if is_page(name) else text


def test_every_text_has_its_expectation():
    assert len(FILES) == sum(len(list((CORPUS / part).glob("*.[th]*"))) for part in PARTS)
    assert set(FILES) == set(EXPECTED)


def test_there_are_enough_texts_and_enough_without_a_partnership():
    without = {name for name, expected in EXPECTED.items() if not expected["reports"]}
    assert {name for name in FILES if "-none-" in name} == without
    whole = {name for name in FILES if part_of(name) in WHOLE}
    assert len(whole) >= 120
    assert len(whole & without) >= max(30, len(whole) / 3)


@pytest.mark.parametrize("part", WHOLE)
def test_each_part_holds_every_genre_and_every_outcome(part):
    assert {genre(name) for name in FILES if part_of(name) == part} == GENRES
    states = Counter(report["outcome"] for name, report in REPORTS if part_of(name) == part)
    assert set(states) == {term for term in Outcome if term.is_state}


def test_the_whole_holds_every_event_several_times():
    events = Counter(report.get("event") for _, report in REPORTS)
    assert {term: events[term] for term in Outcome if term.is_event and events[term] < 3} == {}


def test_an_expectation_has_known_fields_only():
    known = {"headline", "byline", "published", "paragraphs", "reports", "statements"}
    assert {name: set(expected) - known for name, expected in EXPECTED.items() if set(expected) - known} == {}
    fields = {"council", "partner", "type", "since", "outcome", "event", "qualifier", "grounds", "evidence"}
    assert [(name, report) for name, report in REPORTS if set(report) - fields] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_its_terms_are_in_the_vocabularies(name):
    for report in EXPECTED[name]["reports"]:
        assert Outcome(report.get("outcome", "active")).is_state
        assert Outcome(report.get("event", "ended")).is_event
        assert Qualifier(report.get("qualifier", "voted"))
        assert PartnershipType(report.get("type", "twinning"))
        assert set(report.get("grounds", [])) <= set(Ground)
        assert set(report["council"]) <= {"name", "id", "code"}
        assert set(report["partner"]) <= {"name", "id", "country", "level"}
        assert re.fullmatch(r"GB-[A-Z]{3}", report["council"].get("code", "GB-WKF"))
        assert re.fullmatch(r"[A-Z]{2}", report["partner"]["country"])
        assert Level(report["partner"].get("level", "city"))
        assert edtf.parse(report.get("since", "1990"))
    for statement in EXPECTED[name].get("statements", []):
        assert set(statement) <= {"name", "role", "party", "stance"}
        assert Stance(statement["stance"])
        if genre(name) != "mojibake":
            assert statement["name"].split()[-1].lower() in SOURCES[name].text.lower()
    assert {part["kind"] for part in EXPECTED[name].get("paragraphs", [])} <= set(ParagraphKind)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_pair_is_reported_once(name):
    pairs = [(report["council"]["name"], report["partner"]["name"]) for report in EXPECTED[name]["reports"]]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize("name", [name for name in EXPECTED if part_of(name) in PROVED])
def test_an_outcome_is_proved(name):
    for report in EXPECTED[name]["reports"]:
        assert report["outcome"]
        assert report["evidence"]


@pytest.mark.parametrize("name", [name for name in EXPECTED if part_of(name) in PROVED])
def test_every_quotation_stands_in_its_paragraph(name):
    source = SOURCES[name]
    for report in EXPECTED[name]["reports"]:
        for proof in report["evidence"]:
            text = wording(name) if is_page(name) else source.paragraph(proof["p"]).text
            assert find_quotation(text, proof["quote"])
            assert len(proof["quote"].split()) <= 12
            assert ("p" in proof) is not is_page(name)


@pytest.mark.parametrize("name", [name for name in EXPECTED if not is_page(name) and part_of(name) in WHOLE])
def test_the_kinds_cover_all_paragraphs(name):
    source, kinds = SOURCES[name], EXPECTED[name]["paragraphs"]
    assert [part["p"] for part in kinds] == [paragraph.number for paragraph in source.paragraphs]
    for part in kinds:
        if part["kind"] == "duplicate":
            assert source.paragraph(part["p"]).text in {p.text for p in source.paragraphs[: part["p"] - 1]}
    heads = [source.paragraph(part["p"]).text for part in kinds if part["kind"] == "headline"]
    assert len(heads) <= 1
    if genre(name) != "mojibake":
        assert heads == [EXPECTED[name][field] for field in ("headline",) if field in EXPECTED[name]]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_publication_date_can_be_read_and_a_weekday_agrees_with_its_day(name):
    if published := EXPECTED[name].get("published"):
        assert edtf.parse(published["edtf"])
    else:
        day = re.search(r"Published\W[^\n]*\d{4}", SOURCES[name].text) if part_of(name) in PROVED else None
        assert "published" in EXPECTED[name] or not day
    months = {month[:3]: number for number, month in enumerate(edtf.MONTHS, 1)}
    for weekday, day, month, month_first, day_last, year in DAY.findall(SOURCES[name].text):
        told = date(int(year), months[(month or month_first)[:3]], int(day or day_last))
        assert f"{told:%A}" == weekday


def test_ids_are_those_of_the_archive():
    for side, folder in (("council", "councils"), ("partner", "partners")):
        ids = {path.stem for path in (ROOT / "content" / folder).glob("*.yml")}
        assert {report[side]["id"] for _, report in REPORTS if "id" in report[side]} <= ids


def test_no_two_texts_share_a_run_of_words():
    all_runs = {name: runs(wording(name)) for name in FILES if part_of(name) in WHOLE}
    assert [(one, other) for one, other in combinations(all_runs, 2) if all_runs[one] & all_runs[other]] == []


@pytest.mark.parametrize(("one", "other"), list(combinations(WHOLE, 2)))
def test_two_parts_share_no_pair(one, other):
    pairs = {
        part: {(r["council"]["name"], r["partner"]["name"]) for name, r in REPORTS if part_of(name) == part}
        for part in (one, other)
    }
    assert pairs[one] & pairs[other] == set()


def test_some_files_are_of_other_encodings():
    assert {SOURCES[name].encoding for name in FILES} == {"utf-8", "cp1252"}
    assert any(b"\r\n" in path.read_bytes() for path in FILES.values())


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the newspapers' texts that the archive began with")
def test_no_run_of_words_is_a_newspapers_own():
    seeds = [runs(read(path.read_bytes(), path.name).text) for path in sorted(SEEDS.glob("*.txt"))]
    assert seeds
    assert [name for name in FILES if any(seed & runs(wording(name)) for seed in seeds)] == []
