"""Read raw newspaper texts and write what is proposed for each: its record, those it needs, and the text itself."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..archive import Archive
from ..assembly import assemble
from ..clock import today
from ..drafts import Authorities, Draft, drafted, written
from ..ingest import Proposal, Reader
from ..loading import load_content
from ..records import Record
from ..text import SourceText, sha256
from .new import last_number
from .shelf import put

_NAMED = 5
"""Of more records than these, the summary names the first and the last."""


@dataclass
class Intake:
    """One run: texts come in, records and texts are put on their shelves. What was put there stays, whatever happens.

    So a run that was interrupted goes on where it stopped: texts that have a record are known by their SHA-256.
    """

    content: Path
    sources: Path
    archive: Archive
    today: date
    newspaper: str | None = None
    new: list[str] = field(default_factory=list)
    """The ids of the records written."""
    beside: list[str] = field(default_factory=list)
    """The councils, partners and newspapers proposed with them, each by its folder and id."""
    known: list[str] = field(default_factory=list)
    """The ids of the records that the texts had already."""
    kin: list[str] = field(default_factory=list)
    """The ids of the records of stories that another record tells."""
    without: list[str] = field(default_factory=list)
    """The ids of the records of texts in which no partnership was found."""

    def __post_init__(self) -> None:
        """Learn what the archive has."""
        self._reader = Reader(self.archive)
        self._authorities = Authorities(self.archive)
        self._texts = {a.source.sha256: a.id for a in self.archive.articles if a.source}
        self._urls = {a.url for a in self.archive.articles if a.url}
        self._ids: dict[str, str] = {}
        self._held = set(self.archive.sources)
        self._here = {article.id for article in self.archive.articles}
        self._number = last_number(self.content / "articles")

    def take(self, data: bytes, name: str) -> None:
        """Take in one text; of a text that has a record already, keep the text where it is not at hand.

        Raises `NotAText` and `OSError`.
        """
        digest = sha256(data)
        if self._is_known(digest):
            if digest not in self._held:
                self._held.add(digest)
                _store(self.sources, name, self._reader.propose(data, name), self.archive.sources)
            return
        proposal = self._reader.propose(data, name)
        self._held |= {digest, proposal.source.sha256}
        if not self._is_known(proposal.source.sha256):
            self._write(proposal, name)

    def summary(self, others: int) -> str:
        """Say in one line what became of the texts, `others` of which were none."""
        said = [f"{_counted(len(self.new), 'record')} written{_named(self.new)}"]
        if self.beside:
            several = _counted(len(self.beside), "place or newspaper", "places and newspapers")
            said.append(f"with them {several}{_named(self.beside) if len(self.beside) <= _NAMED else ''}")
        if self.kin:
            said.append(f"{len(self.kin)} of a story that is here already{_named(self.kin)}")
        if self.without:
            said.append(f"{len(self.without)} without a partnership{_named(self.without)}")
        if self.known:
            said.append(f"{_counted(len(self.known), 'text')} here before{_named(self.known)}")
        if others:
            said.append(f"{others} no text")
        total = len(self.new) + len(self.known) + others
        return f"{_counted(total, 'file')} read: {', '.join(said)}"

    def _is_known(self, digest: str) -> bool:
        id_ = self._texts.get(digest)
        if id_ is not None:
            self.known.append(id_)
        return id_ is not None

    def _write(self, proposal: Proposal, name: str) -> None:
        """Write the text, the places and newspapers, and last the record: it names only what is there."""
        _store(self.sources, name, proposal, self.archive.sources)
        stories = {self._ids.get(kin.id, kin.id): kin.share for kin in proposal.same_story}
        same_story = [(id_, share) for id_, share in stories.items() if id_ in self._here]
        while True:
            self._number += 1
            draft = self._draft(proposal, f"ta-{self._number:04}", same_story)
            self.beside += _write_all(self.content, draft.new)
            path = self.content / "articles" / f"{draft.article.id}.yml"
            if put(path, written(draft.article).encode()):
                break  # else another run has taken this number
        article = draft.article
        self.new.append(article.id)
        self._here.add(article.id)
        if same_story:
            self.kin.append(article.id)
        if not article.reports:
            self.without.append(article.id)
        self._ids[name] = self._texts[proposal.source.sha256] = article.id
        if article.url:
            self._urls.add(article.url)

    def _draft(self, proposal: Proposal, id_: str, same_story: list[tuple[str, float]]) -> Draft:
        return drafted(
            proposal,
            id_,
            self._authorities,
            self.today,
            newspaper=self.newspaper,
            same_story=same_story,
            known_urls=self._urls,
        )


def opened(content: Path, sources: Path, newspaper: str | None) -> Intake:
    """Begin a run beside what the archive has; what is wrong with that, `check` says."""
    day = today(os.environ)
    loaded, _ = load_content(content, sources if sources.is_dir() else None)
    archive, _ = assemble(loaded, day)
    return Intake(content, sources, archive, day, newspaper)


def _counted(number: int, noun: str, many: str = "") -> str:
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def _named(ids: list[str]) -> str:
    """Name some records and count the others, in brackets."""
    if not ids:
        return ""
    listed = list(dict.fromkeys(ids))
    if len(listed) > _NAMED:
        return f" ({listed[0]} to {listed[-1]})"
    return f" ({', '.join(listed)})"


def _store(sources: Path, name: str, proposal: Proposal, at_hand: Mapping[str, SourceText]) -> None:
    """Put a text among the sources, unless it is there. Raises `OSError`."""
    if proposal.source.sha256 in at_hand:
        return
    stem = re.sub(r"[^\w.-]+", "-", Path(name).stem).strip("-.") if name != "-" else ""
    stem = stem[:100] or f"text-{proposal.source.sha256[:12]}"
    number = 1
    while not put(path := sources / f"{stem}{f'-{number}' if number > 1 else ''}.txt", proposal.stored):
        if path.read_bytes() == proposal.stored:
            return
        number += 1


def _write_all(content: Path, new: Mapping[tuple[str, str], Record]) -> list[str]:
    """Write the records that are not there yet; give each of those by its folder and id."""
    return [
        f"{folder}/{id_}"
        for (folder, id_), record in new.items()
        if put(content / folder / f"{id_}.yml", written(record).encode())
    ]
