"""Figures: dates as the spans they are, places where they are, and nothing told by a picture alone."""

import re
import struct
import xml.etree.ElementTree as ET
import zlib
from itertools import pairwise

import pytest

from twinning import edtf
from twinning.commands import outline
from twinning.figures import card, globe, matrix, signs, timeline, world, years
from twinning.figures.axis import MARKED, axis
from twinning.vocabulary import Outcome

HEIGHT, WIDTH = globe.HEIGHT, globe.WIDTH


def drawn(*marks: tuple[str, str]) -> ET.Element:
    """Draw one lane of (date, state) and read the figure as XML."""
    lane = timeline.Lane("", [timeline.Mark(edtf.parse(date), state) for date, state in marks])
    return ET.fromstring(timeline.timeline([lane], "A timeline").replace("&nbsp;", " "))


def at(figure: ET.Element, kind: str) -> list[float]:
    return [float((e.get("x") or "").rstrip("%")) for e in figure.iter("text") if e.get("class") == kind]


# --- Time --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (["2016", "2020-09-28~"], ["2016", "2018", "2020", "2022"]),
        (["2020-03", "2020-11"], ["2020", "Apr", "Jul", "Oct", "2021"]),
        (["2020-09-28"], ["Sep 2020", "Oct"]),
        (["1889", "2020"], ["1850", "1900", "1950", "2000", "2050"]),
        (["0001-01-01", "9999-12-31"], None),
    ],
)
def test_an_axis_begins_and_ends_at_a_round_tick_and_holds_every_date(dates: list[str], labels: list[str] | None):
    parsed = [edtf.parse(date) for date in dates]
    scale = axis(parsed)
    assert scale is not None
    assert len(scale.ticks) <= MARKED + 1
    for date in parsed:
        assert date.earliest is not None
        assert date.latest is not None
        assert scale.first <= date.earliest.toordinal() <= date.latest.toordinal() <= scale.last
    if labels is not None and len(labels) <= MARKED + 1:
        assert [label for _, label in scale.ticks] == labels


def test_without_a_day_there_is_no_axis_and_no_picture():
    assert axis([]) is None
    assert timeline.timeline([timeline.Lane("", [])], "Nothing") == ""


def test_a_date_is_drawn_as_the_span_it_leaves_open():
    figure = drawn(("2016", ""), ("2018-06-01", ""), ("2020", "ended"))
    spans = [e for e in figure.iter("line") if e.get("class") == "span"]
    assert len(spans) == 2
    for span, sign in zip(sorted(spans, key=lambda e: float(e.get("x1", "").rstrip("%"))), ("e", "x"), strict=True):
        first, last = (float(span.get(end, "").rstrip("%")) for end in ("x1", "x2"))
        assert any(first < place < last for place in at(figure, sign))
        assert last - first > 15  # a year of five


@pytest.mark.parametrize(("date", "shape"), [("2020-09-28", "■"), ("2020-09-28~", "□"), ("2020-09-28?", "□")])
def test_a_date_in_doubt_has_a_hollow_sign(date: str, shape: str):
    figure = drawn((date, "ended"), ("2019", ""))
    assert [e.text for e in figure.iter("text") if e.get("class") == "x"] == [shape]


@pytest.mark.parametrize("date", ["2019/..", "../2019", "/2019", "2019/"])
def test_an_open_end_reaches_the_end_of_the_figure(date: str):
    figure = drawn((date, ""), ("2010", ""), ("2021", ""))
    ends = {e.get(end) for e in figure.iter("line") if e.get("class") == "span" for end in ("x1", "x2")}
    assert ends & {"0%", "100%"}


def test_signs_that_would_cover_each_other_stand_in_rows_of_their_own():
    figure = drawn(*[("2020-09-28", "ended")] * 4, ("2010", ""))
    rows = [e.get("y") for e in figure.iter("text") if e.get("class") == "x"]
    assert len(set(rows)) == 4


def test_a_crowded_lane_has_a_bounded_height():
    figure = drawn(*[("2020-09-28", "ended")] * 500, ("2010", ""))
    rows = {e.get("y") for e in figure.iter("text") if e.get("class") == "x"}
    assert len(rows) == timeline.ROWS


def test_a_timeline_says_what_it_is_and_names_its_lanes_as_they_are_spelt():
    lane = timeline.Lane("Ashton & <Sons>", [timeline.Mark(edtf.parse("2020"), "")])
    figure = ET.fromstring(timeline.timeline([lane], 'Of "A" & B'))
    (picture,) = figure.iter("svg")
    assert (picture.get("role"), picture.get("aria-label")) == ("img", 'Of "A" & B')
    assert "Ashton & <Sons>" in [e.text for e in figure.iter("text")]


