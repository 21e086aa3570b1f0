"""From files to records: what is accepted, and how everything else ends in a problem at its place."""

import os
import socket
import time
from pathlib import Path

import pytest
from builders import (
    ARTICLE,
    CONTENT,
    COUNCIL,
    LEFT_OUT,
    NEWSPAPER,
    SOURCE,
    article_yaml,
    council_yaml,
    dumped,
    partner_yaml,
    report,
    source,
    write_content,
)

from twinning.diagnostics import Code, Fault
from twinning.evidence import verified
from twinning.loading import RESERVED, files, load_content, load_sources, load_text
from twinning.records import Article, Council, Newspaper, Partner

OK = dumped(NEWSPAPER)


def found(text, cls=Newspaper):
    """Give code, line and column of every problem of a text."""
    record, problems = load_text("x.yml", text, cls)
    assert (record is None) or not problems
    return [(p.code.name, p.line, p.column) for p in problems]


def help_of(text, cls=Newspaper):
    [problem] = load_text("x.yml", text, cls)[1]
    return problem.help


def read(tmp_path, data):
    """Read a file's text, or give the problem."""
    path = tmp_path / "x.yml"
    path.write_bytes(data)
    try:
        return files.read_text(path, "x.yml")
    except files.Failure as failure:
        return failure.problem


def place(problem):
    return (problem.code.name, problem.line, problem.column)


@pytest.fixture(autouse=True)
def _no_test_takes_a_second_of_cpu():
    began = time.process_time()
    yield
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do


# Records as they should be


@pytest.mark.parametrize(
    ("text", "cls"),
    [(article_yaml(), Article), (council_yaml(), Council), (partner_yaml(), Partner), (OK, Newspaper)],
)
def test_a_record_is_loaded(text, cls):
    record, problems = load_text("x.yml", text, cls)
    assert isinstance(record, cls)
    assert problems == []


def test_a_record_of_everything_is_loaded():
    text = article_yaml(
        supplied_title=LEFT_OUT,
        byline=[{"person": {"family": "Stone", "given": "Ida"}}, {"agency": "A News Agency"}],
        published_basis="The paper's own page says so.",
        section="News",
        edition="Late",
        pages="3-4",
        language="en-GB",
        archived=[{"url": "https://archive.example/1", "date": "2021-03-05"}],
        rights="open-licence",
        licence={"name": "OGL v3.0", "url": "https://licence.example/ogl"},
    )
    record, problems = load_text("x.yml", text, Article)
    assert problems == []
    assert record.byline[0].person.given == "Ida"


# Files that are no records


@pytest.mark.parametrize("data", [b"", b" ", b"\n\n", b"\t \r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_a_file_of_nothing_is_empty(tmp_path, data):
    problem = read(tmp_path, data)
    assert (place(problem), problem.message) == (("EMPTY", 0, 0), "the file is empty")


@pytest.mark.parametrize("text", ["# a comment", "\n# a\n# b\n", "#", "%YAML 1.1\n# a"])
def test_a_file_of_comments_is_empty(text):
    assert found(text)[0][0] in {"EMPTY", "SYNTAX"}
    assert found("# a comment") == [("EMPTY", 1, 1)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_refused(tmp_path, encoding):
    problem = read(tmp_path, OK.encode(encoding))
    assert problem.code is Code.ENCODING
    assert problem.help


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"name: Caf\xe9", 1, 10, "byte 9 "),
        (b"# \xc3\xa9\nname: Caf\xe9", 2, 10, "byte 14 "),
        (b"name: \xc3\xa9\xe9", 1, 8, "byte 8 "),
        (b"a: b\r\nname: Caf\xe9", 2, 10, "byte 15 "),
        (b"a: b\rname: Caf\xe9", 2, 10, "byte 14 "),
        (b"\xef\xbb\xbfname: Caf\xe9", 1, 10, "byte 12 "),
        (b"name: a" + b"\n" * 2000 + b"b: \xff", 2001, 4, "byte 2,010 "),
        (b"name: \xed\xa0\x80", 1, 7, "byte 6 "),
        (b"name: \xc3", 1, 7, "byte 6 "),
    ],
)
def test_latin_1_is_refused_at_its_byte(tmp_path, data, line, column, byte):
    problem = read(tmp_path, data)
    assert place(problem) == ("ENCODING", line, column)
    assert byte in problem.message
    assert f"0x{data[int(byte.split()[1].replace(',', ''))]:02x}" in problem.message
    assert "UTF-8" in problem.help


