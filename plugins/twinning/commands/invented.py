"""Archives of invented councils, partners and articles, the same for the same size: for `bench` and for tests."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import msgspec

from ..evidence import Verified, verified
from ..loading import load_text
from ..records import Article

_FIRST = ("Ash", "Birch", "Cold", "Dun", "Elm", "Fern", "Glen", "Hazel", "Iver", "Kings", "Long", "Mar", "Nether",
          "Oak", "Port", "Quarry", "Red", "Stan", "Thorn", "Up")  # fmt: skip
_LAST = ("bridge", "bury", "combe", "dale", "field", "ford", "ham", "hurst", "ley", "mere", "minster", "mouth", "port",
         "stead", "stoke", "ton", "well", "wick", "wood", "worth")  # fmt: skip
_ABROAD = ("Saint-", "Bad ", "Novo", "Castel", "Villa", "Nieuw-", "Stara ", "Port-", "Lang", "Monte")
_GIVEN = ("Ada", "Ben", "Cy", "Dora", "Eli", "Fay", "Gus", "Hana", "Ivo", "Jo", "Kit", "Lou", "Max", "Nia", "Oz", "Pia")
_BEING = ("renewed", "continued", "under-review", "active", "suspended", "ended")
_NEXT = {"": ("established", "active"), "ended": ("reinstated",), "suspended": ("reinstated", "ended")}
"""What may be reported after an outcome, so that no partnership is active after its end; after any other, `_BEING`."""
_CLAUSES = (
    "the mayor spoke of forty years of visits between choirs, schools and football clubs",
    "a committee will hear from residents before it makes up its mind in the spring",
    "the cost of the last delegation was set out line by line for the first time",
    "traders on the market said that the link had brought them orders in a lean year",
    "a letter from the partner town was read out and met with applause from the gallery",
    "the opposition asked why nobody had counted what the visits had achieved",
    "the leader answered that friendship between towns could not be put in a ledger",
    "a plaque in the garden by the library still names both towns and their rivers",
)
_QUOTES = ("a link worth keeping", "nobody asked the residents", "we should look again", "forty years of friendship",
           "the cost is small", "our partner town", "signed in good faith", "a vote in the spring",
           "not one visit since", "it has run its course")  # fmt: skip


def write_archive(folder: Path, articles: int, seed: int = 1) -> None:
    """Write the content of an invented archive: `articles` records of 10 pieces of evidence each, and all they name.

    Councils, partners and partnerships grow with the archive as they would in life: about seven articles a
    partnership, and people who speak in about thirty.
    """
    pick = random.Random(seed)  # noqa: S311  no secret: the same archive every time
    councils = _councils(folder, min(380, max(2, articles // 25)))
    partners = _partners(folder, min(700, max(2, articles // 15)))
    papers = _newspapers(folder, min(200, max(1, articles // 50)))
    pairs = sorted({(pick.choice(councils), pick.choice(partners)) for _ in range(max(1, articles // 7))})
    everybody = [f"{pick.choice(_GIVEN)} {name}" for name in _names(400) for _ in range(max(1, articles // 4000))]
    people = everybody[: max(3, articles // 10)]
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    known: dict[str, Verified] = {}
    for number, (pair, day, outcome) in enumerate(_tellings(pick, pairs, articles), 1):
        name = f"ta-{number:04}"
        text = _article(name, pick, pair, day, outcome, pick.choice(papers), pick.sample(people, 3))
        (folder / "articles" / f"{name}.yml").write_text(text, encoding="utf-8")
        record, problems = load_text(name, text, Article)
        assert record is not None, problems
        check = verified(record)
        assert check is not None
        known[name] = check
    (folder / "verified.json").write_bytes(msgspec.json.encode(known))
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "about.md").write_text("Title: About\nSlug: about\n\nAn invented archive.\n", encoding="utf-8")


def _tellings(pick: random.Random, pairs: list[tuple[str, str]], count: int) -> list[tuple[tuple[str, str], date, str]]:
    """Give so many reports: of a partnership, on a day, of an outcome that follows from the one before it."""
    days = [date(pick.randint(1990, 2025), pick.randint(1, 12), pick.randint(1, 28)) for _ in range(count)]
    told = [(pick.choice(pairs), day) for day in days]
    outcomes: dict[tuple[tuple[str, str], date], str] = {}
    latest: dict[tuple[str, str], str] = {}
    for pair, day in sorted(set(told)):
        latest[pair] = outcomes[pair, day] = pick.choice(_NEXT.get(latest.get(pair, ""), _BEING))
    return [(pair, day, outcomes[pair, day]) for pair, day in told]


def _names(count: int) -> list[str]:
    names = [first + last for last in _LAST for first in _FIRST]
    return names[:count]


def _write(folder: Path, kind: str, name: str, text: str) -> str:
    (folder / kind).mkdir(parents=True, exist_ok=True)
    slug = name.lower().replace(" ", "-").replace("--", "-")
    (folder / kind / f"{slug}.yml").write_text(text, encoding="utf-8")
    return slug


def _councils(folder: Path, count: int) -> list[str]:
    return [
        _write(folder, "councils", n, f"name: {n} Council\nplace: {n}\ntype: district\nnation: england\n")
        for n in _names(count)
    ]


def _partners(folder: Path, count: int) -> list[str]:
    names = [a + n for a in _ABROAD for n in _names(400)][: count * 5 : 5]
    return [
        _write(folder, "partners", n, f"name: {n}\nlevel: town\ncountry: FR\ncountry_name: France\n") for n in names
    ]


def _newspapers(folder: Path, count: int) -> list[str]:
    return [_write(folder, "newspapers", f"{n} Echo", f"name: {n} Echo\nplace: {n}\n") for n in _names(count)]


def _article(
    name: str, pick: random.Random, pair: tuple[str, str], day: date, outcome: str, paper: str, people: list[str]
) -> str:
    published = day.isoformat() + pick.choice(("", "", "", "~"))
    clauses = pick.sample(_CLAUSES, 4)
    quotes = pick.sample(_QUOTES, 10)
    proof = [f"      - {{p: {3 + i}, quote: {q}, supports: [{s}]}}" for i, (q, s) in enumerate(zip(
        quotes[:4], ("council, partner", "type, since", "outcome", "grounds"), strict=True))]  # fmt: skip
    statements = [
        f"  - name: {person}\n    role: councillor\n    stance: {stance}\n    gist: {clause.capitalize()}.\n"
        f"    evidence:\n      - {{p: {8 + 2 * i}, quote: {quotes[4 + 2 * i]}}}\n"
        f"      - {{p: {9 + 2 * i}, quote: {quotes[5 + 2 * i]}}}"
        for i, (person, stance, clause) in enumerate(
            zip(people, ("for-ending", "against-ending", "for-review"), clauses, strict=False)
        )
    ]
    outline = [f"  - {{p: {p}, text: {pick.choice(_CLAUSES).capitalize().replace(',', ';')}.}}" for p in range(1, 15)]
    return f"""\
