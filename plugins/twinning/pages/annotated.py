"""An article's page as text, in which each paragraph's link names words that stand there once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..records import Article
from . import paragraphs
from .article import ArticlePage
from .edition import Edition
from .rendering import Rendering


class Annotated(NamedTuple):
    """What the page was given, its text, and the text directive of each paragraph by its number."""

    page: ArticlePage
    text: str
    directives: Mapping[int, str]


def annotated(article: Article, edition: Edition, rendering: Rendering) -> Annotated:
    """Make the page of an article."""
    page = edition.article_pages.page(article)
    made = rendering.render("article", page=page)
    directives = paragraphs.found(made, article, edition.archive.source_of(article) if page.in_full else None)
    return Annotated(page, paragraphs.filled(made, directives), directives)
