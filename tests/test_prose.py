"""Pages of prose: their heads, names, links and pictures, each problem at its line, and what is published of them."""

import os
import re
import struct
import zlib
from pathlib import Path

import pytest
from builders import TODAY, article_yaml, dumped, problems_of
from sites import ABOUT, Site, run, site_of, text_of, write

from twinning.assembly import assemble
from twinning.commands import check
from twinning.diagnostics import Code
from twinning.loading import RESERVED, load_content
from twinning.loading.prose import TOP_LEVEL, slug_of
from twinning.markup.document import Link
from twinning.published import Published

HEAD = "Title: About\nSlug: about\n\n"


def found(folder: Path, files: dict[str, str | bytes]) -> list[tuple[str, int, int, Code]]:
    """Give the file, line, column and code of every problem of a content folder."""
    loaded, problems = load_content(write(folder, files), None)
    _, more = assemble(loaded, TODAY)
    listed = [p for p in sorted(problems + more) if p.code is not Code.NOT_VERIFIED]
    assert all(p.message and p.help for p in listed if p.code >= Code.FRONT_MATTER)
    return [(Path(p.path).name, p.line, p.column, p.code) for p in listed]


def of_page(folder: Path, text: str | bytes) -> list[tuple[int, int, Code]]:
    return [(line, column, code) for _, line, column, code in found(folder, {"pages/about.md": text})]


# --- The head ----------------------------------------------------------------------------------------------------

