"""Builds small invented journals; every file of these tests is made here or written out in the test."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analyzer.entry import Entry
from analyzer.readers import ReadOptions, read

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of text (UTF-8), bytes or JSON below the test's folder and return its path."""

    def write_file(name: str, content: str | bytes | dict[str, Any] | list[Any]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict | list):
            content = json.dumps(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.fixture
def write_zip(tmp_path: Path) -> Write:
    """Write a zip of names and contents and return its path."""

    def write_file(name: str, members: dict[str, str | bytes]) -> Path:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return tmp_path / name

    return write_file


@pytest.fixture
def entries(write: Write) -> Callable[..., list[Entry]]:
    """Write one file and read it."""

    def read_content(name: str, content: str | bytes | dict[str, Any] | list[Any], **options: Any) -> list[Entry]:
        return list(read(write(name, content), options=ReadOptions(**options)))

    return read_content
