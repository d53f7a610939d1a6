"""How a command ends: an exit code, at most one line of error, and never a word of an entry."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from typer import Exit

from analyzer.messages import AnalyzerError

DONE, UNEXPECTED, BAD_INPUT, LEFT_OUT, STOPPED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141
DEBUG_VARIABLE = "ANALYZER_DEBUG"


class Stopped(KeyboardInterrupt):
    """Ctrl-C, with what to do next as its message."""


def guarded(name: str, work: Callable[[], int | None]) -> None:
    """Run the work of a command and turn how it ended into an exit code; no code from it means done.

    0 done, 2 bad use or input, 3 done with entries left out, 130 stopped by Ctrl-C, 141 the reader of the output
    went away, 1 anything that should not happen.
    """
    try:
        code = work() or DONE
        sys.stdout.flush()
    except AnalyzerError as error:
        code = _say(f"{name}: {error}", BAD_INPUT)
    except KeyboardInterrupt as stop:
        next_step = f"; {stop}" if isinstance(stop, Stopped) else ""
        code = _say(f"{name}: stopped{next_step}", STOPPED)
    except BrokenPipeError:
        # Python flushes standard output once more on leaving; what nobody reads goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = BROKEN_PIPE
    except Exit:
        raise
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        # Its message may quote an entry: a library knows nothing of our promise. So only the kind and the place.
        code = _say(
            f"{name}: unexpected {type(error).__name__} at {_place(error)}; "
            f"please report it ({DEBUG_VARIABLE}=1 shows where it came from)",
            UNEXPECTED,
        )
    raise Exit(code)


def _say(line: str, code: int) -> int:
    print(line, file=sys.stderr)
    return code


def _place(error: Exception) -> str:
    trace = error.__traceback__
    place = "an unknown place"
    while trace:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place
