"""Build the site: check everything, then make all of it, then put it in the former one's place."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from ..diagnostics import ContentError, Form
from ..publish.replace import AnotherBuild
from .ending import BUSY, CANNOT_WRITE, FINE, PROBLEMS, ROOT, folder, refuse, report

# ruff: noqa: FBT001  the parameters are the task's options


def run(  # noqa: PLR0913
    content: str | None,
    sources: str | None,
    output: str | None,
    siteurl: str | None,
    full_text: bool,
    *,
    form: str | None = None,
    strict: bool = False,
    config: str = "pelicanconf.py",
    **more: Any,
) -> int:
    """Build the site; give the exit status.

    `form` names how problems are shown; `strict` makes errors of warnings. `config` is the file of settings; `more`
    are settings that override it.
    """
    started = time.perf_counter()
    try:
        chosen = Form.chosen(form)
        overrides = _overrides(content, sources, siteurl, full_text) | more
        if strict:
            overrides["STRICT"] = True
        settings = _settings(config, overrides)
        # Resolved: a path with `..` in it leads nowhere while the former site is moved aside.
        target = Path(output if output is not None else settings["OUTPUT_PATH"]).resolve()
        _check_target(target, settings)
    except (NotADirectoryError, ValueError) as fault:
        return refuse(str(fault))
    try:
        made = make(settings, target, chosen)
    except AnotherBuild:
        print(f"another build of {_shown(target)} is running; wait for it to end", file=sys.stderr)
        return BUSY
    except OSError as fault:
        if fault.errno not in CANNOT_WRITE:
            raise
        return refuse(f"{_shown(target)} cannot be written: {fault.strerror}; give another folder with --output")
    if made is None:
        return PROBLEMS
    files, articles = made
    seconds = time.perf_counter() - started
    print(
        f"{_shown(target)}: {articles:,} article{'s' if articles != 1 else ''}, {files:,} files, in {seconds:.1f} s; "
        f"for {settings['SITEURL']}",
        file=sys.stderr,
    )
    return FINE


def make(settings: dict[str, Any], target: Path, form: Form = Form.TEXT) -> tuple[int, int] | None:
    """Build into a fresh folder and put it in the target's place.

    Gives the numbers of files and of articles; None where the content has problems, which are shown, and then nothing
    is changed. Raises `WrongSetting`, `AnotherBuild` and `OSError`.
    """
    from ..publish.replace import one_at_a_time, restore

    with one_at_a_time(target):
        restore(target)
        return _make(settings, target, form)


def _make(settings: dict[str, Any], target: Path, form: Form) -> tuple[int, int] | None:
    from pelican import Pelican

    from ..pages.edition import SETTING
    from ..publish.replace import replace, staging

    # What is made stays until the end: looking through it for garbage again and again was an eighth of a build of
    # 10,000 articles, and found nothing (the peak of memory is the same without).
    collects = gc.isenabled()
    built = staging(target)
    settings["OUTPUT_PATH"] = str(built)
    try:
        gc.disable()
        try:
            pelican = Pelican(settings)
        except ContentError as fault:
            report(fault.problems, form)
            return None
        edition = settings[SETTING]
        report(edition.warnings, form)
        if not _fine(pelican):
            return None
        files = sum(len(names) for _, _, names in os.walk(built))
        replace(target, built)
        return files, len(edition.archive.articles)
    finally:
        if collects:
            gc.enable()
        shutil.rmtree(built, ignore_errors=True)


class _Complaints(logging.Handler):
    """Collects what Pelican only logs: a page that it drops, a link that leads nowhere."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _fine(pelican: Any) -> bool:
    """Run Pelican; show its warnings and errors, any of which forbids the build."""
    from pelican.log import console
    from pelican.writers import FileOverwriteFailedError

    from ..pages.output import TwicePublished

    complaints = _Complaints()
    logger = logging.getLogger("pelican")
    logger.addHandler(complaints)
    console.quiet = True
    try:
        pelican.run()
    except (TwicePublished, FileOverwriteFailedError) as fault:
        complaints.said.append(f"{fault}; give the page another `Slug:`{_prose_at_one_address(pelican)}")
    finally:
        logger.removeHandler(complaints)
    for said in complaints.said:
        print(f"error: {said}{_place_in_prose(said, Path(pelican.path))}", file=sys.stderr)
    return not complaints.said


def _place_in_prose(said: str, content: Path) -> str:
    """Name the lines of prose that hold a link which Pelican could not follow: it names only the link."""
    target = re.search(r"Unable to find '([^']+)'", said)
    if target is None:
        return ""
    places = [
        f"{path}:{number}"
        for path in sorted((content / "pages").glob("*.md"))
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1)
        if target[1] in line
    ]
    return f" (the link stands in {', '.join(places)})" if places else ""


def _prose_at_one_address(pelican: Any) -> str:
    """Name the files of prose pages, for Pelican names only the address they both want."""
    pages = sorted(path.name for path in (Path(pelican.path) / "pages").glob("*.md"))
    return f" (prose pages: {', '.join(pages)})" if pages else ""


def _overrides(content: str | None, sources: str | None, siteurl: str | None, full_text: bool) -> dict[str, Any]:
    from ..pages.site import WrongSetting, checked_url

    found: dict[str, Any] = {}
    if content is not None:
        found["PATH"] = str(folder(content, "", "--content").absolute())
    if sources is not None:
        found["SOURCES"] = str(folder(sources, "", "--sources").absolute())
    if siteurl is not None:
        try:
            found["SITEURL"] = checked_url(siteurl)
        except WrongSetting as fault:
            raise ValueError(str(fault).replace("SITEURL", "--siteurl")) from None
    if full_text:
        found["FULL_TEXT"] = "always"
    return found


def _settings(config: str, overrides: dict[str, Any]) -> dict[str, Any]:
    from pelican.settings import read_settings

    from ..clock import epoch
    from ..pages.site import WrongSetting, checked_url

    epoch(os.environ)  # a wrong clock is wrong usage, and is said before anything is built
    settings: dict[str, Any] = read_settings(str(ROOT / config), override=overrides)
    if not settings["SITEURL"]:
        raise ValueError("the site's address is not known: give --siteurl, or set SITEURL in the environment")
    try:
        checked_url(settings["SITEURL"])
    except WrongSetting as fault:
        raise ValueError(str(fault)) from None
    return settings


def _check_target(target: Path, settings: dict[str, Any]) -> None:
    """Refuse an output folder whose replacement would lose something else."""
    made_from = [Path(settings[name]).resolve() for name in ("PATH", "SOURCES") if settings[name]]
    above = any(target == path or target in path.parents for path in [*made_from, ROOT])
    if above or Path(settings["PATH"]).resolve() in target.parents:  # where its files would be taken for content
        msg = f"--output: {target} holds what the site is made from, or lies in it; give a folder of its own"
        raise ValueError(msg)
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not _is_site(target))):
        msg = f"--output: {target} is not a site built here; give an empty or a new folder"
        raise ValueError(msg)


def _is_site(target: Path) -> bool:
    # Not robots.txt or sitemap.xml: many sites have those, and this one would replace them.
    return (target / "data" / "articles.schema.json").is_file()


def _shown(path: Path) -> str:
    return str(path).removeprefix(str(Path.cwd()) + "/")
