"""How far a build is, shown on a terminal and nowhere else."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

LOOKS = 4
"""How often a second the bar is drawn. Drawing is all that it costs: nothing is done for it per file."""


@contextlib.contextmanager
def progress(what: str, total: int | None = None, done: Callable[[], int] = int) -> Iterator[None]:
    """Show on a terminal that something is done, until it is: `total` steps of which `done` tells the number made.

    Without a `total` it shows only that something moves. Where standard error is no terminal it shows nothing.
    """
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn

    class Bar(Progress):
        """Asks how far things are whenever it is drawn."""

        def get_renderables(self) -> Iterable[RenderableType]:
            for task in self.tasks:
                if total:
                    task.completed = min(done(), total)
            return super().get_renderables()

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    # Not redirected: rich would wrap the lines of problems, which are shown when the bar is gone.
    bar = Bar(*columns, console=Console(stderr=True), transient=True, refresh_per_second=LOOKS, redirect_stderr=False)
    bar.add_task(what, total=total)
    with bar:
        yield
