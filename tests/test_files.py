"""Files that are not what a record should be, and names that are one name somewhere else."""

import os
import stat
import time
import unicodedata
from pathlib import Path

import pytest
from builders import NEWSPAPER, SOURCE, TODAY, article_yaml, council_yaml, dumped, source, write_content

from twinning.assembly import assemble
from twinning.diagnostics import Code
from twinning.loading import files, load_content, load_sources

OK = dumped(NEWSPAPER)


def found(content, sources=None):
    """Give (path, code) of every problem of a content folder, in order."""
    problems = load_content(content, sources)[1]
    assert all(problem.help for problem in problems)
    return [(Path(p.path).relative_to(content).as_posix(), p.code) for p in sorted(problems)]


def refusal(path):
    with pytest.raises(files.Failure) as failure:
        files.read_text(path, "x.yml")
    return failure.value.problem.message


# Files


def test_a_device_is_not_opened(tmp_path):
    content = write_content(tmp_path)
    try:
        os.mknod(content / "newspapers" / "zero.yml", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices, and not everywhere")
    assert found(content) == [("newspapers/zero.yml", Code.UNREADABLE)]


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path):
    content = write_content(tmp_path)
    os.mkfifo(content / "councils" / "pipe.yml")
    began = time.monotonic()
    assert found(content) == [("councils/pipe.yml", Code.UNREADABLE)]
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("name", ["partners", "pages", "images"])
def test_a_folder_that_is_a_link_is_not_followed(name, tmp_path):
    content = write_content(tmp_path)
    (content / name).mkdir(exist_ok=True)
    (content / name).rename(tmp_path / "elsewhere")
    (content / name).symlink_to(tmp_path / "elsewhere")
    assert found(content) == [(name, Code.UNREADABLE)]


def test_the_content_itself_may_be_reached_by_a_link(tmp_path):
    (tmp_path / "link").symlink_to(write_content(tmp_path))
    assert found(tmp_path / "link") == []


def test_a_file_of_which_no_size_is_known_is_read_up_to_the_limit():
    assert b"Name:" in files.read_bytes(Path("/proc/self/status"), "x", 100_000)
    with pytest.raises(files.Failure, match="too large"):
        files.read_bytes(Path("/proc/self/status"), "x", 100)


@pytest.mark.parametrize("more", [b"place: a\n", b"x" * (files.MAX_RECORD_BYTES + 1)])
def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch, more):
    path = tmp_path / "x.yml"
    path.write_text(OK)
    real, times = os.fstat, []

    def growing(handle):
        status = real(handle)
        if not times:
            with path.open("ab") as file:
                file.write(more)
        times.append(status)
        return status

    monkeypatch.setattr(os, "fstat", growing)
    assert refusal(path).startswith(("the file was written to while it was read", "the file is too large"))


def test_a_file_cut_short_while_it_is_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "x.yml"
    path.write_text(OK)
    real, times = os.fstat, []

    def shrinking(handle):
        status = real(handle)
        if not times:
            os.truncate(path, 5)
        times.append(status)
        return status

    monkeypatch.setattr(os, "fstat", shrinking)
    assert refusal(path) == "the file was written to while it was read"