HEADS = {
    "empty": ("", [(0, 0, Code.EMPTY)]),
    "white space": (" \n\n", [(0, 0, Code.EMPTY)]),
    "no head": ("Some words.\n", [(1, 1, Code.FRONT_MATTER)]),
    "unclosed": ("---\nTitle: A\n\nWords.\n", [(1, 1, Code.FRONT_MATTER)]),
    "unopened": ("Title: A\nSlug: a\n---\n\nWords.\n", [(3, 1, Code.FRONT_MATTER)]),
    "blank line first": ("\nTitle: A\n\nWords.\n", [(2, 1, Code.FRONT_MATTER)]),
    "fence after a blank line": ("\n---\nTitle: A\n---\n\nWords.\n", [(2, 1, Code.FRONT_MATTER)]),
    "below words": ("Words.\n\nTitle: A\n", [(3, 1, Code.FRONT_MATTER)]),
    "no blank line": ("Title: A\nWords begin here.\n", [(2, 1, Code.FRONT_MATTER)]),
    "nothing in it": ("---\n---\n\nWords.\n", [(1, 1, Code.FRONT_MATTER)]),
    "a list": ("---\n- Title\n---\n\nWords.\n", [(2, 1, Code.WRONG_TYPE)]),
    "a bare word": ("---\nTitle\n---\n\nWords.\n", [(2, 1, Code.WRONG_TYPE)]),
    "no title": ("Slug: x\n\nWords.\n", [(1, 1, Code.MISSING_FIELD)]),
    "no value": ("Title:\n\nWords.\n", [(1, 7, Code.EMPTY_VALUE)]),
    "colon": ("Title: Here: there\n\nWords.\n", [(1, 12, Code.SYNTAX)]),
    "quote": ("Title: 'Here's'\n\nWords.\n", [(1, 14, Code.SYNTAX)]),
    "tab": ("Title: A\n\tSummary: b\n\nWords.\n", None),
    "at sign": ("Title: @x\n\nWords.\n", [(1, 8, Code.SYNTAX)]),
    "anchor": ("Title: &a b\n\nWords.\n", [(1, 8, Code.FORBIDDEN_YAML)]),
    "tag": ("Title: !!python/name:os.system x\n\nWords.\n", [(1, 8, Code.FORBIDDEN_YAML)]),
    "twice": ("Title: A\nSlug: b\nTitle: B\n\nWords.\n", [(3, 1, Code.DUPLICATE_FIELD)]),
    "twice, in other letters": ("Title: A\ntitle: B\n\nWords.\n", [(2, 1, Code.DUPLICATE_FIELD)]),
    "unknown": ("Title: A\nSumary: b\n\nWords.\n", [(2, 1, Code.UNKNOWN_FIELD)]),
    "an address of its own": ("Title: A\nSave_as: ../c.html\n\nWords.\n", [(2, 1, Code.UNKNOWN_FIELD)]),
    "unknown status": ("Title: A\nStatus: drafft\n\nWords.\n", [(2, 9, Code.UNKNOWN_TERM)]),
    "unknown template": ("Title: A\nTemplate: fancy\n\nWords.\n", [(2, 11, Code.UNKNOWN_TERM)]),
    "no language": ("Title: A\nLang: Welsh language\n\nWords.\n", [(2, 7, Code.BAD_VALUE)]),
    "a title of a megabyte": (f"Title: {'x' * 1_000_000}\n\nWords.\n", [(0, 0, Code.UNREADABLE)]),
    "a long title": (f"Title: {'x' * 501}\n\nWords.\n", [(1, 8, Code.BAD_VALUE)]),
    "alias bomb": (
        "Title: A\nSummary: [*a,*a]\n\nWords.\n",
        [(2, 10, Code.WRONG_TYPE), (2, 11, Code.FORBIDDEN_YAML), (2, 14, Code.FORBIDDEN_YAML)],
    ),
    "brackets": (f"Title: {'[' * 50_000}\n\nWords.\n", [(1, 31, Code.TOO_DEEP)]),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_head_that_cannot_be_read_is_an_error_at_its_place(name: str, tmp_path: Path):
    text, expected = HEADS[name]
    problems = of_page(tmp_path, text)
    assert problems == expected if expected is not None else problems


@pytest.mark.parametrize(
    "head",
    [
        "Title: About us\nSlug: about\n",
        "title: About us\nSLUG: about\n",
        "---\nTitle: About us\nSlug: about\n---",
        "---\nTitle: About us\nSlug: about\n...",
        "---\n\n# A comment.\nTitle: 'About us'\n\nSlug: about\n---",
        "Title: About\n  us\nSlug: about\n",
        'Title: "About us"\nSlug: about\nStatus: Published\nTemplate: page\n',
    ],
)
def test_a_head_may_be_written_in_these_ways(head: str, tmp_path: Path):
    site = site_of(tmp_path, {"pages/about.md": f"{head}\nWords.\n"})
    assert text_of(site.page("about/").css_first("h1")) == "About us"
    assert text_of(site.page("about/").css_first(".prose")) == "Words."


def test_did_you_mean(tmp_path: Path):
    [problem] = problems_of_page(tmp_path, "Title: A\nSumary: b\n\nWords.\n")
    assert problem.message == "a page has no field `sumary`"
    assert problem.help == "did you mean `summary`?"


def problems_of_page(folder: Path, text: str):
    loaded, problems = load_content(write(folder, {"pages/about.md": text}), None)
    _, more = assemble(loaded, TODAY)
    return [p for p in sorted(problems + more) if p.code is not Code.NOT_VERIFIED]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (HEAD.encode() + b"caf\xe9", Code.ENCODING),
        (HEAD.encode("utf-16"), Code.ENCODING),
        (HEAD.encode() + b"a\x00b", Code.ENCODING),
        (HEAD.encode() + "a\u202eb".encode(), Code.ENCODING),
        (HEAD.encode() + b"x" * 600_000, Code.UNREADABLE),
    ],
    ids=["latin-1", "utf-16", "nul", "turned round", "too large"],
)
def test_a_file_that_is_no_text_is_an_error(data: bytes, code: Code, tmp_path: Path):
    assert [problem[2] for problem in of_page(tmp_path, data)] == [code]


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path):
    text = "Title: About\nSlug: about\n\nOne\ntwo.\n\n- three\n"
    pages = [
        site_of(tmp_path / str(n), {"pages/about.md": data}).read("about/index.html")
        for n, data in enumerate(
            (text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text, text.rstrip("\n"))
        )
    ]
    assert len(set(pages)) == 1


