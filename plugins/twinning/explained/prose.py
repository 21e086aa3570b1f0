"""Problems of prose pages and of the Markdown in notes: TW070 to TW079."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry, Files

_ABOUT = "content/pages/about.md"
_HEAD = "Title: About\nSlug: about\n\n"


def _page(text: str) -> Files:
    return {_ABOUT: _HEAD + text}


ENTRIES = (
    Entry(
        code=Code.FRONT_MATTER,
        remedy="Begin the file with its fields, `Title:` at least, and put a blank line after them. They may stand "
        "between two lines of `---` instead; then both must be there.",
        bad={_ABOUT: "---\nTitle: About\n\nAn invented archive.\n"},
        good={_ABOUT: "---\nTitle: About\n---\n\nAn invented archive.\n"},
    ),
    Entry(
        code=Code.ACTIVE_MARKUP,
        remedy="Take it out. To show such markup to readers, put it in backticks or in a block of code.",
        bad=_page("Look: <script>alert(1)</script>\n"),
        good=_page("Look: `<script>alert(1)</script>`\n"),
    ),
    Entry(
        code=Code.RAW_HTML,
        remedy="Write Markdown instead. Of HTML, only elements that mark words may stand within a line, such as "
        "`<abbr>`, `<kbd>` and `<sub>`, each ended in its own paragraph.",
        bad=_page("<div>An invented archive.</div>\n"),
        good=_page('An invented <abbr title="collection of records">archive</abbr>.\n'),
    ),
    Entry(
        code=Code.UNSAFE_ADDRESS,
        remedy="Write a whole address with `https://`, the way to a page of the archive, or `mailto:` and an address. "
        "Nothing may stand in it that a browser drops or reads otherwise than it looks.",
        bad=_page("[Click here](javascript:alert(1)).\n"),
        good=_page("[Click here](https://archive.example/).\n"),
    ),
    Entry(
        code=Code.BROKEN_LINK,
        remedy="Correct the address, or name the file of the content with `{filename}` before it. Addresses of pages "
        "end with a slash. A heading has a fragment only if it is given one: `## Words {#words}`.",
        bad=_page("See [the article][it].\n\n[it]: /a/ta-0002/\n"),
        good=_page("See [the article][it].\n\n[it]: /a/ta-0001/#p3\n"),
    ),
    Entry(
        code=Code.PICTURE,
        remedy="Put a PNG or JPEG file into `content/images/`, under a name of a-z, 0-9 and hyphens, and write "
        "`{static}/images/` before it. No picture is loaded from another host: that would tell it who reads the page. "
        "A note holds no pictures.",
        bad=_page("![A map](https://maps.example/map.png)\n"),
        good=_page("[A map](https://maps.example/map.png)\n"),
    ),
    Entry(
        code=Code.NO_WORDS,
        remedy="Describe the picture, or say with `decorative` as its words that it shows nothing that matters; give "
        "the link words.",
        bad=_page("See [][them].\n\n[them]: /councils/\n"),
        good=_page("See [the councils][them].\n\n[them]: /councils/\n"),
    ),
    Entry(
        code=Code.FOOTNOTE,
        remedy="Name each footnote in the text, `[^1]`, and tell it once, on a line that begins with `[^1]:`.",
        bad=_page("It began in 1986.[^1]\n"),
        good=_page("It began in 1986.[^1]\n\n[^1]: The charter says so.\n"),
    ),
    Entry(
        code=Code.DEEP_MARKUP,
        remedy="Write it flatter. A text with more than 100,000 parts wants to be several pages.",
        bad=_page(f"{'> ' * 50}An invented archive.\n"),
        good=_page("> > An invented archive.\n"),
    ),
    Entry(
        code=Code.NOT_SANITARY,
        remedy="Look for HTML and for marks that cross each other, and take them out. And please report it: this "
        "should have been told as another problem, at its place.",
        held_by="tests/test_markup.py::test_what_the_sanitiser_would_change_is_an_error",
    ),
)