@pytest.mark.parametrize(
    "character",
    [*map(chr, [*range(9), 0xB, 0xC, *range(0xE, 0x20), 0x7F, 0x80, 0x9F, 0x202E, 0x2066, 0xFEFF, 0xFFFE, 0xFFFF])],
)
def test_a_control_character_is_refused_at_its_column(tmp_path, character):
    problem = read(tmp_path, f"id: x\nname: éa{character}b\n".encode())
    assert place(problem) == ("ENCODING", 2, 9)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\x1b", "\\u0007", "\\u202E", "\\uFEFF"])
@pytest.mark.parametrize("text", ['name: "a{}"\n', '"na{}me": a\n', 'name: a\naliases: [b, "{}"]\n'])
def test_an_escape_makes_no_control_character(text, escape):
    [(code, line, _)] = found(text.format(escape))
    assert (code, line) == ("ENCODING", text.count("\n"))


@pytest.mark.parametrize(
    "data",
    [
        OK.encode(),
        b"\xef\xbb\xbf" + OK.encode(),
        OK.replace("\n", "\r\n").encode(),
        OK.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + OK.replace("\n", "\r\n").encode(),
    ],
)
def test_a_mark_at_the_start_and_other_line_ends_change_nothing(tmp_path, data):
    assert read(tmp_path, data) == OK


def test_a_file_is_read_up_to_its_limit(tmp_path):
    comment = "#" * (files.MAX_RECORD_BYTES - len(OK))
    assert read(tmp_path, (OK + comment).encode()) == OK + comment
    problem = read(tmp_path, (OK + comment + "#").encode())
    assert place(problem) == ("UNREADABLE", 0, 0)
    assert "262,145 bytes, and at most 262,144" in problem.message


def test_a_file_of_100_megabytes_is_not_read(tmp_path):
    path = tmp_path / "x.yml"
    path.touch()
    os.truncate(path, 100_000_000)
    with pytest.raises(files.Failure, match="too large: 100,000,000 bytes"):
        files.read_text(path, "x.yml")


def made(kind, path):
    """Make something at a path that is no ordinary file."""
    other = path.parents[2] / "other.yml"
    other.write_text(OK)
    if kind == "link":
        path.symlink_to(other)
    elif kind == "link to itself":
        path.symlink_to(path)
    elif kind == "link to nothing":
        path.symlink_to("nothing")
    elif kind == "link to a device":
        path.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        here = Path.cwd()
        os.chdir(path.parent)  # the path of a socket may not be long
        socket.socket(socket.AF_UNIX).bind(path.name)
        os.chdir(here)


KINDS = ["link", "link to itself", "link to nothing", "link to a device", "pipe", "folder", "socket"]


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_ordinary_file_is_not_opened(tmp_path, kind):
    content = write_content(tmp_path)
    made(kind, content / "newspapers" / "x.yml")
    loaded, problems = load_content(content, None)
    [problem] = problems
    assert (problem.path, place(problem)) == (str(content / "newspapers" / "x.yml"), ("UNREADABLE", 0, 0))
    assert ("symbolic link" in problem.message) == kind.startswith("link")
    assert list(loaded.newspapers) == ["northbridge-echo"]


def raising(error):
    def raises(*_):
        raise error

    return raises


@pytest.mark.parametrize(
    ("call", "error"), [("open", PermissionError(13, "Permission denied")), ("fstat", OSError(5, "Input/output error"))]
)
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path, monkeypatch, call, error):
    path = tmp_path / "x.yml"
    path.write_text(OK)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, raising(error))
        with pytest.raises(files.Failure, match=f"cannot be read: {error.strerror}"):
            files.read_text(path, "x.yml")


