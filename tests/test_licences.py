"""Every package that the program runs with may be combined with code under AGPL-3.0-or-later."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LICENCES = {
    "anyio": "MIT",
    "blinker": "MIT",
    "deprecation": "Apache-2.0",
    "docutils": "BSD-2-Clause",
    "feedgenerator": "BSD-3-Clause",
    "ftfy": "Apache-2.0",
    "idna": "BSD-3-Clause",
    "invoke": "BSD-2-Clause",
    "jinja2": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "markupsafe": "BSD-3-Clause",
    "mdurl": "MIT",
    "msgspec": "BSD-3-Clause",
    "nh3": "MIT",
    "ordered-set": "MIT",
    "packaging": "Apache-2.0 OR BSD-2-Clause",
    "pelican": "AGPL-3.0-or-later",
    "pygments": "BSD-2-Clause",
    "pyromark": "MIT",
    "python-dateutil": "BSD-3-Clause",
    "pyyaml": "MIT",
    "rapidyaml": "MIT",
    "rich": "MIT",
    "selectolax": "MIT",
    "typing-extensions": "PSF-2.0",
    "tzdata": "Apache-2.0",
    "unidecode": "GPL-2.0-or-later",
    "watchfiles": "MIT",
    "wcwidth": "MIT",
}
"""The licence of each package in requirements.txt, as SPDX names it; docutils has parts under others as free."""
COMPATIBLE = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "GPL-2.0-or-later", "AGPL-3.0-or-later"}
"""Licences whose code may be combined with ours (GNU, "Various licenses"); GPL only with "or later"."""
WORDS = {
    "MIT": r"MIT|Permission is hereby granted, free of charge",
    "BSD-2-Clause": r"BSD",
    "BSD-3-Clause": r"BSD|Redistribution and use in source and binary forms",
    "Apache-2.0": r"Apache",
    "PSF-2.0": r"PSF|Python Software Foundation",
    "GPL-2.0-or-later": r"GPLv2\+",
    "AGPL-3.0-or-later": r"AGPLv3\+",
}
"""What a package says of itself under each of them."""


def said_by(package: str) -> str:
    """Give what an installed package says of its licence: its metadata, and the beginning of the licence's file."""
    about = metadata.distribution(package)
    files = [path for path in about.files or () if re.search(r"(?i)(?:licen[cs]e|copying)[^/]*$", str(path))]
    fields = [about.metadata.get("License-Expression") or "", about.metadata.get("License") or ""]
    texts = [path.read_text()[:400] for path in files if ".dist-info" in str(path)]
    return "\n".join([*fields, *(about.metadata.get_all("Classifier") or []), *texts])


def test_every_package_of_the_lock_has_its_licence_stated():
    names = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert sorted(canonicalize_name(name) for name in names) == sorted(LICENCES)


@pytest.mark.parametrize("package", LICENCES)
def test_a_packages_licence_is_compatible_and_what_the_package_says(package: str):
    choices = LICENCES[package].split(" OR ")
    assert set(choices) <= COMPATIBLE
    said = said_by(package)
    assert all(re.search(WORDS[licence], said) for licence in choices), said
