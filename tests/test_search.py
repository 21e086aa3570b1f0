"""The search index holds what the pages show, no more and no less, and in the same bytes every time."""

import json
import re
from pathlib import Path

import pytest
from builders import PARTNER, SOURCE, article_yaml, dumped, source
from hypothesis import given
from hypothesis import strategies as st
from sites import Site, hashes, site_of

from twinning.search.index import ROWS, Entry, Index
from twinning.search.numbers import coded, postings
from twinning.search.words import words

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def numbers(text: str) -> list[int]:
    """Read numbers back as the browser does."""
    found, value, shift = [], 0, 0
    for digit in text:
        bits = DIGITS.index(digit)
        value += (bits & 31) << shift
        shift += 5
        if bits < 32:
            found.append(value)
            value = shift = 0
    return found


def folder_of(site: Site) -> str:
    return f"search/{site.json('search/index.json')['folder']}/"


def held(site: Site) -> dict[str, tuple[list[int], list[int]]]:
    """Give each word of a site's index with the numbers of the articles and of the names that have it."""
    found = {}
    for name in site.files():
        if name.startswith(f"{folder_of(site)}terms/"):
            for word, text in site.json(name).items():
                found[word] = tuple(documents(part) for part in (*text.split(";"), "")[:2])
    return found


def documents(text: str) -> list[int]:
    found, document = [], 0
    for number in numbers(text):
        document += number >> 2
        found.append(document)
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("site"))


# --- Words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Council’s vote", ["the", "council", "vote"]),
        ("O'Neill and D’Arcy", ["oneill", "and", "darcy"]),
        ("Île-de-France", ["ile", "de", "france"]),
        ("Łódź, Århus, Gießen, Tromsø", ["lodz", "arhus", "giessen", "tromso"]),
        ("南宁市", ["南宁", "宁市", "市"]),
        ("a 南 b", ["a", "南", "b"]),
        ("ta-0001 in 2020", ["ta", "0001", "in", "2020"]),
        ("ＷＩＤＥ ½", ["wide", "1", "2"]),
        ("𝜜𝐁 𝐀", ["αb", "a"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("— … ’ '", []),
    ],
)
def test_a_text_is_found_by_its_bare_words(text: str, found: list[str]):
    assert words(text) == found


@given(st.text())
def test_any_text_has_words_that_are_their_own_words(text: str):
    for word in words(text):
        assert word
        assert " " not in word
        assert words(word)[0] == word


@given(st.lists(st.integers(0, 1 << 28)))
def test_numbers_are_read_back(given: list[int]):
    assert numbers(coded(given)) == given


@given(st.sets(st.integers(0, 1 << 24)), st.integers(0, 3))
def test_postings_are_read_back(given: set[int], weight: int):
    rising = sorted(given)
    assert documents(postings([number << 2 | weight for number in rising])) == rising


# --- What is found -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    ["drops", "voted", "pike", "leader", "echo", "northbridge", "luzhou", "letter", "towns", "ended", "0001", "1986"],
)
def test_an_article_is_found_by_all_that_its_page_says(site: Site, word: str):
    assert held(site)[word][0] == [0]


def test_names_are_found_whether_an_article_tells_of_them_or_not(site: Site):
    rows = site.json(f"{folder_of(site)}names/0.json")
    assert [row[:3] for row in rows] == [
        ["council", "councils/eastmere/", "Eastmere Borough Council"],
        ["council", "councils/northbridge/", "Northbridge Council"],
        ["partner", "partners/luzhou/", "Luzhou"],
        ["partner", "partners/saint-amand/", "Saint-Amand"],
        ["newspaper", "newspapers/northbridge-echo/", "Northbridge Echo"],
        ["person", "people/ada-pike/", "Ada Pike"],
    ]
    assert held(site)["eastmere"] == ([], [0])
    assert held(site)["northbridge"] == ([0], [1, 4])


def test_a_place_is_found_by_its_own_peoples_name_for_it(tmp_path: Path):
    partner = {**PARTNER, "local_name": {"text": "泸州市", "lang": "zh-Hans"}, "aliases": ["Luchow"]}
    found = held(site_of(tmp_path, {"partners/luzhou.yml": dumped(partner)}))
    assert found["泸州"] == found["luchow"] == ([0], [2])


def test_every_row_leads_to_a_page(sixty: Site):
    folder = folder_of(sixty)
    for name in sixty.files():
        if name.startswith(f"{folder}names/"):
            assert all((sixty.folder / row[1] / "index.html").is_file() for row in sixty.json(name))
        if name.startswith(f"{folder}articles/"):
            rows = sixty.json(name)
            assert len(rows) <= ROWS
            assert all((sixty.folder / "a" / row[0] / "record.json").is_file() for row in rows)


