"""What pages state, and that every page is whole: for readers, for keyboards and screen readers, and safe."""

import itertools
import re
import time
from pathlib import Path

import pytest
import yaml
from builders import LEFT_OUT, PARTNER, article_yaml, dumped, report
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sites import ABOUT, Site, built, first_content, site_of, text_of

from twinning.commands.ending import ROOT
from twinning.markup.notes import note as read_note
from twinning.vocabulary import Ground, Outcome, PartnershipType, Qualifier, Stance


def elements(page: LexborHTMLParser) -> list[LexborNode]:
    """Give a page's elements in the order of the document."""
    assert page.root is not None
    return list(page.root.traverse())


def home_of(node: LexborNode) -> set[str]:
    """Give the ids of the paragraphs that an element stands in."""
    while node is not None and "par" not in (node.attributes.get("class") or "").split():
        node = node.parent  # type: ignore[assignment]
    assert node is not None
    return {n.attributes["id"] or "" for n in [node, *node.css("[id]")] if re.fullmatch(r"p\d+", n.id or "")}


# --- Facts and the words that prove them -------------------------------------------------------------------------


def test_every_fact_of_a_real_article_leads_to_the_words_that_prove_it(real: Site):
    for path in real.article_pages():
        page = real.page(path)
        lists = page.css(".facts dl")
        assert lists
        for facts in lists:
            rows = {text_of(dt): dt.parent for dt in facts.css("dt")}
            assert {"Council", "Partner", "Outcome", "Type", "Since"} <= set(rows)
            assert {"Grounds", "Grounds of the call"} & set(rows)
            for name, row in rows.items():
                why = row.css('dd > a[href^="#e"]')
                assert why or (name == "Since" and "not stated" in text_of(row)), (path, name)


def test_a_why_link_arrives_at_a_quotation_in_the_paragraph_it_names(real: Site, sixty: Site):
    seen = 0
    for site in (real, sixty):
        for path in site.article_pages():
            page = site.page(path)
            for link in page.css('dd > a[href^="#e"]'):
                words = page.css_first(link.attributes["href"] or "")
                assert text_of(words.css_first("q"))
                number = re.search(r"¶ (\d+)", text_of(link))
                assert number
                assert f"p{number[1]}" in home_of(words)
                assert text_of(link.parent.parent.css_first("dt"))  # type: ignore[union-attr]
                seen += 1
    assert seen > 200


def test_facts_link_to_council_partner_and_outcome(real: Site):
    first, second = real.page("a/ta-0001/").css(".facts .report")
    for facts, partner in ((first, "nanning"), (second, "xiangyang")):
        rows = {
            text_of(dt): [a.attributes["href"] for a in dt.parent.css("dd a[href^='../']")] for dt in facts.css("dt")
        }
        assert rows["Council"] == ["../../councils/wakefield/"]
        assert rows["Partner"] == [f"../../partners/{partner}/"]
        assert rows["Outcome"] == ["../../outcomes/ended/"]
        assert facts.css_first("h2 a").attributes["href"] == f"../../partnerships/wakefield/{partner}/"


def test_the_facts_of_the_first_article_are_those_of_its_record(real: Site):
    facts = real.page("a/ta-0001/").css(".facts dl")[0]
    said = {text_of(dt): text_of(dt.parent.css_first("dd")) for dt in facts.css("dt")}
    assert said["Council"].startswith("Wakefield Council why? ¶ 7")
    assert said["Partner"].startswith("Nanning why? ¶ 5")
    assert "南宁市 · Guangxi Zhuang Autonomous Region, China" in said["Partner"]
    assert said["Outcome"].startswith("ended why? ¶ 7")
    assert "announced: made known by somebody who speaks for the council" in said["Outcome"]
    assert said["Type"].startswith("friendship agreement why? ¶ 5")
    assert "as reported: “friendship agreement”" in said["Type"]
    assert said["Since"].startswith("May 2019 why? ¶ 3")
    assert said["Grounds"].startswith("human rights, Uyghurs why? ¶ 2")
    assert "This article reports" not in said  # the event is the outcome itself


def test_an_event_that_is_not_the_outcome_is_a_fact_of_its_own(real: Site):
    facts = real.page("a/ta-0002/").css_first(".facts dl")
    said = {text_of(dt): text_of(dt.parent.css_first("dd")) for dt in facts.css("dt")}
    assert said["Outcome"].startswith("continued why? ¶ 10 ¶ 15")
    assert said["This article reports"].startswith("ending called for why? ¶ 1")
    assert said["Since"] == "not stated"