def test_every_state_has_the_shape_that_stands_before_its_word():
    shapes = {str(outcome): signs.sign_of(str(outcome)).shape for outcome in Outcome}
    assert {shapes[state] for state in ("ended", "lapsed", "shelved")} == {"■"}
    assert {shapes[state] for state in ("active", "continued", "renewed", "established", "reinstated")} == {"●"}
    assert {shapes[state] for state in ("proposed", "under-review", "suspended", "unclear")} == {"◆"}
    assert signs.sign_of("disputed").shape == "◆"


# --- Years and matrix --------------------------------------------------------------------------------------------


def test_a_years_bar_says_what_the_words_beside_it_say():
    table = ET.fromstring(
        years.years(
            [years.Year("2020", "../years/2020/", {"ended": 2, "continued": 1, "proposed": 1, "active": 0}),
             years.Year("2019", "../years/2019/", {"ended": 2})],
            {state: state for state in ("ended", "continued", "proposed", "active")},
        )
    )  # fmt: skip
    first, second = table.iter("tbody").__next__()
    widths = [(e.get("class"), e.get("x"), e.get("width")) for e in first.iter("rect")]
    assert widths == [("g", "0%", "25%"), ("o", "25%", "25%"), ("x", "50%", "50%")]
    assert [(e.get("class"), e.get("width")) for e in second.iter("rect")] == [("x", "50%")]
    assert "".join(first[2].itertext()) == "2\u00a0ended, 1\u00a0continued, 1\u00a0proposed"
    assert first.find("td/svg").get("aria-hidden") == "true"  # type: ignore[union-attr]


def test_the_matrix_is_a_table_whose_cells_know_their_row_and_column():
    north, east = matrix.Named("north", "n/", "North"), matrix.Named("east", "e/", "East & Co")
    rows = {"China": [matrix.Named("luzhou", "l/", "Luzhou")], "France": [matrix.Named("amand", "a/", "Saint-Amand")]}
    cells = {("east", "luzhou"): matrix.Cell("x/", "ended", "ended (voted)", "East and Luzhou")}
    region = ET.fromstring(matrix.matrix([north, east], rows, cells))
    assert (region.tag, region.get("aria-label"), region.get("tabindex")) == ("section", "Councils and partners", "0")
    assert ["".join(e.itertext()) for e in region.findall("table/thead/tr/th[@scope='col']")] == [
        "Partner",
        "North",
        "East & Co",
    ]
    assert ["".join(e.itertext()) for e in region.findall(".//th[@scope='rowgroup']")] == ["China", "France"]
    luzhou, amand = (row for body in region.findall("table/tbody") for row in body[1:])
    assert ["".join(cell.itertext()) for cell in luzhou] == ["Luzhou", "", "ended (voted)"]
    assert luzhou[2][0].get("aria-label") == "East and Luzhou: ended (voted)"
    assert ["".join(cell.itertext()) for cell in amand] == ["Saint-Amand", "", ""]


# --- The world ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lon", "lat", "x", "y"),
    [(0, 90, 1000, 0), (0, 0, 1000, 486.7), (180, 0, 2000, 486.7), (-180, 0, 0, 486.7), (0, -90, 1000, 973.5)],
)
def test_places_stand_where_the_projection_has_them(lon: float, lat: float, x: float, y: float):
    assert globe.project(lon, lat) == pytest.approx((x, y), abs=0.2)


def test_the_shortest_way_from_london_to_tokyo_leads_over_the_north():
    way = list(globe.great_circle((0, 51), (140, 36)))
    assert way[0] == pytest.approx((0, 51))
    assert way[-1] == pytest.approx((140, 36))
    assert max(lat for _, lat in way) > 65


@pytest.mark.parametrize("end", [(0.0, 51.0), (180.0, -51.0), (-179.9, -51.0), (179.9, 51.0)])
def test_a_way_to_the_same_place_or_the_opposite_one_is_still_a_way(end: tuple[float, float]):
    way = list(globe.great_circle((0.0, 51.0), end))
    assert all(-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0 for lon, lat in way)
    assert way[-1][1] == pytest.approx(end[1], abs=1e-6)


def test_a_line_that_crosses_the_meridian_of_180_goes_on_at_the_other_edge():
    first, second = world.parted([(170.0, 10.0), (-170.0, 20.0)])
    assert first == [(170.0, 10.0), (180.0, 15.0)]
    assert second == [(-180.0, 15.0), (-170.0, 20.0)]


