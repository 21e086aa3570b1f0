"""What is read from the patterns themselves: the words of a match, and the same matches by letters."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import twinning.ingest
from twinning.ingest.fates import closings, findings, moods, motions, phrases
from twinning.ingest.pairs import joining, pairing, signs, spoken
from twinning.ingest.patterns import Asked, Headed, Wording, small
from twinning.ingest.people import leanings, sides
from twinning.ingest.places.countries import ADJECTIVES, EITHER, NAMES
from twinning.ingest.shapes import by_letters, heads_in

SENTENCES = [
    sentence
    for path in sorted((Path(__file__).parent / "corpus" / "tune").glob("*.txt"))[::12]
    for sentence in re.split(r"(?<=[.]) |\n", path.read_text("utf-8", "replace"))
    if sentence
]


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        (r"\b(?:twin|sister)s?\b", "sis twi"),
        (r"\b(?:no|fc)\b", "fc no"),
        (r"\bthe (?:old )?charter\b", "cha"),
        (r"\bthe charter\b", "cha"),
        (r"\b(?:\w+ )?pact\b", "pac"),
        (r"\bti(?:e|es)\b", "tie"),
        (r"\bha[sd] signed\b", "sig"),
        (r"\b(?P<v>end(?:ed)?)\b(?P<gap>[^.]{0,40})(?P<o>it)\b", "end"),
        (r"(?<![\w’'-])(?:cost|bill)(?![\w-])", "bil cos"),
        (r"^\W*but\b", "but"),
        (r"\b(?:ties|links?) with\b|\bdeeds?\b", "dee lin tie"),
    ],
)
def test_every_match_holds_a_word_that_begins_so(pattern, heads):
    assert heads_in(pattern) == frozenset(heads.split())


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b\w+ing\b",
        r"twin",
        r"\b(?:twin|\d+)\b",
        r"\bt[a-z]+\b",
        r"(?i)\btwin\b",
        r"(?:\w+ )?pact",
        r"\w+(?! )ned\b",
        r"\bt?\b",
        "",
    ],
)
def test_a_match_that_may_hold_any_word_has_no_heads(pattern):
    assert heads_in(pattern) is None


def test_a_headed_wording_without_heads_is_refused_when_it_is_asked_for():
    with pytest.raises(ValueError, match="any words"):
        Headed(r"\b\w+ed\b").search("The link has ended.")


def wordings_in(found):
    """Give the wordings that something holds: a list of them, a table, or those that are asked for as one."""
    match found:
        case Wording():
            yield found
        case Asked():
            yield from wordings_in(found._wordings)
        case dict():
            yield from wordings_in(tuple(found.values()))
        case tuple() | list() | frozenset():
            for one in found:
                yield from wordings_in(one)


def compiled(wording):
    """Compile a wording: that happens when it is first asked for, and a fault in it shows only then."""
    assert wording._pattern
    return not isinstance(wording, Headed) or wording.heads


def test_every_wording_of_the_package_compiles():
    modules = [m.name for m in pkgutil.walk_packages(twinning.ingest.__path__, "twinning.ingest.")]
    every = [(name, w) for name in modules for w in wordings_in(tuple(vars(importlib.import_module(name)).values()))]
    assert len(every) > 300
    for name, wording in every:
        try:
            compiled(wording)
        except (ValueError, re.error) as fault:
            pytest.fail(f"{name}: {fault}")


@pytest.mark.parametrize("broken", [Wording("(unclosed", "sign"), Headed(r"\b\w+ed\b")])
def test_a_broken_wording_is_noticed(broken):
    with pytest.raises((ValueError, re.error)):
        compiled(broken)


@pytest.mark.parametrize(
    ("pattern", "same"),
    [
        ("ab|ac|ad", "a(?:b|c|d)"),
        ("ab|c|ad", "a(?:b|d)|c"),
        (r"ab|\w|ac", r"ab|\w|ac"),
        ("a?b|ac|ad", "a?b|a(?:c|d)"),
        ("twin|twins", "t(?:w(?:i(?:n(?:|s))))"),
        (r"\b(?P<x>ab|ac)(?=d|e)", r"\b(?P<x>a(?:b|c))(?=d|e)"),
        (r"(\w)\1|ab|ac", r"(\w)\1|ab|ac"),
    ],
)
def test_words_are_tried_by_their_letters_in_their_order(pattern, same):
    assert _flat(by_letters(pattern)) == _flat(same)


def _flat(pattern):
    """Leave out groups of one wording, which say nothing."""
    while (plain := re.sub(r"\(\?:(\w)\)", r"\1", pattern)) != pattern:
        pattern = plain
    return pattern


def test_countries_are_the_same_by_letters():
    listed = "|".join(sorted({*NAMES, *ADJECTIVES}, key=lambda name: (-len(name), name)))
    plain = re.compile(rf"\b({listed})\b")
    for sentence in [*SENTENCES, *(f"the {name} town" for name in (*NAMES, *ADJECTIVES))]:
        assert [m.span(1) for m in EITHER.finditer(sentence)] == [m.span(1) for m in plain.finditer(sentence)]


def _headed():
    for room in (closings, findings, joining, leanings, moods, motions, pairing, phrases, sides, signs, spoken):
        for value in vars(room).values():
            yield from (
                one for one in (value.values() if isinstance(value, dict) else [value]) if isinstance(one, Headed)
            )


def test_headed_wordings_find_what_their_patterns_do():
    every = list(_headed())
    assert len(every) > 50
    for wording in every:
        for sentence in SENTENCES:
            plain = wording._pattern.search(small(sentence))  # the pattern without its heads
            found = wording.search(sentence)
            assert (found and found.regs) == (plain and plain.regs), (sentence, plain)
