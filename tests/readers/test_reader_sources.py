"""What is no journal is refused in one line; zips are safe; every encoding is read."""

import io
import os
import tempfile
import threading
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.messages import AnalyzerError
from analyzer.readers import FORMATS, archive, read, recognise


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("Photo.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 99, "Photo.jpg holds JPEG image data; readable are: Day One"),
        ("diary.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "diary.txt holds PNG image data"),
        ("a.pdf", b"%PDF-1.7", "a.pdf holds a PDF document"),
        ("a.db", b"SQLite format 3\0", "a.db holds an SQLite database"),
        ("a.bin", bytes(range(256)) * 9, "a.bin holds binary data"),
        ("a.enex", b"<?xml version='1.0'?><en-export/>", "a.enex holds XML of a form that is not known"),
        ("a.html", b"<!DOCTYPE html><p>x", "a.html holds HTML of a form that is not known"),
        ("a.json", b'{"version": 3, "values": {}}', "a.json holds JSON of a form that is not known"),
        ("a.txt", b"", "a.txt is empty: give a file with at least one entry"),
        ("a.txt", b"\xef\xbb\xbf \r\n\n", "a.txt is empty"),
        ("a.zip", b"PK\x03\x04 cut off", "a.zip is a broken zip file: export or download it again"),
        ("two\nlines.pdf", b"%PDF-1.7", "two lines.pdf holds a PDF document"),
    ],
    ids=["picture", "whatever its name", "PDF", "database", "bytes", "XML", "HTML", "JSON", "empty", "white space",
         "zip",
         "name on two lines"],
)  # fmt: skip
def test_what_is_no_journal_is_refused_by_what_it_holds(write, name, content, message):
    with pytest.raises(AnalyzerError) as error:
        read(write(name, content))
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_missing_path(tmp_path):
    with pytest.raises(AnalyzerError, match=r"nowhere\.txt: no such file or folder; check the path$"):
        read(tmp_path / "nowhere.txt")


def test_an_empty_folder(tmp_path):
    (tmp_path / "vault" / ".obsidian").mkdir(parents=True)
    with pytest.raises(AnalyzerError, match=r"^vault/ is an empty folder: give one with journal files in it$"):
        read(tmp_path / "vault")


def test_a_folder_without_a_journal(write, tmp_path):
    write("v/a.png", b"\x89PNG")
    write("v/b.canvas", "{}")
    with pytest.raises(AnalyzerError, match=r"^v holds 2 files \(canvas, png\) and no journal; readable are: "):
        read(tmp_path / "v")


def test_a_file_that_may_not_be_read(write, monkeypatch):
    path = write("a.txt", "I slept.")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(AnalyzerError, match=r"^a\.txt may not be read: check its permissions$"):
        read(path)


def test_every_format_has_a_name_of_its_own():
    assert len({name for name, _, _ in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)  # fmt: skip
def test_encodings(entries, encoding):
    [entry] = entries("a.txt", "Café – “so”.\r\nAgain.\r\n".encode(encoding))
    assert entry.text == "Café – “so”.\nAgain."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("Caf\u00e9 ".encode() + b"caf\xe9", "Café café", id="two encodings in one file"),
        pytest.param(b"I sl\0ept.\0\0", "I slept.", id="NUL bytes"),
        pytest.param(b"One.\rTwo.", "One.\nTwo.", id="old line ends"),
        pytest.param("One.\u2028Two.\x0c".encode(), "One.\u2028Two.", id="only line ends part lines"),
        pytest.param("😢".encode() * 20_000, "😢" * 20_000, id="characters across the pieces of a stream"),
    ],
)
def test_odd_bytes(entries, content, text):
    [entry] = entries("a.txt", content)
    assert entry.text == text


