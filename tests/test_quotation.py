"""Facts about finding quotations in a text and marking them. Every text here is invented."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twinning.quotation import Piece, Span, find_all, find_quotation, fold, mark, nearest
from twinning.text import Paragraph

LINK = "Coun Ada Pike said the “friendship link” with Lindholm – begun in 1974 – would be scrapped."


def paragraphs(*texts):
    return tuple(Paragraph(number, text, 0) for number, text in enumerate(texts, 1))


# Folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("‘a’ ‚a‛ ′a‵ ‹a› `a´ ʼ", "'a' 'a' 'a' 'a' 'a' '"),
        ('“a” „a‟ ″a″ «a» "a" 〝a〞', '"a" "a" "a" "a" "a" "a"'),
        ("a-b‐c\u2011d‒e–f—g―h−i", "a-b-c-d-e-f-g-h-i"),
        (" a \u00a0\t\u2009 b\u3000", " a b "),
        ("co\u00adop\u200berate\ufeff", "cooperate"),
        ("a \u200b b", "a b"),
        ("a\u200b b", "a b"),
        ("Cafe\u0301 Café", "Café Café"),
        ("\u1112\u1161\u11ab", "한"),
        ("e\u0302\u0323", "ệ"),
        ("Straße ﬁ ½ …", "Straße ﬁ ½ …"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text).text == folded


UGLY = st.text(
    st.one_of(
        st.sampled_from("ab “”‘’'\"–-—\u00a0\u00ad\u200b\u2028\u0301\u0327é南\u1112\u1161가\u0958"), st.characters()
    )
)


@given(UGLY)
@example("e\u0301" * 3 + "\u0301" * 70)
def test_the_fold_map_never_falls_and_never_points_outside(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


@given(st.text(st.sampled_from("ab “’–\u00a0\u00adé")))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text).text).text == fold(text).text


# Finding


@pytest.mark.parametrize(
    ("paragraph", "quote", "found"),
    [
        (LINK, "friendship link", "friendship link"),
        (LINK, '"friendship link"', "“friendship link”"),
        (LINK, "'friendship link'", None),
        (LINK, "Lindholm - begun", "Lindholm – begun"),
        (LINK, "  would\nbe   scrapped ", "would be scrapped"),
        (LINK, "would be Scrapped", None),
        (LINK, "scrapped.", "scrapped."),
        (LINK, LINK, LINK),
        (LINK, LINK + " Now", None),
        ("the town’s link", "the town's", "the town’s"),
        ("with  \u00a0 Lindholm", "with Lindholm", "with  \u00a0 Lindholm"),
        ("the part\u00adnership", "partnership", "part\u00adnership"),
        ("Cafe\u0301 talks", "Café", "Cafe\u0301"),
        ("Café talks", "Cafe\u0301", "Café"),
        ("Cafe\u0301 talks", "Cafe", None),
        ("नमस्ते भारत", "नमस", None),
        ("it ended, in the end", "end", "end"),
        ("it ended", "end", None),
        ("the weekend", "end", None),
        ("in 1974", "197", None),
        ("the year's end's near", "end", "end"),
        ("end-of-year talks", "end", "end"),
        ("与南宁市结好", "南宁", "南宁"),
        ("ISLAND İstanbul", "İstanbul", "İstanbul"),
    ],
)
def test_find_quotation(paragraph, quote, found):
    span = find_quotation(paragraph, quote)
    assert (span and paragraph[span.start : span.end]) == found


@pytest.mark.parametrize("quote", ["", " ", "\u00a0\u200b", "…", '"', "“ – ”", "."])
def test_a_quotation_without_a_letter_or_digit_stands_nowhere(quote):
    assert find_quotation(f"a {quote} b – “c” … .", quote) is None


def test_the_first_place_that_is_no_part_of_a_word_wins():
    assert find_quotation("bend, ending, end", "end") == Span(14, 17)


def test_find_all_finds_places_without_overlaps():
    assert find_all("no no no, no no", "no no") == (Span(0, 5), Span(10, 15))
    assert find_all("南南南", "南") == (Span(0, 1), Span(1, 2), Span(2, 3))
    assert find_all("nothing", "no") == ()


WORD = st.text(st.sampled_from("abBé1’'-\u00ad\u0301"), min_size=1, max_size=4).map(lambda middle: f"x{middle}y")
GAP = st.sampled_from([" ", "  ", "\u00a0", " – ", ", ", " “", "” ", "\u200b \t", ". "])
RESTYLE = str.maketrans({"’": "'", "“": '"', "”": "„", "–": "−", "\u00a0": "\n", "\u00ad": "\u2060"})


@given(st.lists(st.tuples(WORD, GAP), min_size=1, max_size=8), st.data())
def test_whatever_is_cut_between_words_is_found_again(pairs, data):
    first = data.draw(st.integers(0, len(pairs) - 1))
    last = data.draw(st.integers(first, len(pairs) - 1))
    paragraph = "".join(word + gap for word, gap in pairs)
    quote = "".join(word + gap for word, gap in pairs[first:last]) + pairs[last][0]
    for written in (quote, quote.translate(RESTYLE), unicodedata.normalize("NFD", quote)):
        span = find_quotation(paragraph, written)
        assert span is not None
        assert fold(paragraph[span.start : span.end]).text == fold(written).text


@given(UGLY, UGLY)
def test_what_is_found_is_what_was_asked_for(paragraph, quote):
    for span in find_all(paragraph, quote):
        assert fold(paragraph[span.start : span.end]).text.strip(" ") == fold(quote).text.strip(" ")


# The nearest passage

REPORT = paragraphs(
    "Harbour town weighs its ties",
    "Residents of Brackwater were asked what they think of the forty-year link with Lindholm.",
    "The council’s leader said all three partnerships must be “scrapped” by next spring.",
    "A budget meeting follows on Tuesday.",
)


@pytest.mark.parametrize(
    ("quote", "paragraph", "text"),
    [
        ("partnerships must be scraped", 3, "partnerships must be “scrapped"),
        ("three partnership must be scrapped", 3, "three partnerships must be “scrapped"),
        ("were asked they think of", 2, "were asked what they think of"),
        ("Budget Meeting follows", 4, "budget meeting follows"),
        ("the councils leader said that all", 3, "The council’s leader said all"),
        ("wihtdrew Resedents", 2, "Residents"),
    ],
)
def test_nearest_shows_the_words_that_were_probably_meant(quote, paragraph, text):
    found = nearest(REPORT, quote)
    assert (found.paragraph, found.text) == (paragraph, text)
    assert 0.5 <= found.ratio < 1


def test_nearest_names_the_paragraph_where_the_quotation_does_stand():
    assert nearest(REPORT, 'be "scrapped"') == (3, "be “scrapped”", 1.0)
    assert nearest(REPORT[3], "on Tuesday") == (4, "on Tuesday", 1.0)


@pytest.mark.parametrize("quote", ["", "…", "zebra xylophone quartz", "an entirely unrelated remark about swans"])
def test_nearest_is_nothing_when_nothing_is_like_it(quote):
    assert nearest(REPORT, quote) is None
    assert nearest((), "on Tuesday") is None


@given(st.lists(UGLY, max_size=4), UGLY)
def test_nearest_quotes_its_paragraph(texts, quote):
    if found := nearest(paragraphs(*texts), quote):
        assert found.text in texts[found.paragraph - 1]
        assert 0.5 <= found.ratio <= 1


# Marking


def test_mark_splits_where_evidence_overlaps():
    spans = [(Span(4, 9), "b"), (Span(0, 6), "a"), (Span(4, 6), "c"), (Span(2, 2), "none")]
    assert mark("one two three", spans) == [
        Piece("one ", ("a",)),
        Piece("tw", ("a", "b", "c")),
        Piece("o t", ("b",)),
        Piece("hree", ()),
    ]


def test_mark_names_a_key_once_a_piece_and_leaves_an_unmarked_paragraph_whole():
    assert mark("abc", [(Span(0, 2), 1), (Span(1, 3), 1)]) == [Piece("a", (1,)), Piece("b", (1,)), Piece("c", (1,))]
    assert mark("abc", []) == [Piece("abc", ())]
    assert mark("", []) == []


@pytest.mark.parametrize("span", [Span(-1, 1), Span(0, 4), Span(2, 1)])
def test_mark_refuses_a_span_of_another_paragraph(span):
    with pytest.raises(ValueError, match="outside"):
        mark("abc", [(span, "a")])


@given(st.text(min_size=1, max_size=20), st.data())
def test_pieces_join_to_the_paragraph_and_carry_the_keys_over_them(text, data):
    offset = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(offset, offset).map(lambda pair: Span(*sorted(pair))), max_size=5))
    at = 0
    for piece in mark(text, [(span, key) for key, span in enumerate(spans)]):
        assert piece.text
        for inside in range(at, at + len(piece.text)):
            assert set(piece.keys) == {key for key, (start, end) in enumerate(spans) if start <= inside < end}
        at += len(piece.text)
    assert at == len(text)
    assert "".join(piece.text for piece in mark(text, [(span, 0) for span in spans])) == text


# Time: bounds several times what was measured, so that only a wrong order of growth fails


@pytest.mark.parametrize("unit", ["a", " ", "a \u00a0", "ab a ", "\u0316\u0301", "\u200b", "-'a", "南", "a."])
def test_hostile_texts_take_no_hostile_time(unit):
    text = (unit * 100_000)[:100_000]
    began = time.process_time()
    find_quotation(text, text[1:50_000] + "b")
    find_all(text, text[:1000])
    nearest(paragraphs(text, text), "a ab would be scrapped by all")
    assert time.process_time() - began < 5
