"""Help lines of each country, and the two lines that point at them."""

import pytest

from analyzer.care import care_lines, help_lines
from analyzer.messages import AnalyzerError


@pytest.mark.parametrize(
    ("country", "call", "emergency"),
    [
        pytest.param("US", "988", "911", id="United States"),
        pytest.param("gb", "116 123", "999", id="lower case"),
        pytest.param("AU", "13 11 14", "000", id="Australia"),
        pytest.param("NO", "116 123", "112", id="a code that YAML reads as false"),
        pytest.param("XX", "findahelpline.com", "your local emergency number", id="not in the list"),
    ],
)
def test_help_lines_are_those_of_the_country(country, call, emergency):
    lines = help_lines(country)
    assert call in lines.call
    assert lines.emergency == emergency


@pytest.mark.parametrize(
    ("lc_all", "lang", "country"),
    [
        pytest.param("", "en_NZ.UTF-8", "NZ", id="LANG"),
        pytest.param("fr_FR.UTF-8", "en_NZ.UTF-8", "FR", id="LC_ALL wins"),
        pytest.param("C.UTF-8", "", "", id="no region"),
        pytest.param("en_IE@euro", "", "IE", id="with a modifier"),
    ],
)
def test_the_country_is_by_default_that_of_the_locale(monkeypatch, lc_all, lang, country):
    monkeypatch.setenv("LC_ALL", lc_all)
    monkeypatch.setenv("LANG", lang)
    assert help_lines().country == country


def test_the_list_says_for_when_it_was_written():
    assert help_lines("US").as_of


OWN_LIST = """
as_of: 2030-01
default: {call: ring the night porter, emergency: "1"}
lines: [{country: "US", name: our town, call: knock at number nine, emergency: "2"}]
"""


def test_an_own_list_replaces_the_shipped_one(tmp_path, monkeypatch):
    path = tmp_path / "own.yaml"
    path.write_text(OWN_LIST, "utf-8")
    assert help_lines("US", path=path).call == "knock at number nine"
    monkeypatch.setenv("ANALYZER_HELP_FILE", str(path))
    assert help_lines("DE").call == "ring the night porter"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("lines: []", id="without as_of"),
        pytest.param("- 988", id="no mapping"),
        pytest.param("lines: [", id="no YAML"),
        pytest.param("as_of: 1\nlines: [{country: US}]", id="a line without a number"),
    ],
)
def test_a_list_in_another_form_is_refused(tmp_path, content):
    path = tmp_path / "own.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(AnalyzerError, match=r"own\.yaml: no list of help lines"):
        help_lines("US", path=path)


def test_a_list_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(AnalyzerError, match="cannot be read"):
        help_lines("US", path=tmp_path / "gone.yaml")


@pytest.mark.parametrize("country", ["US", "GB", "XX"])
def test_care_is_two_calm_lines_without_a_diagnosis(country):
    noticed, whom = care_lines(country)
    assert "\n" not in noticed + whom
    assert not any(word in (noticed + whom).lower() for word in ("suicid", "disorder", "depress", "risk", "!"))
    assert "You do not have to carry that alone." in noticed


def test_care_lines_name_the_country():
    assert care_lines("US")[1] == (
        "In the United States you can call or text 988 at any hour; in an emergency call 911."
    )
