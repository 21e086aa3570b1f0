"""What is read from the patterns themselves: the words of a match, and the same matches by letters."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import twinning.ingest
from twinning.ingest.places.countries import ADJECTIVES, EITHER, NAMES
from twinning.ingest.wordings import patterns
from twinning.ingest.wordings.glance import bits, glance
from twinning.ingest.wordings.needs import needs_of
from twinning.ingest.wordings.patterns import Asked, Cased, Headed, Wording, small
from twinning.ingest.wordings.shapes import by_letters

SENTENCES = [
    sentence
    for path in sorted((Path(__file__).parent / "corpus" / "tune").glob("*.txt"))[::12]
    for sentence in re.split(r"(?<=[.]) |\n", path.read_text("utf-8", "replace"))
    if sentence
]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:twin|sister)\b", ["sister twin$"]),
        (r"\b(?:no|fc)\b", ["fc$ no$"]),
        (r"\bthe (?:old )?charter\b", ["charte"]),
        (r"\b(?:\w+ )?pact\b", ["pact$"]),
        (r"\bti(?:e|es)\b", ["tie$ ties$"]),
        (r"\bha[sd] signed\b", ["signed"]),
        (r"\b(?P<v>end(?:ed)?)\b(?P<gap>[^.]{0,40})(?P<o>it)\b", ["end$ ended$"]),
        (r"(?<![\w’'-])(?:cost|bill)(?![\w-])", ["bill$ cost$"]),
        (r"^\W*but\b", ["but$"]),
        (r"\b(?:ties|links?) with\b|\bdeeds?\b", ["deed$ deeds$ link$ links$ ties$"]),
        (r"\bsign\w* (?:a )?(?:pact|deal)\b", ["sign", "deal$ pact$"]),
        (r"\btwo[- ](?:way|year) deal\b", ["deal$", "two$", "way$ year$"]),
        (r"\b\d{4} votes\b", ["votes$", "0 1 2 3 4 5 6 7 8 9"]),
        (r"(?:\.|:) “no\b", ["no$", "“"]),
        (r"\bfor[“\"]", ['" “']),
        (r"\b(?:the|a)\b", ["a$ the$"]),
    ],
)
def test_every_match_holds_a_word_of_each_need(pattern, needs):
    assert [frozenset(need.split()) for need in needs] == list(needs_of(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b\w+ing\b",
        r"twin",
        r"\b(?:twin|\w+)\b",
        r"\bt[a-z]+\b",
        r"(?i)\btwin\b",
        r"(?:\w+ )?pact",
        r"\w+(?! )ned\b",
        r"\bt?\b",
        r"[^“]x",
        r"\d?",
        r"\d{0,2}",
        r"(?:twin)?",
        r"(\b\w+) \1",
        "",
    ],
)
def test_a_match_that_may_hold_any_word_needs_none(pattern):
    assert needs_of(pattern) == ()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\d", "٣"),
        (r"\d{2} votes\b", "１２ votes"),
        (r"[!-~]foo", "xfoo"),
        (r"[ -~]foo", "xfoo"),
        (r"[- ]foo\b", "a-foo"),
        (r"\bfoo\xe9", "fooé"),
        (r" \u0142foo", " łfoo"),
        (r"\bfoo(?![\w]{2})s", "foos"),
        (r"\bfoo(?![\w-])", "foo!"),
        (r"\bfo(?:o|ol)?s\b", "fools"),
        (r"\b(?:re-?)?sign(?:ed)?\b", "re-signed"),
        (r"\btwin(?: town)?s?\b", "twin towns"),
        (r"\b(?:the |a )*pact\b", "the a pact"),
        (r"\bland(?:rat)+\b", "landratrat"),
        (r"\bélan\b", "élan"),
        (r"\b(?:o’)?neill\b", "o’neill"),
    ],
)
def test_what_is_hard_to_read_in_a_pattern_is_found_all_the_same(pattern, text):
    assert re.search(pattern, text)
    asked = bits(needs_of(pattern))
    assert glance(text, small(text)) & asked == asked


def test_a_headed_wording_without_needs_is_refused():
    with pytest.raises(ValueError, match="any words"):
        Headed(r"\b\w+ed\b").needed()


def test_a_glance_passes_over_what_a_sentence_cannot_hold(monkeypatch):
    monkeypatch.setattr(patterns, "_OFTEN", 0)
    wording = Wording(r"\bends? the (?:deal|pact)\b")
    lacking, holding = "The council keeps it.", "It ends THE PACT."
    for sentence in (lacking, holding):
        assert wording.search(sentence) == wording._pattern.search(small(sentence)) or sentence is holding
        glance(sentence, small(sentence))
    monkeypatch.setattr(wording, "_pattern", re.compile(""), raising=False)  # now it would be found anywhere
    assert wording.search(lacking) is None
    assert list(wording.finditer(lacking)) == []
    assert wording.search(holding)


def test_what_is_first_asked_for_after_a_glance_is_found_all_the_same(monkeypatch):
    monkeypatch.setattr(patterns, "_OFTEN", 0)
    sentence = "The quorum lapsed at Zadarville."
    glance(sentence, small(sentence))
    assert Wording(r"\bquorum lapsed\b").search(sentence)
    glance(sentence, small(sentence))
    assert Cased(r"\bat Zadarville\b").search(sentence)
    assert not Cased(r"\bat zadarville\b").search(sentence)


@pytest.mark.parametrize("text", ["TWIN", "x twin", "the twin", "Twin Y"])
def test_a_cased_wording_is_looked_for_as_it_is_written(text):
    wording, plain = Cased(r"\b(?:Twin|twin)\b"), re.compile(r"\b(?:Twin|twin)\b")
    for way in ("search", "match", "fullmatch"):
        found, same = getattr(wording, way)(text), getattr(plain, way)(text)
        assert (found and found.span()) == (same and same.span()), way
    assert [m.span() for m in wording.finditer(text)] == [m.span() for m in plain.finditer(text)]


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


def every_wording():
    """Give all wordings of the package, each once, with a module that has it."""
    modules = [m.name for m in pkgutil.walk_packages(twinning.ingest.__path__, "twinning.ingest.")]
    every = [(name, w) for name in modules for w in wordings_in(tuple(vars(importlib.import_module(name)).values()))]
    return list({id(wording): (name, wording) for name, wording in every}.values())


def compiled(wording):
    """Compile a wording: that happens when it is first asked for, and a fault in it shows only then."""
    assert wording._pattern
    return wording.needed() is not None


def test_every_wording_of_the_package_compiles():
    every = every_wording()
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


def test_no_glance_passes_over_what_a_pattern_finds():
    seen = []
    for name, wording in every_wording():
        plain, cased = wording._pattern, isinstance(wording, Cased)
        needs = bits(wording.needed())
        seen += [(name, wording, needs, plain, cased)]
    for sentence in SENTENCES:
        words = small(sentence)
        held = glance(sentence, words)
        for name, wording, needs, plain, cased in seen:
            if held & needs != needs:
                assert not plain.search(sentence if cased else words), (name, wording._source, sentence)
