"""Parts of pages that many pages share, each made once.

An entry of a timeline stands on its article's page, its neighbours', its partnership's, its council's, its partner's
and the whole timeline; only the way back to the root differs. Made in Python for the same reason as `body`: there are
several for every article, and they were a third of a build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from jinja2 import Environment
from markupsafe import Markup

from ..html import text
from .moments import ListedArticle, ListedMention, ListedPartnership, MomentView, Words
from .proven import Proven

UNREVIEWED = ' <span class="mark">Machine-read, not reviewed</span>'
T = TypeVar("T")
_ROOT = "\0"
"""Stands for the way back to the site's root in what is made once: no record can hold it."""


class Fragments:
    """Makes shared parts; the same arguments give the same text."""

    def __init__(self, environment: Environment, prose: list[tuple[str, str]]) -> None:
        """Begin with nothing made. `prose` lists the prose pages, title and path, for the furniture."""
        self._environment = environment
        self._prose = prose
        self._made: dict[str, dict[object, str]] = defaultdict(dict)
        self._furniture: dict[tuple[str, str], Markup] = {}

    def furniture(self, name: str, root: str) -> Markup:
        """Render a template that is the same on every page of a depth: masthead, colophon."""
        found = self._furniture.get((name, root))
        if found is None:
            made = self._environment.get_template(name).render(root=root, prose=self._prose)
            made = made.replace(">\n<", "><")  # every page would carry some forty ends of lines
            found = self._furniture[name, root] = Markup(made)  # noqa: S704  Jinja has escaped what is in it
        return found

    def timeline(self, moments: Sequence[MomentView], root: str, *, whom: bool = True) -> Markup:
        """Give a timeline. `whom` names the partnership of each entry."""
        # The views are made once each (`Listing`), so that their identity is theirs for good.
        entries = self._joined(
            "moments" if whom else "own", moments, map(id, moments), _moment if whom else _own_moment
        )
        return _markup(f'<ol class="timeline">\n{entries}</ol>', root)

    def articles(self, listed: Sequence[ListedArticle], root: str) -> Markup:
        """Give a list of articles."""
        entries = self._joined("articles", listed, [a.id for a in listed], _article)
        return _markup(f'<ul class="list">\n{entries}</ul>', root)

    def partnerships(self, listed: Sequence[ListedPartnership], root: str, show: str = "both") -> Markup:
        """Give a table of partnerships; `show` is the side to show, "council", "partner" or "both"."""
        rows = self._joined(f"rows {show}", listed, [p.href for p in listed], lambda p: _partnership(p, show))
        council = '<th scope="col">Council</th>' if show != "partner" else ""
        partner = '<th scope="col">Partner</th>' if show != "council" else ""
        return _markup(
            f'<table class="partnerships">\n<thead><tr>{council}{partner}<th scope="col">Where it stands</th>'
            f'<th scope="col">As of</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>',
            root,
        )

    def standings(self, listed: Sequence[ListedPartnership], root: str, show: str) -> Markup:
        """Give partnerships with the sentence that says where each stands, and the words that prove it."""
        return _markup(f'<ul class="list">\n{"".join([_standing(p, show) for p in listed])}</ul>', root)

    def links(self, listed: Sequence[ListedPartnership], root: str) -> Markup:
        """Give partnerships by their partners' names, as short as a list beside a map must be."""
        return _markup(f'<ul class="ways links">\n{"".join([_link(p) for p in listed])}</ul>', root)

    def proven(self, sentences: Sequence[Proven], root: str) -> Markup:
        """Give sentences, the first of which leads, each with the words that prove it."""
        return _markup("".join([_proven(s, leads=not n) for n, s in enumerate(sentences)]), root)

    def mentions(self, listed: Sequence[ListedMention], root: str) -> Markup:
        """Give what articles report that somebody said or wanted."""
        return _markup(f'<ul class="list">\n{"".join([_mention(m) for m in listed])}</ul>', root)

    def words(self, quoted: Sequence[Words], root: str) -> Markup:
        """Give quotations with the paragraphs they stand in."""
        return _markup(_words(quoted), root)

    def _joined(self, kind: str, things: Sequence[T], keys: Iterable[object], make: Callable[[T], str]) -> str:
        """Give the texts of things, one after another; each thing of a kind is made once, and known by its key."""
        made = self._made[kind]
        wanted = list(keys)
        try:
            return "".join([made[key] for key in wanted])
        except KeyError:
            for key, thing in zip(wanted, things, strict=True):
                if key not in made:
                    made[key] = make(thing)
            return "".join([made[key] for key in wanted])


def state(term: str, label: str) -> str:
    """Give a state's mark: its word, with a shape and a colour by its term."""
    return f'<span class="state state-{text(term)}">{text(label)}</span>'


def _markup(made: str, root: str) -> Markup:
    return Markup(made.replace(_ROOT, root))  # noqa: S704  every value in it was escaped where it stands


def _time(words: str, iso: str | None) -> str:
    return f'<time datetime="{iso}">{text(words)}</time>' if iso else text(words)


