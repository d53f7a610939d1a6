"""A bar on standard error while a journal is read; nothing where nobody looks at it."""

import sys
from collections.abc import Iterable, Iterator

from analyzer.reflection import Reflection


def shown(reflections: Iterable[Reflection], *, wanted: bool = True) -> Iterator[Reflection]:
    """Yield the reflections unchanged; where standard error is a terminal and it is wanted, count them there."""
    if not (wanted and sys.stderr.isatty()):
        yield from reflections
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(24), TextColumn("{task.completed:,.0f} entries"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for reflection in reflections:
            progress.advance(task)
            yield reflection
