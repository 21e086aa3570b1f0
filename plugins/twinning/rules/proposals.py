"""What a proposal of the machine must be: of a value that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Code, Fault, Where
from ..records import AS_READ, NOT_NAMED, Article, Record

_NEVER_PROPOSED = frozenset({"id", "proposed", "reviewed", "evidence", "source", "withdrawn"})


def proposed(record: Record, where: Where) -> Iterator[Fault]:
    """Say which proposals are of nothing: who takes a value away takes its proposal away too."""
    for i, proposed in enumerate(record.proposed):  # type: ignore[attr-defined]  # of the seven classes that have it
        name = proposed.of
        if name not in record.__struct_fields__ or name in _NEVER_PROPOSED or not getattr(record, name):
            yield Fault(
                (*where, "proposed", i, "of"),
                Code.PROPOSED,
                f"`{name}` is said to be proposed, and no value of it stands beside",
                "take this proposal away; or correct the name of the field",
                ((*where, name),),
            )


def left(article: Article) -> Iterator[Fault]:
    """Say what a reviewed article still has that no person has written, or that stands for what is not known yet."""
    if article.reviewed is None or article.withdrawn is not None:
        return
    if article.newspaper == NOT_NAMED:
        said = "the article is reviewed, and its newspaper is still to be named"
        yield Fault(("newspaper",), Code.PROPOSED, said, "name the newspaper; `reviewed` waits until it is known")
    for i, statement in enumerate(article.statements):
        if statement.gist.endswith(AS_READ):
            said = "the article is reviewed, and this gist is still the machine's"
            help_ = "say in our own words, in a sentence, what the article reports of them"
            yield Fault(("statements", i, "gist"), Code.PROPOSED, said, help_)
