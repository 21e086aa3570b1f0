"""An invented archive to test with: Northbridge and its partners, in the Northbridge Echo. No word of it is true."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec
import yaml

from twinning.archive import Archive
from twinning.assembly import assemble
from twinning.diagnostics import Problem
from twinning.loading import Content, Entry, load_content
from twinning.records import Article, Council, Newspaper, Partner, Record
from twinning.text import SourceText, read

SOURCE = """Northbridge drops Luzhou

The town’s link with Luzhou is over, councillors heard on Tuesday.
“We voted to end the twinning,” said Ada Pike, who leads Northbridge Council.
The two have been twinned since 1986 – longer than most.
A letter to Luzhou follows in May.
"""

ARTICLE = {
    "id": "ta-0001",
    "headline": "Northbridge drops Luzhou",
    "newspaper": "northbridge-echo",
    "published": "2021-03-04",
    "url": "https://echo.example/northbridge-drops-luzhou",
    "source": {"sha256": "", "paragraphs": 5},
    "rights": "in-copyright",
    "summary": "Northbridge Council has voted to end its twinning with Luzhou.",
    "reports": [
        {
            "council": "northbridge",
            "partner": "luzhou",
            "type": "twinning",
            "as_reported": ["link", "twinning"],
            "since": "1986",
            "outcome": "ended",
            "event": "ended",
            "qualifier": "voted",
            "evidence": [
                {"p": 3, "quote": "Northbridge Council", "supports": ["council"]},
                {"p": 2, "quote": "link with Luzhou", "supports": ["partner"]},
                {"p": 3, "quote": "voted to end the twinning", "supports": ["type", "outcome", "event", "qualifier"]},
                {"p": 4, "quote": "since 1986", "supports": ["since"]},
            ],
        }
    ],
    "statements": [
        {
            "name": "Ada Pike",
            "role": "leader of the council",
            "stance": "for-ending",
            "gist": "She says that the council has voted.",
            "evidence": [{"p": 3, "quote": "We voted"}],
        }
    ],
    "events": [{"date": "2021-05", "what": "A letter goes to Luzhou", "council": "northbridge", "p": 5}],
    "outline": [
        {"p": 1, "kind": "headline", "text": "The headline."},
        {"p": "2-3", "text": "The twinning ends after a vote."},
        {"p": 4, "text": "It began in 1986."},
    ],
    "notes": [{"p": 4, "kind": "context", "text": "Other towns are not named."}],
    "reviewed": {"by": "A keeper", "on": "2026-01-05"},
}
COUNCIL = {"name": "Northbridge Council", "type": "unitary", "nation": "england", "place": "Northbridge"}
PARTNER = {"name": "Luzhou", "level": "city", "country": "CN"}
NEWSPAPER = {"name": "Northbridge Echo"}

TODAY = date(2026, 11, 22)
"""The day of these tests: the clock that checks are given."""

LEFT_OUT = object()
"""The value of a field that a builder leaves out."""


def source(text: str = SOURCE) -> SourceText:
    """Read a newspaper's text as from a file."""
    return read(text.encode(), "ta-0001.txt")


ARTICLE["source"]["sha256"] = source().sha256


def changed(data: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    """Put changes into a record's data; `LEFT_OUT` takes a field away."""
    return {key: value for key, value in {**data, **changes}.items() if value is not LEFT_OUT}


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, _data: object) -> bool:
        return True


def dumped(data: object) -> str:
    """Write data as YAML in the style of the archive's own records."""
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    return text.replace("'on': ", "on: ")  # PyYAML thinks of YAML 1.1, where `on` was a word for true


def _numbered(id_: object) -> dict[str, object]:
    """Give the article's data; one of another number was made from another text, which is not at hand."""
    if id_ is LEFT_OUT or id_ == ARTICLE["id"]:
        return ARTICLE
    sha256 = hashlib.sha256(str(id_).encode()).hexdigest()
    return ARTICLE | {"headline": f"Northbridge drops Luzhou ({id_})", "source": {"sha256": sha256, "paragraphs": 5}}