# --- Files and slugs ---------------------------------------------------------------------------------------------

SLUGS = ["../../x", "/x", "a/../../b", "..%2fx", "a\\b", 'a"b', "<script>", "a b", "a?b", "a#b", "a%20b", "a" * 81, "A",
         "x.", "nul.txt", "é", "-a", "a-", "''", "a\u200bb", "а"]  # fmt: skip


@pytest.mark.parametrize("slug", SLUGS)
def test_a_slug_that_cannot_be_is_an_error_at_its_place(slug: str, tmp_path: Path):
    text = f"Title: A\nSlug: {slug}\n\nWords.\n" if "#" not in slug else f'Title: A\nSlug: "{slug}"\n\nWords.\n'
    problems = of_page(tmp_path, text)
    assert problems
    assert problems[0][0] == 2
    assert problems[0][2] in {Code.BAD_VALUE, Code.EMPTY_VALUE, Code.SYNTAX}
    status, _ = run(tmp_path / "content", tmp_path / "site")
    assert status == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content"]


@pytest.mark.parametrize(
    "slug",
    ["index", "search", "pagefind", "feeds", "feed", "con", "nul", "com1", "a", "councils", "data", "images", "theme",
     "map", "people", "404", "sitemap"],
)  # fmt: skip
def test_a_slug_that_the_archive_or_windows_has_is_an_error(slug: str, tmp_path: Path):
    assert of_page(tmp_path, f"Title: A\nSlug: {slug}\n\nWords.\n") == [(2, 7, Code.COLLISION)]


def test_a_file_named_as_what_the_archive_has_needs_a_slug(tmp_path: Path):
    assert found(tmp_path, {"pages/councils.md": "Title: A\n\nWords.\n"}) == [("councils.md", 1, 1, Code.COLLISION)]
    assert found(tmp_path / "b", {"pages/councils.md": "Title: A\nSlug: ours\n\nWords.\n"}) == []


def test_two_pages_of_one_slug_are_an_error_that_names_both(tmp_path: Path):
    files = {"pages/a.md": "Title: A\nSlug: x\n\nA.\n", "pages/b.md": "Title: B\nSlug: x\n\nB.\n"}
    [problem] = load_content(write(tmp_path, files), None)[1]
    assert (Path(problem.path).name, problem.line, problem.column, problem.code) == ("b.md", 2, 7, Code.COLLISION)
    assert "a.md" in problem.message


def test_a_draft_may_have_the_slug_of_a_page(tmp_path: Path):
    files = {"pages/a.md": HEAD + "A.\n", "pages/b.md": "Title: B\nSlug: about\nStatus: draft\n\nB.\n"}
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(("one", "other"), [("About.md", "about.md"), ("e\u0301.md", "\xe9.md")])
def test_names_that_are_one_on_other_machines_are_an_error(one: str, other: str, tmp_path: Path):
    files = {f"pages/{one}": HEAD + "A.\n", f"pages/{other}": "Title: B\nSlug: b\n\nB.\n"}
    assert found(tmp_path, files) == [(other, 0, 0, Code.COLLISION)]


def test_a_file_with_a_blank_name_and_no_title_is_an_error_and_nothing_worse(tmp_path: Path):
    assert {p[3] for p in found(tmp_path, {"pages/ .md": "Sumary: x\n\nWords.\n"})} == {
        Code.UNKNOWN_FIELD,
        Code.MISSING_FIELD,
    }


