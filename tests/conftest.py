"""Sites that several tests look at, each built once for every worker of pytest-xdist. They are not to be changed."""

import os
from pathlib import Path

import pytest
from sites import Site, built, first_content

from twinning.commands.invented import write_archive

# What a build takes from the environment is said by each test that needs it.
for name in ("SOURCE_DATE_EPOCH", "SITEURL", "REPOSITORY", "GITHUB_ACTIONS", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The archive's first articles, at a domain's root."""
    folder = tmp_path_factory.mktemp("real")
    return built(first_content(folder), folder / "site")


@pytest.fixture(scope="session")
def real_below(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same under a project's path."""
    folder = tmp_path_factory.mktemp("below")
    return built(first_content(folder), folder / "site", siteurl="https://owner.example.org/repo")


@pytest.fixture(scope="session")
def sixty_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of an invented archive of sixty articles."""
    folder = tmp_path_factory.mktemp("sixty") / "content"
    write_archive(folder, 60)
    return folder


@pytest.fixture(scope="session")
def sixty(sixty_content: Path) -> Site:
    """An invented archive of sixty articles."""
    return built(sixty_content, sixty_content.parent / "site")


@pytest.fixture(scope="session")
def sixty_below(sixty_content: Path) -> Site:
    """The same under a project's path."""
    return built(sixty_content, sixty_content.parent / "below", siteurl="https://owner.example.org/repo")
