"""What a date means, how it is ordered and how it is said."""

import copy
import pickle
import warnings
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twinning.cite.dating import for_zotero
from twinning.edtf import EdtfError, Precision, parse

# --- generated dates -----------------------------------------------------------------------------------------

years = st.integers(1, 9999).map("{:04}".format)
months = st.integers(1, 12).map("{:02}".format)
days = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
calendar_dates = st.one_of(days, years, st.builds("{}-{}".format, years, months))
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
with_x = st.one_of(
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
    years.map("{}-XX".format),
    years.map("{}-XX-XX".format),
    st.builds("{}-{}-XX".format, years, months),
)
qualifiers = st.sampled_from(["", "~", "?", "%"])
points = st.builds("{}{}".format, st.one_of(calendar_dates, seasons, with_x), qualifiers)


def _in_order(ends: tuple[str, str]) -> str:
    first, last = sorted(ends, key=lambda end: parse(end).sort_key)
    return f"{first}/{last}"


spans = st.tuples(points, points).map(_in_order)
half_open = st.one_of(*(points.map(form.format) for form in ("{}/..", "../{}", "{}/", "/{}")))
dates = st.one_of(points, spans, half_open)
nearly_dates = st.text(alphabet="0123456789-/.~?%X[]{}YETS abcMmyu–٣\u200b\n\0", max_size=24)


