"""Markdown: what becomes of it, and what is refused at its line and column."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyromark import Options
from pyromark import html as parsers_own
from selectolax.lexbor import LexborHTMLParser

from twinning.diagnostics import Code
from twinning.markup import sanitiser
from twinning.markup.notes import is_plain
from twinning.markup.notes import note as read_note
from twinning.markup.reading import MAX_DEPTH, Dialect, read


def html_of(text: str, dialect: Dialect = Dialect.PROSE) -> str:
    document, problems = read(text, "x.md", dialect)
    assert problems == []
    return document.html(lambda link: link.href)


def found(text: str, dialect: Dialect = Dialect.PROSE) -> list[tuple[int, int, Code]]:
    return [(p.line, p.column, p.code) for p in sorted(read(text, "x.md", dialect)[1])]


# --- What it becomes ---------------------------------------------------------------------------------------------

PLAIN = """\
# One

Words *with* **marks**, `code <b>` and a [link](/a/ "title").
A second line,\\
a third.

- one
- two

  more

    1. deep
    2. deeper

3. three

> quoted

---

    code & more
"""


@pytest.mark.parametrize("text", [PLAIN, "a\n\nb", "<https://a.example/?x&y>", "x  \ny", "&copy; &lt;b&gt; é 中文"])
def test_plain_markdown_becomes_what_the_parsers_own_writer_makes_of_it(text: str):
    assert html_of(text, Dialect.NOTE if text[0] != "#" else Dialect.PROSE) == parsers_own(text)


def test_straight_quotation_marks_of_prose_become_typographic_ones_and_those_of_a_note_stay():
    assert html_of('"It\'s" -- so...') == "<p>“It’s” – so…</p>\n"
    assert html_of('"It\'s"', Dialect.NOTE) == '<p>"It\'s"</p>\n'


def test_a_table_has_headings_and_no_style_of_its_own():
    page = LexborHTMLParser(html_of("|a|b|\n|-|-:|\n|1|2|\n"))
    assert [th.attributes for th in page.css("th")] == [{"scope": "col"}, {"scope": "col", "class": "right"}]
    assert [td.text() for td in page.css("tbody td")] == ["1", "2"]
    assert page.css("[style]") == []


def test_a_heading_may_be_given_an_id():
    document, _ = read("## How {#how-so}\n", "x.md", Dialect.PROSE)
    assert document.ids == {"how-so"}
    assert document.html(str) == '<h2 id="how-so">How</h2>\n'


def test_a_footnote_leads_down_and_back():
    page = LexborHTMLParser(html_of("One[^a], two[^b], again[^a].\n\n[^b]: Second.\n[^a]: First, *so*.\n"))
    marks = page.css("p sup a")
    assert [(a.attributes["href"], a.text()) for a in marks] == [("#fn-1", "1"), ("#fn-2", "2"), ("#fn-1", "1")]
    assert [li.css_first("p").text() for li in page.css(".footnotes li")] == ["First, so.", "Second."]
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert all((a.attributes["href"] or "")[1:] in ids for a in page.css("a"))


def test_the_opening_is_the_words_of_the_first_paragraph():
    document, _ = read("# Head\n\nSome *words* and\n`code` [here](/a/).\n\nMore.\n", "x.md", Dialect.PROSE)
    assert document.opening == "Some words and code here."


@pytest.mark.parametrize(
    "text",
    [
        "`<script>alert(1)</script>`",
        "```\n<script>alert(1)</script>\n<!-- x -->\n```",
        "    <iframe src=x>",
        "\\<script>",
        "&lt;script&gt;",
        "5 < 6 and <",
        "<a ",
        "<3",
        "a <!-",
        "{{ 7*7 }} {% include '/etc/passwd' %} {{ config }}",
        "javascript:alert(1)",
        "[sic]",
        "\\[^1]",
        "`[^1]`",
        "[a]: javascript:alert(1)",
    ],
)
def test_what_only_looks_like_markup_is_shown_as_words(text: str):
    page = LexborHTMLParser(html_of(text))
    assert page.body is not None
    assert {node.tag for node in page.body.traverse()} <= {"body", "p", "code", "pre"}


def test_a_few_elements_of_html_may_mark_words_and_are_written_anew():
    written = html_of("H<SUB >2</SUB>O, <abbr title='A \"b\" > c' LANG=cy>AB</abbr><br>x <ruby>寧<rt>Níng</rt></ruby>")
    assert written == (
        '<p>H<sub>2</sub>O, <abbr title="A &#34;b&#34; &gt; c" lang="cy">AB</abbr><br />x '
        "<ruby>寧<rt>Níng</rt></ruby></p>\n"
    )


def test_code_in_a_fence_says_no_language():
    assert html_of('```py" onclick="x\nx\n```') == "<pre><code>x\n</code></pre>\n"


# --- What is refused ---------------------------------------------------------------------------------------------

ACTIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script",
    "<iframe src='https://evil.example/'></iframe>",
    "<style>p{}</style>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action='https://evil.example/'>",
    "<input autofocus onfocus=alert(1)>",
    "<button formaction='javascript:x'>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><a xlink:href='javascript:x'>",
    "<math><mtext>",
    "<object data='x.swf'>",
    "<embed src='x.swf'>",
    "<applet code=x>",
    "<link rel=stylesheet href='//evil.example/'>",
    "<img src=x onerror=alert(1)>",
    "<img srcset='//evil.example/x.png 2x'>",
    "<image src=x>",
    "<picture><source srcset=x></picture>",
    "<video poster='//evil.example/'>",
    "<audio src=x>",
    "<noscript><p title='</noscript><img src=x onerror=x>'>",
    "<template><script>x</script></template>",
    "<textarea>",
    "<title>x</title>",
    "<frameset onload=x>",
    "<plaintext>",
    "<xmp>",
    "<marquee onstart=x>",
    "<body onload=x>",
    "<dialog open>",
    "<portal src=x>",
    "<p onclick='alert(1)'>x</p>",
    "<b onmouseover=alert(1)>x</b>",
    "<b OnClick=x>x</b>",
    "<b style='position:fixed'>x</b>",
    "<b\nonclick=x>x</b>",
    "<b/onclick=x>x</b>",
    "<b title='>' onclick=x>x</b>",
    "<div style='background:url(//evil.example/)'>",
    "<p background=x>",
]


@pytest.mark.parametrize("markup", ACTIVE)
@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("before", ["", "Words "], ids=["at a line's start", "in a line"])
def test_what_would_run_or_load_is_an_error_at_its_place(markup: str, dialect: Dialect, before: str):
    text = f"Words.\n\n{before}{markup}\n\nMore.\n"
    problems = found(text, dialect)
    if before and markup == "<script":  # no tag in a line, but words
        assert problems == []
        return
    assert (3, len(before) + 1, Code.ACTIVE_MARKUP) in problems


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- to do -->",
        "<!-- to do",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "<!DOCTYPE html>",
        "<div>x</div>",
        "<p>x</p>",
        "<b>x",
        "x</b>",
        "<b><i>x</b></i>",
        "*<b>x*</b>",
        "<b>x\n\ny</b>",
        "- <b>x\n- y</b>",
        "</br>",
        "<a href='/a/'>x</a>",
        "<a name=x>x</a>",
        "<b id=x>x</b>",
        "<b class=x>x</b>",
        "<unknown>x</unknown>",
        "<x-y>x</x-y>",
        "</div>",
    ],
)
def test_html_that_is_none_of_ours_is_an_error_at_its_place(markup: str):
    assert [p for p in found(f"Words.\n\n{markup}\n") if p[0] >= 3 and p[2] is Code.RAW_HTML]
    assert found(f"`{markup.splitlines()[0]}`\n") == []


UNSAFE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&#0000106;avascript&colon;alert(1)",
    "java&#9;script:alert(1)",
    "java&#10;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&Tab;script:alert(1)",
    "&#1;javascript:alert(1)",
    "<\tjavascript:alert(1)>",
    "< javascript:alert(1)>",
    "java&#x200b;script:alert(1)",
    "java&shy;script:alert(1)",
    "java\u00adscript:alert(1)",
    "\u202ejavascript:alert(1)",
    "javascript\\:alert(1)",
    "javascript&#58;alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:image/svg+xml,x",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "filesystem:x",
    "view-source:x",
    "intent://x",
    "tel:123",
    "ftp://x.example/",
    "//evil.example/x",
    "/\\evil.example",
    "\\\\\\\\evil.example",
    "/&#9;/evil.example",
    "/&#47;evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "http://",
    "https://archive.example@evil.example/",
    "https://user:word@evil.example/",
    "https://[evil",
    "https://evil.example:port/",
    "<https://a.example/ b>",
]


@pytest.mark.parametrize("address", UNSAFE)
@pytest.mark.parametrize("dialect", Dialect)
def test_an_address_that_would_run_or_mislead_is_an_error_however_it_is_written(address: str, dialect: Dialect):
    for text in (f"Words.\n\nSee [it]({address}).\n", f"Words.\n\nSee [it][1].\n\n[1]: {address}\n"):
        problems = found(text, dialect)
        if not problems:  # not a link to the parser, so that the words are shown as they stand
            assert "<a" not in html_of(text, dialect)
        else:
            assert (3, 5, Code.UNSAFE_ADDRESS) in problems


@pytest.mark.parametrize("address", ["javascript:alert(1)", "vbscript:x", "data:text/html,x", "ftp://a.example"])
def test_an_address_in_angle_brackets_is_judged_too(address: str):
    assert found(f"<{address}>") == [(1, 1, Code.UNSAFE_ADDRESS)]


@pytest.mark.parametrize("address", ["javascript:x", "java&#9;script:x", "//evil.example"])
def test_a_link_in_html_is_refused_for_its_address(address: str):
    assert (1, 3, Code.UNSAFE_ADDRESS) in found(f'a <a href="{address}">x</a>')


@pytest.mark.parametrize(
    "address", ["https://x.example/a?b=(c)&d#e", "HTTP://X.EXAMPLE", "mailto:a@b.example", "../a/"]
)
def test_other_addresses_are_fine(address: str):
    assert found(f"[it](<{address}>)") == []


@pytest.mark.parametrize(
    "address", ["https://x.example/p.png", "//x.example/p.png", "HTTPS://x.example/p", "data:image/png,x"]
)
def test_a_picture_from_elsewhere_is_an_error(address: str):
    assert found(f"a ![words]({address})") == [(1, 3, Code.PICTURE)]


def test_a_picture_wants_words_unless_it_is_said_to_have_none():
    assert found("![](/images/a.png)") == [(1, 1, Code.NO_WORDS)]
    assert html_of("![decorative](/images/a.png)") == '<p><img src="/images/a.png" alt="" /></p>\n'
    assert html_of('![A "map"](/images/a.png)') == '<p><img src="/images/a.png" alt="A “map”" /></p>\n'


def test_a_note_holds_no_picture():
    assert found("![x](/images/a.png)", Dialect.NOTE) == [(1, 1, Code.PICTURE)]


def test_a_link_wants_words():
    assert found("a [](/a/)") == [(1, 3, Code.NO_WORDS)]


def test_a_reference_that_is_given_nowhere_is_an_error():
    assert found("See [it][there] or [that][].") == [(1, 5, Code.BROKEN_LINK), (1, 20, Code.BROKEN_LINK)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A claim.[^1]", (1, 9)),
        ("é [^1] and [^1]", (1, 3)),
        ("A claim.\n\n[^1]: Its proof.", (3, 1)),
        ("A claim.[^1]\n\n[^1]: Its proof.\n[^1]: Another.", (4, 1)),
    ],
    ids=["undefined", "undefined twice", "unused", "twice"],
)
def test_a_footnote_undefined_unused_or_told_twice_is_an_error(text: str, place: tuple[int, int]):
    assert found(text) == [(*place, Code.FOOTNOTE)]


def test_a_note_has_no_footnotes():
    assert html_of("See [^1].", Dialect.NOTE) == "<p>See [^1].</p>\n"


@pytest.mark.parametrize(
    "text", ["# A {#main}", "# A {#b}\n# C {#b}", "# A {.b}", "# A {#B}", "# A {#b c=d}", "# A {#fn-1}"]
)
def test_an_id_that_cannot_be_is_an_error(text: str):
    assert found(text)[0][2] is Code.RAW_HTML


def test_every_problem_of_a_text_is_told_at_its_own_place():
    text = "é <script> ![](//x.example/)\n\n> - [a](javascript:x)[^1]\n"
    assert found(text) == [
        (1, 3, Code.ACTIVE_MARKUP),
        (1, 12, Code.PICTURE),
        (1, 12, Code.NO_WORDS),
        (3, 5, Code.UNSAFE_ADDRESS),
        (3, 22, Code.FOOTNOTE),
    ]


def test_lines_count_from_where_the_text_begins_in_its_file():
    assert [p.line for p in read("a\n<script>", "x.md", Dialect.PROSE, first_line=7)[1]] == [8]


# --- Time and depth ----------------------------------------------------------------------------------------------

UNITS = ["[", "![", "<a ", "[^1]", "`", "*a ", "[a](", "[[]", "[]()", "![]()", "<", "<b>", "</b>", "<!--", "<b x='",
         "<?", "<![CDATA[", "**", "_a_ ", "a**b", "`a``", "&", "\\", '"', "'\"", "|a|\n|-|\n", "[a][b]", "[a]: b\n",
         "[^a]: b\n\n", "[^", "\n[^", "~~~\n", "    \n", "<script>", "]", "a <b ", "# a {#b}\n", "- a\n",
         "> a\n\n", "<a@b.cc>"]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("size", [20_000, 524_288])
def test_no_text_takes_longer_than_a_second(unit: str, size: int):
    text = (unit * (size // len(unit) + 1))[:size]
    began = time.process_time()
    read(text, "x.md", Dialect.PROSE)
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do


@pytest.mark.parametrize(
    "text",
    [
        "> " * 500 + "x",
        ">" * 500 + "x",
        "- " * 500 + "x",
        "\n".join("  " * n + "- x" for n in range(500)),
        "\n".join("    " * n + "- x" for n in range(500)),
        "\n".join("> " * n + "x\n" for n in range(500)),
        "".join(f"{'*' if n % 2 else '_'}a " for n in range(500))
        + "".join(f" b{'_' if n % 2 else '*'}" for n in range(500)),
        "<b>" * 500 + "x" + "</b>" * 500,
    ],
    ids=["quotes", "quotes without spaces", "lists", "two spaces", "four spaces", "growing quotes", "emphasis", "html"],
)
def test_nesting_500_deep_is_an_error_of_depth_at_its_place(text: str):
    [problem] = read(text, "x.md", Dialect.PROSE)[1]
    assert problem.code is Code.DEEP_MARKUP
    assert problem.line >= 1
    assert str(MAX_DEPTH) in problem.message


def test_nesting_that_somebody_may_mean_is_fine():
    assert found("> 1. a\n>    - b\n>      - *c **d `e`***\n") == []


# --- The second line of defence ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<p>x<script>y</script></p>",
        '<a href="javascript:x">y</a>',
        '<a href="java\nscript:x">y</a>',
        '<p onclick="x">y</p>',
        "<!-- x -->",
        "<p><div>x</div></p>",
        "<svg></svg>",
        "<p style='x'>y</p>",
    ],
)
def test_the_sanitiser_sees_what_is_not_on_the_list(html: str):
    assert sanitiser.would_change(html)


def test_what_is_on_the_list_passes_the_sanitiser_whatever_stands_in_it():
    words = "&amp;&lt;b&gt; \xa0é\u2028" * 10
    assert not sanitiser.would_change(f'<p title="{words}">{words}<br /><a href="/x?a&amp;b:c">x</a></p>')


def test_what_the_sanitiser_would_change_is_an_error(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sanitiser, "would_change", lambda _: True)
    assert found("Words.") == [(1, 1, Code.NOT_SANITARY)]


PIECES = st.sampled_from(
    [*UNITS, "\n", "\n\n", "    ", "a", "b ", "</div>", "<br>", "<kbd>", "</kbd>", "<q>", "</q>", "[l](/x)", "![d](/y)",
     "javascript:", "<abbr title='x\"y'>", "</abbr>", "\u2028", "\U0001f600", "{{ 7*7 }}", "- ", "> ", "1. ", "***"]
)  # fmt: skip
TEXTS = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(Dialect))
def test_any_text_is_either_safe_or_told_with_its_place(text: str, dialect: Dialect):
    document, problems = read(text, "x.md", dialect)
    lines = text.split("\n")
    for problem in problems:
        assert problem.code is not Code.NOT_SANITARY
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.help
    if not problems:
        page = LexborHTMLParser(f"<body>{document.html(lambda link: link.href)}")
        assert page.css("script, style, iframe, object, embed, base, form, svg, math, [style], [onclick]") == []
        for link in page.css("[href], [src]"):
            address = (link.attributes.get("href") or link.attributes.get("src") or "").strip().lower()
            assert not address.startswith(("javascript:", "vbscript:", "data:", "//", "\\"))


# --- Notes -------------------------------------------------------------------------------------------------------


def test_a_plain_note_is_known_without_a_parser():
    assert is_plain("The year is that of the charter: it’s (1986) – no more, no less; see p. 7!")
    assert not any(map(is_plain, ["*a*", "[a](b)", "a\n\nb", "<b>", "&amp;", "`x`", "- a", "1. a", "~~~\nx", "a\\"]))


def test_what_a_plain_note_is_shown_as_is_what_markdown_would_make_of_it():
    letters = random.Random(1)
    for _ in range(2000):
        text = "".join(letters.choice("ab 1.,:;!?()/=#%+-–’“\"'$@^|{}~") for _ in range(30)).strip()
        if text and is_plain(text) and "'" not in text and '"' not in text and not text.startswith("#"):
            assert html_of(text, Dialect.NOTE) == f"<p>{text}</p>\n"


def test_a_notes_problems_name_no_file():
    assert [p.path for p in read_note("<script>")[1]] == [""]


def test_the_options_of_the_parser_are_the_dialects():
    assert Dialect.NOTE.value == Options(0)
    assert Options.ENABLE_FOOTNOTES in Dialect.PROSE.value
