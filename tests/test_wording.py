"""Facts about counting words and finding what two texts share. Every text here is invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinning.wording import Runs, longest_shared_run, word_count

# Counting


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" – — - … “ ” ", 0),
        ("people-to-people links", 2),
        ("the council’s ‘own’ link", 4),
        ("£1,000.50 in 2019–20", 3),
        ("talks—then silence", 3),
        ("talks -- then silence", 3),
        ("talks--silence", 2),
        ("one\u00a0two\u2003three", 3),
        ("part\u00adner", 1),
        ("U.K. and AT&T", 3),
        ("Cafe\u0301 नमस्ते", 2),
        ("one,two…three", 3),
        ("南宁 city", 3),
    ],
)
def test_words_are_counted_as_an_editor_does(text, count):
    assert word_count(text) == count


# Shared runs


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", (0, "")),
        ("one two", "three four", (0, "")),
        ("The “Mayor’s”\n twin-town tour", "a mayor's twin town TOUR!", (4, "Mayor’s” twin-town tour")),
        ("a b c x a b c d", "a b c d", (4, "a b c d")),
        ("a b a b a", "b a b a b", (4, "a b a b")),
        ("same", "same", (1, "same")),
        ("end", "ended", (0, "")),
        ("Grosse Straße", "GROSSE STRASSE", (2, "Grosse Straße")),
        ("one two", "two one", (1, "one")),
    ],
)
def test_longest_shared_run(a, b, expected):
    assert longest_shared_run(a, b) == expected


@given(st.lists(st.sampled_from("abc"), max_size=14), st.lists(st.sampled_from("abc"), max_size=14))
def test_the_longest_shared_run_is_what_trying_every_run_finds(a, b):
    runs = {tuple(b[i:j]) for i in range(len(b)) for j in range(i + 1, len(b) + 1)}
    best = max((j - i for i in range(len(a)) for j in range(i + 1, len(a) + 1) if tuple(a[i:j]) in runs), default=0)
    length, words = longest_shared_run(" ".join(a), " ".join(b))
    assert length == best == len(words.split())
    assert not words or tuple(words.split()) in runs


# Runs of one length


@pytest.mark.parametrize(
    ("text", "length", "other", "found"),
    [
        ("one two three four", 3, "zero two three four five", "two three four"),
        ("one two three four", 3, "one two three, and two three four", "one two three"),
        ("one two three", 3, "one two", None),
        ("one two", 3, "one two", None),
        ("one two three", 3, "three two one", None),
        ("one two three", 3, "one two x three", None),
        ("", 1, "one", None),
        ("one", 1, "", None),
        ("The Mayor’s twin-town tour", 4, "A mayor's  “TWIN\ntown” tour", "mayor's “TWIN town” tour"),
        ("Grosse Straße am Fluss", 3, "die GROSSE STRASSE, am Ufer", "GROSSE STRASSE, am"),
    ],
)
def test_the_first_run_that_a_text_shares_is_found_in_its_own_writing(text, length, other, found):
    assert Runs(text, length).found_in(other) == found


WORDS = st.lists(st.sampled_from("abc"), max_size=14)


@given(WORDS, WORDS, st.integers(1, 6))
def test_a_run_is_found_where_the_longest_shared_one_is_as_long(a, b, length):
    one, other = " ".join(a), " ".join(b)
    found = Runs(one, length).found_in(other)
    assert (found is not None) == (longest_shared_run(other, one)[0] >= length)
    if found is not None:
        assert len(found.split()) == length
        assert found in one
        assert other.partition(found)[1]


# Time: bounds several times what was measured, so that only a wrong order of growth fails


@pytest.mark.parametrize("unit", ["a", " ", "a \u00a0", "ab a ", "\u0316\u0301", "\u200b", "-'a", "南", "a."])
def test_hostile_texts_take_no_hostile_time(unit):
    text = (unit * 100_000)[:100_000]
    began = time.process_time()
    word_count(text)
    longest_shared_run(text[:20_000], text[1:20_000])
    Runs(text, 10).found_in(text[1:])
    assert time.process_time() - began < 5