# --- what a date covers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020-09-28", "2020-09-28", "2020-09-28"),
        ("2020-09", "2020-09-01", "2020-09-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2020-XX", "2020-01-01", "2020-12-31"),
        ("2020-02-XX", "2020-02-01", "2020-02-29"),
        ("2020-XX-XX", "2020-01-01", "2020-12-31"),
        ("2020-21", "2020-03-01", "2020-05-31"),
        ("2020-22", "2020-06-01", "2020-08-31"),
        ("2020-23", "2020-09-01", "2020-11-30"),
        ("2020-24", "2020-12-01", "2021-02-28"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2011-03-14/2011-03-18", "2011-03-14", "2011-03-18"),
        ("2011-03/2011", "2011-03-01", "2011-12-31"),
        ("2011/2011-03", "2011-01-01", "2011-03-31"),
        ("2011~/2013-02?", "2011-01-01", "2013-02-28"),
        ("2011/..", "2011-01-01", None),
        ("../2011", None, "2011-12-31"),
        ("2011/", "2011-01-01", None),
        ("/2011", None, "2011-12-31"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("00XX", "0001-01-01", "0099-12-31"),
        ("9999-24", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_date_reaches_from_its_first_to_its_last_possible_day(text, earliest, latest):
    parsed = parse(text)
    assert parsed.earliest == (earliest and date.fromisoformat(earliest))
    assert parsed.latest == (latest and date.fromisoformat(latest))


@pytest.mark.parametrize("qualifier", ["~", "?", "%"])
@pytest.mark.parametrize("text", ["2020-09-28", "2020-09", "2020", "2020-21", "201X", "2020-09-XX"])
def test_a_qualifier_does_not_widen_a_date(text, qualifier):
    plain, qualified = parse(text), parse(text + qualifier)
    assert (qualified.earliest, qualified.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize("text", ["2020-09-31", "2021-02-29", "1900-02-29"])
def test_a_day_that_never_was_is_refused(text):
    with pytest.raises(EdtfError, match="day out of range"):
        parse(text)


# --- order ---------------------------------------------------------------------------------------------------


def test_dates_sort_by_earliest_then_latest_with_open_ends_outermost():
    in_order = [
        *("../2011-03", "/2012", "2011-01-01", "2011-01", "2011", "2011~", "2011/2013", "2011/", "2011/.."),
        *("2011-21", "2011-03-14", "2011-03-14~", "2011-24", "2012"),
    ]
    shuffled = in_order[::-1]
    assert sorted(shuffled, key=lambda text: parse(text).sort_key) == in_order


@given(st.lists(dates, min_size=2, max_size=6, unique=True))
def test_no_two_different_dates_share_a_place(texts):
    keys = sorted(parse(text).sort_key for text in texts)
    assert all(before < after for before, after in pairwise(keys))


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-09-28", "28 September 2020"),
        ("2020-09-01", "1 September 2020"),
        ("2020-09", "September 2020"),
        ("2020", "2020"),
        ("0987-05", "May 0987"),
        ("2020-09-28~", "about 28 September 2020"),
        ("2020-09-28?", "perhaps 28 September 2020"),
        ("2020-09%", "perhaps about September 2020"),
        ("2020-21", "spring 2020"),
        ("2020-23~", "about autumn 2020"),
        ("2020-24", "winter 2020–21"),
        ("1999-24", "winter 1999–2000"),
        ("2008-24", "winter 2008–09"),
    ],
)
def test_a_date_in_words(text, words):
    assert parse(text).words == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("201X", "2010s"),
        ("201X~", "about the 2010s"),
        ("201X?", "perhaps the 2010s"),
        ("20XX", "a year in 2000–2099"),
        ("2020-XX", "a month in 2020"),
        ("2020-XX-XX", "a day in 2020"),
        ("2020-09-XX", "a day in September 2020"),
        ("2020-09-XX%", "perhaps a day in about September 2020"),
    ],
)
def test_what_is_unknown_is_said(text, words):
    assert parse(text).words == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2011-03-14/2011-03-18", "14–18 March 2011"),
        ("2011-02-28/2011-03-02", "28 February – 2 March 2011"),
        ("2011-03-14/2011-05-14", "14 March – 14 May 2011"),
        ("2011-12-28/2012-01-02", "28 December 2011 – 2 January 2012"),
        ("2011-03-14/2012-03-14", "14 March 2011 – 14 March 2012"),
        ("2011-03/2011-05", "March–May 2011"),
        ("2011-03/2012-05", "March 2011 – May 2012"),
        ("2011/2013", "2011–2013"),
        ("2011-03/2013", "March 2011 – 2013"),
        ("2011/2013-03", "2011 – March 2013"),
        ("2011-03-14/2011", "14 March 2011 – 2011"),
        ("2011/2011", "2011"),
        ("2011-03-14/2011-03-14", "14 March 2011"),
        ("2011~/2013", "from about 2011 to 2013"),
        ("2011?/2013%", "from perhaps 2011 to perhaps about 2013"),
        ("2011-21/2011-23", "from spring 2011 to autumn 2011"),
        ("201X/202X", "from the 2010s to the 2020s"),
        ("2011/..", "since 2011"),
        ("201X/..", "since the 2010s"),
        ("2011-03-14~/..", "since about 14 March 2011"),
        ("../2011", "until 2011"),
        ("2011/", "from 2011 to an unknown date"),
        ("/2011", "from an unknown date to 2011"),
    ],
)
def test_an_interval_in_words(text, words):
    assert parse(text).words == words


@given(dates)
def test_words_hold_no_notation_and_no_odd_spaces(text):
    words = parse(text).words
    assert not set(words) & set("~?%/X\u00a0\u202f")
    assert words == " ".join(words.split())


# --- what may be asked of a date -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("2020-09-28", set()),
        ("2020-09", set()),
        ("2020-09-XX", set()),
        ("2020-09-28~", {"is_approximate"}),
        ("2020-09-28?", {"is_uncertain"}),
        ("2020-09-28%", {"is_approximate", "is_uncertain"}),
        ("2020-09-28/2020-09-28", {"is_interval"}),
        ("2011/2013~", {"is_interval", "is_approximate"}),
        ("../2013?", {"is_interval", "is_uncertain"}),
    ],
)
def test_predicates(text, true):
    parsed = parse(text)
    asked = ("is_approximate", "is_uncertain", "is_interval")
    assert {name for name in asked if getattr(parsed, name)} == true


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *(("2020-09-28~", 2020), ("2020-09", 2020), ("2020?", 2020), ("2020-XX-XX", 2020), ("2020-24", 2020)),
        *(("2011-03-14/2011-03-18", 2011), ("2011/2012", None), ("2011/..", None), ("/2011", None)),
        *(("201X", None), ("20XX", None), ("2010/201X", None)),
    ],
)
def test_the_year_is_given_only_where_there_is_one(text, year):
    assert parse(text).year == year


