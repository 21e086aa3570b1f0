"""Every command of the Twinning Archive.

`python3 tasks.py TASK` works on a bare machine with Python 3.11 or newer: it sets up `.venv` first (see bootstrap.py).
Inside `.venv`, `inv TASK` does the same; but there Invoke itself answers a misspelt task, with exit status 1, not 2.

Exit status of every task: 0 fine; 1 problems, which are shown; 2 wrong usage; 70 a fault of ours.
`--debug` adds the traceback to a fault.
"""

# ruff: noqa: PLC0415  # each task imports its command itself: `--list` must not wait for Pelican
# ruff: noqa: PLR0913, PLR0917  # and an option of every other
# ruff: noqa: FBT001, FBT002  # Invoke makes a flag of a parameter that is False by default
# ruff: noqa: S603  # the tools of .venv, started without a shell
# ruff: noqa: PT028  # `test` is a task, not a test

import os
import signal
import sys

if __name__ == "__main__":
    # Until there is something to clear away, which bootstrap and each task say, Ctrl-C ends the process at once: Python
    # would show where in the import of a package it was.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from pathlib import Path

import bootstrap

if __name__ == "__main__":
    bootstrap.ensure(bootstrap.lock_for(sys.argv[1:]))

# What follows needs .venv; and this file must parse on an old Python, so that bootstrap can refuse it in words.
import difflib
import gc
import importlib.util
import re
import shlex
import shutil
import subprocess
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, NoReturn

import invoke.program
import invoke.tasks
from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit, ParseError
from invoke.parser.argument import Argument

ROOT = Path(__file__).resolve().parent
if str(ROOT / "plugins") not in sys.path:
    sys.path.insert(0, str(ROOT / "plugins"))

WRONG_USAGE = 2
OUR_FAULT = 70
STOPPED = 130