@pytest.mark.parametrize("name", ["about.html", "about.MD", "about.markdown", "about.md.txt", "notes.yml", "sub/a.md"])
def test_what_is_no_page_among_the_pages_is_an_error(name: str, tmp_path: Path):
    content = write(tmp_path)
    path = content / "pages" / name
    path.parent.mkdir(parents=True)
    path.write_text(HEAD, "utf-8")
    _, problems = load_content(content, None)
    assert [(Path(p.path).name, p.code) for p in problems] == [(name.partition("/")[0], Code.MISPLACED)]


def test_a_link_in_the_place_of_a_page_is_not_followed(tmp_path: Path):
    content = write(tmp_path, {"pages/about.md": HEAD})
    (tmp_path / "secret.md").write_text(HEAD + "Secret.", "utf-8")
    (content / "pages" / "other.md").symlink_to(tmp_path / "secret.md")
    os.mkfifo(content / "pages" / "pipe.md")
    _, problems = load_content(content, None)
    assert [(Path(p.path).name, p.code) for p in problems] == [
        ("other.md", Code.UNREADABLE),
        ("pipe.md", Code.UNREADABLE),
    ]


@pytest.mark.parametrize("name", ["con.md", "NUL.md", "com1.x.md", "a:b.md", "a?.md", "a\nb.md", "a\u202eb.md"])
def test_a_name_that_not_every_machine_can_have_is_an_error(name: str, tmp_path: Path):
    assert [problem[1:] for problem in found(tmp_path, {f"pages/{name}": HEAD})] == [(0, 0, Code.MISPLACED)]


def test_a_name_that_is_no_text_is_an_error(tmp_path: Path):
    content = write(tmp_path, {"pages/about.md": HEAD})
    with open(os.fsencode(content / "pages") + b"/\xff.md", "wb"):  # noqa: PTH123
        pass
    assert [p.code for p in load_content(content, None)[1]] == [Code.MISPLACED]


@pytest.mark.parametrize("name", ["pages", "images"])
def test_a_file_in_the_place_of_a_folder_is_an_error(name: str, tmp_path: Path):
    assert found(tmp_path, {name: b"x"}) == [(name, 0, 0, Code.UNREADABLE)]
    content = write(tmp_path / "b")
    (content / name).symlink_to(tmp_path / "nowhere")
    assert [p.code for p in load_content(content, None)[1]] == [Code.UNREADABLE]


def test_hidden_files_among_the_pages_are_left_alone(tmp_path: Path):
    assert found(tmp_path, {"pages/.about.md.swp": b"\0"}) == []


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("about", "about"),
        ("About us", "about-us"),
        ("о-нас", "o-nas"),
        ("关于", "guan-yu"),
        ("حول", "hwl"),
        ("Ynglŷn â", "ynglyn-a"),
        ("🎉", ""),
    ],
)
def test_a_page_without_a_slug_has_its_files_name(stem: str, slug: str):
    assert slug_of(stem) == slug


def test_a_name_without_a_letter_needs_a_slug(tmp_path: Path):
    assert found(tmp_path, {"pages/🎉.md": "Title: 🎉\n\nWords.\n"}) == [("🎉.md", 1, 1, Code.MISSING_FIELD)]


# --- What is published -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "lang", "direction"),
    [("Amdanom ni", "cy", "ltr"), ("عن الأرشيف", "ar", "rtl"), ("О нас", "ru", "ltr"), ("אודות", "he-IL", "rtl"),
     ("Über 🎉", "de", "ltr"), ("ئارشىپ", "ug-Arab-CN", "rtl"), ("arşiv", "ug-Latn", "ltr")],
)  # fmt: skip
def test_a_page_in_another_language_says_so(title: str, lang: str, direction: str, tmp_path: Path):
    site = site_of(tmp_path, {"pages/other.md": f"Title: {title}\nLang: {lang}\n\n{title}.\n"})
    page = site.page("other/")
    for part in (".head", ".prose"):
        attributes = page.css_first(part).attributes
        assert (attributes["lang"], attributes["dir"]) == (lang, direction)
    assert text_of(page.css_first("h1")) == title
    assert page.css_first("html").attributes["lang"] == "en-GB"
    assert text_of(page.css_first(".colophon a[href='../other/']")) == title


