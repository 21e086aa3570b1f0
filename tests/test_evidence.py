"""Whether the words a record quotes stand in its source, and are still those that were checked."""

import copy
import time

import msgspec
import pytest
from builders import ARTICLE, LEFT_OUT, article, report, source
from hypothesis import given, settings
from hypothesis import strategies as st

from twinning.diagnostics import Code, Severity
from twinning.evidence import (
    Verified,
    digest,
    faults_against,
    faults_of_memory,
    faults_since_verified,
    phrases,
    quotations,
    verified,
)
from twinning.records import Article, Event

SAID = "“The link’s end – at last – is a\u00a0relief,” she said. It’s over."


def quoting(*quotes, **changes):
    """Make an article with these quotations, (p, words), and no others."""
    events = [{"date": "2020", "what": "A visit", "p": p, "quote": quote} for p, quote in quotes]
    return article(reports=[], statements=[], events=events, source={"sha256": "0" * 64, "paragraphs": 2}, **changes)


def faults(record, text):
    return [(f.code, f.where, f.message, f.help) for f in faults_against(record, text)]


# Where quotations are


def test_every_quotation_of_a_record_is_found_in_its_order():
    sides = [{"value": "ended", "who": "A", "p": 1, "quote": "one"}, {"value": "active", "who": "B"}]
    since = {"disputed": [{"value": "1986", "who": "A"}, {"value": "1987", "who": "B", "p": 2, "quote": "two"}]}
    types = {"disputed": [{"value": "twinning", "who": "A", "p": 3, "quote": "three"}, {"value": "x", "who": "B"}]}
    record = article(
        reports=[
            report(outcome={"disputed": sides}, since=since, type=types, evidence=[{"p": 4, "quote": "four"}]),
            report(partner="saint-amand", evidence=[{"p": 5, "quote": "five"}]),
        ],
        statements=[{"name": "A B", "stance": "neutral", "gist": "x", "evidence": [{"p": 6, "quote": "six"}]}],
        events=[{"date": "2020", "what": "x", "p": 7}, {"date": "2020", "what": "x", "p": 8, "quote": "eight"}],
    )
    assert [(q.p, q.quote, q.where) for q in quotations(record)] == [
        (3, "three", ("reports", 0, "type", "disputed", 0, "quote")),
        (2, "two", ("reports", 0, "since", "disputed", 1, "quote")),
        (1, "one", ("reports", 0, "outcome", "disputed", 0, "quote")),
        (4, "four", ("reports", 0, "evidence", 0, "quote")),
        (5, "five", ("reports", 1, "evidence", 0, "quote")),
        (6, "six", ("statements", 0, "evidence", 0, "quote")),
        (8, "eight", ("events", 1, "quote")),
    ]


# Against the source


def test_the_article_of_these_tests_is_true_to_its_source():
    assert faults(article(), source()) == []


@pytest.mark.parametrize(
    "quote",
    [
        *("The link's end - at last", "The link’s end – at last", "end — at", "is a relief", "is a\u00a0relief"),
        *('a relief,"', "a relief,” she", "“The link", '"The link', "It’s over", "It's over.", " is  a relief "),
    ],
)
def test_quotation_marks_dashes_and_spaces_may_be_written_as_a_keyboard_has_them(quote):
    assert faults(quoting((2, quote)), source(f"Head\n{SAID}\n")) == []


@pytest.mark.parametrize("quote", ["the link's end", "The links end", "relie", "'The link", "she said it's over", "…"])
def test_words_that_do_not_stand_there_are_not_found(quote):
    [(code, where, message, _)] = faults(quoting((2, quote)), source(f"Head\n{SAID}\n"))
    assert (code, where) == (Code.QUOTE_NOT_FOUND, ("events", 0, "quote"))
    assert message == f"paragraph 2 does not say “{quote}”"


