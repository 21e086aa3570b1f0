"""What is promised is held: docs/promises.md names tests that are there and run."""

import ast
import re

import pytest

import tasks

ROOT = tasks.ROOT
PAGE = (ROOT / "docs/promises.md").read_text("utf-8")
PROMISES = re.findall(
    r"^\| (.+?) \| (.+?) \|$", PAGE.partition("## It will\n")[2].partition("## It will not")[0], re.MULTILINE
)[1:]


def always_skipped(function: ast.FunctionDef) -> bool:
    """Tell whether a test is marked so that it never runs."""
    return any(ast.unparse(mark).partition("(")[0].endswith((".skip", ".xfail")) for mark in function.decorator_list)


TESTS = {
    node.name
    for path in (ROOT / "tests").glob("test_*.py")
    for node in ast.parse(path.read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not always_skipped(node)
}


def test_there_are_promises():
    assert len(PROMISES) > 10
    assert len(PROMISES) == PAGE.partition("## It will not")[0].count("\n|") - 2


@pytest.mark.parametrize(("promise", "held_by"), PROMISES, ids=[promise[:40] for promise, _ in PROMISES])
def test_a_promise_names_tests_that_are_there(promise: str, held_by: str):
    assert promise.endswith(".")
    named = re.findall(r"`(\w+)`", held_by)
    assert named
    assert ", ".join(f"`{name}`" for name in named) == held_by
    assert set(named) <= TESTS
