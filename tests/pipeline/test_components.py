import pytest

import analyzer
from analyzer.messages import AnalyzerError
from analyzer.pipeline.findings import together

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp():
    return analyzer.load()


def test_the_order_of_the_components_holds(nlp):
    assert nlp.analyze_pipes()["problems"] == {name: [] for name in nlp.pipe_names}


def test_findings_stand_as_span_groups(nlp):
    doc = nlp("I slept. He yelled at me so I went quiet and locked myself in the bathroom.")
    assert all(span.label_ for span in doc.spans["analyzer_patterns"])
    assert "analyzer_triggers" in doc.spans


def test_one_doc_reads_as_in_a_batch(nlp):
    texts = ["He yelled at me so I went quiet.", "Soup."]
    docs = list(nlp.pipe(texts))
    in_batch = [doc._.analyzer_pattern_findings for doc in docs]
    assert in_batch == [nlp(text)._.analyzer_pattern_findings for text in texts]


def test_patterns_work_alone_in_a_pipeline_of_spacys():
    from analyzer.language import load_parser

    nlp = load_parser()
    nlp.add_pipe("analyzer_patterns")
    try:
        doc = nlp("He yelled at me so I went quiet and locked myself in the bathroom.")
        assert "analyzer_patterns" in doc.spans
    finally:
        nlp.remove_pipe("analyzer_patterns")


def test_an_unknown_role_is_refused_with_the_list_of_roles():
    with pytest.raises(AnalyzerError, match="neighbor is no role; the roles are partner, ex"):
        analyzer.load(people={"Sam": "neighbor"})


@pytest.mark.parametrize(
    ("probability", "precision", "score"),
    [
        pytest.param(0.3, None, 0.3, id="no cue"),
        pytest.param(0.0, 1.0, 0.7, id="a cue that is always right, alone"),
        pytest.param(0.5, 0.5, 1 - 0.5 * 0.65, id="both"),
    ],
)
def test_a_cue_raises_what_the_head_found(probability, precision, score):
    assert together(probability, precision) == pytest.approx(score)
