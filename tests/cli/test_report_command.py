"""``analyzer report`` and ``analyze --report``: one page of a whole journal."""

import stat

import pytest

MARK = '<mark class="withdraw">I went quiet</mark>'


@pytest.fixture
def kept(analyze, journal, tmp_path):
    """Return the folder of a kept run; ``text`` keeps the entries whole."""

    def keep(*options):
        assert analyze(journal, "-o", tmp_path / "out", *options).exit_code == 0
        return tmp_path / "out"

    return keep


def test_a_kept_run_has_its_report_beside_its_tables(analyzer_, kept):
    folder = kept("--include-text")
    done = analyzer_("report", folder)
    assert (done.exit_code, done.stdout) == (0, f"{folder / 'report.html'}\n")
    assert MARK in (folder / "report.html").read_text()
    assert stat.S_IMODE((folder / "report.html").stat().st_mode) == 0o600


def test_a_run_goes_on_in_a_folder_with_a_report(analyzer_, analyze, journal, kept):
    folder = kept()
    analyzer_("report", folder)
    assert analyze(journal, "-o", folder).exit_code == 0


def test_another_file_may_be_named(analyzer_, kept, tmp_path):
    assert analyzer_("report", kept(), "-o", tmp_path / "me.html").exit_code == 0
    assert (tmp_path / "me.html").exists()


def test_where_the_text_was_not_kept_the_words_of_the_findings_stand(analyzer_, kept):
    folder = kept()
    analyzer_("report", folder)
    page = (folder / "report.html").read_text()
    assert MARK in page
    assert "She snapped at me. I went quiet." not in page


def test_the_words_are_left_out_where_they_are_to_be(analyzer_, kept):
    folder = kept("--include-text")
    assert analyzer_("report", folder, "--no-quotes").exit_code == 0
    page = (folder / "report.html").read_text()
    assert "quiet</mark>" not in page
    assert "snapped" not in page
    assert "Shutting down" in page


def test_analyze_writes_the_report_too(analyze, journal, tmp_path):
    done = analyze(journal, "--report", tmp_path / "me.html")
    assert done.exit_code == 0
    assert "2 of 3" not in done.stderr
    assert f"analyze: the report is in {tmp_path / 'me.html'}" in done.stderr
    assert MARK in (tmp_path / "me.html").read_text()


def test_analyze_is_quiet_about_it_where_it_is_to_be(analyze, journal, tmp_path):
    done = analyze(journal, "--format", "jsonl", "-q", "--report", tmp_path / "me.html")
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 3


def test_analyze_leaves_the_words_out_too(analyze, journal, tmp_path):
    assert analyze(journal, "--report", tmp_path / "me.html", "--no-quotes").exit_code == 0
    assert "snapped" not in (tmp_path / "me.html").read_text()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(["--no-quotes"], "analyze: --no-quotes is for --report FILE: give both", id="no report"),
        pytest.param(
            ["--report", "."], "analyze: . is a folder: give the name of a file, such as report.html", id="folder"
        ),
        pytest.param(
            ["--report", "nowhere/me.html"], "analyze: nowhere is no folder: make it first", id="no such folder"
        ),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_read(analyze, fake_reflect, journal, options, message):
    done = analyze(journal, *options)
    assert done.exit_code == 2
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert fake_reflect.asked == []


def test_a_folder_without_a_run_is_told_in_one_line(analyzer_, tmp_path):
    done = analyzer_("report", tmp_path)
    assert done.exit_code == 2
    assert done.stderr.startswith("analyzer report: ")
    assert done.stderr.count("\n") == 1


def test_its_help_says_what_it_writes(analyzer_):
    assert "asks no host for anything" in " ".join(analyzer_("report", "--help").stdout.split())
