"""The same records give the same site, whoever builds it, wherever, and on whatever day."""

import os
import random
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from sites import ABOUT, ADDRESS, Site, hashes, site_of

from twinning.commands.ending import ROOT

LATER = """
# Runs `tasks.py` five hundred days on, by every clock that Python code can read; folders list their files backwards.
import datetime, os, runpy, sys, time

DAYS = 500 * 86400
now = time.time
time.time = lambda: now() + DAYS
time.time_ns = lambda: int(time.time() * 1e9)
for name in ("gmtime", "localtime"):
    setattr(time, name, lambda s=None, f=getattr(time, name): f(time.time() if s is None else s))
here, day = datetime.datetime, datetime.date


class Same(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])


class LaterMoment(here, metaclass=Same):
    @classmethod
    def now(cls, tz=None):
        return here.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return here.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

    today = now


class LaterDay(day, metaclass=Same):
    @classmethod
    def today(cls):
        return day.fromtimestamp(time.time())


datetime.datetime, datetime.date = LaterMoment, LaterDay
listdir, scandir = os.listdir, os.scandir


class Backwards(list):
    def __enter__(self):
        return iter(self)

    def __exit__(self, *_):
        pass

    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop(0)

    def close(self):
        pass


os.listdir = lambda *where: sorted(listdir(*where), reverse=True)
os.scandir = lambda *where: Backwards(sorted(scandir(*where), key=lambda entry: entry.name, reverse=True))
sys.argv = sys.argv[1:]
sys.path[0] = os.path.dirname(sys.argv[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def _copied(content: Path, target: Path, seed: int) -> None:
    """Copy content file by file in an order of our own, each with a time of its own."""
    pick = random.Random(seed)
    files = [p.relative_to(content) for p in content.rglob("*") if p.is_file()]
    pick.shuffle(files)
    for name in files:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(content / name, target / name)
        moment = pick.randint(10**9, 17 * 10**8)
        os.utime(target / name, (moment, moment))


def _started(folder: Path, content: Path, seed: int, umask: int, **variables: str) -> subprocess.Popen[str]:
    """Start a build of a copy of the content in a folder, with an environment of its own."""
    folder.mkdir(parents=True)
    _copied(content, folder / "content", seed)
    _copied(ROOT / "content" / "pages", folder / "content" / "pages", seed)
    environment = {k: v for k, v in os.environ.items() if k not in {"SOURCE_DATE_EPOCH", "PYTHONPATH"}}
    command = [sys.executable, str(ROOT / "tasks.py")]
    if seed == 2:
        (folder / "later.py").write_text(LATER, "utf-8")
        command.insert(1, "later.py")
    return subprocess.Popen(
        [*command, "build", "--content", "content", "--output", "site", "--siteurl", ADDRESS],
        cwd=folder,
        env=environment | {"TWINNING_NO_VENV": "1"} | variables,
        umask=umask,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="session")
def two(sixty_content: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """One archive built twice, at once, with everything around it different."""
    place = tmp_path_factory.mktemp("two")
    folders = [place / "plain", place / "with spaces, a #, 100% and é 城"]
    builds = [
        _started(folders[0], sixty_content, 1, 0o022, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1"),
        _started(folders[1], sixty_content, 2, 0o077, TZ="America/Anchorage", LC_ALL="tr_TR.UTF-8", LANG="ar",
                 PYTHONHASHSEED="31415", COLUMNS="40", FORCE_COLOR="1", HOME="/nonexistent"),
    ]  # fmt: skip
    for build in builds:
        _, said = build.communicate(timeout=120)
        assert build.returncode == 0, said
    return Site(folders[0] / "site"), Site(folders[1] / "site")


def test_two_builds_differ_in_no_byte(two: tuple[Site, Site]):
    one, other = two
    assert len(one.files()) > 500
    assert one.files() == other.files()
    ours, theirs = hashes(one.folder), hashes(other.folder)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_build_in_this_process_gives_the_same_pages_again(sixty: Site, two: tuple[Site, Site]):
    for name in sixty.files():  # `two` has more prose, whose links stand on every page
        if name.endswith((".json", ".ris", ".bib", ".csv", "feed.xml")) and name != "addresses.json":
            assert sixty.read(name) == two[0].read(name), name


def test_no_output_holds_the_day_of_the_build(tmp_path: Path):
    site = site_of(tmp_path, {"pages/about.md": ABOUT})
    today = date.today()  # noqa: DTZ011  the day as a careless build would write it
    written = [
        *(today.strftime(form) for form in ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%Y/%m/%d", "%d %b %Y")),
        f"{today.day} {today:%B} {today.year}",
        f"{today:%B} {today.day}, {today.year}",
    ]
    assert [(name, w) for name in site.files() for w in written if w in site.read(name)] == []


def test_no_output_holds_a_path_or_the_name_of_this_machine(tmp_path: Path):
    site = site_of(tmp_path, {"pages/about.md": ABOUT})
    for name in site.files():
        text = site.read(name)
        assert str(tmp_path) not in text, name
        assert str(ROOT) not in text, name
        assert "Pelican" not in text, name


def test_the_archives_clock_is_its_newest_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    site = site_of(tmp_path)
    assert "<updated>2026-01-05T00:00:00Z</updated>" in site.read("feed.xml").split("<entry>")[0]
    assert "<updated>2026-01-05T00:00:00Z</updated>" in site.read("councils/eastmere/feed.xml")  # which is empty


def test_source_date_epoch_is_the_clock_where_it_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    site = site_of(tmp_path)
    assert "<updated>2027-01-15T00:00:00Z</updated>" in site.read("councils/eastmere/feed.xml")
