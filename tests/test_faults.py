"""Every line of the list of bad inputs: what is put into the archive, what it gets, and that nothing built is lost.

A case is its number in the list, what it is, the files that are put into an archive that is right, and what is told:
`file:line:column CODE`, all of it and nothing else. Beside each stands another wrong file, which must be told in the
same run. `HELD_IN` names the tests that hold what a table cannot show, and those that hold a line in depth.
"""

import csv
import io
import json
import os
import re
import socket
import struct
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from builders import SOURCE, TODAY, partner_yaml
from editions import assert_sound, files_of
from selectolax.lexbor import LexborHTMLParser
from sites import NO_SOURCES, Site, built, hashes, run

from twinning.commands import check
from twinning.commands.ending import ROOT
from twinning.commands.invented import write_archive
from twinning.diagnostics import Code, errors
from twinning.explained.entry import ARTICLE, BASE, with_fields
from twinning.gate import check as gate
from twinning.text import sha256

Made = str | bytes | Callable[[Path], object] | None
Files = Mapping[str, Made]

A = "articles/ta-0001.yml"
PAGE = "pages/about.md"
HEAD = "Title: About\nSlug: about\n\n"
GOOD: dict[str, Made] = {name.removeprefix("content/"): text for name, text in BASE.items() if "sources" not in name}
"""The archive that cases change. The article's lines: id, headline, newspaper, published, source, rights, summary."""
BESIDE = {"newspapers/wrong.yml": "nmae: Wrong\n"}
"""The other wrong file."""
TOLD_BESIDE = ["newspapers/wrong.yml:1:1 UNKNOWN_FIELD"]


def article(fields: str) -> dict[str, Made]:
    """Put fields into the article, in the place of those of the same name or below the last."""
    return {A: with_fields(str(BASE[ARTICLE]), fields)}


def without(name: str) -> dict[str, Made]:
    """Take a field out of the article."""
    return {A: re.sub(rf"^{name}:.*\n", "", str(BASE[ARTICLE]), flags=re.MULTILINE)}


def page(body: str) -> dict[str, Made]:
    """Put a page of prose beside it; its text begins on line 4."""
    return {PAGE: f"{HEAD}{body}\n"}


def slug(value: str) -> dict[str, Made]:
    return {PAGE: f"Title: About\nSlug: {value}\n\nWords.\n"}


def report(fields: str = "", **values: str) -> dict[str, Made]:
    """Give the article one report, from line 8 on: council, partner, type, outcome and the evidence."""
    said = {"council": "northbridge", "partner": "luzhou", "type": "twinning", "outcome": "ended"} | values
    lines = [f"{name}: {value}" for name, value in said.items()]
    lines.append("evidence: [{p: 3, quote: voted to end, supports: [council, partner, type, outcome, since]}]")
    return article("reports:\n- " + "\n  ".join(lines) + "\n" + fields)


def link(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def sparse(size: int) -> Callable[[Path], object]:
    """Make a file that is as large as said, and takes no room."""

    def make(path: Path) -> None:
        path.touch()
        os.truncate(path, size)

    return make


def listening(path: Path) -> None:
    """Make a socket."""
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may have 107 letters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def png(
    *, width: int = 2, height: int = 2, chunks: tuple[bytes, ...] = (b"IHDR", b"IDAT", b"IEND"), more: bytes = b""
) -> bytes:
    """Make a PNG of these chunks."""
    held = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0),
        b"IDAT": zlib.compress(b"\0\0\0" * 2),
        b"IEND": b"",
    }
    made = b"\x89PNG\r\n\x1a\n"
    for kind in chunks:
        data = kind + held[kind]
        made += struct.pack(">I", len(held[kind])) + data + struct.pack(">I", zlib.crc32(data))
    return made + more


COUNCIL = "name: Northbridge Council\ntype: unitary\nnation: england\n"
PARTNER = "name: Luzhou\nlevel: city\ncountry: CN\n"


def council(fields: str) -> dict[str, Made]:
    return {"councils/northbridge.yml": COUNCIL + fields}


def partner(fields: str, name: str = "luzhou") -> dict[str, Made]:
    return {f"partners/{name}.yml": PARTNER + fields}


C, P = "councils/northbridge.yml", "partners/luzhou.yml"
PICTURE = "images/a.png"
TWICE = SOURCE.replace("since 1986", "since 1986, since 1986")
SECOND_REPORT = """\
- {council: northbridge, partner: luzhou, type: unspecified, outcome: active,
   evidence: [{p: 2, quote: link, supports: [council, partner, outcome]}]}
"""
SECOND_ARTICLE = """\
id: ta-0002
headline: Another
newspaper: northbridge-echo
published: 2021-03-05
rights: unknown
summary: Another.
"""
TWO_ALIKE = {
    "partners/Good.yml": "name: A\nlevel: town\ncountry: FR\n",
    "partners/good.yml": "name: B\nlevel: town\ncountry: FR\n",
}
BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

