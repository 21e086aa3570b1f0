"""Every address of the site, said once: the promise of DESIGN §5.

All are paths below the site's root, without a leading slash. Those of articles are opaque and permanent; those of
pages that are browsed are readable.
"""

from __future__ import annotations

HOME = ""
SEARCH = "search/"
CARD = "card.png"
"""The picture that others show beside a link to a page."""


def article(identifier: str) -> str:
    """Give the permanent address of an article: a/ta-0001/."""
    return f"a/{identifier}/"


def citations(identifier: str) -> str:
    """Give the address of an article's citations: a/ta-0001/cite/."""
    return f"a/{identifier}/cite/"


def council(identifier: str) -> str:
    """Give the address of a council's page."""
    return f"councils/{identifier}/"


def partner(identifier: str) -> str:
    """Give the address of a partner's page."""
    return f"partners/{identifier}/"


def partnership(key: tuple[str, str]) -> str:
    """Give the address of a partnership's page: partnerships/wakefield/nanning/."""
    return f"partnerships/{key[0]}/{key[1]}/"


def outcome(state: str) -> str:
    """Give the address of the page of all partnerships in a state."""
    return f"outcomes/{state}/"


def partnership_type(term: str) -> str:
    """Give the place where a kind of partnership is explained."""
    return f"outcomes/#type-{term}"


def newspaper(identifier: str) -> str:
    """Give the address of a newspaper's page."""
    return f"newspapers/{identifier}/"


def person(identifier: str) -> str:
    """Give the address of a person's page."""
    return f"people/{identifier}/"


def year(name: str) -> str:
    """Give the address of a year's articles; `undated` for those without a date."""
    return f"years/{name}/"


def root_from(path: str) -> str:
    """Give the way from a page back to the site's root: "../../" from a/ta-0001/.

    Links between pages are relative, so that the site works unchanged at a domain's root, under a project's
    sub-path, and from a folder.
    """
    return "../" * path.count("/") or "./"
