"""The locks say what pyproject.toml says, with a hash for everything and the name of no host."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNTIME = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def entries(name: str) -> dict[str, tuple[Requirement, list[str]]]:
    """Read a lock: for each package its pin and its hashes."""
    text = (ROOT / name).read_text("utf-8")
    found = {}
    for entry in re.split(r"\n(?=\S)", text.strip()):
        pin, *hashes = re.split(r"\s*\\\n\s*", entry)
        requirement = Requirement(pin)
        found[canonicalize_name(requirement.name)] = (requirement, hashes)
    return found


def version(requirement: Requirement) -> str:
    """Return the version of a pin; one that is none fails."""
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return specifier.version


@pytest.mark.parametrize("requirement", RUNTIME, ids=str)
@pytest.mark.parametrize("lock", LOCKS)
def test_dependency_is_locked_to_a_version_that_satisfies_it(lock: str, requirement: Requirement):
    locked, _ = entries(lock)[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version(locked)), f"run `python3 tasks.py lock`: {lock} has {locked}"


@pytest.mark.parametrize("requirement", DEVELOPMENT, ids=str)
def test_development_dependency_is_locked_to_a_version_that_satisfies_it(requirement: Requirement):
    locked, _ = entries("requirements-dev.txt")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version(locked)), f"run `python3 tasks.py lock`: the lock has {locked}"


def test_development_lock_contains_the_runtime_lock():
    development = entries("requirements-dev.txt")
    for name, (locked, hashes) in entries("requirements.txt").items():
        tested, its_hashes = development[name]
        assert (version(tested), its_hashes) == (version(locked), hashes), "run `python3 tasks.py lock`"
        # A marker that is gone is wider: a development tool wants the package on every Python.
        assert tested.marker in (None, locked.marker)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str):
    for pin, hashes in entries(lock).values():
        assert version(pin)
        assert hashes, pin
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes), pin


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_host(lock: str):
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"https?:|://|index|find-links", text)