# Texts that are no plain data


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[" * 50_000, ("TOO_DEEP", 1, 25)),
        ("{a: " * 50_000, ("TOO_DEEP", 1, 94)),
        ("- " * 50_000, ("TOO_DEEP", 1, 49)),
        ("? " * 20_000, ("TOO_DEEP", 1, 49)),
        ("\n".join(" " * i + "a:" for i in range(100)), ("TOO_DEEP", 24, 24)),
        ("aliases: " + "[" * 24 + "]" * 24, ("TOO_DEEP", 1, 33)),
        ("aliases: [" + "a," * 120_000 + "]", ("TOO_DEEP", 1, 200_005)),
        ("name: *a\n", ("FORBIDDEN_YAML", 1, 7)),
        ("name: &a x\n", ("FORBIDDEN_YAML", 1, 7)),
        ("&a name: x\n", ("FORBIDDEN_YAML", 1, 1)),
        ("name: !!python/object/apply:os.system ['true']\n", ("FORBIDDEN_YAML", 1, 7)),
        ("name: !include /etc/passwd\n", ("FORBIDDEN_YAML", 1, 7)),
        ("!!map {name: x}\n", ("FORBIDDEN_YAML", 1, 1)),
        ("name: a\n---\nname: b\n", ("FORBIDDEN_YAML", 2, 1)),
        ("name: a\n...\nname: b\n", ("SYNTAX", 3, 1)),
        ("name: a\nname: b\n", ("DUPLICATE_FIELD", 2, 1)),
        ("{name: a, name: b}", ("DUPLICATE_FIELD", 1, 11)),
        ("name: a\n'name': b\n", ("DUPLICATE_FIELD", 2, 1)),
        ("name: a\n? name\n: b\n", ("DUPLICATE_FIELD", 2, 3)),
        ("? [a]\n: b\n", ("SYNTAX", 1, 3)),
        ("name: a: b\n", ("SYNTAX", 1, 8)),
        ("name: 'Here's'\n", ("SYNTAX", 1, 13)),
        ("name: @x\n", ("SYNTAX", 1, 7)),
        ("name: `x`\n", ("SYNTAX", 1, 7)),
        ("name: a\n\tplace: b\n", ("SYNTAX", 2, 1)),
        ("name: [a\n", ("SYNTAX", 1, 7)),
        ("name: 'a\n\nplace: b", ("SYNTAX", 1, 7)),
        ('name: a\nplace: "b\n', ("SYNTAX", 2, 8)),
        ("name: a\n  place: b\n", ("SYNTAX", 2, 8)),
        ("name: a\n place: b\n", ("SYNTAX", 2, 7)),
        ("name: %x\n", ("SYNTAX", 1, 7)),
        ("name: a\nb\n", ("SYNTAX", 2, 1)),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_what_is_no_plain_data_is_refused_at_its_place(text, problem):
    assert found(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("name: x\nurl: &a [x, x]\nnote: &b [*a, *a]\n", {("FORBIDDEN_YAML", 2, 6), ("FORBIDDEN_YAML", 3, 7)}),
        ("name: *a\nurl: !x y\nissn: x\n", {("FORBIDDEN_YAML", 1, 7), ("FORBIDDEN_YAML", 2, 6), ("BAD_VALUE", 3, 7)}),
        ("name: [*a]\n", {("FORBIDDEN_YAML", 1, 8), ("WRONG_TYPE", 1, 7)}),
        ("name: a\nissn: x\nname: b\nname: c\n",
         {("BAD_VALUE", 2, 7), ("DUPLICATE_FIELD", 3, 1), ("DUPLICATE_FIELD", 4, 1)}),
        ("issn: 0028-0830\nissn: 0028-0830\nname: a\n", {("DUPLICATE_FIELD", 2, 1)}),
        ("name: a\nplaces:\n- name: b\n  name: c\n", {("UNKNOWN_FIELD", 2, 1), ("DUPLICATE_FIELD", 4, 3)}),
        ('name: "a\\0"\nissn: x\n', {("ENCODING", 1, 7), ("BAD_VALUE", 2, 7)}),
    ],
)  # fmt: skip
def test_what_is_no_plain_data_hides_nothing_else(text, problems):
    assert sorted(found(text)) == sorted(problems)