@pytest.mark.parametrize("text", ["2020-09-28", "2020-09", "2020"])
def test_plain_iso_dates_can_stand_in_a_time_element(text):
    assert parse(text).iso == text


@pytest.mark.parametrize("text", ["2020~", "2020-09-28?", "201X", "2020-XX", "2020-09-XX", "2020-21", "2011/2011"])
def test_what_iso_cannot_say_never_stands_in_a_time_element(text):
    assert parse(text).iso is None


def test_the_ends_of_an_interval_are_dates_of_their_own():
    parsed = parse("2011-03-XX~/2020-24")
    assert parsed.start is not None
    assert (parsed.start.text, parsed.start.precision, parsed.start.unknown) == ("2011-03", Precision.MONTH, "day")
    assert parsed.start.qualifier == "~"
    assert parsed.end is not None
    assert parsed.end.precision is Precision.SEASON


# --- DC.date -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "content"),
    [
        *(("2011-03-17", "2011-03-17"), ("2011-03", "2011-03"), ("2011", "2011")),
        *(("2011-03~", "2011-03~"), ("2011~", "2011~"), ("2011?", "2011?"), ("2011-03-17%", "2011-03-17%")),
        ("2011-03-14/2011-03-18", "2011-03-14/2011-03-18"),
        ("2011~/2013", "2011~/2013"),
        *(("2011-03-XX", "2011-03"), ("2011-XX", "2011"), ("2011-XX-XX", "2011"), ("2011-03-XX~", "2011-03~")),
        ("2011-03-XX/2011-05", "2011-03/2011-05"),
        ("2011-21", '"Spring 2011"'),
        ("2011-21~", '"about spring 2011"'),
        ("2011-24", '"Winter 2011–12"'),
        ("2011-21/2011-23", '"from spring 2011 to autumn 2011"'),
        *(("201X", "201X"), ("20XX", "20XX"), ("201X~", '"about the 2010s"')),
        ("2011/..", '"after 2011"'),
        ("../2011", '"until 2011"'),
        ("2011/", '"from 2011 to an unknown date"'),
    ],
)
def test_zotero_is_never_given_a_form_it_misreads(text, content):
    assert for_zotero(parse(text)) == content


def test_no_date_gives_zotero_nothing():
    assert for_zotero(None) is None


# --- refusals ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("2011-02-30", 8, "day out of range: February 2011 has 28 days"),
        ("2020-09-31~", 8, "day out of range: September 2020 has 30 days"),
        ("2020-09-00", 8, "day out of range: September 2020 has 30 days"),
        ("2020-13", 5, "month out of range: there is no month 13"),
        ("2020-00-10", 5, "month out of range: there is no month 00"),
        ("0000", 0, "year out of range: years are 0001 to 9999"),
        ("2020-21-05", 7, "a season has no days"),
        ("2013/2011", 5, "the interval ends before it starts"),
        ("2011-03-02/2011-03-01", 11, "the interval ends before it starts"),
        ("2011/2011-02-30", 13, "day out of range: February 2011 has 28 days"),
        ("2011/present", 5, "an open end is '..'"),
        *((text, 0, "an interval needs a date at one end") for text in ("/", "../..", "../", "/..")),
        ("", 0, "the date is empty"),
        (" 2020", 0, "white space around the date"),
        ("2020\n", 4, "white space around the date"),
        ("2020\u00a0", 4, "white space around the date"),
        ("2020-09-28\u200b", 10, "unexpected character U+200B"),
        ("٢٠٢٠", 0, "unexpected character U+0662"),
        ("２０２０", 0, "unexpected character U+FF12"),
        ("2020-0９", 6, "unexpected character U+FF19"),
        ("20\ud800", 2, "unexpected character U+D800"),
        ("9" * 5000, 64, "longer than 64 characters"),
        ("2011/2012/2013", 4, "not a date in EDTF"),
        ("2011//2013", 4, "not a date in EDTF"),
        ("..", 0, "not a date in EDTF"),
        ("-", 0, "not a date in EDTF"),
        ("NO", 0, "not a date in EDTF"),
        ("2020\0", 4, "not a date in EDTF"),
        ("+2020", 0, "not a date in EDTF"),
        ("2_020", 1, "not a date in EDTF"),
        ("03/04/11", 2, "not a date in EDTF"),
        ("not-stated", 0, "not a date in EDTF"),
    ],
)
def test_a_refusal_names_the_fault_and_its_place(text, offset, message):
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)


