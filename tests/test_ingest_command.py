"""`ingest` writes a record for each raw text, changes nothing that is there, and goes on where it was stopped."""

import io
import os
import shutil
import stat
from pathlib import Path

import pytest
from builders import TODAY, write_content

from twinning.commands import ingest as command
from twinning.commands import shelf
from twinning.commands.intake import Intake, opened
from twinning.gate import check
from twinning.ingest import propose
from twinning.loading import load_content
from twinning.loading.files import read_text
from twinning.text import sha256

ROOT = Path(__file__).resolve().parent.parent
STORY = """\
Eastmere council ends link with Ivanovo

Published 4 March 2022

Eastmere Borough Council has voted to end its twinning with the Russian city of Ivanovo.

Councillors met for two hours before the vote, which was carried by a large majority of those who were there.

“We have no choice,” said council leader Ada Pike, who had asked for a quick decision on the matter last month.
"""
FAIR = "A fair\n\nIt rained on the fair for the whole of the day.\n\nNobody minded much, said those who came.\n"
PAGE = f"""<!doctype html>
<html><head><title>Echo</title><link rel="canonical" href="https://www.echo.example.org/ivanovo">
<meta property="og:url" content="https://www.echo.example.org/ivanovo"></head><body><nav>Home</nav><article>
{"".join(f"<p>{line}</p>" for line in STORY.splitlines() if line).replace("<p>", "<h1>", 1).replace("</p>", "</h1>", 1)}
</article></body></html>
"""


@pytest.fixture
def place(tmp_path):
    write_content(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "raw").mkdir()
    return tmp_path


def raw(place, name, text):
    path = place / "raw" / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def ingest(place, *paths, **how):
    return command.run([*paths] or [str(place / "raw")], str(place / "content"), str(place / "sources"), **how)


def articles(place):
    return sorted(path.name for path in (place / "content/articles").iterdir())


def record(place, name):
    content, problems = load_content(place / "content", None)
    assert [p for p in problems if p.severity == "error"] == []
    return content.articles[name].record


def errors(place):
    found = check(place / "content", place / "sources", TODAY).problems
    return [p for p in found if p.severity == "error"]


def test_a_text_gets_a_record_with_the_next_free_number(place):
    raw(place, "story.txt", STORY)
    assert ingest(place) == 0
    assert articles(place) == ["ta-0001.yml", "ta-0002.yml"]
    made = record(place, "ta-0002")
    assert made.reports[0].outcome == "ended"
    assert made.reviewed is None
    assert all(proposed.by == "machine" for proposed in made.reports[0].proposed)
    assert (place / "sources/story.txt").read_text() == STORY
    assert made.source.sha256 == sha256(STORY.encode())
    assert errors(place) == []


def test_places_that_the_archive_does_not_know_get_records(place):
    raw(place, "story.txt", STORY)
    ingest(place)
    made = record(place, "ta-0002").reports[0]
    text = (place / "content/partners" / f"{made.partner}.yml").read_text()
    assert "name: Ivanovo" in text
    assert "by: machine" in text


def test_a_saved_page_becomes_a_text_and_its_newspaper_is_found_by_its_address(place):
    raw(place, "saved.html", PAGE)
    assert ingest(place) == 0
    made = record(place, "ta-0002")
    assert made.url == "https://www.echo.example.org/ivanovo"
    assert made.newspaper == "echo-example-org"
    stored = (place / "sources/saved.txt").read_bytes()
    assert sha256(stored) == made.source.sha256
    assert b"<p>" not in stored
    assert errors(place) == []
    assert ingest(place) == 0
    assert articles(place) == ["ta-0001.yml", "ta-0002.yml"]


@pytest.mark.parametrize(
    "said",
    [
        '<meta property="og:site_name" content="The Eastmere Echo">',
        '<script type="application/ld+json">{"headline": "x", "publisher": {"name": "The Eastmere Echo"}}</script>',
    ],
)
def test_a_saved_page_that_names_its_newspaper_gives_it_its_name(place, said):
    raw(place, "saved.html", PAGE.replace("</head>", f"{said}</head>"))
    assert ingest(place) == 0
    made = record(place, "ta-0002")
    assert made.newspaper == "the-eastmere-echo"
    assert "name: The Eastmere Echo" in (place / "content/newspapers/the-eastmere-echo.yml").read_text()
    assert errors(place) == []