@pytest.mark.parametrize("unit", ["*a,", "!x y,", "&a z,"])
def test_a_thousand_things_that_are_no_plain_data_are_told_and_no_more(unit):
    refused = [p for p in found(OK + "aliases: [" + unit * 1000 + "]") if p[0] == "FORBIDDEN_YAML"]
    assert len(refused) == 1000
    assert len(found(OK + "aliases: [" + unit * 50_000 + "]")) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: a: b\n", "quote it"),
        ("name: 'Here's'\n", "quote it"),
        ("name: @x\n", "quote it"),
        ("name: `x`\n", "quote it"),
        ("name: a\n\tplace: b\n", "spaces, not tabs"),
        ("name: [a\n", "from here upwards"),
        ("name: *a\n", "quotation marks if it is meant as text"),
        ("name: a\nname: b\n", "keep one of the two"),
    ],
)
def test_the_remedy_is_named(text, says):
    assert says in help_of(text)


def test_depth_24_is_still_read():
    text = "aliases: " + "[" * 22 + "]" * 22 + "\n" + OK
    assert found(text) == [("WRONG_TYPE", 1, 11)]


HOSTILE = {
    "brackets that close": "[]" * 130_000,
    "pairs": "[" + "a: b, " * 40_000 + "]",
    "colons": ": " * 130_000,
    "quotes": "'" * 200_000,
    "lines": "\n" * 262_000 + "x",
    "comments": "# c\n" * 60_000,
    "keys": "".join(f"a{n}: x\n" for n in range(25_000)),
    "near keys": "".join(f"nam{n}: x\n" for n in range(14_000)),
    "long key": "? " + "x" * 262_000 + "\n: a",
    "long value": "name: " + "x " * 130_000,
    "long value in lines": "name: |\n" + "  x\n" * 60_000,
    "escapes": 'name: "' + "\\x41" * 60_000 + '"',
    "empty entries": "-\n" * 130_000,
    "999 brackets": "[" * 999,
    "digits": "name: a\nissn: " + "9" * 262_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_takes_no_hostile_time(text):
    assert found(text) != []


@pytest.mark.parametrize("unit", ["{kind: x, text: y},", "{type: twinnin},", "~,", "[],"])
def test_thousands_of_slips_take_no_hostile_time(unit):
    field = "notes" if "kind" in unit else "reports"
    text = article_yaml(**{field: LEFT_OUT}) + f"{field}: [" + unit * (200_000 // len(unit) // 4) + "]"
    assert len(found(text, Article)) > 1000


def test_the_first_hundred_problems_of_a_file_get_a_suggestion():
    problems = load_text("x.yml", OK + "".join(f"nam{n}: x\n" for n in range(200)), Newspaper)[1]
    assert len(problems) == 200
    assert [p.line for p in problems if "schema/" not in p.help] == list(range(2, 102))


def test_a_problem_is_told_in_one_short_line():
    texts = [
        "? " + "x\u00a0" * 1000 + "\n: a",
        "type: " + "x" * 5000,
        '"a\\nb": x',
        "'a\n\n b': 1\n'a\n\n b': 2",
        "gss: '" + "7" * 999 + "'",
    ]
    for text in texts:
        for problem in load_text("x.yml", text, Council)[1]:
            assert len(problem.message) < 200
            assert "\n" not in problem.message


# The shape of records


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("headlin", "headline"),
        ("Headline", "headline"),
        ("publishd", "published"),
        ("note", "notes"),
        ("summery", "summary"),
    ],
)
def test_a_misspelt_field_is_answered_with_the_right_one(slip, meant):
    text = article_yaml() + f"{slip}: x\n"
    assert found(text, Article) == [("UNKNOWN_FIELD", text.count("\n"), 1)]
    assert help_of(text, Article) == f"did you mean `{meant}`?"


def test_an_unknown_field_is_told_at_any_depth():
    text = article_yaml(outline=LEFT_OUT) + "outline:\n- {p: 1, text: x, txet: y}\n"
    assert found(text, Article) == [("UNKNOWN_FIELD", text.count("\n"), 19)]
    assert help_of(text, Article) == "did you mean `text`?"


