"""The ledger tells what was published; a build that would lose much of it is refused."""

import json
import os
from pathlib import Path

import pytest
from builders import article_yaml
from sites import hashes, run, write

from twinning.diagnostics import ContentError
from twinning.publish import ledger as reading
from twinning.publish.ledger import published, shrunk


def ledger(folder: Path, *lines: str) -> Path:
    path = folder / "ledger.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_articles_are_told_from_their_addresses_and_other_lines_are_left_to_others(tmp_path: Path):
    path = ledger(
        tmp_path,
        '{"address": "/a/ta-0001/", "first": "2026-01-01", "anchors": ["p1"]}',
        '{"kind": "article", "address": "/a/ta-0002/#p7"}',
        '{"address": "/a/ta-0002/"}',
        '{"address": "/a/"}',
        '{"address": "/councils/northbridge/"}',
    )
    assert published(path, tmp_path / "site") == {"ta-0001", "ta-0002"}


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", "null", "{}", '{"address": 1}', '{"address": "a/ta-0001/"}', '{"address": "/a/"} {}', "\ufeff{}",
     '{"adress": "/a/ta-0001/"}'],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(line: str, tmp_path: Path):
    path = ledger(tmp_path, '{"address": "/a/ta-0001/"}', line, '{"address": "/a/ta-0002/"}', "x")
    with pytest.raises(ContentError) as refused:
        published(path, tmp_path)
    assert [(p.path, p.line, str(p.code)) for p in refused.value.problems] == [
        (str(path), 2, "TW097"),
        (str(path), 4, "TW097"),
    ]
    assert all(p.help for p in refused.value.problems)


def test_bytes_that_are_no_text_are_named(tmp_path: Path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b'{"address": "/a/\xff/"}\n')
    with pytest.raises(ContentError):
        published(path, tmp_path)


def test_a_byte_order_mark_is_left_out(tmp_path: Path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"address": "/a/ta-0001/"}\n')
    assert published(path, tmp_path) == {"ta-0001"}


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "link to nowhere", "too large"])
def test_a_ledger_that_is_no_ordinary_file_is_refused_at_once(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "ledger.jsonl"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "too large":
        monkeypatch.setattr(reading, "MAX_BYTES", 20)
        ledger(tmp_path, '{"address": "/a/ta-0001/"}')
    else:
        path.symlink_to("nowhere" if kind == "link to nowhere" else __file__)
    with pytest.raises(ContentError) as refused:
        published(path, tmp_path)
    (problem,) = refused.value.problems
    assert (problem.path, str(problem.code)) == (str(path), "TW097")
    assert problem.message.startswith("the ledger cannot be read: ")


def test_a_last_line_without_its_end_is_read(tmp_path: Path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b'{"address": "/a/ta-0001/"}')
    assert published(path, tmp_path) == {"ta-0001"}


def test_without_a_ledger_the_former_site_tells(tmp_path: Path):
    for name in ("ta-0001", "ta-0002", "notes"):
        (tmp_path / "a" / name).mkdir(parents=True)
        (tmp_path / "a" / name / "index.html").write_text("", "utf-8")
    (tmp_path / "a" / "ta-0003").mkdir()
    assert published(tmp_path / "ledger.jsonl", tmp_path) == {"ta-0001", "ta-0002"}
    assert published(tmp_path / "ledger.jsonl", tmp_path / "nowhere") == set()


@pytest.mark.parametrize(("before", "now", "refused"), [(10, 9, False), (10, 8, True), (100, 90, False),
                                                        (100, 89, True), (9, 8, True), (0, 0, False), (5, 5, False),
                                                        (10, 20, False)])  # fmt: skip
def test_more_than_a_tenth_fewer_is_too_many(before: int, now: int, *, refused: bool):
    problem = shrunk({f"ta-{n}" for n in range(before)}, {f"ta-{n}" for n in range(now)}, Path("ledger.jsonl"))
    assert (problem is not None) is refused


def test_the_missing_are_named_and_the_many_counted():
    problem = shrunk({f"ta-{n:04}" for n in range(100)}, set(), Path("ledger.jsonl"))
    assert problem is not None
    assert "ta-0000, ta-0001" in problem.message
    assert "and 80 more" in problem.message


def test_new_articles_do_not_make_up_for_lost_ones():
    assert shrunk({"ta-0001", "ta-0002"}, {"ta-0003", "ta-0004"}, Path("x")) is not None


@pytest.mark.parametrize("means_it", [False, True])
def test_a_build_is_held_to_the_ledger_beside_its_content(*, means_it: bool, tmp_path: Path):
    content = write(tmp_path, {"articles/ta-0002.yml": article_yaml(id="ta-0002", url="https://echo.example/2")})
    ledger(tmp_path, *(json.dumps({"address": f"/a/ta-000{n}/"}) for n in (1, 2, 3)))
    status, said = run(content, tmp_path / "site", allow_shrink=means_it)
    assert status == (0 if means_it else 1)
    assert ("error[TW096]" in said) is not means_it
    assert ("ta-0003" in said) is not means_it


def test_a_broken_ledger_stops_a_build(tmp_path: Path):
    content = write(tmp_path)
    ledger(tmp_path, "{")
    before = hashes(tmp_path)
    status, said = run(content, tmp_path / "site")
    assert status == 1
    assert "ledger.jsonl:1:1: error[TW097]" in said
    assert hashes(tmp_path) == before
