"""The copy that is read without the web: one file, the same bytes every time, and all of it works from a folder."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, need_chromium, view
from playwright.sync_api import Browser, expect
from sites import ADDRESS, NO_SOURCES, Site, first_content, write

from twinning.commands import offline as command
from twinning.publish.links import broken_links
from twinning.publish.offline import FOLDER, handed_over, with_files_named, write_zip

pytestmark = pytest.mark.xdist_group("browser")


def made(content: Path, file: Path) -> Path:
    assert command.run(str(content), str(NO_SOURCES), ADDRESS, str(file)) == 0
    return file


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the copy of the archive's first articles unpacks into."""
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(made(first_content(folder), folder / "copy.zip")) as file:
        file.extractall(folder / "unpacked")
    return folder / "unpacked" / FOLDER


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    need_chromium()
    with chromium() as started:
        yield started


def test_the_same_content_gives_the_same_bytes(tmp_path: Path):
    content = write(tmp_path)
    one, same = made(content, tmp_path / "one.zip"), made(content, tmp_path / "same.zip")
    assert hashlib.sha256(one.read_bytes()).digest() == hashlib.sha256(same.read_bytes()).digest()
    with zipfile.ZipFile(one) as file:
        names = [entry.filename for entry in file.infolist()]
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {FOLDER}


def test_every_link_names_a_file_that_is_there_and_none_begins_at_a_root(copy: Path):
    site = Site(copy, ADDRESS)
    for name in site.pages():
        for node in site.page(name).css("[href], [src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            if node.attributes.get("rel") == "canonical":
                continue
            assert not address.startswith(("/", ADDRESS)), (name, address)
            if not re.match(r"[a-z]+:|#", address):
                assert ((copy / name).parent / address.partition("#")[0]).resolve().is_file(), (name, address)
    assert broken_links(copy).broken == ()


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("../../", "../../index.html"),
        ("../../councils/#x", "../../councils/index.html#x"),
        ("#p7", "#p7"),
        ("./", "index.html"),
        ("record.json", "record.json"),
        ("https://archive.example.org/feed.xml", "../../feed.xml"),
        ("https://archive.example.org.evil.example/", "https://archive.example.org.evil.example/"),
        ("https://echo.example/a/?b=1", "https://echo.example/a/?b=1"),
        ("../../../", "../../index.html"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("../../search/?q=a&amp;b=c", "../../search/index.html?q=a&amp;b=c"),
    ],
)
def test_an_address_names_its_file(address: str, named: str):
    assert with_files_named(f'<p><a href="{address}">x</a>', "a/ta-0001/index.html", ADDRESS) == (
        f'<p><a href="{named}">x</a>'
    )


def test_what_only_looks_like_a_link_and_what_a_page_is_a_copy_of_stay_as_they_are():
    page = f'<link rel="canonical" href="{ADDRESS}/a/"><code>&lt;a href="../"&gt;</code> href="../"'
    assert with_files_named(page, "a/index.html", ADDRESS) == page


def test_data_are_handed_over_under_the_name_they_are_asked_for():
    assert handed_over("search/index.json", b"{}\n") == b'archiveIndex.take("index.json",{});\n'
    assert handed_over("a/ta-0001/record.json", b"{}") == b'archiveIndex.take("../a/ta-0001/record.json",{});\n'


def test_a_zip_has_the_bytes_of_its_files(tmp_path: Path):
    write_zip(tmp_path / "a.zip", [("a/ü.txt", b"x" * 1000), ("b", b"")])
    with zipfile.ZipFile(tmp_path / "a.zip") as file:
        assert {name: file.read(name) for name in file.namelist()} == {
            f"{FOLDER}/a/ü.txt": b"x" * 1000,
            f"{FOLDER}/b": b"",
        }


@pytest.mark.parametrize("output", ["copy.tar", "nowhere/copy.zip", ""])
def test_a_wrong_place_is_refused_before_anything_is_built(output: str, tmp_path: Path, capsys):
    assert command.run(str(write(tmp_path)), None, ADDRESS, str(tmp_path / output)) == 2
    assert "--output" in capsys.readouterr().err


def test_content_with_problems_writes_nothing_and_leaves_what_is_there(tmp_path: Path):
    content = write(tmp_path, {"articles/ta-0001.yml": "id: ta-0001\n"})
    (tmp_path / "copy.zip").write_bytes(b"before")
    assert command.run(str(content), None, ADDRESS, str(tmp_path / "copy.zip")) == 1
    assert (tmp_path / "copy.zip").read_bytes() == b"before"


def test_everything_works_from_a_folder(browser: Browser, copy: Path):
    with view(browser, f"{copy.as_uri()}/") as window:
        window.go("index.html")
        page = window.page
        assert page.evaluate("getComputedStyle(document.querySelector('main')).paddingTop") != "0px"
        page.get_by_role("link", name="Partners", exact=True).first.click()
        page.get_by_role("link", name="Nanning", exact=True).click()
        page.wait_for_url("**/partners/nanning/index.html")
        page.get_by_role("link", name="Search", exact=True).first.click()
        page.get_by_label("Words or names").press_sequentially("nanning human rights")
        expect(page.locator("#count")).to_contain_text("1 article")
        expect(page.locator("#articles .title")).to_contain_text("Wakefield")
        expect(page.locator(".passage mark")).not_to_have_count(0)  # it comes when typing has paused
        page.get_by_label("Words or names").fill("Nanjing")
        expect(page.locator("#spelling")).to_have_text("Did you mean Nanning or Jiangsu?")
        page.locator("#spelling a").first.click()
        expect(page.locator("#names")).to_contain_text("南宁市")
        page.locator("#articles .title a").first.click()
        page.wait_for_url("**/a/ta-0001/index.html")
        assert window.said == []
        assert window.elsewhere() == []
