"""Whatever is written into the archive's files: it is told with its place, or every page made of it can be read.

Each example is one archive on the disk, through the gate that every build begins with, and where that finds no error
every file of the site is made in memory and read as programs read it. `EXAMPLES=20000` tries so many in all, and
others at each run; without it few are tried, the same on every day.
"""

import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from builders import ARTICLE, CONTENT, COUNCIL, NEWSPAPER, PARTNER, SOURCE, TODAY, dumped
from editions import assert_sound, files_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from twinning import vocabulary as terms
from twinning.diagnostics import errors, show
from twinning.gate import Checked, check
from twinning.loading import KINDS
from twinning.text import sha256

TESTS = 8
ASKED = int(os.environ.get("EXAMPLES", "0"))
IN_THE_SUITE = 100

examples = settings(
    max_examples=-(-ASKED // TESTS) if ASKED else IN_THE_SUITE,
    derandomize=not ASKED,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink] if ASKED else [Phase.generate],
)

Files = Mapping[str, str | bytes]


def checked(files: Files, sources: Mapping[str, bytes] | None = None) -> Checked:
    """Put files into the invented archive, check it, and hold the gate and what follows to their promises."""
    with tempfile.TemporaryDirectory(prefix="anything-") as name:
        content, texts = Path(name) / "content", Path(name) / "sources"
        texts.mkdir()
        for kind in (*KINDS, "pages", "images"):
            (content / kind).mkdir(parents=True)
        for path, text in {**CONTENT, **files}.items():
            (content / path).write_bytes(text.encode() if isinstance(text, str) else text)
        for path, data in (sources or {}).items():
            (texts / path).write_bytes(data)
        began = time.process_time()
        found = check(content, texts, TODAY)
        assert time.process_time() - began < 1 * max(1, len(files)), "a file takes more than a second"
        for problem in found.problems:
            _assert_told(problem)
        show(found.problems)
    if not errors(found.problems):
        assert_sound(files_of(found.archive))
        if found.archive.sources:
            assert_sound(files_of(found.archive, full_text=True))
    return found


def _assert_told(problem):
    path = Path(problem.path)
    assert path.exists(), problem
    assert problem.message, problem
    assert problem.help, problem
    assert "\n" not in problem.message + problem.help, problem
    if problem.line == 0:
        assert problem.column == 0, problem
        return
    # As it was read: line ends of every kind are one, a mark at the start is none.
    text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= problem.line <= len(lines), problem
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem


# --- What is written into files --------------------------------------------------------------------------------------

HOSTILE = [
    "<zz-9 onload=alert(1)>", '"><zz-9>', "'><zz-9>", "</title><zz-9>", "</script><zz-9>", "<!--", "-->", "]]>",
    "<![CDATA[",
    "&amp;", "&lt;zz-9&gt;", "&#60;zz-9>", "javascript:alert(1)", "JaVaScRiPt:1", "data:text/html,<zz-9>",
    "//evil.example/x",
    "{{ 7*7 }}", "{% include '/etc/passwd' %}", "${7*7}", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "../../etc/passwd",
    "..",
    "/etc/passwd", "C:\\x", "a/../../b", "..%2f", "%00", "CON", "index", "null", "~", "true", "NO", "007", "1e400",
    "2016",
    "\u2028", "\u2029", "\x85", "\u202e", "\u200b", "\ufeff", "\ufffd", "\ufffe", "e\u0301", "pаypal", "😀",
    "🏴\U000e0067\U000e007f",
    "عربي", "עברית", "Ἑλλάς", "南宁市", "Llanfair", "ß", "İ", "ǅ", "ﬁ", "Ⅷ", "½",
    "x" * 501, "x" * 5001, "a b " * 60, "[[]]", "`",
    "TY  - NEWS", "ER  - ", "}@article{x,", "\\input{x}", "%", "_", "^", "#", "a # b", "a #b", ": ", "- ", "? ", "&a",
    "*a", "!!x",
    "|", ">", "'", '"', "\\", "\n", "\n\n", "\r", "\t", " ", "", "\x00", "\x1b[31m", "\x7f", "not-stated", "disputed",
    "ta-0001",
]  # fmt: skip
WORDS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=6)), min_size=1, max_size=4).map("".join)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | WORDS
DATES = st.sampled_from(
    ["2021-03-04", "2021-03", "2021", "2021~", "2021-03?", "2021-03-04%", "202X", "20XX", "2021-XX", "2021-03-XX",
     "1986/2021",
     "1986/..", "../2021", "/2021", "2021/", "2021-21", "2021-24/2022", "not-stated", "2011-02-30", "03/04/2011",
     "1799",
     "2999-01-01", "0001-01-01", "0000", "-0044", "May 1963", "2021-3-4", "2021-03-04T10:00", "Y20210", "2021-25",
     "../..", "/"]
)  # fmt: skip
VALUES = st.recursive(
    st.one_of(TEXT, DATES, st.none(), st.booleans(), st.integers(-5, 10**20), st.floats(), st.sampled_from(HOSTILE)),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(TEXT, below, max_size=3),
    max_leaves=5,
)


