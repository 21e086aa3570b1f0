"""Characters that are not what they seem: told with name and place in prose, refused in ids and addresses."""

import time
import unicodedata

import pytest
from builders import ARTICLE, LEFT_OUT, article_yaml, council_yaml, partner_yaml, problems_of, report
from hypothesis import given
from hypothesis import strategies as st

from twinning.characters import disguise, is_plain, named, oddities
from twinning.diagnostics import Code, Severity
from twinning.loading import files, unusual


def odd(text):
    return [(o.at, o.code.name) for o in oddities(text)]


def told(folder, **changes):
    """Give the problems of an article with these changes: code, the rest of the line from there, message."""
    text = article_yaml(**changes)
    found = problems_of(folder, {"articles/ta-0001.yml": text})
    return [(p.code.name, text.split("\n")[p.line - 1][p.column - 1 :], p.message) for p in found]


# What is plain


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, 1986.\n\tIndented.\r\n",
        "“It’s over” – he said — at last…",
        "Café, naïve, Łódź, Llŷn, Ŵyl, Malmö, Straße, £5, €5, ½, 20 °C, §3, No. 7",
    ],
)
def test_european_text_is_plain_at_the_first_look(text):
    assert is_plain(text.encode())
    assert odd(text) == []


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\x7fb", "a\x85b", "a\u202eb", "a\ufeffb", "a\xadb", "a\u200bb"])
def test_what_is_forbidden_or_odd_is_never_plain(text):
    assert not is_plain(text.encode())


@given(st.text(st.characters(codec="utf-8")))
def test_what_is_plain_is_neither_odd_nor_forbidden(text):
    if is_plain(text.encode()):
        assert odd(text) == []
        assert not files.FORBIDDEN.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "南宁市",
        "襄阳市（湖北）",
        "서울특별시",
        "מועצת העיר",
        "شراكة المدينة، ٢٠٢٠",
        "می‌خواهم",
        "क्‍ष",
        "ไทย\u200bแลนด์",
        "Олена Коваль з Харкова",
        "Ивано-Frankivsk",
        "Αθήνα and Ω, μm, 5 μg, IFN-γ",
        "Hayastan Հայաստան",
        "👨‍👩‍👧 ❤️ 1️⃣ ☎︎ 👩🏽‍🚀 🏳️‍🌈",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f for Wales",
        "\U0001fae8 an emoji of a later year",
        "葛\U000e0100城",
        "≨︀ and ᠠ᠋",
        "עברית\u200f (x) \u200eעברית",
        "Tiếng Việt, Hà Nội",
        "㎏ ™ № ★",
    ],
)
def test_any_language_is_written_as_it_is(text):
    assert odd(unicodedata.normalize("NFC", text)) == []


# What nobody sees


@pytest.mark.parametrize(
    "character",
    [
        *"\xad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\u2061\u2064",
        *"\u2065\u206a\u2800\u3164\ufe00\ufe0e\ufe0f\uffa0\ufff9\ufffb\ufffc\ue000\uf8ff\u0378\U000e0001\U000e0041",
        *"\U000e0100\U000f0000\U0010fffd\U0001d173",
    ],
)
def test_a_character_that_no_reader_sees_or_knows_is_named(character):
    [found] = oddities(f"North{character}bridge")
    assert (found.at, found.code) == (5, Code.UNSEEN)
    assert f"(U+{ord(character):04X})" in found.message
    assert found.help


def test_a_lost_letter_is_told_as_one():
    [found] = oddities("caf\ufffd")
    assert "a letter was lost here: REPLACEMENT CHARACTER (U+FFFD)" in found.message


def test_a_run_of_one_character_is_told_once():
    [found] = oddities("a\u200b\u200b\u200bb")
    assert "3 × ZERO WIDTH SPACE (U+200B)" in found.message


def test_a_hidden_message_of_tags_is_no_flag():
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "say yes")
    assert {code for _, code in odd(f"A link{hidden} ends")} == {"UNSEEN"}
    assert {code for _, code in odd(f"\U0001f3f4{hidden}")} == {"UNSEEN"}