class Command(invoke.tasks.Task[Any]):
    """A task whose function returns an exit status, and which answers a fault in one line."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """Add `--debug`, which every task takes."""
        debug = Argument(name="debug", kind=bool, default=False, help="show the traceback of a fault")
        return [*super().get_arguments(ignore_unknown_help), debug]

    def __call__(self, *args: Any, **kwargs: Any) -> None:
        """Run the task; raise `Exit` with its status unless that is 0."""
        if kwargs.pop("debug", False):
            os.environ["TWINNING_DEBUG"] = "1"  # where the commands look, too
        try:
            if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
                signal.signal(signal.SIGINT, signal.default_int_handler)
            status = super().__call__(*args, **kwargs)
        except (Exit, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            raise Exit(code=STOPPED) from None
        except Exception as error:
            raise Exit(_fault(self.name, error), OUR_FAULT) from error
        if status:
            raise Exit(code=status)


def _fault(task: str, error: Exception) -> str:
    """Word a fault of ours: one line, or with `--debug` the traceback."""
    if bootstrap.debugging():
        return "".join(traceback.format_exception(error))
    said = " ".join(str(error).split())
    return f"{task}: a fault of this program: {type(error).__name__}: {said}; `--debug` shows where. Please report it."


class Program(invoke.program.Program):
    """Invoke's command line as `python3 tasks.py`: wrong usage exits 2 with a remedy, and the help is the tasks."""

    def run(self, argv: list[str] | None = None, exit: bool = True) -> None:  # noqa: A002  # Invoke's name
        """Run what the command line asks for, also when nobody reads the answer to its end."""
        try:
            try:
                super().run(argv, exit)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:  # `… | head` has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(STOPPED)

    def parse_core(self, argv: list[str] | None) -> None:
        """Read the options before the task; `TASK --help` asks for no values, whatever the task wants."""
        given = list(sys.argv if argv is None else argv)
        if given[2:] == ["--help"] and not given[1].startswith("-"):
            given[1:] = ["--help", given[1]]
        with wrong_usage_exits(self):
            super().parse_core(given)

    def parse_tasks(self) -> None:
        """Read the tasks; `check PATH PATH` means `check --path PATH --path PATH`."""
        with wrong_usage_exits(self):
            self.core.unparsed[:] = with_paths_spelled_out(self.core.unparsed, set(self.collection.task_names))
            super().parse_tasks()

    def parse_cleanup(self) -> None:
        """Answer `--help` and `--list`."""
        with wrong_usage_exits(self):
            super().parse_cleanup()

    def print_help(self) -> None:
        """List the tasks; Invoke's own options stay out of the way."""
        print(f"Usage: python3 {self.binary} TASK [options]   (`TASK --help` tells its options)\n")
        self.list_tasks()

    def print_version(self) -> None:
        """Name the version that pyproject.toml states."""
        import tomllib

        print("Twinning Archive", tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


@contextmanager
def wrong_usage_exits(program: Program) -> Iterator[None]:
    """Turn Invoke's complaint about the command line into exit status 2, with the likeliest meaning."""
    try:
        yield
    except (ParseError, ValueError) as error:  # Invoke lets the ValueError of int("abc") through
        said = re.sub(r"Flag <Argument: ([\w-]+).*", r"'--\1' needs a value.", str(error))
        task = error.context if isinstance(error, ParseError) and error.context and error.context.name else None
        known = [*getattr(program, "collection", Collection()).task_names, *(task.flags if task else ())]
        wrong = re.search("'(.+?)'", said)
        meant = difflib.get_close_matches(wrong[1], known, 1) if wrong and wrong[1] not in known else []
        hint = f" Did you mean {meant[0]!r}?" if meant else ""
        help_ = f"{task.name} --help" if task else "--list"
        wrong_usage(f"{said}{hint} `python3 tasks.py {help_}` tells what there is.")


SPELLED = {"check": "--path", "cite": "--file", "evaluate": "--path", "ingest": "--path"}
"""The option that a bare word after a task means."""


def with_paths_spelled_out(tokens: list[str], tasks: set[str]) -> list[str]:
    """Put `--path` before each bare word after `check`, `--file` after `cite`, `--new` before the second after `move`.

    Invoke has no optional positional values.
    """
    spelled: list[str] = []
    task = ""
    before = ""
    bare = 0
    for token in tokens:
        is_value = (
            before.startswith("--")
            and "=" not in before
            and before not in {"--debug", "--help", "--json", "--strict", "--compare"}
        )
        if token in tasks and not is_value:
            task, bare = token, 0
        elif task in {"move", *SPELLED} and not is_value and not (token.startswith("-") and len(token) > 1):
            bare += 1
            spelled += [SPELLED[task]] if task in SPELLED else ["--new"] * (bare == 2)
        spelled.append(token)
        before = token
    return spelled


def wrong_usage(message: str) -> NoReturn:
    """Refuse a value."""
    raise Exit(message, WRONG_USAGE)


def whole_number(text: str, option: str, largest: int) -> int:
    """Read an option's number."""
    if text.isascii() and text.isdecimal() and len(text) < 10 and 1 <= int(text) <= largest:
        return int(text)
    wrong_usage(f"{option} wants a whole number from 1 to {largest}, not {text!r}.")


def run_tool(module: str, *arguments: str) -> int:
    """Run a development tool of `.venv` in the project's folder; return its exit status."""
    if importlib.util.find_spec(module) is None:
        wrong_usage(f"{module} is not installed here; `python3 tasks.py lint` adds the development tools.")
    return subprocess.call([sys.executable, "-m", module, *arguments], cwd=ROOT)


task = partial(invoke.tasks.task, klass=Command, auto_shortflags=False)

FOLDERS = {
    "content": "the folder of records or of raw texts (content/)",
    "sources": "the folder of the newspapers' own texts (sources/)",
    "output": "the folder to put the site in (output/)",
    "siteurl": "where the site will stand, such as https://example.org/archive",
}


REPORTING = {
    "format_": "how problems are shown: text, github (annotations) or json; text, and github within GitHub Actions",
    "strict": "warnings are errors",
}


def folders(*names: str, **others: str) -> dict[str, str]:
    """Choose the help of these options, and add others."""
    return {name: FOLDERS[name] for name in names} | others


SHRINK = "mean it that far fewer articles are published than before"


@task(
    help=folders(
        "content",
        "sources",
        "output",
        "siteurl",
        full_text="publish every text whole, for this run",
        allow_shrink=SHRINK,
        **REPORTING,
    )
)
def build(
    _: Context,
    content: str | None = None,
    sources: str | None = None,
    output: str | None = None,
    siteurl: str | None = None,
    full_text: bool = False,
    format_: str | None = None,
    strict: bool = False,
    allow_shrink: bool = False,
) -> int:
    """Build the site into output/.

    Exits 0 when it is built, 1 when the content has problems (shown; the last good site stays), 2 for wrong usage.
    """
    gc.disable()  # it would look through a whole archive as soon as that is built, and the process ends there
    from twinning.commands import build as command

    return command.run(
        content, sources, output, siteurl, full_text, form=format_, strict=strict, allow_shrink=allow_shrink
    )


@task(help=folders("content", "sources", port="where to listen on 127.0.0.1", open_browser="open the first page"))
def serve(
    _: Context,
    content: str | None = None,
    sources: str | None = None,
    port: str = "8000",
    open_browser: bool = False,
) -> int:
    """Build, serve on this computer, and rebuild on every change.

    The keeper sees whole texts, under a banner. Ctrl-C ends it.
    """
    number = whole_number(port, "--port", 65535)
    from twinning.commands import serve as command

    return command.run(content, sources, number, open_browser)


@task(
    iterable=["path"],
    help=folders(
        "content",
        "sources",
        path="a file, folder or quoted glob; may be repeated",
        compare="tell where records differ from what a program reads in their texts",
        **REPORTING,
    ),
)
def check(
    _: Context,
    path: list[str],
    content: str | None = None,
    sources: str | None = None,
    format_: str | None = None,
    strict: bool = False,
    compare: bool = False,
) -> int:
    """Show every problem in the content, with file, line and help; build nothing.

    Exits 0 when there is none, 1 when there are some, 2 when a path is not there.
    """
    from twinning.commands import check as command

    return command.run(path, content, sources, format_, strict=strict, compare=compare)


@task(
    iterable=["path"],
    help=folders(
        "content",
        "sources",
        path="a file, folder, quoted glob, or - for standard input; may be repeated",
        json_="print what is proposed, one JSON object a line, and write nothing",
        newspaper="the name of a file in content/newspapers/, where all texts are of one newspaper",
        format_="how problems are shown: text, github, or without --json also json",
    ),
)
def ingest(
    _: Context,
    path: list[str],
    json_: bool = False,
    content: str | None = None,
    sources: str | None = None,
    newspaper: str | None = None,
    format_: str | None = None,
) -> int:
    """Read raw newspaper texts and write proposed records of them, to be reviewed; what is there is never changed.

    Exits 0 when all were read, 1 when one is no text (shown; the others were read), 2 when a path is not there.
    """
    from twinning.commands import ingest as command

    return command.run(path, content, sources, format_, as_json=json_, newspaper=newspaper)


@task(iterable=["path"], help={"path": "a folder of texts with their expectations beside them (tests/corpus/tune)"})
def evaluate(_: Context, path: list[str]) -> int:
    """Score how well texts are read, with a table of misses.

    Exits 0 when the figures are shown, 1 when a file cannot be read, 2 when there is no such folder.
    """
    if len(path) > 1:
        wrong_usage("evaluate takes one folder.")
    from twinning.commands import evaluate as command

    return command.run(path[0] if path else None)


@task
def gazetteer(_: Context) -> int:
    """Make the list of places that texts are read with, from GeoNames and ISO 3166-2.

    Exits 0 when it is made, 2 when the packages that hold them are not installed.
    """
    from twinning.commands import gazetteer as command

    return command.run()


@task(help={"without": "a part of tests/corpus that is not to teach, so that it can be scored"})
def weigh(_: Context, without: str | None = None) -> int:
    """Learn what each word and sign counts for partners, outcomes and sides, from the texts that are tuned on.

    Exits 0 when the tables of weights are written, 2 when there are no texts or no such part.
    """
    from twinning.commands import weigh as command

    return command.run(without)


@task(help=folders("content"))
def new(_: Context, content: str | None = None) -> int:
    """Write an empty record with the next free id.

    Exits 0 when it is written and its name shown, 1 when the records that are here cannot be read.
    """
    from twinning.commands import new as command

    return command.run(content)


@task(help=folders("content", article="its number, such as ta-0001", reason="why, in words that the page will show"))
def withdraw(_: Context, article: str, reason: str = "", content: str | None = None) -> int:
    """Withdraw an article: its citation, its anchors and the reason stay, and nothing else of it.

    Exits 0 when its record is rewritten, 2 when there is no such article or no reason.
    """
    from twinning.commands import withdraw as command

    return command.run(article, reason, content)


@task(
    optional=["new"],
    help=folders(
        "content",
        old="the address now, such as /partners/nanning/",
        new="the address from now on",
        gone="instead of a new address: why nothing stands there any more",
    ),
)
def move(_: Context, old: str, new: str | None = None, gone: str | None = None, content: str | None = None) -> int:
    """Give a council, partner, newspaper, person or page a new address; the old one leads there for good.

    Exits 0 when the records are rewritten and the ledger says it, 2 when that cannot be.
    """
    from twinning.commands import move as command

    return command.run(old, new, gone, content)


@task(help=folders("content", old="the address of the record that goes", new="the address of the one that stays"))
def merge(_: Context, old: str, new: str, content: str | None = None) -> int:
    """Make one record of two that are of one thing; the addresses of the first lead to the second for good.

    Exits 0 when the records are rewritten and the ledger says it, 2 when that cannot be.
    """
    from twinning.commands import merge as command

    return command.run(old, new, content)


@task(
    help=folders(
        "content",
        since="a commit: no line that the ledger had then may be edited or removed",
        format_=REPORTING["format_"],
    )
)
def ledger(_: Context, since: str | None = None, content: str | None = None, format_: str | None = None) -> int:
    """Check that the ledger of published addresses can be read and only grew.

    Exits 0 when it did, 1 when a line cannot be read, was edited or removed, 2 when git does not know the commit.
    """
    from twinning.commands import ledger as command

    return command.run(since, content, format_)


@task(help=folders("content"))
def archive_links(_: Context, content: str | None = None) -> int:
    """List newspapers' pages without an archived copy, and where to have one made; asks nothing of the network.

    Exits 0 when they are listed, 1 when records have problems.
    """
    from twinning.commands import archive_links as command

    return command.run(content)


@task(help=folders("content", "sources", **REPORTING))
def verify(
    _: Context,
    content: str | None = None,
    sources: str | None = None,
    format_: str | None = None,
    strict: bool = False,
) -> int:
    """Check all evidence against sources/ and record that it was checked.

    Exits 0 when every quotation stands where it should, 1 when one does not.
    """
    from twinning.commands import verify as command

    return command.run(content, sources, format_, strict=strict)


@task(help=folders("siteurl", "output", allow_shrink=SHRINK, **REPORTING))
def publish(
    _: Context,
    siteurl: str | None = None,
    output: str | None = None,
    format_: str | None = None,
    strict: bool = False,  # noqa: ARG001  # accepted, for it is so anyway
    allow_shrink: bool = False,
) -> int:
    """Build the site for GitHub Pages, with every check on; warnings are errors.

    Exits 0 when it is built, 1 when anything is wrong with it, 2 for an address that is not one.
    """
    gc.disable()  # as in `build`
    from twinning.commands import publish as command

    return command.run(siteurl, output, format_, allow_shrink=allow_shrink)


@task(help=folders("content", "sources", "siteurl", output="the file to write (twinning-archive.zip)"))
def offline(
    _: Context,
    content: str | None = None,
    sources: str | None = None,
    siteurl: str | None = None,
    output: str | None = None,
) -> int:
    """Make a copy of the site in one zip, to be read without the web.

    Exits 0 when it is written, 1 when the content has problems, 2 for a place that cannot be written to.
    """
    from twinning.commands import offline as command

    return command.run(content, sources, siteurl, output)


@task(
    help={
        "file": "a file of CSL-JSON: a list of items of the types article-newspaper and webpage",
        "json_": "print {style: {id: {bib_text, bib_html, cite_text}}}",
        "format_": REPORTING["format_"],
    },
)
def cite(_: Context, file: str | None = None, json_: bool = False, format_: str | None = None) -> int:
    """Format a list of CSL-JSON items in every style.

    Exits 0 when all are shown, 1 when one cannot be cited (the others are shown), 2 when there is no such file.
    """
    if file is None:
        wrong_usage("cite wants a file of CSL-JSON: `python3 tasks.py cite FILE --json`.")
    from twinning.commands import cite as command

    return command.run(file, as_json=json_, form=format_)


@task(
    iterable=["articles"],
    help={
        "articles": "how many; may be repeated",
        "keep": "keep the folders it works in",
        "hugo": "the path of a Hugo program, to build the same records in turn with ours",
        "cite": "format 10,000 invented items in every style instead",
    },
)
def bench(_: Context, articles: list[str], keep: bool = False, hugo: str | None = None, cite: bool = False) -> int:
    """Measure builds of archives of several sizes.

    Exits 0 when the measures are shown, 1 when a build fails, 2 for a size that is no number or a program that is not
    Hugo.
    """
    sizes = [whole_number(size, "--articles", 1_000_000) for size in articles]
    from twinning.commands import bench as command

    return command.citing(sizes[0] if sizes else 10_000) if cite else command.run(sizes, keep, hugo)


@task(help=folders("output", prefix="the path the site stands under, such as /repo/"))
def linkcheck(_: Context, output: str | None = None, prefix: str | None = None) -> int:
    """Follow every link inside the built site.

    Exits 0 when all arrive, 1 when one does not (shown with its page), 2 when there is no site to check.
    """
    from twinning.commands import linkcheck as command

    return command.run(output, prefix)


@task
def schema(_: Context) -> int:
    """Write schema/*.json from the record classes.

    Exits 0 when they are written.
    """
    from twinning.commands import schema as command

    return command.run()


@task(help={"atlas": "the file land-110m.json of the npm package world-atlas"})
def outline(_: Context, atlas: str = "land-110m.json") -> int:
    """Make the map's outline of the land anew, in plugins/twinning/figures/land.svg.

    Exits 0 when it is written, 2 when the file is not world-atlas's.
    """
    from twinning.commands import outline as command

    return command.run(atlas)


@task
def problems(_: Context) -> int:
    """Write docs/problems/*.md, a page for each code of a problem.

    Exits 0 when they are written, 1 when an example does not give its code.
    """
    from twinning.commands import problems as command

    return command.run()


@task(help={"pytest_args": 'more for pytest, such as "-k dates -x"'})
def test(_: Context, pytest_args: str = "") -> int:
    """Run the tests.

    Exits 0 when all pass, 1 when one fails, 2 when none was chosen or pytest does not know an argument.
    """
    status = run_tool("pytest", *shlex.split(pytest_args))
    return {0: 0, 1: 1, 2: 1, 4: WRONG_USAGE, 5: WRONG_USAGE}.get(status, OUR_FAULT)


@task
def lint(_: Context) -> int:
    """Check style, format and types.

    Exits 0 when there is nothing to say, 1 when there is.
    """
    tools = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["mypy", "bootstrap.py", "tasks.py"])
    statuses = [run_tool(*tool) for tool in tools]  # all of them: one tool's complaint hides no other's
    return int(any(statuses))


