"""ContextObjects in spans (COinS): by one in each entry of a list, a reference manager imports the list.

For lists only. A page with one COinS span is taken for that span instead of its own metadata (`citing.md` §1.1).
"""

from __future__ import annotations

from .dating import for_zotero
from .item import Item
from .percent import encoded

_KIND = f"ctx_ver=Z39.88-2004&rft_val_fmt={encoded('info:ofi/fmt:kev:mtx:dc')}&rft.type=newspaperArticle"


def context(item: Item) -> str:
    """Give the `title` of the span, unescaped, in the format of Dublin Core, which Zotero reads as a newspaper's."""
    article, newspaper = item.article, item.newspaper
    fields = [
        ("rft.title", article.title),
        ("rft.source", newspaper.name),
        ("rft.date", for_zotero(item.date) or ""),
        ("rft.identifier", item.permalink),
    ]
    for number, author in enumerate(article.byline):
        if author.person is None:
            fields.append(("rft.aucorp", author.agency or ""))
        elif number == 0:
            fields += [("rft.aulast", author.person.family), ("rft.aufirst", author.person.given or "")]
        else:
            fields.append(("rft.au", ", ".join(part for part in (author.person.family, author.person.given) if part)))
    return _KIND + "".join(f"&{name}={encoded(value)}" for name, value in fields if value)