@pytest.mark.parametrize("text", ["a\u200d👩", "👩\u200da", "a\ufe0fb", "x\u200cy", "x\u200ey"])
def test_a_joiner_where_nothing_is_joined_is_odd(text):
    assert [code for _, code in odd(text)] == ["UNSEEN"]


# Letters that look alike


@pytest.mark.parametrize(
    ("word", "at", "name"),
    [
        ("N\u0430nning", 1, "CYRILLIC SMALL LETTER A (U+0430)"),
        ("\u0421hina", 0, "CYRILLIC CAPITAL LETTER ES (U+0421)"),
        ("L\u03bfndon", 1, "GREEK SMALL LETTER OMICRON (U+03BF)"),
        ("p\u0435\u0430c\u0435", 0, "LATIN SMALL LETTER P (U+0070)"),
        ("\uff21shby", 0, "FULLWIDTH LATIN CAPITAL LETTER A (U+FF21)"),
        ("Lu\u0566hou", 2, "ARMENIAN SMALL LETTER ZA (U+0566)"),
    ],
)
def test_a_word_of_two_alphabets_names_the_letter_that_is_fewer(word, at, name):
    [found] = oddities(f"In {word} it ended.")
    assert (found.at, found.code) == (3 + at, Code.MIXED_LETTERS)
    assert f"“{word}” mixes two alphabets: {name}" in found.message


def test_texts_that_only_look_the_same_are_told_apart():
    assert disguise("N\u0430nning", "Nanning") == (
        "CYRILLIC SMALL LETTER A (U+0430), not LATIN SMALL LETTER A (U+0061)"
    )
    assert disguise("Nanning", "Nanming") is None
    assert disguise("Nanning", "Nanning") is None


# Letters in pieces


@pytest.mark.parametrize(
    ("text", "at"),
    [("Cafe\u0301", 3), ("a \u212b", 2), ("x\u1112\u1161\u11ab", 1), ("e\u0301\u0323", 0), ("\u0958", 0)],
)
def test_a_letter_in_pieces_is_told_with_its_pieces_and_the_whole(text, at):
    assert odd(text) == [(at, "NOT_COMPOSED")]
    [found] = oddities(text)
    assert named(text[at]) in found.message
    assert found.help.startswith("type it anew: ")


def test_letters_in_pieces_are_told_once_a_line():
    assert odd("e\u0301 e\u0301\ne\u0301") == [(0, "NOT_COMPOSED"), (6, "NOT_COMPOSED")]


# In records


def test_prose_is_warned_at_its_line_and_column(tmp_path):
    found = told(tmp_path, summary="The link with N\u0430nning is over\u200b.")
    assert [(code, rest[:4]) for code, rest, _ in found] == [("MIXED_LETTERS", "\u0430nni"), ("UNSEEN", "\u200b.")]
    assert all(Code[code].severity is Severity.WARNING for code, *_ in found)


def test_a_record_in_any_language_has_no_problem(tmp_path):
    local = partner_yaml(local_name={"text": "泸州市", "lang": "zh-Hans"}, aliases=["Лучжоу", "لوتشو", "🏮 Luzhou"])
    assert problems_of(tmp_path, {"partners/luzhou.yml": local}) == []


@pytest.mark.parametrize(
    "url", ["https://echo.example/a\u200bb", "https://echo.example/\u0430rticle", "https://x.example/\U000e0041"]
)
def test_in_an_address_it_is_an_error_that_names_the_character(tmp_path, url):
    [(code, rest, message)] = told(tmp_path, url=url)
    assert code == "BAD_VALUE"
    assert rest[0] in url
    assert named(rest[0]) in message


@pytest.mark.parametrize(
    "url",
    [
        *("https://ech\u043e.example/", "https://a\u200bb.example/", "https://good.example@evil.example/"),
        *(
            "https://",
            "https:///x",
            "http://-a.example/",
            "https://a b.example",
            "//echo.example/",
            "https://a_b.example/",
        ),
        *("https://user:word@echo.example/", "https://echo.example\\@evil.example/"),
    ],
)
def test_an_address_leads_where_it_says(tmp_path, url):
    assert {code for code, *_ in told(tmp_path, url=url)} == {"BAD_VALUE"}


