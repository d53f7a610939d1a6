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
    together_ = [[(s.label_, s.text) for s in doc.spans["analyzer_patterns"]] for doc in nlp.pipe(texts)]
    alone = [[(s.label_, s.text) for s in nlp(text).spans["analyzer_patterns"]] for text in texts]
    assert together_ == alone


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


def test_a_cue_of_even_precision_doubles_the_odds():
    assert together(0.5, 0.5) == pytest.approx(2 / 3)
    assert together(0.3, None) == 0.3