def test_no_line_of_the_map_runs_across_it():
    for end in ((174.8, -41.3), (-149.6, -17.5), (178.4, -18.1), (-157.9, 21.3)):
        figure = world.world([world.Link((-1.5, 53.7), end, signs.GOING)], "A map")
        (line,) = re.findall(r'<path class="g" d="([^"]*)"', figure)
        for part in line.split("M")[1:]:
            xs = [float(point.split()[0]) for point in part.split("L")]
            assert max(abs(a - b) for a, b in pairwise(xs)) < WIDTH * 0.35


def test_of_many_partnerships_the_map_has_dots_alone():
    links = [world.Link((0, 50), (n / 10, 40), signs.GONE) for n in range(world.MOST_LINES + 1)]
    assert world.world(links[:-1], "Lines").count('<path class="x"') == world.MOST_LINES
    many = world.world(links, "Dots")
    assert many.count('<path class="x"') == 0
    assert many.count('class="partner"') == len(links)
    assert many.count('class="council"') == 1


def test_the_lands_outline_lies_within_the_picture_and_names_its_source():
    svg = world.LAND.read_text("utf-8")
    assert "Natural Earth" in svg
    assert "public domain" in svg
    assert len(svg) < 28_000
    root = ET.fromstring(svg)
    (path,) = root
    for ring in re.findall(r"M(\d+) (\d+)l([^z]*)z", path.get("d", "")):
        x, y = int(ring[0]), int(ring[1])
        steps = [int(n) for n in re.findall(r"-?\d+", ring[2])]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            assert abs(dx) < WIDTH / 4, "a step across the map"
            x, y = x + dx, y + dy
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


def test_a_ring_that_crosses_180_is_cut_into_two():
    ring = [(170.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (170.0, 70.0), (170.0, 60.0)]
    halves = list(outline.cut(ring))
    assert sorted((min(lon for lon, _ in half), max(lon for lon, _ in half)) for half in halves) == [
        (-180.0, -170.0),
        (170.0, 180.0),
    ]


def test_a_ring_that_crosses_nothing_is_left_whole():
    ring = [(10.0, 60.0), (20.0, 60.0), (20.0, 70.0), (10.0, 60.0)]
    (half,) = outline.cut(ring)
    assert set(half) == set(ring)


def test_points_on_a_straight_line_are_left_out():
    line = [(float(x), 0.0) for x in range(100)]
    assert outline.simplified(line) == [(0.0, 0.0), (99.0, 0.0)]
    assert (50.0, 9.0) in outline.simplified([*line[:50], (50.0, 9.0), *line[51:]])


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"transform": 1}', '{"arcs": [], "transform": {}}'])
def test_what_is_not_an_atlas_is_refused(content: str, tmp_path, capsys: pytest.CaptureFixture[str]):
    atlas = tmp_path / "land.json"
    atlas.write_text(content)
    before = world.LAND.read_bytes()
    assert outline.run(str(atlas)) == 2
    assert "land-110m.json" in capsys.readouterr().err
    assert world.LAND.read_bytes() == before


# --- The card ----------------------------------------------------------------------------------------------------


def pixels(png: bytes) -> list[bytes]:
    """Read a palette PNG back: the rows of its picture, without their filter bytes."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, data, palette = 8, b"", 0
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        (check,) = struct.unpack(">I", png[at + 8 + size : at + 12 + size])
        assert check == zlib.crc32(kind + body)
        data += body if kind == b"IDAT" else b""
        palette = len(body) // 3 if kind == b"PLTE" else palette
        at += size + 12
    raw = zlib.decompress(data)
    rows = [raw[n : n + card.WIDTH + 1] for n in range(0, len(raw), card.WIDTH + 1)]
    assert len(rows) == card.HEIGHT
    assert max(map(max, rows)) < palette
    return [row[1:] for row in rows]


@pytest.mark.parametrize(
    "years", [[], [(0, 0, 0)], [(1, 0, 0)], [(3, 2, 1)] * 7, [(n, n % 3, 40 - n) for n in range(200)]]
)
def test_the_card_is_a_png_of_the_size_that_is_asked_for(years: list[card.Tally]):
    png = card.card(years)
    rows = pixels(png)
    assert {len(row) for row in rows} == {card.WIDTH}
    assert len(png) < 30_000
    assert card.card(years) == png


def test_the_cards_columns_are_as_tall_as_the_years_have_reports():
    rows = pixels(card.card([(4, 0, 0), (0, 2, 0), (1, 0, 1)]))
    tall = {colour: sum(1 for row in rows[360:] if colour in row) for colour in (2, 3, 4)}
    assert tall[2] == pytest.approx(2 * tall[3], abs=2)
    assert tall[3] == pytest.approx(2 * tall[4], abs=2)
