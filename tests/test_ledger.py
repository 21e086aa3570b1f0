"""The ledger tells what was published; a build that would lose any of it is refused."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from builders import ARTICLE, LEFT_OUT, NEWSPAPER, article_yaml, changed, dumped
from sites import Site, built, hashes, run, write

from twinning.commands import check, new
from twinning.diagnostics import ContentError
from twinning.publish import anchors
from twinning.publish import ledger as reading
from twinning.publish.grown import edited
from twinning.publish.ledger import Line, append, known_before, shrunk


def ledger(folder: Path, *lines: str) -> Path:
    path = folder / "ledger.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def lines(path: Path) -> dict[str, dict[str, str]]:
    """Give a ledger's lines by their addresses."""
    return {line["address"]: line for line in map(json.loads, path.read_text("utf-8").splitlines())}


# --- Read --------------------------------------------------------------------------------------------------------


def test_articles_are_told_from_their_addresses_and_other_lines_are_left_to_others(tmp_path: Path):
    path = ledger(
        tmp_path,
        '{"address": "/a/ta-0001/", "first": "2026-01-01", "anchors": "p1-3", "novel": [1]}',
        '{"kind": "article", "address": "/a/ta-0002/"}',
        '{"address": "/a/ta-0002/"}',
        '{"address": "/a/"}',
        '{"address": "/councils/northbridge/"}',
    )
    assert known_before(reading.read(path), tmp_path / "site") == {"ta-0001", "ta-0002"}


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", "null", "{}", '{"address": 1}', '{"address": "a/ta-0001/"}', '{"address": "/a/"} {}', "\ufeff{}",
     '{"adress": "/a/ta-0001/"}', '{"address": "/a/../b/"}', '{"address": "//e.example/"}', '{"address": "/a/x y/"}',
     '{"address": "/a/", "to": "/../", "on": "2026-01-05"}', '{"address": "/a/", "to": "/b/", "on": "soon"}',
     '{"address": "/a/%2e/"}',
     '{"address": "/a/", "gone": "It went."}', '{"address": "/.git/"}', '{"address": "/a\\u0000/"}'],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(line: str, tmp_path: Path):
    path = ledger(tmp_path, '{"address": "/a/ta-0001/"}', line, '{"address": "/a/ta-0002/"}', "x")
    with pytest.raises(ContentError) as refused:
        reading.read(path)
    assert [(p.path, p.line, str(p.code)) for p in refused.value.problems] == [
        (str(path), 2, "TW097"),
        (str(path), 4, "TW097"),
    ]
    assert all(p.help for p in refused.value.problems)


def test_bytes_that_are_no_text_are_named(tmp_path: Path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b'{"address": "/a/\xff/"}\n')
    with pytest.raises(ContentError):
        reading.read(path)


@pytest.mark.parametrize("data", [b'\xef\xbb\xbf{"address": "/a/ta-0001/"}\n', b'{"address": "/a/ta-0001/"}',
                                  b'{"address": "/a/ta-0001/"}\r\n'])  # fmt: skip
def test_a_byte_order_mark_a_missing_end_and_other_line_ends_do_no_harm(data: bytes, tmp_path: Path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(data)
    assert reading.read(path).articles == {"ta-0001"}


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
        reading.read(path)
    (problem,) = refused.value.problems
    assert (problem.path, str(problem.code)) == (str(path), "TW097")
    assert problem.message.startswith("the ledger cannot be read: ")


def test_without_a_ledger_the_former_site_tells(tmp_path: Path):
    for name in ("ta-0001", "ta-0002", "notes"):
        (tmp_path / "a" / name).mkdir(parents=True)
        (tmp_path / "a" / name / "index.html").write_text("", "utf-8")
    (tmp_path / "a" / "ta-0003").mkdir()
    empty = reading.read(tmp_path / "ledger.jsonl")
    assert known_before(empty, tmp_path) == {"ta-0001", "ta-0002"}
    assert known_before(empty, tmp_path / "nowhere") == set()


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (["p1", "p2", "p3", "p10", "main"], "p1-3 p10"),
        (["n1"], "n1"),
        (["e9", "e10", "summary", "type-twinning", "a0", "p01"], "a0 e9-10 p01 summary type-twinning"),
        ([], ""),
    ],
)
def test_anchors_are_written_short_and_read_whole(names: list[str], written: str):
    assert anchors.short(names) == written
    assert anchors.whole(written) == set(names) - {"main"}


# --- Far fewer articles ------------------------------------------------------------------------------------------


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
    assert "ta-0003" in said  # said in either case, refused in one


def test_a_broken_ledger_stops_a_build(tmp_path: Path):
    content = write(tmp_path)
    ledger(tmp_path, "{")
    before = hashes(tmp_path)
    status, said = run(content, tmp_path / "site")
    assert status == 1
    assert "ledger.jsonl:1:1: error[TW097]" in said
    assert hashes(tmp_path) == before