def test_a_date_of_no_record_is_no_row_at_all(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(reports=[report(since=LEFT_OUT)])})
    assert "Since" not in [text_of(dt) for dt in site.page("a/ta-0001/").css(".facts dt")]


def test_the_same_words_stand_once_whatever_they_prove(real: Site):
    page = real.page("a/ta-0001/")
    quotes = [text_of(q) for q in page.css('[id^="e"] > q')]
    assert len(quotes) == len(set(quotes))
    proofs = next(li for li in page.css('[id^="e"]') if text_of(li.css_first("q")) == "human rights concerns")
    # What they prove of every partnership of the article needs the name of none.
    assert text_of(proofs) == "human rights concerns shows grounds"
    assert "shows since (Nanning)" in text_of(page.css_first("#p3"))


def test_words_name_the_partnerships_of_which_they_prove_something_unless_it_is_all(tmp_path: Path):
    def of(partner: str, *own: dict[str, object]) -> dict[str, object]:
        shared = {"p": 3, "quote": "voted to end the twinning", "supports": ["outcome"]}
        whole = {"council": "northbridge", "partner": partner, "type": "unspecified", "outcome": "ended"}
        return whole | {"evidence": [shared, *own]}

    council = {"p": 3, "quote": "Northbridge Council", "supports": ["council", "partner"]}
    others = {"p": 3, "quote": "Northbridge Council", "supports": ["council"]}
    two = {"p": 4, "quote": "longer than most", "supports": ["council", "partner"]}
    reports = [of("luzhou", council), of("saint-amand", two), of("northgate", others | {"supports": ["partner"]}, two)]
    files = {
        "articles/ta-0001.yml": article_yaml(reports=reports, statements=[], events=[]),
        "partners/northgate.yml": dumped(PARTNER | {"name": "Northgate"}),
    }
    page = site_of(tmp_path, files).page("a/ta-0001/")
    assert [text_of(li) for li in page.css('[id^="e"]')] == [
        "voted to end the twinning shows outcome",
        "Northbridge Council shows council, partner (Luzhou); partner (Northgate)",
        "longer than most shows council, partner (Saint-Amand, Northgate)",
    ]


def test_the_kind_of_partnership_leads_to_its_explanation(real: Site):
    facts = real.page("a/ta-0001/").css_first(".facts .report")
    kind = next(dt.parent for dt in facts.css("dt") if text_of(dt) == "Type")
    assert kind.css_first("dd a").attributes["href"] == "../../outcomes/#type-friendship-agreement"
    explained = real.page("outcomes/")
    for kinds, slug in ((PartnershipType, "type"), (Qualifier, "qualifier"), (Stance, "stance"), (Ground, "ground")):
        for term in kinds:
            assert term.meaning in text_of(explained.css_first(f"#{slug}-{term}"))


@pytest.mark.parametrize(
    ("event", "name"),
    [("ending-called-for", "Grounds of the call"), ("ended", "Grounds"), (LEFT_OUT, "Grounds")],
)
def test_grounds_of_a_call_to_end_it_are_not_taken_for_the_councils(event: object, name: str, tmp_path: Path):
    words = {"p": 3, "quote": "voted to end the twinning"}
    told = report(event=event, outcome="continued", grounds=["cost"], evidence=[words | {"supports": EVERYTHING}])
    if event is LEFT_OUT:
        told["evidence"] = [words | {"supports": [fact for fact in EVERYTHING if fact != "event"]}]
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(reports=[told])})
    names = [text_of(dt) for dt in site.page("a/ta-0001/").css(".facts dt")]
    assert [found for found in names if "Grounds" in found] == [name]


EVERYTHING = ["council", "partner", "type", "since", "outcome", "event", "qualifier", "grounds"]


def test_an_article_without_reports_says_so(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(reports=[], events=[])})
    assert "The article reports no partnership." in text_of(site.page("a/ta-0001/").css_first(".facts"))


# --- Anchors -----------------------------------------------------------------------------------------------------