def test_a_text_comes_from_standard_input(place, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert ingest(place, "-") == 0
    assert record(place, "ta-0002").headline == "Eastmere council ends link with Ivanovo"
    assert (place / f"sources/text-{sha256(STORY.encode())[:12]}.txt").is_file()


def test_the_summary_names_the_places_that_are_proposed_with_a_record(place, capsys):
    raw(place, "new.txt", "Link is over\n\n4 March 2022\n\nWexcombe Town Council has ended its twinning with Perm.\n")
    assert ingest(place) == 0
    said = capsys.readouterr().err
    assert "1 record written (ta-0002), with them " in said
    assert "councils/wexcombe" in said
    assert "partners/perm" in said


def test_a_text_of_no_partnership_is_told(place, capsys):
    raw(place, "new.txt", "Bins\n\n4 March 2022\n\nWexcombe Town Council will empty the bins on Tuesday.\n")
    assert ingest(place) == 0
    assert ", 1 without a partnership (ta-0002)" in capsys.readouterr().err


def test_the_same_text_is_told_and_skipped(place, capsys):
    raw(place, "story.txt", STORY)
    raw(place, "again.txt", STORY)
    assert ingest(place) == 0
    said = capsys.readouterr().err
    assert "2 files read: 1 record written (ta-0002), with them " in said
    assert ", 1 text here before (ta-0002)" in said
    assert articles(place) == ["ta-0001.yml", "ta-0002.yml"]
    assert len(list((place / "sources").iterdir())) == 1


def test_the_same_story_is_linked(place, capsys):
    raw(place, "a.txt", STORY)
    raw(place, "b.txt", STORY + "The Echo is on sale every Friday from all good shops in the town.\n")
    assert ingest(place) == 0
    assert record(place, "ta-0003").same_story == ("ta-0002",)
    assert "1 of a story that is here already (ta-00" in capsys.readouterr().err
    assert errors(place) == []


def test_a_record_that_a_person_edited_is_never_changed(place):
    raw(place, "story.txt", STORY)
    ingest(place)
    path = place / "content/articles/ta-0002.yml"
    edited = path.read_text().replace("outcome: ended", "outcome: unclear") + "# looked at\n"
    path.write_text(edited)
    raw(place, "fair.txt", FAIR)
    assert ingest(place) == 0
    assert path.read_text() == edited
    assert articles(place) == ["ta-0001.yml", "ta-0002.yml", "ta-0003.yml"]


def test_nothing_that_is_there_is_written_over(place):
    (place / "sources/story.txt").write_text("Another text.\n")
    raw(place, "story.txt", STORY)
    assert ingest(place) == 0
    assert (place / "sources/story.txt").read_text() == "Another text.\n"
    assert (place / "sources/story-2.txt").read_text() == STORY


def test_a_text_that_lies_among_the_sources_stays_as_it_is(place):
    (place / "sources/story.txt").write_text(STORY)
    assert ingest(place, str(place / "sources")) == 0
    assert [path.name for path in (place / "sources").iterdir()] == ["story.txt"]
    assert record(place, "ta-0002").source.sha256 == sha256(STORY.encode())


def test_a_run_that_was_stopped_goes_on_where_it_stopped(place, monkeypatch, capsys):
    for number in range(4):
        raw(place, f"{number}.txt", f"Fair {number}\n\nOn day {number} it rained.\n")
    takes = Intake.take

    def stopped(intake, data, name):
        if name.endswith("2.txt"):
            raise KeyboardInterrupt
        takes(intake, data, name)

    monkeypatch.setattr(Intake, "take", stopped)
    with pytest.raises(KeyboardInterrupt):
        ingest(place)
    assert articles(place) == ["ta-0001.yml", "ta-0002.yml", "ta-0003.yml"]
    monkeypatch.setattr(Intake, "take", takes)
    assert ingest(place) == 0
    assert len(articles(place)) == 5
    said = capsys.readouterr().err
    assert "4 files read: 2 records written (ta-0004, ta-0005), " in said
    assert ", 2 texts here before (ta-0002, ta-0003)" in said
    assert errors(place) == []


@pytest.mark.parametrize("after", range(5))
def test_wherever_a_run_is_stopped_the_next_one_finishes_it(place, monkeypatch, after):
    """Between the text, the places, the newspaper and the record: what is there is whole, and nothing comes twice."""
    raw(place, "story.txt", STORY)
    puts, left = shelf.put, [after]

    def stopped(path, data):
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return puts(path, data)

    monkeypatch.setattr("twinning.commands.intake.put", stopped)
    try:
        ingest(place)
    except KeyboardInterrupt:
        assert after < 4
    monkeypatch.setattr("twinning.commands.intake.put", puts)
    assert ingest(place) == 0
    assert articles(place) == ["ta-0001.yml", "ta-0002.yml"]
    assert len(list((place / "content/partners").iterdir())) == 3
    assert len(list((place / "sources").iterdir())) == 1
    assert errors(place) == []


def test_two_runs_at_once_take_two_numbers(place):
    one, other = (opened(place / "content", place / "sources", None) for _ in range(2))
    one.take(STORY.encode(), "a.txt")
    other.take(FAIR.encode(), "b.txt")
    assert (one.new, other.new) == (["ta-0002"], ["ta-0003"])
    assert errors(place) == []


def test_a_folder_of_bad_files_is_told_file_by_file_and_the_texts_in_it_are_read(place, capsys):
    for name, data in {
        "paper.pdf": b"%PDF-1.7\n",
        "photo.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 40,
        "texts.zip": b"PK\x03\x04" + b"\0" * 40,
        "empty.txt": b"",
    }.items():
        raw(place, name, data)
    with (place / "raw/vast.txt").open("wb") as vast:
        vast.truncate(100_000_000)
    (place / "raw/deep").mkdir()
    raw(place, "deep/story.txt", STORY)
    assert ingest(place) == 1
    said = capsys.readouterr().err
    for name in ("paper.pdf", "photo.jpg", "texts.zip", "empty.txt", "vast.txt"):
        assert f"raw/{name}: error[TW" in said, name
    assert "6 files read: 1 record written (ta-0002), with them " in said
    assert ", 5 no text" in said
    assert errors(place) == []


def test_the_newspaper_of_all_texts_can_be_said(place, capsys):
    raw(place, "story.txt", STORY)
    assert ingest(place, newspaper="northbridge-echo") == 0
    assert record(place, "ta-0002").newspaper == "northbridge-echo"
    assert ingest(place, newspaper="nowhere") == 2
    assert "nowhere.yml" in capsys.readouterr().err


def test_nothing_is_left_beside_what_was_written(place):
    raw(place, "story.txt", STORY)
    ingest(place)
    assert list(place.rglob(".*")) == []


def test_on_a_disk_without_links_files_are_put_in_place_too(tmp_path, monkeypatch):
    def no_link(self, target):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_link)
    path = tmp_path / "new/a.txt"
    assert shelf.put(path, b"one")
    assert not shelf.put(path, b"two")
    assert path.read_bytes() == b"one"
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_to_is_said(place, capsys):
    raw(place, "story.txt", STORY)
    (place / "sources").chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert ingest(place) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_place_that_is_no_folder_is_said(place, capsys):
    raw(place, "story.txt", STORY)
    shutil.rmtree(place / "content/partners")
    (place / "content/partners").write_text("no folder")
    assert ingest(place) == 2
    assert "cannot be written" in capsys.readouterr().err