def test_an_unknown_field_like_no_other_is_answered_with_all_of_a_few():
    assert help_of(OK + "colour: red\n") == "one of: aliases, id, issn, name, note, place, proposed, publisher, url"


@pytest.mark.parametrize(("name", "not_stated"), [("headline", True), ("published", True), ("rights", False)])
def test_a_missing_field_is_told_at_the_top_of_the_record(name, not_stated):
    text = "# a comment\n" + article_yaml(**{name: LEFT_OUT})
    assert found(text, Article) == [("MISSING_FIELD", 2, 1)]
    assert (f"{name}: not-stated" in help_of(text, Article)) == not_stated


def test_a_missing_field_is_told_at_its_own_part_of_the_record():
    text = article_yaml(outline=LEFT_OUT) + "outline:\n- p: 1\n- {text: x}\n"
    last = text.count("\n")
    assert found(text, Article) == [("MISSING_FIELD", last - 1, 3), ("MISSING_FIELD", last, 3)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Northbridge Echo", "text stands where the fields of a newspaper belong"),
        ("- name: Northbridge Echo", "a list stands where the fields of a newspaper belong"),
        ("[]", "a list stands where the fields of a newspaper belong"),
        ("---", "text stands where the fields of a newspaper belong"),
        ("name: [a]", "a list stands where `name` wants text"),
        ("name: {a: b}", "a group of fields stands where `name` wants text"),
        ("name: a\naliases: b", "text stands where `aliases` wants a list"),
        ("name: a\naliases: {b: c}", "a group of fields stands where `aliases` wants a list"),
        ("name: a\naliases: [[b]]", "a list stands where `aliases` wants text"),
    ],
)
def test_another_kind_of_value_is_told_with_the_kind_that_belongs(text, message):
    [problem] = load_text("x.yml", text, Newspaper)[1]
    assert (problem.code, problem.message) == (Code.WRONG_TYPE, message)


@pytest.mark.parametrize(
    ("field", "written", "stands", "code", "message"),
    [
        ("outcome", "[ended]", "[", "WRONG_TYPE", "a list stands where `outcome` wants a term or a group of fields"),
        ("outcome", "endd", "endd", "UNKNOWN_TERM", "`endd` is not a term of `outcome`"),
        ("outcome", "Ended", "Ended", "UNKNOWN_TERM", "`Ended` is not a term of `outcome`"),
        ("outcome", "{disputed: []}", "[", "BAD_VALUE", "`disputed` wants at least 2 entries"),
        ("outcome", "{value: ended}", "value", "UNKNOWN_FIELD", "a disputed has no field `value`"),
        ("grounds", "cost", "cost", "WRONG_TYPE", "text stands where `grounds` wants a list"),
        ("grounds", "[price]", "price", "UNKNOWN_TERM", "`price` is not a term of `grounds`"),
        ("since", "", "", "EMPTY_VALUE", "`since` has no value"),
        ("since", "''", "''", "EMPTY_VALUE", "`since` is empty"),
        ("since", "x" * 65, "xxx", "BAD_VALUE", "`since` is too long: 65 characters, at most 64"),
        ("council", "North Bridge", "North", "BAD_VALUE", "`North Bridge` cannot be a value of `council`"),
        ("evidence", "[{p: 0, quote: x}]", "0", "BAD_VALUE", "`p` cannot be 0"),
        ("evidence", "[{p: one, quote: x}]", "one", "BAD_VALUE", "`one` stands where `p` wants a number"),
        ("evidence", "['x']", "'x'", "WRONG_TYPE", "text stands where `evidence` wants a group of fields"),
    ],
)
def test_a_wrong_value_is_told_where_it_stands(field, written, stands, code, message):
    text = dumped([report(**{field: LEFT_OUT})]).replace("- council:", f"- {field}: {written}\n  council:")
    if field == "council":
        text = dumped([report(council="COUNCIL")]).replace("COUNCIL", written)
    text = article_yaml(reports=LEFT_OUT) + "reports:\n" + text
    problem = load_text("x.yml", text, Article)[1][0]
    assert (problem.code.name, problem.message) == (code, message)
    assert text.split("\n")[problem.line - 1][problem.column - 1 :].startswith(stands)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("rights: publc", "one of: in-copyright, open-licence, permission, unknown, withdrawn"),
        ("rights: in-copyrigh", "did you mean `in-copyright`?"),
        ("rights: In-Copyright", "did you mean `in-copyright`?"),
        ("newspaper: Northbridge Echo", "Lower-case letters, digits and hyphens"),
        ("id: article-1", "ta- and a number"),
        ("url: javascript:alert(1)", "An http(s) address: https://www.example.org/news/1."),
        ("pages: p. 3", "Printed pages: 3, 3-4, B3, xii."),
        ("headline: ", "remove the line, or write what was found"),
    ],
)
def test_a_wrong_value_is_answered_with_what_belongs_there(written, says):
    text = article_yaml(**{written.partition(":")[0]: LEFT_OUT}) + written + "\n"
    [problem] = [p for p in load_text("x.yml", text, Article)[1] if p.code is not Code.MISSING_FIELD]
    assert says in problem.help


