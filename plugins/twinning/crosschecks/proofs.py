"""Evidence against the sources at hand, or against what is remembered of an earlier check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from ..diagnostics import Fault
from ..evidence import faults_against, faults_of_memory, faults_since_verified
from ..loading import Content
from ..records import Article
from ..text import SourceText
from .found import Found


def faults(content: Content) -> Found:
    """Say what does not stand in its source, and what was changed or never checked where there is none."""
    named = {entry.record.source.sha256 for entry in content.articles.values() if entry.record.source}
    unnamed = [source for sha256, source in content.sources.items() if sha256 not in named]
    variants = _variants(unnamed)
    for entry in content.articles.values():
        for fault in _of_article(entry.record, content, unnamed, variants):
            yield entry, fault


def _of_article(
    article: Article, content: Content, unnamed: list[SourceText], variants: dict[str, SourceText]
) -> Iterator[Fault]:
    source = content.sources.get(article.source.sha256) if article.source else None
    if source is not None:
        found = list(faults_against(article, source))
        yield from found
        if not found:
            yield from faults_of_memory(article, content.verified)
        return
    for fault in faults_since_verified(article, content.verified):
        yield replace(fault, help=fault.help + _hint(article, unnamed, variants))


def _hint(article: Article, unnamed: list[SourceText], variants: dict[str, SourceText]) -> str:
    resaved = variants.get(article.source.sha256) if article.source else None
    if resaved is not None:
        return (
            f"; {resaved.name} is this text saved anew, with other line ends, mark or last line: put that back, "
            f"or write `sha256: {resaved.sha256}`"
        )
    # A wrong digit of the hash is the likeliest reason that a text which is there is not found.
    return "".join(f"; {text.name}, which no record names, is {text.sha256}" for text in unnamed[:3])


def _variants(texts: list[SourceText]) -> dict[str, SourceText]:
    """Give each text by the hashes that it would have if an editor or git had not saved it anew."""
    found: dict[str, SourceText] = {}
    for text in texts:
        bare = text.text.rstrip("\n")
        for end in ("", "\n", "\n\n"):
            for line_end in ("\n", "\r\n"):
                for encoding in ("utf-8", "utf-8-sig", "cp1252"):
                    data = (bare + end).replace("\n", line_end).encode(encoding, "replace")
                    found.setdefault(hashlib.sha256(data).hexdigest(), text)
    return found
