"""The two readers of records: for the same text they give the same record, or the fast one abstains."""

import json
import re

import pytest
import yaml
from builders import ARTICLE, COUNCIL, LEFT_OUT, article_yaml, council_yaml, dumped, partner_yaml, report
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twinning import rules
from twinning.loading import fast, load_text, shape, tree
from twinning.records import Article, Council, Newspaper, Partner


def precisely(text, cls):
    """Load a text with the precise reader alone."""
    try:
        node = tree.parse(text)
    except tree.Unreadable as fault:
        return None, [fault.problem("x.yml")]
    read = shape.shaped("x.yml", node, cls)
    if read.record is None:
        return None, read.problems
    sure = [fault for fault in rules.faults(read.record) if fault.is_sure(read.gaps)]
    return None if read.gaps else read.record, read.problems + tree.placed("x.yml", node, sure)


def agreed(text, cls):
    """Load a text with both readers, which must agree, and give the record."""
    found = load_text("x.yml", text, cls)
    assert found == precisely(text, cls)
    return found[0]


def is_read_fast(text, cls=Newspaper):
    return fast.read_plain(text, cls) is not None


# One value


WORDS = re.findall(
    r"\S+",
    """
    NO No no yes Yes on ON off y n true True FALSE nUll none None
    2016 010 0x10 0o10 0b11 +7 -7 1_000 1e3 1E3 1.5 .5 5. 1:30 007 1e400 .inf -.INF .nan
    2020-09-28 2020-09-28T10:00:00Z = << a#b a:b :// -b ?b :b 南宁市 😀
    """,
)
PHRASES = re.findall(
    "a.+?b}?]?",
    r"""a ' b  a " b  a - b  a, b  a [b]  a {b}  a & b  a * b  a! b  a % b  a | b  a > b  a @ b  a ` b  a \n b""",
)


@pytest.mark.parametrize("value", [*WORDS, *PHRASES, "9" * 20, "9" * 39, "9" * 400])
def test_a_plain_value_is_the_text_as_it_stands(value):
    assert agreed(f"name: {value}\nlevel: city\ncountry: CN\n", Partner).name == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("'2016'", "2016"),
        ('"NO"', "NO"),
        ("'~'", "~"),
        ("'it''s'", "it's"),
        (r'"a \"b\""', 'a "b"'),
        (r'"caf\xe9 \u5357 \U0001F600"', "café 南 😀"),
        (r'"a\tb"', "a\tb"),
        (r'"a\u2028b"', "a\u2028b"),
        ("'a\u2028b'", "a\u2028b"),
        ('"a\n  b"', "a b"),
        ("a\n  b", "a b"),
        ("a # no part of it", "a"),
        ("a#b", "a#b"),
        ("|-\n  a", "a"),
        (">-\n  a\n  b", "a b"),
        ("  a  ", "a"),
    ],
)
def test_a_value_may_be_written_in_every_way_yaml_has(written, value):
    assert agreed(f"name: {written}\nlevel: city\ncountry: CN\n", Partner).name == value


@pytest.mark.parametrize(
    "written", ["", "~", "null", "Null", "NULL", "# nothing", '""', "''", '" "', "'\u00a0'", "|\n\n"]
)
def test_an_empty_value_is_no_text(written):
    record, problems = load_text("x.yml", f"name: {written}\nlevel: city\ncountry: CN\n", Partner)
    assert (record, [(p.code.name, p.line) for p in problems]) == (None, [("EMPTY_VALUE", 1)])
    assert agreed(f"name: {written}\nlevel: city\ncountry: CN\n", Partner) is None


@pytest.mark.parametrize("written", ["|\n  a", ">\n  a", "|\n  a\n  b", '"a\\nb"', "a\n\n  b", "'a\n\n  b'", '"a\\rb"'])
def test_a_line_of_text_does_not_go_over_two(written):
    record, problems = load_text("x.yml", f"name: {written}\nlevel: city\ncountry: CN\n", Partner)
    assert (record, [(p.code.name, p.line) for p in problems]) == (None, [("BAD_VALUE", 1)])
    assert agreed(f"name: {written}\nlevel: city\ncountry: CN\n", Partner) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1799869", 1799869),
        ("7", 7),
        ("007", 7),
        *(
            (wrong, None)
            for wrong in ("'7'", '"7"', "+7", "-7", "0", "0x10", "0o7", "0b1", "1_000", "1e3", "7.0", "7.")
        ),
        *(
            (wrong, None)
            for wrong in ("NO", "~", "seven", "٧", "1 000", "1,000", "[7]", "9" * 12, "9" * 13, "9" * 5000)
        ),
    ],
)
def test_a_number_is_written_in_digits(written, number):
    record = agreed(partner_yaml() + f"geonames: {written}\n", Partner)
    assert (record and record.geonames) == number


