"""What a proposal becomes: records that pass every check, within the limits of quotation, and say how sure they are."""

from datetime import date

import msgspec
import pytest
from builders import archive_of, article, council, partner
from proposals import AULNOY, EASTMERE, TEXT, at, empty, proposal, report

from twinning import rules
from twinning.diagnostics import Severity
from twinning.drafts import Authorities, drafted, written
from twinning.drafts.quoting import Quoting
from twinning.evidence import faults_against, quotations
from twinning.ingest.proposal import Author, Defect, ProposedEvent, Published, Value
from twinning.loading import fast, load_text
from twinning.loading.record import _read
from twinning.records import MAX_QUOTED_WORDS, Article, Council, Disputed, Newspaper, Partner
from twinning.text import read
from twinning.vocabulary import CouncilType, Fact, Level, Nation, Outcome, ParagraphKind
from twinning.wording import word_count

TODAY = date(2026, 11, 22)


def draft(made=None, archive=None, **how):
    return drafted(made or proposal(), "ta-0007", Authorities(archive or archive_of()), TODAY, **how)


def errors(made, found):
    faults = [*rules.faults(made.article), *faults_against(made.article, found.source)]
    return [f for f in faults if f.code.severity is Severity.ERROR]


def test_a_draft_says_what_was_proposed():
    found = draft().article
    told = found.reports[0]
    assert (found.headline, found.published, found.rights) == (
        "Eastmere parts with Aulnoy",
        "2021-03-04",
        "in-copyright",
    )
    assert found.byline[0].person.family == "Lark"
    assert (told.council, told.partner, told.outcome, told.qualifier) == ("eastmere-2", "aulnoy", "ended", "voted")
    assert told.evidence_for(Fact.OUTCOME)[0].quote == "voted on Tuesday night to end its twinning"
    assert found.statements[0].name == "Ada Pike"
    assert found.events[0].council == "eastmere-2"
    assert [item.kind for item in found.outline] == [ParagraphKind.HEADLINE, ParagraphKind.BYLINE]


def test_nothing_in_a_draft_is_reviewed_and_every_value_says_how_sure_it_is():
    found = draft().article
    assert found.reviewed is None
    assert {p.of for p in found.proposed} == {"headline", "newspaper", "summary", "byline", "published"}
    assert {p.of for p in found.reports[0].proposed} == {
        "council", "partner", "type", "since", "outcome", "event", "qualifier", "grounds",
    }  # fmt: skip
    assert {p.of for p in found.statements[0].proposed} == {"name", "stance", "role"}
    assert {str(p.by) for p in (*found.proposed, *found.reports[0].proposed)} == {"machine"}


def test_what_is_least_certain_comes_first():
    sures = [p.confidence for p in draft().article.reports[0].proposed]
    assert sures == sorted(sures)


def test_a_draft_passes_every_check():
    assert errors(draft(), proposal()) == []


def test_a_draft_has_none_of_the_newspapers_words_outside_quotation_marks():
    """Ten words in a row are the newspaper's, wherever they come from."""
    basis = "Eastmere Borough Council voted on Tuesday night to end its twinning"
    found = proposal(published=Published("2021-03-04", basis, 0.9))
    assert draft(found).article.published_basis is None
    assert errors(draft(found), found) == []