def test_a_page_in_the_sites_language_says_nothing(tmp_path: Path):
    page = site_of(tmp_path, {"pages/about.md": ABOUT}).page("about/")
    assert "lang" not in page.css_first(".prose").attributes


@pytest.mark.parametrize("status", ["draft", "skip", "Draft"])
def test_a_draft_is_checked_and_not_published(status: str, tmp_path: Path):
    head = f"Title: C\nSlug: c\nStatus: {status}\n\n"
    site = site_of(tmp_path, {"pages/c.md": head + "Not yet.\n"})
    assert [name for name in site.files() if name.startswith("c/") or "Not yet." in text(site, name)] == []
    assert found(tmp_path / "b", {"pages/c.md": head + "<script>"}) == [("c.md", 5, 1, Code.ACTIVE_MARKUP)]


def text(site: Site, name: str) -> str:
    return (site.folder / name).read_bytes().decode("utf-8", "replace")


def test_a_hidden_page_stands_at_its_address_and_in_no_list(tmp_path: Path):
    site = site_of(tmp_path, {"pages/c.md": "Title: C\nSlug: c\nStatus: hidden\n\nFor those who know.\n"})
    assert "For those who know." in site.read("c/index.html")
    assert "c/" not in {a.attributes["href"] for a in site.page("").css(".colophon a")}
    assert "/c/" not in site.read("sitemap.xml")


def test_a_title_is_text_and_a_summary_too(tmp_path: Path):
    hostile = "<img src=x onerror=alert(1)> & {{ 7*7 }}"
    head = f"Title: '{hostile}'\nSlug: c\nSummary: '{hostile}'\n\nWords.\n"
    page = site_of(tmp_path, {"pages/c.md": head}).page("c/")
    assert text_of(page.css_first("h1")) == hostile
    assert page.css_first("meta[name=description]").attributes["content"] == hostile
    assert page.css("img") == []


def test_a_page_without_a_summary_is_described_by_its_beginning(tmp_path: Path):
    words = "One <two> & *three*. " * 40
    page = site_of(tmp_path, {"pages/c.md": f"Title: C\n\n## Head\n\n{words.replace('<', chr(92) + '<')}\n"}).page("c/")
    described = page.css_first("meta[name=description]").attributes["content"] or ""
    assert described.startswith("One <two> & three. One")
    assert described.endswith("…")
    assert len(described) <= 201


def test_what_templates_would_run_is_words(tmp_path: Path):
    site = site_of(tmp_path, {"pages/about.md": HEAD + "{{ 7*7 }} {% include 'x' %} {# y #} ${x} <%= z %\\>\n"})
    assert text_of(site.page("about/").css_first(".prose")) == "{{ 7*7 }} {% include ‘x’ %} {# y #} ${x} <%= z %>"


def test_pelican_replaces_nothing_in_a_checked_page(tmp_path: Path):
    words = 'See `href="{filename}nope.md"` and [it](/a/ "src=\'{static}nope.png\'") |filename|nope.md'
    site = site_of(tmp_path, {"pages/about.md": HEAD + words + "\n"})
    assert "{filename}nope.md" in text_of(site.page("about/").css_first("code"))


# --- Links -------------------------------------------------------------------------------------------------------

