"""The database: what is in it, how it is searched, that it is the same to the byte, and what stands without it."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import article_yaml, partner_yaml, report
from hypothesis import given
from hypothesis import strategies as st
from sites import ROOT, Site, run, site_of, text_of, write

from twinning.commands.ending import NO_ROOM
from twinning.export.data import database as making
from twinning.export.data import gaps
from twinning.export.data.sought import LONGEST, sought
from twinning.export.data.tables import TABLES


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of partners with names in several scripts."""
    names = {
        "nanning": {"name": "Nanning", "local_name": {"text": "南宁市", "lang": "zh-Hans"}, "country": "CN"},
        "saint-lo": {"name": "Saint-Lô", "country": "FR"},
        "lodz": {"name": "Łódź", "country": "PL"},
        "koeln": {"name": "Köln", "aliases": ["Cologne"], "country": "DE"},
        "donetsk": {"name": "Donetsk", "local_name": {"text": "Донецьк", "lang": "uk"}, "country": "UA"},
        "suwon": {"name": "Suwon", "local_name": {"text": "수원시", "lang": "ko"}, "country": "KR"},
        "ioannina": {"name": "Ioannina", "local_name": {"text": "Ιωάννινα", "lang": "el"}, "country": "GR"},
    }
    return site_of(
        tmp_path_factory.mktemp("database"),
        {f"partners/{name}.yml": partner_yaml(**said) for name, said in names.items()}
        | {
            "articles/ta-0001.yml": article_yaml(
                headline="Twin town’s café reopens", summary="The link with 襄阳市樊城区 goes on.",
                reports=[report(partner="saint-lo")],
            )
        },
    )  # fmt: skip


@pytest.fixture
def opened(site: Site) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{site.folder}/data/archive.db?mode=ro", uri=True)) as connection:
        yield connection


def names_of(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


# What is in it


def test_a_database_is_whole_and_every_reference_arrives(opened: sqlite3.Connection, real: Site, sixty: Site):
    for connection in (opened, *(sqlite3.connect(s.folder / "data/archive.db") for s in (real, sixty))):
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in TABLES:
            if table.row.sought:
                connection.execute(f"SELECT count(*) FROM {table.name}_fts").fetchone()
    for one in (real, sixty):
        sqlite3.connect(one.folder / "data/archive.db").close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_the_rows_of_its_json(table, real: Site, sixty: Site, site: Site):
    for one in (real, sixty, site):
        with closing(sqlite3.connect(one.folder / "data/archive.db")) as connection:
            connection.row_factory = sqlite3.Row
            held = [dict(row) for row in connection.execute(f"SELECT * FROM {table.name}")]
        order = [str(column) for column in table.row.key]
        assert sorted(held, key=lambda row: [str(row[c]) for c in order]) == sorted(
            one.json(f"data/{table.name}.json"), key=lambda row: [str(row[c]) for c in order]
        )


def test_every_reference_is_a_foreign_key_with_its_columns_named(opened: sqlite3.Connection):
    for table in TABLES:
        found: dict[int, list[tuple[str, str, str]]] = {}
        for number, _, to, column, key, *_ in opened.execute(f"PRAGMA foreign_key_list({table.name})"):
            found.setdefault(number, []).append((to, column, key))
        told = sorted([(r.table, c, k) for c, k in zip(r.columns, r.key, strict=True)] for r in table.references)
        assert sorted(found.values()) == told


def test_tables_are_joined_by_their_keys(real: Site):
    query = """
        SELECT councils.name, partners.name, evidence.quote, evidence.p
        FROM evidence
        JOIN reports ON reports.article = evidence.article AND reports.number = evidence.report
        JOIN councils ON councils.id = reports.council
        JOIN partners ON partners.id = reports.partner
        WHERE reports.outcome = 'ended' AND evidence.supports LIKE '%outcome%' AND partners.id = 'nanning'
    """
    with closing(sqlite3.connect(real.folder / "data/archive.db")) as connection:
        found = connection.execute(query).fetchall()
    assert found == [("Wakefield Council", "Nanning", "both partnerships would be scrapped", 7)]


def test_the_database_says_what_it_is_and_whose(opened: sqlite3.Connection):
    told = dict(opened.execute("SELECT key, value FROM about"))
    assert "creativecommons.org/publicdomain/zero/1.0" in told["licence of facts"]
    assert "belong to the newspapers" in told["the newspapers' words"]
    assert told["citation"].startswith("Twinning Archive (2026)")
    (said,) = opened.execute("SELECT sql FROM sqlite_master WHERE name = 'evidence'").fetchone()
    assert "quote TEXT NOT NULL, -- The words. [newspaper]" in said


# How it is searched


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Nanning", "nanning"), ("南宁", "nanning"), ("南宁市", "nanning"), ("宁市", "nanning"),
        ("saint lo", "saint-lo"), ("Saint-Lô", "saint-lo"), ("SAINT-LO", "saint-lo"),
        ("Lodz", "lodz"), ("łódź", "lodz"), ("koln", "koeln"), ("Köln", "koeln"), ("cologne", "koeln"),
        ("Донецьк", "donetsk"), ("Donets'k", "donetsk"), ("수원", "suwon"), ("Ιωαννινα", "ioannina"),
    ],
)  # fmt: skip
def test_a_partner_is_found_as_people_type_its_name(typed: str, found: str, opened: sqlite3.Connection):
    query = (
        "SELECT id FROM partners_fts JOIN partners ON partners.rowid = partners_fts.rowid WHERE partners_fts MATCH ?"
    )
    assert [one for (one,) in opened.execute(query, ['"' + typed.replace('"', "") + '"'])] == [found]