@pytest.mark.parametrize("number", [1, 7, 30])
def test_however_many_partnerships_a_text_tells_of_a_hundred_words_are_quoted(number):
    lines = [
        f"Eastmere Borough Council agreed after a long debate on Monday to end its twinning with Ville{n:c}bourg now."
        for n in range(97, 97 + number)
    ]
    reports = tuple(
        report(
            partner=Value(AULNOY.__class__(f"Ville{n:c}bourg", f"ville{n:c}bourg", "FR", Level.TOWN), 0.9,
                          at(n - 95, f"its twinning with Ville{n:c}bourg now")),
            council=Value(EASTMERE, 0.9, at(n - 95, "Eastmere Borough Council")),
            outcome=Value(Outcome.ENDED, 0.7, at(n - 95, f"to end its twinning with Ville{n:c}bourg now")),
            type=Value("twinning", 0.7, at(n - 95, "a long debate on Monday to end its twinning")),
            event=None, qualifier=None, since=None, grounds=(),
        )
        for n in range(97, 97 + number)
    )  # fmt: skip
    found = empty("Many links\n" + "\n".join(lines), reports=reports)
    made = draft(found)
    quoted = {(q.p, q.quote): word_count(q.quote) for q in quotations(made.article)}
    assert sum(quoted.values()) <= MAX_QUOTED_WORDS
    assert len(made.article.reports) == number
    assert errors(made, found) == []
    kept = [r for r in made.article.reports if r.outcome == "ended"]
    assert len(kept) >= min(number, 20)
    assert all(r.evidence_for(Fact.OUTCOME) for r in kept)


def test_an_outcome_that_no_words_can_show_is_unclear_and_hardly_sure():
    unshown = report(outcome=Value(Outcome.ENDED, 0.95), event=Value(Outcome.ENDED, 0.95), qualifier=None)
    made = draft(proposal(reports=(unshown,)))
    one = made.article.reports[0]
    assert (str(one.outcome), one.event) == ("unclear", None)
    assert next(entry for entry in one.proposed if entry.of == "outcome").confidence <= 0.2
    shown = draft().article.reports[0]
    assert next(entry for entry in shown.proposed if entry.of == "outcome").confidence > 0.5


def test_what_there_is_no_room_to_quote_is_shown_by_its_paragraph():
    long = "one two three four five six seven eight nine ten eleven twelve"
    text = "Head\n" + "\n".join(f"{word} {long}" for word in "abcdefghijkl") + "\nIt ended. It was so.\n"
    found = empty(
        text,
        reports=(report(outcome=Value(Outcome.ENDED, 0.5, at(14, "It ended")), since=Value("1986", 0.5, at(2, long))),),
    )
    found = msgspec_free(found, statements=tuple(statement(n) for n in range(3, 13)))
    made = draft(found)
    assert errors(made, found) == []
    since = next(p for p in made.article.reports[0].proposed if p.of == "since")
    assert since.evidence == () or since.evidence[0].quote is None


def test_speakers_have_room_whatever_proves_the_reports_and_those_without_are_told_of():
    long = "one two three four five six seven eight nine ten eleven twelve"
    text = "Head\n" + "\n".join(f"{word} {long}" for word in "abcdefghijklmnopqrstuvwxyz") + "\nIt ended.\n"
    proofs = report(outcome=Value(Outcome.ENDED, 0.5, at(28, "It ended")), since=Value("1986", 0.5, at(2, long)))
    few, many = (
        draft(msgspec_free(empty(text, reports=(proofs,)), statements=tuple(statement(n) for n in range(3, 3 + count))))
        for count in (8, 24)
    )
    assert len(few.article.statements) == 8
    assert not [note for note in few.article.notes if note.kind == "attribution"]
    unheard = 24 - len(many.article.statements)
    assert unheard > 0
    assert [note.text for note in many.article.notes if note.kind == "attribution"] == [
        f"{unheard} more people speak in the article than this record had room to quote."
    ]


def msgspec_free(found, **changes):
    from dataclasses import replace

    return replace(found, **changes)


def statement(p):
    from proposals import ProposedStatement, Stance

    words = at(p, "one two three four five six seven eight nine ten eleven twelve")
    return ProposedStatement(Value(f"Person {p}", 0.9), Value(Stance.NEUTRAL, 0.5), evidence=words)


# Places and newspapers


def test_places_that_have_no_record_get_one_that_is_proposed():
    new = draft().new
    assert set(new) == {("councils", "eastmere-2"), ("partners", "aulnoy"), ("newspapers", "not-named")}
    assert new["partners", "aulnoy"].geonames == 3036386
    assert {p.of for p in new["partners", "aulnoy"].proposed} == {
        "name", "level", "country", "country_name", "within", "geonames", "coordinates",
    }  # fmt: skip
    assert new["newspapers", "not-named"].proposed


