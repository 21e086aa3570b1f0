"""An article as linked data (JSON-LD 1.1, schema.org): our page about it, and the newspaper's article apart from it.

Our page is an `ItemPage` whose main entity is the newspaper's `NewsArticle`: to call the page itself an article would
misstate its publisher and its date (`citing.md` §1.4). The context stands in the file, so nothing needs to be fetched
to read it.
"""

from __future__ import annotations

from typing import Any

from ..records import NOT_STATED, Author
from .item import Item, natural

METADATA_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
"""What the metadata may be used under: anything."""

_ADDRESSES = (
    "url", "sameAs", "archivedAt", "license", "sdLicense", "usageInfo", "mainEntity", "mainEntityOfPage", "about",
    "isPartOf", "publisher", "holdingArchive",
)  # fmt: skip
CONTEXT = {"@vocab": "https://schema.org/", **{name: {"@type": "@id"} for name in _ADDRESSES}}


def linked(item: Item, licence: str) -> dict[str, Any]:
    """Give the article's graph; what is not recorded is left out, and so is what a withdrawn article was about."""
    archive = f"{item.repository_url}/"
    return {
        "@context": CONTEXT,
        "@graph": [
            _recorded(_page(item, licence, archive)),
            _recorded(_article(item, archive)),
            {
                "@id": archive,
                "@type": "WebSite",
                "name": item.archive,
                "url": archive,
                "publisher": f"{archive}#archive",
            },
            {"@id": f"{archive}#archive", "@type": "ArchiveOrganization", "name": item.archive, "url": archive},
        ],
    }


_BRIEF = ("author", "datePublished", "url")
"""What the page itself says of the article; the rest is in the file beside it."""


def brief(item: Item) -> dict[str, Any]:
    """Give the graph in a few words, for those who read what stands in a page and follow none of its links (Google)."""
    article = _recorded(_article(item, f"{item.repository_url}/"))
    named = {"headline": article["headline"]} if "headline" in article else {"name": article["name"]}
    entity = {
        "@id": "#article",
        "@type": "NewsArticle",
        **named,
        **{name: article[name] for name in _BRIEF if name in article},
    }
    entity["isPartOf"] = {"@type": "Newspaper", "name": item.newspaper.name}
    return {"@context": "https://schema.org", "@type": "ItemPage", "@id": item.permalink, "mainEntity": entity}


def _page(item: Item, licence: str, archive: str) -> dict[str, Any]:
    article = item.article
    reviewed = article.reviewed.on if article.reviewed else None
    return {
        "@id": item.permalink,
        "@type": "ItemPage",
        "url": item.permalink,
        "identifier": article.id,
        "name": f"Record {item.call_number}: {article.title}",
        "abstract": None if article.withdrawn else article.summary,
        "inLanguage": "en-GB",
        "isPartOf": archive,
        "publisher": f"{archive}#archive",
        "dateModified": article.withdrawn.on if article.withdrawn else reviewed,
        "license": licence,
        "sdLicense": METADATA_LICENCE,
        "sdDatePublished": reviewed,
        "mainEntity": f"{item.permalink}#article",
        "about": [f"{archive}partnerships/{report.council}/{report.partner}/" for report in article.reports],
    }


def _article(item: Item, archive: str) -> dict[str, Any]:
    article, newspaper, date = item.article, item.newspaper, item.date
    return {
        "@id": f"{item.permalink}#article",
        "@type": ["NewsArticle", "ArchiveComponent"],
        "headline": None if article.headline == NOT_STATED else article.headline,
        "name": article.title,
        "author": [_author(author) for author in article.byline],
        # A date that is not plain has no form in schema.org: it is said as it is recorded (EDTF).
        "datePublished": date.iso if date else None,
        "temporal": article.published if date and not date.iso else None,
        "inLanguage": article.language,
        "url": article.url,
        "archivedAt": [copy.url for copy in article.archived],
        "isPartOf": _recorded(
            {
                "@type": "Newspaper",
                "name": newspaper.name,
                "issn": newspaper.issn,
                "publisher": {"@type": "Organization", "name": newspaper.publisher} if newspaper.publisher else None,
            }
        ),
        "printPage": article.pages,
        "printSection": article.section,
        "printEdition": article.edition,
        "usageInfo": item.rights,
        "holdingArchive": f"{archive}#archive",
        "itemLocation": item.call_number,
        "mainEntityOfPage": item.permalink,
    }


def _author(author: Author) -> dict[str, str]:
    if author.person is None:
        return {"@type": "Organization", "name": author.agency or ""}
    parts = {"@type": "Person", "name": natural(author), "familyName": author.person.family}
    return parts | {"givenName": author.person.given} if author.person.given else parts


def _recorded(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
