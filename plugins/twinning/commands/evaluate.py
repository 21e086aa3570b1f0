"""Score how well texts are read, against what is expected of them beside them."""

from __future__ import annotations

import json
import time
from typing import Any

from ..diagnostics import Code, Form, Problem
from .ending import FINE, ROOT, folder, refuse, report


def run(path: str | None, form: str | None = None) -> int:
    """Read every text of a folder that has its expectation beside it, and print the figures."""
    from ..ingest import NotAText, Reader
    from ..ingest.evaluation import Evaluation
    from ..ingest.evaluation import report as lines_of
    from ..ingest.line import as_json

    try:
        chosen = Form.chosen(form)
        here = folder(path, ROOT / "tests" / "corpus" / "tune", "evaluate")
    except (NotADirectoryError, ValueError) as fault:
        return refuse(str(fault))
    texts = sorted(p for p in here.rglob("*") if p.suffix in {".txt", ".html"} and p.with_suffix(".json").is_file())
    if not texts:
        return refuse(f"evaluate: {here} holds no NAME.txt with NAME.json beside it")
    reader, evaluation, problems = Reader(), Evaluation(), []
    started = time.process_time()
    for text in texts:
        try:
            expected: dict[str, Any] = json.loads(text.with_suffix(".json").read_text("utf-8"))
            evaluation.add(text.stem, expected, as_json(reader.propose(text.read_bytes(), text.name)))
        except NotAText as fault:
            problems.append(Problem(str(text), 0, 0, Code.NOT_A_TEXT, fault.message, fault.help))
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            beside = str(text.with_suffix(".json"))
            message = f"the expectation is not in the form of `ingest --json`: {type(fault).__name__}: {fault}"
            problems.append(
                Problem(beside, 0, 0, Code.NO_EXPECTATION, message, "compare it with a line of `ingest --json`")
            )
    for line in lines_of(evaluation):
        print(line)
    print(f"\n{time.process_time() - started:.2f} CPU seconds for {len(texts)} texts")
    if problems:
        return report(problems, chosen)
    return FINE