REFUSED: list[tuple[int, str, Files, list[str], str]] = [
    # Files that are no records
    (1, "an empty record", {"councils/x.yml": b""}, ["councils/x.yml:0:0 EMPTY"], "the file is empty"),
    (1, "an empty page", {PAGE: b""}, ["pages/about.md:0:0 EMPTY"], "the file is empty"),
    (2, "white space only", {"partners/x.yml": " \n\t\n"}, ["partners/x.yml:0:0 EMPTY"], "the file is empty"),
    (3, "no headline", without("headline"), [f"{A}:1:1 MISSING_FIELD"], "add `headline: not-stated`"),
    (4, "no date of publication", without("published"), [f"{A}:1:1 MISSING_FIELD"], "add `published: not-stated`"),
    # Dates
    (5, "a day that is none", article("published: 2011-02-30\n"), [f"{A}:4:12 DATE"], "2011-02-30"),
    (6, "a day in two orders", article("published: 03/04/2011\n"), [f"{A}:4:12 DATE"], "2011-04-03"),
    (7, "a month in words", article("published: May 1963\n"), [f"{A}:4:12 DATE"], "1963-05"),
    (8, "a day to come", article("published: 2999-01-01\n"), [f"{A}:4:12 DATE"], "in the future"),
    (9, "the year 1", article("published: 0001-01-01\n"), [f"{A}:4:12 DATE"], "1800"),
    (9, "the year 0", article("published: 0000-05-01\n"), [f"{A}:4:12 DATE"], "year out of range"),
    (9, "a year before it", article("published: -0044\n"), [f"{A}:4:12 DATE"], ""),
    # Fields
    (10, "a field that is none", article("sumary: x\n"), [f"{A}:8:1 UNKNOWN_FIELD"], "did you mean `summary`?"),
    (11, "a field twice", {A: f"{BASE[ARTICLE]}rights: unknown\n"}, [f"{A}:8:1 DUPLICATE_FIELD"], "first in line 6"),
    # Encodings
    (12, "Latin-1", {A: str(BASE[ARTICLE]).encode() + b"section: Caf\xe9\n"}, [f"{A}:8:13 ENCODING"],
     "save the file as UTF-8"),
    (13, "UTF-16 with its mark", {A: str(BASE[ARTICLE]).encode("utf-16")}, [f"{A}:0:0 ENCODING"], "UTF-16"),
    (15, "NUL", article("headline: a\x00b\n"), [f"{A}:2:12 ENCODING"], "U+0000"),
    (15, "a control character", article("headline: a\x1bb\n"), [f"{A}:2:12 ENCODING"], "U+001B"),
    # Fields at the head of a page, and what is no record
    (16, "a head that nothing closes", {PAGE: "---\nTitle: A\n\nWords.\n"}, ["pages/about.md:1:1 FRONT_MATTER"],
     "`---`"),
    (16, "a head below the top", {PAGE: "Words.\n\nTitle: A\n"}, ["pages/about.md:3:1 FRONT_MATTER"], "to the top"),
    (16, "a head that nothing opens", {PAGE: "Title: A\n---\n\nW.\n"}, ["pages/about.md:2:1 FRONT_MATTER"], "`---`"),
    (16, "a record that is a list", {"councils/x.yml": "- a\n- b\n"}, ["councils/x.yml:1:1 WRONG_TYPE"],
     "for example: name: …"),
    (16, "a record that is a word", {"councils/x.yml": "name\n"}, ["councils/x.yml:1:1 WRONG_TYPE"],
     "for example: name: …"),
    # YAML that is not what it seems
    (17, "a colon in a title", article("headline: Here: there\n"), [f"{A}:2:15 SYNTAX"], "quote it"),
    (17, "a quotation mark in quotes", article("headline: 'Here's'\n"), [f"{A}:2:17 SYNTAX"], "quote it"),
    (17, "a tab before a field", {A: f"{BASE[ARTICLE]}\tsection: x\n"}, [f"{A}:8:1 SYNTAX"], "indent with spaces"),
    (17, "an at sign", article("headline: @x\n"), [f"{A}:2:11 SYNTAX"], "quote it"),
    (18, "two documents", {A: f"{BASE[ARTICLE]}---\nid: x\n"}, [f"{A}:8:1 FORBIDDEN_YAML"], "remove `---`"),
    (18, "a tag of Python", article("headline: !!python/object/apply:os.system [id]\n"), [f"{A}:2:11 FORBIDDEN_YAML"],
     "tags"),
    (18, "an inclusion", article("headline: !include /etc/passwd\n"), [f"{A}:2:11 FORBIDDEN_YAML"], "tags"),
    (19, "a bomb of aliases", {A: BOMB}, [*[f"{A}:1:1 MISSING_FIELD"] * 6,
     *(f"{A}:{line}:{told}" for line in range(1, 10) for told in ("1 UNKNOWN_FIELD", "4 FORBIDDEN_YAML"))],
     "anchors are not allowed"),
    (20, "50,000 brackets", article(f"headline: {'[' * 50_000}\n"), [f"{A}:2:34 TOO_DEEP"], "nested"),
    (21, "an integer of 5,000 digits", {"partners/luzhou.yml": partner_yaml(geonames="@").replace("'@'", "9" * 5000)},
     ["partners/luzhou.yml:4:11 BAD_VALUE"], ""),
    # Names that become addresses
    *((22, f"the id {id_}", article(f"id: '{id_}'\n"), [f"{A}:1:5 BAD_VALUE"],
       "ta- and a number") for id_ in ["../../x", "/etc/x", "a/../../b", "..%2f", "..\\x"]),
    *((22, f"the slug {s}", slug(f"'{s}'"), ["pages/about.md:2:7 BAD_VALUE"],
       "letters, digits and hyphens") for s in ["../../x", "/etc/x", "a/../../b", "..%2f", "..\\x"]),
    *((23, f"the slug {s}", slug(f"'{s}'"), ["pages/about.md:2:7 BAD_VALUE"], "") for s in ['a"b', "<script>", "a b",
       "a?b", "a#b", "a%b"]),
    (23, "a file's name", {"councils/a b.yml": "name: X\ntype: county\nnation: wales\n"},
     ["councils/a b.yml:0:0 MISPLACED"], "hyphens"),
    (24, "a slug of 300 letters", slug("a" * 300), ["pages/about.md:2:7 BAD_VALUE"], ""),
    (24, "a name of 240 letters", {f"councils/{'a' * 240}.yml": "name: X\ntype: county\nnation: wales\n"},
     [f"councils/{'a' * 240}.yml:0:0 MISPLACED"], ""),
    (25, "the slug con", slug("con"), ["pages/about.md:2:7 COLLISION"], ""),
    (25, "a council nul", {"councils/nul.yml": "name: X\ntype: county\nnation: wales\n"},
     ["councils/nul.yml:0:0 MISPLACED"], ""),
    (25, "nul.txt", {"councils/nul.txt": "x"}, ["councils/nul.txt:0:0 MISPLACED"], ""),
    (25, "a full stop at the end", slug("about."), ["pages/about.md:2:7 BAD_VALUE"], "did you mean `about`?"),
    (26, "Good and good",
     TWO_ALIKE,
     ["partners/Good.yml:0:0 MISPLACED", "partners/good.yml:0:0 COLLISION"], "Good.yml"),
    (27, "an id twice", {"articles/ta-0002.yml": BASE[ARTICLE]},
     [f"articles/ta-0002.yml:{p}" for p in ("1:5 COLLISION", "1:5 MISPLACED", "5:18 DUPLICATE")], "ta-0001.yml"),
    (27, "a slug twice", {PAGE: f"{HEAD}A.\n", "pages/more.md": f"{HEAD}B.\n"}, ["pages/more.md:2:7 COLLISION"],
     "about.md"),
    *((28, f"the slug {s}", slug(s), ["pages/about.md:2:7 COLLISION"], "another `Slug:`") for s in ["index", "search",
       "pagefind", "feeds"]),
    *((28, f"the id {s}", {f"councils/{s}.yml": "name: X\ntype: county\nnation: wales\n"},
       [f"councils/{s}.yml:0:0 MISPLACED"], "") for s in ["index", "search", "pagefind", "feeds"]),
    # Sizes
    (29, "a headline of a megabyte", article(f"headline: {'x' * 1_000_000}\n"), [f"{A}:0:0 UNREADABLE"], "too large"),
    (29, "a headline of 600 letters", article(f"headline: {'x' * 600}\n"), [f"{A}:2:11 BAD_VALUE"], "at most 500"),
    (29, "a page of 10 megabytes", {PAGE: sparse(10_000_000)}, ["pages/about.md:0:0 UNREADABLE"], "too large"),
    (29, "a record of 100 megabytes", {A: sparse(100_000_000)}, [f"{A}:0:0 UNREADABLE"], "too large"),
    # Markup
    *((32, f"<{m}>", page(f"Words <{m}>"), ["pages/about.md:4:7 ACTIVE_MARKUP"], "") for m in ["script",
       "iframe src=x", "style", "b onclick=x", "base href=x", "meta http-equiv=refresh content=0", "form",
       "svg/onload=x"]),
    *((33, s, page(f"[a]({s}x)"), ["pages/about.md:4:1 UNSAFE_ADDRESS"], "") for s in ["javascript:", "vbscript:",
       "data:text/html,", "JaVa&#115;cript:", "java&Tab;script:", "file:///"]),
    (33, "an address in a record", article("url: javascript:alert(1)\n"), [f"{A}:8:6 BAD_VALUE"], "http(s)"),
    *((34, p, page(f"![p]({p})"), ["pages/about.md:4:1 PICTURE"], "") for p in ["https://x.example/p.png",
       "//x.example/p.png", "http://x.example/1x1.gif?id=7"]),
    (36, "a control character in a summary", article('summary: "a\\x07b"\n'), [f"{A}:7:10 ENCODING"], "U+0007"),
    (37, "a picture without words", page("![](/images/a.png)") | {"images/a.png": png()},
     ["pages/about.md:4:1 NO_WORDS"], "decorative"),
    (38, "a link to a file that is not there", page("[a]({filename}nope.md)"), ["pages/about.md:4:1 BROKEN_LINK"], ""),
    (38, "a relative link to nothing", page("[a](../nope/)"), ["pages/about.md:4:1 BROKEN_LINK"], ""),
    (38, "a fragment that is not there", page("[a](#nope)"), ["pages/about.md:4:1 BROKEN_LINK"], "{#words}"),
    (39, "a footnote told nowhere", page("A.[^1]"), ["pages/about.md:4:3 FOOTNOTE"], "add a line"),
    (39, "a footnote named nowhere", page("A.\n\n[^1]: B."), ["pages/about.md:6:1 FOOTNOTE"], "name it or remove it"),
    (39, "a footnote told twice", page("A.[^1]\n\n[^1]: B.\n[^1]: C."), ["pages/about.md:7:1 FOOTNOTE"], ""),
    # Evidence
    (40, "a quotation not found", article("events: [{date: '1986', what: It began, p: 4, quote: since 1987}]\n"),
     [f"{A}:8:54 QUOTE_NOT_FOUND"], "since 1986"),
    (40, "a quotation found twice",
     article(f"source: {{sha256: {sha256(TWICE.encode())}, paragraphs: 5}}\n"
             "events: [{date: '1986', what: It began, p: 4, quote: since 1986}]\n") | {"../sources/a.txt": TWICE},
     [f"{A}:6:54 QUOTE_TWICE"], "some words more"),
    (40, "a quotation across paragraphs",
     article("events: [{date: '1986', what: It ended, p: 2, quote: on Tuesday. “We voted}]\n"),
     [f"{A}:8:54 QUOTE_NOT_FOUND"], "run from paragraph 2 into paragraph 3"),
    # Facts
    (41, "a council that is not known", report(council="northbrige"), [f"{A}:9:12 UNKNOWN_REFERENCE"],
     "did you mean `northbridge`?"),
    (41, "a partner that is not known", report(partner="lujou"), [f"{A}:10:12 UNKNOWN_REFERENCE"],
     "did you mean `luzhou`?"),
    (41, "a newspaper that is not known", article("newspaper: northbridge-eco\n"), [f"{A}:3:12 UNKNOWN_REFERENCE"],
     "did you mean `northbridge-echo`?"),
    (41, "a council that was merged",
     report() | council("abolished: 2009-04-01\nsuccessor: eastmere\n")
     | {"councils/eastmere.yml": "name: Eastmere Council\ntype: unitary\nnation: england\nestablished: 2009-04-01\n"},
     [f"{A}:9:12 OUTSIDE_LIFE"], "did you mean its successor, `eastmere`?"),
    (41, "a council that was not yet",
     report(outcome="active") | council("established: 2022-04-01\n"),
     [f"{A}:9:12 OUTSIDE_LIFE"], "established only on 2022-04-01"),
    (42, "an end before its start",
     council("established: 1974\nabolished: 1970\n"),
     ["councils/northbridge.yml:5:12 CONTRADICTION"], ""),
    (42, "an article before the signing", report(since="2022-05"), [f"{A}:13:10 CONTRADICTION"], ""),
    (42, "two outcomes at once",
     {A: f"{report()[A]}{SECOND_REPORT}"},
     [f"{A}:14:3 REPEATED_REPORT", f"{A}:14:71 OUT_OF_ORDER"], "use `disputed`"),
    (42, "a council twinned with itself",
     report(partner="northbridge") | {"partners/northbridge.yml": "name: Northbridge City\nlevel: city\ncountry: US\n"},
     [f"{A}:10:12 REPEATED_REPORT"], "the place abroad"),
    (43, "one address twice",
     article("url: https://e.example/1\n")
     | {"articles/ta-0002.yml": f"{SECOND_ARTICLE}url: https://E.example/1#x\n"},
     ["articles/ta-0002.yml:7:6 COLLISION"], "ta-0001"),
    # Depth
    (46, "500 lists in each other", page("- " * 500 + "x"), ["pages/about.md:4:41 DEEP_MARKUP"], "flatter"),
    (46, "500 quotations in each other", page("> " * 500 + "x"), ["pages/about.md:4:83 DEEP_MARKUP"], "flatter"),
    # Terms
    (47, "an outcome that is none", report(outcome="endd"), [f"{A}:12:12 UNKNOWN_TERM"], "did you mean `ended`?"),
    (47, "rights that are none", article("rights: publc\n"), [f"{A}:6:9 UNKNOWN_TERM"], "one of: "),
]  # fmt: skip