@pytest.mark.parametrize("typed", ["cafe", "café", "NEAR(twin café, 2)", '"twin town"', "襄阳", "樊城区", "link"])
def test_an_article_is_found_by_its_headline_and_summary(typed: str, opened: sqlite3.Connection):
    query = (
        "SELECT id FROM articles_fts JOIN articles ON articles.rowid = articles_fts.rowid WHERE articles_fts MATCH ?"
    )
    assert opened.execute(query, [typed]).fetchall() == [("ta-0001",)]


def test_what_is_found_is_shown_as_it_is_written(opened: sqlite3.Connection):
    query = "SELECT snippet(articles_fts, 0, '[', ']', '…', 9) FROM articles_fts WHERE articles_fts MATCH 'cafe'"
    assert opened.execute(query).fetchall() == [("Twin town’s [café] reopens",)]
    query = "SELECT local_name FROM partners_fts WHERE partners_fts MATCH '宁市'"
    assert opened.execute(query).fetchall() == [("南宁市",)]


@given(st.text(max_size=40))
def test_the_words_of_a_text_are_sought_before_all_others(text: str):
    made = sought(text)
    assert made is not None
    assert made.startswith(text)
    assert not text.isascii() or made == text


def test_every_part_of_a_long_line_without_spaces_is_sought_up_to_a_length():
    line = "南宁市友好城市协议书"
    words = str(sought(line)).split()
    parts = {line[a:b] for a in range(len(line)) for b in range(a + 1, min(a + LONGEST, len(line)) + 1)}
    assert parts <= set(words)
    assert sought(None) is None


# The same to the byte

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
sys.path[:0] = ["plugins"]
from twinning.export.data import dataset
from twinning.export.data.about import About
from twinning.gate import check
archive = check(Path(sys.argv[1]), None, date(2026, 11, 22)).archive
about = About("Twinning Archive", "", "https://archive.example.org", date(2026, 11, 21))
dataset.write(Path(sys.argv[2]), archive, about)
"""


def test_the_same_archive_gives_the_same_bytes_whatever_the_hash_seed(sixty_content: Path, tmp_path: Path):
    found = []
    for seed in ("0", "4711"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-c", PROGRAM, str(sixty_content), str(folder)]
        environment = {"PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland" if seed == "0" else "UTC", "PATH": ""}
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        found.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert found[0] == found[1]
    header = found[0]["archive.db"][:100]
    assert header[:16] == b"SQLite format 3\0"
    assert int.from_bytes(header[16:18], "big") == 4096
    assert header[96:100] == bytes(4)  # no version of the library that wrote it


# What stands without it


@pytest.mark.parametrize("missing", ["fts5", "sqlite"])
def test_a_python_without_full_text_search_is_told_and_all_else_is_built(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    if missing == "sqlite":
        monkeypatch.setattr(making, "_HAS_SQLITE", False)
    else:
        monkeypatch.setattr(making, "_TRIAL", "CREATE VIRTUAL TABLE x USING fts99(y)")
    content = write(tmp_path)
    status, said = run(content, tmp_path / "site")
    assert status == 0, said
    assert "warning[TW135]" in said
    built = Site(tmp_path / "site")
    assert "data/archive.db" not in built.files()
    assert "archive.db" not in text_of(built.page("data/").css_first("#files").parent)
    assert built.json("data/articles.json")
    status, said = run(content, tmp_path / "other", strict=True)
    assert status == 1
    assert "error[TW135]" in said


def test_a_disk_that_is_full_is_told_as_for_any_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(making, "_SETTINGS", (*making._SETTINGS, "PRAGMA max_page_count=2"))
    with pytest.raises(OSError, match="No space left") as told, making.database(tmp_path / "x.db", TABLES):
        pass
    assert told.value.errno in NO_ROOM


def test_a_place_that_cannot_be_written_to_is_told_as_for_any_other_file(tmp_path: Path):
    with pytest.raises(OSError, match="unable to open"), making.database(tmp_path / "nowhere" / "x.db", TABLES):
        pass


def test_between_a_pages_pointers_and_its_cells_there_is_nothing_left_over(sixty: Site):
    file = sixty.folder / "data/archive.db"
    pages = file.read_bytes()
    size = making.PAGE_SIZE
    with closing(sqlite3.connect(file)) as connection:
        roots = [root for (root,) in connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")]
    assert len(roots) > 30
    for root in roots:
        page = pages[(root - 1) * size : root * size]
        end = (12 if page[0] in {2, 5} else 8) + 2 * int.from_bytes(page[3:5], "big")
        assert set(page[end : int.from_bytes(page[5:7], "big")]) <= {0}


def test_gaps_are_filled_in_every_page_of_a_tree_and_nothing_else_changes(tmp_path: Path):
    file = tmp_path / "x.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size=512")
        connection.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, words TEXT)")
        connection.execute("CREATE INDEX i ON t (words)")
        told = [(n, f"{n * 7919 % 3000:05} words of row {n}" * (1 + n % 40)) for n in range(3000)]
        connection.executemany("INSERT INTO t VALUES (?, ?)", told)
        connection.execute("DELETE FROM t WHERE n % 3 = 0")
        roots = [root for (root,) in connection.execute("SELECT rootpage FROM sqlite_master")]
    before = file.read_bytes()
    with file.open("r+b") as opened:
        gaps.fill(opened, 512, roots)
    after = file.read_bytes()
    assert len(after) == len(before)
    assert after != before
    assert all(new in {0, old} for old, new in zip(before, after, strict=True))
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT * FROM t").fetchall() == [row for row in told if row[0] % 3]
