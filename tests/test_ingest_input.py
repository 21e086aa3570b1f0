"""Raw files: what is a text is read, whatever its encoding; what is none is named, and the others go on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from twinning.ingest import NotAText, propose
from twinning.ingest.texts.repair import LARGEST, mended, read

ROOT = Path(__file__).resolve().parent.parent
STORY = """\
Eastmere council ends link with Ivanovo

Published 4 March 2022

Eastmere Borough Council has voted to end its twinning with the Russian city of Ivanovo.

“We have no choice,” said council leader Ada Pike.
"""


def ingest(*arguments, given=None):
    command = [sys.executable, str(ROOT / "tasks.py"), "ingest", *arguments]
    return subprocess.run(
        command, env=os.environ | {"TWINNING_NO_VENV": "1"}, input=given, capture_output=True, check=False, cwd=ROOT
    )


NOT_TEXTS = {
    "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "photo.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "scan.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 40,
    "texts.zip": b"PK\x03\x04" + b"\0" * 40,
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "noise.txt": bytes(range(32)) * 20,
    "menu.html": b"<!doctype html><html><body><nav>Home</nav><p>Nothing here.</p></body></html>",
}


@pytest.mark.parametrize("name", NOT_TEXTS)
def test_what_is_no_text_is_refused_with_a_remedy(name):
    with pytest.raises(NotAText) as refused:
        propose(NOT_TEXTS[name], name)
    assert refused.value.help


def test_what_is_no_text_is_named_and_the_others_go_on(tmp_path):
    for name, data in NOT_TEXTS.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "vast.txt").write_bytes(b"word " * (8_400_000 // 5))
    done = ingest("--json", str(tmp_path))
    assert done.returncode == 1
    assert [Path(json.loads(line)["file"]).name for line in done.stdout.splitlines()] == ["story.txt"]
    said = done.stderr.decode()
    assert all(name in said for name in [*NOT_TEXTS, "vast.txt"])
    assert "TW100" in said
    assert "Traceback" not in said


def test_standard_input_is_read():
    done = ingest("--json", "-", given=STORY.encode())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["file"] == "-"


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path):
    assert ingest("--json", str(tmp_path / "none.txt")).returncode == 2


def test_a_text_larger_than_any_article_is_refused():
    with pytest.raises(NotAText, match="no article has"):
        read(b"a" * (LARGEST + 1), "x")


@pytest.mark.parametrize(
    ("spoilt", "meant"),
    [
        ("the councilâ€™s leader", "the council’s leader"),
        ("â€œover", "“over"),
        ("La FertÃ©-MacÃ©", "La Ferté-Macé"),
        ("the council’s leader", "the council’s leader"),
        ("Sao Tomé", "Sao Tomé"),
        ("it\x92s", "it’s"),
    ],
)
def test_a_wrong_encoding_is_undone_and_curly_marks_stay(spoilt, meant):
    assert mended(spoilt) == meant


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_one_story_in_four_encodings_says_the_same(encoding):
    found = propose(STORY.encode(encoding), "story.txt")
    assert [(r.council.value.name, r.partner.value.name, r.outcome.value) for r in found.reports] == [
        ("Eastmere Borough Council", "Ivanovo", "ended")
    ]
    assert "“We have no choice,”" in found.source.text


def test_a_text_of_two_encodings_is_read_line_by_line_and_kept_as_utf_8():
    data = "The twinning – over.\n".encode() + "The café is open.\n".encode("cp1252")
    found = read(data, "x")
    assert found.lines == ("The twinning – over.", "The café is open.")
    assert found.stored.decode() == "The twinning – over.\nThe café is open."
    assert any(defect.kind == "encoding" for defect in found.defects)


def test_evidence_of_a_spoilt_text_stands_in_the_text_as_it_came():
    spoilt = STORY.replace("Ivanovo.", "Ivanovo – the councilâ€™s last link.")
    found = propose(spoilt.encode(), "x")
    paragraphs = {p.number: p.text for p in found.source.paragraphs}
    assert found.reports
    for report in found.reports:
        for p, quote, _ in report.evidence:
            assert quote in paragraphs[p]


def test_a_saved_page_gives_its_article_without_the_page():
    page = """<!doctype html><html><head><title>Eastmere ends link | Echo</title>
    <meta property="article:published_time" content="2022-03-04T06:00:00Z">
    <meta name="author" content="Ada Pike"></head>
    <body><nav><a>Home</a></nav><article><h1>Eastmere ends link</h1>
    <p>Eastmere Borough Council has voted to end its twinning with the Russian city of Ivanovo,
    after a long debate on Monday.</p>
    <aside><p>Read more: Luzhou twin town news</p></aside>
    <p>The decision follows weeks of talks about what the link was for, and who would
    pay for it next year.</p></article>
    <footer>© Echo</footer></body></html>"""
    found = propose(page.encode(), "page.html")
    assert found.headline.value == "Eastmere ends link"
    assert found.published.edtf == "2022-03-04"
    assert found.byline[0].value.family == "Pike"
    assert len(found.paragraphs) == 3
    assert found.stored.decode().splitlines()[0] == "Eastmere ends link"