def paths(data, before=()):
    """Give the place of every field and entry of a record's data."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, below in steps:
        yield (*before, step)
        yield from paths(below, (*before, step))


def put(data, where, value):
    """Give a copy of a record's data with one value changed."""
    if not where:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[where[0]] = put(copy[where[0]], where[1:], value)
    return copy


EVERYTHING = ARTICLE | {
    "byline": [{"person": {"family": "Stone", "given": "Ida"}}, {"agency": "A News Agency"}],
    "published_basis": "The newspaper's own page says so.",
    "section": "News",
    "edition": "Late",
    "pages": "3-4",
    "language": "en-GB",
    "archived": [{"url": "https://archive.example/1", "date": "2021-03-05"}],
    "licence": {"name": "OGL v3.0", "url": "https://licence.example/ogl"},
}
GOOD = {
    "articles/ta-0001.yml": EVERYTHING,
    "councils/northbridge.yml": COUNCIL
    | {
        "id": "northbridge",
        "official_name": "Northbridge Borough Council",
        "aliases": ["County Hall", "the town"],
        "gss": "E08000036",
        "iso": "GB-NBR",
        "wikidata": "Q1",
        "established": "1974-04-01",
        "abolished": "2023-03-31",
        "successor": "eastmere",
        "coordinates": {"lat": 53.5, "lon": -1.5},
        "note": "A note.",
    },
    "partners/luzhou.yml": PARTNER
    | {
        "id": "luzhou",
        "country_name": "China",
        "within": "Sichuan",
        "local_name": {"text": "泸州市", "lang": "zh-Hans"},
        "aliases": ["Luzhou City"],
        "iso": "CN-SC",
        "wikidata": "Q2",
        "geonames": 1799869,
        "coordinates": {"lat": 28.9, "lon": 105.4},
        "note": "A note.",
    },
    "newspapers/northbridge-echo.yml": NEWSPAPER
    | {
        "id": "northbridge-echo",
        "publisher": "News and Co.",
        "place": "Northbridge",
        "issn": "0307-1235",
        "url": "https://echo.example/",
        "aliases": ["The Echo"],
        "note": "A note.",
    },
}


@st.composite
def spoilt_records(draw):
    """A good record in which a few values are others."""
    name = draw(st.sampled_from(sorted(GOOD)))
    data = GOOD[name]
    for _ in range(draw(st.integers(1, 4))):
        where = draw(st.sampled_from(list(paths(data)) or [()]))
        data = put(data, where, draw(VALUES))
        if not isinstance(data, dict):
            break
    return name, data


@examples
@given(spoilt_records())
def test_any_value_in_a_record_is_told_or_shown(spoilt):
    name, data = spoilt
    checked({name: dumped(data)}, {"a.txt": SOURCE.encode()})


# --- Texts of YAML ---------------------------------------------------------------------------------------------------

PIECES = [
    *HOSTILE, "id: ", "name: ", "reports:", "  - ", "    ", "\n  ", "\n- ", ": |\n  ", ": >-\n  ", "{", "}", "[", "]",
    ", ", "---\n",
    "...\n", "%YAML 1.1\n", "<<: *a\n", "&a ", "*a", "!!python/object/apply:os.system [x]\n", "!include x", "? ",
    "# c\n",
    "headline: Here: there\n", "on: on\n", '"\\x00"', '"\\ud800"', '"\\U0001F600"', "'it''s'",
    "[" * 60, "{a: " * 30, "9" * 5000,
]  # fmt: skip


