"""A plain line that says what is cited and where it was seen; formatted styles are another matter."""

from __future__ import annotations

from .item import Item, natural


def line(item: Item) -> str:
    """Give author, title, newspaper, date, archive, number and permalink; what is not stated is left out."""
    article = item.article
    authors = ", ".join(natural(author) for author in article.byline)
    # A title in square brackets is ours: quotation marks would make it the newspaper's.
    title = article.title if article.supplied_title else f"‘{article.title}’"
    parts = [authors, title, item.newspaper.name, item.date.words if item.date else ""]
    return ", ".join(part for part in parts if part) + f". {item.archive}, {item.call_number}. {item.permalink}"