@pytest.mark.parametrize(
    ("written", "degrees"),
    [
        *(
            ("53.68", 53.68),
            ("-1.50", -1.5),
            ("51", 51.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("1e1", 10.0),
            ("+7", 7.0),
            ("0", 0.0),
        ),
        *(("'53.68'", 53.68), ("0." + "3" * 50, 1 / 3), ("007.5", 7.5), ("-0", 0.0)),
        *(
            (wrong, None)
            for wrong in ("90.1", "-91", "1e3", "1e400", ".inf", ".nan", "53,68", "53°", "1_0", "0x10", "~")
        ),
    ],
)
def test_degrees_are_written_as_a_decimal_number(written, degrees):
    record = agreed(council_yaml() + f"coordinates: {{lat: {written}, lon: 0.47}}\n", Council)
    assert (record and record.coordinates.lat) == degrees


@pytest.mark.parametrize(
    ("written", "p"),
    [
        *(("4", 4), ("'4'", "4"), ("4-5", "4-5"), ("'4-5'", "4-5"), ("04", 4)),
        *(
            (wrong, None)
            for wrong in ("+4", "4.0", "4e0", "0x4", "4 - 5", "true", "~", "9" * 13, "1" * 19, "1" * 25, "''")
        ),
    ],
)
def test_paragraphs_are_written_as_a_number_or_two(written, p):
    text = article_yaml(outline=LEFT_OUT) + f"outline:\n- {{p: {written}, text: It began.}}\n"
    record, problems = load_text("x.yml", text, Article)
    agreed(text, Article)
    assert (None if problems else record.outline[0].p) == p


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2016", "2016"),
        ("2020-09", "2020-09"),
        ("2020-09-28", "2020-09-28"),
        ("2020~", "2020~"),
        ("2020/..", "2020/.."),
    ],
)
def test_a_date_is_text(written, published):
    text = article_yaml(published="PUBLISHED").replace("PUBLISHED", written)
    assert agreed(text, Article).published == published


# The whole text


@pytest.mark.parametrize(
    "text",
    [
        "{name: Northbridge Echo}",
        '{"name": "Northbridge Echo"}',
        "? name\n: Northbridge Echo\n",
        '"name" : Northbridge Echo',
        "'name': Northbridge Echo",
        "---\nname: Northbridge Echo\n...\n",
        "%YAML 1.1\n---\nname: Northbridge Echo\n",
        "# a comment\n\nname: Northbridge Echo # another\n# a third",
        "name:\n  Northbridge\n  Echo\n",
        "name:\n\n\n  Northbridge Echo",
        "  name: Northbridge Echo\n",
        "name: Northbridge Echo\naliases: []\n",
        "name: Northbridge Echo\naliases:\n",
        "name: Northbridge Echo\naliases: [Echo, ]",
        "name: Northbridge Echo\naliases:\n- Echo\n- The Echo",
        "name: Northbridge Echo\n<<: {place: Northbridge}\n",
        "name: Northbridge Echo\nname: Echo\n",
        "name: Northbridge Echo\n~: x\n",
        "name: Northbridge Echo\n7: x\n",
        "name: Northbridge Echo\n? [a]\n: x\n",
        "name: Northbridge Echo\nnote: It prints \\u0007 and \\x.\n",
        'name: Northbridge Echo\nnote: "It prints \\u0007."\n',
        '"na\\x6de": Northbridge Echo\n',
        '"na\\ame": Northbridge Echo\n',
        "name: Northbridge Echo\nnote: It costs £1 & more!\n",
        "name: &a Northbridge Echo\naliases: [*a]\n",
        "name: !!str Northbridge Echo\n",
        "name: ! Northbridge Echo\n",
        "name: Northbridge Echo\n--- \nname: Echo\n",
        "[name, Northbridge Echo]",
        "Northbridge Echo",
        "",
        "---",
        "null",
        "\ufeffname: Northbridge Echo\n",
        "\ufeff\ufeffname: Northbridge Echo\n",
        "name: \ud800\n",
    ],
)
def test_the_readers_agree_on_a_text(text):
    if "\ud800" in text:
        assert not is_read_fast(text)
    else:
        agreed(text, Newspaper)


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        (article_yaml(), Article),
        (article_yaml(byline=[]), Article),
        (council_yaml(), Council),
        (partner_yaml(), Partner),
        (dumped(COUNCIL | {"place": "Wells, by the sea"}), Council),
    ],
)
def test_a_plain_record_is_read_fast(text, cls):
    assert is_read_fast(text, cls)


@pytest.mark.parametrize(
    "text",
    [
        "name: x\nlevel: city\ncountry: CN\nlocal_name: {text:  :x, lang: zh}\n",
        "name: x\nlevel: city\ncountry: CN\naliases: [a,  :b]\n",
        "name: x\nlevel: city\ncountry: CN\ncoordinates: {lat\n  : 51.7, lon: 0.4}\n",
        "name: x\nlevel: city\ncountry: CN\naliases:\n- {a: b}     - {c: d}\n",
    ],
)
def test_what_only_one_of_the_readers_takes_for_yaml_is_left_to_the_other(text):
    assert not is_read_fast(text, Partner)
    assert agreed(text, Partner) is None


