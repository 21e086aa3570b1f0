"""Invented CSL-JSON items, the same for the same number: for `bench --cite`."""

from __future__ import annotations

import random
from typing import Any

_HEADLINES = (
    "Council ends link with {}",
    "Link with {} ‘not worth the money’, says leader",
    "Is this the end for twinning with {}?",
    "“Goodbye, {}”: town votes to part",
    "Mayor’s trip to {} cost £4,000",
    "{} & us: forty years of friendship",
    "Visitors from {} welcomed by choir – and by rain",
    "‘We will never forget {}’",
    "Stop! Link with {} under review",
    "Twinning with {} renewed",
)
_PLACES = ("Velbert", "Saint-Lô", "Nanning", "Herne", "Oberhausen", "Tarnów", "Xi’an", "Ecully")
_FAMILIES = ("Okafor", "Smith", "Jones", "Brontë", "Smith-Jones", "van der Berg", "O’Brien")
_GIVEN = ("Jane", "Mary Ann", "Jean-Paul", "Piet", "C. K.")
_NEWSPAPERS = ("Northbridge Echo", "The Eastmere Times", "Gazette & Herald", "Mid-County Post", "St. Alban’s Review")


def items(count: int) -> list[dict[str, Any]]:
    """Give so many items."""
    pick = random.Random(count)  # noqa: S311  no secret: the same items every time
    made = []
    for number in range(1, count + 1):
        people = [{"family": pick.choice(_FAMILIES), "given": pick.choice(_GIVEN)} for _ in range(pick.randint(0, 3))]
        item: dict[str, Any] = {
            "id": f"ta-{number:04}",
            "type": "article-newspaper",
            "title": pick.choice(_HEADLINES).format(pick.choice(_PLACES)),
            "author": people or [{"literal": "Local Democracy Reporting Service"}] * pick.randint(0, 1),
            "container-title": pick.choice(_NEWSPAPERS),
            "issued": {"date-parts": [[pick.randint(1950, 2026), pick.randint(1, 12), pick.randint(1, 28)]]},
            "language": "en-GB",
            "URL": f"https://archive.example.org/a/ta-{number:04}/",
            "archive": "Twinning Archive",
            "archive_location": f"TA-{number:04}",
        }
        if pick.random() < 0.2:
            item["issued"]["circa"] = True
        if pick.random() < 0.3:
            item["page"] = str(pick.randint(1, 40))
        made.append(item)
    return made