UNLISTED: list[tuple[int, str, Files, list[str], str]] = [
    # 1: text that is not what it claims
    (1, "UTF-8 read as Windows-1252", article("headline: Northbridgeâ€™s link\n"), [f"{A}:2:22 MISREAD"], "for `’`"),
    (1, "the source of a web page", article("headline: Town &amp; country\n"), [f"{A}:2:16 MISREAD"], "'&'"),
    (1, "UTF-16 without its mark", {A: str(BASE[ARTICLE]).encode("utf-16-le")}, [f"{A}:0:0 ENCODING"], "UTF-16"),
    (1, "GB 18030", {A: f"{BASE[ARTICLE]}section: 南宁\n".encode("gb18030")}, [f"{A}:8:10 ENCODING"],
     "save the file as UTF-8"),
    (1, "UTF-8 that is too long", {A: str(BASE[ARTICLE]).encode() + b"section: \xc0\xaf\n"}, [f"{A}:8:10 ENCODING"],
     "0xc0"),
    (1, "half of a character", article('headline: "a\\uD800b"\n'), [f"{A}:2:15 SYNTAX"], "type the letter itself"),
    (1, "text turned round", article("headline: a\u202eb\n"), [f"{A}:2:12 ENCODING"], "U+202E"),
    (1, "a letter that nobody sees", article("headline: North\u200bbridge\n"), [f"{A}:2:16 UNSEEN"],
     "ZERO WIDTH SPACE"),
    (1, "a Cyrillic letter in an id", article("newspaper: northbridge-еcho\n"), [f"{A}:3:12 BAD_VALUE"], "CYRILLIC"),
    (1, "digits of another writing", article("published: ２０２１-03-04\n"), [f"{A}:4:12 DATE"], "plain digits"),
    (1, "a paragraph in octal", article("notes: [{p: 0o7, kind: context, text: x}]\n"), [f"{A}:8:13 PARAGRAPH"],
     "9-12"),
    (1, "a country that is a word for false", {P: "name: Luzhou\nlevel: city\ncountry: off\n"},
     [f"{P}:3:10 BAD_VALUE"], "ISO 3166-1"),
    # 2: files that are not ordinary files
    (2, "a folder", {"councils/x.yml": Path.mkdir}, ["councils/x.yml:0:0 UNREADABLE"], "not an ordinary file"),
    (2, "a pipe", {"councils/x.yml": os.mkfifo}, ["councils/x.yml:0:0 UNREADABLE"], "not an ordinary file"),
    (2, "a socket", {"councils/x.yml": listening}, ["councils/x.yml:0:0 UNREADABLE"], "ordinary file"),
    (2, "a link out of the archive", {"councils/x.yml": link("/etc/passwd")}, ["councils/x.yml:0:0 UNREADABLE"],
     "symbolic link"),
    (2, "a link to itself", {"pages/x.md": link("x.md")}, ["pages/x.md:0:0 UNREADABLE"], "symbolic link"),
    (2, "a device", {PICTURE: link("/dev/zero")}, [f"{PICTURE}:0:0 UNREADABLE"], "symbolic link"),
    (2, "what was verified, a gigabyte", {"verified.json": sparse(10**9)}, ["verified.json:0:0 SYNTAX"], "too large"),
    (2, "what was verified, brackets", {"verified.json": "[" * 100_000}, ["verified.json:0:0 SYNTAX"],
     "tasks.py verify"),
    # 3: names that collide or escape
    (3, "com1", {"councils/com1.yml": COUNCIL}, ["councils/com1.yml:0:0 MISPLACED", f"{C}:1:7 ALIKE"],
     "cannot be an id"),
    (3, "a picture nul", {"images/nul.png": png()}, ["images/nul.png:0:0 PICTURE"], "no device"),
    (3, "another ending", {"councils/x.yaml": COUNCIL}, ["councils/x.yaml:0:0 MISPLACED"], "records end in `.yml`"),
    (3, "a folder misspelt", {"council/x.yml": COUNCIL}, ["council:0:0 MISPLACED"], "did you mean `councils`?"),
    (3, "a folder in a folder", {"councils/sub/x.yml": COUNCIL}, ["councils/sub:0:0 MISPLACED"],
     "move anything else away"),
    (3, "an id that is not the name", partner("id: lu-zhou\n"), [f"{P}:4:5 MISPLACED"], "lu-zhou.yml"),
    (3, "a slug with a slash", slug("about/"), [f"{PAGE}:2:7 BAD_VALUE"], "did you mean `about`?"),
    (3, "a slug that is a full stop", slug("."), [f"{PAGE}:2:7 BAD_VALUE"], "hyphens"),
    # 4: what would run, load or lead somewhere
    *((4, m, page(m), [f"{PAGE}:4:1 ACTIVE_MARKUP"], "take it out") for m in ["<math>", "<video poster=x>",
       "<template>", "<b/onclick=x>", "<plaintext>"]),
    *((4, m, page(f"[a]({m})"), [f"{PAGE}:4:1 UNSAFE_ADDRESS"], "https://") for m in ["\\\\evil.example",
       "//evil.example", "https://bank.example@evil.example/", "https:/x", "blob:x"]),
    (4, "a link by reference", page("[a][b]\n\n[b]: javascript:x"), [f"{PAGE}:4:1 UNSAFE_ADDRESS"], "https://"),
    (4, "a script in a note", article("notes: [{kind: context, text: a <script>}]\n"), [f"{A}:8:31 ACTIVE_MARKUP"],
     "backticks"),
    *((4, u, article(f"url: '{u}'\n"), [f"{A}:8:6 BAD_VALUE"],
       "https://www.example.org") for u in ["https://user@evil.example/", "https://127.0.0.1/",
       "https://x.example:99999/", "https://x..example/", "data:x"]),
    (4, "a host of look-alike letters", article("url: https://аpple.example/\n"), [f"{A}:8:6 BAD_VALUE"], "CYRILLIC"),
    # 5: what would break out of a format (see also `test_hostile_values_break_out_of_no_format`)
    (5, "NUL by an escape", article('headline: "a\\0b"\n'), [f"{A}:2:11 ENCODING"], "U+0000"),
    (5, "no character", article('headline: "a\\uFFFFb"\n'), [f"{A}:2:11 ENCODING"], "U+FFFF"),
    (5, "a second line for RIS", article('headline: "a\\nER  - "\n'), [f"{A}:2:11 BAD_VALUE"], "One line of text"),
    (5, "a line end in a name", article('reviewed: {by: "a\\r\\nb", on: 2022-01-01}\n'), [f"{A}:8:16 BAD_VALUE"],
     "One line of text"),
    (5, "an escape for a terminal", article('headline: "a\\e[31mb"\n'), [f"{A}:2:11 ENCODING"], "U+001B"),
    # 6: facts
    (6, "a code of another nation", council("gss: S12000033\n"), [f"{C}:4:6 BAD_VALUE"], "begin with E"),
    (6, "a code of another country", partner("iso: FR-IDF\n"), [f"{P}:4:6 BAD_VALUE"], "in FR, not in CN"),
    (6, "a country of no code", {P: "name: Luzhou\nlevel: city\ncountry: UK\n"}, [f"{P}:3:10 BAD_VALUE"],
     "did you mean `GB`?"),
    (6, "a council in the sea", council("coordinates: {lat: -1.5, lon: 53.7}\n"), [f"{C}:4:20 BAD_VALUE"], "exchanged"),
    (6, "a successor of itself", council("abolished: 2022\nsuccessor: northbridge\n"), [f"{C}:5:12 CONTRADICTION"],
     "circle"),
    (6, "reviewed before it was published", article("reviewed: {by: A, on: 2020-01-01}\n"),
     [f"{A}:8:23 CONTRADICTION"], "before it was published"),
    (6, "a paragraph that is not there", article("notes: [{p: 6, kind: context, text: x}]\n"), [f"{A}:8:13 PARAGRAPH"],
     "has 5"),
    (6, "another number of paragraphs", article(f"source: {{sha256: {sha256(SOURCE.encode())}, paragraphs: 6}}\n"),
     [f"{A}:5:96 SOURCE_MISMATCH"], "write `paragraphs: 5`"),
    (6, "the newspaper's words as ours",
     article("summary: The town's link with Luzhou is over, councillors heard on Tuesday.\n"), [f"{A}:7:10 COPIED"],
     "our own words"),
    (6, "a dispute in which all agree", report(outcome="{disputed: [{value: ended, who: A}, {value: ended, who: B}]}"),
     [f"{A}:12:12 BAD_VALUE"], "nothing is disputed"),
    (6, "a whole text without licence", article("rights: permission\n"), [f"{A}:6:9 INCOMPLETE"], "licence"),
    # 7: pictures
    (7, "a JPEG called PNG", {PICTURE: b"\xff\xd8\xff\xe0" + b"\0" * 40}, [f"{PICTURE}:0:0 PICTURE"],
     "the file is a JPEG"),
    (7, "SVG called PNG", {PICTURE: "<svg onload='x'/>"}, [f"{PICTURE}:0:0 PICTURE"], "HTML, XML or SVG"),
    (7, "a PNG cut short", {PICTURE: png()[:-3]}, [f"{PICTURE}:0:0 PICTURE"], "damaged"),
    (7, "a PNG with more behind it", {PICTURE: png(more=b"PK\x03\x04")}, [f"{PICTURE}:0:0 PICTURE"], "holds more"),
    (7, "a PNG without a picture", {PICTURE: png(chunks=(b"IHDR", b"IEND"))}, [f"{PICTURE}:0:0 PICTURE"], "damaged"),
    (7, "a PNG with one bit wrong", {PICTURE: png().replace(b"\x08\0\0\0\0", b"\x08\0\0\0\1", 1)},
     [f"{PICTURE}:0:0 PICTURE"], "damaged"),
    (7, "a picture that unfolds", {PICTURE: png(width=100_000, height=100_000)}, [f"{PICTURE}:0:0 PICTURE"], "100,000"),
    (7, "a program", {PICTURE: b"MZ" + b"\0" * 99}, [f"{PICTURE}:0:0 PICTURE"], "a program for Windows"),
    (7, "a picture that is not there", page("![a](/images/b.png)"), [f"{PAGE}:4:1 PICTURE"],
     "nothing at /images/b.png"),
    # 8 is of the machine: see below
    # 9: what the archive had
    (9, "a council deleted", report() | {C: None}, [f"{A}:9:12 UNKNOWN_REFERENCE"],
     "add content/councils/northbridge.yml"),
    (9, "a newspaper deleted", {"newspapers/northbridge-echo.yml": None}, [f"{A}:3:12 UNKNOWN_REFERENCE"],
     "add content"),
    (9, "a partner renamed", report() | {P: None, "partners/lu-zhou.yml": PARTNER}, [f"{A}:10:12 UNKNOWN_REFERENCE"],
     "did you mean `lu-zhou`?"),
    (9, "an article renamed", {A: None, "articles/ta-0002.yml": BASE[ARTICLE]}, ["articles/ta-0002.yml:1:5 MISPLACED"],
     "ta-0001.yml"),
    (9, "half a merge", {A: f"<<<<<<< HEAD\n{BASE[ARTICLE]}=======\n>>>>>>> x\n"}, [f"{A}:1:1 SYNTAX"], "merge"),
    (9, "half a merge in a page", page("A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x"), [f"{PAGE}:5:1 SYNTAX"], "merge"),
    (9, "half a file", {A: str(BASE[ARTICLE])[:120]}, [f"{A}:5:9 SYNTAX"], "upwards"),
    (9, "a page that is still linked", page("[a]({filename}rights.md)"), [f"{PAGE}:4:1 BROKEN_LINK"],
     "no file pages/rights.md"),
    (9, "withdrawn without a reason", article("rights: withdrawn\n"), [f"{A}:6:9 INCOMPLETE"], "write both or neither"),
]  # fmt: skip

