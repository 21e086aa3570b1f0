"""The capitals of English titles: every word but the short ones, as citeproc-js gives them.

A port of `CSL.Output.Formatters`. A word that has a capital is left as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SMALL = (  # noqa: SIM905  it is read, not counted
    "about above across afore after against al along alongside amid amidst among amongst anenst apropos apud around as "
    "aside astride at athwart atop barring before behind below beneath beside besides between beyond but by circa "
    "despite down during et except for forenenst from given in inside into lest like modulo near next notwithstanding "
    "of off on onto out over per plus pro qua sans since than through throughout thruout till to toward towards under "
    "underneath until unto up upon versus vs. v. vs v via vis-à-vis with within without or yet so and nor a an the de "
    "d' von van c ca"
).split()
_SMALL_WORD = re.compile(r"(?:[?!:]*\s+|-|^)(?:" + "|".join(_SMALL) + r")(?=[!?:]*\s+|-|$)")
"""As citeproc-js has it, its full stops standing for any character."""
_TAG = re.compile(
    '([-–—/.,;?!:‘’“”"\'()\\[\\]]| ["\']|<span style="font-variant: small-caps;">'
    '|<span class="no(?:case|decor)">|</span>|</?(?:i|sc|b|sub|sup)>)'
)
_PLAIN_SPAN = re.compile(r"(<span)\s+(class=\"no(?:case|decor)\")[^>]*(>)")
_SMALL_CAPS = re.compile(r"(<span)\s+(style=\"font-variant:)\s*(small-caps);?(\")[^>]*(>)")
_SPACES = re.compile("([\u00a0\u0020\u2000-\u200b\u205f\u3000]+)")
_KEPT = {
    '<span style="font-variant: small-caps;">': "</span>",
    '<span class="nocase">': "</span>",
    '<span class="nodecor">': "</span>",
    "<sc>": "</sc>",
    "<sub>": "</sub>",
    "<sup>": "</sup>",
}
"""Markup within which nothing is given capitals, with its end."""
_OPENERS = {' "': (" '", '"'), " '": (' "', "'"), "‘": ("‘", "’"), "“": ("“", "”")}
"""An opening quotation mark: the one that may open within it, and the one that ends it."""
_QUOTES = frozenset({*"‘’“”\"'", ' "', " '"})


def title_case(text: str) -> str:
    """Give a title with the capitals of English titles."""
    return _Title(text).text()


def capitalise_first(text: str) -> str:
    """Give a text whose first word has a capital, unless it has one anywhere."""
    if text[:1].isupper() and "<" not in text:
        return text
    title = _Title(text)
    title.only_first = True
    return title.text()


@lru_cache(maxsize=1 << 14)
def _is_small(word: str) -> bool:
    return _SMALL_WORD.search(word) is not None


@lru_cache(maxsize=1 << 14)
def _capital(word: str) -> str:
    lead = len(word) - len(word.lstrip())
    if lead == len(word) or ("\u0370" <= word[lead] <= "\u03ff" and lead + 1 == len(word)):
        return word
    return word[:lead] + word[lead].upper() + word[lead + 1 :]


class _Title:
    def __init__(self, text: str) -> None:
        self.only_first = False
        self._is_first = True
        self._after_mark = False
        self._last: tuple[int, int] | None = None
        """The last word that may want a capital: which string, which word of it."""
        if "<" in text:
            text = _PLAIN_SPAN.sub(r"\1 \2\3", text)
            text = _SMALL_CAPS.sub(r"\1 \2 \3;\4\5", text)
        pieces = _TAG.split(text)
        self._strings, self._tags = pieces[::2], pieces[1::2]
        if "'" in self._tags:
            for i, tag in enumerate(self._tags):
                if tag == "'" and self._strings[i + 1]:
                    self._strings[i + 1] = "'" + self._strings[i + 1]
                    self._tags[i] = ""
        self._original = list(self._strings)

    def text(self) -> str:  # noqa: C901  one walk, as citeproc-js has it
        strings, tags = self._strings, self._tags
        if strings[0].strip():
            strings[0] = self._words(strings[0], 0, tags[0] if tags else "")
        kept: list[str] = []
        quotes: list[tuple[str, str, int | None]] = []
        for i, tag in enumerate(tags):
            string = strings[i + 1]
            if tag in _KEPT:
                kept.append(_KEPT[tag])
            elif kept and tag == kept[-1]:
                kept.pop()
            if not self.only_first and tag[-1:] in {"!", "?", ":"} and tag:
                self._after_mark = True
            if not kept:
                strings[i + 1] = self._words(string, i + 1, "")
            elif strings[i + 1].strip():
                self._last = None
            if tag in _QUOTES:
                self._restore(_quote(quotes, tag, i))
            if string.strip():
                self._is_first = self._after_mark = False
        for _, _, position in quotes:
            self._restore(position, forget=False)
        if not self.only_first:
            self._capital_last()
        pieces = [strings[0]]
        for tag, string in zip(tags, strings[1:], strict=True):
            pieces += (tag, string)
        return "".join(pieces)

    def _restore(self, position: int | None, *, forget: bool = True) -> None:
        """Give the string after a mark that is an apostrophe its own first letter again."""
        if position is None:
            return
        self._strings[position + 1] = self._original[position + 1][:1] + self._strings[position + 1][1:]
        if forget:
            self._last = None

    def _words(self, string: str, at: int, following: str) -> str:
        if not string.strip() and not self.only_first:
            return string
        words = _SPACES.split(string)  # and the spaces between them
        last = len(words) - 1
        for j in range(0, last + 1, 2):
            word = words[j]
            if not word:
                continue
            lower = word.lower()
            if self.only_first:
                if self._is_first:
                    words[j] = _capital(word) if word == lower else word
                    self._is_first = False
                    break
                continue
            if word == lower and (
                self._is_first
                or self._after_mark
                or (len(word) > 1 and not _is_small(lower))
                or (j == last and following == "-")
            ):
                words[j] = _capital(word)
            self._is_first = self._after_mark = False
            self._last = (at, j)
        return "".join(words)

    def _capital_last(self) -> None:
        if self._last is None:
            return
        at, j = self._last
        words = _SPACES.split(self._strings[at])
        if len(words[j]) > 1 and _is_small(words[j].lower()):
            words[j] = _capital(words[j])
            self._strings[at] = "".join(words)


def _quote(quotes: list[tuple[str, str, int | None]], tag: str, position: int) -> int | None:
    """Open or close a quotation. Gives where a mark stands that turned out to be none."""
    if tag in _OPENERS:
        within, end = _OPENERS[tag]
        if not quotes or tag == quotes[-1][0]:
            quotes.append((within, end, position))
            return None
        _, _, before = quotes.pop()
        quotes.append((within, end, None))
        return before
    if quotes and tag == quotes[-1][1]:
        quotes.pop()
        return None
    return position