def test_every_paragraph_of_the_source_has_one_anchor_in_order(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            last = site.json(f"{path}record.json")["source"]["paragraphs"]
            ids = [n.id for n in elements(site.page(path)) if re.fullmatch(r"p\d+", n.id or "")]
            assert ids == [f"p{n}" for n in range(1, last + 1)], path


def test_notes_statements_and_evidence_are_numbered_in_the_records_order(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            record, page = site.json(f"{path}record.json"), site.page(path)
            ids = [n.id or "" for n in elements(page)]
            assert sorted((i for i in ids if re.fullmatch(r"n\d+", i)), key=lambda i: int(i[1:])) == [
                f"n{n}" for n in range(1, len(record["notes"]) + 1)
            ]
            assert [i for i in ids if re.fullmatch(r"s\d+", i)] == [
                f"s{n}" for n in range(1, len(record["statements"]) + 1)
            ]
            evidence = [i for i in ids if re.fullmatch(r"e\d+", i)]
            assert evidence == [f"e{n}" for n in range(1, len(evidence) + 1)]
            for n, statement in enumerate(record["statements"], 1):
                assert statement["gist"] in text_of(page.css_first(f"#s{n}"))
            for n, note in enumerate(record["notes"], 1):
                assert " ".join(note["text"].split()) in text_of(page.css_first(f"#n{n}"))


def test_several_paragraphs_told_together_keep_an_anchor_each(tmp_path: Path):
    page = site_of(tmp_path).page("a/ta-0001/")
    together = page.css_first("#p2")
    assert home_of(page.css_first("#p3")) == {"p2", "p3"} == home_of(together)
    assert "2–3" in text_of(page.css_first('a[href="#p2"]'))
    assert "Not told in the outline." in text_of(page.css_first("#p5"))


def test_a_note_on_the_whole_article_stands_before_its_paragraphs(real: Site):
    ids = [n.id for n in elements(real.page("a/ta-0002/")) if n.id]
    assert ids.index("n1") < ids.index("p1")


# --- Dates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ta-0001", "about 28 September 2020"),
        ("ta-0002", "about 20 July 2020"),
        ("ta-0003", "about 20 November 2020"),
    ],
)
def test_an_uncertain_date_is_said_in_words_with_its_reason(name: str, words: str, real: Site):
    page = real.page(f"a/{name}/")
    assert words in text_of(page.css_first(".kicker"))
    assert page.css(".kicker time") == []
    basis = yaml.safe_load((ROOT / "content" / "articles" / f"{name}.yml").read_text("utf-8"))["published_basis"]
    assert f"Why “{words}”? {basis}" in text_of(page.css_first("article > .head"))


def test_an_article_whose_date_is_not_stated_says_so_and_is_listed_as_undated(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(published="not-stated")})
    assert "date not stated" in text_of(site.page("a/ta-0001/").css_first(".kicker"))
    assert "ta-0001" in site.read("years/undated/index.html")
    assert "on a day not stated" in text_of(site.page("partnerships/northbridge/luzhou/").css_first(".lead"))


# --- Partnerships, councils, people ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("councils/wakefield/", "The archive holds two partnerships of Wakefield Council: both ended (announced)."),
        ("councils/essex/", "The archive holds one partnership of Essex County Council: continued."),
        (
            "partnerships/wakefield/nanning/",
            (
                "The friendship agreement of Wakefield and Nanning is ended: this was announced, "
                "as the Wakefield Express reported about 28 September 2020."
            ),
        ),
        (
            "partnerships/essex/jiangsu/",
            (
                "The county–province partnership of Essex and Jiangsu continues, "
                "as the Chelmsford Weekly News reported about 20 November 2020."
            ),
        ),
    ],
)
def test_a_page_opens_with_a_sentence_that_says_where_things_stand(path: str, sentence: str, real: Site):
    assert text_of(real.page(path).css_first(".lead")) == sentence
    assert real.page(path).css_first('meta[name="description"]').attributes["content"] == sentence


def test_the_first_page_shows_the_state_of_every_partnership(real: Site):
    rows = [text_of(row) for row in real.page("").css("table.partnerships tbody tr")]
    assert len(rows) == 3
    states = ("continued", "ended (announced)", "ended (announced)")
    assert all(f" {state} " in row for row, state in zip(rows, states, strict=True))
    assert "Three newspaper articles, two councils, three partners, three partnerships." in text_of(real.page(""))


def test_a_partnerships_page_opens_with_what_is_known_sentence_by_sentence_and_the_words_that_prove_each(real: Site):
    head = real.page("partnerships/wakefield/nanning/").css_first(".head")
    evidence = real.json("a/ta-0001/record.json")["reports"][0]["evidence"]
    shown = [
        [
            e
            for e in evidence
            if fact in e.get("supports", ["outcome"]) or (n == 0 and "qualifier" in e.get("supports", ()))
        ]
        for n, fact in enumerate(("outcome", "type", "since", "grounds"))
    ]
    said = [text_of(p) for p in head.css("p:not(.by)")]
    assert said[1].startswith("The friendship agreement of Wakefield and Nanning is ended: this was announced, as the")
    assert said[2:] == [
        "It is reported as a friendship agreement.",
        "It dates from May 2019.",
        "The grounds given are human rights and Uyghurs.",
    ]
    proofs = head.css("p.by")
    assert [sorted(text_of(q) for q in p.css("q")) for p in proofs] == [sorted(e["quote"] for e in es) for es in shown]
    links = [sorted({a.attributes["href"] or "" for a in p.css("a")}) for p in proofs]
    assert links == [sorted({f"../../../a/ta-0001/#p{e['p']}" for e in es}) for es in shown]