# --- Written -----------------------------------------------------------------------------------------------------


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The content of an archive that was published, with its ledger beside it."""
    about = "Title: About\nSlug: about\n\n## What we hold {#held}\n\nAn invented archive.\n"
    second = article_yaml(id="ta-0002", url="https://echo.example/2", published="2019-05-01")
    content = write(tmp_path, {"pages/about.md": about, "articles/ta-0002.yml": second})
    built(content, tmp_path / "site", record=True)
    return content


def again(content: Path, **how: object) -> tuple[int, str]:
    return run(content, content.parent / "site", **how)


def test_publishing_adds_every_page_its_anchors_and_the_files_beside_it(published: Path):
    told = lines(published.parent / "ledger.jsonl")
    article = told["/a/ta-0001/"]
    assert article["title"] == "Northbridge drops Luzhou (Northbridge Echo, 4 March 2021)"
    assert len(article["sha256"]) == 64
    assert {"p1", "p5", "n1", "s1", "summary", "outline"} <= anchors.whole(article["anchors"])
    assert {"record.json", "cite.ris", "annotations.json"} <= set(article["files"].split())
    assert told["/"]["files"] == "annotations.json card.png cite.bib cite.csl.json cite.ris feed.xml linkset.json"
    assert "held" in told["/about/"]["anchors"].split()
    assert "articles.csv" in told["/data/"]["files"].split()
    assert {"/councils/northbridge/", "/partnerships/northbridge/luzhou/", "/people/ada-pike/", "/years/2021/"} <= set(
        told
    )
    assert not [a for a in told if a.startswith(("/theme/", "/404", "/sitemap", "/robots", "/addresses"))]


def test_publishing_again_adds_nothing_and_building_never_does(published: Path):
    before = (published.parent / "ledger.jsonl").read_bytes()
    assert again(published, record=True)[0] == 0
    (published / "articles/ta-0003.yml").write_text(article_yaml(id="ta-0003", url="https://echo.example/3"), "utf-8")
    assert again(published)[0] == 0
    assert (published.parent / "ledger.jsonl").read_bytes() == before


def test_check_tells_of_a_published_page_that_is_gone(published: Path, capsys: pytest.CaptureFixture[str]):
    (published / "articles/ta-0001.yml").unlink()
    assert check.run([], str(published), None, "json") == 1
    lost = [problem["message"] for problem in json.loads(capsys.readouterr().out) if problem["code"] == "TW110"]
    assert any(message.startswith("/a/ta-0001/, published since") for message in lost)


def test_what_is_new_on_a_known_page_is_added_behind_it(published: Path):
    path = published.parent / "ledger.jsonl"
    before = path.read_bytes()
    notes = [*ARTICLE["notes"], {"p": 5, "kind": "context", "text": "A second note."}]
    (published / "articles/ta-0001.yml").write_text(article_yaml(notes=notes), "utf-8")
    assert again(published, record=True)[0] == 0
    assert path.read_bytes().startswith(before)
    (added,) = map(json.loads, path.read_bytes()[len(before) :].splitlines())
    assert (added["address"], added["anchors"]) == ("/a/ta-0001/", "n2 r2")
    assert len(added["notes"].split()) == 2


def test_a_ledger_whose_last_line_has_no_end_keeps_it_apart(tmp_path: Path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b'{"address": "/a/"}')
    append(path, [Line("/b/", first="2026-01-01")])
    assert path.read_bytes() == b'{"address": "/a/"}\n{"address":"/b/","first":"2026-01-01"}\n'


def test_an_archive_without_a_ledger_is_built_and_makes_none(tmp_path: Path):
    built(write(tmp_path), tmp_path / "site")
    assert not (tmp_path / "ledger.jsonl").exists()


def test_the_address_of_the_site_is_not_in_its_ledger(published: Path):
    assert b"archive.example.org" not in (published.parent / "ledger.jsonl").read_bytes()


def test_a_newspaper_whose_only_article_proves_to_be_anothers_keeps_its_files(tmp_path: Path):
    content = write(tmp_path, {"newspapers/post.yml": dumped(NEWSPAPER | {"name": "Northbridge Post"})})
    site = built(content, tmp_path / "site", record=True)
    beside = "newspapers/northbridge-echo/linkset.json"
    assert "item" in site.json(beside)["linkset"][0]
    (content / "articles" / "ta-0001.yml").write_text(article_yaml(newspaper="post"), "utf-8")
    site = built(content, tmp_path / "site", record=True)
    assert "item" not in site.json(beside)["linkset"][0]


# --- Lost --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "address", "remedy"),
    [
        ("articles/ta-0002.yml", "/a/ta-0002/", "withdraw ta-0002 --reason"),
        ("partners/saint-amand.yml", "/partners/saint-amand/", "move /partners/saint-amand/ /partners/"),
        ("pages/about.md", "/about/", "move /about/"),
    ],
)
def test_a_published_page_that_is_gone_is_named_with_its_remedy(file: str, address: str, remedy: str, published: Path):
    (published / file).unlink()
    before = hashes(published.parent / "site")
    status, said = again(published)
    number = list(lines(published.parent / "ledger.jsonl")).index(address) + 1
    assert status == 1
    assert f"ledger.jsonl:{number}:1: error[TW110]: {address}, published since " in said
    assert remedy in said
    assert hashes(published.parent / "site") == before


def test_a_file_beside_a_page_that_is_gone_is_named(published: Path):
    path = published.parent / "ledger.jsonl"
    append(path, [Line("/a/ta-0001/", files="cite.xyz"), Line("/images/chart.png")])
    status, said = again(published)
    assert status == 1
    assert "error[TW110]: /a/ta-0001/cite.xyz, published since " in said
    assert "error[TW110]: /images/chart.png, would be lost" in said


@pytest.mark.parametrize(
    ("file", "text", "lost"),
    [
        ("articles/ta-0001.yml", article_yaml(notes=[]), "/a/ta-0001/#n1"),
        ("articles/ta-0001.yml", article_yaml(statements=[]), "/a/ta-0001/#s1"),
        ("pages/about.md", "Title: About\nSlug: about\n\n## What we hold\n\nNew.\n", "/about/#held"),
    ],
)  # fmt: skip
def test_a_cited_anchor_that_is_gone_is_named(file: str, text: str, lost: str, published: Path):
    # A person of whom no statement is left has a line of its own.
    append(published.parent / "ledger.jsonl", [Line("/people/ada-pike/", gone="It is over.", on="2026-01-05")])
    (published / file).write_text(text, "utf-8")
    status, said = again(published)
    assert status == 1
    assert f"error[TW111]: {lost} would be lost" in said


NOTES = [{"p": 4, "kind": "context", "text": f"Note of {n}."} for n in ("one", "two", "three")]
STATEMENTS = [{**ARTICLE["statements"][0], "gist": f"She says {n}."} for n in ("one", "two")]


@pytest.mark.parametrize(
    ("now", "refused"),
    [
        (
            {"notes": [NOTES[1], NOTES[0], NOTES[2]]},
            "#n1 would lead to other words: the note it was published for is #n2",
        ),
        ({"notes": [NOTES[1], NOTES[2]]}, "#n2 would lead to other words: the note it was published for is #n1"),
        ({"notes": [{**NOTES[0], "text": "New."}, *NOTES]}, "and 2 more likewise"),
        ({"statements": STATEMENTS[::-1]}, "#s1 would lead to other words"),
        ({"notes": [{**NOTES[0], "text": "Note of one, corrected."}, *NOTES[1:]]}, ""),
        ({"notes": [*NOTES, {**NOTES[0], "text": "New."}]}, ""),
        ({"notes": [NOTES[0], {**NOTES[1], "text": "Taken out on 3 May 2027."}, NOTES[2]]}, ""),
    ],
)
def test_notes_and_statements_that_change_places_are_named(now: dict[str, object], refused: str, tmp_path: Path):
    before = {"notes": NOTES, "statements": STATEMENTS}
    content = write(tmp_path, {"articles/ta-0001.yml": article_yaml(**before)})
    built(content, tmp_path / "site", record=True)
    (content / "articles/ta-0001.yml").write_text(article_yaml(**{**before, **now}), "utf-8")
    status, said = again(content)
    assert status == (1 if refused else 0), said
    assert refused in said
    assert ("error[TW112]" in said) is bool(refused)


def test_an_anchor_that_only_the_look_of_a_page_decides_is_kept(published: Path):
    # With fewer proofs there are fewer `e…`; nobody loses a link to one.
    evidence = ARTICLE["reports"][0]["evidence"][:3]
    report = changed(ARTICLE["reports"][0], {"evidence": evidence, "since": LEFT_OUT})
    (published / "articles/ta-0001.yml").write_text(article_yaml(reports=[report], events=[]), "utf-8")
    site = built(published, published.parent / "site")
    told = lines(published.parent / "ledger.jsonl")["/a/ta-0001/"]
    there = {node.attributes["id"] for node in site.page("a/ta-0001/").css("[id]")}
    assert anchors.whole(told["anchors"]) <= there
    assert site.page("a/ta-0001/").css(".kept span")


@pytest.mark.parametrize("to", ["/partners/nowhere/", "/partners/saint-amand/"])
def test_a_move_that_leads_nowhere_or_in_a_circle_is_named(to: str, published: Path):
    (published / "partners/saint-amand.yml").unlink()
    append(published.parent / "ledger.jsonl", [Line("/partners/saint-amand/", to=to, on="2026-01-05")])
    status, said = again(published)
    assert status == 1
    assert "error[TW113]: /partners/saint-amand/ has moved " in said


def test_a_line_of_the_ledger_puts_no_markup_into_a_page(published: Path):
    append(published.parent / "ledger.jsonl", [
        Line("/a/ta-0001/", anchors='x"><script>alert(1)</script>'),
        Line("/people/nobody/", gone="<script>alert(1)</script>", on="2026-01-05"),
        Line("/people/somebody/", to="/people/ada-pike/", on="2026-01-05"),
        Line("/people/ada-pike/", title="<script>alert(1)</script>"),
    ])  # fmt: skip
    site = built(published, published.parent / "site")
    assert not [name for name in site.pages() if "<script>alert" in site.read(name)]


# --- Only added to -----------------------------------------------------------------------------------------------

OLD = b'{"address": "/a/"}\n{"address": "/b/"}\n{"address": "/c/"}\n'


@pytest.mark.parametrize(
    ("now", "named"),
    [
        (OLD, []),
        (OLD + b'{"address": "/d/"}\n', []),
        (b'{"address": "/d/"}\n' + OLD, []),
        (OLD.replace(b"\n", b"\r\n"), []),
        (OLD.rstrip(b"\n"), []),
        (OLD.replace(b"/b/", b"/x/"), ["/b/"]),
        (OLD.replace(b'{"address": "/b/"}\n', b""), ["/b/"]),
        (b'{"address": "/b/"}\n{"address": "/a/"}\n{"address": "/c/"}\n', ["/b/"]),
        (b"", ["/a/", "/b/", "/c/"]),
        (b"\xff\n", ["/a/", "/b/", "/c/"]),
    ],
)
def test_a_line_that_was_edited_removed_or_moved_is_named(now: bytes, named: list[str]):
    problems = edited(Path("ledger.jsonl"), OLD, now)
    assert [str(p.code) for p in problems] == ["TW114"] * len(named)
    assert all(f"the line of {address}," in p.message for address, p in zip(named, problems, strict=True))


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A keeper", "-c", "user.email=keeper@echo.example")
    return subprocess.check_output(["git", "-C", str(folder), *who, *arguments], text=True).strip()


def task(*arguments: str) -> subprocess.CompletedProcess[str]:
    from sites import ROOT

    environment = {**os.environ, "TWINNING_NO_VENV": "1"}
    command = [os.sys.executable, str(ROOT / "tasks.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_the_task_holds_the_ledger_against_a_commit(published: Path):
    folder, path = published.parent, published.parent / "ledger.jsonl"
    git(folder, "init", "-q")
    git(folder, "commit", "-q", "--allow-empty", "-m", "Before the ledger")
    git(folder, "add", "ledger.jsonl")
    git(folder, "commit", "-q", "-m", "The ledger")
    where = ("ledger", "--content", str(published), "--since")
    assert task(*where, "HEAD^").returncode == 0
    assert task(*where, "HEAD").returncode == 0
    assert task(*where, "0" * 40).returncode == 0
    path.write_text(path.read_text("utf-8").replace("p1-5", "p1-4"), "utf-8")
    done = task(*where, git(folder, "rev-parse", "HEAD"))
    assert done.returncode == 1
    assert "error[TW114]: the line of /a/ta-0001/" in done.stderr
    for unknown in ("nowhere", "--help", "f" * 40):
        assert task(*where, unknown).returncode == 2


# --- Numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("memory", ["ledger", "broken ledger", "verified", "moved"])
def test_a_number_that_was_published_or_verified_is_never_used_again(
    memory: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    content = write(tmp_path)
    if memory == "verified":
        (content / "verified.json").write_text('{"ta-0007": {"source": "x"}}', "utf-8")
    else:
        more = ', "to": "/a/ta-0001/", "on": "2026-01-01"' if memory == "moved" else ""
        ledger(tmp_path, f'{{"address": "/a/ta-0007/"{more}}}', *["{"] * (memory == "broken ledger"))
    assert new.run(str(content)) == 0
    assert capsys.readouterr().out.strip().endswith("ta-0008.yml")


def test_a_withdrawn_article_is_not_in_the_sitemap_and_the_others_are(tmp_path: Path):
    gone = article_yaml(
        id="ta-0002", url=LEFT_OUT, rights="withdrawn", withdrawn={"on": "2026-01-06", "reason": "A court asked."},
        summary="Withdrawn.", reports=[], statements=[], events=[], outline=[], notes=[],
    )  # fmt: skip
    site: Site = built(write(tmp_path, {"articles/ta-0002.yml": gone}), tmp_path / "site")
    assert "/a/ta-0001/<" in site.read("sitemap.xml")
    assert "/a/ta-0002/<" not in site.read("sitemap.xml")
