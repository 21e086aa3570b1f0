"""What the data set says of itself: its name and version, whose it is, and how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...edtf import parse

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"

FACTS = (
    "Facts (names, dates, terms, codes, addresses) are given to the public domain under CC0 1.0. Use them without "
    "asking."
)
OWN_WORDS = (
    "Our own words (summaries, gists, descriptions of events, remarks) are under CC BY 4.0. Name the archive "
    "and link to the page you used."
)
THEIR_WORDS = (
    "Headlines and short quotations belong to the newspapers and are under neither licence: keep the newspaper's name "
    "with them; the column rights says what is known of each. No newspaper's text is here whole."
)


@dataclass(frozen=True, slots=True)
class About:
    """An archive's data set."""

    archive: str
    """The archive's name."""
    tagline: str
    site: str
    """The archive's address, without a slash at the end."""
    version: date
    """The archive's clock (DESIGN §4): the day up to which it was kept."""

    def address(self, path: str) -> str:
        """Give the full address of a path below the site's root."""
        return f"{self.site}/{path}"

    @property
    def home(self) -> str:
        """Give the address of the page of downloads."""
        return self.address("data/")

    @property
    def title(self) -> str:
        """Give the data set's name."""
        return f"{self.archive}: data"

    @property
    def day(self) -> str:
        """Give its version in words: 21 November 2026."""
        return parse(self.version.isoformat()).words

    @property
    def citation(self) -> str:
        """Give a line that cites the data set, with the version that was used."""
        return f"{self.archive} ({self.version.year}) {self.title} [data set], version of {self.day}. {self.home}"

    @property
    def bibtex(self) -> str:
        """Give the same as BibTeX; the braces keep capitals, and the name is no person's."""
        return (
            f"@misc{{{self.archive.lower().replace(' ', '-')}-data,\n"
            f"  author = {{{{{self.archive}}}}},\n"
            f"  title = {{{{{self.title}}}}},\n"
            f"  year = {{{self.version.year}}},\n"
            f"  note = {{Data set, version of {self.day}}},\n"
            f"  url = {{{self.home}}},\n"
            "}"
        )

    @property
    def facts(self) -> dict[str, str]:
        """Give what the database says of itself, in its table `about`."""
        return {
            "title": self.title,
            "description": self.tagline,
            "version": self.version.isoformat(),
            "address": self.home,
            "licence of facts": f"{FACTS} {CC0}",
            "licence of our own words": f"{OWN_WORDS} {CC_BY}",
            "the newspapers' words": THEIR_WORDS,
            "citation": self.citation,
        }