@st.composite
def edited(draw, text):
    """A text after a few edits of somebody careless."""
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 30)))
        kind = draw(st.sampled_from(["insert", "cut", "replace", "twice", "move", "upper"]))
        if kind == "insert":
            text = text[:at] + draw(st.sampled_from(PIECES)) + text[at:]
        elif kind == "cut":
            text = text[:at] + text[to:]
        elif kind == "replace":
            text = text[:at] + draw(TEXT) + text[to:]
        elif kind == "twice":
            text = text[:to] + text[at:to] + text[to:]
        elif kind == "move":
            text = text[to:] + text[:at] + text[at:to]
        else:
            text = text[:at] + text[at:to].swapcase() + text[to:]
    return text


@examples
@given(st.sampled_from(sorted(GOOD)).flatmap(lambda n: st.tuples(st.just(n), edited(dumped(GOOD[n])))))
def test_any_edit_of_a_record_is_told_or_shown(file):
    name, text = file
    checked({name: text}, {"a.txt": SOURCE.encode()})


@examples
@given(st.sampled_from(sorted(GOOD)), TEXT | st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_any_text_in_place_of_a_record_is_told(name, text):
    assert errors(checked({name: text}).problems)


# --- Files of anything -----------------------------------------------------------------------------------------------


@st.composite
def misread(draw):
    """Words in an encoding that they do not say, or put through another."""
    words = draw(st.sampled_from([SOURCE, dumped(EVERYTHING), "Title: Café\n\nDas Ährchen “zitiert” – südlich.\n"]))
    how = draw(
        st.sampled_from(
            ["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig", "mojibake", "cp437", "shift_jis", "utf-7"]
        )
    )
    if how == "mojibake":
        return words.encode().decode("cp1252", "replace").encode()
    return words.encode(how, "replace")


LONG = st.tuples(
    st.sampled_from(["x", "x ", "“", "é", "\x00", "[", "a: ", "\n", "\r", " ", "“We voted "]), st.integers(1, 120_000)
)
BYTES = st.one_of(
    st.binary(max_size=200),
    misread(),
    LONG.map(lambda much: (much[0] * (much[1] // len(much[0]))).encode()),
    st.lists(st.sampled_from([b"\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\r", b"\n", b"a: b", b"\x00",
    b"\x1a"]), max_size=9)
    .map(b"".join),
)  # fmt: skip
ANYWHERE = st.sampled_from(
    [*sorted(GOOD), "articles/ta-0002.yml", "pages/about.md", "verified.json", "images/map.png", "images/a.jpg"]
)


@examples
@given(ANYWHERE, BYTES)
def test_any_bytes_in_any_file_are_told_or_shown(name, data):
    checked({name: data})


@examples
@given(BYTES | TEXT.map(str.encode) | edited(SOURCE).map(lambda text: text.encode()))
def test_any_source_is_told_or_shown(data):
    record = EVERYTHING | {"source": {"sha256": sha256(data), "paragraphs": 5}}
    checked({"articles/ta-0001.yml": dumped(record)}, {"a.txt": data})


# --- Markdown --------------------------------------------------------------------------------------------------------

MARKS = st.sampled_from(
    ["[", "](", ")", "![", "<a ", "[^1]", "\n\n[^1]: x\n", "`", "```\n", "*", "**", "_", "***", "# a {#b}\n", "> ",
     "- ", "1. ",
     "\n", "\n\n", "    ", "\t", "<", ">", "<b>", "</b>", "<kbd>", "</kbd>", "<abbr title='x\"y'>", "</abbr>", "<br>",
     "<!-- x -->",
     "<script>", "</script>", "<style>", "<iframe src=//x>", "<svg/onload=x>", "<base href=//x>", "<form>",
     "<img src=x onerror=y>",
     "<meta http-equiv=refresh content=0>", "[a](javascript:x)", "[a](java&#10;script:x)", "[a](\tjavascript&colon;x)",
     "[a](data:text/html,x)", "[a](//x.example)", "[a](/councils/)", "[a](../a/ta-0001/#p1)", "[a]({filename}about.md)",
     "[a]({static}/images/map.png)", "[a](http://x.example/?a=1&b=2)", "<http://x.example>", "<k@x.example>",
     "[a][b]", "\n[b]: /x\n",
     "![a](http://x.example/p.png)", "![](/images/map.png)", "![d](/images/no.png)", "|a|b|\n|-|-|\n|1|2|\n", "&amp;",
     "&#x6a;", "\\",
     "{{ 7*7 }}", "{% x %}", "\u2028", "\u202e", "é", "南", "😀", "a", "b c", "~~~\n", "---\n", "===\n", "'", '"', "$",
     ":", "^"]
)  # fmt: skip
MARKDOWN = (
    st.lists(MARKS, max_size=25).map("".join) | st.lists(MARKS, max_size=3).map("".join).map(lambda t: t * 200) | TEXT
)


@st.composite
def heads(draw):
    """The head of a page of prose, good or bad."""
    fields = {
        "Title": draw(st.sampled_from(["About", "Amdanom ni", "عن"]) | TEXT),
        "Slug": draw(
            st.sampled_from(["about", "about", "About", "index", "../x", "a/b", "con", "councils", "x" * 300]) | TEXT
        ),
        "Lang": draw(st.sampled_from(["en-GB", "cy", "ar", "zh-Hans", "x", "en_GB", "<zz-9>"])),
        "Summary": draw(TEXT),
        "Status": draw(st.sampled_from(["published", "draft", "hidden", "skip", "Published", "drafft"])),
    }
    kept = draw(st.sets(st.sampled_from(sorted(fields))))
    head = dumped({name: fields[name] for name in fields if name in kept or (name == "Title" and draw(st.booleans()))})
    return draw(st.sampled_from(["{}\n", "---\n{}---\n\n", "{}", "\n{}\n", "---\n{}"])).format(head)


@examples
@given(heads() | st.just("Title: About\nSlug: about\n\n"), MARKDOWN)
def test_any_page_of_prose_is_told_or_shown(head, body):
    checked({"pages/about.md": head + body})


@examples
@given(st.lists(MARKDOWN, min_size=1, max_size=3))
def test_any_note_is_told_or_shown(texts):
    notes = [{"p": 1 + n, "kind": "context", "text": text} for n, text in enumerate(texts)]
    checked({"articles/ta-0001.yml": dumped(EVERYTHING | {"notes": notes})}, {"a.txt": SOURCE.encode()})


# --- Archives that are right, as far as each field goes ---------------------------------------------------------------

NAMES = st.sampled_from(
    ["Ada Pike", "not-stated", "Cllr Pike", "Ада Пайк", "伍德", "<zz-9>", "O’Neil", "=cmd", "Dr", "A" * 500, "ʻ ʻ"]
)
QUOTED = st.sampled_from(
    ["Northbridge", "<zz-9 onload=x>", "عربي", "]]>", "a & b", "=1+1", "{{ 7*7 }}", "}", "\\", '"', "南宁市", "x" * 200]
)
LINES = QUOTED | st.just("x" * 500)
PROSE = LINES | st.sampled_from(["First.\n\nSecond.", "a\u2028b", "TY  - NEWS\nER  - ", "a\x85b", "- x\n- y"])
IDS = {"council": ["northbridge", "eastmere"], "partner": ["luzhou", "saint-amand"]}
EVIDENCE = st.lists(
    st.fixed_dictionaries(
        {"p": st.integers(1, 5), "quote": QUOTED | st.sampled_from(["We voted", "since 1986"])},
        optional={"supports": st.lists(st.sampled_from(list(map(str, terms.Fact))), max_size=4)},
    ),
    max_size=3,
)


def of(vocabulary):
    return st.sampled_from(list(map(str, vocabulary)))


def maybe_disputed(values):
    plain = st.fixed_dictionaries({"value": values, "who": LINES})
    claim = plain | st.fixed_dictionaries({"value": values, "who": LINES, "p": st.integers(1, 5), "quote": QUOTED})
    return values | st.lists(claim, min_size=2, max_size=3, unique_by=lambda c: str(c["value"])).map(
        lambda claims: {"disputed": claims}
    )


STATES = st.sampled_from([str(o) for o in terms.Outcome if o.is_state])
EVENTS = st.sampled_from([str(o) for o in terms.Outcome if o.is_event])
RIGHT_DATES = st.sampled_from(
    ["2021-03-04", "2021-03", "2021", "2021~", "2020-02-29?", "1986%", "202X", "20XX", "2020-XX", "1986/2021",
     "1986/..", "../2021",
     "1986/", "2021-21", "1990-12-31"]
)  # fmt: skip
ADDRESSES = st.sampled_from(
    ["https://echo.example/1", "http://echo.example/?a=1&b='2'", "https://x.example/%22%3E<", "https://x.example/;%0a"]
)


@st.composite
def articles(draw, number):
    """An article of which each field is right by itself."""
    pairs = draw(st.lists(st.tuples(*map(st.sampled_from, IDS.values())), max_size=3, unique=True))
    withdrawn = draw(st.integers(0, 9)) == 0
    has_headline = draw(st.booleans())
    record = {
        "id": f"ta-{number:04}",
        "headline": draw(LINES) if has_headline else "not-stated",
        "newspaper": "northbridge-echo",
        "published": draw(RIGHT_DATES | st.just("not-stated")),
        "rights": "withdrawn"
        if withdrawn
        else draw(st.sampled_from(["in-copyright", "unknown", "open-licence", "permission"])),
        "licence": {"name": draw(LINES), "url": "https://licence.example/"},
        "summary": draw(PROSE),
        "url": f"https://echo.example/{number}",
        "language": draw(st.sampled_from(["en-GB", "cy", "ar", "zh-Hans"])),
        "byline": draw(
            st.lists(
                st.one_of(
                    st.fixed_dictionaries({"agency": LINES}),
                    st.fixed_dictionaries(
                        {"person": st.fixed_dictionaries({"family": LINES}, optional={"given": LINES})}
                    ),
                ),
                max_size=2,
            )
        ),
        "reports": [
            draw(
                st.fixed_dictionaries(
                    {
                        "council": st.just(council),
                        "partner": st.just(partner),
                        "type": maybe_disputed(of(terms.PartnershipType)),
                        "outcome": maybe_disputed(STATES),
                        "evidence": EVIDENCE.filter(bool).map(lambda e: [{"p": 2, "quote": "the end"}, *e]),
                    },
                    optional={
                        "since": maybe_disputed(RIGHT_DATES),
                        "event": EVENTS,
                        "qualifier": of(terms.Qualifier),
                        "grounds": st.lists(of(terms.Ground), max_size=3),
                        "as_reported": st.lists(QUOTED, max_size=2),
                    },
                )
            )
            for council, partner in pairs
        ],
        "statements": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"name": NAMES, "stance": of(terms.Stance), "gist": PROSE, "evidence": EVIDENCE.filter(bool)},
                    optional={"role": LINES, "party": LINES, "speaker": of(terms.Speaker)},
                ),
                max_size=2,
            )
        ),
        "events": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"date": RIGHT_DATES, "what": LINES, "p": st.integers(1, 5)},
                    optional={**{k: st.sampled_from(v) for k, v in IDS.items()}, "quote": QUOTED},
                ),
                max_size=2,
            )
        ),
        "outline": [
            {"p": p, "text": draw(PROSE), "kind": draw(of(terms.ParagraphKind))}
            for p in draw(st.sampled_from([[], [1, "2-3", 5], ["1-5"], [4]]))
        ],
        "notes": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"kind": of(terms.NoteKind), "text": LINES.map("`{}`".format)}, optional={"p": st.integers(1, 5)}
                ),
                max_size=2,
            )
        ),
        "source": {"sha256": sha256(str(number).encode()), "paragraphs": 5},
    }
    if not has_headline:
        record["supplied_title"] = draw(LINES)
    if withdrawn:
        record["withdrawn"] = {"on": "2022-01-01", "reason": draw(PROSE)}
    if draw(st.booleans()):
        record["reviewed"] = {"by": draw(LINES), "on": "2022-02-02"}
    return record


@examples
@given(st.integers(1, 3).flatmap(lambda n: st.tuples(*(articles(number) for number in range(1, n + 1)))))
def test_any_archive_of_right_values_is_told_or_shown(records):
    checked({f"articles/{record['id']}.yml": dumped(record) for record in records})
