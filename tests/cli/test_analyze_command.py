"""``analyze``: what it writes, where, and how it leaves."""

import csv
import io
import json
import sys

import pytest
import typer

from analyzer.cli import analyze as body
from analyzer.cli.guard import BROKEN_PIPE, guarded
from analyzer.frames import read_frames

BROKEN = '{"id": "a", "text": "I went quiet."}\n{"id": "b", "text": \n{"id": "c", "text": "So did she."}\n'
TYPED = '{"id": "a", "text": "I went quiet."}\n'


def test_jsonl_puts_nothing_but_the_lines_on_standard_output(analyze, journal):
    done = analyze(journal, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert rows[2]["skipped"] == "no text"
    assert done.exit_code == 0


def test_what_was_skipped_is_told_in_one_line_beside_it(analyze, journal):
    assert analyze(journal, "--format", "jsonl").stderr == "analyze: 2 entries analysed; skipped: 1 no text\n"


def test_quiet_keeps_standard_error_empty(analyze, journal):
    assert analyze(journal, "--format", "jsonl", "--quiet").stderr == ""


@pytest.mark.parametrize("output", ["jsonl", "csv"])
def test_the_text_is_written_only_on_request(analyze, journal, output):
    assert "She snapped at me. I went" not in analyze(journal, "--format", output).stdout
    assert "She snapped at me. I went" in analyze(journal, "--format", output, "--include-text").stdout


def test_lines_come_as_they_are_made(monkeypatch, journal, make_reflection):
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)

    def reflections():
        for number in range(3):
            assert len(out.getvalue().splitlines()) == number
            yield make_reflection()

    body._write(body.Request((), "jsonl"), reflections())