@pytest.fixture(scope="session")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two newspapers that disagree within one month, and one report that is in dispute with itself."""
    claims = [
        {"value": "ended", "who": "the leader"},
        {"value": "suspended", "who": "the clerk", "p": 3, "quote": "We"},
    ]
    return site_of(
        tmp_path_factory.mktemp("disputed"),
        {
            "articles/ta-0001.yml": article_yaml(published="2021-03-04"),
            "articles/ta-0002.yml": article_yaml(
                id="ta-0002",
                url="https://echo.example/2",
                newspaper="southbridge-gazette",
                published="2021-03",
                events=[],
                reports=[report(outcome="suspended", event="suspended")],
            ),
            "articles/ta-0003.yml": article_yaml(
                id="ta-0003",
                url="https://echo.example/3",
                events=[],
                reports=[
                    {"council": "eastmere", "partner": "luzhou", "type": "unspecified",
                     "outcome": {"disputed": claims}},
                ],
            ),
            "newspapers/southbridge-gazette.yml": dumped({"name": "Southbridge Gazette"}),
        },
    )  # fmt: skip


def test_a_state_on_which_newspapers_disagree_is_disputed_and_both_are_named(disputed: Site):
    page = disputed.page("partnerships/northbridge/luzhou/")
    lead = text_of(page.css_first(".lead"))
    assert lead.startswith("Where the twinning of Northbridge and Luzhou stands is disputed: ")
    assert "suspended according to the Southbridge Gazette (March 2021)" in lead
    assert "ended according to the Northbridge Echo (4 March 2021)" in lead
    assert text_of(page.css_first(".head .state")) == "disputed"


def test_disputed_partnerships_are_listed_under_disputed_and_under_no_other_outcome(disputed: Site):
    listed = [a.attributes["href"] for a in disputed.page("outcomes/disputed/").css("th a")]
    assert sorted(listed, key=str) == ["../../partnerships/eastmere/luzhou/", "../../partnerships/northbridge/luzhou/"]
    for outcome in ("ended", "suspended"):
        assert disputed.page(f"outcomes/{outcome}/").css("table") == []
    assert "two disputed" not in text_of(disputed.page("councils/northbridge/"))
    assert ": disputed." in text_of(disputed.page("councils/northbridge/").css_first(".lead"))


def test_a_dispute_within_an_article_says_who_says_what(disputed: Site):
    page = disputed.page("a/ta-0003/")
    outcome = next(dt.parent for dt in page.css(".facts dt") if text_of(dt) == "Outcome")
    assert "disputed: ended (so the leader) and suspended (so the clerk)" in text_of(outcome)
    row = next(r for r in disputed.json("data/reports.json") if r["article"] == "ta-0003")
    assert row["outcome"] == "disputed"
    claims = [(r["value"], r["who"]) for r in disputed.json("data/claims.json") if r["article"] == "ta-0003"]
    assert claims == [("ended", "the leader"), ("suspended", "the clerk")]


def test_a_dispute_leads_to_the_words_of_its_claims(disputed: Site):
    outcome = next(dt.parent for dt in disputed.page("a/ta-0003/").css(".facts dt") if text_of(dt) == "Outcome")
    assert outcome.css('dd > a[href^="#e"]')


def test_a_person_named_by_surname_only_has_no_page(real: Site):
    people = {name.split("/")[1] for name in real.pages() if re.match(r"people/[^/]+/", name)}
    assert people == {"andy-wood", "bob-russell", "david-finch", "denise-jeffery", "tom-gordon"}
    harvey = next(
        s for s in real.page("a/ta-0001/").css("#statements ~ div") if text_of(s.css_first("h3")).startswith("Harvey")
    )
    assert harvey.css("h3 a") == []


def test_a_person_named_in_full_is_linked_to_a_page_of_all_their_statements(real: Site):
    finch = next(
        s for s in real.page("a/ta-0002/").css("#statements ~ div") if "David Finch" in text_of(s.css_first("h3"))
    )
    assert finch.css_first("h3 a").attributes["href"] == "../../people/david-finch/"
    page = real.page("people/david-finch/")
    assert text_of(page.css_first("h1")) == "David Finch"
    assert "two statements" in text_of(page.css_first(".lead"))
    links = [a.attributes["href"] or "" for a in page.css("main a") if "#s" in (a.attributes["href"] or "")]
    assert sorted(links) == ["../../a/ta-0002/#s2", "../../a/ta-0003/#s2"]


def test_somebody_who_is_not_named_is_shown_by_role(real: Site):
    unnamed = next(s for s in real.page("a/ta-0002/").css("#statements ~ div") if "Not named" in text_of(s))
    assert "spokesman for County Hall" in text_of(unnamed)
    assert unnamed.css("h3 a") == []


# --- Marks -------------------------------------------------------------------------------------------------------


def test_a_record_nobody_reviewed_says_so_wherever_it_is_listed(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(reviewed=LEFT_OUT)})
    for path in ("a/ta-0001/", "", "a/", "councils/northbridge/", "newspapers/northbridge-echo/", "years/2021/"):
        assert "Machine-read, not reviewed" in text_of(site.page(path).css_first("main")), path


def test_a_reviewed_record_says_when(real: Site):
    head = text_of(real.page("a/ta-0001/").css_first("article > .head"))
    assert "Reviewed by Twinning Archive on 21 November 2026." in head
    assert real.page("a/ta-0001/").css("article time") == []  # Zotero would take it for the article's date
    assert "Machine-read" not in text_of(real.page("").css_first("main"))


def test_an_article_leads_to_those_before_and_after_it_in_each_partnerships_story(real: Site, sixty: Site):
    for site in (real, sixty):
        for path in site.article_pages():
            reports = site.json(f"{path}record.json")["reports"]
            stories = site.page(path).css(".story")
            assert len(stories) == len({report["council"] for report in reports})
            for story in stories:
                for link, back in (("prev", "next"), ("next", "prev")):
                    for a in story.css(f"a[rel={link}]"):
                        other = (a.attributes["href"] or "").removeprefix("../../")
                        returns = site.page(other).css(f".story a[rel={back}]")
                        assert f"../../{path}" in {r.attributes["href"] for r in returns}, (path, other)


def test_partnerships_of_one_council_share_one_story(real: Site):
    (story,) = real.page("a/ta-0001/").css(".story")
    assert text_of(story.css_first("h2")) == "The story of Wakefield Council’s partnerships"
    assert [text_of(p) for p in story.css("p")] == [
        "No other article in the archive.",
        "The timeline, nine entries",
    ]
    (story,) = real.page("a/ta-0003/").css(".story")
    (before,) = story.css("a[rel=prev]")
    assert before.attributes["href"] == "../../a/ta-0002/"


def test_a_note_stands_in_its_paragraphs_row_and_each_leads_to_the_other(real: Site):
    page = real.page("a/ta-0001/")
    notes = real.json("a/ta-0001/record.json")["notes"]
    for number, note in enumerate(notes, 1):
        first = str(note["p"]).split("-")[0]
        row = page.css_first(f"#n{number}").parent.parent
        assert f'id="p{first}"' in (row.html or "")
        (reference,) = row.css(f"#r{number}")
        assert (reference.attributes["role"], reference.attributes["href"]) == ("doc-noteref", f"#n{number}")
        assert row.css_first(f"#n{number} a").attributes["href"] == f"#r{number}"
        assert text_of(row.css_first(f"#n{number}")).startswith(f"Note {number} · ")


APART = {
    "around": {"date": "2020-06-30", "what": "A law is passed far away", "p": 4, "quote": "longer than most"},
    "elsewhere": {"date": "1999", "what": "Eastmere opens a bridge", "council": "eastmere", "p": 4},
    "their own": {"date": "2021-05", "what": "A letter goes to Luzhou", "council": "northbridge", "p": 5},
}


def test_events_of_no_partnership_stand_apart_on_the_page_and_with_all_others_in_the_timeline(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(events=list(APART.values()))})
    page = site.page("a/ta-0001/")
    apart = page.css_first("section[aria-labelledby=background]")
    assert text_of(apart.css_first("h2#background")) == "Dated events around it"
    assert [text_of(n) for n in apart.css(".when")] == ["1999", "30 June 2020"]
    assert "Eastmere: Eastmere opens a bridge" in text_of(apart)
    assert text_of(apart.css_first("q")) == "longer than most"
    assert {a.attributes["href"] for a in apart.css(".by a")} == {"../../a/ta-0001/#p4"}
    assert APART["their own"]["what"] not in text_of(apart)
    assert apart.css("[aria-current]") == []
    for path, shown in (("timeline/", APART), ("partnerships/northbridge/luzhou/", ["their own"])):
        text = text_of(site.page(path).css_first("ol.timeline"))
        assert [name for name, event in APART.items() if str(event["what"]) in text] == list(shown), path
        assert all(text.count(str(APART[name]["what"])) == 1 for name in shown)


def test_an_article_whose_events_are_all_its_partnerships_own_has_no_section_for_others(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(events=[APART["their own"]])})
    assert "Dated events around it" not in text_of(site.page("a/ta-0001/"))


def test_how_firm_an_outcome_is_stands_with_it_wherever_it_is_listed(tmp_path: Path):
    voted, plain = site_of(tmp_path / "voted"), tmp_path / "plain"
    for path in ("", "a/", "partnerships/", "councils/northbridge/", "partners/luzhou/", "outcomes/ended/", "timeline/",
                 "newspapers/northbridge-echo/", "years/2021/", "partnerships/northbridge/luzhou/"):  # fmt: skip
        states = {
            text_of(n)
            for n in voted.page(path).css("table .state-ended, li:not(.states *) .state-ended, .head p .state-ended")
        }
        assert states, path
        assert all(state.startswith("ended") and state.endswith("(voted)") for state in states), (path, states)
    lead = text_of(voted.page("councils/northbridge/").css_first(".lead"))
    assert lead == "The archive holds one partnership of Northbridge Council: ended (voted)."
    evidence = [{"p": 3, "quote": "Northbridge Council", "supports": EVERYTHING[:6]}]
    site = site_of(
        plain, {"articles/ta-0001.yml": article_yaml(reports=[report(qualifier=LEFT_OUT, evidence=evidence)])}
    )
    assert text_of(site.page("councils/northbridge/").css_first(".lead")).endswith(": ended.")


def test_no_other_timeline_marks_an_entry(sixty: Site):
    for name in sixty.pages():
        if not re.match(r"a/ta-", name):
            assert sixty.page(name).css("[aria-current]") == [], name


def test_a_timeline_is_in_the_order_of_its_dates(real: Site):
    said = [text_of(n) for n in real.page("timeline/").css(".timeline .when")]
    assert said[0] == "2016"
    assert said.index("May 2019") < said.index("about 20 July 2020") < said.index("about 28 September 2020")
    assert said[-1] == "about 20 November 2020"


# --- Lists -------------------------------------------------------------------------------------------------------


def test_the_index_of_outcomes_lists_every_term_with_its_meaning(real: Site):
    text = text_of(real.page("outcomes/"))
    for outcome in Outcome:
        if outcome.is_state:
            assert outcome.meaning in text
            assert (real.folder / "outcomes" / outcome / "index.html").is_file()


@pytest.mark.parametrize("index", ["councils", "partners", "newspapers", "people", "years"])
def test_an_index_lists_each_of_its_pages_once_with_a_count(index: str, real: Site, sixty: Site):
    for site in (real, sixty):
        pages = {name.split("/")[1] for name in site.pages() if re.fullmatch(rf"{index}/[^/]+/index\.html", name)}
        items = site.page(f"{index}/").css("main ul.ways > li")
        listed = [(li.css_first("a").attributes["href"] or "").split("/")[-2] for li in items]
        assert sorted(listed) == sorted(pages)
        assert all(re.search(r"(no|one|two|three|four|five|six|seven|eight|nine|ten|[\d,]+) \w+$", text_of(li))
                   for li in items)  # fmt: skip


def test_articles_are_listed_newest_first(sixty: Site):
    ids = [(a.attributes["href"] or "")[-8:-1] for a in sixty.page("a/").css(".list .title a")]
    dates = {row["id"]: (row["latest"], row["id"]) for row in sixty.json("data/articles.json")}
    assert len(ids) == 60
    assert [dates[i] for i in ids] == sorted(dates.values(), reverse=True)


# --- Languages ---------------------------------------------------------------------------------------------------


def test_words_in_another_language_say_which(tmp_path: Path):
    site = site_of(
        tmp_path,
        {
            "articles/ta-0001.yml": article_yaml(headline="Diwedd y gefeillio 🎉", language="cy"),
            "partners/luzhou.yml": dumped(PARTNER | {"local_name": {"text": "泸州", "lang": "zh-Hans"}}),
        },
    )
    page = site.page("a/ta-0001/")
    assert page.css_first("h1").attributes["lang"] == "cy"
    assert {q.attributes.get("lang") for q in page.css('[id^="e"] q, #statements ~ div q')} == {"cy"}
    assert page.css_first('meta[name="DC.language"]').attributes["content"] == "cy"
    assert site.page("a/").css_first(".list .title a").attributes["lang"] == "cy"
    local = site.page("partners/luzhou/").css_first("h1 [lang]")
    assert (local.attributes["lang"], text_of(local)) == ("zh-Hans", "泸州")


def test_words_in_the_pages_own_language_need_not_say_so(real: Site):
    for path in real.article_pages():
        quoted = real.page(path).css("q")
        assert quoted
        assert not [q.html for q in quoted if "lang" in q.attributes or "dir" in q.attributes]


def test_words_that_run_from_right_to_left_say_so(tmp_path: Path):
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(headline="نهاية التوأمة", language="ar")})
    assert site.page("a/ta-0001/").css_first("h1").attributes.get("dir") in {"rtl", "auto"}


# --- Every page --------------------------------------------------------------------------------------------------


@pytest.fixture(params=["real", "real_below", "sixty", "disputed", "with_prose"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def with_prose(tmp_path_factory: pytest.TempPathFactory) -> Site:
    prose = "\n## A heading\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[a link](https://other.example/) and `code`.\n"
    return site_of(tmp_path_factory.mktemp("prose"), {"pages/about.md": ABOUT + prose})


def test_every_page_has_one_heading_a_language_a_title_a_main_part_and_a_way_past_the_menu(site: Site):
    for name in site.pages():
        page = site.page(name)
        assert site.read(name).startswith("<!DOCTYPE html>"), name
        assert page.css_first("html").attributes["lang"] == "en-GB", name
        assert [len(page.css(tag)) for tag in ("h1", "title", "main", "main#main")] == [1, 1, 1, 1], name
        assert text_of(page.css_first("h1")), name
        assert text_of(page.css_first("title")), name
        first = page.css("body a")[0]
        assert (first.attributes["href"], text_of(first)) == ("#main", "Skip to the content"), name
        assert page.css_first("meta[charset]").attributes["charset"] == "utf-8"
        assert page.css('meta[name="viewport"]'), name


def test_headings_skip_no_level(site: Site):
    for name in site.pages():
        levels = [int(n.tag[1]) for n in elements(site.page(name)) if re.fullmatch("h[1-6]", n.tag or "")]
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (name, levels)


def test_ids_are_unique_and_what_names_them_finds_them(site: Site):
    for name in site.pages():
        page = site.page(name)
        ids = [n.attributes["id"] for n in page.css("[id]")]
        assert len(ids) == len(set(ids)), name
        for attribute in ("aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "for"):
            for node in page.css(f"[{attribute}]"):
                assert node.attributes[attribute] in ids, (name, attribute)


def test_every_link_has_words_and_the_parts_of_a_page_have_names(site: Site):
    for name in site.pages():
        page = site.page(name)
        for link in page.css("a"):
            assert text_of(link) or link.attributes.get("aria-label"), (name, link.html)
        names = [n.attributes.get("aria-label") for n in page.css("nav")]
        assert all(names)
        assert len(names) == len(set(names)), name
        for table in page.css("table.partnerships"):
            assert table.css("th[scope=col]"), name
            assert len(table.css("tbody th[scope=row]")) == len(table.css("tbody tr")), name


def test_no_two_pages_have_one_title(site: Site):
    titles = [text_of(site.page(name).css_first("title")) for name in site.pages() if not name.startswith("a/ta-")]
    assert sorted(t for t in titles if titles.count(t) > 1) == []


def test_every_page_describes_itself(site: Site):
    for name in site.pages():
        if name != "404.html":
            assert (site.page(name).css_first('meta[name="description"]').attributes["content"] or "").strip(), name


POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
SEARCH = "search/index.html"
SCRIPTS = {
    SEARCH: ("../theme/search-index.js", "../theme/search.js"),
    "404.html": ("/theme/lost.js", "/repo/theme/lost.js"),
}
"""What the page of search and the page for unknown addresses run."""
CITATIONS = "/cite/index.html"
"""The end of the address of an article's citations, which one script copies; no other page runs anything."""