RIGHT = [
    ("../", "../"),
    ("../a/", "../a/"),
    ("../a/ta-0001/#p3", "../a/ta-0001/#p3"),
    ("/a/ta-0001/#p3", "../a/ta-0001/#p3"),
    ("/", "../"),
    ("/councils/northbridge/feed.xml", "../councils/northbridge/feed.xml"),
    ("/partnerships/northbridge/", "../partnerships/northbridge/"),
    ("/partnerships/northbridge/luzhou/", "../partnerships/northbridge/luzhou/"),
    ("/people/ada-pike/", "../people/ada-pike/"),
    ("/years/2021/", "../years/2021/"),
    ("/outcomes/#type-twinning", "../outcomes/#type-twinning"),
    ("/data/articles.csv", "../data/articles.csv"),
    ("{filename}other.md", "../other/"),
    ("{filename}other.md#here", "../other/#here"),
    ("{filename}/pages/other.md", "../other/"),
    ("{filename}../articles/ta-0001.yml#n1", "../a/ta-0001/#n1"),
    ("{filename}/articles/ta-0001.yml", "../a/ta-0001/"),
    ("{filename}/partners/luzhou.yml", "../partners/luzhou/"),
    ("../other/#here", "../other/#here"),
    ("#mine", "#mine"),
    ("../about/index.html", "../about/index.html"),
    ("https://elsewhere.example/", "https://elsewhere.example/"),
    ("mailto:a@b.example", "mailto:a@b.example"),
]
OTHER = "Title: Other\nSlug: other\n\n## Here {#here}\n\nWords.\n"


def test_links_that_arrive_are_written_relative_to_their_page(tmp_path: Path):
    listed = "".join(f"- [it]({written})\n" for written, _ in RIGHT)
    files = {"pages/about.md": f"{HEAD}## Mine {{#mine}}\n\n{listed}", "pages/other.md": OTHER}
    site = site_of(tmp_path, files)
    assert [a.attributes["href"] for a in site.page("about/").css(".prose a")] == [shown for _, shown in RIGHT]


WRONG = [
    "../no-such-page/",
    "/no/such/page/",
    "../a/ta-0001",
    "../a/ta-0002/",
    "/a/ta-0001/#p6",
    "/a/ta-0001/#n2",
    "/a/ta-0001/#s2",
    "/a/ta-0001/record.jsn",
    "/councils/nobody/",
    "/partnerships/northbridge/saint-amand/",
    "/people/nobody/",
    "/years/1999/",
    "../../secret/",
    "../../../etc/passwd",
    "{filename}nope.md",
    "{filename}other.md#nowhere",
    "{filename}/articles/ta-0002.yml",
    "{filename}../../secret.md",
    "{filename}draft.md",
    "{static}/images/nope.png",
    "{index}",
    "{category}x",
    "{attach}x.png",
    "other.md",
    "../draft/",
    "../other/#nowhere",
    "#nowhere",
    "%6aavascript:alert(1)",
    "/a%2Fta-0001/",
    "/a//ta-0001/",
    "..//a/",
    "/A/",
    "images/nope.png",
]


@pytest.mark.parametrize("written", WRONG)
def test_a_link_that_leads_nowhere_is_an_error_at_its_place(written: str, tmp_path: Path):
    files = {
        "pages/about.md": f"{HEAD}Words,\nand [it]({written}).\n",
        "pages/other.md": OTHER,
        "pages/draft.md": "Title: D\nStatus: draft\n\nWords.\n",
    }
    assert found(tmp_path, files) == [("about.md", 5, 5, Code.BROKEN_LINK)]


def test_a_link_to_what_has_problems_of_its_own_is_no_second_problem(tmp_path: Path):
    links = "[a](/a/ta-0001/#p3) [b]({filename}other.md) [c](../other/) [d](/people/ada-pike/)"
    files = {
        "articles/ta-0001.yml": "id: [\n",
        "pages/other.md": "Titel: x\n\n[a]({filename}nope.md)\n",
        "pages/about.md": f"{HEAD}{links}\n",
    }
    assert found(tmp_path, files) == [
        ("ta-0001.yml", 2, 1, Code.SYNTAX),
        ("other.md", 1, 1, Code.UNKNOWN_FIELD),
        ("other.md", 3, 1, Code.BROKEN_LINK),
    ]


