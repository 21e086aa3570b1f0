"""What the records of councils, partners and newspapers must satisfy: the authority records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Code, Fault
from ..fields import COUNTRIES
from ..records import Council, Newspaper, Partner
from ..vocabulary import Nation
from .dates import dates
from .proposals import proposed

UNKNOWN_COUNTRY = "ZZ"
"""The code of a country that is not known (ISO 3166-1 leaves it to users): allowed while it is only proposed."""
_GSS = {Nation.ENGLAND: "E", Nation.SCOTLAND: "S", Nation.WALES: "W", Nation.NORTHERN_IRELAND: "N"}
"""What the official codes of each nation's areas begin with."""
_BRITAIN = ((49.0, 61.0), (-9.0, 2.5))
"""What lies between these latitudes and longitudes holds the United Kingdom."""


def council(record: Council) -> Iterator[Fault]:
    """Say what is wrong with a council's record."""
    yield from _name(record)
    yield from proposed(record, ())
    yield from dates(("established", record.established), ("abolished", record.abolished))
    yield from _in_britain(record)
    if record.gss is not None and record.gss[0] != _GSS[record.nation]:
        said = f"the code `{record.gss}` is not one of {record.nation.label}"
        help_ = f"such codes begin with {_GSS[record.nation]}; or see to `nation`"
        yield Fault(("gss",), Code.BAD_VALUE, said, help_, (("nation",),))


def partner(record: Partner) -> Iterator[Fault]:
    """Say what is wrong with a partner's record."""
    yield from _name(record)
    yield from proposed(record, ())
    yield from _country(record)


def newspaper(record: Newspaper) -> Iterator[Fault]:
    """Say what is wrong with a newspaper's record."""
    yield from proposed(record, ())
    yield from _issn(record)


def _name(record: Council | Partner) -> Iterator[Fault]:
    """Say where a place's name is none: a number, or a mark that stands for what was not found."""
    if not any(map(str.isalpha, record.name)):
        yield Fault(("name",), Code.BAD_VALUE, "the name is none: it holds no letter", "write the whole name")


def _country(partner: Partner) -> Iterator[Fault]:
    """Say where a partner's country has no such code, or its code is of a place in another."""
    if partner.country == UNKNOWN_COUNTRY and any(proposed.of == "country" for proposed in partner.proposed):
        return
    if partner.country not in COUNTRIES:
        meant = "did you mean `GB`? " if partner.country == "UK" else ""
        said = f"no country has the code `{partner.country}`"
        yield Fault(("country",), Code.BAD_VALUE, said, f"{meant}ISO 3166-1 has the two letters: CN, FR, DE")
    elif partner.iso is not None and partner.iso[:2] != partner.country:
        said = f"the code `{partner.iso}` is of a place in {partner.iso[:2]}, not in {partner.country}"
        yield Fault(("iso",), Code.BAD_VALUE, said, "correct it, or `country`")


def _in_britain(council: Council) -> Iterator[Fault]:
    """Say where a council's point is far from any council: nearly always the two numbers are in each other's place."""
    if council.coordinates is None:
        return
    (south, north), (west, east) = _BRITAIN
    for name, degrees, least, most in (
        ("lat", council.coordinates.lat, south, north),
        ("lon", council.coordinates.lon, west, east),
    ):
        if not least <= degrees <= most:
            said = f"`{name}: {degrees}` is not in the United Kingdom, which lies between {least} and {most}"
            help_ = "see to its sign and its point, and that `lat` and `lon` are not exchanged"
            yield Fault(("coordinates", name), Code.BAD_VALUE, said, help_)
            return


def _issn(newspaper: Newspaper) -> Iterator[Fault]:
    if newspaper.issn is None:
        return
    digits = re.sub("-", "", newspaper.issn)
    total = sum((8 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits))
    if total % 11:
        yield Fault(
            ("issn",), Code.BAD_VALUE, f"`{newspaper.issn}` fails the ISSN's check digit (ISO 3297)", "copy it anew"
        )