# yaml-language-server: $schema=../../schema/article.json
id: {name}
headline: Council and its partner abroad, number {name[3:]}
newspaper: {paper}
byline: [{{person: {{family: {pick.choice(_FIRST)}{pick.choice(_LAST)}, given: {pick.choice(_GIVEN)}}}}}]
published: {published}
url: https://news.example.org/{name}
source: {{sha256: {pick.getrandbits(256):064x}, paragraphs: 14}}
rights: in-copyright
summary: The council spoke of its partner. {clauses[0].capitalize()}; {clauses[1]}.
reports:
  - council: {pair[0]}
    partner: {pair[1]}
    type: twinning
    as_reported: [twinning, sister town]
    since: {day.year - pick.randint(1, 30)}-05
    outcome: {outcome}
    grounds: [cost, dormancy]
    evidence:
{chr(10).join(proof)}
statements:
{chr(10).join(statements)}
events:
  - {{date: {published[:7]}, what: A committee meets about the link, council: {pair[0]}, partner: {pair[1]}, p: 6}}
outline:
{chr(10).join(outline)}
notes:
  - {{p: 5, kind: context, text: The year is that of the charter that both towns signed.}}
  - {{p: 9, kind: attribution, text: The article does not say who asked.}}
reviewed: {{by: Bench, on: 2026-11-{pick.randint(1, 20):02}}}
"""