@pytest.mark.parametrize("doubt", ["&a b", "*b", "!b", "a\tb", '"a\\x62"', "0.47", "7", "1e3", "+7", "-.INF", "~", ""])
def test_a_doubtful_value_is_not_read_fast(doubt):
    assert not is_read_fast(f"name: {doubt}\n")


def test_nothing_long_is_read_fast():
    text = article_yaml(outline=LEFT_OUT)
    told = "".join(f"- {{p: {p}, text: {'x' * 4000}}}\n" for p in range(1, 15))
    assert is_read_fast(f"{text}outline:\n{told}", Article)
    assert not is_read_fast(f"{text}outline:\n{told}# {'x' * 9000}\n", Article)
    brackets = "# " + "[" * 900 + "\n"
    assert is_read_fast(brackets + text, Article)
    assert not is_read_fast(brackets * 2 + text, Article)


# Any text

MARKS = re.findall(r"\S+", r"""' " [ ] {a a} , &a *a !a | > % @ ` ? : - --- ... \ \n # a' =""")
BLANKS = ["", " ", "\n", "a\n", "a\n\nb", "\t", "a: b", "- a", "# a", "a # b"]
UNUSUAL = ["\u2028", "\x85", "\ufeff", "\u200b", "e\u0301", "9" * 20, "https://echo.example/?a=b#c"]
AWKWARD = st.sampled_from([*WORDS, *PHRASES, *MARKS, *BLANKS, *UNUSUAL, "~", "null", "7.0"])
PLAIN = st.sampled_from(["Northbridge", "a link", "the twinning", "Luzhou", "ended", "in 1986", "– said"])
ANYTHING = st.one_of(
    PLAIN, PLAIN, AWKWARD, st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
)
LINES = st.lists(ANYTHING, min_size=1, max_size=4).map(" ".join)
EVIDENCE = st.fixed_dictionaries({"p": st.integers(0, 12), "quote": LINES}, optional={"supports": st.just(["outcome"])})
ARTICLES = st.fixed_dictionaries(
    {},
    optional={
        "headline": LINES,
        "published": st.sampled_from(["2016", "2020-09-28~", "not-stated", "2011-02-30"]),
        "summary": LINES,
        "byline": st.lists(st.fixed_dictionaries({"agency": LINES}), max_size=2),
        "pages": LINES,
        "source": st.none(),
        "reports": st.lists(
            st.builds(lambda e: report(evidence=e, since="1986"), st.lists(EVIDENCE, max_size=2)), max_size=2
        ),
        "outline": st.lists(
            st.fixed_dictionaries({"p": st.one_of(st.integers(0, 9), ANYTHING), "text": LINES}), max_size=2
        ),
        "notes": st.lists(st.fixed_dictionaries({"kind": st.just("context"), "text": LINES}), max_size=2),
        "colour": LINES,
    },
).map(lambda changes: {k: v for k, v in {**ARTICLE, "reviewed": None, **changes}.items() if v is not None})


def in_yaml(**style):
    return lambda data: yaml.safe_dump(data, **style)


STYLES = st.one_of(
    st.builds(
        in_yaml,
        default_flow_style=st.sampled_from([True, False, None]),
        default_style=st.sampled_from([None, None, "'", '"', "|", ">"]),
        width=st.sampled_from([20, 80, 10_000]),
        allow_unicode=st.booleans(),
        sort_keys=st.booleans(),
        indent=st.sampled_from([2, 4]),
        explicit_start=st.booleans(),
    ),
    st.sampled_from([lambda data: json.dumps(data, ensure_ascii=False), lambda data: json.dumps(data, indent=1)]),
)


@given(ARTICLES, STYLES)
@settings(deadline=None, max_examples=150)
def test_the_readers_agree_on_a_record_in_any_style(data, style):
    agreed(style(data), Article)


TYPED = st.dictionaries(
    st.sampled_from(["aliases", "coordinates", "established", "gss", "note", "official_name", "successor"]),
    LINES,
    max_size=3,
)


@given(TYPED)
@settings(deadline=None, max_examples=150)
def test_the_readers_agree_on_whatever_is_typed(fields):
    agreed(council_yaml() + "".join(f"{name}: {value}\n" for name, value in fields.items()), Council)


SHORT = article_yaml(summary="In short", statements=LEFT_OUT, notes=LEFT_OUT, outline=LEFT_OUT)


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_the_readers_agree_on_a_record_with_slips(data):
    text = SHORT
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.sampled_from([0, 0, 1, 3, 20]))
        text = text[:at] + data.draw(AWKWARD) + text[at + gone :]
    agreed(text, Article)


@given(st.text(st.one_of(st.sampled_from(" \n-:?[]{},#&*!|>'\"%@`~\\ab0.7\t"), st.characters()), max_size=40))
@settings(deadline=None, max_examples=200)
@example("[" * 999)
@example("- " * 30_000)
@example("? " * 30_000)
@example("{a: " * 999)
def test_the_fast_reader_never_raises(text):
    fast.read_plain(text, Article)