@pytest.mark.parametrize(
    ("p", "quote", "help_"),
    [
        (2, "end at long last", "the nearest words stand in paragraph 2: “end – at last”"),
        (1, "a relief", "these words stand in paragraph 2"),
        (1, "an unrelated remark about swans", "the source has nothing like it"),
    ],
)
def test_a_quotation_not_found_is_answered_with_the_nearest_words(p, quote, help_):
    [fault] = faults(quoting((p, quote)), source(f"Head\n{SAID}\n"))
    assert fault[3] == help_


def test_in_a_vast_source_only_the_first_quotations_are_looked_for_elsewhere():
    text = source("Head\n" + "A quiet day passed in town. " * 80_000)
    began = time.process_time()
    told = [fault[3] for fault in faults(quoting(*[(1, f"the herons of {n}") for n in range(60)]), text)]
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do
    assert told[:2] == ["the source has nothing like it"] * 2
    assert set(told[2:]) == {"mend the quotations above first: where else this one may stand was not looked for"}


def test_every_quotation_not_found_is_told():
    found = faults(quoting((1, "nothing"), (2, "relief"), (2, "neither")), source(f"Head\n{SAID}\n"))
    assert [where for _, where, _, _ in found] == [("events", 0, "quote"), ("events", 2, "quote")]


def test_another_number_of_paragraphs_is_told_with_the_right_one():
    [fault] = faults(quoting((1, "Head")), source("Head\nBody\nEnd\n"))
    assert fault == (
        Code.SOURCE_MISMATCH,
        ("source", "paragraphs"),
        "the source has 3 paragraphs, not 2",
        "write `paragraphs: 3`",
    )


def test_a_paragraph_the_source_does_not_have_is_told_once():
    text = source("Head\n")
    codes = [code for code, *_ in faults(quoting((2, "Head")), text)]
    assert codes == [Code.SOURCE_MISMATCH, Code.PARAGRAPH]
    # Paragraph 3 is beyond what the record itself says of its source: that is for the rules.
    assert [code for code, *_ in faults(quoting((3, "Head")), text)] == [Code.SOURCE_MISMATCH]


# The newspaper's names for a link


def naming(*words):
    return article(reports=[report(as_reported=list(words))])


def test_every_name_of_a_link_is_found_in_its_order():
    record = article(reports=[report(as_reported=["link", "twinning"]), report(as_reported=["pact"])])
    assert [(q.p, q.quote, q.where) for q in phrases(record)] == [
        (0, "link", ("reports", 0, "as_reported", 0)),
        (0, "twinning", ("reports", 0, "as_reported", 1)),
        (0, "pact", ("reports", 1, "as_reported", 0)),
    ]


@pytest.mark.parametrize(
    "words", ["link", "follows in May", "The town's link", "twinned since 1986 - longer than most"]
)
def test_the_newspapers_name_of_a_link_may_stand_anywhere_in_its_text(words):
    assert faults(naming(words), source()) == []


@pytest.mark.parametrize("words", ["sister city", "Link With Luzhou", "lin", "drops Luzhou The town’s link", "links"])
def test_a_name_of_a_link_that_stands_nowhere_is_told_at_its_entry(words):
    [(code, where, message, _)] = faults(naming("link", words), source())
    assert (code, where) == (Code.QUOTE_NOT_FOUND, ("reports", 0, "as_reported", 1))
    assert message == f"the article nowhere says “{words}”"


# Own words

TEXT = """Harbour drops its pact

The committee met for nearly four hours before it voted by nine to two to let the pact lapse.
“We thank our friends,” said the chair.
"""
TEN = "for nearly four hours before it voted by nine to"
NINE = "met for nearly four hours before it voted by"
OWN_WORDS = {
    ("summary",): lambda words: {"summary": words},
    ("supplied_title",): lambda words: {"headline": "not-stated", "supplied_title": words},
    ("published_basis",): lambda words: {"published_basis": words},
    ("statements", 0, "gist"): lambda words: {
        "statements": [{"name": "A B", "stance": "neutral", "gist": words, "evidence": [{"p": 3, "quote": "We thank"}]}]
    },
    ("events", 1, "what"): lambda words: {
        "events": [{"date": "2020", "what": "A visit", "p": 1}, {"date": "2020", "what": words, "p": 1}]
    },
    ("outline", 1, "text"): lambda words: {"outline": [{"p": 1, "text": "The headline."}, {"p": 2, "text": words}]},
    ("notes", 0, "text"): lambda words: {"notes": [{"kind": "context", "text": words}]},
}