@pytest.mark.parametrize(
    ("text", "offset", "what"),
    [
        *(("Y-17000", 0, "letter-Y"), ("Y2020", 0, "letter-Y"), ("-0044", 0, "before 0001")),
        *(("[2011,2012]", 0, "set"), ("{2011..2013}", 0, "set"), ("[..2011]", 0, "set"), ("[2011/2012]", 0, "set")),
        *(("2020-09~-28", 7, "part"), ("2020~-09", 4, "part"), ("~2020", 0, "part"), ("2020-?09", 5, "part")),
        *(("2020~?", 4, "qualifier"), ("1950S2", 4, "significant digits"), ("195E3", 3, "exponent")),
        *(("2020-09-28T10:00:00Z", 10, "time"), ("2020-33", 5, "quarter"), ("2020-25", 5, "hemisphere")),
        *(("2020-1X", 5, "one digit"), ("2020-09-X1", 8, "one digit"), ("2XXX", 0, "century")),
        *(("2020-XX-05", 8, "a day in an unknown month"), ("201X-05", 5, "a month in an unknown year")),
        ("2019/2020-1X", 10, "one digit"),
    ],
)
def test_what_is_beyond_level_1_is_called_not_supported(text, offset, what):
    with pytest.raises(EdtfError, match=f"{what}.* is not supported") as caught:
        parse(text)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        *(("May 1963", "1963-05"), ("may 1963", "1963-05"), ("Sept. 2020", "2020-09"), ("spring 2020", "2020-21")),
        *(("1963-5", "1963-05"), ("1963-5-7", "1963-05-07"), ("1963/5", "1963-05"), ("05/1963", "1963-05")),
        *(("28 September 2020", "2020-09-28"), ("28th September, 2020", "2020-09-28")),
        *(("September 28, 2020", "2020-09-28"), ("2020/09/28", "2020-09-28"), ("20200928", "2020-09-28")),
        *(("28/09/2020", "2020-09-28"), ("28.9.2020", "2020-09-28"), ("03/03/2011", "2011-03-03")),
        *(("03/14/2011", "2011-03-14"), ("c. 1963", "1963~"), ("c.1963", "1963~"), ("circa May 1963", "1963-05~")),
        *(("the 1960s", "196X"), ("1960's", "196X"), ("196x", "196X"), ("2020-xx", "2020-XX")),
        *(("1963 to 1965", "1963/1965"), ("1963-1965", "1963/1965"), ("1963–1965", "1963/1965")),
        *(("2020‑09‑28", "2020-09-28"), ("2011/May 2012", "2012-05"), ("May 1963/2011", "1963-05")),
    ],
)
def test_a_date_in_another_notation_is_refused_with_what_to_write(text, instead):
    with pytest.raises(EdtfError, match=f"; write {instead}$"):
        parse(text)


