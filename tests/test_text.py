"""Facts about reading a newspaper's text. Every text here is invented."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twinning.quotation import find_quotation
from twinning.text import TextError, decode, read, sha256

SHARED = Path(__file__).resolve().parents[2] / "shared"


# Bytes


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"plain", ("plain", "utf-8")),
        ("“Łódź” – 2 €".encode(), ("“Łódź” – 2 €", "utf-8")),
        ("\ufeffMayor".encode(), ("Mayor", "utf-8")),
        (b"\x93Mayor\x94 \x96 caf\xe9", ("“Mayor” – café", "cp1252")),
        (b"one\r\ntwo\rthree\nfour", ("one\ntwo\nthree\nfour", "utf-8")),
        (b"tab\there", ("tab\there", "utf-8")),
        ("a\u2028b\x85c".encode(), ("a\u2028b\x85c", "utf-8")),
    ],
)
def test_decode_reads(data, expected):
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("data", "offset", "words"),
    [
        (b"", 0, "empty"),
        (b"\xef\xbb\xbf", 0, "empty"),
        ("Mayor".encode("utf-16"), 0, "UTF-16"),
        (b"\xfe\xff\x00M", 0, "UTF-16"),
        ("Mayor".encode("utf-32"), 0, "UTF-32"),
        (b"\x00\x00\xfe\xff\x00\x00\x00M", 0, "UTF-32"),
        (b"M\x00a\x00", 1, "0x00"),
        (b"bell\x07", 4, "0x07"),
        (b"page\x0cbreak", 4, "0x0C"),
        ("é\x1b".encode(), 2, "0x1B"),
        (b"caf\xe9 \x81", 5, "0x81"),
        (b"\x9d", 0, "0x9D"),
        (b"\xef\xbb\xbfcaf\xe9", 6, "not UTF-8"),
        ("“Mayor” caf".encode() + b"\xe9", 15, "not UTF-8"),
    ],
)
def test_decode_refuses_and_says_where(data, offset, words):
    with pytest.raises(TextError, match=words) as caught:
        decode(data)
    assert caught.value.offset == offset
    assert caught.value.message == str(caught.value)
    assert caught.value.help


@pytest.mark.parametrize(("data", "help_says"), [(b"M\x00a\x00y\x00", "UTF-8"), (b"Mayor of\x00 Lindholm", "delete")])
def test_nul_bytes_of_utf_16_get_another_remedy_than_a_stray_one(data, help_says):
    with pytest.raises(TextError) as caught:
        decode(data)
    assert help_says in caught.value.help


def test_one_bad_byte_does_not_turn_utf_8_quotes_into_three_letters_each():
    with pytest.raises(TextError):
        decode("“Lindholm".encode() + b"\xff")


def test_sha256_pins_the_raw_bytes():
    data = "\ufeffMayor\r\n".encode()
    assert sha256(data) == hashlib.sha256(data).hexdigest() == read(data, "x.txt").sha256


@given(st.binary(max_size=60))
@example(b"\xff\xfe\x00\x00")
@example(b"\r\n \xa0")
def test_read_raises_nothing_but_text_error(data):
    offset = 0
    try:
        assert read(data, "x.txt").paragraphs
    except TextError as error:
        offset = error.offset
    assert 0 <= offset <= len(data)


# Paragraphs


def test_paragraphs_are_the_non_empty_lines_numbered_from_1():
    source = read("\ufeff\r\nHead\r\n\r\n  \u00a0\r\n\t Body of it. \u00a0\r\n\u200b\n\nEnd".encode(), "x.txt")
    assert [(p.number, p.text) for p in source.paragraphs] == [(1, "Head"), (2, "Body of it."), (3, "End")]
    assert source.paragraph(3).text == "End"


@pytest.mark.parametrize("break_", ["\u2028", "\u2029", "\x85", "\u00a0", "\u200b"])
def test_only_a_line_end_ends_a_paragraph(break_):
    assert len(read(f"one{break_}two".encode(), "x.txt").paragraphs) == 1


@pytest.mark.parametrize("data", [b" ", b"\n\n", "\u00a0\n\u2003".encode(), "\u200b\ufeff\xad".encode()])
def test_a_text_of_white_space_is_refused(data):
    with pytest.raises(TextError, match="only white space"):
        read(data, "x.txt")


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_paragraph_that_is_not_there_is_not_another_one(number):
    with pytest.raises(IndexError, match=r"x\.txt has paragraphs 1 to 2"):
        read(b"one\ntwo", "x.txt").paragraph(number)


@given(st.text(st.sampled_from("aé“ \u00a0\u2028\u200b\t\r\n"), min_size=1))
def test_a_paragraph_starts_where_it_says(text):
    try:
        source = read(text.encode(), "x.txt")
    except TextError:
        return
    for number, paragraph in enumerate(source.paragraphs, 1):
        assert paragraph.number == number
        assert paragraph.text == paragraph.text.strip()
        assert source.text.startswith(paragraph.text, paragraph.start)


# The newspapers' own texts, which are not in the repository


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the newspapers' texts are not committed")
@pytest.mark.parametrize(("number", "count"), [("000", 21), ("003", 15), ("004", 21)])
def test_the_seeds_are_read_as_their_facts_say(number, count):
    [seed] = (SHARED / "seeds").glob(f"{number}_*.txt")
    [facts_file] = (SHARED / "facts").glob(f"{number}_*.yaml")
    facts = facts_file.read_text(encoding="utf-8")
    source = read(seed.read_bytes(), seed.name)
    assert f"id: {seed.stem}" in facts
    assert re.search(rf"\b{count} (?:of them|non-empty)", facts.splitlines()[0])
    assert len(source.paragraphs) == count
    evidence = re.findall(r'evidence: p(\d+) "(.+?)"', facts)
    assert evidence
    for paragraph, quote in evidence:
        assert find_quotation(source.paragraph(int(paragraph)).text, quote), quote