def copying(where, words, **changes):
    """Make an article that quotes nothing and has these words where our own belong."""
    own = {"reports": [], "statements": [], "events": [], "outline": [], "notes": []}
    return article(source={"sha256": "0" * 64, "paragraphs": 3}, **own | OWN_WORDS[where](words) | changes)


@pytest.mark.parametrize("where", OWN_WORDS)
def test_ten_words_in_a_row_of_the_newspapers_are_not_our_own(where):
    [(code, place, message, _)] = faults(copying(where, f"It says: {TEN} end."), source(TEXT))
    assert (code, place) == (Code.COPIED, where)
    assert code.severity is Severity.ERROR
    assert f"“{TEN} …”" in message


@pytest.mark.parametrize("where", OWN_WORDS)
def test_nine_words_in_a_row_may_be_shared(where):
    assert faults(copying(where, f"It {NINE} show of hands."), source(TEXT)) == []


@pytest.mark.parametrize("words", [TEN.upper(), TEN.replace(" ", ", "), TEN.replace(" ", "\n"), f"“{TEN}”"])
def test_words_are_copied_whatever_their_case_and_marks(words):
    assert [code for code, *_ in faults(copying(("notes", 0, "text"), words), source(TEXT))] == [Code.COPIED]


@pytest.mark.parametrize(
    ("rights", "copied"),
    [("in-copyright", True), ("unknown", True), ("withdrawn", True), ("open-licence", False), ("permission", False)],
)
def test_words_may_be_copied_of_a_text_that_may_be_shown(rights, copied):
    found = faults(copying(("summary",), TEN, rights=rights), source(TEXT))
    assert [code for code, *_ in found] == [Code.COPIED] * copied


def test_every_field_that_was_copied_is_told_once():
    both = copying(("notes", 0, "text"), f"{TEN} two. And again: {TEN} two.", summary=TEN)
    assert [where for _, where, _, _ in faults(both, source(TEXT))] == [("summary",), ("notes", 0, "text")]


def test_the_newspapers_headline_is_not_taken_for_our_own_words():
    headline = "Harbour lets its pact of thirty years lapse after a long and bitter meeting"
    record = copying(("summary",), "The pact lapses.", headline=headline)
    assert faults(record, source(TEXT.replace("Harbour drops its pact", headline))) == []


# The digest


def test_the_digest_is_the_same_everywhere():
    assert digest(article()) == "bd94038394cde144063dab99682b7d517a4fa87c9959cb298be6f3937c8ab8a3"


def quoted(data):
    """Give every part of a record's data that quotes."""
    below = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    found = [data] if isinstance(data, dict) and "quote" in data else []
    return found + [part for value in below for part in quoted(value)]


CLAIMS = [{"value": "1986", "who": "A", "p": 1, "quote": "a claim"}, {"value": "1987", "who": "B"}]
DATA = {
    **ARTICLE,
    "reports": [report(since={"disputed": CLAIMS}, evidence=[{"p": 1, "quote": "one"}, {"p": 2, "quote": "two"}])],
    "statements": [{"name": "A B", "stance": "neutral", "gist": "x", "evidence": [{"p": 3, "quote": "three"}]}],
    "events": [{"date": "2020", "what": "x", "p": 4, "quote": "four"}],
}


def digest_of(data):
    return digest(msgspec.convert(data, Article))


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("field", ["p", "quote"])
def test_the_digest_changes_with_any_quotation_and_the_paragraph_it_names(number, field):
    data = copy.deepcopy(DATA)
    parts = quoted(data)
    assert len(parts) == 5
    parts[number][field] *= 2
    assert digest_of(data) != digest_of(DATA)


