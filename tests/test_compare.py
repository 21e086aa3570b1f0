"""Where a record and what a program reads in its text differ, the person's word stands and the words are told."""

from datetime import date

from builders import archive_of, article
from proposals import EASTMERE, at, proposal, report

from twinning.diagnostics import Code, Severity
from twinning.drafts import Authorities, differences, drafted
from twinning.ingest.proposal import Published, Value
from twinning.vocabulary import Ground, Outcome

TODAY = date(2026, 11, 22)


def told(record=None, **changes):
    authorities = Authorities(archive_of())
    record = record or drafted(proposal(), "ta-0007", authorities, TODAY).article
    return [(f.where, f.message) for f in differences(record, proposal(**changes), authorities)]


def test_a_record_as_it_was_proposed_differs_in_nothing():
    assert told() == []


def test_where_a_person_and_the_machine_differ_the_line_and_the_words_are_told():
    read = report(outcome=Value(Outcome.CONTINUED, 0.62, at(3, "to end its twinning")))
    ((where, said),) = told(reports=(read,))
    assert where == ("reports", 0, "outcome")
    assert (
        said == "the program reads `outcome: continued`, not `ended` (62% sure), by paragraph 3: “to end its twinning”"
    )


def test_a_difference_never_forbids_a_build_and_says_that_the_person_wins():
    authorities = Authorities(archive_of())
    for fault in differences(article(), proposal(), authorities):
        assert fault.code is Code.DIFFERS
        assert fault.code.severity is Severity.WARNING
        assert "what a person wrote stands" in fault.help


def test_a_partnership_that_only_one_of_them_finds_is_told():
    other = report(council=Value(EASTMERE.__class__("Wick Council", "wick"), 0.5, at(3, "Eastmere Borough Council")))
    found = told(reports=(other,))
    assert [where for where, _ in found] == [("reports", 0), ("reports",)]
    assert "finds a partnership of `wick` and `aulnoy`, ended" in found[1][1]


def test_values_that_only_one_of_them_has_are_told():
    read = report(since=None, qualifier=None, grounds=(Value(Ground.DORMANCY, 0.5, at(4, "since 1986")),))
    assert [where for where, _ in told(reports=(read,))] == [
        ("reports", 0, "since"),
        ("reports", 0, "qualifier"),
        ("reports", 0, "grounds"),
        ("reports", 0, "grounds"),
    ]


def test_days_and_headlines_are_compared():
    found = told(published=Published("2021-03-05", "said", 0.5), headline=Value("Another", 0.5))
    assert [where for where, _ in found] == [("headline",), ("published",)]
    found = told(published=None, headline=None)
    assert [where for where, _ in found] == [("headline",), ("published",)]


def test_how_sure_a_date_is_makes_no_difference_of_its_days():
    assert told(published=Published("2021-03-04~", "said", 0.5)) == []


def test_typography_makes_no_difference_of_headlines():
    record = article(headline="Eastmere’s “link”", published="2021-03-04", reports=[])
    read = proposal(headline=Value('Eastmere\'s "link"', 0.5), reports=())
    assert list(differences(record, read, Authorities(archive_of()))) == []