def test_every_problem_of_a_record_is_told_in_one_run():
    text = "id: 1\nheadlin: x\nnewspaper: a b\npublished:\nrights: publc\nsummary: [x]\nreports: [{council: a}]\n"
    assert found(text, Article) == [
        ("BAD_VALUE", 1, 5),
        ("UNKNOWN_FIELD", 2, 1),
        ("BAD_VALUE", 3, 12),
        ("EMPTY_VALUE", 4, 11),
        ("UNKNOWN_TERM", 5, 9),
        ("WRONG_TYPE", 6, 10),
        ("MISSING_FIELD", 7, 11),
        ("MISSING_FIELD", 7, 11),
        ("MISSING_FIELD", 7, 11),
    ]


def test_the_faults_of_a_well_formed_record_are_told_at_their_fields():
    text = article_yaml(published="2011-02-30", archived=[{"url": "https://archive.example/1", "date": "2021-13-01"}])
    record, problems = load_text("x.yml", text, Article)
    lines = text.split("\n")
    assert record is not None
    assert [(p.code, lines[p.line - 1][p.column - 1 :]) for p in problems] == [
        (Code.DATE, "'2011-02-30'"),
        (Code.DATE, "'2021-13-01'"),
    ]


def test_a_fault_of_a_field_that_is_not_there_is_told_at_what_is_around_it():
    text = article_yaml(reports=[report(evidence=LEFT_OUT)])
    [problem] = load_text("x.yml", text, Article)[1]
    assert text.split("\n")[problem.line - 1][problem.column - 1 :] == "council: northbridge"


# A whole folder


def paths(problems, content):
    return [(Path(p.path).relative_to(content).as_posix(), *place(p)) for p in problems]


def test_a_content_folder_is_loaded_by_id_in_the_order_of_names(tmp_path):
    loaded, problems = load_content(write_content(tmp_path, {"articles/ta-0000.yml": article_yaml(id="ta-0000")}), None)
    assert problems == []
    assert list(loaded.articles) == ["ta-0000", "ta-0001"]
    assert list(loaded.councils) == ["eastmere", "northbridge"]
    assert (list(loaded.partners), list(loaded.newspapers)) == (["luzhou", "saint-amand"], ["northbridge-echo"])
    assert (loaded.sources, loaded.verified, loaded.unread) == ({}, {}, frozenset())


def test_a_record_takes_its_id_from_the_file(tmp_path):
    loaded, _ = load_content(write_content(tmp_path), None)
    assert loaded.councils["northbridge"].record.id == "northbridge"
    assert loaded.articles["ta-0001"].record.id == "ta-0001"