def test_words_of_a_file_are_between_its_first_and_the_next_ones_first(sixty: Site):
    firsts = sixty.json("search/index.json")["terms"]
    for number, first in enumerate(firsts):
        shard = list(sixty.json(f"{folder_of(sixty)}terms/{number}.json"))
        assert shard[0] == first
        assert shard == sorted(shard, key=lambda word: word.encode("utf-16-be"))
        assert shard[-1] < firsts[number + 1] if number + 1 < len(firsts) else True


def test_spellings_are_words_of_names(site: Site):
    assert site.json(f"{folder_of(site)}spelling.json") == [
        "Amand", "Borough", "Council", "Eastmere", "Echo", "Luzhou", "Northbridge", "Pike", "Saint",
    ]  # fmt: skip


# --- What is not -------------------------------------------------------------------------------------------------


def whole(site: Site) -> str:
    return "\n".join(site.read(name) for name in site.files() if name.startswith("search/"))


def site_with_text(folder: Path, **how: object) -> Site:
    sources = folder / "sources"
    sources.mkdir()
    (sources / "ta-0001.txt").write_text(SOURCE, encoding="utf-8")
    rights = how.pop("rights", "in-copyright")
    licence = {"licence": {"name": "Permission of the Echo"}} if rights == "permission" else {}
    record = article_yaml(rights=rights, source={"sha256": source().sha256, "paragraphs": 5}, **licence)
    return site_of(folder, {"articles/ta-0001.yml": record}, sources=sources, **how)


def test_a_text_that_may_not_be_published_is_in_no_file_of_the_index(tmp_path: Path):
    site = site_with_text(tmp_path)
    assert "councillors" not in held(site)
    assert "councillors" not in whole(site)
    assert not any("/texts/" in name for name in site.files())


@pytest.mark.parametrize("how", [{"rights": "permission"}, {"full_text": True}], ids=str)
def test_a_text_that_is_published_is_found(tmp_path: Path, how: dict[str, object]):
    site = site_with_text(tmp_path, **how)
    assert held(site)["councillors"][0] == [0]
    assert [2, "The town’s link with Luzhou is over, councillors heard on Tuesday."] in site.json(
        f"{folder_of(site)}texts/ta-0001.json"
    )


def test_of_a_withdrawn_article_its_headline_and_the_reason_are_found_and_nothing_else(tmp_path: Path):
    gone = {"on": "2026-01-06", "reason": "The newspaper asked for it."}
    found = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(withdrawn=gone, rights="withdrawn")})
    assert held(found)["drops"][0] == held(found)["asked"][0] == [0]
    assert not {"voted", "letter", "pike", "leader"} & held(found).keys()


# --- The files ---------------------------------------------------------------------------------------------------


def test_the_same_content_gives_the_same_index_and_other_content_another_folder(tmp_path: Path):
    one, same = site_of(tmp_path / "one"), site_of(tmp_path / "same")
    other = site_of(tmp_path / "other", {"articles/ta-0001.yml": article_yaml(summary="Other words.")})
    assert hashes(one.folder / "search") == hashes(same.folder / "search")
    assert folder_of(one) != folder_of(other)


def test_what_facets_count_is_little_for_ten_thousand_articles():
    """It is loaded with every search, and was half of what a search transferred."""
    index = Index({})
    for number in range(10_000):
        reports = [number % 18_000, 5] if number % 10 == 0 else [number % 18_000]
        index.add_article(Entry(row=(), names=(), facets=(number % 200, number // 280, *reports)))
    (facets,) = [data for name, data in index.files() if name.endswith("facets.json")]
    assert len(facets) < 62_000
    held = json.loads(facets)
    assert numbers(held["years"])[:4] == [0, 280, 1, 280]
    assert numbers(held["articles"])[:6] == [2, 0, 5, 5, 1, 9]


def test_an_article_of_many_reports_says_how_many():
    index = Index({})
    index.add_article(Entry(row=(), names=(), facets=(7, 0, 1, 2, 3, 4)))
    (facets,) = [data for name, data in index.files() if name.endswith("facets.json")]
    assert numbers(json.loads(facets)["articles"]) == [7 * 4 + 3, 4, 1, 2, 3, 4]


def test_an_archive_without_articles_has_an_index_too():
    files = dict(Index({"council": []}).files())
    root = json.loads(files["index.json"])
    assert root["terms"] == []
    assert json.loads(files[f"{root['folder']}/facets.json"])["articles"] == ""


def test_a_name_that_no_browser_spells_is_kept_as_it_is():
    index = Index({})
    index.add_name(Entry(row=("person", "people/x/", "𝓐𝓭𝓪 </script>"), names=["𝓐𝓭𝓪 </script>"]))
    files = dict(index.files())
    (names,) = [data for name, data in files.items() if "/names/" in name]
    assert json.loads(names)[0][2] == "𝓐𝓭𝓪 </script>"


def test_only_the_page_of_search_names_the_index(sixty: Site):
    naming = [name for name in sixty.pages() if re.search(r"search-index|search\.(?:js|css)", sixty.read(name))]
    assert naming == ["search/index.html"]
