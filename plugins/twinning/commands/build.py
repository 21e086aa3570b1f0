"""Build the site: check everything, then make all of it, then put it in the former one's place."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..diagnostics import ContentError, Form, Problem
from ..publish.ledger import Ledger, Line
from ..publish.lock import AnotherBuild
from .ending import BUSY, CANNOT_WRITE, FINE, MAKE_ROOM, NO_ROOM, PROBLEMS, ROOT, folder, refuse, report
from .progress import progress
from .unrecorded import recorded

# ruff: noqa: FBT001  the parameters are the task's options

MAX_SHOWN = 100
"""How many problems of a built site are shown."""


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
    allow_shrink: bool = False,
    record: bool = False,
    **more: Any,
) -> int:
    """Build the site; give the exit status.

    `form` names how problems are shown; `strict` makes errors of warnings. `config` is the file of settings; `more`
    are settings that override it. `allow_shrink` means it that far fewer articles are published than before; and where
    nothing is published, that addresses are lost. `record` adds what is new to the ledger.
    """
    started = time.perf_counter()
    try:
        chosen = Form.chosen(form)
        if strict:
            more["STRICT"] = True
        settings = settings_of(content, sources, siteurl, full_text, config, **more)
        # Resolved: a path with `..` in it leads nowhere while the former site is moved aside.
        target = Path(output if output is not None else settings["OUTPUT_PATH"]).resolve()
        _check_target(target, settings)
    except (NotADirectoryError, ValueError) as fault:
        return refuse(str(fault))
    except OSError as fault:
        return _refused(Path(output or ""), fault)
    try:
        with recorded(settings) as given:
            made = make(given, target, chosen, allow_shrink=allow_shrink, record=record)
    except AnotherBuild:
        print(f"another build of {_shown(target)} is running; wait for it to end", file=sys.stderr)
        return BUSY
    except OSError as fault:
        return _refused(target, fault)
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


def _refused(target: Path, fault: OSError) -> int:
    """Say that a site cannot be put where it is wanted; raise what is no matter of the place."""
    if fault.errno not in CANNOT_WRITE:
        raise fault
    remedy = MAKE_ROOM if fault.errno in NO_ROOM else "give another folder with --output"
    return refuse(f"{_shown(target)} cannot be written: {fault.strerror}; {remedy}")


def make(
    settings: dict[str, Any],
    target: Path,
    form: Form = Form.TEXT,
    *,
    allow_shrink: bool = False,
    record: bool = False,
) -> tuple[int, int] | None:
    """Build into a fresh folder, check what was built, put it in the target's place, and `record` what is new.

    Gives the numbers of files and of articles; None where the content or the site has problems, which are shown, and
    then nothing is changed. Raises `WrongSetting`, `AnotherBuild` and `OSError`.
    """
    from ..pages.edition import SETTING
    from ..publish.lock import one_at_a_time
    from ..publish.replace import replace, staged

    # What is made stays until the end: looking through it for garbage again and again was an eighth of a build of
    # 10,000 articles, and found nothing (the peak of memory is the same without).
    collects = gc.isenabled()
    gc.disable()
    try:
        with one_at_a_time(target), staged(target) as built:
            try:
                made = _make(settings, target, built, allow_shrink=allow_shrink, record=record)
            except ContentError as fault:
                report(fault.problems, form)
                return None
            report(settings[SETTING].warnings, form)
            if left_out := sorted(settings[SETTING].left_out):
                print(f"left out, for nobody has reviewed them: {', '.join(left_out)}", file=sys.stderr)
            replace(target, built)
            _record(settings[SETTING].ledger, made.new)
            return made.files, made.articles
    finally:
        if collects:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Made:
    """A site that was made and checked: how many files and articles it has, and what it adds to the ledger."""

    files: int
    articles: int
    new: list[Line]


def _make(settings: dict[str, Any], target: Path, built: Path, *, allow_shrink: bool, record: bool) -> _Made:
    """Make all files of the site in a folder and check them. Raises `ContentError` with all problems, warnings too."""
    from pelican import Pelican

    from ..pages.edition import GATE, SETTING
    from ..pages.promise import promised
    from ..publish.gate import BESIDE, Gate
    from . import losses

    settings["OUTPUT_PATH"] = str(built)
    gate = Gate(settings["SITEURL"], ["preview.js"] if settings.get("PREVIEW") else (), _scripts(settings["SITEURL"]))
    settings[GATE] = gate
    with progress("reading the records"):
        pelican = Pelican(settings)
    edition = settings[SETTING]
    promise = promised(edition.archive, edition.remains, edition.reviews.files if edition.reviews else ())
    trial = allow_shrink and not record  # what is published loses nothing, whatever is meant
    lost = losses.before(edition, target, meant=allow_shrink, trial=trial)
    if lost:
        raise ContentError([*edition.warnings, *_not_too_many(lost)])
    with progress("writing the site", len(promise.pages) + len(BESIDE) * len(promise.articles), lambda: gate.looked_at):
        _run(pelican)
        losses.keep_anchors(edition, gate, built)
        problems = gate.problems(built, promise) + losses.after(edition, gate, trial=trial)
    if problems:
        raise ContentError([*edition.warnings, *_not_too_many(problems)])
    return _Made(gate.files, len(promise.articles), losses.additions(edition, gate, built) if record else [])


def _scripts(siteurl: str) -> dict[str, tuple[str, ...]]:
    """Give the scripts that pages may run, by the page; the page for unknown addresses names them from the root."""
    from ..pages import addresses, searching

    base = urlsplit(siteurl).path.lstrip("/")
    return {
        "404.html": tuple({"theme/lost.js", f"{base}/theme/lost.js".lstrip("/")}),
        "a/*/cite/index.html": ("theme/copy.js",),
        addresses.SEARCH + "index.html": searching.SCRIPTS,
    }


def _record(ledger: Ledger, new: list[Line]) -> None:
    """Add to the ledger what was published for the first time. Raises `OSError`."""
    from ..publish.ledger import append

    append(ledger.path, new)
    if new:
        print(f"{_shown(ledger.path)}: {len(new):,} line{'s' if len(new) != 1 else ''} added", file=sys.stderr)


def _not_too_many(problems: list[Problem]) -> list[Problem]:
    """Give the first of many problems: a fault of a template stands on every page."""
    if len(problems) > MAX_SHOWN:
        print(f"the first {MAX_SHOWN} of {len(problems):,} problems of the site built:", file=sys.stderr)
    return problems[:MAX_SHOWN]


class PelicanComplained(Exception):
    """Pelican logged a warning or an error, such as a page that it drops; all that it is given was checked before."""


class _Complaints(logging.Handler):
    """Collects what Pelican only logs: a page that it drops, a link that leads nowhere."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _run(pelican: Any) -> None:
    """Run Pelican. Raises `PelicanComplained` with its warnings and errors: any of them forbids the build."""
    from pelican.log import console

    complaints = _Complaints()
    logger = logging.getLogger("pelican")
    logger.addHandler(complaints)
    console.quiet = True
    try:
        pelican.run()
    finally:
        logger.removeHandler(complaints)
    if complaints.said:
        raise PelicanComplained("; ".join(complaints.said))


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


def settings_of(
    content: str | None,
    sources: str | None,
    siteurl: str | None,
    full_text: bool,
    config: str = "pelicanconf.py",
    **more: Any,
) -> dict[str, Any]:
    """Give the settings of a build. Raises `ValueError` and `NotADirectoryError` with what to say."""
    return _settings(config, _overrides(content, sources, siteurl, full_text) | more)


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
