"""The metadata in an article's head, tag for tag as Zotero, Citoid and Hypothesis were seen to read it.

The order and choice of tags follow the measurements of `citing.md` §1: Dublin Core, PRISM, `z:` and OpenGraph, never
`citation_*`; one `DC.type` only; `article:published_time` only where the newspaper's own date is plain. A name and a
property stand in elements of their own: Zotero's translator looks at a `property` only where there is no `name`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from markupsafe import Markup

from .. import edtf
from ..html import text
from .dating import for_zotero
from .item import Item, inverted
from .linked import brief

_encode = msgspec.json.Encoder().encode

Meta = tuple[str, str, str]
"""One `meta` element: "name" or "property", what it is called, its content."""


class Link(NamedTuple):
    """One `link` element; each relation stands in an element of its own, for some readers take only the first."""

    rel: str
    href: str
    type: str = ""


FILES = (
    ("record.jsonld", "application/ld+json"),
    ("cite.csl.json", "application/vnd.citationstyles.csl+json"),
    ("cite.ris", "application/x-research-info-systems"),
    ("cite.bib", "application/x-bibtex"),
)
"""The files beside every article that describe it, with their media types."""

DESCRIBING_LISTS = FILES[1:]
"""Those beside every page that lists articles and has a feed: the citations of all of them."""


def head_title(item: Item) -> str:
    """Give the page's title: HEADLINE (NEWSPAPER, 17 March 2011) – Twinning Archive."""
    date = f", {item.date.words}" if item.date else ""
    return f"{item.article.title} ({item.newspaper.name}{date}) – {item.archive}"


def description(item: Item) -> str:
    """Give the article in a sentence or two; of one that was withdrawn, what it was, the day and the reason."""
    withdrawn = item.article.withdrawn
    if withdrawn is None:
        return item.article.summary
    date = f" of {item.date.words}" if item.date else ""
    day = edtf.parse(withdrawn.on).words
    return f"An article of the {item.newspaper.name}{date}, withdrawn from the archive on {day}: {withdrawn.reason}"


def metas(item: Item, host: str, rights: str) -> list[Meta]:
    """Give the article's `meta` elements, in order; those without content are left out."""
    date = for_zotero(item.date) or ""
    article, newspaper = item.article, item.newspaper
    pages = item.pages or ("", "")
    said = description(item)
    named = [
        ("description", said),
        ("DC.type", "newspaperArticle"),
        ("DC.title", article.title),
        *(("DC.creator", inverted(author)) for author in article.byline),
        ("DC.source", newspaper.name),
        ("DC.publisher", newspaper.publisher),
        ("DC.date", date),
        ("DC.language", article.language),
        ("DC.rights", rights),
        ("DC.identifier", article.id),
        ("DC.relation.isPartOf", host),
        ("DCTERMS.abstract", "" if article.withdrawn else said),
        ("prism.publicationName", newspaper.name),
        ("prism.issn", newspaper.issn),
        ("prism.startingPage", pages[0]),
        ("prism.endingPage", pages[1]),
        ("prism.edition", article.edition),
        ("z:itemType", "newspaperArticle"),
        ("z:place", newspaper.place),
        ("z:section", article.section),
        ("z:archive", item.archive),
        ("z:archiveLocation", item.call_number),
        ("z:extra", "\n".join(item.whereabouts)),
    ]
    owned = [
        ("og:type", "article"),
        ("og:title", article.title),
        ("og:site_name", item.archive),
        ("og:url", item.permalink),
        ("og:description", said),
        ("article:published_time", item.date.iso if item.date else None),
        ("article:section", article.section),
    ]
    return [
        *[("name", name, content) for name, content in named if content],
        *[("property", name, content) for name, content in owned if content],
    ]


def links(item: Item, licence: str) -> list[Link]:
    """Give the article's `link` elements after the canonical one: Signposting's relations, one an element.

    What lies beside the page is named from there, as a browser and every reader of Signposting resolves it; `cite-as`
    is whole, for it is what is cited (`citing.md`, rule 7).
    """
    found = [Link("cite-as", item.permalink), *_SAME_OF_ALL, Link("license", licence), Link("collection", "../../")]
    return [*found, Link("related", item.article.url)] if item.article.url else found


_SAME_OF_ALL = (
    Link("type", "https://schema.org/NewsArticle"),
    Link("type", "https://schema.org/AboutPage"),
    *(Link("describedby", name, media_type) for name, media_type in FILES),
    Link("linkset", "linkset.json", "application/linkset+json"),
)
"""The links that every article's page has alike."""


def _attribute(value: str) -> str:
    # A line end stands as it was measured: written as a reference. A parser makes a line feed of a carriage return.
    return text(value).replace("\n", "&#10;").replace("\r", "&#13;")


def _data(value: dict[str, Any]) -> str:
    # Without a sign that could end the element (`citing.md` §1.6), or begin a comment in it.
    return _encode(value).decode().replace("<", "\\u003c")


def markup(item: Item, host: str, rights: str, licence: str) -> Markup:
    """Give the article's title, `meta` and `link` elements, an element a line.

    Made here and not in the template, because not a tag of it may differ from what was measured.
    """
    lines = [f"<title>{text(head_title(item))}</title>"]
    tags = [
        f'<meta {kind}="{name}" content="{_attribute(content)}">' for kind, name, content in metas(item, host, rights)
    ]
    lines += [
        tags[0],
        f'<link rel="canonical" href="{text(item.permalink)}">',
        '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">',
        '<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">',
        *tags[1:],
    ]
    if item.article.withdrawn:
        lines.append('<meta name="robots" content="noindex">')
    for link in links(item, licence):
        media_type = f' type="{link.type}"' if link.type else ""
        lines.append(f'<link rel="{link.rel}"{media_type} href="{text(link.href)}">')
    lines.append(f'<script type="application/ld+json">{_data(brief(item))}</script>')
    return Markup("\n".join(lines))  # noqa: S704  every value is escaped above


def linkset(item: Item, licence: str) -> dict[str, object]:
    """Give the same relations as RFC 9264 JSON, for readers that ask for links and nothing else."""
    relations: dict[str, list[dict[str, str]]] = {}
    for link in links(item, licence):
        if link.rel != "linkset":
            target = {"href": _whole(item, link.href)}
            if link.type:
                target["type"] = link.type
            relations.setdefault(link.rel, []).append(target)
    return {"linkset": [{"anchor": item.permalink, **relations}]}


def list_linkset(address: str, archive: str, items: Iterable[str], licence: str, *, cited: bool) -> dict[str, object]:
    """Give the links of a page that lists articles: to each of them (`item`), and to the files that describe them.

    `cited` tells that it has files of all their citations. The archive's own page names no items: there would be as
    many as it has articles, and its sitemap names them.
    """
    relations: dict[str, list[dict[str, str]]] = {
        "cite-as": [{"href": address}],
        "type": [{"href": "https://schema.org/CollectionPage"}],
        "describedby": [{"href": address + name, "type": kind} for name, kind in DESCRIBING_LISTS] if cited else [],
        "license": [{"href": licence}],
    }
    if address != archive:
        relations["item"] = [{"href": one, "type": "text/html"} for one in items]
        relations["collection"] = [{"href": archive}]
    return {"linkset": [{"anchor": address, **{name: targets for name, targets in relations.items() if targets}}]}


def _whole(item: Item, href: str) -> str:
    if "://" in href:
        return href
    return f"{item.repository_url}/" if href == "../../" else item.permalink + href
