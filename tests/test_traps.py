"""Words that YAML would turn into something else, and slips that it would not explain."""

import re

import pytest
from builders import LEFT_OUT, NEWSPAPER, article_yaml, dumped, partner_yaml, problems_of, write_content

from twinning.diagnostics import Code, Severity
from twinning.loading import load_content, load_text, shape, tree
from twinning.records import Article, Council, Newspaper, Partner


def precisely(text, cls):
    """Load a text with the precise reader alone."""
    read = shape.shaped("x.yml", tree.parse(text), cls)
    return None if read.gaps else read.record, read.problems


def both(text, cls):
    """Load a text with both readers, which must agree."""
    record, problems = load_text("x.yml", text, cls)
    assert (record, problems) == precisely(text, cls)
    return record


TRAPS = re.findall(
    r"\S+",
    """
NO no No nO N n YES yes Yes y Y ON on On OFF off Off TRUE true True FALSE false False
1e3 1E3 1e+3 1.e3 12e03 0x10 0X1F 0o17 0O17 017 0b101 1_000 1_000.5 +1 -0 +.5 .5 5. 0. -.inf .inf +.INF
.nan .NaN NaN Infinity
12:30:00 12:30 1:2:3 -1:30 190:20:30.15 2001-12-14t21:59:43.10-05:00 2001-12-14 2001-1-1 20:03 685.230_15e+03
= << -- ---a ~a nul NuLL none None NONE undefined 1__0 ١٢٣ ½ １２ Ⅷ 1,000 1.000.000 1e400 -1e400 1e-400
""",
)


@pytest.mark.parametrize("value", TRAPS)
@pytest.mark.parametrize("form", ["name: {}\n", "aliases: [{}]\nname: x\n", "name: x\naliases:\n- {}\n"])
def test_what_yaml_would_turn_into_something_else_is_the_text_as_it_stands(value, form):
    if "," in value and "[" in form:
        return  # two entries of a list
    record = both(form.format(value), Newspaper)
    assert value in (record.name, *record.aliases)


@pytest.mark.parametrize("value", ["~", "null", "Null", "NULL", ""])
@pytest.mark.parametrize("form", ["name: {}\n", "aliases: [{}, a]\nname: x\n", "name: x\naliases:\n- {}\n"])
def test_nothing_is_an_error_and_never_the_word_for_it(value, form):
    text = form.format(value)
    assert load_text("x.yml", text, Newspaper)[0] is None
    assert {p.code for p in load_text("x.yml", text, Newspaper)[1]} <= {Code.EMPTY_VALUE, Code.SYNTAX}


@pytest.mark.parametrize("digits", [20, 39, 309, 4301, 5000, 200_000])
@pytest.mark.parametrize("field", ["geonames", "name", "country"])
def test_thousands_of_digits_are_text_or_an_error(digits, field):
    text = partner_yaml(**{field: LEFT_OUT}) + f"{field}: {'7' * digits}\n"
    record, problems = load_text("x.yml", text, Partner)
    assert record is None or (field == "name" and record.name == "7" * digits)
    assert all(p.code is Code.BAD_VALUE and len(p.message) < 200 for p in problems)


@pytest.mark.parametrize("p", ["9" * 5000, "1-" + "9" * 5000, "0x4", "4e0", "-4", "4.0", "NO", "~", "on"])
def test_a_paragraph_is_never_another_number(p):
    text = article_yaml(outline=LEFT_OUT) + f"outline:\n- {{p: {p}, text: It began.}}\n"
    _, problems = load_text("x.yml", text, Article)
    assert problems
    assert all(p.help for p in problems)


@pytest.mark.parametrize(
    ("published", "is_date"),
    [
        *(("2020-09-28", True), ("2020", True), ("'2020'", True), ("2020-09-28T10:00:00Z", False), ("20200928", False)),
        *(("2020-9-28", False), ("1.5", False), ("2020.0", False), ("2_020", False), ("0x7e4", False), ("now", False)),
    ],
)
def test_a_date_is_what_stands_there(published, is_date):
    text = article_yaml(published="PUBLISHED").replace("PUBLISHED", published)
    record, problems = load_text("x.yml", text, Article)
    assert record.published == published.strip("'")
    assert [p.code for p in problems] == ([] if is_date else [Code.DATE])


@pytest.mark.parametrize(
    "key", ["7", "1.5", "true", "NO", "on", "~", "null", "2020-09-28", "=", "''", "<<", "!", "..."]
)
def test_a_name_that_is_no_text_for_yaml_is_an_unknown_field(key):
    [problem] = load_text("x.yml", f"name: x\nkey{key}: y\n".replace(f"key{key}", key), Newspaper)[1]
    assert problem.code in {Code.UNKNOWN_FIELD, Code.FORBIDDEN_YAML, Code.SYNTAX}
    assert (problem.line, problem.column, bool(problem.help)) == (2, 1, True)