def test_links_of_a_page_with_other_problems_are_followed_too(tmp_path: Path):
    assert of_page(tmp_path, f"{HEAD}<base>\n\n[a](../no/)\n") == [
        (4, 1, Code.ACTIVE_MARKUP),
        (6, 1, Code.BROKEN_LINK),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<script>x</script>", Code.ACTIVE_MARKUP),
        ("See [it](javascript:alert(1)).", Code.UNSAFE_ADDRESS),
        ("See [it](../ta-0002/).", Code.BROKEN_LINK),
        ("See [it](#p6).", Code.BROKEN_LINK),
        ("See [it]({filename}ta-0002.yml).", Code.BROKEN_LINK),
        ("![x](https://evil.example/x.png)", Code.PICTURE),
        ("> " * 100 + "x", Code.DEEP_MARKUP),
    ],
)
def test_a_notes_problem_is_shown_at_the_note(text: str, code: Code, tmp_path: Path):
    notes = [{"kind": "context", "text": "Plain."}, {"kind": "context", "text": text}]
    problems = problems_of(tmp_path, {"articles/ta-0001.yml": article_yaml(notes=notes)})
    lines = article_yaml(notes=notes).split("\n")
    assert {p.code for p in problems} == {code}
    assert all(lines[p.line - 1].startswith("  text:") and p.column == 9 for p in problems)
    assert all(p.line > lines.index("  text: Plain.") + 1 for p in problems)


@pytest.mark.parametrize("written", ["./", "record.json", "#p3", "../ta-0001/", "../", "/", "?x=1"])
def test_a_note_may_link_to_its_own_article(written: str, tmp_path: Path):
    notes = [{"kind": "context", "text": f"See [it]({written})."}]
    site = site_of(tmp_path, {"articles/ta-0001.yml": article_yaml(notes=notes)})
    shown = site.page("a/ta-0001/").css("#n1 a")[-1].attributes["href"]
    assert shown == ("../../" if written == "/" else written)


@pytest.mark.parametrize("name", ["real", "sixty"])
def test_what_is_said_to_be_published_is_what_is_built(name: str, request: pytest.FixtureRequest):
    site: Site = request.getfixturevalue(name)
    content = Path("content") if name == "real" else request.getfixturevalue("sixty_content")
    archive, _ = assemble(load_content(Path(__file__).parents[1] / content, None)[0], TODAY)
    published = Published(archive)
    ours = {".nojekyll"}
    files = [f for f in site.files_but_of_search() if f not in ours and not f.startswith("sitemap")]
    addresses = {f.removesuffix("index.html") for f in files} - {"search/index.json"}
    assert [address for address in sorted(addresses) if not published.has(address)] == []
    invented = {"a/ta-9999/", "x/", "councils/x/", "people/", "data/x", "partnerships/x/", "a/", "a/ta-0001/x", "feed"}
    assert {a for a in invented if published.has(a)} == {"people/", "a/"}


@pytest.mark.parametrize("name", ["real", "sixty"])
def test_no_page_of_prose_can_stand_where_the_archives_own_pages_do(name: str, request: pytest.FixtureRequest):
    site: Site = request.getfixturevalue(name)
    prose = {"about", "accessibility", "citing", "corrections", "rights"}
    top = {path.name.partition(".")[0] for path in site.folder.iterdir()} - prose - {"", "robots"}
    assert top <= TOP_LEVEL | RESERVED


# --- Pictures ----------------------------------------------------------------------------------------------------


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 1, height: int = 1) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def jpeg(width: int = 1, height: int = 1) -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xda\x00\x02\0\xff\xd9"
    )


def test_a_picture_is_published_beside_the_page_that_shows_it(tmp_path: Path):
    words = "![A map]({static}/images/map.png)\n![decorative](../images/line.jpg)\n[the file](/images/map.png)\n"
    files = {"pages/about.md": HEAD + words, "images/map.png": png(), "images/line.jpg": jpeg()}
    site = site_of(tmp_path, files)
    page = site.page("about/")
    assert [(i.attributes["src"], i.attributes["alt"]) for i in page.css("img")] == [
        ("../images/map.png", "A map"),
        ("../images/line.jpg", ""),
    ]
    assert (site.folder / "images" / "map.png").read_bytes() == png()


