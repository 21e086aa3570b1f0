"""Problems of a file before anything in it is read: TW001 to TW009."""

from __future__ import annotations

from ..diagnostics import Code
from .entry import Entry

_EASTMERE = """\
name: Eastmere Borough Council
type: district
nation: england
"""

ENTRIES = (
    Entry(
        code=Code.UNREADABLE,
        remedy="Put an ordinary file in this place: no folder, link, pipe or device, and none larger than the message "
        "says. A link could lead anywhere, and no record is as large as that. Where the file looks right, see whether "
        "you may read it.",
        bad={"content/councils/eastmere.yml/eastmere.yml": _EASTMERE},
        good={"content/councils/eastmere.yml": _EASTMERE},
    ),
    Entry(
        code=Code.EMPTY,
        remedy="Fill the file in, or delete it if it was made by mistake and nothing names it. For an article, "
        "`python3 tasks.py new` writes an empty record to fill in.",
        bad={"content/councils/eastmere.yml": "\n"},
        good={"content/councils/eastmere.yml": _EASTMERE},
    ),
    Entry(
        code=Code.ENCODING,
        remedy="Save the file as UTF-8; editors have it in the dialogue “Save as” or in the status bar. Delete "
        "characters that show nothing: they come along when text is copied from a web page or a PDF.",
        bad={"content/partners/chateau-vert.yml": b"name: Ch\xe2teau-Vert\nlevel: town\ncountry: FR\n"},
        good={"content/partners/chateau-vert.yml": "name: Château-Vert\nlevel: town\ncountry: FR\n"},
    ),
    Entry(
        code=Code.MISPLACED,
        remedy="A record’s file is named for its id and ends in `.yml`. Name it so, and put what is no record "
        "elsewhere. Never rename the file of a record that was published: its address would be lost.",
        bad={"content/councils/eastmere.yaml": _EASTMERE},
        good={"content/councils/eastmere.yml": _EASTMERE},
    ),
)