HELD_IN = {
    48: ["test_build.py::test_a_place_that_cannot_be_written_is_said_in_one_line",
         "test_build.py::test_what_a_killed_build_left_does_not_hinder_the_next",
         "test_build.py::test_a_site_moved_aside_when_the_build_was_killed_comes_back"],
    49: ["test_build.py::test_an_address_that_is_none_is_refused_before_anything_is_built"],
    50: ["test_bootstrap.py::test_old_python_is_told_where_to_get_a_newer_one",
         "test_bootstrap.py::test_failure_is_said_in_one_line_and_the_next_run_mends_it",
         "test_bootstrap.py::test_broken_venv_is_made_anew",
         "test_bootstrap.py::test_changed_lock_is_installed_in_place"],
    14: ["test_loading.py::test_a_mark_at_the_start_and_other_line_ends_change_nothing"],
    30: ["test_build.py::test_every_text_of_a_record_is_shown_as_it_stands"],
    31: ["test_build.py::test_no_text_of_a_record_becomes_an_element_or_an_attribute"],
    35: ["test_build.py::test_xml_and_json_give_hostile_text_back_as_it_was"],
    43: ["test_duplicates.py::test_one_address_may_be_written_in_several_ways"],
    45: ["test_markup.py::test_no_text_takes_longer_than_a_second"],
}  # fmt: skip
SHOWN_HERE = {7, 8, 14, 30, 31, 34, 35, 36, 37, 43, 44, 45, 49, 51, 52}
"""The lines that tests below hold, because the input is accepted, or is none of the archive's files."""


