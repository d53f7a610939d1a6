"""Writes files that only their owner can read, and that are whole or not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from analyzer.messages import AnalyzerError

OWNER_FILE, OWNER_FOLDER = 0o600, 0o700
ASIDE = ".tmp"


@contextmanager
def aside(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write beside ``path``; it takes that name only once it is whole and on the disk.

    Raises:
        AnalyzerError: the disk is full or the folder refuses; nothing half-written stays.
    """
    beside = path.with_name(path.name + ASIDE)
    try:
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_FILE), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise AnalyzerError(f"{path} cannot be written: {error.strerror or 'unknown reason'}") from None
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter, or close an existing one to all others.

    Raises:
        AnalyzerError: a file has that name, or the folder above refuses.
    """
    try:
        folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
        folder.chmod(OWNER_FOLDER)
    except FileExistsError:
        raise AnalyzerError(f"{folder} is a file: give the name of a folder to -o") from None
    except OSError as error:
        raise AnalyzerError(f"{folder} cannot be made: {error.strerror or 'unknown reason'}") from None
