"""The metadata in an article's head, tag for tag as Zotero, Citoid and Hypothesis were seen to read it.

The order and choice of tags follow the measurements of `citing.md` §1: Dublin Core, PRISM, `z:` and OpenGraph, never
`citation_*`; one `DC.type` only; `article:published_time` only where the newspaper's own date is plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from .. import edtf
from ..html import text
from .item import Item, inverted

Meta = tuple[str, str, str]
"""One `meta` element: "name" or "property", the name, the content."""


@dataclass(frozen=True, slots=True)
class Link:
    """One `link` element; each relation stands in an element of its own, for some readers take only the first."""

    rel: str
    href: str
    type: str = ""


FILES = (
    ("cite.csl.json", "application/vnd.citationstyles.csl+json"),
    ("cite.ris", "application/x-research-info-systems"),
    ("cite.bib", "application/x-bibtex"),
)
"""The citation files beside every article, with the media types of Signposting."""


def head_title(item: Item) -> str:
    """Give the page's title: HEADLINE (NEWSPAPER, 17 March 2011) – Twinning Archive."""
    date = f", {item.date.words}" if item.date else ""
    return f"{item.article.title} ({item.newspaper.name}{date}) – {item.archive}"


def metas(item: Item, host: str, rights: str) -> Iterator[Meta]:
    """Give the article's `meta` elements, in order; those without content are left out."""
    date = edtf.for_zotero(item.date) or ""
    article, newspaper = item.article, item.newspaper
    pages = item.pages or ("", "")
    yield ("name", "description", article.summary)
    named = [
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
        ("DCTERMS.abstract", None if article.withdrawn else article.summary),
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
    for name, content in named:
        if content:
            yield ("name", name, content)
    yield ("property", "og:type", "article")
    yield ("property", "og:title", article.title)
    yield ("property", "og:site_name", item.archive)
    yield ("property", "og:url", item.permalink)
    yield ("property", "og:description", article.summary)
    if item.date and item.date.iso:
        yield ("property", "article:published_time", item.date.iso)
    if article.section:
        yield ("property", "article:section", article.section)


def links(item: Item, licence: str) -> Iterator[Link]:
    """Give the article's `link` elements after the canonical one: Signposting's relations, one an element."""
    yield Link("cite-as", item.permalink)
    yield Link("type", "https://schema.org/NewsArticle")
    yield Link("type", "https://schema.org/AboutPage")
    for name, media_type in FILES:
        yield Link("describedby", item.permalink + name, media_type)
    yield Link("linkset", item.permalink + "linkset.json", "application/linkset+json")
    yield Link("license", licence)
    yield Link("collection", item.repository_url + "/")
    if item.article.url:
        yield Link("related", item.article.url)


def _attribute(value: str) -> str:
    # A line end stands as it was measured: written as a reference. A parser makes a line feed of a carriage return.
    return text(value).replace("\n", "&#10;").replace("\r", "&#13;")


def markup(item: Item, host: str, rights: str, licence: str) -> Markup:
    """Give the article's title, `meta` and `link` elements, an element a line.

    Made here and not in the template, because not a tag of it may differ from what was measured.
    """
    lines = [f"<title>{text(head_title(item))}</title>"]
    tags = [
        f'<meta {key}="{name}" content="{_attribute(content)}">' for key, name, content in metas(item, host, rights)
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
    return Markup("\n".join(lines))  # noqa: S704  every value is escaped above


def linkset(item: Item, licence: str) -> dict[str, object]:
    """Give the same relations as RFC 9264 JSON, for readers that ask for links and nothing else."""
    relations: dict[str, list[dict[str, str]]] = {}
    for link in links(item, licence):
        if link.rel != "linkset":
            target = {"href": link.href, "type": link.type} if link.type else {"href": link.href}
            relations.setdefault(link.rel, []).append(target)
    return {"linkset": [{"anchor": item.permalink, **relations}]}