# --- What is refused ---------------------------------------------------------------------------------------------


def put(folder: Path, files: Files) -> Path:
    """Write the archive with files added, replaced or, where None, left out; give the content's folder."""
    content = folder / "content"
    for name in ("articles", "councils", "partners", "newspapers", "pages", "images", "../sources"):
        (content / name).mkdir(parents=True)
    for name, made in {**GOOD, "../sources/a.txt": SOURCE, **files}.items():
        path = content / name
        path.parent.mkdir(exist_ok=True)
        if callable(made):
            made(path)
        elif made is not None:
            path.write_bytes(made.encode() if isinstance(made, str) else made)
    return content


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, dict[str, str]]:
    """A site built of the archive as it should be, and the hashes of all that is in its folder."""
    folder = tmp_path_factory.mktemp("standing")
    site = built(put(folder, {}), folder / "site")
    return site, hashes(folder)


@pytest.fixture(autouse=True)
def _on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(*TODAY.timetuple()[:3], tzinfo=UTC).timestamp())))


def told(listing: str, content: Path) -> list[str]:
    """Read what a command listed as JSON; that evidence was never verified is not to the point."""
    below = f"{content}/"
    return sorted(
        f"{p['path'].removeprefix(below)}:{p['line']}:{p['column']} {Code(p['code']).name}"
        for p in json.loads(listing)
        if p["code"] != Code.NOT_VERIFIED
    )