def test_the_problems_of_several_files_are_told_in_one_run(tmp_path):
    content = write_content(
        tmp_path,
        {
            "articles/ta-0002.yml": "",
            "articles/ta-0003.yml": article_yaml(id="ta-0003", rights="publc", published="soon"),
            "articles/ta-0004.yml": article_yaml(id="ta-0004", published="2011-02-30"),
            "councils/westmoor.yml": "name: [a",
            "partners/x.yml": b"name: Caf\xe9",
            "newspapers/y.yml": "name: a\nnam: b\n",
        },
    )
    loaded, problems = load_content(content, None)
    assert paths(sorted(problems), content) == [
        ("articles/ta-0002.yml", "EMPTY", 0, 0),
        ("articles/ta-0003.yml", "DATE", 4, 12),
        ("articles/ta-0003.yml", "UNKNOWN_TERM", 9, 9),
        ("articles/ta-0004.yml", "DATE", 4, 12),
        ("councils/westmoor.yml", "SYNTAX", 1, 7),
        ("newspapers/y.yml", "UNKNOWN_FIELD", 2, 1),
        ("partners/x.yml", "ENCODING", 1, 10),
    ]
    assert loaded.unread == {
        "articles/ta-0002",
        "articles/ta-0003",
        "councils/westmoor",
        "newspapers/y",
        "partners/x",
    }


def test_a_record_with_a_fault_is_loaded_all_the_same(tmp_path):
    loaded, _ = load_content(write_content(tmp_path, {"articles/ta-0001.yml": article_yaml(published="soon")}), None)
    entry = loaded.articles["ta-0001"]
    [problem] = entry.problems([Fault(("published",), Code.DATE, "no")])
    assert (problem.path, problem.line) == (entry.path, 4)
    assert entry.problems(iter([])) == []


def test_a_folder_that_is_not_there_is_a_problem(tmp_path):
    content = write_content(tmp_path)
    for path in (content / "partners").iterdir():
        path.unlink()
    (content / "partners").rmdir()
    [problem] = load_content(content, None)[1]
    assert (problem.path, place(problem)) == (str(content / "partners"), ("UNREADABLE", 0, 0))
    assert "partners" in problem.help
    assert len(load_content(tmp_path / "nowhere", None)[1]) == 4


@pytest.mark.parametrize(
    "name", ["readme.txt", "ta-0002.yaml", "ta-0002.YML", "ta-0002", "ta-0002.yml.bak", "archive/"]
)
def test_what_is_no_record_is_misplaced_among_records(tmp_path, name):
    content = write_content(tmp_path)
    path = content / "articles" / name
    if name.endswith("/"):
        path.mkdir()
    else:
        path.write_text(article_yaml(id="ta-0002"))
    [problem] = load_content(content, None)[1]
    assert (problem.path, place(problem)) == (str(path), ("MISPLACED", 0, 0))
    assert problem.message.startswith("a folder" if name.endswith("/") else "a file")


@pytest.mark.parametrize("name", [".gitkeep", ".DS_Store", ".ta-0002.yml.swp", ".hidden.yml"])
def test_hidden_files_are_not_looked_at(tmp_path, name):
    content = write_content(tmp_path)
    (content / "articles" / name).write_bytes(b"\x00")
    assert load_content(content, None)[1] == []


@pytest.mark.parametrize("stem", [*sorted(RESERVED), "Good", "a b", "a.b", "-a", "a-", "é", "a" * 81, "%41", "a_b"])
def test_an_id_that_is_no_address_is_refused(tmp_path, stem):
    content = write_content(tmp_path, {f"councils/{stem}.yml": council_yaml()})
    [problem] = load_content(content, None)[1]
    assert (Path(problem.path).stem, place(problem)) == (stem, ("MISPLACED", 0, 0))
    assert f"`{stem}`" in problem.message


@pytest.mark.parametrize("id_", ["../../x", "/etc/x", "a\\b", "<script>", "Good", "a" * 300, "nul.txt", "con."])
def test_an_id_that_leads_elsewhere_is_refused(id_):
    assert found(dumped(COUNCIL | {"id": id_}), Council) == [("BAD_VALUE", 5, 5)]


def test_a_file_name_that_is_no_text_is_refused(tmp_path):
    content = write_content(tmp_path)
    path = os.fsencode(content / "councils") + b"/caf\xe9.yml"
    try:
        Path(os.fsdecode(path)).write_text(council_yaml())
    except OSError:
        pytest.skip("this file system knows only names that are text")
    [problem] = load_content(content, None)[1]
    assert place(problem) == ("MISPLACED", 0, 0)


