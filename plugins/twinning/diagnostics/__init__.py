"""What is wrong with the content, where, and what to do about it; and how that is shown."""

from __future__ import annotations

from .excerpt import show, wants_colour
from .form import Form
from .problem import Code, ContentError, Fault, Problem, Severity, Where, count, errors, strictly

__all__ = [
    "Code",
    "ContentError",
    "Fault",
    "Form",
    "Problem",
    "Severity",
    "Where",
    "count",
    "errors",
    "show",
    "strictly",
    "wants_colour",
]