@pytest.mark.parametrize("names", [[], ["link"], ["link", "twinning", "pact"], ["link", "twin"]])
def test_the_digest_changes_with_the_newspapers_name_of_a_link(names):
    assert digest(article(reports=[report(as_reported=names)])) != digest(article())


def test_the_digest_changes_with_a_quotation_more_or_less():
    more, less = copy.deepcopy(DATA), copy.deepcopy(DATA)
    more["statements"][0]["evidence"] *= 2
    less["events"][0].pop("quote")
    assert len({digest_of(data) for data in (DATA, more, less)}) == 3


@pytest.mark.parametrize("sha256", ["0" * 64, LEFT_OUT])
def test_the_digest_changes_with_the_source(sha256):
    assert digest(article(source=sha256 if sha256 is LEFT_OUT else {"sha256": sha256, "paragraphs": 5})) != digest(
        article()
    )


OTHERS = {
    "headline": "Another headline",
    "published": "2022",
    "summary": "Other words.",
    "url": LEFT_OUT,
    "rights": "unknown",
    "outline": [],
    "notes": [],
    "reviewed": LEFT_OUT,
    "byline": [{"agency": "A News Agency"}],
}


@pytest.mark.parametrize("field", OTHERS)
def test_the_digest_changes_with_nothing_else(field):
    assert digest(article(**{field: OTHERS[field]})) == digest(article())


def test_the_digest_is_that_of_the_words_not_of_what_they_are_said_to_prove():
    data = copy.deepcopy(DATA)
    data["reports"][0] |= {"outcome": "active", "partner": "saint-amand", "grounds": ["cost"]}
    data["reports"][0]["evidence"][0]["supports"] = ["since"]
    data["statements"][0] |= {"name": "C D", "stance": "for-ending"}
    data["events"][0] |= {"date": "2021", "what": "y"}
    assert digest_of(data) == digest_of(DATA)


@given(st.permutations(range(5)))
@settings(deadline=None)
def test_the_digest_does_not_change_with_the_order_of_the_evidence(order):
    evidence = [{"p": n + 1, "quote": f"words {n}"} for n in order]
    assert digest_of({**DATA, "reports": [report(evidence=evidence)]}) == digest_of(
        {**DATA, "reports": [report(evidence=sorted(evidence, key=lambda e: e["p"]))]}
    )


PAIR = st.tuples(st.integers(1, 99), st.text(st.characters(codec="utf-8"), min_size=1, max_size=5))


@given(st.lists(PAIR, max_size=3), st.lists(PAIR, max_size=3))
@settings(deadline=None)
def test_two_digests_are_equal_only_for_the_same_quotations(one, other):
    records = [
        msgspec.structs.replace(article(statements=[], reports=[]), events=tuple(Event("2020", "x", *q) for q in qs))
        for qs in ([(p, None, None, quote) for p, quote in pairs] for pairs in (one, other))
    ]
    assert (digest(records[0]) == digest(records[1])) == (sorted(one) == sorted(other))


# What was verified


def test_what_was_verified_is_the_source_and_the_digest():
    assert verified(article()) == Verified(source().sha256, digest(article()))
    assert verified(article(source=LEFT_OUT)) is None


def since_verified(record, known):
    return [(fault.code.name, fault.where) for fault in faults_since_verified(record, known)]


def test_evidence_as_it_was_verified_has_no_fault():
    assert since_verified(article(), {"ta-0001": verified(article())}) == []


def test_evidence_never_verified_is_a_warning():
    assert since_verified(article(), {"ta-0002": verified(article())}) == [("NOT_VERIFIED", ("source",))]


@pytest.mark.parametrize(
    "changes",
    [
        {"events": [{"date": "2021-05", "what": "x", "p": 5, "quote": "follows in May"}]},
        {"source": {"sha256": "0" * 64, "paragraphs": 5}},
        {"statements": []},
    ],
)
def test_evidence_changed_after_it_was_verified_is_an_error(changes):
    known = {"ta-0001": verified(article())}
    assert since_verified(article(**changes), known) == [("EVIDENCE_CHANGED", ("source",))]


