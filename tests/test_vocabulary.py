"""The terms the archive promises: they may be added to, never taken away or given another meaning."""

import json
import re

import pytest

from twinning import vocabulary
from twinning.records import NOT_STATED
from twinning.vocabulary import Ground, NoteKind, Outcome, PartnershipType, Rights, Stance, Term

VOCABULARIES = [v for v in vars(vocabulary).values() if isinstance(v, type) and issubclass(v, Term) and v is not Term]
TERMS = [pytest.param(term, id=f"{type(term).__name__}.{term}") for v in VOCABULARIES for term in v]


@pytest.mark.parametrize(
    ("term", "used_as"),
    [
        *((term, "both") for term in ("proposed", "approved", "established", "renewed", "under-review", "continued")),
        *((term, "both") for term in ("suspended", "ended", "lapsed", "shelved", "reinstated")),
        ("active", "outcome"),
        ("unclear", "outcome"),
        ("ending-called-for", "event"),
    ],
)
def test_an_outcome_is_a_state_or_an_event_or_both(term, used_as):
    outcome = Outcome(term)
    assert outcome.is_state == (used_as in {"outcome", "both"})
    assert outcome.is_event == (used_as in {"event", "both"})


def test_there_is_no_outcome_but_these():
    assert len(Outcome) == 14


@pytest.mark.parametrize(
    ("kind", "terms"),
    [
        (
            PartnershipType,
            """twinning sister-city friendship-agreement county-province-partnership memorandum-of-understanding
            project-partnership informal-link unspecified""",
        ),
        (
            Stance,
            "for-forming against-forming for-ending against-ending for-suspending for-review neutral context-only",
        ),
        (
            Ground,
            """human-rights uyghurs hong-kong national-security-law war-in-ukraine gaza taiwan covid cost dormancy
            security-risk trade culture-education""",
        ),
        (Rights, "open-licence permission in-copyright unknown withdrawn"),
        (NoteKind, "discrepancy"),
    ],
)
def test_the_promised_terms_are_there(kind, terms):
    assert set(terms.split()) <= set(kind)


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_its_word_and_says_what_it_means(term):
    assert type(term)(str(term)) is term
    assert json.loads(json.dumps(term)) == term.value == f"{term}"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", term)
    assert re.fullmatch(r"[A-Z].*\.", term.meaning)
    assert term.label.replace(" ", "-").lower() in {term.value, *_LONGER_LABELS.get(term.value, ())}
    assert term not in {NOT_STATED, "disputed"}


_LONGER_LABELS = {
    "culture-education": ["culture-and-education"],
    "scottish-council": ["scottish-council-area"],
    "county-province-partnership": ["county–province-partnership"],
}


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_no_two_terms_mean_or_show_the_same(kind):
    assert len({term.meaning for term in kind}) == len({term.label for term in kind}) == len(kind)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_ends_a_sentence(outcome):
    assert re.match(r"(is|has|was|faces|continues)\b", outcome.standing)
    assert not outcome.standing.endswith(".")


def test_only_a_licence_or_permission_allows_the_full_text():
    assert {rights for rights in Rights if rights.allows_full_text} == {Rights.OPEN_LICENCE, Rights.PERMISSION}


@pytest.mark.parametrize("rights", Rights)
def test_rights_have_an_address_for_machines(rights):
    assert rights.statement.startswith(("http://rightsstatements.org/vocab/", "https://creativecommons.org/"))
    assert ("InC" in rights.statement) == (rights in {Rights.IN_COPYRIGHT, Rights.PERMISSION, Rights.WITHDRAWN})