def test_every_page_but_search_forbids_scripts_and_everything_from_elsewhere(site: Site):
    for name in site.pages():
        page = site.page(name)
        (policy,) = page.css("meta[http-equiv]")
        runs = name in SCRIPTS or name.endswith(CITATIONS)
        allowed = POLICY.replace("base-uri", "script-src 'self'; base-uri") if runs else POLICY
        assert policy.attributes == {"http-equiv": "Content-Security-Policy", "content": allowed}, name
        before = [n.tag for n in elements(page)[: elements(page).index(policy)]]
        assert not {"link", "style", "script", "base"} & set(before), name


def test_no_page_but_search_runs_anything_or_has_style_of_its_own(site: Site):
    for name in site.pages():
        page = site.page(name)
        runs = "script:not([type='application/ld+json']), style, iframe, object, embed, base, form, input, template"
        found = page.css(f"{runs}, [style], [srcdoc]")
        if name == SEARCH:
            found = [n for n in found if n.tag not in {"form", "input"}]
        allowed = ("../../../theme/copy.js",) if name.endswith(CITATIONS) else SCRIPTS.get(name, ())
        assert [n for n in found if n.attributes.get("src") not in allowed] == [], name
        for node in elements(page):
            assert not [a for a in node.attributes if a.startswith("on")], (name, node.html)
            for attribute in ("href", "src", "action", "xlink:href"):
                value = (node.attributes.get(attribute) or "").strip().lower()
                assert not value.startswith(("javascript:", "data:", "vbscript:", "//")), (name, node.html)