def test_evidence_put_back_as_it_was_is_verified_again():
    known = {"ta-0001": verified(article())}
    assert since_verified(article(headline="Another", statements=ARTICLE["statements"]), known) == []


def test_without_a_quotation_there_is_nothing_to_verify():
    silent = article(reports=[], statements=[])
    assert since_verified(silent, {}) == list(faults_of_memory(silent, {})) == []
    assert since_verified(article(source=LEFT_OUT, reports=[], statements=[]), {}) == []


@pytest.mark.parametrize("changes", [{}, {"statements": [], "reports": [report(evidence=[])]}, {"reports": []}])
def test_a_record_that_quotes_and_names_no_source_is_a_warning(changes):
    silent = article(source=LEFT_OUT, **changes)
    assert since_verified(silent, {}) == [("NOT_VERIFIED", ())]
    assert since_verified(silent, {"ta-0001": verified(article())}) == [("NOT_VERIFIED", ())]


@pytest.mark.parametrize("known", [{}, {"ta-0002": verified(article())}, {"ta-0001": verified(article(statements=[]))}])
def test_what_is_not_remembered_of_a_check_is_a_warning(known):
    [fault] = faults_of_memory(article(), known)
    assert (fault.code, fault.where) == (Code.NOT_VERIFIED, ("source",))
    assert "not yet recorded" in fault.message


def test_what_is_remembered_of_a_check_has_no_fault():
    assert list(faults_of_memory(article(), {"ta-0001": verified(article())})) == []


# Words that could be meant twice, run on, or only look the same


@pytest.mark.parametrize(("quote", "times"), [("the link", 2), ("link", 3), ("The link's end", 1), ("the link was", 1)])
def test_a_quotation_says_which_words_are_meant(quote, times):
    said = source("Head\nThe link's end: the link was old, the link is over.\n")
    found = faults(quoting((2, quote)), said)
    assert [code for code, *_ in found] == ([Code.QUOTE_TWICE] if times > 1 else [])
    for _, where, message, help_ in found:
        assert where == ("events", 0, "quote")
        assert message == f"paragraph 2 says “{quote}” {times} times: which is meant?"
        assert "up to 12" in help_


def test_the_same_words_in_two_paragraphs_are_told_apart_by_the_paragraph():
    assert faults(quoting((1, "over"), (2, "over")), source("It is over\nAll over\n")) == []


def test_words_that_run_from_one_paragraph_into_the_next_are_told_as_such():
    [fault] = faults(quoting((1, "a vote was lost")), source("They held a vote\nwas lost on the road\n"))
    assert fault[0] is Code.QUOTE_NOT_FOUND
    assert fault[3] == "these words run from paragraph 1 into paragraph 2: quote from one of them"


def test_a_quotation_that_only_looks_the_same_names_the_letter():
    [fault] = faults(quoting((1, "twinned with Nanning")), source("It is twinned with N\u0430nning now\nBody\n"))
    assert fault[3].endswith(
        "they look the same, but the source has CYRILLIC SMALL LETTER A (U+0430), not LATIN SMALL LETTER A (U+0061)"
    )


def test_a_name_of_a_link_that_stands_nowhere_is_answered_with_the_nearest():
    [(_, _, _, help_)] = faults(naming("link with Luzou"), source())
    assert "paragraph 2: “link with Luzhou”" in help_
    assert "to the letter" in help_


@pytest.mark.parametrize("unseen", ["\u2063", "\u3164", "\U000e0041", "\u180b", "\U000e0100", "\u115f", "\u206a"])
def test_a_character_that_nobody_sees_keeps_no_quotation_from_being_found(unseen):
    assert faults(quoting((1, "link with Luzhou")), source(f"The li{unseen}nk with Luzhou\nBody\n")) == []