def test_an_id_other_than_the_files_name_is_refused_with_both_remedies(tmp_path):
    content = write_content(tmp_path, {"articles/ta-0002.yml": article_yaml(id="ta-0003")})
    [problem] = load_content(content, None)[1]
    assert paths([problem], content) == [("articles/ta-0002.yml", "MISPLACED", 1, 5)]
    assert problem.help == "name the file ta-0003.yml, or write `id: ta-0002`"


def test_the_same_id_twice_is_told_with_both_files(tmp_path):
    content = write_content(tmp_path, {"articles/ta-0002.yml": article_yaml(headline="Another")})
    loaded, problems = load_content(content, None)
    assert paths(problems, content) == [
        ("articles/ta-0002.yml", "MISPLACED", 1, 5),
        ("articles/ta-0002.yml", "COLLISION", 1, 5),
    ]
    assert str(content / "articles" / "ta-0001.yml") in problems[1].message
    assert loaded.articles["ta-0001"].record.headline == ARTICLE["headline"]


# What was verified, and the sources


def test_what_was_verified_is_loaded(tmp_path):
    note = verified(load_text("x.yml", article_yaml(), Article)[0])
    text = f'{{"ta-0001": {{"source": "{note.source}", "evidence": "{note.evidence}"}}}}'
    loaded, problems = load_content(write_content(tmp_path, {"verified.json": text}), None)
    assert (loaded.verified, problems) == ({"ta-0001": note}, [])


@pytest.mark.parametrize(
    "data",
    [
        *(
            b"",
            b"[]",
            b"{",
            b'{"ta-0001": 1}',
            b'{"ta-0001": {"source": "x", "evidence": "y"}}',
            b"\xff",
            b"\xef\xbb\xbf{}",
        ),
        *(b"[" * 100_000, b'{"a":' * 100_000, b'{"a": {"b": ' + b"[" * 100_000),
    ],
)
def test_a_list_of_what_was_verified_that_cannot_be_read_is_a_problem(tmp_path, data):
    loaded, [problem] = load_content(write_content(tmp_path, {"verified.json": data}), None)
    assert (Path(problem.path).name, place(problem)) == ("verified.json", ("SYNTAX", 0, 0))
    assert (problem.help, loaded.verified) == ("run `python3 tasks.py verify`", {})


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_list_of_what_was_verified_is_an_ordinary_file(tmp_path, kind):
    content = write_content(tmp_path)
    (tmp_path / "a" / "b").mkdir(parents=True)
    made(kind, tmp_path / "a" / "b" / "c")
    (tmp_path / "a" / "b" / "c").rename(content / "verified.json")
    [problem] = load_content(content, None)[1]
    assert Path(problem.path).name == "verified.json"


def test_sources_are_known_by_their_hash(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "any name.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "sources" / "README.md").write_text("no source")
    loaded, problems = load_content(write_content(tmp_path), tmp_path / "sources")
    assert problems == []
    assert list(loaded.sources) == [source().sha256]
    assert loaded.sources[source().sha256].name == "any name.txt"


def test_a_source_that_cannot_be_read_is_a_warning_and_the_others_are_read(tmp_path):
    for name, data in {"a.txt": b"", "b.txt": b"M\x00a\x00", "c.txt": SOURCE.encode(), "d.txt": b"\x81"}.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "e.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "f.txt").touch()
    os.truncate(tmp_path / "f.txt", files.MAX_SOURCE_BYTES + 1)
    os.mkfifo(tmp_path / "g.txt")
    problems = []
    assert list(load_sources(tmp_path, problems)) == [source().sha256]
    assert [(Path(p.path).name, place(p)) for p in problems] == [(f"{n}.txt", ("BAD_SOURCE", 0, 0)) for n in "abdefg"]
    assert all(problem.help for problem in problems)


@pytest.mark.parametrize("name", ["nowhere", "a file"])
def test_without_a_folder_of_sources_there_are_none(tmp_path, name):
    (tmp_path / "a file").touch()
    assert load_sources(tmp_path / name, []) == {}


def test_the_content_of_these_tests_is_without_a_problem(tmp_path):
    assert load_content(write_content(tmp_path), None)[1] == []
    assert set(CONTENT) == {
        p.relative_to(tmp_path / "content").as_posix() for p in (tmp_path / "content").rglob("*.yml")
    }