def test_names_that_point_out_of_a_zip_are_told_and_not_read(write_zip, tmp_path):
    path = write_zip("v.zip", {"../out.md": "No.", "/abs.md": "No.", "a/..\\..\\b.md": "No.", "2024-05-01.md": "Yes."})
    read_ = list(read(path))
    problem = "v.zip: a file name in it points outside the zip; that file was not read"
    assert [(entry.text, entry.problem) for entry in read_] == [("", problem)] * 3 + [("Yes.", "")]
    assert len({entry.id for entry in read_}) == 4
    assert sorted(file.name for file in tmp_path.iterdir()) == ["v.zip"]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        pytest.param(
            {"../out.md": "No."}, "v.zip holds only files whose names point outside it", id="only unsafe names"
        ),
        pytest.param(
            {"__MACOSX/._a.md": "x", ".DS_Store": "x"}, "v.zip is an empty zip file", id="only the system's files"
        ),
        pytest.param({}, "v.zip is an empty zip file", id="nothing"),
        pytest.param({"a.png": "x"}, "v.zip holds 1 file (png) and no journal", id="no journal"),
    ],
)
def test_a_zip_without_a_journal(write_zip, members, message):
    with pytest.raises(AnalyzerError) as error:
        read(write_zip("v.zip", members))
    assert str(error.value).startswith(message)


def test_a_bomb_is_refused_unopened(write_zip):
    path = write_zip("v.zip", {"a.md": "\0" * (60 << 20)})
    with pytest.raises(
        AnalyzerError, match=r"^v\.zip: a\.md is packed more than 200 times over: it is not safe to read$"
    ):
        recognise(path)


def test_a_declared_size_over_the_limit_is_refused(write_zip, monkeypatch):
    monkeypatch.setattr(archive, "MEMBER_BYTES", 1 << 20)
    path = write_zip("v.zip", {"a.md": "x" * (2 << 20)})
    with pytest.raises(
        AnalyzerError, match=r"^v\.zip: a\.md unpacks to more than 1 MiB: unpack it yourself if you trust it$"
    ):
        recognise(path)


def test_bytes_are_counted_while_they_are_read(monkeypatch):
    monkeypatch.setattr(archive, "MEMBER_BYTES", 1 << 10)
    with pytest.raises(AnalyzerError, match="unpacks to more than"):
        io.BufferedReader(archive._Counted(io.BytesIO(b"x" * 4096), "a.md")).read()


def test_an_encrypted_zip_is_refused(write_zip):
    path = write_zip("v.zip", {"a.md": "I slept."})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(AnalyzerError, match=r"^v\.zip: a\.md is encrypted: unpack it with its password"):
        read(path)


def test_a_damaged_file_in_a_zip_is_named_and_the_rest_read(tmp_path):
    path = tmp_path / "v.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as zipped:
        zipped.writestr("2024-05-01.md", "I slept badly.")
        zipped.writestr("2024-05-02.md", "Better.")
    path.write_bytes(path.read_bytes().replace(b"I slept badly.", b"I slept BADLY."))
    first, second = read(path)
    assert (first.text, first.problem) == ("", "2024-05-01.md cannot be read: damaged")
    assert second.text == "Better."


def test_a_text_of_five_megabytes_comes_whole(entries):
    [entry] = entries("a.txt", "I slept badly again.\n" * 250_000)
    assert len(entry.text) == 21 * 250_000 - 1


def test_a_pipe_is_read_like_standard_input(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("2024-05-01\nOne.\n\n2024-05-02\nTwo.\n",))
    writer.start()
    assert [entry.text for entry in read(pipe)] == ["One.", "Two."]
    writer.join()


STARTS = [
    b"",
    b'{"text": "', b'[{"text": "', b"[2024-05-01 09:30] ", b"date,text\n", b"2024-05-01\n", b"---\n", b"PK\x03\x04",
    b'{"metadata": {}, "entries": [{"text": "', b"\xff\xfe",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    start=st.sampled_from(STARTS), rest=st.binary(max_size=200), name=st.sampled_from(["a.md", "a.csv", "a", "a.json"])
)
def test_whatever_the_bytes_it_is_read_or_refused_in_one_line(start, rest, name):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(start + rest)
        try:
            read_, refused = list(read(path)), ""
        except AnalyzerError as error:
            read_, refused = [], str(error)
    assert "\n" not in refused
    assert len({entry.id for entry in read_}) == len(read_)
    assert not any(entry.text for entry in read_ if entry.problem)