def test_places_that_have_a_record_keep_it():
    known = report(council=Value(EASTMERE.__class__("Northbridge Council", "northbridge", known=True), 0.9))
    made = draft(proposal(reports=(known,)))
    assert made.article.reports[0].council == "northbridge"
    assert ("councils", "northbridge") not in made.new


def test_the_second_text_finds_what_the_first_proposed():
    authorities = Authorities(archive_of())
    first = drafted(proposal(), "ta-0007", authorities, TODAY)
    second = drafted(proposal(), "ta-0008", authorities, TODAY)
    assert second.new == {}
    assert second.article.reports[0].key == first.article.reports[0].key


def test_two_places_of_one_name_are_two():
    authorities = Authorities(archive_of())
    drafted(proposal(), "ta-0007", authorities, TODAY)
    other = AULNOY.__class__("Aulnoy", "aulnoy", "BE", Level.TOWN, 99)
    made = drafted(proposal(reports=(report(partner=Value(other, 0.5)),)), "ta-0008", authorities, TODAY)
    assert made.article.reports[0].partner == "aulnoy-2"


def test_a_council_and_a_partner_of_one_name_are_told_apart():
    boston = EASTMERE.__class__("Boston Borough Council", "boston")
    abroad = AULNOY.__class__("Boston", "boston", "US", Level.CITY)
    found = proposal(reports=(report(council=Value(boston, 0.9), partner=Value(abroad, 0.9)),))
    assert draft(found).article.reports[0].key == ("boston", "boston-us")
    assert errors(draft(found), found) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Lower Wick Parish Council", "parish"), ("Wickshire County Council", "county"), ("Wick Council", "unitary")],
)
def test_a_council_that_no_list_knows_is_what_its_name_says_and_hardly_sure(name, kind):
    authorities = Authorities(archive_of())
    id_ = authorities.council(Value(EASTMERE.__class__(name, "wick"), 0.9))
    record = authorities.councils[id_]
    assert record.type == CouncilType(kind)
    assert record.proposed[0].of in {"nation", "type"}
    assert record.proposed[0].confidence <= 0.1
    assert not list(rules.faults(record))


def test_a_partner_whose_country_is_not_known_says_so_until_somebody_does():
    authorities = Authorities(archive_of())
    id_ = authorities.partner(Value(AULNOY.__class__("Zbk", "zbk", None, Level.CITY), 0.9), "x")
    record = authorities.partners[id_]
    assert (record.country, record.country_name) == ("ZZ", "country not known")
    assert not list(rules.faults(record))
    assert list(rules.faults(partner(country="ZZ")))


@pytest.mark.parametrize("code", ["E07000001", "GB-EST"])
def test_a_council_is_known_by_its_code_whatever_it_is_called(code):
    known = council(**{"id": "eastmere-old", "name": "Old", "gss" if code[0] == "E" else "iso": code})
    archive = archive_of()
    archive.councils["eastmere-old"] = known
    place = EASTMERE.__class__("Eastmere", "eastmere", code, CouncilType.DISTRICT, Nation.ENGLAND)
    assert Authorities(archive).council(Value(place, 0.9)) == "eastmere-old"


def test_a_newspaper_is_known_by_the_address_of_the_page():
    archive = archive_of()
    archive.newspapers["mercury"] = Newspaper("Mercury", id="mercury", url="https://www.mercury.example.org/")
    made = draft(proposal(url="https://mercury.example.org/news/1"), archive)
    assert made.article.newspaper == "mercury"
    made = draft(proposal(url="https://times.example.org/news/1"), archive)
    assert made.article.newspaper == "times-example-org"
    assert made.new["newspapers", "times-example-org"].url == "https://times.example.org/"


