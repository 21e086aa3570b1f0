"""Whether a ledger only grew: no line that was there may be edited, removed or put elsewhere."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ..diagnostics import Code, Problem

_HELP = (
    "put the line back as it was: `git checkout` the file, and let `move`, `merge`, `withdraw` and `publish` add lines"
)


def edited(path: Path, before: bytes, now: bytes) -> list[Problem]:
    """Give every line that was there before and is not, in its order, among those that are there now.

    Lines may be added anywhere, for two branches that both added some are merged in either order.
    """
    problems: list[Problem] = []
    rest = now.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    places: dict[bytes, list[int]] = {}
    for number, line in enumerate(rest):
        places.setdefault(line.rstrip(b"\r"), []).append(number)
    at = -1
    for number, line in enumerate(before.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        bare = line.rstrip(b"\r")
        if not bare:
            continue
        later = [place for place in places.get(bare, ()) if place > at]
        if later:
            at = later[0]
        else:
            was = "put before others" if bare in places else "edited or removed"
            message = f"the line of {_address(bare)}, the {number:,}th before, was {was}"
            problems.append(Problem(str(path), min(at + 2, len(rest)), 1, Code.REWRITTEN, message, _HELP))
    return problems


def _address(line: bytes) -> str:
    try:
        said = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "no address"
    return str(said.get("address", "no address")) if isinstance(said, dict) else "no address"
