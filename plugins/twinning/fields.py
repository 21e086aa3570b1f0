"""What one value of a record may be: the types of fields, each with its form and what editors say of it.

A description stands in `schema/` and in the help of problems. Patterns are valid in Python and in JSON Schema.
"""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Meta

END = r"$(?!\n)"
"""The end of a value's pattern: in Python `$` alone lets a line end pass. JSON Schema needs no more than `$`."""
_ONE_LINE = r"^[^\S\n\r]*\S[^\n\r]*" + END

Slug = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?" + END,
        description="Lower-case letters, digits and hyphens; the record's name in addresses, for good.",
    ),
]
ArticleId = Annotated[str, Meta(pattern=r"^ta-[0-9]{4,7}" + END, description="ta- and a number, never used again.")]
Line = Annotated[str, Meta(min_length=1, max_length=500, pattern=_ONE_LINE, description="One line of text.")]
FamilyName = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=500,
        pattern=r"^[^\S\n\r]*[^\s,][^\n\r,]*" + END,
        description="A family name, without a comma, at which citation formats part a name: "
        "`Jr` goes to `given`, a body's name to `agency`.",
    ),
]
Prose = Annotated[str, Meta(min_length=1, max_length=5000, pattern=r"\S", description="Our own words, plain text.")]
Quote = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=200,
        pattern=_ONE_LINE,
        description="The newspaper's words, to the letter, in one line; at most 12 of them.",
    ),
]
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = (
    rf"(?:{_LABEL}\.){{1,30}}[A-Za-z](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?(?::(?:[1-5][0-9]{{4}}|[1-9][0-9]{{0,3}}))?"
)
"""A name, no number: other machines must find it. No name before an @, which leads elsewhere than it seems; letters of
other alphabets as browsers copy them (xn--)."""
Address = Annotated[
    str,
    Meta(
        pattern=rf'^https?://{_HOST}(?:[/?#][^\s<>"]*)?' + END,
        max_length=2000,
        description="An http(s) address: https://www.example.org/news/1.",
    ),
]
Dating = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=64,
        description="A date in EDTF, levels 0 and 1: 2020-09-28~.",
        extra_json_schema={"format": "edtf"},
    ),
]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}" + END, description="A full day: 2020-09-28.")]
Confidence = Annotated[float, Meta(ge=0, le=1, description="How sure: 0 (a guess) to 1 (certain).")]
Number = Annotated[
    int, Meta(ge=1, le=9999, description="A paragraph: the non-empty lines of the source, counted from 1.")
]
Paragraphs = Annotated[
    Annotated[int, Meta(le=999_999_999_999)] | str,
    Meta(description="One paragraph (7) or several in a row (9-12)."),
]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*" + END, description="A BCP 47 language tag.")]
_PAGE = r"(?:[A-Za-z]{0,4}0?[1-9][0-9]{0,3}[A-Za-z]?|[ivxlcIVXLC]{1,8})"
Pages = Annotated[str, Meta(pattern=rf"^{_PAGE}(?:-{_PAGE})?" + END, description="Printed pages: 3, 3-4, B3, xii.")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}" + END, description="A SHA-256, as sha256sum prints it.")]
PlaceCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}" + END, description="An ISO 3166-2 code: CN-JS.")]
Issn = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{3}[0-9X]" + END, description="An ISSN: 0028-0836.")]
Wikidata = Annotated[str, Meta(pattern=r"^Q[1-9][0-9]{0,11}" + END, description="A Wikidata item: Q179608.")]
Gss = Annotated[str, Meta(pattern=r"^[EWSN][0-9]{8}" + END, description="A GSS code: E08000036.")]
BritishCode = Annotated[str, Meta(pattern=r"^GB-[A-Z]{3}" + END, description="An ISO 3166-2 code: GB-WKF.")]
CountryCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}" + END, description="ISO 3166-1 alpha-2: CN.")]
COUNTRIES = frozenset(
    re.findall(
        "..",
        "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCR"
        "CUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHU"
        "IDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQ"
        "MRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSI"
        "SJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZWXK",
    )
)
"""The countries of ISO 3166-1, and Kosovo under the code that is used for it."""