def test_a_newspaper_is_known_by_the_name_that_its_page_gives():
    archive = archive_of()
    archive.newspapers["mercury"] = Newspaper("The Mercury & Star", id="mercury", aliases=("Mercury",))
    assert (
        draft(proposal(url="https://m.example.org/1", site="Mercury and Star"), archive).article.newspaper == "mercury"
    )
    assert draft(proposal(site="mercury"), archive).article.newspaper == "mercury"


def test_a_newspaper_that_nobody_knows_gets_the_name_that_its_page_gives():
    made = draft(proposal(url="https://times.example.org/news/1", site="Times of  Eastmere"))
    assert made.article.newspaper == "times-of-eastmere"
    assert made.new["newspapers", "times-of-eastmere"].name == "Times of Eastmere"
    assert made.new["newspapers", "times-of-eastmere"].url == "https://times.example.org/"
    made = draft(proposal(site="Times\u200b of Eastmere"))
    assert made.new["newspapers", made.article.newspaper].url is None


# What is untidy


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": None},
        {"headline": Value("word " * 200, 0.5)},
        {"headline": Value("\u202eEastmere \u200bparts\twith\nAulnoy", 0.5)},
        {"byline": (Value(Author("Lark, Bo", "Lark, Bo", None), 0.5),)},
        {"byline": (Value(Author("", None, None), 0.5),)},
        {"published": Published("4 March", "said", 0.5)},
        {"published": Published("2031-03-04", "said", 0.5)},
        {"published": Published("1701", "said", 0.5)},
        {"url": "ftp://mercury.example.org/"},
        {"url": "https://localhost/x"},
        {"reports": (report(since=Value("2090", 0.5)),)},
        {"reports": (report(since=Value("soon", 0.5)),)},
        {"reports": (report(since=Value("2022-01-01", 0.5)),)},
        {"reports": (report(outcome=Value(Outcome.ENDING_CALLED_FOR, 0.5, at(3, "to end its twinning"))),)},
        {"reports": (report(event=Value(Outcome.ACTIVE, 0.5)),)},
        {"reports": (report(outcome=Value(Outcome.ENDED, 0.5, at(3, "words that stand nowhere"))),)},
        {"reports": (report(outcome=Value(Outcome.ENDED, 0.5, at(99, "Eastmere"))),)},
        {"reports": (report(outcome=Value(Outcome.ENDED, 0.5, at(3, "the"))),)},
        {"reports": (report(), report(outcome=Value(Outcome.RENEWED, 0.5)))},
        {"reports": (report(as_reported=(Value("a link nobody named", 0.5), Value("t" * 300, 0.5))),)},
        {"events": (ProposedEvent("1986-13", "Something", 4, "since 1986", 0.5),)},
        {"events": (ProposedEvent("1986", "", 44, "since 1986", 0.5, "nowhere", "nowhere"),)},
        {"defects": (Defect(2, "encoding", "*broken* <b>letters</b> [here](javascript:x)"), Defect(None, "x", "y"))},
        {"defects": (Defect(44, "duplicate", "The same as paragraph 3"),)},
    ],
)
def test_whatever_is_proposed_the_record_passes(changes):
    found = proposal(**changes)
    made = draft(found)
    assert errors(made, found) == []
    text = written(made.article)
    record, problems = load_text("ta-0007.yml", text, Article)
    assert [p for p in problems if p.severity is Severity.ERROR] == []
    assert record == made.article


def test_no_outcome_is_stated_for_which_no_words_can_be_shown():
    for words in ("words that stand nowhere", ""):
        found = proposal(reports=(report(outcome=Value(Outcome.ENDED, 0.5, at(3, words))),))
        told = draft(found).article.reports[0]
        assert (told.outcome, told.event, told.qualifier) == ("unclear", None, None)


def test_a_future_day_is_no_day_of_publication():
    assert draft(proposal(published=Published("2031-03-04", "said", 0.5))).article.published == "not-stated"


