import subprocess
import sys

import pytest

# What trains models or fetches them has no place in a run (spaCy itself imports requests and httpx).
UNWANTED = {"torch", "transformers", "onnx", "huggingface_hub", "sklearn", "matplotlib"}


@pytest.mark.slow
def test_a_run_loads_nothing_that_trains_or_fetches_models():
    program = (
        "import sys, analyzer\n"
        "from analyzer.pipeline import explain\n"
        "explain('He raised his voice and I went quiet.')\n"
        "print(' '.join(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) & UNWANTED == set()
