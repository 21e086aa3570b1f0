"""The sitemap (sitemaps.org 0.9) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable

from .xml import text

MAX_ADDRESSES = 50_000
"""The most addresses one sitemap may hold; more go into several, under an index."""


def sitemaps(site: str, addresses: Iterable[str]) -> dict[str, str]:
    """Give the sitemap's files, name to text, for paths below `site`; sorted, and split where the protocol demands."""
    listed = sorted(addresses)
    chunks = [listed[i : i + MAX_ADDRESSES] for i in range(0, len(listed), MAX_ADDRESSES)] or [[]]
    if len(chunks) == 1:
        return {"sitemap.xml": _urls(site, chunks[0])}
    files = {f"sitemap-{n}.xml": _urls(site, chunk) for n, chunk in enumerate(chunks, 1)}
    index = "".join(f"<sitemap><loc>{text(f'{site}/{name}')}</loc></sitemap>\n" for name in files)
    return files | {"sitemap.xml": f"{_XML}<sitemapindex {_SPACE}>\n{index}</sitemapindex>\n"}


def robots(site: str) -> str:
    """Give robots.txt: everything may be read, and here is the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site}/sitemap.xml\n"


_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def _urls(site: str, addresses: list[str]) -> str:
    return (
        f"{_XML}<urlset {_SPACE}>\n"
        + "".join(f"<url><loc>{text(f'{site}/{path}')}</loc></url>\n" for path in addresses)
        + "</urlset>\n"
    )
