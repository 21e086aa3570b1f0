"""In which form problems are shown."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Self


class Form(StrEnum):
    """A form that `--format` names."""

    TEXT = "text"
    """For people: each problem with its line of the file, on standard error."""
    GITHUB = "github"
    """For GitHub Actions: the same in the log, and annotations on the lines of a pull request."""
    JSON = "json"
    """For editors and other programs: one JSON array on standard output."""

    @classmethod
    def chosen(cls, name: str | None) -> Self:
        """Give the form of this name; where none is named, that of GitHub Actions within it, else text.

        Raises `ValueError` with what to say.
        """
        if name is None:
            return cls.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else cls.TEXT
        try:
            return cls(name)
        except ValueError:
            raise ValueError(f"--format: {name!r} is none; there are {', '.join(cls)}") from None