def test_no_page_loads_anything_from_another_host(site: Site):
    for name in site.pages():
        page = site.page(name)
        for node in page.css("[src], [srcset], [poster], [data], [background], [ping]"):
            value = node.attributes.get("src")
            assert value is not None, (name, node.html)
            assert not re.match(r"[a-z]+:|//", value), (name, node.html)
        for link in page.css("link"):
            rel = link.attributes["rel"] or ""
            if rel in {"icon", "stylesheet"}:
                assert re.match(r"(\.\.?/)+theme/|/(repo/)?theme/", link.attributes["href"] or ""), (name, link.html)
            else:  # relations that no browser follows by itself
                assert not re.search("pre(load|fetch|connect|render)|dns|manifest|modulepreload|import", rel), name


def test_the_style_loads_nothing_from_another_host(real: Site):
    style = real.read("theme/archive.css")
    assert re.findall(r"@import|url\(\s*['\"]?(?:https?:)?//", style) == []
    assert "<script" not in real.read("theme/favicon.svg")


@pytest.mark.parametrize("text", ["#7 is the paragraph meant.", "# A heading\n\nText.", "Text\n===="])
def test_a_note_makes_no_heading(text: str, tmp_path: Path):
    note = {"p": 4, "kind": "context", "text": text}
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(notes=[note])})
    assert len(site.page("a/ta-0001/").css("h1")) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See [the other](../ta-0001/#p1).", '<a href="../ta-0001/#p1">the other</a>'),
        ("See [it](https://other.example/?a=1&b=2).", '<a href="https://other.example/?a=1&amp;b=2">it</a>'),
        ("See [it](/councils/).", '<a href="../../councils/">it</a>'),
        ("See [it]({filename}/councils/eastmere.yml).", '<a href="../../councils/eastmere/">it</a>'),
        ("See [it]({filename}ta-0001.yml#p2).", '<a href="../../a/ta-0001/#p2">it</a>'),
        ("Write to <keeper@archive.example>.", '<a href="mailto:keeper@archive.example">keeper@archive.example</a>'),
        ("**Strong** and *emphasis*.", "<strong>Strong</strong>"),
        ("H<sub>2</sub>O is `<b onclick='x'>`.", "H<sub>2</sub>O is <code>&lt;b onclick='x'&gt;</code>."),
        ("5 < 6 & 7 > 6.", "<p>5 &lt; 6 &amp; 7 &gt; 6.</p>"),
    ],
)
def test_a_note_may_use_markdown_and_link_to_pages(text: str, shown: str, tmp_path: Path):
    note = {"p": 4, "kind": "context", "text": text}
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(notes=[note])})
    assert shown in (site.page("a/ta-0001/").css_first("#n1").html or "")


@pytest.mark.parametrize(
    "unit", ["[", "*", "_", "`", "<", "[*_`<", "*a ", "**a", "[a](", "`a", "<a ", "_a_ ", "![", "[]("]
)
def test_a_note_full_of_marks_is_read_quickly(unit: str):
    began = time.process_time()
    read_note(unit * 4000)
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do


def test_an_article_page_is_short_enough_for_a_slow_line_at_a_long_address_too(tmp_path: Path):
    address = "https://wakefield-archive.github.io/twinning-archive"
    site = built(first_content(tmp_path), tmp_path / "site", siteurl=address)
    style = (site.folder / "theme" / "archive.css").stat().st_size
    sizes = {path: (site.folder / path / "index.html").stat().st_size + style for path in site.article_pages()}
    assert all(site.read(f"{path}index.html").count('rel="stylesheet"') == 1 for path in sizes)
    assert max(sizes.values()) <= 30_000, sizes