def test_the_same_partnership_is_reported_once():
    found = proposal(reports=(report(), report(outcome=Value(Outcome.RENEWED, 0.5))))
    assert [r.outcome for r in draft(found).article.reports] == ["ended"]


def test_a_text_about_something_else_has_a_record_without_reports():
    made = draft(empty("A fair\nIt rained on the fair.\n"))
    assert made.article.reports == ()
    assert made.article.summary == "The article reports no partnership of a council."
    assert set(made.new) == {("newspapers", "not-named")}


def test_the_same_story_is_named():
    made = draft(same_story=[("ta-0003", 0.9), ("ta-0001", 0.7)])
    assert made.article.same_story == ("ta-0001", "ta-0003")
    assert next(p.confidence for p in made.article.proposed if p.of == "same_story") == 0.7


def test_an_address_that_has_a_record_is_not_given_twice():
    made = draft(proposal(url="https://echo.example/1"), known_urls={"https://echo.example/1"})
    assert made.article.url is None


# Quotations


@pytest.mark.parametrize(
    ("quote", "taken"),
    [
        ("the cat", "the cat sat"),
        ("sat on", "sat on"),
        ("the", "the cat sat"),
        ("nowhere", None),
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
         "one two three four five six seven eight nine ten eleven twelve"),
    ],
)  # fmt: skip
def test_what_is_quoted_stands_once_in_its_paragraph(quote, taken):
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    source = read(f"Then the cat sat on the mat by the door of the cat and {words}.\n".encode(), "x")
    found = Quoting(source).take(1, quote)
    assert (found is None) == (taken is None)
    if found is not None:
        assert word_count(found) <= 12
        assert source.text.count(found) == 1
        assert found == taken or quote in found


def test_words_quoted_twice_take_their_room_once():
    quoting = Quoting(read(TEXT.encode(), "x"))
    assert quoting.take(4, "twinned since 1986") == quoting.take(4, "twinned since 1986")
    assert quoting.left == MAX_QUOTED_WORDS - 3


# YAML


@pytest.mark.parametrize(
    "text",
    ["plain", "a: b", "a #b", "yes", "null", "~", "1986", "1e5", "-x", "'x'", '"x"', "it's", "é–“x”", "a  b", "[a]",
     "{a}", "*a", "&a", "!a", "%a", "@a", "`a`", "?", "- a", ": ", "x:", "a, b", "2020-09", "2020-09-28~", "\\n",
     "<<", "=", "0x1F", ".5", "word " * 60, "a - b " * 40, "it's: #1 " * 30, "\xa0x", "Null", "NaN"],
)  # fmt: skip
def test_both_readers_read_back_what_is_written(text):
    text = text.strip(" ")
    made = article(id="ta-0007", headline=text, summary=text, notes=[], section=text)
    found = written(made)
    record, problems = load_text("ta-0007.yml", found, Article)
    assert record == made, problems
    plain = fast.read_plain(found, Article)
    assert plain is None or plain == made


@pytest.mark.parametrize("cls", [Council, Partner, Newspaper])
def test_proposed_places_and_newspapers_are_read_back(cls):
    for (folder, id_), record in draft().new.items():
        if isinstance(record, cls):
            found, problems = load_text(f"{folder}/{id_}.yml", written(record), cls)
            assert found == record, problems


def test_a_record_says_at_its_head_what_is_to_be_done_with_it():
    text = written(draft().article)
    assert text.startswith("# yaml-language-server: $schema=../../schema/article.json\n# Read by a machine")
    assert max(map(len, text.splitlines())) <= 120
    assert _read("x.yml", text, Article)[0].gaps == frozenset()


def test_the_same_proposal_gives_the_same_bytes():
    assert written(draft().article) == written(draft().article)


def test_no_draft_is_disputed():
    assert not isinstance(draft().article.reports[0].outcome, Disputed)
    assert msgspec.convert(msgspec.to_builtins(draft().article), Article) == draft().article