CASES = [*REFUSED, *UNLISTED]
FIRST = {id(next(case for case in REFUSED if case[0] == number)) for number, *_ in REFUSED}
"""One case of each line is built too: a build asks the same gate."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1][:40]}")
def test_bad_input_is_told_with_all_else_and_nothing_built_is_lost(
    case: tuple[int, str, Files, list[str], str],
    standing: tuple[Site, dict[str, str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    _, _, files, places, says = case
    site, before = standing
    content = put(tmp_path, {**files, **BESIDE})
    listed = {path.name for path in tmp_path.iterdir()}
    began = time.process_time()
    status = check.run([], str(content), str(tmp_path / "sources"), "json")
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do
    out, err = capsys.readouterr()
    assert status == 1
    assert told(out, content) == sorted([*places, *TOLD_BESIDE])
    assert "Traceback" not in err
    if says:
        assert any(says in p["message"] + p["help"] for p in json.loads(out)), out
    assert all(p["help"] for p in json.loads(out))
    if id(case) in FIRST:
        status, err = run(content, site.folder, sources=tmp_path / "sources", form="json")
        assert status == 1
        assert told(capsys.readouterr().out, content) == sorted([*places, *TOLD_BESIDE])
        assert "Traceback" not in err
        assert hashes(site.folder.parent) == before
    assert {path.name for path in tmp_path.iterdir()} == listed


def test_every_line_of_the_list_has_a_case_and_every_class_five_more():
    assert {number for number, *_ in REFUSED} | SHOWN_HERE | set(HELD_IN) == set(range(1, 53))
    for number in (1, 2, 3, 4, 5, 6, 7, 9):
        assert sum(case[0] == number for case in UNLISTED) >= 5


@pytest.mark.parametrize("name", [name for names in HELD_IN.values() for name in names])
def test_what_is_held_elsewhere_is_held_there(name: str):
    module, _, test = name.partition("::")
    assert f"def {test}(" in (Path(__file__).parent / module).read_text("utf-8")


# --- What is accepted --------------------------------------------------------------------------------------------


def made(folder: Path, files: Files, today: date = TODAY) -> Mapping[str, str]:
    """Give every file of the site of the archive with these files, which has no error."""
    found = gate(put(folder, files), folder / "sources", today)
    assert errors(found.problems) == ()
    whole = files_of(found.archive)
    assert_sound(whole)
    return {name: text if isinstance(text, str) else text.decode("utf-8", "replace") for name, text in whole.items()}


def words(html: str, selector: str) -> str:
    node = LexborHTMLParser(html).css_first(selector)
    assert node is not None, selector
    return " ".join((node.text(deep=True) or "").split())


@pytest.mark.parametrize(("published", "shown"), [("1963", "1963"), ("1963-05", "May 1963")])
def test_7_a_year_or_a_month_is_shown_as_precisely_on_any_day(published: str, shown: str, tmp_path: Path):
    on_one_day = made(tmp_path / "a", article(f"published: '{published}'\n"))
    assert words(on_one_day["a/ta-0001/index.html"], ".kicker").endswith(f", {shown}")
    assert made(tmp_path / "b", article(f"published: '{published}'\n"), date(2031, 1, 31)) == on_one_day


def test_8_the_future_begins_after_the_day_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    content = put(tmp_path, {})
    for epoch, status in (("1614902400", 0), ("1609459200", 1)):  # 5 March and 1 January 2021
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert check.run([], str(content), str(NO_SOURCES)) == status
    assert "in the future" in capsys.readouterr().err


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_14_a_mark_and_other_line_ends_change_nothing(mark: str, end: str, tmp_path: Path):
    files = page("Words.\n\n- a\n- b") | {A: BASE[ARTICLE]}
    other = {name: (mark + str(text).replace("\n", end)).encode() for name, text in files.items()}
    assert made(tmp_path / "a", files) == made(tmp_path / "b", other)


HOSTILE = ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "</title><b>", '"><svg onload=x>',
           "a]]>", "--><zz-9>", "=HYPERLINK(1)", "}{@x{\\input{x}", "TY  - X", "&#60;zz-9>",
           "{{ 7*7 }} {% include '/etc/passwd' %}"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_break_out_of_no_format(text: str, tmp_path: Path):
    """Lines 30, 31, 35, 36 and 44: the value is shown as text, whichever field it is, in whatever is made of it."""
    said = json.dumps(text)
    files = made(
        tmp_path,
        article(
            f"headline: {said}\nsummary: {said}\nbyline: [{{agency: {said}}}, {{person: {{family: {said}}}}}]\n"
            f"section: {said}\nstatements: [{{name: {said}, stance: neutral, gist: {said}, role: {said},"
            " evidence: [{p: 2, quote: link with Luzhou}]}]\n"
        )
        | {"newspapers/northbridge-echo.yml": f"name: {said}\nplace: {said}\n"}
        | {C: f"name: {said}\ntype: county\nnation: wales\n", P: f"name: {said}\nlevel: city\ncountry: CN\n"}
        | {PAGE: f"Title: {said}\nSlug: about\nSummary: {said}\n\nWords.\n"},
    )
    html = files["a/ta-0001/index.html"]
    shown = " ".join(text.split())
    assert words(html, "h1") == words(files["about/index.html"], "h1") == shown
    assert words(html, "title").startswith(shown)
    assert words(html, "#summary + p") == words(files["councils/northbridge/index.html"], "h1") == shown
    for data in LexborHTMLParser(html).css("script"):
        assert text in json.dumps(json.loads(data.text()), ensure_ascii=False).replace("\\\\", "\\").replace('\\"', '"')
    assert json.loads(files["a/ta-0001/record.json"])["headline"] == text
    assert json.loads(files["a/ta-0001/cite.csl.json"])[0]["title"] == text
    atom = "{http://www.w3.org/2005/Atom}"
    entry = ET.fromstring(files["feed.xml"]).find(f"{atom}entry")
    assert entry is not None
    assert entry.findtext(f"{atom}title") == text
    row = next(csv.DictReader(io.StringIO(files["data/articles.csv"], newline="")))
    assert row["title"].removeprefix("'") == text
    assert row["title"][0] not in "=+-@"
    assert [line[:5] for line in files["a/ta-0001/cite.ris"].splitlines()].count("TY  -") == 1


@pytest.mark.parametrize("line_end", ["\u2028", "\u2029"])
def test_35_a_line_separator_is_read_back_as_it_was(line_end: str, tmp_path: Path):
    files = made(tmp_path, article(f'summary: "a{line_end}b"\n'))
    assert json.loads(files["a/ta-0001/record.json"])["summary"] == f"a{line_end}b"
    for data in LexborHTMLParser(files["a/ta-0001/index.html"]).css("script"):
        json.loads(data.text())


def test_37_a_picture_that_says_nothing_may_say_so(tmp_path: Path):
    html = made(tmp_path, page("![decorative](/images/a.png)") | {PICTURE: png()})["about/index.html"]
    assert '<img src="../images/a.png" alt=""' in html


def test_43_nearly_the_same_text_is_a_warning(tmp_path: Path):
    summary = "Northbridge Council has voted to end its twinning with Luzhou after a debate in which everybody spoke"
    outline = "".join(
        f"- {{p: {p}, text: The council debated the matter number {p} for many hours and came to no end of it}}\n"
        for p in (1, 2, 3, 4)
    )
    fields = f"summary: {summary}.\noutline:\n{outline}"
    one = with_fields(str(BASE[ARTICLE]), fields)
    other = with_fields(one, "id: ta-0002\nheadline: Another\nsource: {sha256: %s, paragraphs: 5}\n" % ("a" * 64))
    found = gate(put(tmp_path, {A: one, "articles/ta-0002.yml": other}), None, TODAY)
    assert [(Path(p.path).name, p.code) for p in found.problems] == [("ta-0002.yml", Code.ALIKE)]


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% include '/etc/passwd' %}", "${7*7}", "<%= 7*7 %\\>"])
def test_44_what_templates_would_run_is_words_in_a_page(text: str, tmp_path: Path):
    shown = words(made(tmp_path, page(text))["about/index.html"], ".prose")
    assert "49" not in shown
    assert "root:" not in shown
    assert "7*7" in shown or "/etc/passwd" in shown


@pytest.mark.parametrize("unit", ["[", "![", "<a ", "[^1]", "`", "*a ", "[a](", "<!--", "\\", "|a"])
@pytest.mark.parametrize("where", ["page", "note"])
def test_45_20_kilobytes_of_marks_take_no_second(unit: str, where: str, tmp_path: Path):
    many = unit * (20_000 // len(unit))
    if where == "page":
        content = put(tmp_path, page(many))
    else:
        content = put(tmp_path, article(f"notes:\n- kind: context\n  text: {json.dumps(many[:5000])}\n"))
    began = time.process_time()
    gate(content, tmp_path / "sources", TODAY)
    assert time.process_time() - began < 5  # a second is allowed, on a machine with nothing else to do


@pytest.mark.parametrize(
    "address", ["archive.example.org", "https://archive.example.org/", "ftp://x.example", "https://", "/archive"]
)
def test_49_an_address_that_is_none_is_wrong_usage(address: str, standing: tuple[Site, dict[str, str]], tmp_path: Path):
    site, before = standing
    status, said = run(put(tmp_path, BESIDE), site.folder, siteurl=address)
    assert status == 2
    assert "--siteurl" in said
    assert hashes(site.folder.parent) == before


def test_51_the_gates_time_grows_in_proportion(tmp_path: Path):
    taken = []
    for number in (60, 240):
        write_archive(tmp_path / str(number), number)
        gate(tmp_path / str(number), None, TODAY)
        began = time.process_time()
        gate(tmp_path / str(number), None, TODAY)
        taken.append(time.process_time() - began)
    assert taken[1] < 10 * taken[0]


@pytest.mark.parametrize(
    ("lang", "headline"), [("cy", "Gefeillio â Luzhou yn dod i ben"), ("ar", "إنهاء التوأمة"),
     ("ru", "Конец побратимства"), ("en-GB", "🎉🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
)  # fmt: skip
def test_52_other_writings_have_a_lasting_address_and_say_their_language(lang: str, headline: str, tmp_path: Path):
    files = made(
        tmp_path,
        article(f"headline: {headline}\nlanguage: {lang}\n")
        | {"pages/حول.md": f"Title: {headline}\nLang: {lang}\n\nx\n"},
    )
    heading = LexborHTMLParser(files["a/ta-0001/index.html"]).css_first("h1")
    assert heading is not None
    assert heading.text() == headline
    assert heading.attributes == ({} if lang == "en-GB" else {"lang": lang, "dir": "auto"})
    head = LexborHTMLParser(files["hwl/index.html"]).css_first(".prose")
    assert head is not None
    assert head.attributes.get("dir") == {"cy": "ltr", "ar": "rtl", "ru": "ltr", "en-GB": None}[lang]


# --- The machine: class 8 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1e9", "9" * 30, "٣"])
def test_a_clock_that_is_none_is_wrong_usage(
    epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert check.run([], str(put(tmp_path, {})), str(NO_SOURCES)) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a folder", "ä#%20?", "..x", "-x", "new\nline", "\u202ex", "x" * 200])
def test_a_folder_of_any_name_is_checked_the_same(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = put(tmp_path / name, BESIDE)
    assert check.run([], str(content), str(NO_SOURCES)) == 1
    said = capsys.readouterr().err
    assert "1 warning" not in said
    assert "error[TW020]" in said
    assert "error[TW020]" in said


@pytest.mark.parametrize("how", [["--format", "github"], ["--format", "json"], []])
def test_a_terminal_that_knows_only_ascii_ends_nothing(how: list[str], tmp_path: Path):
    content = put(tmp_path, article("headline: “é”: 南宁 😀: x\n"))
    done = subprocess.run(
        [sys.executable, str(ROOT / "tasks.py"), "check", "--content", str(content), *how],
        env={"PATH": os.environ["PATH"], "TWINNING_NO_VENV": "1"}
        | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"TW010" in done.stderr + done.stdout


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_who_reads_no_further_ends_nothing(stream: str, tmp_path: Path):
    content = put(tmp_path, BESIDE)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, str(ROOT / "tasks.py"), "check", "--content", str(content), "--format", "json"],
            env=os.environ | {"TWINNING_NO_VENV": "1"},
            check=False,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writing},
        )
    finally:
        os.close(writing)
    assert done.returncode in {1, 130}
    assert b"Traceback" not in (done.stdout or b"") + (done.stderr or b"")