# The corpus


CORPUS = ROOT / "tests/corpus/tune"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the texts to tune on are not here")
def test_every_record_written_of_the_corpus_passes(place):
    assert ingest(place, str(CORPUS)) == 0
    assert errors(place) == []
    texts = {sha256(path.read_bytes()) for path in CORPUS.glob("*.txt")}
    content, _ = load_content(place / "content", place / "sources")
    assert {e.record.source.sha256 for e in content.articles.values()} >= texts
    for entry in content.articles.values():
        assert len(read_text(Path(entry.path), entry.path)) < 30_000


def test_a_text_whose_record_is_here_already_is_kept_where_it_is_not_at_hand(place):
    raw(place, "story.txt", STORY)
    ingest(place)
    (place / "sources/story.txt").unlink()
    assert ingest(place) == 0
    assert (place / "sources/story.txt").read_text("utf-8") == STORY
    assert articles(place) == ["ta-0001.yml", "ta-0002.yml"]


def test_a_folder_that_cannot_be_read_is_refused_and_not_passed_over(place, capfd, monkeypatch):
    locked = place / "raw" / "locked"
    locked.mkdir()
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != locked and may(path, mode))
    assert command.run([str(place / "raw")], str(place), str(place / "sources")) == 2
    assert f"the folder {locked} cannot be read" in capfd.readouterr().err


def test_what_a_broken_line_says_is_shown_from_the_line_it_stands_in():
    told = (
        "Friends no more\n\nBy the end of the year Eastmere Borough Council\nwill have ended its twinning, for it was\nvoted 19 "
        "to 14 on Monday to scrap the link\nwith Ivanovo in Russia.\n"
    )
    report = propose(told.encode(), "a.txt").reports[0]
    shown = [passage for passage in report.outcome.evidence if "scrap the link" in passage.quote]
    assert [passage.p for passage in shown] == [4]