FALSE = {
    "a web page": ("a.png", b"<html><script>alert(1)</script>"),
    "svg": ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>"),
    "jpeg as png": ("a.png", jpeg()),
    "png as jpeg": ("a.jpg", png()),
    "gif": ("a.png", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    "a program": ("a.jpg", b"MZ\x90\x00"),
    "pdf": ("a.jpg", b"%PDF-1.7"),
    "empty": ("a.png", b""),
    "cut short": ("a.png", png()[:-5]),
    "only its beginning": ("a.png", b"\x89PNG\r\n\x1a\n"),
    "more behind it": ("a.png", png() + b"<script>alert(1)</script>"),
    "a zip behind it": ("a.jpg", jpeg() + b"PK\x03\x04"),
    "cut jpeg": ("a.jpg", jpeg()[:-1]),
    "far too wide": ("a.png", png(width=100_000)),
    "no pixel": ("a.png", png(width=0)),
    "too tall": ("a.jpg", jpeg(height=60_000)),
    "svg by name": ("a.svg", b"<svg/>"),
    "gif by name": ("a.gif", b"GIF89a"),
    "two endings": ("a.php.png", png()),
    "capitals": ("A.PNG", png()),
    "a space": ("a b.png", png()),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_picture_that_is_not_what_its_name_says_is_an_error(name: str, tmp_path: Path):
    file, data = FALSE[name]
    assert found(tmp_path, {f"images/{file}": data}) == [(file, 0, 0, Code.PICTURE)]


def test_a_huge_picture_and_a_linked_one_are_errors(tmp_path: Path):
    content = write(tmp_path, {"images/a.png": png() + b"\0" * 3_000_000})
    (content / "images" / "b.png").symlink_to(content / "images" / "a.png")
    _, problems = load_content(content, None)
    assert [(Path(p.path).name, p.code) for p in problems] == [("a.png", Code.UNREADABLE), ("b.png", Code.UNREADABLE)]


@pytest.mark.parametrize("written", ["/images/nope.png", "{static}/images/nope.png", "x.png", "/about/", "../a/"])
def test_a_picture_that_is_not_there_is_an_error_at_its_place(written: str, tmp_path: Path):
    assert of_page(tmp_path, f"{HEAD}A ![map]({written})\n") == [(4, 3, Code.PICTURE)]


# --- Commands ----------------------------------------------------------------------------------------------------


def test_check_and_build_tell_the_problems_of_prose_with_all_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    files = {
        "pages/about.md": f"{HEAD}<base>\n\n[a](../no/)\n",
        "pages/b.md": "Title: Here: there\n\nWords.\n",
        "articles/ta-0001.yml": article_yaml(rights="publc"),
        "councils/eastmere.yml": dumped({"name": "x"}),
    }
    content = write(tmp_path, files)
    assert check.run([], str(content), None) == 1
    checked = re.findall(r"^\S+/(\S+: error\[TW\d+\])", capsys.readouterr().err, re.MULTILINE)
    status, said = run(content, tmp_path / "site")
    assert status == 1
    assert sorted(line for line in checked if line.startswith(("about", "b."))) == [
        "about.md:4:1: error[TW071]",
        "about.md:6:1: error[TW074]",
        "b.md:1:12: error[TW010]",
    ]
    assert set(re.findall(r"^\S+/(\S+: error\[TW\d+\])", said, re.MULTILINE)) == set(checked)
    assert {line.split(":")[0] for line in checked} == {"about.md", "b.md", "ta-0001.yml", "eastmere.yml"}


def test_links_are_told_apart_by_their_place():
    assert Link("/a/", 1, 2) != Link("/a/", 1, 3)
