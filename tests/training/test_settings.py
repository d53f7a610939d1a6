"""The settings of a training run are data that the card repeats."""

from pathlib import Path

import yaml

SETTINGS = Path("analyzer/training/finetune.yaml")


def test_every_corpus_has_its_rounds_and_every_share_is_one():
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    for stage in settings["stages"]:
        assert set(stage["rounds"]) == {"goemotions", "journals", "lemotif", "sad"}
        assert set(stage["soft"]) <= set(settings["weights"]) - {"linear", "twins", "own_feelings", "best", "entry"}
        assert all(0 < share <= 1 for share in stage["soft"].values())
    assert 0 <= settings["weights"]["linear"] <= 1
    assert 0 < settings["warm_up"] < 1