@pytest.mark.parametrize("merge", ["<<: {place: y}", "<<: [{place: y}]", "'<<': {place: y}", "<< : {place: y}"])
def test_nothing_is_merged(merge):
    [problem] = load_text("x.yml", f"name: x\n{merge}\n", Newspaper)[1]
    assert (problem.code, problem.line) == (Code.UNKNOWN_FIELD, 2)
    assert "`<<`" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        *(
            "name: Here: there\n",
            "name: 'Here's'\n",
            "name: @x\n",
            "name: `x`\n",
            "name: %x\n",
            "name: *\n",
            "name: , x\n",
        ),
        *("name: - x\n", "name: ? x\n", "name: |x\n", "name: >x y\n", "name: } x\n", "name: ] x\n", 'name: "a" b\n'),
        *("name: 'a' b\n", 'name: "a\\q"\n', "name: a, b: c\n", "name: x\naliases: [a: b: c]\n"),
        *("name: *x\n", "name: &x\n", "name: !x y\n", "name: &\n"),
    ],
)
def test_what_yaml_cannot_take_for_text_says_to_quote_it(text):
    [problem] = load_text("x.yml", text, Newspaper)[1]
    assert problem.code in {Code.SYNTAX, Code.FORBIDDEN_YAML}
    assert "quot" in problem.help


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: x\n\tplace: y\n", "spaces, not tabs"),
        ("\tname: x\n", "spaces, not tabs"),
        ("name: x\naliases:\n\t- y\n", "spaces, not tabs"),
        ("name: x\n  place: y\n", "indent it as the one above"),
        ("name: x\nplace：y\n", "FULLWIDTH COLON (U+FF1A)"),
        ("name: [x\n", "from here upwards"),
        ("? [x]\n: y\n", "write `name: value`"),
    ],
)
def test_a_slip_is_answered_with_what_to_type(text, says):
    [problem] = load_text("x.yml", text, Newspaper)[1]
    assert says in problem.help


def test_a_field_indented_with_what_only_looks_like_a_space_names_it():
    [problem] = load_text("x.yml", "name: x\n\u00a0place: y\n", Newspaper)[1]
    assert problem.message == "a newspaper has no field `place`: it holds NO-BREAK SPACE (U+00A0)"


# Words that YAML takes for a comment


def warned(folder, text):
    return [(p.code, p.line, p.column) for p in problems_of(folder, {"newspapers/northbridge-echo.yml": text})]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("name: Northbridge Echo #1\n", 24),
        ("name: Northbridge #OurEcho of old\n", 19),
        ("name: Northbridge\n  Echo\t#new #old\n", 8),
        ('name: "Northbridge" #Echo\n', 21),
    ],
)
def test_a_hashtag_is_no_part_of_a_value_and_that_is_told(tmp_path, text, column):
    assert warned(tmp_path, text) == [(Code.CUT_OFF, text.count("\n"), column)]
    assert Code.CUT_OFF.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "name: Northbridge Echo # its name until 1990\n",
        "name: 'Northbridge #1'\n",
        'name: "Northbridge #1"\n',
        "name: Northbridge#1\n",
        "# a #comment\nname: Northbridge Echo\n  # a #comment\n",
        "name: Northbridge Echo ## 1990\n",
        "name: x\nnote: |\n  It was #1 then.\n",
        "#name: x\nname: Northbridge Echo\n",
    ],
)
def test_a_comment_or_a_quoted_hashtag_is_plain(tmp_path, text):
    assert warned(tmp_path, text) == []


def test_a_hashtag_in_a_headline_is_told_in_an_article(tmp_path):
    text = article_yaml(headline="HEADLINE").replace("HEADLINE", "Council says #NoMore of Luzhou")
    [problem] = problems_of(tmp_path, {"articles/ta-0001.yml": text})
    assert problem.message == "`#NoMore of Luzhou` is a comment, and no part of the value before it"
    assert "quote the whole value" in problem.help


def test_thousands_of_hashtags_take_no_hostile_time(tmp_path):
    text = dumped(NEWSPAPER) + "note: x" + " #x" * 60_000 + "\n" + "aliases: [a]\n" + "# x\n" * 10
    found = load_content(write_content(tmp_path, {"newspapers/northbridge-echo.yml": text}), None)[1]
    assert [p.code for p in found] == [Code.CUT_OFF]


