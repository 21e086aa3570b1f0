"""The records of councils, partners and newspapers that an article names: those there are, and those it proposes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from ..archive import Archive
from ..diagnostics import Severity
from ..ingest.places.countries import CALLED
from ..ingest.proposal import CouncilPlace, PartnerPlace, Value
from ..loading import RESERVED
from ..records import NOT_NAMED, Coordinates, Council, Newspaper, Partner, Proposed, Record
from ..rules import UNKNOWN_COUNTRY, faults
from ..vocabulary import CouncilType, Nation, Proposer
from .fitting import Misfit, fitted, plain
from .words import clean

R = TypeVar("R", bound=Record)

"""The id of the newspaper of texts that do not say where they stood, until somebody says it."""

_GSS = re.compile(r"[EWSN][0-9]{8}")
_NATIONS = {
    "E": Nation.ENGLAND,
    "S": Nation.SCOTLAND,
    "W": Nation.WALES,
    "N": Nation.NORTHERN_IRELAND,
}
_ISO = re.compile(r"GB-[A-Z]{3}")
_TYPES = (
    (re.compile(r"county council", re.IGNORECASE), CouncilType.COUNTY),
    (re.compile(r"(town|parish|community) council", re.IGNORECASE), CouncilType.PARISH),
    (re.compile(r"london borough", re.IGNORECASE), CouncilType.LONDON_BOROUGH),
    (re.compile(r"(district|borough) council", re.IGNORECASE), CouncilType.DISTRICT),
)
"""What a council's own name says of its kind, where no list knows it."""
_LONGEST = 80
"""So many letters of a newspaper's name are taken from a page."""
_GUESS = 0.1
"""How sure a value is that a record must have and nothing says."""


class Authorities:
    """Gives the id under which a place or newspaper has a record; where it has none, proposes one and keeps it."""

    def __init__(self, archive: Archive) -> None:
        """Begin with the archive's own records."""
        self.councils: dict[str, Council] = dict(archive.councils)
        self.partners: dict[str, Partner] = dict(archive.partners)
        self.newspapers: dict[str, Newspaper] = dict(archive.newspapers)
        self._new: dict[tuple[str, str], Record] = {}
        self._hosts = {host: id_ for id_, paper in self.newspapers.items() if (host := _host(paper.url))}

    def new(self) -> dict[tuple[str, str], Record]:
        """Give the records proposed since this was last asked, by folder and id; they are known from then on."""
        found, self._new = self._new, {}
        return found

    def council(self, value: Value[CouncilPlace]) -> str:
        """Give the id of a council."""
        place = value.value
        record = _council(place, value.confidence)
        for id_, other in self.councils.items():
            same_code = (record.gss and record.gss == other.gss) or (record.iso and record.iso == other.iso)
            same_name = other.name == record.name and (other.nation is record.nation or place.nation is None)
            if same_code or same_name or (place.known and id_ == place.id):
                return id_
        return self._add("councils", self.councils, _slug(place.id or place.name), record)

    def partner(self, value: Value[PartnerPlace], council: str) -> str:
        """Give the id of a partner of a council: another than the council's own."""
        place = value.value
        record = _partner(place, value.confidence)
        for id_, other in self.partners.items():
            same = record.geonames is not None and record.geonames == other.geonames
            if same or _is_alike(record, other) or (place.known and id_ == place.id):
                return id_
        wanted = _slug(place.id or place.name)
        if wanted == council:  # Boston and Boston
            wanted = f"{wanted}-{record.country.lower()}"
        return self._add("partners", self.partners, wanted, record)

    def newspaper(self, url: str | None, site: str | None = None) -> tuple[str, float]:
        """Give the id of the newspaper at an address, or of the name that its page gives, and how sure that is."""
        host = _host(url)
        if host in self._hosts:
            return self._hosts[host], 0.9
        name = clean(site or "")[:_LONGEST].strip()
        named = next((id_ for id_, paper in self.newspapers.items() if name and _is_called(paper, name)), None)
        if named:
            return named, 0.8
        if not host and not name:
            if NOT_NAMED not in self.newspapers:
                note = "The texts do not say in which newspaper they stood. Name it in each article's record."
                paper = Newspaper("Newspaper not named", note=note, proposed=(_proposed("name", 0.0),))
                self._add("newspapers", self.newspapers, NOT_NAMED, paper)
            return NOT_NAMED, 0.0
        address = f"https://{host}/" if host else None
        proposed = (_proposed("name", 0.7 if name else 0.3), *((_proposed("url", 0.8),) if host else ()))
        id_ = self._add(
            "newspapers", self.newspapers, _slug(name or host), Newspaper(name or host, url=address, proposed=proposed)
        )
        if host:
            self._hosts[host] = id_
        return id_, 0.6

    def _add(self, folder: str, known: dict[str, Any], wanted: str, record: Record) -> str:
        id_, number = wanted, 1
        while id_ in known or id_ in RESERVED:
            number += 1
            id_ = f"{wanted}-{number}"
        known[id_] = self._new[folder, id_] = record
        return id_