def article(**changes: object) -> Article:
    """Make an article without a fault, then changed."""
    return msgspec.convert(changed(_numbered(changes.get("id", ARTICLE["id"])), changes), Article)


def article_yaml(**changes: object) -> str:
    """Write an article without a fault, then changed."""
    return dumped(changed(_numbered(changes.get("id", ARTICLE["id"])), changes))


def council(**changes: object) -> Council:
    return msgspec.convert(changed(COUNCIL, changes), Council)


def council_yaml(**changes: object) -> str:
    return dumped(changed(COUNCIL, changes))


def partner(**changes: object) -> Partner:
    return msgspec.convert(changed(PARTNER, changes), Partner)


def partner_yaml(**changes: object) -> str:
    return dumped(changed(PARTNER, changes))


def newspaper(**changes: object) -> Newspaper:
    return msgspec.convert(changed(NEWSPAPER, changes), Newspaper)


def report(**changes: object) -> dict[str, object]:
    """Give the data of the article's report, changed; without evidence where that would contradict it."""
    return changed(ARTICLE["reports"][0], changes)


def told(number: int, published: str, outcome: object, **changes: object) -> Article:
    """Make the article that tells, on this day, of this outcome for Northbridge and Luzhou."""
    details = {"council": changes.pop("council", "northbridge"), "partner": changes.pop("partner", "luzhou")}
    reports = [{**details, "type": "unspecified", "outcome": outcome}]
    return article(
        **{"id": f"ta-{number:04}", "published": published, "reports": reports, "events": [], "url": LEFT_OUT} | changes
    )


CONTENT = {
    "articles/ta-0001.yml": article_yaml(),
    "councils/northbridge.yml": council_yaml(),
    "councils/eastmere.yml": council_yaml(name="Eastmere Borough Council", place=LEFT_OUT),
    "partners/luzhou.yml": partner_yaml(),
    "partners/saint-amand.yml": partner_yaml(name="Saint-Amand", level="town", country="FR"),
    "newspapers/northbridge-echo.yml": dumped(NEWSPAPER),
}


def write_content(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write a content folder of one article; `files` are added, replaced or, where None, left out."""
    content = folder / "content"
    for name in ("articles", "councils", "partners", "newspapers"):
        (content / name).mkdir(parents=True)
    for name, text in {**CONTENT, **(files or {})}.items():
        if text is not None:
            (content / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return content


def problems_of(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> list[Problem]:
    """Write a content folder, load and assemble it, and give every problem but that nothing was verified, sorted."""
    loaded, problems = load_content(write_content(folder, files), None)
    _, more = assemble(loaded, TODAY)
    return sorted(p for p in problems + more if p.code.name != "NOT_VERIFIED")


def content_of(articles: Iterable[Article], **others: Mapping[str, Record]) -> Content:
    """Make content of records alone, as if loaded from files."""
    councils = {name: council(id=name, name=f"{name.title()} Council") for name in ("northbridge", "eastmere")}
    partners = {name: partner(id=name, name=name.title()) for name in ("luzhou", "saint-amand")}
    kinds: dict[str, Mapping[str, Record]] = {
        "articles": {a.id: a for a in articles},
        "councils": councils,
        "partners": partners,
        "newspapers": {"northbridge-echo": newspaper(id="northbridge-echo")},
    } | others
    entries = {
        kind: {name: Entry(f"{kind}/{name}.yml", r, dumped(msgspec.to_builtins(r))) for name, r in records.items()}
        for kind, records in kinds.items()
    }
    return Content(**entries, sources={}, verified={})


def archive_of(*articles: Article) -> Archive:
    """Assemble an archive of articles, with the councils, partners and newspaper of this module."""
    return assemble(content_of(articles), TODAY)[0]
