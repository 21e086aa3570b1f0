"""What people write where EDTF belongs, and how it is refused: in words, with what was probably meant.

The readers of other notations here see at most 64 characters and never a valid date. `is_date` tells whether a text is
one: `edtf` hands its own parser down, which stands a floor higher.
"""

import re
from collections.abc import Callable

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")

_HELP = "Write 2020-09-28, 2020-09 or 2020; add ~ for about or ? for uncertain; an interval is 2011/2013."
SLASHED_MONTH = re.compile(r"[0-9]{1,2}/[0-9]{4}|[0-9]{4}/[0-9]{1,2}")
_UNSUPPORTED = (
    (re.compile(r"^Y-?[0-9]"), "a letter-Y year", "Years have four digits, 0001 to 9999."),
    (re.compile(r"[\[\]{}]"), "a set of dates", "Use an interval, such as 2011/2013."),
    (re.compile(r"(?<=[0-9])[ES](?=[0-9])"), "an exponent or significant digits", "Write 201X or 20XX."),
    (re.compile(r"^-[0-9]"), "a year before 0001", "Years have four digits, 0001 to 9999."),
    (re.compile(r"(?<=[0-9])T[0-9]"), "a time of day", "Write the day alone."),
    (re.compile(r"[~?%](?=-?[0-9X])"), "a qualifier on part of a date", "Put ~, ? or % once, at the end."),
    (re.compile(r"[~?%](?=[~?%])"), "more than one qualifier", "Write % for ~ and ? together."),
    (re.compile(r"(?<=-)(?:X[0-9]|[0-9]X)"), "X for one digit of a month or day", "Write XX."),
    (re.compile(r"^[0-9X]XXX"), "a year without its century", "Write 20XX or 201X."),
)


class EdtfError(ValueError):
    """Say what is wrong with a date, where, and what to write instead.

    `message` is short and lower-case, `help` a sentence, `offset` the 0-based column of the fault (at most the
    text's length). None of them repeats the text, so they are safe to show.
    """

    def __init__(self, message: str, remedy: str = _HELP, offset: int = 0) -> None:
        super().__init__(message, remedy, offset)  # all three, so that a copy or a pickle keeps them
        self.message = message
        self.help = remedy
        self.offset = offset

    def __str__(self) -> str:
        """Return the message alone."""
        return self.message


def unsupported(what: str, offset: int, remedy: str) -> EdtfError:
    """Return the refusal of a form that EDTF has and the archive has no use for."""
    return EdtfError(f"{what} is not supported", remedy, offset)


def check_characters(text: str, is_date: Callable[[str], bool]) -> None:
    """Refuse what no date has: nothing at all, white space around it, look-alike digits and dashes."""
    if not text:
        raise EdtfError("the date is empty", "Write a date, or leave the field out.")
    if text != text.strip():
        offset = 0 if text[0].isspace() else len(text.rstrip())
        raise EdtfError("white space around the date", "Remove it.", offset)
    if not text.isascii():
        offset = next(i for i, character in enumerate(text) if not character.isascii())
        meant = list(filter(is_date, _readings(re.sub("[‐‑‒–—−]", "-", text))))
        message = f"unexpected character U+{ord(text[offset]):04X}" + (f"; write {meant[0]}" if meant else "")
        raise EdtfError(message, "Use the plain digits 0 to 9 and the plain hyphen.", offset)


def not_a_date(text: str, offset: int, is_date: Callable[[str], bool]) -> EdtfError:
    """Return the refusal of a text that has no form of a date, with what its writer probably meant."""
    for pattern, what, remedy in _UNSUPPORTED:
        if found := pattern.search(text):
            return unsupported(what, offset + found.start(), remedy)
    match list(filter(is_date, _readings(text))):
        case [british, american]:
            remedy = f"The day comes first in Britain; if the month came first here, write {american}."
            return EdtfError(f"ambiguous; write {british}", remedy, offset)
        case [meant]:
            return EdtfError(f"not in EDTF; write {meant}", _HELP, offset + _fault(text))
    return EdtfError("not a date in EDTF", _HELP, offset + _fault(text))


def _fault(text: str) -> int:
    """Return where a text leaves the form 0000-00-00, or where its unfinished part begins."""
    for i, (character, form) in enumerate(zip(text, "0000-00-00", strict=False)):
        if character != "-" if form == "-" else character not in "0123456789X":
            return i
    return 10 if len(text) > 10 else text.rfind("-") + 1


_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?) ?(?=.)")
_NOTATIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>[0-9]{4})(?:[-/. ](?P<m>[0-9]{1,2}|xx))?(?:[-/. ](?P<d>[0-9]{1,2}|xx))?",
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        r"(?:(?P<d>[0-9]{1,2})[-/. ])?(?P<m>[0-9]{1,2})[-/. ](?P<y>[0-9]{4})",
        r"(?:(?P<d>[0-9]{1,2})(?:st|nd|rd|th)? )?(?P<m>[a-z]{3,9})[.,]* (?P<y>[0-9]{4})",
        r"(?P<m>[a-z]{3,9})\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[0-9]{4})",
        r"(?:the )?(?P<decade>[0-9]{3})(?:0['’]?s|x)",
        r"(?P<from>[0-9]{4})(?: ?- ?| ?\.\. ?| to )(?P<to>[0-9]{4})",
    )
)


def _readings(text: str) -> list[str]:
    """Return what a date in another notation may mean, valid or not: nothing, one, or two with the British first."""
    loose = " ".join(text.lower().split())
    bare = _ABOUT.sub("", loose, count=1)
    found = next(filter(None, (notation.fullmatch(bare) for notation in _NOTATIONS)), None)
    if found is None:
        return []
    parts = found.groupdict()
    if "decade" in parts:
        readings = [f"{parts['decade']}X"]
    elif "to" in parts:
        readings = [f"{parts['from']}/{parts['to']}"]
    else:
        order = [parts["y"], _two_digits(parts["m"]), _two_digits(parts["d"])]
        readings = ["-".join(filter(None, order))]
        if parts["d"] and found.start("d") == 0 and (parts["m"] + parts["d"]).isdigit():
            readings.append("-".join([order[0], order[2], order[1]]))
    about = "~" if bare != loose else ""
    return [reading + about for reading in dict.fromkeys(readings)]


def _two_digits(name: str | None) -> str:
    """Return "05" for 5, may and May, "21" for spring, "XX" for xx, "" for None; another word as it stands."""
    names = [month.lower() for month in MONTHS]
    seasons = {**{season: str(number) for number, season in enumerate(SEASONS, 21)}, "fall": "23"}
    if name is None or name == "xx" or name.isdigit():
        return f"{name.upper():0>2}" if name else ""
    return next((f"{i:02}" for i, month in enumerate(names, 1) if month.startswith(name)), seasons.get(name, name))