@pytest.mark.parametrize("text", ["03/04/2011", "3/4/2011", "03-04-2011", "3.4.2011", "3 4 2011"])
def test_a_day_and_month_that_can_be_swapped_are_ambiguous_and_british_first(text):
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.message == "ambiguous; write 2011-04-03"
    assert caught.value.help.endswith("write 2011-03-04.")


@pytest.mark.parametrize("text", ["29 February 2011", "32/13/2011", "2011-13-1999", "13 Foo 2011", "2013 to 2011"])
def test_nothing_impossible_is_proposed(text):
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert "write" not in caught.value.message


def test_an_error_survives_copying_and_pickling():
    error = EdtfError("day out of range", "Correct it.", 8)
    for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (str(again), again.help, again.offset) == ("day out of range", "Correct it.", 8)


# --- for every text ------------------------------------------------------------------------------------------


def _parsed_or_refused(text):
    try:
        return parse(text), None
    except EdtfError as refusal:
        return None, refusal


@given(st.one_of(st.text(), nearly_dates, st.builds("{}{}".format, dates, nearly_dates)))
@example("2020-09-28/2020-09-28/2020-09-28/2020-09-28/2020-09-28/2020-09-28")
@example("\ud800")
def test_any_text_is_a_date_or_a_clean_refusal(text):
    parsed, refusal = _parsed_or_refused(text)
    if refusal:
        assert 0 <= refusal.offset <= len(text)
        assert refusal.help.endswith(".")
        assert (refusal.message + refusal.help).isprintable()
    else:
        assert text.isascii()
        assert parsed.words
        assert for_zotero(parsed)


@given(dates)
def test_a_valid_date_is_kept_as_written(text):
    parsed = parse(text)
    assert str(parsed) == parsed.text == text
    assert parse(text) is parsed
    assert {parsed: "hashable"}[parse(text)]


@given(dates)
def test_earliest_is_never_after_latest(text):
    parsed = parse(text)
    assert (parsed.earliest or date.min) <= (parsed.latest or date.max)


@given(calendar_dates)
def test_plain_dates_go_to_iso_and_back(text):
    parsed = parse(text)
    assert parsed.iso == text == for_zotero(parsed)


# --- another parser's opinion --------------------------------------------------------------------------------


def _oracle(text: str) -> tuple[date, date]:
    """The first and last day by PyPI's edtf."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf

        parsed = parse_edtf(text)
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


# Left out, because PyPI's edtf means something else there:
# - winter, which it ends on 31 December of the year written; ours goes on to February, as the season does;
# - open and unknown ends, where it answers with an infinite number or with ten years of its own making, ours with None;
# - a qualifier on X or a season (201X~, 2020-21~) and X in an interval, which it does not read or crashes on;
# - years before 1000, which it does not read or counts from the year 0.
agreed_years = st.integers(1000, 9998).map(str)
agreed_calendar = st.one_of(
    st.dates(date(1000, 1, 1)).map(date.isoformat),
    agreed_years,
    st.builds("{}-{}".format, agreed_years, months),
)
agreed_calendar = st.builds("{}{}".format, agreed_calendar, qualifiers)
agreed_others = st.one_of(
    st.builds("{}-{}".format, agreed_years, st.integers(21, 23)),
    st.integers(100, 999).map("{}X".format),
    st.integers(10, 99).map("{}XX".format),
    agreed_years.map("{}-XX".format),
    agreed_years.map("{}-XX-XX".format),
    st.builds("{}-{}-XX".format, agreed_years, months),
)
agreed_spans = st.tuples(agreed_calendar, agreed_calendar).map(_in_order)


@settings(deadline=None)  # the first parse builds its grammar
@given(st.one_of(agreed_calendar, agreed_others, agreed_spans))
def test_the_pypi_parser_finds_the_same_first_and_last_day(text):
    parsed = parse(text)
    assert (parsed.earliest, parsed.latest) == _oracle(text)
