import pytest

import analyzer
from analyzer.messages import AnalyzerError
from analyzer.pipeline.components import BATCH
from analyzer.pipeline.models import check_labels

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp():
    return analyzer.load()


def test_the_order_of_the_components_holds(nlp):
    assert nlp.analyze_pipes()["problems"] == {name: [] for name in nlp.pipe_names}


def test_findings_stand_as_span_groups(nlp):
    doc = nlp("I slept. He yelled at me so I went quiet and locked myself in the bathroom.")
    assert "shutdown" in {span.label_ for span in doc.spans["analyzer_patterns"]}
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


@pytest.mark.parametrize("n", [0, 1, BATCH, BATCH + 1])
def test_a_stream_of_any_length_passes(nlp, n):
    assert len(list(nlp.pipe(["Soup."] * n))) == n


def test_what_stands_around_an_entry_does_not_change_it(nlp):
    texts = ["He yelled at me so I went quiet.", "WHY does she NEVER answer me!!! 😡", "Soup for tea."]
    (alone,) = nlp.pipe(texts[:1])
    among, *_ = nlp.pipe(texts)
    assert alone._.feelings == among._.feelings


def test_models_of_other_labels_are_refused():
    with pytest.raises(AnalyzerError, match="trained for other labels than data/taxonomy holds"):
        check_labels("feelings", ("anger",), ("anger", "fear"))