@task(help=folders("output", pages="look at the pages of the built site with Lighthouse"))
def audit(_: Context, pages: bool = False, output: str | None = None) -> int:
    """Look for weaknesses in the GitHub workflows; with --pages, in each kind of page, with Lighthouse.

    Exits 0 when there is none, 1 when there are some, 2 when a tool is not here.
    """
    if pages:
        from twinning.commands import lighthouse

        return lighthouse.run(output)
    zizmor = shutil.which("zizmor", path=Path(sys.executable).parent)
    if not zizmor:
        wrong_usage("zizmor is not installed here; `python3 tasks.py audit` adds the development tools.")
    return int(subprocess.call([zizmor, "--offline", ".github"], cwd=ROOT) != 0)


@task(help={"upgrade": "take the newest versions; without it, pins change only where pyproject.toml asks"})
def lock(_: Context, upgrade: bool = False) -> int:
    """Make requirements.txt and requirements-dev.txt from pyproject.toml.

    Exits 0 when both are made, 1 when the dependencies contradict each other or the index cannot be reached.
    """
    made = [
        "--universal",
        "--generate-hashes",
        "--no-annotate",
        "--no-header",
        "--python-version",
        "3.11",
        "--quiet",
        "--only-binary",
        ":all:",
    ]  # set-up builds nothing: a package that has no wheel cannot be installed
    compile_ = ["uv", "pip", "compile", *made, *["--upgrade"] * upgrade, "pyproject.toml"]
    if run_tool(*compile_, "-o", bootstrap.RUNTIME):
        return 1
    # Held to the first one's pins: what is tested is what runs.
    dev = ["--group", "dev", "--constraint", bootstrap.RUNTIME, "-o", bootstrap.DEVELOPMENT]
    return int(run_tool(*compile_, *dev) != 0)


@task
def clean(_: Context) -> int:
    """Remove the built site and the tools' caches; .venv, sources and the ledger stay.

    Exits 0, also when there was nothing to remove; 75 when a build is running.
    """
    from twinning.commands import clean as command

    return command.run()


def program() -> Program:
    """Make the command line of these tasks."""
    return Program(namespace=Collection.from_module(sys.modules[__name__]), name="Twinning Archive", binary="tasks.py")


def main() -> NoReturn:
    """Run the command line and end the process at once.

    Taking down what a build of 10,000 articles holds in memory, object by object, took a tenth of the build's time,
    and the operating system does it in one step.
    """
    status = 0
    try:
        program().run()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    with suppress(OSError):  # nobody reads any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
