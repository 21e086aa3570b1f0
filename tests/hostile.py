"""Text that would break out of the formats the archive is exported in, if it were not written as each format wants."""

import json

from hypothesis import strategies as st

from twinning.loading.files import FORBIDDEN

SNIPPETS = (
    *("'", '"', "<", ">", "&", "&amp;", "&#60;", "&lt", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "<?x ?>"),
    *('"><img src=x onerror=alert(1)>', "' onload='x", "<b>", "</title>", "</textarea>", "<plaintext>", "`", "´"),
    *("\\", "\\\\", "\\'", "\\u003c", "{", "}", "}}{", "{{ 7*7 }}", "{% raw %}", "{#", "%", "%s", "%(a)s", "%22"),
    *("$", "${x}", "$1", "\\1", "#", "_", "~", "^", "--", "``", "''", "@article{x,", " and ", ", ", "Jr", " and"),
    *("TY  - NEWS", "ER  - ", "  - ", "; ", ";=1+1", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "|", ","),
    *("\u2028", "\u2029", "\x85", "\xa0", "\u200b", "\ufffc", "\ufdd0", "\U0001fffe", "\U0010ffff", "\t", "  "),
    *("é", "e\u0301\u0323", "שלום", "مرحبا", "\u200f", "城市", "𝔘𝔫𝔦", "😀", "👩‍🚒", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "ﷺ", "İ", "ß"),
)
"""What ends a value, begins another, or reads as a command, in one format or another; and letters of many kinds."""
ENDS_LINES = ("\n", "\r", "\r\n", "\n\n", "\nER  - \r\n", "\n=1+1", "\n- ")

_NEVER = "".join(c for c in map(chr, range(0x10000)) if FORBIDDEN.match(c))
"""What the loader refuses in every file and every escape."""


def texts(longest: int, *, lines: bool = False) -> st.SearchStrategy[str]:
    """Give texts that a record may hold, of at most so many characters; of several lines where those are allowed."""
    never = _NEVER if lines else _NEVER + "\n\r"
    letters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=never), max_size=8)
    pieces = st.sampled_from((*SNIPPETS, *ENDS_LINES) if lines else SNIPPETS)
    whole = st.lists(pieces | letters, min_size=1, max_size=12).map("".join)
    return whole.map(lambda text: text[:longest]).filter(str.strip)


EVERYTHING = "".join(s for s in SNIPPETS if s not in {" and ", "TY  - NEWS"})[:400]
"""Nearly all of it in one line."""


def quoted(data: object) -> str:
    """Write a record as YAML that is JSON, too; YAML 1.1 takes three more characters for the ends of lines."""
    text = json.dumps(data, ensure_ascii=False)
    for sign in "\x85\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"{text}\n"
