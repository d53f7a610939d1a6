"""A drawing becomes a part of the page that draws, and does nothing else."""

import re

import pytest

from analyzer.report.pictures import inline

HOSTILE = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20"
  onload="hit()"><script>hit()</script><style>rect{fill:red}</style><a href="https://example.org/"><text>out</text></a>
  <image xlink:href="https://example.org/x.png"/><foreignObject><p>words</p></foreignObject><!-- a note -->
  <g role="graphics-symbol" aria-label="part" style="fill:red"><rect id="findings" width="5" fill="url(#far)" onclick="hit()"/></g>
  <text x="3">kept</text></svg>"""


def test_what_draws_stays_and_all_else_goes():
    picture = inline(HOSTILE, "Two bars")
    assert set(re.findall(r"<(\w+)", picture)) == {"svg", "g", "rect", "text"}
    assert set(re.findall(r'([\w-]+)="', picture)) == {"xmlns", "viewBox", "role", "aria-label", "width", "x"}
    assert "kept" in picture


def test_it_is_one_picture_with_an_alternative_that_cannot_break_out():
    picture = inline(HOSTILE, 'A "bar" <b>')
    assert 'role="img" aria-label="A &quot;bar&quot; &lt;b&gt;"' in picture


def test_it_is_as_wide_as_there_is_room():
    assert re.match(r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" role="img"', inline(HOSTILE, "x"))


@pytest.fixture(scope="module")
def drawn():
    import altair
    import pandas
    import vl_convert

    frame = pandas.DataFrame({"month": ["Jan", "Feb"], "share": [0.2, 0.4]})
    return vl_convert.vegalite_to_svg(altair.Chart(frame).mark_bar().encode(x="month", y="share").to_json())


def test_the_drawings_of_our_library_lose_no_mark(drawn):
    picture = inline(drawn, "x")
    for element in ("path", "line", "text", "rect"):
        assert picture.count(f"<{element}") == drawn.count(f"<{element}")


def test_squares_that_look_alike_become_one_path_in_their_places():
    square = '<path transform="translate({},{})" d="M-5.5,-5.5h11v11h-11Z" fill="{}"/>'
    drawing = "".join(
        [square.format(10, 20, "red"), square.format(30.5, 20, "red"), square.format(50, 20, "blue"), "<g/>"]
    )
    picture = inline(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{drawing}</svg>', "x")
    assert re.findall(r' d="([^"]+)"', picture) == ["M4.5,14.5h11v11h-11ZM25,14.5h11v11h-11Z", "M44.5,14.5h11v11h-11Z"]
    assert "transform" not in picture
