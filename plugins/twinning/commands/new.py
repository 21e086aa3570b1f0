"""Write an empty record with the next free id."""

from __future__ import annotations

import re
from pathlib import Path

from ..publish import ledger
from .ending import FINE, ROOT, folder, refuse

TEMPLATE = """\
# yaml-language-server: $schema=../../schema/article.json
id: {id}
headline: ""            # as printed; or not-stated, and then supplied_title: our own, without brackets
newspaper: ""           # the name of a file in content/newspapers/
byline: []              # [{{person: {{family: …, given: …}}}}, {{agency: …}}]
published: ""           # EDTF: 2020-09-28, 2020-09~, not-stated
source: {{sha256: "", paragraphs: 1}}  # of the text in sources/: sha256sum FILE, and its non-empty lines
rights: in-copyright
summary: ""             # our own words, two or three sentences
reports: []
# - council: …          # the name of a file in content/councils/
#   partner: …          # the name of a file in content/partners/
#   type: unspecified
#   outcome: unclear
#   evidence: [{{p: 1, quote: at most twelve words}}]
"""


def _published(content: Path) -> set[str]:
    """Give the ids that were used before, whether or not their records are still there: a number is never used again.

    Both files may be damaged, which is said elsewhere: what looks like an id in them counts as one.
    """
    found = set(ledger.ids(content.parent / ledger.NAME))
    memory = content / "verified.json"
    if memory.is_file():
        found |= set(re.findall(r'"(ta-\d{4,7})"', memory.read_text("utf-8", "replace")))
    return found


def last_number(articles: Path) -> int:
    """Give the highest number that a record has, or ever had, as far as anything remembers it; 0 where none has."""
    names = [path.name.removesuffix(".yml") for path in articles.iterdir()] if articles.is_dir() else []
    found = (re.fullmatch(r"ta-(\d{4,7})", name) for name in (*names, *_published(articles.parent)))
    return max((int(match[1]) for match in found if match), default=0)


def _written(articles: Path) -> Path:
    """Write an empty record into the folder of articles, under the next free number. Raises `OSError`."""
    articles.mkdir(exist_ok=True)
    path = articles / f"ta-{last_number(articles) + 1:04}.yml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE.format(id=path.stem))
    except FileExistsError:
        raise
    except OSError:
        path.unlink(missing_ok=True)  # half a record is none
        raise
    return path


def run(content: str | None) -> int:
    """Write `content/articles/ta-NNNN.yml` and print its path. What was ever published or verified keeps its number."""
    try:
        folder_ = folder(content, ROOT / "content", "--content") / "articles"
    except NotADirectoryError as fault:
        return refuse(str(fault))
    try:
        path = _written(folder_)
    except OSError as fault:
        return refuse(f"new: {fault.filename or folder_} cannot be written: {fault.strerror}; see who may write there")
    print(path)
    return FINE
