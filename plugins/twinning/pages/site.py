"""The site's settings, taken from Pelican's once, checked, and frozen."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from ..clock import WrongClock, epoch

LICENCE_OF_OUR_WORDS = "https://creativecommons.org/licenses/by/4.0/"


_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])"
    r"(?::[0-9]+)?(?:/[A-Za-z0-9._~-]+)*"
)
"""An address that means one thing to everybody: host in small letters, no escapes, no empty parts."""


class WrongSetting(Exception):
    """A setting is wrong; the message names it and says what to write. Nothing was built."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every page may know of the site."""

    name: str
    tagline: str
    url: str
    """The site's own address, without a slash at the end."""
    repository: str
    """Where the archive's records are kept and corrections are asked for; empty where not said."""
    full_text: bool
    """Whether every text at hand is shown (`FULL_TEXT = always`), or only what a licence allows."""
    preview: bool
    """Whether this is a keeper's local view, which says on every page that it is not published."""
    clock: date
    """The day that "now" means (DESIGN §4): SOURCE_DATE_EPOCH, else the newest review."""

    @property
    def host(self) -> str:
        """Give the host's name, as `DC.relation.isPartOf` has it."""
        return urlsplit(self.url).netloc

    @property
    def base(self) -> str:
        """Give the path the site stands under, with slashes around it: `/` or `/repo/`."""
        return urlsplit(self.url).path + "/"

    def absolute(self, path: str) -> str:
        """Give the full address of a path below the root."""
        return f"{self.url}/{path}"


def site(settings: Mapping[str, Any], newest_review: str | None) -> Site:
    """Make the frozen settings. Raises `WrongSetting`."""
    full_text = settings.get("FULL_TEXT", "licensed")
    if full_text not in {"licensed", "always"}:
        msg = f"FULL_TEXT is {full_text!r}; write 'licensed', or 'always' where you hold permission for all texts"
        raise WrongSetting(msg)
    return Site(
        name=settings["SITENAME"],
        tagline=settings.get("TAGLINE", ""),
        url=checked_url(settings["SITEURL"]),
        repository=settings.get("REPOSITORY", ""),
        full_text=full_text == "always",
        preview=bool(settings.get("PREVIEW", False)),
        clock=_clock(newest_review),
    )


def checked_url(url: str) -> str:
    """Give a site's address as the pages use it. Raises `WrongSetting` where it is none."""
    if _ADDRESS.fullmatch(url.rstrip("/")) is None or any(part in {".", ".."} for part in url.split("/")):
        msg = f"SITEURL is {url!r}; write the whole address with its scheme, such as https://owner.github.io/archive"
        raise WrongSetting(msg)
    if url.endswith("/"):
        msg = f"SITEURL is {url!r}; leave out the slash at the end: {url.rstrip('/')}"
        raise WrongSetting(msg)
    try:
        port = urlsplit(url).port
    except ValueError:
        port = 0
    if port == 0:
        msg = f"SITEURL is {url!r}; a port is a number from 1 to 65535"
        raise WrongSetting(msg)
    return url


def _clock(newest_review: str | None) -> date:
    try:
        said = epoch(os.environ)
    except WrongClock as fault:
        raise WrongSetting(str(fault)) from None
    return said or (date.fromisoformat(newest_review) if newest_review else date(1970, 1, 1))