def test_csv_has_a_row_an_entry(analyze, journal):
    rows = list(csv.DictReader(io.StringIO(analyze(journal, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert rows[0]["feelings"] == "hurt"
    assert rows[0]["triggers"] == "anger:partner"
    assert rows[0]["patterns"] == "self:shutdown:done:now"
    assert (rows[2]["intensity"], rows[2]["skipped"]) == ("", "no text")


def test_a_folder_holds_both_tables(analyze, journal, tmp_path):
    assert analyze(journal, "-o", tmp_path / "out").exit_code == 0
    entries, findings = read_frames(tmp_path / "out")
    assert (len(entries), len(findings)) == (3, 4)
    content = json.loads((tmp_path / "out/run.json").read_text())
    assert (content["complete"], content["entries"], content["skipped"]) == (True, 3, 1)


def test_a_run_in_a_folder_is_taken_up_again(analyze, journal, tmp_path, fake_reflect):
    first = analyze(journal, "-o", tmp_path / "out", "--format", "jsonl")
    fake_reflect.asked.clear()
    again = analyze(journal, "-o", tmp_path / "out", "--format", "jsonl")
    assert again.stdout == first.stdout
    assert fake_reflect.asked == []
    assert "holds 3 entries already" in again.stderr


def test_another_run_in_the_folder_is_refused_and_replaced_on_request(analyze, journal, tmp_path):
    analyze(journal, "-o", tmp_path / "out")
    other = (journal, "-o", tmp_path / "out", "--person", "Sam=partner")
    refused = analyze(*other)
    assert refused.exit_code == 2
    assert "choose another -o, or give --overwrite" in refused.stderr
    assert analyze(*other, "--overwrite").exit_code == 0


def test_people_reach_the_pipeline(analyze, journal, fake_reflect):
    analyze(journal, "--person", "Sam=partner", "--person", "Dr Okoro = work")
    assert fake_reflect.people == {"Sam": "partner", "Dr Okoro": "work"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param("Sam=boyfriend", "'boyfriend' is no role; the roles are partner, ex, parent", id="unknown role"),
        pytest.param("Sam", "write a name and a role, such as Sam=partner", id="no role"),
        pytest.param("=partner", "write a name and a role, such as Sam=partner", id="no name"),
    ],
)
def test_a_person_that_cannot_be_understood_is_one_line(analyze, journal, given, message):
    done = analyze(journal, "--person", given)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"analyze: --person {given}: ")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_wrong_path_is_one_line_and_nothing_on_standard_output(analyze, tmp_path):
    done = analyze(tmp_path / "nowhere.zip", "--format", "jsonl")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "no such file or folder" in done.stderr


def test_entries_that_cannot_be_made_out_are_named_and_the_rest_goes_on(analyze, tmp_path):
    path = tmp_path / "broken.jsonl"
    path.write_text(BROKEN)
    done = analyze(path, "--format", "jsonl", "-q")
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr.startswith("analyze: left out: broken.jsonl")
    assert "went quiet" not in done.stderr


def failing(error):
    def reflect(entries, *, people=None):
        list(entries)
        raise error
        yield

    return reflect


def test_control_c_leaves_with_130_and_nothing_half_written(analyze, journal, tmp_path, monkeypatch):
    monkeypatch.setattr("analyzer.pipeline.reflect", failing(KeyboardInterrupt()))
    assert analyze(journal, "-o", tmp_path / "out").exit_code == 130
    assert [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()] == ["run.json"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param([], "analyze: stopped", id="nothing kept"),
        pytest.param(["-o", "out"], "analyze: stopped; the same command resumes where it stopped", id="kept"),
        pytest.param(
            ["-o", "out", "--overwrite"],
            "analyze: stopped; the same command without --overwrite resumes where it stopped",
            id="kept, and the same command would begin anew",
        ),
        pytest.param(["-", "-o", "out"], "analyze: stopped", id="standard input, which is gone"),
    ],
)
def test_control_c_says_in_one_line_how_to_go_on(analyze, journal, tmp_path, monkeypatch, options, message):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("analyzer.pipeline.reflect", failing(KeyboardInterrupt()))
    done = analyze(*([] if "-" in options else [journal]), *options, typed=TYPED)
    assert (done.exit_code, done.stderr) == (130, f"{message}\n")


@pytest.mark.parametrize("begun_with", [[], ["--overwrite"]])
def test_the_same_command_resumes_after_control_c(analyze, journal, tmp_path, monkeypatch, fake_reflect, begun_with):
    monkeypatch.setattr("analyzer.store.run.PART_ENTRIES", 1)
    whole = fake_reflect.make
    monkeypatch.setattr(fake_reflect, "make", stopping_at("b", whole))
    assert analyze(journal, "-o", tmp_path / "out", *begun_with).exit_code == 130
    monkeypatch.setattr(fake_reflect, "make", whole)
    fake_reflect.asked.clear()
    done = analyze(journal, "-o", tmp_path / "out", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b", "c"]
    assert fake_reflect.asked == ["b", "c"]


def stopping_at(name, make):
    def made(**known):
        if known["id"] == name:
            raise KeyboardInterrupt
        return make(**known)

    return made


def test_an_unexpected_error_shows_no_word_of_an_entry(analyze, journal, monkeypatch):
    monkeypatch.setattr("analyzer.pipeline.reflect", failing(ValueError("cannot parse: I went quiet")))
    done = analyze(journal)
    assert done.exit_code == 1
    assert "unexpected ValueError at test_analyze_command.py, line" in done.stderr
    assert "went quiet" not in done.output


def test_a_reader_that_goes_away_is_no_error(monkeypatch, capfd, tmp_path):
    out = (tmp_path / "out").open("w")
    monkeypatch.setattr(sys, "stdout", out)

    def work():
        raise BrokenPipeError

    with pytest.raises(typer.Exit) as left:
        guarded("analyze", work)
    print("into nowhere", file=out, flush=True)
    assert left.value.exit_code == BROKEN_PIPE
    assert (tmp_path / "out").read_text() == ""
    assert capfd.readouterr().err == ""
    out.close()


@pytest.mark.parametrize("option", ["--help", "-h", "--version"])
def test_help_and_version_leave_with_0(analyze, option):
    assert analyze(option).exit_code == 0


def test_no_path_is_bad_use(analyze):
    assert analyze().exit_code == 2