def _words(quoted: Sequence[Words]) -> str:
    return " ".join(
        [
            f'<q>{text(quote)}</q> <a href="{_ROOT}{href}" aria-label="Paragraph {p}">¶\u00a0{p}</a>'
            for quote, p, href in quoted
        ]
    )


def _moment(moment: MomentView) -> str:
    return _entry(moment, f'<span class="whom">{text(moment.whom)}:</span> ' if moment.whom else "")


def _own_moment(moment: MomentView) -> str:
    """Give a moment in the timeline of the partnership that it concerns."""
    return _entry(moment, "")


def _entry(moment: MomentView, named: str) -> str:
    # No <time datetime>: Zotero takes the first one of a page for the date of an article that has none.
    what = state(moment.state, moment.what) if moment.state else text(moment.what)
    if moment.words:
        where = _words(moment.words)
    elif moment.p:
        where = f'<a href="{_ROOT}{moment.href}" aria-label="Paragraph {moment.p}">¶\u00a0{moment.p}</a>'
    else:
        where = f'<a href="{_ROOT}{moment.href}">{moment.article.upper()}</a>'
    kind = ' class="report"' if moment.state else ""
    return (
        f'<li{kind}><p class="when">{text(moment.date)}</p>\n<div>\n<p>{named}{what}</p>\n'
        f'<p class="by">{where} <cite>{text(moment.newspaper)}</cite>'
        f"{'' if moment.is_reviewed else UNREVIEWED}</p>\n</div></li>\n"
    )


def _article(article: ListedArticle) -> str:
    language = f' lang="{text(article.language)}" dir="auto"' if article.language != "en-GB" else ""
    outcomes = " · ".join([f"{text(pair)}: {state(term, label)}" for term, label, pair in article.outcomes])
    unread = "" if article.is_reviewed else UNREVIEWED
    below = f'<p class="by">{outcomes}{unread}</p>\n' if outcomes or unread else ""
    if article.context:
        below += f'<span class="Z3988" title="{text(article.context)}"></span>\n'
    return (
        f'<li>\n<p class="kicker"><cite>{text(article.newspaper)}</cite>, {_time(article.date, article.iso)}</p>\n'
        f'<p class="title"><a href="{_ROOT}{article.href}"{language}>{text(article.title)}</a></p>\n{below}</li>\n'
    )


def _mention(mention: ListedMention) -> str:
    article = mention.article
    about = f'<p class="aside">Described as {text(mention.about)}.</p>\n' if mention.about else ""
    return (
        f'<li>\n<p class="kicker"><cite>{text(article.newspaper)}</cite>, {_time(article.date, article.iso)}</p>\n'
        f'<p>{text(mention.gist)} <span class="stance">{mention.stance}</span></p>\n'
        f'<p class="by">{_words(mention.words)} <a href="{_ROOT}{mention.href}">{text(article.title)}</a></p>\n'
        f"{about}</li>\n"
    )


def _standing(listed: ListedPartnership, show: str) -> str:
    name = listed.partner if show == "partner" else listed.council
    local = ""
    if listed.local_name and show == "partner":
        local = f' <span lang="{text(listed.local_lang)}" class="local">{text(listed.local_name)}</span>'
    words = f'<p class="by">{_words(listed.words)}</p>\n' if listed.words else ""
    return (
        f'<li>\n<h3><a href="{_ROOT}{listed.href}">{text(name)}</a>{local} {state(listed.state, listed.label)}</h3>\n'
        f"<p>{text(listed.sentence)}</p>\n{words}</li>\n"
    )


def _link(listed: ListedPartnership) -> str:
    return (
        f'<li><a href="{_ROOT}{listed.href}">{text(listed.partner)}</a> '
        f'<span class="remark">{text(listed.council)}</span> '
        f"{state(listed.state, listed.label)}</li>\n"
    )


def _proven(said: Proven, *, leads: bool) -> str:
    words = f'\n<p class="by">{_words(said.words)} <cite>{text(said.source)}</cite></p>' if said.words else ""
    kind = ' class="lead"' if leads else ""
    return f"<p{kind}>{text(said.sentence)}</p>{words}\n"


def _partnership(listed: ListedPartnership, show: str) -> str:
    local = ""
    if listed.local_name:
        local = f' <span lang="{text(listed.local_lang)}" class="local">{text(listed.local_name)}</span>'
    link = f'<a href="{_ROOT}{listed.href}">'
    if show == "council":
        names = f'<th scope="row">{link}{text(listed.council)}</a></th>'
    else:
        other = "" if show == "partner" else f"<td>{text(listed.council)}</td>\n"
        names = f'{other}<th scope="row">{link}{text(listed.partner)}</a>{local}</th>'
    words = f' <span class="by">{_words(listed.words[:1])}</span>' if listed.words else ""
    words += "" if listed.is_reviewed else UNREVIEWED
    return f"<tr>\n{names}\n<td>{state(listed.state, listed.label)}{words}</td>\n<td>{text(listed.dated)}</td>\n</tr>\n"