def test_a_file_that_is_gone_when_it_is_opened_is_a_problem(tmp_path):
    assert "cannot be read: No such file" in refusal(tmp_path / "x.yml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path):
    content = write_content(tmp_path)
    (content / "councils" / "eastmere.yml").chmod(0)
    assert found(content) == [("councils/eastmere.yml", Code.UNREADABLE)]


@pytest.mark.parametrize("size", [10_000_000, 100_000_000, 10**12])
def test_a_huge_file_is_refused_at_once(tmp_path, size):
    content = write_content(tmp_path)
    (content / "articles" / "ta-0002.yml").touch()
    os.truncate(content / "articles" / "ta-0002.yml", size)
    began = time.process_time()
    assert found(content) == [("articles/ta-0002.yml", Code.UNREADABLE)]
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do


# Names


@pytest.mark.parametrize("names", [("good", "Good"), ("GOOD", "gooD"), ("stra\u00dfe", "strasse")])
def test_names_that_differ_in_capitals_alone_collide_and_name_both(tmp_path, names):
    content = write_content(tmp_path, {f"councils/{n}.yml": council_yaml(name=n) for n in names})
    problems = [p for p in load_content(content, None)[1] if p.code is Code.COLLISION]
    second, first = sorted(names, reverse=True)
    assert [(Path(p.path).stem, f"{first}.yml" in p.message) for p in problems] == [(second, True)]


def test_names_that_differ_in_how_a_letter_is_written_collide(tmp_path):
    whole, pieces = (unicodedata.normalize(form, "caf\u00e9") for form in ("NFC", "NFD"))
    content = write_content(
        tmp_path, {f"partners/{n}.yml": b"name: x\nlevel: town\ncountry: FR\n" for n in (whole, pieces)}
    )
    if len(list((content / "partners").glob("caf*"))) < 2:
        pytest.skip("this file system knows only one way")
    assert Code.COLLISION in [code for _, code in found(content)]


@pytest.mark.parametrize(
    "name",
    [
        *("x.yml.", "x.yml ", "x .yml", "x..yml", " x.yml", "..yml", "%2e%2e.yml", "..%2fx.yml", "a\\b.yml", "x.yml\n"),
        *(
            "\u202ex.yml",
            "x\u200b.yml",
            "con.yml",
            "nul.yml",
            "aux.yml",
            "com1.yml",
            "a:b.yml",
            "a*b.yml",
            "-.yml",
            "x'.yml",
        ),
        *(
            "<b>.yml",
            "$(x).yml",
            "~x.yml",
            "caf\u00e9.yml",
            "cafe\u0301.yml",
            "y" * 81 + ".yml",
            "y" * 240 + ".yml",
            "x.YML",
        ),
    ],
)
def test_a_name_that_no_address_may_have_is_refused(tmp_path, name):
    content = write_content(tmp_path)
    (content / "councils" / name).write_text(council_yaml(name="X"))
    if name.startswith("."):
        assert found(content) == []  # hidden files are not looked at
    else:
        assert [code for _, code in found(content)] == [Code.MISPLACED]


@pytest.mark.parametrize("stem", ["x", "a1", "x" * 80, "saint-amand-2", "0"])
def test_a_plain_name_is_an_address(tmp_path, stem):
    assert found(write_content(tmp_path, {f"councils/{stem}.yml": council_yaml(name="X")})) == []


# Sources


def archive_with(tmp_path, texts, **changes):
    """Give the help of the problems of one article, whose sources' folder holds these files."""
    content = write_content(tmp_path, {"articles/ta-0001.yml": article_yaml(**changes)})
    (tmp_path / "sources").mkdir()
    for name, data in texts.items():
        (tmp_path / "sources" / name).write_bytes(data)
    loaded, problems = load_content(content, tmp_path / "sources")
    return [p.help for p in problems + assemble(loaded, TODAY)[1]]


@pytest.mark.parametrize(
    "saved",
    [
        SOURCE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SOURCE.encode(),
        SOURCE.rstrip("\n").encode(),
        (SOURCE + "\n").encode(),
        SOURCE.replace("\n", "\r\n").encode("utf-8-sig"),
        SOURCE.encode("cp1252"),
    ],
)
def test_a_source_saved_anew_is_recognised(tmp_path, saved):
    [help_] = archive_with(tmp_path, {"a.txt": saved})
    assert "a.txt is this text saved anew" in help_
    assert f"write `sha256: {source_of(saved)}`" in help_


def source_of(data):
    from twinning.text import sha256

    return sha256(data)


def test_a_changed_source_is_not_taken_for_one_saved_anew(tmp_path):
    [help_] = archive_with(tmp_path, {"a.txt": SOURCE.replace("1986", "1987").encode()})
    assert "saved anew" not in help_
    assert "a.txt, which no record names" in help_


@pytest.mark.parametrize("name", ["a.TXT", "a.text", "a.Txt", "a.txt.txt~"])
def test_a_text_whose_name_keeps_it_from_being_read_is_told(tmp_path, name):
    (tmp_path / name).write_text(SOURCE)
    (tmp_path / "README.md").write_text("x")
    problems = []
    assert load_sources(tmp_path, problems) == {}
    assert [(p.code, Path(p.path).name) for p in problems] == [(Code.BAD_SOURCE, name)] * (not name.endswith("~"))
    assert all("end in `.txt`" in p.help for p in problems)


@pytest.mark.parametrize("slip", [str.upper, lambda digits: f" {digits} "])
def test_a_hash_in_capitals_is_answered_with_the_hash(tmp_path, slip):
    sha256 = source().sha256
    [help_] = archive_with(tmp_path, {}, source={"sha256": slip(sha256), "paragraphs": 5})
    assert help_.startswith(f"did you mean `{sha256}`? ")