def _council(place: CouncilPlace, sure: float) -> Council:
    code = place.code or ""
    gss, iso = (code if pattern.fullmatch(code) else None for pattern in (_GSS, _ISO))
    named = next((kind for pattern, kind in _TYPES if pattern.search(place.name)), None)
    nation = place.nation or (_NATIONS[gss[0]] if gss else None)
    sures = {
        "name": sure,
        "type": sure if place.type else 0.5 if named else _GUESS,
        "nation": sure if nation else _GUESS,
        "gss": sure,
        "iso": sure,
        "place": sure,
    }
    return _with_proposals(
        Council(
            name=clean(place.name),
            type=place.type or named or CouncilType.UNITARY,
            nation=nation or Nation.ENGLAND,
            place=clean(place.place) or None,
            gss=gss if gss and nation and _NATIONS[gss[0]] is nation else None,
            iso=iso,
        ),
        sures,
    )


def _partner(place: PartnerPlace, sure: float) -> Partner:
    at = None
    if place.latitude is not None and place.longitude is not None:
        at = Coordinates(round(place.latitude, 2), round(place.longitude, 2))
    sures = {"name": sure, "level": sure, "country": sure if place.country else 0.0}
    sures["country_name"] = sures["country"]
    sures |= dict.fromkeys(("within", "geonames", "coordinates"), sure)
    return _with_proposals(
        Partner(
            name=clean(place.name),
            level=place.level,
            country=place.country or UNKNOWN_COUNTRY,
            country_name=CALLED.get(place.country) if place.country else "country not known",
            within=clean(place.within) if place.within else None,
            geonames=place.geonames,
            coordinates=at,
        ),
        sures,
    )


def _with_proposals(record: R, sures: Mapping[str, float]) -> R:
    """Say of each value that a record has how sure it is, least certain first; leave out what the checks refuse."""
    record = _sound(record)
    listed = sorted((sure, name) for name, sure in sures.items() if getattr(record, name))
    return msgspec.structs.replace(record, proposed=tuple(_proposed(name, sure) for sure, name in listed))


_INSTEAD = {"name": "Name not readable", "country": UNKNOWN_COUNTRY}
"""What stands where a record must have a value and has none that may stand."""


def _sound(record: R) -> R:
    """Give a record without those of its values that no record may have."""
    for _ in record.__struct_fields__:
        try:
            fitted(plain(record), type(record))
        except Misfit as fault:
            name = str(fault.where[0])
        else:
            wrong = next((f for f in faults(record) if f.code.severity is Severity.ERROR), None)
            if wrong is None:
                break
            name = str(wrong.where[0])
        record = msgspec.structs.replace(record, **{name: _INSTEAD.get(name)})
    return record


def _proposed(name: str, sure: float) -> Proposed:
    return Proposed(name, Proposer.MACHINE, round(sure, 2))


def _is_alike(one: Partner, other: Partner) -> bool:
    return one.name == other.name and one.country == other.country and one.geonames == other.geonames


def _is_called(paper: Newspaper, name: str) -> bool:
    """Tell whether a newspaper has a name, with its article or without."""
    return any(_plain(own) == _plain(name) for own in (paper.name, *paper.aliases))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ").replace("&", "and")


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-") or "unnamed"