# What other programs take for the end of a line


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_count_them(end):
    text = f'name: x\nnote: "a{end}b{end}{end}c"\n# é{end}\nnotee: y\n'
    [problem] = load_text("x.yml", text, Newspaper)[1]
    assert (problem.code, problem.line, problem.column) == (Code.UNKNOWN_FIELD, 4, 1)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_a_column_behind_what_is_no_line_end_is_that_of_the_line(end):
    text = f"name: {{a: {end} b, c: [}}\n"
    [problem] = load_text("x.yml", text, Newspaper)[1]
    assert (problem.line, problem.column) == (1, text.index("}") + 1)


@pytest.mark.parametrize("value", ["true", "north", "'53,5'"])
def test_what_is_no_number_says_how_one_is_written(value):
    text = f"name: A\ntype: county\nnation: england\ncoordinates: {{lat: {value}, lon: 1}}\n"
    [problem] = load_text("x.yml", text, Council)[1]
    assert (problem.code, problem.line, problem.help) == (Code.BAD_VALUE, 4, "write the number alone, as in 53.68")


@pytest.mark.parametrize(("text", "place"), [("{", (1, 2)), ("name: [a", (1, 7)), ("name: x\nnote: {a: b", (2, 7))])
def test_what_is_open_at_the_end_of_a_file_is_told_within_it(text, place):
    [problem] = load_text("x.yml", text, Newspaper)[1]
    assert (problem.code, problem.line, problem.column) == (Code.SYNTAX, *place)


# Letters in code


def told(tmp_path, fields):
    return [
        (p.code.name, p.line, p.column, p.message, p.help)
        for p in problems_of(tmp_path, {"newspapers/x.yml": f"name: X\n{fields}"})
    ]


@pytest.mark.parametrize(
    ("wrong", "right"), [("â€™", "’"), ("â€œ", "“"), ("â€“", "–"), ("Ã©", "é"), ("Ã¼", "ü"), ("Ã–", "Ö"), ("Â£", "£")]
)
def test_utf_8_that_was_taken_for_another_encoding_is_told(tmp_path, wrong, right):
    [(code, line, column, message, _)] = told(tmp_path, f"place: The {wrong} and {wrong}\n")
    assert (code, line, column) == ("MISREAD", 2, 12)
    assert f"`{wrong}` stands here for `{right}`" in message


@pytest.mark.parametrize(
    "text",
    ["SÃO PAULO", "PÂTÉ", "château", "Ângela", "â", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, â’r"],
)
def test_letters_with_accents_are_no_code(tmp_path, text):
    assert told(tmp_path, f"place: {text}\n") == []


def test_names_of_letters_in_html_are_told_but_in_notes(tmp_path):
    [(code, line, column, _, help_)] = told(tmp_path, "place: Town &amp; country\n")
    assert (code, line, column, help_) == ("MISREAD", 2, 13, "type the character itself: '&'")
    notes = [{"kind": "context", "text": "A &amp; b."}]
    assert problems_of(tmp_path / "b", {"articles/ta-0001.yml": article_yaml(notes=notes)}) == []
    assert told(tmp_path / "c", "place: A & b\nurl: https://x.example/?a=1&b=2\n") == []


@pytest.mark.parametrize("escape", ["\\uD83D\\uDE00", "\\q", "\\xZZ"])
def test_an_escape_that_is_none_says_what_to_type(escape):
    [problem] = load_text("x.yml", f'name: "a{escape}b"\n', Newspaper)[1]
    assert (problem.code, problem.line) == (Code.SYNTAX, 1)
    assert problem.help.startswith("type the letter itself")


# What was left by other programs


@pytest.mark.parametrize("name", ["newspapers/x.yml", "pages/x.md"])
def test_an_unfinished_merge_is_told_where_it_begins(tmp_path, name):
    good = "Title: X\n\nWords.\n" if name.endswith("md") else "name: X\n"
    text = f"{good}<<<<<<< HEAD\nplace: A\n=======\nplace: B\n>>>>>>> other\n"
    content = write_content(tmp_path)
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).write_text(text)
    [problem] = load_content(content, None)[1]
    assert (problem.code, problem.line) == (Code.SYNTAX, text[: text.index("<<<")].count("\n") + 1)
    assert "keep what is right" in problem.help


def test_a_folder_of_another_name_is_told_for_nothing_in_it_is_read(tmp_path):
    content = write_content(tmp_path)
    for name in ("council", "towns", ".git", "pages"):
        (content / name).mkdir()
    (content / "x.yml").write_text("name: X\n")
    (content / "README.md").write_text("Words.\n")
    problems = sorted(load_content(content, None)[1])
    assert [(p.code, p.path.rpartition("/")[2]) for p in problems] == [
        (Code.MISPLACED, "council"), (Code.MISPLACED, "towns"), (Code.MISPLACED, "x.yml")
    ]  # fmt: skip
    assert problems[0].help == "did you mean `councils`?"
