"""The documents say what is so: their commands, links, files, rooms, versions and limits exist."""

import ast
import re
import tomllib

import pytest
import yaml
from invoke.collection import Collection

import bootstrap
import tasks
from twinning import records

ROOT = tasks.ROOT
HOUSE = ROOT / "plugins/twinning"
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
TASKS = Collection.from_module(tasks)

PAGES = [
    path
    for folder in (".", "content", "content/pages", "docs", "docs/problems", "sources")
    for path in (ROOT / folder).glob("*.md")
]
GUIDES = [path for path in PAGES if path.parent not in {ROOT / "content/pages", ROOT / "docs"}]
DOCUMENTS = [*PAGES, ROOT / "CITATION.cff", ROOT / ".editorconfig", ROOT / ".gitattributes"]

KNOWN_HOSTS = {
    *("127.0.0.1", "archive.example.org", "creativecommons.org", "getpelican.com", "keepachangelog.com"),
    *("owner.github.io", "semver.org"),
}
"""The hosts a document may name, in lower case. None is where packages come from: that is the user's affair."""
MADE = {
    "output/",
    "images/",
    "{static}/images/",
    "content/articles/ta-NNNN.yml",
    "sources/*.txt",
    ".venv.log",
    "record.json",
}
"""What documents name that a task or a person makes."""


def named(path):
    return path.relative_to(ROOT).as_posix()


def headings(path):
    """Give the fragments that GitHub makes of a document's headings."""
    found = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def target(path, link):
    """Give the file a link leads to; Pelican's `{filename}/` is the content folder."""
    if link.startswith("{filename}/"):
        return ROOT / "content" / link.removeprefix("{filename}/")
    return path.parent / link.removeprefix("{filename}") if link else path


def rooms():
    """Give the README's rooms from the ground floor up: for each row of its table, the files and folders it names."""
    table = re.search(r"^\| room \|.*\n\|[-|]+\n((?:\|.*\n)+)", README, re.MULTILINE)
    return [set(re.findall(r"`(\w+(?:\.py|/))`", row)) for row in table[1].splitlines()]


def imports():
    """Give every import in the house as (file, room, module): a room of ours as `edtf`, another's as its full name."""
    for path in HOUSE.rglob("*.py"):
        parts = path.relative_to(HOUSE).parts
        room = parts[0] + "/" * (len(parts) > 1)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == len(parts):
                for name in [node.module] if node.module else [alias.name for alias in node.names]:
                    yield named(path), room, f".{name.partition('.')[0]}"
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield named(path), room, node.module
            elif isinstance(node, ast.Import):
                yield from ((named(path), room, alias.name) for alias in node.names)


# Commands


@pytest.mark.parametrize("path", GUIDES, ids=named)
def test_every_command_is_a_task_with_these_options(path):
    for words in re.findall(r"python3 tasks\.py\s+([^`#\n|]+)", path.read_text("utf-8")):
        name, *rest = words.split()
        if name == "TASK":
            continue
        assert name in TASKS.task_names, f"python3 tasks.py {words}"
        flags = {flag for argument in TASKS[name].get_arguments() for flag in argument.names}
        options = re.findall(r"(?<!\S)--([\w-]+)", re.sub(r'"[^"]*"', "", " ".join(rest)))
        assert {option.replace("-", "_") for option in options} <= {flag.replace("-", "_") for flag in flags}


def test_readme_lists_every_task_once():
    table = README.partition("| task | does |")[2].partition("\n\n")[0]
    listed = [task for row in table.splitlines()[2:] for task in re.findall(r"`([\w-]+)`", row.split("|")[1])]
    assert sorted(listed) == sorted(TASKS.task_names)


def test_readme_asks_for_the_python_that_is_needed():
    oldest = "{}.{}".format(*bootstrap.OLDEST)
    assert set(re.findall(r"Python (3\.\d+)", README)) == {oldest}
    assert PROJECT["requires-python"] == f">={oldest}"


# Links and files


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_relative_link_arrives(path):
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if re.match(r"[a-z]+:", link) or (path.parent == ROOT / "content/pages" and link.startswith("../")):
            continue  # from prose, `../` leads to a page of the built site: the link check follows it
        address, _, fragment = link.partition("#")
        arrives = target(path, address).resolve()
        assert arrives.is_relative_to(ROOT), link
        assert arrives.exists(), link
        assert not fragment or fragment in headings(arrives), link


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_only_files_that_exist_are_named(name):
    text = (ROOT / name).read_text("utf-8")
    words = re.findall(r"`([^`\s]+)`", text)
    for tree in re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        words += re.findall(r"[\w./*-]+(?:\.py|/)(?=[\s;,]|$)", tree)
    paths = {word for word in words if re.search(r"/|\.(py|toml|ya?ml|json|md|css|log)$", word)} - MADE
    assert paths
    for path in paths:
        if "://" not in path and not path.startswith("/"):
            assert any(list(base.glob(path)) for base in (ROOT, ROOT / "content", HOUSE)), path


def test_readmes_picture_is_small():
    picture = (ROOT / "docs/article.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) <= 200_000


# What no document says


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if ROOT / "docs" not in path.parents], ids=named)
def test_only_known_hosts_are_named(path):
    hosts = set(re.findall(r"https?://([\w.-]+)", path.read_text("utf-8").lower()))
    assert hosts <= KNOWN_HOSTS


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_no_path_of_a_machine_is_named(path):
    text = path.read_text("utf-8")
    assert not re.search(r"(?<![\w.*)}])(?:/(?:etc|home|mnt|opt|root|tmp|usr|var|Users)/|[A-Z]:\\)", text)
    assert len(ROOT.parent.parts) == 1 or f"{ROOT.parent}/" not in text


# The house


def test_readme_lists_every_room_once():
    listed = [room for row in rooms() for room in row]
    there = {p.name + "/" * p.is_dir() for p in HOUSE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert len(listed) == len(set(listed))
    assert set(listed) == there


def test_a_room_imports_only_from_rooms_above_it():
    floor = {room: number for number, row in enumerate(rooms()) for room in row}
    for path, room, module in imports():
        if module.startswith("."):
            name = module[1:]
            below = floor[f"{name}/"] if f"{name}/" in floor else floor[f"{name}.py"]
            assert below <= floor[room], f"{path} imports {name}"


def test_only_the_last_three_rooms_know_pelican_and_only_pages_knows_jinja():
    assert "Only the last three know Pelican, and only `pages/` knows Jinja." in README
    last = {room for row in rooms()[-3:] for room in row}
    known = {(module.partition(".")[0], room) for _, room, module in imports()}
    assert {room for module, room in known if module == "pelican"} == last
    assert {room for module, room in known if module == "jinja2"} == {"pages/"}


# Numbers


def test_citation_has_the_projects_version_and_licence():
    assert (CITATION["version"], CITATION["license"]) == (PROJECT["version"], PROJECT["license"])


def test_changelog_tells_of_this_version_on_the_day_of_the_citation():
    assert f"\n## [{PROJECT['version']}] - {CITATION['date-released']}\n" in CHANGELOG
    assert CHANGELOG.index("## [Unreleased]") < CHANGELOG.index(f"## [{PROJECT['version']}]")


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md", "content/pages/rights.md"])
def test_limits_of_quotation_are_those_that_are_checked(name):
    text = " ".join((ROOT / name).read_text("utf-8").split())
    words, all_words = re.search(r"at most (\d+) words .{0,40}?(\d+) ", text, re.IGNORECASE).groups()
    assert (int(words), int(all_words)) == (records.MAX_QUOTE_WORDS, records.MAX_QUOTED_WORDS)
