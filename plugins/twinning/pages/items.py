"""Articles as citations want them, at the addresses of this site."""

from __future__ import annotations

from ..archive import Archive
from ..cite.item import Item
from ..records import Article
from . import addresses
from .site import Site


def item(article: Article, archive: Archive, site: Site) -> Item:
    """Give an article as citation formats want it."""
    return Item(
        article,
        archive.newspapers[article.newspaper],
        site.absolute(addresses.article(article.id)),
        site.name,
        site.url,
    )