@pytest.mark.parametrize(
    "url",
    [
        *("http://echo.example", "https://www.echo.example:8080/a?b=c#d", "https://xn--caf-dma.example/"),
        *("https://echo.example/café/南宁", "https://echo.example?x", "https://echo.example/~a/(b)_c;d,e!"),
    ],
)
def test_an_address_may_name_a_place_in_any_language(tmp_path, url):
    assert told(tmp_path, url=url) == []


@pytest.mark.parametrize("slip", ["luzho\u200bu", "luzh\u043eu", "luzhou\u00ad"])
def test_in_an_id_it_is_an_error_that_names_the_character_and_is_told_once(tmp_path, slip):
    [(code, rest, message)] = told(tmp_path, reports=[report(partner=slip)], events=[])
    assert (code, rest.startswith(slip)) == ("BAD_VALUE", True)
    assert named(next(c for c in slip if c > "\x7f")) in message


def test_the_name_of_a_file_names_the_character(tmp_path):
    [problem] = problems_of(tmp_path, {"councils/westm\u043eor.yml": council_yaml(name="Westmoor")})
    assert problem.code is Code.MISPLACED
    assert "CYRILLIC SMALL LETTER O (U+043E)" in problem.message


@pytest.mark.parametrize("escape", ["\\u200B", "\\xAD", "\\U000E0041"])
def test_an_escape_hides_nothing(tmp_path, escape):
    text = article_yaml(summary="SUMMARY").replace("SUMMARY", f'"It is over{escape}."')
    [problem] = problems_of(tmp_path, {"articles/ta-0001.yml": text})
    assert (problem.code, problem.message.startswith("an escape: ")) == (Code.UNSEEN, True)
    text = article_yaml(url="URL").replace("URL", f'"https://echo.example/{escape}"')
    [problem] = problems_of(tmp_path / "url", {"articles/ta-0001.yml": text})
    assert problem.code is Code.BAD_VALUE


def test_a_record_that_cannot_be_read_still_tells_what_is_odd_in_it(tmp_path):
    text = article_yaml(summary="It is over\u200b.", headline=LEFT_OUT)
    codes = {p.code for p in problems_of(tmp_path, {"articles/ta-0001.yml": text})}
    assert codes == {Code.MISSING_FIELD, Code.UNSEEN}


def test_a_comment_is_looked_at_too(tmp_path):
    text = "# hidden\u200b\n" + article_yaml()
    [problem] = problems_of(tmp_path, {"articles/ta-0001.yml": text})
    assert (problem.code, problem.line, problem.column) == (Code.UNSEEN, 1, 9)


def test_so_many_oddities_of_a_file_are_told():
    assert len(unusual.problems("x.yml", "a\u200b" * 5000, [])) == unusual.MOST


HOSTILE = {
    "marks": "\u0301" * 87_000,
    "marks out of order": "a" + "\u0301\u0323" * 43_000,
    "unseen": "\u200ba" * 60_000,
    "direction marks": "é\u200e" * 50_000,
    "direction marks that belong": "א\u200e" * 50_000,
    "one long word": "а" * 130_000 + "a",
    "words of two alphabets": "аa " * 60_000,
    "letters in pieces": "e\u0301\n" * 50_000,
    "joiners": "👩\u200d" * 30_000,
    "flags": "\U0001f3f4\U000e0067" * 30_000,
    "private": "\ue000\ue001" * 40_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_takes_no_hostile_time(text):
    began = time.process_time()
    unusual.problems("x.yml", f"name: {text}", [])
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do


@given(st.text(max_size=60))
def test_whatever_is_told_stands_where_it_is_told(text):
    for found in oddities(text):
        assert 0 <= found.at < len(text)
        assert found.help


def test_the_article_of_these_tests_is_plain():
    assert is_plain(article_yaml().encode())
    assert ARTICLE["url"].isascii()
