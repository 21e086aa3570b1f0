"""Format a list of CSL-JSON items in every style."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from ..diagnostics import Form
from .ending import FINE, refuse, report

MAX_BYTES = 67_108_864
"""The most bytes a list may have: some hundred thousand items."""


def run(file: str, *, as_json: bool, form: str | None = None) -> int:
    """Show every item in every style: for people, or as `{style: {id: {bib_text, bib_html, cite_text}}}`."""
    from ..cite.reading import items
    from ..cite.styles import TITLES, citations
    from ..loading.files import Failure, read_text

    try:
        chosen = Form.chosen(form)
    except ValueError as fault:
        return refuse(str(fault))
    path = Path(file)
    if not path.exists() and not path.is_symlink():
        return refuse(f"cite: nothing is at {file}; give a file of CSL-JSON")
    try:
        text = read_text(path, file, MAX_BYTES)
    except Failure as failure:
        return report([failure.problem], chosen)
    found, problems = items(text, file)
    made: dict[str, dict[str, dict[str, str]]] = {name: {} for name in TITLES}
    for item in found:
        for name, citation in citations(item).items():
            made[name][str(item["id"])] = asdict(citation)
    for name in made.keys() - {"wikipedia"}:
        for one in made[name].values():
            one["bib_html"] = f'<div class="csl-entry">{one["bib_html"]}</div>'
    if as_json:
        sys.stdout.write(json.dumps(made, indent=1) + "\n")
    else:
        _show(made, TITLES)
    return report(problems, Form.TEXT if as_json and chosen is Form.JSON else chosen) if problems else FINE


def _show(made: dict[str, dict[str, dict[str, str]]], titles: dict[str, str]) -> None:
    for name, title in titles.items():
        print(f"{title}\n")
        for id_, citation in made[name].items():
            print(f"  {id_}: {citation['bib_text']}\n  {' ' * len(id_)}  {citation['cite_text']}\n")
